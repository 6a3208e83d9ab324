"""The surface of a plot: what the wheel, the pointer and the keys do is said here or handed on."""

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent


class Box(pg.ViewBox):
    """The inside of a plot: the wheel zooms x, with Ctrl or over the axis y; a double click fits."""

    fit_asked = Signal()

    def wheelEvent(self, event: Any, axis: int | None = None) -> None:
        if axis is None:
            axis = 1 if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 0
        super().wheelEvent(event, axis)

    def mouseClickEvent(self, event: Any) -> None:
        if event.double():
            event.accept()
            self.fit_asked.emit()


class Canvas(pg.PlotWidget):
    """The drawing surface; it hands on keys and the pointer."""

    key_pressed = Signal(QKeyEvent)
    pointer_moved = Signal(object)  # QPointF in the widget, or None when it left

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_pressed.emit(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.pointer_moved.emit(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointer_moved.emit(None)
