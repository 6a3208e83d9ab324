"""What would help a run for which memory is too short: settings to lower, each with what it is estimated to save.

Every proposal is the experiment with one setting changed, and what it saves is the difference of two counts (see
footprint.py). So nothing is proposed that does not help this algorithm with this network.
"""

import math
import traceback
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from typing import Any

from core import assignments, schema
from core.experiment import Experiment
from core.lazy import torch
from core.learners.layers import widths_of
from core.problems import ExperimentError
from core.tasks.task import TaskFacts
from core.training import footprint, planning
from core.training.reports import Preparing

WORTH = 0.05  # of what a run takes, at least, for a setting to be named
MOST = 6  # settings that are named
_PER_WORKER = 300 * 2**20  # bytes of torch in another process (docs/architecture.md)
_SAME_GRADIENT = ("compute.mapping", "compute.workers")  # these change nothing of what is learnt, and come first
_SIZES = ("learner", "algorithm", "outer.meta_batch_size")  # sections and settings whose whole numbers may be sizes
_WIDTHS = ("learner.hidden", "learner.channels")  # texts that hold widths
_SIDE = "dataset.side"  # of pictures, in pixels


@dataclass(frozen=True)
class Situation:
    """Where memory ran out."""

    experiment: Experiment
    facts: TaskFacts
    device: str
    iteration: int
    processes: int | None  # with which the run has begun
    by_torchrun: int | None  # processes that torchrun has started
    measuring: bool  # and not training


@dataclass(frozen=True)
class Remedy:
    """One setting to change. What it saves is None where that could not be estimated."""

    path: str
    before: Any
    value: Any
    saved: int | None = None  # bytes
    share: float | None = None  # of what the run takes, 0 to 1


@dataclass(frozen=True)
class Advice:
    """What a run takes in all its processes, in bytes, and what would lower that: what saves most comes first."""

    needed: int | None
    remedies: tuple[Remedy, ...]

    def __str__(self) -> str:
        """For the terminal: one line for each setting, as it is typed there."""
        if not self.remedies:
            return "No setting of this experiment would lower that by much: take a machine with more memory."
        title = "Start it again with one of these"
        title += ":" if self.needed is None else "; what they save is estimated:"
        lines = [
            f"  --set {assignments.written(remedy.path, remedy.value)} (now {_said(remedy.before)}){_saving(remedy)}"
            for remedy in self.remedies
        ]
        return "\n".join([title, *lines])


def advise(at: Situation, log: Callable[[str], None]) -> Generator[Preparing, None, Advice]:
    """Look for what would help, telling how far that is.

    An algorithm from elsewhere may ask tensors for numbers, and cannot be counted then: the `log` says so, and what is
    likely to help is named without what it saves.
    """
    try:
        return (yield from _counted(at))
    except Exception:  # noqa: BLE001 - the run has failed already, and this is only about what to do next
        log(f"What would save memory cannot be estimated:\n{traceback.format_exc()}")
    return Advice(None, tuple(remedy for remedy, *_ in _proposals(at))[:MOST])


def amount(size: int) -> str:
    """Bytes as people read them: ``1.4 GiB``, ``320 MiB``, ``12 KiB``."""
    if size >= 2**30:
        return f"{size / 2**30:.1f} GiB"
    return f"{size / 2**20:.0f} MiB" if size >= 2**20 else f"{size / 2**10:.0f} KiB"


def _counted(at: Situation) -> Generator[Preparing, None, Advice]:
    proposals = list(_proposals(at))
    total = len(proposals) + 1
    yield Preparing("Looking for settings that save memory", 0, total, "settings")
    needed = _needed(at.experiment, at.facts, at)
    found = []
    for done, (remedy, changed, facts) in enumerate(proposals, start=1):
        yield Preparing("Looking for settings that save memory", done, total, "settings")
        saved = needed - _needed(changed, facts, at)
        if saved >= WORTH * needed:
            found.append(Remedy(remedy.path, remedy.before, remedy.value, saved, saved / needed))
    found.sort(key=lambda remedy: (remedy.path not in _SAME_GRADIENT, -(remedy.saved or 0)))
    return Advice(needed, tuple(found[:MOST]))


def _needed(experiment: Experiment, facts: TaskFacts, at: Situation) -> int:
    """Bytes that a run takes at the least, in all processes that share a memory."""
    plan = planning.plan(experiment, at.device, at.processes, at.by_torchrun)
    if at.measuring:
        own = footprint.of_measuring(experiment, facts, planning.measures_at_once(experiment, at.device))
    else:
        own = footprint.of_training(experiment, facts, plan.at_iteration(at.iteration), at.iteration)
    if at.by_torchrun or plan.processes == 1:
        return own.all
    if at.device == "cpu":  # the first process holds the batch, and each of the others its share of it
        return 2 * own.batch + plan.processes * own.work + (plan.processes - 1) * _PER_WORKER
    return own.all * math.ceil(plan.processes / max(1, torch.cuda.device_count()))


def _proposals(at: Situation) -> Iterator[tuple[Remedy, Experiment, TaskFacts]]:
    """Settings with less in them, where the experiment can then still be run: what comes first is likelier to help."""
    experiment = at.experiment
    for path, value in _less(at):
        before = experiment.value(path)
        if value == before:
            continue
        try:
            changed = experiment.with_value(path, value).check()
        except ExperimentError:
            continue  # this algorithm, network or data do not allow it
        facts = at.facts
        if path == _SIDE:
            facts = facts._replace(input_shape=(facts.input_shape[0], value, value))
        yield Remedy(path, _now(path, at), value), changed, facts


def _less(at: Situation) -> Iterator[tuple[str, Any]]:
    experiment = at.experiment
    plan = planning.plan(experiment, at.device, at.processes, at.by_torchrun)
    fields = {field.path: field for field in schema.fields_of(experiment)}
    if plan.processes > 1 and not at.by_torchrun:
        yield "compute.workers", plan.processes // 2
    if not at.measuring and plan.at_iteration(at.iteration) != "sequential":
        yield "compute.mapping", "sequential"
    split = "validation" if at.measuring else "train"
    size = experiment.dataset.shape(split)
    for name, now in zip(("ways", "shots", "queries"), size, strict=True):
        # Fewer ways or shots would be other tasks to measure on; of training they are a choice.
        path = f"dataset.{name}" if at.measuring else f"dataset.train_{name}"
        if path in fields and (name == "queries" or not at.measuring):
            yield path, _half(now, fields[path])
    if "algorithm.first_order" in fields:
        yield "algorithm.first_order", True
    yield "compute.precision", "bfloat16"
    for path, field in fields.items():
        now = experiment.value(path)
        sized = path in _SIZES or path.partition(".")[0] in _SIZES or path == _SIDE
        if sized and field.control == "whole" and now is not None:
            yield path, _half(now, field)
        elif path in _WIDTHS:
            yield path, "-".join(str(max(1, width // 2)) for width in widths_of(now))


def _half(value: int, field: schema.SettingField) -> int:
    return max(value // 2, round(field.minimum or 0))


def _now(path: str, at: Situation) -> Any:
    """What stands for a setting now, where it is left to others."""
    value = at.experiment.value(path)
    if value is not None:
        return value
    if path == "compute.workers":
        return planning.plan(at.experiment, at.device, at.processes, at.by_torchrun).processes
    return at.experiment.value(path.replace("train_", ""))


def _said(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _saving(remedy: Remedy) -> str:
    if remedy.saved is None or remedy.share is None:
        return ""
    return f": {100 * remedy.share:.0f} % less, {amount(remedy.saved)}"
