"""A learned optimiser (Andrychowicz et al. 2016): a small network decides how every parameter moves.

The authors' network is an LSTM; this one is a perceptron that is shown a running mean of the gradients instead of
keeping a memory of its own. It corrects a gradient step and begins by correcting nothing, so that it begins as MAML.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.algorithm import Algorithm, detached
from core.algorithms.coordinates import RULE, flat, preprocessed, rule_and_network, shaped
from core.lazy import torch
from core.learners.layers import Params, linear, linear_init
from core.settings import InnerLoopSettings, setting
from core.tasks.task import Support

if TYPE_CHECKING:
    from torch import Generator, Tensor

HIDDEN, OUT = RULE + "hidden", RULE + "out"


class LearnedOptimizerSettings(InnerLoopSettings):
    title: ClassVar[str] = "Learned optimizer"
    family: ClassVar[str] = "Learn the update rule"
    summary: ClassVar[str] = (
        "Replaces the rule of the inner loop by a small network. For every parameter it sees the gradient, a running "
        "mean of the gradients, and the value, and says how to correct the step. The outer loop trains this network "
        "and the starting point."
    )
    equation: ClassVar[str] = "vₖ = μ vₖ₋₁ + (1 − μ) ∇L_S(φₖ);   φₖ₊₁ = φₖ − α (∇L_S(φₖ) + m(∇L_S(φₖ), vₖ, φₖ))"
    paper: ClassVar[str] = "Andrychowicz et al. 2016, arXiv:1606.04474"

    kind: Literal["learned_optimizer"] = "learned_optimizer"
    hidden: int = setting(
        20, title="Hidden units", help="Width of the network that corrects the steps.", unit="units", ge=1, le=1000,
        source="Andrychowicz et al. 2016, section 3",
    )  # fmt: skip
    decay: float = setting(
        0.9, title="Decay μ", help="Share of the running mean of the gradients that is kept at each step.",
        ge=0, le=0.999, step=0.1, group="inner_loop",
    )  # fmt: skip
    first_order: bool = setting(
        True, title="First order", source="Andrychowicz et al. 2016, section 2.1",
        help="Take gradients of the support set as given, and do not differentiate through them.",
    )  # fmt: skip


class LearnedOptimizer(Algorithm):
    settings_class = LearnedOptimizerSettings
    settings: LearnedOptimizerSettings

    def init(self, generator: "Generator") -> Params:
        """θ and the network m, whose last layer is 0."""
        theta = self.learner.init(generator)
        out = linear_init(generator, OUT, self.settings.hidden, 1)
        hidden = linear_init(generator, HIDDEN, 5, self.settings.hidden)
        return theta | hidden | {name: torch.zeros_like(value) for name, value in out.items()}

    def adapt(self, meta: Params, support: Support, steps: int) -> Iterator[Params]:
        """φₖ₊₁ = φₖ + u(∇L_S(φₖ))   (Andrychowicz et al. 2016, eq. 1), every number by itself."""
        rule, phi = rule_and_network(meta)
        numbers = flat(phi)
        mean = torch.zeros_like(numbers)
        decay = self.settings.decay
        yield phi
        for _ in range(steps):
            gradient = self._gradient(phi, support)
            mean = decay * mean + (1 - decay) * gradient
            numbers = numbers - self.settings.inner_lr * (gradient + correction(rule, gradient, mean, numbers))
            phi = shaped(numbers, phi)
            yield phi

    @property
    def follows_loss(self) -> bool:
        return not self.settings.first_order

    def _gradient(self, phi: Params, support: Support) -> "Tensor":
        """∇L_S in one row [D]."""
        if self.settings.first_order:
            phi = detached(phi)
        return flat(self.support_gradient(phi, support))


def correction(rule: Params, gradient: "Tensor", mean: "Tensor", numbers: "Tensor") -> "Tensor":
    """m(∇, v, φ) for each number, [D]."""
    seen = torch.cat([preprocessed(gradient), preprocessed(mean), numbers[:, None]], -1)
    return linear(rule, OUT, torch.tanh(linear(rule, HIDDEN, seen)))[:, 0]
