"""ResNet-12 and the network of R2D2 against the same networks put together from torch.nn, and pictures of any size."""

import math
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from core.learners.conv4 import Conv4, Conv4Settings
from core.learners.learner import MEAN, VARIANCE, is_moment
from core.learners.r2d2_network import R2D2Network, R2D2NetworkSettings
from core.learners.resnet12 import ResNet12, ResNet12Settings

NORMS = ["batch", "group", "none"]


def norm(kind: str, channels: int) -> nn.Module:
    if kind == "batch":
        return nn.BatchNorm2d(channels)
    return nn.GroupNorm(math.gcd(channels, 8), channels) if kind == "group" else nn.Identity()


class Residual(nn.Module):
    """One block of ResNet-12: activated and then pooled, as the paper has it."""

    def __init__(self, inputs: int, outputs: int, kind: str) -> None:
        super().__init__()
        bias = kind != "batch"
        convs = [nn.Conv2d(inputs if place == 0 else outputs, outputs, 3, padding=1, bias=bias) for place in range(3)]
        self.convs = nn.ModuleList([*convs, nn.Conv2d(inputs, outputs, 1, bias=bias)])
        self.norms = nn.ModuleList([norm(kind, outputs) for _ in range(4)])
        self.act = nn.LeakyReLU(0.1)

    def forward(self, x: Tensor) -> Tensor:
        first = self.act(self.norms[0](self.convs[0](x)))
        second = self.act(self.norms[1](self.convs[1](first)))
        out = self.act(self.norms[2](self.convs[2](second)) + self.norms[3](self.convs[3](x)))
        return nn.functional.max_pool2d(out, 2) if min(out.shape[2:]) >= 2 else out

    def take(self, params: dict[str, Tensor], block: int) -> set[str]:
        return taken(params, {
            f"{sort}{block}_{place}": layers[index]
            for sort, layers in (("conv", self.convs), ("norm", self.norms))
            for index, place in enumerate([1, 2, 3, "shortcut"])
        })  # fmt: skip


def taken(params: dict[str, Tensor], layers: dict[str, nn.Module]) -> set[str]:
    """Copy flat parameters into layers by name; the names that were used."""
    used = set()
    with torch.no_grad():
        for name, layer in layers.items():
            for key, parameter in layer.named_parameters():
                parameter.copy_(params[f"{name}.{key}"])
                used.add(f"{name}.{key}")
    return used


def randomised(learner: Any) -> dict[str, Tensor]:
    """Parameters in float64, scales and shifts away from 1 and 0, so that leaving one out is seen."""
    random = torch.Generator().manual_seed(2)
    params = learner.init(torch.Generator().manual_seed(1))
    return {n: (v + 0.2 * torch.randn(v.shape, generator=random)).double() for n, v in params.items()}


def pictures(*shape: int) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(3), dtype=torch.float64)


def resnet(normalization: str = "batch", features: str = "mean", size: int = 16) -> ResNet12:
    settings = {"kind": "resnet12", "channels": "4-6-8-10", "normalization": normalization, "features": features}
    return ResNet12(ResNet12Settings.model_validate(settings), (2, size, size), None)


@pytest.mark.parametrize("normalization", NORMS)
@pytest.mark.parametrize(("features", "size", "width"), [("mean", 16, 10), ("mean", 5, 10), ("map", 35, 40)])
def test_resnet12_is_four_residual_blocks(normalization: str, features: str, size: int, width: int) -> None:
    learner = resnet(normalization, features, size)
    params = randomised(learner)
    blocks = [Residual(*channels, normalization).double() for channels in ((2, 4), (4, 6), (6, 8), (8, 10))]
    used = set().union(*(block.take(params, place) for place, block in enumerate(blocks, 1)))
    assert used == set(params)
    x = pictures(5, 2, size, size)
    expected = nn.Sequential(*blocks)(x)
    expected = expected.mean((2, 3)) if features == "mean" else expected.flatten(1)
    torch.testing.assert_close(learner(params, x), expected)
    assert expected.shape == (5, width)
    assert learner.width == width == math.prod(learner.feature_shape)


def test_resnet12_has_as_many_parameters_as_the_published_one() -> None:
    params = ResNet12(ResNet12Settings(), (3, 84, 84), None).init(torch.Generator().manual_seed(0))
    # Three 3×3 kernels and one 1×1 for each block, and scale and shift after each of them.
    expected, inputs = 0, 3
    for outputs in (64, 160, 320, 640):
        expected += 9 * outputs * (inputs + 2 * outputs) + inputs * outputs + 4 * 2 * outputs
        inputs = outputs
    assert sum(value.numel() for value in params.values()) == expected == 12_424_320


