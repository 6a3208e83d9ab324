"""The file of a session: the experiment, its preset, the queue, which runs are shown and how.

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
SCHEMA_VERSION = 3  # 2 knew no queue, and 1 no colours either; runs of such a file are coloured in their order
LONGEST_QUEUE = 500  # experiments; a table of as many runs is still quick
_LARGEST = 4 * 2**20  # bytes; an experiment is a few kilobytes
_KEYS = {"session", "preset", "shown_runs", "queue_paused", "colors", "view", "experiment", "queue"}


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
    queue: tuple[Experiment, ...] = ()  # experiments that wait to be trained, the next one first
    queue_paused: bool = False


def dumps(state: SessionState) -> str:
    """A session as TOML."""
    return tomli_w.dumps(
        {
            "session": SCHEMA_VERSION,
            "preset": state.preset,
            "shown_runs": list(state.shown_runs),
            "queue_paused": state.queue_paused,
            "colors": dict(state.colors),
            "view": dict(state.view),
            "experiment": state.experiment.to_dict(),
            "queue": [experiment.to_dict() for experiment in state.queue],
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
    return SessionState(
        experiment=_experiment(_table(data, "experiment", origin), f"The experiment in {origin}"),
        preset=_text(data.get("preset", ""), "preset", origin),
        shown_runs=tuple(_text(name, "shown_runs", origin) for name in _list(data, "shown_runs", origin)),
        colors=_colors(_table(data, "colors", origin), origin),
        view=_view(_table(data, "view", origin), origin),
        queue=_queue(_list(data, "queue", origin), origin),
        queue_paused=_truth(data.get("queue_paused", False), "queue_paused", origin),
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


def _truth(value: Any, key: str, origin: str) -> bool:
    if not isinstance(value, bool):
        raise SessionFileError(f"In {origin}, “{key}” holds {value!r} where true or false belongs.")
    return value


def _experiment(table: Any, which: str) -> Experiment:
    if not isinstance(table, dict):
        raise SessionFileError(f"{which} is not a table.")
    try:
        return Experiment.from_dict(table)
    except ExperimentError as error:
        raise SessionFileError(f"{which} cannot be read:\n{error}") from None


def _queue(tables: list[Any], origin: str) -> tuple[Experiment, ...]:
    if len(tables) > LONGEST_QUEUE:
        raise SessionFileError(f"In {origin}, {len(tables):,} experiments wait, where {LONGEST_QUEUE} are the most.")
    return tuple(
        _experiment(table, f"Number {place} of the queue in {origin}") for place, table in enumerate(tables, start=1)
    )


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
