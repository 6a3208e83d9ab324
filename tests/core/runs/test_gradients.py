"""The gradients of tasks: against plain numpy where the network is a line, finite differences, and other ways there."""

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
import torch
from trained import trained, whole

from core.experiment import Experiment
from core.places import Places
from core.runs import gradients as engine
from core.runs.gradients import (
    GradientQuestion,
    Gradients,
    NoGradientsError,
    NotFromTasksError,
    TooManyGradientsError,
    gradients,
)
from core.runs.metrics import LayerNorms
from core.runs.opened import LastOpened, OpenedRun
from core.runs.run import Run
from core.tasks.task import TaskBatch
from core.training import mapping
from core.training.layer_norms import is_recorded

TASKS = 12
CLASSES: dict[str, Any] = {
    "dataset": {"kind": "glyphs", "ways": 3, "queries": 4},
    "learner": {"kind": "conv4", "filters": 4},
    "evaluation": {"every": 2, "tasks": 2, "test_tasks": 2},
    "outer": {"iterations": 2, "meta_batch_size": 2},
    "compute": {"device": "cpu"},
}


def looked_at(run: Run, places: Places, split: str = "train", tasks: int = TASKS) -> tuple[Gradients, OpenedRun]:
    runs = LastOpened(places)
    return whole(gradients(GradientQuestion(run.name, split, tasks), run, runs)), whole(runs.open(run))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Places:
    path = tmp_path_factory.mktemp("sinusoids")
    return Places(path, path / "runs", path / "data", path / "cache")


@pytest.fixture(scope="module")
def run(home: Places, tiny: Callable[..., Experiment]) -> Iterator[Run]:
    threads = torch.get_num_threads()
    yield trained(tiny(), home)
    torch.set_num_threads(threads)


@pytest.mark.parametrize("split", ["train", "validation"])
def test_norms_by_layer_and_the_mean_are_those_of_another_mapping(run: Run, home: Places, split: str) -> None:
    found, opened = looked_at(run, home, split)
    batch = opened.source.sample(split, range(TASKS))
    meta = {name: opened.params[name] for name in found.shapes}
    together = mapping.vectorised(opened.algorithm)(meta, batch).gradient
    assert list(found.layers) == ["layer1", "layer2", "head"]
    for layer, agreement in found.layers.items():
        parts = [together[f"{layer}.{part}"].flatten() for part in ("weight", "bias")]
        assert agreement.mean_norm == pytest.approx(float(torch.cat(parts).norm()), rel=1e-4)
        assert agreement.numbers == sum(len(part) for part in parts)
    flat = torch.cat([together[name].flatten() for name in found.shapes])
    assert found.mean == pytest.approx(flat.numpy(), rel=1e-3, abs=1e-6)
    for number in (0, TASKS - 1):
        one = mapping.vectorised(opened.algorithm)(meta, TaskBatch(*(field[number : number + 1] for field in batch)))
        for layer, agreement in found.layers.items():
            parts = [one.gradient[f"{layer}.{part}"].flatten() for part in ("weight", "bias")]
            assert agreement.norms[number] == pytest.approx(float(torch.cat(parts).norm()), rel=1e-4)


def test_a_component_is_the_slope_along_its_number(
    run: Run, home: Places, central_difference: Callable[..., float]
) -> None:
    found, opened = looked_at(run, home)
    meta = {name: opened.params[name].double() for name in found.shapes}
    task = opened.source.sample("train", range(3, 4)).task(0)
    exact = type(task)(*(field.double() if field.is_floating_point() else field for field in task))
    for text, name, place in (("layer2.weight[2, 5]", "layer2.weight", (2, 5)), ("head.bias[0]", "head.bias", (0,))):
        along = {key: torch.zeros_like(value) for key, value in meta.items()}
        along[name][place] = 1.0
        slope = central_difference(lambda at: opened.algorithm.task_loss(at, exact)[0], meta, along)
        assert found.component(text)[3] == pytest.approx(slope, rel=1e-3, abs=1e-6)


def test_everything_follows_from_the_rows(run: Run, home: Places) -> None:
    found, _ = looked_at(run, home)
    rows = found.rows.astype(np.float64)
    assert found.whole.products == pytest.approx(rows @ rows.T)
    assert found.whole.cosines == pytest.approx(np.corrcoef(rows) * 0 + _cosines(rows))
    assert found.mean == pytest.approx(rows.mean(0))
    assert found.variance == pytest.approx(rows.var(0), rel=1e-4, abs=1e-9)
    start = 8 + 8
    inner = rows[:, start : start + 64 + 8]  # of layer2
    assert found.layers["layer2"].cosines == pytest.approx(_cosines(inner))
    sizes = np.linalg.svd(inner - inner.mean(0), compute_uv=False)
    shares = found.layers["layer2"].directions.shares
    assert shares == pytest.approx(sizes[: len(shares)] ** 2 / (sizes**2).sum())


