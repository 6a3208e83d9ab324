"""Processes that share the tasks of a meta-batch, and of a measurement, with the one that trains.

Only this process draws tasks, takes outer steps and writes files. A worker has the network and the algorithm, but
neither data nor a run: parameters and tasks come in, a gradient or scores go out. What they find is put together in the
order of their numbers, so the same number of processes computes the same bits.

Orders and answers are lines on a worker's standard input and output; tensors lie in memory that all see (board.py).
torch.distributed is not used: its collectives block inside C++ until every process has come or a time is out. A pipe
tells of a death at either end at once, waits for as long as a person pauses, and needs no address and no port.
"""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import threading
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from core import memory
from core.algorithms.algorithm import Algorithm
from core.experiment import Experiment
from core.lazy import torch
from core.learners.layers import Params
from core.tasks.task import TaskBatch, TaskFacts
from core.training.board import Board, Reader, new_folder

if TYPE_CHECKING:
    from torch import Tensor

_LOOK_EVERY = 0.05  # seconds
_META = "meta|"  # before the names of parameters on a board


class WorkerFailed(RuntimeError):
    """Something went wrong in a worker; `complaints` is its traceback, or all that it wrote before it died."""

    def __init__(self, message: str, complaints: str, died: bool) -> None:
        self.complaints, self.died = complaints, died
        super().__init__(message)


class Workers:
    """This process, and those that it starts to share its work. Leaving the `with` block ends them.

    Work is given out with `ask` and taken in with `answers`; in between, this process does its own part.
    """

    def __init__(self, experiment: Experiment, facts: TaskFacts, processes: int, device: str) -> None:
        """`processes` counts this one."""
        self.processes = processes
        self._job = {"experiment": experiment.to_toml(), "facts": facts._asdict(), "device": device}
        self._folder: Path | None = None
        self._workers: list[_Worker] = []
        self._lines: SimpleQueue[tuple[int, str]] = SimpleQueue()
        self._board: Board | None = None
        self._asked = processes - 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.end()
        self._workers.clear()
        self._board = None
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)  # Windows keeps what is still mapped

    def start(self) -> Iterator[None]:
        """Start the processes; yields now and then until all are ready. Raises WorkerFailed and OSError.

        Each computes with as many threads as this process does.
        """
        if self.processes == 1:
            return
        self._folder = new_folder()
        self._board = Board(self._folder, "orders")
        for number in range(1, self.processes):
            self._workers.append(_Worker(number, self.processes, self._folder, self._lines))
        for worker in self._workers:
            worker.send({**self._job, "threads": torch.get_num_threads()})
        yield from self._wait()

    def ask(self, what: str, how: dict[str, Any], params: Params, batches: Sequence[TaskBatch]) -> None:
        """Have the first workers do something with these parameters, each with its own one of the batches.

        `what` is ``gradient`` or ``measure``; `how` is what `Work` says.
        """
        self._asked = len(batches)
        if self._board is None:
            assert not batches
            return
        note = self._board.write(named(params, batches))
        for worker in self._workers[: self._asked]:
            worker.send({"what": what, "how": how, "note": note})

    def answers(self) -> "list[dict[str, Tensor]]":
        """What the workers that were asked have found, in order; the next `ask` lets them write over it.

        Raises WorkerFailed as soon as one of them has failed or died.
        """
        for _ in self._wait():
            pass
        return [worker.found for worker in self._workers[: self._asked]]

    def _wait(self) -> Iterator[None]:
        """Take in one answer from each that was asked; yields now and then."""
        waiting = {worker.number for worker in self._workers[: self._asked]}
        while waiting:
            try:
                number, line = self._lines.get(timeout=_LOOK_EVERY)
            except Empty:
                yield
                continue
            self._workers[number - 1].take(line)
            waiting.discard(number)


class _Worker:
    """One worker, as the process that started it sees it."""

    def __init__(self, number: int, processes: int, folder: Path, lines: "SimpleQueue[tuple[int, str]]") -> None:
        self.number = number
        self.found: dict[str, Tensor] = {}
        self._name = f"worker process {number} of {processes - 1}"
        self._reader = Reader()
        self._complaints = folder / f"complaints-{number}.txt"
        path = os.pathsep.join(part for part in sys.path if part)
        with self._complaints.open("wb") as written:
            self._process = subprocess.Popen(
                [sys.executable, "-m", __name__, str(number), str(folder)],
                stdin=subprocess.PIPE,  # closes when this program ends, however it ends
                stdout=subprocess.PIPE,
                stderr=written,
                env={**os.environ, "PYTHONPATH": path},
                start_new_session=True,  # Ctrl+C in the terminal is for the program, which then ends this one
            )
        self._listener = threading.Thread(target=self._listen, args=(lines,), name=self._name, daemon=True)
        self._listener.start()

    def send(self, order: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):  # it has died, of which the end of its answers tells
            self._process.stdin.write(json.dumps(order).encode() + b"\n")
            self._process.stdin.flush()

    def take(self, line: str) -> None:
        """Read an answer; an empty line means that there will be none. Raises WorkerFailed."""
        if not line:
            code = self._process.wait()
            complaints = self._complaints.read_text(encoding="utf-8", errors="replace")
            how = f"was ended by signal {-code}" if code < 0 else f"ended with exit code {code}"
            raise WorkerFailed(f"{self._name} {how}", complaints, died=True)
        answer = json.loads(line)
        if "error" in answer:
            raise WorkerFailed(f"{answer['error']}, in {self._name}", answer["complaints"], died=False)
        self.found = self._reader.read(answer["note"])

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        self._listener.join()
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):  # an order that it did not live to read
            self._process.stdin.close()

    def _listen(self, lines: "SimpleQueue[tuple[int, str]]") -> None:
        assert self._process.stdout is not None
        with self._process.stdout as answers:
            for line in answers:
                if line.endswith(b"\n"):  # else it died in the middle of it
                    lines.put((self.number, line.decode()))
        lines.put((self.number, ""))


