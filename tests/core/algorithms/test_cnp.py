"""CNP against torch's own Gaussian, a network worked out by hand, and what must not change it."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from core.tasks.task import Task
from core.training.evaluation import measured

MLP = {"kind": "mlp", "hidden": "6-5"}
CNP = {"kind": "cnp", "width": 7}


def doubled(algorithm: Any) -> dict[str, Tensor]:
    return {name: value.double() for name, value in algorithm.init(torch.Generator().manual_seed(0)).items()}


@pytest.mark.parametrize("ways", [None, 4], ids=["regression", "classification"])
@pytest.mark.parametrize("queries", ["transductive", "per_query"])
def test_the_order_of_the_support_set_does_not_matter(
    build: Callable[..., Any], draw_task: Callable[..., Any], ways: int | None, queries: str
) -> None:
    made = build(CNP, {**MLP, "normalization": "batch", "query_normalization": queries}, ways=ways)
    task, meta = draw_task(ways=ways, shots=5, dtype=torch.float64), doubled(made)
    order = torch.randperm(len(task.support_y), generator=torch.Generator().manual_seed(1))
    shuffled = task.support._replace(x=task.support_x[order], y=task.support_y[order])
    outputs = made.predict(meta, task.support, task.query_x)
    torch.testing.assert_close(made.predict(meta, shuffled, task.query_x), outputs)
    relabelled = task.support._replace(y=task.support_y.roll(1, 0))  # which label is whose does matter
    assert not torch.allclose(made.predict(meta, relabelled, task.query_x), outputs)


def test_the_loss_is_the_likelihood_of_torchs_gaussian(
    build: Callable[..., Any], draw_task: Callable[..., Any]
) -> None:
    made = build(CNP, MLP)
    task, meta = draw_task(queries=9, dtype=torch.float64), doubled(made)
    mean, deviation = made.distribution(meta, task.support, task.query_x)
    expected = -torch.distributions.Normal(mean, deviation).log_prob(task.query_y).mean()
    torch.testing.assert_close(made.task_loss(meta, task)[0], expected)
    torch.testing.assert_close(made.predict(meta, task.support, task.query_x), mean)
    assert mean.shape == deviation.shape == (9, 1)
    assert bool((deviation > 0.1).all())


def test_a_network_by_hand_predicts_the_mean_of_the_support_set(build: Callable[..., Any]) -> None:
    """One linear layer each: the code is y, the decoder passes its mean on, and σ is what a constant says."""
    made = build({"kind": "cnp", "width": 1, "encoder_layers": 1, "decoder_layers": 1}, {"kind": "mlp", "hidden": "2"})
    meta = {name: torch.zeros_like(value) for name, value in made.init(torch.Generator()).items()}
    meta["encoder.1.weight"][0, 2] = 1  # two features, then the value
    meta["decoder.1.weight"][0, 2] = 1
    meta["decoder.1.bias"][1] = 3.0
    y = torch.tensor([[1.0], [2.0], [6.0]])
    x, queries = torch.randn(3, 3), torch.randn(4, 3)
    task = Task(x, y, queries, torch.full((4, 1), 5.0), torch.empty(0, dtype=torch.long), torch.empty(0))
    mean, deviation = made.distribution(meta, task.support, queries)
    torch.testing.assert_close(mean, torch.full((4, 1), 3.0))
    sigma = 0.1 + 0.9 * torch.tensor(3.0).exp().log1p()
    torch.testing.assert_close(deviation, sigma.expand(4, 1))
    expected = 0.5 * (2 / sigma) ** 2 + sigma.log() + 0.5 * torch.tensor(2 * torch.pi).log()
    torch.testing.assert_close(made.task_loss(meta, task)[0], expected)


def test_each_class_has_its_place_in_the_code(build: Callable[..., Any], draw_task: Callable[..., Any]) -> None:
    """The logits, written out: the mean features of the classes one after the other, and a decoder of two layers."""
    made = build({**CNP, "decoder_layers": 2}, MLP, ways=3)
    task, meta = draw_task(ways=3, dtype=torch.float64), doubled(made)
    features = made.learner(meta, task.support_x)
    means = [features[task.support_y == way].mean(0) for way in range(3)]
    for query, logits in zip(task.query_x, made.predict(meta, task.support, task.query_x), strict=True):
        read = torch.cat([made.learner(meta, query[None])[0], *means])
        hidden = meta["decoder.1.weight"] @ read + meta["decoder.1.bias"]
        hidden = torch.relu((hidden - hidden.mean()) / (hidden.var(correction=0) + 1e-5).sqrt())
        torch.testing.assert_close(logits, meta["decoder.2.weight"] @ hidden + meta["decoder.2.bias"])


@pytest.mark.parametrize("ways", [None, 3], ids=["regression", "classification"])
def test_a_prediction_does_not_depend_on_other_queries(
    build: Callable[..., Any], draw_task: Callable[..., Any], ways: int | None
) -> None:
    made = build(CNP, {**MLP, "normalization": "batch", "query_normalization": "per_query"}, ways=ways)
    task, meta = draw_task(ways=ways, dtype=torch.float64), doubled(made)
    together = made.predict(meta, task.support, task.query_x)
    alone = torch.cat([made.predict(meta, task.support, query[None]) for query in task.query_x])
    torch.testing.assert_close(together, alone)


def test_what_is_measured_is_the_loss_that_is_trained(build: Any, draw_batch: Any) -> None:
    """And not the squared error, which is the metric."""
    made = build({"kind": "cnp"}, {"kind": "mlp", "hidden": "6"}, (1,), None)
    meta, batch = made.init(torch.Generator().manual_seed(0)), draw_batch(3, (1,))
    found = measured(made, meta, batch, steps=0, evaluated=0, metrics=["mse"], vectorised=True)
    expected = torch.stack([made.task_loss(meta, batch.task(place))[0] for place in range(3)])
    torch.testing.assert_close(found[1], expected)
