"""Where memory runs out, fewer tasks are taken at once: the same gradients, with a word about it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from core import memory
from core.experiment import Experiment
from core.places import Places
from core.runs.run import Run
from core.tasks.task import TaskBatch
from core.training import checkpoint, evaluation, gradients, mapping
from core.training.mapping import MetaGradient
from core.training.reports import Failed, Report, Warned
from core.training.training import Training
from core.training.workers import WorkerFailed

Tiny = Callable[..., Experiment]
TASKS = 7


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], list[int]]:
    """Leaves memory for so many tasks at once, in what is vectorised; returns what is tried from then on."""

    def leave(most: int) -> list[int]:
        tried: list[int] = []
        vectorised = mapping.vectorised

        def limited(algorithm: Any) -> mapping.Mapped:
            run = vectorised(algorithm)

            def run_if_there_is_room(meta: dict[str, torch.Tensor], batch: TaskBatch) -> MetaGradient:
                if batch.query_x.is_meta:
                    return run(meta, batch)  # counted, which takes none
                tried.append(batch.tasks)
                if batch.tasks > most:
                    raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")
                return run(meta, batch)

            return run_if_there_is_room

        monkeypatch.setattr(mapping, "vectorised", limited)
        return tried

    return leave


def trained(experiment: Experiment, places: Places, leave_after: int | None = None) -> tuple[Run, list[Report]]:
    run = Run.create(experiment, places.runs)
    return run, gone_on(run, places, leave_after)


def gone_on(run: Run, places: Places, leave_after: int | None = None) -> list[Report]:
    reports = []
    with Training(run.experiment, run, places) as training:
        for report in training:
            reports.append(report)
            if getattr(report, "iteration", None) == leave_after and report.event == "iteration":
                break
    return reports


def warnings_of(reports: list[Report]) -> list[str]:
    return [report.message for report in reports if isinstance(report, Warned)]


def last(run: Run) -> checkpoint.Checkpoint:
    return checkpoint.load(checkpoint.newest(run.checkpoints)[0])


@pytest.fixture
def experiment(tiny: Tiny) -> Experiment:
    return tiny(outer={"meta_batch_size": TASKS}, algorithm={"kind": "maml", "inner_steps": 2})


@pytest.mark.parametrize("ways", [None, 3])
@pytest.mark.parametrize("at_once", [1, 2, 3, 5, 7, 9])
def test_pieces_have_the_gradient_of_the_whole(
    build: Callable[..., Any], draw_batch: Callable[..., TaskBatch], at_once: int, ways: int | None
) -> None:
    algorithm = build({"kind": "maml", "inner_steps": 2}, {"kind": "mlp", "hidden": "6-5"}, ways=ways)
    meta = {k: v.double() for k, v in algorithm.init(torch.Generator().manual_seed(3)).items()}
    batch = draw_batch(TASKS, (3,), ways, dtype=torch.float64)
    one, whole = (
        mapping.in_one_process("vectorised", algorithm, at_once=count)(meta, batch) for count in (at_once, None)
    )
    for name, value in whole.gradient.items():
        torch.testing.assert_close(one.gradient[name], value, rtol=1e-10, atol=1e-12)
    torch.testing.assert_close(one.loss, whole.loss, rtol=1e-10, atol=1e-12)
    assert one.aux.keys() == whole.aux.keys()
    for name, value in whole.aux.items():
        torch.testing.assert_close(one.aux[name], value)


def test_no_piece_is_larger_than_asked(
    build: Callable[..., Any], draw_batch: Callable[..., TaskBatch], room: Any
) -> None:
    tried = room(100)
    algorithm = build({"kind": "maml"}, {"kind": "mlp"})
    mapping.in_one_process("vectorised", algorithm, at_once=3)(
        algorithm.init(torch.Generator().manual_seed(3)), draw_batch(TASKS)
    )
    assert sorted(tried) == [2, 2, 3]


def test_it_is_halved_until_it_fits_and_told(experiment: Experiment, places: Places, room: Any) -> None:
    free, _ = trained(experiment, places)
    tried = room(2)
    run, reports = trained(experiment, places)
    assert tried[:4] == [7, 2, 2, 3]
    assert set(tried[4:]) == {1}
    assert warnings_of(reports) == [
        "Memory ran out with 7 tasks at once; from now on at most 3 are taken, which gives the same meta-gradient",
        "Memory ran out with 3 tasks at once; from now on at most 1 are taken, which gives the same meta-gradient",
    ]
    assert run.status["status"] == "finished"
    log = (run.path / "log.txt").read_text(encoding="utf-8")
    assert "warning: Memory ran out with 7 tasks at once" in log
    assert last(run).state["tasks_at_once"] == 1
    for one, other in zip(run.records(), free.records(), strict=True):
        for figure in {"loss", "after"} & one.keys():
            assert one[figure] == pytest.approx(other[figure], rel=1e-3)


def test_a_run_goes_on_with_what_it_has_come_to(experiment: Experiment, places: Places, room: Any) -> None:
    tried = room(4)
    unbroken, _ = trained(experiment, places)
    run, _ = trained(experiment, places, leave_after=13)
    tried.clear()
    assert warnings_of(gone_on(run, places)) == []
    assert max(tried) == 3
    one, other = last(run), last(unbroken)
    assert all(torch.equal(value, other.tensors[name]) for name, value in one.tensors.items())
    assert one.state["tasks_at_once"] == other.state["tasks_at_once"] == 3


def test_a_number_in_the_experiment_is_kept_to(experiment: Experiment, places: Places, room: Any) -> None:
    tried = room(4)
    run, reports = trained(experiment.with_value("compute.tasks_at_once", 4), places)
    assert set(tried) == {3, 4}
    assert warnings_of(reports) == []
    assert last(run).state["tasks_at_once"] == 4


def test_one_task_that_does_not_fit_ends_the_run(experiment: Experiment, places: Places, room: Any) -> None:
    tried = room(0)
    run, (*_, failed) = trained(experiment, places)
    assert tried == [7, 2, 1]
    assert isinstance(failed, Failed)
    assert failed.error is not None
    assert failed.error["title"] == "Out of memory"
    assert "learner.hidden" in {remedy["path"] for remedy in failed.error["remedies"]}
    assert run.status["status"] == "failed"
    assert run.status["error"]["remedies"] == failed.error["remedies"]


def test_other_errors_are_not_taken_for_this_one(
    experiment: Experiment, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("shapes do not match")

    monkeypatch.setattr(mapping, "vectorised", lambda algorithm: broken)
    _, (*_, failed) = trained(experiment, places)
    assert isinstance(failed, Failed)
    assert failed.error is not None
    assert failed.error["what"] == "shapes do not match"


@pytest.mark.parametrize(
    ("error", "meant"),
    [
        (MemoryError(), True),
        (torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 GiB"), True),
        (
            RuntimeError("[enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory"),
            True,
        ),
        (WorkerFailed("OutOfMemoryError: CUDA out of memory, in rank 1 of 2", ""), True),
        (WorkerFailed("MemoryError: , in worker process 1 of 1", ""), True),
        (RuntimeError("std::bad_alloc"), True),
        (RuntimeError("could not create a primitive"), True),
        (RuntimeError("could not create a primitive descriptor for a convolution"), False),
        (RuntimeError("shapes do not match"), False),
        (WorkerFailed("worker process 1 of 1 was ended by signal 9", ""), False),
    ],
)
def test_what_counts(error: Exception, meant: bool) -> None:
    assert memory.ran_out(error) is meant


def test_measuring(experiment: Experiment, places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    free, _ = trained(experiment, places)
    plain, tried = evaluation.measured, list[int]()

    def limited(algorithm: Any, params: Any, batch: TaskBatch, **how: Any) -> Any:
        tried.append(batch.tasks)
        if batch.tasks > 3:
            raise RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 12 bytes")
        return plain(algorithm, params, batch, **how)

    monkeypatch.setattr(evaluation, "measured", limited)
    run, reports = trained(experiment, places)
    assert max(tried) == 8
    assert warnings_of(reports)[0] == "Memory ran out while 8 tasks were measured at once; now at most 4 are"
    assert run.status["status"] == "finished"
    for one, other in zip(run.records(), free.records(), strict=True):
        if "after" in one:
            assert one["after"] == pytest.approx(other["after"], rel=1e-6)


def test_compiled(experiment: Experiment, places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """Kernels for fewer tasks are compiled then, ahead and for each number of tasks that is met."""
    free, _ = trained(experiment, places)
    ahead, met = list[list[int]](), list[int]()

    def compile_ahead(*job: Any) -> Iterator[None]:
        ahead.append([example.tasks for example in job[-1]])
        yield

    def compiled(algorithm: Any, meta: dict[str, torch.Tensor], example: TaskBatch) -> mapping.Mapped:
        run, tasks = mapping.vectorised(algorithm), example.tasks
        met.append(tasks)

        def kernel(meta: dict[str, torch.Tensor], batch: TaskBatch) -> MetaGradient:
            assert batch.tasks == tasks
            if tasks > 3:
                raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")
            return run(meta, batch)

        return kernel

    monkeypatch.setattr(mapping, "compiled", compiled)
    monkeypatch.setattr(mapping, "compiler", lambda: "/usr/bin/c++")
    monkeypatch.setattr(gradients, "compile_ahead", compile_ahead)
    run, reports = trained(experiment.with_value("compute.mapping", "compiled"), places)
    assert run.status["status"] == "finished"
    assert ahead == [[7], [2, 3]]
    assert met == [7, 2, 3]
    assert [message.partition(";")[0] for message in warnings_of(reports)] == ["Memory ran out with 7 tasks at once"]
    for one, other in zip(run.records(), free.records(), strict=True):
        if one["event"] == "iteration":
            assert one["loss"] == pytest.approx(other["loss"], rel=1e-5)


# -- really -----------------------------------------------------------------------------------------------------------

PROGRAM = """
import json, resource, sys
from pathlib import Path

