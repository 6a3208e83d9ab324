"""Arrays that were costly to make, kept below `places.cache` and never trusted blindly.

A cached array is two files: ``name.npy`` (read without pickle) and ``name.json`` with facts about it and its SHA-256.
Each is written aside and renamed, so that a crash leaves the old file or the new one, never half of one.
"""

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


class CacheDamagedError(Exception):
    """A cached array that is not what was written."""


def read_cache(path: Path) -> tuple[NDArray[Any], dict[str, Any]] | None:
    """The array at ``path.npy`` with its facts; None where nothing is cached. Raises CacheDamagedError."""
    array_path, facts_path = path.with_name(path.name + ".npy"), path.with_name(path.name + ".json")
    if not array_path.exists() and not facts_path.exists():
        return None
    try:
        record = json.loads(facts_path.read_text(encoding="utf-8"))
        if not isinstance(record, dict) or not isinstance(record.get("facts"), dict):
            raise CacheDamagedError(f"{facts_path} does not say what the array is")
        with array_path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != record.get("sha256"):
                raise CacheDamagedError(f"{array_path} has changed since it was written")
        return np.load(array_path, allow_pickle=False), record["facts"]
    except (OSError, ValueError, EOFError) as error:
        raise CacheDamagedError(f"{array_path} cannot be read: {error}") from error


def write_cache(path: Path, array: NDArray[Any], facts: Mapping[str, Any]) -> None:
    """Keep an array and JSON facts about it. Raises OSError where the folder cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    array_path, facts_path = path.with_name(path.name + ".npy"), path.with_name(path.name + ".json")
    digest = _replaced(array_path, lambda aside: np.save(aside, array, allow_pickle=False))
    text = json.dumps({"sha256": digest, "facts": dict(facts)}, ensure_ascii=False)
    _replaced(facts_path, lambda aside: aside.write_text(text, encoding="utf-8"))


def _replaced(path: Path, write: Callable[[Path], Any]) -> str:
    """Write a file aside and rename it to `path`; returns the SHA-256 of what was written."""
    aside = path.with_name(f"{path.stem}.{os.getpid()}{path.suffix}")  # np.save insists on the suffix
    try:
        write(aside)
        with aside.open("rb+") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            os.fsync(file.fileno())
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)
    return digest
