"""The tour: four places of the window, one after another, each in a spot of light with a few words beside it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from workbench import theme
from workbench.words import mark, tr

_CARD_WIDTH = 340
_AROUND = 6  # light around what is shown
_SHADE = {"light": 120, "dark": 165}  # how dark the rest becomes, of 255


class Stop(NamedTuple):
    """One place of the tour: the widget's objectName, and what to say of it, in English."""

    name: str
    title: str
    text: str


STOPS = (
    Stop(
        "setup.preset",
        mark("Choose what to train"),
        mark(
            "A preset is a whole experiment that is known to work. This one needs no download: a network learns to "
            "bend onto sine waves. Below it is every setting; F1 explains the one that has the focus."
        ),
    ),
    Stop(
        "toolbar.run.start",
        mark("Press Start"),
        mark(
            "Training begins at once, in the background. You can pause it, stop it and keep what it has learnt, or "
            "let other settings wait in the queue."
        ),
    ),
    Stop(
        "views",
        mark("Watch it learn"),
        mark(
            "The first points are here within seconds. The other tabs look into what was learnt: Adaptation shows one "
            "task step by step, and in Try it you give the model a task of your own."
        ),
    ),
    Stop(
        "runs",
        mark("Keep and compare"),
        mark(
            "Every run stays in this table, also after you quit. Select several, and their curves overlay; Compare "
            "says whether they differ by more than chance."
        ),
    ),
)


class Tour(QWidget):
    """Lies over a window and leads through the stops. Ends, and goes, when it is done or skipped."""

    ended = Signal()

    def __init__(self, window: QWidget, stops: Sequence[Stop] = STOPS) -> None:
        super().__init__(window)
        self.setObjectName("tour")
        self._stops, self._number = stops, 0
        self._focus_before = window.focusWidget()
        self._card = QFrame(self)
        self._card.setObjectName("tour.card")
        self._card.setProperty("panel", "popup")
        self._card.setFixedWidth(_CARD_WIDTH)
        self._title, self._text, self._count = QLabel(), QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self._text.setWordWrap(True)
        self._count.setProperty("role", "muted")
        self.skip = self._button("skip", tr("Skip"), self.end)
        self.back = self._button("back", tr("Previous"), lambda: self._go(-1))
        self.next = self._button("next", tr("Next"), lambda: self._go(1))
        self.skip.setProperty("quiet", True)
        self.next.setProperty("primary", True)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addWidget(self._count)
        row.addStretch(1)
        for button in (self.skip, self.back, self.next):
            row.addWidget(button)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.MEDIUM)
        column.setSpacing(theme.SMALL)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(theme.TINY)
        column.addLayout(row)
        window.installEventFilter(self)

    def begin(self) -> None:
        """Show the first stop."""
        self.show()
        self.raise_()
        self._show_stop()
        self.next.setFocus()

    def end(self) -> None:
        """Give the window back."""
        self.window().removeEventFilter(self)
        before = self._focus_before
        (before if before is not None and isValid(before) else self.window()).setFocus()
        self.hide()  # after the focus has left it: Qt would look for the next place in here, which has none
        self.ended.emit()
        self.deleteLater()

    @property
    def stop(self) -> Stop:
        return self._stops[self._number]

    def _go(self, by: int) -> None:
        if self._number + by >= len(self._stops):
            self.end()
        elif self._number + by >= 0:
            self._number += by
            self._show_stop()

    def _show_stop(self) -> None:
        last = self._number + 1 == len(self._stops)
        title, text = tr(self.stop.title), tr(self.stop.text)
        count = tr("{number} of {many}", number=self._number + 1, many=len(self._stops))
        self._title.setText(title)
        self._text.setText(text)
        self._count.setText(count)
        self.back.setVisible(self._number > 0)
        self.skip.setVisible(not last)
        self.next.setText(tr("Done") if last else tr("Next"))
        said = tr("{count}. {title}. {text}", count=count, title=title, text=text)
        self._card.setAccessibleName(said)
        self.next.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleEvent(self.next, QAccessible.Event.DescriptionChanged))
        if not self._card.isAncestorOf(self.window().focusWidget() or self):
            self.next.setFocus()
        self._place()

    def _button(self, part: str, text: str, act: object) -> QPushButton:
        made = QPushButton(text)
        made.setObjectName(f"tour.{part}")
        made.setAutoDefault(True)
        made.clicked.connect(act)
        return made

    # -- where things are ---------------------------------------------------------------------------------------

    @property
    def spot(self) -> QRect:
        """What is in the light, in coordinates of the tour."""
        widget = self.window().findChild(QWidget, self.stop.name)
        if widget is None:
            return QRect()
        place = QRect(widget.mapTo(self.window(), QPoint(0, 0)), widget.size())
        return place.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND).intersected(self.rect())

    def _place(self) -> None:
        """Fill the window, and put the card where it covers least."""
        self.setGeometry(self.window().rect())
        height = self._card.layout().totalHeightForWidth(_CARD_WIDTH)
        spot, size, gap = self.spot, QSize(_CARD_WIDTH, height), theme.MEDIUM
        middle = spot.center().x() - size.width() // 2
        level = spot.center().y() - size.height() // 2
        beside = (
            QPoint(middle, spot.bottom() + gap),
            QPoint(spot.right() + gap, level),
            QPoint(spot.left() - gap - size.width(), level),
            QPoint(middle, spot.top() - gap - size.height()),
        )
        room = self.rect().adjusted(gap, gap, -gap, -gap)
        kept = [_into(room, QRect(corner, size)) for corner in beside]
        self._card.setGeometry(next((card for card in kept if not card.intersects(spot)), kept[0]))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        shade = QPainterPath()
        shade.addRect(QRectF(self.rect()))
        hole = QPainterPath()
        hole.addRoundedRect(QRectF(self.spot), 8, 8)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.current()
        painter.fillPath(shade.subtracted(hole), QColor(0, 0, 0, _SHADE[look.name]))
        painter.setPen(QPen(QColor(look.link), 2.0))
        painter.drawPath(hole)

    # -- keys and pointer ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The Tab key goes round the buttons, and not into the window below."""
        shown = [button for button in (self.skip, self.back, self.next) if button.isVisible()]
        here = shown.index(self.focusWidget()) if self.focusWidget() in shown else 0
        shown[(here + (1 if forward else -1)) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def mousePressEvent(self, event: object) -> None:
        """What lies below is out of reach while the tour goes on."""


def _into(room: QRect, card: QRect) -> QRect:
    """The card, moved as little as it takes to be whole."""
    x = max(room.left(), min(card.left(), room.right() - card.width()))
    y = max(room.top(), min(card.top(), room.bottom() - card.height()))
    return QRect(QPoint(x, y), card.size())
