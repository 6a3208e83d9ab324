"""Where a run puts the examples of a task among each other, before and after adapting: its features in the plane."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from core.runs.embedding import LEAST_PERPLEXITY, MOST, Embedding, EmbeddingQuestion
from workbench.numbers import count
from workbench.text_size import sized
from workbench.views.embedding_csv import csv_pieces
from workbench.views.embedding_map import EmbeddingMap
from workbench.views.episodes import LAST_TASK, SPLITS
from workbench.views.one_answer import OneAnswerView
from workbench.views.run_box import RunBox, RunChoice
from workbench.views.step_player import StepPlayer
from workbench.views.task_header import checkpoint_in_words
from workbench.views.veil import Veil
from workbench.views.view_tools import ViewTools, choice_box, choose, column, spin_box
from workbench.words import said, tr, trn

EMPTY = (
    "No run to look into yet",
    "Press Start, or select a run in the table: its examples are laid out here by what the model makes of them.",
)
TASKS = (1, 3, 10)
METHODS = {
    "pca": ("PCA", "Principal components: the directions along which the features differ most"),
    "tsne": ("t-SNE", "Neighbours stay neighbours, whatever else must give way"),
}


class EmbeddingView(OneAnswerView):
    """The view. It asks an EmbeddingQuestion."""

    shows = "picture"
    task_opened = Signal(str, str, int)  # run, split and number of a task that somebody wants to look at

    def __init__(self) -> None:
        super().__init__("embedding")
        self._perplexity = EmbeddingQuestion.perplexity  # as a person wants it, where the examples allow it

        self.map = EmbeddingMap()
        self.map.opened.connect(self._open_task)
        self.player = StepPlayer("embedding")
        self.player.step_changed.connect(self.map.set_step)
        self._paper = column(self.header, self.map)
        self._veil = Veil(self.map)
        self._stack.addWidget(column(self._paper, self.player))
        self._tools = ViewTools("embedding", "Embedding", lambda: self._paper, self._csv)
        self._add_controls()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tools)
        layout.addWidget(self._stack, 1)
        order = [*self._controls, self._tools.export_button, self.map, self.player.play, self.player.slider]
        for earlier, later in pairwise(order):
            QWidget.setTabOrder(earlier, later)
        self.set_runs([], None)

    def _add_controls(self) -> None:
        self.run_box = RunBox("embedding", "The run that is looked into")
        self.split_box = choice_box(
            "embedding.split", "Tasks of", "Which tasks: of training, validation or test classes"
        )
        for split, words in SPLITS.items():
            self.split_box.addItem(said(words), split)
        self.split_box.setCurrentIndex(1)
        self.number = spin_box("embedding.number", "Task number", "The task, or the first of several, by its number")
        self.number.setRange(0, LAST_TASK)
        sized(self.number, width=84)
        self.tasks_box = choice_box(
            "embedding.tasks", "Tasks", f"How many tasks are laid out together: at most {count(MOST)} examples in all"
        )
        for many in TASKS:
            self.tasks_box.addItem(trn(many, "1 task", "{n} tasks", n=count(many)), many)
        self.method_box = choice_box("embedding.method", "Method", "How the features are brought into the plane")
        for method, (words, tip) in METHODS.items():
            self.method_box.addItem(said(words), method)
            self.method_box.setItemData(self.method_box.count() - 1, said(tip), Qt.ItemDataRole.ToolTipRole)
        self.perplexity = spin_box("embedding.perplexity", "Perplexity", "")
        self.perplexity.setPrefix(tr("Perplexity "))
        self.perplexity.setRange(LEAST_PERPLEXITY, EmbeddingQuestion.perplexity)
        self.perplexity.setValue(self._perplexity)
        for box in (self.split_box, self.tasks_box, self.method_box, self.perplexity):
            box.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._controls = [self.run_box, self.split_box, self.number, self.tasks_box, self.method_box, self.perplexity]
        for control in self._controls:
            self._tools.add(control)
        self._tools.add_stretch()
        for box in (self.run_box, self.split_box, self.tasks_box, self.method_box):
            box.currentIndexChanged.connect(self._ask)
        self.number.valueChanged.connect(self._ask)
        self.perplexity.valueChanged.connect(self._set_perplexity)
        self.method_box.currentIndexChanged.connect(self._show_controls)
        self._show_controls()

    def _show_controls(self) -> None:
        self.perplexity.setVisible(self.method_box.currentData() == "tsne")

    def _set_perplexity(self, value: int) -> None:
        self._perplexity = value
        self._ask()

    # -- asking -------------------------------------------------------------------------------------------------

    def set_runs(self, runs: list[RunChoice], front: str | None) -> None:
        """Offer these runs. The run that is looked into stays where it can; else it is `front`."""
        before = self.run_box.run
        self.run_box.offer(runs, front)
        now = self.run_box.run
        if self._answered is not None and self._answered.run not in {run.key for run in runs}:
            self.answer = self._answered = None
        for control in self._controls[1:]:
            control.setEnabled(now is not None)
        if now is None:
            self._give_up()
            self._tell(*EMPTY)
        elif before is None or before.key != now.key:
            self._ask()
        elif before != now:
            self.map.set_color(now.color)

    def refresh(self, newer: bool) -> None:
        """What met a problem is asked again, as is what is quickly done. The rest is only offered."""
        if self._question is not None or self.run_box.run is None:
            return
        if self._wanted or (newer and self.answer is not None and self.answer.perplexity is None):
            self._ask()
        elif self.answer is not None:
            self.header.offer(*(("a newer checkpoint is there", "Lay out again") if newer else ("",)))

    def _ask(self) -> None:
        run = self.run_box.run
        if run is None:
            return
        self._wanted = False
        of_tasks = (self.split_box.currentData(), self.number.value(), self.tasks_box.currentData())
        self._put(EmbeddingQuestion(run.key, *of_tasks, self.method_box.currentData(), self._perplexity))

    def _give_up(self) -> None:
        """Nobody waits any longer; the controls say again what is on show."""
        waited, self._question, self._wanted = self._question is not None, None, False
        self.given_up.emit()
        self._rest()
        if self._answered is not None:
            self._show_question(self._answered)
        elif waited:
            self._tell("Not laid out", "Choose a task or a method to lay out examples again.")

    def _show_question(self, question: EmbeddingQuestion) -> None:
        """Let the controls say what was asked."""
        choose(self.run_box, question.run)
        choose(self.split_box, question.split)
        choose(self.tasks_box, question.tasks)
        choose(self.method_box, question.method)
        with QSignalBlocker(self.number):
            self.number.setValue(question.number)
        self._perplexity = question.perplexity
        self._show_perplexity()
        self._show_controls()

    # -- being told ---------------------------------------------------------------------------------------------

    def show_answer(self, question: EmbeddingQuestion, answer: Embedding) -> None:
        if question != self._question:
            return
        before, run = self.answer, self.run_box.run
        self._question, self._answered, self.answer = None, question, answer
        self._rest()
        same = before is not None and before.run == answer.run and before.steps == answer.steps
        self.player.set_last(answer.steps, None if same else answer.evaluated_steps)
        self.player.setVisible(answer.steps > 0)
        self._show_perplexity()
        self.map.set_embedding(answer, self.player.step, "link" if run is None else run.color)
        self._show_header(answer)
        self._stack.setCurrentIndex(1)
        self._tools.export_button.setEnabled(True)

    # -- drawing ------------------------------------------------------------------------------------------------

    def _show_perplexity(self) -> None:
        """Offer what so many examples allow: what a person wants, or the largest that there is."""
        if self.answer is None:
            return
        most = max(self.answer.most_perplexity, LEAST_PERPLEXITY)
        self.perplexity.setToolTip(
            tr("About how many neighbours of each example count; {n} examples allow {least} to {most}").format(
                n=count(self.answer.examples), least=LEAST_PERPLEXITY, most=count(most)
            )
        )
        with QSignalBlocker(self.perplexity):
            self.perplexity.setMaximum(most)
            self.perplexity.setValue(self._perplexity)

    def _show_header(self, answer: Embedding) -> None:
        first, last = int(answer.tasks[0]), int(answer.tasks[-1])
        which = f"task {count(first)}" if first == last else f"tasks {count(first)} to {count(last)}"
        space = "the inputs themselves" if answer.are_inputs else f"{count(answer.dimensions)} features"
        self.header.show_task(
            f"{self.run_box.label_of(answer.run)}, {which}",
            f"{count(answer.examples)} examples in {space}",
            _note(answer),
            checkpoint_in_words(answer),
        )
        self.header.offer("")

    def _open_task(self, number: int) -> None:
        if self.answer is not None:
            self.task_opened.emit(self.answer.run, self.answer.split, number)

    def _csv(self) -> Iterator[str]:
        return csv_pieces(self.answer) if self.answer is not None else iter(())


def _note(answer: Embedding) -> str:
    """What to know of the steps, where there is nothing to play."""
    if answer.are_inputs:
        return "No network"
    if not answer.steps:
        return "No inner steps"
    return "Adapting leaves them as they are" if answer.stays else ""
