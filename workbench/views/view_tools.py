"""The row of quiet controls above a view: what the view adds, then export and help; and how such controls are made."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QMenu,
    QMessageBox,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workbench import theme as themes
from workbench.icons import icon
from workbench.views import export
from workbench.views.tool_rows import ToolRows


class ViewTools(ToolRows):
    """Tools of a view. `picture` gives the widget that PNG and SVG show, `csv` its data as pieces of text; `name`
    starts every objectName.
    """

    def __init__(self, name: str, title: str, picture: Callable[[], QWidget], csv: Callable[[], Iterable[str]]) -> None:
        super().__init__()
        self.setObjectName(f"{name}.tools")
        self._name, self._title, self._picture, self._csv = name, title, picture, csv
        self._icons: list[tuple[QToolButton, str]] = []
        self._common: list[QToolButton] = []  # the buttons that every view of this sort has
        self._add_common()
        self.export_button = self.button("export", "", "export", "Export or copy")
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export_button.setMenu(self._export_menu())
        self._common.append(self.export_button)
        self.help_button = self.button("help", "", "help", "What this view shows")  # ViewTabs brings it to life
        self._last = self._common[0]
        self._set_icons()

    def _add_common(self) -> None:
        """Buttons before export, for sorts of view to add."""

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a control of the view before the common ones."""
        self._row.insertWidget(self._row.indexOf(self._common[0]), widget, stretch)

    def add_stretch(self) -> None:
        self._row.insertStretch(self._row.indexOf(self._common[0]), 1)

    def button(self, part: str, text: str, icon_name: str, tip: str, checkable: bool = False) -> QToolButton:
        """A quiet tool button at the end of the row; without text it shows its icon alone."""
        made = QToolButton()
        made.setObjectName(f"{self._name}.{part}")
        made.setText(text or tip)
        made.setToolTip(tip)
        made.setAccessibleName(tip)
        made.setProperty("quiet", True)
        made.setCheckable(checkable)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setIconSize(QSize(themes.ICON_SIZE, themes.ICON_SIZE))
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        made.setToolButtonStyle(beside if text else alone)
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._icons.append((made, icon_name))
        self._row.addWidget(made)
        return made

    def set_icon(self, button: QToolButton, name: str) -> None:
        """Give a button of this row another icon."""
        self._icons = [(each, name if each is button else old) for each, old in self._icons]
        self._set_icons()

    def _set_icons(self) -> None:
        theme = themes.current()
        for button, name in self._icons:
            button.setIcon(icon(name, theme.muted, checked=theme.link))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._set_icons()

    # -- export -------------------------------------------------------------------------------------------------

    def _export_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName(f"{self._name}.export_menu")
        clipboard = QGuiApplication.clipboard
        entries: list[tuple[str, str, Callable[[], None]]] = [
            ("copy_picture", "Copy picture", lambda: clipboard().setImage(export.picture(self._picture()))),
            ("copy_data", "Copy data as CSV", lambda: clipboard().setText("".join(self._csv()))),
            ("", "", lambda: None),
            ("save_png", "Save as PNG…", lambda: self._ask("png", lambda path: export.save_png(self._picture(), path))),
            ("save_svg", "Save as SVG…", lambda: self._ask("svg", self._save_svg)),
            ("save_csv", "Save as CSV…", lambda: self._ask("csv", lambda path: export.save_text(self._csv(), path))),
        ]
        for part, text, act in entries:
            if not part:
                menu.addSeparator()
                continue
            action = menu.addAction(text, act)
            action.setObjectName(f"{self._name}.{part}")
        return menu

    def _save_svg(self, path: str) -> None:
        export.save_svg(self._picture(), self._title, path)

    def _ask(self, ending: str, save: Callable[[str], None]) -> None:
        dialog = QFileDialog(self, f"Save {self._title.lower()}", f"{self._title.lower()}.{ending}")
        dialog.setObjectName(f"{self._name}.save_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{ending.upper()} (*.{ending})")
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"{self._title.lower()}.{ending}")
        dialog.fileSelected.connect(lambda path: self._save(path, save))
        dialog.open()

    def _save(self, path: str, save: Callable[[str], None]) -> None:
        try:
            save(path)
        except OSError as error:
            message = QMessageBox(self)
            message.setObjectName(f"{self._name}.save_failed")
            message.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            message.setIcon(QMessageBox.Icon.Warning)
            message.setText("The file could not be saved")
            message.setInformativeText(f"{path}\n{error}\n\nChoose another folder, or free some space, and save again.")
            message.open()


def choice_box(name: str, title: str, tip: str) -> QComboBox:
    """A choice in the row of tools, with a name for everyone."""
    made = QComboBox()
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setToolTip(tip)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def choose(box: QComboBox, data: object) -> None:
    """Show an entry of a box without asking for it; what is no longer there is left."""
    with QSignalBlocker(box):
        box.setCurrentIndex(place if (place := box.findData(data)) >= 0 else box.currentIndex())


def spin_box(name: str, title: str, tip: str) -> QSpinBox:
    """A number to choose; what is typed counts once it is entered."""
    made = QSpinBox()
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setToolTip(tip)
    made.setKeyboardTracking(False)
    return made


def column(*rows: QWidget | None) -> QWidget:
    """Widgets one below the other; the last one stretches, None is room that does."""
    panel = QWidget()
    panel.setProperty("panel", True)
    panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for row in rows:
        if row is None:
            layout.addStretch(1)
        else:
            layout.addWidget(row)
    return panel
