"""How runs that were measured on the same tasks adapt: the metric against the inner step, as it is or once was."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench import theme as themes
from workbench.numbers import Format, count, measure, percent, result
from workbench.views.adapted import SPLITS, AdaptedRun, floats, widened
from workbench.views.legend import Chips, Entry, Key
from workbench.views.plot import Plot
from workbench.views.plot_items import Mark, Style
from workbench.views.task_header import Shortened
from workbench.words import said, tr

MEAN = Entry("mean, 95\u202f% CI", dot=True, band=True)
STEPS_KEY = [Entry("single tasks", faint=True), MEAN]
DOTS_KEY = [Entry("single tasks", faint=True, dot=True, line=False), Entry("mean, 95\u202f% CI", band=True)]
LEAST_TITLE = 98  # logical pixels that a title gets where the key would take them
EMPTY = ("Nothing measured yet", "Start a run: after its first evaluation, held-out tasks adapt here step by step.")
UNKNOWN = ("No curve of this time", "These runs were not measured yet, or it was not recorded.")


class StepsPanel(QWidget):
    """A title, a key and the plot. `name` starts every objectName."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.plot = Plot(f"{name}.steps", "Accuracy against the inner step", x_title="Inner step")
        self._title = Shortened()
        self._title.setObjectName(f"{name}.title")
        self._title.setProperty("role", "section")
        self._key = Key(f"{name}.key", STEPS_KEY)
        self._statement = QLabel()
        self._statement.setObjectName(f"{name}.statement")
        self._statement.setWordWrap(True)
        self._statement.setContentsMargins(themes.SMALL, themes.SMALL, themes.LARGE, themes.SMALL)
        self._chips = Chips(f"{name}.runs")
        self._header = QWidget()
        self._header.setMinimumHeight(themes.CONTROL_HEIGHT)
        header = QHBoxLayout(self._header)
        header.setContentsMargins(themes.SMALL, 0, 22, 0)
        header.setSpacing(themes.MEDIUM)
        header.addWidget(self._title)
        header.addWidget(self._key, 1)
        names = QHBoxLayout()
        names.setContentsMargins(themes.SMALL, 0, 22, 0)
        names.addWidget(self._chips)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._header)
        rows.addLayout(names)
        rows.addWidget(self._statement)
        rows.addWidget(self.plot, 1)
        self._mark: Mark | None = None
        self._front: AdaptedRun | None = None
        self.show_runs([])

    @property
    def is_share(self) -> bool:
        """Whether the metric is a share, which a logarithmic axis would misrepresent."""
        return self._front is not None and self._front.newest["metric"] == "accuracy"

    def show_runs(
        self, runs: Sequence[AdaptedRun], tasks: str = "", iteration: int | None = None, beside: int | None = None,
        named: bool = False,
    ) -> None:  # fmt: skip
        """Runs of one metric as they were at an iteration, None for now, beside what they were at another one.

        `tasks` names the tasks where others are shown, too; the runs are `named` where they are not alone in the view.
        """
        self._chips.set_runs([(run.label, run.color) for run in runs])
        self._chips.setVisible(named)
        self.plot.clear()
        self.plot.set_empty(*(UNKNOWN if runs else EMPTY))
        self._mark, self._front = None, runs[0] if runs else None
        self._header.setVisible(bool(runs))
        self._statement.hide()
        if runs:
            form: Format = percent if self.is_share else measure
            self.plot.set_y("percent" if self.is_share else "number", form)
            self._key.set_color(runs[0].color if len(runs) == 1 else None)
            metric = "Accuracy" if self.is_share else "Squared error"
            self._name(f"{tasks}: {metric.lower()}" if tasks else metric)
            if any(run.has_steps for run in runs):
                self._show_steps(runs, iteration, beside)
            else:
                self._show_values(runs, iteration, form)
            self._hold_height(runs)
        self.plot.redraw()

    def _name(self, title: str) -> None:
        self._title.setText(said(title))
        self._title.ensurePolished()
        wide = self._title.fontMetrics().horizontalAdvance(title)
        self._title.setMinimumWidth(min(wide, LEAST_TITLE))
        self._title.setMaximumWidth(wide)  # all that is left is the key's
        self.plot.title = title
        self.plot.canvas.setAccessibleName(said(title))

    # -- methods with inner steps, and others beside them -------------------------------------------------------

    def _show_steps(self, runs: Sequence[AdaptedRun], iteration: int | None, beside: int | None) -> None:
        self.plot.set_x("count", count, "Inner step")
        last = max(len(run.newest["mean"]) for run in runs) - 1
        alone, compared = len(runs) == 1, iteration is not None or beside is not None
        if alone and not compared:
            for number, task in enumerate(runs[0].newest["tasks"]):
                line = self.plot.add_curve(f"task {number}", Style(runs[0].color, strength=0.22), None)
                line.set(np.arange(len(task)), floats(task))
        for run in runs if compared else []:
            if (then := run.at(beside)) is not None:
                curve = widened(then, last)
                name = _called(run, "newest" if beside is None else f"iteration {count(beside)}", alone)
                self.plot.add_curve(name, Style(run.color, width=1.4, dash=True)).set(curve.steps, curve.mean)
        for run in runs:
            if (now := run.at(iteration)) is not None:
                curve = widened(now, last)
                dots = 6 if run.has_steps else 0
                mean = self.plot.add_curve(_called(run, "mean", alone), Style(run.color, width=2.0, dots=dots))
                mean.set(curve.steps, curve.mean, curve.mean - curve.ci95, curve.mean + curve.ci95)
        self._add_rules(runs)
        if alone and runs[0].newest["functions"] and iteration is None:
            self._mark = self.plot.add_mark(runs[0].color)
        words = "newest" if beside is None else f"iteration {count(beside)}"
        entries = [Entry(words, dash=True), MEAN] if compared else STEPS_KEY if alone else [MEAN]
        self._key.set_entries(entries)

    def _add_rules(self, runs: Sequence[AdaptedRun]) -> None:
        """After how many steps runs are trained and measured, where all say the same."""
        stepping = [run.newest for run in runs if run.has_steps]
        trained = {each["trained_steps"] for each in stepping}
        measured = {each["evaluated_steps"] for each in stepping}
        if len(trained) == 1:
            self.plot.add_rule(float(*trained), "trained steps")
        if len(measured) == 1 and measured != trained:
            self.plot.add_rule(float(*measured), "measured steps")

    def mark_step(self, step: int) -> None:
        """Show on the metric's curve where the function's slider stands."""
        if self._mark is not None and self._front is not None and step < len(self._front.newest["mean"]):
            self._mark.set(float(step), float(floats(self._front.newest["mean"])[step]), "")
            self.plot.redraw()

    # -- methods without inner steps ----------------------------------------------------------------------------

    def _show_values(self, runs: Sequence[AdaptedRun], iteration: int | None, form: Format) -> None:
        """One value for each run, and how the single tasks spread around it."""
        alone = len(runs) == 1
        self._name(f"{self._title.text()} of single tasks" if iteration is None else self._title.text())
        self._key.set_entries(DOTS_KEY if iteration is None else DOTS_KEY[1:])
        self.plot.set_x("count", count, "Tasks, from worst to best")
        words = []
        for run in runs:
            values = np.sort(floats([task[-1] for task in run.newest["tasks"]]))
            values = values if self.is_share else values[::-1]
            curve = run.at(iteration)
            if curve is None:
                continue
            ends = np.array([0.5, max(len(values), 1) + 0.5])
            mean, half = np.repeat(curve.mean[-1], 2), np.repeat(curve.ci95[-1], 2)
            style = Style(run.color, width=1.5)
            self.plot.add_curve(_called(run, "mean", alone), style).set(ends, mean, mean - half, mean + half)
            if iteration is None:
                look = Style(run.color, strength=0.6, line=False, dots=7)
                dots = self.plot.add_curve(_called(run, "single tasks", alone), look)
                dots.set(np.arange(1, len(values) + 1), values)
            value = result(run.newest["metric"], float(curve.mean[-1]), float(curve.ci95[-1]))
            large = f'<span style="font-size:{themes.scaled(themes.TITLE_SIZE)}px;font-weight:600">{value}</span>'
            words.append(large if alone else f'<span style="color:{run.color}">●</span> {large}')
        tasks = SPLITS.get(runs[0].newest["split"], runs[0].newest["split"])
        one = tr("This method does not adapt by steps: {results} on {tasks} tasks.")
        many = tr("These methods do not adapt by steps: {results} on {tasks} tasks.")
        self._statement.setText((one if alone else many).format(results="  ".join(words), tasks=said(tasks)))
        self._statement.setVisible(bool(words))

    def _hold_height(self, runs: Sequence[AdaptedRun]) -> None:
        """A frame for all times, so that the picture does not jump while one goes through them."""
        means = [curve.mean for run in runs for curve in (run.last, *run.courses.values())]
        known = np.concatenate(means)
        known = known[np.isfinite(known)]
        if len(known) and any(run.courses for run in runs):
            self.plot.y_frame = (float(known.min()), float(known.max()))


def _called(run: AdaptedRun, what: str, alone: bool) -> str:
    """A curve's name; the run's where it is the curve of several."""
    if alone:
        return what
    return run.label if what == "mean" else f"{run.label}, {what}"
