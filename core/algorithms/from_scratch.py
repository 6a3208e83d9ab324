"""From scratch: a network that has learnt nothing is trained on each task. The yardstick of transfer."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from core.algorithms.algorithm import Algorithm, descent
from core.learners.layers import Params
from core.settings import InnerLoopSettings, setting
from core.tasks.task import Support


class FromScratchSettings(InnerLoopSettings):
    title: ClassVar[str] = "From scratch"
    family: ClassVar[str] = "Yardsticks"
    summary: ClassVar[str] = (
        "Starts every task from the same random parameters and trains on its support set alone. Nothing is carried "
        "over from other tasks, so there is no meta-training: the run only measures."
    )
    equation: ClassVar[str] = "φ₀ random,  φₖ₊₁ = φₖ − α ∇L_S(φₖ)"
    paper: ClassVar[str] = "Training from scratch, as compared in Finn, Abbeel and Levine 2017, section 5.1"
    trains_on: ClassVar[Literal["tasks", "all classes", "nothing"]] = "nothing"

    kind: Literal["from_scratch"] = "from_scratch"
    inner_lr: float = setting(
        0.1, title="Learning rate", help="Step size of the training on the support set.", gt=0, le=100, log=True,
        group="inner_loop",
    )  # fmt: skip
    inner_steps: int = setting(
        30, title="Steps", help="Gradient steps on the support set.", unit="steps", ge=1, le=1000, group="inner_loop"
    )


class FromScratch(Algorithm):
    settings_class = FromScratchSettings
    settings: FromScratchSettings

    def adapt(self, meta: Params, support: Support, steps: int) -> Iterator[Params]:
        """Gradient descent on the support set from parameters that nothing was learnt by."""
        return descent(meta, lambda phi: self.support_gradient(phi, support), self.settings.inner_lr, steps)
