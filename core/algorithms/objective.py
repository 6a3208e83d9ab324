"""What is minimised and what is measured, by the type of task."""

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from core.lazy import torch
from core.settings import TaskType

if TYPE_CHECKING:
    from torch import Tensor


class Objective(ABC):
    """The loss that is minimised and the metric that people read."""

    metric: str
    higher_is_better: bool

    @abstractmethod
    def loss(self, outputs: "Tensor", targets: "Tensor") -> "Tensor":
        """Mean loss over the examples, a scalar."""

    @abstractmethod
    def score(self, outputs: "Tensor", targets: "Tensor") -> "Tensor":
        """The metric over the examples, a scalar."""

    def aux(self, outputs: "Tensor", targets: "Tensor") -> "dict[str, Tensor]":
        """What is told of each training iteration beside the loss."""
        return {}


class CrossEntropy(Objective):
    """Cross-entropy over the ways; the metric is accuracy, 0 to 1."""

    metric, higher_is_better = "accuracy", True

    def loss(self, outputs: "Tensor", targets: "Tensor") -> "Tensor":
        return torch.nn.functional.cross_entropy(outputs, targets)

    def score(self, outputs: "Tensor", targets: "Tensor") -> "Tensor":
        return (outputs.argmax(-1) == targets).float().mean()

    def aux(self, outputs: "Tensor", targets: "Tensor") -> "dict[str, Tensor]":
        return {"accuracy": self.score(outputs, targets)}


class SquaredError(Objective):
    """Mean squared error, which is also the metric."""

    metric, higher_is_better = "mse", False

    def loss(self, outputs: "Tensor", targets: "Tensor") -> "Tensor":
        return (outputs - targets).square().mean()  # under vmap quicker than torch's own mse_loss

    def score(self, outputs: "Tensor", targets: "Tensor") -> "Tensor":
        return self.loss(outputs, targets)


def objective_for(tasks: TaskType) -> Objective:
    return CrossEntropy() if tasks == "classification" else SquaredError()
