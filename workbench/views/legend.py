"""What lies beside a plot rather than over its data: chips for the runs, and a key to the sorts of line."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench import theme as themes
from workbench.text_size import sized
from workbench.words import said, tr


@dataclass(frozen=True)
class Spacing:
    """Pixels in a key."""

    sample: int  # of line
    dot: int  # of a sample without a line
    text: int  # between a sample and its meaning
    entry: int  # between a meaning and the next sample


HEIGHT = 18
WIDE, TIGHT = Spacing(sample=18, dot=18, text=6, entry=14), Spacing(sample=10, dot=6, text=4, entry=8)


@dataclass(frozen=True)
class Entry:
    """One sort of line in a key."""

    text: str
    dash: bool = False
    faint: bool = False
    dot: bool = False
    band: bool = False
    line: bool = True
    color: str = ""  # of the theme, where it is not the run's


class Key(QWidget):
    """Short samples of line, each with its meaning, right-aligned; they stand closer where there is little room.

    What does not fit even so is left to the tooltip.
    """

    def __init__(self, name: str, entries: list[Entry]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        sized(self, height=HEIGHT)
        self.setMinimumWidth(60)
        self._color: str | None = None
        self.set_entries(entries)

    def set_entries(self, entries: list[Entry]) -> None:
        self._entries = [replace(entry, text=said(entry.text)) for entry in entries]
        words = tr(", ").join(entry.text for entry in self._entries)
        self.setAccessibleName(tr("Lines: {words}", words=words))
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._wide(WIDE), themes.scaled(HEIGHT))

    @property
    def shown(self) -> list[str]:
        """The meanings that there is room for."""
        return [entry.text for entry, _, _ in self._placed()[1]]

    def _wide(self, spacing: Spacing) -> int:
        metrics, wide = QFontMetrics(self._font()), spacing.entry * (len(self._entries) - 1)
        for entry in self._entries:
            wide += _sample(entry, spacing) + spacing.text + metrics.horizontalAdvance(entry.text)
        return wide

    def _placed(self) -> tuple[Spacing, list[tuple[Entry, float, float]]]:
        """The spacing, and of each entry that fits where its sample begins and where its text ends."""
        spacing = WIDE if self._wide(WIDE) <= self.width() else TIGHT
        metrics, right, placed = QFontMetrics(self._font()), float(self.width()), []
        for entry in reversed(self._entries):
            left = right - metrics.horizontalAdvance(entry.text) - _sample(entry, spacing) - spacing.text
            if left < 0:
                break
            placed.append((entry, left, right))
            right = left - spacing.entry
        return spacing, placed[::-1]

    def _font(self) -> QFont:
        font = self.font()
        font.setPixelSize(themes.scaled(themes.CAPTION_SIZE))
        return font

    def set_color(self, color: str | None) -> None:
        """The colour of the samples; None is neutral, for plots of several runs."""
        self._color = color
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        spacing, placed = self._placed()
        for entry, left, right in placed:
            sample = _sample(entry, spacing)
            painter.setPen(QColor(theme.muted))
            text_at = QRectF(left + sample + spacing.text, 0, right + 2 - (left + sample + spacing.text), self.height())
            painter.drawText(text_at, Qt.AlignmentFlag.AlignVCenter, entry.text)
            self._paint_sample(painter, entry, left, sample, theme)
        painter.end()

    def _paint_sample(self, painter: QPainter, entry: Entry, left: float, wide: int, theme: themes.Theme) -> None:
        middle = self.height() / 2
        color = QColor(getattr(theme, entry.color) if entry.color else self._color or theme.muted)
        if entry.faint:
            color.setAlphaF(0.4)
        if entry.band:
            pale = QColor(color)
            pale.setAlphaF(0.2)
            painter.fillRect(QRectF(left, middle - 5, wide, 10), pale)
        pen = QPen(color, 1.5)
        if entry.dash:
            pen.setDashPattern([2.5, 2])
        painter.setPen(pen)
        if entry.line:
            painter.drawLine(QPointF(left, middle), QPointF(left + wide, middle))
        if entry.dot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(QPointF(left + wide / 2, middle), 3, 3)


def _sample(entry: Entry, spacing: Spacing) -> int:
    return spacing.sample if entry.line or entry.band else spacing.dot


class Chips(QWidget):
    """One coloured dot and name per run; names are shortened, and what does not fit is counted."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(60)
        self._runs: list[tuple[str, str]] = []

    def set_runs(self, runs: list[tuple[str, str]]) -> None:
        """Name and colour of each run."""
        self._runs = runs
        self.setAccessibleName(tr("Runs: {names}", names=", ".join(label for label, _ in runs)))
        self.setToolTip("\n".join(label for label, _ in runs))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, middle, left = QFontMetrics(self.font()), self.height() / 2, 0.0
        widest = max(min(240, self.width() // max(len(self._runs), 1) - 30), 72)
        if sum(metrics.horizontalAdvance(name) + 30 for name, _ in self._runs) <= self.width():
            widest = self.width()  # there is room for all of every name
        for number, (name, color) in enumerate(self._runs):
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, widest)
            wide, rest = metrics.horizontalAdvance(shown), len(self._runs) - number
            if number and left + 14 + wide + (36 if rest > 1 else 0) > self.width():
                painter.setPen(QColor(theme.muted))
                at = QRectF(left, 0, self.width() - left, self.height())
                painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, f"+{rest}")
                break
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(color))
            painter.drawEllipse(QPointF(left + 4, middle), 4, 4)
            painter.setPen(QColor(theme.text))
            painter.drawText(QRectF(left + 14, 0, wide + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)
            left += 14 + wide + 16
        painter.end()
