"""The index of runs: one SQLite file beside the run folders, so that a table of hundreds of runs opens at once.

The folders are the truth; the index only remembers what was read from them. It can be deleted at any time, and is made
anew when it is missing, damaged or of another version. Several programs may use it at once.
"""

import json
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Self, TypeVar

from core.experiment import Experiment
from core.problems import ExperimentError, nearest
from core.runs import about
from core.runs.differing import told_apart
from core.runs.run import ACTIVE, Run, RunError
from core.schema import values_of

FILE = "index.sqlite"
VERSION = 5  # goes up whenever the table, or what is kept in it, changes
_BUSY_SECONDS = 10.0
_MENDED_ANEW = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}  # a foreign table, damage, garbage
_TABLE = "CREATE TABLE IF NOT EXISTS runs (name TEXT PRIMARY KEY, stamp TEXT NOT NULL, facts TEXT NOT NULL)"
_MADE_OF = ("experiment.toml", "status.json")
_WATCHED = (*_MADE_OF, about.FILE)
_OWN_SETTINGS = ("name", "notes")  # what a person keeps about the run goes before these
STATUS_WORDS = {"crashed": "interrupted"}  # where people read another word
STATUSES = (
    "queued",
    "running",
    "paused",
    "stopped",
    "finished",
    "failed",
    "interrupted",
    "damaged",
    "ended early",
)  # as people read them
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
    early: str = ""  # why it ended before its last iteration, where nobody stopped it
    sweep: str = ""  # the name of the sweep that it belongs to
    dataset_title: str = ""
    algorithm_title: str = ""
    learner: str = ""  # empty where the algorithm uses none
    learner_title: str = ""
    tasks_per_second: float | None = None
    settings: Mapping[str, Any] = field(default_factory=dict)  # by path, those that make sense for the experiment
    kinds: Mapping[str, str] = field(default_factory=dict)  # by path, of dataset, learner and algorithm
    star: bool = False
    color: int | None = None  # its place in the palette
    tags: tuple[str, ...] = ()
    notes: str = ""
    about_error: str | None = None  # why what is kept about the run cannot be read
    own_label: str = ""  # the label without what tells it from others of its sweep

    @property
    def status_word(self) -> str:
        return "ended early" if self.early else STATUS_WORDS.get(self.status, self.status)

    @property
    def asked(self) -> dict[str, Any]:
        """What was asked for, by path: the kinds that were chosen, and the settings."""
        return {**self.kinds, **self.settings}

    @cached_property
    def words(self) -> str:
        """All that a search for words looks through, in small letters."""
        said = [self.name, self.label, self.status_word, self.dataset, self.dataset_title, self.algorithm]
        said += [self.algorithm_title, self.task_label, self.sweep, *self.tags, self.notes]
        return "\n".join(said).casefold()


class RunIndex:
    """All runs of one folder. Every method raises OSError where the index can be neither read nor made anew."""

    def __init__(self, runs: Path) -> None:
        self.runs = runs
        self._path = runs / FILE
        self._notices: list[str] = []
        runs.mkdir(parents=True, exist_ok=True)
        self._connection: sqlite3.Connection | None = None
        self._known: dict[str, tuple[str, RunRow, bool]] = {}  # facts as they are kept, the row, and `left`

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
        self._known = {name: self._read(name, facts) for name, facts in found}
        rows = _told_apart([self._alive(row, left) for _, row, left in self._known.values()])
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

    def _read(self, name: str, facts: str) -> tuple[str, RunRow, bool]:
        """The row of a run from its facts; the one that is known already, where they are the same."""
        known = self._known.get(name)
        if known is not None and known[0] == facts:
            return known
        found = json.loads(facts)
        left, created = found.pop("left"), datetime.fromisoformat(found.pop("created"))
        more = {"tags": tuple(found.pop("tags")), "own_label": found["label"]}
        return facts, RunRow(self.runs / name, name, created=created, **(found | more)), left

    def _alive(self, row: RunRow, left: bool) -> RunRow:
        """A program that dies changes no file: whether it still lives is asked of the run's lock, and never kept."""
        if row.status not in ACTIVE or left:
            return row
        return replace(row, status=Run(row.path).status["status"])

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
        self._connection = database = sqlite3.connect(self._path, timeout=_BUSY_SECONDS)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")  # losing the last rows costs reading them once more
        with database:
            database.execute("BEGIN IMMEDIATE")  # of two programs that make the index at once, one makes it
            if not database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
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


