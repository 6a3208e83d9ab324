"""Runs that are really trained, for tests to look into, and generators driven to their end."""

from typing import Any

from core.experiment import Experiment
from core.places import Places
from core.runs.run import Run
from core.training.training import Training


def trained(experiment: Experiment | dict[str, Any], places: Places) -> Run:
    """A finished run of an experiment, or of the settings of one."""
    made = experiment if isinstance(experiment, Experiment) else Experiment.from_dict(experiment)
    run = Run.create(made, places.runs)
    with Training(made, run, places) as training:
        *_, last = training
    assert last.status == "finished", last  # type: ignore[attr-defined]
    return run


def whole(work: Any, told: list[Any] | None = None) -> Any:
    """What a generator returns; what it yields on the way goes to `told`."""
    while True:
        try:
            news = next(work)
        except StopIteration as stop:
            return stop.value
        if told is not None:
            told.append(news)
