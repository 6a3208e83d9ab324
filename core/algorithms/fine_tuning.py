"""How Baseline and Baseline++ meet a new task: a new last layer is trained on the features of the support set."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from core.algorithms.pretraining import PretrainedAlgorithm, PretrainingSettings, without_classifier
from core.algorithms.reptile import SHUFFLES, mini_batches
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
        100, title="Fine-tuning steps", help="Steps in which the last layer of a new task is trained.", unit="steps",
        ge=1, le=10_000, group="inner_loop", source="Chen et al. 2019, section 4.2: 100 epochs",
    )  # fmt: skip
    inner_batch_size: int = setting(
        4, title="Fine-tuning batch size", help="Support examples in each of these steps.", unit="examples",
        ge=1, le=10_000, group="inner_loop", source="Chen et al. 2019, section 4.2",
    )  # fmt: skip
    inner_momentum: float = setting(
        0.9, title="Fine-tuning momentum", help="Share of the last step that is kept.", ge=0, le=0.999, step=0.1,
        group="inner_loop", source="Protocol of Chen et al. 2019",
    )  # fmt: skip
    inner_weight_decay: float = setting(
        0.001, title="Fine-tuning weight decay", help="Pull of the last layer's weights towards 0.", ge=0, le=1,
        step=0.001, group="inner_loop", source="Protocol of Chen et al. 2019",
    )  # fmt: skip


class FineTunedAlgorithm(PretrainedAlgorithm):
    settings: FineTuningSettings

    def noise_size(self, examples: int) -> int:
        return examples * SHUFFLES + self.facts.outputs * self.learner.width

    def adapt(self, meta: Params, support: Support, steps: int) -> Iterator[Params]:
        """SGD with momentum on the last layer alone, which starts from random weights drawn from the task's noise."""
        settings = self.settings
        body = without_classifier(meta)
        features = self.learner.features(body, support.x)
        shuffles, first = support.noise[: len(features) * SHUFFLES], support.noise[len(features) * SHUFFLES :]
        batches = mini_batches(support._replace(x=features, noise=shuffles), settings.inner_batch_size)
        head = first_head(first, len(support.classes), features)
        velocity = {name: torch.zeros_like(value) for name, value in head.items()}
        yield body | head
        for _ in range(steps):
            batch = next(batches)
            gradient = torch.func.grad(self._head_loss)(head, batch)
            for name, value in head.items():
                slope = gradient[name] + settings.inner_weight_decay * value
                velocity[name] = settings.inner_momentum * velocity[name] + slope
            head = {name: value - settings.inner_lr * velocity[name] for name, value in head.items()}
            yield body | head

    def readout(self, adapted: Params, features: "Tensor") -> "Tensor":
        return self.logits(adapted, NEW, features)

    def _head_loss(self, head: Params, batch: Support) -> "Tensor":
        return self.objective.loss(self.logits(head, NEW, batch.x), batch.y)


def first_head(noise: "Tensor", ways: int, features: "Tensor") -> Params:
    """Weights [W, D] uniform in ±1/√D from uniform numbers, and a bias of 0, for features [N, D]."""
    width = features.shape[1]
    weight = (2 * noise[: ways * width].view(ways, width) - 1) / width**0.5
    return {NEW + ".weight": weight.to(features.dtype), NEW + ".bias": features.new_zeros(ways)}