def _told_apart(rows: list[RunRow]) -> list[RunRow]:
    """The same, but that runs of a sweep show in their labels what they vary."""
    sweeps: dict[str, list[RunRow]] = {}
    for row in rows:
        if row.sweep:
            sweeps.setdefault(row.sweep, []).append(row)
    labels: dict[str, str] = {}
    for members in sweeps.values():
        found = told_apart([row.label for row in members], [row.asked for row in members])
        labels |= {row.name: label for row, label in zip(members, found, strict=True) if label != row.label}
    return [replace(row, label=labels[row.name]) if row.name in labels else row for row in rows]


def _stamped(runs: Path) -> Iterator[tuple[str, str]]:
    """Each run folder by name, with a stamp that changes whenever what the table shows of it may have changed."""
    with os.scandir(runs) as entries:
        folders = [entry.name for entry in entries if entry.is_dir() and not entry.name.startswith(".")]
    for name in folders:
        stamps = [_stamp(os.path.join(runs, name, watched)) for watched in _WATCHED]
        if any(stamps[: len(_MADE_OF)]):  # a folder with neither file is no run, or one that is being made right now
            yield name, " ".join(stamps)


def _stamp(path: str) -> str:
    try:
        facts = os.stat(path)
    except FileNotFoundError:
        return ""
    # Two writes may share one tick of the clock; a file that was written aside and renamed has another number.
    return f"{facts.st_mtime_ns}-{facts.st_size}-{facts.st_ino}"


def _facts(path: Path) -> dict[str, Any]:
    """What the row of a run shows, as plain values."""
    row = {"created": Run(path).made.isoformat(), "label": path.name, "left": True, "seconds": 0.0, "error": None}
    row |= dict.fromkeys(("dataset", "algorithm", "task_label", "metric"), "") | {"iteration": 0, "iterations": 0}
    row |= {"best": None, "test": None, "early": "", "sweep": ""}
    try:
        row |= _asked(Run.open(path).experiment)
        row |= _progress(Run(path).status)
    except (ExperimentError, RunError, OSError) as error:
        row |= {"status": "damaged", "error": str(error)}
    except (KeyError, TypeError, ValueError) as error:
        row |= {"status": "damaged", "error": f"status.json holds other things than a status: {error!r}"}
    return row | _kept(path, row)


def _asked(experiment: Experiment) -> dict[str, Any]:
    """The part of a row that the experiment gives."""
    dataset, learner, algorithm = experiment.dataset, experiment.learner, experiment.algorithm
    row = {"label": experiment.label, "task_label": experiment.task_label, "metric": experiment.metric}
    row |= {"dataset": dataset.kind, "dataset_title": dataset.title, "notes": experiment.notes}
    row |= {"algorithm": algorithm.label, "algorithm_title": algorithm.known_as}
    kinds = {"dataset.kind": dataset.kind, "algorithm.kind": algorithm.kind}
    if algorithm.uses_learner:
        kinds["learner.kind"] = learner.kind
        row |= {"learner": learner.kind, "learner_title": learner.title}
    settings = {path: value for path, value in values_of(experiment).items() if path not in _OWN_SETTINGS}
    return {**row, "iterations": experiment.iterations, "sweep": experiment.sweep, "settings": settings, "kinds": kinds}


def _kept(path: Path, row: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a row that a person has given."""
    try:
        kept = about.read_about(path)
    except about.AboutError as error:
        return {"tags": (), "about_error": str(error)}
    notes = row.get("notes", "") if kept.notes is None else kept.notes
    return {
        "label": kept.name or row["label"],
        "star": kept.star,
        "color": kept.color,
        "tags": kept.tags,
        "notes": notes,
    }


def _progress(status: dict[str, Any]) -> dict[str, Any]:
    """The part of a row that status.json gives. Raises KeyError, TypeError or ValueError for other things."""
    error = status.get("error")
    row = {
        "status": str(status["status"]),
        "left": bool(status.get("left")),
        "iteration": int(status.get("iteration") or 0),
        "seconds": float(status.get("seconds") or 0),
        "error": f"{error['title']}: {error['what']}" if error else None,
        "early": str(status.get("early") or ""),
        "tasks_per_second": float(status.get("tasks_per_second") or 0) or None,
    }
    for name, number in (("best", "value"), ("test", "after")):
        found = status.get(name)
        if found is not None and not isinstance(found[number], int | float):
            raise TypeError(f"{name}.{number} is {found[number]!r}")
        row[name] = found
    return row


def _inode(path: Path) -> int:
    return path.stat().st_ino
