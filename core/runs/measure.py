"""Measuring what a run has learnt once more: other tasks, more of them, other shots, on its best checkpoint."""

from collections.abc import Generator, Mapping
from typing import Any

from core.lazy import torch
from core.learners.layers import Params
from core.places import Places
from core.problems import ExperimentError, Problem
from core.runs.run import Run
from core.training import checkpoint, mapping
from core.training.evaluation import evaluate
from core.training.opening import build, choose_device, open_source
from core.training.outer import meta_of
from core.training.reports import EvaluationReport, Preparing, Warned


def measure(
    run: Run, places: Places, split: str, *, tasks: int | None = None, changes: Mapping[str, Any] | None = None
) -> Generator[Preparing | Warned, None, EvaluationReport]:
    """Measure the best checkpoint of a run on tasks 0 … `tasks`−1 of a split; by default as many as the run would.

    `changes` are settings, by dotted path, that hold for this measurement only. Nothing is written into the run.

    Raises ExperimentError for settings that do not fit what was learnt, CheckpointError, DataError, and ValueError for
    a device that this machine does not have.
    """
    experiment = run.experiment
    for path, value in (changes or {}).items():
        experiment = experiment.with_value(path, value)
    experiment.check()
    if tasks is None:
        tasks = experiment.evaluation.tasks if split == "validation" else experiment.evaluation.test_tasks
    best = checkpoint.load(run.checkpoints / checkpoint.BEST)
    device = choose_device(experiment.compute.device)
    source = yield from open_source(experiment.dataset, experiment.seed, places)
    source.to(device)
    algorithm = build(experiment, source)
    meta = meta_of(best.tensors)
    _check_fit(meta, algorithm.init(torch.Generator()))
    report = yield from evaluate(
        experiment, algorithm, {name: value.to(device) for name, value in meta.items()}, source, split,
        iteration=best.state["iteration"], tasks=tasks,
        vectorised=mapping.vectorises_well(experiment) or device != "cpu",
    )  # fmt: skip
    return report


def _check_fit(learnt: Params, asked: Params) -> None:
    """Raise ExperimentError where the settings describe another network than the one that was learnt."""
    for name in learnt.keys() | asked.keys():
        has, needs = (_shape(params, name) for params in (learnt, asked))
        if has != needs:
            message = f"these settings do not fit what the run has learnt: {name} is {has} there and {needs} here"
            raise ExperimentError([Problem("", message)])


def _shape(params: Params, name: str) -> str:
    return "×".join(map(str, params[name].shape)) or "a number" if name in params else "absent"
