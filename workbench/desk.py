"""The desk: what each command does. It holds session, worker and runs together, and knows no layout.

A method carries out the command of the same name (see workbench.commands): those about the session stand in
desk_session.py, those that open an example in desk_examples.py, those about training in desk_training.py, those about
the queue in desk_queue.py, those about runs in desk_runs.py, about what is kept of them in desk_about.py, and about
what leaves the program in desk_export.py. `facts` says which commands make sense now.
"""

from collections.abc import Callable
from html import escape
from typing import Any

from PySide6.QtCore import QTimer

from core.places import Places
from core.runs.run import RESUMABLE
from workbench.desk_about import AboutDesk
from workbench.desk_examples import ExamplesDesk
from workbench.desk_export import ExportDesk
from workbench.desk_queue import QueueDesk
from workbench.desk_training import BUSY
from workbench.numbers import count
from workbench.worker import State

REFRESH_INTERVAL = 2000  # milliseconds between two looks at the run folders


class Desk(ExamplesDesk, QueueDesk, AboutDesk, ExportDesk):
    """Session, worker and runs of one window."""

    def __init__(self, places: Places, view_state: Callable[[], dict[str, Any]]) -> None:
        super().__init__(places, view_state)
        self._refresh = QTimer(self, interval=REFRESH_INTERVAL)
        self._refresh.timeout.connect(self.refresh_runs)
        self.session.changed.connect(self.facts_changed)
        self.session.shown_changed.connect(self.show_as_kept)
        self.session.autosave_failed.connect(self.message)
        self.shown.failed.connect(self.message)

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
        self.exporter.close()
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
        done, planned = (count(number) for number in (row.iteration, row.iterations))
        where = f"at iteration {done} of {planned}"
        if row.iteration >= row.iterations:
            where = f"after its last iteration, {planned}; only the test has not been measured"
        text = f"The run <b>{escape(row.label)}</b> {what} {where}.{more}"
        choices = [("resume", "Resume", lambda: self.resume_run(row.name)), ("later", "Later", lambda: None)]
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
            **self.queue_facts,
            **self.about_facts,
        }

    @property
    def why_not_start(self) -> str:
        """Why Start is off; empty when it is on."""
        if self.worker.state is not State.IDLE:
            return f"{BUSY}, or press Queue to train these settings after it"
        return self._said_problems

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
