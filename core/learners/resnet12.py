"""ResNet-12: four residual blocks of three convolutions (Lee et al. 2019, section 4.1; Oreshkin et al. 2018)."""

import math
from itertools import pairwise
from typing import ClassVar, Literal

from core.lazy import torch
from core.learners.blocks import SLOPE, BlocksSettings
from core.learners.layers import Params, conv, conv_init, max_pool, pooled
from core.learners.learner import Learner
from core.settings import setting

LAYERS = range(1, 4)


class ResNet12Settings(BlocksSettings):
    title: ClassVar[str] = "ResNet-12"
    summary: ClassVar[str] = (
        "Four residual blocks of three 3×3 convolutions, each halving the picture while it has 2 pixels a side. "
        "Without the DropBlock of the paper: no random numbers go through a learner."
    )
    paper: ClassVar[str] = "Lee, Maji, Ravichandran and Soatto 2019, section 4.1"

    kind: Literal["resnet12"] = "resnet12"
    channels: str = setting(
        "64-160-320-640", title="Channels", unit="channels", source="Lee et al. 2019, section 4.1",
        help="Channels of each residual block, joined by hyphens; one block for each number.",
    )  # fmt: skip
    features: Literal["mean", "map"] = setting(
        "mean", title="Features", help="What is made of the last block's maps.",
        choices={
            "mean": "Their mean over the picture: one number for each channel (Oreshkin et al. 2018).",
            "map": "All of their pixels, as Lee et al. do, who take no mean.",
        },
        source="Lee et al. 2019, section 4.1",
    )  # fmt: skip


class ResNet12(Learner):
    settings_class = ResNet12Settings
    settings: ResNet12Settings

    @property
    def width(self) -> int:
        return math.prod(self.feature_shape)

    @property
    def feature_shape(self) -> tuple[int, ...]:
        if self.settings.features == "mean":
            return (self.settings.widths[-1],)
        _, height, width = self.input_shape
        for _ in self.settings.widths:
            height, width = pooled(height, width)
        return self.settings.widths[-1], height, width

    def init_body(self, generator: "torch.Generator") -> Params:
        params: Params = {}
        for block, (inputs, outputs) in enumerate(pairwise([self.input_shape[0], *self.settings.widths]), 1):
            sizes = {f"{block}_shortcut": (inputs, 1)}
            sizes |= {f"{block}_{layer}": (inputs if layer == 1 else outputs, 3) for layer in LAYERS}
            for place, (channels, size) in sizes.items():
                params |= conv_init(generator, "conv" + place, channels, outputs, bias=self.needs_bias, size=size)
                params |= self.norm_init("norm" + place, outputs)
        return params

    def features(self, params: Params, x: "torch.Tensor", moments: Params | None = None) -> "torch.Tensor":
        def convolved(place: str, x: "torch.Tensor") -> "torch.Tensor":
            return self.normalise(params, "norm" + place, conv(params, "conv" + place, x), moments)

        for block in range(1, len(self.settings.widths) + 1):
            shortcut = convolved(f"{block}_shortcut", x)
            for layer in LAYERS:
                x = convolved(f"{block}_{layer}", x)
                if layer == LAYERS[-1]:
                    x = max_pool(x + shortcut)  # before the leaky ReLU, which is the same, and less work for it
                x = torch.nn.functional.leaky_relu(x, SLOPE)
        return x.mean((2, 3)) if self.settings.features == "mean" else x.flatten(1)
