"""Comparing runs: all measured on the same tasks, the settings in which they differ, and whether a difference is more
than the tasks' chance.

Runs of one experiment with several seeds are one line. Everything but `compare` itself is a pure function of
experiments and measurements; how the result is shown is not known here (core/cli_tables.py).
"""

import dataclasses
from collections.abc import Generator, Mapping, Sequence
from typing import Any, Literal

from core.experiment import Experiment
from core.places import Places
from core.problems import ExperimentError, Problem
from core.runs.about import AboutError, read_about
from core.runs.comparable import check_comparable
from core.runs.comparison import Comparison, Line, Yardstick, chance
from core.runs.differing import DifferingSetting, differences, settings_of, told_apart
from core.runs.measure import Measurement, changed, measure
from core.runs.run import Run
from core.runs.statistics import average, deviation, interval, paired
from core.training.checkpoint import CheckpointError
from core.training.reports import Preparing, Warned
from core.training.scores import BINS, METRICS, Metric

Against = Literal["best", "first"]


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
    seeded = [settings_of(one) | {"seed": one.seed} for one in experiments.values()]
    called = dict(zip(experiments, _names(list(experiments.values()), list(experiments), seeded), strict=True))
    first = next(iter(experiments.values()))
    if tasks is None:
        tasks = first.evaluation.tasks if split == "validation" else first.evaluation.test_tasks
    measurements = []
    for place, run in enumerate(runs, start=1):
        try:
            measuring = measure(run, places, split, tasks=tasks, changes=_as_trained(run, changes), drawn_for=first)
            measurements.append((yield from _noted(measuring, f"Run {place} of {len(runs)}", notes)))
        except CheckpointError as error:
            raise CheckpointError(f"{run.name}: {error}") from error
        except ExperimentError as error:
            raise _of_run(run.name, error) from error
        status = run.status["status"]
        if status != "finished":
            notes.append(f"{called[run.name]} is {status}: its best checkpoint so far is measured.")
    return table(experiments, measurements, against, notes)


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
    firsts = [experiments[group[0].run] for group in groups]
    names = _names(firsts, [group[0].run for group in groups], list(map(settings_of, firsts)))
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
            if settings_of(members[0]) == settings_of(experiment) and experiment.seed not in seeds:
                group.append(one)
                break
        else:
            groups.append([one])
    return groups


def yardsticks(experiment: Experiment) -> list[Yardstick]:
    """What the figures can be held against without a run: chance, for classification."""
    if experiment.dataset.tasks != "classification":
        return []
    ways = experiment.dataset.ways
    source = f"1 / {ways}, what guessing among {ways} classes gives on average"
    return [Yardstick("chance", {"accuracy": chance(ways)}, source)]


# -- helpers --------------------------------------------------------------------------------------------------------


def _line(
    name: str, experiments: Sequence[Experiment], measurements: Sequence[Measurement],
    result: Mapping[str, Sequence[float]], shown: Sequence[DifferingSetting],
) -> Line:  # fmt: skip
    """The line of one experiment, with nothing to differ from yet."""
    settings = settings_of(experiments[0])
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


def _names(
    experiments: Sequence[Experiment], runs: Sequence[str], settings: Sequence[Mapping[str, Any]]
) -> list[str]:  # fmt: skip
    """A name for each: its label, with what it differs in where another one has it, or the name of its run."""
    found = told_apart([one.label for one in experiments], settings)
    return [run if found.count(name) > 1 else name for name, run in zip(found, runs, strict=True)]


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
        return changed(run.experiment, _as_trained(run, changes)).check()
    except ExperimentError as error:
        raise _of_run(run.name, error) from error


def _as_trained(run: Run, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Changes of what a run is measured on, which leave what it was trained on as it was."""
    trained = dict(zip(("ways", "shots", "queries"), run.experiment.dataset.shape("train"), strict=True))
    kept = {f"dataset.train_{part}": size for part, size in trained.items() if f"dataset.{part}" in changes}
    return {**kept, **changes}


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
