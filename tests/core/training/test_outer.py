"""The outer step against closed forms and against torch's own optimisers."""

import math
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from core.settings import OuterSettings
from core.training.checkpoint import CheckpointError
from core.training.outer import OuterLoop, learning_rate, meta_of


def draw(seed: int) -> dict[str, Tensor]:
    random = torch.Generator().manual_seed(seed)
    return {"a.weight": torch.randn(3, 2, generator=random), "b": torch.randn(4, generator=random)}


def rates(schedule: str, iterations: int, **settings: Any) -> list[float]:
    chosen = OuterSettings(schedule=schedule, iterations=iterations, lr=0.2, **settings)  # type: ignore[arg-type]
    return [learning_rate(chosen, iteration) for iteration in range(iterations)]


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 400))
def test_schedules(iterations: int) -> None:
    every = range(iterations)
    assert rates("constant", iterations) == [0.2] * iterations
    assert rates("linear", iterations) == pytest.approx([0.2 - 0.2 * i / iterations for i in every])
    half_cosine = [0.2 * math.cos(math.pi * i / (2 * iterations)) ** 2 for i in every]
    assert rates("cosine", iterations) == pytest.approx(half_cosine)
    halved, rate = [], 0.2
    for i in every:
        rate = rate / 2 if i and i % 7 == 0 else rate
        halved.append(rate)
    assert rates("halving", iterations, halve_every=7) == pytest.approx(halved)


