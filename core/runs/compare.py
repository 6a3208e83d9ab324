"""Comparing runs: all measured on the same tasks, the settings in which they differ, and whether a difference is more
than the tasks' chance.

Runs of one experiment with several seeds are one line. Everything but `compare` itself is a pure function of
experiments and measurements; how the result is shown is not known here (core/cli_tables.py).
"""

import dataclasses
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, Self

from core.experiment import Experiment
from core.places import Places
from core.problems import ExperimentError, Problem
from core.runs.about import AboutError, read_about
from core.runs.measure import Measurement, changed, measure
from core.runs.run import Run
from core.runs.statistics import Difference, Interval, average, deviation, interval, paired
from core.schema import SECTIONS, SettingField, fields_of
from core.training.checkpoint import CheckpointError
from core.training.reports import Preparing, Report, Warned, plain
from core.training.scores import BINS, METRICS, Metric

Against = Literal["best", "first"]

_OWN = {"seed", "name", "notes", "sweep"}  # settings that runs of one experiment may differ in
_OWN |= {"compute.device", "compute.workers", "compute.mapping", "compute.checkpoint_every", "evaluation.every"}
_OWN |= {"compute.tasks_at_once", "compute.memory_layout"}
_OF_TRAINING = {"dataset.train_ways", "dataset.train_shots", "dataset.train_queries"}  # not of what is measured


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


@dataclass(frozen=True)
class DifferingSetting:
    path: str
    title: str
    empty: str  # what None means


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


def compare(
    runs: Sequence[Run], places: Places, split: str, *, tasks: int | None = None,
    changes: Mapping[str, Any] | None = None, against: Against = "best",
) -> Generator[Preparing | Warned, None, Comparison]:  # fmt: skip
    """Measure the best checkpoint of every run on the same tasks, those of the first run's dataset and seed.

    `tasks` is by default what the first run says; `changes` are settings that hold for this measurement only.

    Raises what `measure` raises, with the name of the run, and ExperimentError for runs that cannot be compared.
    """
    changes = changes or {}
    experiments, notes = {}, list[str]()
    for run in runs:
        if run.name in experiments:
            raise ExperimentError([Problem("", f"{run.name} is named twice; every run is one line")])
        experiments[run.name] = _named(run, _changed(run, changes), notes)
    check_comparable(experiments)
    first = next(iter(experiments.values()))
    if tasks is None:
        tasks = first.evaluation.tasks if split == "validation" else first.evaluation.test_tasks
    measurements = []
    for place, run in enumerate(runs, start=1):
        try:
            measuring = measure(run, places, split, tasks=tasks, changes=changes, drawn_for=first)
            measurements.append((yield from _noted(measuring, f"Run {place} of {len(runs)}", notes)))
        except CheckpointError as error:
            raise CheckpointError(f"{run.name}: {error}") from error
        except ExperimentError as error:
            raise _of_run(run.name, error) from error
        status = run.status["status"]
        if status != "finished":
            notes.append(f"{run.name} is {status}: its best checkpoint so far is measured.")
    return table(experiments, measurements, against, notes)


def check_comparable(experiments: Mapping[str, Experiment]) -> None:
    """Raise ExperimentError unless all experiments, by the names of their runs, are measured on the same tasks."""
    (name, first), *others = experiments.items()
    problems = []
    for other_name, other in others:
        if other.metric != first.metric:
            words = (
                f"{name} is {first.dataset.tasks}, measured by {first.metric}; {other_name} is {other.dataset.tasks}"
            )
            problems.append(Problem("dataset.kind", f"{words}, measured by {other.metric}: they cannot be compared"))
            continue
        ours, theirs = (_measured_on(experiment) for experiment in (first, other))
        for path in ours if first.dataset.kind == other.dataset.kind else ["dataset.kind"]:
            if (
                path in theirs and ours[path] != theirs[path]
            ):  # absent where another setting, which differs, rules it out
                message = (
                    f"{ours[path]} in {name} and {theirs[path]} in {other_name}: their tasks are not the same, so they "
                    f"cannot be compared{_way_out(path, ours[path], (first, other))}"
                )
                problems.append(Problem(path, message))
    if problems:
        raise ExperimentError(problems)


