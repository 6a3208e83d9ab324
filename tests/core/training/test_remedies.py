"""A run that memory is too short for names the settings that would help, and they do."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch
from trained import whole

from core import assignments
from core.cli import main
from core.experiment import Experiment
from core.places import Places
from core.runs.run import Run
from core.tasks.task import TaskFacts
from core.training import footprint, remedies, training
from core.training.remedies import Advice, Situation

FACTS = TaskFacts((1, 28, 28), 5, 20)


def pictures(algorithm: dict[str, Any], **sections: dict[str, Any]) -> Experiment:
    data: dict[str, Any] = {
        "dataset": {"kind": "glyphs"},
        "learner": {"kind": "conv4", "filters": 16},
        "algorithm": algorithm,
        "compute": {"workers": 1, "mapping": "sequential", "device": "cpu"},
    }
    for name, changes in sections.items():
        data[name] = {**data.get(name, {}), **changes}
    return Experiment.from_dict(data).check()


def situation(experiment: Experiment, **changes: Any) -> Situation:
    usual = {"device": "cpu", "iteration": 0, "processes": None, "by_torchrun": None, "measuring": False}
    return Situation(experiment, FACTS, **{**usual, **changes})


def advised(at: Situation, log: list[str] | None = None) -> Advice:
    found = whole(remedies.advise(at, (log if log is not None else []).append))
    assert isinstance(found, Advice)
    return found


def paths(advice: Advice) -> list[str]:
    return [remedy.path for remedy in advice.remedies]


def test_savings_are_differences_of_what_is_needed() -> None:
    at = situation(pictures({"kind": "prototypical"}))
    advice = advised(at)
    assert advice.needed == footprint.of_training(at.experiment, FACTS, "sequential").all
    assert set(paths(advice)) >= {"learner.filters", "dataset.train_queries"}
    for remedy in advice.remedies:
        changed = at.experiment.with_value(remedy.path, remedy.value).check()
        rest = footprint.of_training(changed, FACTS, "sequential").all
        assert remedy.saved == advice.needed - rest
        assert remedy.share == pytest.approx(1 - rest / advice.needed)
        assert remedy.share >= remedies.WORTH
    shares = [remedy.share or 0 for remedy in advice.remedies]
    assert shares == sorted(shares, reverse=True)


def test_only_what_this_algorithm_has_and_what_helps_it() -> None:
    support_heavy = {"shots": 5, "queries": 1}
    exact = paths(advised(situation(pictures({"kind": "maml", "inner_steps": 2}, dataset=support_heavy))))
    assert {"algorithm.inner_steps", "algorithm.first_order"} <= set(exact)
    assert "outer.meta_batch_size" not in exact  # one task at a time is worked on as it is
    assert "compute.precision" not in exact  # an inner loop needs 32 bits
    assert "dataset.train_ways" not in exact  # its head has one output for each
    first_order = {"kind": "maml", "inner_steps": 2, "first_order": True}
    cheap = paths(advised(situation(pictures(first_order, dataset=support_heavy))))
    assert not {"algorithm.inner_steps", "algorithm.first_order"} & set(cheap)
    metric = paths(advised(situation(pictures({"kind": "prototypical"}))))
    assert {"compute.precision", "dataset.train_ways", "learner.filters"} <= set(metric)


def test_nothing_that_is_at_the_least_already() -> None:
    least = pictures({"kind": "prototypical"}, dataset={"ways": 2, "queries": 1}, learner={"filters": 1})
    least = least.with_value("compute.precision", "bfloat16").with_value("outer.meta_batch_size", 1)
    advice = advised(situation(least))
    assert advice.remedies == ()
    assert str(advice) == "No setting of this experiment would lower that by much: take a machine with more memory."


def test_what_changes_no_gradient_comes_first() -> None:
    large = {"learner": {"filters": 256}, "compute": {"workers": 4, "mapping": "vectorised"}}
    shared = pictures({"kind": "prototypical"}, **large)
    advice = advised(situation(shared, processes=4))
    assert set(paths(advice)[:2]) == {"compute.workers", "compute.mapping"}
    workers = next(remedy for remedy in advice.remedies if remedy.path == "compute.workers")
    assert (workers.before, workers.value) == (4, 2)
    assert "compute.workers" not in paths(advised(situation(shared, processes=4, by_torchrun=4)))


def test_a_measurement_needs_other_things() -> None:
    experiment = pictures({"kind": "maml", "inner_steps": 4}, dataset={"queries": 15, "train_queries": 1})
    advice = advised(situation(experiment, measuring=True))
    assert advice.needed == footprint.of_measuring(experiment, FACTS, vectorised=False).all
    assert "dataset.queries" in paths(advice)
    assert not {"dataset.train_queries", "algorithm.inner_steps", "algorithm.first_order"} & set(paths(advice))


def test_smaller_pictures(tmp_path: Path) -> None:
    folder = {"kind": "picture_folder", "folder": str(tmp_path), "side": 28}
    advice = advised(situation(pictures({"kind": "prototypical"}, dataset=folder)))
    side = next(remedy for remedy in advice.remedies if remedy.path == "dataset.side")
    assert side.value == 14
    assert side.share == pytest.approx(0.75, abs=0.1)  # a quarter of the pixels


def test_what_cannot_be_counted_is_named_without_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    def asks_for_numbers(*_: Any) -> None:
        torch.empty((), device="meta").item()

    monkeypatch.setattr(footprint, "of_training", asks_for_numbers)
    log: list[str] = []
    advice = advised(situation(pictures({"kind": "maml", "inner_steps": 4})), log)
    assert advice.needed is None
    assert "dataset.train_queries" in paths(advice)
    assert all(remedy.saved is None for remedy in advice.remedies)
    assert "cannot be estimated" in log[0]
    assert "meta tensors" in log[0]
    assert "%" not in str(advice)


def test_the_terminal_names_them_as_they_are_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: Any) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")

    monkeypatch.setattr(training.MetaGradients, "of", full)
    experiment = pictures({"kind": "prototypical"}, outer={"iterations": 1})
    path = tmp_path / "large.toml"
    path.write_text(experiment.to_toml(), encoding="utf-8")
    assert main(["train", str(path)]) == 1
    said = capsys.readouterr().out
    assert "Out of memory: There is too little memory for this experiment. It needs at least" in said
    lines = [line.split() for line in said.splitlines() if line.startswith("  --set ")]
    assert lines
    for _, assignment, *words in lines:
        setting, value = assignments.read(assignment)
        assert experiment.with_value(setting, value).check() != experiment
        assert "%" in words
        assert words[-1] in ("MiB", "GiB")


@pytest.mark.parametrize(
    ("size", "words"), [(12 * 2**10, "12 KiB"), (320 * 2**20, "320 MiB"), (3 * 2**29, "1.5 GiB"), (2**40, "1024.0 GiB")]
)
def test_amounts(size: int, words: str) -> None:
    assert remedies.amount(size) == words


# -- really -----------------------------------------------------------------------------------------------------------

ROOM = 400 * 2**20  # bytes; half of what the large experiment takes, and some for torch itself
PROGRAM = """
import json, resource, sys
from pathlib import Path

