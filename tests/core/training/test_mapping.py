"""How tasks are run: every way gives the same gradient."""

from collections.abc import Callable
from typing import Any

import pytest
import torch

from core.tasks.task import TaskBatch
from core.training import mapping
from core.training.mapping import CompilerMissing


@pytest.mark.parametrize("downsampling", ["stride", "max_pool"])
@pytest.mark.parametrize("queries", ["transductive", "per_query"])
@pytest.mark.parametrize("first_order", [False, True])
def test_conv4_one_after_another_is_all_at_once(
    build: Callable[..., Any], draw_batch: Callable[..., TaskBatch], downsampling: str, queries: str, first_order: bool
) -> None:
    """At the size that people train; in float64, since in float32 rounding alone can turn a max-pool the other way."""
    learner = {"kind": "conv4", "filters": 16, "downsampling": downsampling, "query_normalization": queries}
    algorithm = {"kind": "maml", "inner_lr": 0.1, "inner_steps": 2, "first_order": first_order}
    made = build(algorithm, learner, (1, 28, 28), 5)
    meta = {name: value.double() for name, value in made.init(torch.Generator().manual_seed(0)).items()}
    batch = draw_batch(tasks=3, shape=(1, 28, 28), ways=5, shots=1, queries=3, dtype=torch.float64)
    one, other = mapping.sequential(made)(meta, batch), mapping.vectorised(made)(meta, batch)
    scale = max(float(value.abs().max()) for value in one.gradient.values())
    for name in meta:
        torch.testing.assert_close(other.gradient[name], one.gradient[name], rtol=1e-8, atol=1e-8 * scale)
    torch.testing.assert_close(other.loss, one.loss, rtol=1e-10, atol=1e-10)
    torch.testing.assert_close(other.aux["accuracy"], one.aux["accuracy"])


def test_pieces_are_one_for_each_number_of_tasks(draw_batch: Callable[..., TaskBatch]) -> None:
    batch = draw_batch(tasks=7)
    found = mapping.pieces(batch, processes=2, at_once=2)  # 3 and 4 tasks: 1 and 2, and twice 2
    assert sorted(piece.tasks for piece in found) == [1, 2]
    assert [piece.tasks for piece in mapping.pieces(batch, processes=1, at_once=None)] == [7]


def test_a_missing_compiler_is_said(
    build: Callable[..., Any], draw_batch: Callable[..., TaskBatch], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mapping, "compiler", lambda: None)
    made = build({"kind": "maml"}, {"kind": "mlp"})
    with pytest.raises(CompilerMissing, match=r"needs a C\+\+ compiler"):
        mapping.compiled(made, made.init(torch.Generator().manual_seed(0)), draw_batch(tasks=2))
