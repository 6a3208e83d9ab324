"""Meta-SGD (Li, Zhou, Chen and Li 2017): MAML that learns a step size for every parameter along with it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.algorithm import Algorithm
from core.algorithms.coordinates import rows_by_layer
from core.lazy import torch
from core.learners.layers import Params
from core.settings import InnerLoopSettings, setting
from core.tasks.task import Support

if TYPE_CHECKING:
    from torch import Generator

RATE = "rate."  # the step sizes of a parameter are called by its name after this


class MetaSGDSettings(InnerLoopSettings):
    title: ClassVar[str] = "Meta-SGD"
    family: ClassVar[str] = "Learn the update rule"
    summary: ClassVar[str] = (
        "Learns not only where to start but also how far, and in which direction, each parameter should move: a step "
        "size a for every one of them, positive or negative, trained by the outer loop like the starting point θ."
    )
    equation: ClassVar[str] = "φ₀ = θ,  φₖ₊₁ = φₖ − a ⊙ ∇L_S(φₖ);   (θ, a) ← (θ, a) − β ∇ mean_τ L_Q(φ_K)"
    paper: ClassVar[str] = "Li, Zhou, Chen and Li 2017, arXiv:1707.09835"

    kind: Literal["meta_sgd"] = "meta_sgd"
    inner_lr: float = setting(
        0.01, title="First step size", gt=0, le=100, log=True, group="inner_loop",
        help="Where every learnt step size starts.", source="Li et al. 2017, algorithm 1",
    )  # fmt: skip


class MetaSGD(Algorithm):
    settings_class = MetaSGDSettings
    rests_elsewhere = (RATE,)
    settings: MetaSGDSettings

    def init(self, generator: "Generator") -> Params:
        """θ, and a step size for each of its numbers."""
        theta = self.learner.init(generator)
        return theta | {RATE + name: torch.full_like(value, self.settings.inner_lr) for name, value in theta.items()}

    def adapt(self, meta: Params, support: Support, steps: int) -> Iterator[Params]:
        """φₖ₊₁ = φₖ − a ⊙ ∇L_S(φₖ)   (Li et al. 2017, eq. 2)."""
        rates = {name.removeprefix(RATE): value for name, value in meta.items() if name.startswith(RATE)}
        phi = {name: value for name, value in meta.items() if not name.startswith(RATE)}
        yield phi
        for _ in range(steps):
            gradient = self.support_gradient(phi, support)
            phi = {name: phi[name] - rates[name] * gradient[name] for name in phi}
            yield phi

    def step_sizes(self, meta: Params) -> Params:
        return rows_by_layer({name.removeprefix(RATE): a for name, a in meta.items() if name.startswith(RATE)})
