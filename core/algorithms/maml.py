"""MAML, model-agnostic meta-learning (Finn, Abbeel and Levine 2017), exact and first-order."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.algorithm import Algorithm, Aux, descent
from core.lazy import torch
from core.learners.layers import Params
from core.settings import InnerLoopSettings, setting
from core.tasks.task import Support, Task

if TYPE_CHECKING:
    from torch import Tensor


class MAMLSettings(InnerLoopSettings):
    title: ClassVar[str] = "MAML"
    family: ClassVar[str] = "Learn an initialisation"
    summary: ClassVar[str] = (
        "Looks for a starting point θ from which a few gradient steps solve any task of the family. The inner loop "
        "takes those steps on the support set; the outer loop moves θ so that the loss on the queries falls after "
        "them. The exact form differentiates through the inner loop, the first-order form leaves that out."
    )
    equation: ClassVar[str] = "φ₀ = θ,  φₖ₊₁ = φₖ − α ∇L_S(φₖ);   θ ← θ − β ∇_θ mean_τ L_Q(φ_K)"
    paper: ClassVar[str] = "Finn, Abbeel and Levine 2017, arXiv:1703.03400"

    kind: Literal["maml"] = "maml"
    first_order: bool = setting(
        False, title="First order", source="Finn et al. 2017, section 5.2",
        help="Follow mean ∇L_Q(φ_K) and leave second derivatives out: cheaper, often nearly as good (FOMAML).",
    )  # fmt: skip

    @property
    def label(self) -> str:
        return "fomaml" if self.first_order else "maml"

    @property
    def known_as(self) -> str:
        return "FOMAML" if self.first_order else self.title


class MAML(Algorithm):
    settings_class = MAMLSettings
    settings: MAMLSettings

    def adapt(self, meta: Params, support: Support, steps: int) -> Iterator[Params]:
        """φ₀ = θ,  φₖ₊₁ = φₖ − α ∇L_S(φₖ)   (Finn et al. 2017, eq. 1)."""
        return descent(meta, lambda phi: self.support_gradient(phi, support), self.settings.inner_lr, steps)

    def task_gradient(self, meta: Params, task: Task) -> "tuple[Params, tuple[Tensor, Aux]]":
        """∇_θ L_Q(φ_K), exact; or ∇_φ L_Q(φ_K) at φ_K, where the inner loop is no part of what is differentiated."""
        if not self.settings.first_order:
            return super().task_gradient(meta, task)
        phi = self.adapted(meta, task.support)
        gradient, value = torch.func.grad_and_value(self.query_loss, has_aux=True)(phi, task)
        return gradient, value

    @property
    def follows_loss(self) -> bool:
        return not self.settings.first_order
