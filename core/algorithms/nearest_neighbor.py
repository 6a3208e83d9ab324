"""Nearest neighbour (Cover and Hart 1967) on the inputs themselves: the yardstick without any learning."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.algorithm import Algorithm
from core.algorithms.embedding import one_hot
from core.algorithms.prototypical import squared_distances
from core.lazy import torch
from core.learners.layers import Params
from core.settings import AlgorithmSettings
from core.tasks.task import Support

if TYPE_CHECKING:
    from torch import Generator, Tensor


class NearestNeighborSettings(AlgorithmSettings):
    title: ClassVar[str] = "Nearest neighbour"
    family: ClassVar[str] = "Yardsticks"
    summary: ClassVar[str] = (
        "A query gets the label of the support example that it is most like, number by number. No network, nothing "
        "learnt: the run only measures how far raw similarity goes."
    )
    equation: ClassVar[str] = "y = y_i,  i = argmin_i ‖x − x_i‖²"
    paper: ClassVar[str] = "Cover and Hart 1967, Nearest neighbor pattern classification"
    has_head: ClassVar[bool] = False
    fixed_ways: ClassVar[bool] = False
    uses_learner: ClassVar[bool] = False
    trains_on: ClassVar[Literal["tasks", "all classes", "nothing"]] = "nothing"

    kind: Literal["nearest_neighbor"] = "nearest_neighbor"


class NearestNeighbor(Algorithm):
    settings_class = NearestNeighborSettings
    settings: NearestNeighborSettings

    def init(self, generator: "Generator") -> Params:
        """Nothing."""
        return {}

    @property
    def asks_population(self) -> bool:
        return False

    def adapt(self, meta: Params, support: Support, steps: int) -> Iterator[Params]:
        yield meta

    def embed(self, adapted: Params, support: Support, x: "Tensor") -> "tuple[Tensor, Tensor]":
        """The inputs themselves, each in one row: there is no network."""
        return support.x.flatten(1), x.flatten(1)

    def predict(self, adapted: Params, support: Support, x: "Tensor") -> "Tensor":
        """−‖x − x_i‖² to the nearest support example of each class; or its value, in regression.

        As log-probabilities these are all but certain, which is what this method is.
        """
        distances = squared_distances(x.flatten(1), support.x.flatten(1))  # [Q, N]
        if len(support.classes) == 0:
            return support.y[distances.argmin(1)]
        others = one_hot(support, distances) == 0  # [N, W]
        return -torch.where(others, torch.inf, distances[..., None]).amin(1)
