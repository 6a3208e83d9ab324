"""A kernel is compiled beside the program: it can be left at any time, and nobody is left behind."""

import subprocess
import sys
import tempfile
import threading
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
from core.tasks.task import TaskBatch, TaskFacts
from core.training import gradients, mapping, planning
from core.training.compile_ahead import CompileAheadFailed, compile_ahead
from core.training.opening import assemble
from core.training.reports import IterationReport
from core.training.training import Training

pytestmark = pytest.mark.skipif(mapping.compiler() is None, reason="needs a C++ compiler")
PATIENCE = 60.0  # seconds


@pytest.fixture(autouse=True)
def fresh_kernels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is compiled already, and temporary files are where a test can see them."""
    monkeypatch.setenv("TORCHINDUCTOR_CACHE_DIR", str(tmp_path / "kernels"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    (tmp_path / "temporary").mkdir()


def eventually(what: Callable[[], bool], within: float = PATIENCE) -> bool:
    end = time.monotonic() + within
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.02)
    return False


@pytest.fixture
def simple(tiny: Callable[..., Experiment]) -> Experiment:
    """An experiment whose kernel is a few pieces of C++, each of which takes the compiler seconds."""
    return tiny(algorithm={"first_order": True}, learner={"hidden": "4"})


def begun(experiment: Experiment, draw_batch: Callable[..., TaskBatch]) -> tuple[Any, psutil.Process]:
    algorithm = assemble(experiment, TaskFacts((1,), 1, 0))
    meta = algorithm.init(torch.Generator().manual_seed(0))
    before = set(psutil.Process().children())
    compiling = compile_ahead(experiment, algorithm, 0, meta, [draw_batch(tasks=2, shape=(1,))])
    next(compiling)
    (child,) = set(psutil.Process().children()) - before
    return compiling, child


def compiler_below(child: psutil.Process) -> psutil.Process | None:
    """The C++ compiler that the process has started, if it is at work now."""
    below = [process for process in child.children(recursive=True) if "cc1plus" in process.name()]
    return below[0] if below else None


def gone(process: psutil.Process) -> bool:
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def test_leaving_ends_the_compiler(simple: Experiment, draw_batch: Callable[..., TaskBatch], tmp_path: Path) -> None:
    compiling, child = begun(simple, draw_batch)
    assert not gone(child)
    found = None
    while found is None:
        next(compiling)
        found = compiler_below(child)
    compiling.close()
    assert not child.is_running()
    assert eventually(lambda: gone(found), within=10)
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_compiler_that_dies_is_an_error(simple: Experiment, draw_batch: Callable[..., TaskBatch]) -> None:
    compiling, child = begun(simple, draw_batch)
    child.kill()
    with pytest.raises(CompileAheadFailed, match="ended by signal 9"):
        list(compiling)


def test_what_is_wrong_is_handed_on(
    simple: Experiment, draw_batch: Callable[..., TaskBatch], monkeypatch: pytest.MonkeyPatch
) -> None:
    algorithm = assemble(simple, TaskFacts((1,), 1, 0))
    meta = algorithm.init(torch.Generator().manual_seed(0))
    meta["layer1.weight"] = meta["layer1.weight"][:, :0]
    with pytest.raises(CompileAheadFailed, match=r"RuntimeError: .*shape") as raised:
        list(compile_ahead(simple, algorithm, 0, meta, [draw_batch(tasks=2, shape=(1,))]))
    assert "Traceback" in raised.value.complaints


def test_the_kernel_is_found_afterwards(
    simple: Experiment, draw_batch: Callable[..., TaskBatch], tmp_path: Path
) -> None:
    """What was compiled ahead is what compiling asks for: no kernel is added to those on the disk."""
    algorithm = assemble(simple, TaskFacts((1,), 1, 0))
    meta, example = algorithm.init(torch.Generator().manual_seed(0)), draw_batch(tasks=2, shape=(1,))
    list(compile_ahead(simple, algorithm, 0, meta, [example]))
    before = set((tmp_path / "kernels").rglob("*.so"))
    assert before
    mapping.compiled(algorithm, meta, example)
    assert set((tmp_path / "kernels").rglob("*.so")) == before


PROGRAM = """
from core.experiment import Experiment
from core.training.compile_ahead import compile_ahead
from core.training.opening import build, open_source
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
meta = algorithm.init(torch.Generator())
for _ in compile_ahead(Experiment(), algorithm, 0, meta, [source.sample("train", range(4))]):
    print("compiling", flush=True)
