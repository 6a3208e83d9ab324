"""How long runs will take, told from earlier runs of the same shape: how many tasks a second they took.

Real numbers among the settings are step sizes, weights and limits: they do not change what a task costs. All others of
dataset, learner and algorithm do, and so do the size of the meta-batch and how the run is computed.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.experiment import Experiment
from core.problems import ExperimentError
from core.runs.run import Run

Shape = str
_COMPUTED = ("device", "mapping", "precision", "workers", "tasks_at_once")


@dataclass(frozen=True)
class Pace:
    """Tasks per second of one run, in training and in measuring; None where it has measured nothing."""

    trained: float
    measured: float | None


@dataclass(frozen=True)
class Estimate:
    """How long some runs take one after another: `seconds` for those whose shape has been run, `unknown` others."""

    seconds: float
    unknown: int
    at_most: bool = False  # whether some of them may end early


def shape(experiment: Experiment) -> Shape:
    """What decides how long a task takes, as a text that is the same for runs of one shape."""
    data = experiment.to_dict()
    parts: dict[str, Any] = {"meta_batch_size": experiment.outer.meta_batch_size}
    for section in ("dataset", "learner", "algorithm"):
        parts[section] = {name: value for name, value in data[section].items() if not isinstance(value, float)}
    parts["compute"] = {name: data["compute"].get(name) for name in _COMPUTED}
    parts["steps"] = experiment.evaluation_steps
    return json.dumps(parts, sort_keys=True)


def paces(runs: Path, wanted: Iterable[Shape]) -> dict[Shape, Pace]:
    """The pace of the newest run of each of these shapes, as far as there are any. Reads folders; raises OSError."""
    missing, found = set(wanted), dict[Shape, Pace]()
    folders = sorted((path for path in runs.iterdir() if path.is_dir()), reverse=True) if runs.is_dir() else []
    for folder in folders:
        if not missing:
            break
        run = Run(folder)
        status = run.status
        if not status.get("tasks_per_second") or not (folder / "experiment.toml").is_file():
            continue
        try:
            experiment = run.experiment
        except ExperimentError:
            continue  # the table of runs says that it is damaged
        if (of := shape(experiment)) in missing:
            missing.remove(of)
            found[of] = _pace(experiment, status)
    return found


def estimate(experiments: Iterable[Experiment], known: Mapping[Shape, Pace]) -> Estimate:
    """How long these experiments take, one after another, at paces that are known."""
    seconds, unknown, at_most = 0.0, 0, False
    for experiment in experiments:
        pace = known.get(shape(experiment))
        if pace is None:
            unknown += 1
            continue
        at_most = at_most or experiment.evaluation.patience is not None
        seconds += experiment.iterations * experiment.outer.meta_batch_size / pace.trained
        if pace.measured is not None:
            seconds += _measured_tasks(experiment, experiment.iterations, finished=True) / pace.measured
    return Estimate(seconds, unknown, at_most)


def words(found: Estimate, runs: int) -> str:
    """An estimate as people say it: ``about 8 minutes``; what is not known is said as well."""
    if found.unknown == runs:
        return "how long is not known, for no run of this shape has been trained yet"
    length = f"{'at most ' if found.at_most else ''}about {_length(found.seconds)}"
    if not found.unknown:
        return length
    rest = "1 takes" if found.unknown == 1 else f"{found.unknown} take"
    why = "no run of that shape has been trained yet"
    return f"{length} for {runs - found.unknown} of them; how long {rest} is not known, for {why}"


def _pace(experiment: Experiment, status: Mapping[str, Any]) -> Pace:
    trained, iteration = float(status["tasks_per_second"]), int(status.get("iteration") or 0)
    measuring = float(status.get("seconds") or 0.0) - iteration * experiment.outer.meta_batch_size / trained
    tasks = _measured_tasks(experiment, iteration, finished=status.get("status") == "finished")
    return Pace(trained, tasks / measuring if tasks and measuring > 0 else None)


def _measured_tasks(experiment: Experiment, iteration: int, finished: bool) -> int:
    """How many tasks a run has measured up to an iteration."""
    chosen = experiment.evaluation
    evaluations = iteration // chosen.every + (finished and iteration % chosen.every > 0)
    return evaluations * chosen.tasks + (chosen.test_tasks if finished else 0)


def _length(seconds: float) -> str:
    """A length of time with as many digits as an estimate is good for."""
    for unit, size in (("day", 86400.0), ("hour", 3600.0), ("minute", 60.0)):
        if seconds >= 1.5 * size:
            many = seconds / size
            return f"{many:.1f} {unit}s" if many < 9.5 and unit != "minute" else f"{many:.0f} {unit}s"
    return f"{max(seconds, 1):.0f} seconds" if seconds >= 1.5 else "a second"
