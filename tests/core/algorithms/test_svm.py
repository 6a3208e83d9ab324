"""The support vector machine of MetaOptNet against its conditions, other solvers, and finite differences."""

import math
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from core.algorithms.metaoptnet_svm import LOG_SCALE
from core.algorithms.svm import dual_solution, interior_point

MLP = {"kind": "mlp", "hidden": "6-5"}
# examples for each class, classes, features, their scale, what a mistake costs
CASES = [(1, 5, 64, 1.0, 0.1), (5, 5, 64, 3.0, 0.1), (3, 3, 5, 1.0, 0.1), (4, 10, 8, 1.0, 1.0), (3, 2, 4, 0.01, 0.1)]
CASES += [(2, 5, 1600, 1.0, 0.1)]
PROBLEMS = pytest.mark.parametrize("case", CASES, ids=str)


def draw(shots: int, ways: int, width: int, scale: float, seed: int = 0) -> tuple[Tensor, Tensor]:
    """Positive features [N, D], as after a ReLU, and one-hot labels [N, W]."""
    random = torch.Generator().manual_seed(seed)
    x = scale * torch.randn(shots * ways, width, generator=random, dtype=torch.float64).relu()
    return x, torch.eye(ways, dtype=torch.float64).repeat(shots, 1)


def kernel_of(x: Tensor, stabilizer: float = 1.0) -> Tensor:
    return x @ x.T + stabilizer * torch.eye(len(x), dtype=x.dtype)


def objective(kernel: Tensor, labels: Tensor, alpha: Tensor) -> float:
    return float((alpha * (kernel @ alpha)).sum() / 2 - (alpha * labels).sum())


@PROBLEMS
def test_the_solution_satisfies_the_conditions_of_karush_kuhn_and_tucker(case: Any) -> None:
    *shape, cost = case
    x, labels = draw(*shape)
    kernel = kernel_of(x)
    alpha, slack, multiplier = interior_point(kernel, labels.T, cost, 15)
    size = float((alpha @ kernel).abs().max()) + 1
    # Feasible: below the bounds, with sums of 0.
    torch.testing.assert_close(slack, cost * labels.T - alpha, rtol=0, atol=1e-9)
    assert float(alpha.sum(0).abs().max()) < 1e-10
    assert bool((slack > 0).all())
    assert bool((multiplier > 0).all())
    # Complementary: a bound that is not reached does not push.
    assert float((slack * multiplier).max()) < 1e-9 * size
    # Stationary: what is left of the slope is the same for all classes of an example.
    slope = labels.T - alpha @ kernel - multiplier
    torch.testing.assert_close(slope, slope[:1].expand_as(slope), rtol=0, atol=1e-9 * size)
    torch.testing.assert_close(dual_solution(kernel, labels, cost, 15), alpha.T, rtol=0, atol=1e-12)


def nearest_allowed(alpha: Tensor, labels: Tensor, cost: float) -> Tensor:
    """The nearest point within the bounds with sums of 0: min(α − θ, bound), θ found by halving for each example."""
    bound = cost * labels
    low, high = alpha.amin(1) - cost - 1, alpha.amax(1) + 1
    for _ in range(55):
        middle = (low + high) / 2
        over = torch.minimum(alpha - middle[:, None], bound).sum(1) > 0
        low, high = torch.where(over, middle, low), torch.where(over, high, middle)
    return torch.minimum(alpha - ((low + high) / 2)[:, None], bound)


@pytest.mark.parametrize("case", [(1, 5, 8, 1.0, 0.1), (3, 3, 5, 1.0, 0.1), (4, 4, 8, 1.0, 1.0), (3, 2, 4, 0.1, 0.1)])
def test_projected_gradients_come_to_the_same_place(case: Any) -> None:
    *shape, cost = case
    x, labels = draw(*shape)
    kernel = kernel_of(x)
    rate, momentum = 1 / float(torch.linalg.matrix_norm(kernel, 2)), 1.0
    alpha = before = ahead = torch.zeros_like(labels)
    for _ in range(1500):  # accelerated (Beck and Teboulle 2009)
        alpha = nearest_allowed(ahead - rate * (kernel @ ahead - labels), labels, cost)
        following = (1 + math.sqrt(1 + 4 * momentum**2)) / 2
        ahead, before = alpha + (momentum - 1) / following * (alpha - before), alpha
        momentum = following
    found = dual_solution(kernel, labels, cost, 15)
    torch.testing.assert_close(found, alpha, rtol=0, atol=1e-7)
    assert objective(kernel, labels, found) == pytest.approx(objective(kernel, labels, alpha), rel=1e-9)


@pytest.mark.parametrize("distance", [0.5, 1.0, 3.0])
def test_two_examples_have_a_closed_form(distance: float) -> None:
    """With one example for each of two classes, α = [[a, −a], [−b, b]] and the objective is ‖a x₁ − b x₂‖² − a − b."""
    x = torch.tensor([[1 + distance, 1.0], [1.0, 1.0]], dtype=torch.float64)
    # It is least where both margins are 1: 2 (a x₁ − b x₂) · x₁ = 1 and 2 (b x₂ − a x₁) · x₂ = 1.
    a, b = (4 + distance) / (2 * distance**2), ((1 + distance) ** 2 + 3 + distance) / (2 * distance**2)
    alpha = dual_solution(x @ x.T, torch.eye(2, dtype=torch.float64), 100.0, 15)
    torch.testing.assert_close(alpha, torch.tensor([[a, -a], [-b, b]], dtype=torch.float64))
    scores = x @ x.T @ alpha
    torch.testing.assert_close(scores[0, 0] - scores[0, 1], torch.tensor(1.0, dtype=torch.float64))
    torch.testing.assert_close(scores[1, 1] - scores[1, 0], torch.tensor(1.0, dtype=torch.float64))


