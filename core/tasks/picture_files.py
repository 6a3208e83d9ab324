"""Classes of picture files, read once, made small squares of one size, and kept.

What is damaged or there twice is said, never passed over.
"""

import hashlib
import json
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.places import Places
from core.tasks.archives import BadPictureError, LeftOut, left_out_notices, listed
from core.tasks.cache import CacheDamagedError, read_cache, write_cache
from core.tasks.image_set import ImageSet
from core.tasks.photographs import LIMITS, Fit, squared
from core.tasks.task import DataError, Notice, Progress

EVERY = 100  # pictures between two reports
READING = 1  # goes up whenever the same files are made other arrays, so that old caches are not read


@dataclass(frozen=True)
class PictureFiles:
    """Picture files by class, their paths relative to `root`, and how each is made a square."""

    root: Path
    classes: Mapping[str, Sequence[str]]
    side: int
    colour: bool
    fit: Fit = "crop"

    @property
    def shape(self) -> tuple[int, int, int]:
        return (3 if self.colour else 1, self.side, self.side)

    @property
    def kept_as(self) -> str:
        """The name of the cache: one for a folder and a size, so that a folder that changes leaves no old ones."""
        made = [str(self.root.resolve()), self.shape, self.fit]
        return f"pictures-{READING}-{hashlib.sha256(json.dumps(made).encode()).hexdigest()[:24]}"

    def fingerprint(self) -> str:
        """What changes when the files do: their classes, names, sizes and times of change. Raises OSError."""
        known = []
        for name, files in self.classes.items():
            for file in files:
                facts = (self.root / file).lstat()
                known.append((name, file, facts.st_size, facts.st_mtime_ns))
        return hashlib.sha256(json.dumps(known).encode()).hexdigest()


@dataclass
class _Reading:
    """What has been read: pictures by class, and what is to be said about them."""

    image_set: ImageSet
    notices: list[str]


def kept_or_read(files: PictureFiles, places: Places) -> Generator[Progress | Notice, None, ImageSet]:
    """The pictures of all classes that have any, read from the files or from what was kept of the very same files.

    Raises DataError where no picture can be read.
    """
    yield Progress(f"Looking at the pictures in {files.root.name}")
    try:
        fingerprint = files.fingerprint()
    except OSError as error:
        raise DataError(f"{files.root} changes while it is read: {error}") from error
    kept, reading = places.cache / files.kept_as, None
    try:
        cached = read_cache(kept)
        if cached is not None and cached[1].get("fingerprint") == fingerprint:
            reading = _from_cache(kept, files, *cached)
    except CacheDamagedError as error:
        yield Notice(f"What was kept of {files.root.name} was damaged, so its pictures are read anew: {error}")
    if reading is None:
        reading = yield from _read(files)
        known = reading.image_set
        facts = {"fingerprint": fingerprint, "names": list(known.names), "starts": known.starts.tolist()}
        try:
            write_cache(kept, known.images, {**facts, "notices": reading.notices})
        except OSError as error:
            yield Notice(f"The small pictures could not be kept, so they are made again next time: {error}")
    for message in reading.notices:
        yield Notice(message)
    return reading.image_set


def _from_cache(kept: Path, files: PictureFiles, images: NDArray[Any], facts: dict[str, Any]) -> _Reading:
    try:
        names, starts = [str(name) for name in facts["names"]], np.array(facts["starts"], dtype=np.int64)
        notices = [str(message) for message in facts["notices"]]
    except (KeyError, TypeError, ValueError) as error:
        raise CacheDamagedError(f"{kept}.json does not describe pictures: {error!r}") from error
    if starts.shape != (len(names) + 1,) or images.shape != (starts[-1], *files.shape) or images.dtype != np.uint8:
        raise CacheDamagedError(f"{kept}.npy holds {images.dtype} {images.shape}, not what {kept}.json says")
    return _Reading(ImageSet(images, starts, names), notices)


def _read(files: PictureFiles) -> Generator[Progress, None, _Reading]:
    total = sum(map(len, files.classes.values()))
    images = np.empty((total, *files.shape), np.uint8)
    names: list[str] = []
    starts = [0]
    left_out: list[LeftOut] = []
    first_with: dict[bytes, str] = {}
    twice: list[tuple[str, str]] = []
    looked_at = done = 0
    for name, members in files.classes.items():
        for member in members:
            if looked_at % EVERY == 0:
                yield Progress(f"Reading {files.root.name}", looked_at, total, "pictures")
            looked_at += 1
            try:
                data = _bytes(files.root / member)
                images[done] = squared(data, files.side, files.colour, files.fit)
            except BadPictureError as error:
                left_out.append(LeftOut(member, str(error)))
                continue
            done += 1
            first = first_with.setdefault(hashlib.sha256(data).digest(), member)
            if first != member:
                twice.append((first, member))
        if done > starts[-1]:
            names.append(name)
            starts.append(done)
    notices = [notice.message for notice in left_out_notices(files.root.name, left_out)]
    if not done:
        raise DataError(f"no picture in {files.root} can be read." + "".join(f" {message}." for message in notices))
    if twice:
        pairs = listed(f"{first} and {second}" for first, second in twice)
        notices.append(f"The same picture is there twice, and used both times: {pairs}")
    return _Reading(ImageSet(images[:done], np.array(starts, dtype=np.int64), names), notices)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LIMITS.member_bytes + 1)
    except OSError as error:
        raise BadPictureError(f"cannot be read: {error.strerror or error}") from error
    if len(data) > LIMITS.member_bytes:
        raise BadPictureError(f"is larger than {LIMITS.member_bytes:,} bytes")
    return data
