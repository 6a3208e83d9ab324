"""The preset picker: a button that names the preset, and a list to search below it."""

from functools import cached_property

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.presets import Preset, get, presets
from workbench import theme
from workbench.words import said, tr

_ID = Qt.ItemDataRole.UserRole
_WIDTH, _HEIGHT = 504, 512  # of the list, which fits below the button in the smallest window


class PresetPicker(QPushButton):
    """Shows the chosen preset; a click opens the list of all of them."""

    chosen = Signal(str)  # a preset's id

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("setup.preset")
        self.setProperty("picker", True)
        self.clicked.connect(self.open_list)
        self._identifier, self._title = "", ""
        self.show_preset("", changed=False)

    def show_preset(self, identifier: str, changed: bool) -> None:
        """Name the preset, and whether the setup has moved away from it."""
        preset = get(identifier)
        self._identifier, self._title = identifier, titled(preset) if preset else tr("Choose a preset")
        named = tr("Preset: {title}, changed") if changed else tr("Preset: {title}")
        self.setAccessibleName(named.format(title=self._title))
        invites = tr("Ready-made experiments, with the published figure each aims at")
        self.setToolTip(about(preset) if preset else invites)
        self._fit()

    @cached_property
    def _list(self) -> "PresetList":
        """Made when it is first opened, for which all presets are read."""
        made = PresetList(self)
        made.chosen.connect(self.chosen)
        return made

    def open_list(self) -> None:
        self._list.open_below(self, self._identifier)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(120, super().sizeHint().height())

    def _fit(self) -> None:
        """Shorten a title that is too long for the button."""
        room = self.width() - 48
        self.setText(self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room))


class PresetList(QFrame):
    """All presets, each below the task that it is for, with a search box and a way to every group."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("panel", "popup")
        self._search = QLineEdit()
        self._search.setObjectName("setup.preset.search")
        self._search.setAccessibleName(tr("Search presets"))
        self._search.setPlaceholderText(tr("Search presets"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._search.installEventFilter(self)
        self._list = QListWidget()
        self._list.setObjectName("setup.preset.list")
        self._list.setAccessibleName(tr("Presets"))
        self._list.itemActivated.connect(self._take)
        self._list.itemClicked.connect(self._take)
        self._list.currentItemChanged.connect(self._describe)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._groups = QHBoxLayout()
        self._groups.setSpacing(theme.TINY)
        self._about = QLabel()
        self._about.setWordWrap(True)
        self._about.setProperty("role", "muted")
        self._about.setMinimumHeight(152)
        self._about.setContentsMargins(theme.SMALL, 0, theme.SMALL, 0)
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SMALL, theme.SMALL, theme.SMALL, theme.SMALL)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self._search)
        layout.addLayout(self._groups)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._about)
        self._fill()

    def open_below(self, button: QWidget, chosen: str) -> None:
        """Show the list below a button, with one preset chosen."""
        self._search.clear()
        self._list.setCurrentItem(next((item for item in self._items() if item.data(_ID) == chosen), None))
        corner = button.mapToGlobal(button.rect().bottomLeft())
        self.setFixedSize(max(button.width(), _WIDTH), min(_HEIGHT, button.screen().geometry().bottom() - corner.y()))
        self.move(corner)
        self.show()
        self._search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys and Return in the search box go to the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.currentItem() is not None:
                self._take(self._list.currentItem())
                return True
        return False

    def _fill(self) -> None:
        task = group = ""
        bold = QFont(self._list.font())
        bold.setBold(True)
        for preset in presets().values():
            if preset.task != task:
                task = preset.task
                heading = QListWidgetItem(said(task))
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                heading.setFont(bold)
                self._list.addItem(heading)
                if preset.group != group:
                    group = preset.group
                    self._add_way_to(group, heading)
            item = QListWidgetItem()
            item.setData(_ID, preset.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, titled(preset))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, said(preset.summary))
            self._list.addItem(item)
        self._groups.addStretch()
        self._filter("")

    def _add_way_to(self, group: str, heading: QListWidgetItem) -> None:
        """A button that brings the first heading of a group to the top of the list."""
        button = QToolButton()
        button.setObjectName(f"setup.preset.group.{group}")
        button.setText(said(group))
        button.setAccessibleName(tr("Presets: {group}", group=said(group)))
        button.setProperty("quiet", True)
        button.clicked.connect(lambda: self._show_group(heading))
        self._groups.addWidget(button)

    def _show_group(self, heading: QListWidgetItem) -> None:
        self._search.clear()
        self._list.setCurrentRow(self._list.row(heading) + 1)
        self._list.scrollToItem(heading, QAbstractItemView.ScrollHint.PositionAtTop)
        self._search.setFocus()

    def _filter(self, text: str) -> None:
        """Show what holds every word; then by its whole title, as headings are no help in a short list."""
        words = text.lower().split()
        first = None
        for item in self._items():
            identifier = item.data(_ID)
            if identifier is None:
                item.setHidden(bool(words))
                continue
            preset = presets()[identifier]
            shown = all(word in f"{titled(preset)} {preset.id} {said(preset.summary)}".lower() for word in words)
            item.setHidden(not shown)
            item.setText(titled(preset) if words else f"    {said(preset.method)}")
            first = first or (item if shown else None)
        self._list.setCurrentItem(first)

    def _step(self, by: int) -> None:
        choices = [item for item in self._items() if item.data(_ID) is not None and not item.isHidden()]
        if choices:
            current = self._list.currentItem()
            place = choices.index(current) + by if current in choices else 0
            self._list.setCurrentItem(choices[place % len(choices)])

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _take(self, item: QListWidgetItem) -> None:
        if item.data(_ID) is not None:
            self.hide()
            self.chosen.emit(item.data(_ID))

    def _describe(self, item: QListWidgetItem | None) -> None:
        preset = presets().get(item.data(_ID)) if item is not None else None
        self._about.setText(about(preset) if preset else "")


def about(preset: Preset) -> str:
    """What a preset shows and what figure it aims at, as rich text."""
    lines = [said(preset.summary)]
    if preset.published:
        lines.append(f"<b>{tr('Published:')}</b> {said(preset.published)}")
    lines.append(f"<b>{tr('Normalization:')}</b> {said(preset.normalization.strip())}")
    return "<br>".join(lines)


def titled(preset: Preset) -> str:
    """A preset's title in the language of the window."""
    return " · ".join(said(part) for part in (preset.task, preset.method) if part)
