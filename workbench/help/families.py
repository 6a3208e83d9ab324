"""A small picture for each family of algorithms: what it learns, and what it does with a support set."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from workbench import theme as themes
from workbench.help.equation import Equation
from workbench.help.strokes import arrow, dot, words
from workbench.words import tr

WIDTH, HEIGHT = 420.0, 150.0


def initialisation(painter: QPainter, theme: themes.Theme) -> None:
    """A way that ends where every task is near."""
    way = QPainterPath(QPointF(20, 128))
    way.cubicTo(70, 60, 120, 130, 190, 78)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.muted), 2.0))
    painter.drawPath(way)
    start = QPointF(190, 78)
    for number, end in enumerate((QPointF(268, 26), QPointF(300, 82), QPointF(246, 130))):
        color = theme.series[number]
        arrow(painter, start, end, color, 1.6)
        dot(painter, end + (end - start) * 0.07, 4, color)
        _letter(painter, theme, "φ" + "₁₂₃"[number], end + QPointF(14, -12), color)
    dot(painter, start, 6, theme.accent)
    _letter(painter, theme, "θ", start + QPointF(-18, -30), theme.link)
    words(painter, theme.muted, QRectF(20, 128, 150, 20), tr("outer loop"), themes.CAPTION_SIZE)
    words(painter, theme.muted, QRectF(318, 112, 100, 36), tr("inner loop,\none for each task"), themes.CAPTION_SIZE)


def update_rule(painter: QPainter, theme: themes.Theme) -> None:
    """The way of plain gradients to and fro, and the learnt one."""
    goal = QPointF(288, 76)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for radius in (1.0, 0.7, 0.4, 0.15):
        painter.setPen(QPen(QColor(theme.strong_border), 1.0))
        painter.drawEllipse(goal, 130 * radius, 62 * radius)
    zigzag = [QPointF(162, 60), QPointF(186, 112), QPointF(206, 54), QPointF(226, 100), QPointF(244, 64)]
    painter.setPen(QPen(QColor(theme.muted), 1.4))
    painter.drawPolyline(zigzag)
    learnt = [QPointF(162, 60), QPointF(232, 76), goal]
    for start, end in pairwise(learnt):
        arrow(painter, start, end, theme.link, 2.0)
    dot(painter, learnt[0], 5, theme.accent)
    words(painter, theme.link, QRectF(0, 36, 150, 36), tr("learnt steps,\nstraight to the task"), themes.CAPTION_SIZE)
    words(painter, theme.muted, QRectF(0, 96, 150, 36), tr("plain gradients,\nto and fro"), themes.CAPTION_SIZE)


def metric(painter: QPainter, theme: themes.Theme) -> None:
    """Classes as places, and a query that belongs to the nearest."""
    query = QPointF(214, 66)
    for number, middle in enumerate((QPointF(80, 44), QPointF(150, 112), QPointF(306, 44))):
        color = theme.series[number]
        painter.setPen(QPen(QColor(theme.muted), 1.0, Qt.PenStyle.DashLine))
        painter.drawLine(query, middle)
        for away in (QPointF(-24, -10), QPointF(16, -20), QPointF(22, 14), QPointF(-12, 20)):
            dot(painter, middle + away, 3, color)
        dot(painter, middle, 7, color, theme.surface)
    arrow(painter, query, QPointF(160, 105), theme.link, 2.0)
    dot(painter, query, 6, theme.text, theme.surface)
    words(painter, theme.text, QRectF(226, 66, 80, 20), tr("query"), themes.CAPTION_SIZE)
    words(
        painter,
        theme.muted,
        QRectF(196, 106, 220, 36),
        tr("a ring is where a class lies;\nthe nearest one is taken"),
        themes.CAPTION_SIZE,
    )


def closed_form(painter: QPainter, theme: themes.Theme) -> None:
    """Learnt features, and the line between classes that is computed and not stepped to."""
    _box(painter, theme, QRectF(16, 52, 92, 44), tr("features,\nlearnt"))
    arrow(painter, QPointF(114, 74), QPointF(150, 74), theme.muted)
    frame = QRectF(160, 14, 180, 120)
    painter.setPen(QPen(QColor(theme.border), 1.0))
    painter.setBrush(QColor(theme.window))
    painter.drawRoundedRect(frame, 8, 8)
    left = (QPointF(196, 60), QPointF(184, 92), QPointF(214, 104), QPointF(222, 78))
    right = (QPointF(272, 36), QPointF(304, 52), QPointF(288, 74), QPointF(318, 92))
    for color, dots in zip(theme.series, (left, right), strict=False):
        for place in dots:
            dot(painter, place, 4, color)
    painter.setPen(QPen(QColor(theme.link), 2.0))
    painter.drawLine(QPointF(214, 26), QPointF(284, 124))
    words(painter, theme.link, QRectF(350, 52, 70, 44), tr("solved\nat once"), themes.CAPTION_SIZE)


def one_pass(painter: QPainter, theme: themes.Theme) -> None:
    """Examples go in, an answer comes out."""
    for number in range(3):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.series[number]))
        painter.drawRoundedRect(QRectF(20, 34 + 20 * number, 13, 13), 3, 3)
    words(painter, theme.muted, QRectF(4, 96, 90, 20), tr("support set"), themes.CAPTION_SIZE)
    arrow(painter, QPointF(44, 60), QPointF(86, 60), theme.muted)
    _box(painter, theme, QRectF(94, 38, 84, 44), tr("reads"))
    arrow(painter, QPointF(184, 60), QPointF(226, 60), theme.muted)
    _letter(painter, theme, "r", QPointF(200, 34), theme.link)
    _box(painter, theme, QRectF(234, 38, 84, 44), tr("answers"))
    arrow(painter, QPointF(324, 60), QPointF(360, 60), theme.muted)
    words(painter, theme.text, QRectF(368, 50, 52, 20), tr("label"), themes.CAPTION_SIZE)
    painter.setPen(QPen(QColor(theme.text), 1.5))
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(QRectF(269, 118, 13, 13), 3, 3)
    words(painter, theme.muted, QRectF(288, 114, 80, 20), tr("query"), themes.CAPTION_SIZE)
    arrow(painter, QPointF(275.5, 114), QPointF(275.5, 88), theme.muted)


def yardsticks(painter: QPainter, theme: themes.Theme) -> None:
    """What a figure is held against."""
    bars = ((tr("Chance"), 20), (tr("From scratch"), 36), (tr("Nearest"), 50), (tr("Baseline"), 71))
    for number, (name, share) in enumerate(bars):
        left, height = 22 + 74 * number, share * 1.05
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.strong_border))
        painter.drawRoundedRect(QRectF(left + 10, 118 - height, 44, height), 3, 3)
        words(painter, theme.muted, QRectF(left - 8, 122, 80, 20), name, themes.CAPTION_SIZE, True)
    painter.setPen(QPen(QColor(theme.link), 2.0, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(328, 24, 44, 94), 3, 3)
    words(painter, theme.link, QRectF(340, 60, 30, 20), "?", themes.TITLE_SIZE)
    words(painter, theme.link, QRectF(300, 122, 100, 20), tr("Meta-learner"), themes.CAPTION_SIZE, True)


def _box(painter: QPainter, theme: themes.Theme, place: QRectF, text: str) -> None:
    painter.setPen(QPen(QColor(theme.strong_border), 1.2))
    painter.setBrush(QColor(theme.window))
    painter.drawRoundedRect(place, 8, 8)
    words(painter, theme.text, place, text, themes.CAPTION_SIZE, True)


def _letter(painter: QPainter, theme: themes.Theme, text: str, corner: QPointF, color: str) -> None:
    Equation([text], 18).draw(painter, QRectF(corner, corner + QPointF(40, 26)), theme, color)