def table(
    experiments: Mapping[str, Experiment], measurements: Sequence[Measurement], against: Against = "best",
    more_notes: Sequence[str] = (),
) -> Comparison:  # fmt: skip
    """The comparison of measurements, in the order of `experiments`, which are by the names of their runs."""
    first = next(iter(experiments.values()))
    metric = METRICS[first.dataset.tasks][0]
    groups = grouped(experiments, measurements)
    settings = differences([experiments[group[0].run] for group in groups])
    results = [_over_seeds(group) for group in groups]
    means = [average(result[metric.name]) for result in results]
    best = (max if metric.higher_is_better else min)(range(len(means)), key=means.__getitem__)
    reference = best if against == "best" else 0
    names = _line_names([(experiments[group[0].run].label, group[0].run) for group in groups])
    lines = []
    for place, (group, result) in enumerate(zip(groups, results, strict=True)):
        line = _line(names[place], [experiments[one.run] for one in group], group, result, settings)
        if place != reference:
            by = paired(result[metric.name], results[reference][metric.name])
            line = dataclasses.replace(line, difference=by)
        lines.append(line)
    measured = measurements[0]
    where = f"{measured.split} tasks of {first.dataset.kind} {first.task_label}"
    return Comparison(
        dataset=first.dataset.kind,
        task_label=first.task_label,
        metric=metric.name,
        split=measured.split,
        tasks=len(measured.tasks),
        seed=measured.seed,
        settings=settings,
        lines=lines,
        yardsticks=yardsticks(first),
        reference=names[reference],
        notes=[
            f"Every line: the same {len(measured.tasks):,} {where}, drawn with seed {measured.seed}, that of the first "
            "run.",
            *_notes(metric, lines, f"{names[reference]} ({'the best' if against == 'best' else 'the first'})"),
            *(f"{yardstick.name}: {yardstick.source}." for yardstick in yardsticks(first)),
            *more_notes,
        ],
    )


def grouped(experiments: Mapping[str, Experiment], measurements: Sequence[Measurement]) -> list[list[Measurement]]:
    """Measurements of runs that differ only in seed, name, notes and sweep, together, in the order of the firsts.

    Settings without effect do not count. A second run of the same seed is no second sample: it stands by itself.
    """
    groups: list[list[Measurement]] = []
    for one in measurements:
        experiment = experiments[one.run]
        for group in groups:
            members = [experiments[member.run] for member in group]
            seeds = {member.seed for member in members}
            if _settings_of(members[0]) == _settings_of(experiment) and experiment.seed not in seeds:
                group.append(one)
                break
        else:
            groups.append([one])
    return groups


def differences(experiments: Sequence[Experiment]) -> list[DifferingSetting]:
    """The settings that are not the same in all experiments, in the order of the form."""
    values = [_settings_of(experiment) for experiment in experiments]
    fields = {field.path: field for experiment in experiments for field in _fields(experiment)}
    absent = object()
    differing = [
        field
        for path, field in fields.items()
        if any(value.get(path, absent) != values[0].get(path, absent) for value in values)
    ]
    differing.sort(key=lambda field: list(SECTIONS).index(field.section))
    return [DifferingSetting(field.path, field.title, field.empty) for field in differing]


def yardsticks(experiment: Experiment) -> list[Yardstick]:
    """What the figures can be held against without a run: chance, for classification."""
    if experiment.dataset.tasks != "classification":
        return []
    ways = experiment.dataset.ways
    return [
        Yardstick("chance", {"accuracy": 1 / ways}, f"1 / {ways}, what guessing among {ways} classes gives on average")
    ]


# -- helpers --------------------------------------------------------------------------------------------------------


def _fields(experiment: Experiment) -> list[SettingField]:
    """The settings that make sense for an experiment and say what it is; a folder only says where its files lie."""
    return [field for field in fields_of(experiment) if field.path not in _OWN and field.control != "folder"]


def _settings_of(experiment: Experiment) -> dict[str, Any]:
    return {field.path: experiment.value(field.path) for field in _fields(experiment)}


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


def _measured_on(experiment: Experiment) -> dict[str, Any]:
    """The settings that say which tasks validation and test have."""
    settings = _settings_of(experiment)
    return {path: settings[path] for path in settings if path.startswith("dataset.") and path not in _OF_TRAINING}


