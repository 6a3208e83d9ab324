"""Single tasks of a run, to be looked at: examples, predictions before and after adaptation, and which are hardest."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.lazy import torch
from core.runs.opened import LastOpened, OpenedRun
from core.runs.run import Run
from core.tasks.task import Task
from core.training import planning
from core.training.evaluation import STEPS_BEYOND, functions_of, scores_of
from core.training.reports import Preparing, Warned

if TYPE_CHECKING:
    from torch import Tensor

AT_ONCE = 20  # tasks at most that a search measures before it looks whether there is a mistake among them
FARTHEST = 1000  # tasks that a search for mistakes looks through


@dataclass(frozen=True)
class Examples:
    """A support set, or the queries, of a task of classes."""

    classes: NDArray[np.int64]  # [N], true class numbers 0 … W−1 of the task
    numbers: tuple[int, ...]  # [N], which example of its class each one is: 0, 1, …
    pictures: NDArray[np.uint8] | None  # [N, H, W] with 0 for paper and 255 for ink, or [N, H, W, 3]; None for vectors


@dataclass(frozen=True)
class Episode:
    """One task as a run sees it. S is the last inner step that is shown; methods without steps have S = 0."""

    run: str
    split: str
    number: int
    iteration: int  # of the checkpoint
    is_best: bool  # whether that is the run's best one
    metric: str  # accuracy or mse
    trained_steps: int
    evaluated_steps: int
    scores: list[float]  # [S + 1], the metric over the queries
    losses: list[float]  # [S + 1]
    classes: tuple[str, ...]  # [W]; empty for regression
    support: Examples | None  # None for regression
    query: Examples | None
    probabilities: NDArray[np.float32]  # [S + 1, N, W] of the queries; empty for regression
    function: dict[str, Any] | None  # as in core.training.reports.Adaptation, where a task is a function of one number


@dataclass(frozen=True)
class Standing:
    """How well a task is solved after the evaluated steps."""

    number: int
    score: float
    loss: float


@dataclass(frozen=True)
class Question:
    """What a person asks of a run: task `number` of a split, unless one of the others is given."""

    run: str
    split: str
    number: int = 0
    way: int = 0  # 1 or −1: the nearest task from `number` on, in this direction, with a mistake in it
    hardest_of: int = 0  # the worst solved of the tasks 0 … hardest_of − 1


@dataclass(frozen=True)
class Answer:
    """The task that was asked for."""

    question: Question
    episode: Episode | None  # None where no mistake was found
    ranking: list[Standing]  # where the hardest were asked for: all of them, the worst first


def answer(question: Question, run: Run, runs: LastOpened) -> Generator[Preparing | Warned, None, Answer]:
    """Answer a question, telling how far it is. Raises what opening a run does."""
    opened = yield from runs.open(run)
    number: int | None = question.number
    ranking: list[Standing] = []
    if question.hardest_of:
        ranking = yield from hardest(opened, question.split, range(question.hardest_of))
        number = ranking[0].number
    elif question.way:
        number = yield from next_mistake(opened, question.split, question.number, question.way)
    return Answer(question, None if number is None else episode(opened, question.split, number), ranking)


def episode(opened: OpenedRun, split: str, number: int) -> Episode:
    """Task `number` of a split, adapted step by step. Raises DataError where a source does not name its classes."""
    experiment, algorithm, source = opened.experiment, opened.algorithm, opened.source
    ways, shots, _ = source.settings.shape(split)
    task = source.sample(split, range(number, number + 1), algorithm.noise_size(ways * shots)).task(0)
    steps = steps_shown(opened)
    outputs = outputs_after(opened, task, steps)
    with torch.no_grad():
        scores = [float(algorithm.objective.score(each, task.query_y)) for each in outputs]
        losses = [float(algorithm.objective.loss(each, task.query_y)) for each in outputs]
    classes: tuple[str, ...] = ()
    support = query = function = None
    probabilities = np.empty((len(outputs), 0, 0), np.float32)
    if experiment.dataset.tasks == "classification":
        names = source.names(split, number)
        classes = names.classes
        support = Examples(numbers_of(task.support_y), names.support, pictures_of(task.support_x))
        query = Examples(numbers_of(task.query_y), names.query, pictures_of(task.query_x))
        probabilities = torch.stack(outputs).softmax(-1).cpu().numpy()
    else:
        found = functions_of(algorithm, opened.params, source, split, steps, range(number, number + 1))
        function = found[0] if found else None
    return Episode(
        run=opened.run.name,
        split=split,
        number=number,
        iteration=opened.iteration,
        is_best=opened.is_best,
        metric=experiment.metric,
        trained_steps=algorithm.training_steps,
        evaluated_steps=experiment.evaluation_steps,
        scores=scores,
        losses=losses,
        classes=classes,
        support=support,
        query=query,
        probabilities=probabilities,
        function=function,
    )


def hardest(opened: OpenedRun, split: str, tasks: range) -> Generator[Preparing | Warned, None, list[Standing]]:
    """These tasks, the worst solved first: by the metric, and by the loss where it is the same."""
    found = yield from _standings(opened, split, tasks, Preparing("Looking for the hardest tasks", 0, len(tasks)))
    sign = 1 if opened.algorithm.objective.higher_is_better else -1
    return sorted(found, key=lambda each: (sign * each.score, -each.loss, each.number))


def next_mistake(
    opened: OpenedRun, split: str, start: int, way: int
) -> Generator[Preparing | Warned, None, int | None]:
    """The first task from `start` on, in the direction `way` (1 or −1), with a query that is predicted wrongly.

    None where the next 1,000 tasks, or those down to number 0, are all solved.
    """
    looked, far = 0, FARTHEST if way > 0 else min(FARTHEST, start + 1)
    while looked < far:
        many = min(max(looked, 1), AT_ONCE, far - looked)  # at first few: mistakes are often near
        first = start + looked if way > 0 else start - looked - many + 1
        news = Preparing("Looking for mistakes", looked, far)
        standings = yield from _standings(opened, split, range(first, first + many), news)
        wrong = [each.number for each in standings if each.score < 1]
        if wrong:
            return wrong[0] if way > 0 else wrong[-1]
        looked += many
    return None


def _standings(
    opened: OpenedRun, split: str, tasks: range, news: Preparing
) -> Generator[Preparing | Warned, None, list[Standing]]:
    """How well tasks are solved, telling how far it is beyond what `news` says."""
    experiment, algorithm, source = opened.experiment, opened.algorithm, opened.source
    steps = experiment.evaluation_steps
    vectorised = planning.measures_at_once(experiment, str(source.device))
    how: dict[str, Any] = {"steps": steps, "evaluated": steps, "metrics": [], "vectorised": vectorised}
    measuring = scores_of(algorithm, opened.params, source, split, tasks, how, None)
    while True:
        try:
            piece = next(measuring)
        except StopIteration as stop:
            scores = stop.value
            break
        if isinstance(piece, Warned):
            yield piece
        else:
            yield Preparing(news.what, news.done + piece.done, news.total, "tasks")
    rows = zip(tasks, scores.per_step[:, -1].tolist(), scores.losses.tolist(), strict=True)
    return [Standing(*row) for row in rows]


def steps_shown(opened: OpenedRun) -> int:
    """Inner steps that are shown, as many as the adaptation curve has."""
    if not opened.experiment.algorithm.has_inner_loop:
        return 0
    return max(opened.experiment.evaluation_steps, opened.algorithm.training_steps + STEPS_BEYOND)


def outputs_after(opened: OpenedRun, task: Task, steps: int) -> "list[Tensor]":
    """The outputs for the queries after every step, [N, W] each."""
    with torch.no_grad():
        predicted = opened.algorithm.predictor(opened.params, task.support, task.query_x)
        return [predicted(adapted) for adapted in opened.algorithm.adapt(opened.params, task.support, steps)]


def numbers_of(y: "Tensor") -> NDArray[np.int64]:
    return y.cpu().numpy().astype(np.int64)


def pictures_of(x: "Tensor") -> NDArray[np.uint8] | None:
    """Examples [N, C, H, W] of numbers from 0 to 1 as pictures; None for what is no picture."""
    if x.dim() != 4:
        return None
    pixels = (x.clamp(0, 1) * 255).round().to(torch.uint8).cpu().numpy()
    return pixels[:, 0] if pixels.shape[1] == 1 else pixels.transpose(0, 2, 3, 1)
