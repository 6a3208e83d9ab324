"""The index of runs: one SQLite file beside the run folders, so that a table of hundreds of runs opens at once.

The folders are the truth; the index only remembers what was read from them. It can be deleted at any time, and is made
anew when it is missing, damaged or of another version. Several programs may use it at once.
"""

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Self, TypeVar

from core.problems import ExperimentError, nearest
from core.runs.run import ACTIVE, Run, RunError

FILE = "index.sqlite"
VERSION = 2  # goes up whenever the table, or what is kept in it, changes
_BUSY_SECONDS = 10.0
_MENDED_ANEW = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}  # a foreign table, damage, garbage
_TABLE = "CREATE TABLE IF NOT EXISTS runs (name TEXT PRIMARY KEY, stamp TEXT NOT NULL, facts TEXT NOT NULL)"
_WATCHED = ("experiment.toml", "status.json")
_Result = TypeVar("_Result")


@dataclass(frozen=True)
class RunRow:
    """What a table shows of one run. A folder that cannot be read is ``damaged``, and `error` says why."""

    path: Path
    name: str
    label: str
    dataset: str
    algorithm: str
    task_label: str  # 5w1s, or 10s for regression
    metric: str  # accuracy or mse
    status: str  # queued, running, paused, stopped, finished, failed, crashed or damaged
    iteration: int
    iterations: int
    best: dict[str, Any] | None  # iteration, metric, value, ci95 on the validation tasks
    test: dict[str, Any] | None  # metric, before, after, ci95, tasks, iteration on the test tasks
    seconds: float
    created: datetime
    error: str | None


class RunIndex:
    """All runs of one folder. Every method raises OSError where the index can be neither read nor made anew."""

    def __init__(self, runs: Path) -> None:
        self.runs = runs
        self._path = runs / FILE
        self._notices: list[str] = []
        runs.mkdir(parents=True, exist_ok=True)
        self._connection: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; the next call opens it again."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def refresh(self) -> list[str]:
        """Read what is new or has changed since the last time, and forget what is gone.

        Returns notices for the person: one where the index was damaged and had to be made anew, usually none.
        """
        self._sound(self._refresh)
        told, self._notices = self._notices, []
        return told

    def rows(self) -> list[RunRow]:
        """One row for each run that the last `refresh` of any program found, the newest first."""
        found = self._sound(lambda database: database.execute("SELECT name, facts FROM runs").fetchall())
        rows = [self._row(name, json.loads(facts)) for name, facts in found]
        return sorted(rows, key=lambda row: (row.created, row.name), reverse=True)

    # -- reading the folders ------------------------------------------------------------------------------------

    def _refresh(self, database: sqlite3.Connection) -> None:
        known = dict(database.execute("SELECT name, stamp FROM runs"))
        there = dict(_stamped(self.runs))
        gone = [(name,) for name in known.keys() - there.keys()]
        changed = [
            (name, stamp, json.dumps(_facts(self.runs / name)))
            for name, stamp in there.items()
            if known.get(name) != stamp
        ]
        if not changed and not gone:
            return
        with database:
            database.executemany("DELETE FROM runs WHERE name = ?", gone)
            database.executemany("INSERT OR REPLACE INTO runs VALUES (?, ?, ?)", changed)

    def _row(self, name: str, facts: dict[str, Any]) -> RunRow:
        left = facts.pop("left")
        if facts["status"] in ACTIVE and not left:
            # A program that dies changes no file: whether it still lives is asked of the run's lock, and never kept.
            facts["status"] = Run(self.runs / name).status["status"]
        return RunRow(self.runs / name, name, created=datetime.fromisoformat(facts.pop("created")), **facts)

    # -- the database -------------------------------------------------------------------------------------------

    def _sound(self, work: Callable[[sqlite3.Connection], _Result]) -> _Result:
        """Do something with the database; where that shows it to be damaged, make it anew and do it again."""
        try:
            return work(self._open())
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF not in _MENDED_ANEW:
                raise OSError(f"the index of runs, {self._path}, cannot be used: {error}") from error
            return work(self._anew(f"was damaged ({error})"))

    def _open(self) -> sqlite3.Connection:
        # Another program may have made the index anew; what this one has open is then a file without a name.
        if self._connection is not None and self._path.exists() and _inode(self._path) == self._inode:
            return self._connection
        self.close()
        database = self._connect()
        version = database.execute("PRAGMA user_version").fetchone()[0]
        if version != VERSION:
            return self._anew(f"was written by another version of the program ({version}, not {VERSION})")
        return database

    def _connect(self) -> sqlite3.Connection:
        new = not self._path.exists()
        self._connection = database = sqlite3.connect(self._path, timeout=_BUSY_SECONDS)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")  # losing the last rows costs reading them once more
        if new:
            with database:
                database.execute(_TABLE)
                database.execute(f"PRAGMA user_version = {VERSION}")
        self._inode = _inode(self._path)
        return database

    def _anew(self, why: str) -> sqlite3.Connection:
        """Start over with an empty index, filled from the folders."""
        self._notices.append(f"The index of runs {why}; it was made anew from the run folders, and nothing is lost.")
        self.close()
        for suffix in ("", "-wal", "-shm"):
            self._path.with_name(FILE + suffix).unlink(missing_ok=True)
        database = self._connect()
        self._refresh(database)
        return database