@pytest.mark.parametrize("cost", [0.01, 0.1, 1.0])
def test_examples_at_right_angles_do_not_meet(cost: float) -> None:
    """Each solves for itself, αᵢᵢ = C or sooner: a margin of 1 needs ‖xᵢ‖² (αᵢᵢ − αᵢₖ) = 1 (here of two classes)."""
    lengths = torch.tensor([0.5, 4.0], dtype=torch.float64)
    alpha = dual_solution(lengths.square().diag(), torch.eye(2, dtype=torch.float64), cost, 15)
    own = (1 / (2 * lengths.square())).clamp(max=cost)
    torch.testing.assert_close(alpha, torch.stack([torch.stack([own[0], -own[0]]), torch.stack([-own[1], own[1]])]))


@PROBLEMS
@pytest.mark.parametrize("stabilizer", [1.0, 0.01])
def test_the_derivative_is_that_of_the_solution(case: Any, stabilizer: float) -> None:
    *shape, cost = case
    x, labels = draw(*shape, seed=3)
    random = torch.Generator().manual_seed(1)
    weights = torch.randn(labels.shape, generator=random, dtype=torch.float64)
    along = torch.randn(x.shape, generator=random, dtype=torch.float64) * x.abs().mean()

    def value(at: Tensor) -> Tensor:
        return (weights * dual_solution(kernel_of(at, stabilizer), labels, cost, 20)).sum()

    slope = float((torch.func.grad(value)(x) * along).sum())
    h = 1e-6
    measured = float(value(x + h * along) - value(x - h * along)) / (2 * h)
    size = float(weights.abs().sum()) * cost
    assert slope == pytest.approx(measured, rel=1e-4, abs=1e-6 * size)


def test_steps_after_convergence_change_nothing() -> None:
    x, labels = draw(3, 5, 16, 1.0)
    early, late = (
        torch.func.grad_and_value(lambda at, steps=steps: dual_solution(kernel_of(at), labels, 0.1, steps)[:3].sum())(x)
        for steps in (15, 100)
    )
    torch.testing.assert_close(early, late, rtol=1e-6, atol=1e-8)


def test_features_that_say_nothing_do_no_harm() -> None:
    _, labels = draw(2, 3, 4, 1.0)
    for x in (torch.zeros(6, 4), torch.ones(6, 4), 1e4 * torch.ones(6, 4), torch.full((6, 4), 1e-6)):
        found = torch.func.grad(lambda at: dual_solution(kernel_of(at), labels, 0.1, 15)[0, 0])(x.double())
        assert bool(found.isfinite().all())
        assert bool(dual_solution(kernel_of(x.double()), labels, 0.1, 15).isfinite().all())


def test_it_is_the_machine_on_the_features(build: Callable[..., Any], draw_task: Callable[..., Any]) -> None:
    made = build({"kind": "metaoptnet_svm", "scale": 4.0, "cost": 0.3, "stabilizer": 0.5}, MLP, ways=4)
    task = draw_task(ways=4, dtype=torch.float64)
    meta = {name: value.double() for name, value in made.init(torch.Generator().manual_seed(0)).items()}
    assert float(meta[LOG_SCALE].exp()) == pytest.approx(4.0)
    z, labels = made.learner(meta, task.support_x), torch.nn.functional.one_hot(task.support_y, 4).double()
    alpha = dual_solution(kernel_of(z, 0.5), labels, 0.3, 15)
    for place, query in enumerate(made.learner(meta, task.query_x)):
        expected = [4 * sum(a * float(x @ query) for a, x in zip(alpha[:, way], z, strict=True)) for way in range(4)]
        found = made.predict(meta, task.support, task.query_x)[place]
        torch.testing.assert_close(found, torch.tensor([float(score) for score in expected], dtype=torch.float64))


def test_the_order_of_the_support_set_does_not_matter(build: Callable[..., Any], draw_task: Callable[..., Any]) -> None:
    made = build({"kind": "metaoptnet_svm"}, {**MLP, "normalization": "batch"}, ways=3)
    task = draw_task(ways=3, dtype=torch.float64)
    meta = {name: value.double() for name, value in made.init(torch.Generator().manual_seed(0)).items()}
    order = torch.randperm(9, generator=torch.Generator().manual_seed(1))
    shuffled = task.support._replace(x=task.support_x[order], y=task.support_y[order])
    torch.testing.assert_close(
        made.predict(meta, shuffled, task.query_x), made.predict(meta, task.support, task.query_x)
    )


@pytest.mark.parametrize("kind", ["metaoptnet_svm", "metaoptnet_ridge", "r2d2"])
def test_a_query_does_not_see_the_others(build: Callable[..., Any], draw_task: Callable[..., Any], kind: str) -> None:
    made = build({"kind": kind}, {**MLP, "normalization": "batch", "query_normalization": "per_query"}, ways=3)
    task = draw_task(ways=3, dtype=torch.float64)
    meta = {name: value.double() for name, value in made.init(torch.Generator().manual_seed(0)).items()}
    together = made.predict(meta, task.support, task.query_x)
    alone = torch.cat([made.predict(meta, task.support, query[None]) for query in task.query_x])
    torch.testing.assert_close(together, alone)
