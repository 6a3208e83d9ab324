"""Which runs can be held against each other: those that are measured on the very same tasks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from core.experiment import Experiment
from core.problems import ExperimentError, Problem
from core.runs.differing import settings_of
from core.schema import fields_of, in_words

MEASURING = ("dataset.queries", "dataset.rotations")  # of a task, and no matter to what adapts to it
_OF_TRAINING = {"dataset.train_ways", "dataset.train_shots", "dataset.train_queries"}  # not of what is measured


@dataclass(frozen=True)
class Misfit:
    """One thing that keeps two runs from being compared. How to get around it, whoever shows it says."""

    runs: tuple[str, str]  # their names
    path: str  # of the setting that differs
    title: str
    values: tuple[str, str]  # in words
    metrics: tuple[str, str]
    mended_by: str | None  # the first run's value, where both can be measured with that; else only training anew helps

    def fact(self, called: Mapping[str, str] | None = None) -> str:
        """What is so, with the runs as they are `called`, or by their names."""
        one, other = (name if called is None else called[name] for name in self.runs)
        (ours, theirs), (metric, another) = self.values, self.metrics
        if metric != another:
            words = f"{one} is {ours}, measured by {metric}; {other} is {theirs}, measured by {another}"
            return f"{words}: they cannot be compared"
        return f"{ours} in {one} and {theirs} in {other}: their tasks are not the same, so they cannot be compared"


class NotComparableError(ExperimentError):
    """Runs that are not measured on the same tasks. Its problems have the terminal's words, `misfits` the facts."""

    def __init__(self, misfits: list[Misfit]) -> None:
        self.misfits = misfits
        super().__init__(Problem(one.path, f"{one.fact()}{_in_the_terminal(one)}") for one in misfits)


def check_comparable(experiments: Mapping[str, Experiment]) -> None:
    """Raise NotComparableError unless all experiments, by the names of their runs, are measured on the same tasks."""
    (name, first), *others = experiments.items()
    misfits = []
    for other_name, other in others:
        metrics = (first.metric, other.metric)
        titles = {field.path: field.title for field in (*fields_of(first), *fields_of(other))}
        if first.metric != other.metric:
            sorts = (first.dataset.tasks, other.dataset.tasks)
            misfits.append(Misfit((name, other_name), "dataset.kind", titles["dataset.kind"], sorts, metrics, None))
            continue
        ours, theirs = (_measured_on(experiment) for experiment in (first, other))
        for path in ours if first.dataset.kind == other.dataset.kind else ["dataset.kind"]:
            if path not in theirs or ours[path] == theirs[path]:
                continue  # absent where another setting, which differs, rules it out
            values = (in_words(ours[path], "none"), in_words(theirs[path], "none"))
            fixed_ways = first.algorithm.fixed_ways or other.algorithm.fixed_ways
            mends = path in MEASURING or path == "dataset.shots" or (path == "dataset.ways" and not fixed_ways)
            mended_by = values[0] if mends else None
            misfits.append(Misfit((name, other_name), path, titles[path], values, metrics, mended_by))
    if misfits:
        raise NotComparableError(misfits)


@dataclass(frozen=True)
class MeasuredTasks:
    """Which validation tasks a run is measured on while it trains. Equal ones are the very same tasks."""

    name: str  # of the dataset and the shape of a task, as in a table of runs
    settings: tuple[tuple[str, str], ...]  # title and value of what says which tasks there are
    seed: int
    tasks: int

    @classmethod
    def of(cls, experiment: Experiment) -> Self:
        titles = {field.path: field.title for field in fields_of(experiment)}
        chosen = _measured_on(experiment).items()
        return cls(
            f"{experiment.dataset.kind} {experiment.task_label}",
            tuple((titles[path], str(value)) for path, value in chosen),
            experiment.seed,
            experiment.evaluation.tasks,
        )

    def differs(self, other: Self) -> list[str]:
        """In what the other's tasks differ from these, as words such as ``Rotations random``; the seed comes last."""
        known = dict(other.settings)
        words = [f"{title} {value}".lower() for title, value in self.settings if known.get(title) != value]
        if self.tasks != other.tasks:
            words.append(f"{self.tasks:,} tasks")
        return words + ([f"seed {self.seed}"] if self.seed != other.seed else [])


# -- helpers --------------------------------------------------------------------------------------------------------


def _measured_on(experiment: Experiment) -> dict[str, Any]:
    """The settings that say which tasks validation and test have."""
    settings = settings_of(experiment)
    return {path: settings[path] for path in settings if path.startswith("dataset.") and path not in _OF_TRAINING}


def _in_the_terminal(misfit: Misfit) -> str:
    if misfit.mended_by is None:
        return ""
    return f". Measure both with the same: --set {misfit.path}={misfit.mended_by}"
