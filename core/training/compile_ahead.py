"""Compiles a kernel in a process of its own, so that the program stays free meanwhile and can be stopped.

The kernel is not handed over: torch keeps compiled code on the disk, where `mapping.compiled` finds it and needs two
seconds instead of twenty. The process ends with whoever started it, however that ended: its standard input closes then.
"""

import contextlib
import os
import pickle
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator

from core.algorithms.algorithm import Algorithm
from core.lazy import torch
from core.learners.learner import Params
from core.tasks.task import TaskBatch

_LOOK_EVERY = 0.05  # seconds


class CompileAheadFailed(RuntimeError):
    """The process ended with an error, which this holds."""


def compile_ahead(algorithm: Algorithm, meta: Params, example: TaskBatch) -> Iterator[None]:
    """Compile what `mapping.compiled` would for the same arguments; yields until it is done.

    Leaving the iterator ends the process. Raises CompileAheadFailed.
    """
    order = pickle.dumps((torch.get_num_threads(), algorithm, meta, example))
    path = os.pathsep.join(part for part in sys.path if part)
    with tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=complaints,
            env={**os.environ, "PYTHONPATH": path},
            start_new_session=True,  # Ctrl+C in the terminal is for the program, which then ends this one
        )
        assert process.stdin is not None
        try:
            with contextlib.suppress(BrokenPipeError):  # it has died, and its exit code says so below
                process.stdin.write(order)
                process.stdin.flush()
            while process.poll() is None:
                yield
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(_LOOK_EVERY)
        finally:
            process.kill()
            process.wait()
            with contextlib.suppress(BrokenPipeError):
                process.stdin.close()
        if process.returncode:
            complaints.seek(0)
            raise CompileAheadFailed(complaints.read().decode(errors="replace"))


def _main() -> None:
    threads, algorithm, meta, example = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by this program
    threading.Thread(target=_end_with_the_program, daemon=True).start()
    from core.training import mapping

    torch.set_num_threads(threads)
    mapping.compiled(algorithm, meta, example)


def _end_with_the_program() -> None:
    os.read(sys.stdin.fileno(), 1)  # nothing more is ever written
    os._exit(1)


if __name__ == "__main__":
    _main()
