"""What algorithms share that adapt nothing but the last layer to a task."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from core.algorithms.algorithm import Algorithm
from core.learners.layers import Params
from core.tasks.task import Support

if TYPE_CHECKING:
    from torch import Tensor


class HeadAlgorithm(Algorithm):
    """The features of queries are the same at every step, so that they need to be computed once.

    A concrete one writes `adapt`, and may write `readout`.
    """

    def predictor(self, meta: Params, support: Support, x: "Tensor") -> "Callable[[Params], Tensor]":
        features = self.query_features(meta, support, x)
        return lambda adapted: self.readout(adapted, features)

    def predict(self, adapted: Params, support: Support, x: "Tensor") -> "Tensor":
        return self.readout(adapted, self.query_features(adapted, support, x))

    def query_features(self, params: Params, support: Support, x: "Tensor") -> "Tensor":
        """Features [N, D] of queries, normalised as the settings say."""
        if self.learner.uses_support_statistics:
            params = {**params, **self.learner.statistics(params, support.x)}
        return self.learner.features(params, x)

    def readout(self, adapted: Params, features: "Tensor") -> "Tensor":
        """Outputs [N, outputs] for features [N, D]."""
        return self.learner.head(adapted, features)
