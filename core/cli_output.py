"""What the terminal shows of a run: lines of JSON for programs, or a progress bar and a few lines for people."""

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, Self

from core.figures import figure
from core.training.reports import (
    EvaluationReport,
    Failed,
    Finished,
    IterationReport,
    Preparing,
    Report,
    Started,
    Warned,
    plain,
)

if TYPE_CHECKING:
    from rich.console import Console

DONE, FAILED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130  # exit codes
_SMOOTHING = 0.98  # share of the past in the loss that the bar shows
_REDRAW_SECONDS = 0.1


class Output(Protocol):
    """Where reports go. A context manager, since a progress bar must be ended."""

    def __enter__(self) -> Self: ...
    def __exit__(self, *_: object) -> None: ...
    def show(self, report: Report) -> None: ...


class JsonLines:
    """One JSON object on each line of stdout, at once, and nothing else; what is being prepared is left out."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def show(self, report: Report) -> None:
        if isinstance(report, Preparing):
            return
        sys.stdout.write(json.dumps(plain(report.to_json()), allow_nan=False) + "\n")
        sys.stdout.flush()


class Bar:
    """A progress bar where stdout is a terminal; else only the lines that are worth keeping.

    With `aside` all goes to stderr, and stdout is left to a result. `runs` is the folder of the runs, where logs are.
    """

    def __init__(self, aside: bool = False, runs: Path | None = None) -> None:
        self._aside, self._runs = aside, runs

    def __enter__(self) -> Self:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        self._console = console(self._aside)
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[facts]}"),
            console=self._console,
            auto_refresh=False,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._task = self._progress.add_task("", total=None, facts="")
        self._progress.start()
        self._loss: float | None = None
        self._first: IterationReport | None = None
        self._validation = self._preparing = ""
        self._iterations, self._redrawn = 0, 0.0
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def show(self, report: Report) -> None:
        if isinstance(report, IterationReport):
            self._iterate(report)
        elif isinstance(report, Preparing):
            if report.what != self._preparing or self._due():
                self._preparing = report.what
                self._redraw(description=report.what, completed=report.done, total=report.total, facts=report.unit)
        elif isinstance(report, Started):
            self._iterations = report.iterations
            begins = f"goes on from iteration {report.iteration:,}" if report.iteration else "starts"
            self._say(f"{report.run} {begins}: {report.device}, {report.mapping}, {report.parameters:,} parameters")
        elif isinstance(report, EvaluationReport):
            self._evaluated(report)
        elif isinstance(report, Warned):
            self._say(f"Note: {report.message}")
        elif isinstance(report, Failed):
            self._progress.stop()
            self._failed(report)
        elif isinstance(report, Finished):
            self._progress.stop()
            seconds = clock(report.seconds)
            self._say(f"{report.run} finished: {report.iterations:,} iterations in {seconds}")
            if report.early:
                self._say(report.early)

    def _iterate(self, report: IterationReport) -> None:
        past = report.loss if self._loss is None else self._loss
        self._loss = _SMOOTHING * past + (1 - _SMOOTHING) * report.loss
        if self._first is None:
            self._first = report
        self._preparing = ""
        if not self._due():
            return
        facts = [f"loss {self._loss:.4f}"]
        if self._validation:
            facts.append(self._validation)
        seconds, done = report.seconds - self._first.seconds, report.iteration - self._first.iteration
        if done and seconds:
            facts.append(f"{(report.tasks - self._first.tasks) / seconds:,.0f} tasks/s")
            facts.append(f"{clock((self._iterations - report.iteration) * seconds / done)} left")
        self._redraw(
            description="Training", completed=report.iteration, total=self._iterations, facts=" · ".join(facts)
        )

    def _evaluated(self, report: EvaluationReport) -> None:
        reached = figure(report.metric, report.after, report.ci95)
        if report.before is not None:
            reached += f" (before adaptation {figure(report.metric, report.before)})"
        if report.split == "validation":
            self._validation = f"validation {figure(report.metric, report.after)}"
        best = ", the best so far" if report.best else ""
        at = f"iteration {report.iteration:>7,}"
        self._say(f"{at}  {report.split} {report.metric} {reached}, {report.tasks} tasks{best}")

    def _failed(self, report: Failed) -> None:
        error = report.error or {}
        self._say(f"{error.get('title')}: {error.get('what')}\n{error.get('remedy')}")
        if error.get("details") and self._runs is not None:
            self._say(f"The details are in {self._runs / report.run / 'log.txt'}.")

    def _due(self) -> bool:
        return time.monotonic() - self._redrawn >= _REDRAW_SECONDS

    def _redraw(self, **fields: Any) -> None:
        self._redrawn = time.monotonic()
        self._progress.update(self._task, **fields)
        self._progress.refresh()

    def _say(self, text: str) -> None:
        self._console.print(text, markup=False, highlight=False, soft_wrap=True)


def complain(what: object, code: int) -> int:
    """Say on stderr what is wrong; returns the exit code."""
    print(f"innerloop: {what}", file=sys.stderr)
    return code


def silence_stdout() -> None:
    """Whoever read stdout is gone; without this Python would complain once more when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def console(aside: bool = False) -> "Console":
    """Where tables and bars go: stdout, or stderr for what is `aside`; wide enough for whole rows where it is no
    terminal."""
    from rich.console import Console

    class PlainConsole(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # rich would end the program here, in the middle of a run

    stream = sys.stderr if aside else sys.stdout
    return PlainConsole(stderr=aside, width=None if stream.isatty() else 200)


def clock(seconds: float) -> str:
    """A length of time as ``00:17`` or ``3:05:00``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes:02d}:{rest:02d}"
