"""Runs for the tests of exports, and what is done with them."""

import shutil
from collections.abc import Generator
from pathlib import Path
from typing import Any

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
    """A run, trained to its end."""
    run = Run.create(experiment, places.runs)
    with Training(experiment, run, places) as training:
        assert [report.event for report in training][-1] == "finished"
    return run


def untrained(experiment: Experiment, places: Places) -> Run:
    """A run that says that it has finished, whose network is as it was drawn."""
    source = finished(open_source(experiment.dataset, 0, places))
    meta = build(experiment, source).init(torch.Generator().manual_seed(1))
    run = Run.create(experiment.with_value("compute.device", "cpu"), places.runs)
    state = OuterLoop(experiment.outer, meta).state()
    checkpoint.save(run.checkpoints, checkpoint.BEST, Checkpoint(state, {"iteration": 1, "best": None}))
    run.set_status("finished", test={"metric": "accuracy", "before": 0.3, "after": 0.5, "ci95": 0.1, "tasks": 9})
    return run


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
