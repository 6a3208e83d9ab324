"""The views as tabs, any of which can be taken out into a window of its own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from workbench import theme
from workbench.views.view_tools import ViewTools
from workbench.words import tr


class ViewTabs(QTabWidget):
    """Views by name. One that is taken out comes back to its place when its window is closed."""

    turned = Signal()  # another view is looked at, or one more
    help_asked = Signal(str)  # the name of a view

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("views")
        self.setAccessibleName(tr("Views"))
        self.setDocumentMode(True)
        self._titles: dict[str, str] = {}
        self._views: dict[str, QWidget] = {}
        self._windows: dict[str, _ViewWindow] = {}
        self._roomy = 0  # the width that the tabs like to have, once it is known
        self.currentChanged.connect(self.turned)
        self.tabBarDoubleClicked.connect(self._take_out_tab)

    def place(self, name: str, title: str, view: QWidget) -> None:
        """Add a view after the others."""
        self._titles[name], self._views[name] = title, view
        self.addTab(view, title)
        for tools in view.findChildren(ViewTools):
            tools.help_button.clicked.connect(lambda: self.help_asked.emit(name))

    @property
    def names(self) -> list[str]:
        return list(self._views)

    @property
    def current(self) -> str:
        """The name of the view that is in front among the tabs; empty where all are taken out."""
        view = self.currentWidget()
        return next((name for name, each in self._views.items() if each is view), "")

    def name_of(self, widget: QWidget | None) -> str:
        """The name of the view that a control is in; empty where it is in none."""
        inside = (name for name, view in self._views.items() if widget is not None and view.isAncestorOf(widget))
        return next(inside, "")

    @property
    def taken_out(self) -> list[str]:
        return list(self._windows)

    def look_at(self, name: str) -> None:
        """Bring a view to the front, wherever it is. Raises KeyError."""
        view = self._views[name]
        if name in self._windows:
            self._windows[name].raise_()
            self._windows[name].activateWindow()
        else:
            self.setCurrentWidget(view)

    def take_out(self, name: str) -> None:
        """Give a view a window of its own; the last tab stays. Raises KeyError."""
        view = self._views[name]
        if name in self._windows or self.count() < 2:
            return
        size = view.size()
        self._windows[name] = window = _ViewWindow(self.window(), name, self._titles[name], view)
        window.closed.connect(lambda: self._put_back(name))
        window.resize(size)
        window.show()
        view.show()
        self.turned.emit()

    def put_all_back(self) -> None:
        for window in list(self._windows.values()):
            window.close()

    # -- room for the tabs --------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tabs move together before one of them is out of sight."""
        super().resizeEvent(event)
        bar, corner = self.tabBar(), self.cornerWidget()
        if not self._roomy:
            theme.mark(bar, "tight", False)
            self._roomy = bar.sizeHint().width()
        theme.mark(bar, "tight", self._roomy > self.width() - (corner.sizeHint().width() if corner else 0))

    def tabInserted(self, place: int) -> None:
        self._fit_anew()
        super().tabInserted(place)

    def tabRemoved(self, place: int) -> None:
        self._fit_anew()
        super().tabRemoved(place)

    def _fit_anew(self) -> None:
        self._roomy = 0
        if self.isVisible():
            self.resizeEvent(QResizeEvent(self.size(), self.size()))

    # -- in and out ---------------------------------------------------------------------------------------------

    def _take_out_tab(self, place: int) -> None:
        if place >= 0:
            view = self.widget(place)
            self.take_out(next(name for name, each in self._views.items() if each is view))

    def _put_back(self, name: str) -> None:
        window = self._windows.pop(name)
        before = [each for each in self.names[: self.names.index(name)] if each not in self._windows]
        self.insertTab(len(before), self._views[name], self._titles[name])
        self.setCurrentIndex(len(before))
        window.deleteLater()


class _ViewWindow(QWidget):
    """Holds one view; it has the commands of the main window, and goes when that goes."""

    closed = Signal()

    def __init__(self, main: QWidget, name: str, title: str, view: QWidget) -> None:
        super().__init__(main, Qt.WindowType.Window)
        self.setObjectName(f"window.{name}")
        self.setWindowTitle(f"{title} – Innerloop")
        self.addActions(main.actions())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(view)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closed.emit()
