"""The views as tabs, any of which can be taken out into a window of its own.

A view is made when it is first looked at, or asked for: all of them together would take longer than the rest of the
window. The one that is in front at the start is made as soon as the window is on the screen.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabWidget, QToolButton, QWidget

from workbench import theme
from workbench.views.view_window import Page, ViewWindow
from workbench.words import tr


class ViewTabs(QTabWidget):
    """Views by name. One that is taken out leaves word in its place, and comes back when its window is closed.

    Where there is no room for all tabs, they move together first; then the last ones go into a menu beside them.
    """

    turned = Signal()  # another view is looked at, or one more
    help_asked = Signal(str)  # the name of a view

    def __init__(self, make: Callable[[str], QWidget]) -> None:
        """`make` makes the view of a name."""
        super().__init__()
        self._make = make
        self.setObjectName("views")
        self.setAccessibleName(tr("Views"))
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)  # which never come, but without them no tab could be hidden for want of room
        self._titles: dict[str, str] = {}
        self._pages: dict[str, Page] = {}
        self._windows: dict[str, ViewWindow] = {}
        self._fitting = False
        self.more = _more_button()
        self.more.menu().aboutToShow.connect(self._fill_menu)
        self._corner = QWidget()
        row = QHBoxLayout(self._corner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.more)
        super().setCornerWidget(self._corner)
        self.currentChanged.connect(self._fit)
        self.currentChanged.connect(self.turned)
        self.tabBarDoubleClicked.connect(self._take_out_tab)

    def place(self, name: str, title: str) -> None:
        """Add a view after the others."""
        self._titles[name], self._pages[name] = title, Page(name, title, lambda: self._made(name))
        self._pages[name].added.connect(lambda: self._into_tab_order(self._pages[name]))
        self._pages[name].back_asked.connect(lambda: self._windows[name].close())
        self.addTab(self._pages[name], title)

    def add_to_corner(self, control: QWidget) -> None:
        """Put a control at the right of the tabs."""
        self._corner.layout().addWidget(control)

    def view(self, name: str) -> QWidget:
        """The view of a name, made if it is not there yet. Raises KeyError."""
        return self._pages[name].made()

    def is_made(self, name: str) -> bool:
        """Whether anybody has looked at a view yet, or asked for it. Raises KeyError."""
        return self._pages[name].view is not None

    def is_looked_at(self, name: str) -> bool:
        """Whether a view is to be seen, in front of the others or in a window of its own. Raises KeyError."""
        shown = self._windows.get(name) or self._pages[name]
        return shown.isVisibleTo(shown.window())

    @property
    def names(self) -> list[str]:
        return list(self._pages)

    @property
    def current(self) -> str:
        """The name of the view whose tab is in front."""
        return next((name for name, page in self._pages.items() if page is self.currentWidget()), "")

    def name_of(self, widget: QWidget | None) -> str:
        """The name of the view that a control is in; empty where it is in none."""
        views = ((name, page.view) for name, page in self._pages.items())
        inside = (name for name, view in views if widget is not None and view is not None and view.isAncestorOf(widget))
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
        """Give a view a window of its own. Raises KeyError."""
        page = self._pages[name]
        if name in self._windows:
            return
        size = page.size()
        self._windows[name] = window = ViewWindow(self.window(), name, self._titles[name], page.give_away())
        window.closed.connect(lambda: self._put_back(name))
        window.resize(size)
        window.show()
        self.turned.emit()

    def put_all_back(self) -> None:
        for window in list(self._windows.values()):
            window.close()

    # -- room for the tabs --------------------------------------------------------------------------------------

    @property
    def in_menu(self) -> list[str]:
        """The views whose tabs have no room."""
        return [name for name, page in self._pages.items() if not self.isTabVisible(self.indexOf(page))]

    def _fit(self) -> None:
        """Show as many tabs as there is room for; the one in front is always among them."""
        if self._fitting or not self.isVisible():
            return
        self._fitting = True
        bar = self.tabBar()
        self.more.hide()
        for place in range(bar.count()):
            bar.setTabVisible(place, True)
        theme.mark(bar, "tight", False)
        if self._lacks_room():
            theme.mark(bar, "tight", True)
        if self._lacks_room():
            self.more.show()
            for place in reversed(range(bar.count())):
                if place != bar.currentIndex() and self._lacks_room():
                    bar.setTabVisible(place, False)
            hidden = tr(", ").join(self._titles[name] for name in self.in_menu)
            self.more.setToolTip(tr("More views: {names}", names=hidden))
        super().resizeEvent(QResizeEvent(self.size(), self.size()))  # the corner has another size
        QCoreApplication.sendEvent(bar, QResizeEvent(bar.size(), bar.size()))  # nor has it to be moved along any longer
        self._fitting = False

    def _lacks_room(self) -> bool:
        return self.tabBar().sizeHint().width() > self.width() - self._corner.sizeHint().width()

    def _fill_menu(self) -> None:
        menu = self.more.menu()
        menu.clear()
        for name in self.in_menu:
            action = menu.addAction(self._titles[name], lambda name=name: self.setCurrentWidget(self._pages[name]))
            action.setObjectName(f"views.more.{name}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def tabInserted(self, place: int) -> None:
        super().tabInserted(place)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    # -- in and out ---------------------------------------------------------------------------------------------

    def _made(self, name: str) -> QWidget:
        from workbench.views.view_tools import ViewTools  # read with the views, for it draws their pictures

        view = self._make(name)
        for tools in view.findChildren(ViewTools):
            tools.help_button.clicked.connect(lambda: self.help_asked.emit(name))
        return view

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

    def _take_out_tab(self, place: int) -> None:
        if place >= 0:
            self.take_out(self.names[place])

    def _put_back(self, name: str) -> None:
        window, page = self._windows.pop(name), self._pages[name]
        page.take_back()
        self.setCurrentWidget(page)
        window.deleteLater()
        self.turned.emit()


class ViewOf:
    """An attribute that stands for the view of its name among the `views` of a window."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, window: Any, owner: type) -> Any:
        return window.views.view(self._name)


def _more_button() -> QToolButton:
    made = QToolButton()
    made.setObjectName("views.more")
    made.setAccessibleName(tr("More views"))
    made.setProperty("quiet", True)
    made.setText(tr("More"))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    made.setMenu(QMenu(made))
    made.hide()
    return made
