"""Workers on this machine, which the program starts and ends.

Orders and answers go through a worker's standard input and output; tensors lie in memory that all see (board.py). A
pipe tells of a death at either end at once, waits for as long as a person pauses, and needs no address and no port.
"""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from core import memory
from core.learners.layers import Params
from core.tasks.task import TaskBatch
from core.training.board import Board, Reader, new_folder
from core.training.workers import Lines, Order, Tensors, Worker, WorkerFailed, Workers, named, obey


class PipeWorkers(Workers):
    """Leaving the `with` block ends the processes."""

    _folder: Path | None = None

    def _begin(self) -> None:
        self._folder = new_folder()
        self._board = Board(self._folder, "orders")
        self._workers = started = list[_PipeWorker]()
        for number in range(1, self.processes):  # if one cannot be started, those before it are ended
            started.append(_PipeWorker(number, self.processes, self._folder, self._lines))

    def _give(self, order: Order, params: Params, batches: Sequence[TaskBatch]) -> None:
        note = self._board.write(named(params, dict(enumerate(batches, 1))))
        for worker in self._asked:
            worker.send({**order, "note": note})

    def _leave(self) -> None:
        for worker in self._workers:
            worker.end()  # type: ignore[attr-defined]
        self._workers = []
        if self._folder is not None:
            del self._board
            shutil.rmtree(self._folder, ignore_errors=True)  # Windows keeps what is still mapped


class _PipeWorker(Worker):
    def __init__(self, number: int, processes: int, folder: Path, lines: Lines) -> None:
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
        orders, answers = self._process.stdin, self._process.stdout
        assert orders is not None
        assert answers is not None
        super().__init__(number, f"worker process {number} of {processes - 1}", orders, answers, lines)  # type: ignore[arg-type]

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        self.hear_out()

    def _read(self, note: Any) -> Tensors:
        return self._reader.read(note)

    def _died(self) -> WorkerFailed:
        code = self._process.wait()
        how = f"was ended by signal {-code}" if code < 0 else f"ended with exit code {code}"
        complaints = self._complaints.read_text(encoding="utf-8", errors="replace")
        remedy = "Memory may have run out: resume the run, with fewer compute.workers if it happens again."
        return WorkerFailed(f"{self.name} {how}", complaints, remedy)


# -- in a worker ----------------------------------------------------------------------------------------------------


def _main(number: int, folder: Path) -> None:
    memory.keep_freed()
    orders: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_receive, args=(orders, folder), daemon=True).start()
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # nothing that a library prints shall be taken for an answer
    board, reader = Board(folder, f"worker-{number}"), Reader()

    def tell(line: dict[str, Any]) -> None:
        with contextlib.suppress(OSError):  # whoever asked has ended, and `_receive` is about to end this process
            print(json.dumps(line), file=answers, flush=True)

    obey(
        orders, number, number,
        read=reader.read, answer=lambda found: tell({"note": board.write(found)}), complain=tell,
    )  # fmt: skip


def _receive(orders: "SimpleQueue[bytes]", folder: Path) -> None:
    """Take in orders until the program that gives them has ended, and then end, whatever is being computed."""
    with os.fdopen(os.dup(0), "rb") as given:  # not sys.stdin, which Python wants to lock when it ends
        for line in given:
            orders.put(line)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)


if __name__ == "__main__":
    _main(int(sys.argv[1]), Path(sys.argv[2]))
