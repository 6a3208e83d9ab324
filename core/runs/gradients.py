"""The gradients that tasks give a run at one of its checkpoints, layer by layer, and the step sizes that it has learnt.

The tasks are the first ones of a split. Each gradient is what the outer step would follow if there were this task alone
(`Algorithm.task_gradient`); their mean is the meta-gradient of all of them.
"""

import math
import re
from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.lazy import torch
from core.learners.layers import Params, layer_of
from core.runs.agreement import Agreement
from core.runs.metrics import LayerNorms
from core.runs.opened import LastOpened, OpenedRun, Stamp
from core.runs.run import Run
from core.settings import InnerLoopSettings
from core.tasks.task import Task
from core.training.reports import Preparing, Warned

if TYPE_CHECKING:
    from torch import Tensor

MOST_NUMBERS = 2**27  # in all gradients together, half a gigabyte
MOST_BINS = 41
_USUAL, _ROOM = 0.99, 1.5  # a histogram reaches so many times as far as this share of the components
_BLOCK = 2**15  # columns that are multiplied at once, in 64 bits
_COMPONENT = re.compile(r"\s*([^\[\]\s]+)\s*(?:\[([\d\s,]*)\])?\s*")


class NoGradientsError(ValueError):
    """A run that has no meta-gradient."""


class NotFromTasksError(ValueError):
    """A run that learns from batches of all training classes, asked for the gradients of tasks."""


class TooManyGradientsError(ValueError):
    """More numbers than should be held in memory at once."""


@dataclass(frozen=True)
class GradientQuestion:
    """What is asked of a run: the first so many tasks of a split, train or validation."""

    run: str
    split: str
    tasks: int


@dataclass(frozen=True)
class StepSizes:
    """What a layer has learnt of how far to go. Where its numbers have step sizes of their own, these are spread."""

    mean: NDArray[np.float64]  # [S], S = 1 where all steps share them
    low: NDArray[np.float64]  # [S], the 5 % quantile over the numbers
    high: NDArray[np.float64]  # [S], the 95 % quantile
    numbers: int  # that have a step size of their own; 1 where the layer shares one


@dataclass(frozen=True)
class Histogram:
    """How many of some numbers lie where, as far to one side of 0 as to the other."""

    edges: NDArray[np.float64]  # [B + 1]
    counts: NDArray[np.int64]  # [B]
    beyond: int


@dataclass(frozen=True)
class Gradients:
    """What N tasks of a run pull at."""

    run: str
    iteration: int
    is_best: bool
    stamp: Stamp  # of the checkpoint
    split: str
    of_tasks: bool  # else each is that of a batch of all training classes
    shapes: dict[str, tuple[int, ...]]  # of each parameter, in the order of the columns
    rows: NDArray[np.float32]  # [N, P], the gradient of each task
    mean: NDArray[np.float64]  # [P], the meta-gradient
    variance: NDArray[np.float64]  # [P], over the tasks
    whole: Agreement
    layers: dict[str, Agreement]
    step_sizes: dict[str, StepSizes]  # by layer; empty where none are learnt
    first_step_size: float | None  # where these began
    recorded: LayerNorms

    @property
    def tasks(self) -> int:
        return len(self.rows)

    def agreement(self, layer: str | None) -> Agreement:
        """Of a layer, or of all of them. Raises KeyError."""
        return self.whole if layer is None else self.layers[layer]

    def histogram(self, layer: str | None) -> Histogram:
        """Of the meta-gradient's components. Where few of them are far larger than all others, they lie beyond."""
        sizes = np.abs(values := self.mean[self._columns(layer)])
        most = float(sizes.max(initial=0.0))
        usual = _ROOM * float(np.quantile(sizes, _USUAL)) if len(sizes) else 0.0
        reach = (min(usual, most) if usual > 0 else most) or 1.0
        bins = min(MOST_BINS, 2 * math.isqrt(len(values)) + 1)  # odd, so that 0 lies in the middle of one
        counts, edges = np.histogram(values, bins, (-reach, reach))
        return Histogram(edges, counts, len(values) - int(counts.sum()))

    def widest(self, layer: str | None, many: int) -> list[str]:
        """The components in which the tasks differ most, by name."""
        columns = np.flatnonzero(self._columns(layer))
        return [self._named(column) for column in columns[np.argsort(-self.variance[columns], kind="stable")[:many]]]

    def component(self, text: str) -> NDArray[np.float64]:
        """One component of each task's gradient, [N], by the name of its parameter and its place in it.

        Raises ValueError that says what would be right.
        """
        found = _COMPONENT.fullmatch(text)
        name, inside = found.groups() if found else (text, None)
        start = 0
        for known, shape in self.shapes.items():
            if known == name:
                places = tuple(int(part) for part in (inside or "").split(",") if part.strip())
                if len(places) != len(shape) or any(at >= size for at, size in zip(places, shape, strict=True)):
                    last = _written(known, tuple(size - 1 for size in shape))
                    raise ValueError(f"{known} has components up to {last}, and not {text.strip()}")
                flat = int(np.ravel_multi_index(places, shape)) if shape else 0
                return self.rows[:, start + flat].astype(np.float64)
            start += int(np.prod(shape))
        raise ValueError(f"there is no parameter {name.strip()}; there are {', '.join(self.shapes)}")

    def _named(self, column: int) -> str:
        for name, shape in self.shapes.items():
            size = int(np.prod(shape))
            if column < size:
                return _written(name, tuple(int(at) for at in np.unravel_index(column, shape)) if shape else ())
            column -= size
        raise IndexError(column)

    def _columns(self, layer: str | None) -> NDArray[np.bool_]:
        return _columns(self.shapes, layer)


