"""The numbers of a run's course as other programs keep them: names and values by iteration and by time."""

import math
from collections.abc import Iterator
from typing import Any, NamedTuple

from core.runs.run import Run

_OF_ITERATIONS = ("loss", "accuracy", "gradient_norm", "lr")


class Moment(NamedTuple):
    """What was known after an iteration."""

    time: float  # seconds since 1970: when the run was made, and its seconds of training; pauses are left out
    iteration: int
    values: dict[str, float]  # such as train/loss and validation/accuracy


def moments(run: Run) -> Iterator[Moment]:
    """Everything that a run has recorded, in the order of time. Values that are not finite are left out.

    ``train/loss``, ``…/accuracy``, ``…/gradient_norm`` and ``…/lr`` for each iteration; for each measurement of
    validation and test tasks the metric, its ``_before`` adaptation, half of its 95 % interval as ``_ci95``, and the
    ``loss``. The test stands at the iteration of the checkpoint that was tested. Raises ValueError for a damaged file.
    """
    begun = run.made.timestamp()
    spent = 0.0
    for record in run.records():
        if record["event"] == "iteration":
            spent = record["seconds"]
            values = {f"train/{name}": record[name] for name in _OF_ITERATIONS}
        elif record["event"] == "evaluation":
            spent += record["seconds"]
            values = _measured(record)
        else:
            continue
        known = {name: float(value) for name, value in values.items() if value is not None and math.isfinite(value)}
        yield Moment(begun + spent, record["iteration"], known)


def _measured(record: dict[str, Any]) -> dict[str, float | None]:
    split, metric = record["split"], record["metric"]
    found = {metric: record["after"], f"{metric}_before": record["before"], f"{metric}_ci95": record["ci95"]}
    return {f"{split}/{name}": value for name, value in (found | {"loss": record["loss"]}).items()}
