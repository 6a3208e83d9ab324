"""Workers that torchrun has started, on this machine and on others.

    torchrun --nproc-per-node 2 -m core.cli train PRESET

Rank 0 runs the command. Every other rank obeys it: it prints nothing and writes no file.

Tensors go through torch.distributed, by gloo between processors and by nccl between GPUs. Its calls block inside C++
until the other side has come too or a time is out, so orders and answers are lines on a TCP connection of rank 0 with
each other rank: it ends at once with a process at either end, waits for as long as a person pauses, and nobody enters
torch.distributed before a line has said that the other side is on its way there. The time limit is thus one for a
transfer, and never for a computation.
"""

import contextlib
import json
import os
import secrets
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, BinaryIO

from core.lazy import torch
from core.learners.layers import Params
from core.problems import ExperimentError, Problem
from core.settings import ComputeSettings
from core.tasks.task import TaskBatch
from core.training import board
from core.training.workers import Lines, Order, Tensors, Worker, WorkerFailed, Workers, named, obey

if TYPE_CHECKING:
    from torch import Tensor

_NEEDED = ("RANK", "WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT")  # what torchrun says to each rank
_TO_MEET, _TO_TRANSFER = timedelta(minutes=5), timedelta(minutes=1)  # at most
_SILENCE = (10, 5, 3)  # seconds until a silent machine is asked whether it is there, between questions, and how many
_LOOK_EVERY = 0.5  # seconds
_DOOR = "innerloop-door"  # the store's key for where rank 0 is to be found
_END = b"end\n"

_crew: "Crew | None" = None


