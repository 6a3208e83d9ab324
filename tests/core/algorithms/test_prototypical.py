"""Prototypical Networks against a linear classifier, and against what must not change them."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from core.algorithms.prototypical import class_means, squared_distances
from core.tasks.task import Support, Task

MLP = {"kind": "mlp", "hidden": "6-5"}
CONV4 = {"kind": "conv4", "filters": 3}


def doubled(algorithm: Any, seed: int = 0) -> dict[str, Tensor]:
    return {name: value.double() for name, value in algorithm.init(torch.Generator().manual_seed(seed)).items()}


def embed(algorithm: Any, meta: dict[str, Tensor], x: Tensor) -> Tensor:
    """The two layers of the MLP, written out."""
    for layer in ("layer1", "layer2"):
        x = torch.relu(x @ meta[f"{layer}.weight"].T + meta[f"{layer}.bias"])
    return x


def means(features: Tensor, labels: Tensor, ways: int) -> Tensor:
    return torch.stack([features[labels == way].mean(0) for way in range(ways)])


def test_squared_distance_is_a_linear_head(build: Callable[..., Any], draw_task: Callable[..., Any]) -> None:
    """softmax(−‖f − c‖²) is the softmax of a linear head with weights 2c and bias −‖c‖² (Snell et al. 2017, eq. 8)."""
    made = build({"kind": "prototypical"}, MLP, ways=4)
    task, meta = draw_task(ways=4, dtype=torch.float64), doubled(made)
    prototypes = means(embed(made, meta, task.support_x), task.support_y, 4)
    linear = embed(made, meta, task.query_x) @ (2 * prototypes).T - prototypes.square().sum(1)
    outputs = made.predict(made.adapted(meta, task.support), task.support, task.query_x)
    torch.testing.assert_close(outputs.softmax(1), linear.softmax(1))
    apart = torch.cdist(embed(made, meta, task.query_x), prototypes) ** 2
    torch.testing.assert_close(outputs, -apart, rtol=1e-6, atol=1e-8)
    loss, aux = made.task_loss(meta, task)
    torch.testing.assert_close(loss, -linear.log_softmax(1)[torch.arange(8), task.query_y].mean())
    assert float(aux["accuracy"]) == float((apart.argmin(1) == task.query_y).double().mean())


@pytest.mark.parametrize("scale", [1.0, 10.0])
def test_cosine(build: Callable[..., Any], draw_task: Callable[..., Any], scale: float) -> None:
    made = build({"kind": "prototypical", "distance": "cosine", "cosine_scale": scale}, MLP, ways=3)
    task, meta = draw_task(ways=3, dtype=torch.float64), doubled(made)
    prototypes = means(embed(made, meta, task.support_x), task.support_y, 3)
    queries = embed(made, meta, task.query_x)
    expected = [[torch.cosine_similarity(query, centre, dim=0) for centre in prototypes] for query in queries]
    outputs = made.predict(meta, task.support, task.query_x)
    torch.testing.assert_close(outputs, scale * torch.tensor(expected, dtype=torch.float64))


@pytest.mark.parametrize("queries", ["transductive", "per_query"])
@pytest.mark.parametrize("distance", ["euclidean", "cosine"])
def test_the_order_of_the_support_set_does_not_matter(
    build: Callable[..., Any], draw_task: Callable[..., Any], queries: str, distance: str
) -> None:
    made = build(
        {"kind": "prototypical", "distance": distance}, {**CONV4, "query_normalization": queries}, (1, 16, 16), 4
    )
    task, meta = draw_task(shape=(1, 16, 16), ways=4, dtype=torch.float64), doubled(made)
    order = torch.randperm(12, generator=torch.Generator().manual_seed(1))
    shuffled = task._replace(support_x=task.support_x[order], support_y=task.support_y[order])
    torch.testing.assert_close(
        made.predict(meta, shuffled.support, task.query_x), made.predict(meta, task.support, task.query_x)
    )


def test_class_means_follow_the_labels() -> None:
    random = torch.Generator().manual_seed(0)
    features = torch.randn(10, 4, generator=random)
    labels = torch.tensor([2, 0, 1, 1, 2, 0, 0, 2, 1, 2])  # shuffled, and not equally many of each
    support = Support(features, labels, torch.arange(3), torch.empty(0))
    torch.testing.assert_close(class_means(features, support), means(features, labels, 3))


def test_squared_distances() -> None:
    random = torch.Generator().manual_seed(0)
    a, b = torch.randn(5, 3, generator=random), torch.randn(4, 3, generator=random)
    expected = torch.tensor([[float((x - y).square().sum()) for y in b] for x in a])
    torch.testing.assert_close(squared_distances(a, b), expected)


@pytest.mark.parametrize("distance", ["euclidean", "cosine"])
@pytest.mark.parametrize(
    ("learner", "shape"),
    [
        (MLP, (3,)),
        (CONV4, (1, 16, 16)),
        ({**CONV4, "query_normalization": "per_query", "downsampling": "stride"}, (1, 16, 16)),
    ],
    ids=["mlp", "conv4", "per query"],
)
def test_finite_differences(
    build: Callable[..., Any], draw_task: Callable[..., Any], central_difference: Callable[..., float],
    distance: str, learner: Any, shape: Any,
) -> None:  # fmt: skip
    made = build({"kind": "prototypical", "distance": distance}, learner, shape, 3)
    task, meta = draw_task(shape=shape, ways=3, dtype=torch.float64), doubled(made, 3)
    gradient, _ = made.task_gradient(meta, task)
    random = torch.Generator().manual_seed(1)
    along = {name: torch.randn(value.shape, generator=random, dtype=torch.float64) for name, value in meta.items()}
    slope = sum(float((gradient[name] * along[name]).sum()) for name in meta)
    measured = central_difference(lambda params: made.task_loss(params, task)[0], meta, along, 1e-7)
    assert slope == pytest.approx(measured, rel=1e-5, abs=1e-7)


def test_population_statistics_make_queries_independent(
    build: Callable[..., Any], draw_task: Callable[..., Any]
) -> None:
    """With moments in the parameters a prediction is a function of support prototypes and that query alone."""
    made = build({"kind": "prototypical"}, {**CONV4, "query_normalization": "population"}, (1, 16, 16), 3)
    task: Task = draw_task(shape=(1, 16, 16), ways=3, dtype=torch.float64)
    meta = doubled(made)
    other: Task = draw_task(shape=(1, 16, 16), ways=3, seed=9, dtype=torch.float64)
    given = {**meta, **made.learner.statistics(meta, other.support_x)}
    together = made.predict(given, task.support, task.query_x)
    alone = torch.cat([made.predict(given, task.support, query[None]) for query in task.query_x])
    torch.testing.assert_close(together, alone)
    assert not torch.allclose(together, made.predict(meta, task.support, task.query_x))
