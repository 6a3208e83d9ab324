"""Omniglot (Lake et al. 2015): 1,623 handwritten characters of 50 alphabets, each drawn by 20 people.

The archives are found where the person says, or below the data folder, or downloaded there. Which characters are for
training, validation and test is one of three splits. How the pictures are read is in omniglot_pictures.py.
"""

import hashlib
from collections.abc import Generator, Mapping
from pathlib import Path
from typing import Any, ClassVar, Literal, Self

import numpy as np
from numpy.typing import NDArray

from core.places import Places
from core.problems import Problem
from core.settings import setting
from core.tasks.archives import listed
from core.tasks.download import download
from core.tasks.image_set import ROTATION_CHOICES as ROTATIONS
from core.tasks.image_set import EpisodeSource, ImageSetSettings, Rotations, seeded_split, shape_problems
from core.tasks.omniglot_pictures import (
    BACKGROUND,
    EVALUATION,
    EXAMPLES,
    PARTS,
    Characters,
    Report,
    find_part,
    kept_or_read,
    peculiarities,
    read_pictures,
)
from core.tasks.task import SPLITS, DataError, Notice, Progress

ARCHIVE_ADDRESSES = (
    "https://raw.githubusercontent.com/brendenlake/omniglot/master/python/{}.zip",
    "https://github.com/brendenlake/omniglot/raw/master/python/{}.zip",
)
LIST_ADDRESSES = (
    "https://raw.githubusercontent.com/jakesnell/prototypical-networks/master/data/omniglot/splits/vinyals/{}.txt",
    "https://github.com/jakesnell/prototypical-networks/raw/master/data/omniglot/splits/vinyals/{}.txt",
    "https://cdn.jsdelivr.net/gh/jakesnell/prototypical-networks@master/data/omniglot/splits/vinyals/{}.txt",
)
LIST_FILES = {  # split -> name of its list, bytes, SHA-256
    "train": ("train", 133_244, "984522c194c30fb678ce53304a160a42faf5403ad4f9a67010f32dd3a35738e0"),
    "validation": ("val", 21_312, "11f99e54faee3e26f53d3231c1cceac5bf7b8730e9be31cb6dab256551dc0c1a"),
    "test": ("test", 50_372, "845264cc5c156180828ccf17915668b17ee21424d0170df6e7d81676aa5d1204"),
}
VINYALS = {"train": 1028, "validation": 172, "test": 423}
ALPHABETS_FOR_VALIDATION = 5


class OmniglotSettings(ImageSetSettings):
    title: ClassVar[str] = "Omniglot"
    summary: ClassVar[str] = (
        "1,623 handwritten characters of 50 alphabets, each drawn by 20 people; 28 × 28. Downloaded once (16 MB, MIT "
        "licence), or read from files that you already have."
    )
    paper: ClassVar[str] = "Lake et al. 2015"

    kind: Literal["omniglot"] = "omniglot"
    rotations: Rotations = setting(
        "classes", title="Rotations", help="What quarter turns of the pictures are used for.", choices=ROTATIONS,
        source="Santoro et al. 2016; Vinyals et al. 2016",
    )  # fmt: skip
    split: Literal["vinyals", "original", "seeded"] = setting(
        "vinyals", title="Split", help="Which characters are for training, for validation and for the test.",
        choices={
            "vinyals": "1,028 / 172 / 423 characters, the lists that most papers report on.",
            "original": "Training on the background alphabets but five, validation on these five, test on the "
            "evaluation alphabets (659 characters).",
            "seeded": "1,028 / 172 / 423 characters dealt out at random, whatever their alphabet.",
        },
        source="Vinyals et al. 2016; Lake et al. 2015",
    )  # fmt: skip
    split_seed: int = setting(
        0, title="Split seed", ge=0, le=2**32 - 1, needs=("dataset.split", ("seeded", "original")),
        help="Which random split. With the original split: which 5 of the 30 background alphabets are for validation.",
    )  # fmt: skip
    folder: str = setting(
        "", title="I already have the files", control="folder",
        help="Folder with images_background.zip and images_evaluation.zip, or with these two unpacked, or with such an "
        "omniglot folder in it. Empty looks below the data folder and downloads what is not there.",
    )  # fmt: skip

    def problems(self) -> list[Problem]:
        return [*self._folder_problems(), *self._shape_problems()]

    def _folder_problems(self) -> list[Problem]:
        if not self.folder or Path(self.folder).expanduser().is_dir():
            return []
        return [Problem("dataset.folder", f"there is no folder {self.folder}; empty it to download Omniglot")]

    def _shape_problems(self) -> list[Problem]:
        if self.split != "original":
            return shape_problems(self, VINYALS, EXAMPLES)
        held_out = sum(
            BACKGROUND.alphabets[name] for name in _validation_alphabets(BACKGROUND.alphabets, self.split_seed)
        )
        classes = {"train": BACKGROUND.characters - held_out, "validation": held_out, "test": EVALUATION.characters}
        return shape_problems(self, classes, EXAMPLES)


