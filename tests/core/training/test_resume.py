"""A killed run goes on from its newest whole checkpoint, and ends with the bits of the unbroken run."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
import torch

from core.experiment import Experiment
from core.places import Places
from core.runs.run import Run
from core.training import checkpoint
from core.training.reports import Report, Started, Warned
from core.training.training import Training

ITERATIONS, KILLED_AT = 200, 127

PROGRAM = """
import os, signal, sys
from pathlib import Path

from core.places import Places
from core.runs.run import Run
from core.training.training import Training

run, home, last = Run.open(Path(sys.argv[1])), Path(sys.argv[2]), int(sys.argv[3])
with Training(run.experiment, run, Places(home, home, home, home)) as training:
    for report in training:
        if report.event == "iteration" and report.iteration == last:
            os.kill(os.getpid(), signal.SIGKILL)
"""

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")


def experiment_of(tiny: Callable[..., Experiment]) -> Experiment:
    return tiny(
        outer={"iterations": ITERATIONS, "meta_batch_size": 4, "schedule": "cosine", "optimizer": "adam"},
        evaluation={"every": 40, "tasks": 8, "test_tasks": 8},
        compute={"checkpoint_every": 50, "mapping": "auto"},
    )


def killed(experiment: Experiment, places: Places, last: int = KILLED_AT) -> Run:
    run = Run.create(experiment, places.runs)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(run.path), str(places.home), str(last)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    return run


def finish(run: Run, places: Places) -> list[Report]:
    with Training(run.experiment, run, places) as training:
        return list(training)


def compare(run: Run, unbroken: Run) -> None:
    """Identical tensors at the end, and each iteration told exactly once with equal losses."""
    for name in (checkpoint.iteration_name(ITERATIONS), checkpoint.BEST):
        one, other = (checkpoint.load(found.checkpoints / name) for found in (run, unbroken))
        assert one.tensors.keys() == other.tensors.keys()
        for key, value in one.tensors.items():
            assert torch.equal(value, other.tensors[key]), f"{name}: {key} differs"

    def story(found: Run) -> list[Any]:
        clock = ("seconds", "tasks_per_second", "run")
        return [{key: value for key, value in record.items() if key not in clock} for record in found.records()]

    told = [record["iteration"] for record in run.records() if record["event"] == "iteration"]
    assert told == list(range(1, ITERATIONS + 1))
    assert story(run) == story(unbroken)
    assert run.status["status"] == "finished"
    assert run.status["best"] == unbroken.status["best"]


@pytest.fixture(scope="module")
def unbroken(tiny: Callable[..., Experiment], tmp_path_factory: pytest.TempPathFactory) -> Run:
    home = tmp_path_factory.mktemp("unbroken")
    run = Run.create(experiment_of(tiny), home)
    finish(run, Places(home, home, home, home))
    return run


def test_killed_and_resumed(tiny: Callable[..., Experiment], places: Places, unbroken: Run) -> None:
    run = killed(experiment_of(tiny), places)
    assert (run.status["status"], run.status["iteration"]) == ("crashed", 120)
    assert not run.is_held()
    assert run.records()[-1]["iteration"] == KILLED_AT
    reports = finish(run, places)
    (started,) = [report for report in reports if isinstance(report, Started)]
    assert started.iteration == 100
    assert not any(isinstance(report, Warned) for report in reports)
    compare(run, unbroken)


def test_a_damaged_newest_checkpoint_gives_way_to_the_one_before(
    tiny: Callable[..., Experiment], places: Places, unbroken: Run
) -> None:
    run = killed(experiment_of(tiny), places)
    newest, before = checkpoint.newest(run.checkpoints)
    assert (newest.name, before.name) == (checkpoint.iteration_name(100), checkpoint.iteration_name(50))
    newest.write_bytes(newest.read_bytes()[:-40])
    with open(run.metrics_path, "ab") as file:
        file.write(b'{"event":"iteration","iter')  # the line that the crash cut short
    reports = finish(run, places)
    (warned,) = [report for report in reports if isinstance(report, Warned)]
    assert newest.name in warned.message
    assert f"going on from {before.name}" in warned.message
    assert newest.name in (run.path / "log.txt").read_text()
    (started,) = [report for report in reports if isinstance(report, Started)]
    assert started.iteration == 50
    compare(run, unbroken)


def test_without_any_checkpoint_a_run_begins_again(
    tiny: Callable[..., Experiment], places: Places, unbroken: Run
) -> None:
    run = killed(experiment_of(tiny), places, last=30)
    assert not run.checkpoints.exists()
    reports = finish(run, places)
    (started,) = [report for report in reports if isinstance(report, Started)]
    assert started.iteration == 0
    compare(run, unbroken)


def test_the_draws_do_not_depend_on_how_many_are_drawn_at_once(tiny: Callable[..., Experiment]) -> None:
    """A resumed run draws its tasks in other portions than the unbroken run did."""
    from core.tasks.sinusoid import SinusoidTasks

    experiment = experiment_of(tiny)
    source = SinusoidTasks(experiment.dataset, experiment.seed)  # type: ignore[arg-type]
    together = source.sample("train", range(400), 7)
    for start, stop in ((0, 1), (3, 7), (127, 191), (399, 400)):
        part = source.sample("train", range(start, stop), 7)
        for one, whole in zip(part, together, strict=True):
            assert torch.equal(one, whole[start:stop])
