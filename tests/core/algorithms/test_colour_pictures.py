"""Photographs of 84 × 84 in colour, as in mini-ImageNet: every algorithm and every network can be trained on them."""

from collections.abc import Callable
from typing import Any

import pytest
import torch

from core import registry
from core.tasks.task import TaskBatch
from core.training import mapping

SHAPE = (3, 84, 84)
SMALL = {"hidden": "6-5", "filters": 4, "channels": "4-4-6-6"}  # of learners, by the name of the setting
rules_of = registry.algorithms.settings
CLASSIFIERS = [
    kind
    for kind in registry.algorithms.kinds
    if "classification" in rules_of(kind).tasks and rules_of(kind).trains_on != "nothing"
]


@pytest.mark.parametrize(
    ("kind", "learner"),
    [(kind, "conv4") for kind in CLASSIFIERS] + [("prototypical", learner) for learner in registry.learners.kinds],
)
def test_the_meta_gradient_is_finite_and_reaches_every_colour(
    kind: str, learner: str, build: Callable[..., Any], draw_batch: Callable[..., TaskBatch]
) -> None:
    fields = registry.learners.settings(learner).model_fields
    network = {"kind": learner, **{name: value for name, value in SMALL.items() if name in fields}}
    algorithm = build({"kind": kind}, network, SHAPE, ways=2)
    meta = algorithm.init(torch.Generator().manual_seed(0))
    batch = draw_batch(1, SHAPE, ways=2, shots=2, queries=2)
    # Noise without classes in it: what is told apart beyond doubt has no gradient left.
    noise = torch.randn(2, *batch.support_x.shape, generator=torch.Generator().manual_seed(1))
    batch = batch._replace(support_x=noise[0], query_x=noise[1])
    if rules_of(kind).trains_on == "all classes":
        batch = batch._replace(support_x=batch.support_x[:, :0], support_y=batch.support_y[:, :0])
    gradient = mapping.sequential(algorithm.at(0))(meta, batch).gradient
    assert all(bool(value.isfinite().all()) for value in gradient.values())
    first = next(value for name, value in gradient.items() if name in algorithm.learner.init_body(torch.Generator()))
    of_colour = first.reshape(len(first), 3, -1)
    assert bool((of_colour.abs().amax((0, 2)) > 0).all())
