"""Measuring what a run has learnt once more: other tasks, more of them, other shots, on its best checkpoint."""

from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, ClassVar

from core.experiment import Experiment
from core.lazy import torch
from core.learners.layers import Params
from core.places import Places
from core.problems import ExperimentError, Problem
from core.runs.run import Run
from core.runs.statistics import apart
from core.settings import DatasetSettings
from core.training import checkpoint, planning, ranks
from core.training.evaluation import evaluate_tasks
from core.training.opening import build, choose_device, machine_threads, open_source, share
from core.training.outer import meta_of
from core.training.reports import EvaluationReport, Preparing, Report, Warned
from core.training.scores import METRICS

SEEN = "train"  # the split whose classes a run has seen


@dataclass(frozen=True)
class Measurement:
    """What the best checkpoint of a run reaches on each of some tasks."""

    run: str
    split: str
    tasks: range  # their numbers
    seed: int  # that they are drawn with
    steps: int  # inner steps before the queries are predicted; 0 without an inner loop
    transductive: bool  # whether the queries of a task are normalised together, so that each one sees the others
    metrics: dict[str, list[float]]  # by name, as core/training/scores.py has them: one value for each task
    report: EvaluationReport  # the same as means, with the loss and the figure before adaptation


@dataclass(frozen=True)
class Gap(Report):
    """How much better a run does on the classes that it was trained on. The sign is that of seen − unseen."""

    event: ClassVar[str] = "gap"
    seen: str  # the splits
    unseen: str
    metrics: dict[str, dict[str, float]]  # name -> mean and ci95 of the difference, as of independent samples


def measure(
    run: Run, places: Places, split: str, *, tasks: int | None = None, changes: Mapping[str, Any] | None = None,
    drawn_for: Experiment | None = None,
) -> Generator[Preparing | Warned, None, Measurement]:  # fmt: skip
    """Measure the best checkpoint of a run on `tasks` tasks of a split; by default on as many as the run would.

    The tasks of validation and test are number 0 and those that follow. The split ``train`` gives tasks of the seen
    classes in the shape of evaluation, numbered from where training has drawn its last one, so that the classes are
    known and the tasks are new. `changes` are settings, by dotted path, that hold for this measurement only.
    `drawn_for` is another experiment whose dataset and seed the tasks are drawn with. Nothing is written into the run.
    Many tasks of pictures are shared over processes, as in training; what is found does not depend on their number.

    Raises ExperimentError for settings that do not fit what was learnt and for seen classes where there are none,
    CheckpointError, RunError, DataError, WorkerFailed, and ValueError for a device that this machine does not have.
    """
    experiment = changed(run.experiment, changes or {}).check()
    drawn_for = (drawn_for or experiment).check()
    dataset, first = drawn_for.dataset, 0
    if split == SEEN:
        check_has_classes(experiment)
        dataset = evaluation_shape(drawn_for).dataset
        first = experiment.iterations * experiment.outer.meta_batch_size * experiment.algorithm.candidates
    if tasks is None:
        tasks = experiment.evaluation.tasks if split == "validation" else experiment.evaluation.test_tasks
    best = checkpoint.load(run.checkpoints / checkpoint.BEST)
    device = choose_device(experiment.compute.device)
    home = yield from open_source(experiment.dataset, experiment.seed, places)
    home.to(device)
    algorithm = build(experiment, home)
    meta = meta_of(best.tensors)
    _check_fit(meta, algorithm.init(torch.Generator()))
    source = home
    if (dataset, drawn_for.seed) != (experiment.dataset, experiment.seed):
        source = yield from open_source(dataset, drawn_for.seed, places)
        source.to(device)
    if split != SEEN:
        yield from _warn_of_seen(run, source.classes[split], split)
    numbers = range(first, first + tasks)
    together = ranks.processes(experiment.compute)
    processes = together or planning.measuring_processes(experiment, device, tasks)
    with (
        _threads(machine_threads() // (1 if together else processes)),
        share(experiment, home.facts, processes, device) as workers,
    ):
        for _ in workers.start():
            yield Preparing("Starting worker processes")
        report, metrics = yield from evaluate_tasks(
            experiment, algorithm, {name: value.to(device) for name, value in meta.items()}, source, split,
            home=home, iteration=best.state["iteration"], tasks=numbers, beyond=0,
            metrics=METRICS[experiment.dataset.tasks], workers=workers,
            vectorised=planning.measures_at_once(experiment, device),
        )  # fmt: skip
    return Measurement(
        run=run.name,
        split=split,
        tasks=numbers,
        seed=drawn_for.seed,
        steps=experiment.evaluation_steps,
        transductive=transductive(experiment),
        metrics=metrics,
        report=report,
    )


def gap(seen: Measurement, unseen: Measurement) -> Gap:
    """What seen classes are better by, for each metric."""
    found = {name: apart(values, unseen.metrics[name]) for name, values in seen.metrics.items()}
    return Gap(seen.split, unseen.split, {name: vars(by) for name, by in found.items()})


def changed(experiment: Experiment, changes: Mapping[str, Any]) -> Experiment:
    """The experiment with other settings, by dotted path. Raises ExperimentError."""
    for path, value in changes.items():
        experiment = experiment.with_value(path, value)
    return experiment


def transductive(experiment: Experiment) -> bool:
    """Whether a prediction depends on the other queries of its task. Figures of both sorts do not compare."""
    return experiment.algorithm.uses_learner and experiment.learner.query_statistics == "transductive"


def check_has_classes(experiment: Experiment) -> None:
    """Raise ExperimentError for tasks that have no classes to be seen or unseen."""
    if experiment.dataset.tasks == "regression":
        message = f"{experiment.dataset.title} has no classes, so there are none that were seen in training"
        raise ExperimentError([Problem("dataset.kind", message)])


def evaluation_shape(experiment: Experiment) -> Experiment:
    """The same with training tasks of as many ways, shots and queries as evaluation has.

    Raises ExperimentError where the training classes are too few for that.
    """
    same = {f"dataset.{name}": None for name in DatasetSettings.model_fields if name.startswith("train_")}
    return changed(experiment, same).check()


@contextmanager
def _threads(count: int) -> Iterator[None]:
    """torch computes with so many threads for a while."""
    before = torch.get_num_threads()
    torch.set_num_threads(max(1, count))
    try:
        yield
    finally:
        torch.set_num_threads(before)


def _warn_of_seen(run: Run, measured: list[str], split: str) -> Generator[Warned, None, None]:
    """Other settings may have dealt out the classes anew: say so where some are measured that were trained on."""
    both = set(run.read_split().get(SEEN, [])).intersection(measured)
    if both:
        yield Warned(
            f"{len(both):,} of the {len(measured):,} {split} classes, such as {min(both)}, are training classes of "
            f"{run.name} by their names: unless the names mean others now, this is no measure of unseen classes"
        )


def _check_fit(learnt: Params, asked: Params) -> None:
    """Raise ExperimentError where the settings describe another network than the one that was learnt."""
    for name in learnt.keys() | asked.keys():
        has, needs = (_shape(params, name) for params in (learnt, asked))
        if has != needs:
            message = f"these settings do not fit what the run has learnt: {name} is {has} there and {needs} here"
            raise ExperimentError([Problem("", message)])


def _shape(params: Params, name: str) -> str:
    return "×".join(map(str, params[name].shape)) or "a number" if name in params else "absent"
