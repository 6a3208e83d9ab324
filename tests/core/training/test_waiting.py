"""How often an iteration waits for numbers from the device: once, however the tasks are run.

There is no GPU here. What would wait for one is counted where torch sees it: reading a tensor's value on the host.
"""

from collections import Counter
from typing import Any

import pytest
import torch
from torch.utils._python_dispatch import TorchDispatchMode

from core import registry
from core.experiment import Experiment
from core.places import Places
from core.runs.run import Run
from core.training.reports import IterationReport
from core.training.training import Training


class Reads(TorchDispatchMode):
    """Counts what reads one value of a tensor, as float(), bool() and item() do, and what looks where values are."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Counter[str] = Counter()

    def __torch_dispatch__(self, function: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        name = function.overloadpacket.__name__
        if name in ("_local_scalar_dense", "nonzero", "is_nonzero", "equal", "masked_select", "_unique2"):
            self.found[name] += 1
        return function(*args, **(kwargs or {}))


def experiment_of(kind: str, way: str) -> Experiment:
    rules = registry.algorithms.settings(kind)
    pictures = "classification" in rules.tasks
    return Experiment.from_dict(
        {
            "dataset": {"kind": "glyphs", "ways": 3} if pictures else {"kind": "sinusoid"},
            "learner": {"kind": "mlp", "hidden": "6-5", "normalization": "batch"},
            "algorithm": {"kind": kind, **({"inner_steps": 2} if rules.has_inner_loop else {})},
            "outer": {"iterations": 4, "meta_batch_size": 2, "clip_gradient": 0.01},
            "evaluation": {"every": 1000},
            "compute": {"mapping": way, "workers": 1, "device": "cpu"},
        }
    )


def trained() -> list[str]:
    return [kind for kind in registry.algorithms.kinds if registry.algorithms.settings(kind).trains_on == "tasks"]


@pytest.mark.parametrize(("kind", "way"), [*((kind, "vectorised") for kind in trained()), ("maml", "sequential")])
def test_an_iteration_reads_its_figures_in_one_go(
    kind: str, way: str, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    experiment = experiment_of(kind, way)
    lists, tolist = [], torch.Tensor.tolist

    def counted(self: torch.Tensor) -> Any:
        lists.append(self.shape)
        return tolist(self)

    monkeypatch.setattr(torch.Tensor, "tolist", counted)
    with Training(experiment, Run.create(experiment, places.runs), places) as training:
        reports = iter(training)
        next(report for report in reports if isinstance(report, IterationReport))
        for _ in range(2):
            lists.clear()
            with Reads() as reads:
                assert isinstance(next(reports), IterationReport)
            assert (dict(reads.found), len(lists)) == ({}, 1)
