"""What is on show in Try it, as CSV: the classes with their confidence, or the points and the function."""

import csv
import io
from collections.abc import Iterator

from core.runs.own_task import OwnTask, PointTask
from core.runs.tryit import Function, Prediction
from workbench.views.tiles import letter_of

CLASS_HEADER = ("class", "name", "examples", "confidence")
POINT_HEADER = ("what", "step", "x", "y")


def csv_pieces(task: OwnTask | None, prediction: Prediction | None, function: Function | None) -> Iterator[str]:
    """A row for each class, or for each point and each place of the function after each step."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    if isinstance(task, PointTask):
        writer.writerow(POINT_HEADER)
        writer.writerows(("point", "", x, y) for x, y in task.points)
        for step, values in enumerate(function.steps if function is not None else ()):
            writer.writerows(("function", step, x, y) for x, y in zip(function.x, values, strict=True))
    elif task is not None:
        writer.writerow(CLASS_HEADER)
        shares = dict(zip(task.filled, prediction.probabilities, strict=True)) if prediction is not None else {}
        for way, (name, examples) in enumerate(zip(task.names, task.classes, strict=True)):
            drawn = sum(not each.is_blank for each in examples)
            writer.writerow((letter_of(way), name, drawn, shares.get(way, "")))
    yield out.getvalue()
