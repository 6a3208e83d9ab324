"""The outer step: learning-rate schedule, gradient clipping, and the optimiser over the meta-parameters."""

import math
from typing import Any

from core.lazy import torch
from core.learners.learner import Params
from core.settings import OuterSettings

_SEPARATOR = "|"  # between a state's name and the parameter's; parameter names hold dots


def learning_rate(outer: OuterSettings, iteration: int) -> float:
    """The outer learning rate of an iteration, counted from 0: a pure function, so that nothing needs saving."""
    progress = iteration / outer.iterations
    if outer.schedule == "linear":
        return outer.lr * (1 - progress)
    if outer.schedule == "cosine":
        return outer.lr * (1 + math.cos(math.pi * progress)) / 2
    if outer.schedule == "halving":
        return float(outer.lr * 0.5 ** (iteration // outer.halve_every))
    return outer.lr


class OuterLoop:
    """Owns the meta-parameters, and moves them against a meta-gradient."""

    def __init__(self, outer: OuterSettings, meta: Params) -> None:
        self.settings, self.meta = outer, meta
        values = list(meta.values())
        if outer.optimizer == "adam":
            # One fused call for all parameters: with small networks a call for each takes longer than the gradient.
            self._optimizer: Any = torch.optim.Adam(values, lr=outer.lr, fused=True)
        else:
            self._optimizer = torch.optim.SGD(values, lr=outer.lr, momentum=outer.momentum)

    def step(self, gradient: Params, iteration: int) -> tuple[float, float]:
        """Take one step in place; returns the gradient's norm (before clipping) and the learning rate.

        The norm is infinite or NaN where the gradient is; the parameters are then left as they were.
        """
        norm = float(torch.stack([value.norm() for value in torch._foreach_norm(list(gradient.values()))]).norm())
        lr = learning_rate(self.settings, iteration)
        if not math.isfinite(norm):
            return norm, lr
        limit = self.settings.clip_gradient
        scale = limit / norm if limit is not None and norm > limit else 1.0
        for name, value in self.meta.items():
            # The fused step goes through memory in order, whatever the strides; convolutions give theirs channels last.
            value.grad = (gradient[name] * scale if scale != 1.0 else gradient[name]).contiguous()
        self._optimizer.param_groups[0]["lr"] = lr
        self._optimizer.step()
        return norm, lr

    def state(self) -> "dict[str, torch.Tensor]":
        """The meta-parameters and the optimiser's memory, by name."""
        tensors = {f"meta{_SEPARATOR}{name}": value for name, value in self.meta.items()}
        for name, parameter in self.meta.items():
            for key, value in self._optimizer.state[parameter].items():
                if value is not None:
                    tensors[f"optimizer.{key}{_SEPARATOR}{name}"] = value
        return tensors

    def restore(self, tensors: "dict[str, torch.Tensor]") -> None:
        """Take over what `state` gave. Raises KeyError where a parameter is missing."""
        with torch.no_grad():
            for name, value in meta_of(tensors).items():
                self.meta[name].copy_(value)
        for key, value in tensors.items():
            sort, _, name = key.partition(_SEPARATOR)
            if sort.startswith("optimizer."):
                parameter = self.meta[name]
                kept = value.to(parameter.device, copy=True)  # the count of steps too: fused Adam reads it there
                self._optimizer.state[parameter][sort.removeprefix("optimizer.")] = kept


def meta_of(tensors: "dict[str, torch.Tensor]") -> Params:
    """Only the meta-parameters of a checkpoint."""
    prefix = "meta" + _SEPARATOR
    return {key.removeprefix(prefix): value for key, value in tensors.items() if key.startswith(prefix)}
