"""Early stopping, against sequences of evaluations written by hand; left and killed anywhere, a run ends the same."""

import dataclasses
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Generator
from typing import Any

import pytest
import torch

from core.experiment import Experiment
from core.places import Places
from core.runs.index import RunIndex
from core.runs.run import Run
from core.training import checkpoint, training
from core.training.reports import EvaluationReport, Finished, IterationReport, Report
from core.training.training import Training

Tiny = Callable[..., Experiment]

# The validation error at iterations 5, 10, 15, …; the lowest is the best.
NEVER_BETTER_AGAIN = [0.9, 0.5, 0.6, 0.7, 0.8, 0.9, 0.4]
BETTER_IN_TIME = [0.9, 0.5, 0.6, 0.7, 0.4, 0.5, 0.3]

PROGRAM = """
import os, signal, sys
from pathlib import Path

from core.places import Places
from core.runs.run import Run
from core.training import training

import test_early_stopping as told

run, home, last = Run.open(Path(sys.argv[1])), Path(sys.argv[2]), int(sys.argv[3])
training.evaluate = told.scripted(told.NEVER_BETTER_AGAIN)
with training.Training(run.experiment, run, Places(home, home, home, home)) as course:
    for report in course:
        if report.event == sys.argv[4] and report.iteration == last:
            os.kill(os.getpid(), signal.SIGKILL)
"""

_evaluate = training.evaluate


