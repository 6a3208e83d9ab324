"""Runs as the adaptation view sees them: what each measured last, what it measured before, and on which tasks."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from core.runs.comparable import MeasuredTasks
from core.runs.metrics import StepCurve

SPLITS = {"train": "training", "validation": "held-out validation", "test": "held-out test"}


@dataclass(frozen=True)
class AdaptedRun:
    """One run. `newest` has the fields of `core.training.reports.Adaptation`."""

    key: str
    label: str
    color: str
    newest: dict[str, Any]
    courses: dict[int, StepCurve] = field(default_factory=dict)  # by iteration
    tasks: MeasuredTasks | None = None  # None where the run's settings cannot be read

    @property
    def last(self) -> StepCurve:
        """The newest curve, with every step."""
        mean = floats(self.newest["mean"])
        return StepCurve(np.arange(len(mean), dtype=float), mean, floats(self.newest["ci95"]))

    @property
    def has_steps(self) -> bool:
        return len(self.newest["mean"]) > 1

    def at(self, iteration: int | None) -> StepCurve | None:
        """The curve as it was at an iteration: that of the last measurement until then. None for the newest one."""
        if iteration is None or iteration >= self.newest["iteration"]:
            return self.last
        earlier = [each for each in self.courses if each <= iteration]
        return self.courses[max(earlier)] if earlier else None


def moments(runs: Sequence[AdaptedRun]) -> list[int]:
    """The iterations at which any of the runs was measured, as far as its curve was kept; the newest is the last."""
    kept = {iteration for run in runs for iteration in run.courses if iteration <= run.newest["iteration"]}
    return sorted(kept | {run.newest["iteration"] for run in runs})


def by_tasks(runs: Sequence[AdaptedRun]) -> list[list[AdaptedRun]]:
    """Runs that were measured on the very same tasks, together, in the order of the first of each.

    Of a run whose settings cannot be read nobody knows the tasks: it is by itself.
    """
    groups: list[list[AdaptedRun]] = []
    for run in runs:
        same = (group for group in groups if run.tasks is not None and group[0].tasks == run.tasks)
        found = next(same, None)
        if found is None:
            groups.append([run])
        else:
            found.append(run)
    return groups


def names_of_tasks(groups: Sequence[Sequence[AdaptedRun]]) -> list[str]:
    """What tells the tasks of each group from those of the others: their name, and what it does not say."""
    tasks = [group[0].tasks for group in groups]
    found = []
    for place, mine in enumerate(tasks):
        if mine is None:
            found.append("tasks unknown: the settings cannot be read")
            continue
        namesakes = [other for at, other in enumerate(tasks) if other is not None and at != place]
        more = [words for other in namesakes if other.name == mine.name for words in mine.differs(other)]
        found.append(", ".join([mine.name, *dict.fromkeys(more)]))
    return found


def widened(curve: StepCurve, last: int) -> StepCurve:
    """The value of a method without inner steps goes on through all of them."""
    if len(curve.steps) > 1:
        return curve
    return StepCurve(np.array([0.0, last]), *(np.repeat(part, 2) for part in (curve.mean, curve.ci95)))


def floats(values: Sequence[float | None]) -> np.ndarray:
    """JSON's null is a missing value."""
    return np.array([np.nan if value is None else value for value in values], dtype=float)
