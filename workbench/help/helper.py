"""Leads from what a person looks at to the page of the help that explains it."""

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from core import help as ways
from workbench.help.help_window import HelpWindow
from workbench.session import Session
from workbench.setup.form import Form
from workbench.views.view_tabs import ViewTabs


class Helper:
    """Opens the help of one main window. Its window is made when it is first asked for."""

    def __init__(self, main: QWidget, session: Session, form: Form, views: ViewTabs) -> None:
        self._main, self._session, self._form, self._views = main, session, form, views
        self._window: HelpWindow | None = None

    def show(self, target: str) -> None:
        """Open a page, or a place in it. Raises KeyError for a page that there is none of."""
        if self._window is None:
            self._window = HelpWindow(self._main)
        self._window.show()  # first: how far a place is down a page depends on how wide the page is
        self._window.go(target)
        self._window.raise_()
        self._window.activateWindow()

    def explain_focus(self) -> None:
        """The page of the setting or view that has the focus, or whose tooltip is shown; else the first one."""
        widget = QApplication.widgetAt(QCursor.pos()) if QToolTip.isVisible() else QApplication.focusWidget()
        path, view = self._form.path_of(widget), self._views.name_of(widget)
        if path:
            self.show(ways.place_of(path, self._session.experiment))
        elif view:
            self.explain_view(view)
        else:
            self.show(ways.FIRST)

    def explain_view(self, name: str = "") -> None:
        """The page of a view; of the one that has the focus or is in front, where none is named."""
        name = name or self._views.name_of(QApplication.focusWidget()) or self._views.current
        self.show(f"view/{name}" if name else ways.FIRST)
