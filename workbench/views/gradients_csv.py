"""What the gradients view shows as CSV: one row for each number, whatever it is of."""

import csv
import io
from collections.abc import Iterator

from core.runs.gradients import Gradients

HEADER = ("row", "layer", "iteration", "task", "other task", "step", "value", "low", "high")
EVERY = "all"


def csv_pieces(answer: Gradients, layer: str | None) -> Iterator[str]:
    """Of every layer what the table has, the norms that were recorded and the step sizes; of the chosen one the single
    tasks, their cosines and places, and how the components are spread."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    at = answer.iteration
    for name, each in [(EVERY, answer.whole), *answer.layers.items()]:
        mean, half = each.norm.mean, each.norm.ci95
        writer.writerow(["norm of a task", name, at, "", "", "", mean, mean - half, mean + half])
        writer.writerow(["norm of the mean", name, at, "", "", "", each.mean_norm])
        writer.writerow(["mean cosine", name, at, "", "", "", each.cosine])
    for name, norms in answer.recorded.norms.items():
        rows = zip(answer.recorded.iterations, norms, strict=True)
        writer.writerows(["recorded norm", name, int(iteration), "", "", "", norm] for iteration, norm in rows)
    for name, sizes in answer.step_sizes.items():
        for step, values in enumerate(zip(sizes.mean, sizes.low, sizes.high, strict=True), 1):
            writer.writerow(["step size", name, at, "", "", step if len(sizes.mean) > 1 else "", *values])
    yield _taken(out)
    chosen, name = answer.agreement(layer), layer or EVERY
    writer.writerows(["norm", name, at, task, "", "", norm] for task, norm in enumerate(chosen.norms))
    for number, places in enumerate(chosen.directions.places.T, 1):
        writer.writerows([f"direction {number}", name, at, task, "", "", place] for task, place in enumerate(places))
    spread = answer.histogram(layer)
    for low, high, many in zip(spread.edges[:-1], spread.edges[1:], spread.counts, strict=True):
        writer.writerow(["components", name, at, "", "", "", many, low, high])
    yield _taken(out)
    writer.writerows(["cosine", name, at, one, other, "", cosine] for one, other, cosine in chosen.pairs())
    yield _taken(out)


def _taken(out: io.StringIO) -> str:
    """What was written so far, once."""
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text
