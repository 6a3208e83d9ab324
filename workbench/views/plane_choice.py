"""The plane of tasks with the choice of what its two axes are: principal directions, or any component by name."""

import re

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.runs.gradients import Gradients
from workbench import theme as themes
from workbench.numbers import percent
from workbench.views.task_plane import TaskPlane
from workbench.views.view_tools import choice_box
from workbench.words import said, tr

AXES = {"x": "Horizontal axis", "y": "Vertical axis"}
SUGGESTED = 8  # components in the list; any other can be typed
TIP = (
    "A principal direction, with its share of the variance between tasks, or a component of the gradient.\n"
    "The list holds those in which the tasks differ most; type any other, such as {0}."
)

_DIRECTION = re.compile(r"\s*Direction (\d+)\s*")


class PlaneChoice(QWidget):
    """Directions are those of the layer that is shown; components are of the whole network."""

    opened = Signal(int)  # the number of a task

    def __init__(self) -> None:
        super().__init__()
        self._answer: Gradients | None = None
        self._layer: str | None = None
        self._color = "link"
        self._axes = {"x": "Direction 1", "y": "Direction 2"}  # what is drawn
        self.plot = TaskPlane()
        self.plot.opened.connect(self.opened)
        self._wrong = QLabel()
        self._wrong.setObjectName("gradients.wrong_component")
        self._wrong.setProperty("role", "error")
        self._wrong.setWordWrap(True)
        self._wrong.setContentsMargins(themes.SMALL + 2, 0, themes.LARGE, 0)
        self._wrong.hide()
        self.boxes = {axis: self._axis_box(axis) for axis in AXES}
        row = QHBoxLayout()
        row.setContentsMargins(themes.SMALL + 2, 0, themes.SMALL, themes.TINY)
        row.setSpacing(themes.SMALL)
        for axis, box in self.boxes.items():
            label = QLabel(axis)
            label.setProperty("role", "caption")
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._wrong)
        column.addWidget(self.plot, 1)

    def _axis_box(self, axis: str) -> QComboBox:
        box = choice_box(f"gradients.{axis}", AXES[axis], "")
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(10)
        box.lineEdit().setObjectName(f"gradients.{axis}_text")
        box.lineEdit().setAccessibleName(said(AXES[axis]))
        box.activated.connect(lambda _at: self._choose(axis))
        box.lineEdit().returnPressed.connect(lambda: self._choose(axis))
        return box

    def show_tasks(self, answer: Gradients, layer: str | None, color: str) -> None:
        """The tasks by what the axes are; what the new run or layer does not have gives way to a direction."""
        self._answer, self._layer, self._color = answer, layer, color
        for number, axis in enumerate(AXES, 1):
            try:
                self._values(self._axes[axis])
            except ValueError:
                self._axes[axis] = f"Direction {number}"
        self._offer()
        self._draw()

    def _offer(self) -> None:
        assert self._answer is not None
        shares = self._answer.agreement(self._layer).directions.shares
        widest = self._answer.widest(self._layer, SUGGESTED)
        for axis, box in self.boxes.items():
            box.blockSignals(True)
            box.clear()
            for number, share in enumerate(shares, 1):
                box.addItem(said(f"Direction {number} ({percent(share)})"), f"Direction {number}")
            for name in widest:
                box.addItem(name, name)
            at = box.findData(self._axes[axis])
            if at >= 0:
                box.setCurrentIndex(at)
            else:
                box.setEditText(self._axes[axis])
            box.setToolTip(tr(TIP).format(widest[-1] if widest else ""))
            box.lineEdit().setCursorPosition(0)
            box.blockSignals(False)

    def _choose(self, axis: str) -> None:
        """What a person has picked or typed."""
        box = self.boxes[axis]
        at = box.findText(box.currentText())
        wanted = box.itemData(at) if at >= 0 else box.currentText()
        try:
            self._values(wanted)
        except ValueError as error:
            wrong = said(str(error))
            self._wrong.setText(f"{wrong[:1].upper()}{wrong[1:]}{tr('.')}")
            self._wrong.show()
            return
        self._axes[axis] = wanted
        self._draw()

    def _values(self, wanted: str) -> np.ndarray:
        """Where the tasks lie along an axis, [N]. Raises ValueError for what there is not."""
        assert self._answer is not None
        found = _DIRECTION.fullmatch(wanted)
        if found is None:
            return self._answer.component(wanted)
        places, number = self._answer.agreement(self._layer).directions.places, int(found.group(1))
        if 1 <= number <= places.shape[1]:
            return places[:, number - 1]
        if 1 <= number <= len(AXES):  # fewer directions than axes: all tasks lie on one line, or at one point
            return np.zeros(len(places))
        raise ValueError(f"there are {places.shape[1]} directions, and not {number}")

    def _draw(self) -> None:
        assert self._answer is not None
        self._wrong.hide()
        x, y = (self._values(self._axes[axis]) for axis in AXES)
        names = self._axes["x"], self._axes["y"]
        self.plot.show_tasks(x, y, names, self._answer.of_tasks, self._color)
