"""Processes that share a meta-batch give the gradient of one, end with whoever started them, and are never waited for
in vain."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
import torch
from torch import Tensor

from core import registry
from core.experiment import Experiment
from core.places import Places
from core.runs.run import Run
from core.tasks.task import TaskBatch, TaskFacts
from core.training import board, checkpoint, mapping, planning
from core.training.board import Board, Reader
from core.training.evaluation import measured, packed
from core.training.mapping import MetaGradient
from core.training.opening import assemble, share
from core.training.reports import Failed, IterationReport, Started
from core.training.training import Training
from core.training.workers import Work, WorkerFailed, named

PROMPT = 2.0  # seconds within which nobody is left


@pytest.fixture(autouse=True)
def boards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where boards are: this test's own place. No test may leave one there."""
    folder = tmp_path / "boards"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr(board, "_ROOM", 2**62)  # which no place has
    return folder


def eventually(what: Callable[[], bool], within: float = PROMPT) -> bool:
    end = time.monotonic() + within
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.02)
    return False


def gone(process: psutil.Process) -> bool:
    try:
        return process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def same(one: dict[str, Tensor], other: dict[str, Tensor]) -> None:
    assert one.keys() == other.keys()
    for name in one:
        torch.testing.assert_close(one[name], other[name], rtol=1e-9, atol=1e-12)


def same_mean(one: MetaGradient, other: MetaGradient) -> None:
    same(one.gradient, other.gradient)
    assert one.aux.keys() == other.aux.keys()
    for name, value in one.aux.items():
        torch.testing.assert_close(value, other.aux[name])  # an accuracy is float32 whatever the parameters are
    torch.testing.assert_close(one.loss, other.loss, rtol=1e-9, atol=1e-12)


def in_float64(values: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name: value.double() for name, value in values.items()}


# -- boards ---------------------------------------------------------------------------------------------------------


def test_what_is_written_is_read(boards: Path) -> None:
    written, reader = Board(boards, "one"), Reader()
    values = {
        "a": torch.randn(3, 5, 2, 2).to(memory_format=torch.channels_last),
        "b|c": torch.tensor(2.5, dtype=torch.float64),
        "none": torch.empty(4, 0, dtype=torch.long),
        "labels": torch.arange(3).expand(2, -1),
    }
    for _ in range(2):  # it is written on again, and grows
        found = reader.read(written.write(values))
        assert found.keys() == values.keys()
        for name, value in values.items():
            assert found[name].dtype == value.dtype
            assert torch.equal(found[name], value)
        values = {"large": torch.randn(1000), **values}
    same_place = reader.read(written.write({"a": torch.ones(2)}))
    assert torch.equal(same_place["a"], torch.ones(2))
    assert len(list(boards.iterdir())) == 2


