"""Relation Networks against a loop over pairs, and against what must not change them."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from core.tasks.task import Task

MLP = {"kind": "mlp", "hidden": "6-5"}
MAPS = {"kind": "conv4", "filters": 4, "pooled_blocks": 2}  # 4×4 maps of pictures of 16×16
SMALL = {"kind": "relation", "relation_filters": 6, "relation_hidden": 5}
LEARNERS = pytest.mark.parametrize(("learner", "shape"), [(MLP, (3,)), (MAPS, (1, 16, 16))], ids=["vectors", "maps"])


def start(algorithm: Any) -> dict[str, Tensor]:
    """Parameters in float64, scales and shifts away from 1 and 0."""
    random = torch.Generator().manual_seed(5)
    meta = algorithm.init(torch.Generator().manual_seed(0))
    return {n: (v + 0.1 * torch.randn(v.shape, generator=random)).double() for n, v in meta.items()}


def layer(meta: dict[str, Tensor], name: str, made: nn.Module) -> nn.Module:
    made = made.double()
    made.load_state_dict({key: meta[f"relation.{name}.{key}"] for key in ("weight", "bias")})
    return made


def module(meta: dict[str, Tensor], maps: bool) -> nn.Sequential:
    """The relation module of one pair, put together from torch.nn."""
    first: list[nn.Module] = []
    if maps:
        for place, channels in ((1, 8), (2, 6)):
            first += [layer(meta, f"layer{place}", nn.Conv2d(channels, 6, 3, padding=1))]
            first += [
                layer(meta, f"norm{place}", nn.GroupNorm(2, 6)),
                nn.ReLU(),
                nn.MaxPool2d(2),
            ]
        first += [nn.Flatten()]
    else:
        first += [layer(meta, "layer1", nn.Linear(10, 6)), nn.ReLU()]
    return nn.Sequential(
        *first, layer(meta, "hidden", nn.Linear(6, 5)), nn.ReLU(), layer(meta, "score", nn.Linear(5, 1))
    )


@LEARNERS
@pytest.mark.parametrize("loss", ["squared_error", "cross_entropy"])
def test_it_scores_each_pair_of_class_and_query(
    build: Callable[..., Any], draw_task: Callable[..., Any], learner: Any, shape: Any, loss: str
) -> None:
    made = build({**SMALL, "loss": loss}, {**learner, "normalization": "none"}, shape, 3)
    task, meta = draw_task(shape=shape, ways=3, dtype=torch.float64), start(made)
    network = module(meta, maps=len(shape) == 3)
    scores = torch.zeros(len(task.query_x), 3, dtype=torch.float64)
    for place, query in enumerate(task.query_x):
        for way in range(3):
            of_class = sum(made.learner(meta, x[None]) for x in task.support_x[task.support_y == way]) / 3
            pair = torch.stack([of_class[0], made.learner(meta, query[None])[0]])
            pair = pair.reshape(1, 8, 4, 4) if len(shape) == 3 else pair.reshape(1, 10)
            scores[place, way] = network(pair)[0, 0]
    found = made.predict(made.adapted(meta, task.support), task.support, task.query_x)
    torch.testing.assert_close(found, nn.functional.logsigmoid(scores) if loss == "squared_error" else scores)
    right = [[float(way == label) for way in range(3)] for label in task.query_y]
    if loss == "squared_error":
        expected = nn.functional.mse_loss(scores.sigmoid(), torch.tensor(right, dtype=torch.float64))
    else:
        expected = nn.functional.cross_entropy(scores, task.query_y)
    for found_loss, aux in (made.task_loss(meta, task), made.query_loss(meta, task)):
        torch.testing.assert_close(found_loss, expected)
        assert float(aux["accuracy"]) == pytest.approx(float((scores.argmax(1) == task.query_y).double().mean()))
    torch.testing.assert_close(made.objective.loss(found, task.query_y), expected)  # as evaluation measures it


@pytest.mark.parametrize("pooled_blocks", [1, 2, 3, 4])
def test_features_of_any_size_are_compared(
    build: Callable[..., Any], draw_task: Callable[..., Any], pooled_blocks: int
) -> None:
    made = build(SMALL, {**MAPS, "pooled_blocks": pooled_blocks}, (1, 16, 16), 3)
    meta, task = start(made), draw_task(shape=(1, 16, 16), ways=3, dtype=torch.float64)
    assert made.predict(meta, task.support, task.query_x).shape == (6, 3)
    sizes = {1: 8, 2: 4}
    assert ("relation.layer2.weight" in meta) == (pooled_blocks in sizes)
    assert meta["relation.hidden.weight"].shape[1] == 6 * (sizes.get(pooled_blocks, 4) // 4) ** 2


@LEARNERS
def test_the_order_of_the_support_set_does_not_matter(
    build: Callable[..., Any], draw_task: Callable[..., Any], learner: Any, shape: Any
) -> None:
    made = build(SMALL, learner, shape, 3)
    task, meta = draw_task(shape=shape, ways=3, dtype=torch.float64), start(made)
    order = torch.randperm(9, generator=torch.Generator().manual_seed(1))
    shuffled = task.support._replace(x=task.support_x[order], y=task.support_y[order])
    torch.testing.assert_close(
        made.predict(meta, shuffled, task.query_x), made.predict(meta, task.support, task.query_x)
    )


@LEARNERS
def test_a_query_does_not_see_the_others(
    build: Callable[..., Any], draw_task: Callable[..., Any], learner: Any, shape: Any
) -> None:
    made = build(SMALL, {**learner, "normalization": "batch", "query_normalization": "per_query"}, shape, 3)
    task: Task = draw_task(shape=shape, ways=3, dtype=torch.float64)
    meta = start(made)
    together = made.predict(meta, task.support, task.query_x)
    alone = torch.cat([made.predict(meta, task.support, query[None]) for query in task.query_x])
    torch.testing.assert_close(together, alone)


@LEARNERS
@pytest.mark.parametrize("loss", ["squared_error", "cross_entropy"])
def test_finite_differences(
    build: Callable[..., Any], draw_task: Callable[..., Any], central_difference: Callable[..., float],
    learner: Any, shape: Any, loss: str,
) -> None:  # fmt: skip
    made = build({**SMALL, "loss": loss}, learner, shape, 3)
    task, meta = draw_task(shape=shape, ways=3, dtype=torch.float64), start(made)
    gradient, _ = made.task_gradient(meta, task)
    random = torch.Generator().manual_seed(1)
    along = {name: torch.randn(value.shape, generator=random, dtype=torch.float64) for name, value in meta.items()}
    slope = sum(float((gradient[name] * along[name]).sum()) for name in meta)
    measured = central_difference(lambda params: made.task_loss(params, task)[0], meta, along, 1e-7)
    assert slope == pytest.approx(measured, rel=1e-5, abs=1e-7)
