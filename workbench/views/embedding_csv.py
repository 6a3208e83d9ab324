"""An embedding as CSV: where every example and every centre lies after each step."""

import csv
import io
from collections.abc import Iterator

from core.runs.embedding import Embedding

HEADER = ("run", "split", "task", "iteration", "set", "class", "example", "step", "x", "y")


def csv_pieces(embedding: Embedding) -> Iterator[str]:
    """Rows of text, a piece for each step. Examples are counted from 1; a centre is of no example."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    centre = "prototype" if embedding.are_prototypes else "class mean"
    whose: list[tuple[int, str, str, int | str]] = []
    for place in range(embedding.examples):
        name = embedding.classes[embedding.of_class[place]] if embedding.classes else ""
        side = "query" if embedding.is_query[place] else "support"
        whose.append((int(embedding.tasks[place]), side, name, int(embedding.numbers[place]) + 1))
    for task, way in zip(embedding.centre_tasks, embedding.centre_classes, strict=True):
        whose.append((int(task), centre, embedding.classes[way], ""))
    for step, places in enumerate(embedding.places):
        for (task, side, name, number), (x, y) in zip(whose, places.tolist(), strict=True):
            known = [embedding.run, embedding.split, task, embedding.iteration]
            writer.writerow([*known, side, name, number, step, x, y])
        yield out.getvalue()
        out.seek(0)
        out.truncate()
