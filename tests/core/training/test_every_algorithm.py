"""What a whole run owes whoever starts it, for every algorithm: none is named here."""

import gc
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest
import torch

from core import registry
from core.experiment import Experiment
from core.places import Places
from core.presets import presets
from core.runs.run import Run
from core.tasks.task import TaskBatch
from core.training import checkpoint, mapping
from core.training.outer import OuterLoop
from core.training.reports import Checkpointed, Finished
from core.training.training import Training

KINDS = registry.algorithms.kinds
rules_of = registry.algorithms.settings
LEARNING = [kind for kind in KINDS if rules_of(kind).trains_on != "nothing"]
RESERVE = 2 * 2**20  # bytes that a program may come to need without a leak; a copy of the parameters each time is more
WARMING, MEASURED, STRETCHES = 50, 200, 4  # iterations, and how often so many


def small(kind: str, mapping_kind: str = "vectorised") -> Experiment:
    """Four iterations on the sort of tasks that an algorithm can do, with a checkpoint after two."""
    regression = "regression" in rules_of(kind).tasks
    return Experiment.from_dict(
        {
            "dataset": {"kind": "sinusoid", "shots": 3, "queries": 3}
            if regression
            else {"kind": "glyphs", "ways": 2, "shots": 2, "queries": 2},
            "learner": {"kind": "mlp", "hidden": "4", "normalization": "layer"},
            "algorithm": {"kind": kind, **({"inner_steps": 2} if rules_of(kind).has_inner_loop else {})},
            "outer": {"iterations": 4, "meta_batch_size": 2},
            "evaluation": {"every": 2, "tasks": 2, "test_tasks": 2},
            "compute": {"device": "cpu", "mapping": mapping_kind, "checkpoint_every": 2},
        }
    ).check()


@pytest.mark.parametrize("kind", KINDS)
def test_a_run_that_was_killed_goes_on_bit_for_bit(kind: str, places: Places, tmp_path: Path) -> None:
    experiment = small(kind)
    whole = Run.create(experiment, places.runs)
    killed = tmp_path / "killed" / whole.path.name
    with Training(experiment, whole, places) as training:
        for report in training:
            if isinstance(report, Checkpointed) and not report.best and not killed.exists():
                shutil.copytree(whole.path, killed)  # all that a SIGKILL would leave of it
            last = report
    assert isinstance(last, Finished)
    assert last.status == "finished"
    assert last.test is not None
    again = Run.open(killed)
    with Training(again.experiment, again, places) as training:
        *_, other = training
    assert isinstance(other, Finished)
    assert other.test == last.test
    one, two = (checkpoint.load(checkpoint.newest(run.checkpoints)[0]) for run in (whole, again))
    assert one.state["iteration"] == experiment.iterations
    assert one.tensors.keys() == two.tensors.keys()
    assert all(torch.equal(one.tensors[name], two.tensors[name]) for name in one.tensors)


@pytest.mark.parametrize("kind", LEARNING)
def test_memory_is_flat(kind: str, build: Callable[..., Any], draw_batch: Callable[..., TaskBatch]) -> None:
    ways = None if "regression" in rules_of(kind).tasks else 2
    settings = {"kind": kind, **({"inner_steps": 1} if rules_of(kind).has_inner_loop else {})}
    algorithm = build(settings, {"kind": "mlp", "hidden": "64-64", "normalization": "layer"}, (2,), ways)
    meta = algorithm.init(torch.Generator().manual_seed(0))
    loop = OuterLoop(Experiment().outer, meta, algorithm.pace)
    batch = draw_batch(1, (2,), ways, shots=1, queries=1)

    def go_on(iterations: int) -> tuple[int, int]:
        """The bytes and the objects that there are afterwards."""
        for iteration in range(iterations):
            run = mapping.sequential(algorithm.at(iteration))
            loop.step(run(meta, batch).gradient, iteration)
        used = psutil.Process().memory_info().rss
        gc.collect()
        return used, len(gc.get_objects())

    assert sum(value.nbytes for value in meta.values()) * MEASURED > RESERVE
    used, objects = go_on(WARMING)
    for _ in range(STRETCHES):  # what leaks grows in each of them; what the allocator takes once, in one
        more_used, more_objects = go_on(MEASURED)
        grown, made = more_used - used, more_objects - objects
        used, objects = more_used, more_objects
        if grown < RESERVE:
            break
    assert grown < RESERVE
    assert made < MEASURED  # not one object more for each iteration


@pytest.mark.parametrize("kind", KINDS)
def test_it_has_a_preset_that_runs(kind: str, places: Places) -> None:
    """The first preset of each algorithm, on data that need no download, for two iterations."""
    of_kind = [preset.experiment for preset in presets().values() if preset.experiment.algorithm.kind == kind]
    ready = [experiment for experiment in of_kind if experiment.dataset.kind in ("sinusoid", "glyphs")]
    assert ready, f"{kind} has no preset on data that are there from the start"
    experiment = ready[0]
    shorter = {"outer.iterations": 2, "evaluation.tasks": 2, "evaluation.test_tasks": 2, "compute.device": "cpu"}
    for path, value in shorter.items():
        experiment = experiment.with_value(path, value)
    with Training(experiment, Run.create(experiment, places.runs), places) as training:
        *_, last = training
    assert isinstance(last, Finished)
    assert last.status == "finished", last
