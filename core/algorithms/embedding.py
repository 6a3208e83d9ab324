"""What algorithms share that learn features for all tasks and train nothing on a new one."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.algorithms.algorithm import Algorithm
from core.lazy import torch
from core.learners.layers import Params
from core.tasks.task import Support

if TYPE_CHECKING:
    from torch import Tensor


class EmbeddingAlgorithm(Algorithm):
    """Embeds support set and queries. A concrete one writes `predict`, which makes a classifier of the features."""

    def adapt(self, meta: Params, support: Support, steps: int) -> Iterator[Params]:
        """Nothing is trained on a task: all follows from the support set when a query is asked for."""
        yield meta

    def laid_out(self, meta: Params) -> Params:
        """As they come: `embed` lays out the network, and what an algorithm has beside it stays as it is."""
        return meta

    def embed(self, adapted: Params, support: Support, x: "Tensor") -> "tuple[Tensor, Tensor]":
        """Features of the support set and of the queries, normalised together or apart as the settings say."""
        params = self.learner.laid_out(adapted, for_many=True)
        if self.learner.uses_support_statistics:
            given = {**params, **self.learner.statistics(params, support.x)}
            return self.learner(given, support.x), self.learner(given, x)
        both = self.learner(params, torch.cat([support.x, x]))
        return both[: len(support.x)], both[len(support.x) :]


def one_hot(support: Support, like: "Tensor") -> "Tensor":
    """The labels of a support set in any order as [N, W], in the type of `like`."""
    return (support.y[:, None] == support.classes).to(like.dtype)
