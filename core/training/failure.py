"""Why a run failed, in words for people: a title, what happened, what to try, and details that can be copied."""

import traceback
from dataclasses import asdict, dataclass, replace
from typing import Any, Self

from core import memory
from core.experiment import Experiment
from core.problems import ExperimentError
from core.tasks.task import DataError
from core.training.checkpoint import CheckpointError, FolderGone
from core.training.compile_ahead import CompileAheadFailed
from core.training.remedies import Advice, Remedy, amount
from core.training.workers import WorkerFailed


@dataclass(frozen=True)
class Failure:
    title: str
    what: str
    remedy: str
    details: str
    remedies: tuple[Remedy, ...] = ()  # settings that would help, where it is known which

    def to_dict(self) -> dict[str, Any]:
        """Title, what, remedy and details; and `remedies`, a list of dictionaries, where there are some."""
        plain = asdict(self) | {"remedies": [asdict(remedy) for remedy in self.remedies]}
        return plain if self.remedies else {name: value for name, value in plain.items() if name != "remedies"}

    def advised(self, advice: Advice) -> Self:
        """The same with what would help, and how much memory the run needs where that could be estimated."""
        need = f" It needs at least {amount(advice.needed)} by estimate, one task at a time." if advice.needed else ""
        return replace(self, what=self.what + need, remedy=str(advice), remedies=advice.remedies)


class Diverged(ArithmeticError):
    """The meta-loss or the meta-gradient is no longer a finite number."""

    def __init__(self, quantity: str, value: float, iteration: int, checkpoint: str | None) -> None:
        self.quantity, self.value, self.iteration, self.checkpoint = quantity, value, iteration, checkpoint
        super().__init__(f"the {quantity} of iteration {iteration} is {value}")


def explain(error: Exception, experiment: Experiment) -> Failure:
    """A failure for any error of training."""
    details = "".join(traceback.format_exception(error))
    if isinstance(error, WorkerFailed):
        details = f"{details}\n{error.complaints}"
    if isinstance(error, Diverged):
        kept = f"The last good checkpoint is {error.checkpoint}." if error.checkpoint else "There is no checkpoint yet."
        return Failure("The run diverged", f"{str(error).capitalize()}. {kept}", _calmer(experiment), details)
    if isinstance(error, CheckpointError):
        return Failure(
            "The run cannot go on",
            f"{str(error)[:1].upper()}{str(error)[1:]}. Its curves and checkpoints are as they were.",
            "Put a copy of one of the files back if you have one; else start the experiment again.",
            details,
        )
    if isinstance(error, CompileAheadFailed):
        remedy = "Set compute.mapping to auto or vectorised, which need no compiler."
        return Failure("The inner loop could not be compiled", str(error), remedy, f"{details}\n{error.complaints}")
    if isinstance(error, DataError):
        return Failure("The data cannot be used", str(error), "Mend what is named above and start again.", details)
    if isinstance(error, ExperimentError):
        return Failure("The experiment cannot be run", str(error), "Change the named settings.", details)
    if memory.ran_out(error):
        return Failure(
            "Out of memory",
            "There is too little memory for this experiment.",
            "Close other programs, take a smaller network or smaller pictures, or lower dataset.queries.",
            details,
        )
    if isinstance(error, WorkerFailed):
        remedy = error.remedy or "If this looks like a fault of the program, copy the details into a report."
        return Failure("A worker process failed", f"{str(error)[:1].upper()}{str(error)[1:]}.", remedy, details)
    if isinstance(error, FolderGone):
        return Failure(
            "The run's folder is gone",
            f"{error}. Without it nothing of the run can be kept, so training has ended.",
            "Put the folder back where it was, and resume the run; else start the experiment again.",
            "",  # a traceback says no more, and there is no log that it could be read in
        )
    if isinstance(error, OSError):
        return Failure("A file could not be read or written", str(error), "Check the disk and the folder.", details)
    return Failure(
        f"Training stopped with {type(error).__name__}",
        str(error) or "No message was given.",
        "If this looks like a fault of the program, copy the details into a report.",
        details,
    )


def _calmer(experiment: Experiment) -> str:
    tries = [f"a smaller outer.lr (now {experiment.outer.lr:g})"]
    inner_lr = getattr(experiment.algorithm, "inner_lr", None)
    if inner_lr is not None:
        tries.insert(0, f"a smaller algorithm.inner_lr (now {inner_lr:g})")
    if experiment.outer.clip_gradient is None:
        tries.append("outer.clip_gradient = 10")
    return f"Try {', or '.join(tries)}."
