"""MetaOptNet's ridge regression against the objective that it minimises, and against R2D2."""

from collections.abc import Callable
from typing import Any

import pytest
import torch

MLP = {"kind": "mlp", "hidden": "6-5"}


@pytest.mark.parametrize("shots", [1, 4])  # fewer examples than features, and more
def test_the_head_is_where_the_objective_of_the_task_is_least(
    build: Callable[..., Any], draw_task: Callable[..., Any], shots: int
) -> None:
    made = build({"kind": "metaoptnet_ridge", "ridge": 3.0, "scale": 2.0}, MLP, ways=4)
    task = draw_task(ways=4, shots=shots, dtype=torch.float64)
    meta = {name: value.double() for name, value in made.init(torch.Generator().manual_seed(0)).items()}
    z, labels = made.learner(meta, task.support_x), torch.nn.functional.one_hot(task.support_y, 4).double()

    def objective(weights: torch.Tensor) -> torch.Tensor:
        return (z @ weights - labels).square().sum() + 3 * weights.square().sum()

    # A quadratic function: one step of Newton's method from anywhere is its least place.
    slope, start = torch.func.grad(objective), torch.zeros(5, 4, dtype=torch.float64)
    bend = torch.func.jacrev(slope)(start).reshape(20, 20)
    weights = -torch.linalg.solve(bend, slope(start).flatten()).view(5, 4)
    torch.testing.assert_close(slope(weights), torch.zeros_like(weights), rtol=0, atol=1e-12)
    expected = 2 * made.learner(meta, task.query_x) @ weights
    torch.testing.assert_close(made.predict(meta, task.support, task.query_x), expected)


def test_with_the_same_strength_it_is_r2d2(build: Callable[..., Any], draw_task: Callable[..., Any]) -> None:
    task = draw_task(ways=4, dtype=torch.float64)
    ours = build({"kind": "metaoptnet_ridge", "scale": 10.0}, MLP, ways=4)
    theirs = build({"kind": "r2d2", "ridge": 50.0}, MLP, ways=4)
    meta = {name: value.double() for name, value in theirs.init(torch.Generator().manual_seed(0)).items()}
    torch.testing.assert_close(
        ours.predict(meta, task.support, task.query_x), theirs.predict(meta, task.support, task.query_x)
    )
    assert set(meta) - set(ours.init(torch.Generator().manual_seed(0))) == {"ridge.log_lambda"}  # given, not learnt
