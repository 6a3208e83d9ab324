"""The meta-gradients of a run, one iteration after another: drawn, mapped, compiled when their time comes."""

import math
import time
import traceback
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

from core import memory
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
        log: Callable[[str], None], at_once: int | None,
    ) -> None:  # fmt: skip
        """`kernels` is the folder of what is compiled, `log` takes lines that only a curious person reads.

        `at_once` is how many tasks the run takes at once, where it is not all of a process.
        """
        self._experiment, self._plan, self._precision, self._workers = experiment, plan, precision, workers
        self._kernels, self._log = kernels, log
        self.at_once = at_once
        self.seconds = 0.0  # that the last meta-gradient took
        self._used: tuple[str, Algorithm] | None = None

    def prepare(
        self, iteration: int, algorithm: Algorithm, meta: Params, example: TaskBatch
    ) -> Generator[Preparing | Warned, None, None]:
        """Make ready for an iteration, with the algorithm as it is in it; takes time where something is compiled."""
        way = self._plan.at_iteration(iteration)
        if way == "compiled" and self.at_once is not None:
            way = "vectorised"  # a kernel is for all tasks at once, which has been too much
        if (way, algorithm) == self._used:
            return
        if way == "compiled":
            self._run = yield from self._compiled(iteration, algorithm, meta, example)
        else:
            self._map(way, algorithm, iteration)
        self._used, self._iteration = (way, algorithm), iteration

    def of(self, meta: Params, batch: TaskBatch) -> Generator[Warned, None, MetaGradient]:
        """The meta-gradient of the iteration that was prepared for.

        Where memory runs out, a vectorised mapping takes half as many tasks at once from then on, and says so. Raises
        the error where that was a single one.
        """
        while True:
            begun = time.perf_counter()
            try:
                result = self._run(meta, batch)
            except Exception as error:  # noqa: BLE001 - raised again unless it is the one that is meant
                had = self._halved(batch, error)
            else:
                self.seconds = time.perf_counter() - begun
                return result
            memory.give_back()  # now that the error no longer holds what was computed
            yield Warned(
                f"Memory ran out with {had:,} tasks at once; from now on at most {self.at_once:,} are taken, "
                "which gives the same meta-gradient"
            )

    def _halved(self, batch: TaskBatch, error: Exception) -> int:
        """Take half as many tasks at once; returns how many there were. Raises the error if that is no help."""
        assert self._used is not None
        way, algorithm = self._used
        each = -(-batch.tasks // self._plan.processes)  # in one process
        had = min(each, self.at_once or each)
        if way != "vectorised" or had == 1 or not memory.ran_out(error):
            raise error
        self._log("".join(traceback.format_exception(error)))
        self.at_once = had // 2
        self._map(way, algorithm, self._iteration)
        return had

    def _map(self, way: str, algorithm: Algorithm, iteration: int) -> None:
        if self._plan.processes > 1:
            self._run = mapping.distributed(way, algorithm, self._precision, iteration, self._workers, self.at_once)
        else:
            self._run = mapping.in_one_process(way, algorithm, self._precision, self.at_once)

    def _compiled(
        self, iteration: int, algorithm: Algorithm, meta: Params, example: TaskBatch
    ) -> Generator[Preparing | Warned, None, mapping.Mapped]:
        begun = time.perf_counter()
        try:
            if mapping.compiler():
                for _ in compile_ahead(self._experiment, algorithm, iteration, meta, example, self._kernels):
                    yield Preparing("Compiling the inner loop")
            yield Preparing("Loading the compiled inner loop")
            kernel = mapping.compiled(algorithm, meta, example)
        except Exception as error:
            if self._plan.later is None:  # asked for by name: nothing else will do
                raise
            why = next(iter(str(error).splitlines()), type(error).__name__)
            yield Warned(f"Compiling failed ({why}); the run goes on vectorised, which is slower")
            self._log("".join(traceback.format_exception(error)))
            return mapping.in_one_process("vectorised", algorithm, self._precision, self.at_once)
        self._log(f"compiled in {time.perf_counter() - begun:.1f} s")
        return kernel
