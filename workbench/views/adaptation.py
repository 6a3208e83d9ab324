"""How held-out tasks change with the inner steps; for regression the function too, for metric methods the one value."""

from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench import theme as themes
from workbench.views.function_plot import FunctionPlot
from workbench.views.legend import Chips, Entry, Key
from workbench.views.numbers import count, interval, measure, percent
from workbench.views.plot import Plot
from workbench.views.plot_items import Style
from workbench.views.plot_tools import PlotTools

STEPS_KEY = [Entry("single tasks", faint=True), Entry("mean, 95\u202f% CI", dot=True, band=True)]
DOTS_KEY = [Entry("single tasks", faint=True, dot=True, line=False), Entry("mean, 95\u202f% CI", band=True)]
EMPTY = ("Nothing measured yet", "Start a run: after its first evaluation, held-out tasks adapt here step by step.")
SPLITS = {"train": "training", "validation": "held-out validation", "test": "held-out test"}


class AdaptationView(QWidget):
    """The view. `set_adaptation` takes the fields of `core.training.reports.Adaptation` as a dictionary."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("adaptation")
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.steps_plot = Plot("adaptation.steps", "Accuracy against the inner step", x_title="Inner step")
        self.steps_plot.set_empty(*EMPTY)
        self.function = FunctionPlot()
        self.function.hide()
        self._chips = Chips("adaptation.run")
        self._source = QLabel()
        self._source.setObjectName("adaptation.source")
        self._source.setProperty("role", "caption")
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._key = Key("adaptation.key", STEPS_KEY)
        self._statement = QLabel()
        self._statement.setObjectName("adaptation.statement")
        self._statement.setWordWrap(True)
        self._statement.setContentsMargins(themes.SMALL, themes.SMALL, themes.LARGE, themes.SMALL)
        self._statement.hide()

        self._header = QWidget()
        self._header.setMinimumHeight(themes.CONTROL_HEIGHT)
        header = QHBoxLayout(self._header)
        header.setContentsMargins(themes.SMALL, 0, 22, 0)
        header.setSpacing(themes.MEDIUM)
        header.addWidget(self._title)
        header.addWidget(self._key, 1)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._header)
        left.addWidget(self._statement)
        left.addWidget(self.steps_plot, 1)
        picture = QWidget()
        picture.setProperty("panel", True)
        picture.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        sides = QHBoxLayout(picture)
        sides.setContentsMargins(themes.SMALL, 0, 0, themes.TINY)
        sides.setSpacing(themes.SMALL)
        sides.addLayout(left, 1)
        sides.addWidget(self.function, 1)

        plots = [self.steps_plot, self.function.plot]
        self._tools = PlotTools("adaptation", "Adaptation", plots, picture, [self.steps_plot])
        self._tools.add(self._chips, 1)
        self._tools.add(self._source)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tools)
        layout.addWidget(picture, 1)
        self._data: dict[str, Any] | None = None
        self.function.step_changed.connect(self._mark_step)
        self.set_adaptation("", "accent", None)

    def set_adaptation(self, label: str, color: QColor | str, adaptation: dict[str, Any] | None) -> None:
        """Show one measurement of the run `label`; None says how to get one."""
        self._data = adaptation
        self._color = QColor(color).name() if isinstance(color, QColor) or color.startswith("#") else color
        self._step_mark = None
        self.steps_plot.clear()
        self._statement.hide()
        self._header.setVisible(adaptation is not None)
        self._chips.set_runs([(label, self._color)] if adaptation is not None else [])
        if adaptation is None:
            self._source.clear()
            self.function.hide()
            self.function.set_functions([], self._color, 0)
            self.steps_plot.redraw()
            return
        self._source.setText(f"iteration {count(adaptation['iteration'])}")
        self._form = percent if adaptation["metric"] == "accuracy" else measure
        self.steps_plot.set_y("percent" if adaptation["metric"] == "accuracy" else "number", self._form)
        self._tools.log_button.setVisible(adaptation["metric"] != "accuracy")
        self.steps_plot.set_log(self._tools.log_button.isChecked() and adaptation["metric"] != "accuracy")
        self._key.set_color(self._color)
        if len(adaptation["mean"]) > 1:
            self._show_steps(adaptation)
        else:
            self._show_value(adaptation)
        functions = adaptation["functions"]
        self.function.setVisible(bool(functions))
        self.function.set_functions(functions, self._color, adaptation["trained_steps"])
        self.steps_plot.redraw()

    def _show_steps(self, data: dict[str, Any]) -> None:
        """The metric against the inner step."""
        self._name_plot(self._measured(data))
        self.steps_plot.set_x("count", count, "Inner step")
        self._key.set_entries(STEPS_KEY)
        steps, plot = np.arange(len(data["mean"])), self.steps_plot
        for number, task in enumerate(data["tasks"]):
            line = plot.add_curve(f"task {number}", Style(self._color, strength=0.22), None)
            line.set(steps, _floats(task))
        mean, half = _floats(data["mean"]), _floats(data["ci95"])
        style = Style(self._color, width=2.0, dots=6)
        plot.add_curve("mean", style).set(steps, mean, mean - half, mean + half)
        plot.add_rule(float(data["trained_steps"]), "trained steps")
        if data["evaluated_steps"] != data["trained_steps"]:
            plot.add_rule(float(data["evaluated_steps"]), "measured steps")
        if data["functions"]:
            self._step_mark = plot.add_mark(self._color)

    def _show_value(self, data: dict[str, Any]) -> None:
        """A method without inner steps: one value, and how the single tasks spread around it."""
        self._name_plot(f"{self._measured(data)} of single tasks")
        self._key.set_entries(DOTS_KEY)
        mean, half = _floats(data["mean"]), _floats(data["ci95"])
        value = interval(float(mean[0]), float(half[0]), self._form)
        tasks = SPLITS.get(data["split"], data["split"])
        self._statement.setText(
            f"This method does not adapt by steps: "
            f'<span style="font-size:{themes.TITLE_SIZE}px;font-weight:600">{value}</span> on {tasks} tasks.'
        )
        self._statement.show()
        self.steps_plot.set_x("count", count, "Tasks, from worst to best")
        values = np.sort(_floats([task[-1] for task in data["tasks"]]))
        if data["metric"] != "accuracy":
            values = values[::-1]
        places = np.arange(1, len(values) + 1)
        band = self.steps_plot.add_curve("mean", Style(self._color, width=1.5))
        ends = np.array([0.5, max(len(values), 1) + 0.5])
        band.set(ends, np.repeat(mean, 2), np.repeat(mean - half, 2), np.repeat(mean + half, 2))
        dots = self.steps_plot.add_curve("single tasks", Style(self._color, strength=0.6, line=False, dots=7))
        dots.set(places, values)

    def _name_plot(self, title: str) -> None:
        self._title.setText(title)
        self.steps_plot.title = title
        self.steps_plot.canvas.setAccessibleName(title)

    def _measured(self, data: dict[str, Any]) -> str:
        return "Accuracy" if data["metric"] == "accuracy" else "Squared error"

    def _mark_step(self, step: int) -> None:
        """Show on the metric's curve where the function's slider stands."""
        if self._step_mark is not None and self._data is not None and step < len(self._data["mean"]):
            value = _floats(self._data["mean"])[step]
            self._step_mark.set(float(step), float(value), "")
            self.steps_plot.redraw()


def _floats(values: list[float | None]) -> np.ndarray:
    """JSON's null is a missing value."""
    return np.array([np.nan if value is None else value for value in values], dtype=float)