def test_boards_lie_in_memory_where_there_is_room(boards: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert board.new_folder().parent == boards  # since no place has the room that the fixture asks for
    memory = boards / "memory"
    memory.mkdir()
    monkeypatch.setattr(board, "_IN_MEMORY", str(memory))
    monkeypatch.setattr(board, "_ROOM", 1)
    assert board.new_folder().parent == memory
    monkeypatch.setattr(board, "_IN_MEMORY", str(boards / "missing"))
    assert board.new_folder().parent == boards


def test_a_full_disk_is_an_error_and_not_a_crash(boards: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "posix_fallocate", full)
    with pytest.raises(OSError, match="No space left"):
        Board(boards, "one").write({"a": torch.ones(2)})


# -- the same gradient ----------------------------------------------------------------------------------------------


class Nearby:
    """What `Workers` are, without processes: the same work, through the same boards."""

    def __init__(self, experiment: Experiment, facts: TaskFacts, processes: int, folder: Path) -> None:
        self.processes = processes
        job = {"experiment": experiment.to_toml(), "facts": facts._asdict(), "device": "cpu", "threads": 1}
        self._work = [Work(job, number, number) for number in range(1, processes)]
        self._board, self._reader = Board(folder, "orders"), Reader()

    def ask(self, what: str, how: dict[str, Any], params: dict[str, Tensor], batches: list[TaskBatch]) -> None:
        given = self._reader.read(self._board.write(named(params, dict(enumerate(batches, 1)))))
        self._found = [work.done(what, how, given) for work, _ in zip(self._work, batches, strict=False)]

    def answers(self) -> list[dict[str, Tensor]]:
        return self._found


def trained() -> list[str]:
    return [kind for kind in registry.algorithms.kinds if registry.algorithms.settings(kind).trains_on == "tasks"]


@pytest.mark.parametrize("kind", trained())
def test_every_algorithm_has_the_gradient_of_one_process(
    kind: str, boards: Path, draw_batch: Callable[..., TaskBatch]
) -> None:
    rules = registry.algorithms.settings(kind)
    ways = 3 if "classification" in rules.tasks else None
    experiment = Experiment.from_dict(
        {
            "dataset": {"kind": "glyphs", "ways": 3} if ways else {"kind": "sinusoid"},
            "learner": {"kind": "mlp", "hidden": "6-5", "normalization": "batch"},
            "algorithm": {"kind": kind, **({"inner_steps": 2} if rules.has_inner_loop else {})},
        }
    )
    facts = TaskFacts((3,), ways or 1, 2 * (ways or 0))
    algorithm = assemble(experiment, facts).at(7)
    meta = in_float64(algorithm.init(torch.Generator().manual_seed(3)))
    group = Nearby(experiment, facts, 3, boards)
    for tasks in (1, 2, 7):  # too few for all, and not as many for each
        batch = draw_batch(tasks, (3,), ways, dtype=torch.float64)
        for way in ("sequential", "vectorised"):
            shared = mapping.distributed(way, algorithm, "float32", 7, group)  # type: ignore[arg-type]
            same_mean(shared(meta, batch), mapping.sequential(algorithm)(meta, batch))


@pytest.mark.parametrize(("tasks", "processes"), [(1, 1), (5, 2), (7, 3), (2, 4), (32, 5)])
def test_shares_are_as_equal_as_can_be(tasks: int, processes: int, draw_batch: Callable[..., TaskBatch]) -> None:
    batch = draw_batch(tasks)
    parts = mapping.shares(batch, processes)
    assert len(parts) == min(tasks, processes)
    assert max(part.tasks for part in parts) - min(part.tasks for part in parts) <= 1
    for field, whole in zip(zip(*parts, strict=True), batch, strict=True):
        assert torch.equal(torch.cat(field), whole)


def test_processes(tiny: Callable[..., Experiment], boards: Path, draw_batch: Callable[..., TaskBatch]) -> None:
    """With real ones: gradients, scores, an error in one of them, and their end."""
    experiment = tiny(algorithm={"kind": "maml", "inner_steps": 2})
    facts = TaskFacts((1,), 1, 0)
    algorithm = assemble(experiment, facts)
    meta = in_float64(algorithm.init(torch.Generator().manual_seed(3)))

    def draw(tasks: int) -> TaskBatch:
        return draw_batch(tasks, (1,), dtype=torch.float64)

    with share(experiment, facts, 3, "cpu") as workers:
        begun = sum(1 for _ in workers.start())
        assert begun, "it can be left while they start"
        children = psutil.Process().children()
        assert len(children) == 2
        for tasks in (1, 7, 2, 40):
            shared = mapping.distributed("vectorised", algorithm, "float32", 0, workers)
            same_mean(shared(meta, draw(tasks)), mapping.sequential(algorithm)(meta, draw(tasks)))
        how = {"steps": 3, "evaluated": 2, "metrics": ["mse"], "vectorised": False}
        workers.ask("measure", how, meta, [draw(2), draw(3)])
        for tasks, answer in zip((2, 3), workers.answers(), strict=True):
            same(answer, packed(measured(algorithm, meta, draw(tasks), **how)))
        narrow = {**meta, "layer1.weight": meta["layer1.weight"][:, :0]}
        workers.ask("gradient", {"way": "vectorised", "precision": "float32", "iteration": 0}, narrow, [draw(2)])
        with pytest.raises(WorkerFailed, match=r"RuntimeError: .*, in worker process 1 of 2") as raised:
            workers.answers()
        assert "in gradient" in raised.value.complaints
    assert all(gone(child) for child in children)
    assert list(boards.glob("innerloop-*")) == []


# -- a run ----------------------------------------------------------------------------------------------------------

ITERATIONS, KILLED_AT = 60, 37

PROGRAM = """
import sys, time
from pathlib import Path

from core.places import Places
from core.runs.run import Run
from core.tasks.sinusoid import SinusoidTasks
from core.training.training import Training

run, home, last = Run.open(Path(sys.argv[1])), Path(sys.argv[2]), int(sys.argv[3])
with Training(run.experiment, run, Places(home, home, home, home)) as training:
    for report in training:
        if report.event == "iteration" and report.iteration == last:
            # Work that would take hours, so that the worker is busy when its program dies.
            batch = SinusoidTasks(run.experiment.dataset, 0).sample("train", range(1))
            how = {"steps": 10**9, "evaluated": 0, "metrics": [], "vectorised": False}
            training._workers.ask("measure", how, training._outer.meta, [batch])
            print("there", flush=True)
            time.sleep(60)
"""


def experiment_of(tiny: Callable[..., Experiment], **sections: Any) -> Experiment:
    sections.setdefault("compute", {"workers": 2, "checkpoint_every": 20})
    return tiny(
        outer={"iterations": ITERATIONS, "meta_batch_size": 5},
        evaluation={"every": 25, "tasks": 9, "test_tasks": 9},
        **sections,
    )


def finish(run: Run, places: Places) -> None:
    with Training(run.experiment, run, places) as training:
        list(training)
    assert run.status["status"] == "finished", run.status


def workers_of_this_process() -> Iterator[psutil.Process]:
    return (child for child in psutil.Process().children() if "core.training.pipes" in child.cmdline())


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_killed_and_resumed_it_ends_with_the_same_bits_and_leaves_no_orphans(
    tiny: Callable[..., Experiment], places: Places, boards: Path
) -> None:
    experiment = experiment_of(tiny)
    run, unbroken, alone = (Run.create(experiment, places.runs) for _ in range(3))
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(run.path), str(places.home), str(KILLED_AT)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    with program.stdout:
        assert program.stdout.readline() == "there\n"
        (orphan,) = psutil.Process(program.pid).children()
        used = sum(orphan.cpu_times()[:2])
        assert eventually(lambda: sum(orphan.cpu_times()[:2]) > used + 0.2, 30), "it is at work"
        program.kill()
        program.wait()
    assert eventually(lambda: gone(orphan))
    assert eventually(lambda: not any(path.name.startswith("innerloop-") for path in boards.iterdir()))
    assert checkpoint.newest(run.checkpoints)[0].name == checkpoint.iteration_name(20)
    for each in (run, unbroken):
        finish(each, places)
    for name in (checkpoint.iteration_name(ITERATIONS), checkpoint.BEST):
        here, there = (checkpoint.load(each.checkpoints / name).tensors for each in (run, unbroken))
        assert here.keys() == there.keys()
        assert all(torch.equal(value, there[key]) for key, value in here.items())
    clock = {"seconds": 0, "tasks_per_second": 0, "run": ""}
    one, other = ([{**record, **clock} for record in each.records()] for each in (run, unbroken))
    assert one == other
    # And it is what one process computes, but for rounding.
    with Training(experiment.with_value("compute.workers", 1), alone, places) as training:
        list(training)
    for shared, single in zip(unbroken.records(), alone.records(), strict=True):
        for figure in {"loss", "after"} & shared.keys():
            assert shared[figure] == pytest.approx(single[figure], rel=1e-3)


def test_leaving_pausing_and_the_death_of_a_worker(
    tiny: Callable[..., Experiment], places: Places, boards: Path
) -> None:
    experiment = experiment_of(tiny)
    run = Run.create(experiment, places.runs)
    with Training(experiment, run, places) as training:
        for report in training:
            if isinstance(report, IterationReport) and report.iteration == 3:
                (worker,) = workers_of_this_process()
                training.pause()
                used = sum(worker.cpu_times()[:2])
                time.sleep(0.5)
                assert sum(worker.cpu_times()[:2]) - used < 0.1, "it waits"
                training.resume()
            if isinstance(report, IterationReport) and report.iteration == 6:
                break
    assert gone(worker)
    assert list(boards.glob("innerloop-*")) == []
    assert run.status["status"] == "stopped"
    # Though `auto` would take one process for this experiment, it goes on with two: with those it has begun.
    automatic = experiment.with_value("compute.workers", None)
    with Training(automatic, run, places) as training:
        for report in training:
            if isinstance(report, Started):
                assert (report.iteration, report.mapping) == (6, "vectorised in 2 processes")
            if isinstance(report, IterationReport) and report.iteration == 9:
                (worker,) = workers_of_this_process()
                worker.kill()
                killed = time.monotonic()
    assert time.monotonic() - killed < PROMPT
    assert isinstance(report, Failed)
    assert report.error is not None
    assert report.error["title"] == "A worker process failed"
    assert report.error["what"] == f"Worker process 1 of 1 was ended by signal {signal.SIGKILL:d}."
    assert "compute.workers" in report.error["remedy"]
    assert run.status["status"] == "failed"
    assert list(boards.glob("innerloop-*")) == []


def test_diverging(tiny: Callable[..., Experiment], places: Places) -> None:
    experiment = experiment_of(tiny, algorithm={"kind": "maml", "inner_lr": 100.0, "inner_steps": 20})
    with Training(experiment, Run.create(experiment, places.runs), places) as training:
        *_, failed = training
        assert isinstance(failed, Failed)
        assert failed.error is not None
        assert failed.error["title"] == "The run diverged"
        assert list(workers_of_this_process()) == []


def test_a_worker_that_cannot_start_is_told_of(
    tiny: Callable[..., Experiment], places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    experiment = experiment_of(tiny)
    with Training(experiment, Run.create(experiment, places.runs), places) as training:
        *_, failed = training
    assert isinstance(failed, Failed)
    assert failed.error is not None
    assert failed.error["what"] == "Worker process 1 of 1 ended with exit code 1."


# -- which number ---------------------------------------------------------------------------------------------------

PICTURES: dict[str, Any] = {
    "dataset": {"kind": "glyphs"}, "learner": {"kind": "conv4"}, "outer": {"meta_batch_size": 4},
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "threads", "processes", "each"),
    [
        ({}, 2, 2, 1),
        ({}, 1, 1, None),
        ({}, 3, 2, 1),  # a third would not spare anybody a task
        ({}, 64, 4, 16),
        ({"outer.meta_batch_size": 100}, 64, 15, 4),
        ({"outer.meta_batch_size": 1}, 8, 1, None),
        ({"outer.iterations": 100}, 8, 1, None),
        ({"algorithm.kind": "prototypical"}, 8, 4, 2),
        ({"learner.kind": "mlp", "dataset.kind": "sinusoid"}, 8, 1, 1),
        ({"compute.workers": 3}, 8, 3, 2),
        ({"compute.workers": 3, "learner.kind": "mlp", "dataset.kind": "sinusoid"}, 8, 3, 1),
        ({"compute.workers": 1}, 8, 1, None),
        ({"compute.mapping": "sequential"}, 2, 2, 1),
        ({"compute.mapping": "compiled"}, 2, 2, 1),
    ],
)
def test_how_many_processes(
    changes: dict[str, Any], threads: int, processes: int, each: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    experiment = Experiment.from_dict(PICTURES)
    for path, value in changes.items():
        experiment = experiment.with_value(path, value)
    monkeypatch.setattr(planning, "machine_threads", lambda: threads)
    plan = planning.plan(experiment, "cpu")
    assert (plan.processes, plan.threads) == (processes, each)
    if "compute.workers" not in changes:
        assert planning.plan(experiment, "cuda").processes == 1
    # A run keeps the number that it began with; a number in the experiment stands above that.
    assert planning.plan(experiment, "cpu", 5).processes == changes.get("compute.workers", 5)
    assert planning.plan(experiment, "cpu", 1).processes == changes.get("compute.workers", 1)
