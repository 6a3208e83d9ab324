"""MBML, model-based meta-learning: a meta-model keeps shared parameters and a training strategy, and chooses its tasks.

Its formulas are read with a Gaussian p(θ_meta | θ) = N(θ, σ²I), which makes ∇_θ log p(θ_meta | θ) = (θ_meta − θ)/σ².
"""

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.algorithm import Algorithm, detached
from core.lazy import torch
from core.learners.layers import Params
from core.settings import InnerLoopSettings, setting
from core.tasks.task import Support, TaskBatch

if TYPE_CHECKING:
    from torch import Generator, Tensor

STRATEGY = "log_rate."  # the logarithm of the step size of a layer is called by its name after this


class MBMLSettings(InnerLoopSettings):
    title: ClassVar[str] = "MBML"
    family: ClassVar[str] = "Learn an initialisation"
    summary: ClassVar[str] = (
        "Model-based meta-learning: a meta-model keeps the shared parameters and the strategy of training, an inner "
        "step size for every layer. In each iteration it picks tasks that represent a larger pool, adapts to them, "
        "improves both on their queries, and moves the shared parameters part of the way there."
    )
    equation: ClassVar[str] = (
        "φₖ₊₁ = φₖ − α_layer ∇L_S(φₖ);   θ_meta = θ + β mean_τ ∇ log p(D_τ | φ_K);   θ ← θ + (γ/σ²)(θ_meta − θ)"
    )
    paper: ClassVar[str] = "Model-based meta-learning, with p(θ_meta | θ) = N(θ, σ²I)"

    kind: Literal["mbml"] = "mbml"
    inner_lr: float = setting(
        0.01, title="First step size", gt=0, le=100, log=True, group="inner_loop",
        help="Where the learnt step size of every layer starts.",
    )  # fmt: skip
    pool: int = setting(
        2, title="Pool", help="Tasks that are drawn for each one that is trained on, m; the most different are kept.",
        unit="per task", ge=1, le=100,
    )  # fmt: skip
    shared_lr: float = setting(
        1.0, title="Step of the shared model γ", help="γ/σ² is the share of an outer step that the parameters follow.",
        gt=0, le=1e6, log=True,
    )  # fmt: skip
    variance: float = setting(
        1.0, title="Variance σ²", help="How far the improved parameters may lie from the shared ones.", gt=0, le=1e6,
        log=True,
    )  # fmt: skip
    first_order: bool = setting(
        False, title="First order", help="Take gradients of the support set as given: cheaper, often nearly as good."
    )

    @property
    def candidates(self) -> int:
        return self.pool


class MBML(Algorithm):
    settings_class = MBMLSettings
    rests_elsewhere = (STRATEGY,)
    settings: MBMLSettings

    def init(self, generator: "Generator") -> Params:
        """θ, and the strategy: the logarithm of a step size for each layer, so that it stays positive."""
        theta = self.learner.init(generator)
        return theta | {rate_of(name): torch.tensor(math.log(self.settings.inner_lr)) for name in theta}

    def chosen(self, meta: Params, candidates: TaskBatch) -> TaskBatch:
        """The T most different ones of m·T tasks, by the mean features of their support sets."""
        with torch.no_grad():
            features = torch.func.vmap(lambda x: self.learner.features(meta, x).mean(0))(candidates.support_x)
            kept = k_centres(features, candidates.tasks // self.settings.pool)
        return TaskBatch(*(field[kept] for field in candidates))

    def adapt(self, meta: Params, support: Support, steps: int) -> Iterator[Params]:
        """φₖ₊₁ = φₖ − α ∇L_S(φₖ), with the step size α of each layer."""
        rates = {name: value.exp() for name, value in meta.items() if name.startswith(STRATEGY)}
        phi = {name: value for name, value in meta.items() if not name.startswith(STRATEGY)}
        yield phi
        for _ in range(steps):
            gradient = self.support_gradient(detached(phi) if self.settings.first_order else phi, support)
            phi = {name: value - rates[rate_of(name)] * gradient[name] for name, value in phi.items()}
            yield phi

    def pace(self, name: str) -> float:
        """θ + (γ/σ²)(θ_meta − θ) is the outer step, so many times as long; the strategy follows it whole."""
        return 1.0 if name.startswith(STRATEGY) else self.settings.shared_lr / self.settings.variance

    def step_sizes(self, meta: Params) -> Params:
        strategy = {name.removeprefix(STRATEGY): value for name, value in meta.items() if name.startswith(STRATEGY)}
        return {layer: value.exp().reshape(1, 1) for layer, value in strategy.items()}

    @property
    def follows_loss(self) -> bool:
        return not self.settings.first_order


def rate_of(name: str) -> str:
    """What the step size of a parameter's layer is called."""
    return STRATEGY + name.rpartition(".")[0]


def k_centres(points: "Tensor", count: int) -> "Tensor":
    """The places [count] of points [N, D] from which every point is near: greedily, always the farthest one next.

    The first is the one nearest the middle. At most twice as far as the best choice (Gonzalez 1985).
    """
    # Places stay one-element tensors: as indices they would be read, and whoever reads them waits for a GPU.
    taken = [(points - points.mean(0)).square().sum(1).argmin(0, keepdim=True)]
    distance = (points - points[taken[0]]).square().sum(1)
    while len(taken) < count:
        taken.append(distance.argmax(0, keepdim=True))
        distance = torch.minimum(distance, (points - points[taken[-1]]).square().sum(1))
    return torch.cat(taken)
