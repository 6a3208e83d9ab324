"""The picture of the two loops: what all tasks share, what single tasks make of it, and what comes back."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from workbench import theme as themes
from workbench.help import strokes
from workbench.help.equation import Equation
from workbench.words import tr

WIDTH, HEIGHT = 600.0, 252.0
_LANES = (52.0, 116.0, 180.0)  # middles of the tasks' lanes
_LANE_HEIGHT = 48.0
_THETA = QPointF(58.0, 116.0)
_LANE_LEFT, _LANE_RIGHT = 128.0, 580.0
_RETURN = 226.0  # height of the way back


def paint(painter: QPainter, theme: themes.Theme) -> None:
    """Draw into WIDTH × HEIGHT."""
    for number, middle in enumerate(_LANES):
        _lane(painter, theme, middle, number)
    _way_back(painter, theme)
    _theta(painter, theme)


def _lane(painter: QPainter, theme: themes.Theme, middle: float, number: int) -> None:
    """One task: its support set, the inner loop, φ, and its queries."""
    color = QColor(theme.series[number])
    strokes.arrow(painter, QPointF(_THETA.x() + 25, _THETA.y()), QPointF(_LANE_LEFT - 6, middle), theme.muted)
    painter.setPen(QPen(QColor(theme.border), 1.0))
    painter.setBrush(QColor(theme.window))
    lane = QRectF(_LANE_LEFT, middle - _LANE_HEIGHT / 2, _LANE_RIGHT - _LANE_LEFT, _LANE_HEIGHT)
    painter.drawRoundedRect(lane, 8, 8)
    task = tr("Task {number}", number=number + 1)
    strokes.words(painter, theme.muted, QRectF(lane.left() + 14, lane.top(), 50, lane.height()), task)
    _examples(painter, theme, QPointF(228, middle), color, tr("support set"))
    strokes.arrow(painter, QPointF(270, middle), QPointF(294, middle), theme.muted)
    _turning(painter, color, QPointF(314, middle))
    strokes.words(painter, theme.text, QRectF(334, middle - 12, 72, 24), tr("inner loop"))
    strokes.arrow(painter, QPointF(404, middle), QPointF(426, middle), theme.muted)
    Equation(["φ" + "₁₂₃"[number]], 20).draw(painter, QRectF(434, middle - 14, 40, 30), theme, color.name())
    strokes.arrow(painter, QPointF(466, middle), QPointF(490, middle), theme.muted)
    _examples(painter, theme, QPointF(532, middle), color, tr("queries"), asked=True)


def _examples(
    painter: QPainter, theme: themes.Theme, middle: QPointF, color: QColor, words: str, asked: bool = False
) -> None:
    """Three small pictures with their name; those that are asked about are hollow."""
    for number in range(3):
        square = QRectF(middle.x() - 24 + 17 * number, middle.y() - 16, 13, 13)
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(QColor(theme.surface) if asked else color)
        painter.drawRoundedRect(square, 3, 3)
    below = QRectF(middle.x() - 45, middle.y() + 3, 90, 16)
    strokes.words(painter, theme.muted, below, words, themes.CAPTION_SIZE, True)


def _turning(painter: QPainter, color: QColor, middle: QPointF) -> None:
    """An arrow that goes round."""
    radius = 11.0
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    ring = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.drawArc(ring, 60 * 16, 285 * 16)
    end = math.radians(345)
    strokes.head(painter, color, middle + QPointF(math.cos(end), -math.sin(end)) * radius, math.radians(-72))


def _theta(painter: QPainter, theme: themes.Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent))
    painter.drawEllipse(_THETA, 25, 25)
    letter = Equation(["θ"], 24)
    room = letter.size(50)
    place = QRectF(_THETA.x() - room.width() / 2, _THETA.y() - room.height() / 2, room.width(), room.height())
    letter.draw(painter, place, theme, theme.accent_text)
    above = QRectF(_THETA.x() - 55, _THETA.y() - 66, 110, 34)
    strokes.words(painter, theme.text, above, tr("shared by\nall tasks"), centred=True)


def _way_back(painter: QPainter, theme: themes.Theme) -> None:
    """The outer loop: from the queries of all tasks to θ."""
    right, radius = 532.0, 14.0
    way = QPainterPath(QPointF(right, _LANES[-1] + _LANE_HEIGHT / 2 + 2))
    way.lineTo(right, _RETURN - radius)
    way.quadTo(right, _RETURN, right - radius, _RETURN)
    way.lineTo(_THETA.x() + radius, _RETURN)
    way.quadTo(_THETA.x(), _RETURN, _THETA.x(), _RETURN - radius)
    way.lineTo(_THETA.x(), _THETA.y() + 33)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.link), 2.0))
    painter.drawPath(way)
    strokes.head(painter, QColor(theme.link), QPointF(_THETA.x(), _THETA.y() + 30), math.radians(90))
    words = tr("outer loop: what the queries of all tasks say improves θ")
    strokes.words(painter, theme.link, QRectF(_LANE_LEFT, _RETURN + 3, 400, 20), words)
