"""Relatives of MAML against MAML itself: which part of the network moves, and how far."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from core.algorithms.meta_sgd import RATE

NETWORKS = [{"kind": "mlp", "hidden": "6-5"}, {"kind": "mlp", "hidden": "6-5", "normalization": "batch"}]
Draw = Callable[..., Any]


def doubled(algorithm: Any) -> dict[str, Tensor]:
    return {name: value.double() for name, value in algorithm.init(torch.Generator().manual_seed(0)).items()}


def frozen_maml(maml: Any, meta: dict[str, Tensor], task: Any, moves: Callable[[str], bool], steps: int) -> Any:
    """MAML whose inner loop forgets the step of every parameter that does not move."""
    phi = dict(meta)
    for _ in range(steps):
        *_, stepped = maml.adapt(phi, task.support, 1)
        phi = {name: stepped[name] if moves(name) else phi[name] for name in phi}
    return phi


@pytest.mark.parametrize("network", NETWORKS, ids=["plain", "batch norm"])
@pytest.mark.parametrize(("kind", "head_moves"), [("anil", True), ("boil", False)])
def test_maml_with_a_frozen_part(build: Draw, draw_task: Draw, network: Any, kind: str, head_moves: bool) -> None:
    settings = {"inner_lr": 0.1, "inner_steps": 3}
    made, maml = (
        build({"kind": kind, **settings}, network, ways=3),
        build({"kind": "maml", **settings}, network, ways=3),
    )
    task, meta = draw_task(ways=3, dtype=torch.float64), doubled(made)
    expected = frozen_maml(maml, meta, task, lambda name: name.startswith("head.") == head_moves, 3)
    adapted = made.adapted(meta, task.support)
    assert adapted.keys() == meta.keys()
    for name, value in adapted.items():
        torch.testing.assert_close(value, expected[name])
        assert torch.equal(value, meta[name]) == (name.startswith("head.") != head_moves)

    def loss(at: dict[str, Tensor]) -> Tensor:
        phi = frozen_maml(maml, at, task, lambda name: name.startswith("head.") == head_moves, 3)
        return maml.query_loss(phi, task)[0]  # type: ignore[no-any-return]

    gradient, _ = made.task_gradient(meta, task)
    for name, value in torch.func.grad(loss)(meta).items():
        torch.testing.assert_close(gradient[name], value)


@pytest.mark.parametrize("network", NETWORKS, ids=["plain", "batch norm"])
def test_meta_sgd_with_equal_step_sizes_is_maml(build: Draw, draw_task: Draw, network: Any) -> None:
    settings = {"inner_lr": 0.07, "inner_steps": 2}
    made, maml = build({"kind": "meta_sgd", **settings}, network), build({"kind": "maml", **settings}, network)
    task, meta = draw_task(dtype=torch.float64), doubled(made)
    theta = {name: value for name, value in meta.items() if not name.startswith(RATE)}
    gradient, (loss, _) = made.task_gradient(meta, task)
    expected, (expected_loss, _) = maml.task_gradient(theta, task)
    torch.testing.assert_close(loss, expected_loss, rtol=1e-6, atol=0)  # the step sizes were drawn in float32
    for name, value in expected.items():
        torch.testing.assert_close(gradient[name], value, rtol=1e-5, atol=1e-9)


def test_the_gradient_of_a_step_size(build: Draw, draw_task: Draw) -> None:
    """After one step, dL_Q/da = −∇L_S(θ) ⊙ ∇L_Q(φ)   (Li et al. 2017, section 3.2)."""
    made = build({"kind": "meta_sgd", "inner_lr": 0.07}, NETWORKS[0])
    task, meta = draw_task(dtype=torch.float64), doubled(made)
    theta, phi = made.adapt(meta, task.support, 1)
    of_support = made.support_gradient(theta, task.support)
    of_query, _ = torch.func.grad(made.query_loss, has_aux=True)(phi, task)
    gradient, _ = made.task_gradient(meta, task)
    for name in theta:
        torch.testing.assert_close(gradient[RATE + name], -of_support[name] * of_query[name])
