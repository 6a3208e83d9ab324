"""A run is a folder that nobody else's run is written into, that one program trains, and that holds no pickle."""

import json
import os
import platform
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.experiment import Experiment
from core.places import Places
from core.runs import run as run_module
from core.runs.run import Run, RunError
from core.training.reports import IterationReport
from core.training.training import Training

HOLDER = """
import sys
from pathlib import Path

from core.runs.run import Run

run = Run.open(Path(sys.argv[1]))
run.acquire()
run.set_status(sys.argv[2], left=False, iteration=3)
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held_elsewhere(run: Run, status: str = "running") -> Iterator[subprocess.Popen[str]]:
    """Another program that trains a run."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(run.path), status],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
    ) as program:  # fmt: skip
        assert program.stdout is not None
        assert program.stdout.readline().strip() == "held"
        try:
            yield program
        finally:
            program.kill()


@pytest.fixture
def run(places: Places) -> Run:
    return Run.create(Experiment(), places.runs)


def report(number: int) -> IterationReport:
    return IterationReport(number, 0.5, None, 1.0, 0.1, 2.0, 4 * number)


# -- making a run ---------------------------------------------------------------------------------------------------


class Stopped(datetime):
    """A clock that stands still, so that every run is made in the same second."""

    @classmethod
    def now(cls, tz: Any = None) -> "Stopped":
        return cls(2026, 11, 20, 14, 3, 12)


def test_no_run_is_written_into_the_folder_of_another(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_module, "datetime", Stopped)
    first = Run.create(Experiment(seed=1, name="mine"), places.runs)
    before = {path: path.read_bytes() for path in first.path.rglob("*") if path.is_file()}
    others = [Run.create(Experiment(seed=seed, name="mine"), places.runs) for seed in (2, 3, 4)]
    assert first.name == "2026-11-20T14-03-12_mine"
    assert [other.name for other in others] == [f"{first.name}_{number}" for number in (2, 3, 4)]
    assert {path: path.read_bytes() for path in before} == before
    assert [made.experiment.seed for made in (first, *others)] == [1, 2, 3, 4]


def test_a_folder_that_is_there_is_left_alone(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_module, "datetime", Stopped)
    mine = places.runs / "2026-11-20T14-03-12_mine"
    mine.mkdir(parents=True)
    (mine / "precious.txt").write_text("ten days of work")
    made = Run.create(Experiment(name="mine"), places.runs)
    assert made.path != mine
    assert [path.name for path in mine.iterdir()] == ["precious.txt"]


@settings(deadline=None, max_examples=40)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_name_makes_a_folder(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    runs = tmp_path_factory.mktemp("runs")
    made = Run.create(Experiment(name=name), runs)
    assert made.path.parent == runs
    assert [path.name for path in runs.iterdir()] == [made.name]
    assert Run.open(made.path).experiment.name == name
    assert not set(made.name) & set('/\\:*?"<>| ')
    assert not made.name.endswith(".")


def test_a_new_run_says_what_was_asked_and_where(run: Run) -> None:
    assert run.experiment == Experiment()
    assert run.status == {"status": "queued", "iteration": 0}
    told = json.loads((run.path / "environment.json").read_text())
    assert told["python"] == platform.python_version()
    assert {"torch", "numpy", "pydantic", "safetensors"} <= set(told["versions"])
    assert told["processors"] == os.cpu_count()
    assert not list(run.path.glob(".*.part"))


def test_other_folders_are_no_runs(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="is not a run: it has no experiment"):
        Run.open(tmp_path)
    with pytest.raises(RunError, match="nowhere"):
        Run.open(tmp_path / "nowhere")


# -- who trains it --------------------------------------------------------------------------------------------------


def test_another_program_holds_the_run(run: Run, places: Places) -> None:
    with held_elsewhere(run) as program:
        assert run.is_held()
        assert run.status["status"] == "running"
        with pytest.raises(RunError, match="is being trained by another program; stop it there first"):
            run.acquire()
        with pytest.raises(RunError, match="another program"), Training(Experiment(), run, places):
            pass
        assert (run.status["status"], run.status["iteration"]) == ("running", 3)  # nothing was written over
        program.kill()
        program.wait()
    assert not run.is_held()
    run.acquire()
    run.release()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
@pytest.mark.parametrize("status", ["running", "paused"])
def test_a_program_that_died_without_a_word_left_a_crashed_run(run: Run, status: str) -> None:
    with held_elsewhere(run, status) as program:
        assert Run.open(run.path).status["status"] == status
        os.kill(program.pid, signal.SIGKILL)
        program.wait()
    assert Run.open(run.path).status["status"] == "crashed"
    assert Run.open(run.path).status["iteration"] == 3


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"status": "running", "left": False}, "crashed"),
        ({"status": "paused", "left": True}, "paused"),
        ({"status": "stopped", "left": True}, "stopped"),
        ({"status": "finished"}, "finished"),
        ({"status": "failed"}, "failed"),
        ({"status": "queued"}, "queued"),
    ],
)
def test_what_a_status_means_when_nobody_trains(run: Run, facts: dict[str, Any], expected: str) -> None:
    run.set_status(**facts)
    assert run.status["status"] == expected


