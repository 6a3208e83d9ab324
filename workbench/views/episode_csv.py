"""A task as CSV: every example, and of each query what the model says of it after every step."""

from collections.abc import Iterator

from core.runs.episodes import Episode
from workbench.views.csv_rows import CsvRows

HEADER = ("run", "split", "task", "iteration", "set", "class", "example", "step", "predicted", "confidence", "right")
FUNCTION_HEADER = ("run", "split", "task", "iteration", "curve", "step", "x", "y")


def csv_pieces(episode: Episode) -> Iterator[str]:
    """Rows of text. For classes, a query has the probability of each class of the task at the end of its row."""
    known = (episode.run, episode.split, episode.number, episode.iteration)
    if episode.support is not None and episode.query is not None:
        rows = CsvRows([*HEADER, *(f"P({name})" for name in episode.classes)])
        for way, number in zip(episode.support.classes, episode.support.numbers, strict=True):
            rows.add(*known, "support", episode.classes[way], number + 1)
        for step, probabilities in enumerate(episode.probabilities):
            queries = zip(episode.query.classes, episode.query.numbers, probabilities, strict=True)
            for way, number, shares in queries:
                guess = int(shares.argmax())
                said = [step, episode.classes[guess], float(shares[guess]), int(guess == way)]
                rows.add(*known, "query", episode.classes[way], number + 1, *said, *shares.tolist())
        yield rows.taken()
    elif episode.function is not None:
        function = episode.function
        rows = CsvRows(FUNCTION_HEADER)
        points = zip(function["support_x"], function["support_y"], strict=True)
        rows.add_all([*known, "support", "", x, y] for x, y in points)
        rows.add_all([*known, "truth", "", x, y] for x, y in zip(function["x"], function["truth"], strict=True))
        for step, values in enumerate(function["steps"]):
            rows.add_all([*known, "prediction", step, x, y] for x, y in zip(function["x"], values, strict=True))
        yield rows.taken()
