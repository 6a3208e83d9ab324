"""The features that algorithms show of themselves are those that they predict from."""

from collections.abc import Callable
from typing import Any

import pytest
import torch

from core import registry

rules_of = registry.algorithms.settings
CASES = [(kind, tasks) for kind in registry.algorithms.kinds for tasks in rules_of(kind).tasks]


@pytest.mark.parametrize(("kind", "tasks"), CASES, ids=["-".join(case) for case in CASES])
def test_features_are_what_predictions_are_made_from(
    build: Callable[..., Any], draw_task: Callable[..., Any], kind: str, tasks: str
) -> None:
    ways = 3 if tasks == "classification" else None
    network = {"kind": "mlp", "hidden": "6-5", "normalization": "batch", "query_normalization": "per_query"}
    algorithm = build({"kind": kind}, network, (4,), ways)
    meta = {name: value.double() for name, value in algorithm.init(torch.Generator().manual_seed(3)).items()}
    task = draw_task(shape=(4,), ways=ways, shots=3, queries=4, dtype=torch.float64)
    for adapted in algorithm.adapt(meta, task.support, 2):
        ours, theirs = algorithm.embed(adapted, task.support, task.query_x)
        width = 5 if rules_of(kind).uses_learner else 4
        assert ours.shape == (len(task.support_x), width)
        assert theirs.shape == (len(task.query_x), width)
        if not rules_of(kind).uses_learner:
            assert torch.equal(ours, task.support_x)
        predicted = algorithm.predict(adapted, task.support, task.query_x)
        if rules_of(kind).has_head:
            torch.testing.assert_close(algorithm.learner.head(adapted, theirs), predicted)
        prototypes = algorithm.prototypes(adapted, task.support, ours)
        if prototypes is not None:
            means = torch.stack([ours[task.support_y == way].mean(0) for way in range(3)])
            torch.testing.assert_close(prototypes, means)
        if kind in ("prototypical", "simpleshot"):
            torch.testing.assert_close(-torch.cdist(theirs, prototypes).square(), predicted)


def test_only_methods_that_hold_queries_against_class_means_have_prototypes(
    build: Callable[..., Any], draw_task: Callable[..., Any]
) -> None:
    task, found = draw_task(shape=(4,), ways=3), set()
    for kind, tasks in CASES:
        if tasks == "classification":
            algorithm = build({"kind": kind}, {"kind": "mlp", "hidden": "5"}, (4,), 3)
            meta = algorithm.init(torch.Generator().manual_seed(0))
            adapted = next(iter(algorithm.adapt(meta, task.support, 0)))
            ours, _ = algorithm.embed(adapted, task.support, task.query_x)
            found |= {kind} if algorithm.prototypes(adapted, task.support, ours) is not None else set()
    assert found == {"prototypical", "relation", "simpleshot"}
