"""What a run needs of the memory is counted without taking it, and is what it takes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from core import registry
from core.experiment import Experiment
from core.tasks.task import TaskBatch, TaskFacts
from core.training import footprint, mapping
from core.training.live_bytes import LiveBytes
from core.training.opening import assemble
from core.training.outer import OuterLoop

PICTURES = TaskFacts((1, 28, 28), 5, 20)
CLASSES = TaskFacts((1, 28, 28), 2, 20)
POINTS = TaskFacts((1,), 1, 0)
NUMBER = 4  # bytes


def pictures(algorithm: dict[str, Any], **compute: Any) -> Experiment:
    return Experiment.from_dict(
        {
            "dataset": {"kind": "glyphs", "ways": 5, "shots": 2, "queries": 10},
            "learner": {"kind": "conv4", "filters": 16},
            "algorithm": algorithm,
            "outer": {"meta_batch_size": 2},
            "compute": compute,
        }
    ).check()


def profiled(run: Callable[[], Any], folder: Path) -> int:
    """The most bytes that torch's allocator has given out at a time, as its own profiler saw it."""
    from torch.profiler import ProfilerActivity, profile

    with profile(activities=[ProfilerActivity.CPU], profile_memory=True) as seen:
        run()
    path = folder / "trace.json"
    seen.export_chrome_trace(str(path))
    events = json.loads(path.read_text(encoding="utf-8"))["traceEvents"]
    now = most = 0
    for event in sorted((event for event in events if event.get("name") == "[memory]"), key=lambda event: event["ts"]):
        now += event["args"]["Bytes"]
        most = max(most, now)
    return most


@pytest.mark.parametrize(
    ("algorithm", "way", "precision"),
    [
        ({"kind": "maml", "inner_steps": 1}, "sequential", "float32"),
        ({"kind": "maml", "inner_steps": 1}, "vectorised", "float32"),
        ({"kind": "maml", "inner_steps": 1, "first_order": True}, "sequential", "float32"),
        ({"kind": "reptile", "inner_steps": 2}, "sequential", "float32"),
        ({"kind": "prototypical"}, "sequential", "float32"),
        ({"kind": "prototypical"}, "sequential", "bfloat16"),
        ({"kind": "relation"}, "vectorised", "float32"),
    ],
)
def test_it_is_what_the_profiler_sees(
    algorithm: dict[str, Any], way: str, precision: str, draw_batch: Callable[..., TaskBatch], tmp_path: Path
) -> None:
    """Within 20 %: what a convolution takes while it works is seen by the profiler alone."""
    experiment = pictures(algorithm, precision=precision)
    counted = footprint.of_training(experiment, PICTURES, way)
    made = assemble(experiment, PICTURES)
    batch = draw_batch(2, PICTURES.input_shape, ways=5, shots=2, queries=10)
    fresh = made.init(torch.Generator().manual_seed(0))

    def iterate() -> None:
        meta = {name: value.clone() for name, value in fresh.items()}
        outer = OuterLoop(experiment.outer, meta, made.pace, made.decays)
        mapping.in_one_process(way, made, precision, 1)(outer.meta, batch)

    seen = profiled(iterate, tmp_path)
    assert counted.work == pytest.approx(seen, rel=0.2)


def test_the_batch_is_counted_whole() -> None:
    experiment = pictures({"kind": "maml"}).with_value("outer.meta_batch_size", 7)
    examples = 5 * (2 + 10)
    pixels, labels, classes = 28 * 28 * NUMBER, 8, 5 * 8  # class numbers have 8 bytes each
    counted = footprint.of_training(experiment, PICTURES, "sequential")
    assert counted.batch == 7 * (examples * (pixels + labels) + classes)
    assert counted.all == counted.batch + counted.work


@pytest.mark.parametrize("kind", ["maml", "reptile"])
def test_many_steps_take_what_going_through_them_finds(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    experiment = pictures({"kind": kind, "inner_steps": 5})
    quick = footprint.of_training(experiment, PICTURES, "sequential")
    monkeypatch.setattr(footprint, "_FEW_STEPS", 100)
    assert quick.work == pytest.approx(footprint.of_training(experiment, PICTURES, "sequential").work, rel=0.02)


@pytest.mark.parametrize("kind", registry.algorithms.kinds)
def test_every_algorithm_can_be_counted(kind: str) -> None:
    settings = registry.algorithms.settings(kind)
    regression = "classification" not in settings.tasks
    experiment = Experiment.from_dict(
        {
            "dataset": {"kind": "sinusoid"} if regression else {"kind": "glyphs", "ways": 2},
            "learner": {"kind": "mlp", "hidden": "6", "normalization": "batch"},
            "algorithm": {"kind": kind, **({"inner_steps": 1} if settings.has_inner_loop else {})},
        }
    )
    facts = POINTS if regression else CLASSES
    fresh = assemble(experiment, facts).init(torch.Generator().manual_seed(0))
    parameters = NUMBER * sum(value.numel() for value in fresh.values())
    assert footprint.of_measuring(experiment, facts, vectorised=False).work >= parameters
    if experiment.iterations:
        counted = footprint.of_training(experiment, facts, "vectorised")
        assert counted.work >= 4 * parameters  # they, Adam's two, and a gradient


def test_tensors_count_for_as_long_as_they_live() -> None:
    with LiveBytes() as live:
        first = torch.empty(100, device="meta")
        second = first * 2
        assert live.now == 2 * 100 * NUMBER
        view = second.view(10, 10)
        del second
        assert live.now == 2 * 100 * NUMBER  # the view holds it
        del first
        assert live.now == 100 * NUMBER
        del view
    assert live.now == 0
    assert live.most == 2 * 100 * NUMBER
