"""Pictures of your own: a folder with one folder of pictures for each class.

Which classes are for training, validation and test is said by folders train, validation and test, or by lists of that
name, or else follows from the names of the classes. How classes are found is in picture_classes.py, how pictures are
read in picture_files.py and photographs.py.
"""

import hashlib
import os
from collections.abc import Generator, Iterable, Mapping
from pathlib import Path
from typing import ClassVar, Literal, Self

import numpy as np
from numpy.typing import NDArray

from core.places import Places
from core.problems import Problem
from core.settings import setting
from core.tasks.archives import listed
from core.tasks.image_set import EpisodeSource, ImageSet, ImageSetSettings
from core.tasks.picture_classes import Found, find_classes, listed_classes
from core.tasks.picture_files import PictureFiles, kept_or_read
from core.tasks.task import SPLITS, DataError, Notice, Progress

VALIDATION_SHARE, TEST_SHARE = 0.16, 0.20  # as mini-ImageNet has them: 16 and 20 classes of 100


class PictureFolderSettings(ImageSetSettings):
    title: ClassVar[str] = "Your pictures"
    summary: ClassVar[str] = (
        "A folder of yours with one folder of pictures for each class: JPEG, PNG, GIF, BMP or WebP. They stay where "
        "they are, and are never sent anywhere."
    )

    kind: Literal["picture_folder"] = "picture_folder"
    folder: str = setting(
        "", title="Folder", control="folder",
        help="The folder with your pictures: in it one folder for each class, named as the class is called.",
    )  # fmt: skip
    side: int = setting(
        84, title="Side", unit="pixels", ge=8, le=256, step=28,
        help="Width and height that pictures are scaled to; of a longer side the middle is kept. Usual are 28, 32 and "
        "84. Values go from 0, black, to 1, white, and no mean is taken off.",
    )  # fmt: skip
    colour: bool = setting(True, title="Colour", help="Red, green and blue; off makes pictures grey, a third as large.")
    split: Literal["found", "dealt"] = setting(
        "found", title="Split", help="Which classes are for training, for validation and for the test.",
        choices={
            "found": "As the folder says: classes in folders train, validation and test, or lists train.txt, "
            "validation.txt and test.txt with a class in each line. Without these as below.",
            "dealt": "Dealt out by the names of the classes: always the same for the same classes.",
        },
    )  # fmt: skip
    validation_classes: int | None = setting(
        None, title="Validation classes", unit="classes", ge=1, le=100_000, empty="16 %",
        help="Classes that are kept for validation where they are dealt out; at least as many as a task has.",
    )  # fmt: skip
    test_classes: int | None = setting(
        None, title="Test classes", unit="classes", ge=1, le=100_000, empty="20 %",
        help="Classes that are kept for the test where they are dealt out; at least as many as a task has.",
    )  # fmt: skip
    split_seed: int = setting(
        0, title="Split seed", ge=0, le=2**32 - 1,
        help="Which split, where classes are dealt out: another number deals them out otherwise.",
    )  # fmt: skip

    def problems(self) -> list[Problem]:
        return folder_problems(self.folder, "choose the folder with your pictures, one folder in it for each class")

    def least_classes(self, split: str) -> int:
        """Classes of the data without which a split cannot give a task."""
        return -(-self.shape(split)[0] // self.turns_in(split))


class PictureFolderTasks(EpisodeSource):
    settings_class = PictureFolderSettings

    @classmethod
    def open(
        cls, settings: PictureFolderSettings, seed: int, places: Places
    ) -> Generator[Progress | Notice, None, Self]:
        """Find the classes, read their pictures or what was kept of them, and split the classes.

        Raises DataError where there are no pictures, and where classes or pictures are too few for the tasks.
        """
        for problem in settings.problems():
            raise DataError(str(problem))
        yield Progress("Looking for pictures")
        found = find_classes(Path(settings.folder).expanduser())
        for message in found.notices:
            yield Notice(message)
        owner = owners(settings, found)
        files = PictureFiles(found.root, found.classes, settings.side, settings.colour)
        image_set = yield from kept_or_read(files, places)
        if owner is None:
            splits, notices = dealt(settings, image_set)
        else:
            splits, notices = as_owned(settings, image_set, owner)
        for message in notices:
            yield Notice(message)
        return cls(settings, seed, image_set, splits)


def folder_problems(folder: str, wish: str) -> list[Problem]:
    """What is wrong with the folder that a dataset is to be read from."""
    if not folder:
        return [Problem("dataset.folder", wish)]
    if not os.path.isdir(os.path.expanduser(folder)):  # pathlib raises for what can be no path, such as ~nobody
        return [Problem("dataset.folder", f"there is no folder {folder}; {wish}")]
    return []


# -- which class is for what ------------------------------------------------------------------------------------------


def owners(settings: PictureFolderSettings, found: Found) -> dict[str, str] | None:
    """class -> split as the folder says it; None where it says nothing, or is not asked. Raises DataError."""
    if settings.split == "dealt":
        return None
    in_lists = listed_classes(found.root)
    remedy = "or set dataset.split to dealt, which deals the classes out"
    if found.within and in_lists:
        raise DataError(
            f"{found.root} says twice which classes are for what: by folders for {' and '.join(found.within)}, and by "
            f"lists for {' and '.join(in_lists)}. Take the lists away, {remedy}"
        )
    lists = found.within or in_lists
    if not lists:
        return None
    missing = [split for split in SPLITS if not lists.get(split)]
    if missing:
        raise DataError(
            f"{found.root} has classes for {' and '.join(split for split in SPLITS if lists.get(split))}, and none for "
            f"{' and '.join(missing)}; name some, {remedy}"
        )
    owner: dict[str, str] = {}
    for split, names in lists.items():
        for name in names:
            if owner.setdefault(name, split) != split:
                raise DataError(
                    f"{found.root}: class {name!r} is in {owner[name]} and in {split}. The test needs classes that "
                    f"training has not met: give each split its own, {remedy}"
                )
    unknown = [name for name in owner if name not in found.classes]
    if unknown:
        raise DataError(
            f"The lists in {found.root} name classes that have no pictures there: {listed(unknown)}. They need the "
            f"name of one folder in each line; correct them, {remedy}"
        )
    return owner


def as_owned(
    settings: PictureFolderSettings, image_set: ImageSet, owner: Mapping[str, str]
) -> tuple[dict[str, NDArray[np.int64]], list[str]]:
    """The classes of each split as the folder has them, without those of too few pictures; and what is to be said."""
    splits, notices = {}, []
    for split in SPLITS:
        classes = [number for number, name in enumerate(image_set.names) if owner.get(name) == split]
        splits[split], more = _large_enough(settings, image_set, classes, split)
        notices += more
        if len(splits[split]) < settings.least_classes(split):
            raise DataError(
                f"dataset.ways: {settings.shape(split)[0]} classes asked for in a {split} task; {len(splits[split])} "
                f"of its {len(classes)} have enough pictures." + "".join(f" {message}." for message in more)
            )
    unused = [name for name in image_set.names if name not in owner]
    if unused:
        notices.append(f"Classes that are in no list, and not used: {listed(unused)}")
    return splits, notices


def dealt(settings: PictureFolderSettings, image_set: ImageSet) -> tuple[dict[str, NDArray[np.int64]], list[str]]:
    """Classes dealt out by their names, without those of too few pictures; and what is to be said.

    Their order is that of the SHA-256 of split seed and name: the same wherever the folder is, and whatever else is in
    it, so that one class more or less changes the splits little.
    """
    hungriest = max(SPLITS, key=lambda split: sum(settings.shape(split)[1:]))
    classes, notices = _large_enough(settings, image_set, range(len(image_set.names)), hungriest)
    least = {split: settings.least_classes(split) for split in SPLITS}
    wanted = {
        "validation": settings.validation_classes or max(least["validation"], round(VALIDATION_SHARE * len(classes))),
        "test": settings.test_classes or max(least["test"], round(TEST_SHARE * len(classes))),
    }
    wanted["train"] = max(least["train"], len(classes) - sum(wanted.values()))
    if sum(wanted.values()) > len(classes):
        need = ", ".join(f"{wanted[split]} for {split}" for split in SPLITS)
        at_most = len(classes) // len(SPLITS)
        fewer = f"Choose fewer ways, at most {at_most} with as many in training, or add classes." if at_most > 1 else (
            "Add classes: one folder for each, side by side in the chosen folder."
        )  # fmt: skip
        if len(image_set.names) == 1:
            fewer = f"Only the folder {image_set.names[0]!r} was taken for a class. {fewer}"
        few = "1 class is" if len(classes) == 1 else f"{len(classes)} classes are"
        raise DataError(
            f"dataset.ways: {few} too few for tasks of {settings.ways} classes, as no two splits may share one: "
            f"{sum(wanted.values())} are needed ({need}). {fewer}" + "".join(f" {message}." for message in notices)
        )

    def place(number: int) -> bytes:
        return hashlib.sha256(f"{settings.split_seed}/{image_set.names[number]}".encode()).digest()

    order = sorted(classes.tolist(), key=place)
    edges = np.cumsum([wanted[split] for split in SPLITS])[:-1]
    parts = np.split(np.array(order, dtype=np.int64), edges)
    return {split: np.sort(part) for split, part in zip(SPLITS, parts, strict=True)}, notices


def _large_enough(
    settings: PictureFolderSettings, image_set: ImageSet, classes: Iterable[int], split: str
) -> tuple[NDArray[np.int64], list[str]]:
    """Those of some classes that have the pictures that a task of a split asks for; the others by name."""
    _, shots, queries = settings.shape(split)
    sizes = image_set.sizes
    chosen = list(classes)
    enough = [number for number in chosen if sizes[number] >= shots + queries]
    small = [f"{image_set.names[number]} ({sizes[number]})" for number in chosen if sizes[number] < shots + queries]
    notices = [
        f"Classes with fewer than the {shots + queries} pictures that a task asks for (shots {shots}, queries "
        f"{queries}), left out: {listed(small)}"
    ]
    return np.array(enough, dtype=np.int64), notices if small else []
