"""MAML++ (Antoniou, Edwards and Storkey 2019): MAML, made stable and quick to train. Each of its parts is a switch.

Two of the paper's parts are not switches here. The cosine schedule of the outer learning rate is `outer.schedule`. And
statistics of batch norm are never shared between steps in this program: each step normalises with what it sees itself,
which is also what the authors' program computes.
"""

import copy
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from core.algorithms.algorithm import Algorithm, Aux, detached
from core.lazy import torch
from core.learners.layers import Params
from core.learners.learner import is_norm
from core.settings import InnerLoopSettings, setting
from core.tasks.task import Support, Task

if TYPE_CHECKING:
    from torch import Generator, Tensor

RATES = "rates."  # the step sizes of a layer, one for each step, are called by its name after this
STAGES = 10  # in how many stages the losses of the earlier steps fade


class MAMLPlusPlusSettings(InnerLoopSettings):
    title: ClassVar[str] = "MAML++"
    family: ClassVar[str] = "Learn an initialisation"
    summary: ClassVar[str] = (
        "MAML with what makes it train well: early on, the loss after every inner step counts and not only the last "
        "one; every layer learns a step size for each step; every step has scales and shifts of its own in the "
        "normalisation; second derivatives may wait until the network has settled."
    )
    equation: ClassVar[str] = "φₖ₊₁ = φₖ − αₖ ⊙ ∇L_S(φₖ);   (θ, α) ← (θ, α) − β ∇ mean_τ Σₖ vₖ L_Q(φₖ)"
    paper: ClassVar[str] = "Antoniou, Edwards and Storkey 2019, arXiv:1810.09502"

    kind: Literal["maml_plus_plus"] = "maml_plus_plus"
    inner_lr: float = setting(
        0.1, title="First step size", gt=0, le=100, log=True, group="inner_loop",
        help="The inner learning rate; where every learnt one starts.", source="Antoniou et al. 2019, section 5",
    )  # fmt: skip
    inner_steps: int = setting(
        5, title="Inner steps", help="Gradient steps on the support set of each training task.", unit="steps",
        ge=1, le=1000, group="inner_loop", source="Antoniou et al. 2019, section 5",
    )  # fmt: skip
    step_losses: bool = setting(
        True, title="Loss of every step", source="Antoniou et al. 2019, section 4, multi-step loss",
        help="Let the loss after each inner step count at first, and in the end only the last.",
    )  # fmt: skip
    fade_until: int = setting(
        5000, title="Fade until", help="Iteration from which on only the loss after the last step counts.",
        unit="iterations", ge=10, le=100_000_000, needs=("algorithm.step_losses", (True,)),
        source="Antoniou et al. 2019, section 5: 10 epochs of 500 iterations",
    )  # fmt: skip
    learn_rates: bool = setting(
        True, title="Learn step sizes", source="Antoniou et al. 2019, section 4, per-layer per-step learning rates",
        help="Learn an inner step size for each layer and step.",
    )  # fmt: skip
    norm_per_step: bool = setting(
        True, title="Normalization per step", needs=("learner.normalization", ("batch", "layer", "group")),
        source="Antoniou et al. 2019, section 4, per-step batch norm",
        help="Learn scales and shifts of the normalisation for each step, and do not adapt them to a task.",
    )  # fmt: skip
    first_order_until: int = setting(
        0, title="First order until", help="Iteration up to which second derivatives are left out.", unit="iterations",
        ge=0, le=100_000_000, source="Antoniou et al. 2019, section 4, derivative-order annealing",
    )  # fmt: skip

    @property
    def settles_at(self) -> int:
        return max(self.fade_until if self.step_losses else 0, self.first_order_until)


