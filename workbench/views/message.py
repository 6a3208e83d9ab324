"""What a view says in place of a picture: that there is nothing yet, that something is being read, what went wrong."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from workbench import theme as themes
from workbench.words import said, tr


class ViewMessage(QWidget):
    """A title and a few lines in the middle; of an error also what to do, and details to copy; of work a way out."""

    cancelled = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}.message")
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title, self._line = QLabel(), QLabel()
        self._title.setObjectName(f"{name}.message_title")
        self._title.setProperty("role", "title")
        self._line.setObjectName(f"{name}.message_line")
        self._line.setProperty("role", "muted")
        self._line.setTextFormat(Qt.TextFormat.RichText)
        self._copy = QPushButton(tr("Copy details"))
        self._copy.setObjectName(f"{name}.copy_details")
        self._copy.setAccessibleName(tr("Copy the details of the error"))
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
        self._details = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(themes.HUGE, themes.LARGE, themes.HUGE, themes.LARGE)
        layout.setSpacing(themes.SMALL)
        layout.addStretch(1)
        for label in (self._title, self._line):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        self._cancel = QPushButton(tr("Cancel"))
        self._cancel.setObjectName(f"{name}.message_cancel")
        self._cancel.setAccessibleName(tr("Cancel what is computed"))
        self._cancel.clicked.connect(self.cancelled)
        self._cancel.hide()
        for button in (self._copy, self._cancel):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def tell(self, title: str, line: str, remedy: str = "", details: str = "", at_work: bool = False) -> None:
        """Show these words; what is `at_work` can be cancelled."""
        title, line, remedy = said(title), said(line), said(remedy)
        self._title.setText(title)
        self._line.setText("<br>".join(escape(words).replace("\n", "<br>") for words in (line, remedy) if words))
        self._details = "\n\n".join(words for words in (title, line, remedy, details) if words)
        self._copy.setVisible(bool(details))
        self._cancel.setVisible(at_work)
        self.setAccessibleName(tr(". ").join(words for words in (title, line, remedy) if words))
