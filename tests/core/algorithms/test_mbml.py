"""MBML against MAML, and its choice of tasks against all choices."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from core.algorithms.mbml import STRATEGY, k_centres
from core.settings import OuterSettings
from core.training.outer import OuterLoop

NETWORK = {"kind": "mlp", "hidden": "12-8"}
Draw = Callable[..., Any]


def doubled(algorithm: Any) -> dict[str, Tensor]:
    return {name: value.double() for name, value in algorithm.init(torch.Generator().manual_seed(0)).items()}


@pytest.mark.parametrize("first_order", [False, True])
def test_with_equal_step_sizes_it_is_maml(build: Draw, draw_task: Draw, first_order: bool) -> None:
    settings = {"inner_lr": 0.1, "inner_steps": 3, "first_order": first_order}
    made, maml = build({"kind": "mbml", **settings}, NETWORK), build({"kind": "maml", **settings}, NETWORK)
    task = draw_task(dtype=torch.float64)
    gradient, _ = made.task_gradient(doubled(made), task)
    expected, _ = maml.task_gradient(doubled(maml), task)
    for name, value in expected.items():
        torch.testing.assert_close(gradient[name], value, rtol=1e-5, atol=1e-8)
    strategy = {name: value for name, value in gradient.items() if name.startswith(STRATEGY)}
    assert strategy.keys() == {STRATEGY + layer for layer in ("layer1", "layer2", "head")}
    assert all(bool(value != 0) for value in strategy.values())  # learnt in the first order, too


@given(log_rate=st.floats(-50, 50))
def test_step_sizes_stay_positive(build: Draw, draw_task: Draw, log_rate: float) -> None:
    made = build({"kind": "mbml"}, NETWORK)
    task, meta = draw_task(dtype=torch.float64), doubled(made)
    meta[STRATEGY + "head"] = torch.tensor(log_rate, dtype=torch.float64)
    theta, phi = made.adapt(meta, task.support, 1)
    gradient = made.support_gradient(theta, task.support)["head.bias"]
    assert bool(((theta["head.bias"] - phi["head.bias"]) * gradient >= 0).all())


@pytest.mark.parametrize("optimizer", ["adam", "sgd"])
def test_the_shared_model_goes_part_of_the_way(build: Draw, optimizer: str) -> None:
    """θ ← θ + (γ/σ²)(θ_meta − θ), where θ_meta is what the whole outer step gives; the strategy takes it whole."""
    made = build({"kind": "mbml", "shared_lr": 0.5, "variance": 2.0}, NETWORK)
    meta = doubled(made)
    outer = OuterSettings(optimizer=optimizer, lr=0.1, iterations=10)
    gradient = {name: torch.randn_like(value) for name, value in meta.items()}
    whole, part = ({name: value.clone() for name, value in meta.items()} for _ in range(2))
    OuterLoop(outer, whole).step(gradient, 0)
    OuterLoop(outer, part, made.pace).step(gradient, 0)
    for name, before in meta.items():
        share = 1 if name.startswith(STRATEGY) else 0.25
        torch.testing.assert_close(part[name], before + share * (whole[name] - before))


def reach(points: Tensor, kept: Any) -> float:
    """How far the farthest point is from the nearest that was kept."""
    return float(torch.cdist(points, points[torch.as_tensor(kept)]).min(1).values.max())


@given(seed=st.integers(0, 10_000), count=st.integers(1, 4))
def test_centres_are_at_most_twice_as_far_as_the_best(seed: int, count: int) -> None:
    points = torch.randn(8, 2, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)
    kept = k_centres(points, count)
    assert len(set(kept.tolist())) == count
    best = min(reach(points, choice) for choice in itertools.combinations(range(8), count))
    assert reach(points, kept) <= 2 * best + 1e-9


def test_it_keeps_tasks_that_differ(build: Draw, draw_batch: Draw) -> None:
    """Of twelve candidates in three clumps of support sets, three are kept: one of each clump."""
    made = build({"kind": "mbml", "pool": 4}, {"kind": "mlp", "hidden": "8"})
    batch = draw_batch(tasks=12)
    clump = torch.tensor([0, 1, 2] * 4)
    far = 40 * torch.eye(3)[clump]
    batch = batch._replace(
        support_x=0.01 * batch.support_x + far[:, None], query_x=batch.query_x + clump.view(-1, 1, 1)
    )
    meta = made.init(torch.Generator().manual_seed(0))
    chosen = made.chosen(meta, batch)
    assert chosen.tasks == 3
    places = [int((batch.query_x == query).flatten(1).all(1).nonzero()) for query in chosen.query_x]
    assert sorted(clump[places].tolist()) == [0, 1, 2]
    for field, whole in zip(chosen, batch, strict=True):
        assert torch.equal(field, whole[places])
