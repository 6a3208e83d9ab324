"""Ranks that torchrun has started compute what workers on one machine do, and end with whoever of them dies.

Most tests start the ranks themselves, in the way that torchrun speaks to them: it needs seconds for that.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import pytest
import torch

from core.experiment import Experiment
from core.places import Places
from core.runs.run import Run
from core.training import checkpoint, planning, ranks
from core.training.ranks import Crew
from core.training.training import Training

pytestmark = pytest.mark.skipif(
    not (hasattr(signal, "SIGKILL") and torch.distributed.is_available() and torch.distributed.is_gloo_available()),
    reason="needs gloo and SIGKILL",
)
PROMPT = 2.0  # seconds within which a rank ends whose rank 0, or torchrun, is gone
TORCHRUN = [sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", "2", "-m", "core.cli"]
ENVIRONMENT = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "OMP_NUM_THREADS": "1"}


@pytest.fixture
def written(tiny: Callable[..., Experiment], tmp_path: Path) -> Callable[..., str]:
    """Writes an experiment file; keyword arguments are as for `tiny`."""

    def write(**sections: Any) -> str:
        sections["outer"] = {"iterations": 60, "meta_batch_size": 5, **sections.get("outer", {})}
        path = tmp_path / "experiment.toml"
        path.write_text(tiny(**sections).to_toml())
        return str(path)

    return write


class Started:
    """Processes of one command, the first of which is watched: what it writes, and how it ends."""

    def __init__(self, processes: list[subprocess.Popen[str]]) -> None:
        self.first, self.processes = processes[0], processes

    def ranks(self) -> list[psutil.Process]:
        """All that run the command itself, by their rank."""
        mine = [psutil.Process(process.pid) for process in self.processes]
        mine += [child for process in mine for child in process.children(recursive=True)]
        return sorted((one for one in mine if "RANK" in one.environ()), key=lambda one: one.environ()["RANK"])

    def until(self, event: str) -> dict[str, Any]:
        assert self.first.stdout is not None
        for line in self.first.stdout:
            report: dict[str, Any] = json.loads(line)
            if report["event"] == event:
                return report
        raise AssertionError(f"no {event}: {self.first.communicate()[1]}")

    def ends(self) -> tuple[int, list[dict[str, Any]], str]:
        """Exit code of the first, its further reports, and what all wrote to stderr."""
        out, err = self.first.communicate(timeout=60)
        for process in self.processes[1:]:
            more, complaints = process.communicate(timeout=60)
            assert more == "", "a rank that is not the first prints nothing"
            err += complaints
        return self.first.returncode, [json.loads(line) for line in out.splitlines()], err


@contextmanager
def running(commands: list[tuple[list[str], dict[str, str]]]) -> Iterator[Started]:
    processes = [
        subprocess.Popen(
            command, env={**os.environ, **ENVIRONMENT, **more}, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for command, more in commands
    ]  # fmt: skip
    started = Started(processes)
    try:
        yield started
    finally:
        for process in processes:
            process.kill()
            process.communicate()


def by_torchrun(*arguments: str) -> list[tuple[list[str], dict[str, str]]]:
    return [([*TORCHRUN, *arguments], {})]


def by_hand(*arguments: str, size: int = 2) -> list[tuple[list[str], dict[str, str]]]:
    with socket.create_server(("", 0)) as free:
        where = {"MASTER_ADDR": "localhost", "MASTER_PORT": str(free.getsockname()[1]), "WORLD_SIZE": str(size)}
    return [([sys.executable, "-m", "core.cli", *arguments], {**where, "RANK": str(rank)}) for rank in range(size)]


def all_gone(processes: list[psutil.Process], within: float) -> bool:
    _, alive = psutil.wait_procs(processes, within)
    return not [one for one in alive if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]


def only_run() -> Run:
    (path,) = (path for path in Places.default().runs.iterdir() if path.is_dir())
    return Run.open(path)


def told(run: Run) -> list[dict[str, Any]]:
    clock = {"seconds": 0, "tasks_per_second": 0, "run": ""}
    return [{**record, **clock} for record in run.records()]


def same_ends(one: Run, other: Run) -> None:
    last = checkpoint.newest(one.checkpoints)[0].name
    for name in (last, checkpoint.BEST):
        here, there = (checkpoint.load(run.checkpoints / name).tensors for run in (one, other))
        assert here.keys() == there.keys()
        assert all(torch.equal(value, there[key]) for key, value in here.items())
    assert told(one) == told(other)


def with_local_workers(experiment: Experiment, places: Places, processes: int) -> Run:
    run = Run.create(experiment, places.runs)
    with Training(experiment.with_value("compute.workers", processes), run, places) as training:
        list(training)
    return run


def test_the_bits_are_those_of_workers_on_one_machine(written: Callable[..., str], places: Places) -> None:
    file = written()
    with running(by_torchrun("train", file, "--json")) as started:
        assert started.until("started")["mapping"] == "vectorised in 2 processes"
        code, reports, _ = started.ends()
    assert code == 0
    assert reports[-1]["status"] == "finished"
    same_ends(only_run(), with_local_workers(Experiment.load(Path(file)), places, 2))


def test_three_ranks_and_one_killed_while_it_leads(written: Callable[..., str], places: Places) -> None:
    """Rank 0 is killed; the others end at once; the run goes on from its checkpoint to the same bits."""
    file = written(outer={"iterations": 150}, evaluation={"every": 75})
    with running(by_hand("train", file, "--json", size=3)) as started:
        started.until("checkpoint")
        leader, *others = started.ranks()
        assert len(others) == 2
        leader.kill()
        begun = time.monotonic()
        assert all_gone(others, PROMPT)
        assert time.monotonic() - begun < PROMPT
    assert only_run().status["status"] == "crashed"
    with running(by_hand("resume", "last", "--json", size=3)) as started:
        assert started.until("started")["iteration"] > 0
        assert started.ends()[0] == 0
        assert [process.returncode for process in started.processes] == [0, 0, 0]
    same_ends(only_run(), with_local_workers(Experiment.load(Path(file)), places, 3))


def test_a_rank_that_dies_ends_the_run_with_a_report(written: Callable[..., str]) -> None:
    with running(by_torchrun("train", written(outer={"iterations": 10**6}), "--json")) as started:
        started.until("iteration")
        leader, other = started.ranks()
        other.kill()
        *_, failed = started.ends()[1]
        assert started.first.returncode == 1
        assert all_gone([leader, other], PROMPT)
    assert failed["event"] == "failed"
    assert failed["error"]["title"] == "A worker process failed"
    assert failed["error"]["what"].startswith("Rank 1 of 2 is gone")
    assert "resume last" in failed["error"]["remedy"]
    assert only_run().status["status"] == "failed"


def test_torchrun_itself_is_killed(written: Callable[..., str]) -> None:
    with running(by_torchrun("train", written(outer={"iterations": 10**6}), "--json")) as started:
        reached = started.until("iteration")["iteration"]
        everybody = started.ranks()
        assert len(everybody) == 2
        started.first.kill()
        started.until("failed")  # interrupted, that is
        assert all_gone(everybody, 2 * PROMPT)
    status = only_run().status
    assert status["status"] == "paused"
    found = checkpoint.newest(only_run().checkpoints)[0]
    assert checkpoint.load(found).state["iteration"] >= reached


def test_asked_to_stop_it_pauses_with_a_checkpoint(written: Callable[..., str]) -> None:
    with running(by_hand("train", written(outer={"iterations": 10**6}), "--json")) as started:
        started.until("iteration")
        for process in started.processes:  # as torchrun does
            process.send_signal(signal.SIGINT)
        code, (*_, last), complaints = started.ends()
        assert (code, started.processes[1].returncode) == (130, 0)
    assert last["error"]["title"] == "Interrupted"
    assert "Traceback" not in complaints
    assert only_run().status["status"] == "paused"
    assert checkpoint.newest(only_run().checkpoints)


def test_diverging(written: Callable[..., str]) -> None:
    file = written(algorithm={"kind": "maml", "inner_lr": 100.0, "inner_steps": 20})
    with running(by_hand("train", file, "--json")) as started:
        code, (*_, failed), _ = started.ends()
        assert (code, started.processes[1].returncode) == (1, 0)
    assert failed["error"]["title"] == "The run diverged"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["train", "sinusoid-maml", "--set", "compute.workers=3"], "torchrun has started 2 processes, not 3"),
        (["train", "sinusoid-mmal"], "did you mean"),
        ([], "the window does not open under torchrun"),
    ],
)
def test_wrong_use_ends_all_of_them(arguments: list[str], said: str) -> None:
    with running(by_hand(*arguments)) as started:
        code, _, complaints = started.ends()
        assert (code, started.processes[1].returncode) == (2, 0)
    assert complaints.count(said) == 1


def test_a_rank_that_does_not_come_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranks, "_TO_MEET", ranks.timedelta(seconds=0.2))
    store = torch.distributed.HashStore()
    with pytest.raises(TimeoutError, match="rank 1, 2 has not come"):
        Crew(3).meet(store)


def test_threads_are_what_torchrun_leaves_each(
    tiny: Callable[..., Experiment], monkeypatch: pytest.MonkeyPatch
) -> None:
    experiment = Experiment.from_dict({"dataset": {"kind": "glyphs"}, "learner": {"kind": "conv4"}})
    monkeypatch.setattr(planning, "machine_threads", lambda: 8)
    assert planning.plan(experiment, "cpu", 5, by_torchrun=2) == planning.Plan("sequential", threads=8, processes=2)
    assert planning.plan(experiment, "cpu", by_torchrun=1).processes == 1
