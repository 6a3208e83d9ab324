"""The line above a task: which one it is, how well it is solved, and what the view is at work on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from workbench import theme as themes


class TaskHeader(QWidget):
    """Title, place, score and checkpoint; while something is computed, how far it is, and a way to leave it."""

    cancelled = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMinimumHeight(themes.CONTROL_HEIGHT)
        self._title, self._place, self._score = QLabel(), QLabel(), QLabel()
        self._source, self._work = QLabel(), QLabel()
        parts = {
            "title": self._title,
            "place": self._place,
            "score": self._score,
            "source": self._source,
            "work": self._work,
        }
        for part, label in parts.items():
            label.setObjectName(f"{name}.{part}")
        self._title.setProperty("role", "section")
        for label in (self._place, self._source, self._work):
            label.setProperty("role", "caption")
        self._score.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._source.setToolTip("The checkpoint that is looked at: the newest while a run trains, else the best one")
        self._cancel = QToolButton()
        self._cancel.setObjectName(f"{name}.cancel")
        self._cancel.setText("Cancel")
        self._cancel.setAccessibleName("Cancel the search")
        self._cancel.setProperty("quiet", True)
        self._cancel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(themes.SMALL + 2, 0, 22, 0)
        row.setSpacing(themes.MEDIUM)
        for widget, stretch in (
            (self._title, 0),
            (self._place, 0),
            (self._score, 1),
            (self._source, 0),
            (self._work, 0),
        ):
            row.addWidget(widget, stretch)
        row.addWidget(self._cancel)
        self.set_busy("")

    def show_task(self, title: str, place: str, score: str, source: str) -> None:
        self._title.setText(title)
        self._place.setText(place)
        self._place.setVisible(bool(place))
        self._score.setText(score)
        self._source.setText(source)

    def say(self, words: str) -> None:
        """Something to know, in the place of the checkpoint."""
        self._source.setText(words)

    def set_busy(self, words: str) -> None:
        """What is computed, and how far; nothing when it is done."""
        self._work.setText(words)
        for widget in (self._work, self._cancel):
            widget.setVisible(bool(words))
        self._source.setVisible(not words)