def scripted(errors: list[float]) -> Callable[..., Generator[Any, None, EvaluationReport]]:
    """Measure as always, and then report these validation errors instead of those that were found."""

    def evaluate(*parts: Any, iteration: int, **more: Any) -> Generator[Any, None, EvaluationReport]:
        report = yield from _evaluate(*parts, iteration=iteration, **more)
        if report.split != "validation":
            return report
        return dataclasses.replace(report, after=errors[iteration // 5 - 1])

    return evaluate


def experiment_of(tiny: Tiny, patience: int | None, **evaluation: Any) -> Experiment:
    return tiny(
        outer={"iterations": 35, "meta_batch_size": 2},
        evaluation={"every": 5, "tasks": 2, "test_tasks": 2, "patience": patience, **evaluation},
        compute={"checkpoint_every": 7},
    )


def finish(run: Run, places: Places, reports: int | None = None) -> list[Report]:
    seen: list[Report] = []
    with Training(run.experiment, run, places) as course:
        for report in course:
            seen.append(report)
            if len(seen) == reports:
                break
    return seen


@pytest.mark.parametrize(
    ("errors", "patience", "end"),
    [
        (NEVER_BETTER_AGAIN, None, 35),
        (NEVER_BETTER_AGAIN, 1, 15),
        (NEVER_BETTER_AGAIN, 3, 25),
        (NEVER_BETTER_AGAIN, 5, 35),  # the fifth in a row would have been the last iteration, which is better again
        (BETTER_IN_TIME, 3, 35),
        (BETTER_IN_TIME, 2, 20),
        ([0.5] * 7, 2, 15),  # as good is not better
    ],
)
def test_where_it_ends(
    tiny: Tiny, places: Places, monkeypatch: pytest.MonkeyPatch, errors: list[float], patience: int | None, end: int
) -> None:
    monkeypatch.setattr(training, "evaluate", scripted(errors))
    run = Run.create(experiment_of(tiny, patience), places.runs)
    reports = finish(run, places)
    last = reports[-1]
    assert isinstance(last, Finished)
    assert (last.status, last.iterations) == ("finished", end)
    assert [report.iteration for report in reports if isinstance(report, IterationReport)] == list(range(1, end + 1))
    assert checkpoint.newest(run.checkpoints)[0].name == checkpoint.iteration_name(end)
    best = min(range(end // 5), key=errors.__getitem__)
    assert last.best is not None
    assert last.test is not None
    assert last.best["iteration"] == last.test["iteration"] == 5 * (best + 1)  # the test is made with the best
    assert bool(last.early) == (end < 35)
    assert run.status.get("early", "") == last.early


def test_it_is_said_in_words(tiny: Tiny, places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "evaluate", scripted(NEVER_BETTER_AGAIN))
    run = Run.create(experiment_of(tiny, 3), places.runs)
    finish(run, places)
    words = (
        "Ended early, at iteration 25 of 35: 3 evaluations in a row without a better validation result than that of "
        "iteration 10"
    )
    assert run.status["early"] == words
    assert words in (run.path / "log.txt").read_text()
    with RunIndex(places.runs) as index:
        index.refresh()
        (row,) = index.rows()
    assert (row.status, row.early, row.iteration) == ("finished", words, 25)


def test_an_accuracy_is_better_where_it_is_higher(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "evaluate", scripted([0.2, 0.3, 0.4, 0.4, 0.3, 0.9, 0.9]))
    data: dict[str, Any] = {
        "dataset": {"kind": "glyphs", "ways": 2, "queries": 2},
        "learner": {"kind": "conv4", "filters": 4},
        "algorithm": {"kind": "prototypical"},
        "outer": {"iterations": 35, "meta_batch_size": 1},
        "evaluation": {"every": 5, "tasks": 2, "test_tasks": 2, "patience": 2},
        "compute": {"device": "cpu", "mapping": "sequential"},
    }
    last = finish(Run.create(Experiment.from_dict(data), places.runs), places)[-1]
    assert isinstance(last, Finished)
    assert last.iterations == 25


def test_patience_that_is_not_used_up_changes_no_bit(tiny: Tiny, places: Places) -> None:
    ends = []
    for patience in (None, 7):
        run = Run.create(experiment_of(tiny, patience), places.runs)
        finish(run, places)
        ends.append(checkpoint.load(checkpoint.newest(run.checkpoints)[0]).tensors)
    assert all(torch.equal(value, ends[1][name]) for name, value in ends[0].items())


# -- leaving and coming back ----------------------------------------------------------------------------------------


def same(run: Run, unbroken: Run) -> None:
    clock = ("seconds", "tasks_per_second", "run")

    def story(found: Run) -> list[Any]:
        return [{key: value for key, value in record.items() if key not in clock} for record in found.records()]

    assert story(run) == story(unbroken)
    for name in (checkpoint.iteration_name(25), checkpoint.BEST):
        one, other = (checkpoint.load(found.checkpoints / name).tensors for found in (run, unbroken))
        assert all(torch.equal(value, other[key]) for key, value in one.items())
    assert (run.status["status"], run.status["early"]) == ("finished", unbroken.status["early"])


@pytest.fixture
def unbroken(tiny: Tiny, places: Places, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(training, "evaluate", scripted(NEVER_BETTER_AGAIN))
    run = Run.create(experiment_of(tiny, 3), places.runs)
    finish(run, places)
    return run


def test_wherever_it_is_left_it_ends_the_same(tiny: Tiny, places: Places, unbroken: Run) -> None:
    reports = finish(Run.create(experiment_of(tiny, 3), places.runs), places)
    hopeless = next(
        place
        for place, report in enumerate(reports)
        if isinstance(report, EvaluationReport) and report.iteration == 25 and report.split == "validation"
    )
    for place in (hopeless - 1, hopeless, hopeless + 1, len(reports) - 2):  # before, at, after it, and before the end
        run = Run.create(experiment_of(tiny, 3), places.runs)
        finish(run, places, place + 1)
        assert run.status["status"] == "stopped"
        finish(run, places)
        same(run, unbroken)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
@pytest.mark.parametrize(("event", "last"), [("iteration", 17), ("evaluation", 25), ("checkpoint", 25)])
def test_wherever_it_is_killed_it_ends_the_same(
    tiny: Tiny, places: Places, unbroken: Run, event: str, last: int
) -> None:
    run = Run.create(experiment_of(tiny, 3), places.runs)
    here = os.path.dirname(__file__)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(run.path), str(places.home), str(last), event],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([here, *filter(None, sys.path)])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert run.status["status"] == "crashed"
    finish(run, places)
    same(run, unbroken)
