"""SNAIL against torch's own convolution, and against reading one sequence for each query."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from core.algorithms.snail import attention, attention_weights, convolution
from core.learners.layers import Params, linear_init

MLP = {"kind": "mlp", "hidden": "6-5"}
SNAIL = {"kind": "snail", "width": 8, "convolutions": 3}


def doubled(params: Params) -> Params:
    return {name: value.double() for name, value in params.items()}


def sequence(length: int, channels: int = 3) -> tuple[Tensor, Tensor]:
    rows = torch.randn(length, channels, generator=torch.Generator().manual_seed(0), dtype=torch.float64)
    return rows, torch.arange(length)


def convolved(params: Params, layer: str, rows: Tensor, dilation: int) -> Tensor:
    """A dense block by torch's convolution of size 2, with zeros before the beginning."""
    weight, bias = params[layer + ".weight"], params[layer + ".bias"]
    kernel = torch.stack(weight.chunk(2, 1), -1)  # [2D, C, 2]: what it does to the earlier element, and to this one
    padded = torch.nn.functional.pad(rows.T, (dilation, 0))[None]
    value, gate = torch.nn.functional.conv1d(padded, kernel, bias, dilation=dilation)[0].T.chunk(2, 1)
    return torch.cat([rows, value.tanh() * gate.sigmoid()], 1)


def attended(params: Params, layer: str, rows: Tensor) -> Tensor:
    """An attention block by torch's attention, whose mask is the lower triangle."""
    query, key, value = (
        torch.nn.functional.linear(rows, params[f"{layer}.{part}.weight"], params[f"{layer}.{part}.bias"])[None]
        for part in ("query", "key", "value")
    )
    read = torch.nn.functional.scaled_dot_product_attention(query, key, value, is_causal=True)[0]
    return torch.cat([rows, read], 1)


def attention_params(channels: int) -> Params:
    random = torch.Generator().manual_seed(1)
    sizes = {"key": 4, "query": 4, "value": 2}
    params: Params = {}
    for part, size in sizes.items():
        params |= linear_init(random, f"a.{part}", channels, size)
    return doubled(params)


@pytest.mark.parametrize("dilation", [1, 2, 4, 16])
def test_a_dense_block_is_torchs_causal_convolution(dilation: int) -> None:
    rows, places = sequence(9)
    params = doubled(linear_init(torch.Generator().manual_seed(1), "c", 6, 8))
    torch.testing.assert_close(convolution(params, "c", rows, places, dilation), convolved(params, "c", rows, dilation))


def test_an_attention_block_is_torchs_causal_attention() -> None:
    rows, places = sequence(9)
    params = attention_params(3)
    torch.testing.assert_close(attention(params, "a", rows, places), attended(params, "a", rows))
    weights = attention_weights(params, "a", rows, places)
    torch.testing.assert_close(weights.sum(1), torch.ones(9, dtype=torch.float64))
    assert bool((weights.triu(1) == 0).all())
    assert bool((weights.tril() > 0).sum() == 45)


def test_nothing_sees_what_comes_later() -> None:
    rows, places = sequence(9)
    changed = rows.clone()
    changed[6] += 1
    params = doubled(linear_init(torch.Generator().manual_seed(1), "c", 6, 8)) | attention_params(7)

    def both(x: Tensor) -> Tensor:
        return attention(params, "a", convolution(params, "c", x, places, 2), places)

    before, after = both(rows), both(changed)
    assert torch.equal(before[:6], after[:6])
    assert not torch.isclose(before[6:], after[6:]).all(1).any()  # attention sees all that came before


@pytest.mark.parametrize("ways", [None, 3], ids=["regression", "classification"])
def test_it_reads_one_sequence_for_each_query(
    build: Callable[..., Any], draw_task: Callable[..., Any], ways: int | None
) -> None:
    """The published layout, from torch's convolution and attention, on the whole sequence of one query at a time."""
    made = build(SNAIL, MLP, ways=ways)
    task = draw_task(ways=ways, dtype=torch.float64)
    meta = doubled(made.init(torch.Generator().manual_seed(0)))
    assert meta["attention0.key.weight"].shape == (4, 5 + (ways or 1))
    outputs = made.predict(meta, task.support, task.query_x)
    order = task.noise[: len(task.support_x)].argsort()
    y = torch.nn.functional.one_hot(task.support_y, ways).double() if ways else task.support_y
    for query, output in zip(task.query_x, outputs, strict=True):
        features = made.learner(meta, torch.cat([task.support_x[order], query[None]]))
        rows = torch.cat([features, torch.cat([y[order], torch.zeros(1, ways or 1, dtype=torch.float64)])], 1)
        rows = attended(meta, "attention0", rows)
        for block in (1, 2):
            for layer, dilation in enumerate((1, 2, 4)):
                rows = convolved(meta, f"convolution{block}.{layer}", rows, dilation)
            rows = attended(meta, f"attention{block}", rows)
        torch.testing.assert_close(output, meta["output.weight"] @ rows[-1] + meta["output.bias"])


def test_the_order_comes_from_the_task_and_not_from_the_sampler(
    build: Callable[..., Any], draw_task: Callable[..., Any]
) -> None:
    """Examples dealt out anew, with the numbers that order them, are the same sequence; other numbers are another."""
    made = build(SNAIL, MLP, ways=3)
    assert made.noise_size(15) == 15
    task = draw_task(ways=3, dtype=torch.float64)
    meta, support = doubled(made.init(torch.Generator().manual_seed(0))), task.support
    outputs = made.predict(meta, support, task.query_x)
    order = torch.randperm(9, generator=torch.Generator().manual_seed(5))
    moved = support._replace(x=support.x[order], y=support.y[order], noise=support.noise[order])
    torch.testing.assert_close(made.predict(meta, moved, task.query_x), outputs)
    other = support._replace(noise=support.noise.flip(0))
    assert not torch.allclose(made.predict(meta, other, task.query_x), outputs)


def test_a_prediction_does_not_depend_on_other_queries(
    build: Callable[..., Any], draw_task: Callable[..., Any]
) -> None:
    made = build(SNAIL, {**MLP, "normalization": "batch", "query_normalization": "per_query"}, ways=3)
    task, meta = draw_task(ways=3, dtype=torch.float64), doubled(made.init(torch.Generator().manual_seed(0)))
    together = made.predict(meta, task.support, task.query_x)
    alone = torch.cat([made.predict(meta, task.support, query[None]) for query in task.query_x])
    torch.testing.assert_close(together, alone)
