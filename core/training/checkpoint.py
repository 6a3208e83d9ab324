"""Checkpoints: one safetensors file each, tensors and state together, so that a file is either whole or not there.

The newest two and the best one are kept. A file is written aside, synced to the disk, and renamed into place.
"""

import contextlib
import json
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.lazy import torch

BEST = "best.safetensors"
KEPT = 2
_STATE, _CHECKSUM = "innerloop", "crc32"


class CheckpointError(Exception):
    """A checkpoint that cannot be read: which file, and why."""


class FolderGone(OSError):
    """The folder that something is written into is no longer there."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} is no longer there: it was moved or deleted")


@dataclass(frozen=True)
class Checkpoint:
    """What is needed to go on as if nothing had happened."""

    tensors: "dict[str, torch.Tensor]"
    state: dict[str, Any]


def save(folder: Path, name: str, checkpoint: Checkpoint) -> Path:
    """Write a checkpoint durably and return its path. Raises OSError, for example when the disk is full.

    The folder is made where it is missing, but not the one that it is in: a run that was deleted stays deleted.
    """
    from safetensors.torch import save as to_bytes

    with gone_is_said(folder.parent):
        folder.mkdir(exist_ok=True)
    tensors = {key: value.detach().cpu().contiguous() for key, value in checkpoint.tensors.items()}
    target = folder / name
    state = json.dumps(checkpoint.state)
    notes = {_STATE: state, _CHECKSUM: _checksum(tensors, state)}
    write_durably(target, to_bytes(tensors, metadata=notes))
    return target


def load(path: Path) -> Checkpoint:
    """Read a checkpoint, on the CPU. Raises CheckpointError for a file that is damaged or not a checkpoint."""
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(path, framework="pt") as file:
            notes = file.metadata() or {}
            tensors = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118 - not a dictionary
    except (SafetensorError, OSError) as error:
        raise CheckpointError(f"{path.name} cannot be read: {error}") from error
    state = notes.get(_STATE)
    if state is None:
        raise CheckpointError(f"{path.name} holds tensors, but not the state of a run")
    expected = notes.get(_CHECKSUM)  # earlier versions wrote none
    if expected is not None and expected != _checksum(tensors, state):
        raise CheckpointError(f"{path.name} cannot be read: it is damaged, for its checksum is another")
    try:
        return Checkpoint(tensors, json.loads(state))
    except ValueError as error:
        raise CheckpointError(f"{path.name} cannot be read: its state is damaged: {error}") from error


def iteration_name(iteration: int) -> str:
    return f"iteration-{iteration:09d}.safetensors"


def newest(folder: Path) -> list[Path]:
    """The checkpoints of iterations, the newest first."""
    return sorted(folder.glob("iteration-*.safetensors"), reverse=True)


def by_age(folder: Path) -> list[Path]:
    """Every checkpoint that a run can go on from: the newest first, and the best one last."""
    best = folder / BEST
    return [*newest(folder), *([best] if best.exists() else [])]


def prune(folder: Path) -> None:
    """Delete all but the newest checkpoints, and what a crash left half written; the best one has a name of its own."""
    for path in [*newest(folder)[KEPT:], *folder.glob(".*.part")]:
        path.unlink()


def write_durably(target: Path, content: bytes) -> None:
    """Write aside, sync, rename: after a power cut `target` is the old file or the new one, whole.

    Raises OSError, and FolderGone where there is no folder to write into.
    """
    aside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with gone_is_said(target.parent), open(aside, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(aside, target)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


@contextlib.contextmanager
def gone_is_said(folder: Path) -> Iterator[None]:
    """Raise FolderGone where a file is not found because its folder is not there."""
    try:
        yield
    except FileNotFoundError as error:
        if folder.is_dir():
            raise
        raise FolderGone(folder) from error


def _checksum(tensors: "dict[str, torch.Tensor]", state: str) -> str:
    found = zlib.crc32(state.encode())
    for name, value in sorted(tensors.items()):
        found = zlib.crc32(name.encode(), found)
        found = zlib.crc32(value.reshape(-1).view(torch.uint8).numpy().data, found)
    return f"{found:08x}"


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no way to sync a folder
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