from core import memory
from core.places import Places
from core.runs.run import Run
from core.training.training import Training

run, home = Run.open(Path(sys.argv[1])), Path(sys.argv[2])
with Training(run.experiment, run, Places(home, home, home, home)) as training:
    for report in training:
        if report.event == "started":
            used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
            resource.setrlimit(resource.RLIMIT_AS, (used + int(sys.argv[3]),) * 2)
        if report.event in ("finished", "failed"):
            print(json.dumps(report.to_json()), flush=True)
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs Linux")
def test_memory_that_is_really_short_is_enough_with_what_is_proposed(places: Places, tmp_path: Path) -> None:
    """One task is too much for the memory; with half the filters, which would save half by estimate, it is not."""
    large = pictures(
        {"kind": "prototypical"},
        dataset={"ways": 20, "queries": 15}, learner={"filters": 128},
        outer={"iterations": 1, "meta_batch_size": 1}, evaluation={"tasks": 2, "test_tasks": 2},
    )  # fmt: skip

    def ended(experiment: Experiment) -> Any:
        run = Run.create(experiment, places.runs)
        child = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(run.path), str(tmp_path), str(ROOM)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "OMP_NUM_THREADS": "1"},
            capture_output=True, text=True, timeout=600, check=False,
        )  # fmt: skip
        assert child.stdout, child.stderr
        return json.loads(child.stdout)

    failed = ended(large)
    assert failed["error"]["title"] == "Out of memory"
    found = {remedy["path"]: remedy for remedy in failed["error"]["remedies"]}
    helps = found["learner.filters"]
    assert helps["share"] == pytest.approx(1 / 2, abs=0.05)
    assert ended(large.with_value(helps["path"], helps["value"]))["status"] == "finished"
