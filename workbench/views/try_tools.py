"""The row above Try it: the run, an example to begin with, the number of classes, undo, clear, open and save."""

from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from core.runs.own_task import SUFFIX
from core.runs.tryit import Subject
from workbench import dialogs
from workbench.numbers import count
from workbench.views.run_box import RunBox
from workbench.views.view_tools import ViewTools, spin_box
from workbench.words import mark, said, tr

KIND = mark("Innerloop tasks")


class TryTools(ViewTools):
    """Tools of the view; every button of them tells what a person wants."""

    wants_example = Signal()
    wants_ways = Signal(int)
    wants_undo = Signal()
    wants_clear = Signal()
    opened = Signal(str)  # a file's path
    saved = Signal(str)

    def _add_common(self) -> None:
        self.run_box = RunBox("tryit", "The run that is tried")
        self._row.add(self.run_box)
        self.example = self.button("example", "Example", "play", "Begin with a held-out test task of the run")
        self.ways = spin_box("tryit.ways", "Classes", "")
        self.ways.setSuffix(tr(" classes"))
        self._row.add(self.ways)
        self.undo = self.button("undo", "", "undo", "Take back the last change (Ctrl+Z)")
        self.clear = self.button("clear", "", "trash", "Clear everything")
        self.open = self.button("open", "", "open", "Open a task from a file")
        self.save = self.button("save", "", "save", "Save the task to a file")
        self._row.add_stretch()
        for earlier, later in pairwise(
            [self.run_box, self.example, self.ways, self.undo, self.clear, self.open, self.save]
        ):
            QWidget.setTabOrder(earlier, later)
        self.example.clicked.connect(self.wants_example)
        self.ways.valueChanged.connect(self.wants_ways)
        self.undo.clicked.connect(self.wants_undo)
        self.clear.clicked.connect(self.wants_clear)
        self.open.clicked.connect(self._choose_to_open)
        self.save.clicked.connect(self._choose_to_save)

    def set_subject(self, subject: Subject) -> None:
        """Offer as many classes as the run can be tried with."""
        with QSignalBlocker(self.ways):
            self.ways.setRange(subject.fewest, subject.most)
        self.ways.setVisible(subject.look is not None)
        fixed = subject.fewest == subject.most
        can = f"How many classes the task has: {count(subject.fewest)} to {count(subject.most)}"
        self.ways.setToolTip(said(f"This model tells exactly {count(subject.most)} classes apart" if fixed else can))

    def show_ways(self, ways: int) -> None:
        with QSignalBlocker(self.ways):
            self.ways.setValue(ways)

    def enable(self, there: bool, can_take_back: bool) -> None:
        """Nothing is on while there is no run that can be tried."""
        for control in (self.example, self.clear, self.open, self.save, self.export_button):
            control.setEnabled(there)
        self.ways.setEnabled(there and self.ways.minimum() < self.ways.maximum())
        self.undo.setEnabled(there and can_take_back)

    def _choose_to_open(self) -> None:
        dialogs.choose_file(
            self, tr("Open a task"), self.opened.emit, save=False, suffix=SUFFIX, proposal="", kind=tr(KIND)
        )  # fmt: skip

    def _choose_to_save(self) -> None:
        dialogs.choose_file(
            self,
            tr("Save the task"),
            self.saved.emit,
            save=True,
            suffix=SUFFIX,
            proposal=f"task{SUFFIX}",
            kind=tr(KIND),
        )
