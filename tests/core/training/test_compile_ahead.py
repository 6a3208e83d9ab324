"""A kernel is compiled beside the program: it can be left at any time, and nobody is left behind."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
import torch

from core.experiment import Experiment
from core.places import Places
from core.runs.run import Run
from core.tasks.task import TaskBatch
from core.training import mapping
from core.training.compile_ahead import CompileAheadFailed, compile_ahead
from core.training.training import Training

pytestmark = pytest.mark.skipif(mapping.compiler() is None, reason="needs a C++ compiler")
PATIENCE = 60.0  # seconds


@pytest.fixture(autouse=True)
def fresh_kernels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is compiled already."""
    monkeypatch.setenv("TORCHINDUCTOR_CACHE_DIR", str(tmp_path / "kernels"))


def eventually(what: Callable[[], bool], within: float = PATIENCE) -> bool:
    end = time.monotonic() + within
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.02)
    return False


def begun(build: Callable[..., Any], draw_batch: Callable[..., TaskBatch]) -> tuple[Iterator[None], psutil.Process]:
    algorithm = build({"kind": "maml", "inner_lr": 0.1}, {"kind": "mlp", "hidden": "8"}, (3,), 1)
    before = set(psutil.Process().children())
    compiling = compile_ahead(algorithm, algorithm.init(torch.Generator().manual_seed(0)), draw_batch(tasks=2))
    next(compiling)
    (child,) = set(psutil.Process().children()) - before
    return compiling, child


def test_leaving_ends_the_compiler(build: Callable[..., Any], draw_batch: Callable[..., TaskBatch]) -> None:
    compiling, child = begun(build, draw_batch)
    assert child.is_running()
    compiling.close()  # type: ignore[attr-defined]
    assert not child.is_running()


def test_a_compiler_that_dies_is_an_error(build: Callable[..., Any], draw_batch: Callable[..., TaskBatch]) -> None:
    compiling, child = begun(build, draw_batch)
    child.kill()
    with pytest.raises(CompileAheadFailed):
        list(compiling)


def test_what_is_wrong_is_handed_on(draw_batch: Callable[..., TaskBatch]) -> None:
    no_algorithm: Any = "a word"
    with pytest.raises(CompileAheadFailed, match="'str' object has no attribute"):
        list(compile_ahead(no_algorithm, {"w": torch.zeros(2)}, draw_batch(tasks=2)))


PROGRAM = """
from core.experiment import Experiment
from core.training.compile_ahead import compile_ahead
from core.training.training import build, open_source
from core.places import Places
import torch

def source():
    opening = open_source(Experiment().dataset, 0, Places.default())
    while True:
        try:
            next(opening)
        except StopIteration as stop:
            return stop.value

source = source()
algorithm = build(Experiment(), source)
for _ in compile_ahead(algorithm, algorithm.init(torch.Generator()), source.sample("train", range(4))):
    print("compiling", flush=True)
"""


def test_the_compiler_does_not_outlive_the_program() -> None:
    program = subprocess.Popen([sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, text=True)
    try:
        assert program.stdout is not None
        assert program.stdout.readline() == "compiling\n"
        (child,) = psutil.Process(program.pid).children()
        time.sleep(0.5)  # it may be anywhere
    finally:
        program.kill()
        program.communicate()
    assert eventually(lambda: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE, within=10)


def test_a_run_is_left_while_it_compiles(tiny: Callable[..., Experiment], places: Places) -> None:
    experiment = tiny(compute={"mapping": "compiled"}).check()
    run = Run.create(experiment, places.runs)
    with Training(experiment, run, places) as training:
        for report in training:
            if report.event == "preparing" and report.what.startswith("Compiling"):  # type: ignore[attr-defined]
                (child,) = psutil.Process().children()
                break
    assert not child.is_running()
    assert run.status["status"] == "stopped"
