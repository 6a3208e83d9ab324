"""A run as MLflow keeps runs: its settings, its numbers, and its files."""

import os
import tempfile
from collections.abc import Generator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

from core.export.problems import ExportError, imported
from core.export.scalars import moments
from core.export.weights import write_weights
from core.runs.run import Run
from core.schema import fields_of
from core.training.checkpoint import BEST
from core.training.reports import Preparing

PACKAGES = ("mlflow",)
STORE = "MLFLOW_TRACKING_URI"
_AT_ONCE = 1000  # values in one request: MLflow takes no more
_LONGEST = 6000  # characters of a parameter
_STATUSES = {"finished": "FINISHED", "failed": "FAILED", "crashed": "FAILED", "running": "RUNNING"}


class Value(NamedTuple):
    """One number at one time."""

    name: str
    value: float
    time: int  # milliseconds since 1970
    step: int  # the iteration


@dataclass(frozen=True)
class Record:
    """What MLflow is told of a run."""

    experiment: str  # under which it is filed: dataset and task
    name: str
    status: str
    begun: int  # milliseconds since 1970
    ended: int
    params: dict[str, str]  # the settings that make sense for the run, by dotted path
    tags: dict[str, str]
    values: list[Value]


def write_mlflow(run: Run, store: str | None) -> Generator[Preparing, None, str]:
    """Add a run to a store of MLflow, telling how far it is; returns the store and the run's number there.

    `store` is a tracking URI, or a file that becomes a database in SQLite; None for the one that MLFLOW_TRACKING_URI
    names. A run that is added twice is there twice. Raises MissingPackageError, ExportError, ExperimentError,
    CheckpointError, ValueError for damaged files, and OSError.
    """
    os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")  # nothing is sent anywhere but to the store
    mlflow = imported("mlflow", "mlflow")
    to, files = _place(store)
    record = recorded(run)
    try:
        client = mlflow.MlflowClient(tracking_uri=to)
        number = _filed(client, record, files)
        yield from _tell(client, number, record)
        yield Preparing("Copying the run's files to MLflow")
        _copy_files(client, number, run)
        client.set_terminated(number, record.status, end_time=record.ended)
    except mlflow.exceptions.MlflowException as error:
        raise ExportError(f"MLflow at {to} says: {error}") from error
    return f"{to}, run {number}"


def recorded(run: Run) -> Record:
    """What there is to tell. Raises ExperimentError and ValueError for damaged files."""
    experiment, status = run.experiment, run.status
    values = [
        Value(name, value, round(1000 * moment.time), moment.iteration)
        for moment in moments(run)
        for name, value in moment.values.items()
    ]
    begun = round(1000 * run.made.timestamp())
    return Record(
        experiment=f"{experiment.dataset.kind} {experiment.task_label}",
        name=experiment.label,
        status=_STATUSES.get(status["status"], "KILLED"),
        begun=begun,
        ended=max([begun, *(value.time for value in values)]),
        params={field.path: str(experiment.value(field.path))[:_LONGEST] for field in fields_of(experiment)},
        tags={"innerloop.run": run.name, "innerloop.version": metadata.version("innerloop")},
        values=values,
    )


def _place(store: str | None) -> tuple[str, str | None]:
    """The tracking URI, and where files are kept beside a database; None where the store decides."""
    store = store or os.environ.get(STORE)
    if not store:
        raise ExportError(f"say where MLflow keeps runs: a file such as mlflow.db, an address, or {STORE}")
    if "://" in store:
        return store, None
    path = Path(store).expanduser().resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{path.as_posix()}", path.with_name(f"{path.stem}-files").as_uri()


def _filed(client: Any, record: Record, files: str | None) -> str:
    """Begin a run, under the experiment of its tasks; returns its number."""
    known = client.get_experiment_by_name(record.experiment)
    place = f"{files}/{record.experiment.replace(' ', '-')}" if files else None
    under = known.experiment_id if known else client.create_experiment(record.experiment, artifact_location=place)
    made = client.create_run(under, start_time=record.begun, tags=record.tags, run_name=record.name)
    return str(made.info.run_id)


def _tell(client: Any, number: str, record: Record) -> Generator[Preparing, None, None]:
    entities = imported("mlflow", "mlflow.entities")
    client.log_batch(number, params=[entities.Param(*pair) for pair in record.params.items()])
    for first in range(0, len(record.values), _AT_ONCE):
        yield Preparing("Telling MLflow the numbers", first, len(record.values), "values")
        some = record.values[first : first + _AT_ONCE]
        client.log_batch(number, metrics=[entities.Metric(*value) for value in some])


def _copy_files(client: Any, number: str, run: Run) -> None:
    for name in ("experiment.toml", "environment.json"):
        client.log_artifact(number, str(run.path / name))
    if (run.checkpoints / BEST).exists():
        with tempfile.TemporaryDirectory() as folder:
            client.log_artifact(number, str(write_weights(run, Path(folder) / "weights.safetensors")))