class MAMLPlusPlus(Algorithm):
    """As it is once settled: exact, and only the last loss counts. `at` gives it as it is before."""

    settings_class = MAMLPlusPlusSettings
    rests_elsewhere = (RATES,)
    settings: MAMLPlusPlusSettings

    def __init__(self, *parts: Any) -> None:
        super().__init__(*parts)
        self.weights = step_weights(self.settings.inner_steps, 1.0)
        self.first_order = False
        self._before: dict[Any, Self] = {}

    def init(self, generator: "Generator") -> Params:
        """θ; scales and shifts [K + 1, C] of each norm, the last for the queries; step sizes [K] of each layer."""
        steps = self.settings.inner_steps
        theta = self.learner.init(generator)
        if self.settings.norm_per_step:
            theta |= {name: value.expand(steps + 1, -1).clone() for name, value in theta.items() if is_norm(name)}
        if self.settings.learn_rates:
            adapted = (name for name in theta if not self._kept(name))
            theta |= {rates_of(name): torch.full((steps,), self.settings.inner_lr) for name in list(adapted)}
        return theta

    def adapt(self, meta: Params, support: Support, steps: int) -> Iterator[Params]:
        """φₖ₊₁ = φₖ − αₖ ⊙ ∇L_S(φₖ), the norms of step k in place   (Antoniou et al. 2019, eq. 3 and section 4)."""
        phi = {name: value for name, value in meta.items() if not name.startswith(RATES) and not self._kept(name)}
        yield {**phi, **self._norms(meta, 0)}
        for step in range(steps):
            norms = self._norms(meta, step)
            if self.first_order:
                gradient = self._gradient(detached(phi), detached(norms), support)
            else:
                gradient = self._gradient(phi, norms, support)
            phi = {name: value - self._rate(meta, name, step) * gradient[name] for name, value in phi.items()}
            yield {**phi, **self._norms(meta, step + 1)}

    def task_loss(self, meta: Params, task: Task) -> "tuple[Tensor, Aux]":
        """Σₖ vₖ L_Q(φₖ) over the steps   (Antoniou et al. 2019, eq. 4); accuracy is that of the last one."""
        states = list(self.adapt(meta, task.support, self.training_steps))[1:]
        total, aux = self.query_loss(states[-1], task)
        if self.weights[-1] == 1:
            return total, aux
        earlier = [
            weight * self.query_loss(phi, task)[0] for weight, phi in zip(self.weights, states[:-1], strict=False)
        ]
        return self.weights[-1] * total + torch.stack(earlier).sum(), aux

    def at(self, iteration: int) -> Self:
        settings = self.settings
        faded = min(iteration * STAGES // settings.fade_until, STAGES) / STAGES if settings.step_losses else 1.0
        first_order = iteration < settings.first_order_until
        if faded == 1 and not first_order:
            return self
        if (faded, first_order) not in self._before:
            then = self._before[faded, first_order] = copy.copy(self)
            then.weights, then.first_order = step_weights(settings.inner_steps, faded), first_order
        return self._before[faded, first_order]

    def step_sizes(self, meta: Params) -> Params:
        return {name.removeprefix(RATES): value[:, None] for name, value in meta.items() if name.startswith(RATES)}

    @property
    def follows_loss(self) -> bool:
        return not self.first_order

    def _kept(self, name: str) -> bool:
        """Whether a parameter is not adapted to a task."""
        return self.settings.norm_per_step and is_norm(name)

    def _norms(self, meta: Params, step: int) -> Params:
        """The scales and shifts of a step; those of the last trained one for all steps beyond."""
        place = min(step, self.settings.inner_steps)
        return {name: value[place] for name, value in meta.items() if not name.startswith(RATES) and self._kept(name)}

    def _rate(self, meta: Params, name: str, step: int) -> "Tensor | float":
        """The step size of a parameter; that of the last trained step for all steps beyond."""
        if not self.settings.learn_rates:
            return self.settings.inner_lr
        return meta[rates_of(name)][min(step, self.settings.inner_steps - 1)]

    def _gradient(self, phi: Params, norms: Params, support: Support) -> Params:
        gradient: Params = torch.func.grad(lambda at: self.support_loss({**at, **norms}, support))(phi)
        return gradient


def rates_of(name: str) -> str:
    """What the step sizes of a parameter's layer are called."""
    return RATES + name.rpartition(".")[0]


def step_weights(steps: int, faded: float) -> list[float]:
    """How much the loss after each step counts: all the same at first (`faded` 0), and only the last in the end (1)."""
    earlier = (1 - faded) / steps
    return [earlier] * (steps - 1) + [1 - earlier * (steps - 1)]
