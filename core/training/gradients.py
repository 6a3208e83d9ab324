"""The meta-gradients of a run, one iteration after another: drawn, mapped, compiled when their time comes."""

import math
import time
import traceback
from collections.abc import Callable, Generator, Iterator

from core import memory
from core.algorithms.algorithm import Algorithm
from core.experiment import Experiment
from core.learners.layers import Params
from core.tasks.task import TaskBatch, TaskSource
from core.training import mapping, planning
from core.training.compile_ahead import CompileAheadFailed, compile_ahead
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
    """Computes the meta-gradient of a batch, in the mapping that the plan has for its iteration.

    What is compiled beside the training ends with `close`.
    """

    def __init__(
        self, experiment: Experiment, plan: planning.Plan, precision: str, workers: Workers,
        log: Callable[[str], None], at_once: int | None,
    ) -> None:  # fmt: skip
        """`log` takes lines that only a curious person reads.

        `at_once` is how many tasks the run takes at once, where it is not all of a process.
        """
        self._experiment, self._plan, self._precision, self._workers = experiment, plan, precision, workers
        self._log = log
        self.at_once = at_once
        self.seconds = 0.0  # that the last meta-gradient took
        self._used: tuple[str, Algorithm] | None = None
        # What is compiled beside the training: for which numbers of tasks, and the work.
        self._ahead: tuple[list[int], Generator[None, None, None]] | None = None

    def close(self) -> None:
        """Let go of the compiler."""
        if self._ahead is not None:
            self._ahead[1].close()
            self._ahead = None

    def prepare(
        self, iteration: int, algorithm: Algorithm, meta: Params, example: TaskBatch
    ) -> Generator[Preparing | Warned, None, None]:
        """Make ready for an iteration, with the algorithm as it is in it; takes time where something is compiled."""
        if self._ahead is None and self._plan.compiles_at(iteration):
            self._begin_compiling(iteration, algorithm, meta, example)
        wanted = self._plan.at_iteration(iteration), algorithm
        if wanted != self._used:
            self._used, self._iteration = wanted, iteration
            yield from self._map(meta, example)

    def of(self, meta: Params, batch: TaskBatch) -> Generator[Preparing | Warned, None, MetaGradient]:
        """The meta-gradient of the iteration that was prepared for.

        Where memory runs out, a vectorised or compiled mapping takes half as many tasks at once from then on, and says
        so. Raises the error where that was a single one.
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
            yield from self._map(meta, batch)

    def _halved(self, batch: TaskBatch, error: Exception) -> int:
        """Take half as many tasks at once; returns how many there were. Raises the error if that is no help."""
        assert self._used is not None
        way, _ = self._used
        each = -(-batch.tasks // self._plan.processes)  # in one process
        had = min(each, self._limit(way) or each)
        if way == "sequential" or had == 1 or not memory.ran_out(error):
            raise error
        self._log("".join(traceback.format_exception(error)))
        self.at_once = had // 2
        return had

    def _limit(self, way: str) -> int | None:
        """The most tasks that a process takes at once, where it is not all of them."""
        kernel = planning.tasks_in_kernel(self._experiment) if way == "compiled" else None
        return min((limit for limit in (kernel, self.at_once) if limit is not None), default=None)

    def _map(self, meta: Params, example: TaskBatch) -> Generator[Preparing | Warned, None, None]:
        assert self._used is not None
        way, algorithm = self._used
        if way != "compiled":
            self._run = self._mapped(way, algorithm)
            return
        begun = time.perf_counter()
        try:
            yield from self._compile(algorithm, meta, example)
        except Exception as error:
            if self._plan.later is None:  # asked for by name: nothing else will do
                raise
            why = next(iter(str(error).splitlines()), type(error).__name__)
            yield Warned(f"Compiling failed ({why}); the run goes on {self._plan.first}, which is slower")
            self._log("".join(traceback.format_exception(error)))
            self._run = self._mapped(self._plan.first, algorithm)
        else:
            self._log(f"compiled in {time.perf_counter() - begun:.1f} s")

    def _begin_compiling(self, iteration: int, algorithm: Algorithm, meta: Params, example: TaskBatch) -> None:
        """Have the compiler work beside the training."""
        shapes = mapping.pieces(example, self._plan.processes, self._limit("compiled"))
        work = compile_ahead(self._experiment, algorithm, iteration, meta, shapes)
        self._ahead = [shape.tasks for shape in shapes], work
        self._log(f"compiling beside the training, for iteration {self._plan.at:,}")
        try:
            next(work, None)
        except (OSError, CompileAheadFailed) as error:
            self._log(f"the compiler did not start, and is started again when it is needed: {error}")
            self._ahead = [], work

    def _compile(self, algorithm: Algorithm, meta: Params, example: TaskBatch) -> Generator[Preparing, None, None]:
        if mapping.compiler():
            shapes = mapping.pieces(example, self._plan.processes, self._limit("compiled"))
            if self._ahead is None or self._ahead[0] != [shape.tasks for shape in shapes]:
                self.close()
                work = compile_ahead(self._experiment, algorithm, self._iteration, meta, shapes)
            else:
                work = self._ahead[1]
            minutes = ", which takes minutes" if self._experiment.dataset.inputs == "image" else ""
            for _ in work:
                yield Preparing("Compiling the inner loop" + minutes)
        yield Preparing("Loading the compiled inner loop")
        self._run = self._mapped("compiled", algorithm)
        try:
            self._run(meta, example)  # loads the kernels, here and in every worker
        except Exception as error:
            if not memory.ran_out(error):  # which `of` meets again, and knows what to do about
                raise

    def _mapped(self, way: str, algorithm: Algorithm) -> mapping.Mapped:
        at_once = self._limit(way)
        if self._plan.processes > 1:
            return mapping.distributed(way, algorithm, self._precision, self._iteration, self._workers, at_once)
        return mapping.in_one_process(way, algorithm, self._precision, at_once)