def _cosines(rows: np.ndarray) -> np.ndarray:
    unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit @ unit.T


def test_components_are_named_and_the_widest_come_first(run: Run, home: Places) -> None:
    found, _ = looked_at(run, home)
    names = found.widest(None, 4)
    spread = [found.component(name).var() for name in names]
    assert spread == sorted(spread, reverse=True)
    assert spread[0] == pytest.approx(found.rows.var(0).max(), rel=1e-4)
    assert all(name.startswith("head.") for name in found.widest("head", 3))
    assert found.component("layer1.weight[7, 0]") == pytest.approx(found.rows[:, 7])
    assert found.component(" layer1.bias[ 2 ] ") == pytest.approx(found.rows[:, 8 + 2])
    for text, words in (
        ("layer9.weight[0]", "there is no parameter layer9.weight; there are layer1.weight, layer1.bias"),
        ("layer1.weight[8, 0]", r"layer1.weight has components up to layer1.weight\[7, 0\], and not"),
        ("layer1.weight[1]", "has components up to"),
        ("layer1.weight", "has components up to"),
        ("nonsense[", r"there is no parameter nonsense\["),
    ):
        with pytest.raises(ValueError, match=words):
            found.component(text)


def test_a_histogram_counts_every_component_or_says_how_many_lie_beyond(run: Run, home: Places) -> None:
    found, _ = looked_at(run, home)
    for layer in (None, "layer2"):
        spread = found.histogram(layer)
        values = found.mean if layer is None else found.mean[16 : 16 + 72]
        for low, high, many in zip(spread.edges[:-1], spread.edges[1:], spread.counts, strict=True):
            inside = (values >= low) & ((values < high) | ((high == spread.edges[-1]) & (values == high)))
            assert many == inside.sum()
        assert spread.counts.sum() + spread.beyond == len(values)
        assert spread.edges[0] == -spread.edges[-1]
    lonely = dataclasses.replace(found, mean=np.concatenate([[1e6], found.mean[1:]]))
    assert lonely.histogram(None).beyond >= 1
    assert lonely.histogram(None).edges[-1] < 1e5
    assert dataclasses.replace(found, mean=0 * found.mean).histogram(None).counts.sum() == len(found.mean)


# -- what is recorded while training ----------------------------------------------------------------------------------


def test_recorded_norms_add_up_and_are_the_same_in_every_mapping(tiny: Callable[..., Experiment], home: Places) -> None:
    recorded = {}
    for way in ("sequential", "vectorised"):
        run = trained(tiny(compute={"mapping": way}), home)
        recorded[way] = LayerNorms.read(run.metrics_path)
        norms = [record["gradient_norm"] for record in run.records() if record["event"] == "iteration"]
        assert recorded[way].whole == pytest.approx(norms, rel=1e-5)
        assert recorded[way].iterations.tolist() == list(range(1, 21))
    one, other = recorded.values()
    assert list(one.norms) == ["layer1", "layer2", "head"]
    for layer in one.norms:
        assert one.norms[layer] == pytest.approx(other.norms[layer], rel=1e-3)


def test_long_runs_record_now_and_then() -> None:
    def recorded(iterations: int) -> list[int]:
        return [iteration for iteration in range(iterations) if is_recorded(iteration, iterations)]

    assert recorded(30) == list(range(30))
    assert recorded(5000) == list(range(0, 5000, 20))
    assert recorded(100_000) == list(range(0, 100_000, 100))


def test_a_run_of_an_earlier_version_opens_and_has_nothing_recorded(
    tiny: Callable[..., Experiment], home: Places
) -> None:
    run = trained(tiny(outer={"iterations": 2}), home)
    lines = run.metrics_path.read_text(encoding="utf-8").splitlines()
    kept = [line.split(',"layer_norms"')[0] + ("}" if "layer_norms" in line else "") for line in lines]
    run.metrics_path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    assert len(run.records()) == len(lines)
    found, _ = looked_at(run, home)
    assert found.recorded.norms == {}
    assert len(found.recorded.whole) == len(found.recorded.iterations) == 0


# -- learnt step sizes ------------------------------------------------------------------------------------------------


