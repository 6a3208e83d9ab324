"""Parallel coordinates: an upright axis for each setting that varies and one for the result, and a line for each run.

Dragging along an axis keeps to the lines that pass through that range, the others fade; a click on the axis takes the
range away. With the keyboard: left and right choose an axis, up and down move a range along it, + and − widen and
narrow it, Delete takes it away.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from workbench import theme as themes
from workbench.views.plot_items import blended
from workbench.views.scale import Scale
from workbench.words import said, tr

TOP, BOTTOM, SIDE = 44, 20, 72  # logical pixels around the axes
REACH = 18  # on either side of an axis, within which it is meant
NEAR = 7  # from a line, within which it is meant
LEAST_RANGE = 0.02  # of an axis; less is a click
_STEP, _FIRST = 0.1, (0.67, 1.0)  # of the keyboard's range: how far it moves, and where it begins
_FADED, _GAP = 0.14, 6


@dataclass(frozen=True)
class ParallelLine:
    """The places of one line on the axes, from 0 to 1, None where it has none; `good` is 1 for the best result."""

    places: tuple[float | None, ...]
    good: float | None
    words: str  # what the tooltip says


class ParallelCoordinates(QWidget):
    """The picture. Tells `brushed` when other lines are within all ranges."""

    brushed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sweep.parallel")
        self.setAccessibleName(tr("Parallel axes"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 160)
        self._axes: tuple[Scale, ...] = ()
        self._lines: tuple[ParallelLine, ...] = ()
        self.ranges: dict[int, tuple[float, float]] = {}  # by axis, from 0 to 1
        self._axis = 0  # that the keyboard is at
        self._dragged: tuple[int, float] | None = None  # an axis, and where on it the button went down

    def show_lines(self, axes: Sequence[Scale], lines: Sequence[ParallelLine]) -> None:
        """Show these; ranges stay where the axes are the same."""
        if [axis.title for axis in axes] != [axis.title for axis in self._axes]:
            self.ranges, self._axis = {}, max(len(axes) - 1, 0)
        self._axes, self._lines = tuple(axes), tuple(lines)
        self._tell()

    @property
    def kept(self) -> list[int]:
        """The numbers of the lines that pass through every range."""
        return [number for number, line in enumerate(self._lines) if self._passes(line)]

    def set_range(self, axis: int, low: float, high: float) -> None:
        """Keep to the lines that pass an axis between two places from 0 to 1."""
        self.ranges[axis] = (max(0.0, min(low, high)), min(1.0, max(low, high)))
        self._tell()

    def clear_range(self, axis: int) -> None:
        self.ranges.pop(axis, None)
        self._tell()

    def clear(self) -> None:
        """Take all ranges away."""
        self.ranges = {}
        self._tell()

    def _passes(self, line: ParallelLine) -> bool:
        edge = 1e-9
        return all(
            (place := line.places[axis]) is not None and low - edge <= place <= high + edge
            for axis, (low, high) in self.ranges.items()
        )

    def _tell(self) -> None:
        kept = len(self.kept)
        names = ", ".join(axis.title for axis in self._axes)
        self.setAccessibleDescription(
            tr("{kept} of {all} lines kept; axes: {names}", kept=kept, all=len(self._lines), names=names)
        )
        self.update()
        self.brushed.emit()

    # -- where things are ---------------------------------------------------------------------------------------

    def _x(self, axis: int) -> float:
        room = self.width() - 2 * SIDE
        return SIDE + (room * axis / (len(self._axes) - 1) if len(self._axes) > 1 else room / 2)

    def _y(self, place: float) -> float:
        return self.height() - BOTTOM - place * (self.height() - TOP - BOTTOM)

    def _place(self, y: float) -> float:
        return min(1.0, max(0.0, (self.height() - BOTTOM - y) / max(self.height() - TOP - BOTTOM, 1)))

    def axis_at(self, x: float) -> int | None:
        """The axis that is meant at a place."""
        near = min(range(len(self._axes)), key=lambda axis: abs(self._x(axis) - x), default=None)
        return near if near is not None and abs(self._x(near) - x) <= REACH else None

    def point(self, axis: int, place: float) -> QPointF:
        """Where on the widget a place of an axis is."""
        return QPointF(self._x(axis), self._y(place))

    def words_at(self, at: QPointF) -> str:
        """What the tooltip says at a place: the nearest line that is kept."""
        found = [(distance, line) for line in self._lines if (distance := self._distance(line, at)) <= NEAR]
        found = [(distance, line) for distance, line in found if self._passes(line)]
        return min(found, key=lambda pair: pair[0])[1].words if found else ""

    def _distance(self, line: ParallelLine, at: QPointF) -> float:
        for axis in range(len(self._axes) - 1):
            left, right = self._x(axis), self._x(axis + 1)
            here, there = line.places[axis], line.places[axis + 1]
            if left <= at.x() <= right and here is not None and there is not None:
                share = (at.x() - left) / max(right - left, 1e-9)
                return abs(self._y(here + share * (there - here)) - at.y())
        return float("inf")

    # -- drawing ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(themes.scaled(themes.CAPTION_SIZE))
        painter.setFont(font)
        # The best lie on top, and those that are kept over those that are not.
        order = sorted(self._lines, key=lambda line: (self._passes(line), -1.0 if line.good is None else line.good))
        for line in order:
            self._paint_line(painter, line)
        for axis in range(len(self._axes)):
            self._paint_axis(painter, axis, QFontMetrics(font))
        painter.end()

    def _paint_line(self, painter: QPainter, line: ParallelLine) -> None:
        theme = themes.current()
        surface, kept = QColor(theme.surface), self._passes(line)
        best, worst = QColor(theme.link), blended(QColor(theme.muted), surface, 0.55)
        color = QColor(theme.disabled) if line.good is None else blended(best, worst, line.good)
        pen = QPen(color if kept else blended(color, surface, _FADED), 2.0 if kept else 1.0)
        if line.good is None:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        piece: list[QPointF] = []
        for axis, place in enumerate((*line.places, None)):
            if place is not None:
                piece.append(self.point(axis, place))
                continue
            if len(piece) > 1:
                painter.drawPolyline(QPolygonF(piece))
            piece = []

    def _paint_axis(self, painter: QPainter, axis: int, metrics: QFontMetrics) -> None:
        theme, scale, x = themes.current(), self._axes[axis], self._x(axis)
        chosen = self.hasFocus() and axis == self._axis
        painter.setPen(QPen(QColor(theme.link if chosen else theme.strong_border), 2 if chosen else 1))
        painter.drawLine(QPointF(x, self._y(0)), QPointF(x, self._y(1)))
        if axis in self.ranges:
            low, high = self.ranges[axis]
            fill = QColor(theme.link)
            fill.setAlpha(70)
            painter.setPen(QPen(QColor(theme.link), 1))
            painter.setBrush(fill)
            painter.drawRoundedRect(QRectF(x - 5, self._y(high), 10, max(self._y(low) - self._y(high), 3)), 3, 3)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        wide = (self.width() - 2 * SIDE) / max(len(self._axes) - 1, 1) if len(self._axes) > 1 else 2 * SIDE
        room = int(min(wide, 2 * SIDE)) - _GAP
        painter.setPen(QColor(theme.link if axis in self.ranges else theme.text))
        title = metrics.elidedText(scale.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(x - room / 2, 6, room, TOP - 20), Qt.AlignmentFlag.AlignCenter, said(title))
        painter.setPen(QColor(theme.muted))
        span, height, free = scale.high - scale.low, metrics.height(), float("inf")
        for at, text in sorted(scale.ticks()):
            y = self._y((at - scale.low) / span if span > 0 else 0.5)
            if free - y < height:  # it would run into the one below
                continue
            free = y
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, SIDE - 10)
            wide = metrics.horizontalAdvance(shown)
            last = axis == len(self._axes) - 1  # beyond which there are no lines
            box = QRectF(x + 8 if last else x - 8 - wide, y - height / 2, wide, height)
            back = QColor(theme.surface)
            back.setAlpha(205)
            painter.fillRect(box.adjusted(-2, 0, 2, 0), back)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, shown)
            painter.drawLine(QPointF(x - 3, y), QPointF(x + 3, y))

    # -- mouse, keyboard and looks ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        axis = self.axis_at(event.position().x())
        if event.button() is Qt.MouseButton.LeftButton and axis is not None:
            self._dragged, self._axis = (axis, self._place(event.position().y())), axis
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is None:
            return
        axis, begun = self._dragged
        here = self._place(event.position().y())
        if abs(here - begun) >= LEAST_RANGE:
            self.set_range(axis, begun, here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged is None:
            return
        (axis, begun), self._dragged = self._dragged, None
        if abs(self._place(event.position().y()) - begun) < LEAST_RANGE:
            self.clear_range(axis)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        low, high = self.ranges.get(self._axis, _FIRST)
        there = self._axis in self.ranges
        key = event.key()
        if not self._axes:
            event.ignore()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self._axis = min(max(self._axis + step, 0), len(self._axes) - 1)
            self.update()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = min(_STEP, 1 - high) if key == Qt.Key.Key_Up else -min(_STEP, low)
            self.set_range(self._axis, low + (step if there else 0), high + (step if there else 0))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            step = _STEP / 2 * (-1 if key == Qt.Key.Key_Minus else 1)
            if high - low + 2 * step > LEAST_RANGE:
                self.set_range(self._axis, low - step, high + step)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_range(self._axis)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.words_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