def find_run(runs: Path, text: str) -> Run:
    """The run that a person means: a folder, a run's name, the beginning of one, or ``last`` for the newest.

    Raises RunError that lists what comes near.
    """
    path = Path(text).expanduser()
    if path.name != text and (path / "experiment.toml").is_file():
        return Run.open(path.resolve())
    names = sorted(name for name, _ in _stamped(runs)) if runs.is_dir() else []
    if not names:
        raise RunError(f"there are no runs in {runs} yet; start one with: innerloop train")
    if text in names:
        return Run.open(runs / text)
    if text == "last":
        return Run.open(max((runs / name for name in names), key=lambda path: Run(path).made))
    meant = [name for name in names if name.startswith(text)]
    if len(meant) == 1:
        return Run.open(runs / meant[0])
    if meant:
        raise RunError(f"{text!r} is the beginning of {len(meant)} runs: {', '.join(meant[-5:])}")
    parts = [name for name in names if text in name][-5:]
    near = f"; runs with that in their name: {', '.join(parts)}" if parts else nearest(text, names)
    raise RunError(f"there is no run {text!r} in {runs}{near}; 'innerloop runs' lists them, and 'last' is the newest")


def _stamped(runs: Path) -> Iterator[tuple[str, str]]:
    """Each run folder by name, with a stamp that changes whenever what the table shows of it may have changed."""
    with os.scandir(runs) as entries:
        folders = [entry.name for entry in entries if entry.is_dir() and not entry.name.startswith(".")]
    for name in folders:
        stamps = [_stamp(runs / name / watched) for watched in _WATCHED]
        if any(stamps):  # a folder with neither file is no run, or one that is being made right now
            yield name, " ".join(stamps)


def _stamp(path: Path) -> str:
    try:
        facts = path.stat()
    except FileNotFoundError:
        return ""
    # Two writes may share one tick of the clock; a file that was written aside and renamed has another number.
    return f"{facts.st_mtime_ns}-{facts.st_size}-{facts.st_ino}"


def _facts(path: Path) -> dict[str, Any]:
    """What the row of a run shows, as plain values."""
    row = {"created": Run(path).made.isoformat(), "label": path.name, "left": True, "seconds": 0.0, "error": None}
    row |= dict.fromkeys(("dataset", "algorithm", "task_label", "metric"), "") | {"iteration": 0, "iterations": 0}
    row |= {"best": None, "test": None}
    try:
        experiment = Run.open(path).experiment
        row |= {"label": experiment.label, "task_label": experiment.task_label, "metric": experiment.metric}
        row |= {"dataset": experiment.dataset.kind, "algorithm": experiment.algorithm.label}
        row |= {"iterations": experiment.iterations}
        return row | _progress(Run(path).status)
    except (ExperimentError, RunError, OSError) as error:
        return row | {"status": "damaged", "error": str(error)}
    except (KeyError, TypeError, ValueError) as error:
        return row | {"status": "damaged", "error": f"status.json holds other things than a status: {error!r}"}


def _progress(status: dict[str, Any]) -> dict[str, Any]:
    """The part of a row that status.json gives. Raises KeyError, TypeError or ValueError for other things."""
    error = status.get("error")
    row = {
        "status": str(status["status"]),
        "left": bool(status.get("left")),
        "iteration": int(status.get("iteration") or 0),
        "seconds": float(status.get("seconds") or 0),
        "error": f"{error['title']}: {error['what']}" if error else None,
    }
    for name, number in (("best", "value"), ("test", "after")):
        found = status.get(name)
        if found is not None and not isinstance(found[number], int | float):
            raise TypeError(f"{name}.{number} is {found[number]!r}")
        row[name] = found
    return row


def _inode(path: Path) -> int:
    return path.stat().st_ino
