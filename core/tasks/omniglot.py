"""Omniglot (Lake et al. 2015): 1,623 handwritten characters of 50 alphabets, each drawn by 20 people.

The archives are found where the person says, or below the data folder, or downloaded there; their pictures are read
once, made 28 × 28 and kept. What is missing, damaged or there twice is said, never passed over.
"""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Generator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Literal, Self

import numpy as np
from numpy.typing import NDArray

from core.experiment import setting
from core.places import Places
from core.problems import Problem
from core.tasks.archives import BadPictureError, LeftOut, Pictures, left_out_notices, listed, opened
from core.tasks.cache import CacheDamagedError, read_cache, write_cache
from core.tasks.download import download
from core.tasks.image_set import ROTATION_CHOICES as ROTATIONS
from core.tasks.image_set import EpisodeSource, ImageSet, ImageSetSettings, Rotations, seeded_split, shape_problems
from core.tasks.task import SPLITS, DataError, Notice, Progress


@dataclass(frozen=True)
class Part:
    """One of the two archives: its name without ``.zip``, official size and MD5, and its characters by alphabet."""

    name: str
    size: int
    md5: str
    alphabets: Mapping[str, int]

    @property
    def characters(self) -> int:
        return sum(self.alphabets.values())


BACKGROUND = Part(
    "images_background", 9_464_212, "68d2efa1b9178cc56df9314c21c6e718",
    {
        "Alphabet_of_the_Magi": 20, "Anglo-Saxon_Futhorc": 29, "Arcadian": 26, "Armenian": 41,
        "Asomtavruli_(Georgian)": 40, "Balinese": 24, "Bengali": 46, "Blackfoot_(Canadian_Aboriginal_Syllabics)": 14,
        "Braille": 26, "Burmese_(Myanmar)": 34, "Cyrillic": 33, "Early_Aramaic": 22, "Futurama": 26, "Grantha": 43,
        "Greek": 24, "Gujarati": 48, "Hebrew": 22, "Inuktitut_(Canadian_Aboriginal_Syllabics)": 16,
        "Japanese_(hiragana)": 52, "Japanese_(katakana)": 47, "Korean": 40, "Latin": 26, "Malay_(Jawi_-_Arabic)": 40,
        "Mkhedruli_(Georgian)": 41, "N_Ko": 33, "Ojibwe_(Canadian_Aboriginal_Syllabics)": 14, "Sanskrit": 42,
        "Syriac_(Estrangelo)": 23, "Tagalog": 17, "Tifinagh": 55,
    },
)  # fmt: skip
EVALUATION = Part(
    "images_evaluation", 6_462_886, "6b91aef0f799c5bb55b94e3f2daec811",
    {
        "Angelic": 20, "Atemayar_Qelisayer": 26, "Atlantean": 26, "Aurek-Besh": 26, "Avesta": 26, "Ge_ez": 26,
        "Glagolitic": 45, "Gurmukhi": 45, "Kannada": 41, "Keble": 26, "Malayalam": 47, "Manipuri": 40, "Mongolian": 30,
        "Old_Church_Slavonic_(Cyrillic)": 45, "Oriya": 46, "Sylheti": 28, "Syriac_(Serto)": 23, "Tengwar": 25,
        "Tibetan": 42, "ULOG": 26,
    },
)  # fmt: skip
PARTS = (BACKGROUND, EVALUATION)
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
EXAMPLES, DRAWN, SIZE = 20, 105, 28  # pictures of a character, their width and height, and what they are made
EVERY = 300  # pictures between two reports
READING = 1  # goes up whenever this file makes other arrays of the same pictures, so that old caches are not read


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
        characters = yield from _characters(found, places)
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
        if all(_located(part, folder) for part in PARTS):
            return folder
    return None


def _located(part: Part, folder: Path) -> Path | None:
    """Where a part is: its archive, else its unpacked folder."""
    archive, unpacked = folder / f"{part.name}.zip", folder / part.name
    if os.path.isfile(archive):  # not Path.is_file, which raises for a folder that may not be looked into
        return archive
    return unpacked if os.path.isdir(unpacked) else None


