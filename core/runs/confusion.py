"""Which classes a run takes for which, over many tasks: counts by true class name, measures, and calibration.

Tasks draw their classes from a split, so a class meets another one only where a task holds both. Counts are kept by
name, and pooled over all tasks; the metrics of the whole are those of single tasks, as ``innerloop evaluate`` has them.
"""

from collections import Counter
from collections.abc import Generator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.places import Places
from core.runs.episodes import outputs_after
from core.runs.measure import SEEN, evaluation_shape
from core.runs.opened import LastOpened, OpenedRun, Stamp
from core.runs.run import Run
from core.runs.statistics import Interval, apart, interval
from core.tasks.task import TaskSource
from core.training.opening import open_source
from core.training.reports import Preparing, Warned
from core.training.scores import BINS, METRICS


class NoClassesError(ValueError):
    """Tasks that have no classes, and so nothing that could be taken for another."""


@dataclass(frozen=True)
class ClassMeasures:
    """One class against all others, as shares of 1."""

    name: str
    queries: int
    precision: float  # of those taken for it, those that are; 0 where none is
    recall: float  # of its own queries, those taken for it
    f1: float


@dataclass(frozen=True)
class Confusion:
    """What was counted over some tasks of a split."""

    split: str
    tasks: int
    counts: dict[tuple[str, str], int]  # (true class, predicted class) -> queries
    metrics: dict[str, list[float]]  # by name, as core/training/scores.py has them: one value for each task
    confidence: NDArray[np.float64]  # [BINS], the sum over the queries whose confidence lies in the bin
    right: NDArray[np.int64]  # [BINS], of them, those that are right
    size: NDArray[np.int64]  # [BINS]

    @cached_property
    def classes(self) -> list[ClassMeasures]:
        """Every class that was met, by name."""
        given, taken = Counter[str](), Counter[str]()
        for (true, guess), number in self.counts.items():
            given[true] += number
            taken[guess] += number
        found = []
        for name in sorted(given):
            hits = self.counts.get((name, name), 0)
            precision = hits / taken[name] if taken[name] else 0.0
            f1 = 2 * hits / (given[name] + taken[name])
            found.append(ClassMeasures(name, given[name], precision, hits / given[name], f1))
        return found

    @property
    def pairs(self) -> list[tuple[str, str, int]]:
        """True class, what it was taken for, how often; the most often first."""
        wrong = [(true, guess, number) for (true, guess), number in self.counts.items() if true != guess]
        return sorted(wrong, key=lambda pair: (-pair[2], pair[0], pair[1]))

    def mean(self, metric: str) -> Interval:
        """A metric averaged over the tasks, with its interval."""
        return interval(self.metrics[metric])

    @property
    def pooled_ece(self) -> float:
        """The expected calibration error over the queries of all tasks at once.

        That of single tasks, and so its mean, is biased upwards by how few queries a task has.
        """
        return float(np.abs(self.right - self.confidence).sum() / self.size.sum())


@dataclass(frozen=True)
class Confusions:
    """What a run takes for what, on a split, and on seen classes in tasks of the same shape."""

    run: str
    iteration: int
    is_best: bool
    stamp: Stamp  # of the checkpoint
    unseen: Confusion
    seen: Confusion

    def gap(self, metric: str) -> Interval:
        """What seen classes are better by."""
        return apart(self.seen.metrics[metric], self.unseen.metrics[metric])


@dataclass(frozen=True)
class ConfusionQuestion:
    """What is asked of a run: so many tasks of a split, validation or test."""

    run: str
    split: str
    tasks: int


def confusions(
    question: ConfusionQuestion, run: Run, runs: LastOpened, places: Places
) -> Generator[Preparing | Warned, None, Confusions]:
    """Answer a question, telling how far it is.

    Seen classes are measured on new tasks in the shape of evaluation (see core/runs/measure.py). Raises NoClassesError
    for regression, and what opening a run does.
    """
    dataset = run.experiment.dataset
    if dataset.tasks == "regression":
        raise NoClassesError(f"{dataset.title} has no classes that could be confused")
    opened = yield from runs.open(run)
    experiment = opened.experiment
    shape = evaluation_shape(experiment)
    home = opened.source
    if shape.dataset != experiment.dataset:
        home = yield from open_source(shape.dataset, experiment.seed, places)
        home.to(opened.source.device)
    first = experiment.iterations * experiment.outer.meta_batch_size * experiment.algorithm.candidates
    unseen = yield from counted(opened, opened.source, question.split, range(question.tasks))
    seen = yield from counted(opened, home, SEEN, range(first, first + question.tasks))
    return Confusions(run.name, opened.iteration, opened.is_best, opened.stamp, unseen, seen)


def counted(opened: OpenedRun, source: TaskSource, split: str, tasks: range) -> Generator[Preparing, None, Confusion]:
    """What is taken for what in some tasks of a source, after the evaluated steps."""
    counts = Counter[tuple[str, str]]()
    metrics: dict[str, list[float]] = {metric.name: [] for metric in METRICS["classification"]}
    confidence, right, size = np.zeros(BINS), np.zeros(BINS, np.int64), np.zeros(BINS, np.int64)
    kind = "seen" if split == SEEN else split
    for done, number in enumerate(tasks):
        yield Preparing(f"Measuring {kind} classes", done, len(tasks), "tasks")
        names = source.names(split, number).classes
        ways, shots, _ = source.settings.shape(split)
        task = source.sample(split, range(number, number + 1), opened.algorithm.noise_size(ways * shots)).task(0)
        *_, outputs = outputs_after(opened, task, opened.experiment.evaluation_steps)
        probabilities = outputs.softmax(-1).cpu().numpy().astype(np.float64)
        truths, guesses = task.query_y.tolist(), probabilities.argmax(-1).tolist()
        counts.update((names[true], names[guess]) for true, guess in zip(truths, guesses, strict=True))
        for metric in METRICS["classification"]:
            metrics[metric.name].append(float(metric.of(outputs, task.query_y)))
        sure = probabilities.max(-1)
        bins = np.clip(np.ceil(sure * BINS).astype(np.int64) - 1, 0, BINS - 1)
        np.add.at(confidence, bins, sure)
        np.add.at(right, bins, np.equal(truths, guesses).astype(np.int64))
        np.add.at(size, bins, 1)
    return Confusion(split, len(tasks), dict(counts), metrics, confidence, right, size)


def worst_together(confusion: Confusion, most: int) -> list[str]:
    """At most so many classes for a matrix: those of the most confused pairs, pair by pair, then the worst others."""
    names = [name for true, guess, _ in confusion.pairs for name in (true, guess)]
    names += [each.name for each in sorted(confusion.classes, key=lambda each: (each.recall, each.name))]
    return list(dict.fromkeys(names))[:most]
