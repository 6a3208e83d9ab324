"""What a plot draws: curves with bands and dots, and marks with a word beside them.

pyqtgraph never sees more than a few points for each pixel: curves keep the full data and hand over what
`curves.thin` leaves of them, with the logarithm already taken.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from workbench import theme as themes
from workbench.views.curves import Extremes, Numbers, thin, thin_band, within
from workbench.words import said

MANY_DOTS = 150  # more dots than this in the picture run together: a line is drawn instead
MANY_POINTS = 40_000  # a line that stands for so many is drawn one pixel thick, without antialiasing
FEW_POINTS = 500  # so few points of a thin line can be antialiased as well
NOTHING = np.empty(0)
Extent = tuple[float, float]


@dataclass(frozen=True)
class Style:
    """How a curve looks. `color` is #rrggbb, or the name of a colour of the theme, which then follows the theme."""

    color: str
    width: float = 1.0
    line: bool = True
    dash: bool = False
    strength: float = 1.0  # below one, the line lies paler behind the others
    dots: int = 0  # their diameter in pixels


@dataclass(frozen=True)
class Frame:
    """What a plot shows at the moment, as the things in it need to know."""

    theme: themes.Theme
    span: Extent  # from and to, along x
    pixels: int  # across
    log: bool = False
    ratio: float = 1.0  # device pixels per pixel; lines grow with it
    heights: Extent | None = None  # on paper, where nothing else keeps a line inside: bottom and top

    def trimmed(self, x: Numbers, y: Numbers) -> tuple[Numbers, Numbers]:
        """A line cut at the edges of the paper; on the screen it stays as it is."""
        if self.heights is None:
            return x, y
        inside = (x >= self.span[0]) & (x <= self.span[1])
        return x[inside], np.clip(y[inside], *self.heights)


def resolved(color: str, theme: themes.Theme) -> QColor:
    return QColor(color if color.startswith("#") else getattr(theme, color))


def blended(color: QColor, background: QColor, share: float) -> QColor:
    """An opaque colour that looks like `share` of `color` over the background; opaque pens draw much faster."""
    mixed = [
        round(share * front + (1 - share) * back)
        for front, back in zip(color.getRgb()[:3], background.getRgb()[:3], strict=True)
    ]
    return QColor(*mixed)


class Curve:
    """A line of full data in a plot; made by `Plot.add_curve`."""

    def __init__(self, box: pg.ViewBox, name: str, style: Style, depth: int, read_as: str | None) -> None:
        self.name = name
        self.read_as = read_as  # what the crosshair calls it; None: it does not read it
        self.style = style
        self.x, self.y, self.low, self.high = NOTHING, NOTHING, NOTHING, NOTHING
        self._box = box
        self._extremes: Extremes | None = None
        self._band = QGraphicsPathItem()
        self._band.setZValue(depth - 100)
        self._line = pg.PlotCurveItem(connect="finite")
        self._dots = pg.ScatterPlotItem(pxMode=True)
        for item in (self._line, self._dots):
            item.setZValue(depth - (50 if style.strength < 1 else 0))
        for item in (self._band, self._line, self._dots):
            box.addItem(item, ignoreBounds=True)

    def set(self, x: Any, y: Any, low: Any = None, high: Any = None, extremes: Extremes | None = None) -> None:
        """New data; `x` ascends, `low` and `high` are the edges of a band. Drawn at the plot's next redraw."""
        self._extremes = extremes
        self.x, self.y = np.asarray(x, float), np.asarray(y, float)
        self.low = NOTHING if low is None else np.asarray(low, float)
        self.high = NOTHING if high is None else np.asarray(high, float)

    def remove(self) -> None:
        for item in (self._band, self._line, self._dots):
            self._box.removeItem(item)

    def draw(self, frame: Frame) -> Extent | None:
        """Draw what lies in the frame. Returns the least and greatest height that should be in the picture."""
        x, y = thin(self.x, self.y, *frame.span, frame.pixels, self._extremes)
        if frame.log and not np.all(y > 0):  # a least value below zero must not hide the least above it
            x, y = thin(self.x, positive(self.y), *frame.span, frame.pixels)
        y = np.log10(y) if frame.log else np.where(np.isfinite(y), y, np.nan)
        x, y = frame.trimmed(x, y)
        color, surface = resolved(self.style.color, frame.theme), QColor(frame.theme.surface)
        tone = blended(color, surface, self.style.strength)
        finite = np.isfinite(y)
        few = int(finite.sum()) <= MANY_DOTS
        self._draw_line(x, y, tone, frame, self.style.line or not few)
        shown = finite if self.style.dots and few else np.zeros_like(finite)
        self._dots.setVisible(bool(shown.any()))
        if shown.any():
            look = {"size": self.style.dots, "brush": tone, "pen": pg.mkPen(surface, width=1)}
            self._dots.setData(x[shown], y[shown], **look, antialias=True, useCache=frame.heights is None)
        band = self._draw_band(color, frame)
        return self._extent(y[finite], band)

    def _draw_line(self, x: Numbers, y: Numbers, color: QColor, frame: Frame, shown: bool) -> None:
        """Thick and smooth where that is cheap; a dense line gets the pen that draws several times faster."""
        self._line.setVisible(shown and len(x) > 0)
        if not self._line.isVisible():
            self._line.setData(NOTHING, NOTHING)
            return
        rows = within(self.x, x[0], x[-1])
        fast = rows.stop - rows.start > MANY_POINTS
        width = self.style.width
        pen = pg.mkPen(color, width=1 if fast or width == 1 else width * frame.ratio)
        if self.style.dash:
            pen.setDashPattern([4, 3])
        # many short strokes are drawn much faster one by one; few look better joined
        self._line.setSegmentedLineMode("on" if len(x) > FEW_POINTS and not self.style.dash else "off")
        self._line.setData(x, y, pen=pen, antialias=not fast and (width > 1 or len(x) < FEW_POINTS))

    def _extent(self, y: Numbers, band: Numbers) -> Extent | None:
        if self.style.strength < 0.5 and len(y) > 200:  # a few wild values must not flatten the picture
            y = np.quantile(y, [0.02, 0.98])
        heights = np.concatenate([y, band])
        return (float(heights.min()), float(heights.max())) if len(heights) else None

    def _draw_band(self, color: QColor, frame: Frame) -> Numbers:
        """Fill between low and high. Returns the heights that it covers."""
        self._band.setVisible(len(self.low) > 0)
        if not len(self.low):
            return NOTHING
        part = within(self.x, *frame.span)
        x, low, high = thin_band(self.x[part], self.low[part], self.high[part], frame.pixels)
        if frame.log:  # an interval that reaches below zero ends at a tenth of its upper edge
            low, high = np.log10(np.maximum(low, positive(high) / 10)), np.log10(positive(high))
        (_, low), (x, high) = frame.trimmed(x, low), frame.trimmed(x, high)
        known = np.isfinite(low) & np.isfinite(high)
        x, low, high = x[known], low[known], high[known]
        fill = QColor(color)
        fill.setAlpha(38)
        self._band.setPen(QPen(Qt.PenStyle.NoPen))
        self._band.setBrush(fill)
        outline = np.concatenate([x, x[::-1]]), np.concatenate([high, low[::-1]])
        self._band.setPath(pg.arrayToQPath(*outline) if len(x) else QPainterPath())
        return np.concatenate([low, high])

    def nearest(self, x: float) -> int | None:
        """The row whose x is nearest, where the curve has a value and reaches so far."""
        if not len(self.x) or not self.x[0] <= x <= self.x[-1]:
            return None
        after = int(np.searchsorted(self.x, x))
        row = min((row for row in (after - 1, after) if 0 <= row < len(self.x)), key=lambda row: abs(self.x[row] - x))
        return row if np.isfinite(self.y[row]) else None


