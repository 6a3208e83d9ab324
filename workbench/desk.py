"""The desk: what each command does. It holds session, worker and runs together, and knows no layout.

A method carries out the command of the same name (see workbench.commands). `facts` says which commands make sense now.
"""

import dataclasses
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import send2trash
from filelock import FileLock, Timeout
from PySide6.QtCore import QLocale, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from core.experiment import Experiment
from core.places import Places
from core.problems import ExperimentError
from core.runs.index import RunIndex, RunRow
from core.runs.run import RESUMABLE, Run, RunError
from core.training.reports import Failed, Finished, IterationReport, Report
from workbench import dialogs, session_file
from workbench.runs.shown_runs import ShownRuns
from workbench.session import Session
from workbench.session_file import SessionFileError
from workbench.worker import Reader, State, Worker

REFRESH_INTERVAL = 2000  # milliseconds between two looks at the run folders
RECENT = 10


class Desk(QObject):
    """Session, worker and runs of one window."""

    facts_changed = Signal()
    rows_changed = Signal()
    progressed = Signal(object)  # list[Report] of the run that trains
    message = Signal(str)  # a line for the status bar
    offer = Signal(str, str, list)  # a banner: id, text, choices
    offer_over = Signal(str)  # a banner's id
    recent_changed = Signal()
    look = Signal(object)  # how a session that was opened is looked at: SessionState.view
    leave = Signal()  # the window may close now

    def __init__(self, places: Places, view_state: Callable[[], dict[str, Any]]) -> None:
        super().__init__()
        self.places = places
        self.parent_widget: QWidget | None = None
        self._place_lock, autosave = _own_autosave(places.home / "autosave")
        self.session = Session(autosave, view_state)
        self.worker, self.reader = Worker(places), Reader()
        self.index = RunIndex(places.runs)
        self.shown = ShownRuns(self.reader, places.runs)
        self.rows: list[RunRow] = []
        self.selected: tuple[str, ...] = ()  # what the views show
        self.targets: tuple[str, ...] = ()  # what commands are for: the selected runs that the table does not hide
        self._newest: IterationReport | None = None  # of the run that trains
        self._then: Callable[[], None] | None = None  # what follows when the present run has ended
        self._refresh = QTimer(self, interval=REFRESH_INTERVAL)
        self._refresh.timeout.connect(self.refresh_runs)
        self.session.changed.connect(self.facts_changed)
        self.session.shown_changed.connect(lambda: self.select_runs(self.session.shown_runs))
        self.session.autosave_failed.connect(self.message)
        self.shown.failed.connect(self.message)
        self.worker.state_changed.connect(self.facts_changed)
        self.worker.reports.connect(self._take)
        self.worker.ended.connect(self._run_ended)

    # -- at the beginning and the end ---------------------------------------------------------------------------

    def begin(self) -> None:
        """Look at what there is: runs, an interrupted one, a session that was left unsaved."""
        self.refresh_runs()
        self._refresh.start()
        if self.session.has_kept:
            choices = [("restore", "Restore", self._recover), ("discard", "Discard", self.session.discard_kept)]
            self.offer.emit("autosave", "Innerloop did not end properly. Your unsaved setup was kept.", choices)
        self._offer_to_resume()

    def end(self) -> None:
        """Let go of threads, timers and files."""
        self._refresh.stop()
        self.worker.stop("paused")
        self.worker.join()
        self.reader.close()
        self.index.close()
        self.session.discard_autosave()
        self._place_lock.release()

    def _offer_to_resume(self) -> None:
        """A banner for the newest run that did not come to its end."""
        open_ends = [row for row in self.rows if row.status in ("crashed", "paused") and row.iterations]
        if not open_ends:
            return
        row = max(open_ends, key=lambda row: row.name)
        what = "was interrupted" if row.status == "crashed" else "is paused"
        more = f" {len(open_ends) - 1} more can be resumed from the table." if len(open_ends) > 1 else ""
        done, planned = (QLocale().toString(number) for number in (row.iteration, row.iterations))
        text = f"The run <b>{row.label}</b> {what} at iteration {done} of {planned}.{more}"
        choices = [("resume", "Resume", lambda: self.resume_run(row.name)), ("later", "Later", _nothing)]
        self.offer.emit(f"resume.{row.name}", text, choices)

    @property
    def facts(self) -> dict[str, bool]:
        """What is true now; commands name what they need."""
        state, selected = self.worker.state, [row for row in self.rows if row.name in self.targets]
        return {
            "can_start": state is State.IDLE and not self.session.problems,
            "can_pause": state in (State.RUNNING, State.PREPARING),
            "can_resume": state is State.PAUSED,
            "can_stop": state in (State.RUNNING, State.PREPARING, State.PAUSED),
            "can_undo": self.session.can_undo,
            "can_redo": self.session.can_redo,
            "can_revert": self.session.path is not None and self.session.is_modified,
            "one_selected": len(selected) == 1,
            "some_selected": bool(selected),
            "can_resume_selected": state is State.IDLE
            and len(selected) == 1
            and selected[0].status in RESUMABLE
            and selected[0].status != "running",
        }

    @property
    def why_not_start(self) -> str:
        """Why Start is off; empty when it is on."""
        if self.worker.state is not State.IDLE:
            return "A run is training; stop it first"
        return "\n".join(str(problem) for problem in self.session.problems)

    # -- the session --------------------------------------------------------------------------------------------

    def session_new(self) -> None:
        self._after_saving("start a new session", self.session.new)

    def session_open(self) -> None:
        self._after_saving("open another session", self._choose_and_open)

    def open_path(self, path: Path) -> None:
        """Open a session file, after asking about unsaved changes."""
        self._after_saving(f"open {path.name}", lambda: self.open_now(path))

    def open_now(self, path: Path) -> bool:
        """Open a session file; when it cannot be, say why and leave the open session as it is."""
        try:
            state = self.session.open(path)
        except SessionFileError as error:
            self._error("The session cannot be opened", str(error), "The open session stays as it is.")
            return False
        self.look.emit(state.view)
        self._remember(path)
        return True

    def session_save(self) -> None:
        self.save_then(_nothing)

    def save_then(self, then: Callable[[], None]) -> None:
        """Save, asking for a file if there is none, and go on."""
        if self.session.path is None:
            self._choose_and_save(then)
        else:
            self.save_to(self.session.path, then)

    def session_save_as(self) -> None:
        self._choose_and_save(_nothing)

    def save_to(self, path: Path, then: Callable[[], None] = lambda: None) -> None:
        """Write the session to a file; when it cannot be, say why."""
        try:
            self.session.save(path)
        except OSError as error:
            self._error("The session could not be saved", f"{path}: {error.strerror or error}", "Choose another place.")
            return
        self._remember(path)
        self.message.emit(f"Saved {path.name}")
        then()

    def session_revert(self) -> None:
        path = self.session.path
        if path is not None:
            self.open_now(path)

    @property
    def recent(self) -> list[Path]:
        """Session files opened last, the newest first, as far as they are still there."""
        store = self.places.home / "recent.json"
        try:
            names = json.loads(store.read_text(encoding="utf-8")) if store.exists() else []
        except (OSError, ValueError):
            names = []  # a list of conveniences: a damaged one is begun anew
        known = names if isinstance(names, list) else []
        return [Path(name) for name in known if isinstance(name, str) and Path(name).exists()]

    def edit_undo(self) -> None:
        self.session.undo()

    def edit_redo(self) -> None:
        self.session.redo()

    # -- running ------------------------------------------------------------------------------------------------

    def run_start(self) -> None:
        experiment = self.session.experiment
        try:
            run = Run.create(experiment.check(), self.places.runs)
        except (OSError, ExperimentError, RunError) as error:
            self._error("The run cannot be started", str(error))
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

        text = f"{run.name} ends now, and its folder goes to the system's bin."
        self._ask("Discard this run?", text, [("discard", "Discard", discard)], cancel="Go on training")

    def resume_run(self, name: str) -> None:
        """Go on training a run from its newest checkpoint."""
        if self.worker.is_busy:
            self.message.emit("A run is training; stop it first")
            return
        try:
            run = Run.open(self.places.runs / name)
            self._train(run.experiment, run)
        except (OSError, ExperimentError, RunError) as error:
            self._error("The run cannot be resumed", str(error))

    def _train(self, experiment: Experiment, run: Run) -> None:
        self._newest = None
        self.shown.begin_live(run.name, experiment.label, experiment.metric)
        self.worker.start(experiment, run)
        self.offer_over.emit(f"resume.{run.name}")
        self.refresh_runs()
        keep = tuple(name for name in self.selected if name != run.name) if len(self.selected) > 1 else ()
        self.select_runs((run.name, *keep))

    def _take(self, reports: list[Report]) -> None:
        self.shown.take(reports)
        self._newest = next((r for r in reversed(reports) if isinstance(r, IterationReport)), self._newest)
        for report in reports:
            if report.event == "warning":
                self.message.emit(report.to_json()["message"])
        self.progressed.emit(reports)

    def _run_ended(self, last: Report | None) -> None:
        self.shown.end_live()
        self.refresh_runs()
        if isinstance(last, Failed) and last.error is not None:
            self._error(last.error["title"], last.error["what"], last.error["remedy"], last.error["details"])
        elif isinstance(last, Finished):
            self.message.emit(f"The run is {last.status}")
        then, self._then = self._then, None
        if then is not None:
            then()

    # -- the runs -----------------------------------------------------------------------------------------------

    def refresh_runs(self) -> None:
        """Look at the run folders again."""
        for notice in self.index.refresh() or []:
            self.message.emit(notice)
        rows = [self._as_it_is(row) for row in self.index.rows()]
        if rows != self.rows:
            self.rows = rows
            there = {row.name for row in rows}
            if not there.issuperset(self.selected):  # someone else has taken a run away
                self.select_runs(tuple(name for name in self.selected if name in there))
            self.rows_changed.emit()
            self.facts_changed.emit()

    def _as_it_is(self, row: RunRow) -> RunRow:
        """The run that trains here is further than what it has written."""
        newest, run = self._newest, self.worker.run
        if newest is None or run is None or row.name != run.name or not self.worker.is_busy:
            return row
        return dataclasses.replace(row, iteration=max(row.iteration, newest.iteration), seconds=newest.seconds)

    def select_runs(self, names: tuple[str, ...]) -> None:
        """Show these runs in the views."""
        if names == self.selected:
            return
        self.selected = self.targets = names
        self.session.show_runs(names)
        known = {row.name: row for row in self.rows}
        self.shown.show([known[name] for name in names if name in known])
        self.facts_changed.emit()

    def aim_at(self, names: tuple[str, ...]) -> None:
        """Commands are for these runs."""
        if names != self.targets:
            self.targets = names
            self.facts_changed.emit()

    def runs_resume(self) -> None:
        self.resume_run(self.targets[0])

    def runs_duplicate(self) -> None:
        try:
            experiment = Run.open(self.places.runs / self.targets[0]).experiment
        except (OSError, ExperimentError, RunError) as error:
            self._error("The run's settings cannot be read", str(error))
            return
        self.session.replace(experiment)

    def runs_open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.places.runs / self.targets[0])))

    def runs_delete(self) -> None:
        training = self.worker.run.name if self.worker.is_busy and self.worker.run else None
        names = [name for name in self.targets if name != training]
        if not names:
            self.message.emit("A run that trains cannot be deleted; stop it first")
            return
        what = names[0] if len(names) == 1 else f"{len(names)} runs"
        text = f"{what} will be moved to the system's bin."
        self._ask("Delete?", text, [("delete", "Move to Bin", lambda: self._delete(names))])

    def _delete(self, names: list[str]) -> None:
        gone = []
        for name in names:
            try:
                send2trash.send2trash(self.places.runs / name)
            except OSError as error:
                self._offer_removal(name, error)
            else:
                gone.append(name)
        self._forget(gone)

    def _offer_removal(self, name: str, error: OSError) -> None:
        def remove() -> None:
            try:
                shutil.rmtree(self.places.runs / name)
            except OSError as error:
                self._error("The run could not be deleted", str(error))
                return
            self._forget([name])

        text = f"The system's bin cannot take {name} ({error}). Delete it for good?"
        self._ask("No bin", text, [("remove", "Delete for Good", remove)])

    def _forget(self, names: list[str]) -> None:
        """Show what is left when these runs are gone."""
        self.select_runs(tuple(name for name in self.selected if name not in names))
        self.refresh_runs()

    # -- quitting -----------------------------------------------------------------------------------------------

    def program_quit(self) -> None:
        """Ask what needs asking; `leave` is told when the window may close."""
        if self.worker.is_busy:
            self._ask(
                "A run is training",
                "It can be paused: a checkpoint is written, and the next start offers to go on.",
                [
                    ("keep", "Pause and Quit", lambda: self._quit_after("paused", None)),
                    ("discard", "Discard the Run", self._quit_discarding),
                ],
                cancel="Stay",
            )
        else:
            self._after_saving("quit", self._leave)

    def _quit_discarding(self) -> None:
        run = self.worker.run
        self._quit_after("stopped", run.name if run else None)

    def _quit_after(self, leave_as: str, discard: str | None) -> None:
        def ended() -> None:
            if discard is not None:
                self._delete([discard])
            self._after_saving("quit", self._leave)

        if not self.worker.is_busy:
            ended()
            return
        self._then = ended
        self.worker.stop(leave_as)

    def _leave(self) -> None:
        # Later: Qt passes over a window's wish to close while it is still being asked to close.
        QTimer.singleShot(0, self, self.leave.emit)

    # -- helpers ------------------------------------------------------------------------------------------------

    def _after_saving(self, what: str, then: Callable[[], None]) -> None:
        """Go on at once when nothing is unsaved, else after the person has decided."""
        if not self.session.is_modified:
            then()
            return
        self._ask(
            f"Save changes to “{self.session.title}”?",
            f"You are about to {what}. Unsaved changes of the setup would be lost.",
            [("save", "Save", lambda: self.save_then(then)), ("forget", "Don’t Save", then)],
        )

    def _choose_and_open(self) -> None:
        self._choose_file("Open Session", lambda name: self.open_now(Path(name)), save=False, proposal="")

    def _choose_and_save(self, then: Callable[[], None]) -> None:
        proposal = str(self.session.path or Path.home() / f"{self.session.experiment.label}{session_file.SUFFIX}")
        self._choose_file("Save Session", lambda name: self.save_to(Path(name), then), save=True, proposal=proposal)

    def _choose_file(self, title: str, then: Callable[[str], Any], *, save: bool, proposal: str) -> None:
        assert self.parent_widget is not None
        dialogs.choose_file(self.parent_widget, title, then, save=save, suffix=session_file.SUFFIX, proposal=proposal)

    def _remember(self, path: Path) -> None:
        names = [str(path.resolve()), *(str(known) for known in self.recent if known.resolve() != path.resolve())]
        try:
            self.places.home.mkdir(parents=True, exist_ok=True)
            (self.places.home / "recent.json").write_text(json.dumps(names[:RECENT]), encoding="utf-8")
        except OSError as error:
            self.message.emit(f"The list of recent files could not be written: {error}")
        self.recent_changed.emit()

    def _recover(self) -> None:
        def recover() -> None:
            try:
                self.session.recover()
            except SessionFileError as error:
                self._error("The kept session cannot be read", str(error))

        self._after_saving("restore what was kept", recover)

    def _ask(self, title: str, text: str, answers: list[dialogs.Answer], cancel: str = "Cancel") -> None:
        assert self.parent_widget is not None
        dialogs.ask(self.parent_widget, title, text, answers, cancel)

    def _error(self, title: str, what: str, remedy: str = "", details: str = "") -> None:
        assert self.parent_widget is not None
        dialogs.show_error(self.parent_widget, title, what, remedy, details)


def _own_autosave(folder: Path) -> tuple[FileLock, Path]:
    """An autosave file that no other window uses; one that a crashed window left comes first."""
    folder.mkdir(parents=True, exist_ok=True)
    left = sorted({int(path.stem.split("-")[1]) for path in folder.glob(f"session-[0-9]*{session_file.SUFFIX}")})
    for number in [*left, *range(1, 1000)]:
        lock = FileLock(folder / f"session-{number}.lock", thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            continue
        return lock, folder / f"session-{number}{session_file.SUFFIX}"
    raise OSError(f"too many windows keep sessions in {folder}")


def _nothing() -> None:
    """For answers that change nothing."""
