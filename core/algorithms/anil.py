"""ANIL, almost no inner loop (Raghu, Raghu, Bengio and Vinyals 2020): MAML whose inner loop moves only the head."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from core.algorithms.algorithm import descent
from core.algorithms.head import HeadAlgorithm
from core.lazy import torch
from core.learners.layers import Params
from core.learners.learner import parts
from core.settings import InnerLoopSettings
from core.tasks.task import Support


class ANILSettings(InnerLoopSettings):
    title: ClassVar[str] = "ANIL"
    family: ClassVar[str] = "Learn an initialisation"
    summary: ClassVar[str] = (
        "MAML's strength lies in the features that it learns, and less in changing them for a task: so here the inner "
        "loop adapts the last layer alone. The features of a support set are computed once and every step is cheap; "
        "the outer loop moves body and head alike."
    )
    equation: ClassVar[str] = "θ = (b, h);   h₀ = h,  hₖ₊₁ = hₖ − α ∇_h L_S(b, hₖ);   θ ← θ − β ∇_θ mean_τ L_Q(b, h_K)"
    paper: ClassVar[str] = "Raghu, Raghu, Bengio and Vinyals 2020, arXiv:1909.09157"

    adapts_features: ClassVar[bool] = False

    kind: Literal["anil"] = "anil"


class ANIL(HeadAlgorithm):
    settings_class = ANILSettings
    settings: ANILSettings

    def adapt(self, meta: Params, support: Support, steps: int) -> Iterator[Params]:
        """hₖ₊₁ = hₖ − α ∇_h L_S(b, hₖ), the body b as it is   (Raghu et al. 2020, section 4.1)."""
        body, head = parts(meta)
        features = self.learner.features(body, support.x)
        gradient = torch.func.grad(lambda at: self.objective.loss(self.learner.head(at, features), support.y))
        for adapted in descent(head, gradient, self.settings.inner_lr, steps):
            yield {**body, **adapted}