@pytest.mark.parametrize("content", [None, b"", b"{", b"[]", b"\xff", b'"running"'])
def test_a_damaged_status_is_that_of_a_crash(run: Run, content: bytes | None) -> None:
    path = run.path / "status.json"
    path.unlink() if content is None else path.write_bytes(content)
    assert run.status["status"] == "crashed"
    run.set_status("stopped", iteration=4)
    assert (run.status["status"], run.status["iteration"]) == ("stopped", 4)


def test_facts_that_are_not_named_stay(run: Run) -> None:
    run.set_status("stopped", iteration=4, best={"value": 1.0})
    run.set_status("queued")
    assert run.status == {"status": "queued", "iteration": 4, "best": {"value": 1.0}}


# -- what happened --------------------------------------------------------------------------------------------------


def test_reports_are_there_at_once_and_can_be_taken_back(run: Run) -> None:
    assert run.records() == []
    run.append(report(1))
    size = run.metrics_size()
    run.append(report(2))
    assert [record["iteration"] for record in run.records()] == [1, 2]  # before the file is closed
    assert run.metrics_size() == run.metrics_path.stat().st_size > size
    run.truncate_metrics(size)
    run.append(report(3))
    assert [record["iteration"] for record in run.records()] == [1, 3]
    run.truncate_metrics(10**9)  # more than there is: nothing is added
    assert run.metrics_path.read_bytes().count(b"\x00") == 0
    run.release()


def test_the_heart_beats_while_reports_come(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    status = run.path / "status.json"
    content = status.read_bytes()
    os.utime(status, (1, 1))
    run.append(report(1))
    assert status.stat().st_mtime > 1000
    assert status.read_bytes() == content
    os.utime(status, (1, 1))
    run.append(report(2))
    assert status.stat().st_mtime == 1  # not with every report
    monkeypatch.setattr(run_module, "_HEARTBEAT_SECONDS", 0.0)
    run.append(report(3))
    assert status.stat().st_mtime > 1000
    run.release()


def test_the_log_keeps_every_line(run: Run) -> None:
    run.log("first")
    run.log("zweite Zeile: α = 0,1")
    lines = (run.path / "log.txt").read_text(encoding="utf-8").splitlines()
    assert [line.split("  ", 1)[1] for line in lines] == ["first", "zweite Zeile: α = 0,1"]
    datetime.fromisoformat(lines[0].split("  ")[0])


# -- no pickle ------------------------------------------------------------------------------------------------------


def test_no_file_of_a_run_is_a_pickle_or_an_archive(tiny: Callable[..., Experiment], places: Places) -> None:
    experiment = tiny()
    made = Run.create(experiment, places.runs)
    with Training(experiment, made, places) as training:
        list(training)
    files = [path for path in made.path.rglob("*") if path.is_file() and path.name != ".lock"]
    assert {path.suffix for path in files} == {".toml", ".json", ".jsonl", ".txt", ".safetensors"}
    for path in files:
        content = path.read_bytes()
        assert content[:1] != b"\x80", f"{path.name} starts like a pickle"
        assert content[:2] not in (b"PK", b"\x1f\x8b"), f"{path.name} starts like an archive"
        if path.suffix == ".safetensors":
            assert content[8:9] == b"{"
        else:
            content.decode("utf-8")


def test_the_engine_never_mentions_pickle() -> None:
    engine = Path(run_module.__file__).parents[1]
    for path in engine.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for word in (
            "import pickle",
            "torch.load(",
            "torch.save(",
            "allow_pickle=True",
            "import joblib",
            "import dill",
        ):
            assert word not in text, f"{path.name}: {word}"
