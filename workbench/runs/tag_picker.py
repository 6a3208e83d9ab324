"""Choosing tags: every tag that any run has as a box to tick, and a line for new ones."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from core.runs.about import tidy
from workbench import theme
from workbench.words import said, tr

_PER_LINE = 2
_MOST_LINES = 4  # to be seen at once


class TagPicker(QWidget):
    """Tags of one run or of several; a tag that only some of them have is ticked half, and stays so if left alone."""

    def __init__(self, tags_of_runs: Sequence[Sequence[str]], known: Iterable[str]) -> None:
        super().__init__()
        self._before: dict[str, Qt.CheckState] = {}
        self._boxes: dict[str, QCheckBox] = {}
        self.line = QLineEdit()
        self.line.setObjectName("about.new_tag")
        self.line.setAccessibleName(tr("Add a tag"))
        self.line.setPlaceholderText(tr("Add a tag; commas for several"))
        self.line.returnPressed.connect(self.take_line)
        self._wrong = QLabel()
        self._wrong.setObjectName("about.wrong_tag")
        self._wrong.setProperty("role", "error")
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TINY)
        layout.addWidget(self.line)
        layout.addWidget(self._wrong)
        layout.addWidget(self._scroll)
        for tag in sorted(known, key=str.casefold):
            has = [tag in tags for tags in tags_of_runs]
            state = Qt.CheckState.PartiallyChecked
            if all(has) or not any(has):
                state = Qt.CheckState.Checked if all(has) else Qt.CheckState.Unchecked
            self._add(tag, state)
            self._before[tag] = state
        self._fit()

    @property
    def changes(self) -> dict[str, bool]:
        """Of each tag that was ticked or unticked, whether the runs have it now."""
        found = {tag: box.checkState() for tag, box in self._boxes.items()}
        return {
            tag: state is Qt.CheckState.Checked
            for tag, state in found.items()
            if state is not Qt.CheckState.PartiallyChecked and state is not self._before.get(tag)
        }

    def take_line(self) -> bool:
        """Tick what stands in the line; whether all of it are tags."""
        try:
            tags = tidy(self.line.text().split(","))
        except ValueError as error:
            wrong = said(str(error))
            self._tell(f"{wrong[:1].upper()}{wrong[1:]}")
            return False
        self._tell("")
        spelt = {tag.casefold(): tag for tag in self._boxes}
        for tag in tags:
            tag = spelt.get(tag.casefold(), tag)
            if tag in self._boxes:
                self._boxes[tag].setCheckState(Qt.CheckState.Checked)
            else:
                self._add(tag, Qt.CheckState.Checked)
        self.line.clear()
        self._fit()
        return True

    def _tell(self, wrong: str) -> None:
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        theme.mark(self.line, "invalid", bool(wrong))

    def _add(self, tag: str, state: Qt.CheckState) -> None:
        box = QCheckBox(tag.replace("&", "&&"))
        box.setObjectName(f"about.tag.{tag}")
        box.setAccessibleName(tag)
        box.setTristate(state is Qt.CheckState.PartiallyChecked)
        box.setCheckState(state)
        place = len(self._boxes)
        self._grid.addWidget(box, place // _PER_LINE, place % _PER_LINE)
        self._boxes[tag] = box

    def _fit(self) -> None:
        """As high as its tags need, up to a few lines."""
        lines = min(-(-len(self._boxes) // _PER_LINE), _MOST_LINES)
        self._scroll.setVisible(bool(lines))
        self._scroll.setFixedHeight(lines * theme.CONTROL_HEIGHT)
