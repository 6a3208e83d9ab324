"""Meta-Curvature (Park and Oliva 2019): MAML whose gradients are transformed by learnt matrices before each step."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.algorithm import Algorithm, descent
from core.algorithms.coordinates import rows_by_layer
from core.lazy import torch
from core.learners.layers import Params
from core.settings import InnerLoopSettings
from core.tasks.task import Support

if TYPE_CHECKING:
    from torch import Generator, Tensor

CURVATURE = "curvature"  # the matrix of mode m of a parameter is called curvature<m>.<its name>


class MetaCurvatureSettings(InnerLoopSettings):
    title: ClassVar[str] = "Meta-Curvature"
    family: ClassVar[str] = "Learn the update rule"
    summary: ClassVar[str] = (
        "Learns along with the starting point θ how gradients should be bent before a step is taken: small matrices, "
        "one for the outputs, one for the inputs and one for the places of each kernel, mix the gradient's numbers. "
        "They begin as identities, so that it begins as MAML."
    )
    equation: ClassVar[str] = (
        "φₖ₊₁ = φₖ − α (∇L_S(φₖ) ×₁ M_out ×₂ M_in ×₃ M_place);   θ, M ← outer step on mean_τ L_Q(φ_K)"
    )
    paper: ClassVar[str] = "Park and Oliva 2019, arXiv:1902.03356"

    kind: Literal["meta_curvature"] = "meta_curvature"


class MetaCurvature(Algorithm):
    settings_class = MetaCurvatureSettings
    rests_elsewhere = (CURVATURE,)
    settings: MetaCurvatureSettings

    def init(self, generator: "Generator") -> Params:
        """θ, and an identity for every mode of each of its tensors."""
        theta = self.learner.init(generator)
        curvature = {
            f"{CURVATURE}{mode}.{name}": torch.eye(size)
            for name, value in theta.items()
            for mode, size in enumerate(modes(value).shape)
        }
        return theta | curvature

    def adapt(self, meta: Params, support: Support, steps: int) -> Iterator[Params]:
        """φₖ₊₁ = φₖ − α MC(∇L_S(φₖ))   (Park and Oliva 2019, eq. 9 and 13)."""

        def bent(phi: Params) -> Params:
            return {name: curved(value, meta, name) for name, value in self.support_gradient(phi, support).items()}

        theta = {name: value for name, value in meta.items() if not name.startswith(CURVATURE)}
        return descent(theta, bent, self.settings.inner_lr, steps)

    def step_sizes(self, meta: Params) -> Params:
        """How far each number moves along its own gradient: α times the diagonals of the matrices, multiplied.

        What the gradients of other numbers add is no step size.
        """
        alone: Params = {}
        for name, value in meta.items():
            if not name.startswith(CURVATURE):
                sizes = torch.full((), self.settings.inner_lr, device=value.device)
                for mode in range(modes(value).dim()):
                    sizes = sizes[..., None] * meta[f"{CURVATURE}{mode}.{name}"].diagonal()
                alone[name] = sizes
        return rows_by_layer(alone)


def curved(gradient: "Tensor", meta: Params, name: str) -> "Tensor":
    """The gradient of a parameter, multiplied in each mode by that mode's matrix (Park and Oliva 2019, eq. 7)."""
    bent = modes(gradient)
    for mode in range(bent.dim()):
        matrix = meta[f"{CURVATURE}{mode}.{name}"]
        bent = torch.tensordot(matrix, bent, dims=([1], [mode])).movedim(0, mode)
    return bent.reshape(gradient.shape)


def modes(value: "Tensor") -> "Tensor":
    """A kernel [out, in, h, w] as [out, in, h·w]; anything else as it is."""
    return value.flatten(2) if value.dim() > 3 else value
