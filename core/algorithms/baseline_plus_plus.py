"""Baseline++ (Chen, Liu, Kira, Wang and Huang 2019): Baseline with cosines in place of the linear layer."""

from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.fine_tuning import FineTunedAlgorithm, FineTuningSettings
from core.algorithms.pretraining import CLASSIFIER
from core.lazy import torch
from core.learners.layers import Params
from core.settings import setting

if TYPE_CHECKING:
    from torch import Generator, Tensor


class BaselinePlusPlusSettings(FineTuningSettings):
    title: ClassVar[str] = "Baseline++"
    summary: ClassVar[str] = (
        "Baseline, but the last layer compares directions: the output for a class is the cosine between the features "
        "and the class's weights. Features of one class then lie closer together, which helps with few examples."
    )
    equation: ClassVar[str] = (
        "softmax_c(s · cos(f_θ(x), w_c)), on all classes in training and on a task's for a new task"
    )
    paper: ClassVar[str] = "Chen, Liu, Kira, Wang and Huang 2019, arXiv:1904.04232"

    kind: Literal["baseline_plus_plus"] = "baseline_plus_plus"
    cosine_scale: float = setting(
        10.0, title="Cosine scale", help="Factor s on the cosine before the softmax, in training.", gt=0, le=1000,
        source="The program of Chen et al. 2019, for more than 200 classes",
    )  # fmt: skip
    task_scale: float = setting(
        2.0, title="Cosine scale of a task", help="The same for the last layer of a new task.", gt=0, le=1000,
        source="The program of Chen et al. 2019, for up to 200 classes",
    )  # fmt: skip


class BaselinePlusPlus(FineTunedAlgorithm):
    settings_class = BaselinePlusPlusSettings
    settings: BaselinePlusPlusSettings

    def init(self, generator: "Generator") -> Params:
        """As for Baseline; a cosine has no bias."""
        meta = super().init(generator)
        del meta[CLASSIFIER + ".bias"]
        return meta

    def logits(self, params: Params, layer: str, features: "Tensor") -> "Tensor":
        """s · cos(f(x), w_c)   (Chen et al. 2019, section 3.3)."""
        normalised = torch.nn.functional.normalize
        directions = normalised(params[layer + ".weight"], dim=-1)
        scale = self.settings.cosine_scale if layer == CLASSIFIER else self.settings.task_scale
        return scale * normalised(features, dim=-1) @ directions.T