def test_step_sizes_are_the_factors_on_the_gradients(build: Callable[..., Any], draw_task: Callable[..., Any]) -> None:
    """φ − φ' of the first step, divided by ∇L_S(φ), number by number."""
    task = draw_task(dtype=torch.float64)
    random = torch.Generator().manual_seed(1)
    for kind, settings in (
        ("meta_sgd", {"inner_steps": 1}), ("mbml", {"inner_steps": 1}), ("maml_plus_plus", {"inner_steps": 3}),
        ("meta_curvature", {"inner_steps": 1}),
    ):  # fmt: skip
        algorithm = build({"kind": kind, **settings}, {"kind": "mlp", "hidden": "4"})
        meta = {name: value.double() for name, value in algorithm.init(torch.Generator().manual_seed(0)).items()}
        for name, value in meta.items():
            if name.startswith(("rate.", "rates.", "log_rate.")):
                meta[name] = value + 0.1 * torch.rand(value.shape, generator=random, dtype=torch.float64)
            elif name.startswith("curvature"):
                meta[name] = value * (1 + torch.rand(len(value), generator=random, dtype=torch.float64))
        sizes = algorithm.step_sizes(meta)
        before, after, *_ = algorithm.adapt(meta, task.support, settings["inner_steps"])
        slopes = algorithm.support_gradient(before, task.support)
        assert set(sizes) == {"layer1", "head"}
        for layer, found in sizes.items():
            names = (f"{layer}.weight", f"{layer}.bias")
            moved = torch.cat([((before[name] - after[name]) / slopes[name]).flatten() for name in names])
            known = torch.cat([slopes[name].flatten() for name in names]).abs() > 1e-9
            assert known.any()
            expected = found[0].expand_as(moved)
            torch.testing.assert_close(moved[known], expected[known], rtol=1e-6, atol=1e-9)
            assert len(found) == (3 if kind == "maml_plus_plus" else 1)


def test_step_sizes_are_summed_up_by_layer(tiny: Callable[..., Experiment], home: Places) -> None:
    run = trained(tiny(algorithm={"kind": "meta_sgd", "inner_lr": 0.02}, outer={"iterations": 2}), home)
    found, opened = looked_at(run, home)
    for layer in ("layer1", "layer2", "head"):
        rates = np.concatenate([opened.params[f"rate.{layer}.{part}"].flatten() for part in ("weight", "bias")])
        sizes = found.step_sizes[layer]
        assert sizes.numbers == len(rates)
        assert sizes.mean == pytest.approx([rates.mean()], rel=1e-5)
        assert (sizes.low[0], sizes.high[0]) == pytest.approx(tuple(np.quantile(rates, [0.05, 0.95])), rel=1e-5)
    assert found.first_step_size == 0.02
    assert "rate.layer1" in found.layers


def test_without_learnt_step_sizes_there_are_none(run: Run, home: Places) -> None:
    found, _ = looked_at(run, home)
    assert found.step_sizes == {}
    assert found.first_step_size is None


# -- what has no gradients --------------------------------------------------------------------------------------------


def test_what_learns_nothing_has_no_gradients(home: Places) -> None:
    run = trained({**CLASSES, "algorithm": {"kind": "nearest_neighbor"}}, home)
    with pytest.raises(NoGradientsError, match="Nearest neighbour learns nothing from tasks"):
        looked_at(run, home)


def test_a_yardstick_has_the_gradients_of_its_batches(home: Places) -> None:
    experiment = Experiment.from_dict({**CLASSES, "algorithm": {"kind": "baseline"}})
    run = trained(experiment, home)
    found, opened = looked_at(run, home, tasks=3)
    assert not found.of_tasks
    batch = opened.source.sample_all_classes(range(2, 3), experiment.algorithm.batch_size).task(0)
    meta = {name: opened.params[name].clone().requires_grad_() for name in found.shapes}
    loss, _ = opened.algorithm.task_loss(meta, batch)
    slopes = torch.autograd.grad(loss, meta.values())
    flat = torch.cat([slope.flatten() for slope in slopes]).numpy()
    assert found.rows[2] == pytest.approx(flat, rel=1e-3, abs=1e-6)
    with pytest.raises(NotFromTasksError, match="Baseline learns from batches of all training classes"):
        looked_at(run, home, split="validation")


def test_what_a_measurement_knows_of_the_training_classes_is_no_parameter(home: Places) -> None:
    learner = {"kind": "conv4", "filters": 4, "query_normalization": "population"}
    run = trained({**CLASSES, "learner": learner, "algorithm": {"kind": "prototypical"}}, home)
    found, opened = looked_at(run, home, tasks=2)
    assert any(name.endswith(".mean") for name in opened.params)
    assert not any(name.endswith((".mean", ".variance")) for name in found.shapes)
    assert next(iter(found.layers)) == "conv1"


def test_too_much_is_said_before_it_is_computed(run: Run, home: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "MOST_NUMBERS", 1000)
    with pytest.raises(TooManyGradientsError, match=f"{TASKS} gradients of 97 numbers take"):
        looked_at(run, home)


def test_a_gradient_that_is_no_number_is_named(run: Run, home: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    from core.algorithms.maml import MAML

    def broken(self: Any, meta: Any, task: Any) -> Any:
        return {name: torch.full_like(value, torch.nan) for name, value in meta.items()}, None

    monkeypatch.setattr(MAML, "task_gradient", broken)
    with pytest.raises(NoGradientsError, match="the gradient of task 0"):
        looked_at(run, home)
