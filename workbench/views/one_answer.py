"""What views share that show one answer at a time: a line above it, a veil over it, or a message in its place."""

from abc import abstractmethod
from typing import Any

from PySide6.QtWidgets import QStackedWidget

from core.runs.opened import Stamp
from workbench.numbers import count
from workbench.views.asking import AskingView
from workbench.views.message import ViewMessage
from workbench.views.task_header import TaskHeader
from workbench.views.veil import Veil
from workbench.views.view_tools import ViewTools


class OneAnswerView(AskingView):
    """An answer has `run` and `stamp`.

    A concrete view makes `_tools` and the `_veil` over its content, puts what it shows onto `_stack`, and writes `_ask`
    and `_give_up`.
    """

    _tools: ViewTools
    _veil: Veil

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._wanted = False  # whether there is a question that met a problem, and was not given up
        self._answered: Any = None  # what `answer` answers
        self.answer: Any = None  # what is on show
        self.header = TaskHeader(f"{name}.header")
        self.header.cancelled.connect(self._give_up)
        self.header.again.connect(self._ask)
        self._message = ViewMessage(name)
        self._message.cancelled.connect(self._give_up)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._message)

    @abstractmethod
    def _ask(self) -> None:
        """Ask what the controls say."""

    @abstractmethod
    def _give_up(self) -> None:
        """Nobody waits any longer; the controls say again what is on show."""

    @property
    def shown_at(self) -> tuple[str, Stamp] | None:
        return None if self.answer is None else (self.answer.run, self.answer.stamp)

    def show_progress(self, what: str, done: int, total: int | None) -> None:
        if self._busy.isActive() or self._question is None:
            return
        far = f"{count(done)} of {count(total)}" if total else ""
        if self.answer is None:
            self._tell(what, far, at_work=True)
        else:
            self.header.set_busy(f"{what}: {far}" if far else f"{what} …")
            self._veil.set_drawn(True)

    def show_problem(self, title: str, what: str, remedy: str = "", details: str = "") -> None:
        self._question = self._answered = self.answer = None
        self._wanted = True
        self._rest()
        self._tell(title, what, remedy, details)

    def _rest(self) -> None:
        """Nothing is computed any longer."""
        self._busy.stop()
        self.header.set_busy("")
        self._veil.set_drawn(False)

    def _tell(self, title: str, line: str, remedy: str = "", details: str = "", at_work: bool = False) -> None:
        self._message.tell(title, line, remedy, details, at_work)
        self._stack.setCurrentWidget(self._message)
        self._tools.export_button.setEnabled(False)
