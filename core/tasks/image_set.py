"""Episodes from a set of small pictures in classes: which pictures make task number n."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.lazy import torch
from core.problems import Problem
from core.settings import DatasetSettings, setting
from core.tasks.draws import uniforms, without_replacement
from core.tasks.task import SPLITS, DataError, TaskBatch, TaskNames, TaskSource

Rotations = Literal["none", "classes", "classes_in_training", "random"]
ROTATION_CHOICES = {
    "none": "Pictures stay as they are.",
    "classes": "Each quarter turn of a class is a class of its own: four times as many classes, in every split.",
    "classes_in_training": "Quarter turns are classes of their own in training; evaluation sees upright pictures.",
    "random": "Each class of a task is turned by a random quarter turn, in every split.",
}


class ImageSetSettings(DatasetSettings):
    """What every set of pictures in classes has."""

    rotations: Rotations = setting(
        "none", title="Rotations", help="What quarter turns of the pictures are used for.", choices=ROTATION_CHOICES,
        source="Santoro et al. 2016; Vinyals et al. 2016",
    )  # fmt: skip

    def turns_in(self, split: str) -> int:
        """How many classes each class of the data counts for in a split: 4 where quarter turns are classes."""
        as_classes = self.rotations == "classes" or (self.rotations == "classes_in_training" and split == "train")
        return 4 if as_classes else 1


@dataclass(frozen=True)
class ImageSet:
    """Pictures sorted by class. Class c holds pictures starts[c] … starts[c+1]−1.

    Drawings are 0 where there is paper and 255 where there is ink; photographs go from 0, black, to 255, white.
    """

    images: NDArray[np.uint8]  # [N, H, W] in grey, or [N, C, H, W]
    starts: NDArray[np.int64]  # [C + 1]
    names: Sequence[str]  # [C]

    @property
    def sizes(self) -> NDArray[np.int64]:
        return np.diff(self.starts)

    @property
    def shape(self) -> tuple[int, ...]:
        """Channels, height and width of a picture."""
        shape = self.images.shape[1:]
        return (1, *shape) if len(shape) == 2 else shape


class EpisodeSource(TaskSource):
    """Few-shot classification tasks from an ImageSet. The pictures lie on the device as one uint8 tensor."""

    settings: ImageSetSettings

    def __init__(
        self, settings: ImageSetSettings, seed: int, image_set: ImageSet, splits: Mapping[str, NDArray[np.int64]]
    ) -> None:
        """`splits` gives the class numbers of train, validation and test.

        Raises DataError that names the class, how many pictures it has, and how many were asked for.
        """
        self.settings, self.seed = settings, seed
        self.image_set, self.splits = image_set, dict(splits)
        self.rotations = settings.rotations
        channels, height, width = shape = image_set.shape
        self._check(height, width)
        places = np.arange(channels * height * width).reshape(shape)
        turns = [np.rot90(places, turn, axes=(1, 2)).ravel() for turn in range(4)]
        self._turns = np.stack(turns) if height == width else np.stack(turns[:1])
        self._pixels: torch.Tensor | None = None
        self._turned: torch.Tensor | None = None

    @property
    def input_shape(self) -> tuple[int, ...]:
        return self.image_set.shape

    @property
    def classes(self) -> dict[str, list[str]]:
        return {split: [self.image_set.names[c] for c in self.splits[split]] for split in SPLITS}

    def to(self, device: "torch.device | str") -> "EpisodeSource":
        self._pixels = self._turned = None
        return super().to(device)

    @property
    def training_classes(self) -> int:
        return len(self.splits["train"]) * self.settings.turns_in("train")

    def sample(self, split: str, tasks: range, noise: int = 0) -> TaskBatch:
        ways, shots, queries = self.settings.shape(split)
        pictures, turns = self.choose(split, tasks)
        x = self._pictures(pictures, np.broadcast_to(turns[..., None], pictures.shape))  # [T, W, K+Q, …]
        y = torch.arange(ways, device=self.device)
        numbers = torch.from_numpy(uniforms(self.seed, split, tasks, noise, purpose=2).astype(np.float32))
        return TaskBatch(
            support_x=x[:, :, :shots].flatten(1, 2),
            support_y=y.repeat_interleave(shots).expand(len(tasks), -1),
            query_x=x[:, :, shots:].flatten(1, 2),
            query_y=y.repeat_interleave(queries).expand(len(tasks), -1),
            classes=y.expand(len(tasks), -1),
            noise=numbers.to(self.device),
        )

    def sample_all_classes(self, batches: range, examples: int) -> TaskBatch:
        of_class, of_picture, of_turn = (
            uniforms(self.seed, "train", batches, 3 * examples, purpose=3)
            .reshape(len(batches), 3, examples)
            .swapaxes(0, 1)
        )
        turned = self.settings.turns_in("train")
        drawn = (of_class * self.training_classes).astype(np.int64)  # [T, N]
        classes = self.splits["train"][drawn // turned]
        pictures = self.image_set.starts[classes] + (of_picture * self.image_set.sizes[classes]).astype(np.int64)
        turns = (of_turn * 4).astype(np.int64) if self.rotations == "random" else drawn % turned
        x = self._pictures(pictures, turns)
        y = torch.from_numpy(drawn).to(self.device)
        classes_there = torch.arange(self.training_classes, device=self.device).expand(len(batches), -1)
        noise = torch.empty((len(batches), 0), device=self.device)
        return TaskBatch(x[:, :0], y[:, :0], x, y, classes_there, noise)

    def names(self, split: str, task: int) -> TaskNames:
        """Quarter turns that are classes of their own are named so: ``glyph-0012 (90°)``."""
        _, shots, _ = self.settings.shape(split)
        pictures, turns = (drawn[0] for drawn in self.choose(split, range(task, task + 1)))  # [W, K+Q] and [W]
        classes = np.searchsorted(self.image_set.starts, pictures[:, 0], side="right") - 1
        numbers = pictures - self.image_set.starts[classes][:, None]
        turned = turns * (self.settings.turns_in(split) > 1)
        return TaskNames(
            classes=tuple(_class_name(self.image_set.names[c], turn) for c, turn in zip(classes, turned, strict=True)),
            support=tuple(numbers[:, :shots].ravel().tolist()),
            query=tuple(numbers[:, shots:].ravel().tolist()),
        )

    def choose(self, split: str, tasks: range) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The picture numbers [T, W, K+Q] and the quarter turns [T, W] of some tasks."""
        ways, shots, queries = self.settings.shape(split)
        per_class = shots + queries
        numbers = uniforms(self.seed, split, tasks, ways * (2 + per_class))
        of_class, of_turn, of_picture = np.split(numbers, [ways, 2 * ways], axis=1)
        known = self.splits[split]
        turned = self.settings.turns_in(split)
        drawn = without_replacement(of_class, np.full(len(tasks), len(known) * turned))  # [T, W]
        classes = known[drawn // turned]
        if self.rotations == "random":
            turns = (of_turn * 4).astype(np.int64)
        else:
            turns = drawn % turned
        rows = of_picture.reshape(len(tasks) * ways, per_class)
        pictures = without_replacement(rows, self.image_set.sizes[classes].reshape(-1))
        pictures = pictures.reshape(len(tasks), ways, per_class) + self.image_set.starts[classes][..., None]
        return pictures, turns

    def _pictures(self, numbers: NDArray[np.int64], turns: NDArray[np.int64]) -> "torch.Tensor":
        """Pictures by number, each turned, as numbers from 0 to 1, with the shape of `numbers` before."""
        pixels, turned = self._on_device()
        flat = pixels[torch.from_numpy(numbers.reshape(-1)).to(self.device)]  # [N, C*H*W]
        if self.rotations != "none":
            flat = flat.gather(1, turned[torch.from_numpy(turns.reshape(-1)).to(self.device)])
        return flat.float().div_(255).view(*numbers.shape, *self.input_shape)

    def _on_device(self) -> "tuple[torch.Tensor, torch.Tensor]":
        if self._pixels is None or self._turned is None:
            images = self.image_set.images
            self._pixels = torch.from_numpy(images.reshape(len(images), -1)).to(self.device)
            self._turned = torch.from_numpy(self._turns).to(self.device)
        return self._pixels, self._turned

    def _check(self, height: int, width: int) -> None:
        if self.rotations != "none" and height != width:
            raise DataError(f"dataset.rotations: quarter turns need square pictures; these are {width} × {height}")
        sizes = self.image_set.sizes
        for split in SPLITS:
            known = self.splits[split]
            smallest = known[np.argmin(sizes[known])] if len(known) else 0
            name = f"class {self.image_set.names[smallest]!r}"
            for problem in _misfits(self.settings, split, len(known), int(sizes[smallest]), name):
                raise DataError(str(problem))


def shape_problems(settings: ImageSetSettings, classes: Mapping[str, int], pictures: int) -> list[Problem]:
    """What tasks ask for that splits of so many classes, with so many pictures in each, cannot give.

    For data whose size is known before they are there; EpisodeSource says the same of the data themselves.
    """
    return [
        problem for split in SPLITS for problem in _misfits(settings, split, classes[split], pictures, "every class")
    ]


def _misfits(settings: ImageSetSettings, split: str, classes: int, pictures: int, name: str) -> list[Problem]:
    ways, shots, queries = settings.shape(split)
    classes *= settings.turns_in(split)
    found = []
    if ways > classes:
        path = "dataset.train_ways" if split == "train" and settings.train_ways else "dataset.ways"
        found.append(Problem(path, f"{ways} classes asked for in a {split} task; the split has {classes}"))
    if shots + queries > pictures:
        path = "dataset.train_queries" if split == "train" and settings.train_queries else "dataset.queries"
        message = (
            f"a {split} task asks for {shots + queries} pictures of each class (shots {shots}, queries {queries}); "
            f"{name} has {pictures}"
        )
        found.append(Problem(path, message))
    return found


def _class_name(name: str, turn: int) -> str:
    return f"{name} ({90 * turn}°)" if turn else name


def seeded_split(classes: int, seed: int, shares: Mapping[str, int]) -> dict[str, NDArray[np.int64]]:
    """Classes 0 … classes−1 dealt out at random: `shares` gives how many each split gets, in order."""
    order = np.random.Generator(np.random.Philox(np.random.SeedSequence([seed, 4]))).permutation(classes)
    edges = np.cumsum(list(shares.values()))[:-1]
    return {split: np.sort(part) for split, part in zip(shares, np.split(order, edges), strict=True)}
