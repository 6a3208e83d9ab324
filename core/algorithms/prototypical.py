"""Prototypical Networks (Snell, Swersky and Zemel 2017): classify by the nearest class mean in a learnt space."""

from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.embedding import EmbeddingAlgorithm, one_hot
from core.lazy import torch
from core.learners.layers import Params
from core.settings import AlgorithmSettings, TaskType, setting
from core.tasks.task import Support

if TYPE_CHECKING:
    from torch import Tensor


class PrototypicalSettings(AlgorithmSettings):
    title: ClassVar[str] = "Prototypical Networks"
    family: ClassVar[str] = "Learn a metric"
    summary: ClassVar[str] = (
        "Learns a space in which examples of a class gather around their mean, the prototype. A new task needs no "
        "training: its prototypes are computed from the support set, and a query belongs to the nearest one. With "
        "squared distance this is a linear classifier whose weights are the prototypes."
    )
    equation: ClassVar[str] = "c_y = mean f(x) over the support of y;   p(y | x) = softmax_y(−‖f(x) − c_y‖²)"
    paper: ClassVar[str] = "Snell, Swersky and Zemel 2017, arXiv:1703.05175"
    tasks: ClassVar[tuple[TaskType, ...]] = ("classification",)
    has_head: ClassVar[bool] = False
    fixed_ways: ClassVar[bool] = False

    kind: Literal["prototypical"] = "prototypical"
    distance: Literal["euclidean", "cosine"] = setting(
        "euclidean", title="Distance", help="How near a query is to a prototype.",
        choices={"euclidean": "Squared Euclidean distance, as the paper finds best.", "cosine": "Cosine similarity."},
        source="Snell et al. 2017, section 2.3",
    )  # fmt: skip
    cosine_scale: float = setting(
        10.0, title="Cosine scale", help="Factor on the cosine before the softmax.", gt=0, le=1000,
        needs=("algorithm.distance", ("cosine",)),
    )  # fmt: skip


class Prototypical(EmbeddingAlgorithm):
    settings_class = PrototypicalSettings
    settings: PrototypicalSettings

    def predict(self, adapted: Params, support: Support, x: "Tensor") -> "Tensor":
        """−‖f(x) − c_y‖² for each query and class   (Snell et al. 2017, eq. 1 and 2)."""
        embedded, queries = self.embed(adapted, support, x)
        prototypes = self.prototypes(adapted, support, embedded)
        if self.settings.distance == "cosine":
            normalised = torch.nn.functional.normalize
            return self.settings.cosine_scale * normalised(queries, dim=-1) @ normalised(prototypes, dim=-1).T
        return -squared_distances(queries, prototypes)

    def prototypes(self, adapted: Params, support: Support, features: "Tensor") -> "Tensor":
        """c_y, the mean over the support of each class   (Snell et al. 2017, eq. 1)."""
        return class_means(features, support)


def class_means(features: "Tensor", support: Support) -> "Tensor":
    """The mean feature of each class, [W, D], from features [N, D] of the support set in any order."""
    member = one_hot(support, features)
    return member.T @ features / member.sum(0)[:, None]


def squared_distances(a: "Tensor", b: "Tensor") -> "Tensor":
    """‖aᵢ − bⱼ‖² for a [N, D] and b [W, D], as [N, W]."""
    return a.square().sum(-1)[:, None] - 2 * a @ b.T + b.square().sum(-1)
