"""An axis of a plot: one level of ticks, a quiet grid, numbers in the locale."""

import math
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QLocale, QRectF
from PySide6.QtGui import QFont

from workbench import theme as themes
from workbench.numbers import PERCENT, Format, count, duration

TIME_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400)
TICK_DISTANCE = {"bottom": 84, "left": 30}  # pixels from one tick to the next, about


class Axis(pg.AxisItem):
    """`kind` is number, count (whole numbers), percent (of a share), or time (in seconds)."""

    def __init__(self, orientation: str, kind: str = "number") -> None:
        super().__init__(orientation)
        self.kind = kind
        self.enableAutoSIPrefix(False)
        self.setStyle(tickLength=0, maxTickLevel=0, tickTextOffset=6, hideOverlappingLabels=False)
        self.setGrid(255)
        self._fit_text()

    def set_kind(self, kind: str) -> None:
        self.kind = kind
        self.picture = None
        self.update()

    def _fit_text(self) -> None:
        font = QFont()
        font.setPixelSize(themes.scaled(themes.CAPTION_SIZE))
        self.setTickFont(font)
        if self.orientation == "left":
            self.setWidth(themes.scaled(56))

    def set_theme(self, theme: themes.Theme) -> None:
        self._fit_text()
        self.setPen(pg.mkPen(theme.border))
        self.setTickPen(pg.mkPen(theme.grid))
        self.setTextPen(pg.mkPen(theme.muted))

    def boundingRect(self) -> QRectF:
        """With room for the numbers at either end."""
        return super().boundingRect().adjusted(-24, -8, 24, 8)

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """One level of ticks, at round distances."""
        low, high = sorted((low, high))
        wanted = (high - low) / max(size / TICK_DISTANCE[self.orientation], 1.5)
        if not (math.isfinite(wanted) and wanted > 0):
            return []
        if self.logMode:
            return self._powers(low, high, wanted)
        step = self._step(wanted)
        first, last = math.ceil(low / step), math.floor(high / step + 1e-9)
        return [(step, [number * step for number in range(first, last + 1)])]

    def _step(self, wanted: float) -> float:
        if self.kind == "time":
            return next((step for step in TIME_STEPS if step >= wanted), math.ceil(wanted / 86400) * 86400)
        step = 10.0 ** math.floor(math.log10(wanted))
        step *= next(factor for factor in (1, 2, 5, 10) if factor * step >= wanted * (1 - 1e-9))
        return max(step, 1.0) if self.kind == "count" else step

    def _powers(self, low: float, high: float, wanted: float) -> list[tuple[float, list[float]]]:
        """Ticks on a logarithmic axis: powers of ten, and 2 and 5 or 3 between them where there is room."""
        if wanted > 0.55:
            step = math.ceil(wanted)
            return [(step, [power for power in range(math.ceil(low), math.floor(high) + 1) if power % step == 0])]
        factors = (1, 3) if wanted > 0.35 else (1, 2, 5) if wanted > 0.12 else range(1, 10)
        if high - low < 0.3:  # so little of a decade that only evenly spaced numbers fill it
            step = self._step(10.0**low * (10 ** min(wanted, 0.3) - 1))
            values = [n * step for n in range(math.ceil(10.0**low / step), math.floor(10.0**high / step) + 1)]
        else:
            decades = range(math.floor(low), math.floor(high) + 1)
            values = [factor * 10.0**decade for decade in decades for factor in factors]
        ticks = [math.log10(value) for value in values if value > 0]
        return [(wanted, [tick for tick in ticks if low <= tick <= high])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        if self.logMode:
            return [_rounded(10.0**value) for value in values]
        decimals = max(0, -math.floor(math.log10(spacing) + 1e-9))
        forms: dict[str, Format] = {
            "count": count,
            "time": duration,
            "percent": lambda value: f"{QLocale().toString(100 * value, 'f', max(decimals - 2, 0))}{PERCENT}",
            "number": lambda value: _plain(value, decimals),
        }
        return [forms[self.kind](0.0 if abs(value) < spacing * 1e-9 else value) for value in values]

    def drawPicture(self, painter: Any, axis_spec: Any, tick_specs: Any, text_specs: Any) -> None:
        painter.setRenderHint(painter.RenderHint.Antialiasing, False)
        super().drawPicture(painter, axis_spec, tick_specs, text_specs)


def _plain(value: float, decimals: int) -> str:
    if value and not 1e-4 <= abs(value) < 1e6:
        return QLocale().toString(value, "g", 3)
    return QLocale().toString(value, "f", decimals)


def _rounded(value: float) -> str:
    digits = 3 - math.floor(math.log10(value))
    return _plain(value, 0) if digits <= 3 and value == round(value) else QLocale().toString(value, "g", 3)
