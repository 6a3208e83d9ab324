"""How much memory a run needs at the least: the tensors that live at the same time, with one task worked on at a time.

It is counted and not guessed: the run's own code is gone through with tensors that have shapes and no numbers, so each
algorithm, learner and mapping counts as it is, and nothing is taken for it. What kernels take for themselves while they
work is not seen; torch's own profiler finds 15 % more at most for networks of convolutions. A compiled mapping counts
as the vectorised one that it is made from.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from core.algorithms.algorithm import Algorithm
from core.experiment import Experiment
from core.lazy import torch
from core.learners.layers import Params
from core.settings import InnerLoopSettings
from core.tasks.task import TaskBatch, TaskFacts, TaskSource
from core.training import mapping
from core.training.evaluation import measured, population_statistics
from core.training.opening import assemble
from core.training.outer import OuterLoop

if TYPE_CHECKING:
    from torch import Tensor

_FEW_STEPS = 2  # inner steps that are gone through; what more of them take is in proportion


class Footprint(NamedTuple):
    """Bytes of one process at its peak."""

    batch: int  # the tasks of a meta-batch, all of them
    work: int  # all else: parameters, the optimiser's memory, and one task being worked on

    @property
    def all(self) -> int:
        return self.batch + self.work


def of_training(experiment: Experiment, facts: TaskFacts, way: str, iteration: int = 0) -> Footprint:
    """What one iteration takes, for tasks of these facts in a mapping of this name.

    Raises what the experiment's code raises where it asks for numbers, which are not there.
    """
    algorithm = experiment.algorithm
    if not isinstance(algorithm, InnerLoopSettings) or algorithm.inner_steps <= _FEW_STEPS:
        return _of_iteration(experiment, facts, way, iteration)
    few, more = (
        _of_iteration(experiment.with_value("algorithm.inner_steps", steps), facts, way, iteration)
        for steps in (_FEW_STEPS - 1, _FEW_STEPS)
    )
    return Footprint(more.batch, more.work + (more.work - few.work) * (algorithm.inner_steps - _FEW_STEPS))


def of_measuring(experiment: Experiment, facts: TaskFacts, vectorised: bool) -> Footprint:
    """What measuring one validation task takes; raises what `of_training` does."""
    from core.training.live_bytes import LiveBytes

    with _weightless() as device, LiveBytes() as live:
        algorithm, meta, source = _made(experiment, facts, device)
        outer = OuterLoop(experiment.outer, meta, algorithm.pace, algorithm.decays)
        params = {**outer.meta, **population_statistics(algorithm, outer.meta, source)}
        ways, shots, _ = experiment.dataset.shape("validation")
        before = live.now
        batch = source.sample("validation", range(1), algorithm.noise_size(ways * shots))
        size = live.now - before
        steps = min(experiment.evaluation_steps, _FEW_STEPS)  # none of them is kept
        measured(algorithm, params, batch, steps=steps, evaluated=steps, metrics=(), vectorised=vectorised)
    return Footprint(size, live.most - size)


def _of_iteration(experiment: Experiment, facts: TaskFacts, way: str, iteration: int) -> Footprint:
    from core.training.live_bytes import LiveBytes

    low = experiment.compute.precision == "bfloat16"
    with _weightless(low) as device, LiveBytes() as live:
        algorithm, meta, source = _made(experiment, facts, device)
        algorithm = algorithm.at(iteration)
        outer = OuterLoop(experiment.outer, meta, algorithm.pace, algorithm.decays)
        before = live.now
        tasks = experiment.outer.meta_batch_size
        batch = algorithm.chosen(outer.meta, algorithm.draw(source, range(tasks * experiment.algorithm.candidates)))
        size = live.now - before
        one_process_way = "sequential" if way == "sequential" else "vectorised"
        run = mapping.in_one_process(one_process_way, algorithm, experiment.compute.precision if low else "float32", 1)
        # One task is gone through. Those that follow find the same, and the sum of the gradients so far.
        held = [torch.empty_like(value) for value in outer.meta.values()] if tasks > 1 else []
        run(outer.meta, TaskBatch(*(field[:1] for field in batch)))
        del held
    return Footprint(size, live.most - size)


@contextmanager
def _weightless(as_on_cpu: bool = False) -> "Iterator[str]":
    """Tensors of the device that this gives have no numbers.

    With `as_on_cpu` they pass for tensors of the CPU, which takes longer; lower precisions know no other ones.
    """
    if not as_on_cpu:
        yield "meta"
        return
    from torch._subclasses.fake_tensor import FakeTensorMode

    with FakeTensorMode():
        yield "cpu"


def _made(experiment: Experiment, facts: TaskFacts, device: str) -> "tuple[Algorithm, Params, TaskSource]":
    algorithm = assemble(experiment, facts)
    drawn = algorithm.init(torch.Generator().manual_seed(0))
    meta = {name: torch.empty_like(value, device=device) for name, value in drawn.items()}
    return algorithm, meta, _Shapes(experiment.dataset, facts, device)


class _Shapes(TaskSource):
    """Tasks that have the shapes of those of a source, and no numbers."""

    def __init__(self, settings: Any, facts: TaskFacts, device: str) -> None:
        self.settings, self._facts, self.device = settings, facts, device

    @classmethod
    def open(cls, settings: Any, seed: int, places: Any) -> Any:
        raise NotImplementedError("shapes are made from the facts of another source")

    @property
    def input_shape(self) -> tuple[int, ...]:
        return self._facts.input_shape

    @property
    def classes(self) -> dict[str, list[str]]:
        return {"train": [str(number) for number in range(self._facts.training_classes)]}

    def sample(self, split: str, tasks: range, noise: int = 0) -> TaskBatch:
        ways, shots, queries = self.settings.shape(split)
        support_x, support_y = self._examples(len(tasks), ways * shots)
        query_x, query_y = self._examples(len(tasks), ways * queries)
        classes = 0 if self.settings.tasks == "regression" else ways
        return TaskBatch(
            support_x, support_y, query_x, query_y, self._whole(len(tasks), classes), self._real(len(tasks), noise)
        )

    def sample_all_classes(self, batches: range, examples: int) -> TaskBatch:
        none_x, none_y = self._examples(len(batches), 0)
        x, y = self._examples(len(batches), examples)
        return TaskBatch(none_x, none_y, x, y, self._whole(len(batches), 0), self._real(len(batches), 0))

    def _examples(self, tasks: int, examples: int) -> "tuple[Tensor, Tensor]":
        x = self._real(tasks, examples, *self.input_shape)
        if self.settings.tasks == "regression":
            return x, self._real(tasks, examples, 1)
        return x, self._whole(tasks, examples)

    def _real(self, *shape: int) -> "Tensor":
        return torch.empty(shape, device=self.device)

    def _whole(self, *shape: int) -> "Tensor":
        return torch.empty(shape, dtype=torch.long, device=self.device)
