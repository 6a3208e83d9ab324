"""The classes of a task of one's own: sheets for their examples, and below them how sure the model is of each."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QToolButton, QWidget

from core.runs.own_task import MOST_EXAMPLES, PictureTask
from core.tasks.handwriting import Look
from workbench import theme as themes
from workbench.icons import icon
from workbench.numbers import percent
from workbench.views.drawing_pad import DrawingPad
from workbench.views.step_player import quiet_button
from workbench.views.tiles import letter_of
from workbench.views.try_layout import INSIDE, Card, cards

ADD = 22  # the side of the button that adds a sheet


class TryBoard(QWidget):
    """Cards with sheets. It tells what a person does to them, and shows the task that it is given."""

    edited = Signal(int, int, object, bool)  # class, place, Example, whether a new change begins with it
    brought = Signal(int, int, bytes, str)  # class, place, a picture file's bytes, and what it is called
    refused = Signal(str)
    added = Signal(int)  # a class that shall have another sheet

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tryit.board")
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._task = PictureTask.blank(2)
        self._look: Look | None = None
        self._room = QSize(1, 1)
        self._cards: list[Card] = []
        self._pads: dict[tuple[int, int], DrawingPad] = {}
        self._adders: list[QToolButton] = []
        self._shares: dict[int, float] = {}
        self._furnish()
        self._place()

    def show_task(self, task: PictureTask, look: Look | None) -> None:
        """Show what is on the sheets now."""
        same = [len(examples) for examples in task.classes] == [len(examples) for examples in self._task.classes]
        self._task, self._look = task, look
        if not same:
            self._furnish()
            self._place()
        for (way, place), pad in self._pads.items():
            pad.show_example(task.classes[way][place], look)
        for adder, examples in zip(self._adders, task.classes, strict=True):
            adder.setEnabled(len(examples) < MOST_EXAMPLES and not any(each.is_blank for each in examples))
        self.update()

    def show_prediction(self, shares: dict[int, float], nearest: tuple[int, int] | None) -> None:
        """The confidence by class, and the class and place of the example that is most like the query."""
        self._shares = shares
        for place, pad in self._pads.items():
            pad.show_nearest(place == nearest)
        self.update()

    def set_room(self, room: QSize) -> None:
        """So much can be seen without scrolling."""
        if room != self._room:
            self._room = room
            self._place()

    @property
    def pads(self) -> list[DrawingPad]:
        return [self._pads[place] for place in sorted(self._pads)]

    def _furnish(self) -> None:
        """As many sheets as there are examples; those that stay, stay the same."""
        wanted = {(way, place) for way, each in enumerate(self._task.classes) for place in range(len(each))}
        for place in self._pads.keys() - wanted:
            self._pads[place].hide()
            self._pads.pop(place).deleteLater()
        for place in sorted(wanted - self._pads.keys()):
            self._pads[place] = self._new_pad(*place)
        while len(self._adders) > len(self._task.classes):
            self._adders[-1].hide()
            self._adders.pop().deleteLater()
        while len(self._adders) < len(self._task.classes):
            self._adders.append(self._new_adder(len(self._adders)))
        for earlier, later in pairwise([*self.pads, *self._adders]):
            QWidget.setTabOrder(earlier, later)

    def _new_pad(self, way: int, place: int) -> DrawingPad:
        letter = letter_of(way)
        pad = DrawingPad(f"tryit.class_{letter}.example_{place + 1}", f"Class {letter}, example {place + 1}")
        pad.edited.connect(lambda example, begins: self.edited.emit(way, place, example, begins))
        pad.brought.connect(lambda data, name: self.brought.emit(way, place, data, name))
        pad.refused.connect(self.refused)
        pad.setParent(self)
        pad.show()
        return pad

    def _new_adder(self, way: int) -> QToolButton:
        letter = letter_of(way)
        adder = quiet_button(f"tryit.class_{letter}.add", f"Another example of class {letter}")
        adder.setProperty("narrow", True)
        adder.setIcon(icon("add", themes.current().muted))
        adder.clicked.connect(lambda: self.added.emit(way))
        adder.setParent(self)
        adder.show()
        return adder

    def _place(self) -> None:
        counts = [len(examples) for examples in self._task.classes]
        self._cards = cards(self._room.width(), self._room.height(), counts)
        self.setFixedHeight(max(self._room.height(), self._cards[-1].whole.bottom() + 1))
        for (way, place), pad in self._pads.items():
            pad.setGeometry(self._cards[way].sheets[place])
        for adder, card in zip(self._adders, self._cards, strict=True):
            right, middle = card.whole.right() - INSIDE // 2, card.name.center().y()
            adder.setGeometry(QRect(right - ADD, middle - ADD // 2, ADD, ADD))
        self.update()

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        likeliest = max(self._shares, key=lambda way: self._shares[way]) if self._shares else None
        for way, card in enumerate(self._cards):
            self._paint_card(painter, way, card, way == likeliest)
        painter.end()

    def _paint_card(self, painter: QPainter, way: int, card: Card, is_likeliest: bool) -> None:
        theme = themes.current()
        painter.setPen(QPen(QColor(theme.right if is_likeliest else theme.border), 2 if is_likeliest else 1))
        painter.setBrush(QColor(theme.window))
        painter.drawRoundedRect(QRectF(card.whole).adjusted(1, 1, -1, -1), 8, 8)
        bold, plain = _font(self.font(), themes.TITLE_SIZE, True), _font(self.font(), themes.CAPTION_SIZE, False)
        painter.setFont(bold)
        painter.setPen(QColor(theme.right if is_likeliest else theme.text))
        painter.drawText(card.name, Qt.AlignmentFlag.AlignVCenter, letter_of(way))
        name = self._task.names[way].rpartition("/")[2]
        rest = card.name.adjusted(QFontMetrics(bold).horizontalAdvance(letter_of(way)) + 6, 0, -ADD, 0)
        painter.setFont(plain)
        painter.setPen(QColor(theme.muted))
        if QFontMetrics(plain).horizontalAdvance(name) <= rest.width():
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, name)
        if way in self._shares:
            self._paint_bar(painter, card.bar, self._shares[way], is_likeliest)

    def _paint_bar(self, painter: QPainter, rect: QRect, share: float, is_likeliest: bool) -> None:
        theme = themes.current()
        font = _font(self.font(), 12, is_likeliest)
        words = percent(share, 0)
        room = QFontMetrics(_font(self.font(), 12, True)).horizontalAdvance(percent(1.0, 0)) + 4
        strip = QRectF(rect.x(), rect.center().y() - 3, rect.width() - room, 7)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.border))
        painter.drawRoundedRect(strip, 3, 3)
        painter.setBrush(QColor(theme.right if is_likeliest else theme.disabled))
        painter.drawRoundedRect(QRectF(strip.x(), strip.y(), max(strip.width() * share, 3), strip.height()), 3, 3)
        painter.setFont(font)
        painter.setPen(QColor(theme.right if is_likeliest else theme.muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for adder in self._adders:
                adder.setIcon(icon("add", themes.current().muted))


class BoardArea(QScrollArea):
    """Scrolls over the board where it is higher than the room for it."""

    def __init__(self, board: TryBoard) -> None:
        super().__init__()
        self.setObjectName("tryit.board_scroll")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(board)
        self._board = board

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._board.set_room(QSize(self.width() - self.verticalScrollBar().sizeHint().width(), self.height()))


def _font(base: QFont, size: int, bold: bool) -> QFont:
    font = QFont(base)
    font.setPixelSize(themes.scaled(size))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
