"""mini-ImageNet (Vinyals et al. 2016; split of Ravi and Larochelle 2017): 100 classes with 600 photographs, 84 × 84.

ImageNet may not be passed on, so a person points to the pictures: a folder for each class, by its WordNet number, or
all pictures in one folder with the lists train.csv, val.csv and test.csv, as the set is commonly handed round.
"""

import csv
import re
from collections.abc import Generator
from pathlib import Path
from typing import ClassVar, Literal, NamedTuple, Self

import numpy as np

from core.places import Places
from core.problems import Problem
from core.settings import setting
from core.tasks.archives import LeftOut, left_out_notices, listed, opened
from core.tasks.image_set import EpisodeSource, ImageSetSettings, shape_problems
from core.tasks.photographs import LIMITS, SUFFIXES
from core.tasks.picture_files import PictureFiles, kept_or_read
from core.tasks.picture_folder import folder_problems
from core.tasks.task import DataError, Notice, Progress

# The WordNet numbers of Ravi and Larochelle's split, without the n that each begins with.
CLASSES = {
    split: tuple(f"n{number}" for number in numbers.split())
    for split, numbers in {
        "train": """
            01532829 01558993 01704323 01749939 01770081 01843383 01910747 02074367 02089867 02091831
            02101006 02105505 02108089 02108551 02108915 02111277 02113712 02120079 02165456 02457408
            02606052 02687172 02747177 02795169 02823428 02966193 03017168 03047690 03062245 03207743
            03220513 03337140 03347037 03400231 03476684 03527444 03676483 03838899 03854065 03888605
            03908618 03924679 03998194 04067472 04243546 04251144 04258138 04275548 04296562 04389033
            04435653 04443257 04509417 04515003 04596742 04604644 04612504 06794110 07584110 07697537
            07747607 09246464 13054560 13133613
        """,
        "validation": """
            01855672 02091244 02114548 02138441 02174001 02950826 02971356 02981792 03075370 03417042
            03535780 03584254 03770439 03773504 03980874 09256479
        """,
        "test": """
            01930112 01981276 02099601 02110063 02110341 02116738 02129165 02219486 02443484 02871525
            03127925 03146219 03272010 03544143 03775546 04146614 04149813 04418357 04522168 07613480
        """,
    }.items()
}
PICTURES, SIDE = 600, 84  # of a class, and their width and height
LISTS = {"train": "train.csv", "validation": "val.csv", "test": "test.csv"}
FOLDERS = ("", "images", "train", "val", "validation", "test")  # where folders of classes may lie


class MiniImageNetSettings(ImageSetSettings):
    title: ClassVar[str] = "mini-ImageNet"
    summary: ClassVar[str] = (
        "100 classes of ImageNet with 600 photographs each, in colour, 84 × 84; 64 / 16 / 20 classes. ImageNet may not "
        "be passed on: point to the pictures that you have."
    )
    paper: ClassVar[str] = "Vinyals et al. 2016; Ravi and Larochelle 2017"

    kind: Literal["mini_imagenet"] = "mini_imagenet"
    folder: str = setting(
        "", title="Folder", control="folder", source="Ravi and Larochelle 2017",
        help="Folder with a folder for each class (n01532829 and so on), also within train, val and test; or with "
        "pictures such as images/n0153282900000005.jpg and the lists train.csv, val.csv and test.csv. Pictures of "
        "another size are scaled to 84 × 84. Values go from 0, black, to 1, white, and no mean is taken off.",
    )  # fmt: skip

    def problems(self) -> list[Problem]:
        found = folder_problems(self.folder, "choose the folder with the pictures of mini-ImageNet")
        sizes = {split: len(names) for split, names in CLASSES.items()}
        return [*found, *shape_problems(self, sizes, PICTURES)]


class MiniImageNetTasks(EpisodeSource):
    settings_class = MiniImageNetSettings

    @classmethod
    def open(
        cls, settings: MiniImageNetSettings, seed: int, places: Places
    ) -> Generator[Progress | Notice, None, Self]:
        """Find the 100 classes and read their pictures, or what was kept of them.

        Raises DataError that names the classes which are missing.
        """
        for problem in settings.problems():
            raise DataError(str(problem))
        yield Progress("Looking for mini-ImageNet")
        found = find(Path(settings.folder).expanduser())
        for message in found.notices:
            yield Notice(message)
        image_set = yield from kept_or_read(PictureFiles(found.root, found.classes, SIDE, True, "stretch"), places)
        number = {name: index for index, name in enumerate(image_set.names)}
        _check_whole(found.root, set(number))
        splits = {
            split: np.array(sorted(number[name] for name in names), dtype=np.int64) for split, names in CLASSES.items()
        }
        sizes = zip(image_set.names, image_set.sizes, strict=True)
        if short := [f"{name} ({size})" for name, size in sizes if size < PICTURES]:
            yield Notice(f"Classes with fewer than the {PICTURES} pictures of mini-ImageNet: {listed(short)}")
        return cls(settings, seed, image_set, splits)


