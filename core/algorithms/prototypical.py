"""Prototypical Networks (Snell, Swersky and Zemel 2017): classify by the nearest class mean in a learnt space."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.algorithm import Algorithm
from core.lazy import torch
from core.learners.learner import Params
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


class Prototypical(Algorithm):
    settings_class = PrototypicalSettings
    settings: PrototypicalSettings

    def adapt(self, meta: Params, support: Support, steps: int) -> Iterator[Params]:
        """Nothing is trained on a task: the prototypes follow from the support set when a query is asked for."""
        yield meta

    def predict(self, adapted: Params, support: Support, x: "Tensor") -> "Tensor":
        """−‖f(x) − c_y‖² for each query and class   (Snell et al. 2017, eq. 1 and 2)."""
        embedded, queries = self._embed(adapted, support, x)
        prototypes = class_means(embedded, support)
        if self.settings.distance == "cosine":
            normalised = torch.nn.functional.normalize
            return self.settings.cosine_scale * normalised(queries, dim=-1) @ normalised(prototypes, dim=-1).T
        return -squared_distances(queries, prototypes)

    def _embed(self, params: Params, support: Support, x: "Tensor") -> "tuple[Tensor, Tensor]":
        """Features of the support set and of the queries, normalised together or apart as the settings say."""
        settings = self.learner.settings
        if settings.normalization == "batch":  # torch's group norm refuses that layout inside vmap
            params = channels_last(params)
        if settings.normalization == "batch" and settings.query_normalization == "per_query":
            given = {**params, **self.learner.statistics(params, support.x)}
            return self.learner(given, support.x), self.learner(given, x)
        both = self.learner(params, torch.cat([support.x, x]))
        return both[: len(support.x)], both[len(support.x) :]


def channels_last(params: Params) -> Params:
    """The same parameters, their kernels laid out in memory with the channels innermost, where that is quicker.

    On a CPU one network over hundreds of pictures then takes a third less time: convolutions pass the layout on, and
    pooling reads whole vectors. Inner loops gain nothing, as each of their tasks has few pictures and other weights.
    """
    return {
        name: value.to(memory_format=torch.channels_last) if value.dim() == 4 and value.device.type == "cpu" else value
        for name, value in params.items()
    }


def class_means(features: "Tensor", support: Support) -> "Tensor":
    """The mean feature of each class, [W, D], from features [N, D] of the support set in any order."""
    member = (support.y[:, None] == support.classes).to(features.dtype)  # [N, W]
    return member.T @ features / member.sum(0)[:, None]


def squared_distances(a: "Tensor", b: "Tensor") -> "Tensor":
    """‖aᵢ − bⱼ‖² for a [N, D] and b [W, D], as [N, W]."""
    return a.square().sum(-1)[:, None] - 2 * a @ b.T + b.square().sum(-1)
