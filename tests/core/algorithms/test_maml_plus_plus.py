"""MAML++ with each of its parts on its own, against MAML."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from core.algorithms.maml_plus_plus import RATES, step_weights
from core.learners.learner import is_norm

NETWORK = {"kind": "mlp", "hidden": "6-5", "normalization": "batch"}
OFF = {"step_losses": False, "learn_rates": False, "norm_per_step": False}
SETTINGS = {"inner_lr": 0.1, "inner_steps": 3}
Draw = Callable[..., Any]


@pytest.fixture
def pair(build: Draw) -> Callable[..., tuple[Any, Any]]:
    """MAML++ with all parts off but those that are named, and MAML."""

    def make(**on: Any) -> tuple[Any, Any]:
        return build({"kind": "maml_plus_plus", **SETTINGS, **OFF, **on}, NETWORK), build(
            {"kind": "maml", **SETTINGS}, NETWORK
        )

    return make


def doubled(algorithm: Any) -> dict[str, Tensor]:
    return {name: value.double() for name, value in algorithm.init(torch.Generator().manual_seed(0)).items()}


@pytest.mark.parametrize("on", [{}, {"learn_rates": True}], ids=["all off", "equal rates"])
def test_without_its_parts_it_is_maml(pair: Any, draw_task: Draw, on: dict[str, Any]) -> None:
    made, maml = pair(**on)
    task = draw_task(dtype=torch.float64)
    gradient, (loss, _) = made.task_gradient(doubled(made), task)
    expected, (expected_loss, _) = maml.task_gradient(doubled(maml), task)
    torch.testing.assert_close(loss, expected_loss, rtol=1e-6, atol=1e-8)
    for name, value in expected.items():
        torch.testing.assert_close(gradient[name], value, rtol=1e-5, atol=1e-7)


def test_a_step_size_for_each_layer_and_step(pair: Any, draw_task: Draw) -> None:
    made, maml = pair(learn_rates=True)
    task, meta = draw_task(dtype=torch.float64), doubled(made)
    assert {name for name in meta if name.startswith(RATES)} == {
        RATES + layer for layer in ("layer1", "norm1", "layer2", "norm2", "head")
    }
    meta[RATES + "layer2"] = torch.tensor([0.0, 0.3, 0.0], dtype=torch.float64)
    states = list(made.adapt(meta, task.support, 4))
    moved = [not torch.equal(one["layer2.weight"], two["layer2.weight"]) for one, two in itertools.pairwise(states)]
    assert moved == [False, True, False, False]  # the step beyond the trained ones takes the last step size
    expected = states[1]["layer2.weight"] - 0.3 * maml.support_gradient(states[1], task.support)["layer2.weight"]
    torch.testing.assert_close(states[2]["layer2.weight"], expected)


def test_scales_and_shifts_of_each_step_are_its_own(pair: Any, draw_task: Draw) -> None:
    made, _ = pair(norm_per_step=True)
    task, meta = draw_task(dtype=torch.float64), doubled(made)
    norms = {name: value for name, value in meta.items() if is_norm(name)}
    assert {tuple(value.shape) for value in norms.values()} == {(4, 6), (4, 5)}
    for value in norms.values():
        value += torch.arange(4.0)[:, None] / 10
    states = list(made.adapt(meta, task.support, 5))
    for step, state in enumerate(states):
        for name, value in norms.items():
            assert torch.equal(state[name], value[min(step, 3)])
    gradient, _ = made.task_gradient(meta, task)
    assert all(bool(gradient[name][step].any()) for name in norms for step in (0, 1, 2, 3) if "weight" in name)


@pytest.mark.parametrize("steps", [1, 2, 5])
def test_the_losses_of_the_steps_weigh_one_together(steps: int) -> None:
    assert step_weights(steps, 0.0) == pytest.approx([1 / steps] * steps)
    assert step_weights(steps, 1.0) == [0.0] * (steps - 1) + [1.0]
    assert sum(step_weights(steps, 0.3)) == pytest.approx(1)


def test_early_on_every_step_counts_alike(pair: Any, draw_task: Draw, central_difference: Any) -> None:
    made, _ = pair(step_losses=True, fade_until=100)
    task, meta = draw_task(dtype=torch.float64), doubled(made)
    at_first = made.at(0)
    states = list(made.adapt(meta, task.support, 3))[1:]
    losses = torch.stack([made.query_loss(state, task)[0] for state in states])
    gradient, (loss, _) = at_first.task_gradient(meta, task)
    torch.testing.assert_close(loss, losses.mean())
    along = {name: torch.randn_like(value) for name, value in meta.items()}
    slope = sum(float((gradient[name] * along[name]).sum()) for name in meta)
    assert slope == pytest.approx(
        central_difference(lambda at: at_first.task_loss(at, task)[0], meta, along), rel=1e-4, abs=1e-7
    )


def test_it_changes_in_stages_and_then_no_more(pair: Any) -> None:
    made, _ = pair(step_losses=True, fade_until=100, first_order_until=50)
    forms = [made.at(iteration) for iteration in range(300)]
    assert len({id(form) for form in forms}) == 11
    assert forms[99] is not made
    assert all(form is made for form in forms[made.settings.settles_at :])
    assert [form.first_order for form in forms] == [True] * 50 + [False] * 250
    last = [form.weights[-1] for form in forms]
    assert last == sorted(last)


def test_first_order_at_first(pair: Any, build: Draw, draw_task: Draw) -> None:
    made, _ = pair(first_order_until=10)
    first = build({"kind": "maml", **SETTINGS, "first_order": True}, NETWORK)
    task = draw_task(dtype=torch.float64)
    gradient, _ = made.at(9).task_gradient(doubled(made), task)
    expected, _ = first.task_gradient(doubled(first), task)
    for name, value in expected.items():
        torch.testing.assert_close(gradient[name], value, rtol=1e-6, atol=1e-8)
    assert made.at(10) is made
