"""Yardsticks against the ordinary way of doing the same: torch's optimiser, loops over examples, plain formulas."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from core.algorithms.fine_tuning import NEW
from core.algorithms.pretraining import CLASSIFIER
from core.algorithms.reptile import SHUFFLES
from core.tasks.task import Task

NETWORK = {"kind": "mlp", "hidden": "6-5", "normalization": "layer"}
Draw = Callable[..., Any]


def doubled(algorithm: Any) -> dict[str, Tensor]:
    return {name: value.double() for name, value in algorithm.init(torch.Generator().manual_seed(0)).items()}


@pytest.mark.parametrize("kind", ["baseline", "baseline_plus_plus", "simpleshot"])
def test_training_is_that_of_a_classifier_of_all_classes(build: Draw, draw_task: Draw, kind: str) -> None:
    made = build({"kind": kind}, NETWORK, ways=3)
    meta, task = doubled(made), draw_task(ways=3, dtype=torch.float64)
    labels = torch.tensor([5, 0, 3, 3, 1, 2])
    task = task._replace(support_x=task.support_x[:0], support_y=task.support_y[:0], query_y=labels)
    leaves = {name: value.clone().requires_grad_() for name, value in meta.items()}
    features, weight = made.learner.features(leaves, task.query_x), leaves[CLASSIFIER + ".weight"]
    assert weight.shape == (6, 5)
    if kind == "baseline_plus_plus":
        outputs = 10 * torch.nn.functional.cosine_similarity(features[:, None], weight[None], dim=-1)
    else:
        outputs = features @ weight.T + leaves[CLASSIFIER + ".bias"]
    loss = torch.nn.functional.cross_entropy(outputs, labels)
    expected = torch.autograd.grad(loss, list(leaves.values()))
    gradient, (value, aux) = made.task_gradient(meta, task)
    torch.testing.assert_close(value, loss.detach())
    assert float(aux["accuracy"]) == pytest.approx(float((outputs.argmax(1) == labels).float().mean()))
    for name, one in zip(leaves, expected, strict=True):
        torch.testing.assert_close(gradient[name], one)


@pytest.mark.parametrize("kind", ["baseline", "baseline_plus_plus"])
def test_fine_tuning_is_sgd_on_a_new_last_layer(build: Draw, draw_task: Draw, kind: str) -> None:
    settings = {"inner_lr": 0.1, "inner_batch_size": 4, "inner_momentum": 0.9, "inner_dampening": 0.5}
    settings |= {"inner_weight_decay": 0.01}
    made = build({"kind": kind, **settings}, NETWORK, ways=3)
    meta, task = doubled(made), draw_task(ways=3, dtype=torch.float64)
    states = list(made.adapt(meta, task.support, 7))
    for state in states:
        assert not any(name.startswith(CLASSIFIER) for name in state)
        assert all(torch.equal(state[name], meta[name]) for name in state if not name.startswith(NEW))
    head = {name: value.clone().requires_grad_() for name, value in states[0].items() if name.startswith(NEW)}
    assert float(states[0][NEW + ".weight"].abs().max()) <= 1 / 5**0.5
    optimiser = torch.optim.SGD(head.values(), lr=0.1, momentum=0.9, dampening=0.5, weight_decay=0.01)
    features = made.learner.features(meta, task.support_x)
    shuffles = task.noise[: len(features) * SHUFFLES].view(SHUFFLES, -1)
    for step, state in enumerate(states[1:]):
        order = shuffles[step % SHUFFLES].argsort()
        for chosen in (order[:4], order[4:8], order[8:]):  # nine examples
            optimiser.zero_grad()
            outputs = made.logits(head, NEW, features[chosen])
            torch.nn.functional.cross_entropy(outputs, task.support_y[chosen]).backward()
            optimiser.step()
        for name, value in head.items():
            torch.testing.assert_close(state[name], value.detach())


def test_simpleshot_by_hand(build: Draw, draw_task: Draw) -> None:
    made = build({"kind": "simpleshot"}, NETWORK, ways=3)
    meta, task = doubled(made), draw_task(ways=3, dtype=torch.float64)
    training = torch.randn(50, 3, dtype=torch.float64)
    told = made.population(meta, training)
    (adapted,) = made.adapt({**meta, **told}, task.support, 0)
    outputs = made.predict(adapted, task.support, task.query_x)
    centre = torch.stack([made.learner.features(meta, x[None])[0] for x in training]).mean(0)

    def feature(x: Tensor) -> Tensor:
        moved = made.learner.features(meta, x[None])[0] - centre
        return moved / moved.norm()

    for query, found in zip(task.query_x, outputs, strict=True):
        for way in range(3):
            members = [feature(x) for x, y in zip(task.support_x, task.support_y, strict=True) if y == way]
            mean = sum(members, torch.zeros(5, dtype=torch.float64)) / len(members)
            assert float(found[way]) == pytest.approx(-float((feature(query) - mean).square().sum()))


@pytest.mark.parametrize("ways", [3, None])
def test_nearest_neighbor_by_hand(build: Draw, draw_task: Draw, ways: int | None) -> None:
    made = build({"kind": "nearest_neighbor"}, NETWORK, ways=ways)
    task: Task = draw_task(ways=ways, dtype=torch.float64)
    outputs = made.predict({}, task.support, task.query_x)
    for query, found in zip(task.query_x, outputs, strict=True):
        distances = [float((query - x).square().sum()) for x in task.support_x]
        nearest = task.support_y[distances.index(min(distances))]
        if ways is None:
            assert torch.equal(found, nearest)
        else:
            assert int(found.argmax()) == int(nearest)
            assert float(found.max()) == pytest.approx(-min(distances))