class OmniglotTasks(EpisodeSource):
    settings_class = OmniglotSettings

    @classmethod
    def open(cls, settings: OmniglotSettings, seed: int, places: Places) -> Generator[Progress | Notice, None, Self]:
        """Find or download the archives, read them or what was kept of them, and split the characters.

        Raises DataError where the files are not there and no mirror gives them, and where they are not Omniglot.
        """
        found = available(settings, places)
        if found is None:
            found = yield from _fetched(settings, places)
        characters = yield from kept_or_read(found, places)
        if settings.split == "vinyals":
            splits = yield from _vinyals(found, places, characters)
        elif settings.split == "original":
            splits = _original(characters, settings.split_seed)
        else:
            splits = _seeded(characters, settings.split_seed)
        return cls(settings, seed, characters.image_set, splits)


# -- where the files are ----------------------------------------------------------------------------------------------


def available(settings: OmniglotSettings, places: Places) -> Path | None:
    """The folder that holds both parts of Omniglot, as archives or unpacked; None where they must be downloaded."""
    places_to_look = [Path(settings.folder).expanduser()] if settings.folder else [places.data]
    for folder in [*places_to_look, *(place / "omniglot" for place in places_to_look)]:
        if all(find_part(part, folder) for part in PARTS):
            return folder
    return None


def _fetched(settings: OmniglotSettings, places: Places) -> Generator[Progress | Notice, None, Path]:
    if settings.folder:
        raise DataError(
            f"dataset.folder: {settings.folder} does not hold Omniglot. It needs images_background.zip and "
            "images_evaluation.zip, or the folders images_background and images_evaluation, or an omniglot folder with "
            "them. Empty the setting to have them downloaded"
        )
    folder = places.data / "omniglot"
    for part in PARTS:
        if find_part(part, folder) is None:
            addresses = [address.format(part.name) for address in ARCHIVE_ADDRESSES]
            yield from download(addresses, folder / f"{part.name}.zip", md5=part.md5, size=part.size)
    return folder


# -- splits -----------------------------------------------------------------------------------------------------------


def _vinyals(
    folder: Path, places: Places, characters: Characters
) -> Generator[Progress | Notice, None, dict[str, NDArray[np.int64]]]:
    """The split of Vinyals et al. 2016, by lists that are beside the pictures, or downloaded."""
    number = {name: index for index, name in enumerate(characters.image_set.names)}
    splits: dict[str, NDArray[np.int64]] = {}
    owner: dict[str, str] = {}
    for split, (name, size, sha256) in LIST_FILES.items():
        path = folder / "splits" / "vinyals" / f"{name}.txt"
        if not path.is_file():
            path = places.data / "omniglot" / "splits" / "vinyals" / f"{name}.txt"
        if not path.is_file():
            yield from download([address.format(name) for address in LIST_ADDRESSES], path, sha256=sha256, size=size)
        content = _list_bytes(path)
        if hashlib.sha256(content).hexdigest() != sha256:
            yield Notice(f"{path} is not the published list (its SHA-256 differs); its characters are used as they are")
        listed_here = _listed_characters(path, content)
        if len(listed_here) != VINYALS[split]:
            raise DataError(
                f"{path} lists {len(listed_here):,} characters; the {split} list of this split has {VINYALS[split]:,}. "
                "Delete it to have it downloaded again"
            )
        for character in listed_here:
            if character in owner:
                raise DataError(f"{path}: {character} is in the {owner[character]} list, too; no split may share it")
            owner[character] = split
        missing = [name for name in listed_here if name not in number and name not in characters.empty]
        if missing:
            raise DataError(
                f"{path} names characters that the pictures in {folder} do not have: {listed(missing)}. The archives "
                "are not complete; delete them to have them downloaded again"
            )
        splits[split] = np.array(sorted(number[name] for name in listed_here if name in number), dtype=np.int64)
    return splits


