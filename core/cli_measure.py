"""Measuring in the terminal: one run by every metric, or several runs on the same tasks."""

from collections.abc import Generator, Mapping, Sequence
from typing import Any, TypeVar

from core.cli_follow import endings_told, output_for
from core.cli_output import DONE, Bar, JsonLines, Output, console
from core.cli_tables import as_csv, as_latex, as_markdown, as_text, metrics_table
from core.places import Places
from core.runs.compare import Against, compare
from core.runs.measure import SEEN, check_has_classes, gap, measure
from core.runs.run import Run
from core.training.reports import EvaluationReport, Finished, Preparing, Warned

_Result = TypeVar("_Result")


def show_measured(
    run: Run, places: Places, split: str, *, tasks: int | None, changes: Mapping[str, Any], seen: bool, as_json: bool
) -> int:
    """Measure a run and show every metric; with `seen` also on training classes, and the gap. Returns the exit code."""
    if seen:
        check_has_classes(run.experiment)
    known = apart = None
    told: set[str] = set()
    with output_for(as_json) as output, endings_told(output, run.name) as outcome:
        unseen = shown(measure(run, places, split, tasks=tasks, changes=changes), output, told)
        report = unseen.report
        output.show(report)
        if seen:
            of_seen = shown(measure(run, places, SEEN, tasks=len(unseen.tasks), changes=changes), output, told)
            known, apart = of_seen.report, gap(of_seen, unseen)
            output.show(known)
        if as_json:
            if apart is not None:
                output.show(apart)
            output.show(_finished(run, report))
    if outcome.code == DONE and not as_json and len(unseen.metrics) > 1:  # a single metric is in the line above
        console().print(metrics_table(report, known, apart))
    return outcome.code


def show_compared(
    runs: Sequence[Run], places: Places, split: str, *, tasks: int | None, changes: Mapping[str, Any],
    against: Against, form: str,
) -> int:  # fmt: skip
    """Measure runs on the same tasks and write the comparison to stdout, in one of cli_tables.FORMATS.

    Returns the exit code. What is under way, notes and failures go to stderr, but for JSON, where each is a line.
    """
    output: Output = JsonLines() if form == "json" else Bar(aside=True)
    with output, endings_told(output) as outcome:
        made = shown(compare(runs, places, split, tasks=tasks, changes=changes, against=against), output, set())
        if form == "json":
            output.show(made)
    if outcome.code != DONE or form == "json":
        return outcome.code
    if form == "text":
        to = console()
        for part in as_text(made):
            to.print(part, "")
        to.print(*made.notes, sep="\n", markup=False, highlight=False)
    else:
        write = {"markdown": as_markdown, "latex": as_latex, "csv": as_csv}[form]
        print(write(made), end="")
    return DONE


def _finished(run: Run, report: EvaluationReport) -> Finished:
    """The last line of JSON, as that of a training: `test` where the test classes were measured."""
    names = ("metric", "before", "after", "ci95", "tasks", "iteration")
    return Finished(
        run=run.name,
        status="finished",
        iterations=report.iteration,
        seconds=report.seconds,
        tasks_per_second=report.tasks / report.seconds,
        best=run.status.get("best"),
        test={name: getattr(report, name) for name in names} if report.split == "test" else None,
    )


def shown(work: "Generator[Preparing | Warned, None, _Result]", output: Output, told: set[str]) -> _Result:
    """Show how far some work is; returns its result. What was `told` of the data is not told again."""
    while True:
        try:
            news = next(work)
        except StopIteration as stop:
            return stop.value  # type: ignore[no-any-return]
        if isinstance(news, Warned):
            if news.message in told:
                continue
            told.add(news.message)
        output.show(news)
