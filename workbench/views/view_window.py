"""The place of a view among the tabs, and the window in which it may be instead."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from workbench import theme as themes
from workbench.words import tr


class Page(QWidget):
    """Holds a view that is made when it is first to be seen; while that is away, says where it has gone.

    Thus no other view comes forward that nobody asked for.
    """

    added = Signal()  # its view is there now
    back_asked = Signal()

    def __init__(self, name: str, title: str, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._name, self._title, self._make = name, title, make
        self._word: QWidget | None = None
        self.view: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    def made(self) -> QWidget:
        """The view."""
        if self.view is None:
            self.view = self._make()
            self.layout().addWidget(self.view)
            self.view.show()
            self.added.emit()
        return self.view

    def give_away(self) -> QWidget:
        """The view, for somebody else to hold."""
        view = self.made()
        self._word = self._said()
        self.layout().removeWidget(view)
        self.layout().addWidget(self._word)
        self._word.show()
        return view

    def take_back(self) -> None:
        """Hold the view again."""
        if self._word is not None:
            self.layout().removeWidget(self._word)
            self._word.hide()
            self._word.deleteLater()
            self._word = None
        self.layout().addWidget(self.made())
        self.made().show()

    def showEvent(self, event: QShowEvent) -> None:
        window = self.window().windowHandle()
        if window is not None and window.isExposed():
            self.made()
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.view is None:
            QTimer.singleShot(0, self, self.made)  # the window is there now

    def _said(self) -> QWidget:
        words = QLabel(tr("{view} is in a window of its own", view=self._title))
        words.setObjectName(f"away.{self._name}.title")
        words.setProperty("role", "title")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setWordWrap(True)
        back = QPushButton(tr("Bring it back"))
        back.setObjectName(f"away.{self._name}.back")
        back.setAccessibleName(tr("Bring {view} back", view=self._title))
        back.clicked.connect(self.back_asked)
        made = QWidget()
        made.setObjectName(f"away.{self._name}")
        column = QVBoxLayout(made)
        column.setContentsMargins(themes.HUGE, themes.LARGE, themes.HUGE, themes.LARGE)
        column.setSpacing(themes.MEDIUM)
        column.addStretch(1)
        column.addWidget(words)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return made


class ViewWindow(QWidget):
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
        view.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closed.emit()
