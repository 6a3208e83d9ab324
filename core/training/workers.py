"""Processes that share the tasks of a meta-batch, and of a measurement, with the one that trains.

Only this process draws tasks, takes outer steps and writes files. A worker has the network and the algorithm, but
neither data nor a run: parameters and tasks come in, a gradient or scores go out. What they find is put together in the
order of their numbers, so the same number of processes computes the same bits.

Orders and answers are lines, each a JSON object. How lines and tensors reach a worker is known to the two sorts of
them: processes that the program starts on its own machine (pipes.py), and those that torchrun has started (ranks.py).
"""

import contextlib
import json
import threading
import traceback
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Self

from core import memory
from core.algorithms.algorithm import Algorithm
from core.experiment import Experiment
from core.lazy import torch
from core.learners.layers import Params
from core.tasks.task import TaskBatch, TaskFacts

if TYPE_CHECKING:
    from torch import Tensor

Order = dict[str, Any]
Tensors = dict[str, "Tensor"]
Lines = SimpleQueue[tuple[int, str]]  # the number of a worker, and what it says; "" means that it is gone

_LOOK_EVERY = 0.05  # seconds
_META = "meta|"  # before the names of parameters


class WorkerFailed(RuntimeError):
    """Something went wrong in a worker; `complaints` is its traceback, or all that is known of its death."""

    def __init__(self, message: str, complaints: str, remedy: str | None = None) -> None:
        """`remedy` is what to try where it has died."""
        self.complaints, self.remedy = complaints, remedy
        super().__init__(message)


class Worker(ABC):
    """One worker, as the first process sees it."""

    def __init__(self, number: int, name: str, orders: BinaryIO, answers: BinaryIO, lines: Lines) -> None:
        self.number, self.name = number, name
        self.found: Tensors = {}
        self._orders = orders
        self._listener = threading.Thread(target=self._listen, args=(answers, lines), name=name, daemon=True)
        self._listener.start()

    def send(self, order: Order) -> None:
        with contextlib.suppress(OSError):  # it has died, of which the end of its answers tells
            self._orders.write(json.dumps(order).encode() + b"\n")
            self._orders.flush()

    def take(self, line: str) -> None:
        """Read an answer; an empty line means that there will be none. Raises WorkerFailed."""
        if not line:
            raise self._died()
        answer = json.loads(line)
        if "error" in answer:
            raise WorkerFailed(f"{answer['error']}, in {self.name}", answer["complaints"])
        self.found = self._read(answer["note"])

    def hear_out(self) -> None:
        """Wait for the end of its answers, and let go of both ends."""
        self._listener.join()
        with contextlib.suppress(OSError):  # an order that it did not live to read
            self._orders.close()

    @abstractmethod
    def _read(self, note: Any) -> Tensors:
        """The tensors that an answer speaks of. Raises WorkerFailed."""

    @abstractmethod
    def _died(self) -> WorkerFailed:
        """What can be said of its death."""

    def _listen(self, answers: BinaryIO, lines: Lines) -> None:
        with answers, contextlib.suppress(OSError):  # a connection may break instead of ending
            for line in answers:
                if line.endswith(b"\n"):  # else it died in the middle of it
                    lines.put((self.number, line.decode()))
        lines.put((self.number, ""))


class Workers(ABC):
    """This process, and the workers that it leads. Leaving the `with` block lets go of them.

    Work is given out with `ask` and taken in with `answers`; in between, this process does its own part.
    """

    def __init__(self, experiment: Experiment, facts: TaskFacts, processes: int, device: str) -> None:
        """`processes` counts this one."""
        self.processes = processes
        self._job = {"experiment": experiment.to_toml(), "facts": facts._asdict(), "device": device}
        self._workers: Sequence[Worker] = []
        self._asked: Sequence[Worker] = []
        self._lines: Lines = SimpleQueue()
        self._waiting: set[int] = set()  # those whose answers have not come yet

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leave()

    def start(self) -> Iterator[None]:
        """Make the workers ready; yields now and then until all are. Raises WorkerFailed and OSError.

        Each computes with as many threads as this process does.
        """
        if self.processes == 1:
            return
        self._begin()
        self._asked = self._workers
        self._waiting = {worker.number for worker in self._asked}
        for worker in self._workers:
            worker.send({"job": {**self._job, "threads": torch.get_num_threads()}})
        yield from self._wait()

    def ask(self, what: str, how: dict[str, Any], params: Params, batches: Sequence[TaskBatch]) -> None:
        """Have the first workers do something with these parameters, each with its own one of the batches.

        `what` is ``gradient`` or ``measure``; `how` is what `Work` says.
        """
        self._finish()
        self._asked = self._workers[: len(batches)]
        assert len(self._asked) == len(batches)
        self._waiting = {worker.number for worker in self._asked}
        if batches:
            self._give({"what": what, "how": how}, params, batches)

    def answers(self) -> "list[Tensors]":
        """What the workers that were asked have found, in order; the next `ask` lets them write over it.

        Raises WorkerFailed as soon as one of them has failed or died.
        """
        for _ in self._wait():
            pass
        return [worker.found for worker in self._asked]

    @abstractmethod
    def _begin(self) -> None:
        """Find the workers, all but this process. Raises OSError."""

    @abstractmethod
    def _give(self, order: Order, params: Params, batches: Sequence[TaskBatch]) -> None:
        """Send an order, with the parameters and each one's batch, to those that are asked. Raises WorkerFailed."""

    @abstractmethod
    def _leave(self) -> None:
        """Let go of the workers, whatever they are doing."""

    def _wait(self) -> Iterator[None]:
        """Take in one answer from each that was asked; yields now and then."""
        while self._waiting:
            try:
                number, line = self._lines.get(timeout=_LOOK_EVERY)
            except Empty:
                yield
                continue
            self._waiting.discard(number)
            self._workers[number - 1].take(line)

    def _finish(self) -> None:
        """Let the workers finish what nobody has asked the answers of, since memory ran out somewhere."""
        while self._waiting:
            try:
                for _ in self._wait():
                    pass
            except WorkerFailed as error:
                if not memory.ran_out(error):
                    raise


