"""Matching Networks against the sum of their paper, and against torch's own LSTMs."""

import math
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from core.algorithms.matching import attending, cosines, in_context
from core.tasks.task import Task

MLP = {"kind": "mlp", "hidden": "6-5"}
CONV4 = {"kind": "conv4", "filters": 3}
LEARNERS = pytest.mark.parametrize(("learner", "shape"), [(MLP, (3,)), (CONV4, (1, 16, 16))], ids=["mlp", "conv4"])
CONTEXT = pytest.mark.parametrize("full_context", [False, True], ids=["alone", "full context"])


def doubled(algorithm: Any) -> dict[str, Tensor]:
    return {name: value.double() for name, value in algorithm.init(torch.Generator().manual_seed(0)).items()}


@LEARNERS
@CONTEXT
@pytest.mark.parametrize("scale", [1.0, 30.0, 1000.0])
def test_probabilities_sum_to_1_and_the_loss_is_that_of_the_right_class(
    build: Callable[..., Any], draw_task: Callable[..., Any], learner: Any, shape: Any, full_context: bool, scale: float
) -> None:
    made = build({"kind": "matching", "cosine_scale": scale, "full_context": full_context}, learner, shape, 4)
    task, meta = draw_task(shape=shape, ways=4, dtype=torch.float64), doubled(made)
    outputs = made.predict(made.adapted(meta, task.support), task.support, task.query_x)
    assert outputs.shape == (8, 4)
    assert bool(outputs.isfinite().all())  # where a probability itself would be 0
    torch.testing.assert_close(outputs.exp().sum(1), torch.ones(8, dtype=torch.float64))
    loss, _ = made.task_loss(meta, task)
    torch.testing.assert_close(loss, -torch.stack([outputs[n, y] for n, y in enumerate(task.query_y)]).mean())


def test_a_class_is_as_probable_as_the_attention_to_its_examples(
    build: Callable[..., Any], draw_task: Callable[..., Any]
) -> None:
    made = build({"kind": "matching", "cosine_scale": 3.0}, MLP, ways=3)
    task, meta = draw_task(ways=3, dtype=torch.float64), doubled(made)
    found = made.predict(meta, task.support, task.query_x).exp()
    examples, queries = made.learner(meta, task.support_x), made.learner(meta, task.query_x)
    for place, query in enumerate(queries):
        likeness = [math.exp(3 * float(torch.cosine_similarity(query, example, dim=0))) for example in examples]
        for way in range(3):
            share = sum(like for like, label in zip(likeness, task.support_y, strict=True) if label == way)
            assert float(found[place, way]) == pytest.approx(share / sum(likeness))


def test_one_shot_and_far_apart_is_the_nearest_example(
    build: Callable[..., Any], draw_task: Callable[..., Any]
) -> None:
    """With one example for each class and sharp attention, the class of the example of the least angle has it all."""
    made = build({"kind": "matching", "cosine_scale": 1000.0}, MLP, ways=3)
    meta, task = doubled(made), draw_task(ways=3, shots=1, dtype=torch.float64)
    angles = cosines(made.learner(meta, task.query_x), made.learner(meta, task.support_x))
    best = angles.topk(2).values
    clear = best[:, 0] - best[:, 1] > 0.02
    assert bool(clear.any())
    found = made.predict(meta, task.support, task.query_x)[clear].exp()
    torch.testing.assert_close(found, torch.eye(3, dtype=torch.float64)[angles[clear].argmax(1)], rtol=0, atol=1e-6)
    # And the example itself, asked for, is its own class.
    own = made.predict(meta, task.support, task.support_x)
    assert torch.equal(own.argmax(1), task.support_y)


@LEARNERS
def test_the_order_of_the_support_set_matters_only_in_full_context(
    build: Callable[..., Any], draw_task: Callable[..., Any], learner: Any, shape: Any
) -> None:
    task: Task = draw_task(shape=shape, ways=3, dtype=torch.float64)
    order = torch.randperm(9, generator=torch.Generator().manual_seed(1))
    shuffled = task.support._replace(x=task.support_x[order], y=task.support_y[order])
    for full_context in (False, True):
        made = build({"kind": "matching", "full_context": full_context}, learner, shape, 3)
        meta = doubled(made)
        one, other = (made.predict(meta, support, task.query_x) for support in (task.support, shuffled))
        assert torch.allclose(one, other, rtol=1e-9) != full_context


