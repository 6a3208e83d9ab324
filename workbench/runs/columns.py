"""The columns that the table of runs can have: each is a fact about runs, put into words and put in order."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from PySide6.QtCore import QLocale, Qt

from core.runs.facts import FACTS, Fact, find_fact
from core.runs.index import RunRow
from core.schema import on_or_off
from workbench.numbers import MISSING, count, duration, form_of, result, short
from workbench.words import said, tr

ALWAYS = "run"  # the column that cannot be put away
USUAL = (
    "star", "run", "status", "dataset", "algorithm", "task", "validation", "test", "progress", "tag", "time", "started",
)  # fmt: skip
STARRED, NOT_STARRED = "★", "☆"
_WIDTHS = {
    "star": 28, "run": 160, "status": 98, "dataset": 84, "algorithm": 90, "task": 72, "validation": 124, "test": 124,
    "before": 112, "progress": 124, "time": 60, "started": 124, "tag": 120, "notes": 200, "learner": 96,
}  # fmt: skip
_USUAL_WIDTH = 96
_NUMERIC = ("number", "measure", "time")  # sorts of facts
_HEADINGS = {"star": STARRED}  # where the title takes too much room


@dataclass(frozen=True)
class Column:
    """How one fact is shown of each run."""

    fact: Fact

    @property
    def key(self) -> str:
        return self.fact.key

    @property
    def title(self) -> str:
        """What menus call it."""
        return said(self.fact.title)

    @property
    def heading(self) -> str:
        return _HEADINGS.get(self.key, self.title)

    @property
    def width(self) -> int:
        """In logical pixels, until somebody drags it; at least, where it has figures."""
        return _WIDTHS.get(self.key, _USUAL_WIDTH)

    @property
    def has_figures(self) -> bool:
        """Whether what it says would be another thing if some of it were cut."""
        return self.fact.sort in (*_NUMERIC, "date")

    @cached_property
    def alignment(self) -> int:
        side = Qt.AlignmentFlag.AlignRight if self.fact.sort in _NUMERIC else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def text(self, row: RunRow) -> str:
        """What the table says of a run."""
        written = _WRITTEN.get(self.key)
        return written(row) if written is not None else self._plain(row)

    def group(self, row: RunRow) -> str:
        """The heading that a run stands under where runs are grouped by this."""
        if self.key == "star":
            return tr("Starred") if row.star else tr("Not starred")
        return self.text(row) or tr("No {what}", what=self.title.casefold())

    def sort_key(self, row: RunRow) -> Any:
        """What the table is sorted by; None where there is nothing to sort by, which comes last in either order."""
        value = self.fact.value(row)
        if self.fact.sort == "names":
            value = ", ".join(self.fact.names(row)[-1:] if self.key != "tag" else row.tags) or None
        # Kinds may use one path for numbers and for words, which cannot be compared with each other.
        return None if value is None else (True, value.casefold()) if isinstance(value, str) else (False, value)

    def _plain(self, row: RunRow) -> str:
        value, setting = self.fact.value(row), self.fact.setting
        if value is None:
            return said(setting.empty or "none") if setting is not None and setting.path in row.settings else MISSING
        if isinstance(value, bool):
            return said(on_or_off(value))
        if self.fact.sort == "names":
            return said(self.fact.names(row)[-1].replace("_", " ")) if value else MISSING
        if isinstance(value, int | float):
            return count(value) if isinstance(value, int) else short(value, 6)
        return " ".join(str(value).split())


def column(key: str) -> Column:
    """The column of a fact. Raises KeyError for one that does not exist."""
    return Column(find_fact(key))


def offered() -> list[Column]:
    """Every column but those of settings, in the order of the menu."""
    return [Column(fact) for fact in FACTS.values()]


def measured(found: dict[str, Any] | None) -> str:
    """A result with its interval, where it has one; a dash where nothing was measured yet."""
    if not found:
        return MISSING
    value = found.get("value", found.get("after"))
    if value is None:
        return MISSING
    # Qt takes no whole number where it formats a real one, and an error while a table draws itself ends the program.
    half = found.get("ci95")
    return result(found["metric"], float(value), math.nan if half is None else float(half))


def _before(row: RunRow) -> str:
    before = (row.test or {}).get("before")
    return MISSING if row.test is None or before is None else form_of(row.test["metric"])(float(before))


def _progress(row: RunRow) -> str:
    return f"{count(row.iteration)} / {count(row.iterations)}" if row.iterations else MISSING


def _speed(row: RunRow) -> str:
    return MISSING if row.tasks_per_second is None else QLocale().toString(row.tasks_per_second, "f", 1)


_WRITTEN: dict[str, Callable[[RunRow], str]] = {
    "star": lambda row: STARRED if row.star else NOT_STARRED,
    "run": lambda row: row.label,
    "validation": lambda row: measured(row.best),
    "test": lambda row: measured(row.test),
    "before": _before,
    "progress": _progress,
    "speed": _speed,
    "time": lambda row: duration(row.seconds),
    "started": lambda row: QLocale().toString(row.created, QLocale.FormatType.ShortFormat),
    "tag": lambda row: ", ".join(row.tags),
    "notes": lambda row: " ".join(row.notes.split()),
}