"""


def test_the_compiler_does_not_outlive_the_program(tmp_path: Path) -> None:
    program = subprocess.Popen([sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, text=True)
    try:
        assert program.stdout is not None
        assert program.stdout.readline() == "compiling\n"
        (child,) = psutil.Process(program.pid).children()
        found: list[psutil.Process | None] = [None]

        def compiles() -> bool:
            found[0] = compiler_below(child)
            return found[0] is not None

        reading = threading.Thread(target=program.stdout.read, daemon=True)  # so that it need not wait for a reader
        reading.start()
        assert eventually(compiles)
    finally:
        program.kill()
        program.wait()
    reading.join()
    program.stdout.close()
    compiler = found[0]
    assert compiler is not None
    assert eventually(lambda: gone(child) and gone(compiler), within=10)
    assert eventually(lambda: list((tmp_path / "temporary").iterdir()) == [], within=10)


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


@pytest.fixture
def compiled_late(tiny: Callable[..., Experiment], monkeypatch: pytest.MonkeyPatch) -> Experiment:
    """A run whose kernel is compiled beside its iterations 3 to 7, and used from iteration 8 on."""
    monkeypatch.setattr(planning, "COMPILE_AT", 3)
    monkeypatch.setattr(planning, "COMPILING", {"vector": 5})
    monkeypatch.setattr(planning, "WORTH_COMPILING", {"vector": 10})
    return tiny(compute={"mapping": "auto"}).check()


def test_training_goes_on_while_the_compiler_works(
    compiled_late: Experiment, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = 0  # iterations
    seen = list[tuple[str, int]]()

    def work(*job: Any) -> Iterator[None]:
        seen.append(("begun", done))
        yield
        seen.append(("waited for", done))
        yield

    def compiled(algorithm: Any, meta: Any, example: TaskBatch) -> mapping.Mapped:
        seen.append(("loaded", done))
        return mapping.vectorised(algorithm)

    monkeypatch.setattr(gradients, "compile_ahead", work)
    monkeypatch.setattr(mapping, "compiled", compiled)
    run = Run.create(compiled_late, places.runs)
    with Training(compiled_late, run, places) as training:
        for report in training:
            done = report.iteration if isinstance(report, IterationReport) else done
    assert seen == [("begun", 3), ("waited for", 8), ("loaded", 8)]
    assert run.status["status"] == "finished"


def test_a_run_is_left_while_it_is_compiled_beside_it(compiled_late: Experiment, places: Places) -> None:
    with Training(compiled_late, Run.create(compiled_late, places.runs), places) as training:
        for report in training:
            if isinstance(report, IterationReport) and report.iteration == 5:
                (child,) = psutil.Process().children()
                break
    assert not child.is_running()


def test_a_compiler_that_cannot_start_is_tried_again(
    compiled_late: Experiment, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = 0

    def work(*job: Any) -> Iterator[None]:
        nonlocal tried
        tried += 1
        raise OSError("no space is left on the disk")
        yield

    monkeypatch.setattr(gradients, "compile_ahead", work)
    run = Run.create(compiled_late, places.runs)
    with Training(compiled_late, run, places) as training:
        warnings = [report.message for report in training if report.event == "warning"]  # type: ignore[attr-defined]
    assert tried == 2
    assert warnings == ["Compiling failed (no space is left on the disk); the run goes on vectorised, which is slower"]
    assert run.status["status"] == "finished"
