"""Every algorithm learns: what it could not do before, and what its yardstick cannot. None is named here."""

import functools
from typing import NamedTuple

import pytest
import torch
from families import Slopes, Whispers
from torch import Tensor

from core import registry
from core.algorithms.algorithm import Algorithm
from core.experiment import Experiment
from core.tasks.task import Task, TaskBatch
from core.training import mapping
from core.training.opening import build
from core.training.outer import OuterLoop

ITERATIONS, LOOK_EVERY, META_BATCH = 5000, 25, 16
YARDSTICK = "nearest_neighbor"
KINDS = registry.algorithms.kinds
rules_of = registry.algorithms.settings
SOURCES = {"classification": Whispers, "regression": Slopes}
LEARNERS = [(kind, tasks) for kind in KINDS if rules_of(kind).trains_on != "nothing" for tasks in rules_of(kind).tasks]
CLASSIFIERS = [kind for kind in KINDS if "classification" in rules_of(kind).tasks]


class Learnt(NamedTuple):
    algorithm: Algorithm
    meta: dict[str, Tensor]
    before: float
    after: float


@functools.cache
def learnt(kind: str, tasks: str) -> Learnt:
    """An algorithm and its score on unseen tasks: before it has learnt, and once it is clearly better than that."""
    inner = {"inner_steps": 3, "inner_lr": 0.15 if tasks == "classification" else 0.015} if _trains_inside(kind) else {}
    inner |= {"inner_optimizer": "sgd"} if "inner_optimizer" in rules_of(kind).model_fields else {}
    experiment = Experiment.from_dict(
        {
            "algorithm": {"kind": kind, **inner},
            "learner": {"kind": "mlp", "hidden": "16-16", "normalization": "layer"},
            "outer": {"iterations": ITERATIONS, "lr": 0.01},
        }
    )
    source = SOURCES[tasks]()
    experiment = experiment.model_copy(update={"dataset": source.settings})
    algorithm = build(experiment, source)
    meta = algorithm.init(torch.Generator().manual_seed(0))
    before = after = score(algorithm, meta, unseen(tasks))
    loop = OuterLoop(experiment.outer, meta, algorithm.pace)
    size = META_BATCH * experiment.algorithm.candidates
    for iteration in range(experiment.iterations):
        drawn = algorithm.draw(source, range(iteration * size, (iteration + 1) * size))
        run = mapping.vectorised(algorithm.at(iteration))
        loop.step(run(meta, algorithm.chosen(meta, drawn)).gradient, iteration)
        if (iteration + 1) % LOOK_EVERY == 0:
            after = score(algorithm, meta, unseen(tasks))
            if better(tasks, after, before) and better(tasks, after, learnt(YARDSTICK, tasks).after):
                break
    return Learnt(algorithm, meta, before, after)


def better(tasks: str, score: float, than: float) -> bool:
    """Clearly: 15 of 100 queries more are right, or the error is halved."""
    return score > than + 0.15 if tasks == "classification" else score < than / 2


def unseen(tasks: str) -> TaskBatch:
    """Two hundred tasks of unseen classes."""
    return SOURCES[tasks]().sample("test", range(200), 4000)


def score(algorithm: Algorithm, meta: dict[str, Tensor], batch: TaskBatch) -> float:
    """Mean over tasks of the accuracy, or of the squared error."""
    steps = 50 if algorithm.settings.trains_on != "tasks" else algorithm.training_steps

    def of_one(*fields: Tensor) -> Tensor:
        task = Task(*fields)
        *_, last = algorithm.adapt(meta, task.support, steps)
        return algorithm.objective.score(algorithm.predict(last, task.support, task.query_x), task.query_y)

    with torch.no_grad():
        return float(torch.func.vmap(of_one)(*batch).mean())


def _trains_inside(kind: str) -> bool:
    return rules_of(kind).has_inner_loop and rules_of(kind).trains_on == "tasks"


@pytest.mark.parametrize(("kind", "tasks"), LEARNERS)
def test_it_learns_what_its_yardsticks_do_not_know(kind: str, tasks: str) -> None:
    found = learnt(kind, tasks)
    yardstick = learnt(YARDSTICK, tasks).after
    assert better(tasks, found.after, found.before)
    assert better(tasks, found.after, yardstick)


@pytest.mark.parametrize("kind", CLASSIFIERS)
def test_labels_that_say_nothing_give_chance(kind: str) -> None:
    """The classes of the queries are dealt anew, so what the support set teaches about them is worth nothing."""
    found = learnt(kind, "classification")
    batch = unseen("classification")
    random = torch.Generator().manual_seed(1)
    dealt = torch.stack([torch.randperm(5, generator=random)[labels] for labels in batch.query_y])
    # 200 tasks of 5 classes that are right or wrong together: 4 standard errors of the share 1/5 over 1,000 classes.
    assert score(found.algorithm, found.meta, batch._replace(query_y=dealt)) == pytest.approx(0.2, abs=0.051)
