"""The views as tabs, any of which can be taken out into a window of its own.

A view is made when it is first looked at, or asked for: all of them together would take longer than the rest of the
window. The one that is in front at the start is made as soon as the window is on the screen.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from workbench import theme

LEAST_WIDTH = 668  # what the widest view needs, so that nothing moves aside when it is made


class ViewTabs(QTabWidget):
    """Views by name. One that is taken out comes back to its place when its window is closed."""

    turned = Signal()  # another view is looked at, or one more
    help_asked = Signal(str)  # the name of a view

    def __init__(self, make: Callable[[str], QWidget]) -> None:
        """`make` makes the view of a name."""
        super().__init__()
        self._make = make
        self.setObjectName("views")
        self.setAccessibleName("Views")
        self.setDocumentMode(True)
        self._titles: dict[str, str] = {}
        self._pages: dict[str, _Page] = {}
        self._windows: dict[str, _ViewWindow] = {}
        self.setMinimumWidth(LEAST_WIDTH)
        self._roomy = 0  # the width that the tabs like to have, once it is known
        self.currentChanged.connect(self.turned)
        self.tabBarDoubleClicked.connect(self._take_out_tab)

    def place(self, name: str, title: str) -> None:
        """Add a view after the others."""
        self._titles[name], self._pages[name] = title, _Page(lambda: self._made(name))
        self._pages[name].added.connect(lambda: self._into_tab_order(self._pages[name]))
        self.addTab(self._pages[name], title)

    def _made(self, name: str) -> QWidget:
        from workbench.views.view_tools import ViewTools  # read with the views, for it draws their pictures

        view = self._make(name)
        for tools in view.findChildren(ViewTools):
            tools.help_button.clicked.connect(lambda: self.help_asked.emit(name))
        return view

    def view(self, name: str) -> QWidget:
        """The view of a name, made if it is not there yet. Raises KeyError."""
        return self._pages[name].made()

    def is_made(self, name: str) -> bool:
        """Whether anybody has looked at a view yet, or asked for it. Raises KeyError."""
        return self._pages[name].view is not None

    def is_looked_at(self, name: str) -> bool:
        """Whether a view is to be seen, in front of the others or in a window of its own. Raises KeyError."""
        page = self._pages[name]
        return page.isVisibleTo(page.window())

    @property
    def names(self) -> list[str]:
        return list(self._pages)

    @property
    def current(self) -> str:
        """The name of the view that is in front among the tabs; empty where all are taken out."""
        return self._name_of_page(self.currentWidget())

    def name_of(self, widget: QWidget | None) -> str:
        """The name of the view that a control is in; empty where it is in none."""
        inside = (name for name, page in self._pages.items() if widget is not None and page.isAncestorOf(widget))
        return next(inside, "")

    @property
    def taken_out(self) -> list[str]:
        return list(self._windows)

    def look_at(self, name: str) -> None:
        """Bring a view to the front, wherever it is. Raises KeyError."""
        page = self._pages[name]
        if name in self._windows:
            self._windows[name].raise_()
            self._windows[name].activateWindow()
        else:
            self.setCurrentWidget(page)

    def take_out(self, name: str) -> None:
        """Give a view a window of its own; the last tab stays. Raises KeyError."""
        page = self._pages[name]
        if name in self._windows or self.count() < 2:
            return
        size = page.size()
        self._windows[name] = window = _ViewWindow(self.window(), name, self._titles[name], page)
        window.closed.connect(lambda: self._put_back(name))
        window.resize(size)
        window.show()
        page.show()
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

    def _into_tab_order(self, page: QWidget) -> None:
        """What comes late would be the last that the Tab key reaches; it belongs behind the tabs."""
        if page.window() is not self.window():
            return  # has a window to itself
        chain, widget = [self.tabBar()], page.nextInFocusChain()
        while widget is not page:
            if page.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                chain.append(widget)
            widget = widget.nextInFocusChain()
        for earlier, later in pairwise(chain):
            QWidget.setTabOrder(earlier, later)

    # -- in and out ---------------------------------------------------------------------------------------------

    def _take_out_tab(self, place: int) -> None:
        if place >= 0:
            self.take_out(self._name_of_page(self.widget(place)))

    def _name_of_page(self, widget: QWidget | None) -> str:
        return next((name for name, page in self._pages.items() if page is widget), "")

    def _put_back(self, name: str) -> None:
        window = self._windows.pop(name)
        before = [each for each in self.names[: self.names.index(name)] if each not in self._windows]
        self.insertTab(len(before), self._pages[name], self._titles[name])
        self.setCurrentIndex(len(before))
        window.deleteLater()


class ViewOf:
    """An attribute that stands for the view of its name among the `views` of a window."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, window: Any, owner: type) -> Any:
        return window.views.view(self._name)


class _Page(QWidget):
    """The place of one view."""

    added = Signal()  # its view is there now

    def __init__(self, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._make = make
        self.view: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    def made(self) -> QWidget:
        if self.view is None:
            self.view = self._make()
            self.layout().addWidget(self.view)
            self.view.show()
            self.added.emit()
        return self.view

    def showEvent(self, event: QShowEvent) -> None:
        window = self.window().windowHandle()
        if window is not None and window.isExposed():
            self.made()
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.view is None:
            QTimer.singleShot(0, self, self.made)  # the window is there now


class _ViewWindow(QWidget):
    """Holds one view; it has the commands of the main window, and goes when that goes."""

    closed = Signal()

    def __init__(self, main: QWidget, name: str, title: str, page: QWidget) -> None:
        super().__init__(main, Qt.WindowType.Window)
        self.setObjectName(f"window.{name}")
        self.setWindowTitle(f"{title} – Innerloop")
        self.addActions(main.actions())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closed.emit()
