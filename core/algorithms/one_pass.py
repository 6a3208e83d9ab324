"""What networks share that read a support set in one pass: its labels as numbers, and an order that says nothing."""

from typing import TYPE_CHECKING

from core.algorithms.embedding import one_hot
from core.tasks.task import Support, TaskFacts

if TYPE_CHECKING:
    from torch import Tensor


def is_regression(facts: TaskFacts) -> bool:
    """Whether the tasks ask for a value and not for a class."""
    return facts.training_classes == 0


def labels(support: Support, like: "Tensor") -> "Tensor":
    """What the support set says of its examples, as [N, outputs]: one-hot classes or values, in the type of `like`."""
    return one_hot(support, like) if len(support.classes) else support.y.to(like.dtype)


def shuffled(support: Support) -> Support:
    """The support set in an order drawn from its noise, of which it needs as many numbers as it has examples.

    Tasks come sorted by class; a network that reads them as a sequence would learn the places and not the labels.
    """
    order = support.noise[: len(support.x)].argsort()
    return support._replace(x=support.x[order], y=support.y[order])
