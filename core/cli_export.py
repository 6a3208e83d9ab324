"""Exporting in the terminal: a run in another form, and the report of one run or several."""

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TypeVar

from core.cli_follow import endings_told
from core.cli_measure import shown
from core.cli_output import DONE, Bar
from core.export.forms import Form, write_adapted
from core.export.onnx import OfTask
from core.export.problems import ExportError
from core.places import Places
from core.problems import ExperimentError, Problem
from core.runs.run import Run, RunError
from core.training.reports import Preparing, Warned

_Result = TypeVar("_Result")
LOGS = "tensorboard"  # the folder for the form of that name, where none is given


def export_run(run: Run, places: Places, form: Form, output: str | None, task: OfTask | None) -> int:
    """Write a run in a form and say on stdout where it is; text without an `output` goes to stdout itself.

    Returns the exit code. What is under way, and failures, go to stderr.
    """
    if form.text is not None and not output:
        print(form.text(run.experiment), end="")
        return DONE
    if task is not None and form.id != "onnx":
        raise ExperimentError([Problem("", f"--task is for the form onnx, and not for {form.id}")])
    target = output or {"file": f"{run.name}{form.suffix}", "folder": LOGS, "store": ""}[form.target]
    writing = form.write(run, target, places) if task is None else write_adapted(run, target, places, task)
    return _told(writing, run.name)


def write_report(runs: Sequence[Run], places: Places, output: Path | None, recorded: bool) -> int:
    """Write the report of some runs and say on stdout where it is. Returns the exit code."""
    from core.export.report import report

    target = output or Path(f"{runs[0].name if len(runs) == 1 else 'comparison'}.html")
    return _told(report(runs, places, target, measured=not recorded), runs[0].name)


def _told(writing: Generator[Preparing | Warned, None, object], run: str) -> int:
    with Bar(aside=True) as bar, endings_told(bar, run) as outcome:
        print(shown(_as_run_error(writing), bar, set()))
    return outcome.code


def _as_run_error(work: Generator[Preparing | Warned, None, _Result]) -> Generator[Preparing | Warned, None, _Result]:
    """What cannot be exported, and files that are damaged, are told of like a run that cannot be opened."""
    try:
        return (yield from work)
    except ExperimentError:
        raise
    except (ExportError, ValueError) as error:
        raise RunError(str(error)) from error
