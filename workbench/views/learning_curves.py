"""Learning curves: the meta-loss above, what the evaluations measured below, for one run or several.

The raw line stays faintly behind the smoothed one. Live data cost no more than their new points.
"""

from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from workbench import theme as themes
from workbench.numbers import count, duration, measure, percent
from workbench.views.curves import AXES, Track, evaluated
from workbench.views.legend import Chips, Entry, Key
from workbench.views.plot import Plot
from workbench.views.plot_items import Curve, Mark, Style
from workbench.views.plot_tools import PlotTools
from workbench.views.run_curves import RunCurves
from workbench.words import said, tr, trn

LOSS_KEY = [Entry("train"), Entry("validation", dot=True, line=False)]
ACCURACY_KEY = [
    Entry("train", faint=True),
    Entry("before adaptation", dash=True),
    Entry("after, 95\u202f% CI", dot=True, band=True),
]
ERROR_KEY = ACCURACY_KEY[1:]
X_KINDS = {"iteration": ("count", count), "tasks": ("count", count), "seconds": ("time", duration)}
DEFAULT_SMOOTHING = 30  # a position of the slider: see `averaged`


@dataclass
class Drawn:
    """What is kept for a run between two redraws."""

    run: RunCurves
    track: Track
    evaluations: int = -1
    curves: dict[str, Curve] = field(default_factory=dict)
    best: Mark | None = None


def averaged(position: int) -> int:
    """Iterations that the smoothing averages at a position of its slider: 1, 2, … 1000, evenly by their logarithm."""
    return round(10 ** (position / 20))


