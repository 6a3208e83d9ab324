"""Where a run puts the examples of tasks in its space of features, before and after adapting, laid out in the plane."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.algorithms.prototypical import class_means
from core.lazy import torch
from core.runs.episodes import numbers_of, pictures_of, steps_shown
from core.runs.opened import LastOpened, OpenedRun, Stamp
from core.runs.projection import ITERATIONS, WARM_ITERATIONS, Numbers, principal, tsne
from core.runs.run import Run
from core.tasks.task import Task
from core.training.reports import Preparing, Warned

if TYPE_CHECKING:
    from torch import Tensor

MOST = 1000  # examples that are laid out at once: t-SNE takes time with their square
LEAST_PERPLEXITY = 2

Method = Literal["pca", "tsne"]


class NoEmbeddingError(ValueError):
    """Features that cannot be laid out: which, and why."""


@dataclass(frozen=True)
class EmbeddingQuestion:
    """What is asked of a run: `tasks` tasks of a split from `number` on, by principal components or t-SNE."""

    run: str
    split: str
    number: int = 0
    tasks: int = 1
    method: Method = "pca"
    perplexity: int = 30  # of t-SNE; where the examples allow no such one, the largest that they allow


@dataclass(frozen=True)
class Embedding:
    """N examples of T tasks, task after task, and M centres: one for each class of each task. S is the last step.

    In regression there are no classes: `classes` is empty, as are all that number them, and M is 0.
    """

    run: str
    split: str
    iteration: int
    is_best: bool  # whether that is the run's best checkpoint
    stamp: Stamp  # of the checkpoint
    evaluated_steps: int
    tasks: NDArray[np.int64]  # [N], the number of each example's task
    is_query: NDArray[np.bool_]  # [N]
    classes: tuple[str, ...]  # by name, those of all tasks
    of_class: NDArray[np.int64]  # [N], places in `classes`
    numbers: NDArray[np.int64]  # [N], which example of its class, or of the support set or the queries, each one is
    pictures: NDArray[np.uint8] | None  # [N, H, W] with 0 for paper and 255 for ink, or [N, H, W, 3]
    values: Numbers | None  # [N, 2], the input and the value, where a task is a function of one number
    centre_tasks: NDArray[np.int64]  # [M]
    centre_classes: NDArray[np.int64]  # [M], places in `classes`
    are_prototypes: bool  # whether the method itself makes the centres; else they are the means of the support set
    dimensions: int  # of the features
    are_inputs: bool  # whether these are the inputs themselves, for a method without a network
    stays: bool  # whether there are inner steps, but none of them changes the features
    places: Numbers  # [S + 1, N + M, 2], examples and then centres, after every step
    shares: tuple[float, float] | None  # of the variance, along both axes; None by t-SNE
    perplexity: int | None  # None by principal components
    most_perplexity: int  # that so many examples allow

    @property
    def examples(self) -> int:
        return len(self.tasks)

    @property
    def steps(self) -> int:
        return len(self.places) - 1


@dataclass(frozen=True)
class _Seen:
    """A task as the network sees it."""

    examples: Numbers  # [S + 1, N, D]
    centres: Numbers  # [S + 1, W, D]
    are_prototypes: bool


def embedding(
    question: EmbeddingQuestion, run: Run, runs: LastOpened
) -> Generator[Preparing | Warned, None, Embedding]:
    """Answer a question, telling how far it is.

    Fewer tasks are taken where they would have more than MOST examples. Raises NoEmbeddingError for features that are
    no finite numbers and for t-SNE of too few or too many examples, and what opening a run does.
    """
    opened = yield from runs.open(run)
    source, algorithm = opened.source, opened.algorithm
    ways, shots, queries = source.settings.shape(question.split)
    tasks = max(1, min(question.tasks, MOST // (ways * (shots + queries))))
    numbers = range(question.number, question.number + tasks)
    drawn, seen = [], []
    for number in numbers:
        yield Preparing("Adapting to tasks", number - question.number, tasks, "tasks")
        drawn.append(
            source.sample(question.split, range(number, number + 1), algorithm.noise_size(ways * shots)).task(0)
        )
        seen.append(_seen(opened, drawn[-1], number))
    examples = np.concatenate([each.examples for each in seen], 1)
    centres = np.concatenate([each.centres for each in seen], 1)
    most = (examples.shape[1] - 1) // 3  # beyond that a neighbourhood is nearly everything
    perplexity = min(question.perplexity, most) if question.method == "tsne" else None
    axes = principal(examples.reshape(-1, examples.shape[2]))
    both = np.concatenate([examples, centres], 1)
    places = axes.of(both)
    if perplexity is not None:
        _check_tsne(examples.shape[1], perplexity)
        places = yield from _neighbours(both, perplexity, places)
    return Embedding(
        run=run.name,
        split=question.split,
        iteration=opened.iteration,
        is_best=opened.is_best,
        stamp=opened.stamp,
        evaluated_steps=min(opened.experiment.evaluation_steps, len(places) - 1),
        dimensions=examples.shape[2],
        are_inputs=not opened.experiment.algorithm.uses_learner,
        are_prototypes=seen[0].are_prototypes,
        stays=len(examples) > 1 and bool((examples == examples[0]).all()),
        places=places,
        shares=axes.shares if perplexity is None else None,
        perplexity=perplexity,
        most_perplexity=most,
        **_named(opened, question.split, numbers, drawn),
    )


def _seen(opened: OpenedRun, task: Task, number: int) -> _Seen:
    """The features of a task after every step, and its centres. Raises NoEmbeddingError."""
    algorithm, support = opened.algorithm, task.support
    examples, centres, are_prototypes = [], [], False
    with torch.no_grad():
        for step, adapted in enumerate(algorithm.adapt(opened.params, support, steps_shown(opened))):
            ours, theirs = algorithm.embed(adapted, support, task.query_x)
            examples.append(_numbers(torch.cat([ours, theirs])))
            if not np.isfinite(examples[-1]).all():
                when = f"after inner step {step:,}" if step else "before any inner step"
                raise NoEmbeddingError(
                    f"The features of task {number:,} {when} are no finite numbers: the network diverges there"
                )
            prototypes = algorithm.prototypes(adapted, support, ours)
            are_prototypes = prototypes is not None
            if prototypes is None:
                prototypes = class_means(ours, support) if len(support.classes) else ours[:0]
            centres.append(_numbers(prototypes))
    return _Seen(np.stack(examples), np.stack(centres), are_prototypes)


def _check_tsne(examples: int, perplexity: int) -> None:
    """Raise NoEmbeddingError where t-SNE has too few or too many examples."""
    if perplexity < LEAST_PERPLEXITY:
        least = 3 * LEAST_PERPLEXITY + 1
        raise NoEmbeddingError(f"t-SNE needs at least {least} examples, and these tasks have {examples}")
    if examples > MOST:
        raise NoEmbeddingError(f"t-SNE takes at most {MOST:,} examples, and one of these tasks has {examples:,}")


def _neighbours(points: Numbers, perplexity: int, start: Numbers) -> Generator[Preparing, None, Numbers]:
    """Points [S + 1, N, D] by t-SNE, [S + 1, N, 2], step after step: each layout begins where the one before ended.

    So what stays among the same neighbours stays where it is, and what moves can be followed.
    """
    total = ITERATIONS + WARM_ITERATIONS * (len(points) - 1)
    layouts: list[Numbers] = []
    for step, features in enumerate(points):
        if step and np.array_equal(features, points[step - 1]):
            layouts.append(layouts[-1])
            continue
        first = layouts[-1] if layouts else start[0]
        laying = tsne(features, perplexity, start=first, warm=bool(layouts))
        before = ITERATIONS + WARM_ITERATIONS * (step - 1) if step else 0
        while True:
            try:
                yield Preparing("Laying out by t-SNE", before + next(laying), total, "iterations")
            except StopIteration as stop:
                layouts.append(stop.value)
                break
    return np.stack(layouts)


def _named(opened: OpenedRun, split: str, numbers: range, drawn: list[Task]) -> dict[str, Any]:
    """Whose examples these are: the fields of an Embedding that say so."""
    sizes = [len(task.support_x) + len(task.query_x) for task in drawn]
    inputs = torch.cat([part for task in drawn for part in (task.support_x, task.query_x)])
    sides = [np.arange(size) >= len(task.support_x) for size, task in zip(sizes, drawn, strict=True)]
    known: dict[str, Any] = {
        "tasks": np.repeat(np.arange(numbers.start, numbers.stop), sizes),
        "is_query": np.concatenate(sides),
        "pictures": pictures_of(inputs),
        "values": None,
    }
    nothing = np.empty(0, np.int64)
    if opened.experiment.dataset.tasks == "regression":
        targets = torch.cat([part for task in drawn for part in (task.support_y, task.query_y)])
        if inputs.shape[1:] == (1,):
            known["values"] = _numbers(torch.cat([inputs, targets[:, :1]], 1))
        within = [range(len(part)) for task in drawn for part in (task.support_x, task.query_x)]
        return known | {
            "classes": (), "of_class": nothing, "numbers": np.concatenate(within),
            "centre_tasks": nothing, "centre_classes": nothing,
        }  # fmt: skip
    names = [opened.source.names(split, number) for number in numbers]
    classes = tuple(dict.fromkeys(name for each in names for name in each.classes))
    place = {name: at for at, name in enumerate(classes)}
    ways = [np.array([place[name] for name in each.classes]) for each in names]
    return known | {
        "classes": classes,
        "of_class": np.concatenate(
            [way[numbers_of(y)] for way, task in zip(ways, drawn, strict=True) for y in (task.support_y, task.query_y)]
        ),
        "numbers": np.concatenate([part for each in names for part in (each.support, each.query)]),
        "centre_tasks": np.repeat(np.arange(numbers.start, numbers.stop), [len(way) for way in ways]),
        "centre_classes": np.concatenate(ways),
    }


def _numbers(features: "Tensor") -> Numbers:
    return features.double().cpu().numpy()