class Crew:
    """The other ranks, as rank 0 sees them; they stay together for as long as the program runs."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.lines: Lines = SimpleQueue()
        self.workers: list[_Rank] = []

    def meet(self, store: Any) -> None:
        """Wait for all the others. Raises OSError where one does not come."""
        word = secrets.token_hex()
        links: dict[int, socket.socket] = {}
        until = time.monotonic() + _TO_MEET.total_seconds()
        with socket.create_server(("", 0), backlog=self.size) as door:
            store.set(_DOOR, json.dumps([door.getsockname()[1], word]))
            while len(links) < self.size - 1:
                door.settimeout(max(0.001, until - time.monotonic()))
                try:
                    link, _ = door.accept()
                except TimeoutError:
                    missing = ", ".join(str(rank) for rank in range(1, self.size) if rank not in links)
                    raise TimeoutError(f"rank {missing} has not come within {_TO_MEET}") from None
                said = _greeting(link)
                if said.get("word") == word:
                    links[said["rank"]] = link
                else:
                    link.close()  # somebody else, who has come upon the port
        for rank in sorted(links):
            self.workers.append(_Rank(rank, self.size, links[rank], self.lines))

    def dismiss(self) -> None:
        """Let them end, whatever they are doing."""
        for worker in self.workers:
            worker.dismiss()


class RankWorkers(Workers):
    """The ranks of a crew, at work for one experiment."""

    def __init__(self, crew: Crew, *job: Any) -> None:
        super().__init__(*job)
        self._crew = crew

    def _begin(self) -> None:
        self._workers, self._lines = self._crew.workers, self._crew.lines

    def _give(self, order: Order, params: Params, batches: Sequence[TaskBatch]) -> None:
        sent = []
        for worker, batch in zip(self._asked, batches, strict=True):
            note, memory = _packed(named(params, {worker.number: batch}))
            worker.send({**order, "note": note})
            with _lost(worker.name):
                sent.append((worker, memory, torch.distributed.isend(memory, worker.number)))
        for worker, _, work in sent:
            assert work is not None  # which it is for a rank outside the group
            with _lost(worker.name):
                work.wait()

    def _leave(self) -> None:
        pass  # they are there for the next experiment


class _Rank(Worker):
    def __init__(self, number: int, size: int, link: socket.socket, lines: Lines) -> None:
        self._link = link
        super().__init__(number, f"rank {number} of {size}", link.makefile("wb"), link.makefile("rb"), lines)

    def dismiss(self) -> None:
        with contextlib.suppress(OSError):  # it is gone already
            self._link.sendall(_END)
        with contextlib.suppress(OSError):
            self._link.shutdown(socket.SHUT_RDWR)
        self.hear_out()
        self._link.close()

    def _read(self, note: Any) -> Tensors:
        with _lost(self.name):
            return _received(note, self.number)

    def _died(self) -> WorkerFailed:
        return _gone(self.name, "its connection has ended")


def launched() -> bool:
    """Whether torchrun, or whoever speaks to programs as it does, has started this one."""
    return all(name in os.environ for name in _NEEDED)


def crew() -> Crew | None:
    """The ranks that this process leads, where there are such."""
    return _crew


def processes(compute: ComputeSettings) -> int | None:
    """How many there are, where torchrun says it. Raises ExperimentError where the settings say something else."""
    if _crew is None:
        return None
    if compute.workers not in (None, _crew.size):
        message = f"torchrun has started {_crew.size} processes, not {compute.workers}; leave this setting empty there"
        raise ExperimentError([Problem("compute.workers", message)])
    if compute.mapping == "compiled" and _crew.size > 1:
        message = "a compiled mapping is for processes of one machine; choose auto to train with torchrun"
        raise ExperimentError([Problem("compute.mapping", message)])
    return _crew.size


def run(command: Callable[[], int]) -> int:
    """Run a command in rank 0, and obey it in the others; returns the exit code."""
    global _crew
    from torch.distributed.rendezvous import rendezvous

    rank, size = int(os.environ["RANK"]), int(os.environ["WORLD_SIZE"])
    _end_with_torchrun(rank)
    if size > 1:
        try:
            store, *_ = next(rendezvous("env://", timeout=_TO_MEET))
            if rank:
                link = _introduced(store, rank)
                _join(store, rank, size)
                _obey(link, rank)
            gathered = Crew(size)
            gathered.meet(store)
            _join(store, rank, size)
        except (OSError, RuntimeError) as error:
            print(f"innerloop: rank {rank} of {size} finds no way to the others: {error}", file=sys.stderr)
            return 1
    else:
        gathered = Crew(size)
    _crew = gathered
    try:
        return command()
    finally:
        gathered.dismiss()
        _crew = None


def _join(store: Any, rank: int, size: int) -> None:
    both = torch.cuda.is_available() and torch.distributed.is_nccl_available()
    if both:
        torch.cuda.set_device(_place(rank) % torch.cuda.device_count())
    backend = "cpu:gloo,cuda:nccl" if both else "gloo"
    torch.distributed.init_process_group(backend, store=store, rank=rank, world_size=size, timeout=_TO_TRANSFER)


def _place(rank: int) -> int:
    """The number of a rank on its machine."""
    return int(os.environ.get("LOCAL_RANK", rank))


# -- in the other ranks ---------------------------------------------------------------------------------------------


def _introduced(store: Any, rank: int) -> socket.socket:
    store.wait([_DOOR], _TO_MEET)
    port, word = json.loads(store.get(_DOOR))
    link = socket.create_connection((os.environ["MASTER_ADDR"], port), _TO_MEET.total_seconds())
    link.settimeout(None)
    _notice_silence(link)
    link.sendall(json.dumps({"rank": rank, "word": word}).encode() + b"\n")
    return link


def _obey(link: socket.socket, rank: int) -> None:
    """Do what rank 0 orders until it is done, or gone; the process ends in here."""
    for asked_to_end in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked_to_end, signal.SIG_IGN)  # rank 0 is asked too, and ends this one when it has kept its run
    os.dup2(2, 1)  # whatever a library prints: stdout is rank 0's
    orders: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_receive, args=(orders, link.makefile("rb")), daemon=True).start()

    def tell(line: dict[str, Any]) -> None:
        with contextlib.suppress(OSError):  # rank 0 is gone, and `_receive` is about to end this process
            link.sendall(json.dumps(line).encode() + b"\n")

    def answer(found: Tensors) -> None:
        note, memory = _packed(found)
        tell({"note": note})
        torch.distributed.send(memory, 0)

    obey(orders, rank, _place(rank), read=lambda note: _received(note, 0), answer=answer, complain=tell)


def _receive(orders: "SimpleQueue[bytes]", given: BinaryIO) -> None:
    """Take in orders until there are no more, and then end, whatever is being computed."""
    with contextlib.suppress(OSError):
        for line in given:
            if line == _END:
                os._exit(0)
            orders.put(line)
    os._exit(1)


# -- lines and tensors ----------------------------------------------------------------------------------------------


def _greeting(link: socket.socket) -> dict[str, Any]:
    """The first line that somebody says; empty where it is none of ours."""
    link.settimeout(_LOOK_EVERY * 10)
    try:
        with link.makefile("rb") as said:
            found = json.loads(said.readline(1000))
    except (OSError, ValueError):
        return {}
    link.settimeout(None)
    _notice_silence(link)
    return found if isinstance(found, dict) else {}


def _notice_silence(link: socket.socket) -> None:
    """Let a connection break when the machine at its other end is gone without a word."""
    link.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for name, value in zip(("TCP_KEEPIDLE", "TCP_KEEPINTVL", "TCP_KEEPCNT"), _SILENCE, strict=True):
        if hasattr(socket, name):
            link.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)
    first, between, times = _SILENCE
    if hasattr(socket, "TCP_USER_TIMEOUT"):  # for a line that was never received
        link.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, 1000 * (first + between * times))


def _packed(tensors: Tensors) -> "tuple[Any, Tensor]":
    """Tensors in one stretch of memory, and a note of what lies where: on a GPU where they do and there is nccl."""
    places, size = board.laid_out(tensors)
    device = next((str(value.device) for value in tensors.values()), "cpu")
    by_nccl = device.startswith("cuda") and torch.distributed.is_nccl_available()
    memory = torch.empty(size, dtype=torch.uint8, device=device if by_nccl else "cpu")
    board.write(memory, places, tensors)
    return {"places": places, "bytes": size, "device": "cuda" if by_nccl else "cpu"}, memory


def _received(note: Any, rank: int) -> Tensors:
    memory = torch.empty(note["bytes"], dtype=torch.uint8, device=note["device"])
    torch.distributed.recv(memory, rank)
    return board.read(memory, note["places"])


@contextlib.contextmanager
def _lost(name: str) -> Any:
    """What torch.distributed raises, as the failure of a worker."""
    try:
        yield
    except RuntimeError as error:
        raise _gone(name, str(error)) from error


def _gone(name: str, how: str) -> WorkerFailed:
    remedy = (
        "What torchrun writes may say why: memory may have run out there, or the way between the machines is broken. "
        "Go on by starting torchrun with: resume last"
    )
    return WorkerFailed(f"{name} is gone: {how}", how, remedy)


def _end_with_torchrun(rank: int) -> None:
    """Notice when torchrun dies without a word: rank 0 is then asked to keep its run and end; the others just end."""
    if "TORCHELASTIC_RUN_ID" not in os.environ:
        return  # started in some other way, by a program that may well end first
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_LOOK_EVERY)
        if rank:
            # Rank 0 may notice half a second later, and would else take the end of this one for a failure. Where it is
            # here, it ends this one as soon as it has kept its run.
            time.sleep(2 * _LOOK_EVERY)
            os._exit(1)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, name="watch over torchrun", daemon=True).start()
