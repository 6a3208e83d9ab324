"""The matrix of what is taken for what, for a few classes: rows are true classes, columns what they are taken for."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.runs.confusion import Confusion, worst_together
from workbench import theme as themes
from workbench.numbers import count, percent
from workbench.words import said, tr

MOST, LEAST_CELL = 16, 18  # classes at most; logical pixels of a cell
LABELS, HEAD, MARGIN = 116, 36, 10
SCALE = 26  # below the matrix, the colours by share
SCALE_BAR = 5  # height of each of its two lines: right, and wrong
NUMBERED = 22  # logical pixels from which on a cell has room for its number


class ConfusionMatrix(QWidget):
    """The most confused classes, as many as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("confusion.matrix")
        self.setAccessibleName(tr("Confusion matrix of the most confused classes"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(220, 150)
        self._confusion: Confusion | None = None
        self.names: list[str] = []

    def set_confusion(self, confusion: Confusion | None) -> None:
        self._confusion = confusion
        self._choose()

    def _choose(self) -> None:
        most = max(2, min(MOST, self._room() // LEAST_CELL))
        self.names = worst_together(self._confusion, most) if self._confusion is not None else []
        self.update()

    def _room(self) -> int:
        return min(self.width() - LABELS - 2 * MARGIN, self.height() - HEAD - SCALE - 2 * MARGIN)

    def _cell(self) -> int:
        return max(8, min(40, self._room() // max(len(self.names), 1)))

    def _rect(self, row: int, column: int) -> QRect:
        cell = self._cell()
        return QRect(MARGIN + LABELS + column * cell, MARGIN + HEAD + row * cell, cell - 1, cell - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        confusion, theme = self._confusion, themes.current()
        if confusion is None:
            return
        painter = QPainter(self)
        font = self.font()
        font.setPixelSize(themes.scaled(themes.CAPTION_SIZE))
        painter.setFont(font)
        metrics, cell = QFontMetrics(font), self._cell()
        rows = {each.name: each.queries for each in confusion.classes}
        self._paint_axes(painter)
        for row, name in enumerate(self.names):
            painter.setPen(QColor(theme.muted))
            at = QRect(MARGIN, self._rect(row, 0).y(), LABELS - 8, cell - 1)
            shown = metrics.elidedText(f"{name} {row + 1}", Qt.TextElideMode.ElideMiddle, at.width())
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
            above = self._rect(0, row).adjusted(-4, 0, 4, 0)
            above.moveBottom(MARGIN + HEAD - 2)
            painter.drawText(above, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, str(row + 1))
            for column, guess in enumerate(self.names):
                number = confusion.counts.get((name, guess), 0)
                share = number / max(rows.get(name, 0), 1)
                painter.fillRect(self._rect(row, column), QColor(theme.hover))
                painter.fillRect(self._rect(row, column), _shade(row == column, share))
                if number and cell >= NUMBERED:
                    painter.setPen(QColor(theme.surface if share > 0.55 else theme.text))
                    painter.drawText(self._rect(row, column), Qt.AlignmentFlag.AlignCenter, count(number))
        painter.end()

    def _paint_axes(self, painter: QPainter) -> None:
        """Which side is the true class and which the predicted one, and what the colours say."""
        painter.setPen(QColor(themes.current().muted))
        top = QRect(MARGIN, MARGIN - 4, LABELS - 8, HEAD - 16)
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tr("True class ↓"))
        top = QRect(MARGIN + LABELS, MARGIN - 4, self.width() - MARGIN - LABELS, HEAD - 16)
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, tr("Predicted class →"))
        last = self._rect(len(self.names) - 1, 0)
        words = QRect(MARGIN, last.bottom() + 8, LABELS - 8, 2 * SCALE_BAR + 4)
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tr("Share of a row"))
        left, width = MARGIN + LABELS, 84
        for place in range(width):
            for line, right in enumerate((True, False)):
                bar = QRect(left + 26 + place, words.y() + 1 + line * (SCALE_BAR + 2), 1, SCALE_BAR)
                painter.fillRect(bar, _shade(right, place / (width - 1)))
        for at, share in ((left, 0.0), (left + 26 + width + 6, 1.0)):
            beside = QRect(at, words.y(), 60, words.height())
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, percent(share, 0))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), said(self.words_at(event.pos().x(), event.pos().y())), self)
            return True
        return super().event(event)

    def words_at(self, x: int, y: int) -> str:
        """What the tooltip says at a place."""
        if self._confusion is None:
            return ""
        queries = {each.name: each.queries for each in self._confusion.classes}
        for row, name in enumerate(self.names):
            for column, guess in enumerate(self.names):
                if self._rect(row, column).contains(x, y):
                    number = self._confusion.counts.get((name, guess), 0)
                    share = percent(number / max(queries.get(name, 0), 1))
                    taken = "rightly recognised" if name == guess else f"taken for {guess}"
                    return f"{name} {taken}: {count(number)} of {count(queries.get(name, 0))} queries ({share})"
        return ""

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()


def _shade(right: bool, share: float) -> QColor:
    """The colour of a cell that holds such a share of its row."""
    theme = themes.current()
    fill = QColor(theme.right if right else theme.wrong)
    fill.setAlphaF(0.12 + 0.88 * share if share else 0.0)
    return fill
