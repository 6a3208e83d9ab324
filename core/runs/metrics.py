"""The numbers of one run as columns: read from metrics.jsonl, or gathered live from the same records."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

ITERATION_COLUMNS = ("iteration", "loss", "accuracy", "gradient_norm", "lr", "seconds", "tasks")
EVALUATION_COLUMNS = ("iteration", "before", "after", "ci95", "loss", "seconds", "best")


class Columns:
    """Named columns of float64 that grow at the end; None becomes NaN."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(names)
        self._data = np.empty((256, len(self._names)))
        self._rows = 0

    def __len__(self) -> int:
        return self._rows

    def __getitem__(self, name: str) -> NDArray[np.float64]:
        """One column, [rows]. A view: it does not follow later rows."""
        return self._data[: self._rows, self._names.index(name)]

    def extend(self, records: list[Mapping[str, Any]]) -> None:
        """Append one row per record; names that a record lacks become NaN."""
        if records:
            self._append(np.array([[_number(record.get(name)) for name in self._names] for record in records]))

    def join(self, later: "Columns") -> None:
        """Append the rows of other columns of the same names."""
        self._append(later._data[: later._rows])

    def _append(self, rows: NDArray[np.float64]) -> None:
        needed = self._rows + len(rows)
        if needed > len(self._data):
            grown = np.empty((max(needed, 2 * len(self._data)), len(self._names)))
            grown[: self._rows] = self._data[: self._rows]
            self._data = grown
        self._data[self._rows : needed] = rows
        self._rows = needed


@dataclass(frozen=True)
class StepCurve:
    """How validation tasks adapted at one time of a run: the metric after some of the inner steps."""

    steps: NDArray[np.float64]  # [n], ascending, 0 for before adapting
    mean: NDArray[np.float64]  # [n]
    ci95: NDArray[np.float64]  # [n], half widths of the 95 % intervals


class Metrics:
    """What is known of a run's course: `iterations`, `evaluations` on validation tasks, and the `metric` measured.

    `courses` has the adaptation curve of each evaluation by its iteration; runs of earlier versions recorded none.
    """

    def __init__(self, metric: str = "accuracy") -> None:
        self.metric = metric
        self.iterations = Columns(ITERATION_COLUMNS)
        self.evaluations = Columns(EVALUATION_COLUMNS)
        self.courses: dict[int, StepCurve] = {}

    def extend(self, records: Iterable[Mapping[str, Any]]) -> None:
        """Take in records such as `Report.to_json` gives; sorts other than these two are passed over.

        Raises ValueError for a curve that is none.
        """
        iterations, evaluations = [], []
        for record in records:
            if record.get("event") == "iteration":
                iterations.append(record)
            elif record.get("event") == "evaluation" and record.get("split") == "validation":
                evaluations.append(record)
                self.metric = str(record["metric"])
                if "course" in record:
                    self.courses[int(record["iteration"])] = _curve(record)
        self.iterations.extend(iterations)
        self.evaluations.extend(evaluations)

    def join(self, later: "Metrics") -> None:
        """Append what `later` holds."""
        self.metric = later.metric
        self.iterations.join(later.iterations)
        self.evaluations.join(later.evaluations)
        self.courses |= later.courses

    @classmethod
    def read(cls, path: Path, until: int | None = None, metric: str = "accuracy") -> "Metrics":
        """Read a metrics.jsonl, up to iteration `until` where that is given.

        A last line that a crash cut short is left out. Raises OSError, and ValueError for a damaged file.
        """
        metrics = cls(metric)
        metrics.extend(record for record in read_records(path) if until is None or record.get("iteration", 0) <= until)
        return metrics


class LayerNorms:
    """The norm of the meta-gradient in each layer, in those iterations of a run that recorded it."""

    def __init__(self, records: Iterable[Mapping[str, Any]]) -> None:
        """From records such as `Report.to_json` gives; those without norms are passed over."""
        found = [record for record in records if record.get("layer_norms")]
        layers = dict.fromkeys(layer for record in found for layer in record["layer_norms"])
        self.iterations = np.array([record["iteration"] for record in found], float)  # [R]
        self.norms = {  # of each layer [R]
            layer: np.array([_number(record["layer_norms"].get(layer)) for record in found]) for layer in layers
        }

    @property
    def whole(self) -> NDArray[np.float64]:
        """The norm over all layers, [R]."""
        return np.sqrt(sum((norms**2 for norms in self.norms.values()), np.zeros(len(self.iterations))))

    @classmethod
    def read(cls, path: Path) -> "LayerNorms":
        """Those in a metrics.jsonl; none of a run of an earlier version. Raises OSError, and ValueError for damage."""
        return cls(read_records(path, b'"layer_norms"'))


def read_records(path: Path, holding: bytes = b"") -> list[dict[str, Any]]:
    """All whole records of a metrics.jsonl, or only those whose line holds some text, which takes a fraction of the
    time; none where the file is not there yet.

    Raises ValueError for damage before the last line, naming the line.
    """
    if not path.exists():
        return []
    records = []
    lines = path.read_bytes().split(b"\n")
    for number, line in enumerate(lines, 1):
        if not line or holding not in line:
            continue
        try:
            record = json.loads(line)
        except ValueError:
            record = None
        if isinstance(record, dict):
            records.append(record)
        elif number < len(lines):  # only what follows the last newline can be a line in the making
            raise ValueError(f"{path.name}, line {number} is damaged; expected one JSON object")
    return records


def _number(value: Any) -> float:
    return float("nan") if value is None else float(value)


def _curve(record: Mapping[str, Any]) -> StepCurve:
    course = record["course"]
    try:
        columns = [np.array([_number(value) for value in course[name]]) for name in ("steps", "mean", "ci95")]
    except (TypeError, KeyError, ValueError):
        columns = []
    if len({len(column) for column in columns}) != 1:
        raise ValueError(
            f"the adaptation curve of iteration {record['iteration']} is damaged; expected steps, mean and ci95 as "
            "lists of one length"
        )
    return StepCurve(*columns)
