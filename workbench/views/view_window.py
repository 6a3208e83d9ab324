"""A view in a window of its own, and what stands in its place among the tabs meanwhile."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from workbench import theme as themes
from workbench.words import tr


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

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closed.emit()


class AwayPage(QWidget):
    """Says where a view has gone, and brings it back. Thus no other view comes forward that nobody asked for."""

    back_asked = Signal()

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(f"away.{name}")
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = QLabel(tr("{view} is in a window of its own", view=title))
        words.setObjectName(f"away.{name}.title")
        words.setProperty("role", "title")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setWordWrap(True)
        back = QPushButton(tr("Bring it back"))
        back.setObjectName(f"away.{name}.back")
        back.setAccessibleName(tr("Bring {view} back", view=title))
        back.clicked.connect(self.back_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(themes.HUGE, themes.LARGE, themes.HUGE, themes.LARGE)
        column.setSpacing(themes.MEDIUM)
        column.addStretch(1)
        column.addWidget(words)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
