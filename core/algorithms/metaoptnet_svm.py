"""MetaOptNet with a support vector machine as its head (Lee, Maji, Ravichandran and Soatto 2019)."""

import math
from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.embedding import EmbeddingAlgorithm, one_hot
from core.algorithms.svm import dual_solution
from core.lazy import torch
from core.learners.layers import Params
from core.settings import AlgorithmSettings, TaskType, setting
from core.tasks.task import Support

if TYPE_CHECKING:
    from torch import Generator, Tensor

LOG_SCALE = "svm.log_scale"  # kept as a logarithm, so that it stays positive


class MetaOptNetSVMSettings(AlgorithmSettings):
    title: ClassVar[str] = "MetaOptNet, SVM"
    family: ClassVar[str] = "Solve the head in closed form"
    summary: ClassVar[str] = (
        "Learns features with which a support vector machine separates the classes of a new task. The machine is the "
        "solution of a small convex problem, found by an interior point method and differentiated where it was found: "
        "the way there need not be remembered."
    )
    equation: ClassVar[str] = (
        "α = argmin ½ Σ_k ‖Zᵀα_k‖² − Σᵢ α_{i,yᵢ};   αᵢₖ ≤ C 1[k = yᵢ],  Σ_k αᵢₖ = 0;   p(y | x) = softmax(γ · f(x) Zᵀα)"
    )
    paper: ClassVar[str] = "Lee, Maji, Ravichandran and Soatto 2019, arXiv:1904.03758"
    tasks: ClassVar[tuple[TaskType, ...]] = ("classification",)
    has_head: ClassVar[bool] = False
    fixed_ways: ClassVar[bool] = False

    kind: Literal["metaoptnet_svm"] = "metaoptnet_svm"
    cost: float = setting(
        0.1, title="Cost C", help="What an example on the wrong side of its margin costs.", gt=0, le=1e6, log=True,
        source="Lee et al. 2019, section 4.1",
    )  # fmt: skip
    solver_steps: int = setting(
        15, title="Solver steps", unit="steps", ge=1, le=200,
        help="Steps of the interior point method; more where features or C are large.",
        source="Lee et al. 2019, section 4.1",
    )  # fmt: skip
    stabilizer: float = setting(
        1.0, title="Stabilizer", ge=0, le=1e6, source="The authors' program; 0 in Lee et al. 2019, eq. 7",
        help="What is added to the diagonal of the products of features, so that the problem has one solution only.",
    )  # fmt: skip
    scale: float = setting(
        1.0, title="First scale", help="Where the learnt factor γ on the machine's outputs starts.", gt=0, le=1e6,
        log=True, source="Lee et al. 2019, eq. 12",
    )  # fmt: skip


class MetaOptNetSVM(EmbeddingAlgorithm):
    settings_class = MetaOptNetSVMSettings
    rests_elsewhere = (LOG_SCALE,)
    settings: MetaOptNetSVMSettings

    def init(self, generator: "Generator") -> Params:
        """The network and the scale."""
        return self.learner.init(generator) | {LOG_SCALE: torch.tensor(math.log(self.settings.scale))}

    def predict(self, adapted: Params, support: Support, x: "Tensor") -> "Tensor":
        """γ · f(x) Σᵢ αᵢₖ f(xᵢ) for each class k   (Lee et al. 2019, eq. 8 and 12)."""
        features, queries = self.embed(adapted, support, x)
        diagonal = self.settings.stabilizer * torch.eye(len(features), dtype=features.dtype, device=features.device)
        labels = one_hot(support, features)
        alpha = dual_solution(features @ features.T + diagonal, labels, self.settings.cost, self.settings.solver_steps)
        return adapted[LOG_SCALE].exp() * queries @ (features.T @ alpha)
