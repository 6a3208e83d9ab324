"""What stands for an example wherever one is drawn: its picture enlarged, its class's letter, a right or wrong mark."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF, qRgb

from workbench import theme as themes


def letter_of(way: int) -> str:
    """What captions call a class of the task: A … Z, then 27, 28, …"""
    return chr(ord("A") + way) if way < 26 else str(way + 1)


def enlarged(pixels: NDArray[np.uint8], times: int) -> QImage:
    """A picture [H, W] of ink on paper in the colours of the theme, or [H, W, 3] as it is, `times` as large."""
    large = np.ascontiguousarray(pixels.repeat(times, 0).repeat(times, 1))
    height, width = large.shape[:2]
    if large.ndim == 3:
        return QImage(large.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
    image = QImage(large.data, width, height, width, QImage.Format.Format_Indexed8).copy()
    theme = themes.current()
    paper, ink = (np.array(QColor(color).getRgb()[:3]) for color in (theme.surface, theme.text))
    image.setColorTable(
        [qRgb(*np.rint(paper + (ink - paper) * (shade / 255)).astype(int).tolist()) for shade in range(256)]
    )
    return image


def draw_mark(painter: QPainter, at: QPointF, right: bool, color: QColor) -> None:
    """A tick or a cross around a point: whoever sees no colours sees these."""
    painter.setPen(QPen(color, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y = at.x(), at.y()
    if right:
        painter.drawPolyline(QPolygonF([QPointF(x - 3.5, y + 0.3), QPointF(x - 1, y + 3), QPointF(x + 3.5, y - 2.8)]))
    else:
        painter.drawLine(QPointF(x - 2.8, y - 2.8), QPointF(x + 2.8, y + 2.8))
        painter.drawLine(QPointF(x - 2.8, y + 2.8), QPointF(x + 2.8, y - 2.8))