def _list_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read((1 << 20) + 1)
    except OSError as error:
        raise DataError(f"{path} cannot be read: {error}") from error
    if len(content) > 1 << 20:
        raise DataError(f"{path} is larger than 1 MB, so it is no list of characters")
    return content


def _listed_characters(path: Path, content: bytes) -> list[str]:
    """The characters of lines such as ``Angelic/character01/rot090``, without their turns, in order, each once."""
    try:
        lines = content.decode("utf-8").split()
    except UnicodeDecodeError as error:
        raise DataError(f"{path} is no text file: {error}") from error
    found: dict[str, None] = {}
    for line in lines:
        parts = line.split("/")
        if len(parts) != 3 or not parts[2].startswith("rot"):
            raise DataError(f"{path}: {line!r} is not of the form Alphabet/characterNN/rotNNN")
        found["/".join(parts[:2])] = None
    return list(found)


def _original(characters: Characters, seed: int) -> dict[str, NDArray[np.int64]]:
    """The split of Lake et al. 2015; five background alphabets, drawn by the split seed, are for validation."""
    alphabets = [name.split("/")[0] for name in characters.image_set.names]
    background = set(alphabets[: characters.background])
    if len(background) <= ALPHABETS_FOR_VALIDATION:
        raise DataError(
            f"images_background has {len(background)} alphabets; the original split needs more than "
            f"{ALPHABETS_FOR_VALIDATION}, as that many are for validation"
        )
    held_out = _validation_alphabets(background, seed)
    numbers = np.arange(len(alphabets), dtype=np.int64)
    for_validation = np.array([alphabet in held_out for alphabet in alphabets])
    of_background = numbers < characters.background
    chosen = (of_background & ~for_validation, of_background & for_validation, ~of_background)
    return {split: numbers[choice] for split, choice in zip(SPLITS, chosen, strict=True)}


def _validation_alphabets(background: Mapping[str, int] | set[str], seed: int) -> set[str]:
    names = sorted(background)
    shares = {"validation": ALPHABETS_FOR_VALIDATION, "train": len(names) - ALPHABETS_FOR_VALIDATION}
    return {names[index] for index in seeded_split(len(names), seed, shares)["validation"]}


def _seeded(characters: Characters, seed: int) -> dict[str, NDArray[np.int64]]:
    """A random split in the proportions of the one of Vinyals et al. 2016."""
    classes, whole = len(characters.image_set.names), sum(VINYALS.values())
    validation, test = (round(VINYALS[split] * classes / whole) for split in ("validation", "test"))
    shares = {"train": classes - validation - test, "validation": validation, "test": test}
    return seeded_split(classes, seed, shares)


# -- checking the data ------------------------------------------------------------------------------------------------


def check(path: Path) -> Generator[Progress | Notice, None, dict[str, Any]]:
    """Read all of Omniglot in a folder (or in its omniglot folder) and say what is in it; nothing is kept.

    Returns ``{"classes", "pictures", "alphabets", "left_out": [[name, why], …], "duplicates": [[name, name], …],
    "empty": [class, …]}``. Raises DataError where `path` holds no Omniglot.
    """
    for folder in (path, path / "omniglot"):
        parts = [located for part in PARTS if (located := find_part(part, folder))]
        if len(parts) == len(PARTS):
            break
    else:
        raise DataError(
            f"{path} does not hold Omniglot: images_background.zip and images_evaluation.zip, or these two unpacked"
        )
    report = Report()
    characters = yield from read_pictures(parts, report)
    yield from peculiarities(report)
    for message in characters.notices:
        yield Notice(message)
    known = characters.image_set
    return {
        "classes": len(known.names),
        "pictures": len(known.images),
        "alphabets": len({name.split("/")[0] for name in known.names}),
        "left_out": [list(item) for item in report.left_out],
        "duplicates": [list(pair) for pair in report.duplicates],
        "empty": characters.empty,
    }
