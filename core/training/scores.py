"""The metrics of one task: what a person reads of an adapted model's outputs on the queries.

Each is a pure function of outputs and targets that gives a scalar, and runs under torch.func.vmap: no shape depends on
the data. The first metric of each type of task is the one that evaluation reports and that the best checkpoint is
chosen by (core/algorithms/objective.py).

For classification `outputs` is [N, W], log-probabilities up to a constant of each row, and `targets` [N] holds class
numbers 0 … W−1. Precision, recall and F1 are those of every class, averaged over the W classes of the task (macro).
Where every class has equally many queries, as in all tasks here, macro recall is the accuracy.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.lazy import torch
from core.settings import TaskType

if TYPE_CHECKING:
    from torch import Tensor

BINS = 15  # of the calibration error, as Guo et al. 2017 have them


@dataclass(frozen=True)
class Metric:
    """One number that is read of a task."""

    name: str  # as in JSON and CSV
    title: str
    of: "Callable[[Tensor, Tensor], Tensor]"  # outputs, targets -> scalar
    higher_is_better: bool
    share: bool  # between 0 and 1, and shown in percent


def accuracy(outputs: "Tensor", targets: "Tensor") -> "Tensor":
    """The share of the queries whose largest output is that of their class."""
    return (outputs.argmax(-1) == targets).to(outputs.dtype).mean()


def precision(outputs: "Tensor", targets: "Tensor") -> "Tensor":
    """Mean over the classes of TP / (TP + FP); 0 for a class that no query is taken for."""
    hits, taken, _ = _counts(outputs, targets)
    return (hits / taken.clamp(min=1)).mean()


def recall(outputs: "Tensor", targets: "Tensor") -> "Tensor":
    """Mean over the classes of TP / (TP + FN); 0 for a class without queries."""
    hits, _, given = _counts(outputs, targets)
    return (hits / given.clamp(min=1)).mean()


def f1(outputs: "Tensor", targets: "Tensor") -> "Tensor":
    """Mean over the classes of 2 TP / (2 TP + FP + FN); 0 for a class that has no query and that none is taken for.

    The mean of the classes' F1, and not the F1 of macro precision and macro recall, which is larger (Opitz and Burst
    2019).
    """
    hits, taken, given = _counts(outputs, targets)
    return (2 * hits / (taken + given).clamp(min=1)).mean()


def ece(outputs: "Tensor", targets: "Tensor") -> "Tensor":
    """Expected calibration error, Σ_b |B_b| / N · |acc(B_b) − conf(B_b)| over 15 bins of the confidence.

    The confidence is the largest softmax probability; bin b holds those in ((b − 1)/15, b/15]. With the few queries of
    one task the error is biased upwards: even a calibrated model has some, the more the fewer queries there are.
    """
    confidence = outputs.softmax(-1).amax(-1)
    correct = (outputs.argmax(-1) == targets).to(outputs.dtype)
    bins = (confidence * BINS).ceil().clamp(1, BINS)
    member = (bins[:, None] == torch.arange(1, BINS + 1, device=outputs.device)).to(outputs.dtype)  # [N, B]
    # |B| · |acc − conf| is the absolute sum of correct − confidence over the bin: empty bins need no care.
    return (member.T @ (correct - confidence)).abs().sum() / len(targets)


def mse(outputs: "Tensor", targets: "Tensor") -> "Tensor":
    """The mean squared error over the queries, for outputs and targets [N, 1]."""
    return (outputs - targets).square().mean()


METRICS: dict[TaskType, tuple[Metric, ...]] = {
    "classification": (
        Metric("accuracy", "Accuracy", accuracy, higher_is_better=True, share=True),
        Metric("precision", "Precision", precision, higher_is_better=True, share=True),
        Metric("recall", "Recall", recall, higher_is_better=True, share=True),
        Metric("f1", "F1", f1, higher_is_better=True, share=True),
        Metric("ece", "ECE", ece, higher_is_better=False, share=True),
    ),
    "regression": (Metric("mse", "MSE", mse, higher_is_better=False, share=False),),
}
BY_NAME = {metric.name: metric for metrics in METRICS.values() for metric in metrics}


def _counts(outputs: "Tensor", targets: "Tensor") -> "tuple[Tensor, Tensor, Tensor]":
    """Of each class, [W]: queries of it that are taken for it, all that are taken for it, and all that are of it."""
    classes = torch.arange(outputs.shape[-1], device=outputs.device)
    taken = (outputs.argmax(-1)[:, None] == classes).to(outputs.dtype)  # [N, W]
    given = (targets[:, None] == classes).to(outputs.dtype)
    return (taken * given).sum(0), taken.sum(0), given.sum(0)
