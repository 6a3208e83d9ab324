"""The marks of an embedding: squares are support examples, dots are queries, hollow diamonds are centres."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

Mark = Literal["support", "query", "centre"]

HALF = {"support": 4.5, "query": 3.5, "centre": 8.0}  # of a mark's size, in logical pixels
GAP, APART = 7, 18  # in the key: from a mark to its meaning, and from that to the next mark


def draw_mark(painter: QPainter, mark: Mark, at: QPointF, color: QColor, edge: QPen, larger: float = 0.0) -> None:
    """One mark around a point. Through a centre one sees the examples below it; its own colour is its edge."""
    half = HALF[mark] + larger
    if mark == "centre":
        corners = [(0, -half), (half, 0), (0, half), (-half, 0)]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, 2 + larger))
        painter.drawPolygon(QPolygonF([QPointF(at.x() + x, at.y() + y) for x, y in corners]))
        return
    painter.setBrush(color)
    painter.setPen(edge)
    if mark == "query":
        painter.drawEllipse(at, half, half)
    else:
        painter.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half))


def draw_key(painter: QPainter, row: QRectF, meanings: list[tuple[Mark, str]], color: QColor) -> None:
    """The marks with their meanings, from the right end of a row."""
    metrics, right = QFontMetrics(painter.font()), row.right()
    for mark, words in reversed(meanings):
        left = right - metrics.horizontalAdvance(words)
        painter.setPen(color)
        painter.drawText(QRectF(left, row.y(), right - left + 2, row.height()), Qt.AlignmentFlag.AlignVCenter, words)
        at = QPointF(left - GAP - HALF[mark], row.center().y())
        draw_mark(painter, mark, at, color, QPen(Qt.PenStyle.NoPen))
        right = at.x() - HALF[mark] - APART
