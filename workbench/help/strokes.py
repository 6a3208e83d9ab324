"""What the pictures of the help are drawn with: arrows, words, and their room."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from workbench import theme as themes


def arrow(painter: QPainter, start: QPointF, end: QPointF, color: str, width: float = 1.2) -> None:
    painter.setPen(QPen(QColor(color), width))
    painter.drawLine(start, end)
    head(painter, QColor(color), end, math.atan2(start.y() - end.y(), end.x() - start.x()))


def head(painter: QPainter, color: QColor, tip: QPointF, angle: float) -> None:
    """A small triangle that points in a direction, counted anticlockwise from the right."""
    sides = [tip - QPointF(math.cos(angle + turn), -math.sin(angle + turn)) * 7 for turn in (0.42, -0.42)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([tip, *sides]))


def words(
    painter: QPainter, color: str, place: QRectF, text: str, size: int = themes.TEXT_SIZE, centred: bool = False
) -> None:
    font = QFont(painter.font())
    font.setPixelSize(size)
    painter.setFont(font)
    painter.setPen(QColor(color))
    across = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
    painter.drawText(place, across | Qt.AlignmentFlag.AlignVCenter, text)


def dot(painter: QPainter, middle: QPointF, radius: float, color: str, hollow: str = "") -> None:
    """A disc, or a ring around a colour."""
    painter.setPen(QPen(QColor(color), 2.0))
    painter.setBrush(QColor(hollow or color))
    painter.drawEllipse(middle, radius, radius)
