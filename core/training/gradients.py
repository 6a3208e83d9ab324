"""The meta-gradients of a run, one iteration after another: drawn, mapped, compiled when their time comes."""

import math
import time
import traceback
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

from core.algorithms.algorithm import Algorithm
from core.experiment import Experiment
from core.learners.layers import Params
from core.tasks.task import TaskBatch, TaskSource
from core.training import mapping
from core.training.compile_ahead import compile_ahead
from core.training.mapping import MetaGradient
from core.training.reports import Preparing, Warned
from core.training.workers import Workers

_NUMBERS_AHEAD, _ITERATIONS_AHEAD = 2**18, 64  # how many inputs, and iterations, are sampled in one call at most


def meta_batches(
    experiment: Experiment, algorithm: Algorithm, source: TaskSource, iteration: int
) -> Iterator[TaskBatch]:
    """The meta-batches from an iteration on, sampled several at a time where tasks are small."""
    size = experiment.outer.meta_batch_size * experiment.algorithm.candidates
    ways, shots, queries = source.settings.shape("train")
    numbers = size * ways * (shots + queries) * math.prod(source.input_shape)
    ahead = max(1, min(_ITERATIONS_AHEAD, _NUMBERS_AHEAD // numbers))
    while True:
        drawn = algorithm.draw(source, range(iteration * size, (iteration + ahead) * size))
        yield from (TaskBatch(*(field[part * size : (part + 1) * size] for field in drawn)) for part in range(ahead))
        iteration += ahead


class MetaGradients:
    """Computes the meta-gradient of a batch, in the mapping that the plan has for its iteration."""

    def __init__(
        self, experiment: Experiment, plan: mapping.Plan, precision: str, workers: Workers, kernels: Path,
        log: Callable[[str], None],
    ) -> None:  # fmt: skip
        """`kernels` is the folder of what is compiled, `log` takes lines that only a curious person reads."""
        self._experiment, self._plan, self._precision, self._workers = experiment, plan, precision, workers
        self._kernels, self._log = kernels, log
        self._used: tuple[str, Algorithm] | None = None

    def prepare(
        self, iteration: int, algorithm: Algorithm, meta: Params, example: TaskBatch
    ) -> Generator[Preparing | Warned, None, None]:
        """Make ready for an iteration, with the algorithm as it is in it; takes time where something is compiled."""
        wanted = self._plan.at_iteration(iteration), algorithm
        if wanted == self._used:
            return
        way = wanted[0]
        if self._plan.processes > 1:
            self._run = mapping.distributed(way, algorithm, self._precision, iteration, self._workers)
        elif way != "compiled":
            self._run = mapping.in_one_process(way, algorithm, self._precision)
        else:
            self._run = yield from self._compiled(iteration, algorithm, meta, example)
        self._used = wanted

    def of(self, meta: Params, batch: TaskBatch) -> MetaGradient:
        """The meta-gradient of the iteration that was prepared for."""
        return self._run(meta, batch)

    def _compiled(
        self, iteration: int, algorithm: Algorithm, meta: Params, example: TaskBatch
    ) -> Generator[Preparing | Warned, None, mapping.Mapped]:
        begun = time.perf_counter()
        try:
            if mapping.compiler():
                for _ in compile_ahead(self._experiment, algorithm, iteration, meta, example, self._kernels):
                    yield Preparing("Compiling the inner loop")
            kernel = mapping.compiled(algorithm, meta, example)
        except Exception as error:
            if self._plan.later is None:  # asked for by name: nothing else will do
                raise
            why = next(iter(str(error).splitlines()), type(error).__name__)
            yield Warned(f"Compiling failed ({why}); the run goes on vectorised, which is slower")
            self._log("".join(traceback.format_exception(error)))
            return mapping.vectorised(algorithm)
        self._log(f"compiled in {time.perf_counter() - begun:.1f} s")
        return kernel
