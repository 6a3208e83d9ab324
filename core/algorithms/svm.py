"""The dual of the multi-class support vector machine (Crammer and Singer 2001), solved and differentiated.

    min over α [W, N] of  ½ Σ_k α_kᵀ K α_k − Σᵢ α_{yᵢ,i}   with  α_{k,i} ≤ C·1[k = yᵢ]  and  Σ_k α_{k,i} = 0

(Lee et al. 2019, eq. 7). With slacks s = C·1[k = yᵢ] − α ≥ 0, multipliers λ ≥ 0 of the bounds and ν [N] of the sums,
the solution is where K α_k − 1[k = yᵢ] + λ_k + ν = 0, Σ_k α_k = 0 and s λ = 0. The number of steps is fixed and nothing
branches on numbers, so that all of it runs under vmap and can be traced. Double precision is needed, for s and λ span
many orders.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from core.lazy import torch

if TYPE_CHECKING:
    from torch import Tensor

    Solve = Callable[[Tensor, Tensor], tuple[Tensor, Tensor]]

FLOOR = 1e-12  # slacks and multipliers stay above it, so that steps after convergence divide by no 0
SHORT_OF = 0.99  # the share of the way to the nearest bound that a step may go


def dual_solution(kernel: "Tensor", labels: "Tensor", cost: float, steps: int) -> "Tensor":
    """α [N, W] for products of features K [N, N] and one-hot labels [N, W], differentiable once in K.

    The derivative is that of the solution and not of the steps: with the conditions above written as F(z, K) = 0, it is
    −(∂F/∂z)⁻¹ ∂F/∂K, one Newton step whose right-hand side alone is alive.
    """
    home = "cpu" if kernel.device.type == "mps" else kernel.device  # Apple's GPUs have no double precision
    alive = kernel.to(home, torch.float64)
    given = alive.detach()
    alpha, slack, multiplier = interior_point(given, labels.detach().to(home, torch.float64).T, cost, steps)
    change = alpha @ (alive - given)  # 0, but its derivative is dK α
    turned, _ = newton_system(given, multiplier / slack)(-change, torch.zeros_like(change[0]))
    return (alpha + turned).T.to(kernel.device, kernel.dtype)


def interior_point(kernel: "Tensor", labels: "Tensor", cost: float, steps: int) -> "tuple[Tensor, Tensor, Tensor]":
    """α, s and λ, [W, N] each, after some steps of Mehrotra's predictor and corrector (1992), for labels [W, N].

    It starts inside of all bounds with every equation fulfilled; Newton steps keep equations that are linear, so that
    what is left to do is to bring s λ to 0, along a path where all of its entries are equal.
    """
    ways = len(labels)
    alpha = cost * (labels / 2 - (1 - labels) / (2 * (ways - 1)))
    slack = cost * labels - alpha
    slope = labels - alpha @ kernel
    sums = slope.amin(0) - (slope.amax(0) - slope.amin(0)).mean()
    multiplier = (slope - sums).clamp(min=FLOOR)
    for _ in range(steps):
        weights = multiplier / slack
        solve = newton_system(kernel, weights)
        off = labels - alpha @ kernel - multiplier - sums  # what rounding and the floor have left of both equations
        off_sums = -alpha.sum(0)
        # How far sλ would fall if it were aimed at 0 says how boldly it may be aimed at.
        step, _ = solve(off + multiplier, off_sums)
        rise = weights * step - multiplier
        length = _room(slack, multiplier, step, rise)
        gap = (slack * multiplier).mean()
        aim = gap * (((slack - length * step) * (multiplier + length * rise)).mean() / gap) ** 3
        # The same again, towards that aim, and with the second-order term that the first try has shown.
        centre = (aim + step * rise) / slack
        step, sums_step = solve(off + multiplier - centre, off_sums)
        rise = weights * step - multiplier + centre
        length = _room(slack, multiplier, step / SHORT_OF, rise / SHORT_OF)
        alpha, sums = alpha + length * step, sums + length * sums_step
        slack = (slack - length * step).clamp(min=FLOOR)
        multiplier = (multiplier + length * rise).clamp(min=FLOOR)
    return alpha, slack, multiplier


def newton_system(kernel: "Tensor", weights: "Tensor") -> "Solve":
    """A function that gives a [W, N] and n [N] with K a_k + w_k a_k + n = r_k and Σ_k a_k = t, for r [W, N] and t [N].

    The classes meet in n alone, so that W inverses of N×N take the place of one system of W·N unknowns.
    """
    inverses = torch.linalg.inv(kernel + torch.diag_embed(weights))  # [W, N, N]
    together = inverses.sum(0)

    def solve(right: "Tensor", total: "Tensor") -> "tuple[Tensor, Tensor]":
        reached = (inverses * right[:, None]).sum(-1)  # a product with one vector for each class
        shared = torch.linalg.solve(together, reached.sum(0) - total)
        return reached - inverses @ shared, shared

    return solve


def _room(slack: "Tensor", multiplier: "Tensor", step: "Tensor", rise: "Tensor") -> "Tensor":
    """The share of a step, at most all of it, after which no slack and no multiplier is below 0; a scalar."""
    return 1 / torch.maximum((step / slack).amax(), (-rise / multiplier).amax()).clamp(min=1)
