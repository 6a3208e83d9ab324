"""Ridge regression in one formula, for the algorithms whose head is its solution."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from core.lazy import torch

if TYPE_CHECKING:
    from torch import Tensor


def ridge_regression(x: "Tensor", y: "Tensor", ridge: "Tensor | float") -> "Tensor":
    """argmin_W ‖x W − y‖² + λ ‖W‖² for x [N, D] and y [N, W], as [D, W]; the smaller of both systems is solved."""
    examples, width = x.shape
    held = ridge * torch.eye(min(examples, width), dtype=x.dtype, device=x.device)
    solve: Callable[[Tensor, Tensor], Tensor] = torch.linalg.solve
    if examples <= width:  # Woodbury's identity
        return x.T @ solve(x @ x.T + held, y)
    return solve(x.T @ x + held, x.T @ y)