@LEARNERS
@CONTEXT
def test_a_query_does_not_see_the_others(
    build: Callable[..., Any], draw_task: Callable[..., Any], learner: Any, shape: Any, full_context: bool
) -> None:
    network = {**learner, "normalization": "batch", "query_normalization": "per_query"}
    made = build({"kind": "matching", "full_context": full_context}, network, shape, 3)
    task, meta = draw_task(shape=shape, ways=3, dtype=torch.float64), doubled(made)
    together = made.predict(meta, task.support, task.query_x)
    alone = torch.cat([made.predict(meta, task.support, query[None]) for query in task.query_x])
    torch.testing.assert_close(together, alone)


def gates(params: dict[str, Tensor], name: str, inputs: int) -> dict[str, Tensor]:
    """Weights of one LSTM in the order of torch, whose gates are input, forget, candidate and output."""
    weight, bias = params[f"context.{name}.weight"], params[f"context.{name}.bias"]
    enter, keep, leave, candidate = range(4)
    order = torch.cat([torch.arange(len(bias)).view(4, -1)[gate] for gate in (enter, keep, candidate, leave)])
    weight, bias = weight[order], bias[order]
    return {"ih": weight[:, :inputs], "hh": weight[:, inputs:], "bias": bias}


def context(seed: int = 0) -> dict[str, Tensor]:
    random = torch.Generator().manual_seed(seed)
    sizes = {"forward": (5, 10), "backward": (5, 10), "attend": (5, 15)}
    params = {}
    for name, (width, inputs) in sizes.items():
        params[f"context.{name}.weight"] = torch.randn(4 * width, inputs, generator=random, dtype=torch.float64)
        params[f"context.{name}.bias"] = torch.randn(4 * width, generator=random, dtype=torch.float64)
    return params


def test_support_examples_are_read_by_a_bidirectional_lstm() -> None:
    params = context()
    reader = nn.LSTM(5, 5, bidirectional=True).double()
    with torch.no_grad():
        for name, end in (("forward", ""), ("backward", "_reverse")):
            weights = gates(params, name, 5)
            for sort in ("ih", "hh"):
                getattr(reader, f"weight_{sort}_l0{end}").copy_(weights[sort])
            getattr(reader, f"bias_ih_l0{end}").copy_(weights["bias"])
            getattr(reader, f"bias_hh_l0{end}").zero_()
    examples = torch.randn(7, 5, generator=torch.Generator().manual_seed(1), dtype=torch.float64)
    states, _ = reader(examples)
    torch.testing.assert_close(in_context(params, examples), states[:, :5] + states[:, 5:] + examples)


@pytest.mark.parametrize("steps", [1, 3])
def test_queries_attend_as_in_the_paper(steps: int) -> None:
    params = context()
    weights = gates(params, "attend", 10)
    random = torch.Generator().manual_seed(2)
    examples, queries = (torch.randn(count, 5, generator=random, dtype=torch.float64) for count in (4, 3))
    for place, query in enumerate(queries):
        hidden, memory = query, torch.zeros(5, dtype=torch.float64)
        for _ in range(steps):
            attention = torch.stack([hidden @ example for example in examples]).softmax(0)
            read = sum(share * example for share, example in zip(attention, examples, strict=True))
            all_gates = weights["ih"] @ torch.cat([query, read]) + weights["hh"] @ hidden + weights["bias"]
            enter, keep, candidate, leave = all_gates.view(4, 5)
            memory = keep.sigmoid() * memory + enter.sigmoid() * candidate.tanh()
            hidden = leave.sigmoid() * memory.tanh() + query
        torch.testing.assert_close(attending(params, queries, examples, steps)[place], hidden)


@LEARNERS
@CONTEXT
def test_finite_differences(
    build: Callable[..., Any], draw_task: Callable[..., Any], central_difference: Callable[..., float],
    learner: Any, shape: Any, full_context: bool,
) -> None:  # fmt: skip
    made = build({"kind": "matching", "full_context": full_context, "processing_steps": 2}, learner, shape, 3)
    task, meta = draw_task(shape=shape, ways=3, dtype=torch.float64), doubled(made)
    gradient, _ = made.task_gradient(meta, task)
    random = torch.Generator().manual_seed(1)
    along = {name: torch.randn(value.shape, generator=random, dtype=torch.float64) for name, value in meta.items()}
    slope = sum(float((gradient[name] * along[name]).sum()) for name in meta)
    measured = central_difference(lambda params: made.task_loss(params, task)[0], meta, along, 1e-7)
    assert slope == pytest.approx(measured, rel=1e-5, abs=1e-7)