def r2d2_network(normalization: str = "batch", size: int = 28) -> R2D2Network:
    settings = {"kind": "r2d2_network", "channels": "4-6-8-10", "normalization": normalization}
    return R2D2Network(R2D2NetworkSettings.model_validate(settings), (2, size, size), None)


@pytest.mark.parametrize("normalization", NORMS)
@pytest.mark.parametrize(("size", "side"), [(28, 2), (16, 1), (32, 3)])
def test_r2d2_network_is_the_network_of_its_authors(normalization: str, size: int, side: int) -> None:
    learner = r2d2_network(normalization, size)
    params = randomised(learner)
    used, x, maps = set(), pictures(5, 2, size, size), []
    after, inputs = x, 2
    for place, outputs in enumerate((4, 6, 8, 10), 1):
        conv = nn.Conv2d(inputs, outputs, 3, padding=1, bias=normalization != "batch").double()
        normalised = norm(normalization, outputs).double()
        used |= taken(params, {f"conv{place}": conv, f"norm{place}": normalised})
        pool = nn.MaxPool2d(2, stride=1 if place == 4 else 2)
        after, inputs = nn.functional.leaky_relu(pool(normalised(conv(after))), 0.1), outputs
        maps.append(after)
    assert used == set(params)
    third = nn.functional.max_pool2d(maps[2], 2, stride=1).flatten(1)
    torch.testing.assert_close(learner(params, x), torch.cat([third, maps[3].flatten(1)], 1))
    assert learner.feature_shape == (18, side, side)
    assert learner.width == 18 * side**2


def test_r2d2_network_has_the_published_number_of_features() -> None:
    """3,584 for Omniglot and 72,576 for mini-ImageNet (Bertinetto et al. 2019, section 4.3)."""
    settings = R2D2NetworkSettings()
    assert R2D2Network(settings, (1, 28, 28), None).width == 3584
    assert R2D2Network(settings, (3, 84, 84), None).width == 72_576
    params = R2D2Network(settings, (1, 28, 28), None).init(torch.Generator().manual_seed(0))
    kernels = 9 * (1 * 96 + 96 * 192 + 192 * 384 + 384 * 512)
    assert sum(value.numel() for value in params.values()) == kernels + 2 * (96 + 192 + 384 + 512)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 16])
@pytest.mark.parametrize("make", [resnet, r2d2_network])
def test_small_pictures_are_pooled_while_there_is_something_to_pool(make: Any, size: int) -> None:
    learner = make("group", size=size)
    features = learner(randomised(learner), pictures(3, 2, size, size))
    assert features.shape == (3, learner.width)
    assert bool(features.isfinite().all())


@pytest.mark.parametrize("make", [resnet, r2d2_network])
def test_its_own_moments_given_change_nothing(make: Any) -> None:
    learner = make()
    params, x = randomised(learner), pictures(4, *learner.input_shape)
    moments = learner.statistics(params, x)
    assert all(map(is_moment, moments))
    norms = {name.rsplit(".", 1)[0] for name in params if name.startswith("norm")}
    assert set(moments) == {layer + end for layer in norms for end in (MEAN, VARIANCE)}
    torch.testing.assert_close(learner({**params, **moments}, x), learner(params, x))
    alone = torch.cat([learner({**params, **moments}, picture[None]) for picture in x])
    torch.testing.assert_close(learner({**params, **moments}, x), alone)


def test_conv4_pools_as_many_blocks_as_it_is_told() -> None:
    x = pictures(3, 1, 28, 28)
    for blocks, side in ((1, 14), (2, 7), (3, 3), (4, 1)):
        learner = Conv4(Conv4Settings(filters=4, pooled_blocks=blocks), (1, 28, 28), None)
        params = randomised(learner)
        assert learner.feature_shape == (4, side, side)
        assert learner(params, x).shape == (3, learner.width) == (3, 4 * side**2)
        network: list[nn.Module] = []
        for place in range(1, 5):
            conv, normalised = nn.Conv2d(1 if place == 1 else 4, 4, 3, padding=1, bias=False), nn.BatchNorm2d(4)
            taken(params, {f"conv{place}": conv.double(), f"norm{place}": normalised.double()})
            network += [conv, normalised, nn.ReLU()] + ([nn.MaxPool2d(2)] if place <= blocks else [])
        torch.testing.assert_close(learner(params, x), nn.Sequential(*network)(x).flatten(1))
    assert Conv4(Conv4Settings(filters=4, downsampling="stride", pooled_blocks=2), (1, 28, 28), None).width == 4


@pytest.mark.parametrize(
    ("settings", "channels"), [(ResNet12Settings, "8-x"), (R2D2NetworkSettings, "8"), (R2D2NetworkSettings, "")]
)
def test_channels_that_are_no_widths_are_refused(settings: Any, channels: str) -> None:
    with pytest.raises(ValueError):
        settings(channels=channels)