def named(params: Params, batches: Mapping[int, TaskBatch]) -> Tensors:
    """All tensors of an order by name; the batches are by the numbers of their workers."""
    tensors = {_META + name: value for name, value in params.items()}
    for number, batch in batches.items():
        tensors |= {f"{number}|{field}": value for field, value in batch._asdict().items()}
    return tensors


# -- in a worker ----------------------------------------------------------------------------------------------------


class Work:
    """What a worker can be asked to do: functions of parameters and tasks that return tensors by name."""

    def __init__(self, job: dict[str, Any], number: int, place: int) -> None:
        """`place` says which of the machine's GPUs is this worker's: they are dealt out in turn."""
        from core.training.opening import assemble

        torch.set_num_threads(job["threads"])
        self.number = number
        self.device = job["device"]
        if self.device == "cuda":
            self.device = f"cuda:{place % torch.cuda.device_count()}"
        facts = TaskFacts(**{**job["facts"], "input_shape": tuple(job["facts"]["input_shape"])})
        self.algorithm = assemble(Experiment.from_toml(job["experiment"]), facts)
        self._mine = (_META, f"{number}|")
        self._used: tuple[str, Algorithm, str, int | None] | None = None

    def done(self, what: str, how: dict[str, Any], given: Tensors) -> Tensors:
        """Do what an order asks for with its tensors, of which this worker takes its own batch."""
        given = {name: value.to(self.device) for name, value in given.items() if name.startswith(self._mine)}
        params = {name.removeprefix(_META): value for name, value in given.items() if name.startswith(_META)}
        batch = TaskBatch(*(given[f"{self.number}|{field}"] for field in TaskBatch._fields))
        found: Tensors = getattr(self, what)(params, batch, **how)
        return found

    def gradient(
        self, meta: Params, batch: TaskBatch, way: str, precision: str, iteration: int, at_once: int | None = None
    ) -> Tensors:
        """The mean over the tasks, run in a way, for the algorithm as it is in an iteration."""
        from core.training import mapping

        wanted = way, self.algorithm.at(iteration), precision, at_once
        if wanted != self._used:
            self._run, self._used = mapping.in_one_process(*wanted), wanted
        return mapping.packed(self._run(meta, batch))

    def measure(self, params: Params, batch: TaskBatch, **how: Any) -> Tensors:
        """What is measured of the tasks; `how` is as for evaluation.measured."""
        from core.training import evaluation

        return evaluation.packed(evaluation.measured(self.algorithm, params, batch, **how))


def obey(
    orders: "SimpleQueue[bytes]", number: int, place: int, *,
    read: Callable[[Any], Tensors], answer: Callable[[Tensors], None], complain: Callable[[dict[str, str]], None],
) -> None:  # fmt: skip
    """Do what is ordered, for as long as the process lives; an error is told whole, to whoever ordered it.

    `read` gives the tensors that an order's note speaks of; `answer` sends back what was found.
    """
    work: Work | None = None
    while True:
        order = json.loads(orders.get())
        try:
            if work is None or "job" in order:
                work, found = Work(order["job"], number, place), {}
            else:
                found = work.done(order["what"], order["how"], read(order["note"]))
            answer(found)
        except Exception as error:  # noqa: BLE001
            complaint = {"error": f"{type(error).__name__}: {error}", "complaints": traceback.format_exc()}
        else:
            continue
        memory.give_back()  # of what the error held
        complain(complaint)
