"""A sweep in the terminal: its runs one after another, past those that fail, and a table of what came of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from core.cli_follow import follow
from core.cli_output import DONE, FAILED, INTERRUPTED, JsonLines, console
from core.cli_tables import plain_table
from core.experiment import Experiment
from core.figures import NOTHING, figure
from core.places import Places
from core.problems import ExperimentError, Problem
from core.runs.index import RunIndex
from core.runs.pace import estimate, paces, shape, words
from core.runs.run import RESUMABLE, Run
from core.runs.sweeps import Line, Member, Outcome, SweepTable, read_experiments, sweep_table
from core.sweep import Plan, Sweep
from core.training.reports import Report
from core.variation import Variation, field_at, parse


@dataclass(frozen=True)
class SweepStarted(Report):
    """What is about to be run, and what cannot be."""

    event: ClassVar[str] = "sweep"
    sweep: str
    runs: int
    values: list[dict[str, Any]]  # of each run, by path
    left_out: list[dict[str, Any]]  # values, and problems in words
    seconds: float | None  # of those runs whose shape has been trained before; None where none has
    unknown: int  # runs of which it is not known


@dataclass(frozen=True)
class SweepRun(Report):
    """The next run begins, goes on, or has been finished earlier; its reports follow."""

    event: ClassVar[str] = "sweep_run"
    number: int  # 1 is the first
    runs: int
    values: dict[str, Any]
    run: str | None = None  # of one that is there already
    status: str = "new"


@dataclass(frozen=True)
class SweepFinished(Report):
    """The end of a sweep: what became of its runs."""

    event: ClassVar[str] = "sweep_finished"
    sweep: str
    finished: int
    failed: int
    left: int  # runs that were not trained to an end
    lines: list[dict[str, Any]] = field(default_factory=list)  # values, runs, statuses, validation and test


def varied(base: Experiment, texts: Sequence[str]) -> dict[str, Variation]:
    """What ``--vary`` asks for, by path. Raises ExperimentError that names every problem at once."""
    found: dict[str, Variation] = {}
    problems = []
    for text in texts:
        path, equals, values = (part.strip() for part in text.partition("="))
        if not equals or not path:
            words = f"--vary {text}: write a setting and its values, as in algorithm.inner_lr=0.01,0.1"
            problems.append(Problem("", words))
        elif path in found:
            problems.append(Problem(path, "is varied twice; give all its values at once"))
        else:
            try:
                found[path] = parse(field_at(base, path), values)
            except ExperimentError as error:
                problems += error.problems
    if problems:
        raise ExperimentError(problems)
    return found


def run_sweep(sweep: Sweep, places: Places, *, as_json: bool, only_show: bool) -> int:
    """Train what the sweep asks for and show its table; returns the exit code, 1 where a run has failed.

    Runs of the same sweep that are there already are not trained twice: one that is finished stays as it is, and one
    that was left goes on. A run that fails is told of and the next one begins; one that is interrupted ends the sweep.
    """
    plan = sweep.plan()
    _show_plan(sweep, plan, places, as_json)
    if only_show or not plan.experiments:
        return DONE if plan.experiments else FAILED
    there = {member.experiment: member.run for member in _members(sweep.label, places)}
    codes: list[int] = []
    for number, experiment in enumerate(plan.experiments, start=1):
        run = Run(places.runs / there[experiment]) if experiment in there else None
        status = "new" if run is None else run.status["status"]
        values = {path: experiment.value(path) for path in sweep.varied}
        name = None if run is None else run.name
        _show_run(SweepRun(number, len(plan.experiments), values, name, status), as_json)
        if run is not None and (status not in RESUMABLE or run.is_held()):
            codes.append(DONE)
            continue
        code, began = _train(experiment, run, places, as_json)
        codes.append(code)
        if code == INTERRUPTED or not began:  # where no folder can be made for one, none can be made for the next
            break
    _show_end(sweep.label, plan, codes, places, as_json)
    return INTERRUPTED if INTERRUPTED in codes else FAILED if FAILED in codes else DONE


def _train(experiment: Experiment, there: Run | None, places: Places, as_json: bool) -> tuple[int, bool]:
    """Train one run to its end; returns the exit code, and whether there was a run at all."""
    made: list[Run] = []

    def make() -> Run:
        made.append(there or Run.create(experiment, places.runs))
        return made[0]

    return follow(make, places, as_json), bool(made)


# -- what is shown --------------------------------------------------------------------------------------------------


def _show_plan(sweep: Sweep, plan: Plan, places: Places, as_json: bool) -> None:
    found = estimate(plan.experiments, paces(places.runs, map(shape, plan.experiments)))
    runs = len(plan.experiments)
    values = [{path: experiment.value(path) for path in sweep.varied} for experiment in plan.experiments]
    if as_json:
        left = [{"values": dict(one.values), "problems": [str(why) for why in one.problems]} for one in plan.left_out]
        seconds = None if found.unknown == runs else found.seconds
        JsonLines().show(SweepStarted(sweep.label, runs, values, left, seconds, found.unknown))
        return
    if plan.left_out:
        many = len(plan.left_out)
        print(f"{many} {'combination' if many == 1 else 'combinations'} cannot be run and will be left out:")
        for one in plan.left_out:
            print(f"  {one.label}: {'; '.join(map(str, one.problems))}")
    print(f"Sweep {sweep.label}: {runs} {'run' if runs == 1 else 'runs'}; {words(found, runs)}")
    table = plain_table("run", *sweep.varied)
    for number, own in enumerate(values, start=1):
        table.add_row(str(number), *map(_said, own.values()))
    console().print(table)


def _show_run(report: SweepRun, as_json: bool) -> None:
    if as_json:
        JsonLines().show(report)
        return
    values = ", ".join(f"{path}={_said(value)}" for path, value in report.values.items())
    what = {"new": "", "finished": f": finished already, as {report.run}"}.get(
        report.status, f": {report.run} is {report.status}"
    )
    print(f"\nRun {report.number} of {report.runs}: {values}{what}", flush=True)


def _show_end(sweep: str, plan: Plan, codes: Sequence[int], places: Places, as_json: bool) -> None:
    members = _members(sweep, places)
    finished, failed = codes.count(DONE), codes.count(FAILED)
    left = len(plan.experiments) - finished - failed
    if not as_json:
        if members:
            print()
            _print_table(sweep_table(sweep, members))
        more = f", {left} left; the same command goes on with them" if left else ""
        print(f"\n{finished} of {len(plan.experiments)} runs finished, {failed} failed{more}")
        return
    lines = [_line(line) for line in sweep_table(sweep, members).lines] if members else []
    JsonLines().show(SweepFinished(sweep, finished, failed, left, lines))


def _line(line: Line) -> dict[str, Any]:
    outcomes: dict[str, Any] = {split: None if found is None else vars(found) for split, found in line.outcomes.items()}
    return {"values": dict(line.values), "runs": list(line.runs), "statuses": dict(line.statuses), **outcomes}


def _print_table(found: SweepTable) -> None:
    table = plain_table(*(setting.path for setting in found.fields), "validation", "test", "status")
    for line in found.lines:
        values = (_said(line.values[one.path]) if one.path in line.values else NOTHING for one in found.fields)
        table.add_row(*values, *(_figure(line.outcomes[split]) for split in ("validation", "test")), line.status)
    console().print(table)


def _figure(found: Outcome | None) -> str:
    """One run with its interval, or the mean of several with how many there are and their standard deviation."""
    if found is None:
        return NOTHING
    if found.sd is None:
        return figure(found.metric, found.mean, found.ci95)
    spread = figure(found.metric, found.sd)
    return f"{figure(found.metric, found.mean)} (sd {spread} over {len(found.single)} seeds)"


def _said(value: Any) -> str:
    if value is None:
        return "none"
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) else str(value)


def _members(sweep: str, places: Places) -> list[Member]:
    """The runs of a sweep that are there, the oldest first."""
    with RunIndex(places.runs) as index:
        index.refresh()
        rows = {row.name: row for row in reversed(index.rows()) if row.sweep == sweep}
    return [Member.of(rows[name], experiment) for name, experiment in read_experiments(places.runs, rows).items()]
