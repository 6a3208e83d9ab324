"""The file of a session: the experiment, the preset that it started from, which runs are shown and how.

A session is TOML. It is never trusted: whatever is wrong with a file is said, and nothing of it is taken.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomli_w

from core.experiment import Experiment
from core.problems import ExperimentError
from core.training.checkpoint import write_durably

SUFFIX = ".innerloop"
SCHEMA_VERSION = 2  # 1 knew no colours; runs of such a file are coloured in their order
_LARGEST = 4 * 2**20  # bytes; a session is a few kilobytes
_KEYS = {"session", "preset", "shown_runs", "colors", "view", "experiment"}


class SessionFileError(Exception):
    """A session file that cannot be opened: which, why, and what would be right."""


@dataclass(frozen=True)
class SessionState:
    """Everything that a session file keeps."""

    experiment: Experiment = field(default_factory=Experiment)
    preset: str = ""
    shown_runs: tuple[str, ...] = ()
    colors: Mapping[str, int] = field(default_factory=dict)  # of shown runs: their places in the palette
    view: Mapping[str, str | int | float | bool] = field(default_factory=dict)


def dumps(state: SessionState) -> str:
    """A session as TOML."""
    return tomli_w.dumps(
        {
            "session": SCHEMA_VERSION,
            "preset": state.preset,
            "shown_runs": list(state.shown_runs),
            "colors": dict(state.colors),
            "view": dict(state.view),
            "experiment": state.experiment.to_dict(),
        }
    )


def loads(text: str, origin: str = "the text") -> SessionState:
    """Read a session. Raises SessionFileError that says what is wrong."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SessionFileError(f"{origin} is not a session: {error}.") from None
    except RecursionError:  # brackets in brackets, made to break a reader
        raise SessionFileError(f"{origin} is not a session: it is nested too deeply.") from None
    version = data.get("session")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise SessionFileError(f"{origin} is not a session of Innerloop: it has no line “session = {SCHEMA_VERSION}”.")
    if version > SCHEMA_VERSION:
        raise SessionFileError(
            f"{origin} was saved by a newer Innerloop (session format {version}; this one reads up to "
            f"{SCHEMA_VERSION}). Update Innerloop to open it."
        )
    unknown = sorted(data.keys() - _KEYS)
    if unknown:
        raise SessionFileError(f"{origin} has unknown entries: {', '.join(unknown)}.")
    try:
        experiment = Experiment.from_dict(_table(data, "experiment", origin))
    except ExperimentError as error:
        raise SessionFileError(f"The experiment in {origin} cannot be read:\n{error}") from None
    return SessionState(
        experiment=experiment,
        preset=_text(data.get("preset", ""), "preset", origin),
        shown_runs=tuple(_text(name, "shown_runs", origin) for name in _list(data, "shown_runs", origin)),
        colors=_colors(_table(data, "colors", origin), origin),
        view=_view(_table(data, "view", origin), origin),
    )


def load(path: Path) -> SessionState:
    """Read a session file. Raises SessionFileError."""
    try:
        if path.stat().st_size > _LARGEST:
            raise SessionFileError(f"{path.name} is too large to be a session ({path.stat().st_size:,} bytes).")
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise SessionFileError(f"{path.name} is not a session: it is not a text file.") from None
    except OSError as error:
        raise SessionFileError(f"{path.name} cannot be read: {error.strerror or error}.") from None
    return loads(text, path.name)


def save(path: Path, state: SessionState) -> None:
    """Write a session file durably: the old file or the new one is there, never half of one. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_durably(path, dumps(state).encode())


def _table(data: Mapping[str, Any], key: str, origin: str) -> dict[str, Any]:
    value = data.get(key, {})
    if not isinstance(value, dict):
        raise SessionFileError(f"In {origin}, “{key}” is not a table.")
    return value


def _list(data: Mapping[str, Any], key: str, origin: str) -> list[Any]:
    value = data.get(key, [])
    if not isinstance(value, list):
        raise SessionFileError(f"In {origin}, “{key}” is not a list.")
    return value


def _text(value: Any, key: str, origin: str) -> str:
    if not isinstance(value, str):
        raise SessionFileError(f"In {origin}, “{key}” holds {value!r} where a text belongs.")
    return value


def _colors(table: dict[str, Any], origin: str) -> dict[str, int]:
    for run, place in table.items():
        if type(place) is not int or not 0 <= place < 1000:
            raise SessionFileError(f"In {origin}, “colors.{run}” holds {place!r} where a number from 0 to 999 belongs.")
    return table


def _view(table: dict[str, Any], origin: str) -> dict[str, str | int | float | bool]:
    for key, value in table.items():
        if not isinstance(value, str | int | float | bool):
            raise SessionFileError(f"In {origin}, “view.{key}” holds {value!r} where a plain value belongs.")
    return table
