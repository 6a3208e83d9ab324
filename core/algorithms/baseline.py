"""Baseline (Chen et al. 2019): an ordinary classifier, whose last layer is trained anew for each task."""

from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.fine_tuning import FineTunedAlgorithm, FineTuningSettings
from core.learners.layers import Params, linear

if TYPE_CHECKING:
    from torch import Tensor


class BaselineSettings(FineTuningSettings):
    title: ClassVar[str] = "Baseline"
    summary: ClassVar[str] = (
        "No meta-learning at all: one classifier learns to tell all training classes apart, as classifiers always do. "
        "For a new task the network stays as it is, and a new linear layer is trained on the support set. What a "
        "meta-learner gains over this is what it is worth."
    )
    equation: ClassVar[str] = "train W, θ on all classes: softmax(W f_θ(x));   new task: train W_τ on the support set"
    paper: ClassVar[str] = "Chen, Liu, Kira, Wang and Huang 2019, arXiv:1904.04232"

    kind: Literal["baseline"] = "baseline"


class Baseline(FineTunedAlgorithm):
    settings_class = BaselineSettings
    settings: BaselineSettings

    def logits(self, params: Params, layer: str, features: "Tensor") -> "Tensor":
        """W f(x) + b   (Chen et al. 2019, section 3.2)."""
        return linear(params, layer, features)
