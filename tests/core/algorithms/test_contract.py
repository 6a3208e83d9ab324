"""What every algorithm owes the rest of the program. None is named here: a new one is held to this as it arrives."""

import functools
from collections.abc import Callable, Iterator
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


def allowed() -> Iterator[Any]:
    """Every algorithm with every learner, sort of task and treatment of queries that its declared rules allow."""
    for kind in registry.algorithms.kinds:
        rules = registry.algorithms.settings(kind)
        for learner in registry.learners.kinds:
            inputs = registry.learners.settings(learner).inputs[0]
            for tasks in rules.tasks:
                for norm in NORMS:
                    for queries in ("transductive", "per_query") if norm == "batch" else ("transductive",):
                        names = [kind, learner, tasks, norm, queries]
                        yield pytest.param(*names, inputs, id="-".join(names))


CASES = pytest.mark.parametrize(("kind", "learner", "tasks", "norm", "queries", "inputs"), list(allowed()))
Made = tuple[Algorithm, dict[str, Tensor], TaskBatch]


@pytest.fixture
def made(
    request: pytest.FixtureRequest, build: Callable[..., Any], draw_batch: Callable[..., TaskBatch],
    kind: str, learner: str, tasks: str, norm: str, queries: str, inputs: str,
) -> Made:  # fmt: skip
    """An algorithm, its meta-parameters and three tasks, in float64."""
    network: dict[str, Any] = {"kind": learner, "normalization": norm, "query_normalization": queries}
    network |= {"hidden": "6-5"} if learner == "mlp" else {}
    network |= {"filters": 4} if "filters" in registry.learners.settings(learner).model_fields else {}
    algorithm: dict[str, Any] = {"kind": kind}
    if registry.algorithms.settings(kind).has_inner_loop:
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


@CASES
def test_each_step_of_adaptation_can_predict(made: Made, tasks: str) -> None:
    algorithm, meta, batch = made
    task = batch.task(0)
    states = list(algorithm.adapt(meta, task.support, 4))
    assert len(states) == (5 if algorithm.settings.has_inner_loop else 1)
    for state in states:
        outputs = algorithm.predict(state, task.support, task.query_x)
        assert outputs.shape == (len(task.query_x), 3 if tasks == "classification" else 1)
        assert bool(outputs.isfinite().all())
    loss, _ = algorithm.query_loss(list(algorithm.adapt(meta, task.support, algorithm.training_steps))[-1], task)
    torch.testing.assert_close(algorithm.task_gradient(meta, task)[1][0], loss)


CLASSIFIERS = [
    kind for kind in registry.algorithms.kinds if "classification" in registry.algorithms.settings(kind).tasks
]


def accuracy(algorithm: Algorithm, meta: dict[str, Tensor], batch: TaskBatch, steps: int) -> float:
    right = 0
    for place in range(batch.tasks):
        task = batch.task(place)
        *_, last = algorithm.adapt(meta, task.support, steps)
        right += int((algorithm.predict(last, task.support, task.query_x).argmax(1) == task.query_y).sum())
    return right / batch.query_y.numel()


@pytest.mark.parametrize("kind", CLASSIFIERS)
def test_labels_that_say_nothing_give_chance(
    build: Callable[..., Any], draw_batch: Callable[..., TaskBatch], kind: str
) -> None:
    """The classes of the queries are dealt anew, so what the support set teaches about them is worth nothing."""
    settings: dict[str, Any] = {"kind": kind}
    if registry.algorithms.settings(kind).has_inner_loop:
        settings |= {"inner_steps": 10, "inner_lr": 0.1}
    algorithm = build(settings, {"kind": "mlp", "hidden": "32"}, (8,), 5)
    meta = algorithm.init(torch.Generator().manual_seed(0))
    batch = draw_batch(tasks=60, shape=(8,), ways=5, shots=5, queries=6)
    assert accuracy(algorithm, meta, batch, 10) > 0.5  # the tasks can be learnt, and are
    random = torch.Generator().manual_seed(1)
    dealt = torch.stack([torch.randperm(5, generator=random)[labels] for labels in batch.query_y])
    # 60 tasks of 5 classes that are right or wrong together: 4 standard errors of the share 1/5 over 300 classes.
    assert accuracy(algorithm, meta, batch._replace(query_y=dealt), 10) == pytest.approx(0.2, abs=0.093)


def compare_compiled(build: Callable[..., Any], draw_batch: Callable[..., TaskBatch], kind: str, sorts: Any) -> None:
    """A kernel made from one meta-batch, against all at once, on another."""
    for tasks in sorts:
        ways = 3 if tasks == "classification" else None
        settings: dict[str, Any] = {"kind": kind}
        settings |= {"inner_steps": 1} if registry.algorithms.settings(kind).has_inner_loop else {}
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
@pytest.mark.parametrize("kind", registry.algorithms.kinds)
def test_traced_is_all_at_once(
    build: Callable[..., Any], draw_batch: Callable[..., TaskBatch], kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The graph that a kernel is compiled from, run as it is: the compiler itself takes many seconds for each."""
    monkeypatch.setattr(mapping.torch, "compile", functools.partial(torch.compile, backend="eager"))
    compare_compiled(build, draw_batch, kind, registry.algorithms.settings(kind).tasks)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # torch's own, while compiling
@pytest.mark.skipif(mapping.compiler() is None, reason="needs a C++ compiler")
def test_compiled_is_all_at_once(build: Callable[..., Any], draw_batch: Callable[..., TaskBatch]) -> None:
    """The slowest proof of the engine: the compiler needs some seconds for each kernel."""
    from torch._inductor import config

    with config.patch(compile_threads=1):  # leaves no worker processes behind
        compare_compiled(build, draw_batch, Experiment().algorithm.kind, ["regression"])