from core.places import Places
from core.runs.run import Run
from core.training import mapping
from core.training.training import Training

run, home = Run.open(Path(sys.argv[1])), Path(sys.argv[2])
with Training(run.experiment, run, Places(home, home, home, home)) as training:
    for report in training:
        if report.event == "started":
            used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
            resource.setrlimit(resource.RLIMIT_AS, (used + int(sys.argv[3]),) * 2)
        if report.event in ("warning", "finished", "failed"):
            print(json.dumps(report.to_json()), flush=True)
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs Linux")
@pytest.mark.parametrize("processes", [1, 2])
def test_memory_that_is_really_short(places: Places, tmp_path: Path, processes: int) -> None:
    experiment = Experiment.from_dict(
        {
            "dataset": {"kind": "glyphs", "queries": 5},
            "learner": {"kind": "conv4", "filters": 16},
            "algorithm": {"kind": "maml", "inner_steps": 2},
            "outer": {"iterations": 1, "meta_batch_size": 192},
            "evaluation": {"tasks": 2, "test_tasks": 2},
            "compute": {"workers": processes, "mapping": "vectorised", "device": "cpu"},
        }
    )
    run = Run.create(experiment, places.runs)
    child = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(run.path), str(tmp_path), str(1000 * 2**20)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "OMP_NUM_THREADS": "1"},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    *warnings, end = (json.loads(line) for line in child.stdout.splitlines())
    assert end["status"] == "finished", (end, warnings, child.stderr)
    assert warnings
    assert all("Memory ran out" in warning["message"] for warning in warnings)
