"""Reptile (Nichol, Achiam and Schulman 2018): move the initialisation towards where each task's training ends.

One difference from the authors' program: their Adam keeps its second moments from one task to the next; here each task
starts afresh, so that a task's result depends on nothing but the task and θ.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.algorithm import Algorithm, Aux, descended
from core.lazy import torch
from core.learners.layers import Params
from core.settings import InnerLoopSettings, setting
from core.tasks.task import Support, Task

if TYPE_CHECKING:
    from torch import Tensor

ADAM_DECAY, ADAM_EPSILON = 0.999, 1e-8
SHUFFLES = 8  # passes over a support set before its shuffles repeat


class ReptileSettings(InnerLoopSettings):
    title: ClassVar[str] = "Reptile"
    family: ClassVar[str] = "Learn an initialisation"
    summary: ClassVar[str] = (
        "Trains on one task for a few steps, then moves the starting point a little towards where that training "
        "ended, and repeats. It needs no queries and no second derivatives. To first order it follows the same "
        "direction as MAML: tasks' gradients that agree are reinforced."
    )
    equation: ClassVar[str] = "φ_K = K steps of SGD or Adam on L_S from θ;   θ ← θ + ε · mean_τ (φ_K − θ)"
    paper: ClassVar[str] = "Nichol, Achiam and Schulman 2018, arXiv:1803.02999"

    kind: Literal["reptile"] = "reptile"
    inner_lr: float = setting(
        0.001, title="Inner learning rate", help="Step size of the inner optimizer.", gt=0, le=100, log=True,
        group="inner_loop", source="Nichol et al. 2018, table 3",
    )  # fmt: skip
    inner_steps: int = setting(
        5, title="Inner steps", help="Optimizer steps on each training task.", unit="steps", ge=1, le=1000,
        group="inner_loop", source="Nichol et al. 2018, table 3",
    )  # fmt: skip
    inner_optimizer: Literal["adam", "sgd"] = setting(
        "adam", title="Inner optimizer", help="The rule of the inner loop.", group="inner_loop",
        choices={"adam": "Adam with β₁ = 0, as the authors use.", "sgd": "Plain gradient descent."},
        source="Nichol et al. 2018, section 6.1",
    )  # fmt: skip
    inner_batch_size: int = setting(
        10, title="Inner batch size", help="Support examples in each inner step of a training task.", unit="examples",
        ge=1, le=10_000, group="inner_loop", source="Nichol et al. 2018, table 3",
    )  # fmt: skip
    evaluation_batch_size: int | None = setting(
        None, title="Inner batch size, evaluation", unit="examples", ge=1, le=10_000, group="inner_loop",
        help="Support examples in each inner step when measured.", empty="as in training",
        source="Nichol et al. 2018, table 3",
    )  # fmt: skip


class Reptile(Algorithm):
    settings_class = ReptileSettings
    settings: ReptileSettings

    def adapt(self, meta: Params, support: Support, steps: int) -> Iterator[Params]:
        """K optimizer steps on mini-batches of a new task's support set."""
        batch_size = self.settings.evaluation_batch_size or self.settings.inner_batch_size
        return self._steps(meta, support, steps, batch_size)

    def task_gradient(self, meta: Params, task: Task) -> "tuple[Params, tuple[Tensor, Aux]]":
        """θ − φ_K, so that a descent step of size ε is θ + ε (φ_K − θ)   (Nichol et al. 2018, algorithm 1)."""
        *_, phi = self._steps(meta, task.support, self.training_steps, self.settings.inner_batch_size)
        return {name: meta[name] - phi[name] for name in meta}, self.query_loss(phi, task)

    def noise_size(self, examples: int) -> int:
        return examples * SHUFFLES

    def _steps(self, meta: Params, support: Support, steps: int, batch_size: int) -> Iterator[Params]:
        batches = mini_batches(support, batch_size)
        phi = meta
        second = {name: torch.zeros_like(value) for name, value in meta.items()}
        yield phi
        for step in range(1, steps + 1):
            gradient = self.support_gradient(phi, next(batches))
            if self.settings.inner_optimizer == "adam":
                second = {n: ADAM_DECAY * second[n] + (1 - ADAM_DECAY) * gradient[n] ** 2 for n in phi}
                correction = 1 - ADAM_DECAY**step
                gradient = {n: gradient[n] / ((second[n] / correction).sqrt() + ADAM_EPSILON) for n in phi}
            phi = descended(phi, gradient, self.settings.inner_lr)
            yield phi


def mini_batches(support: Support, size: int) -> Iterator[Support]:
    """Mini-batches without end: passes over the support set, each in an order of its own drawn from its noise.

    A support set no larger than `size` is one batch, unshuffled.
    """
    examples = support.x.shape[0]
    if examples <= size:
        while True:
            yield support
    orders = support.noise.view(-1, examples).argsort(1).flatten()
    start = 0
    while True:
        places = [(start + offset) % len(orders) for offset in range(size)]
        chosen = orders[places]
        yield support._replace(x=support.x[chosen], y=support.y[chosen])
        start = (start + size) % len(orders)
