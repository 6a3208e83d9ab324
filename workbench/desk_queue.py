"""The desk's commands about the queue: which experiments wait, in which order, and how one run follows another."""

from dataclasses import dataclass
from typing import Any

from core.experiment import Experiment
from core.problems import ExperimentError
from core.runs.run import Run, RunError
from core.training.reports import Finished, Report
from workbench.desk_training import CANNOT_START, TrainingDesk
from workbench.session_file import LONGEST_QUEUE
from workbench.setup.spoken import explained
from workbench.words import mark, said, tr, trn

_LONGEST_LIST = 12  # failures that a dialog has room for


@dataclass(frozen=True)
class _Outcome:
    """What became of an experiment that waited."""

    label: str
    run: str | None  # its name; None where it could not even begin
    error: dict[str, Any] | None  # title, what, remedy and details of a failure


class QueueDesk(TrainingDesk):
    """When a run has finished or failed, the next of the queue begins, unless the queue is paused.

    Nothing follows a run that somebody stops, and nothing begins because a session was opened: that is for a person to
    say. A failure of a run from the queue asks nobody anything; all are told of together, when the queue is done.
    """

    def __init__(self, *parts: Any) -> None:
        super().__init__(*parts)
        self.waiting_target: int | None = None  # the place in the queue that commands are for
        self._from_queue = ""  # the name of the newest run that has waited
        self._outcomes: list[_Outcome] = []  # since something was last told of them
        self.session.queue_changed.connect(self._aim_again)

    def run_queue(self) -> None:
        queue = (*self.session.queue, self.session.experiment)
        self.session.set_queue(queue)
        one, many = (
            "Added to the queue, where 1 experiment waits now",
            "Added to the queue, where {n} experiments wait now",
        )
        self.message.emit(trn(len(queue), one, many, n=len(queue)))

    def queue_start(self) -> None:
        self.session.set_queue(self.session.queue, paused=False)
        if not self.worker.is_busy:
            self._start_next()

    def queue_pause(self) -> None:
        self.session.set_queue(self.session.queue, paused=True)

    # -- one of those that wait ---------------------------------------------------------------------------------

    def aim_at_waiting(self, place: int | None) -> None:
        """Commands are for the experiment at this place of the queue."""
        if place != self.waiting_target:
            self.waiting_target = place
            self.facts_changed.emit()

    def move_waiting(self, place: int, to: int) -> None:
        """Take an experiment out of its place in the queue, and put it where it is number `to`."""
        queue = list(self.session.queue)
        queue.insert(to, queue.pop(place))
        self.waiting_target = to
        self.session.set_queue(queue)

    def queue_earlier(self) -> None:
        place = self._waiting_place()
        self.move_waiting(place, place - 1)

    def queue_later(self) -> None:
        place = self._waiting_place()
        self.move_waiting(place, place + 1)

    def queue_edit(self) -> None:
        self.session.replace(self._take_out())
        self.message.emit(tr("Back in the setup; press Queue to let it wait again"))

    def queue_remove(self) -> None:
        self._take_out()

    def _waiting_place(self) -> int:
        assert self.waiting_target is not None, "the command is off where nothing is selected"
        return self.waiting_target

    def _take_out(self) -> Experiment:
        queue = list(self.session.queue)
        taken = queue.pop(self._waiting_place())
        self.session.set_queue(queue)
        return taken

    def _aim_again(self) -> None:
        """Commands are for what stands in the same place now, or for the last one."""
        last = len(self.session.queue) - 1
        if self.waiting_target is not None:
            self.waiting_target = min(self.waiting_target, last) if last >= 0 else None
        self.facts_changed.emit()

    # -- one run after another ----------------------------------------------------------------------------------

    def _start_next(self) -> None:
        """Begin the next of the queue. One that cannot be run has failed, and the one after it is tried."""
        while self.session.queue:
            experiment = self.session.queue[0]
            try:
                run = Run.create(experiment.check(), self.places.runs)
            except ExperimentError as error:
                self._outcomes.append(_Outcome(experiment.label, None, _cannot_run(error, experiment)))
                self._drop_first()
                continue
            except (OSError, RunError) as error:  # so would the others, and none of them is to be lost
                self.session.set_queue(self.session.queue, paused=True)
                self._error(
                    tr("The queue cannot go on"), str(error), tr("It is paused; start it again when this is mended.")
                )
                return
            self._from_queue = run.name
            self._train(experiment, run)
            self._drop_first()
            return
        self._tell_outcomes()

    def _drop_first(self) -> None:
        if self.waiting_target:
            self.waiting_target -= 1
        self.session.set_queue(self.session.queue[1:])

    def _go_on(self, last: Report | None) -> None:
        over = isinstance(last, Finished) and last.status in ("finished", "failed")
        if over and self._trains_from_queue:
            self._outcomes.append(_Outcome(self._trained.label, last.run, last.error))
        if not over:
            if not self.session.queue:
                self._outcomes.clear()  # whoever has stopped the last one needs not be told
        elif not self.session.queue_paused:
            self._start_next()

    def _tell_failure(self, error: dict[str, Any]) -> None:
        if not self._trains_from_queue:
            super()._tell_failure(error)

    @property
    def _trains_from_queue(self) -> bool:
        """Whether the run that trains, or trained last, has waited in the queue."""
        return self.worker.run is not None and self.worker.run.name == self._from_queue

    # -- at its end ---------------------------------------------------------------------------------------------

    def _tell_outcomes(self) -> None:
        """The queue is done: say how it went, here and through the system."""
        outcomes, self._outcomes = self._outcomes, []
        if not outcomes:
            return
        failed = [outcome for outcome in outcomes if outcome.error is not None]
        done = len(outcomes) - len(failed)
        if not failed:
            how = trn(done, "1 run finished.", "{n} runs finished.", n=done)
        elif not done:
            how = tr("{n} failed.", n=len(failed))
        else:
            how = trn(
                done,
                "1 run finished and {failed} failed.",
                "{n} runs finished and {failed} failed.",
                n=done,
                failed=len(failed),
            )
        runs = tuple(outcome.run for outcome in outcomes if outcome.run is not None)
        choices = [("show", tr("Show the Runs"), lambda: self._show_there(runs))] if runs else []
        choices += [("failures", tr("What Failed…"), lambda: self._show_failures(failed))] if failed else []
        self.offer.emit(
            "queue", tr("The queue is done: {how}", how=how), [*choices, ("close", tr("Close"), lambda: None)]
        )
        self.notice.emit(tr("The queue is done"), how)

    def _show_there(self, runs: tuple[str, ...]) -> None:
        there = {row.name for row in self.rows}
        self.select_runs(tuple(run for run in runs if run in there))

    def _show_failures(self, failed: list[_Outcome]) -> None:
        errors = [(outcome.run or outcome.label, outcome.error or {}) for outcome in failed]
        lines = [
            f"{name}: {said(error['title'])}{tr('. ')}{said(error['what'])}" for name, error in errors[:_LONGEST_LIST]
        ]
        if len(errors) > len(lines):
            lines.append(tr("… and {n} more, which the table of runs names.", n=len(errors) - len(lines)))
        details = "\n\n".join(f"{name}\n{said(error['remedy'])}\n{error['details']}" for name, error in errors)
        remedy = tr("Take the settings of a failed run into the setup, mend them, and queue it again.")
        self._error(tr("What failed"), "\n\n".join(lines), remedy, details)

    # -- why a command is off -----------------------------------------------------------------------------------

    @property
    def queue_facts(self) -> dict[str, bool]:
        """What is true of the queue now; commands name what they need."""
        session, place = self.session, self.waiting_target
        waits, moves = bool(session.queue), self.worker.is_busy and not session.queue_paused
        return {
            "can_queue": not session.problems and len(session.queue) < LONGEST_QUEUE,
            "can_start_queue": waits and not moves,
            "can_pause_queue": waits and moves,
            "waiting_selected": place is not None,
            "can_move_earlier": place is not None and place > 0,
            "can_move_later": place is not None and place + 1 < len(session.queue),
        }

    @property
    def why_not_queue(self) -> str:
        """Why Queue is off; empty when it is on."""
        if len(self.session.queue) >= LONGEST_QUEUE:
            return tr("{n} experiments wait, which is as many as a session keeps", n=LONGEST_QUEUE)
        return self._said_problems


def _cannot_run(error: ExperimentError, experiment: Experiment) -> dict[str, str]:
    what = explained(str(error), experiment)
    return {"title": CANNOT_START, "what": what, "remedy": mark("Change the named settings."), "details": ""}
