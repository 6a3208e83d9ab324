"""Compiles a kernel in a process of its own, so that the program stays free meanwhile and can be stopped.

The kernel is not handed over: torch keeps compiled code on the disk, where `mapping.compiled` finds it and needs two
seconds instead of twenty. The process ends with whoever started it, however that ended: its standard input closes then.
"""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Generator, Sequence
from pathlib import Path

from core.algorithms.algorithm import Algorithm
from core.experiment import Experiment
from core.lazy import torch
from core.learners.layers import Params
from core.tasks.task import TaskBatch, TaskFacts

_LOOK_EVERY = 0.05  # seconds
_ORDER, _TENSORS = "order.json", "tensors.safetensors"
_META = "meta|"


class CompileAheadFailed(RuntimeError):
    """The process ended with an error; `complaints` is all that it wrote."""

    def __init__(self, code: int, complaints: str) -> None:
        self.complaints = complaints
        ended = f"the compiler was ended by signal {-code}; memory may have run out" if code < 0 else ""
        super().__init__(ended or next(reversed(complaints.strip().splitlines()), f"exit code {code}"))


def keep_kernels_in(folder: Path) -> None:
    """From now on torch keeps its compiled code there, unless the environment says where already."""
    os.environ.setdefault("TORCHINDUCTOR_CACHE_DIR", str(folder))


def compile_ahead(
    experiment: Experiment, algorithm: Algorithm, iteration: int, meta: Params, examples: Sequence[TaskBatch]
) -> Generator[None, None, None]:
    """Compile what `mapping.compiled` would for each of the examples; yields until done, and goes on in between.

    `algorithm` is the experiment's as it is in an iteration. Leaving the iterator ends the process, and the compiler
    that it started. Raises CompileAheadFailed.
    """
    with tempfile.TemporaryDirectory(prefix="innerloop-", ignore_cleanup_errors=True) as folder:
        _write_order(Path(folder), experiment, algorithm, iteration, meta, examples)
        complaints = Path(folder, "complaints.txt")
        path = os.pathsep.join(part for part in sys.path if part)
        with complaints.open("wb") as written:
            process = subprocess.Popen(
                [sys.executable, "-m", __name__, folder],
                stdin=subprocess.PIPE,  # closes when this program ends, however it ends
                stdout=subprocess.DEVNULL,
                stderr=written,
                env={**os.environ, "PYTHONPATH": path, "TMPDIR": folder},
                start_new_session=True,  # Ctrl+C in the terminal is for the program, which then ends this one
            )
        try:
            while process.poll() is None:
                yield
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(_LOOK_EVERY)
        finally:
            _end(process)
        if process.returncode:
            raise CompileAheadFailed(process.returncode, complaints.read_text(encoding="utf-8", errors="replace"))


def _end(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)  # with the C++ compiler below it
        else:
            process.kill()
    process.wait()
    if process.stdin is not None:
        process.stdin.close()


def _write_order(
    folder: Path, experiment: Experiment, algorithm: Algorithm, iteration: int, meta: Params,
    examples: Sequence[TaskBatch],
) -> None:  # fmt: skip
    from safetensors.torch import save_file

    order = {"experiment": experiment.to_toml(), "facts": algorithm.facts._asdict(), "iteration": iteration}
    order |= {
        "threads": torch.get_num_threads(),
        "device": str(examples[0].support_x.device),
        "examples": len(examples),
    }
    (folder / _ORDER).write_text(json.dumps(order), encoding="utf-8")
    tensors = {f"{_META}{name}": value for name, value in meta.items()}
    for number, example in enumerate(examples):
        tensors |= {f"{number}|{field}": value for field, value in example._asdict().items()}
    save_file({name: value.cpu().contiguous() for name, value in tensors.items()}, folder / _TENSORS)


def _main(folder: Path) -> None:
    threading.Thread(target=_end_with_the_program, args=(folder,), daemon=True).start()
    from safetensors.torch import load_file

    from core.training import mapping
    from core.training.opening import assemble

    order = json.loads((folder / _ORDER).read_text(encoding="utf-8"))
    experiment = Experiment.from_toml(order["experiment"])
    tensors = load_file(folder / _TENSORS, device=order["device"])
    torch.set_num_threads(order["threads"])
    facts = TaskFacts(**{**order["facts"], "input_shape": tuple(order["facts"]["input_shape"])})
    algorithm = assemble(experiment, facts).at(order["iteration"])
    names = list(algorithm.init(torch.Generator().manual_seed(0)))  # the kernel depends on their order
    meta = {name: tensors[_META + name] for name in names}
    for number in range(order["examples"]):
        mapping.compiled(algorithm, meta, TaskBatch(*(tensors[f"{number}|{field}"] for field in TaskBatch._fields)))


def _end_with_the_program(folder: Path) -> None:
    os.read(sys.stdin.fileno(), 1)  # nothing is ever written
    shutil.rmtree(folder, ignore_errors=True)
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