class LearningCurves(QWidget):
    """The view. `set_runs` says which runs; `refresh` draws what has come since."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("learning_curves")
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._drawn: dict[str, Drawn] = {}
        self._axis = "iteration"
        self._stale = False

        self.loss_plot = Plot("learning_curves.loss", "Meta-loss")
        self.score_plot = Plot("learning_curves.score", "Few-shot accuracy", y_kind="percent", y_format=percent)
        self.loss_plot.link_x(self.score_plot)
        self.loss_plot.x_axis.setStyle(showValues=False)  # the numbers stand once, below both plots
        self.loss_plot.x_axis.setHeight(6)
        self.score_plot.set_empty("Not measured yet", "The first evaluation on validation tasks appears here.")
        self._loss_key = Key("learning_curves.loss_key", LOSS_KEY)
        self._score_key = Key("learning_curves.score_key", ACCURACY_KEY)
        self._score_title = _title("Few-shot accuracy")
        self._note = QLabel()
        self._note.setObjectName("learning_curves.note")
        self._note.setProperty("role", "caption")
        self._chips = Chips("learning_curves.runs")

        picture = QWidget()
        picture.setProperty("panel", True)
        picture.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        stack = QVBoxLayout(picture)
        stack.setContentsMargins(themes.SMALL, 0, 0, themes.TINY)
        stack.setSpacing(0)
        self._loss_header = _header(_title("Meta-loss"), self._loss_key, self._chips)
        self._score = QWidget()
        lower = QVBoxLayout(self._score)
        lower.setContentsMargins(0, themes.TINY, 0, 0)
        lower.setSpacing(0)
        lower.addWidget(_header(self._score_title, self._score_key, self._note))
        lower.addWidget(self.score_plot)
        stack.addWidget(self._loss_header)
        stack.addWidget(self.loss_plot, 10)
        stack.addWidget(self._score, 13)

        plots = [self.loss_plot, self.score_plot]
        self._tools = PlotTools("learning_curves", "Learning curves", plots, picture, plots)
        self._add_controls()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tools)
        layout.addWidget(picture, 1)
        order = [self._smoothing, self._x_axis, self._tools.log_button, self._tools.crosshair_button]
        order += [self._tools.fit_button, self._tools.export_button, self.loss_plot.canvas, self.score_plot.canvas]
        for earlier, later in pairwise(order):
            QWidget.setTabOrder(earlier, later)
        self._choose_axis(0)
        self.set_runs([])

    def _add_controls(self) -> None:
        caption = QLabel(tr("Smoothing"))
        caption.setProperty("role", "muted")
        self._smoothing = QSlider(Qt.Orientation.Horizontal)
        self._smoothing.setObjectName("learning_curves.smoothing")
        self._smoothing.setAccessibleName(tr("Smoothing, in iterations"))
        self._smoothing.setToolTip(
            tr("How many iterations the smoothed line averages; the raw line stays faintly behind")
        )
        self._smoothing.setRange(0, 60)
        self._smoothing.setPageStep(6)
        self._smoothing.setValue(DEFAULT_SMOOTHING)
        self._smoothing.setFixedWidth(84)
        self._smoothing.valueChanged.connect(self._smooth)
        self._smoothing_value = QLabel()
        self._smoothing_value.setProperty("role", "muted")
        self._smoothing_value.setMinimumWidth(34)
        self._smoothing_value.setText(count(averaged(DEFAULT_SMOOTHING)))
        caption.setBuddy(self._smoothing)
        self._x_axis = QComboBox()
        self._x_axis.setObjectName("learning_curves.x_axis")
        self._x_axis.setAccessibleName(tr("Horizontal axis"))
        self._x_axis.setToolTip(tr("What runs along the horizontal axis"))
        for axis, title in AXES.items():
            self._x_axis.addItem(said(title), axis)
        self._x_axis.currentIndexChanged.connect(self._choose_axis)
        for widget in (caption, self._smoothing, self._smoothing_value, self._x_axis):
            self._tools.add(widget)
        self._tools.add_stretch()

    # -- data ---------------------------------------------------------------------------------------------------

    def set_runs(self, runs: list[RunCurves]) -> None:
        """Show these runs, in this order; what was already read of a run is kept."""
        weight = 1 - 1 / averaged(self._smoothing.value())
        known = self._drawn
        self._drawn = {}
        for run in runs:
            old = known.get(run.key)
            same = old is not None and old.run.metrics is run.metrics
            self._drawn[run.key] = Drawn(run, old.track if old is not None and same else Track(weight))
        self._chips.set_runs([(run.label, run.hex) for run in runs])
        self._rebuild()

    def refresh(self) -> None:
        """Draw what the metrics of the runs have gained; costs nothing while the view cannot be seen."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        if self._measured() != self._score_kind:
            self._rebuild()
            return
        grown = [drawn for drawn in self._drawn.values() if self._read(drawn)]
        if grown:
            for drawn in grown:
                self._fill(drawn)
            self.loss_plot.redraw()

    def _read(self, drawn: Drawn) -> bool:
        metrics = drawn.run.metrics
        grown = drawn.track.follow(metrics.iterations)
        evaluations = len(metrics.evaluations)
        grown = grown or evaluations != drawn.evaluations
        drawn.evaluations = evaluations
        return grown

    def _measured(self) -> str:
        """What the lower plot shows: accuracy as soon as one run measures it."""
        metrics = {drawn.run.metrics.metric for drawn in self._drawn.values()}
        return "mse" if metrics == {"mse"} else "accuracy"

    # -- drawing ------------------------------------------------------------------------------------------------

    def _rebuild(self) -> None:
        """Make the curves of all runs anew."""
        self.loss_plot.clear()
        self.score_plot.clear()
        self._score_kind = self._measured()
        error = self._score_kind == "mse"
        title = "Squared error" if error else "Few-shot accuracy"
        self._score_title.setText(said(title))
        self.score_plot.title = title
        self.score_plot.canvas.setAccessibleName(said(title))
        self.score_plot.set_y("number" if error else "percent", measure if error else percent)
        self.score_plot.set_log(error and self._tools.log_button.isChecked())
        self._score_key.set_entries(ERROR_KEY if error else ACCURACY_KEY)
        only = next(iter(self._drawn.values())).run.hex if len(self._drawn) == 1 else None
        self._loss_key.set_color(only)
        self._score_key.set_color(only)
        self._tell_mixture()
        self._loss_header.setVisible(bool(self._drawn))
        self._score.setVisible(bool(self._drawn))
        if self._drawn:
            self.loss_plot.set_empty(
                "No iteration yet",
                "The first points appear as soon as they are there; a long run takes a moment to read.",
            )
        else:
            self.loss_plot.set_empty("No run to show yet", "Press Start, or select runs in the table.")
        for drawn in self._drawn.values():
            self._add_curves(drawn)
            self._read(drawn)
            self._fill(drawn)
        self.loss_plot.redraw()

    def _tell_mixture(self) -> None:
        others = [drawn for drawn in self._drawn.values() if drawn.run.metrics.metric != self._score_kind]
        self._note.clear()
        if others:
            mixed = trn(
                len(others),
                "{n} of {all} runs measures squared error, not accuracy",
                "{n} of {all} runs measure squared error, not accuracy",
                n=len(others),
                all=len(self._drawn),
            )
            self._note.setText(mixed)
            why = tr(
                "{runs}: squared error cannot share an axis with accuracy. Select only such runs to see it; the loss "
                "above shows all of them.",
                runs=tr(", ").join(drawn.run.label for drawn in others),
            )
            self._note.setToolTip(why)

    def _add_curves(self, drawn: Drawn) -> None:
        """A crosshair over several runs reads one line of each; over one run, all of its lines."""
        color, label = drawn.run.hex, drawn.run.label
        several = len(self._drawn) > 1
        prefix, aside = (f"{label}: ", None) if several else ("", "")
        raw, pale = Style(color, strength=0.25), Style(color, strength=0.6, width=1.2)
        smooth, dots = Style(color, width=1.5), Style(color, line=False, dots=6)
        before, after = Style(color, width=1.2, dash=True), Style(color, width=1.8, dots=6)
        loss, score = self.loss_plot, self.score_plot
        drawn.curves = {
            "loss": loss.add_curve(f"{prefix}train loss, raw", raw, None),
            "smoothed loss": loss.add_curve(f"{prefix}train loss", smooth, label if several else ""),
            "validation loss": loss.add_curve(f"{prefix}validation loss", dots, aside),
        }
        if drawn.run.metrics.metric == self._score_kind:
            if self._score_kind == "accuracy":
                drawn.curves["accuracy"] = score.add_curve(f"{prefix}train accuracy, raw", raw, None)
                drawn.curves["smoothed accuracy"] = score.add_curve(f"{prefix}train accuracy", pale, aside)
            drawn.curves["before"] = score.add_curve(f"{prefix}before adaptation", before, aside)
            drawn.curves["after"] = score.add_curve(f"{prefix}after adaptation", after, label if several else "")
            drawn.best = score.add_mark(color)

    def _fill(self, drawn: Drawn) -> None:
        """Hand the data of one run to its curves."""
        track, curves = drawn.track, drawn.curves
        x = track.raw(self._axis)
        curves["loss"].set(x, track.raw("loss"), extremes=track.raw_extremes("loss"))
        curves["smoothed loss"].set(x, track.smoothed("loss"), extremes=track.smoothed_extremes("loss"))
        rows = evaluated(drawn.run.metrics.evaluations, track, self._axis)
        curves["validation loss"].set(rows["x"], rows["loss"])
        if "accuracy" in curves:
            curves["accuracy"].set(x, track.raw("accuracy"), extremes=track.raw_extremes("accuracy"))
            smoothed = track.smoothed("accuracy")
            curves["smoothed accuracy"].set(x, smoothed, extremes=track.smoothed_extremes("accuracy"))
        if "after" in curves:
            after, half = rows["after"], rows["ci95"]
            curves["before"].set(rows["x"], rows["before"])
            curves["after"].set(rows["x"], after, after - half, after + half)
            best = np.flatnonzero(rows["best"] == 1.0)
            if drawn.best is not None and len(best):
                value = float(after[best[-1]])
                text = f"best {self.score_plot.y_format(value)}" if len(self._drawn) == 1 else ""
                drawn.best.set(float(rows["x"][best[-1]]), value, text)

    # -- controls -----------------------------------------------------------------------------------------------

    def _smooth(self, position: int) -> None:
        self._smoothing_value.setText(count(averaged(position)))
        for drawn in self._drawn.values():
            drawn.track.set_weight(1 - 1 / averaged(position))
            self._fill(drawn)
        self.loss_plot.redraw()

    def _choose_axis(self, index: int) -> None:
        self._axis = self._x_axis.itemData(index)
        kind, form = X_KINDS[self._axis]
        self.loss_plot.set_x(kind, form, "")
        self.loss_plot.x_name = AXES[self._axis]
        self.score_plot.set_x(kind, form, AXES[self._axis])
        for drawn in self._drawn.values():
            self._fill(drawn)
        self.loss_plot.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LocaleChange:
            self.loss_plot.redraw()


def _title(text: str) -> QLabel:
    label = QLabel(said(text))
    label.setProperty("role", "section")
    return label


def _header(title: QLabel, key: Key, middle: QWidget) -> QWidget:
    header = QWidget()
    row = QHBoxLayout(header)
    row.setContentsMargins(themes.SMALL, 0, 22, 0)
    row.setSpacing(themes.LARGE)
    row.addWidget(title)
    row.addWidget(middle, 1)
    row.addWidget(key)
    return header
