"""The line above a task: which one it is, how well it is solved, and what the view is at work on."""

from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QToolTip, QWidget

from workbench import theme as themes
from workbench.numbers import count
from workbench.words import said, tr

LEAST = 24  # logical pixels of a label that has no room


class TaskHeader(QWidget):
    """Title, place, score and checkpoint; while something is computed, how far it is, and a way to leave it.

    Where what is shown has grown old it says so, and offers to compute it again. Where there is too little room for all
    of it, the checkpoint is shortened first, and the score last.
    """

    cancelled = Signal()
    again = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMinimumHeight(themes.CONTROL_HEIGHT)
        self._title, self._place, self._score, self._source = (Shortened() for _ in range(4))
        self._work, self._old = QLabel(), QLabel()
        parts = {
            "title": self._title,
            "place": self._place,
            "score": self._score,
            "source": self._source,
            "old": self._old,
            "work": self._work,
        }
        for part, label in parts.items():
            label.setObjectName(f"{name}.{part}")
        self._title.setProperty("role", "section")
        for label in (self._place, self._source, self._old, self._work):
            label.setProperty("role", "caption")
        self._source.setToolTip(
            tr("The checkpoint that is looked at: the newest while a run trains, else the best one")
        )
        self._cancel = _button(f"{name}.cancel", tr("Cancel"), tr("Cancel what is computed"))
        self._cancel.clicked.connect(self.cancelled)
        self._again = _button(f"{name}.again", "", "")
        self._again.clicked.connect(self.again)
        row = QHBoxLayout(self)
        row.setContentsMargins(themes.SMALL + 2, 0, 22, 0)
        row.setSpacing(themes.MEDIUM)
        for widget in (self._title, self._place, self._score):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self._source, self._old, self._again, self._work, self._cancel):
            row.addWidget(widget)
        self.offer("")
        self.set_busy("")

    def show_task(self, title: str, place: str, score: str, source: str) -> None:
        self._title.setText(said(title))
        self._place.setText(said(place))
        self._place.setVisible(bool(place))
        self._score.setText(said(score))
        self._source.setText(said(source))
        self._fit()

    def say(self, words: str) -> None:
        """Something to know, in the place of the checkpoint."""
        self._source.setText(said(words))
        self._fit()

    def offer(self, words: str, button: str = "") -> None:
        """What has grown old, and the words of the button that computes it again; nothing where all is new."""
        words, button = said(words), said(button)
        self._old.setText(words)
        self._again.setText(button)
        self._again.setAccessibleName(f"{button}: {words}")
        self._show_parts()

    def set_busy(self, words: str) -> None:
        """What is computed, and how far; nothing when it is done."""
        self._work.setText(said(words))
        self._show_parts()

    def _show_parts(self) -> None:
        busy, old = bool(self._work.text()), bool(self._old.text())
        for widget in (self._work, self._cancel):
            widget.setVisible(busy)
        for widget in (self._old, self._again):
            widget.setVisible(old and not busy)
        self._source.setVisible(not busy)
        self._fit()

    def _fit(self) -> None:
        """Give every label the width of its words, and take away from the least important ones what is not there."""
        row = self.layout()
        margins = row.contentsMargins()
        widgets = [row.itemAt(place).widget() for place in range(row.count())]
        shown = [widget for widget in widgets if widget is not None and not widget.isHidden()]
        needed = sum(widget.sizeHint().width() for widget in shown) + row.spacing() * len(shown)
        over = needed + margins.left() + margins.right() - self.width()
        for label in (self._source, self._title, self._place, self._score):
            if not label.isHidden():
                wide = label.sizeHint().width()
                taken = min(max(over, 0), wide - min(wide, LEAST))
                over -= taken
                label.setFixedWidth(wide - taken)

    def minimumSizeHint(self) -> QSize:
        """What is shortened needs hardly any room, whatever it has now."""
        row, margins = self.layout(), self.layout().contentsMargins()
        widgets = [row.itemAt(place).widget() for place in range(row.count())]
        shown = [widget for widget in widgets if widget is not None and not widget.isHidden()]
        wide = sum(LEAST if isinstance(widget, Shortened) else widget.sizeHint().width() for widget in shown)
        wide += row.spacing() * len(shown) + margins.left() + margins.right()
        return QSize(wide, max(super().minimumSizeHint().height(), themes.CONTROL_HEIGHT))

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class Shortened(QLabel):
    """A line that ends in an ellipsis where it has too little room; then its tooltip has all of it."""

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        if shown == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QHelpEvent)
            and event.type() == QEvent.Type.ToolTip
            and self.sizeHint().width() > self.width()
        ):
            QToolTip.showText(event.globalPos(), f"{self.text()}\n{self.toolTip()}".strip(), self)
            return True
        return super().event(event)


def _button(name: str, text: str, tip: str) -> QToolButton:
    made = QToolButton()
    made.setObjectName(name)
    made.setText(text)
    made.setAccessibleName(tip)
    made.setProperty("quiet", True)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def checkpoint_in_words(of: Any) -> str:
    """What an answer was computed from; it has `is_best` and `iteration`."""
    words = tr("best checkpoint, iteration {n}") if of.is_best else tr("checkpoint of iteration {n}")
    return words.format(n=count(of.iteration))
