"""How far a run is and what it has begun with: all that a checkpoint keeps beside its tensors."""

from dataclasses import dataclass
from typing import Any

from core.experiment import Experiment
from core.training.reports import EvaluationReport


@dataclass
class Progress:
    """Grows with a run, and says whether there is any hope left for it."""

    experiment: Experiment
    iteration: int = 0
    seconds: float = 0.0  # inside training and evaluation, without pauses
    iterating: float = 0.0  # the part of it that outer steps took
    evaluated_at: int = -1  # the iteration of the last evaluation
    best: dict[str, Any] | None = None
    processes: int | None = None  # with which the run has begun
    precision: str | None = None  # in which it has begun
    at_once: int | None = None  # how many tasks it takes at once; fewer where memory has run out

    def __post_init__(self) -> None:
        self.at_once = self.experiment.compute.tasks_at_once

    def has_done(self, seconds: float) -> None:
        """One iteration more, which took so long."""
        self.iteration += 1
        self.seconds += seconds
        self.iterating += seconds

    def has_measured(self, report: EvaluationReport, higher_is_better: bool) -> bool:
        """An evaluation of the validation classes; whether none was better."""
        self.evaluated_at = self.iteration
        sign = 1 if higher_is_better else -1
        if self.best is not None and sign * report.after <= sign * self.best["value"]:
            return False
        self.best = {
            "iteration": self.iteration,
            "metric": report.metric,
            "value": report.after,
            "ci95": report.ci95,
        }
        return True

    def state(self, metrics_size: int) -> dict[str, Any]:
        """What a checkpoint keeps; `metrics_size` is how many bytes of the recorded metrics belong to it."""
        return {
            "iteration": self.iteration,
            "seconds": self.seconds,
            "iterating": self.iterating,
            "best": self.best,
            "evaluated": self.evaluated_at,
            "processes": self.processes,
            "precision": self.precision,
            "tasks_at_once": self.at_once,
            "metrics_size": metrics_size,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take over what a checkpoint has kept."""
        self.iteration, self.evaluated_at = state["iteration"], state["evaluated"]
        self.seconds, self.iterating, self.best = state["seconds"], state["iterating"], state["best"]
        self.processes = state.get("processes", 1)  # earlier versions knew of one only, and of 32 bits
        self.precision = state.get("precision", "float32")
        self.at_once = state.get("tasks_at_once", self.at_once)

    @property
    def facts(self) -> dict[str, Any]:
        """What the status of a run says of it."""
        return {
            "iteration": self.iteration,
            "seconds": self.seconds,
            "best": self.best,
            "tasks_per_second": self.tasks_per_second,
        }

    @property
    def tasks_per_second(self) -> float:
        done = self.iteration * self.experiment.outer.meta_batch_size
        return done / self.iterating if self.iterating else 0.0

    @property
    def hopeless(self) -> str:
        """Why training ends before its last iteration, where the experiment asks for that; else empty.

        It depends on nothing but what checkpoints keep, so a resumed run ends where the unbroken one would have ended.
        """
        patience, every = self.experiment.evaluation.patience, self.experiment.evaluation.every
        if patience is None or self.best is None or self.iteration == self.experiment.iterations:
            return ""
        best = self.best["iteration"]
        without = (self.evaluated_at - best) // every
        if without < patience:
            return ""
        times = "1 evaluation" if without == 1 else f"{without} evaluations in a row"
        return (
            f"Ended early, at iteration {self.iteration:,} of {self.experiment.iterations:,}: {times} without a better "
            f"validation result than that of iteration {best:,}"
        )
