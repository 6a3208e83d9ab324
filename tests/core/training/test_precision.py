"""Lower precision: where it is taken, what it changes, and what it leaves alone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from core import registry
from core.experiment import Experiment
from core.places import Places
from core.runs.run import Run
from core.tasks.task import TaskBatch
from core.training import checkpoint, mapping, precision
from core.training.reports import Finished, Started, Warned
from core.training.training import Training

WITHOUT_INNER_LOOP = [
    kind
    for kind in registry.algorithms.kinds
    if not registry.algorithms.settings(kind)().trains_inner_loop
    and registry.algorithms.settings(kind).trains_on != "nothing"
]
CONV4 = {"kind": "conv4", "filters": 8}


def prototypes(**compute: Any) -> Experiment:
    return Experiment.from_dict(
        {
            "dataset": {"kind": "glyphs", "queries": 2},
            "learner": {"kind": "conv4", "filters": 4},
            "algorithm": {"kind": "prototypical"},
            "outer": {"iterations": 3, "meta_batch_size": 1},
            "evaluation": {"every": 3, "tasks": 2, "test_tasks": 2},
            "compute": {"device": "cpu", "checkpoint_every": 1, **compute},
        }
    )


@pytest.mark.parametrize("kind", WITHOUT_INNER_LOOP)
def test_the_meta_gradient_keeps_its_direction(
    kind: str, build: Callable[..., Any], draw_batch: Callable[..., TaskBatch]
) -> None:
    algorithm = build({"kind": kind}, CONV4, (1, 16, 16), 3)
    meta = algorithm.init(torch.Generator().manual_seed(0))
    batch = draw_batch(2, (1, 16, 16), 3)
    lower = mapping.in_one_process("sequential", algorithm, "bfloat16")(meta, batch)
    assert all(value.dtype == torch.float32 for value in lower.gradient.values())
    assert lower.loss.dtype == torch.float32
    assert 0.95 < precision.cosine(algorithm, meta, batch) < 1  # lower it is, and near


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"algorithm.kind": "maml", "compute.precision": "bfloat16"}, "the inner loop of MAML needs float32"),
        (
            {"compute.precision": "bfloat16", "compute.mapping": "vectorised"},
            "needs compute.mapping auto or sequential",
        ),
    ],
)
def test_what_cannot_be_is_said(changes: dict[str, Any], words: str) -> None:
    experiment = prototypes()
    for path, value in changes.items():
        experiment = experiment.with_value(path, value)
    (problem,) = experiment.problems()
    assert problem.path == "compute.precision"
    assert words in problem.message


@pytest.mark.parametrize(
    ("hardware", "parity", "chosen"), [(True, 0.99, "bfloat16"), (True, 0.9, "float32"), (False, 0.99, "float32")]
)
def test_auto_takes_it_where_it_is_quick_and_the_same(
    places: Places, monkeypatch: pytest.MonkeyPatch, hardware: bool, parity: float, chosen: str
) -> None:
    monkeypatch.setattr(precision, "in_hardware", lambda device: hardware)
    monkeypatch.setattr(precision, "cosine", lambda *what: parity)
    run = Run.create(prototypes(precision="auto"), places.runs)
    with Training(run.experiment, run, places) as training:
        *_, last = training
    assert isinstance(last, Finished)
    assert last.status == "finished"
    assert f"precision {chosen}: " in (run.path / "log.txt").read_text(encoding="utf-8")
    assert checkpoint.load(checkpoint.newest(run.checkpoints)[0]).state["precision"] == chosen


def test_a_run_goes_on_in_the_precision_that_it_began_with(
    places: Places, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Even where the machine is another one meanwhile, and would choose otherwise."""
    monkeypatch.setattr(precision, "in_hardware", lambda device: True)
    whole, broken = (Run.create(prototypes(precision="auto"), tmp_path / name) for name in ("whole", "broken"))
    with Training(whole.experiment, whole, places) as training:
        list(training)
    with Training(broken.experiment, broken, places) as training:
        reports = iter(training)
        while not isinstance(next(reports), Started):
            pass
        next(reports)
    monkeypatch.setattr(precision, "in_hardware", lambda device: False)
    with Training(broken.experiment, broken, places) as training:
        list(training)
    one, other = (checkpoint.load(checkpoint.newest(run.checkpoints)[0]).tensors for run in (whole, broken))
    assert all(torch.equal(one[name], other[name]) for name in one)


def test_a_machine_that_would_imitate_it_is_named(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(precision, "in_hardware", lambda device: False)
    run = Run.create(prototypes(precision="bfloat16"), places.runs)
    with Training(run.experiment, run, places) as training:
        warnings = [report.message for report in training if isinstance(report, Warned)]
    assert any("no arithmetic for bfloat16" in message for message in warnings)
