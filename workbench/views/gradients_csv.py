"""What the gradients view shows as CSV: one row for each number, whatever it is of."""

from collections.abc import Iterator

from core.runs.gradients import Gradients
from workbench.views.csv_rows import CsvRows

HEADER = ("row", "layer", "iteration", "task", "other task", "step", "value", "low", "high")
EVERY = "all"


def csv_pieces(answer: Gradients, layer: str | None) -> Iterator[str]:
    """Of every layer what the table has, the norms that were recorded and the step sizes; of the chosen one the single
    tasks, their cosines and places, and how the components are spread."""
    table = CsvRows(HEADER)
    at = answer.iteration
    for name, each in [(EVERY, answer.whole), *answer.layers.items()]:
        mean, half = each.norm.mean, each.norm.ci95
        table.add("norm of a task", name, at, "", "", "", mean, mean - half, mean + half)
        table.add("norm of the mean", name, at, "", "", "", each.mean_norm)
        table.add("mean cosine", name, at, "", "", "", each.cosine)
    for name, norms in answer.recorded.norms.items():
        rows = zip(answer.recorded.iterations, norms, strict=True)
        table.add_all(["recorded norm", name, int(iteration), "", "", "", norm] for iteration, norm in rows)
    for name, sizes in answer.step_sizes.items():
        for step, values in enumerate(zip(sizes.mean, sizes.low, sizes.high, strict=True), 1):
            table.add("step size", name, at, "", "", step if len(sizes.mean) > 1 else "", *values)
    yield table.taken()
    chosen, name = answer.agreement(layer), layer or EVERY
    table.add_all(["norm", name, at, task, "", "", norm] for task, norm in enumerate(chosen.norms))
    for number, places in enumerate(chosen.directions.places.T, 1):
        table.add_all([f"direction {number}", name, at, task, "", "", place] for task, place in enumerate(places))
    spread = answer.histogram(layer)
    for low, high, many in zip(spread.edges[:-1], spread.edges[1:], spread.counts, strict=True):
        table.add("components", name, at, "", "", "", many, low, high)
    yield table.taken()
    table.add_all(["cosine", name, at, one, other, "", cosine] for one, other, cosine in chosen.pairs())
    yield table.taken()
