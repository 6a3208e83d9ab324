"""A task, a batch of tasks, and what every source of tasks can do."""

from abc import ABC, abstractmethod
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple, Self

from core.lazy import torch
from core.places import Places
from core.settings import DatasetSettings

SPLITS = ("train", "validation", "test")


class Support(NamedTuple):
    """What a task adapts on. `noise` holds uniform numbers for algorithms that shuffle their support set."""

    x: "torch.Tensor"  # [W*K, ...]
    y: "torch.Tensor"  # [W*K] class numbers, or [K, 1] values
    classes: "torch.Tensor"  # [W], the class numbers 0 … W−1; empty for regression
    noise: "torch.Tensor"  # [D], in [0, 1)


class Task(NamedTuple):
    """A support set and a query set."""

    support_x: "torch.Tensor"
    support_y: "torch.Tensor"
    query_x: "torch.Tensor"
    query_y: "torch.Tensor"
    classes: "torch.Tensor"
    noise: "torch.Tensor"

    @property
    def support(self) -> Support:
        return Support(self.support_x, self.support_y, self.classes, self.noise)


class TaskBatch(NamedTuple):
    """Tasks stacked along a leading dimension T: ``support_x [T, W*K, …]``, ``support_y [T, W*K]``, and so on."""

    support_x: "torch.Tensor"
    support_y: "torch.Tensor"
    query_x: "torch.Tensor"
    query_y: "torch.Tensor"
    classes: "torch.Tensor"
    noise: "torch.Tensor"

    def task(self, place: int) -> Task:
        """The task at a place 0 … T−1 of the batch."""
        return Task(*(field[place] for field in self))

    @property
    def tasks(self) -> int:
        return int(self.support_x.shape[0])


class TaskFacts(NamedTuple):
    """What is known of the tasks of a source before the first one is drawn."""

    input_shape: tuple[int, ...]  # of one example, for example (1, 28, 28)
    outputs: int  # of a model that solves one task: a class each, or one value
    training_classes: int  # how many classes there are to train on; 0 for regression


@dataclass(frozen=True)
class TaskNames:
    """Whose examples a task of classes holds. An example is named by its class and its number 0, 1, … within it."""

    classes: tuple[str, ...]  # [W], in the order of the class numbers
    support: tuple[int, ...]  # [W*K], in the order of the support set
    query: tuple[int, ...]  # [W*Q], in the order of the queries


@dataclass(frozen=True)
class Progress:
    """How far opening a dataset is: ``Progress("Downloading omniglot", 3_000_000, 9_464_212, "bytes")``."""

    what: str
    done: int = 0
    total: int | None = None
    unit: str = ""


@dataclass(frozen=True)
class Notice:
    """Something a person should know about the data, for example a picture that was left out."""

    message: str


class DataError(Exception):
    """Data that cannot be used: what, where, and what would be right."""


class TaskSource(ABC):
    """Where tasks come from. Task number n of a split is a pure function of (seed, split, n).

    A concrete source names its `settings_class`; the registry finds it by that.
    """

    settings_class: ClassVar[type[DatasetSettings]]

    settings: DatasetSettings
    seed: int
    device: "torch.device | str" = "cpu"

    @classmethod
    @abstractmethod
    def open(cls, settings: Any, seed: int, places: Places) -> Generator[Progress | Notice, None, Self]:
        """Make the data ready, telling how far it is; returns the source. Raises DataError."""

    @property
    @abstractmethod
    def input_shape(self) -> tuple[int, ...]:
        """Shape of one example, for example ``(1, 28, 28)``."""

    @property
    def outputs(self) -> int:
        """Outputs of a model that solves one task: one per class, or one value."""
        return 1 if self.settings.tasks == "regression" else self.settings.ways

    @property
    def training_classes(self) -> int:
        """How many classes there are to train on; quarter turns that are classes of their own count."""
        return len(self.classes["train"])

    @property
    def facts(self) -> TaskFacts:
        return TaskFacts(self.input_shape, self.outputs, self.training_classes)

    @property
    @abstractmethod
    def classes(self) -> dict[str, list[str]]:
        """The class names of each split, for split.json."""

    @abstractmethod
    def sample(self, split: str, tasks: range, noise: int = 0) -> TaskBatch:
        """The tasks of a split by number, with `noise` uniform numbers each, on the source's device."""

    def names(self, split: str, task: int) -> TaskNames:
        """The classes and examples of one task, by the same draw as `sample`.

        Raises DataError where a source does not say; a regression task has neither classes nor names.
        """
        raise DataError(f"{self.settings.title} does not say which classes and examples a task holds")

    def sample_all_classes(self, batches: range, examples: int) -> TaskBatch:
        """Batches of `examples` examples of any training classes, for algorithms that tell all of them apart.

        Each is a task without a support set, whose query_y are class numbers 0 … training_classes−1. Batch number n is
        a pure function of (seed, n). Raises DataError where a source has no classes to offer.
        """
        raise DataError(f"{self.settings.title} cannot be trained on as one task of all its classes")

    def to(self, device: "torch.device | str") -> Self:
        """Keep the data on a device from now on; returns the source itself."""
        self.device = device
        return self

    def curve(self, split: str, task: int, points: int) -> "tuple[torch.Tensor, torch.Tensor] | None":
        """The true function of a regression task as x [points, 1] and y [points, 1]; None where there is none."""
        return None
