"""Learnt update rules against MAML, which they begin as, and against plain loops over single numbers."""

import itertools
import math
from collections.abc import Callable
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from core.algorithms.coordinates import flat, preprocessed, shaped
from core.algorithms.meta_curvature import CURVATURE, curved
from core.algorithms.meta_lstm import ENTER, FORGET, LSTM

NETWORK = {"kind": "mlp", "hidden": "4-3"}
Draw = Callable[..., Any]


def doubled(algorithm: Any) -> dict[str, Tensor]:
    return {name: value.double() for name, value in algorithm.init(torch.Generator().manual_seed(0)).items()}


def agree(one: dict[str, Tensor], other: dict[str, Tensor]) -> None:
    """The second's parameters are all in the first and the same."""
    for name, value in other.items():
        torch.testing.assert_close(one[name], value)


def test_meta_curvature_begins_as_maml(build: Draw, draw_task: Draw) -> None:
    settings = {"inner_lr": 0.1, "inner_steps": 3}
    made, maml = build({"kind": "meta_curvature", **settings}, NETWORK), build({"kind": "maml", **settings}, NETWORK)
    task, meta = draw_task(dtype=torch.float64), doubled(made)
    agree(made.task_gradient(meta, task)[0], maml.task_gradient(doubled(maml), task)[0])


def test_curvature_is_a_product_of_kronecker_factors() -> None:
    """vec(G ×₁ M_out ×₂ M_in ×₃ M_place) = (M_out ⊗ M_in ⊗ M_place) vec(G)."""
    random = torch.Generator().manual_seed(0)
    kernel = torch.randn(4, 3, 2, 2, generator=random, dtype=torch.float64)
    matrices = [torch.randn(size, size, generator=random, dtype=torch.float64) for size in (4, 3, 4)]
    meta = {f"{CURVATURE}{mode}.w": matrix for mode, matrix in enumerate(matrices)}
    whole = torch.kron(torch.kron(matrices[0], matrices[1]), matrices[2])
    torch.testing.assert_close(curved(kernel, meta, "w").flatten(), whole @ kernel.flatten())
    weight, bias = kernel[:, :, 0, 0], kernel[:, 0, 0, 0]
    torch.testing.assert_close(curved(weight, meta, "w"), matrices[0] @ weight @ matrices[1].T)
    torch.testing.assert_close(curved(bias, meta, "w"), matrices[0] @ bias)


@given(st.floats(-1e6, 1e6))
def test_numbers_of_any_size_are_shown_within_one(number: float) -> None:
    """(log|x|/10, sign x) down to e⁻¹⁰, and (−1, e¹⁰ x) below."""
    size, sign = preprocessed(torch.tensor(number, dtype=torch.float64)).tolist()
    if abs(number) >= math.exp(-10):
        assert (size, sign) == (pytest.approx(math.log(abs(number)) / 10), math.copysign(1, number))
    else:
        assert (size, sign) == (-1, pytest.approx(math.exp(10) * number))


def test_the_derivative_of_what_is_shown_is_finite_everywhere() -> None:
    x = torch.tensor([0.0, 1e-30, -1e-5, 1e-3, -2.0], dtype=torch.float64)
    for part in range(2):
        slope = torch.func.grad(lambda at, part=part: preprocessed(at)[:, part].sum())(x)
        assert bool(slope.isfinite().all())


def test_flat_and_shaped_are_inverse() -> None:
    params = {"a.weight": torch.randn(2, 3, 4), "b": torch.randn(5), "c": torch.randn(())}
    numbers = flat(params)
    assert numbers.shape == (2 * 3 * 4 + 5 + 1,)
    back = shaped(numbers, params)
    assert all(torch.equal(back[name], value) for name, value in params.items())


@pytest.mark.parametrize("first_order", [True, False])
def test_a_learned_optimizer_begins_as_maml(build: Draw, draw_task: Draw, first_order: bool) -> None:
    settings = {"inner_lr": 0.1, "inner_steps": 3, "first_order": first_order}
    made = build({"kind": "learned_optimizer", **settings}, NETWORK)
    maml = build({"kind": "maml", **settings}, NETWORK)
    task, meta = draw_task(dtype=torch.float64), doubled(made)
    gradient, (loss, _) = made.task_gradient(meta, task)
    expected, (expected_loss, _) = maml.task_gradient(doubled(maml), task)
    torch.testing.assert_close(loss, expected_loss)
    agree(gradient, expected)
    assert bool(gradient["rule.out.weight"].any())  # and is led away from there


