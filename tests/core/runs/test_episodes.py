"""Looking at single tasks: the same numbers as evaluation has, names that belong to the pictures, the hardest first."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import torch
from trained import trained, whole

from core.experiment import Experiment
from core.places import Places
from core.runs.episodes import Episode, episode, hardest, next_mistake
from core.runs.measure import measure
from core.runs.opened import LastOpened, NothingLearntError, OpenedRun, looking_device, shown_checkpoints
from core.runs.run import Run
from core.training.checkpoint import BEST, CheckpointError, iteration_name
from core.training.training import Training

Tiny = Callable[..., Experiment]
PROTONET: dict[str, Any] = {
    "dataset": {"kind": "glyphs", "ways": 3, "queries": 4, "train_ways": 6, "train_shots": 2},
    "learner": {"kind": "conv4", "filters": 4, "query_normalization": "population"},
    "algorithm": {"kind": "prototypical"},
    "outer": {"iterations": 3, "meta_batch_size": 2},
    "evaluation": {"every": 3, "tasks": 30, "test_tasks": 5},
    "compute": {"device": "cpu"},
}
MAML: dict[str, Any] = {
    **PROTONET,
    "dataset": {"kind": "glyphs", "ways": 3, "queries": 4, "rotations": "random"},
    "learner": {"kind": "conv4", "filters": 4, "downsampling": "stride"},
    "algorithm": {"kind": "maml", "inner_lr": 0.4},
    "evaluation": {"every": 3, "tasks": 10, "test_tasks": 5, "inner_steps": 3},
}


@pytest.fixture(scope="module", params=[PROTONET, MAML], ids=["protonet", "maml"])
def run(request: pytest.FixtureRequest, glyph_places: Places) -> Iterator[Run]:
    threads = torch.get_num_threads()
    yield trained(Experiment.from_dict(request.param), glyph_places)
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def opened(run: Run, glyph_places: Places) -> OpenedRun:
    return whole(LastOpened(glyph_places).open(run))


@pytest.mark.parametrize("split", ["validation", "test"])
def test_a_task_is_solved_as_well_as_evaluation_says(
    run: Run, opened: OpenedRun, glyph_places: Places, split: str
) -> None:
    measured = whole(measure(run, glyph_places, split, tasks=6))
    for number in range(6):
        shown = episode(opened, split, number)
        assert shown.scores[shown.evaluated_steps] == pytest.approx(measured.metrics["accuracy"][number])
        guesses = shown.probabilities[shown.evaluated_steps].argmax(-1)
        assert shown.query is not None
        assert (guesses == shown.query.classes).mean() == pytest.approx(measured.metrics["accuracy"][number])
    assert shown.probabilities.sum(-1) == pytest.approx(1.0, abs=1e-5)
    assert shown.iteration == 3
    assert shown.is_best


def test_names_belong_to_the_pictures(opened: OpenedRun) -> None:
    images = opened.source.image_set  # type: ignore[attr-defined]
    for split, ways, shots in (("train", *opened.source.settings.shape("train")[:2]), ("test", 3, 1)):
        shown = episode(opened, split, 4711)
        assert len(shown.classes) == len(set(shown.classes)) == ways
        assert set(shown.classes) <= set(opened.source.classes[split])
        for examples, each in ((shown.support, shots), (shown.query, 4)):
            assert examples is not None
            assert examples.pictures is not None
            assert np.bincount(examples.classes).tolist() == [each] * ways
            for way, number, picture in zip(examples.classes, examples.numbers, examples.pictures, strict=True):
                start = images.starts[images.names.index(shown.classes[way])]
                upright = images.images[start + number]
                turned = 4 if opened.experiment.dataset.rotations == "random" else 1  # type: ignore[attr-defined]
                assert any((np.rot90(upright, turn) == picture).all() for turn in range(turned))


def test_steps_go_past_the_trained_ones_as_in_the_adaptation_view(opened: OpenedRun) -> None:
    shown = episode(opened, "test", 0)
    last = 6 if opened.experiment.algorithm.kind == "maml" else 0
    assert len(shown.scores) == len(shown.losses) == len(shown.probabilities) == last + 1
    assert shown.function is None


def test_the_hardest_come_first(run: Run, opened: OpenedRun, glyph_places: Places) -> None:
    measured = whole(measure(run, glyph_places, "test", tasks=25))
    told: list[Any] = []
    found = whole(hardest(opened, "test", range(25)), told)
    accuracies = [measured.metrics["accuracy"][each.number] for each in found]
    assert accuracies == pytest.approx(sorted(measured.metrics["accuracy"]))
    assert [each.score for each in found] == pytest.approx(accuracies)
    assert sorted(each.number for each in found) == list(range(25))
    for one, other in pairwise(found):
        assert one.score < other.score or one.loss >= other.loss
    assert told[0].done == 0
    assert all(news.total == 25 for news in told)


def test_the_next_mistake_is_the_nearest_one(run: Run, opened: OpenedRun, glyph_places: Places) -> None:
    accuracies = whole(measure(run, glyph_places, "test", tasks=40)).metrics["accuracy"]
    wrong = [number for number, accuracy in enumerate(accuracies) if accuracy < 1]
    for start in (0, 7, 21):
        assert whole(next_mistake(opened, "test", start, 1)) == min(n for n in wrong if n >= start)
        before = [n for n in wrong if n <= start]
        assert whole(next_mistake(opened, "test", start, -1)) == (max(before) if before else None)


def test_a_regression_task_is_a_function(tiny: Tiny, places: Places) -> None:
    run = trained(tiny(), places)
    opened = whole(LastOpened(places).open(run))
    shown: Episode = episode(opened, "validation", 3)
    kept = run.read_adaptation()
    assert kept is not None
    assert shown.metric == "mse"
    assert shown.function is not None
    assert shown.function["task"] == 3
    if opened.iteration == kept["iteration"]:
        assert shown.function["steps"] == pytest.approx(np.array(kept["functions"][3]["steps"]), rel=1e-4)
        assert shown.scores == pytest.approx(kept["tasks"][3], rel=1e-4)
    assert shown.classes == ()
    assert shown.support is shown.query is None


# -- which checkpoint ------------------------------------------------------------------------------------------------


def test_a_run_that_trains_is_shown_at_its_newest_checkpoint_and_afterwards_at_its_best(
    tiny: Tiny, places: Places
) -> None:
    experiment = tiny(evaluation={"every": 15, "tasks": 4, "test_tasks": 4}, compute={"checkpoint_every": 5})
    run, looker, seen = Run.create(experiment, places.runs), LastOpened(places), []
    with pytest.raises(NothingLearntError, match="first one after iteration 5"):
        whole(looker.open(run))
    with Training(experiment, run, places) as training:
        for report in training:
            if report.event == "checkpoint":
                opened = whole(looker.open(run))
                seen.append((opened.iteration, opened.is_best))
                assert whole(looker.open(run)) is opened
    assert [iteration for iteration, _ in seen[:4]] == [5, 10, 15, 15]
    assert [is_best for _, is_best in seen[:4]] == [False, False, True, False]
    best = whole(looker.open(run))
    assert best.is_best
    assert best.iteration == run.status["best"]["iteration"]
    assert episode(best, "test", 0).is_best


def test_a_stopped_run_without_a_measurement_is_shown_as_it_was_left(tiny: Tiny, places: Places) -> None:
    experiment = tiny(compute={"checkpoint_every": 2})
    run = Run.create(experiment, places.runs)
    with Training(experiment, run, places) as training:
        for report in training:
            if report.event == "iteration" and report.iteration == 3:
                break
    assert [path.name for path in shown_checkpoints(run)] == [iteration_name(3), iteration_name(2)]
    opened = whole(LastOpened(places).open(run))
    assert (opened.iteration, opened.is_best) == (3, False)


def test_a_damaged_checkpoint_is_said(tiny: Tiny, places: Places) -> None:
    run = trained(tiny(), places)
    (run.checkpoints / BEST).write_bytes(b"no checkpoint")
    with pytest.raises(CheckpointError, match=f"{BEST} cannot be read"):
        whole(LastOpened(places).open(run))


@pytest.mark.parametrize(
    ("wanted", "there", "trains", "device"),
    [
        ("auto", True, False, "cuda"),
        ("auto", True, True, "cpu"),  # its memory is the training's
        ("cuda", True, True, "cpu"),
        ("cpu", True, False, "cpu"),  # as the run says
        ("cuda", False, False, "cpu"),  # it was trained on another machine
    ],
)
def test_a_run_is_looked_at_on_its_own_device(
    monkeypatch: pytest.MonkeyPatch, wanted: str, there: bool, trains: bool, device: str
) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: there)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    experiment = Experiment().with_value("compute.device", wanted)
    assert looking_device(experiment, trains) == device
