"""The task-conditioned network against the plain one, and against its conditions put on activations by hand."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from core.experiment import Experiment

MLP = {"kind": "mlp", "hidden": "6-5", "normalization": "layer"}
CONV4 = {"kind": "conv4", "filters": 4, "normalization": "layer"}
KIND = {"kind": "task_conditioned", "width": 7}
SORTS = pytest.mark.parametrize("ways", [None, 3], ids=["regression", "classification"])


def doubled(algorithm: Any) -> dict[str, Tensor]:
    return {name: value.double() for name, value in algorithm.init(torch.Generator().manual_seed(0)).items()}


def stirred(algorithm: Any) -> dict[str, Tensor]:
    """Parameters whose conditions are no longer those of the start, and whose scales and shifts are not 1 and 0."""
    random = torch.Generator().manual_seed(1)
    return {
        name: value + 0.5 * torch.randn(value.shape, generator=random, dtype=torch.float64)
        for name, value in doubled(algorithm).items()
    }


@SORTS
def test_it_begins_as_the_plain_learner(
    build: Callable[..., Any], draw_task: Callable[..., Any], ways: int | None
) -> None:
    made = build({**KIND, "gates": False}, CONV4, (1, 16, 16), ways)
    task, meta = draw_task(shape=(1, 16, 16), ways=ways, dtype=torch.float64), doubled(made)
    (state,) = made.adapt(meta, task.support, 0)
    plain = made.learner.init_body(torch.Generator().manual_seed(0))
    for name, value in plain.items():
        torch.testing.assert_close(state[name], value.double(), rtol=0, atol=0)
    assert {name for name in state if name.startswith("head.")} == {"head.weight", "head.bias"}
    assert not any(name.startswith("head.") for name in meta)
    # Gates are nearly open: each channel keeps 98 % of itself.
    gated = build({**KIND, "film": False}, CONV4, (1, 16, 16), ways)
    (state,) = gated.adapt(doubled(gated), task.support, 0)
    open_share = 1 / (1 + torch.tensor(-4.0, dtype=torch.float64).exp())
    torch.testing.assert_close(state["norm2.weight"], open_share.expand(4))


@pytest.mark.parametrize(("film", "gates"), [(True, True), (True, False), (False, True)])
@SORTS
def test_other_parameters_are_other_activations(
    build: Callable[..., Any], draw_task: Callable[..., Any], ways: int | None, film: bool, gates: bool
) -> None:
    """FiLM after the normalisation and a gate after the ReLU, written out, give the features of the new parameters."""
    made = build({**KIND, "film": film, "gates": gates}, MLP, ways=ways)
    task, meta = draw_task(ways=ways, dtype=torch.float64), stirred(made)
    functional = torch.nn.functional

    def rectified(x: Tensor) -> Tensor:
        return torch.relu(functional.layer_norm(x, (7,)))

    def encoded(features: Tensor) -> Tensor:
        if ways is None:
            features = torch.cat([features, task.support_y], 1)
        hidden = rectified(functional.linear(features, meta["encoder.1.weight"], meta["encoder.1.bias"]))
        return functional.linear(hidden, meta["encoder.2.weight"], meta["encoder.2.bias"]).mean(0)

    code = encoded(made.learner.features(meta, task.support_x))

    def by_hand(x: Tensor) -> Tensor:
        for number, channels in ((1, 6), (2, 5)):
            x = functional.linear(x, meta[f"layer{number}.weight"], meta[f"layer{number}.bias"])
            x = functional.layer_norm(x, (channels,), meta[f"norm{number}.weight"], meta[f"norm{number}.bias"])
            net = f"condition.norm{number}"
            hidden = rectified(meta[f"{net}.1.weight"] @ code + meta[f"{net}.1.bias"])
            conditions = (meta[f"{net}.2.weight"] @ hidden + meta[f"{net}.2.bias"]).view(-1, channels)
            if film:
                x = (1 + conditions[0]) * x + conditions[1]
            x = torch.relu(x)
            if gates:
                x = torch.sigmoid(4 + conditions[-1]) * x
        return x

    (state,) = made.adapt(meta, task.support, 0)
    torch.testing.assert_close(made.learner.features(state, task.query_x), by_hand(task.query_x))
    features = by_hand(task.support_x)
    if ways is None:
        read = encoded(features)[None]
    else:
        read = torch.stack([features[task.support_y == way].mean(0) for way in range(ways)])
    hidden = rectified(functional.linear(read, meta["maker.1.weight"], meta["maker.1.bias"]))
    head = functional.linear(hidden, meta["maker.2.weight"], meta["maker.2.bias"])
    weight = head[:, :-1] + (0 if ways is None else read)
    expected = by_hand(task.query_x) @ weight.T + head[:, -1]
    torch.testing.assert_close(made.predict(state, task.support, task.query_x), expected)


@SORTS
@pytest.mark.parametrize("queries", ["transductive", "per_query"])
def test_the_order_of_the_support_set_does_not_matter(
    build: Callable[..., Any], draw_task: Callable[..., Any], ways: int | None, queries: str
) -> None:
    made = build(KIND, {**MLP, "normalization": "batch", "query_normalization": queries}, ways=ways)
    task, meta = draw_task(ways=ways, shots=5, dtype=torch.float64), stirred(made)
    order = torch.randperm(len(task.support_y), generator=torch.Generator().manual_seed(1))
    shuffled = task.support._replace(x=task.support_x[order], y=task.support_y[order])
    outputs = [made.predict(made.adapted(meta, support), support, task.query_x) for support in (task.support, shuffled)]
    torch.testing.assert_close(*outputs)
    if queries == "per_query":  # and neither do other queries
        state = made.adapted(meta, task.support)
        alone = [made.predict(state, task.support, query[None]) for query in task.query_x]
        torch.testing.assert_close(torch.cat(alone), outputs[0])


def test_the_task_and_not_the_numbers_of_its_classes_say_how_the_network_is(
    build: Callable[..., Any], draw_task: Callable[..., Any]
) -> None:
    made = build(KIND, MLP, ways=3)
    task, meta = draw_task(ways=3, dtype=torch.float64), stirred(made)
    renamed = task.support._replace(y=(task.support_y + 1) % 3)
    here, there = made.adapted(meta, task.support), made.adapted(meta, renamed)
    torch.testing.assert_close(here["norm1.weight"], there["norm1.weight"])
    torch.testing.assert_close(here["head.weight"].roll(1, 0), there["head.weight"])
    other = made.adapted(meta, task.support._replace(x=2 * task.support_x))
    assert not torch.allclose(here["norm1.weight"], other["norm1.weight"])


def test_more_ways_than_in_training(build: Callable[..., Any], draw_task: Callable[..., Any]) -> None:
    made = build(KIND, MLP, ways=3)
    task, meta = draw_task(ways=8, dtype=torch.float64), doubled(made)
    assert made.predict(made.adapted(meta, task.support), task.support, task.query_x).shape == (16, 8)


def experiment(**algorithm: bool) -> Experiment:
    return Experiment.from_dict({"algorithm": {"kind": "task_conditioned", **algorithm}})  # a sinusoid, not normalised


def test_without_normalization_there_is_nothing_to_condition() -> None:
    (problem,) = experiment().problems()
    assert problem.path == "learner.normalization"
    assert "switch off algorithm.film and algorithm.gates" in problem.message
    assert experiment(film=False).problems() == [problem]
    assert experiment(film=False, gates=False).problems() == []
    assert experiment().with_value("learner.normalization", "layer").problems() == []
