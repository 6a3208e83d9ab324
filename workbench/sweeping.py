"""Sweeps in the window: the dialog that asks for one, the queue that runs it, and the view of what came of it."""

from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from core.experiment import Experiment
from core.problems import ExperimentError, Problem
from core.runs.pace import Estimate, estimate, paces, shape
from core.runs.sweeps import Member, read_experiments, sweep_table
from core.sweep import Plan, Sweep
from workbench.desk import Desk
from workbench.session_file import LONGEST_QUEUE
from workbench.setup.vary_dialog import VaryDialog
from workbench.words import mark, trn

if TYPE_CHECKING:
    from workbench.views.sweep import SweepView


class Sweeping(QObject):
    """Connects dialog, queue and view with the desk. Folders are read and runs counted off the window's thread."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: SweepView | None = None
        self._current = ""  # the sweep that the view shows
        self._experiments: dict[str, Experiment] = {}  # of runs that were read, by name
        self._shown: Any = None  # what the view was told last
        self._read: set[str] = set()  # the runs whose experiments are known, being read, or unreadable
        self.dialog = VaryDialog(parent)
        self.dialog.asked.connect(self._work_out)
        self.dialog.queued.connect(self._queue)
        desk.rows_changed.connect(self._show)
        desk.session.queue_changed.connect(self._show)

    def serve(self, view: "SweepView") -> None:
        """Show what came of sweeps there, from now on."""
        self._view = view
        view.vary_asked.connect(self.vary)
        view.chosen.connect(self._choose)
        view.runs_asked.connect(self._desk.select_runs)
        self._show()

    def vary(self, path: str = "") -> None:
        """Ask which settings of the setup are to vary, with one of them named."""
        session = self._desk.session
        room = LONGEST_QUEUE - len(session.queue)
        self.dialog.begin(session.experiment, path, room, can_start=not self._desk.worker.is_busy)

    # -- a new sweep --------------------------------------------------------------------------------------------

    def _work_out(self, sweep: Sweep) -> None:
        runs = self._desk.places.runs

        def work() -> tuple[Plan, Estimate]:
            plan = sweep.plan()
            return plan, estimate(plan.experiments, paces(runs, map(shape, plan.experiments)))

        def then(future: Future[Any]) -> None:
            error = future.exception()
            if isinstance(error, ExperimentError):
                self.dialog.show_problems(sweep, error.problems)
            elif isinstance(error, OSError):
                self.dialog.show_problems(sweep, [Problem("", f"the earlier runs cannot be read: {error}")])
            else:
                self.dialog.show_plan(sweep, *future.result())

        self._desk.reader.submit(work, then)

    def _queue(self, experiments: tuple[Experiment, ...], start: bool) -> None:
        desk, many = self._desk, len(experiments)
        self._current = experiments[0].sweep
        desk.session.set_queue((*desk.session.queue, *experiments))
        one, more = mark("1 run waits in the queue, of {sweep}"), mark("{n} runs wait in the queue, of {sweep}")
        desk.message.emit(trn(many, one, more, n=many, sweep=self._current))
        if start:
            desk.queue_start()

    # -- what came of them --------------------------------------------------------------------------------------

    def _choose(self, name: str) -> None:
        if name:
            self._current = name
            self._show()

    def _show(self) -> None:
        """Offer the sweeps that there are, the newest first, and show the one that is chosen."""
        if self._view is None:
            return
        waiting = dict.fromkeys(experiment.sweep for experiment in reversed(self._desk.session.queue))
        names = [name for name in dict.fromkeys([*waiting, *(row.sweep for row in self._desk.rows)]) if name]
        if self._current not in names:
            self._current = names[0] if names else ""
        self._view.show_sweeps(names, self._current)
        if self._current:
            self._show_current()

    def _show_current(self) -> None:
        name, desk = self._current, self._desk
        rows = [row for row in reversed(desk.rows) if row.sweep == name]
        new = [row.name for row in rows if row.name not in self._read]
        if new:
            self._read.update(new)
            desk.reader.submit(lambda: read_experiments(desk.places.runs, new), self._take)
        known = [row for row in rows if row.name in self._experiments]
        waiting = [experiment for experiment in desk.session.queue if experiment.sweep == name]
        shown = (name, [(row.name, row.status, row.early, row.best, row.test) for row in known], waiting)
        if shown == self._shown:
            return  # a run that trains is further, which is nothing that the view shows
        self._shown = shown
        members = [Member.of(row, self._experiments[row.name]) for row in known]
        members += [Member.waiting(experiment) for experiment in waiting]
        if members:
            self._view.show_table(sweep_table(name, members))

    def _take(self, future: Future[Any]) -> None:
        self._experiments |= future.result()
        self._show()
