"""MetaOptNet with ridge regression as its head (Lee, Maji, Ravichandran and Soatto 2019)."""

import math
from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.embedding import EmbeddingAlgorithm, one_hot
from core.algorithms.ridge import ridge_regression
from core.lazy import torch
from core.learners.layers import Params
from core.settings import AlgorithmSettings, TaskType, setting
from core.tasks.task import Support

if TYPE_CHECKING:
    from torch import Generator, Tensor

LOG_SCALE = "ridge.log_scale"  # kept as a logarithm, so that it stays positive


class MetaOptNetRidgeSettings(AlgorithmSettings):
    title: ClassVar[str] = "MetaOptNet, ridge"
    family: ClassVar[str] = "Solve the head in closed form"
    summary: ClassVar[str] = (
        "MetaOptNet with ridge regression in place of the support vector machine: the last layer of a task is the "
        "regression's solution, differentiated through. Unlike in R2D2 its strength λ is given and not learnt."
    )
    equation: ClassVar[str] = "W = Zᵀ (Z Zᵀ + λ I)⁻¹ Y,  Z = f(x) over the support;   p(y | x) = softmax(γ · f(x) W)"
    paper: ClassVar[str] = "Lee, Maji, Ravichandran and Soatto 2019, arXiv:1904.03758"
    tasks: ClassVar[tuple[TaskType, ...]] = ("classification",)
    has_head: ClassVar[bool] = False
    fixed_ways: ClassVar[bool] = False

    kind: Literal["metaoptnet_ridge"] = "metaoptnet_ridge"
    ridge: float = setting(
        50.0, title="λ", help="How strongly the regression is held back.", gt=0, le=1e6, log=True,
        source="Lee et al. 2019, section 4.1",
    )  # fmt: skip
    scale: float = setting(
        1.0, title="First scale", help="Where the learnt factor γ on the regression's outputs starts.", gt=0, le=1e6,
        log=True, source="Lee et al. 2019, eq. 12",
    )  # fmt: skip


class MetaOptNetRidge(EmbeddingAlgorithm):
    settings_class = MetaOptNetRidgeSettings
    rests_elsewhere = (LOG_SCALE,)
    settings: MetaOptNetRidgeSettings

    def init(self, generator: "Generator") -> Params:
        """The network and the scale."""
        return self.learner.init(generator) | {LOG_SCALE: torch.tensor(math.log(self.settings.scale))}

    def predict(self, adapted: Params, support: Support, x: "Tensor") -> "Tensor":
        """γ · f(x) W with the regression's weights W   (Lee et al. 2019, eq. 12)."""
        features, queries = self.embed(adapted, support, x)
        weights = ridge_regression(features, one_hot(support, features), self.settings.ridge)
        return adapted[LOG_SCALE].exp() * queries @ weights