@pytest.mark.parametrize("schedule", ["constant", "linear", "cosine", "halving"])
@pytest.mark.parametrize(
    ("chosen", "reference"),
    [
        ({"optimizer": "adam"}, torch.optim.Adam),
        ({"optimizer": "sgd"}, torch.optim.SGD),
        ({"optimizer": "sgd", "momentum": 0.9}, lambda params, lr: torch.optim.SGD(params, lr=lr, momentum=0.9)),
    ],
    ids=["adam", "sgd", "momentum"],
)
def test_steps_are_those_of_torchs_optimisers(schedule: str, chosen: dict[str, Any], reference: Any) -> None:
    outer_settings = OuterSettings(lr=0.1, schedule=schedule, iterations=12, halve_every=4, **chosen)  # type: ignore[arg-type]
    outer = OuterLoop(outer_settings, draw(0))
    params = {name: value.requires_grad_() for name, value in draw(0).items()}
    optimizer = reference(params.values(), lr=0.1)
    rate = rates(schedule, 12, halve_every=4)
    for iteration in range(12):
        gradient = draw(iteration + 1)
        norm, lr, *_ = outer.step(gradient, iteration)
        for name, value in params.items():
            value.grad = gradient[name].clone()
        optimizer.param_groups[0]["lr"] = rate[iteration] / 2
        optimizer.step()
        assert lr == pytest.approx(rate[iteration] / 2)
        assert norm == pytest.approx(float(torch.cat([value.flatten() for value in gradient.values()]).norm()))
    for name, value in params.items():
        torch.testing.assert_close(outer.meta[name], value.detach(), rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("limit", [0.5, 2.0, 1e6])
def test_long_gradients_are_shortened_to_the_limit(limit: float) -> None:
    outer = OuterLoop(OuterSettings(optimizer="sgd", lr=1.0, clip_gradient=limit), draw(0))
    gradient = draw(1)
    length = math.sqrt(sum(float(value.square().sum()) for value in gradient.values()))
    norm, *_ = outer.step(gradient, 0)
    assert norm == pytest.approx(length)  # what is told is the length before
    moved = {name: before - outer.meta[name] for name, before in draw(0).items()}
    for name, value in moved.items():
        torch.testing.assert_close(value, gradient[name] * min(1.0, limit / length), rtol=1e-4, atol=1e-5)
    assert all(torch.equal(value, draw(1)[name]) for name, value in gradient.items())


@pytest.mark.parametrize("bad", [math.nan, math.inf])
def test_a_gradient_that_is_no_number_moves_nothing(bad: float) -> None:
    outer = OuterLoop(OuterSettings(), draw(0))
    gradient = draw(1)
    gradient["b"][2] = bad
    norm, *_ = outer.step(gradient, 0)
    assert not math.isfinite(norm)
    assert all(torch.equal(outer.meta[name], value) for name, value in draw(0).items())


@pytest.mark.parametrize("chosen", [{"optimizer": "adam"}, {"optimizer": "sgd", "momentum": 0.9}])
def test_the_state_is_all_that_is_needed_to_go_on(chosen: dict[str, Any]) -> None:
    outer_settings = OuterSettings(lr=0.1, schedule="cosine", iterations=10, **chosen)
    whole, first = OuterLoop(outer_settings, draw(0)), OuterLoop(outer_settings, draw(0))
    for iteration in range(10):
        whole.step(draw(iteration + 1), iteration)
    for iteration in range(4):
        first.step(draw(iteration + 1), iteration)
    kept = {name: value.clone() for name, value in first.state().items()}
    assert set(meta_of(kept)) == set(draw(0))
    second = OuterLoop(outer_settings, draw(99))
    second.restore(kept)
    for iteration in range(4, 10):
        second.step(draw(iteration + 1), iteration)
    assert all(torch.equal(second.meta[name], whole.meta[name]) for name in whole.meta)
    state, expected = second.state(), whole.state()
    assert state.keys() == expected.keys()
    assert all(torch.equal(state[name], expected[name]) for name in state)


def test_state_of_another_network_is_refused() -> None:
    outer = OuterLoop(OuterSettings(), draw(0))
    before = {name: value.clone() for name, value in outer.state().items()}
    larger = {**before, "meta|b": torch.zeros(9)}
    for other in ({"meta|somewhere.else": torch.zeros(2)}, larger, {**before, "meta|more": torch.zeros(1)}):
        with pytest.raises(CheckpointError, match="another network or optimizer"):
            outer.restore(other)
    assert all(torch.equal(value, before[name]) for name, value in outer.state().items())


def test_the_memory_of_the_optimiser_goes_where_the_parameters_are() -> None:
    """A checkpoint is read on the CPU; fused Adam on a GPU needs all of it there, its count of steps too."""
    first = OuterLoop(OuterSettings(), draw(0))
    first.step(draw(1), 0)
    elsewhere = {name: value.to("meta") for name, value in draw(0).items()}  # a device that every machine has
    outer = OuterLoop(OuterSettings(), elsewhere)
    outer.restore(first.state())
    restored = outer.state()
    assert restored.keys() == first.state().keys()
    assert {value.device.type for value in restored.values()} == {"meta"}


@pytest.mark.parametrize("optimizer", ["adam", "sgd"])
def test_the_layout_of_a_gradient_in_memory_does_not_matter(optimizer: str) -> None:
    """Convolutions may give their gradient channels last; the step goes by element and not by place in memory."""
    kernel = torch.randn(4, 3, 3, 3, generator=torch.Generator().manual_seed(0))
    gradient = torch.randn(4, 3, 3, 3, generator=torch.Generator().manual_seed(1))
    chosen = OuterSettings(optimizer=optimizer, lr=0.1, iterations=10)  # type: ignore[arg-type]
    stepped = []
    for layout in (torch.contiguous_format, torch.channels_last):
        outer = OuterLoop(chosen, {"conv.weight": kernel.clone()})
        outer.step({"conv.weight": gradient.to(memory_format=layout)}, 0)
        stepped.append(outer.meta["conv.weight"])
    assert torch.equal(*stepped)
    if optimizer == "adam":  # Adam's first step is the learning rate against the sign of the gradient
        assert torch.allclose(stepped[0], kernel - 0.1 * gradient.sign(), atol=1e-5)


@pytest.mark.parametrize("kind", ["mbml", "meta_sgd", "meta_curvature", "r2d2", "metaoptnet_svm", "maml_plus_plus"])
def test_weight_decay_leaves_alone_what_does_not_rest_at_zero(kind: str, build: Any) -> None:
    """Step sizes, logarithms and curvatures stay where they are; the network is pulled, as torch's SGD pulls it."""
    algorithm = build({"kind": kind}, {"kind": "mlp", "hidden": "4"}, (3,), 3)
    meta = algorithm.init(torch.Generator().manual_seed(0))
    before = {name: value.clone() for name, value in meta.items()}
    settings = OuterSettings(optimizer="sgd", lr=0.1, weight_decay=0.5)
    nothing = {name: torch.zeros_like(value) for name, value in meta.items()}
    OuterLoop(settings, meta, algorithm.pace, algorithm.decays).step(nothing, 0)
    network = {name for name in meta if name.startswith(("layer", "head"))}
    assert network
    assert network != set(meta)
    for name, value in meta.items():
        torch.testing.assert_close(value, before[name] * (0.95 if name in network else 1))


def test_nesterov_and_weight_decay_are_torchs() -> None:
    weights = torch.randn(3, 2, generator=torch.Generator().manual_seed(0))
    theirs = weights.clone().requires_grad_()
    optimiser = torch.optim.SGD([theirs], lr=0.1, momentum=0.9, weight_decay=0.01, nesterov=True)
    settings = OuterSettings(optimizer="nesterov", lr=0.1, momentum=0.9, weight_decay=0.01)
    meta = {"w": weights.clone()}
    outer = OuterLoop(settings, meta)
    for iteration in range(5):
        gradient = torch.sin(meta["w"])
        theirs.grad = torch.sin(theirs.detach())
        optimiser.step()
        outer.step({"w": gradient}, iteration)
        torch.testing.assert_close(meta["w"], theirs.detach())


@pytest.mark.parametrize("schedule", ["linear", "cosine"])
def test_a_schedule_ends_where_it_is_told(schedule: str) -> None:
    settings = OuterSettings(iterations=1000, lr=0.1, final_lr=0.001, schedule=schedule)
    assert learning_rate(settings, 0) == pytest.approx(0.1)
    assert learning_rate(settings, 500) == pytest.approx((0.1 + 0.001) / 2)
    assert learning_rate(settings, 1000) == pytest.approx(0.001)
