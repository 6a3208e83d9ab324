"""Runs whose numbers do not matter, for the tests of exports."""

import shutil
from pathlib import Path

from trained import whole

from core.experiment import Experiment
from core.lazy import torch
from core.places import Places
from core.runs.run import Run
from core.training import checkpoint
from core.training.checkpoint import Checkpoint
from core.training.opening import build, open_source
from core.training.outer import OuterLoop


def untrained(experiment: Experiment, places: Places) -> Run:
    """A run that says that it has finished, whose network is as it was drawn."""
    source = whole(open_source(experiment.dataset, 0, places))
    meta = build(experiment, source).init(torch.Generator().manual_seed(1))
    run = Run.create(experiment.with_value("compute.device", "cpu"), places.runs)
    state = OuterLoop(experiment.outer, meta).state()
    checkpoint.save(run.checkpoints, checkpoint.BEST, Checkpoint(state, {"iteration": 1, "best": None}))
    run.set_status("finished", test={"metric": "accuracy", "before": 0.3, "after": 0.5, "ci95": 0.1, "tasks": 9})
    return run


def copied(run: Run, into: Path) -> Run:
    """The same run in another place, to be damaged there."""
    return Run.open(Path(shutil.copytree(run.path, into / run.name)))