def _fetched(settings: OmniglotSettings, places: Places) -> Generator[Progress | Notice, None, Path]:
    if settings.folder:
        raise DataError(
            f"dataset.folder: {settings.folder} does not hold Omniglot. It needs images_background.zip and "
            "images_evaluation.zip, or the folders images_background and images_evaluation, or an omniglot folder with "
            "them. Empty the setting to have them downloaded"
        )
    folder = places.data / "omniglot"
    for part in PARTS:
        if _located(part, folder) is None:
            addresses = [address.format(part.name) for address in ARCHIVE_ADDRESSES]
            yield from download(addresses, folder / f"{part.name}.zip", md5=part.md5, size=part.size)
    return folder


# -- reading the pictures ---------------------------------------------------------------------------------------------


@dataclass
class _Characters:
    """What the archives hold: pictures by character, where each came from, and what is to be said about them."""

    image_set: ImageSet
    background: int  # so many of the characters, the first ones, are of the background alphabets
    empty: list[str]  # characters without a single picture that could be read
    notices: list[str]


@dataclass
class _Report:
    """What a look at the pictures found, for `check`."""

    left_out: list[LeftOut] = field(default_factory=list)
    duplicates: list[tuple[str, str]] = field(default_factory=list)


def _characters(folder: Path, places: Places) -> Generator[Progress | Notice, None, _Characters]:
    """Read both parts, or what was kept of the very same files."""
    parts = [located for part in PARTS if (located := _located(part, folder))]
    yield Progress("Looking at the files of Omniglot")
    kept = places.cache / f"omniglot-{READING}-{_fingerprint(parts)}"
    characters = None
    try:
        cached = read_cache(kept)
        if cached is not None:
            characters = _from_cache(kept, *cached)
    except CacheDamagedError as error:
        yield Notice(f"What was kept of Omniglot was damaged, so its pictures are read anew: {error}")
    if characters is None:
        characters = yield from _read(parts, _Report())
        known = characters.image_set
        facts = {"names": list(known.names), "starts": known.starts.tolist(), "background": characters.background}
        facts |= {"empty": characters.empty, "notices": characters.notices}
        try:
            write_cache(kept, known.images, facts)
        except OSError as error:
            yield Notice(f"The pictures of Omniglot could not be kept, so they are read again next time: {error}")
    for message in characters.notices:
        yield Notice(message)
    return characters


def _from_cache(kept: Path, images: NDArray[Any], facts: dict[str, Any]) -> _Characters:
    try:
        names, starts = [str(name) for name in facts["names"]], np.array(facts["starts"], dtype=np.int64)
        characters = _Characters(
            ImageSet(images, starts, names), int(facts["background"]), list(facts["empty"]), list(facts["notices"])
        )
    except (KeyError, TypeError, ValueError) as error:
        raise CacheDamagedError(f"{kept}.json does not describe Omniglot: {error!r}") from error
    if starts.shape != (len(names) + 1,) or images.shape != (starts[-1], SIZE, SIZE) or images.dtype != np.uint8:
        raise CacheDamagedError(f"{kept}.npy holds {images.dtype} {images.shape}, not what {kept}.json says")
    return characters


def _fingerprint(parts: Sequence[Path]) -> str:
    """What changes when the files do: the names, sizes and times of change of the archives, or of all pictures."""
    known = []
    for part in parts:
        files = sorted(part.rglob("*")) if part.is_dir() else [part]
        for file in files:
            facts = file.lstat()
            known.append((file.relative_to(part.parent).as_posix(), facts.st_size, facts.st_mtime_ns))
    return hashlib.sha256(json.dumps(known).encode()).hexdigest()[:24]