def gradients(question: GradientQuestion, run: Run, runs: LastOpened) -> Generator[Preparing | Warned, None, Gradients]:
    """Answer a question, telling how far it is.

    Raises NoGradientsError, NotFromTasksError, TooManyGradientsError, and what opening a run does.
    """
    settings = run.experiment.algorithm
    if settings.trains_on == "nothing":
        raise NoGradientsError(f"{settings.title} learns nothing from tasks, so no task gives it a gradient")
    if settings.trains_on != "tasks" and question.split != "train":
        raise NotFromTasksError(f"{settings.title} learns from batches of all training classes, and not from tasks")
    opened = yield from runs.open(run)
    # Fresh parameters know the order of the layers, which a file does not keep, and nothing that only measuring needs.
    meta = {name: opened.params[name] for name in opened.algorithm.init(torch.Generator())}
    shapes = {name: tuple(value.shape) for name, value in meta.items()}
    rows = yield from _rows(opened, question, meta)
    layers = {}
    for done, layer in enumerate(names := list(dict.fromkeys(map(layer_of, shapes)))):
        yield Preparing("Comparing the tasks", done, len(names), "layers")
        layers[layer] = _agreement(rows, _columns(shapes, layer))
    whole = Agreement(np.sum([layer.products for layer in layers.values()], axis=0), rows.shape[1])
    sizes = opened.algorithm.step_sizes(meta)
    inner = settings if isinstance(settings, InnerLoopSettings) else None
    return Gradients(
        run=run.name,
        iteration=opened.iteration,
        is_best=opened.is_best,
        stamp=opened.stamp,
        split=question.split,
        of_tasks=settings.trains_on == "tasks",
        shapes=shapes,
        rows=rows.numpy(),
        mean=rows.mean(0, dtype=torch.float64).numpy(),
        variance=rows.var(0, correction=0).double().numpy(),
        whole=whole,
        layers=layers,
        step_sizes={layer: _spread(values) for layer, values in sizes.items()},
        first_step_size=inner.inner_lr if inner is not None and sizes else None,
        recorded=LayerNorms.read(run.metrics_path),
    )


def _rows(opened: OpenedRun, question: GradientQuestion, meta: Params) -> "Generator[Preparing, None, Tensor]":
    """The gradient of each task in a row, [N, P], on the CPU."""
    algorithm = opened.algorithm.at(opened.iteration)
    size = sum(value.numel() for value in meta.values())
    if question.tasks * size > MOST_NUMBERS:
        gigabytes = 4 * question.tasks * size / 1e9
        raise TooManyGradientsError(
            f"{question.tasks} gradients of {size:,} numbers take {gigabytes:.1f} GB; "
            f"at most {4 * MOST_NUMBERS / 1e9:.1f} GB are held"
        )
    rows = torch.empty(question.tasks, size)
    for number in range(question.tasks):
        yield Preparing("Taking the gradients of tasks", number, question.tasks, "tasks")
        gradient, _ = algorithm.task_gradient(meta, _task(opened, question.split, number))
        rows[number] = torch.cat([gradient[name].reshape(-1) for name in meta])
        if not bool(rows[number].isfinite().all()):
            raise NoGradientsError(f"the gradient of task {number} holds numbers that are infinite or none at all")
    return rows


def _task(opened: OpenedRun, split: str, number: int) -> Task:
    """Task `number` of a split; of training what the run trains on."""
    algorithm, source, tasks = opened.algorithm, opened.source, range(number, number + 1)
    if split == "train":
        return algorithm.draw(source, tasks).task(0)
    ways, shots, _ = source.settings.shape(split)
    return source.sample(split, tasks, algorithm.noise_size(ways * shots)).task(0)


def _agreement(rows: "Tensor", columns: NDArray[np.bool_]) -> Agreement:
    """Products of the rows [N, P] over some of the columns [P]; few at a time, since 64 bits take twice the memory."""
    places = torch.from_numpy(np.flatnonzero(columns))
    products = torch.zeros(len(rows), len(rows), dtype=torch.float64)
    for some in torch.split(places, _BLOCK):
        block = rows[:, some].double()
        products += block @ block.T
    return Agreement(products.numpy(), len(places))


def _columns(shapes: dict[str, tuple[int, ...]], layer: str | None) -> NDArray[np.bool_]:
    """Which columns [P] belong to a layer; all of them where none is named."""
    belongs = [layer is None or layer_of(name) == layer for name in shapes]
    return np.repeat(belongs, [int(np.prod(shape)) for shape in shapes.values()])


def _spread(values: "Tensor") -> StepSizes:
    numbers = values.double().cpu().numpy()  # [S, N]
    low, high = np.quantile(numbers, [0.05, 0.95], axis=1)
    return StepSizes(numbers.mean(1), low, high, numbers.shape[1])


def _written(name: str, places: tuple[int, ...]) -> str:
    """``conv1.weight[3, 0, 1, 2]``"""
    return f"{name}[{', '.join(map(str, places))}]" if places else name
