"""What can be known of a run by name: what tables have columns for, and what a filter asks about.

A fact is one of `FACTS`, or any setting by its path. Which value a run has is all that is known here; how it is written
is the business of whoever shows it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from core.problems import nearest
from core.runs.index import RunRow
from core.schema import SettingField, every_setting

# names: by any of which a run goes here; words: free text; measure: a figure that was measured; time: seconds
Sort = Literal["names", "words", "switch", "number", "measure", "time", "date"]


@dataclass(frozen=True)
class Fact:
    """One thing to know of a run. `value` is None where a run has none."""

    key: str  # what a filter calls it
    title: str
    sort: Sort
    value: Callable[[RunRow], Any]
    example: str  # a value to ask for
    setting: SettingField | None = None

    def names(self, row: RunRow) -> tuple[str, ...]:
        """Of a fact that is a choice: every name that the run goes by, the one that people read last of all."""
        value = self.value(row)
        return () if value is None else value if isinstance(value, tuple) else (str(value),)


def _measured(name: str, number: str) -> Callable[[RunRow], float | None]:
    return lambda row: (getattr(row, name) or {}).get(number)


def _named(*attributes: str) -> Callable[[RunRow], tuple[str, ...]]:
    return lambda row: tuple(name for attribute in attributes if (name := getattr(row, attribute)))


FACTS = {
    fact.key: fact
    for fact in (
        Fact("star", "Star", "switch", lambda row: row.star, "yes"),
        Fact("run", "Run", "words", lambda row: f"{row.label}\n{row.name}", "baseline"),
        Fact("status", "Status", "names", _named("status", "status_word"), "failed"),
        Fact("dataset", "Dataset", "names", _named("dataset", "dataset_title"), "omniglot"),
        Fact("algorithm", "Algorithm", "names", _named("algorithm", "algorithm_title"), "maml"),
        Fact("learner", "Learner", "names", _named("learner", "learner_title"), "conv4"),
        Fact("task", "Task", "names", _named("task_label"), "5w1s"),
        Fact("validation", "Validation", "measure", _measured("best", "value"), ">90%"),
        Fact("test", "Test", "measure", _measured("test", "after"), ">0.9"),
        Fact("before", "Before adaptation", "measure", _measured("test", "before"), "<25%"),
        Fact("progress", "Progress", "measure", lambda row: row.iteration / row.iterations if row.iterations else None,
             "<100%"),
        Fact("iteration", "Iterations done", "number", lambda row: row.iteration, ">1000"),
        Fact("iterations", "Iterations asked", "number", lambda row: row.iterations, "60000"),
        Fact("speed", "Tasks per second", "measure", lambda row: row.tasks_per_second, ">100"),
        Fact("time", "Time", "time", lambda row: row.seconds, ">1h"),
        Fact("started", "Started", "date", lambda row: row.created.isoformat(), "2026-11"),
        Fact("tag", "Tags", "names", lambda row: row.tags, "paper"),
        Fact("notes", "Notes", "words", lambda row: row.notes or None, "collapsed"),
    )
}  # fmt: skip
_ALSO = {"name": "run", "tags": "tag", "note": "notes", "device": "compute.device", "iters": "iterations"}
_SORTS: dict[str, Sort] = {"whole": "number", "number": "number", "switch": "switch", "choice": "names"}
_EXAMPLES = {"number": "5", "switch": "yes", "words": "*"}


def find_fact(name: str) -> Fact:
    """The fact of a name: one of FACTS, a setting by its path, or by the end of its path where no other ends so.

    Raises KeyError that says what may be meant.
    """
    name = _ALSO.get(name.casefold(), name.casefold())
    if name in FACTS:
        return FACTS[name]
    settings = setting_facts()
    if name in settings:
        return settings[name]
    ends = [path for path in settings if path.rpartition(".")[2] == name]
    if len(ends) == 1:
        return settings[ends[0]]
    if ends:
        raise KeyError(f"“{name}” can be {' or '.join(ends)}")
    known = [*FACTS, *_ALSO, *settings, *(path.rpartition(".")[2] for path in settings)]
    raise KeyError(f"There is no field “{name}”{nearest(name, known)}")


@cache
def setting_facts() -> dict[str, Fact]:
    """Every setting but those that a run's own name, notes and kinds stand for, by path, in the order of the form."""
    return {
        path: _of_setting(field)
        for path, field in every_setting().items()
        if path not in FACTS and path != "name" and not path.endswith(".kind")
    }


def differing(rows: list[RunRow]) -> list[Fact]:
    """The settings that are not the same in all these runs, in the order of the form."""
    absent = object()
    asked = [row.settings for row in rows if row.settings]
    return [
        fact
        for path, fact in setting_facts().items()
        if any(settings.get(path, absent) != asked[0].get(path, absent) for settings in asked)
    ]


def _of_setting(field: SettingField) -> Fact:
    path = field.path
    sort = _SORTS.get(field.control, "words")
    example = next(iter(field.choices), "") if sort == "names" else _EXAMPLES[sort]
    return Fact(path, field.title, sort, lambda row: row.settings.get(path), example, field)
