"""The function itself, as one regression task bends it: support points, the true curve, the prediction step by step."""

from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QStyle, QToolButton, QVBoxLayout, QWidget

from workbench import theme as themes
from workbench.icons import icon
from workbench.views.legend import Entry, Key
from workbench.views.numbers import count, measure
from workbench.views.plot import Plot
from workbench.views.plot_items import Style

STEP_MILLISECONDS = 500
TRAIL = 4  # earlier steps that fade behind the chosen one
KEY = [
    Entry("truth", dash=True, color="muted"),
    Entry("prediction"),
    Entry("support", dot=True, line=False, color="text"),
]


class StepSlider(QSlider):
    """A slider whose handle comes to where it is clicked."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            place = round(event.position().x())
            self.setValue(QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), place, self.width()))
        super().mousePressEvent(event)  # the handle is below the pointer now, and can be dragged


class FunctionPlot(QWidget):
    """One task at a time, with a slider over the inner steps that can play by itself while it is seen."""

    step_changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("adaptation.function_area")
        self._functions: list[dict[str, Any]] = []
        self._task = 0
        self._color = "link"
        self.plot = Plot("adaptation.function", "Function", x_kind="number", x_title="x")
        self.plot.set_x("number", measure, "x")
        self.plot.set_empty("No function to show", "Regression tasks show their function here.")
        self._key = Key("adaptation.function_key", KEY)
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MILLISECONDS)
        self._timer.timeout.connect(self._advance)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._make_header())
        layout.addWidget(self.plot, 1)
        layout.addLayout(self._make_player())
        for earlier, later in pairwise([self.previous, self.next, self.plot.canvas, self.play, self.slider]):
            QWidget.setTabOrder(earlier, later)
        self._set_icons()

    def _make_header(self) -> QHBoxLayout:
        self._title = QLabel("Held-out task")
        self._title.setProperty("role", "section")
        self.previous = _button("adaptation.previous_task", "Previous task")
        self.next = _button("adaptation.next_task", "Next task")
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

    def _make_player(self) -> QHBoxLayout:
        self.play = _button("adaptation.play", "Play the steps")
        self.play.setCheckable(True)
        self.play.toggled.connect(self._set_playing)
        self.slider = StepSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("adaptation.step")
        self.slider.setAccessibleName("Inner step")
        self.slider.setToolTip("The inner step whose prediction is shown")
        self.slider.setPageStep(1)
        self.slider.valueChanged.connect(self._draw)
        self._step_text = QLabel()
        self._step_text.setProperty("role", "muted")
        self._step_text.setMinimumWidth(84)
        row = QHBoxLayout()
        row.setContentsMargins(themes.SMALL, 0, 22, themes.TINY)
        row.setSpacing(themes.SMALL)
        row.addWidget(self.play)
        row.addWidget(self.slider, 1)
        row.addWidget(self._step_text)
        return row

    # -- data ---------------------------------------------------------------------------------------------------

    @property
    def step(self) -> int:
        return self.slider.value()

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    def set_functions(self, functions: list[dict[str, Any]], color: str, trained_steps: int) -> None:
        """New tasks; the chosen task and step stay where they can. A first set starts at the trained steps."""
        first = not self._functions
        self._functions, self._color = functions, color
        self._key.set_color(color)
        last = min((len(each["steps"]) for each in functions), default=1) - 1
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(last, 0))
        if first:
            self.slider.setValue(min(trained_steps, last))
        self.slider.blockSignals(False)
        self.choose_task(min(self._task, max(len(functions) - 1, 0)))
        if last < 1:
            self.play.setChecked(False)
        self.play.setEnabled(last >= 1)

    def choose_task(self, number: int) -> None:
        """Show the task at this place in the list."""
        self._task = number
        self.previous.setEnabled(number > 0)
        self.next.setEnabled(number < len(self._functions) - 1)
        name = f"Task {count(self._functions[number]['task'])}" if self._functions else "Held-out task"
        self._title.setText(name)
        self._build()
        self._draw()

    # -- drawing ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        """The curves of a task: what lies behind first."""
        self.plot.clear()
        self._trail, self._prediction = [], None
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
        support = self.plot.add_curve("support", Style("text", line=False, dots=8))
        support.set(*_ordered(function["support_x"], function["support_y"]))
        self._frame = self._heights(function)

    def _heights(self, function: dict[str, Any]) -> tuple[float, float]:
        """A frame for all steps, so that the picture does not jump while it plays."""
        heights = [*function["support_y"], *function["truth"], *(value for step in function["steps"] for value in step)]
        known = [float(value) for value in heights if value is not None and abs(float(value)) < float("inf")]
        return (min(known), max(known)) if known else (0.0, 1.0)

    def _draw(self) -> None:
        if self._prediction is None or not self._functions:
            self._step_text.clear()
            self.plot.redraw()
            return
        function, step = self._functions[self._task], self.step
        for age, curve in self._trail:
            known = step - age >= 0
            curve.set(function["x"] if known else [], function["steps"][step - age] if known else [])
        self._prediction.set(function["x"], function["steps"][step])
        self._step_text.setText(f"Step {count(step)} of {count(self.slider.maximum())}")
        self.plot.y_frame = self._frame
        self.plot.redraw()
        self.step_changed.emit(step)

    # -- playing ------------------------------------------------------------------------------------------------

    def _set_playing(self, on: bool) -> None:
        if on:
            if self.step == self.slider.maximum():
                self.slider.setValue(0)
            self._timer.start()
        else:
            self._timer.stop()
        self._set_icons()

    def _advance(self) -> None:
        """The next step; after the last one it starts again."""
        self.slider.setValue(0 if self.step == self.slider.maximum() else self.step + 1)

    def _set_icons(self) -> None:
        theme = themes.current()
        self.previous.setIcon(icon("chevron-left", theme.muted))
        self.next.setIcon(icon("chevron-right", theme.muted))
        self.play.setIcon(icon("pause" if self.playing else "play", theme.muted, checked=theme.link))
        label = "Pause" if self.playing else "Play the steps"
        self.play.setToolTip(label)
        self.play.setAccessibleName(label)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.play.setChecked(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._set_icons()


def _ordered(x: list[float], y: list[float]) -> tuple[list[float], list[float]]:
    pairs = sorted(zip(x, y, strict=True))
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def _button(name: str, tip: str) -> QToolButton:
    made = QToolButton()
    made.setObjectName(name)
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setProperty("quiet", True)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setIconSize(QSize(themes.ICON_SIZE, themes.ICON_SIZE))
    return made
