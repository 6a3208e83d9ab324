"""R2D2, ridge regression differentiable discriminator (Bertinetto, Henriques, Torr and Vedaldi 2019)."""

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

LOG_RIDGE, LOG_SCALE = "ridge.log_lambda", "ridge.log_scale"  # kept as logarithms, so that both stay positive


class R2D2Settings(AlgorithmSettings):
    title: ClassVar[str] = "R2D2"
    family: ClassVar[str] = "Solve the head in closed form"
    summary: ClassVar[str] = (
        "Learns features with which ridge regression solves a new task. The last layer of a task is the regression's "
        "solution, in one formula, and the outer loop differentiates through it. How strongly it is held back, λ, is "
        "learnt along with the features."
    )
    equation: ClassVar[str] = "W = Zᵀ (Z Zᵀ + λ I)⁻¹ Y;   Z = f(x) over the support;   p(y | x) = softmax(a · f(x) W)"
    paper: ClassVar[str] = "Bertinetto, Henriques, Torr and Vedaldi 2019, arXiv:1805.08136"
    tasks: ClassVar[tuple[TaskType, ...]] = ("classification",)
    has_head: ClassVar[bool] = False
    fixed_ways: ClassVar[bool] = False

    kind: Literal["r2d2"] = "r2d2"
    ridge: float = setting(
        1.0, title="First λ", help="Where the learnt strength of the regularisation starts.", gt=0, le=1e6, log=True,
        source="Bertinetto et al. 2019, section 3.2",
    )  # fmt: skip
    scale: float = setting(
        10.0, title="First scale", help="Where the learnt factor on the regression's outputs starts.", gt=0, le=1e6,
        log=True, source="Bertinetto et al. 2019, eq. 6",
    )  # fmt: skip


class R2D2(EmbeddingAlgorithm):
    settings_class = R2D2Settings
    rests_elsewhere = (LOG_RIDGE, LOG_SCALE)
    settings: R2D2Settings

    def init(self, generator: "Generator") -> Params:
        """The network, λ and the scale. The paper's bias is left out: it is the same for all classes."""
        first = {LOG_RIDGE: self.settings.ridge, LOG_SCALE: self.settings.scale}
        return self.learner.init(generator) | {name: torch.tensor(math.log(value)) for name, value in first.items()}

    def predict(self, adapted: Params, support: Support, x: "Tensor") -> "Tensor":
        """a · f(x) W with the regression's weights W   (Bertinetto et al. 2019, eq. 4 to 6)."""
        features, queries = self.embed(adapted, support, x)
        weights = ridge_regression(features, one_hot(support, features), adapted[LOG_RIDGE].exp())
        return adapted[LOG_SCALE].exp() * queries @ weights
