"""Any task of a run by number: its examples, and what the model says of each query before and after adapting."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from core.runs.episodes import Answer, Episode, Question, Standing
from workbench import theme as themes
from workbench.icons import icon
from workbench.numbers import count, measure
from workbench.text_size import sized
from workbench.views.asking import AskingView
from workbench.views.episode_csv import csv_pieces
from workbench.views.episode_sheet import EpisodeSheet, SheetArea
from workbench.views.function_plot import FunctionPlot
from workbench.views.message import ViewMessage
from workbench.views.run_box import RunBox, RunChoice
from workbench.views.step_player import StepPlayer, quiet_button
from workbench.views.task_header import TaskHeader, checkpoint_in_words
from workbench.views.veil import Veil
from workbench.views.view_tools import ViewTools, choice_box, choose, column, spin_box
from workbench.words import said, tr

EMPTY = (
    "No run to look into yet",
    "Press Start, or select a run in the table: any of its tasks can be looked at here.",
)
SPLITS = {"train": "Training", "validation": "Validation", "test": "Test"}
ORDERS = (0, 100, 500, 2000)  # of how many tasks the hardest come first; 0 for the order of their numbers
LAST_TASK = 999_999_999


class EpisodesView(AskingView):
    """The view. It asks a Question."""

    shows = "task"

    def __init__(self) -> None:
        super().__init__("episodes")
        self._unanswered: Question | None = None  # the one that met a problem
        self._answered: Question | None = None  # what is on show answers this one
        self._episode: Episode | None = None
        self._ranking: list[Standing] = []
        self._ranked = (0, 0)  # of how many tasks that is, and at which iteration

        self.sheet = EpisodeSheet()
        self.sheet.turned.connect(self._turn)
        self.function = FunctionPlot("episodes", browses=False)
        self._headers = [TaskHeader("episodes.sheet_header"), TaskHeader("episodes.function_header")]
        self.player = StepPlayer("episodes.sheet")
        self.player.step_changed.connect(lambda _step: self._draw())
        self.function.step_changed.connect(lambda _step: self._tell_score())
        self._message = ViewMessage("episodes")
        self._message.cancelled.connect(self._give_up)
        self._paper = [column(self._headers[0], self.sheet, None), column(self._headers[1], self.function)]
        sheets = column(SheetArea(self._paper[0], self.sheet, self._headers[0]), self.player)
        self._stack = QStackedWidget()
        for page in (self._message, sheets, self._paper[1]):
            self._stack.addWidget(page)
        for header in self._headers:
            header.cancelled.connect(self._give_up)
            header.again.connect(self._rank_again)
        self._veils = [Veil(self.sheet), Veil(self.function)]

        self._tools = ViewTools("episodes", "Episodes", lambda: self._paper[self._is_function], self._csv)
        self._add_controls()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tools)
        layout.addWidget(self._stack, 1)
        order = [*self._controls, self._tools.export_button, self.sheet, self.player.play, self.player.slider]
        for earlier, later in pairwise(order):
            QWidget.setTabOrder(earlier, later)
        for keys, way in (("Alt+Left", -1), ("Alt+Right", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda way=way: self._turn(way))
        self.set_runs([], None)

    def _add_controls(self) -> None:
        self.run_box = RunBox("episodes", "The run that is looked into")
        self.split_box = choice_box(
            "episodes.split", "Tasks of", "Which tasks: of training, validation or test classes"
        )
        for split, words in SPLITS.items():
            self.split_box.addItem(said(words), split)
        self.split_box.setCurrentIndex(1)
        self.previous = quiet_button("episodes.previous", "Previous task (Alt+Left)")
        self.next = quiet_button("episodes.next", "Next task (Alt+Right)")
        tip = "Go to a task by its number; the same number is the same task for ever"
        self.number = spin_box("episodes.number", "Task number", tip)
        self.number.setRange(0, LAST_TASK)
        sized(self.number, width=84)
        self.order_box = choice_box("episodes.order", "Order", "In which order Next and Previous go through the tasks")
        for many in ORDERS:
            self.order_box.addItem(tr("Hardest of {n}", n=count(many)) if many else tr("In order"), many)
        self.mistakes = QCheckBox(tr("Only mistakes"))
        self.mistakes.setObjectName("episodes.only_mistakes")
        self.mistakes.setToolTip(tr("Show only queries that are predicted wrongly, and pass over tasks without any"))
        for box in (self.split_box, self.order_box):  # where room is scarce the run's name is shortened
            box.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._controls = [self.run_box, self.split_box, self.previous, self.number, self.next, self.order_box]
        self._controls.append(self.mistakes)
        for control in self._controls:
            self._tools.add(control)
        self._tools.add_stretch()
        self.run_box.currentIndexChanged.connect(self._start_over)
        self.split_box.currentIndexChanged.connect(self._start_over)
        self.order_box.currentIndexChanged.connect(self._start_over)
        self.number.valueChanged.connect(self._go_to)
        self.mistakes.toggled.connect(self._filter)
        self.previous.clicked.connect(lambda: self._turn(-1))
        self.next.clicked.connect(lambda: self._turn(1))
        self._set_icons()

    # -- what can be looked into --------------------------------------------------------------------------------

    def set_runs(self, runs: list[RunChoice], front: str | None) -> None:
        """Offer these runs. The run that is looked into stays where it can; else it is `front`."""
        before = self.run_box.run
        self.run_box.offer(runs, front)
        now = self.run_box.run
        if self._answered is not None and self._answered.run not in {run.key for run in runs}:
            self._answered = self._episode = None
            self._ranking = []
        if now is None:
            self._give_up()
            self._tell(*EMPTY)
        elif before is None or before.key != now.key:
            self._start_over()
        elif before != now:
            self._show_function()  # in its new colour

    def refresh(self, newer: bool) -> None:
        """Look at the same task again, unless a person is being answered.

        What met a problem is asked again as it was. A ranking takes a while, so another one is only offered.
        """
        if self.run_box.run is None or self._question is not None:
            return
        if self._unanswered is not None:
            self._ask(self._unanswered.number, self._unanswered.way, self._unanswered.hardest_of)
        elif self._episode is not None:
            self._ask(self._episode.number)

    def look_at(self, run: str, split: str, number: int) -> None:
        """Go to a task of a run that is on offer, in the order of the numbers."""
        for box, data in ((self.run_box, run), (self.split_box, split), (self.order_box, 0)):
            choose(box, data)
        with QSignalBlocker(self.mistakes):
            self.mistakes.setChecked(False)
        self._ask(number)

    @property
    def _is_function(self) -> bool:
        return self._episode is not None and not self._episode.classes

    # -- asking -------------------------------------------------------------------------------------------------

    def _start_over(self) -> None:
        """Another run, split or order: the same number, or the first of the new order."""
        self._ask(number=self.number.value(), hardest_of=self.order_box.currentData())

    def _go_to(self, number: int) -> None:
        if number not in self._listed:
            choose(self.order_box, 0)
        self._ask(number=number)

    def _rank_again(self) -> None:
        self._ask(number=self.number.value(), hardest_of=self._ranked[0])

    def _turn(self, way: int) -> None:
        """The next task, or the one before, in the order that is chosen."""
        if not (self.next if way > 0 else self.previous).isEnabled():
            return
        if self._is_ranked:
            listed = self._listed
            here = listed.index(self.number.value()) if self.number.value() in listed else -max(way, 0)
            self._ask(number=listed[here + way])
        else:
            self._ask(number=self.number.value() + way, way=way if self.mistakes.isChecked() else 0)

    def _filter(self, on: bool) -> None:
        """Only mistakes: from here on the nearest task that has one."""
        if on and self._episode is not None and not self._is_function:
            if not self._is_ranked:
                self._ask(number=self.number.value(), way=1)
            elif self.number.value() not in self._listed and self._listed:
                self._ask(number=self._listed[0])
        self._draw()

    @property
    def _is_ranked(self) -> bool:
        """Whether the tasks are gone through by a ranking. It may be kept for the case that another one is left."""
        return bool(self._ranking and self.order_box.currentData())

    @property
    def _listed(self) -> list[int]:
        """The tasks of the ranking that are gone through."""
        if not self._is_ranked:
            return []
        only = self.mistakes.isChecked() and not self._is_function
        return [each.number for each in self._ranking if not (only and each.score == 1)]

    def _ask(self, number: int, way: int = 0, hardest_of: int = 0) -> None:
        run = self.run_box.run
        if run is None:
            return
        self._unanswered = None
        self._put(Question(run.key, self.split_box.currentData(), number, way, hardest_of))
        self._enable()

    def _give_up(self) -> None:
        """Nobody waits any longer; the controls say again what is on show."""
        waited, self._question, self._unanswered = self._question is not None, None, None
        self.given_up.emit()
        self._rest()
        if self._episode is not None and self._answered is not None:
            choose(self.run_box, self._answered.run)
            choose(self.split_box, self._answered.split)
            choose(self.order_box, self._ranked[0] if self._ranking else 0)
            self._show_number(self._episode.number)
        elif waited:
            self._tell("Not looked at", "Choose a task by its number, or another order, to look again.")

    def _rest(self) -> None:
        """Nothing is computed any longer."""
        self._busy.stop()
        for header, veil in zip(self._headers, self._veils, strict=True):
            header.set_busy("")
            veil.set_drawn(False)

    # -- being told ---------------------------------------------------------------------------------------------

    def show_answer(self, question: Question, answer: Answer) -> None:
        if question != self._question:
            return
        self._question = None
        self._rest()
        if answer.episode is None:
            self._headers[self._is_function].say("No mistake in the tasks around here")
            self._enable()
            return
        before, self._episode, self._answered = self._episode, answer.episode, question
        if answer.ranking:
            self._ranking = answer.ranking
            self._ranked = (question.hardest_of, answer.episode.iteration)
        elif not self.order_box.currentData():
            self._ranking = []
        self._show_number(answer.episode.number)
        last = len(answer.episode.scores) - 1
        same = before is not None and before.run == answer.episode.run and len(before.scores) - 1 == last
        self.player.set_last(last, None if same else answer.episode.evaluated_steps)
        self.player.setVisible(last > 0)
        self._show_function()
        self._stack.setCurrentIndex(1 + self._is_function)
        self.mistakes.setVisible(not self._is_function)
        self._draw()

    def show_progress(self, what: str, done: int, total: int | None) -> None:
        words = f"{what}: {count(done)} of {count(total)}" if total else f"{what} …"
        if self._busy.isActive() or self._question is None:
            return
        if self._episode is None:
            self._tell(what, f"{count(done)} of {count(total)}" if total else "", at_work=True)
            return
        shown = (self._episode.run, self._episode.split, self._episode.number)
        asked = (self._question.run, self._question.split, self._question.number)
        other = shown != asked or self._question.way != 0 or self._question.hardest_of > 0
        for header, veil in zip(self._headers, self._veils, strict=True):
            header.set_busy(words)
            veil.set_drawn(other)

    def show_problem(self, title: str, what: str, remedy: str = "", details: str = "") -> None:
        self._unanswered, self._question = self._question, None
        self._rest()
        self._episode = self._answered = None
        self._ranking = []
        self._tell(title, what, remedy, details)

    def _tell(self, title: str, line: str, remedy: str = "", details: str = "", at_work: bool = False) -> None:
        self._message.tell(title, line, remedy, details, at_work)
        self._stack.setCurrentIndex(0)
        self._enable()

    # -- drawing ------------------------------------------------------------------------------------------------

    def _show_number(self, number: int) -> None:
        """Say which task is on show, unless a person is typing another number just now."""
        typed = self.number.hasFocus() and self.number.text() != self.number.textFromValue(self.number.value())
        if not typed:
            with QSignalBlocker(self.number):
                self.number.setValue(number)
        self._enable()

    def _enable(self) -> None:
        """Next and Previous go where there is something; before there is a run, nothing can be asked."""
        number, listed = self.number.value(), self._listed
        if self._question is not None and self._question.hardest_of:
            self.previous.setEnabled(False)  # until the order is known
            self.next.setEnabled(False)
        elif self._is_ranked:
            here = listed.index(number) if number in listed else -1
            self.previous.setEnabled(here > 0)
            self.next.setEnabled(here < len(listed) - 1)
        else:
            self.previous.setEnabled(self.run_box.run is not None and number > 0)
            self.next.setEnabled(self.run_box.run is not None and number < LAST_TASK)
        for control in (self.split_box, self.number, self.order_box, self.mistakes):
            control.setEnabled(self.run_box.run is not None)
        self._tools.export_button.setEnabled(self._episode is not None)

    def _show_function(self) -> None:
        episode, run = self._episode, self.run_box.run
        if episode is None or run is None or not self._is_function:
            self.function.set_functions([], "link", 0)
        else:
            functions = [episode.function] if episode.function else []
            self.function.set_functions(functions, run.color, episode.evaluated_steps)

    def _draw(self) -> None:
        """The episode as it is after the chosen step."""
        if self._episode is None:
            return
        if not self._is_function:
            self.sheet.show_episode(self._episode, self.player.step, self.mistakes.isChecked())
        self._tell_score()
        self._enable()

    def _tell_score(self) -> None:
        episode = self._episode
        if episode is None:
            return
        step = min((self.function if self._is_function else self.player).step, len(episode.scores) - 1)
        listed = self._listed
        place = (
            f"No. {count(listed.index(episode.number) + 1)} of {count(len(listed))}" if episode.number in listed else ""
        )
        header = self._headers[self._is_function]
        label = self.run_box.label_of(episode.run)
        title = f"{label}, task {count(episode.number)}"
        header.show_task(title, place, score_in_words(episode, step), checkpoint_in_words(episode))
        old = self._is_ranked and self._ranked[1] != episode.iteration
        words = (f"ranked at iteration {count(self._ranked[1])}", "Rank again") if old else ("",)
        header.offer(*words)

    def _csv(self) -> Iterator[str]:
        return csv_pieces(self._episode) if self._episode is not None else iter(())

    # -- Qt -----------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._set_icons()

    def _set_icons(self) -> None:
        muted = themes.current().muted
        self.previous.setIcon(icon("chevron-left", muted))
        self.next.setIcon(icon("chevron-right", muted))


def score_in_words(episode: Episode, step: int) -> str:
    """``23 of 25 right after step 5 (5 right before adapting)``; of functions the squared error in the same way."""
    steps = len(episode.scores) > 1
    when = ("before adapting" if step == 0 else f"after step {count(step)}") if steps else ""
    if episode.query is not None:
        queries = len(episode.query.classes)
        before, now = (count(episode.scores[at] * queries) for at in (0, step))
        words, before = f"{now} of {count(queries)} right {when}", f"{before} right"
    else:
        before, now = (measure(episode.scores[at], 3) for at in (0, step))
        words = f"Squared error {now} {when}"
    return f"{words} ({before} before adapting)" if step else words.strip()
