"""Which way tasks are run: it depends on the experiment and the machine alone."""

from typing import Any

import pytest

from core.experiment import Experiment
from core.training import mapping, planning
from core.training.planning import Plan

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
        plan = planning.plan(experiment, device)
        assert {planning.plan(Experiment.from_dict(data), device) for _ in range(3)} == {plan}
        assert {plan.first, plan.later or "sequential"} <= {"sequential", "vectorised", "compiled"}
        # Where a run goes on, it does what the unbroken run would do there.
        assert all(
            plan.at_iteration(i) == (plan.later if plan.later and i >= plan.at else plan.first) for i in (0, 999, 5000)
        )
    for chosen in ("sequential", "vectorised", "compiled"):
        named = planning.plan(experiment.with_value("compute.mapping", chosen), "cpu")
        assert (named.first, named.later, str(named).partition(" in ")[0]) == (chosen, None, chosen)


def test_long_small_runs_are_compiled_later_where_there_is_a_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    long, short = (Experiment.from_dict({"outer": {"iterations": count}}) for count in (60_000, 500))
    monkeypatch.setattr(mapping, "compiler", lambda: "/usr/bin/c++")
    plan = planning.plan(long, "cpu")
    assert (plan.at_iteration(0), plan.at_iteration(plan.at - 1), plan.at_iteration(plan.at)) == (
        "vectorised", "vectorised", "compiled",
    )  # fmt: skip
    assert f"compiled from iteration {plan.at}" in str(plan)
    assert planning.plan(short, "cpu").later is None
    monkeypatch.setattr(mapping, "compiler", lambda: None)
    assert planning.plan(long, "cpu").later is None


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
    assert planning.plan(experiment, device).later == later
    assert planning.plan(experiment, device, by_torchrun=2).later is None  # nothing is compiled on other machines


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
    assert planning.measures_at_once(experiment, device) == at_once


def test_a_plan_changes_once() -> None:
    plan = Plan("vectorised", "compiled", 10)
    assert [plan.at_iteration(iteration) for iteration in (0, 9, 10, 11)] == ["vectorised"] * 2 + ["compiled"] * 2
    assert {Plan("sequential").at_iteration(iteration) for iteration in range(50)} == {"sequential"}


def test_pictures_are_compiled_beside_the_training(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapping, "compiler", lambda: "/usr/bin/c++")
    experiment = Experiment.from_dict({**PICTURES, "outer": {"iterations": 20_000}})
    plan = planning.plan(experiment, "cpu")
    assert [plan.compiles_at(iteration) for iteration in (0, plan.at - plan.ahead - 1)] == [False, False]
    assert [plan.compiles_at(iteration) for iteration in (plan.at - plan.ahead, plan.at - 1)] == [True, True]
    assert not plan.compiles_at(plan.at)
    assert not Plan("sequential").compiles_at(0)


@pytest.mark.parametrize(("settled", "later"), [(10_000, "compiled"), (10_001, None)])
def test_what_is_settled_too_late_is_not_compiled(
    settled: int, later: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MAML++ changes what it computes until then, which a kernel cannot."""
    monkeypatch.setattr(mapping, "compiler", lambda: "/usr/bin/c++")
    algorithm = {"kind": "maml_plus_plus", "first_order_until": settled, "step_losses": False}
    experiment = Experiment.from_dict({**PICTURES, "algorithm": algorithm, "outer": {"iterations": 20_000}})
    plan = planning.plan(experiment, "cpu")
    assert plan.later == later
    assert later is None or plan.at - plan.ahead == settled