def named(params: Params, batches: Sequence[TaskBatch]) -> "dict[str, Tensor]":
    """All tensors of an order by name; the first batch is that of worker 1."""
    tensors = {_META + name: value for name, value in params.items()}
    for number, batch in enumerate(batches, 1):
        tensors |= {f"{number}|{field}": value for field, value in batch._asdict().items()}
    return tensors


# -- in a worker ----------------------------------------------------------------------------------------------------


class Work:
    """What a worker can be asked to do: functions of parameters and tasks that return tensors by name."""

    def __init__(self, job: dict[str, Any], number: int) -> None:
        from core.training.opening import assemble

        torch.set_num_threads(job["threads"])
        self.number = number
        self.device = _device(job["device"], number)
        facts = TaskFacts(**{**job["facts"], "input_shape": tuple(job["facts"]["input_shape"])})
        self.algorithm = assemble(Experiment.from_toml(job["experiment"]), facts)
        self._mine = (_META, f"{number}|")
        self._used: tuple[str, Algorithm, str] | None = None

    def done(self, what: str, how: dict[str, Any], given: "dict[str, Tensor]") -> "dict[str, Tensor]":
        """Do what an order asks for with its tensors, of which this worker takes its own batch."""
        given = {name: value.to(self.device) for name, value in given.items() if name.startswith(self._mine)}
        params = {name.removeprefix(_META): value for name, value in given.items() if name.startswith(_META)}
        batch = TaskBatch(*(given[f"{self.number}|{field}"] for field in TaskBatch._fields))
        found: dict[str, Tensor] = getattr(self, what)(params, batch, **how)
        return found

    def gradient(self, meta: Params, batch: TaskBatch, way: str, precision: str, iteration: int) -> "dict[str, Tensor]":
        """The mean over the tasks, run in a way, for the algorithm as it is in an iteration."""
        from core.training import mapping

        wanted = way, self.algorithm.at(iteration), precision
        if wanted != self._used:
            self._run, self._used = mapping.in_one_process(*wanted), wanted
        return mapping.packed(self._run(meta, batch))

    def measure(self, params: Params, batch: TaskBatch, **how: Any) -> "dict[str, Tensor]":
        """What is measured of the tasks; `how` is as for evaluation.measured."""
        from core.training import evaluation

        return evaluation.packed(evaluation.measured(self.algorithm, params, batch, **how))


def _main(number: int, folder: Path) -> None:
    memory.keep_freed()
    orders: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_receive, args=(orders, folder), daemon=True).start()
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # nothing that a library prints shall be taken for an answer
    work = Work(json.loads(orders.get()), number)
    board, reader = Board(folder, f"worker-{number}"), Reader()
    answer: dict[str, Any] = {"note": board.write({})}  # that it is ready
    while True:
        with contextlib.suppress(OSError):  # whoever asked has ended, and `_receive` is about to end this process
            print(json.dumps(answer), file=answers, flush=True)
        order = json.loads(orders.get())
        try:
            given = reader.read(order["note"])
            answer = {"note": board.write(work.done(order["what"], order["how"], given))}
        except Exception as error:  # noqa: BLE001 - told whole, to whoever asked
            answer = {"error": f"{type(error).__name__}: {error}", "complaints": traceback.format_exc()}


def _receive(orders: "SimpleQueue[bytes]", folder: Path) -> None:
    """Take in orders until the program that gives them has ended, and then end, whatever is being computed."""
    with os.fdopen(os.dup(0), "rb") as given:  # not sys.stdin, which Python wants to lock when it ends
        for line in given:
            orders.put(line)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)


def _device(device: str, number: int) -> str:
    """The GPUs of a machine are dealt out in turn; the program itself has the first one."""
    return f"cuda:{number % torch.cuda.device_count()}" if device == "cuda" else device


if __name__ == "__main__":
    _main(int(sys.argv[1]), Path(sys.argv[2]))