class Found(NamedTuple):
    """Where the pictures are."""

    root: Path
    classes: dict[str, list[str]]  # class -> picture files relative to root, both sorted
    notices: list[str]


def find(root: Path) -> Found:
    """The pictures of the 100 classes, in either layout. Raises DataError where classes are missing."""
    wanted = [name for names in CLASSES.values() for name in names]
    folders = {name: [place for place in FOLDERS if (root / place / name).is_dir()] for name in wanted}
    left_out: list[LeftOut] = []
    if any(folders.values()):
        classes = {name: _in_folders(root, name, places, left_out) for name, places in folders.items()}
    else:
        classes = _in_one_folder(root, left_out)
    notices = [notice.message for notice in left_out_notices(root.name, left_out)]
    _check_whole(root, {name for name, files in classes.items() if files})
    large = [f"{name} ({len(files):,})" for name, files in classes.items() if len(files) > PICTURES]
    if large:
        notices.append(
            f"Classes with more than {PICTURES} pictures, of which mini-ImageNet has {PICTURES}; the first by name are "
            f"used: {listed(large)}"
        )
    return Found(root, {name: classes[name][:PICTURES] for name in sorted(wanted)}, notices)


def _in_folders(root: Path, name: str, places: list[str], left_out: list[LeftOut]) -> list[str]:
    found = []
    for place in places:
        folder = Path(place) / name
        with opened(root / folder, LIMITS, SUFFIXES) as pictures:
            found += [(folder / file).as_posix() for file in pictures.names]
            left_out += [LeftOut((folder / file).as_posix(), why) for file, why in pictures.left_out]
    return sorted(found)


def _in_one_folder(root: Path, left_out: list[LeftOut]) -> dict[str, list[str]]:
    """Pictures by the class that their names begin with, or that the lists give them."""
    place = "images" if (root / "images").is_dir() else ""
    with opened(root / place, LIMITS, SUFFIXES) as pictures:
        files = {name: (Path(place) / name).as_posix() for name in pictures.names}
        left_out += [LeftOut((Path(place) / file).as_posix(), why) for file, why in pictures.left_out]
    of_class: dict[str, list[str]] = {name: [] for names in CLASSES.values() for name in names}
    labels = _labels(root)
    if labels:
        missing = [name for name in labels if name not in files]
        left_out += [LeftOut(name, "is in a list, and not there") for name in missing]
    else:
        labels = {name: found[0] for name in files if (found := re.match(r"n\d{8}", name))}
    for name, label in sorted(labels.items()):
        if name in files and label in of_class:
            of_class[label].append(files[name])
    return of_class


def _labels(root: Path) -> dict[str, str]:
    """file name -> class, from the lists where they are. Raises DataError for lists that are of another split."""
    labels: dict[str, str] = {}
    for split, name in LISTS.items():
        path = root / name
        if not path.is_file():
            continue
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                rows = list(csv.DictReader(file))
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise DataError(f"{path} cannot be read as a list of pictures: {error}") from error
        if not rows or not {"filename", "label"} <= rows[0].keys():
            raise DataError(f"{path} should have the columns filename and label in its first line, and then pictures")
        strange = sorted({str(row["label"]) for row in rows} - set(CLASSES[split]))
        if strange:
            raise DataError(
                f"{path} has classes that are not for {split} in the split of Ravi and Larochelle 2017: "
                f"{listed(strange)}"
            )
        labels |= {str(row["filename"]): str(row["label"]) for row in rows}
    return labels


def _check_whole(root: Path, there: set[str]) -> None:
    missing = [name for names in CLASSES.values() for name in names if name not in there]
    if missing:
        which = f"{len(missing)} of the 100 classes of mini-ImageNet: {listed(missing)}" if there else "mini-ImageNet"
        raise DataError(
            f"{root} has no pictures of {which}. It should hold a folder for each class (n01532829 and so on), or "
            "pictures such as images/n0153282900000005.jpg"
        )
