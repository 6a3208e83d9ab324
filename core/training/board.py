"""Tensors that one process writes down and others read where they lie, in memory that all of them see.

The memory is a mapped file. Whoever writes makes a note of where everything is; the note is small, and goes to the
readers by another way.
"""

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.lazy import torch

if TYPE_CHECKING:
    from torch import Tensor

Place = tuple[str, str, list[int], int]  # of a tensor: its name, type, shape and first byte
Note = dict[str, Any]  # the file, and the places in it

_IN_MEMORY, _ROOM = "/dev/shm", 2**30  # where files are memory, and how many bytes must be free there (Docker has few)
_ALIGNED = 64  # bytes; what torch's own memory is aligned to


def new_folder() -> Path:
    """A new folder for boards; where files are memory, if there is such a place and it has room."""
    in_memory = os.access(_IN_MEMORY, os.W_OK) and shutil.disk_usage(_IN_MEMORY).free >= _ROOM
    return Path(tempfile.mkdtemp(prefix="innerloop-", dir=_IN_MEMORY if in_memory else None))


class Board:
    """What one process writes on, again and again."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name
        self._files = 0
        self._memory: Tensor | None = None  # uint8

    def write(self, tensors: "dict[str, Tensor]") -> Note:
        """Copy tensors of any device onto the board, over what was there: its readers must be done with that.

        Raises OSError where there is no room.
        """
        places, end = laid_out(tensors)
        if self._memory is None or self._memory.numel() < end:
            self._files += 1
            _set_aside(self._file, end)
            self._memory = _mapped(self._file)
        write(self._memory, places, tensors)
        return {"file": str(self._file), "tensors": places}

    @property
    def _file(self) -> Path:
        return self._folder / f"{self._name}-{self._files}.board"


class Reader:
    """Reads one board."""

    def __init__(self) -> None:
        self._file: str | None = None
        self._memory: Tensor | None = None

    def read(self, note: Note) -> "dict[str, Tensor]":
        """The tensors of a note as they lie on the board; they change when it is written on again."""
        if self._memory is None or self._file != note["file"]:
            self._file, self._memory = note["file"], _mapped(Path(note["file"]))
        return read(self._memory, note["tensors"])


def laid_out(tensors: "dict[str, Tensor]") -> tuple[list[Place], int]:
    """Where tensors lie in one stretch of memory, and how many bytes it has."""
    places, end = list[Place](), 0
    for name, value in tensors.items():
        places.append((name, str(value.dtype).removeprefix("torch."), list(value.shape), end))
        end += -(-value.nbytes // _ALIGNED) * _ALIGNED
    return places, max(1, end)


def write(memory: "Tensor", places: list[Place], tensors: "dict[str, Tensor]") -> None:
    """Copy tensors, of any device, to their places in a stretch of bytes."""
    for place, value in zip(places, tensors.values(), strict=True):
        _at(memory, place).copy_(value.detach())


def read(memory: "Tensor", places: list[Place]) -> "dict[str, Tensor]":
    """The tensors as they lie there."""
    return {place[0]: _at(memory, place) for place in places}


def _set_aside(path: Path, size: int) -> None:
    """Make a file whose room is reserved: to write where a file system has become full would kill the program."""
    with path.open("xb") as file:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(file.fileno(), 0, size)
        else:
            file.truncate(size)


def _mapped(path: Path) -> "Tensor":
    return torch.from_file(str(path), shared=True, size=path.stat().st_size, dtype=torch.uint8)


def _at(memory: "Tensor", place: Place) -> "Tensor":
    _, kind, shape, start = place
    dtype = getattr(torch, kind)
    size = dtype.itemsize
    for length in shape:
        size *= length
    return memory[start : start + size].view(dtype).view(shape)
