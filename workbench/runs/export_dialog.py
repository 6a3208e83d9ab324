"""The window in which a person chooses in which form a run is exported: each with a line on what it is for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QRadioButton, QWidget

from core.export.forms import Form
from workbench import theme
from workbench.words import said, tr

WIDTH = 600


class ExportDialog(QDialog):
    """It returns at once; `chosen` tells the form, and nothing is told where the person changes their mind."""

    chosen = Signal(object)  # Form

    def __init__(self, parent: QWidget, label: str, forms: Sequence[Form]) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.export")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Export Run"))
        heading = QLabel(tr("Export {run}", run=label))
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setProperty("role", "title")
        heading.setWordWrap(True)
        self._choices: dict[QRadioButton, Form] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        grid.setHorizontalSpacing(theme.LARGE)
        grid.setVerticalSpacing(theme.SMALL)
        grid.setColumnStretch(1, 1)
        grid.addWidget(heading, 0, 0, 1, 2)
        for row, form in enumerate(forms, start=1):
            button, words = self._offer(form)
            grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, row, 1, Qt.AlignmentFlag.AlignTop)
        next(iter(self._choices)).setChecked(True)
        grid.setRowMinimumHeight(len(forms) + 1, theme.SMALL)
        grid.addLayout(self._buttons(), len(forms) + 2, 0, 1, 2)
        self.setFixedSize(WIDTH, grid.totalHeightForWidth(WIDTH))

    def _offer(self, form: Form) -> tuple[QRadioButton, QLabel]:
        """A form to choose, off where it lacks a package, and the words beside it."""
        why_not, summary = said(form.why_not), f"{said(form.summary)}{tr('.')}"
        button = QRadioButton(said(form.title))
        button.setObjectName(f"export.{form.id}")
        button.setAccessibleDescription(why_not or said(form.summary))
        button.setEnabled(not why_not)
        words = QLabel(f"{summary}\n{why_not[:1].upper()}{why_not[1:]}" if why_not else summary)
        words.setObjectName(f"export.{form.id}.words")
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setContentsMargins(0, theme.TINY + 1, 0, theme.TINY)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setBuddy(button)
        self._choices[button] = form
        return button, words

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.SMALL)
        line.addStretch(1)
        for name, words, act in (("cancel", tr("Cancel"), self.reject), ("export_go", tr("Export…"), self._choose)):
            button = QPushButton(words)
            button.setObjectName(f"dialog.{name}")
            button.setProperty("primary", name == "export_go")
            button.setDefault(name == "export_go")
            button.clicked.connect(act)
            line.addWidget(button)
        return line

    def _choose(self) -> None:
        form = next(form for button, form in self._choices.items() if button.isChecked())
        self.accept()
        self.chosen.emit(form)
