"""The desk's commands about training: start, pause, resume, stop, discard, and what a run tells meanwhile."""

import dataclasses
from collections.abc import Callable
from typing import Any

from core.experiment import Experiment
from core.problems import ExperimentError
from core.runs.index import RunRow
from core.runs.run import Run, RunError
from core.training.reports import Failed, Finished, IterationReport, Report
from workbench.desk_runs import RunsDesk
from workbench.remedies_dialog import RemediesDialog
from workbench.setup.spoken import explained
from workbench.words import mark, said, tr

BUSY = mark("A run is training; stop it first")
CANNOT_START = mark("The run cannot be started")


class TrainingDesk(RunsDesk):
    """One run trains at a time; it is shown from its first report on."""

    def __init__(self, *parts: Any) -> None:
        super().__init__(*parts)
        self._trained = Experiment()  # what trains, or trained last
        self._newest: dict[type[Report], Report] = {}  # of the run that trains, the last of each kind
        self._then: Callable[[], None] | None = None  # what follows when the present run has ended
        self.worker.state_changed.connect(self.facts_changed)
        self.worker.reports.connect(self._take)
        self.worker.ended.connect(self._run_ended)

    def run_start(self) -> None:
        experiment = self.session.experiment
        try:
            run = Run.create(experiment.check(), self.places.runs)
        except (OSError, ExperimentError, RunError) as error:
            self._error(tr(CANNOT_START), explained(str(error), experiment))
            return
        self._train(experiment, run)

    def run_pause(self) -> None:
        self.worker.pause()

    def run_resume(self) -> None:
        self.worker.resume()

    def run_stop(self) -> None:
        self.worker.stop("stopped")

    def run_discard(self) -> None:
        run = self.worker.run
        if run is None:
            return

        def discard() -> None:
            if self.worker.is_busy and self.worker.run is run:
                self._then = lambda: self._delete([run.name])
                self.worker.stop("stopped")
            else:  # it has come to its end while the question was open
                self._delete([run.name])

        text = tr("{run} ends now, and its folder goes to the system's bin.", run=run.name)
        self._ask(tr("Discard this run?"), text, [("discard", tr("Discard"), discard)], cancel=tr("Go on training"))

    def resume_run(self, name: str) -> None:
        """Go on training a run from its newest checkpoint."""
        if self.worker.is_busy:
            self.message.emit(self.why_not_resume)
            return
        try:
            run = Run.open(self.places.runs / name)
            self._train(run.experiment, run)
        except (OSError, ExperimentError, RunError) as error:
            self._error(tr("The run cannot be resumed"), str(error))

    @property
    def why_not_resume(self) -> str:
        """Why no run can be resumed now; empty where one can."""
        return tr(BUSY) if self.worker.is_busy else ""

    def runs_resume(self) -> None:
        self.resume_run(self.targets[0])

    # -- what a run tells ---------------------------------------------------------------------------------------

    def _train(self, experiment: Experiment, run: Run) -> None:
        self._trained, self._newest = experiment, {}
        self.shown.begin_live(run.name, experiment)
        self.worker.start(experiment, run)
        self.offer_over.emit(f"resume.{run.name}")
        self.refresh_runs()
        keep = tuple(name for name in self.selected if name != run.name) if len(self.selected) > 1 else ()
        self.select_runs((run.name, *keep))

    def _take(self, reports: list[Report]) -> None:
        self.shown.take(reports)
        self._newest |= {type(report): report for report in reports}
        for report in reports:
            if report.event == "warning":
                self.message.emit(said(report.to_json()["message"]))
        self.progressed.emit(reports)

    @property
    def newest_reports(self) -> list[Report]:
        """What the run that trains has told last, for a window that has only just opened."""
        return list(self._newest.values()) if self.worker.is_busy else []

    def _run_ended(self, last: Report | None) -> None:
        self.shown.end_live()
        self.refresh_runs()
        if isinstance(last, Failed) and last.error is not None:
            words = {part: explained(last.error[part], self._trained) for part in ("what", "remedy")}
            remedy = f"{words['remedy']} {self._run_log()}".strip()
            self._tell_failure({**last.error, **words, "remedy": remedy})
        elif isinstance(last, Finished):
            self.message.emit(said(last.early or f"The run is {last.status}"))
        then, self._then = self._then, None
        if then is not None:
            then()
        else:
            self._go_on(last)

    def _tell_failure(self, error: dict[str, Any]) -> None:
        """The run that trained has failed: title, what, remedy and details, and settings that would help."""
        if not error.get("remedies"):
            self._error(said(error["title"]), error["what"], error["remedy"], error["details"])
            return
        assert self.parent_widget is not None
        self.complaint.emit(f"{said(error['title'])}{tr('. ')}{said(error['what'])}", error["details"])
        experiment = self._trained
        dialog = RemediesDialog(self.parent_widget, experiment, error)
        dialog.chosen.connect(lambda path, value: self._try_again(experiment.with_value(path, value)))
        dialog.open()

    def _try_again(self, experiment: Experiment) -> None:
        """Put an experiment into the setup and train it: now, or next where another run has begun meanwhile."""
        self.session.replace(experiment)
        if not self.worker.is_busy:
            self.run_start()
            return
        self.session.set_queue((experiment, *self.session.queue))
        self.message.emit(tr("Another run trains by now; this one is the next in the queue"))

    def _go_on(self, last: Report | None) -> None:
        """What follows by itself when a run has ended."""

    def _run_log(self) -> str:
        """Where the log of the run that has just ended is; empty where its folder is gone."""
        run = self.worker.run
        log = None if run is None else run.path / "log.txt"
        return tr("The run's log is {file}.", file=log) if log is not None and log.exists() else ""

    def _as_it_is(self, row: RunRow) -> RunRow:
        """The run that trains here is further than what it has written."""
        newest, run = self._newest.get(IterationReport), self.worker.run
        if not isinstance(newest, IterationReport) or run is None or row.name != run.name or not self.worker.is_busy:
            return row
        return dataclasses.replace(row, iteration=max(row.iteration, newest.iteration), seconds=newest.seconds)
