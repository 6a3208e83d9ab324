"""Every learner against the same network put together from torch.nn, with the same weights."""

import math
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from core import registry
from core.learners.conv4 import Conv4, Conv4Settings
from core.learners.learner import MEAN, VARIANCE, is_moment
from core.learners.mlp import MLP, MLPSettings

NORMS = ["batch", "layer", "group", "none"]


class Rows(nn.Module):
    """Layer norm of [N, C, H, W] over everything but the examples, with a scale and shift for each channel."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.weight, self.bias = nn.Parameter(torch.ones(channels)), nn.Parameter(torch.zeros(channels))

    def forward(self, x: Tensor) -> Tensor:
        over = tuple(range(1, x.dim()))
        mean, variance = x.mean(over, keepdim=True), x.var(over, unbiased=False, keepdim=True)
        shape = (1, -1) + (1,) * (x.dim() - 2)
        return (x - mean) / (variance + 1e-5).sqrt() * self.weight.view(shape) + self.bias.view(shape)


def norm(kind: str, channels: int, pictures: bool) -> nn.Module:
    if kind == "batch":
        return nn.BatchNorm2d(channels) if pictures else nn.BatchNorm1d(channels)
    if kind == "group":
        return nn.GroupNorm(math.gcd(channels, 8), channels)
    return Rows(channels) if kind == "layer" else nn.Identity()


def conv4(settings: Conv4Settings, channels: int, width: int, outputs: int) -> nn.Sequential:
    stride = settings.downsampling == "stride"
    layers: list[nn.Module] = []
    for _ in range(4):
        bias = settings.normalization != "batch"
        layers.append(nn.Conv2d(channels, settings.filters, 3, 2 if stride else 1, padding=1, bias=bias))
        layers += [norm(settings.normalization, settings.filters, True), nn.ReLU()]
        layers += [] if stride else [nn.MaxPool2d(2)]
        channels = settings.filters
    layers += [nn.AdaptiveAvgPool2d(1)] if stride else []
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(width, outputs))


def mlp(settings: MLPSettings, inputs: int, outputs: int) -> nn.Sequential:
    layers: list[nn.Module] = [nn.Flatten()]
    for width in map(int, settings.hidden.split("-")):
        layers += [nn.Linear(inputs, width, bias=settings.normalization != "batch")]
        layers += [norm(settings.normalization, width, False), nn.ReLU()]
        inputs = width
    return nn.Sequential(*layers, nn.Linear(inputs, outputs))


def give_weights(network: nn.Sequential, params: dict[str, Tensor], first: str) -> None:
    """Copy flat parameters into a network, layer by layer, and check that none is left over on either side."""
    used = set()
    weighted = [layer for layer in network if next(layer.parameters(), None) is not None]
    linear = [layer for layer in weighted if isinstance(layer, nn.Linear | nn.Conv2d)]
    norms = [layer for layer in weighted if layer not in linear]
    names = [(layer, f"{first}{place}") for place, layer in enumerate(linear[:-1], 1)]
    names += [(linear[-1], "head")] + [(layer, f"norm{place}") for place, layer in enumerate(norms, 1)]
    with torch.no_grad():
        for layer, name in names:
            for key, parameter in layer.named_parameters():
                parameter.copy_(params[f"{name}.{key}"])
                used.add(f"{name}.{key}")
    assert used == set(params)


def randomised(params: dict[str, Tensor], seed: int) -> dict[str, Tensor]:
    """Scales and shifts away from 1 and 0, so that leaving one out is seen."""
    random = torch.Generator().manual_seed(seed)
    return {name: value + 0.2 * torch.randn(value.shape, generator=random) for name, value in params.items()}


@pytest.mark.parametrize("normalization", NORMS)
@pytest.mark.parametrize(("downsampling", "size"), [("stride", 28), ("max_pool", 28), ("max_pool", 35)])
def test_conv4_is_the_network_of_the_field(normalization: str, downsampling: str, size: int) -> None:
    settings = Conv4Settings.model_validate(
        {"kind": "conv4", "filters": 12, "normalization": normalization, "downsampling": downsampling}
    )
    learner = Conv4(settings, (2, size, size), 5)
    params = randomised(learner.init(torch.Generator().manual_seed(1)), 2)
    width = 12 * (2 * 2 if size == 35 else 1)
    network = conv4(settings, 2, width, 5)
    give_weights(network, params, "conv")
    x = torch.randn(6, 2, size, size, generator=torch.Generator().manual_seed(3))
    torch.testing.assert_close(learner(params, x), network(x), rtol=1e-4, atol=1e-4)
    headless = Conv4(settings, (2, size, size), None)
    body = {name: value for name, value in params.items() if not name.startswith("head.")}
    assert headless.width == learner.width == width
    torch.testing.assert_close(headless(body, x), network[:-1](x), rtol=1e-4, atol=1e-4)
    assert headless(body, x).shape == (6, width)


@pytest.mark.parametrize("normalization", NORMS)
@pytest.mark.parametrize("hidden", ["7", "40-40", "16-8-24"])
def test_mlp_is_fully_connected_layers(normalization: str, hidden: str) -> None:
    settings = MLPSettings.model_validate({"kind": "mlp", "hidden": hidden, "normalization": normalization})
    learner = MLP(settings, (1, 4, 3), 5)
    params = randomised(learner.init(torch.Generator().manual_seed(1)), 2)
    network = mlp(settings, 12, 5)
    give_weights(network, params, "layer")
    x = torch.randn(9, 1, 4, 3, generator=torch.Generator().manual_seed(3))
    torch.testing.assert_close(learner(params, x), network(x), rtol=1e-4, atol=1e-5)
    assert learner.width == int(hidden.split("-")[-1])
    body = {name: value for name, value in params.items() if not name.startswith("head.")}
    torch.testing.assert_close(MLP(settings, (1, 4, 3), None)(body, x), network[:-1](x), rtol=1e-4, atol=1e-5)


def test_given_moments_are_the_running_statistics_of_a_network_in_eval_mode() -> None:
    settings = Conv4Settings(filters=6)
    learner = Conv4(settings, (1, 16, 16), 3)
    params = randomised(learner.init(torch.Generator().manual_seed(1)), 2)
    network = conv4(settings, 1, 6, 3)
    give_weights(network, params, "conv")
    random = torch.Generator().manual_seed(4)
    moments = {}
    norms = [layer for layer in network if isinstance(layer, nn.BatchNorm2d)]
    for place, layer in enumerate(norms, 1):
        assert layer.running_mean is not None
        assert layer.running_var is not None
        layer.running_mean.copy_(torch.randn(6, generator=random))
        layer.running_var.copy_(torch.rand(6, generator=random) + 0.5)
        moments |= {f"norm{place}{MEAN}": layer.running_mean, f"norm{place}{VARIANCE}": layer.running_var}
    x = torch.randn(5, 1, 16, 16, generator=random)
    torch.testing.assert_close(learner({**params, **moments}, x), network.eval()(x), rtol=1e-4, atol=1e-5)


def test_statistics_are_the_moments_that_batch_norm_would_use() -> None:
    settings = Conv4Settings(filters=6)
    learner = Conv4(settings, (1, 16, 16), 3)
    params = randomised(learner.init(torch.Generator().manual_seed(1)), 2)
    network = conv4(settings, 1, 6, 3)
    give_weights(network, params, "conv")
    norms = [layer for layer in network if isinstance(layer, nn.BatchNorm2d)]
    x = torch.randn(4, 1, 16, 16, generator=torch.Generator().manual_seed(4))
    seen: list[Tensor] = []
    for layer in norms:
        layer.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0]))
    with torch.no_grad():
        expected = network(x)
    found = learner.statistics(params, x)
    assert len(found) == 2 * len(norms) == 8
    assert all(is_moment(name) for name in found)
    for place, inputs in enumerate(seen, 1):
        over = inputs.transpose(0, 1).flatten(1)
        torch.testing.assert_close(found[f"norm{place}{MEAN}"], over.mean(1), rtol=1e-4, atol=1e-5)
        torch.testing.assert_close(found[f"norm{place}{VARIANCE}"], over.var(1, unbiased=False), rtol=1e-4, atol=1e-5)
    # With its own statistics given, the network does what it does without them.
    torch.testing.assert_close(learner({**params, **found}, x), expected, rtol=1e-4, atol=1e-4)
    assert not any(map(is_moment, params))


@pytest.mark.parametrize("kind", registry.learners.kinds)
@pytest.mark.parametrize("normalization", NORMS)
def test_no_state_is_kept_and_the_start_is_a_function_of_the_seed(kind: str, normalization: str) -> None:
    settings = registry.learners.settings(kind).model_validate({"kind": kind, "normalization": normalization})
    learner = registry.learners.implementations[kind](settings, (1, 28, 28), 4)
    params = learner.init(torch.Generator().manual_seed(7))
    again = learner.init(torch.Generator().manual_seed(7))
    other = learner.init(torch.Generator().manual_seed(8))
    assert all(torch.equal(params[name], again[name]) for name in params)
    assert any(not torch.equal(params[name], other[name]) for name in params)
    random = torch.Generator().manual_seed(1)
    x, y = torch.randn(3, 1, 28, 28, generator=random), 5 * torch.randn(6, 1, 28, 28, generator=random)
    before = {name: value.clone() for name, value in params.items()}
    first = learner(params, x)
    learner(params, y)
    learner.statistics(params, y)
    assert torch.equal(learner(params, x), first)
    assert all(torch.equal(params[name], before[name]) for name in params)
    assert first.shape == (3, 4)
    assert not any(isinstance(value, Tensor) for value in vars(learner).values())


@pytest.mark.parametrize("normalization", ["layer", "group", "none"])
@pytest.mark.parametrize("kind", registry.learners.kinds)
def test_without_batch_norm_an_example_does_not_see_the_others(kind: str, normalization: str) -> None:
    settings = registry.learners.settings(kind).model_validate({"kind": kind, "normalization": normalization})
    learner = registry.learners.implementations[kind](settings, (1, 28, 28), 4)
    params = learner.init(torch.Generator().manual_seed(7))
    x = torch.randn(5, 1, 28, 28, generator=torch.Generator().manual_seed(1))
    torch.testing.assert_close(learner(params, x)[:1], learner(params, x[:1]), rtol=1e-4, atol=1e-5)


QUERIES = [({"kind": "maml", "inner_lr": 0.1, "inner_steps": 2}, {"kind": "mlp", "hidden": "8"}, (6,))]
QUERIES += [({"kind": "maml", "inner_lr": 0.1}, {"kind": "conv4", "filters": 4}, (1, 16, 16))]
QUERIES += [({"kind": "reptile", "inner_lr": 0.01}, {"kind": "mlp", "hidden": "8"}, (6,))]
QUERIES += [({"kind": "prototypical"}, {"kind": "conv4", "filters": 4}, (1, 16, 16))]


@pytest.mark.parametrize(("algorithm", "learner", "shape"), QUERIES)
def test_per_query_predictions_do_not_depend_on_the_other_queries(
    build: Callable[..., Any], draw_task: Callable[..., Any], algorithm: Any, learner: Any, shape: Any
) -> None:
    task = draw_task(shape=shape, ways=3)
    for queries, alone in (("per_query", True), ("transductive", False)):
        chosen = {**learner, "normalization": "batch", "query_normalization": queries}
        made = build(algorithm, chosen, shape, 3)
        adapted = made.adapted(made.init(torch.Generator().manual_seed(0)), task.support)
        together = made.predict(adapted, task.support, task.query_x)
        first = made.predict(adapted, task.support, task.query_x[:2])
        disturbed = made.predict(adapted, task.support, torch.cat([task.query_x[:2], 9 * task.query_x[2:]]))
        assert torch.allclose(together[:2], first, rtol=1e-4, atol=1e-5) == alone
        assert torch.allclose(disturbed[:2], first, rtol=1e-4, atol=1e-5) == alone
