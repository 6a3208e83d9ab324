"""What views share that ask for something to be computed: one question at a time, and only while they are looked at."""

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from core.runs.opened import Stamp
from workbench.views.run_box import RunChoice

PATIENCE = 250  # milliseconds until a view says that it is still at work


class AskingView(QWidget):
    """It asks by `asked`, and is told by `show_answer`, `show_progress` and `show_problem`.

    What is asked out of sight waits until the view is looked at; what is not answered then, is asked again.
    """

    asked = Signal(object)  # the question
    given_up = Signal()  # nobody waits for the answer any longer
    shows: str  # what a person waits for, in messages

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._question: Any = None  # the one that waits for its answer
        self._stale = False  # whether it has still to be asked, as soon as the view is looked at
        self._busy = QTimer(self, singleShot=True, interval=PATIENCE)
        self._busy.timeout.connect(lambda: self.show_progress("Working on it", 0, None))

    @abstractmethod
    def set_runs(self, runs: list[RunChoice], front: str | None) -> None:
        """Offer these runs, of which `front` is the one that other views show in front."""

    @abstractmethod
    def show_answer(self, question: Any, answer: Any) -> None:
        """Show what was found, if it is what was asked last."""

    @abstractmethod
    def show_progress(self, what: str, done: int, total: int | None) -> None:
        """How far the answer is; said once it takes long enough to notice."""

    @abstractmethod
    def show_problem(self, title: str, what: str, remedy: str = "", details: str = "") -> None:
        """Say why there is no answer."""

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is on its way."""
        return self._question is not None

    @property
    def is_looked_at(self) -> bool:
        """Whether a person sees what would be computed."""
        return self.isVisible()

    def refresh(self, newer: bool) -> None:
        """A run that trains may have another checkpoint. `newer` says whether it has one that is not `shown_at`."""

    @property
    def shown_at(self) -> tuple[str, Stamp] | None:
        """The run and the checkpoint that are on show, where `refresh` wants to know of a newer one."""
        return None

    def _put(self, question: Any) -> None:
        """Wait for the answer to this question, and no longer to the one before."""
        self._question, self._stale = question, not self.is_looked_at
        if not self._stale:
            self._busy.start()
            self.asked.emit(question)

    def _ask_what_waits(self) -> None:
        """What was asked out of sight is asked now, if the view is looked at."""
        if self._stale and self._question is not None and self.is_looked_at:
            self._put(self._question)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_what_waits()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._question is not None and not self._stale:
            self._stale = True
            self._busy.stop()
            self.given_up.emit()
