"""How kernels lie in memory changes no gradient and no figure, and is what was asked for."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from core.experiment import Experiment
from core.problems import ExperimentError
from core.schema import fields_of
from core.tasks.task import TaskBatch, TaskFacts
from core.training import mapping
from core.training.evaluation import measured
from core.training.opening import assemble

SHAPE = (1, 12, 12)
CASES = [
    ("prototypical", "max_pool"),
    ("maml", "max_pool"),
    ("maml", "stride"),
    ("anil", "stride"),
    ("relation", "max_pool"),
]


def experiment_of(kind: str, layout: str, downsampling: str = "max_pool", **learner: Any) -> Experiment:
    return Experiment.from_dict(
        {
            "dataset": {"kind": "glyphs", "ways": 3},
            "learner": {"kind": "conv4", "filters": 5, "downsampling": downsampling, "pooled_blocks": 2, **learner},
            "algorithm": {"kind": kind},
            "compute": {"memory_layout": layout},
        }
    )


def of(experiment: Experiment) -> Any:
    return assemble(experiment, TaskFacts(SHAPE, 3, 6))


def in_float64(values: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name: value.double() for name, value in values.items()}


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Of each convolution from now on, whether its kernel has the channels innermost, and not as the only way."""
    found = []
    conv2d = torch.nn.functional.conv2d

    def watched(x: Tensor, weight: Tensor, *rest: Any, **named: Any) -> Tensor:
        if weight.shape[1] > 1:
            found.append(weight.is_contiguous(memory_format=torch.channels_last))
        return conv2d(x, weight, *rest, **named)

    monkeypatch.setattr(torch.nn.functional, "conv2d", watched)
    return found


@pytest.mark.parametrize(("kind", "downsampling"), CASES)
@pytest.mark.parametrize("way", ["sequential", "vectorised"])
def test_layouts_have_one_gradient_and_one_score(
    kind: str, downsampling: str, way: str, draw_batch: Callable[..., TaskBatch]
) -> None:
    batch = draw_batch(3, SHAPE, 3, dtype=torch.float64)
    made = {layout: of(experiment_of(kind, layout, downsampling)) for layout in ("contiguous", "channels_last", "auto")}
    meta = in_float64(made["auto"].init(torch.Generator().manual_seed(3)))
    how = {
        "steps": 1 if kind in ("maml", "anil") else 0,
        "evaluated": 0,
        "metrics": [],
        "vectorised": way != "sequential",
    }
    results = {layout: mapping.in_one_process(way, algorithm)(meta, batch) for layout, algorithm in made.items()}
    scores = {layout: measured(algorithm, meta, batch, **how) for layout, algorithm in made.items()}
    for layout in ("channels_last", "auto"):
        for name, value in results["contiguous"].gradient.items():
            torch.testing.assert_close(results[layout].gradient[name], value, rtol=1e-9, atol=1e-12)
        torch.testing.assert_close(results[layout].loss, results["contiguous"].loss, rtol=1e-9, atol=1e-12)
        torch.testing.assert_close(scores[layout][1], scores["contiguous"][1], rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize(
    ("kind", "layout", "innermost"),
    [
        ("prototypical", "auto", True), ("prototypical", "contiguous", False), ("prototypical", "channels_last", True),
        ("maml", "auto", False), ("maml", "contiguous", False), ("maml", "channels_last", True),
    ],
)  # fmt: skip
def test_it_is_as_was_asked(
    kind: str, layout: str, innermost: bool, draw_batch: Callable[..., TaskBatch], seen: list[bool]
) -> None:
    algorithm = of(experiment_of(kind, layout))
    meta = algorithm.init(torch.Generator().manual_seed(3))
    mapping.in_one_process("sequential", algorithm)(meta, draw_batch(2, SHAPE, 3))
    assert set(seen) == {innermost}
    seen.clear()
    how: dict[str, Any] = {"steps": int(kind == "maml"), "evaluated": 0, "metrics": [], "vectorised": False}
    measured(algorithm, meta, draw_batch(2, SHAPE, 3), **how)
    # By itself, the many queries of a measurement go through innermost channels, and the few examples do not.
    assert set(seen) == ({True, False} if (kind, layout) == ("maml", "auto") else {innermost})


def test_auto_leaves_other_normalizations_as_they_are(draw_batch: Callable[..., TaskBatch], seen: list[bool]) -> None:
    algorithm = of(experiment_of("prototypical", "auto", normalization="group"))
    mapping.in_one_process("vectorised", algorithm)(algorithm.init(torch.Generator()), draw_batch(2, SHAPE, 3))
    assert set(seen) == {False}


@pytest.mark.parametrize("normalization", ["layer", "group"])
def test_what_torch_refuses_is_refused_first(normalization: str) -> None:
    with pytest.raises(ExperimentError, match=r"compute\.memory_layout: channels_last needs batch or no normalization"):
        experiment_of("maml", "channels_last", normalization=normalization).check()


def test_it_is_offered_for_pictures() -> None:
    def offered(experiment: Experiment) -> bool:
        return "compute.memory_layout" in [entry.path for entry in fields_of(experiment)]

    assert offered(experiment_of("maml", "auto"))
    assert not offered(Experiment())
