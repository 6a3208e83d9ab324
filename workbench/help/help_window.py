"""The window of the help: contents and search on the left, a page on the right, and the way back."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSplitter,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.help import Help
from core.help_language import Language
from workbench import theme, words
from workbench.help.page_view import PageView
from workbench.icons import icon
from workbench.words import said, tr

SEARCH_DELAY = 120  # milliseconds
_TARGET = Qt.ItemDataRole.UserRole


class HelpWindow(QWidget):
    """Shows the pages of the help. `go` leads to one; Back and Forward go where one was."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("help")
        self.resize(1000, 700)
        self.setMinimumSize(640, 400)
        self._help = Help(Language(words.language(), said))
        self._been: list[tuple[str, int]] = []  # targets and how far each was scrolled
        self._place = -1
        self._icons: list[tuple[QToolButton, str]] = []
        self.search = QLineEdit()
        self.search.setObjectName("help.search")
        self.search.setAccessibleName(tr("Search the help"))
        self.search.setPlaceholderText(tr("Search the help"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self._magnifier = self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.contents = QTreeWidget()
        self.contents.setObjectName("help.contents_list")
        self.contents.setAccessibleName(tr("Pages of the help"))
        self.contents.setHeaderHidden(True)
        self.contents.setRootIsDecorated(False)
        self.contents.setIndentation(theme.MEDIUM)
        self.contents.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.contents.itemClicked.connect(self._open)
        self.contents.itemActivated.connect(self._open)
        self._nothing = QLabel(tr("Nothing found. Try fewer words."))
        self._nothing.setProperty("role", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self.page = PageView()
        self.page.followed.connect(self.go)
        back, forward = QKeySequence.StandardKey.Back, QKeySequence.StandardKey.Forward
        self.back = self._button("back", "chevron-left", tr("Back"), back, self.go_back)
        self.forward = self._button("forward", "chevron-right", tr("Forward"), forward, self.go_on)
        self._where = QLabel()
        self._where.setObjectName("help.where")
        self._where.setProperty("role", "muted")
        self._typing = QTimer(self, singleShot=True, interval=SEARCH_DELAY)
        self._typing.timeout.connect(self._fill)
        self.search.textChanged.connect(lambda: self._typing.start())
        QShortcut(QKeySequence.StandardKey.Find, self, self.find)
        QShortcut(Qt.Key.Key_Escape, self, self.close)
        self._lay_out()
        self._set_icons()
        self._fill()

    def go(self, target: str) -> None:
        """Show a page, or a place in it. Raises KeyError for a page that there is none of."""
        self._help.page_of(target)
        if self._place >= 0 and self._been[self._place][0] == target:
            self._show(0)
            return
        self._remember()
        self._been[self._place + 1 :] = [(target, 0)]
        self._place += 1
        self._show(0)

    def go_back(self) -> None:
        self._move(-1)

    def go_on(self) -> None:
        self._move(1)

    def find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    @property
    def target(self) -> str:
        """What is shown now; empty before the first page."""
        return self._been[self._place][0] if self._place >= 0 else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search the arrows go into the list, and Return opens what is marked there."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.contents.setFocus()
            self.contents.keyPressEvent(event)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._typing.stop()
            self._fill()
            if self.contents.currentItem() is not None:
                self._open(self.contents.currentItem())
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._set_icons()

    # -- helpers ------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, theme.SMALL, 0, 0)
        column.setSpacing(theme.SMALL)
        row = QHBoxLayout()
        row.setContentsMargins(theme.SMALL, 0, theme.SMALL, 0)
        row.addWidget(self.search)
        column.addLayout(row)
        column.addWidget(self._nothing)
        column.addWidget(self.contents, 1)
        left.setMinimumWidth(180)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.SMALL, theme.SMALL, theme.LARGE, theme.SMALL)
        bar.setSpacing(theme.TINY)
        for widget in (self.back, self.forward, self._where):
            bar.addWidget(widget)
        bar.addStretch(1)
        beside.addLayout(bar)
        beside.addWidget(self.page, 1)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setObjectName("help.halves")
        halves.addWidget(left)
        halves.addWidget(right)
        halves.setSizes([280, 720])
        halves.setStretchFactor(1, 1)
        halves.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(halves)

    def _button(self, part: str, icon_name: str, text: str, key: QKeySequence.StandardKey, act: object) -> QToolButton:
        made = QToolButton()
        made.setObjectName(f"help.{part}")
        made.setAccessibleName(text)
        made.setProperty("quiet", True)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setIconSize(QSize(theme.ICON_SIZE, theme.ICON_SIZE))
        keys = QKeySequence(key)
        made.setShortcut(keys)
        made.setToolTip(f"{text}  ({keys.toString(QKeySequence.SequenceFormat.NativeText)})")
        made.clicked.connect(act)
        self._icons.append((made, icon_name))
        return made

    def _set_icons(self) -> None:
        muted = theme.current().muted
        for button, name in self._icons:
            button.setIcon(icon(name, muted))
        self._magnifier.setIcon(icon("search", muted))

    def _fill(self) -> None:
        """The contents, or what the search finds."""
        wanted = self.search.text().strip()
        self.contents.clear()
        if wanted:
            for hit in self._help.search(wanted):
                self._entry(None, hit.title, hit.target, hit.where)
            self.contents.setCurrentItem(self.contents.topLevelItem(0))
        else:
            groups: dict[str, QTreeWidgetItem] = {}
            for page in self._help.pages.values():
                if page.group not in groups:
                    groups[page.group] = self._heading(page.group)
                self._entry(groups[page.group], page.title, page.id)
            self.contents.expandAll()
            self._mark()
        found = self.contents.topLevelItemCount() > 0
        self.contents.setVisible(found)
        self._nothing.setVisible(not found)

    def _heading(self, text: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.contents, [text])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        return item

    def _entry(self, parent: QTreeWidgetItem | None, title: str, target: str, where: str = "") -> None:
        item = QTreeWidgetItem(parent if parent is not None else self.contents)
        item.setText(0, f"{title}  ·  {where}" if where else title)
        item.setToolTip(0, item.text(0))
        item.setData(0, _TARGET, target)

    def _open(self, item: QTreeWidgetItem) -> None:
        target = item.data(0, _TARGET)
        if target:
            self.go(target)

    def _move(self, by: int) -> None:
        if 0 <= self._place + by < len(self._been):
            self._remember()
            self._place += by
            self._show(self._been[self._place][1])

    def _remember(self) -> None:
        if self._place >= 0:
            self._been[self._place] = (self.target, self.page.verticalScrollBar().value())

    def _show(self, scrolled: int) -> None:
        page, anchor = self._help.page_of(self.target)
        self.page.show_page(page, anchor)
        if scrolled:
            self.page.verticalScrollBar().setValue(scrolled)
        self.setWindowTitle(tr("{page} – Innerloop Help", page=page.title))
        self._where.setText(page.group)
        self.back.setEnabled(self._place > 0)
        self.forward.setEnabled(self._place + 1 < len(self._been))
        self._mark()

    def _mark(self) -> None:
        """Show in the contents which page is open."""
        if self.search.text().strip():
            return
        identifier = self.target.partition("#")[0]
        for number in range(self.contents.topLevelItemCount()):
            group = self.contents.topLevelItem(number)
            for place in range(group.childCount()):
                if group.child(place).data(0, _TARGET) == identifier:
                    self.contents.setCurrentItem(group.child(place))
