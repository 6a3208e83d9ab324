"""The panel of the queue: the experiments that wait, in their order, and what can be done with them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.experiment import Experiment
from core.schema import SettingField, on_or_off
from workbench import theme
from workbench.session_file import LONGEST_QUEUE
from workbench.setup.spoken import spoken_fields
from workbench.words import said, tr

WIDTH = 340  # at first
BUTTONS = ("queue.start", "queue.pause", "queue.earlier", "queue.later", "queue.edit", "queue.remove")
# The keys of the list.
KEYS = {
    "queue.edit": "Return",
    "queue.earlier": "Alt+Up",
    "queue.later": "Alt+Down",
    "queue.remove": "Del",
}  # in the list


class QueuePanel(QWidget):
    """What waits. It is to be seen only while something does. `actions` are the window's commands, by id."""

    aimed = Signal(object)  # the place of the experiment that is selected, or None
    moved = Signal(int, int)  # somebody has dragged one from a place to another

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("queue")
        heading = QLabel(tr("Queue"))
        heading.setProperty("role", "title")
        self._state = QLabel()
        self._state.setObjectName("queue.state")
        self._state.setProperty("role", "muted")
        self.list = QListWidget()
        self.list.setObjectName("queue.list")
        self.list.setAccessibleName(tr("Experiments that wait"))
        self.list.setProperty("panel", "list")
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.currentRowChanged.connect(lambda row: self.aimed.emit(row if row >= 0 else None))
        self.list.itemDoubleClicked.connect(lambda _: actions["queue.edit"].trigger())
        self.list.model().rowsMoved.connect(self._tell_move)
        top = QHBoxLayout()
        top.setContentsMargins(theme.LARGE, theme.SMALL, theme.SMALL, theme.SMALL)
        top.setSpacing(2)
        top.addWidget(heading)
        top.addSpacing(theme.SMALL - 2)
        top.addWidget(self._state, 1)
        self._buttons = {name: _button(name, actions[name]) for name in BUTTONS}
        for name, button in self._buttons.items():
            top.addWidget(button)
            if name not in ("queue.start", "queue.pause"):
                self.list.addAction(actions[name])
        for name, keys in KEYS.items():
            shortcut = QShortcut(QKeySequence(keys), self.list, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(actions[name].trigger)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        self.show_queue((), None)

    def show_queue(self, queue: Sequence[Experiment], current: int | None) -> None:
        """Show what waits, with one of them selected."""
        with QSignalBlocker(self.list):
            self.list.clear()
            for place, (label, own) in enumerate(_told_apart(queue), start=1):
                item = QListWidgetItem(f"{place}  {f'{own}  ·  ' if own else ''}{label}")
                item.setToolTip(f"<b>{escape(label)}</b><br>{escape(own)}")
                self.list.addItem(item)
            self.list.setCurrentRow(-1 if current is None else current)
        self.setVisible(bool(queue))

    def show_state(self, paused: bool, trains: bool) -> None:
        """Say whether the first of them begins by itself."""
        words = tr("{n}, paused") if paused else tr("{n} waiting") if trains else tr("{n}, not started")
        self._state.setText(words.format(n=self.list.count()))
        self._buttons["queue.pause"].setVisible(trains and not paused)
        self._buttons["queue.start"].setVisible(paused or not trains)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, super().sizeHint().height())

    def _tell_move(self, _parent: Any, place: int, _last: int, _to: Any, row: int) -> None:
        to = row - 1 if row > place else row  # Qt counts with the one that is moved still in its place
        QTimer.singleShot(0, self, lambda: self.moved.emit(place, to))  # the list is still at work on the drop


def _button(name: str, action: QAction) -> QToolButton:
    made = QToolButton()
    made.setDefaultAction(action)
    made.setObjectName(f"panel.{name}")
    made.setAccessibleName(action.text())
    made.setProperty("quiet", True)
    made.setProperty("narrow", True)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def _told_apart(queue: Sequence[Experiment]) -> list[tuple[str, str]]:
    """The label of each, and for those of one label the settings in which they differ."""
    labels = Counter(experiment.label for experiment in queue)
    lines = []
    for experiment in queue:
        own = ""
        if labels[experiment.label] > 1:
            others = [_words(one) for one in queue if one.label == experiment.label]
            words = _words(experiment).items()
            own = ", ".join(said for path, said in words if any(other.get(path) != said for other in others))
        lines.append((experiment.label, own))
    return lines


@lru_cache(maxsize=2 * LONGEST_QUEUE)
def _words(experiment: Experiment) -> dict[str, str]:
    """Each setting with its value, by its path."""
    return {
        field.path: f"{field.title} {_said(field, experiment.value(field.path))}" for field in spoken_fields(experiment)
    }


def _said(field: SettingField, value: Any) -> str:
    if value is None:
        return field.empty
    if isinstance(value, bool):
        return said(on_or_off(value))
    return f"{value:g}" if isinstance(value, float) else f"“{value}”" if field.control == "lines" else str(value)
