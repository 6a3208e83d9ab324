"""BOIL, body only update in the inner loop (Oh, Yoo, Kim and Yun 2021): MAML whose inner loop leaves the head alone."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from core.algorithms.algorithm import Algorithm, descent
from core.lazy import torch
from core.learners.layers import Params
from core.learners.learner import parts
from core.settings import InnerLoopSettings
from core.tasks.task import Support


class BOILSettings(InnerLoopSettings):
    title: ClassVar[str] = "BOIL"
    family: ClassVar[str] = "Learn an initialisation"
    summary: ClassVar[str] = (
        "The opposite of ANIL: the inner loop changes the features of a task and leaves the last layer alone, so that "
        "examples must move towards the fixed directions of their classes. Its authors find it better where tasks "
        "come from another domain than the training."
    )
    equation: ClassVar[str] = "θ = (b, h);   b₀ = b,  bₖ₊₁ = bₖ − α ∇_b L_S(bₖ, h);   θ ← θ − β ∇_θ mean_τ L_Q(b_K, h)"
    paper: ClassVar[str] = "Oh, Yoo, Kim and Yun 2021, arXiv:2008.08882"

    kind: Literal["boil"] = "boil"


class BOIL(Algorithm):
    settings_class = BOILSettings
    settings: BOILSettings

    def adapt(self, meta: Params, support: Support, steps: int) -> Iterator[Params]:
        """bₖ₊₁ = bₖ − α ∇_b L_S(bₖ, h), the head h as it is   (Oh et al. 2021, section 3)."""
        body, head = parts(meta)
        gradient = torch.func.grad(lambda at: self.support_loss({**at, **head}, support))
        for adapted in descent(body, gradient, self.settings.inner_lr, steps):
            yield {**adapted, **head}
