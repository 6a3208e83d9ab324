"""The row of quiet controls above the plots of a view: what the view adds, then log, crosshair, fit and export."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QMessageBox, QSizePolicy, QToolButton, QWidget

from workbench import theme as themes
from workbench.icons import icon
from workbench.views import export
from workbench.views.plot import Plot


class PlotTools(QWidget):
    """Tools for a view's plots. `picture` is the widget that PNG and SVG show; `name` starts every objectName.

    `log_plots` are those whose y axis Log y changes.
    """

    def __init__(
        self, name: str, title: str, plots: Sequence[Plot], picture: QWidget, log_plots: Sequence[Plot]
    ) -> None:
        super().__init__()
        self.setObjectName(f"{name}.tools")
        self._name, self._title, self._plots, self._picture = name, title, plots, picture
        self._log_plots = log_plots
        self._icons: list[tuple[QToolButton, str]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(themes.MEDIUM, themes.TINY, themes.SMALL, themes.TINY)
        self._row.setSpacing(2)

        self.log_button = self.button("log", "Log y", "log-axis", "Logarithmic y axis", checkable=True)
        self.log_button.toggled.connect(self._set_log)
        self.crosshair_button = self.button("crosshair", "", "crosshair", "Read values under the pointer", True)
        self.crosshair_button.setChecked(True)
        self.crosshair_button.toggled.connect(lambda on: [plot.set_crosshair(on) for plot in plots])
        self.fit_button = self.button("fit", "Fit", "fit", "Show everything and follow new data (double click, or 0)")
        self.fit_button.setEnabled(False)
        self.fit_button.clicked.connect(lambda: [plot.fit() for plot in plots])
        self.export_button = self.button("export", "", "export", "Export or copy")
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export_button.setMenu(self._export_menu())
        for plot in plots:
            plot.zoomed.connect(lambda _held: self.fit_button.setEnabled(any(plot.held for plot in self._plots)))
        self._set_icons()

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a control of the view before the common ones."""
        self._row.insertWidget(self._row.indexOf(self.log_button), widget, stretch)

    def add_stretch(self) -> None:
        self._row.insertStretch(self._row.indexOf(self.log_button), 1)

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

    def _set_log(self, on: bool) -> None:
        for plot in self._log_plots:
            plot.set_log(on and plot.y_axis.kind != "percent")  # shares run from 0 to 100 %, where a log axis misleads

    # -- export -------------------------------------------------------------------------------------------------

    def _export_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName(f"{self._name}.export_menu")
        clipboard = QGuiApplication.clipboard
        entries: list[tuple[str, str, Callable[[], None]]] = [
            ("copy_picture", "Copy picture", lambda: clipboard().setImage(export.picture(self._picture))),
            ("copy_data", "Copy data as CSV", lambda: clipboard().setText(export.csv_text(self._plots))),
            ("", "", lambda: None),
            ("save_png", "Save as PNG…", lambda: self._ask("png", lambda path: export.save_png(self._picture, path))),
            ("save_svg", "Save as SVG…", lambda: self._ask("svg", self._save_svg)),
            ("save_csv", "Save as CSV…", lambda: self._ask("csv", lambda path: export.save_csv(self._plots, path))),
        ]
        for part, text, act in entries:
            if not part:
                menu.addSeparator()
                continue
            action = menu.addAction(text, act)
            action.setObjectName(f"{self._name}.{part}")
        return menu

    def _save_svg(self, path: str) -> None:
        export.save_svg(self._picture, self._title, path)

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
