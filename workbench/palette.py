"""The command palette: any command by a part of its name (Ctrl+Shift+P)."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from workbench import theme
from workbench.words import tr


class CommandPalette(QFrame):
    """A list of all commands with a search box; Return carries one out, Escape closes."""

    def __init__(self, parent: QWidget, actions: list[QAction]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.setProperty("panel", "popup")
        self._actions = actions
        self._search = QLineEdit()
        self._search.setObjectName("palette.search")
        self._search.setAccessibleName(tr("Find a command"))
        self._search.setPlaceholderText(tr("Find a command"))
        self._search.textChanged.connect(self._filter)
        self._search.installEventFilter(self)
        self._list = QTreeWidget()
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._list.setObjectName("palette.list")
        self._list.setAccessibleName(tr("Commands"))
        self._list.itemClicked.connect(self._carry_out)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SMALL, theme.SMALL, theme.SMALL, theme.SMALL)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self._search)
        layout.addWidget(self._list)

    def open(self) -> None:
        """Show the palette below the top of the window."""
        window = self.parentWidget()
        self.setFixedSize(min(520, window.width() - 40), min(420, window.height() - 80))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + 64)
        self._search.clear()
        self._filter("")
        self.show()
        self._search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._list.currentItem() is not None:
                    self._carry_out(self._list.currentItem())
                return True
        return False

    def _filter(self, text: str) -> None:
        words = text.lower().split()
        self._list.clear()
        named, told = [], []  # a word in a command's name counts more than one in its tip
        for place, action in enumerate(self._actions):
            name = f"{action.data()}: {action.text().replace('…', '')}"
            if all(word in name.lower() for word in words):
                named.append((place, action, name))
            elif all(word in f"{name} {action.toolTip()}".lower() for word in words):
                told.append((place, action, name))
        for place, action, name in named + told:
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            item = QTreeWidgetItem([name, keys])
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setData(0, Qt.ItemDataRole.UserRole, place)
            item.setToolTip(0, action.toolTip())
            item.setDisabled(not action.isEnabled())
            self._list.addTopLevelItem(item)
        self._list.setCurrentItem(next(iter(self._choices()), None))

    def _choices(self) -> list[QTreeWidgetItem]:
        items = [self._list.topLevelItem(row) for row in range(self._list.topLevelItemCount())]
        return [item for item in items if item is not None and not item.isDisabled()]

    def _step(self, by: int) -> None:
        choices, current = self._choices(), self._list.currentItem()
        if choices:
            place = choices.index(current) + by if current in choices else 0
            self._list.setCurrentItem(choices[place % len(choices)])

    def _carry_out(self, item: QTreeWidgetItem) -> None:
        if not item.isDisabled():
            self.hide()
            self._actions[item.data(0, Qt.ItemDataRole.UserRole)].trigger()
