"""What every algorithm owes the rest of the program. None is named here: a new one is held to this as it arrives."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from core import registry
from core.algorithms.algorithm import Algorithm
from core.experiment import Experiment
from core.tasks.task import Task, TaskBatch
from core.training import mapping

NORMS = ["batch", "layer", "group", "none"]
SHAPES = {"vector": (3,), "image": (1, 16, 16)}
SMALL = {"hidden": "6-5", "filters": 4, "channels": "4-4-6-6"}  # of learners, by the name of the setting
DATASETS = {"classification": "glyphs", "regression": "sinusoid"}

KINDS = registry.algorithms.kinds
rules_of = registry.algorithms.settings
LEARNING = [kind for kind in KINDS if rules_of(kind).trains_on != "nothing"]


def allowed(kinds: list[str]) -> list[Any]:
    """Every algorithm with every learner, sort of task and treatment of queries that the program lets a person choose.

    The first two learners meet every sort of normalisation, the others the usual one.
    """
    found = []
    for kind, learner, norm in itertools.product(kinds, registry.learners.kinds, NORMS):
        if learner not in ("mlp", "conv4") and norm != "batch":
            continue
        for tasks in rules_of(kind).tasks:
            for queries in ("transductive", "per_query") if norm == "batch" else ("transductive",):
                settings = {"kind": learner, "normalization": norm, "query_normalization": queries}
                sections = {"algorithm": {"kind": kind}, "learner": settings, "dataset": {"kind": DATASETS[tasks]}}
                if not Experiment.from_dict(sections).problems():
                    inputs = registry.learners.settings(learner).inputs[0]
                    names = [kind, learner, tasks, norm, queries]
                    found.append(pytest.param(*names, inputs, id="-".join(names)))
    return found


NAMES = ("kind", "learner", "tasks", "norm", "queries", "inputs")
ALL_CASES = pytest.mark.parametrize(NAMES, allowed(KINDS))
CASES = pytest.mark.parametrize(NAMES, allowed(LEARNING))
Made = tuple[Algorithm, dict[str, Tensor], TaskBatch]


@pytest.fixture
def made(
    request: pytest.FixtureRequest, build: Callable[..., Any], draw_batch: Callable[..., TaskBatch],
    kind: str, learner: str, tasks: str, norm: str, queries: str, inputs: str,
) -> Made:  # fmt: skip
    """An algorithm, its meta-parameters and three tasks, in float64."""
    network: dict[str, Any] = {"kind": learner, "normalization": norm, "query_normalization": queries}
    fields = registry.learners.settings(learner).model_fields
    network |= {name: value for name, value in SMALL.items() if name in fields}
    algorithm: dict[str, Any] = {"kind": kind}
    if rules_of(kind).has_inner_loop:
        algorithm |= {"inner_steps": 2, "inner_lr": 0.05}
    ways = 3 if tasks == "classification" else None
    algorithm_made = build(algorithm, network, SHAPES[inputs], ways)
    meta = {name: value.double() for name, value in algorithm_made.init(torch.Generator().manual_seed(3)).items()}
    return algorithm_made, meta, draw_batch(3, SHAPES[inputs], ways, dtype=torch.float64)


def close(one: dict[str, Tensor], other: dict[str, Tensor], rtol: float = 1e-7) -> None:
    assert one.keys() == other.keys()
    size = max(float(value.abs().max()) for value in other.values())
    for name in one:
        torch.testing.assert_close(
            one[name], other[name], rtol=rtol, atol=rtol * (size + 1e-3), msg=lambda m, n=name: f"{n}: {m}"
        )


def copied(values: Any) -> list[Tensor]:
    return [value.clone() for value in values]


@CASES
def test_one_after_another_is_all_at_once(made: Made) -> None:
    algorithm, meta, batch = made
    one, other = mapping.sequential(algorithm)(meta, batch), mapping.vectorised(algorithm)(meta, batch)
    close(other.gradient, one.gradient)
    torch.testing.assert_close(other.loss, one.loss)
    close(other.aux, one.aux) if one.aux else None
    assert one.gradient.keys() == meta.keys()
    assert all(one.gradient[name].shape == meta[name].shape for name in meta)
    assert any(bool(value.any()) for value in one.gradient.values())
    # And both are the mean of what each task gives alone.
    alone = [algorithm.task_gradient(meta, batch.task(place)) for place in range(batch.tasks)]
    mean = {name: torch.stack([gradient[name] for gradient, _ in alone]).mean(0) for name in meta}
    close(one.gradient, mean)
    torch.testing.assert_close(one.loss, torch.stack([loss for _, (loss, _) in alone]).mean())


@CASES
def test_the_other_tasks_of_a_batch_do_not_matter(made: Made) -> None:
    algorithm, meta, batch = made
    # Not scaled or shifted, which batch norm would undo.
    wild = [torch.cat([x[:1], 3 * torch.sin(5 * x[1:]) if x.is_floating_point() else x[1:]]) for x in batch[:4]]
    disturbed = TaskBatch(*wild, batch.classes, batch.noise)
    every = torch.func.vmap(algorithm.task_gradient, in_dims=(None, 0))
    here, there = every(meta, Task(*batch)), every(meta, Task(*disturbed))
    alone, (loss, _) = algorithm.task_gradient(meta, batch.task(0))
    for gradient, (losses, _) in (here, there):
        close({name: value[0] for name, value in gradient.items()}, alone)
        torch.testing.assert_close(losses[0], loss)
    assert not torch.allclose(here[1][0][1], there[1][0][1])  # the disturbance did disturb its own tasks


@CASES
def test_the_same_arguments_give_the_same_bits_and_are_left_alone(made: Made) -> None:
    algorithm, meta, batch = made
    task = batch.task(0)
    before, of_task = copied(meta.values()), copied(task)
    gradient, (loss, _) = algorithm.task_gradient(meta, task)
    algorithm.task_gradient(meta, batch.task(1))
    list(algorithm.adapt(meta, task.support, 3))
    again, (loss_again, _) = algorithm.task_gradient(meta, task)
    assert torch.equal(loss, loss_again)
    assert all(torch.equal(gradient[name], again[name]) for name in meta)
    assert all(torch.equal(now, then) for now, then in zip(meta.values(), before, strict=True))
    assert all(torch.equal(now, then) for now, then in zip(task, of_task, strict=True))
    assert all(value.grad is None and not value.requires_grad for value in meta.values())


@CASES
def test_it_follows_the_derivative_of_its_loss_unless_it_says_otherwise(
    made: Made, central_difference: Callable[..., float]
) -> None:
    algorithm, meta, batch = made
    if not algorithm.follows_loss:
        pytest.skip("follows something other than the derivative of its task loss")
    task = batch.task(0)
    gradient, _ = algorithm.task_gradient(meta, task)
    random = torch.Generator().manual_seed(1)
    along = {name: torch.randn(value.shape, generator=random, dtype=torch.float64) for name, value in meta.items()}
    slope = sum(float((gradient[name] * along[name]).sum()) for name in meta)
    measured = central_difference(lambda params: algorithm.task_loss(params, task)[0], meta, along, 1e-7)
    assert slope == pytest.approx(measured, rel=2e-5, abs=1e-7)


@ALL_CASES
def test_each_step_of_adaptation_can_predict(made: Made, tasks: str) -> None:
    algorithm, meta, batch = made
    task = batch.task(0)
    states = list(algorithm.adapt(meta, task.support, 4))
    assert len(states) == (5 if algorithm.settings.has_inner_loop else 1)
    predicted = algorithm.predictor(meta, task.support, task.query_x)
    for state in states:
        outputs = algorithm.predict(state, task.support, task.query_x)
        assert outputs.shape == (len(task.query_x), 3 if tasks == "classification" else 1)
        assert bool(outputs.isfinite().all())
        torch.testing.assert_close(predicted(state), outputs)
    if algorithm.settings.trains_on == "tasks":
        loss, _ = algorithm.query_loss(algorithm.adapted(meta, task.support), task)
        torch.testing.assert_close(algorithm.task_gradient(meta, task)[1][0], loss)


@ALL_CASES
def test_what_is_said_of_the_hooks_is_so(made: Made) -> None:
    algorithm, meta, batch = made
    task = batch.task(0)
    adapted = algorithm.adapted(meta, task.support)
    told, _ = algorithm.query_loss(adapted, task)
    of_outputs = algorithm.objective.loss(algorithm.predict(adapted, task.support, task.query_x), task.query_y)
    assert torch.allclose(told, of_outputs) == algorithm.is_judged_by_outputs
    assert bool(algorithm.population(meta, task.query_x)) == algorithm.asks_population


@ALL_CASES
def test_a_query_does_not_see_the_others_unless_it_is_said(made: Made, norm: str, queries: str) -> None:
    algorithm, meta, batch = made
    task = batch.task(0)
    last = algorithm.adapted(meta, task.support)
    together = algorithm.predict(last, task.support, task.query_x)
    if norm == "batch" and queries == "transductive" and algorithm.settings.uses_learner:
        others = torch.cat([task.query_x[:1], 3 * torch.sin(5 * task.query_x[1:])])
        assert not torch.allclose(algorithm.predict(last, task.support, others)[0], together[0], rtol=1e-6)
    else:
        alone = [algorithm.predict(last, task.support, x[None]) for x in task.query_x]
        torch.testing.assert_close(torch.cat(alone), together)


@ALL_CASES
def test_the_order_of_the_support_set_does_not_matter_unless_chance_decides(made: Made) -> None:
    """An algorithm that reads no noise treats the support set as a set; one that does has dealt an order of its own."""
    algorithm, meta, batch = made
    if algorithm.noise_size(9):
        pytest.skip("shuffles the support set")
    task = batch.task(0)
    order = torch.randperm(len(task.support_y), generator=torch.Generator().manual_seed(5))
    turned = task._replace(support_x=task.support_x[order], support_y=task.support_y[order])
    outputs = [
        algorithm.predict(algorithm.adapted(meta, one.support), one.support, task.query_x) for one in (task, turned)
    ]
    torch.testing.assert_close(*outputs)


def compare_compiled(build: Callable[..., Any], draw_batch: Callable[..., TaskBatch], kind: str, sorts: Any) -> None:
    """A kernel made from one meta-batch, against all at once, on another."""
    for tasks in sorts:
        ways = 3 if tasks == "classification" else None
        settings: dict[str, Any] = {"kind": kind}
        settings |= {"inner_steps": 1} if rules_of(kind).has_inner_loop else {}
        algorithm = build(settings, {"kind": "mlp", "hidden": "8"}, (1,), ways)
        meta = algorithm.init(torch.Generator().manual_seed(0))
        example, batch = (draw_batch(tasks=4, shape=(1,), ways=ways, seed=seed) for seed in (0, 1))
        one = mapping.vectorised(algorithm)(meta, batch)
        other = mapping.compiled(algorithm, meta, example)(meta, batch)
        close(other.gradient, one.gradient, 1e-4)
        torch.testing.assert_close(other.loss, one.loss, rtol=1e-5, atol=1e-6)
        assert other.aux.keys() == one.aux.keys()
        close(other.aux, one.aux, 1e-5) if one.aux else None


@pytest.mark.skipif(mapping.compiler() is None, reason="needs a C++ compiler")
@pytest.mark.parametrize("kind", LEARNING)
def test_traced_is_all_at_once(
    build: Callable[..., Any], draw_batch: Callable[..., TaskBatch], kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The graph that a kernel is compiled from, run as it is: the compiler itself takes many seconds for each."""
    monkeypatch.setattr(torch, "compile", lambda graph, **how: graph)
    compare_compiled(build, draw_batch, kind, rules_of(kind).tasks)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # torch's own, while compiling
@pytest.mark.skipif(mapping.compiler() is None, reason="needs a C++ compiler")
def test_compiled_is_all_at_once(build: Callable[..., Any], draw_batch: Callable[..., TaskBatch]) -> None:
    """The slowest proof of the engine: the compiler needs some seconds for each kernel."""
    from torch._inductor import config

    with config.patch(compile_threads=1):  # leaves no worker processes behind
        compare_compiled(build, draw_batch, Experiment().algorithm.kind, ["regression"])