def _read(parts: Sequence[Path], report: _Report) -> Generator[Progress | Notice, None, _Characters]:
    """Read the pictures of the two parts. What is to be said is in the result, and in `report` for `check`."""
    images: list[NDArray[np.uint8]] = []
    names: list[str] = []
    sizes: list[int] = []
    empty: list[str] = []
    notices: list[str] = []
    background = done = 0
    with ExitStack() as stack:
        sources = [stack.enter_context(opened(path)) for path in parts]
        total = sum(len(source.names) for source in sources)
        for part, path, source in zip(PARTS, parts, sources, strict=False):
            notices += _checksum_notices(part, path)
            by_character, left_out = _by_character(source)
            for character, members in sorted(by_character.items()):
                seen: dict[bytes, str] = {}
                for member in members:
                    if done % EVERY == 0:
                        yield Progress("Reading Omniglot", done, total, "pictures")
                    done += 1
                    try:
                        image = _small(source, member)
                    except BadPictureError as error:
                        left_out.append(LeftOut(member, str(error)))
                        continue
                    first = seen.setdefault(image.tobytes(), member)
                    if first != member:
                        report.duplicates.append((first, member))
                    images.append(image)
                if seen:
                    names.append(character)
                    sizes.append(len(images) - sum(sizes))
                else:
                    empty.append(character)
            if part is BACKGROUND:
                background = len(names)
            notices += [notice.message for notice in left_out_notices(path.name, left_out)]
            report.left_out += left_out
    if not images:
        raise DataError(
            f"no picture of Omniglot in {' and '.join(map(str, parts))}; they should be "
            f"Alphabet/characterNN/NNNN_NN.png, {DRAWN} × {DRAWN}." + "".join(f" {message}." for message in notices)
        )
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    characters = _Characters(ImageSet(np.stack(images), starts, names), background, empty, notices)
    notices += _remarks(characters, report)
    return characters


def _by_character(source: Pictures) -> tuple[dict[str, list[str]], list[LeftOut]]:
    """Picture names by ``Alphabet/characterNN``, and what lies elsewhere."""
    found: dict[str, list[str]] = {}
    left_out = list(source.left_out)
    for name in source.names:
        *above, alphabet, character, _ = ["", "", *name.split("/")]
        if not alphabet or not character.startswith("character") or len(above) > 3:
            left_out.append(LeftOut(name, "is not in a folder Alphabet/characterNN"))
        else:
            found.setdefault(f"{alphabet}/{character}", []).append(name)
    return found, left_out


def _small(source: Pictures, name: str) -> NDArray[np.uint8]:
    """A picture as ``[28, 28]``: 0 is paper, 255 is ink. Raises BadPictureError."""
    from PIL import Image

    picture = source.picture(name)
    if picture.size != (DRAWN, DRAWN):
        raise BadPictureError(f"is {picture.width} × {picture.height}; pictures of Omniglot are {DRAWN} × {DRAWN}")
    return 255 - np.asarray(picture.convert("L").resize((SIZE, SIZE), Image.Resampling.LANCZOS))


def _checksum_notices(part: Part, path: Path) -> list[str]:
    if path.is_dir():
        return []
    with path.open("rb") as file:
        found = hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
    if found == part.md5:
        return []
    return [
        f"{path.name} is not the official archive (its MD5 is {found}, not {part.md5}); its pictures are used as they "
        "are"
    ]


def _remarks(characters: _Characters, report: _Report) -> list[str]:
    """What differs from Omniglot as it should be."""
    found = []
    known = characters.image_set
    if report.duplicates:
        pairs = listed(f"{first} and {second}" for first, second in report.duplicates)
        found.append(f"The same picture is there twice within a character: {pairs}")
    if characters.empty:
        found.append(f"Characters without a picture that can be read, left out: {listed(characters.empty)}")
    short = [f"{name} ({size})" for name, size in zip(known.names, known.sizes, strict=True) if size != EXAMPLES]
    if short:
        found.append(f"Characters that do not have {EXAMPLES} pictures: {listed(short)}")
    count = Counter(name.split("/")[0] for name in [*known.names, *characters.empty])
    official = {**BACKGROUND.alphabets, **EVALUATION.alphabets}
    differ = [name for name in sorted({*count, *official}) if count[name] != official.get(name, 0)]
    if differ:
        told = listed(f"{name} ({count[name]} characters, officially {official.get(name, 0)})" for name in differ)
        found.append(f"Alphabets that are not as in the official archives: {told}")
    return found


# -- splits -----------------------------------------------------------------------------------------------------------


def _vinyals(
    folder: Path, places: Places, characters: _Characters
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


def _original(characters: _Characters, seed: int) -> dict[str, NDArray[np.int64]]:
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


def _seeded(characters: _Characters, seed: int) -> dict[str, NDArray[np.int64]]:
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
        parts = [located for part in PARTS if (located := _located(part, folder))]
        if len(parts) == len(PARTS):
            break
    else:
        raise DataError(
            f"{path} does not hold Omniglot: images_background.zip and images_evaluation.zip, or these two unpacked"
        )
    report = _Report()
    characters = yield from _read(parts, report)
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
