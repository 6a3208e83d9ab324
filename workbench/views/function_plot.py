"""The function itself, as one regression task bends it: support points, the true curve, the prediction step by step."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench import theme as themes
from workbench.icons import icon
from workbench.numbers import count, measure
from workbench.views.legend import Entry, Key
from workbench.views.plot import Plot
from workbench.views.plot_items import Style
from workbench.views.step_player import StepPlayer, quiet_button
from workbench.words import tr

TRAIL = 4  # earlier steps that fade behind the chosen one
KEY = [
    Entry("truth", dash=True, color="muted"),
    Entry("prediction"),
    Entry("support", dot=True, line=False, color="text"),
]

Other = tuple[str, str, list[dict[str, Any]]]  # label, colour and functions of a run beside the first one


class FunctionPlot(QWidget):
    """One task at a time, with a slider over the inner steps. `name` starts every objectName.

    Where it does not browse, the view around it chooses the task.
    """

    step_changed = Signal(int)

    def __init__(self, name: str = "adaptation", browses: bool = True) -> None:
        super().__init__()
        self.setObjectName(f"{name}.function_area")
        self._functions: list[dict[str, Any]] = []
        self._task = 0
        self._color = "link"
        self._others: Sequence[Other] = ()
        self.plot = Plot(f"{name}.function", "Function", x_kind="number", x_title="x")
        self.plot.set_x("number", measure, "x")
        self.plot.set_empty("No function to show", "Regression tasks show their function here.")
        self._key = Key(f"{name}.function_key", KEY)
        self.player = StepPlayer(name)
        self.player.step_changed.connect(self._draw)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._make_header(name))
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.player)
        for part in (self._title, self.previous, self.next):
            part.setVisible(browses)
        order = [self.previous, self.next, self.plot.canvas, self.player.play, self.player.slider]
        for earlier, later in pairwise(order):
            QWidget.setTabOrder(earlier, later)
        self._set_icons()

    def _make_header(self, name: str) -> QHBoxLayout:
        self._title = QLabel(tr("Held-out task"))
        self._title.setProperty("role", "section")
        self.previous = quiet_button(f"{name}.previous_task", "Previous task")
        self.next = quiet_button(f"{name}.next_task", "Next task")
        for button in (self.previous, self.next):
            button.setProperty("narrow", True)  # what is left of the row is the key's
        self.previous.clicked.connect(lambda: self.choose_task(self._task - 1))
        self.next.clicked.connect(lambda: self.choose_task(self._task + 1))
        row = QHBoxLayout()
        row.setContentsMargins(themes.SMALL, 0, 22, 0)
        row.setSpacing(0)
        row.addWidget(self._title)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        row.addWidget(self._key, 1)
        return row

    # -- data ---------------------------------------------------------------------------------------------------

    @property
    def step(self) -> int:
        return self.player.step

    def set_functions(
        self, functions: list[dict[str, Any]], color: str, trained_steps: int, others: Sequence[Other] = ()
    ) -> None:
        """New tasks; the chosen task and step stay where they can. A first set starts at the trained steps.

        `others` are runs that solve the same tasks.
        """
        first = not self._functions
        self._functions, self._color, self._others = functions, color, others
        self._key.set_color(color)
        last = min((len(each["steps"]) for each in functions), default=1) - 1
        self.player.set_last(last, min(trained_steps, last) if first else None)
        self.choose_task(min(self._task, max(len(functions) - 1, 0)))

    def choose_task(self, number: int) -> None:
        """Show the task at this place in the list."""
        self._task = number
        self.previous.setEnabled(number > 0)
        self.next.setEnabled(number < len(self._functions) - 1)
        name = tr("Held-out task")
        if self._functions:
            name = tr("Task {n}", n=count(self._functions[number]["task"]))
        self._title.setText(name)
        self._build()
        self._draw()

    # -- drawing ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        """The curves of a task: what lies behind first."""
        self.plot.clear()
        self._trail, self._prediction, self._beside = [], None, []
        if not self._functions:
            return
        function = self._functions[self._task]
        for age in range(TRAIL, 0, -1):
            style = Style(self._color, strength=0.5 - 0.09 * age, width=1.2)
            name = "one step earlier" if age == 1 else f"{age} steps earlier"
            self._trail.append((age, self.plot.add_curve(name, style, None)))
        truth = self.plot.add_curve("truth", Style("muted", dash=True, width=1.4))
        truth.set(function["x"], function["truth"])
        self._prediction = self.plot.add_curve("prediction", Style(self._color, width=2.0))
        self._beside = [
            (self.plot.add_curve(f"prediction, {label}", Style(color, width=1.6)), theirs[self._task]["steps"])
            for label, color, theirs in self._others
            if self._task < len(theirs)
        ]
        support = self.plot.add_curve("support", Style("text", line=False, dots=8))
        support.set(*_ordered(function["support_x"], function["support_y"]))
        self._frame = self._heights(function)

    def _heights(self, function: dict[str, Any]) -> tuple[float, float]:
        """A frame for all steps, so that the picture does not jump while it plays."""
        predictions = [*function["steps"], *(step for _, steps in self._beside for step in steps)]
        heights = [*function["support_y"], *function["truth"], *(value for step in predictions for value in step)]
        known = [float(value) for value in heights if value is not None and abs(float(value)) < float("inf")]
        return (min(known), max(known)) if known else (0.0, 1.0)

    def _draw(self) -> None:
        if self._prediction is None or not self._functions:
            self.player.clear_text()
            self.plot.redraw()
            return
        function, step = self._functions[self._task], self.step
        for age, curve in self._trail:
            known = step - age >= 0
            curve.set(function["x"] if known else [], function["steps"][step - age] if known else [])
        self._prediction.set(function["x"], function["steps"][step])
        for curve, steps in self._beside:  # a method with fewer steps stays as it is after its last one
            curve.set(function["x"], steps[min(step, len(steps) - 1)])
        self.plot.y_frame = self._frame
        self.plot.redraw()
        self.step_changed.emit(step)

    def _set_icons(self) -> None:
        theme = themes.current()
        self.previous.setIcon(icon("chevron-left", theme.muted))
        self.next.setIcon(icon("chevron-right", theme.muted))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._set_icons()


def _ordered(x: list[float], y: list[float]) -> tuple[list[float], list[float]]:
    pairs = sorted(zip(x, y, strict=True))
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]
