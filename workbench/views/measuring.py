"""What views share that measure many tasks of a run: which run, which split, how many tasks, and one page of results.

Measuring takes a while, so a newer checkpoint is not measured by itself but offered.
"""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.numbers import count
from workbench.views.episodes import SPLITS
from workbench.views.one_answer import OneAnswerView
from workbench.views.run_box import RunBox, RunChoice
from workbench.views.task_header import checkpoint_in_words
from workbench.views.veil import Veil
from workbench.views.view_tools import ViewTools, choice_box, choose
from workbench.words import said, tr


class MeasuringView(OneAnswerView):
    """A question has `run`, `split` and `tasks`; an answer has `run`, `stamp`, `iteration` and `is_best`.

    A concrete view makes its content and calls `_lay_out`; it writes `_question_of` and `_show`.
    """

    empty: tuple[str, str]  # a title and a line, said while there is no run

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._name = name
        self._paper = QWidget()  # header and content, as a file shows them
        self._paper.setProperty("panel", True)
        self._paper.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.run_box = RunBox(name, "The run that is measured")
        self.split_box = choice_box(f"{name}.split", "Tasks of", "")
        self.tasks_box = choice_box(f"{name}.tasks", "Tasks", "How many tasks are measured: more take longer")

    def _lay_out(
        self, tools: ViewTools, content: QWidget, splits: Sequence[str], split_tip: str, many: Sequence[int]
    ) -> None:
        """Place the content, and put what is measured into the tools: splits, and numbers of tasks, to choose from."""
        self._tools = tools
        content.setObjectName(f"{self._name}.content")
        self._veil = Veil(content)
        self._stack.addWidget(self._paper)
        _fill(self._paper, self.header, content)
        _fill(self, tools, self._stack)
        self.split_box.setToolTip(said(split_tip))
        for split in splits:
            self.split_box.addItem(said(SPLITS[split]), split)
        for tasks in many:
            self.tasks_box.addItem(tr("{n} tasks", n=count(tasks)), tasks)
        for box in (self.run_box, self.split_box, self.tasks_box):
            box.currentIndexChanged.connect(self._ask)
            tools.add(box)

    @abstractmethod
    def _question_of(self, run: str, split: str, tasks: int) -> Any:
        """What is asked."""

    @abstractmethod
    def _show(self, answer: Any) -> None:
        """Fill the content."""

    def _measured(self, question: Any, answer: Any) -> str:
        """What the answer is of, in words."""
        return f"{count(question.tasks)} {SPLITS[question.split].lower()} tasks"

    def _enable(self, on: bool) -> None:
        """There is a run to measure, or none."""
        self.split_box.setEnabled(on)
        self.tasks_box.setEnabled(on)

    # -- asking -------------------------------------------------------------------------------------------------

    def set_runs(self, runs: list[RunChoice], front: str | None) -> None:
        """Offer these runs. The run that is measured stays where it can; else it is `front`."""
        before = self.run_box.currentData()
        self.run_box.offer(runs, front)
        if self._answered is not None and self._answered.run not in {run.key for run in runs}:
            self.answer = self._answered = None
        self._enable(bool(runs))
        if not runs:
            self._give_up()
            self.answer = self._answered = None
            self._tell(*self.empty)
        elif self.run_box.currentData() != before:
            self._ask()

    def refresh(self, newer: bool) -> None:
        """What met a problem is asked again. Measuring takes a while, so after an answer it is only offered."""
        if self._question is not None or self.run_box.currentData() is None:
            return
        if self._wanted:
            self._ask()
        elif self.answer is not None:
            self.header.offer(*(("a newer checkpoint is there", "Measure again") if newer else ("",)))

    def _ask(self) -> None:
        run = self.run_box.currentData()
        if run is None:
            return
        self._wanted = False
        self._put(self._question_of(run, self.split_box.currentData(), self.tasks_box.currentData()))

    def _give_up(self) -> None:
        """Nobody waits any longer; the controls say again what is on show."""
        waited, self._question, self._wanted = self._question is not None, None, False
        self.given_up.emit()
        self._rest()
        if self._answered is not None:
            boxes = (self.run_box, self.split_box, self.tasks_box)
            for box, shown in zip(boxes, (self._answered.run, self._answered.split, self._answered.tasks), strict=True):
                choose(box, shown)
        elif waited:
            self._tell("Not measured", "Choose a split or a number of tasks to measure again.")

    # -- being told ---------------------------------------------------------------------------------------------

    def show_answer(self, question: Any, answer: Any) -> None:
        if question != self._question:
            return
        self._question, self._answered, self.answer = None, question, answer
        self._rest()
        label = self.run_box.label_of(answer.run)
        self.header.show_task(label, self._measured(question, answer), "", checkpoint_in_words(answer))
        self.header.offer("")
        self._show(answer)
        self._stack.setCurrentWidget(self._paper)
        self._tools.export_button.setEnabled(True)


def _fill(parent: QWidget, head: QWidget, body: QWidget) -> None:
    """One below the other; the second one takes what is left."""
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    column.addWidget(body, 1)
