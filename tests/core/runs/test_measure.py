"""Measuring a run again: every task by every metric, on unseen and seen classes, on its own tasks or another run's."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest
import torch
from trained import trained, whole

from core.experiment import Experiment
from core.places import Places
from core.problems import ExperimentError
from core.runs.compare import compare
from core.runs.measure import Measurement, evaluation_shape, gap, measure
from core.runs.run import Run, RunError
from core.tasks.glyphs import GlyphTasks
from core.tasks.image_set import EpisodeSource
from core.training import planning
from core.training.checkpoint import BEST, CheckpointError, load
from core.training.opening import build
from core.training.outer import meta_of
from core.training.reports import EvaluationReport, Preparing, Warned
from core.training.training import Training

Tiny = Callable[..., Experiment]
GLYPHS: dict[str, Any] = {
    "dataset": {"kind": "glyphs", "ways": 3, "queries": 4, "train_ways": 6, "train_shots": 2},
    "learner": {"kind": "conv4", "filters": 4, "query_normalization": "population"},
    "algorithm": {"kind": "prototypical"},
    "outer": {"iterations": 3, "meta_batch_size": 2},
    "evaluation": {"every": 3, "tasks": 5, "test_tasks": 5},
    "compute": {"device": "cpu"},
}


@pytest.fixture(scope="module")
def glyph_run(glyph_places: Places) -> Iterator[Run]:
    threads = torch.get_num_threads()
    yield trained(GLYPHS, glyph_places)
    torch.set_num_threads(threads)


def sampled(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, range, int, tuple[int, int, int], torch.Tensor]]:
    """What image sets are asked for from now on: split, tasks, seed, shape, the pictures of the queries."""
    found = []
    sample = EpisodeSource.sample

    def recorded(self: EpisodeSource, split: str, tasks: range, noise: int = 0) -> Any:
        batch = sample(self, split, tasks, noise)
        found.append((split, tasks, self.seed, self.settings.shape(split), batch.query_x))
        return batch

    monkeypatch.setattr(EpisodeSource, "sample", recorded)
    return found


def test_a_sinusoid_run_is_measured_as_its_own_test_did(tiny: Tiny, places: Places) -> None:
    experiment = tiny()
    run = Run.create(experiment, places.runs)
    with Training(experiment, run, places) as training:
        reports = list(training)
    (test,) = [report for report in reports if isinstance(report, EvaluationReport) and report.split == "test"]
    found: Measurement = whole(measure(run, places, "test"))
    assert (found.run, found.split, found.tasks, found.seed, found.steps) == (run.name, "test", range(8), 0, 1)
    assert (found.report.after, found.report.ci95, found.report.before) == (test.after, test.ci95, test.before)
    assert list(found.metrics) == ["mse"]
    assert np.mean(found.metrics["mse"]) == pytest.approx(test.after, rel=1e-6)
    assert found.report.metrics is not None
    assert found.report.metrics["mse"] == pytest.approx({"mean": test.after, "ci95": test.ci95}, rel=1e-6)
    assert "metrics" in found.report.to_json()
    assert "metrics" not in test.to_json()
    assert all("metrics" not in record for record in run.records())


def test_every_task_has_every_metric_from_its_own_predictions(glyph_run: Run, glyph_places: Places) -> None:
    found: Measurement = whole(measure(glyph_run, glyph_places, "validation"))
    assert list(found.metrics) == ["accuracy", "precision", "recall", "f1", "ece"]
    assert not found.transductive
    experiment = glyph_run.experiment
    source = whole(GlyphTasks.open(experiment.dataset, 0, glyph_places))
    algorithm = build(experiment, source)
    meta = meta_of(load(glyph_run.checkpoints / BEST).tensors)
    drawn = source.sample("train", range(64 * 5 // 12)).support_x.flatten(0, 1)
    params = {**meta, **algorithm.learner.statistics(meta, drawn)}
    batch = source.sample("validation", range(5))
    for place in range(5):
        task = batch.task(place)
        with torch.no_grad():
            guesses = algorithm.predict(params, task.support, task.query_x).argmax(-1).tolist()
        truths = task.query_y.tolist()
        of_class = [
            [
                sum(g == t == number for g, t in zip(guesses, truths, strict=True)),
                guesses.count(number),
                truths.count(number),
            ]
            for number in range(3)
        ]
        assert found.metrics["accuracy"][place] == pytest.approx(sum(hits for hits, _, _ in of_class) / 12)
        assert found.metrics["recall"][place] == pytest.approx(found.metrics["accuracy"][place])
        assert found.metrics["f1"][place] == pytest.approx(sum(2 * h / (a + b) for h, a, b in of_class) / 3)
        assert found.metrics["precision"][place] == pytest.approx(sum(h / a if a else 0 for h, a, _ in of_class) / 3)
    (best,) = [report for report in glyph_run.records() if report["event"] == "evaluation"][:1]
    assert np.mean(found.metrics["accuracy"]) == pytest.approx(best["after"], rel=1e-6)


def test_it_does_not_matter_how_many_processes_measure(glyph_run: Run, glyph_places: Places) -> None:
    def found(workers: int) -> tuple[Measurement, list[Any]]:
        told = list[Any]()
        changes = {"compute.workers": workers}
        return whole(measure(glyph_run, glyph_places, "test", tasks=50, changes=changes), told), told

    threads = torch.get_num_threads()
    (alone, _), (together, told) = found(1), found(2)
    assert Preparing("Starting worker processes") in told
    assert together.metrics == alone.metrics
    assert vars(together.report) | {"seconds": 0} == vars(alone.report) | {"seconds": 0}
    assert torch.get_num_threads() == threads
    assert psutil.Process().children() == []


@pytest.mark.parametrize(
    ("changes", "tasks", "processes"),
    [
        ({}, 600, 8),  # with 5 inner steps
        ({}, 100, 1),  # done before the others would have started
        ({"algorithm.kind": "prototypical"}, 600, 1),
        ({"algorithm.kind": "prototypical"}, 10_000, 8),
        ({"learner.kind": "mlp", "dataset.kind": "sinusoid"}, 10_000, 1),
        ({"compute.workers": 3}, 10, 3),
        ({"compute.workers": 1}, 10_000, 1),
    ],
)
def test_how_many_processes_measure(
    changes: dict[str, Any], tasks: int, processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    experiment = Experiment.from_dict({"dataset": {"kind": "glyphs"}, "learner": {"kind": "conv4"}})
    experiment = experiment.with_value("algorithm.inner_steps", 5)
    for path, value in changes.items():
        experiment = experiment.with_value(path, value)
    monkeypatch.setattr(planning, "machine_threads", lambda: 8)
    assert planning.measuring_processes(experiment, "cpu", tasks) == processes
    if "compute.workers" not in changes:
        assert planning.measuring_processes(experiment, "cuda", tasks) == 1


def test_seen_classes_are_measured_in_the_shape_of_evaluation_on_tasks_that_are_new(
    glyph_run: Run, glyph_places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = sampled(monkeypatch)
    found: Measurement = whole(measure(glyph_run, glyph_places, "train", tasks=4))
    moments, tasks = asked
    assert moments[:4] == ("train", range(26), 0, (6, 2, 4))  # statistics of the run as it was trained
    assert tasks[:4] == ("train", range(6, 10), 0, (3, 1, 4))  # training has drawn 3 · 2 tasks
    assert found.tasks == range(6, 10)
    assert len(found.metrics["accuracy"]) == 4


def test_the_gap_is_seen_less_unseen(glyph_run: Run, glyph_places: Places) -> None:
    unseen = whole(measure(glyph_run, glyph_places, "test"))
    seen = whole(measure(glyph_run, glyph_places, "train", tasks=7))
    found = gap(seen, unseen)
    for name, by in found.metrics.items():
        one, other = np.array(seen.metrics[name]), np.array(unseen.metrics[name])
        assert by["mean"] == pytest.approx(one.mean() - other.mean())
        assert by["ci95"] == pytest.approx(1.96 * np.sqrt(one.var(ddof=1) / 7 + other.var(ddof=1) / 5))
    assert found.to_json()["event"] == "gap"


def test_regression_has_no_seen_classes(tiny: Tiny, places: Places) -> None:
    run = Run.create(tiny(), places.runs)
    with pytest.raises(ExperimentError, match="Sinusoid has no classes"):
        whole(measure(run, places, "train"))


def test_seen_tasks_take_the_shape_of_evaluation() -> None:
    experiment = Experiment.from_dict(GLYPHS)
    assert evaluation_shape(experiment).dataset.shape("train") == (3, 1, 4)
    assert evaluation_shape(experiment).dataset.shape("test") == experiment.dataset.shape("test")


def test_runs_of_other_seeds_are_compared_on_the_same_tasks(
    glyph_run: Run, glyph_places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = trained({**GLYPHS, "seed": 5}, glyph_places)
    asked = sampled(monkeypatch)
    made = whole(compare([glyph_run, other], glyph_places, "test", tasks=4))
    one, two = [(tasks, seed, x) for split, tasks, seed, _, x in asked if split == "test"]
    assert one[:2] == two[:2] == (range(4), 0)
    assert torch.equal(one[2], two[2])
    # What each run knows of its training classes comes from its own tasks.
    assert [seed for split, _, seed, _, _ in asked if split == "train"] == [0, 5]
    (line,) = made.lines
    assert (line.seeds, made.seed, made.tasks) == ([0, 5], 0, 4)


def test_classes_that_were_trained_on_are_pointed_out(glyph_run: Run, glyph_places: Places) -> None:
    told: list[Any] = []
    made = whole(compare([glyph_run], glyph_places, "test", changes={"dataset.font": 1}), told)
    known = set(glyph_run.read_split()["train"])
    measured = whole(
        GlyphTasks.open(Experiment.from_dict(GLYPHS).with_value("dataset.font", 1).dataset, 0, glyph_places)
    )
    both = known.intersection(measured.classes["test"])
    (warned,) = {report.message for report in told if isinstance(report, Warned)}
    assert warned.startswith(f"{len(both)} of the 200 test classes, such as {min(both)}, are training classes of")
    assert warned in made.notes


def test_damage_names_the_run(tiny: Tiny, places: Places) -> None:
    good = trained(tiny(), places)
    bad = Run.create(tiny(), places.runs)
    with pytest.raises(CheckpointError, match=f"{bad.name}: .*cannot be read"):
        whole(compare([good, bad], places, "test"))
    with pytest.raises(ExperimentError, match=f"no such setting.*in {good.name}"):
        whole(compare([good], places, "test", changes={"algorithm.inner_rl": 1.0}))
    with pytest.raises(ExperimentError, match=f"{good.name} is named twice"):
        whole(compare([good, good], places, "test"))


@pytest.mark.parametrize("content", ["{", "[1]", '{"train": 3}'])
def test_a_damaged_list_of_classes_names_its_run(content: str, tiny: Tiny, places: Places) -> None:
    run = Run.create(tiny(), places.runs)
    assert run.read_split() == {}
    (run.path / "split.json").write_text(content, encoding="utf-8")
    with pytest.raises(RunError, match=f"split.json of {run.name} is damaged"):
        run.read_split()


def test_a_run_that_is_not_finished_is_told_of(tiny: Tiny, places: Places) -> None:
    experiment = tiny()
    run = Run.create(experiment, places.runs)
    with Training(experiment, run, places) as training:
        for report in training:
            if report.event == "checkpoint":
                break
    made = whole(compare([run], places, "validation"))
    assert made.notes[-1] == f"{experiment.label} is stopped: its best checkpoint so far is measured."
    assert json.loads(json.dumps(made.to_json(), allow_nan=False))["lines"][0]["iterations"] == [10]


def test_measuring_writes_nothing_into_the_run(glyph_run: Run, glyph_places: Places) -> None:
    def state() -> list[tuple[Path, int]]:
        return sorted((path, path.stat().st_mtime_ns) for path in glyph_run.path.rglob("*"))

    before = state()
    whole(compare([glyph_run], glyph_places, "test", tasks=2))
    assert state() == before
