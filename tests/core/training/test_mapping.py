"""How tasks are run: which way is taken depends on the experiment alone, and every way gives the same gradient."""

from collections.abc import Callable
from typing import Any

import pytest
import torch

from core.experiment import Experiment
from core.tasks.task import TaskBatch
from core.training import mapping
from core.training.mapping import CompilerMissing, Plan


@pytest.mark.parametrize("downsampling", ["stride", "max_pool"])
@pytest.mark.parametrize("queries", ["transductive", "per_query"])
@pytest.mark.parametrize("first_order", [False, True])
def test_conv4_one_after_another_is_all_at_once(
    build: Callable[..., Any], draw_batch: Callable[..., TaskBatch], downsampling: str, queries: str, first_order: bool
) -> None:
    """At the size that people train; in float64, since in float32 rounding alone can turn a max-pool the other way."""
    learner = {"kind": "conv4", "filters": 16, "downsampling": downsampling, "query_normalization": queries}
    algorithm = {"kind": "maml", "inner_lr": 0.1, "inner_steps": 2, "first_order": first_order}
    made = build(algorithm, learner, (1, 28, 28), 5)
    meta = {name: value.double() for name, value in made.init(torch.Generator().manual_seed(0)).items()}
    batch = draw_batch(tasks=3, shape=(1, 28, 28), ways=5, shots=1, queries=3, dtype=torch.float64)
    one, other = mapping.sequential(made)(meta, batch), mapping.vectorised(made)(meta, batch)
    scale = max(float(value.abs().max()) for value in one.gradient.values())
    for name in meta:
        torch.testing.assert_close(other.gradient[name], one.gradient[name], rtol=1e-8, atol=1e-8 * scale)
    torch.testing.assert_close(other.loss, one.loss, rtol=1e-10, atol=1e-10)
    torch.testing.assert_close(other.aux["accuracy"], one.aux["accuracy"])


SHAPES: list[dict[str, Any]] = [
    {},
    {"outer": {"iterations": 60_000}},
    {"dataset": {"kind": "glyphs"}, "learner": {"kind": "conv4"}},
    {"dataset": {"kind": "glyphs"}, "learner": {"kind": "conv4", "downsampling": "stride"}},
    {"dataset": {"kind": "glyphs"}, "learner": {"kind": "conv4"}, "outer": {"meta_batch_size": 1}},
    {"dataset": {"kind": "glyphs"}, "learner": {"kind": "conv4"}, "algorithm": {"kind": "prototypical"}},
]


@pytest.mark.parametrize("data", SHAPES, ids=str)
def test_the_plan_is_a_function_of_the_experiment(data: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    experiment = Experiment.from_dict(data)
    for device in ("cpu", "cuda"):
        plan = mapping.plan(experiment, device)
        assert {mapping.plan(Experiment.from_dict(data), device) for _ in range(3)} == {plan}
        assert {plan.first, plan.later or "sequential"} <= {"sequential", "vectorised", "compiled"}
        # Where a run goes on, it does what the unbroken run would do there.
        assert all(
            plan.at_iteration(i) == (plan.later if plan.later and i >= plan.at else plan.first) for i in (0, 999, 5000)
        )
    for chosen in ("sequential", "vectorised", "compiled"):
        named = mapping.plan(experiment.with_value("compute.mapping", chosen), "cpu")
        assert (named.first, named.later, str(named).partition(" in ")[0]) == (chosen, None, chosen)


def test_long_small_runs_are_compiled_later_where_there_is_a_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    long, short = (Experiment.from_dict({"outer": {"iterations": count}}) for count in (60_000, 500))
    monkeypatch.setattr(mapping, "compiler", lambda: "/usr/bin/c++")
    plan = mapping.plan(long, "cpu")
    assert (plan.at_iteration(0), plan.at_iteration(plan.at - 1), plan.at_iteration(plan.at)) == (
        "vectorised", "vectorised", "compiled",
    )  # fmt: skip
    assert f"compiled from iteration {plan.at}" in str(plan)
    assert mapping.plan(short, "cpu").later is None
    monkeypatch.setattr(mapping, "compiler", lambda: None)
    assert mapping.plan(long, "cpu").later is None


PICTURES = {"dataset": {"kind": "glyphs"}, "learner": {"kind": "conv4"}}


@pytest.mark.parametrize(
    ("changes", "device", "later"),
    [
        ({}, "cpu", "compiled"),
        ({"outer.iterations": 3000}, "cpu", None),
        ({}, "cuda", None),
        ({"algorithm.kind": "anil"}, "cpu", None),  # shares its kernels, and is quick without
        ({"algorithm.kind": "prototypical"}, "cpu", None),
        ({"compute.workers": 3}, "cpu", "compiled"),
        ({"learner.kind": "mlp", "dataset.kind": "sinusoid"}, "cpu", "compiled"),
        ({"learner.kind": "mlp", "dataset.kind": "sinusoid", "compute.workers": 2}, "cpu", None),
    ],
)
def test_what_is_compiled_later(
    changes: dict[str, Any], device: str, later: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mapping, "compiler", lambda: "/usr/bin/c++")
    experiment = Experiment.from_dict({**PICTURES, "outer": {"iterations": 20_000}})
    for path, value in changes.items():
        experiment = experiment.with_value(path, value)
    assert mapping.plan(experiment, device).later == later
    assert mapping.plan(experiment, device, by_torchrun=2).later is None  # nothing is compiled on other machines


def test_pieces_are_one_for_each_number_of_tasks(draw_batch: Callable[..., TaskBatch]) -> None:
    batch = draw_batch(tasks=7)
    found = mapping.pieces(batch, processes=2, at_once=2)  # 3 and 4 tasks: 1 and 2, and twice 2
    assert sorted(piece.tasks for piece in found) == [1, 2]
    assert [piece.tasks for piece in mapping.pieces(batch, processes=1, at_once=None)] == [7]


def test_a_missing_compiler_is_said(
    build: Callable[..., Any], draw_batch: Callable[..., TaskBatch], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mapping, "compiler", lambda: None)
    made = build({"kind": "maml"}, {"kind": "mlp"})
    with pytest.raises(CompilerMissing, match=r"needs a C\+\+ compiler"):
        mapping.compiled(made, made.init(torch.Generator().manual_seed(0)), draw_batch(tasks=2))


@pytest.mark.parametrize(
    ("changes", "device", "at_once"),
    [
        ({}, "cpu", False),  # 75 queries for each network
        ({"dataset.queries": 1}, "cpu", True),
        ({}, "cuda", True),
        ({"algorithm.kind": "anil"}, "cpu", True),  # shares its kernels
        ({"learner.downsampling": "max_pool", "dataset.queries": 1}, "cpu", False),
    ],
)
def test_many_queries_are_measured_one_task_after_another(changes: dict[str, Any], device: str, at_once: bool) -> None:
    experiment = Experiment.from_dict(PICTURES).with_value("dataset.queries", 15)
    experiment = experiment.with_value("learner.downsampling", "stride")
    for path, value in changes.items():
        experiment = experiment.with_value(path, value)
    assert mapping.measures_at_once(experiment, device) == at_once


def test_a_plan_changes_once() -> None:
    plan = Plan("vectorised", "compiled", 10)
    assert [plan.at_iteration(iteration) for iteration in (0, 9, 10, 11)] == ["vectorised"] * 2 + ["compiled"] * 2
    assert {Plan("sequential").at_iteration(iteration) for iteration in range(50)} == {"sequential"}
