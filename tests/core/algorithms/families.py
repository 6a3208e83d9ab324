"""Two families of tasks that are learnt within seconds, and on which not having learnt shows."""

from collections.abc import Generator
from typing import Any, ClassVar, Literal, Self

import torch
from torch import Tensor

from core.places import Places
from core.settings import DatasetSettings, InputType, TaskType
from core.tasks.task import SPLITS, Notice, Progress, TaskBatch, TaskSource

CLASSES, TELLING, NUMBERS = 200, 3, 12  # numbers of an example that tell of its class, and all of them
LOUD = 2.0  # how far the others spread, which tell nothing
FEATURES_AT_MOST = 64  # of the networks that meet these tasks


class Family(TaskSource):
    """Tasks that are made on the spot, with the default settings of a family."""

    def __init__(self) -> None:
        self.settings, self.seed = self.settings_class(), 0

    @classmethod
    def open(cls, settings: Any, seed: int, places: Places) -> Generator[Progress | Notice, None, Self]:
        yield Progress("")
        return cls()

    @staticmethod
    def random(split: str, tasks: range) -> torch.Generator:
        return torch.Generator().manual_seed(7919 * SPLITS.index(split) + tasks.start)


class WhisperSettings(DatasetSettings):
    title: ClassVar[str] = "Classes that differ in a few quiet numbers among loud ones"
    inputs: ClassVar[InputType] = "vector"

    kind: Literal["whisper"] = "whisper"
    shots: int = 2
    queries: int = 4


class Whispers(Family):
    """Raw similarity is mostly noise here: who has learnt which numbers tell is far ahead."""

    settings_class = WhisperSettings

    @property
    def input_shape(self) -> tuple[int, ...]:
        return (NUMBERS,)

    @property
    def classes(self) -> dict[str, list[str]]:
        return {split: [f"{split} {number}" for number in range(CLASSES)] for split in SPLITS}

    def sample(self, split: str, tasks: range, noise: int = 0) -> TaskBatch:
        ways, shots, queries = self.settings.shape(split)
        random = self.random(split, tasks)
        chosen = torch.rand(len(tasks), CLASSES, generator=random).argsort(1)[:, :ways]
        y = torch.arange(ways).repeat(shots + queries).expand(len(tasks), -1)
        x = _heard(_centres(split)[chosen.gather(1, y)], random)
        cut = ways * shots
        shuffles = torch.rand(len(tasks), noise, generator=random)
        classes = torch.arange(ways).expand(len(tasks), -1)
        return TaskBatch(x[:, :cut], y[:, :cut], x[:, cut:], y[:, cut:], classes, shuffles)

    def sample_all_classes(self, batches: range, examples: int) -> TaskBatch:
        random = torch.Generator().manual_seed(batches.start)
        y = torch.randint(CLASSES, (len(batches), examples), generator=random)
        x = _heard(_centres("train")[y], random)
        classes = torch.arange(CLASSES).expand(len(batches), -1)
        return TaskBatch(x[:, :0], y[:, :0], x, y, classes, torch.empty(len(batches), 0))


class SlopeSettings(DatasetSettings):
    title: ClassVar[str] = "Slopes of any steepness and height along one direction, which is not told"
    tasks: ClassVar[TaskType] = "regression"
    inputs: ClassVar[InputType] = "vector"

    kind: Literal["slopes"] = "slopes"
    ways: Literal[1] = 1
    shots: int = 5
    queries: int = 10


class Slopes(Family):
    """y = a (w·x) + b: five points in six dimensions are too few, unless the direction w is known from other tasks."""

    settings_class = SlopeSettings

    @property
    def input_shape(self) -> tuple[int, ...]:
        return (6,)

    @property
    def classes(self) -> dict[str, list[str]]:
        return {split: [] for split in SPLITS}

    def sample(self, split: str, tasks: range, noise: int = 0) -> TaskBatch:
        _, shots, queries = self.settings.shape(split)
        random = self.random(split, tasks)

        def normal(*size: int) -> Tensor:
            return torch.randn(len(tasks), *size, generator=random)

        x = normal(shots + queries, *self.input_shape)
        along = (x * torch.tensor([1, -1, 1, -1, 1, -1]) / 6**0.5).sum(-1, keepdim=True)
        y = normal(1, 1) * along + normal(1, 1)
        shuffles = torch.rand(len(tasks), noise, generator=random)
        none = torch.empty((len(tasks), 0), dtype=torch.long)
        return TaskBatch(x[:, :shots], y[:, :shots], x[:, shots:], y[:, shots:], none, shuffles)


def _centres(split: str) -> Tensor:
    """Where the classes of a split lie in the numbers that tell, [C, TELLING]."""
    return 1.5 * torch.randn(CLASSES, TELLING, generator=torch.Generator().manual_seed(SPLITS.index(split)))


def _heard(centres: Tensor, random: torch.Generator) -> Tensor:
    """Examples [T, N, NUMBERS] around centres [T, N, TELLING]."""
    quiet = centres + 0.2 * torch.randn(centres.shape, generator=random)
    return torch.cat([quiet, LOUD * torch.randn(*centres.shape[:2], NUMBERS - TELLING, generator=random)], -1)
