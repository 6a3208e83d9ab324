"""The cosine of each task's gradient with each other's, as a matrix of shades."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.runs.agreement import Agreement
from workbench import theme as themes
from workbench.numbers import cosine, measure
from workbench.words import said, tr

MARGIN, BESIDE = 10, 136  # around; at the right, for the scale and for what is under the pointer
SCALE_WIDE, SCALE_HIGH, LINE = 56, 8, 16
MOVES = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}
UNITS = {True: ("Task", "Tasks"), False: ("Batch", "Batches")}


class CosineMatrix(QWidget):
    """Rows and columns are tasks by number, from the upper left. Arrow keys go from cell to cell."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("gradients.cosines")
        self.setAccessibleName(tr("Cosines between the gradients of tasks"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 150)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._cosines = np.empty((0, 0))
        self._unit = UNITS[True]
        self._cell: tuple[int, int] | None = None
        self.reach = 1.0  # the cosine of the strongest shade

    def show_agreement(self, agreement: Agreement, of_tasks: bool) -> None:
        self._cosines, self._unit = agreement.cosines, UNITS[of_tasks]
        others = np.abs(self._cosines[~np.eye(len(self._cosines), dtype=bool)])
        known = others[np.isfinite(others)]
        self.reach = max(0.1, float(np.ceil(10 * known.max(initial=0.0)) / 10))
        if self._cell is not None and max(self._cell) >= len(self._cosines):
            self._cell = None
        self._tell()

    @property
    def words(self) -> str:
        """The two tasks of the cell that is pointed at, and their cosine."""
        if self._cell is None:
            return ""
        one, other = self._cell
        if one == other:
            return f"{self._unit[0]} {one}"
        return f"{self._unit[1]} {one} and {other}: cosine {cosine(float(self._cosines[one, other]))}"

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a cell lies."""
        square, many = self._square(), max(len(self._cosines), 1)
        left, right = (square.left() + square.width() * at // many for at in (column, column + 1))
        top, bottom = (square.top() + square.height() * at // many for at in (row, row + 1))
        return QRect(left, top, max(right - left, 1), max(bottom - top, 1))

    def _square(self) -> QRect:
        side = max(min(self.width() - 2 * MARGIN - BESIDE, self.height() - 2 * MARGIN), 20)
        return QRect(MARGIN, MARGIN, side, side)

    def _point_at(self, position: QPointF | None) -> None:
        square, many = self._square(), len(self._cosines)
        self._cell = None
        if position is not None and many and square.contains(position.toPoint()):
            row = int((position.y() - square.top()) * many / square.height())
            column = int((position.x() - square.left()) * many / square.width())
            self._cell = min(row, many - 1), min(column, many - 1)
        self._tell()

    def _tell(self) -> None:
        self.setAccessibleDescription(said(self.words))
        self.update()

    # -- Qt -----------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = MOVES.get(Qt.Key(event.key()))
        if move is None or not len(self._cosines):
            super().keyPressEvent(event)
            return
        row, column = self._cell or (0, 0)
        last = len(self._cosines) - 1
        self._cell = min(max(row + move[0], 0), last), min(max(column + move[1], 0), last)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not len(self._cosines):
            return
        theme, square = themes.current(), self._square()
        painter = QPainter(self)
        font = self.font()
        font.setPixelSize(themes.scaled(themes.CAPTION_SIZE))
        painter.setFont(font)
        painter.drawImage(square, _image(self._cosines, self.reach, theme))
        if self._cell is not None:
            painter.setPen(QColor(theme.text))
            painter.drawRect(self.cell_rect(*self._cell).adjusted(-1, -1, 0, 0))
        beside = QRect(square.right() + MARGIN, square.top(), BESIDE, LINE)
        self._paint_scale(painter, beside, theme)
        painter.setPen(QColor(theme.text))
        for line, words in enumerate(self.words.split(": "), 2):
            painter.drawText(beside.translated(0, line * LINE), Qt.AlignmentFlag.AlignVCenter, said(words))
        painter.end()

    def _paint_scale(self, painter: QPainter, at: QRect, theme: themes.Theme) -> None:
        """What the shades say."""
        low, high = (f"{sign}{measure(self.reach, 2)}" for sign in ("−", "+"))
        painter.setPen(QColor(theme.muted))
        painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, low)
        left = at.left() + QFontMetrics(painter.font()).horizontalAdvance(low) + 6
        bar = QRect(left, at.center().y() - SCALE_HIGH // 2, SCALE_WIDE, SCALE_HIGH)
        shades = np.linspace(-1.0, 1.0, SCALE_WIDE)[None].repeat(SCALE_HIGH, 0)
        painter.drawImage(bar, _image(shades, 1.0, theme, diagonal=False))
        painter.drawText(at.adjusted(left + SCALE_WIDE + 6 - at.left(), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, high)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()


def _image(values: np.ndarray, reach: float, theme: themes.Theme, diagonal: bool = True) -> QImage:
    """Shades [H, W]: blue where tasks agree, orange where they pull against each other, none on the diagonal."""
    share = np.clip(values / reach, -1.0, 1.0)
    if diagonal:
        share = np.where(np.eye(len(share), dtype=bool), np.nan, share)
    paper, agree, oppose, none = (
        np.array(QColor(color).getRgb()[:3], float) for color in (theme.surface, theme.right, theme.wrong, theme.hover)
    )
    strength = np.abs(np.nan_to_num(share))[..., None]
    ends = np.where((share > 0)[..., None], agree, oppose)
    pixels = paper + strength * (ends - paper)
    pixels[np.isnan(share)] = none
    rows = np.ascontiguousarray(pixels.round().astype(np.uint8))
    return QImage(rows.data, rows.shape[1], rows.shape[0], 3 * rows.shape[1], QImage.Format.Format_RGB888).copy()
