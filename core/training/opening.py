"""From the description of an experiment to the things themselves: the source of tasks, the algorithm, the device."""

import os
from collections.abc import Generator

from core import registry
from core.algorithms.algorithm import Algorithm
from core.algorithms.objective import objective_for
from core.experiment import Experiment
from core.lazy import torch
from core.places import Places
from core.settings import DatasetSettings
from core.tasks.task import Notice, TaskFacts, TaskSource
from core.training import ranks
from core.training.pipes import PipeWorkers
from core.training.reports import Preparing, Warned
from core.training.workers import Workers


def open_source(dataset: DatasetSettings, seed: int, places: Places) -> Generator[Preparing | Warned, None, TaskSource]:
    """Make a dataset ready, telling how far it is. Raises DataError."""
    opening = registry.datasets.of(dataset).open(dataset, seed, places)
    while True:
        try:
            news = next(opening)
        except StopIteration as stop:
            return stop.value  # type: ignore[no-any-return]
        yield Warned(news.message) if isinstance(news, Notice) else Preparing(**vars(news))


def build(experiment: Experiment, source: TaskSource) -> Algorithm:
    """The algorithm of an experiment, with its learner and objective, for the tasks of a source."""
    return assemble(experiment, source.facts)


def assemble(experiment: Experiment, facts: TaskFacts) -> Algorithm:
    """The same where the source itself is not at hand."""
    outputs = facts.outputs if experiment.algorithm.has_head else None
    learner = registry.learners.of(experiment.learner)(experiment.learner, facts.input_shape, outputs)
    learner.layout = experiment.compute.memory_layout
    objective = objective_for(experiment.dataset.tasks)
    return registry.algorithms.of(experiment.algorithm)(experiment.algorithm, learner, objective, facts)  # type: ignore[no-any-return]


def share(experiment: Experiment, facts: TaskFacts, processes: int, device: str) -> Workers:
    """This process and its workers, `processes` in all: those that torchrun has started, or others of its own."""
    crew = ranks.crew()
    if crew is not None:
        return ranks.RankWorkers(crew, experiment, facts, processes, device)
    return PipeWorkers(experiment, facts, processes, device)


def machine_threads() -> int:
    """Threads that torch may use: what OMP_NUM_THREADS says, else one for each processor."""
    wanted = os.environ.get("OMP_NUM_THREADS", "")
    return int(wanted) if wanted.isdecimal() and int(wanted) > 0 else os.cpu_count() or 1


def choose_device(wanted: str) -> str:
    """The device that a setting stands for. Raises ValueError for one that this machine does not have."""
    available = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if wanted == "auto":
        return next(device for device in ("cuda", "mps", "cpu") if available[device])
    if not available[wanted]:
        found = ", ".join(device for device, there in available.items() if there)
        raise ValueError(f"compute.device = {wanted!r}: this machine has no such device; it has {found}")
    return wanted
