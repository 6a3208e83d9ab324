"""What comes of comparing runs, as plain data: lines with their figures, and what they are held against."""

import dataclasses
from dataclasses import dataclass
from typing import Any, ClassVar

from core.runs.differing import DifferingSetting
from core.runs.statistics import Difference, Interval
from core.training.reports import Report, plain


@dataclass(frozen=True)
class Line:
    """One experiment: a run, or several that differ in their seeds only."""

    name: str
    runs: list[str]
    seeds: list[int]
    iterations: list[int]  # of the checkpoints that were measured
    settings: dict[str, Any]  # by path, those in which lines differ and that make sense for this one
    metrics: dict[str, Interval]  # over the tasks, each task being the mean over the seeds
    spread: dict[str, float] | None  # standard deviation over the seeds; None for one seed
    transductive: bool
    difference: Difference | None  # of the first metric from the reference; None for the reference itself


@dataclass(frozen=True)
class Yardstick:
    """A line that no run stands behind."""

    name: str
    metrics: dict[str, float]
    source: str


def chance(ways: int) -> float:
    """The accuracy that guessing among so many classes gives on average."""
    return 1 / ways


@dataclass(frozen=True)
class Comparison(Report):
    """A table of results. Every line was measured on tasks 0 … `tasks`−1 of `split`, drawn with `seed`."""

    event: ClassVar[str] = "comparison"
    dataset: str
    task_label: str
    metric: str  # the first of the metrics, which the lines are ranked and tested by
    split: str
    tasks: int
    seed: int
    settings: list[DifferingSetting]
    lines: list[Line]
    yardsticks: list[Yardstick]
    reference: str  # the name of the line that the others are held against
    notes: list[str]  # what a reader has to know of these figures

    def to_json(self) -> dict[str, Any]:
        return {"event": self.event, **plain(dataclasses.asdict(self))}
