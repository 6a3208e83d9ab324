"""Runs to export: made once, and only read afterwards."""

import shutil
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest

from core.experiment import Experiment
from core.lazy import torch
from core.places import Places
from core.runs.run import Run
from core.training import checkpoint
from core.training.checkpoint import Checkpoint
from core.training.opening import build, open_source
from core.training.outer import OuterLoop
from core.training.training import Training


def trained(experiment: Experiment, places: Places) -> Run:
    run = Run.create(experiment, places.runs)
    with Training(experiment, run, places) as training:
        assert [report.event for report in training][-1] == "finished"
    return run


@pytest.fixture(scope="session")
def home_of_exports(tmp_path_factory: pytest.TempPathFactory) -> Places:
    home = tmp_path_factory.mktemp("exports")
    return Places(home, home / "runs", home / "data", home / "cache")


@pytest.fixture(scope="session")
def sinusoid_run(home_of_exports: Places, tiny: Callable[..., Experiment]) -> Run:
    """MAML on sinusoids, 20 iterations."""
    return trained(tiny(name="sine"), home_of_exports)


@pytest.fixture(scope="session")
def glyph_runs(home_of_exports: Places) -> dict[str, Run]:
    """Two methods on glyphs, by kind: one whose network ends in a head and is adapted, one of neither. The networks are
    as they are drawn, which takes no training."""
    shared = {"dataset": {"kind": "glyphs", "ways": 3, "queries": 2}, "learner": {"kind": "conv4", "filters": 4}}
    runs = {}
    for kind in ("maml", "prototypical"):
        experiment = Experiment.from_dict(shared | {"algorithm": {"kind": kind}, "compute": {"device": "cpu"}})
        source = finished(open_source(experiment.dataset, 0, home_of_exports))
        meta = build(experiment, source).init(torch.Generator().manual_seed(1))
        runs[kind] = run = Run.create(experiment, home_of_exports.runs)
        state = OuterLoop(experiment.outer, meta).state()
        checkpoint.save(run.checkpoints, checkpoint.BEST, Checkpoint(state, {"iteration": 1, "best": None}))
        run.set_status("finished", test={"metric": "accuracy", "before": 0.3, "after": 0.5, "ci95": 0.1, "tasks": 9})
    return runs


def finished(work: Generator[Any, None, Any]) -> Any:
    """What a generator returns."""
    while True:
        try:
            next(work)
        except StopIteration as stop:
            return stop.value


def copied(run: Run, into: Path) -> Run:
    """The same run in another place, to be damaged there."""
    return Run.open(Path(shutil.copytree(run.path, into / run.name)))
