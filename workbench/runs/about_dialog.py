"""What a person keeps about runs, to look at and change: tags and a colour; for a single run a name and notes too."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.runs.about import LONGEST_NAME
from core.runs.index import RunRow
from workbench import theme
from workbench.runs.run_model import dot
from workbench.runs.tag_picker import TagPicker
from workbench.words import tr, trn

WIDTH = 460
_NO_COLOR = 100  # the id of its button, after those of all colours


class AboutDialog(QDialog):
    """`kept` tells what has changed: values by name, and for each changed tag whether the runs have it now."""

    kept = Signal(dict, dict)

    def __init__(self, parent: QWidget, rows: Sequence[RunRow], tags: Iterable[Sequence[str]], first: str) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._one = rows[0] if len(rows) == 1 else None
        self.setWindowTitle(rows[0].label if self._one else trn(len(rows), "1 run", "{n} runs", n=len(rows)))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.MEDIUM)
        self._grid.setVerticalSpacing(theme.MEDIUM)
        self._grid.setColumnStretch(1, 1)
        self._name, self._notes = QLineEdit(), QPlainTextEdit()
        self._tags = TagPicker([row.tags for row in rows], {tag for some in tags for tag in some})
        if self._one:
            self._add(tr("Name"), self._named(self._one), self._name)
        self._add(tr("Colour"), self._colors(rows), self._swatches.buttons()[0])
        self._add(tr("Tags"), self._tags, self._tags.line)
        if self._one:
            self._add(tr("Notes"), self._noted(self._one), self._notes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        layout.setSpacing(theme.LARGE)
        layout.addLayout(self._grid, 1)
        layout.addLayout(self._answers())
        self.resize(WIDTH, self.sizeHint().height())
        self._name.returnPressed.connect(self._keep)
        {"name": self._name, "tags": self._tags.line, "notes": self._notes}[first].setFocus()

    # -- what it is made of -------------------------------------------------------------------------------------

    def _add(self, title: str, content: QWidget, control: QWidget) -> None:
        label = QLabel(f"&{title}")
        label.setBuddy(control)
        label.setMinimumHeight(theme.CONTROL_HEIGHT)
        line = self._grid.rowCount()
        self._grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(content, line, 1)
        if content is self._notes:
            self._grid.setRowStretch(line, 1)

    def _named(self, row: RunRow) -> QWidget:
        self._name.setObjectName("about.name")
        self._name.setAccessibleName(tr("Name"))
        self._name.setMaxLength(LONGEST_NAME)
        self._name.setPlaceholderText(tr("Named after its settings"))
        self._name.setText(row.own_label)
        self._name.selectAll()
        folder = QLabel(row.name)
        folder.setProperty("role", "caption")
        folder.setToolTip(tr("The run's folder keeps its name"))
        folder.setTextFormat(Qt.TextFormat.PlainText)
        folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        folder.setSizePolicy(self._name.sizePolicy())
        folder.setMinimumWidth(1)
        return _below(self._name, folder)

    def _noted(self, row: RunRow) -> QWidget:
        self._notes.setObjectName("about.notes")
        self._notes.setAccessibleName(tr("Notes"))
        self._notes.setPlaceholderText(tr("What is to be remembered of this run?"))
        self._notes.setPlainText(row.notes)
        self._notes.setTabChangesFocus(True)
        self._notes.setMinimumHeight(120)
        return self._notes

    def _colors(self, rows: Sequence[RunRow]) -> QWidget:
        """A swatch for each colour of the palette, and one for none."""
        self._swatches = QButtonGroup(self)
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        count = len(theme.current().series)
        for place in (_NO_COLOR, *range(count)):
            made = QToolButton()
            made.setObjectName(f"about.color.{'none' if place == _NO_COLOR else place}")
            words = tr("Colour {n} of {all}", n=place + 1, all=count) if place != _NO_COLOR else tr("As it comes")
            made.setAccessibleName(words)
            made.setToolTip(words)
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            if place == _NO_COLOR:
                made.setText(tr("Auto"))
            else:
                made.setIcon(dot(theme.series_color(place)))
                made.setIconSize(QSize(20, 20))
            self._swatches.addButton(made, place)
            line.addWidget(made)
        line.addStretch(1)
        own = {row.color for row in rows}
        if len(own) == 1:
            (color,) = own
            self._swatches.button(_NO_COLOR if color is None else color % count).setChecked(True)
        self._color = self._swatches.checkedId()  # -1 where they differ, and each keeps its own
        return holder

    def _answers(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.SMALL)
        line.addStretch(1)
        for name, words, act in (("cancel", tr("Cancel"), self.reject), ("keep", tr("Keep"), self._keep)):
            button = QPushButton(words)
            button.setObjectName(f"about.{name}")
            button.setProperty("primary", name == "keep")
            button.setAutoDefault(False)  # Return adds a tag, or begins a new line of the notes
            button.clicked.connect(act)
            line.addWidget(button)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._keep)
        return line

    # -- what comes of it ---------------------------------------------------------------------------------------

    def _keep(self) -> None:
        if not self._tags.take_line():
            return  # it says what is wrong with the tag
        changes: dict[str, Any] = {}
        if self._one:
            name, notes = self._name.text().strip(), self._notes.toPlainText()
            changes |= {"name": name} if name != self._one.own_label else {}
            changes |= {"notes": notes} if notes != self._one.notes else {}
        color = self._swatches.checkedId()
        if color != self._color:
            changes["color"] = None if color == _NO_COLOR else color
        tags = self._tags.changes
        if changes or tags:
            self.kept.emit(changes, tags)
        self.accept()


def _below(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.TINY)
    for widget in widgets:
        column.addWidget(widget)
    return holder
