"""How Baseline and Baseline++ meet a new task: a new last layer is trained on the features of the support set."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from core.algorithms.algorithm import descended
from core.algorithms.pretraining import PretrainedAlgorithm, PretrainingSettings, without_classifier
from core.algorithms.reptile import SHUFFLES
from core.lazy import torch
from core.learners.layers import Params
from core.settings import InnerLoopSettings, setting
from core.tasks.task import Support

if TYPE_CHECKING:
    from torch import Tensor

NEW = "new"  # the last layer of a task


class FineTuningSettings(InnerLoopSettings, PretrainingSettings):
    adapts_features: ClassVar[bool] = False

    inner_steps: int = setting(
        100, title="Fine-tuning epochs", unit="epochs", ge=1, le=10_000, group="inner_loop",
        help="Passes over the support set in which the last layer of a new task is trained.",
        source="The program of Chen et al. 2019",
    )  # fmt: skip
    inner_batch_size: int = setting(
        4, title="Fine-tuning batch size", help="Support examples in each step of these passes.", unit="examples",
        ge=1, le=10_000, group="inner_loop", source="Chen et al. 2019, section 4.2",
    )  # fmt: skip
    inner_momentum: float = setting(
        0.9, title="Fine-tuning momentum", help="Share of the last step that is kept.", ge=0, le=0.999, step=0.1,
        group="inner_loop", source="The program of Chen et al. 2019",
    )  # fmt: skip
    inner_dampening: float = setting(
        0.9, title="Fine-tuning dampening", help="Share of each new gradient that the momentum leaves out.", ge=0, le=1,
        step=0.1, group="inner_loop", source="The program of Chen et al. 2019",
    )  # fmt: skip
    inner_weight_decay: float = setting(
        0.001, title="Fine-tuning weight decay", help="Pull of the last layer's weights towards 0.", ge=0, le=1,
        step=0.001, group="inner_loop", source="The program of Chen et al. 2019",
    )  # fmt: skip


class FineTunedAlgorithm(PretrainedAlgorithm):
    settings: FineTuningSettings

    def noise_size(self, examples: int) -> int:
        return examples * SHUFFLES + self.facts.outputs * self.learner.width

    def adapt(self, meta: Params, support: Support, steps: int) -> Iterator[Params]:
        """SGD with momentum on the last layer alone, a pass over the support set in each step.

        The layer starts from random weights; they and the orders of the passes come from the task's noise.
        """
        settings = self.settings
        body = without_classifier(meta)
        features = self.learner.features(body, support.x)
        shuffles, first = support.noise[: len(features) * SHUFFLES], support.noise[len(features) * SHUFFLES :]
        orders = shuffles.view(SHUFFLES, -1).argsort(1)
        head = first_head(first, len(support.classes), features)
        velocity: Params = {}
        yield body | head
        for step in range(steps):
            for chosen in torch.split(orders[step % SHUFFLES], settings.inner_batch_size):
                batch = support._replace(x=features[chosen], y=support.y[chosen])
                gradient = torch.func.grad(self._head_loss)(head, batch)
                slope = {name: gradient[name] + settings.inner_weight_decay * head[name] for name in head}
                velocity = self._rolling(velocity, slope)
                head = descended(head, velocity, settings.inner_lr)
            yield body | head

    def _rolling(self, velocity: Params, slope: Params) -> Params:
        """v ← μ v + (1 − d) g, and g itself at first, as torch's SGD has it."""
        if not velocity:
            return slope
        momentum, share = self.settings.inner_momentum, 1 - self.settings.inner_dampening
        return {name: momentum * velocity[name] + share * slope[name] for name in slope}

    def readout(self, adapted: Params, features: "Tensor") -> "Tensor":
        return self.logits(adapted, NEW, features)

    def _head_loss(self, head: Params, batch: Support) -> "Tensor":
        return self.objective.loss(self.logits(head, NEW, batch.x), batch.y)


def first_head(noise: "Tensor", ways: int, features: "Tensor") -> Params:
    """Weights [W, D] uniform in ±1/√D from uniform numbers, and a bias of 0, for features [N, D]."""
    width = features.shape[1]
    weight = (2 * noise[: ways * width].view(ways, width) - 1) / width**0.5
    return {NEW + ".weight": weight.to(features.dtype), NEW + ".bias": features.new_zeros(ways)}
