"""iMAML against the closed form of a quadratic task, and its solver against a direct one."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
from line import Line

from core.algorithms.imaml import IMAML, IMAMLSettings, conjugate_gradient
from core.algorithms.objective import SquaredError
from core.learners.layers import Params
from core.learners.mlp import MLPSettings
from core.tasks.task import Task, TaskFacts


@pytest.mark.parametrize("ridge", [0.5, 2.0, 20.0])
def test_the_meta_gradient_of_a_quadratic_task(draw_task: Callable[..., Any], ridge: float) -> None:
    """φ* = (H + λI)⁻¹ (λθ + c) for the loss ½ φᵀHφ − cᵀφ, so dφ*/dθ = λ (H + λI)⁻¹."""
    task: Task = draw_task(shape=(3,), shots=8, queries=5, dtype=torch.float64)
    settings = IMAMLSettings(inner_lr=0.02, inner_steps=1000, regularization=ridge, gradient_steps=3)
    made = IMAML(settings, Line(MLPSettings(), (3,), None), SquaredError(), TaskFacts((3,), 1, 0))
    theta = torch.tensor([2.0, 3.0, 5.0], dtype=torch.float64)
    x, y = task.support_x, task.support_y[:, 0]
    hessian, pull = 2 * x.T @ x / len(x), 2 * x.T @ y / len(x)
    held = hessian + ridge * torch.eye(3, dtype=torch.float64)
    rest = torch.linalg.solve(held, ridge * theta + pull)
    torch.testing.assert_close(made.adapted({"w": theta}, task.support)["w"], rest, rtol=1e-6, atol=1e-8)
    of_query = torch.func.grad(lambda w: (task.query_x @ w - task.query_y[:, 0]).square().mean())(rest)
    gradient, _ = made.task_gradient({"w": theta}, task)
    torch.testing.assert_close(gradient["w"], ridge * torch.linalg.solve(held, of_query), rtol=1e-5, atol=1e-7)


def test_where_nothing_holds_the_task_the_gradient_is_as_long_as_it_can_be(draw_task: Callable[..., Any]) -> None:
    """With a strong pull φ* = θ, and the meta-gradient is that of joint training."""
    task: Task = draw_task(shape=(3,), dtype=torch.float64)
    settings = IMAMLSettings(inner_lr=1e-8, regularization=1e6)
    made = IMAML(settings, Line(MLPSettings(), (3,), None), SquaredError(), TaskFacts((3,), 1, 0))
    meta = {"w": torch.tensor([2.0, 3.0, 5.0], dtype=torch.float64)}
    expected, _ = torch.func.grad(made.query_loss, has_aux=True)(meta, task)
    torch.testing.assert_close(made.task_gradient(meta, task)[0]["w"], expected["w"], rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("steps", [6, 30])
def test_conjugate_gradients_solve_the_system(steps: int) -> None:
    """Exact after as many steps as there are unknowns, and steps beyond that change nothing."""
    random = torch.Generator().manual_seed(0)
    root = torch.randn(6, 6, generator=random, dtype=torch.float64)
    matrix, target = root @ root.T + torch.eye(6, dtype=torch.float64), torch.arange(6, dtype=torch.float64)

    def system(given: Params) -> Params:
        image = matrix @ torch.cat([given["a"].flatten(), given["b"]])
        return {"a": image[:4].view(2, 2), "b": image[4:]}

    found = conjugate_gradient(system, {"a": target[:4].view(2, 2), "b": target[4:]}, steps)
    solution = torch.cat([found["a"].flatten(), found["b"]])
    torch.testing.assert_close(solution, torch.linalg.solve(matrix, target), rtol=1e-8, atol=1e-8)


def test_conjugate_gradients_of_nothing_are_nothing() -> None:
    found = conjugate_gradient(lambda given: given, {"a": torch.zeros(3)}, 4)
    assert torch.equal(found["a"], torch.zeros(3))
