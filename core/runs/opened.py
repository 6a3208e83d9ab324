"""A run opened to be looked at: what it has learnt, and where its tasks come from, read once for many questions."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from core.algorithms.algorithm import Algorithm
from core.experiment import Experiment
from core.learners.layers import Params
from core.places import Places
from core.runs.run import ACTIVE, Run, RunError
from core.settings import DatasetSettings
from core.tasks.task import TaskSource
from core.training import checkpoint
from core.training.checkpoint import Checkpoint, CheckpointError
from core.training.evaluation import population_statistics
from core.training.opening import build, choose_device, open_source
from core.training.outer import meta_of
from core.training.reports import Preparing, Warned

Stamp = tuple[str, int]  # of a checkpoint: the file's name and the time at which it was written


class NothingLearntError(RunError):
    """A run that has not written a checkpoint yet."""


@dataclass(frozen=True)
class OpenedRun:
    """A run at one of its checkpoints. Its tensors lie on the device of `looking_device`."""

    run: Run
    experiment: Experiment
    algorithm: Algorithm
    source: TaskSource
    params: Params  # the meta-parameters, with what a measurement knows of the training classes
    iteration: int  # of the checkpoint
    is_best: bool  # whether that is the best one, and not the newest
    stamp: Stamp


class LastOpened:
    """Opens runs, and keeps the last one: a question about the same checkpoint reads nothing anew, and one about
    another run on the same data no data.

    For use by one thread.
    """

    def __init__(self, places: Places) -> None:
        self._places = places
        self._opened: OpenedRun | None = None
        self._data: _Data | None = None

    def open(self, run: Run) -> Generator[Preparing | Warned, None, OpenedRun]:
        """A run at its newest checkpoint while it trains, and else at its best one, telling how far reading is.

        Raises NothingLearntError before the first checkpoint, CheckpointError, ExperimentError, RunError and DataError.
        """
        known = self._opened
        if known is not None and known.run.path != run.path:
            known = self._opened = None
        paths = shown_checkpoints(run)
        if known is not None and paths and known.stamp == _stamp(paths[0]):
            return known
        path, stamp, found = _first(run, paths)
        if known is not None:
            experiment, source, algorithm = known.experiment, known.source, known.algorithm
        else:
            experiment = run.experiment.check()
            source = yield from self._read(experiment)
            algorithm = build(experiment, source)
        device = looking_device(experiment, trains=run.status["status"] in ACTIVE)
        if source.device != device:
            source.to(device)
        meta = {name: value.to(device) for name, value in meta_of(found.tensors).items()}
        params = {**meta, **population_statistics(algorithm, meta, source)}
        is_best = path.name == checkpoint.BEST
        iteration = found.state["iteration"]
        self._opened = OpenedRun(run, experiment, algorithm, source, params, iteration, is_best, stamp)
        return self._opened

    def _read(self, experiment: Experiment) -> Generator[Preparing | Warned, None, TaskSource]:
        """The tasks of an experiment. What somebody left half read goes on from there, and others have to make room."""
        facts = (experiment.dataset, experiment.seed)
        if self._data is None or self._data.facts != facts or self._data.failed:
            self._data = None
            self._data = _Data(facts, open_source(*facts, self._places))
        return (yield from self._data.read())


class _Data:
    """The data of runs, read for whoever asks first, or goes on asking."""

    def __init__(
        self, facts: tuple[DatasetSettings, int], reading: Generator[Preparing | Warned, None, TaskSource]
    ) -> None:
        self.facts, self._reading = facts, reading
        self._source: TaskSource | None = None
        self._error: Exception | None = None

    @property
    def failed(self) -> bool:
        return self._error is not None

    def read(self) -> Generator[Preparing | Warned, None, TaskSource]:
        """Several may read in turns, and each may stop; the reading itself is not closed with one of them."""
        while self._source is None:
            if self._error is not None:
                raise self._error
            try:
                news = next(self._reading)
            except StopIteration as end:
                self._source = end.value
            except Exception as error:
                self._error = error
                raise
            else:
                yield news
        return self._source


def looking_device(experiment: Experiment, trains: bool) -> str:
    """The device that a run is looked at on: that of its settings.

    It is the CPU while the run trains, which needs the memory of its GPU for itself, and where the settings name a
    device of another machine.
    """
    try:
        device = choose_device(experiment.compute.device)
    except ValueError:
        return "cpu"
    return "cpu" if trains else device


def shown_stamp(run: Run) -> Stamp | None:
    """What tells the checkpoint that would be looked at from an older one; None where there is none."""
    paths = shown_checkpoints(run)
    return _stamp(paths[0]) if paths else None


def shown_checkpoints(run: Run) -> list[Path]:
    """The checkpoints to look at, the first choice first: the newest of a run that trains, else the best one."""
    paths = checkpoint.by_age(run.checkpoints)
    if run.status["status"] in ACTIVE:
        return sorted(paths, key=lambda path: _stamp(path)[1], reverse=True)
    return sorted(paths, key=lambda path: path.name != checkpoint.BEST)  # else the newest stay first


def _first(run: Run, paths: list[Path]) -> tuple[Path, Stamp, Checkpoint]:
    """The first that is still there: a run that trains deletes its older checkpoints."""
    for path in paths:
        stamp = _stamp(path)
        try:
            return path, stamp, checkpoint.load(path)
        except CheckpointError:
            if path.exists():
                raise
    experiment = run.experiment
    first = min(experiment.evaluation.every, experiment.compute.checkpoint_every)
    raise NothingLearntError(f"{run.name} has no checkpoint yet: it writes the first one after iteration {first:,}")


def _stamp(path: Path) -> Stamp:
    try:
        return path.name, path.stat().st_mtime_ns
    except FileNotFoundError:
        return path.name, 0