def _way_out(path: str, value: Any, experiments: Sequence[Experiment]) -> str:
    """How runs become comparable that differ in a setting of their tasks; empty where only training anew helps."""
    fixed_ways = any(experiment.algorithm.fixed_ways for experiment in experiments)
    if path in ("dataset.shots", "dataset.queries") or (path == "dataset.ways" and not fixed_ways):
        return f". Measure both with the same: --set {path}={value}"
    return ""


def _line(
    name: str, experiments: Sequence[Experiment], measurements: Sequence[Measurement],
    result: Mapping[str, Sequence[float]], shown: Sequence[DifferingSetting],
) -> Line:  # fmt: skip
    """The line of one experiment, with nothing to differ from yet."""
    settings = _settings_of(experiments[0])
    spread = None
    if len(measurements) > 1:
        spread = {metric: deviation([average(one.metrics[metric]) for one in measurements]) for metric in result}
    return Line(
        name=name,
        runs=[one.run for one in measurements],
        seeds=[experiment.seed for experiment in experiments],
        iterations=[one.report.iteration for one in measurements],
        settings={one.path: settings[one.path] for one in shown if one.path in settings},
        metrics={metric: interval(values) for metric, values in result.items()},
        spread=spread,
        transductive=measurements[0].transductive,
        difference=None,
    )


def _over_seeds(measurements: Sequence[Measurement]) -> dict[str, list[float]]:
    """Of each metric the values of the tasks, each the mean over the seeds."""
    return {
        metric: [average(of_task) for of_task in zip(*(one.metrics[metric] for one in measurements), strict=True)]
        for metric in measurements[0].metrics
    }


def _line_names(labels: Sequence[tuple[str, str]]) -> list[str]:
    """A name for each line from label and run: the label where no other line has it, else the name of the run."""
    only = [label for label, _ in labels]
    return [run if only.count(label) > 1 else label for label, run in labels]


def _notes(metric: Metric, lines: Sequence[Line], reference: str) -> list[str]:
    """What the columns mean, and of which lines something has to be said."""
    notes = ["±: half of the 95 % interval over the tasks, 1.96 · s/√n."]
    if any(line.spread for line in lines):
        words = "each task counts with its mean over them; sd is the standard deviation of their results."
        notes.append(f"Several seeds are one line: {words}")
    if len(lines) > 1:
        notes.append(
            f"Difference of {metric.title}: from {reference}, task by task; p by the paired t-test, two-sided, over "
            "the tasks, not corrected for the number of comparisons."
        )
    if metric.name == "accuracy":
        notes.append(
            f"Precision, recall, F1: macro over the classes of a task. ECE: {BINS} bins, the queries of a task."
        )
    together = [line.name for line in lines if line.transductive]
    if together:
        who = "all lines" if len(together) == len(lines) else ", ".join(together)
        notes.append(f"Transductive (the queries of a task are normalised together): {who}.")
    return notes


def _noted(
    measuring: Generator[Preparing | Warned, None, Measurement], which: str, notes: list[str]
) -> Generator[Preparing | Warned, None, Measurement]:
    """Measure, say of which run, and keep what is warned of once: it belongs to the figures."""
    while True:
        try:
            news = next(measuring)
        except StopIteration as stop:
            return stop.value  # type: ignore[no-any-return]
        if isinstance(news, Warned) and news.message not in notes:
            notes.append(news.message)
        if isinstance(news, Preparing):
            news = dataclasses.replace(news, what=f"{which}: {news.what[:1].lower()}{news.what[1:]}")
        yield news


def _changed(run: Run, changes: Mapping[str, Any]) -> Experiment:
    """The experiment of a run with other settings; errors name the run."""
    try:
        return changed(run.experiment, changes).check()
    except ExperimentError as error:
        raise _of_run(run.name, error) from error


def _named(run: Run, experiment: Experiment, notes: list[str]) -> Experiment:
    """The experiment under the name that a person has given to its run; a note where that cannot be read."""
    try:
        name = read_about(run.path).name
    except AboutError as error:
        notes.append(f"{error}.")
        return experiment
    return experiment.with_value("name", name) if name else experiment


def _of_run(run: str, error: ExperimentError) -> ExperimentError:
    return ExperimentError(Problem(problem.path, f"{problem.message} (in {run})") for problem in error.problems)
