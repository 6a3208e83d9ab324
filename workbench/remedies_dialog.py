"""What a person is told where memory was too short for a run: settings that would help, each with a button for it."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QPushButton, QWidget

from core.experiment import Experiment
from core.schema import SECTIONS, SettingField, on_or_off
from workbench import numbers, theme
from workbench.setup.spoken import in_words, spoken_fields
from workbench.words import said, tr

WIDTH = 760


class RemediesDialog(QDialog):
    """It returns at once; `chosen` tells the setting and its new value, and nothing is told where all is left as it is.

    `error` is that of core.training.failure.Failure: title, what, details, and remedies.
    """

    chosen = Signal(str, object)  # path, value

    def __init__(self, parent: QWidget, experiment: Experiment, error: dict[str, Any]) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.remedies")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(said(error["title"]))
        self._error = error
        self._fields = {field.path: field for field in spoken_fields(experiment)}
        self._offers: list[str] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        grid.setHorizontalSpacing(theme.LARGE)
        grid.setVerticalSpacing(theme.SMALL)
        grid.setColumnStretch(0, 1)
        grid.addWidget(_label(said(error["title"]), "title"), 0, 0, 1, 4)
        what = _label(said(error["what"]))
        what.setObjectName("remedies.what")
        grid.addWidget(what, 1, 0, 1, 4)
        how = tr("Each of these needs less. A button changes the setup and starts a new run.")
        grid.addWidget(_label(how), 2, 0, 1, 4)
        grid.setRowMinimumHeight(3, theme.SMALL)
        for place, remedy in enumerate(error["remedies"]):
            self._offer(grid, 4 + place, remedy, is_first=place == 0)
        last = 4 + len(error["remedies"])
        grid.setRowMinimumHeight(last, theme.SMALL)
        note = _label(tr("Savings are estimates. Edit → Undo brings back the setup as it was."), "caption")
        grid.addWidget(note, last + 1, 0, 1, 4)
        grid.addWidget(self._buttons(), last + 2, 0, 1, 4)
        self._leave.setFocus()  # whoever is typing elsewhere when this comes starts nothing by it
        self.setFixedSize(WIDTH, grid.totalHeightForWidth(WIDTH))

    def _offer(self, grid: QGridLayout, row: int, remedy: dict[str, Any], is_first: bool) -> None:
        path, value = remedy["path"], remedy["value"]
        field = self._fields[path]
        before, after = _words(field, remedy["before"]), _words(field, value)
        words = (
            tr("{section}: {setting}", section=said(SECTIONS[field.section]), setting=field.title),
            f"{before} → {after}",
            _saving(remedy),
        )
        self._offers.append(" · ".join(filter(None, words)))
        name, change, saving = _label(words[0]), _label(words[1]), _label(words[2], "muted")
        grid.addWidget(name, row, 0)
        grid.addWidget(change, row, 1)
        saving.setObjectName(f"remedy.{path}.saving")
        grid.addWidget(saving, row, 2)
        button = QPushButton(tr("Use {value} and Try Again", value=after))
        button.setObjectName(f"remedy.{path}")
        button.setAccessibleName(tr("Set {setting} to {value} and start a new run", setting=field.title, value=after))
        button.setAccessibleDescription(_saving(remedy))
        button.setToolTip(field.help)
        button.setProperty("primary", is_first)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._choose(path, value))
        grid.addWidget(button, row, 3)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        leave = box.addButton(tr("Leave It"), QDialogButtonBox.ButtonRole.RejectRole)
        leave.setObjectName("dialog.cancel")
        leave.setDefault(True)
        self._leave = leave
        copy = box.addButton(tr("Copy details"), QDialogButtonBox.ButtonRole.HelpRole)
        copy.setObjectName("dialog.copy")
        copy.setAutoDefault(False)
        error, offers = self._error, "\n".join(self._offers)
        text = "\n\n".join((error["title"], error["what"], offers, error["details"]))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        box.rejected.connect(self.reject)
        return box

    def _choose(self, path: str, value: Any) -> None:
        self.accept()
        self.chosen.emit(path, value)


def _label(text: str, role: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(len(text) > 40)
    if role:
        label.setProperty("role", role)
    return label


def _saving(remedy: dict[str, Any]) -> str:
    if remedy["saved"] is None:
        return ""
    return tr("{share} less, {memory}").format(
        share=numbers.percent(remedy["share"], 0), memory=numbers.memory(remedy["saved"])
    )


def _words(field: SettingField, value: Any) -> str:
    """A value as the form shows it."""
    if isinstance(value, bool):
        return said(on_or_off(value))
    return numbers.count(value) if field.control == "whole" else in_words(str(value))
