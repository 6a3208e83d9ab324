"""The outer step: learning-rate schedule, gradient clipping, and the optimiser over the meta-parameters."""

import math
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from core.lazy import torch
from core.learners.layers import Params
from core.settings import OuterSettings
from core.training.checkpoint import CheckpointError

_SEPARATOR = "|"  # between a state's name and the parameter's; parameter names hold dots


def learning_rate(outer: OuterSettings, iteration: int) -> float:
    """The outer learning rate of an iteration, counted from 0: a pure function, so that nothing needs saving."""
    progress = iteration / outer.iterations
    if outer.schedule == "linear":
        return outer.lr + (outer.final_lr - outer.lr) * progress
    if outer.schedule == "cosine":
        return outer.final_lr + (outer.lr - outer.final_lr) * (1 + math.cos(math.pi * progress)) / 2
    if outer.schedule == "halving":
        return float(outer.lr * 0.5 ** (iteration // outer.halve_every))
    return outer.lr


class Step(NamedTuple):
    """What is told of an outer step."""

    norm: float  # of the meta-gradient, before clipping
    lr: float
    watched: list[float]
    norms: dict[str, float]  # of the meta-gradient of each parameter, where they were asked for


class OuterLoop:
    """Owns the meta-parameters and the optimiser's memory; a step moves the parameters against a meta-gradient."""

    def __init__(
        self, outer: OuterSettings, meta: Params,
        pace: Callable[[str], float] = lambda name: 1.0, decays: Callable[[str], bool] = lambda name: True,
    ) -> None:  # fmt: skip
        """`pace` gives the factor on the learning rate for the parameter of a name, `decays` whether it does."""
        self.settings, self.meta = outer, meta
        self._groups: dict[tuple[float, float], list[str]] = {}
        for name in meta:
            decay = outer.weight_decay if decays(name) else 0.0
            self._groups.setdefault((pace(name), decay), []).append(name)
        kinds = ("exp_avg", "exp_avg_sq") if outer.optimizer == "adam" else ("momentum_buffer",) * (outer.momentum > 0)
        self._memory = {kind: {name: torch.zeros_like(value) for name, value in meta.items()} for kind in kinds}
        if outer.optimizer == "adam":  # how many steps were taken, where the fused kernel looks for it
            self._memory["step"] = {name: torch.zeros((), device=value.device) for name, value in meta.items()}

    def step(
        self, gradient: Params, iteration: int, watched: "Sequence[torch.Tensor]" = (), each: bool = False
    ) -> Step:
        """Take one step in place; returns the gradient's norm, the learning rate, the values of the scalars that are
        `watched`, and with `each` the norm of each parameter's gradient. All are read in one go: each by itself would
        wait for a GPU once more.

        Where the norm or one of the watched is infinite or NaN, the parameters are left as they were.
        """
        # The fused step goes through memory in order, whatever the strides; convolutions give theirs channels last.
        gradients = {name: gradient[name].contiguous() for name in self.meta}
        sizes = torch._foreach_norm(list(gradients.values()))
        read = [torch.stack(sizes).norm(), *watched]
        norm, *told = torch.stack([*read, *sizes] if each else read).tolist()
        values = told[: len(watched)]
        lr = learning_rate(self.settings, iteration)
        step = Step(norm, lr, values, dict(zip(gradients, told[len(watched) :], strict=False)))
        if not all(map(math.isfinite, (norm, *values))):
            return step
        limit = self.settings.clip_gradient
        if limit is not None and norm > limit:
            gradients = {name: value * (limit / norm) for name, value in gradients.items()}
        with torch.no_grad():
            for (pace, decay), names in self._groups.items():
                self._move(names, gradients, lr * pace, decay)
        return step

    def _move(self, names: list[str], gradient: Params, lr: float, decay: float) -> None:
        """torch's own steps, called as functions: for a small network its optimiser objects take longer than these."""
        from torch.optim.adam import adam
        from torch.optim.sgd import sgd

        values, gradients = [self.meta[name] for name in names], [gradient[name] for name in names]
        memory = {kind: [tensors[name] for name in names] for kind, tensors in self._memory.items()}
        if self.settings.optimizer == "adam":
            adam(
                values, gradients, memory["exp_avg"], memory["exp_avg_sq"], [], memory["step"], fused=True,
                lr=lr, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=decay, amsgrad=False, maximize=False,
            )  # fmt: skip
        else:
            momentum: list[Any] = memory.get("momentum_buffer", [None] * len(values))
            sgd(
                values, gradients, momentum, foreach=True, fused=False,
                lr=lr, momentum=self.settings.momentum, dampening=0.0, weight_decay=decay,
                nesterov=self.settings.optimizer == "nesterov", maximize=False,
            )  # fmt: skip

    def state(self) -> "dict[str, torch.Tensor]":
        """The meta-parameters and the optimiser's memory, by name."""
        tensors = {f"meta{_SEPARATOR}{name}": value for name, value in self.meta.items()}
        for kind, memory in self._memory.items():
            tensors |= {f"optimizer.{kind}{_SEPARATOR}{name}": value for name, value in memory.items()}
        return tensors

    def restore(self, tensors: "dict[str, torch.Tensor]") -> None:
        """Take over what `state` gave. Raises CheckpointError where it is the state of something else."""
        mine = self.state()
        if {key: value.shape for key, value in mine.items()} != {key: value.shape for key, value in tensors.items()}:
            raise CheckpointError("the checkpoint holds the parameters of another network or optimizer")
        with torch.no_grad():
            for key, value in mine.items():
                value.copy_(tensors[key])


def meta_of(tensors: "dict[str, torch.Tensor]") -> Params:
    """Only the meta-parameters of a checkpoint."""
    prefix = "meta" + _SEPARATOR
    return {key.removeprefix(prefix): value for key, value in tensors.items() if key.startswith(prefix)}
