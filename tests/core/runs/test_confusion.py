"""What is taken for what: counts against a plain count of each task's own predictions, and measures against theirs."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import torch
from trained import trained, whole

from core.experiment import Experiment
from core.places import Places
from core.runs.confusion import Confusion, ConfusionQuestion, Confusions, NoClassesError, confusions, worst_together
from core.runs.episodes import episode
from core.runs.measure import gap, measure
from core.runs.opened import LastOpened
from core.runs.run import Run

SETTINGS: dict[str, Any] = {
    "dataset": {"kind": "glyphs", "ways": 3, "queries": 4, "train_ways": 6},
    "learner": {"kind": "conv4", "filters": 4, "query_normalization": "population"},
    "algorithm": {"kind": "prototypical"},
    "outer": {"iterations": 3, "meta_batch_size": 2},
    "evaluation": {"every": 3, "tasks": 5, "test_tasks": 5},
    "compute": {"device": "cpu"},
}
TASKS = 120


@pytest.fixture(scope="module")
def run(glyph_places: Places) -> Iterator[Run]:
    threads = torch.get_num_threads()
    yield trained(Experiment.from_dict(SETTINGS), glyph_places)
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def found(run: Run, glyph_places: Places) -> Confusions:
    return whole(confusions(ConfusionQuestion(run.name, "test", TASKS), run, LastOpened(glyph_places), glyph_places))


def test_counts_are_those_of_the_single_tasks(run: Run, glyph_places: Places, found: Confusions) -> None:
    opened = whole(LastOpened(glyph_places).open(run))
    counts: dict[tuple[str, str], int] = {}
    sure, hits = [], []
    for number in range(TASKS):
        task = episode(opened, "test", number)
        assert task.query is not None
        rows = task.probabilities[task.evaluated_steps]
        for true, row in zip(task.query.classes, rows, strict=True):
            pair = task.classes[true], task.classes[int(row.argmax())]
            counts[pair] = counts.get(pair, 0) + 1
            sure.append(float(row.max()))
            hits.append(pair[0] == pair[1])
    assert found.unseen.counts == counts
    assert found.unseen.size.sum() == TASKS * 12
    assert found.unseen.mean("accuracy").mean == pytest.approx(np.mean(hits))
    # Guo et al. 2017: bins ((b − 1)/15, b/15], here with a plain loop.
    error = 0.0
    for number in range(15):
        inside = [i for i, value in enumerate(sure) if number / 15 < value <= (number + 1) / 15]
        if inside:
            error += abs(sum(hits[i] for i in inside) - sum(sure[i] for i in inside)) / len(sure)
    assert found.unseen.pooled_ece == pytest.approx(error, abs=1e-6)


def test_a_class_is_measured_against_the_others_of_its_tasks(found: Confusions) -> None:
    unseen = found.unseen
    rows = {each.name: each for each in unseen.classes}
    assert len(rows) > 100
    for name in list(rows)[:20]:
        given = sum(number for (true, _), number in unseen.counts.items() if true == name)
        taken = sum(number for (_, guess), number in unseen.counts.items() if guess == name)
        hits = unseen.counts.get((name, name), 0)
        assert rows[name].queries == given
        assert rows[name].recall == pytest.approx(hits / given)
        assert rows[name].precision == pytest.approx(hits / taken if taken else 0.0)
        assert rows[name].f1 == pytest.approx(2 * hits / (given + taken))


def test_every_figure_and_the_gap_are_those_of_the_terminal(run: Run, glyph_places: Places, found: Confusions) -> None:
    unseen, seen = (whole(measure(run, glyph_places, split, tasks=TASKS)) for split in ("test", "train"))
    apart = gap(seen, unseen)
    for name in ("accuracy", "precision", "recall", "f1", "ece"):
        for measured, part in ((unseen, found.unseen), (seen, found.seen)):
            reported = measured.report.metrics[name]
            assert part.mean(name).mean == pytest.approx(reported["mean"], abs=1e-5)
            assert part.mean(name).ci95 == pytest.approx(reported["ci95"], abs=1e-5)
        assert found.gap(name).mean == pytest.approx(apart.metrics[name]["mean"], abs=1e-5)
        assert found.gap(name).ci95 == pytest.approx(apart.metrics[name]["ci95"], abs=1e-5)
    assert found.unseen.mean("ece").mean > found.unseen.pooled_ece  # few queries of one task are biased upwards
    for part, split in ((found.seen, "train"), (found.unseen, "test")):
        assert {each.name for each in part.classes} <= set(run.read_split()[split])


def confusion(counts: dict[tuple[str, str], int]) -> Confusion:
    none = np.zeros(15, np.int64)
    return Confusion("test", 1, counts, {}, none * 1.0, none, none)


def test_the_worst_stand_together() -> None:
    made = confusion({("a", "a"): 9, ("a", "b"): 1, ("b", "b"): 5, ("b", "c"): 5, ("c", "c"): 8, ("d", "d"): 3})
    assert made.pairs == [("b", "c", 5), ("a", "b", 1)]
    assert worst_together(made, 3) == ["b", "c", "a"]
    assert worst_together(made, 9) == ["b", "c", "a", "d"]


def test_regression_has_no_classes(tiny: Any, places: Places) -> None:
    run = trained(tiny(), places)
    with pytest.raises(NoClassesError, match="no classes that could be confused"):
        whole(confusions(ConfusionQuestion(run.name, "test", 5), run, LastOpened(places), places))
