"""The step sizes that a run has learnt: a row for each layer, a dot for each step."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.runs.gradients import StepSizes
from workbench import theme as themes
from workbench.numbers import measure
from workbench.views.axis import Axis
from workbench.views.plot_items import blended
from workbench.words import said, tr

LABELS, MARGIN, FOOT = 112, 12, 40  # names at the left; around; below, for the numbers and the key
DOT, TALLEST = 8, 48.0
FIRST = 0.3  # how strong the dot of the first step is


class StepSizeRows(QWidget):
    """From the first layer down to the last; `set_layer` marks one of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("gradients.step_sizes")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(220, 150)
        self._sizes: dict[str, StepSizes] = {}
        self._first: float | None = None
        self._layer: str | None = None
        self._scale = Axis("bottom")  # not shown: it knows round numbers

    def show_sizes(self, sizes: dict[str, StepSizes], first: float | None) -> None:
        """Of each layer, and where all of them began."""
        self._sizes, self._first = sizes, first
        words = "; ".join(self.words_of(layer) for layer in sizes)
        self.setAccessibleName(f"{tr('Learnt step sizes.')} {said(words)}")
        self.update()

    def set_layer(self, layer: str | None) -> None:
        self._layer = layer
        self.update()

    def words_of(self, layer: str) -> str:
        """``conv1: step 1 0.412, step 2 0.387``"""
        sizes = self._sizes[layer]
        spread = ""
        if sizes.numbers > 1:
            low, high = measure(float(sizes.low.min()), 3), measure(float(sizes.high.max()), 3)
            spread = f", nine in ten of {sizes.numbers:,} numbers from {low} to {high}"
        if len(sizes.mean) == 1:
            return f"{layer}: {measure(float(sizes.mean[0]), 3)}{spread}"
        steps = ", ".join(f"step {at} {measure(float(mean), 3)}" for at, mean in enumerate(sizes.mean, 1))
        return f"{layer}: {steps}{spread}"

    # -- where things lie ---------------------------------------------------------------------------------------

    @property
    def span(self) -> tuple[float, float]:
        """The least and the greatest number of the picture, with 0 between them."""
        ends = [0.0, *([] if self._first is None else [self._first])]
        for sizes in self._sizes.values():
            ends += [float(sizes.low.min()), float(sizes.high.max())]
        low, high = min(ends), max(ends)
        margin = 0.05 * (high - low or 1.0)
        return (low - margin if low < 0 else low), high + margin

    def x_of(self, value: float) -> float:
        """Where a number lies across."""
        low, high = self.span
        left, right = MARGIN + LABELS, self.width() - 2 * MARGIN
        return left + (right - left) * (value - low) / (high - low)

    def row_of(self, layer: str) -> QRectF:
        """The row of a layer."""
        tall = min(TALLEST, (self.height() - FOOT - MARGIN) / max(len(self._sizes), 1))
        return QRectF(0, MARGIN + list(self._sizes).index(layer) * tall, self.width(), tall)

    def sizeHint(self) -> QSize:
        return QSize(360, 260)

    # -- Qt -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._sizes:
            return
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(themes.scaled(themes.CAPTION_SIZE))
        painter.setFont(font)
        bottom = self.row_of(list(self._sizes)[-1]).bottom()
        self._paint_scale(painter, bottom, theme)
        for layer in self._sizes:
            self._paint_row(painter, layer, theme)
        painter.end()

    def _paint_scale(self, painter: QPainter, bottom: float, theme: themes.Theme) -> None:
        low, high = self.span
        ((step, ticks),) = self._scale.tickValues(low, high, self.width() - LABELS - 3 * MARGIN)
        for tick, words in zip(ticks, self._scale.tickStrings(ticks, 1, step), strict=True):
            x = self.x_of(tick)
            painter.setPen(QColor(theme.strong_border if abs(tick) < step / 2 else theme.grid))
            painter.drawLine(QPointF(x, MARGIN), QPointF(x, bottom))
            painter.setPen(QColor(theme.muted))
            painter.drawText(QRectF(x - 40, bottom + 2, 80, 16), Qt.AlignmentFlag.AlignCenter, said(words))
        if self._first is not None:
            pen = QPen(QColor(theme.muted), 1)
            pen.setDashPattern([4, 4])
            painter.setPen(pen)
            x = self.x_of(self._first)
            painter.drawLine(QPointF(x, MARGIN), QPointF(x, bottom))
        many = max(len(sizes.mean) for sizes in self._sizes.values())
        spread = any(sizes.numbers > 1 for sizes in self._sizes.values())
        parts = ["dashed: where they began"] if self._first is not None else []
        parts += [f"dots from pale to strong: steps 1 to {many}"] * (many > 1) + ["line: nine in ten numbers"] * spread
        painter.setPen(QColor(theme.muted))
        room = QRectF(MARGIN, bottom + 19, self.width() - 2 * MARGIN, 16)
        shown = QFontMetrics(painter.font()).elidedText(
            " · ".join(parts), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_row(self, painter: QPainter, layer: str, theme: themes.Theme) -> None:
        sizes, row = self._sizes[layer], self.row_of(layer)
        if layer == self._layer:
            painter.fillRect(row, QColor(theme.selection))
        painter.setPen(QColor(theme.text if layer == self._layer else theme.muted))
        at = QRectF(MARGIN, row.top(), LABELS - 10, row.height())
        shown = QFontMetrics(painter.font()).elidedText(layer, Qt.TextElideMode.ElideLeft, int(at.width()))
        painter.drawText(at, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
        color, paper = QColor(theme.link), QColor(theme.selection if layer == self._layer else theme.surface)
        many = len(sizes.mean)
        apart = min(4.0, (row.height() - DOT) / max(many, 1)) if row.height() > DOT else 0.0
        for step in range(many):
            y = row.center().y() + apart * (step - (many - 1) / 2)
            tone = blended(color, paper, FIRST + (1 - FIRST) * (step + 1) / many)
            if sizes.numbers > 1:
                painter.setPen(QPen(tone, 2))
                painter.drawLine(QPointF(self.x_of(sizes.low[step]), y), QPointF(self.x_of(sizes.high[step]), y))
            painter.setPen(QPen(paper, 1))
            painter.setBrush(tone)
            painter.drawEllipse(QPointF(self.x_of(sizes.mean[step]), y), DOT / 2, DOT / 2)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            under = [layer for layer in self._sizes if self.row_of(layer).contains(QPointF(event.pos()))]
            QToolTip.showText(event.globalPos(), said(self.words_of(under[0])) if under else "", self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
