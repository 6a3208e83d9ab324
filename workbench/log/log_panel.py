"""The log panel: the journal as a table, by level and by words, and to copy."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDockWidget,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from workbench import theme
from workbench.log.journal import LEVELS, NAMES, Entry, Journal
from workbench.text_size import sized
from workbench.words import mark, tr

COLUMNS = (mark("Time"), mark("Level"), mark("Message"))
_SHOWN = {"info": mark("Everything"), "warning": mark("Warnings and errors"), "error": mark("Errors")}
_ENTRY = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class LogPanel(QDockWidget):
    """Lies at the bottom of the window; what comes while one looks at the end is scrolled to."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(tr("Log"))
        self.setObjectName("log")
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self._model = _JournalModel(journal)
        self._filter = _Filter()
        self._filter.setSourceModel(self._model)
        self.level = QComboBox()
        self.level.setObjectName("log.level")
        self.level.setAccessibleName(tr("Which messages are shown"))
        for level, words in _SHOWN.items():
            self.level.addItem(tr(words), level)
        self.level.currentIndexChanged.connect(lambda: self._choose())
        self.search = QLineEdit()
        self.search.setObjectName("log.search")
        self.search.setAccessibleName(tr("Search the messages"))
        self.search.setPlaceholderText(tr("Search the messages"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda: self._choose())
        copying, clearing = tr("Copy the selected messages, or all that are shown"), tr("Forget all messages")
        self.copy_button = self._button("copy", tr("Copy"), copying, self.copy)
        self.clear_button = self._button("clear", tr("Clear"), clearing, journal.clear)
        self.table = QTableView()
        self.table.setObjectName("log.table")
        self.table.setAccessibleName(tr("Messages of the program"))
        self.table.setModel(self._filter)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        sized(self.table.verticalHeader(), section=theme.CONTROL_HEIGHT)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        QShortcut(QKeySequence.StandardKey.Copy, self.table, self.copy, context=Qt.ShortcutContext.WidgetShortcut)
        self._nothing = QLabel(tr("Nothing was said yet."))
        self._nothing.setObjectName("log.nothing")
        self._nothing.setProperty("role", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        journal.changed.connect(self._grown)
        self._grown()

    def copy(self) -> None:
        """The selected messages with their details as text; without a selection all that are shown."""
        chosen = self.table.selectionModel().selectedRows()
        rows = sorted(index.row() for index in chosen) or range(self._filter.rowCount())
        entries = [self._filter.index(row, 0).data(_ENTRY) for row in rows]
        QGuiApplication.clipboard().setText("\n".join(map(str, entries)))

    def open(self) -> None:
        """Show the panel, with the newest message."""
        self.show()
        self.table.scrollToBottom()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def shown(self) -> Sequence[Entry]:
        return [self._filter.index(row, 0).data(_ENTRY) for row in range(self._filter.rowCount())]

    def _choose(self) -> None:
        self._filter.choose(self.level.currentData(), self.search.text())
        self._show_whether_empty()

    def _grown(self) -> None:
        if self.isVisible():
            self.table.scrollToBottom()
        self._show_whether_empty()

    def _show_whether_empty(self) -> None:
        some = self._filter.rowCount() > 0
        self.table.setVisible(some)
        self._nothing.setVisible(not some)
        self._nothing.setText(tr("No message like that.") if self._model.rowCount() else tr("Nothing was said yet."))
        self.copy_button.setEnabled(some)
        self.clear_button.setEnabled(self._model.rowCount() > 0)

    def _button(self, part: str, text: str, tip: str, act: object) -> QPushButton:
        made = QPushButton(text)
        made.setObjectName(f"log.{part}")
        made.setToolTip(tip)
        made.setAccessibleName(tip)
        made.clicked.connect(act)
        return made

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("panel", True)
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout()
        row.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, 0)
        row.setSpacing(theme.SMALL)
        row.addWidget(self.level)
        row.addWidget(self.search, 1)
        row.addWidget(self.copy_button)
        row.addWidget(self.clear_button)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(self._nothing, 1)
        inside.setMinimumHeight(140)
        self.setWidget(inside)


class _JournalModel(QAbstractTableModel):
    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        self._entries: list[Entry] = list(journal.entries)
        journal.changed.connect(self._take)

    def _take(self, gone: int) -> None:
        """Usually one entry more; a selection stays."""
        entries, before = self._journal.entries, len(self._entries)
        if gone or len(entries) not in (before, before + 1):
            self.beginResetModel()
            self._entries = list(entries)
            self.endResetModel()
        elif len(entries) > before:
            self.beginInsertRows(QModelIndex(), before, before)
            self._entries.append(entries[-1])
            self.endInsertRows()
        elif entries:
            self._entries[-1] = entries[-1]
            self.dataChanged.emit(self.index(before - 1, 0), self.index(before - 1, len(COLUMNS) - 1))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def columnCount(self, parent: _Index | None = None) -> int:
        return len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        return tr(COLUMNS[section]) if across and role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self._entries[index.row()]
        if role == _ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            cells = (f"{entry.when:%H:%M:%S}", tr(NAMES[entry.level]), entry.text.replace("\n", " "))
            return cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(entry)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() < 2:
            look = theme.current()
            colors = {"info": look.muted, "warning": look.warning, "error": look.danger}
            return QColor(colors[entry.level if index.column() == 1 else "info"])
        return None


class _Filter(QSortFilterProxyModel):
    def __init__(self) -> None:
        super().__init__()
        self._level, self._words = LEVELS[0], list[str]()

    def choose(self, level: Any, words: str) -> None:
        self._level, self._words = level, words.lower().split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:
        entry: Entry = self.sourceModel().index(row, 0).data(_ENTRY)
        text = f"{entry.text} {entry.details}".lower()
        return LEVELS.index(entry.level) >= LEVELS.index(self._level) and all(word in text for word in self._words)
