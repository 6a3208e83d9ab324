"""Trying a run: the numbers of a measurement for a task of its own, and the nearest example by an independent way."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from trained import trained, whole

from core import registry
from core.experiment import Experiment
from core.places import Places
from core.runs.episodes import episode
from core.runs.opened import LastOpened, OpenedRun
from core.runs.own_task import Picture, PictureTask, PointTask
from core.runs.run import Run
from core.runs.tryit import NotForTryingError, TryAnswer, Trying, TryQuestion, subject_of
from core.tasks.glyphs import GlyphsSettings, GlyphTasks
from core.training.opening import build

Tiny = Callable[..., Experiment]
SMALL: dict[str, Any] = {
    "dataset": {"kind": "glyphs", "ways": 3, "queries": 2, "shots": 2},
    "learner": {"kind": "conv4", "filters": 4, "query_normalization": "per_query"},
    "algorithm": {"kind": "prototypical"},
    "outer": {"iterations": 2, "meta_batch_size": 1},
    "evaluation": {"every": 2, "tasks": 5, "test_tasks": 5},
    "compute": {"device": "cpu"},
}
OTHERS: dict[str, dict[str, Any]] = {
    "protonet": {},
    "population": {"learner": {"kind": "conv4", "filters": 4, "query_normalization": "population"}},
    "maml": {"algorithm": {"kind": "maml", "inner_lr": 0.4, "inner_steps": 2}},
    "reptile": {"algorithm": {"kind": "reptile"}},
    "layer norm": {"algorithm": {"kind": "anil"}, "learner": {"kind": "conv4", "filters": 4, "normalization": "layer"}},
}


def asked(places: Places, run: Run, **question: Any) -> TryAnswer:
    return whole(Trying(LastOpened(places)).answer(TryQuestion(run.name, **question), run))  # type: ignore[no-any-return]


def support_of(task: PictureTask) -> tuple[tuple[Picture, int], ...]:
    return tuple(
        (each.picture, way)
        for way, examples in enumerate(task.classes)
        for each in examples
        if each.picture is not None
    )


@pytest.mark.parametrize("name", OTHERS)
def test_a_task_of_the_run_gets_the_numbers_of_a_measurement(glyph_places: Places, name: str) -> None:
    """Test task 0, whose noise an own task has: every query alone gets what all of them get together."""
    run = trained(Experiment.from_dict(SMALL | OTHERS[name]), glyph_places)
    opened = whole(LastOpened(glyph_places).open(run))
    shown = episode(opened, "test", 0)
    assert shown.query is not None
    assert shown.query.pictures is not None
    example = asked(glyph_places, run, example=0).example
    assert isinstance(example, PictureTask)
    assert example.names == shown.classes
    support = support_of(example)
    assert [way for _, way in support] == [0, 0, 1, 1, 2, 2]
    for place, picture in enumerate(shown.query.pictures):
        answer = asked(glyph_places, run, support=support, query=Picture.of(picture[None]))
        assert answer.prediction is not None
        assert answer.prediction.probabilities == pytest.approx(
            shown.probabilities[shown.evaluated_steps][place], abs=1e-4
        )


def opened_untrained(settings: dict[str, Any], places: Places) -> OpenedRun:
    """A run as it begins, without its folder."""
    experiment = Experiment.from_dict(settings)
    source = whole(registry.datasets.of(experiment.dataset).open(experiment.dataset, 0, places))
    algorithm = build(experiment, source)
    params = algorithm.init(torch.Generator().manual_seed(0))
    run = Run.create(experiment, places.runs)
    return OpenedRun(run, experiment, algorithm, source, params, 0, False, ("", 0))


class Ready(LastOpened):
    """Has a run open already."""

    def __init__(self, opened: OpenedRun) -> None:
        self.opened = opened

    def open(self, run: Run) -> Any:
        yield from ()
        return self.opened


def test_a_query_alone_is_normalised_with_the_support_set_where_queries_normalise_each_other(
    glyph_places: Places,
) -> None:
    learner = {"kind": "conv4", "filters": 4, "query_normalization": "transductive"}
    opened = opened_untrained(SMALL | {"algorithm": {"kind": "maml"}, "learner": learner}, glyph_places)
    algorithm = opened.algorithm
    task = opened.source.sample("test", range(1)).task(0)
    *_, adapted = algorithm.adapt(opened.params, task.support, 1)
    together = algorithm.learner(adapted, torch.cat([task.query_x[3:4], task.support_x]))[0].softmax(-1)
    trying, run = Trying(Ready(opened)), opened.run
    pixels = (task.support_x * 255).round().to(torch.uint8).numpy()
    support = tuple((Picture.of(each), int(y)) for each, y in zip(pixels, task.support_y, strict=True))
    query = Picture.of((task.query_x[3] * 255).round().to(torch.uint8).numpy())
    answer = whole(trying.answer(TryQuestion(run.name, support=support, query=query), run))
    assert answer.subject.normalised_with == "both"
    assert answer.prediction.probabilities == pytest.approx(together.tolist(), abs=1e-5)


def test_the_nearest_example_of_one_shot_prototypes_is_of_the_predicted_class(glyph_places: Places) -> None:
    opened = opened_untrained(SMALL, glyph_places)
    trying, names = Trying(Ready(opened)), set()
    for number in range(6):
        task = opened.source.sample("test", range(number, number + 1)).task(0)
        pixels = (task.support_x[::2] * 255).round().to(torch.uint8).numpy()
        support = tuple((Picture.of(each), way) for way, each in enumerate(pixels))
        query = Picture.of((task.query_x[number % 6] * 255).round().to(torch.uint8).numpy())
        found = whole(trying.answer(TryQuestion("run", support=support, query=query), opened.run)).prediction
        assert found.space == "features"
        assert found.nearest == int(np.argmax(found.probabilities))
        names.add(found.nearest)
    assert len(names) > 1


def test_without_features_pixels_are_compared(glyph_places: Places) -> None:
    opened = opened_untrained(SMALL | {"algorithm": {"kind": "nearest_neighbor"}}, glyph_places)
    blank, full = (Picture.of(np.full((1, 28, 28), shade, np.uint8)) for shade in (0, 255))
    dark = Picture.of(np.full((1, 28, 28), 200, np.uint8))
    question = TryQuestion("run", support=((blank, 0), (full, 1)), query=dark)
    found = whole(Trying(Ready(opened)).answer(question, opened.run)).prediction
    assert (found.space, found.nearest) == ("pixels", 1)
    assert np.argmax(found.probabilities) == 1


@pytest.mark.parametrize("kind", registry.algorithms.kinds)
def test_every_algorithm_takes_as_many_examples_as_a_person_draws(glyph_places: Places, kind: str) -> None:
    """One class with three examples and others with one; more classes than the run has, where it says so."""
    settings = SMALL | {"algorithm": {"kind": kind}, "dataset": {**SMALL["dataset"], "shots": 1}}
    opened = opened_untrained(settings, glyph_places)
    subject = subject_of(opened)
    ways = subject.most
    assert (subject.fewest, ways) == ((3, 3) if opened.experiment.algorithm.fixed_ways else (2, 10))
    random = np.random.default_rng(0)
    drawn = [Picture.of(random.integers(0, 256, (1, 28, 28), dtype=np.uint8)) for _ in range(ways + 3)]
    support = tuple(zip(drawn, [*range(ways), 1, 1], strict=False))
    question = TryQuestion("run", support=support, query=drawn[-1])
    found = whole(Trying(Ready(opened)).answer(question, opened.run)).prediction
    assert len(found.probabilities) == ways
    assert sum(found.probabilities) == pytest.approx(1, abs=1e-4)


def test_what_was_adapted_is_kept_for_the_next_query(glyph_places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = opened_untrained(SMALL | {"algorithm": {"kind": "maml"}}, glyph_places)
    steps, trying = [], Trying(Ready(opened))
    adapt = opened.algorithm.adapt
    monkeypatch.setattr(opened.algorithm, "adapt", lambda *given: steps.append(given[-1]) or adapt(*given))
    pictures = [Picture.of(np.full((1, 28, 28), shade, np.uint8)) for shade in range(6)]
    support = tuple(zip(pictures[:3], range(3), strict=True))
    for query in pictures[3:]:
        assert whole(trying.answer(TryQuestion("run", support=support, query=query), opened.run)).prediction
    assert steps == [1]
    moved = (*support[:2], (pictures[5], 2))
    whole(trying.answer(TryQuestion("run", support=moved, query=pictures[3]), opened.run))
    assert steps == [1, 1]


def test_the_function_goes_where_the_run_bends_it(tiny: Tiny, places: Places) -> None:
    run = trained(tiny(), places)
    opened = whole(LastOpened(places).open(run))
    example = asked(places, run, example=3).example
    assert isinstance(example, PointTask)
    answer = asked(places, run, points=example.points)
    shown = episode(opened, "test", 3).function
    assert shown is not None
    assert answer.function is not None
    assert np.array(answer.function.steps) == pytest.approx(np.array(shown["steps"]), abs=1e-4)
    assert answer.subject.x == (-5.0, 5.0)
    assert -5 <= answer.subject.y[0] < 0 < answer.subject.y[1] <= 5
    assert asked(places, run, points=((0.5, 1.0),)).function is not None


def test_examples_that_are_no_pictures_cannot_be_drawn(glyph_places: Places) -> None:
    opened = opened_untrained(SMALL, glyph_places)
    settings = GlyphsSettings(ways=3)

    class Rows(GlyphTasks):
        input_shape = (784,)

    rows = Rows(settings, 0, opened.source.image_set, opened.source.splits)  # type: ignore[attr-defined]
    with pytest.raises(NotForTryingError, match="no square pictures"):
        subject_of(OpenedRun(opened.run, opened.experiment, opened.algorithm, rows, {}, 0, False, ("", 0)))
