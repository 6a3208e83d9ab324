"""The desk: what each command does. It holds session, worker and runs together, and knows no layout.

A method carries out the command of the same name (see workbench.commands): those about the session stand in
desk_session.py, those that open an example in desk_examples.py, those about training in desk_training.py, those about
the queue in desk_queue.py, those about runs in desk_runs.py, about what is kept of them in desk_about.py, and about
what leaves the program in desk_export.py. `facts` says which commands make sense now.
"""

from html import escape

from PySide6.QtCore import QTimer

from core.places import Places
from core.runs.run import RESUMABLE
from workbench.desk_about import AboutDesk
from workbench.desk_examples import ExamplesDesk
from workbench.desk_export import ExportDesk
from workbench.desk_queue import QueueDesk
from workbench.numbers import count
from workbench.words import tr
from workbench.worker import State

REFRESH_INTERVAL = 2000  # milliseconds between two looks at the run folders


class Desk(ExamplesDesk, QueueDesk, AboutDesk, ExportDesk):
    """Session, worker and runs of one window."""

    def __init__(self, places: Places) -> None:
        super().__init__(places)
        self._refresh = QTimer(self, interval=REFRESH_INTERVAL)
        self._refresh.timeout.connect(self.refresh_runs)
        self.session.changed.connect(self.facts_changed)
        self.session.shown_changed.connect(self.show_as_kept)
        self.session.autosave_failed.connect(self.message)
        self.shown.failed.connect(self.message)
        self.message.connect(self.journal.say)
        self.complaint.connect(self.journal.complain)
        self.progressed.connect(self.journal.take)

    # -- at the beginning and the end ---------------------------------------------------------------------------

    def begin(self) -> None:
        """Look at what there is: runs, an interrupted one, a session that was left unsaved."""
        self.refresh_runs()
        self._refresh.start()
        if self.session.has_kept:
            choices = [("restore", tr("Restore"), self._recover), ("discard", tr("Discard"), self.session.discard_kept)]
            self.offer.emit("autosave", tr("Innerloop did not end properly. Your unsaved setup was kept."), choices)
        self._offer_to_resume()

    def end(self) -> None:
        """Let go of threads, timers and files."""
        self._refresh.stop()
        self.worker.stop("paused")
        self.worker.join()
        self.reader.close()
        self.exporter.close()
        self.index.close()
        self.journal.close()
        self.session.discard_autosave()
        self._place_lock.release()

    def _offer_to_resume(self) -> None:
        """A banner for the newest run that did not come to its end."""
        open_ends = [row for row in self.rows if row.status in ("crashed", "paused") and row.iterations]
        if not open_ends:
            return
        row = max(open_ends, key=lambda row: row.name)
        if row.iteration >= row.iterations:
            text = tr("The run {run} came to its last iteration, {all}; only the test has not been measured.")
        elif row.status == "crashed":
            text = tr("The run {run} was interrupted at iteration {done} of {all}.")
        else:
            text = tr("The run {run} is paused at iteration {done} of {all}.")
        done, planned = (count(number) for number in (row.iteration, row.iterations))
        text = text.format(run=f"<b>{escape(row.label)}</b>", done=done, all=planned)
        if len(open_ends) > 1:
            text = f"{text} {tr('{n} more can be resumed from the table.', n=len(open_ends) - 1)}"
        choices = [
            ("resume", tr("Resume"), lambda: self.resume_run(row.name)),
            ("later", tr("Later"), lambda: None),
        ]
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
            return tr("A run is training; stop it first, or press Queue to train these settings after it")
        return self._said_problems

    # -- quitting -----------------------------------------------------------------------------------------------

    def program_quit(self) -> None:
        """Ask what needs asking; `leave` is told when the window may close."""
        if self.worker.is_busy:
            self._ask(
                tr("A run is training"),
                tr("It can be paused: a checkpoint is written, and the next start offers to go on."),
                [
                    ("keep", tr("Pause and Quit"), lambda: self._quit_after("paused", None)),
                    ("discard", tr("Discard the Run"), self._quit_discarding),
                ],
                cancel=tr("Stay"),
            )
        else:
            self._after_saving(tr("quit"), self._leave)

    def _quit_discarding(self) -> None:
        run = self.worker.run
        self._quit_after("stopped", run.name if run else None)

    def _quit_after(self, leave_as: str, discard: str | None) -> None:
        def ended() -> None:
            if discard is not None:
                self._delete([discard])
            self._after_saving(tr("quit"), self._leave)

        if not self.worker.is_busy:
            ended()
            return
        self._then = ended
        self.worker.stop(leave_as)

    def _leave(self) -> None:
        # Later: Qt passes over a window's wish to close while it is still being asked to close.
        QTimer.singleShot(0, self, self.leave.emit)
