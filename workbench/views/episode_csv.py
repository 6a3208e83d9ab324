"""A task as CSV: every example, and of each query what the model says of it after every step."""

import csv
import io
from collections.abc import Iterator

from core.runs.episodes import Episode

HEADER = ("run", "split", "task", "iteration", "set", "class", "example", "step", "predicted", "confidence", "right")
FUNCTION_HEADER = ("run", "split", "task", "iteration", "curve", "step", "x", "y")


def csv_pieces(episode: Episode) -> Iterator[str]:
    """Rows of text. For classes, a query has the probability of each class of the task at the end of its row."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    known = (episode.run, episode.split, episode.number, episode.iteration)
    if episode.support is not None and episode.query is not None:
        writer.writerow([*HEADER, *(f"P({name})" for name in episode.classes)])
        for way, number in zip(episode.support.classes, episode.support.numbers, strict=True):
            writer.writerow([*known, "support", episode.classes[way], number + 1])
        for step, rows in enumerate(episode.probabilities):
            for way, number, row in zip(episode.query.classes, episode.query.numbers, rows, strict=True):
                guess = int(row.argmax())
                said = [step, episode.classes[guess], float(row[guess]), int(guess == way)]
                writer.writerow([*known, "query", episode.classes[way], number + 1, *said, *row.tolist()])
    elif episode.function is not None:
        function = episode.function
        writer.writerow(FUNCTION_HEADER)
        writer.writerows(
            [*known, "support", "", x, y] for x, y in zip(function["support_x"], function["support_y"], strict=True)
        )
        writer.writerows([*known, "truth", "", x, y] for x, y in zip(function["x"], function["truth"], strict=True))
        for step, values in enumerate(function["steps"]):
            writer.writerows([*known, "prediction", step, x, y] for x, y in zip(function["x"], values, strict=True))
    yield out.getvalue()
