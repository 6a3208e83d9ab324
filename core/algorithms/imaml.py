"""iMAML, MAML with implicit gradients (Rajeswaran, Finn, Kakade and Levine 2019)."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.algorithm import Algorithm, Aux, descent
from core.lazy import torch
from core.learners.layers import Params
from core.settings import InnerLoopSettings, setting
from core.tasks.task import Support, Task

if TYPE_CHECKING:
    from torch import Tensor


class IMAMLSettings(InnerLoopSettings):
    title: ClassVar[str] = "iMAML"
    family: ClassVar[str] = "Learn an initialisation"
    summary: ClassVar[str] = (
        "Holds each task's parameters near the shared ones while they adapt. Where adapting has come to rest, the "
        "meta-gradient follows from that place alone, by solving a linear system: the way there need not be "
        "remembered, so inner loops can be as long as one likes."
    )
    equation: ClassVar[str] = "φ* = argmin_φ L_S(φ) + λ/2 ‖φ − θ‖²;   θ ← θ − β mean_τ (I + ∇²L_S(φ*)/λ)⁻¹ ∇L_Q(φ*)"
    paper: ClassVar[str] = "Rajeswaran, Finn, Kakade and Levine 2019, arXiv:1909.04630"

    kind: Literal["imaml"] = "imaml"
    inner_steps: int = setting(
        16, title="Inner steps", help="Gradient steps towards the place where a task comes to rest.", unit="steps",
        ge=1, le=1000, group="inner_loop", source="Rajeswaran et al. 2019, appendix E",
    )  # fmt: skip
    regularization: float = setting(
        2.0, title="Regularisation λ", help="How strongly a task's parameters are held near the shared ones.",
        gt=0, le=1e6, log=True, group="inner_loop", source="Rajeswaran et al. 2019, eq. 3 and appendix E",
    )  # fmt: skip
    gradient_steps: int = setting(
        5, title="Conjugate gradient steps", help="Steps of the solver of the linear system.", unit="steps",
        ge=1, le=1000, source="Rajeswaran et al. 2019, appendix E",
    )  # fmt: skip


class IMAML(Algorithm):
    settings_class = IMAMLSettings
    settings: IMAMLSettings

    def adapt(self, meta: Params, support: Support, steps: int) -> Iterator[Params]:
        """φₖ₊₁ = φₖ − α (∇L_S(φₖ) + λ (φₖ − θ))   (Rajeswaran et al. 2019, eq. 3, by gradient descent)."""

        def held(phi: Params) -> Params:
            gradient = self.support_gradient(phi, support)
            return {name: gradient[name] + self.settings.regularization * (phi[name] - meta[name]) for name in phi}

        return descent(meta, held, self.settings.inner_lr, steps)

    def task_gradient(self, meta: Params, task: Task) -> "tuple[Params, tuple[Tensor, Aux]]":
        """(I + ∇²L_S(φ)/λ)⁻¹ ∇L_Q(φ) at the adapted φ   (Rajeswaran et al. 2019, eq. 6)."""
        phi = self.adapted(meta, task.support)
        gradient, value = torch.func.grad_and_value(self.query_loss, has_aux=True)(phi, task)
        curvature = torch.func.vjp(lambda at: self.support_gradient(at, task.support), phi)[1]

        def system(direction: Params) -> Params:
            (bent,) = curvature(direction)
            return {name: direction[name] + bent[name] / self.settings.regularization for name in direction}

        return conjugate_gradient(system, gradient, self.settings.gradient_steps), value


def conjugate_gradient(system: Callable[[Params], Params], target: Params, steps: int) -> Params:
    """An approximate x with `system`(x) = `target`, for a symmetric positive `system` (Hestenes and Stiefel 1952).

    Exact after as many steps as there are numbers in x; it starts at 0 and stays where it is once that is reached.
    """
    solution = {name: torch.zeros_like(value) for name, value in target.items()}
    residual = direction = target
    length = _dot(residual, residual)
    for _ in range(steps):
        image = system(direction)
        step = _ratio(length, _dot(direction, image))
        solution = {name: solution[name] + step * direction[name] for name in target}
        residual = {name: residual[name] - step * image[name] for name in target}
        before, length = length, _dot(residual, residual)
        turn = _ratio(length, before)
        direction = {name: residual[name] + turn * direction[name] for name in target}
    return solution


def _dot(one: Params, other: Params) -> "Tensor":
    return torch.stack([(one[name] * other[name]).sum() for name in one]).sum()


def _ratio(above: "Tensor", below: "Tensor") -> "Tensor":
    """above / below, and 0 where nothing is left to divide."""
    return torch.where(below > 0, above / torch.where(below > 0, below, 1), 0)
