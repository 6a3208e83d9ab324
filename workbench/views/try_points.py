"""Trying a run that learns functions: points on a plot, and the function that bends to them, step by step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.runs.own_task import PointTask
from core.runs.tryit import Function, Subject
from workbench import theme as themes
from workbench.numbers import count, measure
from workbench.views.legend import Entry, Key
from workbench.views.point_plot import PointPlot
from workbench.views.step_player import StepPlayer
from workbench.words import said, tr

KEY = [
    Entry("before adapting", dash=True, color="muted"),
    Entry("the model"),
    Entry("your points", dot=True, line=False, color="text"),
]


class PointPage(QWidget):
    """The page: what the model makes of the points, the plot, and a slider over the inner steps."""

    edited = Signal(tuple, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tryit.points")
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.plot = PointPlot("tryit.plot")
        self.plot.edited.connect(self.edited)
        self.player = StepPlayer("tryit.function")
        self.player.step_changed.connect(lambda _step: self._draw())
        self._words = QLabel()
        self._words.setObjectName("tryit.function_score")
        self._words.setProperty("role", "title")
        self._key = Key("tryit.function_key", KEY)
        self._function: Function | None = None
        self._points: tuple[tuple[float, float], ...] = ()
        row = QHBoxLayout()
        row.setContentsMargins(themes.MEDIUM, themes.TINY, 22, themes.TINY)
        row.setSpacing(themes.MEDIUM)
        row.addWidget(self._words)
        row.addWidget(self._key, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.plot, 1)
        column.addWidget(self.player)

    def set_subject(self, subject: Subject, color: str) -> None:
        """Another run: its range, its colour, and as many steps as it takes."""
        self._key.set_color(color)
        self.plot.set_frame(subject.x, subject.y, color)
        self._function = None
        self.player.set_last(subject.shown_steps, subject.evaluated_steps)
        self.player.setVisible(subject.shown_steps > 0)
        self._draw()

    def show_task(self, task: PointTask) -> None:
        self._points = task.points
        self.plot.show_points(task.points)
        if not task.points:
            self._function = None
        self._draw()

    def show_function(self, function: Function | None) -> None:
        """The function for the points; none while there are no points."""
        self._function = function if self._points else None
        self._draw()

    def _draw(self) -> None:
        function = self._function
        step = min(self.player.step, len(function.steps) - 1) if function is not None else 0
        self.plot.show_function(function, step)
        if function is None:
            self._words.setText(tr("Click to set a point"))
            return
        error = self._error(function, step)
        steps = len(function.steps) > 1
        when = f" after {count(step)} {'step' if step == 1 else 'steps'}" if step else " before adapting"
        self._words.setText(said(f"Squared error {measure(error, 2)}{when if steps else ''}"))

    def _error(self, function: Function, step: int) -> float:
        """The mean squared distance of the function to the points, between the places where it is known in a line."""
        from numpy import interp, mean, square

        xs, ys = zip(*self._points, strict=True)
        return float(mean(square(interp(xs, function.x, function.steps[step]) - ys)))
