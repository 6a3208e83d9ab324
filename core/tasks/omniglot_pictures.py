"""The pictures of Omniglot's two archives: read once, made 28 × 28 and kept.

What is missing, damaged or there twice is said, never passed over.
"""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.places import Places
from core.tasks.archives import BadPictureError, LeftOut, Pictures, left_out_notices, listed, opened
from core.tasks.cache import CacheDamagedError, read_cache, write_cache
from core.tasks.image_set import ImageSet
from core.tasks.task import DataError, Notice, Progress

EXAMPLES, DRAWN, SIZE = 20, 105, 28  # pictures of a character, their width and height, and what they are made
EVERY = 300  # pictures between two reports
READING = 2  # goes up whenever this file keeps other things of the same pictures, so that old caches are not read


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


def find_part(part: Part, folder: Path) -> Path | None:
    """Where a part is: its archive, else its unpacked folder."""
    archive, unpacked = folder / f"{part.name}.zip", folder / part.name
    if os.path.isfile(archive):  # not Path.is_file, which raises for a folder that may not be looked into
        return archive
    return unpacked if os.path.isdir(unpacked) else None


@dataclass
class Characters:
    """What the archives hold: pictures by character, where each came from, and what is to be said about them."""

    image_set: ImageSet
    background: int  # so many of the characters, the first ones, are of the background alphabets
    empty: list[str]  # characters without a single picture that could be read
    notices: list[str]


@dataclass
class Report:
    """What a look at the pictures found, for `check`."""

    left_out: list[LeftOut] = field(default_factory=list)
    duplicates: list[tuple[str, str]] = field(default_factory=list)


def kept_or_read(folder: Path, places: Places) -> Generator[Progress | Notice, None, Characters]:
    """Read both parts, or what was kept of the very same files.

    What differs from Omniglot as it should be is told every time; what Omniglot itself has, when it is first read.
    """
    parts = [located for part in PARTS if (located := find_part(part, folder))]
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
        report = Report()
        characters = yield from read_pictures(parts, report)
        yield from peculiarities(report)
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


def _from_cache(kept: Path, images: NDArray[Any], facts: dict[str, Any]) -> Characters:
    try:
        names, starts = [str(name) for name in facts["names"]], np.array(facts["starts"], dtype=np.int64)
        characters = Characters(
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


def read_pictures(parts: Sequence[Path], report: Report) -> Generator[Progress | Notice, None, Characters]:
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
    characters = Characters(ImageSet(np.stack(images), starts, names), background, empty, notices)
    notices += _remarks(characters)
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


def peculiarities(report: Report) -> Iterator[Notice]:
    """What is to be known of the pictures even where the archives are the official ones."""
    if report.duplicates:
        pairs = listed(f"{first} and {second}" for first, second in report.duplicates)
        yield Notice(f"The same picture is there twice within a character: {pairs}")


def _remarks(characters: Characters) -> list[str]:
    """What differs from Omniglot as it should be."""
    found = []
    known = characters.image_set
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
