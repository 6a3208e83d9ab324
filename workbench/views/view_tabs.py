"""The views as tabs, any of which can be taken out into a window of its own."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabWidget, QToolButton, QWidget

from workbench import theme
from workbench.views.view_tools import ViewTools
from workbench.views.view_window import AwayPage, ViewWindow
from workbench.words import tr


class ViewTabs(QTabWidget):
    """Views by name. One that is taken out leaves a page in its place, and comes back when its window is closed.

    Where there is no room for all tabs, they move together first; then the last ones go into a menu beside them.
    """

    turned = Signal()  # another view is looked at, or one more
    help_asked = Signal(str)  # the name of a view

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("views")
        self.setAccessibleName(tr("Views"))
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)  # which never come, but without them no tab could be hidden for want of room
        self._titles: dict[str, str] = {}
        self._views: dict[str, QWidget] = {}
        self._windows: dict[str, ViewWindow] = {}
        self._away: dict[str, AwayPage] = {}  # what stands in the places of those that are taken out
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

    def place(self, name: str, title: str, view: QWidget) -> None:
        """Add a view after the others."""
        self._titles[name], self._views[name] = title, view
        self.addTab(view, title)
        for tools in view.findChildren(ViewTools):
            tools.help_button.clicked.connect(lambda: self.help_asked.emit(name))

    def add_to_corner(self, control: QWidget) -> None:
        """Put a control at the right of the tabs."""
        self._corner.layout().addWidget(control)

    @property
    def names(self) -> list[str]:
        return list(self._views)

    @property
    def current(self) -> str:
        """The name of the view whose tab is in front."""
        return next((name for name in self._views if self._page(name) is self.currentWidget()), "")

    def name_of(self, widget: QWidget | None) -> str:
        """The name of the view that a control is in; empty where it is in none."""
        inside = (name for name, view in self._views.items() if widget is not None and view.isAncestorOf(widget))
        return next(inside, "")

    @property
    def taken_out(self) -> list[str]:
        return list(self._windows)

    def look_at(self, name: str) -> None:
        """Bring a view to the front, wherever it is. Raises KeyError."""
        if name in self._windows:
            self._windows[name].raise_()
            self._windows[name].activateWindow()
        else:
            self.setCurrentWidget(self._views[name])

    def take_out(self, name: str) -> None:
        """Give a view a window of its own. Raises KeyError."""
        view = self._views[name]
        if name in self._windows:
            return
        size, was_in_front = view.size(), self.currentWidget() is view
        self._away[name] = away = AwayPage(name, self._titles[name])
        away.back_asked.connect(lambda: self._windows[name].close())
        self.insertTab(self.indexOf(view), away, self._titles[name])
        if was_in_front:
            self.setCurrentWidget(away)
        self._windows[name] = window = ViewWindow(self.window(), name, self._titles[name], view)
        window.closed.connect(lambda: self._put_back(name))
        window.resize(size)
        window.show()
        view.show()
        self.turned.emit()

    def put_all_back(self) -> None:
        for window in list(self._windows.values()):
            window.close()

    # -- room for the tabs --------------------------------------------------------------------------------------

    @property
    def in_menu(self) -> list[str]:
        """The views whose tabs have no room."""
        return [name for name in self._views if not self.isTabVisible(self._place(name))]

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
            action = menu.addAction(self._titles[name], lambda name=name: self.setCurrentWidget(self._page(name)))
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

    def tabRemoved(self, place: int) -> None:
        super().tabRemoved(place)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    # -- in and out ---------------------------------------------------------------------------------------------

    def _page(self, name: str) -> QWidget:
        return self._away.get(name) or self._views[name]

    def _place(self, name: str) -> int:
        return self.indexOf(self._page(name))

    def _take_out_tab(self, place: int) -> None:
        if place >= 0:
            self.take_out(next(name for name in self._views if self._place(name) == place))

    def _put_back(self, name: str) -> None:
        window, away = self._windows.pop(name), self._away.pop(name)
        self.insertTab(self.indexOf(away), self._views[name], self._titles[name])
        self.setCurrentWidget(self._views[name])
        self.removeTab(self.indexOf(away))
        away.deleteLater()
        window.deleteLater()


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