@pytest.mark.parametrize("kind", ["learned_optimizer", "meta_lstm"])
def test_exact_update_rules_follow_finite_differences(
    build: Draw, draw_task: Draw, central_difference: Callable[..., float], kind: str
) -> None:
    made = build({"kind": kind, "inner_lr": 0.05, "inner_steps": 3, "first_order": False, "hidden": 3}, NETWORK)
    task, meta = draw_task(dtype=torch.float64), doubled(made)
    random = torch.Generator().manual_seed(1)
    meta = {name: value + 0.1 * torch.randn(value.shape, generator=random).double() for name, value in meta.items()}
    gradient, _ = made.task_gradient(meta, task)
    along = {name: torch.randn(value.shape, generator=random).double() for name, value in meta.items()}
    slope = sum(float((gradient[name] * along[name]).sum()) for name in meta)
    measured = central_difference(lambda at: made.task_loss(at, task)[0], meta, along)
    assert slope == pytest.approx(measured, rel=1e-4, abs=1e-7)


def test_meta_lstm_with_gates_that_do_not_move_is_gradient_descent(build: Draw, draw_task: Draw) -> None:
    """f = 1 and i = α: φ − α ∇L_S."""
    made = build({"kind": "meta_lstm", "inner_lr": 0.07}, NETWORK)
    maml = build({"kind": "maml", "inner_lr": 0.07}, NETWORK)
    task, meta = draw_task(dtype=torch.float64), doubled(made)
    meta |= {f"{gate}.weight": 0 * meta[f"{gate}.weight"] for gate in (FORGET, ENTER)}
    meta[FORGET + ".bias"] = torch.tensor([60.0], dtype=torch.float64)
    meta[ENTER + ".bias"] = torch.tensor([math.log(0.07 / 0.93)], dtype=torch.float64)
    for one, other in zip(made.adapt(meta, task.support, 4), maml.adapt(doubled(maml), task.support, 4), strict=True):
        agree(one, other)


def test_meta_lstm_number_by_number(build: Draw, draw_task: Draw) -> None:
    """Two steps of one parameter, with torch's own LSTM cell and gates written out."""
    made = build({"kind": "meta_lstm", "inner_lr": 0.1, "hidden": 3}, NETWORK)
    task, meta = draw_task(dtype=torch.float64), doubled(made)
    states = list(made.adapt(meta, task.support, 2))
    theirs = torch.nn.LSTMCell(4, 3).double()
    weight, bias = meta[LSTM + ".weight"], meta[LSTM + ".bias"]
    order = [0, 1, 3, 2]  # torch's gates: input, forget, candidate, output
    with torch.no_grad():
        theirs.weight_ih.copy_(torch.cat([weight.chunk(4)[part][:, :4] for part in order]))
        theirs.weight_hh.copy_(torch.cat([weight.chunk(4)[part][:, 4:] for part in order]))
        theirs.bias_ih.copy_(torch.cat([bias.chunk(4)[part] for part in order]))
        theirs.bias_hh.zero_()
    hidden = (torch.zeros(1, 3).double(), torch.zeros(1, 3).double())
    value, forget, enter = meta["layer1.weight"][1, 2], torch.tensor(1.0).double(), torch.tensor(0.0).double()
    for before, after in itertools.pairwise(states):
        loss = made.support_loss(before, task.support)
        gradient = made.support_gradient(before, task.support)["layer1.weight"][1, 2]
        seen = torch.cat([preprocessed(gradient), preprocessed(loss)])[None]
        hidden = theirs(seen, hidden)

        def gate(name: str, last: Tensor, hidden: Any = hidden, value: Tensor = value) -> Tensor:
            read = torch.cat([hidden[0][0], value[None], last[None]])
            return torch.sigmoid(meta[name + ".weight"][0] @ read + meta[name + ".bias"][0])

        forget, enter = gate(FORGET, forget), gate(ENTER, enter)
        value = forget * value - enter * gradient
        torch.testing.assert_close(after["layer1.weight"][1, 2], value.detach())
