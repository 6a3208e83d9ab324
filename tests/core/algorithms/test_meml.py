"""MEML against Reptile, and its pull against the logarithm of a Gaussian."""

from collections.abc import Callable
from typing import Any

import pytest
import torch

NETWORK = {"kind": "mlp", "hidden": "6-5"}
Draw = Callable[..., Any]


def doubled(algorithm: Any) -> dict[str, torch.Tensor]:
    return {name: value.double() for name, value in algorithm.init(torch.Generator().manual_seed(0)).items()}


@pytest.mark.parametrize("variance", [1.0, 0.25])
def test_without_pull_and_in_one_round_it_is_reptile(build: Draw, draw_task: Draw, variance: float) -> None:
    inner = {"inner_lr": 0.05, "inner_steps": 4}
    made = build({"kind": "meml", "rounds": 1, "enhancement_lr": 0.0, "variance": variance, **inner}, NETWORK)
    reptile = build({"kind": "reptile", "inner_optimizer": "sgd", "inner_batch_size": 1000, **inner}, NETWORK)
    task, meta = draw_task(dtype=torch.float64), doubled(made)
    gradient, (loss, _) = made.task_gradient(meta, task)
    expected, (expected_loss, _) = reptile.task_gradient(meta, task)
    torch.testing.assert_close(loss, expected_loss)
    for name in meta:
        torch.testing.assert_close(gradient[name], expected[name] / variance)


def test_adaptation_and_pull_take_turns(build: Draw, draw_task: Draw) -> None:
    """The pull is β ∇_φ log N(φ; θ, σ²I), differentiated from the density itself."""
    settings = {"inner_lr": 0.05, "inner_steps": 2, "rounds": 3, "enhancement_lr": 0.3, "variance": 0.5}
    made, maml = build({"kind": "meml", **settings}, NETWORK), build({"kind": "maml", "inner_lr": 0.05}, NETWORK)
    task, meta = draw_task(dtype=torch.float64), doubled(made)

    def log_density(phi: dict[str, torch.Tensor]) -> torch.Tensor:
        normal = torch.distributions.Normal
        parts = [normal(meta[name], 0.5**0.5, validate_args=False).log_prob(phi[name]).sum() for name in phi]
        return torch.stack(parts).sum()

    phi = dict(meta)
    for _ in range(3):
        *_, phi = maml.adapt(phi, task.support, 2)
        uphill = torch.func.grad(log_density)(phi)
        phi = {name: phi[name] + 0.3 * uphill[name] for name in phi}
    adapted = made.adapted(meta, task.support)
    assert made.training_steps == 6
    for name in meta:
        torch.testing.assert_close(adapted[name], phi[name])
