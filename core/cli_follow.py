"""Following a run in the terminal: its reports are shown until its end, or until somebody wants it to stop."""

import contextlib
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

from core.cli_output import DONE, FAILED, INTERRUPTED, Bar, JsonLines, Output, silence_stdout
from core.places import Places
from core.runs.run import Run, RunError
from core.tasks.task import DataError
from core.training.checkpoint import CheckpointError
from core.training.reports import Failed, Finished
from core.training.training import Training
from core.training.workers import WorkerFailed


class Outcome:
    """How a command ended, and the run that it was about."""

    def __init__(self, run: str) -> None:
        self.run, self.code = run, DONE


def follow(make_run: Callable[[], Run], places: Places, as_json: bool) -> int:
    """Train a run to its end, or until a signal or a reader that goes away stops it; returns the exit code.

    A run that is left early writes a checkpoint, is paused, and can be resumed.
    """
    with output_for(as_json, places.runs) as output, endings_told(output) as outcome:
        run = make_run()
        outcome.run = run.name
        training = Training(run.experiment, run, places)
        training.leave_as = "paused"  # whoever interrupts may come back
        with _asked_to_stop() as asked, training:
            last = _shown(training, output, asked)
        if last is None:
            outcome.code = INTERRUPTED
            left = vars(training.summary("interrupted")) | {"error": _interrupted(run.name, training.iteration)}
            with contextlib.suppress(BrokenPipeError):  # it may have been the reader who left
                output.show(Failed(**left))
        elif last.status == "failed":
            outcome.code = FAILED
    return outcome.code


@contextlib.contextmanager
def endings_told(output: Output, run: str = "") -> Iterator[Outcome]:
    """Show what keeps a run from starting, or a measurement from being made, as the last report."""
    outcome = Outcome(run)
    try:
        yield outcome
    except KeyboardInterrupt:
        outcome.code = INTERRUPTED
        output.show(_unfinished(outcome.run, "interrupted", _interrupted(outcome.run, 0)))
    except BrokenPipeError:
        silence_stdout()
        outcome.code = FAILED
    except (RunError, DataError, CheckpointError, OSError, WorkerFailed) as error:
        outcome.code = FAILED
        what, remedy = str(error), "Mend what is named and try again."
        if isinstance(error, WorkerFailed):
            what, remedy = f"{what}\n{error.complaints}".strip(), "Try again with --set compute.workers=1."
        failure = {"title": "This cannot be done", "what": what, "remedy": remedy, "details": ""}
        output.show(_unfinished(outcome.run, "failed", failure))


def output_for(as_json: bool, runs: Path | None = None) -> Output:
    return JsonLines() if as_json else Bar(runs=runs)


def _shown(training: Training, output: Output, asked: list[int]) -> Finished | None:
    """Show every report; returns the last one, or None where the run is left before it.

    A signal is obeyed between two reports and never within an iteration, so the checkpoint is whole.
    """
    for report in training:
        try:
            output.show(report)
        except BrokenPipeError:
            silence_stdout()
            return None
        if isinstance(report, Finished):
            return report
        if asked:
            return None
    return None


@contextlib.contextmanager
def _asked_to_stop() -> Iterator[list[int]]:
    """The signals that ask the program to stop: the first one is noted, a second one interrupts at once."""
    asked: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        if asked:
            raise KeyboardInterrupt
        asked.append(number)

    before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupted(run: str, iteration: int) -> dict[str, str]:
    what = f"{run} was interrupted after iteration {iteration:,}." if iteration else f"{run} was interrupted."
    return {"title": "Interrupted", "what": what, "remedy": f"Go on with: innerloop resume {run}", "details": ""}


def _unfinished(run: str, status: str, error: dict[str, str]) -> Failed:
    return Failed(
        run=run, status=status, iterations=0, seconds=0.0, tasks_per_second=0.0, best=None, test=None, error=error
    )