def positive(values: Numbers) -> Numbers:
    """The values with a logarithm; the others become missing."""
    usable = (values > 0) & np.isfinite(values)
    return values if usable.all() else np.where(usable, values, np.nan)


def _word(text: str) -> pg.TextItem:
    word = pg.TextItem(text)
    font = word.textItem.font()
    font.setPixelSize(themes.scaled(themes.CAPTION_SIZE))
    word.setFont(font)
    return word


class Mark:
    """A ring around one point, with a word beside it; made by `Plot.add_mark`."""

    def __init__(self, box: pg.ViewBox, color: str) -> None:
        self.color = color
        self._box = box
        self._at: tuple[float, float] | None = None
        self._ring = pg.ScatterPlotItem(pxMode=True)
        self._text = _word("")
        self._look: tuple[object, ...] = ()
        for item in (self._ring, self._text):
            item.setZValue(1000)
            box.addItem(item, ignoreBounds=True)

    def set(self, x: float, y: float, text: str) -> None:
        self._at = (x, y)
        if text != self._text.toPlainText():
            self._text.setText(said(text))

    def remove(self) -> None:
        for item in (self._ring, self._text):
            self._box.removeItem(item)

    def draw(self, frame: Frame) -> None:
        log, theme = frame.log, frame.theme
        hidden = self._at is None or not np.isfinite(self._at).all() or (log and self._at[1] <= 0)
        self._ring.setVisible(not hidden)
        self._text.setVisible(not hidden and bool(self._text.toPlainText()))
        if hidden or self._at is None:
            return
        x, y = self._at[0], float(np.log10(self._at[1])) if log else self._at[1]
        color = resolved(self.color, theme)
        look = {"size": 11, "brush": theme.surface, "pen": pg.mkPen(color, width=2 * frame.ratio)}
        self._ring.setData([x], [y], **look, antialias=True, useCache=frame.heights is None)
        (left, right), (bottom, top) = self._box.viewRange()
        beside = (x - left) / (right - left) > 0.8 if right > left else False
        below = (y - bottom) / (top - bottom) > 0.7 if top > bottom else False
        look = (color.name(), theme.name, beside, below)
        if look != self._look:  # setting it up costs more than all the rest
            self._look = look
            self._text.setColor(color)
            fill = QColor(theme.surface)
            fill.setAlpha(215)
            self._text.fill = pg.mkBrush(fill)
            self._text.setAnchor((1.0 if beside else 0.0, -0.25 if below else 1.25))
        self._text.setPos(x, y)


class Rule:
    """A dashed vertical line with a word at its top; made by `Plot.add_rule`."""

    def __init__(self, box: pg.ViewBox, x: float, text: str) -> None:
        self._box = box
        self._line = pg.InfiniteLine(x, angle=90, movable=False)
        self._line.setZValue(-500)
        self._text = _word(said(text))
        self._x = x
        for item in (self._line, self._text):
            box.addItem(item, ignoreBounds=True)

    def remove(self) -> None:
        for item in (self._line, self._text):
            self._box.removeItem(item)

    def draw(self, frame: Frame) -> None:
        theme = frame.theme
        pen = pg.mkPen(theme.muted, width=frame.ratio)
        pen.setDashPattern([4, 4])
        self._line.setPen(pen)
        (left, right), (_bottom, top) = self._box.viewRange()
        self._text.setColor(theme.muted)
        self._text.setAnchor((1.0 if self._x > left + 0.7 * (right - left) else 0.0, 0.0))
        self._text.setPos(self._x, top)
