"""The choice of the run that a view looks into."""

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from workbench.words import said, tr


@dataclass(frozen=True)
class RunChoice:
    """A run that can be looked into."""

    key: str
    label: str
    color: str


class RunBox(QComboBox):
    """One of the runs on show. It is to be seen only where there is a choice; `tip` says what it is chosen for.

    A run's name is shortened where it has too little room; the tooltip has all of it.
    """

    def __init__(self, view: str, tip: str) -> None:
        super().__init__()
        self.setObjectName(f"{view}.run")
        self.setAccessibleName(tr("Run"))
        self._tip = tip
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(100)
        self.setMaximumWidth(160)
        self._runs: list[RunChoice] = []
        self.currentTextChanged.connect(self._tell)
        self._tell(self.currentText())

    @property
    def run(self) -> RunChoice | None:
        """The run that is chosen."""
        place = self.currentIndex()
        return self._runs[place] if 0 <= place < len(self._runs) else None

    def label_of(self, key: str) -> str:
        """What a run is called here; its key, where it is not on offer."""
        return next((run.label for run in self._runs if run.key == key), key)

    def offer(self, runs: list[RunChoice], front: str | None) -> None:
        """Offer these runs, without telling. The run that is chosen stays where it can; else it is `front`."""
        chosen, keys = self.currentData(), [run.key for run in runs]
        chosen = chosen if chosen in keys else front
        with QSignalBlocker(self):
            self.clear()
            for run in runs:
                self.addItem(run.label, run.key)
            self.setCurrentIndex(keys.index(chosen) if chosen in keys else 0 if keys else -1)
        self._runs = runs
        self._tell(self.currentText())
        self.setVisible(len(runs) > 1)

    def _tell(self, name: str) -> None:
        tip = said(self._tip)
        self.setToolTip(f"{name}\n{tip}" if name else tip)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        style, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(style, option, part, self).width() - 2  # Qt keeps a pixel at either side
        option.currentText = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideMiddle, room)
        painter.drawComplexControl(style, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
