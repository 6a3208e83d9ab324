"""The dialog in which settings are varied: which, over what, how many runs that makes, and how long they take."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.experiment import Experiment
from core.problems import ExperimentError, Problem
from core.runs.pace import Estimate, words
from core.schema import SECTIONS
from core.sweep import MOST_RUNS, NOT_VARIED, Plan, Sweep
from core.variation import Values, Variation
from workbench import theme
from workbench.numbers import count
from workbench.setup.spoken import explained, spoken_fields
from workbench.setup.vary_row import VaryRow
from workbench.words import mark, said, tr, trn

EDIT_DELAY = 200  # milliseconds after the last edit, until the runs are counted anew
LEFT_OUT_SHOWN = 4  # combinations that there is room to name
SIZE = (640, 500)


class VaryDialog(QDialog):
    """It tells `asked` what a sweep is to be, hears by `show_plan` or `show_problems`, and tells `queued` last."""

    asked = Signal(object)  # Sweep
    queued = Signal(object, bool)  # the experiments; whether to start the queue

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("vary")
        self.setWindowTitle(tr("Vary settings"))
        self.resize(*SIZE)
        self._base = Experiment()
        self._rows: list[VaryRow] = []
        self._room, self._can_start = MOST_RUNS, True
        self._sweep: Sweep | None = None  # what was asked last
        self._experiments: tuple[Experiment, ...] = ()
        self._typing = QTimer(self, singleShot=True, interval=EDIT_DELAY)
        self._typing.timeout.connect(self._ask)
        self._make_controls()
        self._lay_out()

    def begin(self, base: Experiment, path: str, room: int, can_start: bool) -> None:
        """Vary settings of an experiment, one of them this one, if it is named; what was varied before is kept.

        The queue has `room` for so many more; it can be started where nothing trains.
        """
        self._base, self._room, self._can_start = base, room, can_start
        known = {field.path: field for field in spoken_fields(base)}
        for row in list(self._rows):
            if known.get(row.field.path) != row.field:
                self._drop(row)
        self._fill_add()
        if path and path not in [row.field.path for row in self._rows]:
            self._add(path)
        self._edit()
        self.open()
        row = next((row for row in self._rows if row.field.path == path), None)
        (row.editor.first if row is not None else self.add).setFocus()

    # -- what it is made of -------------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.name = QLineEdit()
        _named(self.name, "vary.name", tr("Name of the sweep"))
        self.method = QComboBox()
        self.method.addItem(tr("Every combination"), "grid")
        self.method.addItem(tr("Random draws"), "random")
        _named(self.method, "vary.method", tr("How values are combined"))
        self.runs, self.seed = QSpinBox(), QSpinBox()
        self.runs.setRange(1, MOST_RUNS)
        self.runs.setValue(20)
        self.runs.setSuffix(tr(" runs"))
        _named(self.runs, "vary.draw_runs", tr("How many runs are drawn"))
        self.seed.setRange(0, 2**31 - 1)
        self.seed.setPrefix(tr("seed "))
        self.seed.setToolTip(tr("Where the draws come from: the same seed draws the same values"))
        _named(self.seed, "vary.draw_seed", tr("Seed of the draws"))
        self.add = QComboBox()
        _named(self.add, "vary.add", tr("Vary another setting"))
        self.add.activated.connect(self._added)
        self.name.textChanged.connect(self._edit)
        self.method.currentIndexChanged.connect(self._edit)
        self.runs.valueChanged.connect(self._edit)
        self.seed.valueChanged.connect(self._edit)
        self._summary, self._left_out = QLabel(), QLabel()
        for label, part in ((self._summary, "summary"), (self._left_out, "left_out")):
            label.setObjectName(f"vary.{part}")
            label.setWordWrap(True)
        self._left_out.setProperty("role", "muted")
        self.queue, self.start, cancel = (
            QPushButton(tr(words)) for words in (mark("Queue"), mark("Queue and Start"), mark("Cancel"))
        )
        self.queue.setProperty("primary", True)
        self.queue.setDefault(True)
        for button, part in ((self.queue, "queue"), (self.start, "start"), (cancel, "cancel")):
            button.setObjectName(f"vary.{part}")
        self.queue.clicked.connect(lambda: self._finish(start=False))
        self.start.clicked.connect(lambda: self._finish(start=True))
        cancel.clicked.connect(self.reject)
        self._cancel = cancel

    def _lay_out(self) -> None:
        how = QHBoxLayout()
        how.setSpacing(theme.SMALL)
        for control in (self.method, self.runs, self.seed):
            how.addWidget(control)
        how.addStretch(1)
        top = QFormLayout()
        top.setHorizontalSpacing(theme.SMALL)
        top.setVerticalSpacing(theme.SMALL)
        top.addRow(tr("Name"), self.name)
        top.addRow(tr("Runs"), how)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, theme.SMALL, theme.SMALL, theme.SMALL)
        self._list.setSpacing(theme.MEDIUM)
        self._list.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._list)
        scroll = QScrollArea()
        scroll.setObjectName("vary.scroll")
        scroll.setAccessibleName(tr("Settings that vary"))
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SMALL)
        buttons.addStretch(1)
        for button in (self._cancel, self.start, self.queue):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        layout.setSpacing(theme.SMALL)
        layout.addLayout(top)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.add)
        layout.addWidget(self._summary)
        layout.addWidget(self._left_out)
        layout.addLayout(buttons)

    def _fill_add(self) -> None:
        """Offer the settings that do not vary yet, below their sections."""
        self.add.clear()
        self.add.addItem(tr("Vary another setting…") if self._rows else tr("Choose a setting to vary…"))
        taken = {row.field.path for row in self._rows}
        section = ""
        for field in spoken_fields(self._base):
            if field.path in taken or field.path in NOT_VARIED:
                continue
            if field.section != section:
                section = field.section
                self.add.addItem(said(SECTIONS[section]))
                cast(QStandardItemModel, self.add.model()).item(self.add.count() - 1).setEnabled(False)
            self.add.addItem(f"    {field.title}", field.path)

    def _added(self, place: int) -> None:
        path = self.add.itemData(place)
        if path:
            self._add(path)
            self._edit()

    def _add(self, path: str) -> None:
        field = next(field for field in spoken_fields(self._base) if field.path == path)
        row = VaryRow(field, self._base.value(path))
        row.changed.connect(self._edit)
        row.removed.connect(lambda: (self._drop(row), self._fill_add(), self._edit()))
        self._rows.append(row)
        self._list.insertWidget(len(self._rows) - 1, row)
        self._fill_add()

    def _drop(self, row: VaryRow) -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    # -- asking and being told ----------------------------------------------------------------------------------

    def _edit(self) -> None:
        """Something has changed: what was counted holds no longer."""
        random = self.method.currentData() == "random"
        for control in (self.runs, self.seed):
            control.setVisible(random)
        for row in self._rows:
            row.set_random(random)
        self._sweep, self._experiments = None, ()
        self._enable()
        self._typing.start()

    def _ask(self) -> None:
        varied: dict[str, Variation] = {}
        refused: list[Problem] = []
        for row in self._rows:
            try:
                varied[row.field.path] = row.variation()
            except ExperimentError as error:
                refused += error.problems
        usual = Sweep(self._base, {row.field.path: Values(()) for row in self._rows}).label
        self.name.setPlaceholderText(usual if self._rows else tr("Named after what varies"))
        sweep = Sweep(
            self._base,
            varied,
            self.name.text().strip(),
            self.method.currentData(),
            self.runs.value(),
            self.seed.value(),
        )
        self._sweep = sweep
        problems = refused or sweep.problems()
        if problems:
            self.show_problems(sweep, problems)
            return
        self._point_out([])
        many = sweep.runs if sweep.method == "random" else sweep.combinations or 0
        self._summary.setText(tr("{runs}; working out how long they take …", runs=_runs(many)))
        self.asked.emit(sweep)

    def show_problems(self, sweep: Sweep, problems: Sequence[Problem]) -> None:
        """Say why there can be no such sweep, at the settings that are named."""
        if sweep is not self._sweep:
            return
        self._point_out(problems)
        own = {row.field.path for row in self._rows}
        general = [explained(str(problem), self._base) for problem in problems if problem.path not in own]
        self._summary.setText("\n".join(line[:1].upper() + line[1:] for line in general))
        self._left_out.clear()
        self._enable()

    def show_plan(self, sweep: Sweep, plan: Plan, found: Estimate) -> None:
        """Say how many runs there are, how long they take, and what is left out."""
        if sweep is not self._sweep:
            return
        self._experiments = plan.experiments
        many = len(plan.experiments)
        self._summary.setText(f"{_runs(many)}; {said(words(found, many))}." if many else tr("None of this can be run."))
        self._left_out.setText(self._left_out_words(plan))
        if many > self._room:
            self._summary.setText(
                tr("{runs}, and the queue has room for {room} more.", runs=_runs(many), room=count(self._room))
            )
        self._enable()

    def _left_out_words(self, plan: Plan) -> str:
        out = plan.left_out
        if not out:
            return ""
        lines = [_left_out(len(out), len(out) + len(plan.experiments))]
        for one in out[:LEFT_OUT_SHOWN]:
            why = "; ".join(explained(str(problem), one.experiment or self._base) for problem in one.problems)
            lines.append(f"• {explained(one.label, self._base)}: {why}")
        if len(out) > LEFT_OUT_SHOWN:
            lines.append("• " + tr("and {n} more", n=count(len(out) - LEFT_OUT_SHOWN)))
        return "\n".join(lines)

    def _point_out(self, problems: Sequence[Problem]) -> None:
        for row in self._rows:
            own = [explained(problem.message, self._base) for problem in problems if problem.path == row.field.path]
            row.show_problem("; ".join(own))

    def _enable(self) -> None:
        many = len(self._experiments)
        good = 0 < many <= self._room
        self.queue.setText(tr("Queue {runs}", runs=_runs(many)) if many else tr("Queue"))
        self.queue.setEnabled(good)
        self.start.setEnabled(good and self._can_start)
        self.start.setToolTip("" if self._can_start else tr("A run is training; what waits follows it"))

    def _finish(self, start: bool) -> None:
        experiments = self._experiments
        self.accept()
        self.queued.emit(experiments, start)

    def done(self, result: int) -> None:
        self._typing.stop()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._typing.stop()
        super().closeEvent(event)


def _named(widget: QWidget, name: str, words: str) -> None:
    widget.setObjectName(name)
    widget.setAccessibleName(words)


def _runs(many: int) -> str:
    return trn(many, "1 run", "{n} runs", n=count(many))


def _left_out(out: int, many: int) -> str:
    one = mark("{out} of 1 combination cannot run and are left out:")
    more = mark("{out} of {n} combinations cannot run and are left out:")
    return trn(many, one, more, out=count(out), n=count(many))
