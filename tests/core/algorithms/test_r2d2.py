"""R2D2 against the objective that its head minimises."""

from collections.abc import Callable
from typing import Any

import pytest
import torch

from core.algorithms.r2d2 import LOG_RIDGE, LOG_SCALE
from core.algorithms.ridge import ridge_regression

SIZES = [(4, 9), (9, 4), (6, 6)]  # examples, features


def draw(examples: int, width: int) -> tuple[torch.Tensor, torch.Tensor]:
    random = torch.Generator().manual_seed(examples)
    shapes = ((examples, width), (examples, 3))
    x, y = (torch.randn(shape, generator=random, dtype=torch.float64) for shape in shapes)
    return x, y


@pytest.mark.parametrize(("examples", "width"), SIZES)
@pytest.mark.parametrize("ridge", [0.01, 1.0, 50.0])
def test_the_objective_is_least_at_the_solution(examples: int, width: int, ridge: float) -> None:
    x, y = draw(examples, width)

    def objective(weights: torch.Tensor) -> torch.Tensor:
        return (x @ weights - y).square().sum() + ridge * weights.square().sum()

    solution = ridge_regression(x, y, torch.tensor(ridge, dtype=torch.float64))
    assert solution.shape == (width, 3)
    slope = torch.func.grad(objective)(solution)
    torch.testing.assert_close(slope, torch.zeros_like(slope), rtol=0, atol=1e-10)


@pytest.mark.parametrize(("examples", "width"), SIZES)
def test_both_systems_have_one_solution(examples: int, width: int) -> None:
    """Woodbury's identity: Xᵀ(XXᵀ + λI)⁻¹ = (XᵀX + λI)⁻¹Xᵀ."""
    x, y = draw(examples, width)
    direct = torch.linalg.inv(x.T @ x + 0.3 * torch.eye(width, dtype=x.dtype)) @ x.T @ y
    torch.testing.assert_close(ridge_regression(x, y, torch.tensor(0.3, dtype=x.dtype)), direct)


def test_it_is_least_squares_on_the_features(build: Callable[..., Any], draw_task: Callable[..., Any]) -> None:
    """The same head from scratch: ridge regression is least squares over examples and √λ times the unit vectors."""
    made = build({"kind": "r2d2", "ridge": 2.5, "scale": 4.0}, {"kind": "mlp", "hidden": "6-5"}, ways=4)
    task = draw_task(ways=4, dtype=torch.float64)
    meta = {name: value.double() for name, value in made.init(torch.Generator().manual_seed(0)).items()}
    assert float(meta[LOG_RIDGE].exp()) == pytest.approx(2.5)
    assert float(meta[LOG_SCALE].exp()) == pytest.approx(4.0)
    z, labels = made.learner(meta, task.support_x), torch.nn.functional.one_hot(task.support_y, 4).double()
    tall = torch.cat([z, 2.5**0.5 * torch.eye(5, dtype=torch.float64)])
    weights = torch.linalg.lstsq(tall, torch.cat([labels, torch.zeros(5, 4, dtype=torch.float64)])).solution
    expected = 4.0 * made.learner(meta, task.query_x) @ weights
    torch.testing.assert_close(made.predict(meta, task.support, task.query_x), expected, rtol=1e-6, atol=1e-8)


def test_the_order_of_the_support_set_does_not_matter(build: Callable[..., Any], draw_task: Callable[..., Any]) -> None:
    made = build({"kind": "r2d2"}, {"kind": "mlp", "hidden": "6-5", "normalization": "batch"}, ways=3)
    task = draw_task(ways=3, dtype=torch.float64)
    meta = {name: value.double() for name, value in made.init(torch.Generator().manual_seed(0)).items()}
    order = torch.randperm(len(task.support_y), generator=torch.Generator().manual_seed(1))
    shuffled = task.support._replace(x=task.support_x[order], y=task.support_y[order])
    torch.testing.assert_close(
        made.predict(meta, shuffled, task.query_x), made.predict(meta, task.support, task.query_x)
    )
