"""The gradients of tasks as dots in a plane of two principal directions or two components."""

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from workbench.numbers import measure
from workbench.views.plot import Plot
from workbench.views.plot_items import MANY_DOTS, Style
from workbench.words import said

NEAR = 14  # pixels from a dot at which it is meant
STEPS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class TaskPlane(Plot):
    """A dot for each task. Page Up and Page Down choose one, Return or a click opens it."""

    opened = Signal(int)  # the task's number

    def __init__(self) -> None:
        super().__init__("gradients.plane", "Gradients of tasks", x_kind="number", x_title="x")
        self._at = np.empty((0, 2))
        self._names = ("", "")
        self._unit = "Task"
        self._chosen: int | None = None
        self._pressed = QPointF()
        self.canvas.pointer_moved.connect(self._hover)
        self.canvas.viewport().installEventFilter(self)
        self.canvas.installEventFilter(self)

    def show_tasks(self, x: np.ndarray, y: np.ndarray, names: tuple[str, str], of_tasks: bool, color: str) -> None:
        """The tasks at [N] and [N], and what the two axes are."""
        self._at, self._names, self._unit = np.column_stack([x, y]), names, "Task" if of_tasks else "Batch"
        self.set_x("number", lambda value: measure(value, 3), names[0])
        self.clear()
        self._ring = self.add_curve("the chosen one", Style("text", line=False, dots=17), None)
        style = Style(color, line=False, dots=9)
        for start in range(0, len(x), MANY_DOTS):  # more dots than that in one curve would become a line
            part = slice(start, start + MANY_DOTS)
            order = np.argsort(x[part])
            self.add_curve(_many(self._unit), style, None).set(x[part][order], y[part][order])
        self.add_mark("muted").set(float(x.mean()), float(y.mean()), "mean")
        self._choose(None)

    @property
    def words(self) -> str:
        """The task that is chosen, and where it lies."""
        if self._chosen is None:
            return ""
        x, y = self._at[self._chosen]
        return f"{self._unit} {self._chosen}: {self._names[0]} {measure(x, 3)}, {self._names[1]} {measure(y, 3)}"

    def place_of(self, number: int) -> QPointF:
        """Where a task's dot lies on the canvas."""
        return QPointF(self.canvas.mapFromScene(self.box.mapViewToScene(QPointF(*self._at[number]))))

    def readings(self, x: float) -> list[tuple[str, str, str]]:
        return []  # the crosshair reads lines, and these are none

    def _near(self, position: QPointF) -> int | None:
        away = [(self.place_of(number) - position).manhattanLength() for number in range(len(self._at))]
        return int(np.argmin(away)) if away and min(away) <= NEAR else None

    def _hover(self, position: QPointF | None) -> None:
        near = None if position is None else self._near(position)
        if near != self._chosen:
            self._choose(near)

    def _choose(self, number: int | None) -> None:
        self._chosen = number
        at = self._at[[] if number is None else [number]]
        self._ring.set(at[:, 0], at[:, 1])
        self._readout.setVisible(number is not None)
        if number is not None:
            rows = [(name, "link", measure(float(value), 3)) for name, value in zip(self._names, at[0], strict=True)]
            self._readout.tell(f"{self._unit} {number}", rows, self.place_of(number).toPoint())
        here = f". {self.words}" if self.words else ""
        self.canvas.setAccessibleName(said(f"Gradients of {len(self._at)} {_many(self._unit)}{here}"))
        self.redraw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click that drags nothing opens a task; keys go from one to the next."""
        if watched is self.canvas:
            return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._key_chooses(event)
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = event.position()
            elif event.type() == QEvent.Type.MouseButtonRelease:
                still = (event.position() - self._pressed).manhattanLength() < 4
                near = self._near(event.position()) if still else None
                if near is not None:
                    self.opened.emit(near)
        return super().eventFilter(watched, event)

    def _key_chooses(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in STEPS and len(self._at):
            before = self._chosen if self._chosen is not None else -max(STEPS[key], 0)
            self._choose((before + STEPS[key]) % len(self._at))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen is not None:
            self.opened.emit(self._chosen)
            return True
        return False


def _many(unit: str) -> str:
    return {"Task": "tasks", "Batch": "batches"}[unit]
