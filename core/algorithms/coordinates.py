"""What learnt update rules share, which treat every number of a network's parameters alike."""

import math
from typing import TYPE_CHECKING

from core.lazy import torch
from core.learners.layers import Params, layer_of

if TYPE_CHECKING:
    from torch import Tensor

RULE = "rule."  # parameters of the update rule start with this; all others are the network's
_P = 10.0


def rule_and_network(meta: Params) -> tuple[Params, Params]:
    """The parameters of the update rule, and those of the network that it trains."""
    rule = {name: value for name, value in meta.items() if name.startswith(RULE)}
    return rule, {name: value for name, value in meta.items() if name not in rule}


def flat(params: Params) -> "Tensor":
    """All numbers in one row, [D]."""
    return torch.cat([value.reshape(-1) for value in params.values()])


def shaped(numbers: "Tensor", like: Params) -> Params:
    """A row of numbers [D] in the shapes of `like`: the inverse of `flat`."""
    pieces = torch.split(numbers, [value.numel() for value in like.values()])
    return {name: piece.reshape(value.shape) for (name, value), piece in zip(like.items(), pieces, strict=True)}


def rows_by_layer(numbers: Params) -> Params:
    """All numbers of each layer in one row, [1, N], from those of its parameters by name."""
    layers: dict[str, list[Tensor]] = {}
    for name, value in numbers.items():
        layers.setdefault(layer_of(name), []).append(value.reshape(-1))
    return {layer: torch.cat(parts)[None] for layer, parts in layers.items()}


def preprocessed(x: "Tensor") -> "Tensor":
    """Size and sign of numbers [...] of any magnitude, as [..., 2] within about ±1.

    (log|x|/p, sign x) where |x| ≥ e⁻ᵖ, else (−1, eᵖ x), with p = 10   (Andrychowicz et al. 2016, appendix A).
    """
    large = x.abs() >= math.exp(-_P)
    size = torch.where(large, x, torch.ones_like(x)).abs().log() / _P  # where not large: not that of 0, which has none
    one = torch.where(large, size, -torch.ones_like(x))
    other = torch.where(large, x.sign(), math.exp(_P) * x)
    return torch.stack([one, other], -1)
