"""What the parts of the desk share: session, worker and runs of one window, its news, and how it asks."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from core.places import Places
from core.runs.index import RunIndex, RunRow
from workbench import dialogs, session_file
from workbench.log.journal import Journal
from workbench.runs.shown_runs import ShownRuns
from workbench.session import Session
from workbench.setup.spoken import explained
from workbench.words import said, tr
from workbench.worker import Reader, Worker


class DeskBase(QObject):
    """What is on the desk. The parts above it say what each command does."""

    facts_changed = Signal()
    rows_changed = Signal()
    progressed = Signal(object)  # list[Report] of the run that trains
    message = Signal(str)  # a line for the status bar
    complaint = Signal(str, str)  # an error that a dialog tells of, and its details
    offer = Signal(str, str, list)  # a banner: id, text, choices
    offer_over = Signal(str)  # a banner's id
    notice = Signal(str, str)  # title and text for the system to tell somebody who does something else
    recent_changed = Signal()
    look = Signal(object)  # how a session that was opened is looked at: SessionState.view
    leave = Signal()  # the window may close now

    def __init__(self, places: Places) -> None:
        super().__init__()
        self.places = places
        self.parent_widget: QWidget | None = None
        self._place_lock, autosave = _own_autosave(places.home / "autosave")
        self.session = Session(autosave)
        self.journal = Journal(self)
        self.worker, self.reader = Worker(places), Reader()
        self.index = RunIndex(places.runs)
        self.shown = ShownRuns(self.reader, places.runs)
        self.rows: list[RunRow] = []
        self.selected: tuple[str, ...] = ()  # what the views show
        self.targets: tuple[str, ...] = ()  # what commands are for: the selected runs that the table does not hide

    def belong_to(self, window: QWidget, view_state: Callable[[], dict[str, Any]]) -> None:
        """What is on the desk is shown in this window from now on, which says how it is looked at."""
        self.parent_widget = window
        self.session.view_state = view_state

    @property
    def _said_problems(self) -> str:
        """What keeps the setup from being run, as the form would say it; empty where nothing does."""
        return "\n".join(explained(str(problem), self.session.experiment) for problem in self.session.problems)

    def _ask(self, title: str, text: str, answers: list[dialogs.Answer], cancel: str = "") -> None:
        assert self.parent_widget is not None
        dialogs.ask(self.parent_widget, title, text, answers, cancel)

    def _error(self, title: str, what: str, remedy: str = "", details: str = "") -> None:
        assert self.parent_widget is not None
        what, remedy = said(what), said(remedy)
        self.complaint.emit(f"{title}{tr('. ')}{what}", details)
        dialogs.show_error(self.parent_widget, title, what, remedy, details)


def let_system_open(path: Path) -> None:
    """Let the system show a file or a folder."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


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
