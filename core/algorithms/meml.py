"""MEML, model-enhanced meta-learning: adaptation and a pull towards the shared model take turns.

Its formulas are read with a Gaussian p(φ | θ) = N(θ, σ²I), which makes ∇_φ log p(φ | θ) = −(φ − θ)/σ².
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.algorithm import Algorithm, Aux, descended
from core.learners.layers import Params
from core.settings import InnerLoopSettings, setting
from core.tasks.task import Support, Task

if TYPE_CHECKING:
    from torch import Tensor


class MEMLSettings(InnerLoopSettings):
    title: ClassVar[str] = "MEML"
    family: ClassVar[str] = "Learn an initialisation"
    summary: ClassVar[str] = (
        "Model-enhanced meta-learning: a task's model adapts for some steps and is then pulled back towards the "
        "shared one, several times over. The shared model moves towards where the tasks' models come to lie. Without "
        "the pull, and in one round, it is Reptile."
    )
    equation: ClassVar[str] = (
        "R times: K steps φ ← φ − α ∇L_S(φ), then φ ← φ − (β/σ²)(φ − θ);   θ ← θ + γ mean_τ (φ_τ − θ)/σ²"
    )
    paper: ClassVar[str] = "Model-enhanced meta-learning, with p(φ | θ) = N(θ, σ²I)"

    kind: Literal["meml"] = "meml"
    rounds: int = setting(
        2, title="Rounds", help="How often adaptation and pull take turns, R.", unit="rounds", ge=1, le=1000,
        group="inner_loop",
    )  # fmt: skip
    enhancement_lr: float = setting(
        0.1, title="Pull", help="Step size β of the pull towards the shared model.", ge=0, le=100, group="inner_loop",
    )  # fmt: skip
    variance: float = setting(
        1.0, title="Variance σ²", help="How far tasks' models may lie from the shared one.", gt=0, le=1e6, log=True
    )

    @property
    def steps(self) -> int:
        return self.rounds * self.inner_steps


class MEML(Algorithm):
    settings_class = MEMLSettings
    settings: MEMLSettings

    def adapt(self, meta: Params, support: Support, steps: int) -> Iterator[Params]:
        """φ ← φ − α ∇L_S(φ); after every K steps φ ← φ + β ∇_φ log p(φ | θ)."""
        settings = self.settings
        phi = meta
        yield phi
        for step in range(1, steps + 1):
            phi = descended(phi, self.support_gradient(phi, support), settings.inner_lr)
            if step % settings.inner_steps == 0:
                away = {name: phi[name] - meta[name] for name in phi}
                phi = descended(phi, away, settings.enhancement_lr / settings.variance)
            yield phi

    def task_gradient(self, meta: Params, task: Task) -> "tuple[Params, tuple[Tensor, Aux]]":
        """(θ − φ_τ)/σ², so that a descent step of size γ is θ + γ (φ_τ − θ)/σ²."""
        phi = self.adapted(meta, task.support)
        gradient = {name: (meta[name] - phi[name]) / self.settings.variance for name in meta}
        return gradient, self.query_loss(phi, task)
