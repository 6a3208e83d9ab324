"""What came of a sweep: its runs by the settings that they differ in, with their results, as plain data.

Which settings vary is read from the experiments themselves, so runs that are added to a sweep later belong to it like
the first ones. Runs that differ in nothing but their seeds are one line: its result is their mean, with their spread.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from core.experiment import Experiment
from core.problems import ExperimentError
from core.runs.differing import varied
from core.runs.index import RunRow
from core.runs.run import Run, RunError
from core.runs.statistics import average, deviation
from core.schema import SECTIONS, SettingField, fields_of
from core.sweep import MOST_RUNS, NOT_VARIED

Split = Literal["validation", "test"]
WAITING = "waiting"  # the status of an experiment that is still in the queue


@dataclass(frozen=True)
class Member:
    """One run of a sweep, or an experiment that waits to become one."""

    run: str  # its name; empty for one that waits
    experiment: Experiment
    status: str
    results: Mapping[Split, Mapping[str, Any] | None]  # metric, value and ci95

    @classmethod
    def of(cls, row: RunRow, experiment: Experiment) -> "Member":
        test = None if row.test is None else {**row.test, "value": row.test["after"]}
        status = "ended early" if row.early else row.status
        return cls(row.name, experiment, status, {"validation": row.best, "test": test})

    @classmethod
    def waiting(cls, experiment: Experiment) -> "Member":
        return cls("", experiment, WAITING, {"validation": None, "test": None})


@dataclass(frozen=True)
class Outcome:
    """A result: that of one run with its interval over tasks, or the mean of several seeds with their spread."""

    metric: str
    mean: float
    ci95: float | None  # half width; of one run
    sd: float | None  # of several
    single: tuple[float, ...]


@dataclass(frozen=True)
class Line:
    """Runs of the same settings but for their seeds."""

    values: Mapping[str, Any]  # by path, of the fields that vary and make sense for this line
    runs: tuple[str, ...]
    statuses: Mapping[str, int]  # how many runs have each
    outcomes: Mapping[Split, Outcome | None]

    @property
    def status(self) -> str:
        """``finished``, or ``2 finished, 1 failed`` where there are several."""
        if sum(self.statuses.values()) == 1:
            return next(iter(self.statuses))
        return ", ".join(f"{many} {status}" for status, many in self.statuses.items())


@dataclass(frozen=True)
class SweepTable:
    """All lines of a sweep. `fields` are those that vary, in the order of the form; the seed is none of them."""

    name: str
    metric: str
    fields: tuple[SettingField, ...]
    lines: tuple[Line, ...]


def read_experiments(runs: Path, names: Iterable[str]) -> dict[str, Experiment]:
    """The experiments of runs, by name; one that cannot be read is left out, for the table of runs says so."""
    found = {}
    for name in names:
        try:
            found[name] = Run.open(runs / name).experiment
        except (OSError, RunError, ExperimentError):
            continue
    return found


def sweep_table(name: str, members: Sequence[Member]) -> SweepTable:
    """The table of a sweep from its runs, of which there is at least one; lines in the order of the first of each."""
    settings = [_settings(member.experiment) for member in members]
    fields = _varied(members, settings)
    groups: dict[tuple[Any, ...], list[Member]] = {}
    for member, own in zip(members, settings, strict=True):
        groups.setdefault(tuple(own.get(field.path, _ABSENT) for field in fields), []).append(member)
    metric = members[0].experiment.metric
    return SweepTable(name, metric, fields, tuple(_line(fields, key, group) for key, group in groups.items()))


_ABSENT = object()  # a setting that another one rules out, which is not the same as an empty one


@lru_cache(maxsize=2 * MOST_RUNS)
def _fields(experiment: Experiment) -> dict[str, SettingField]:
    """The settings that a sweep may vary, but for the seed, by path."""
    left_out = {"seed", *NOT_VARIED}
    return {field.path: field for field in fields_of(experiment) if field.path not in left_out}


def _settings(experiment: Experiment) -> dict[str, Any]:
    return {path: experiment.value(path) for path in _fields(experiment)}


def _varied(members: Sequence[Member], settings: Sequence[Mapping[str, Any]]) -> tuple[SettingField, ...]:
    known = {path: field for member in members for path, field in _fields(member.experiment).items()}
    return tuple(
        sorted((known[path] for path in varied(settings)), key=lambda field: list(SECTIONS).index(field.section))
    )


def _line(fields: Sequence[SettingField], key: tuple[Any, ...], group: Sequence[Member]) -> Line:
    statuses: dict[str, int] = {}
    for member in group:
        statuses[member.status] = statuses.get(member.status, 0) + 1
    return Line(
        values={field.path: value for field, value in zip(fields, key, strict=True) if value is not _ABSENT},
        runs=tuple(member.run for member in group if member.run),
        statuses=statuses,
        outcomes={split: _outcome(group, split) for split in ("validation", "test")},
    )


def _outcome(group: Sequence[Member], split: Split) -> Outcome | None:
    found = [result for member in group if (result := member.results[split]) is not None]
    if not found:
        return None
    single = tuple(float(result["value"]) for result in found)
    if len(single) == 1:
        return Outcome(str(found[0]["metric"]), single[0], float(found[0].get("ci95") or 0.0), None, single)
    return Outcome(str(found[0]["metric"]), average(list(single)), None, deviation(list(single)), single)
