"""Conv4: four blocks of 3×3 convolution, normalisation and ReLU (Vinyals et al. 2016, section 4.1.1)."""

import math
from typing import ClassVar, Literal

from core.lazy import torch
from core.learners.layers import Params, conv, conv_init, max_pool, pooled
from core.learners.learner import Learner
from core.settings import InputType, LearnerSettings, setting

BLOCKS = range(1, 5)


class Conv4Settings(LearnerSettings):
    title: ClassVar[str] = "Conv4"
    summary: ClassVar[str] = "Four blocks of 3×3 convolution, normalization and ReLU; the usual network of the field."
    paper: ClassVar[str] = "Vinyals et al. 2016, section 4.1.1"
    inputs: ClassVar[tuple[InputType, ...]] = ("image",)

    kind: Literal["conv4"] = "conv4"
    filters: int = setting(64, title="Filters", help="Channels of each block.", unit="channels", ge=1, le=1024, step=16)
    downsampling: Literal["stride", "max_pool"] = setting(
        "max_pool", title="Downsampling", help="How each block halves the picture.",
        choices={
            "stride": "Convolutions of stride 2, then the mean over what is left (MAML on Omniglot).",
            "max_pool": "A 2×2 max-pool after each block (Prototypical Networks, mini-ImageNet).",
        },
        source="Finn et al. 2017, section 5.2; Snell et al. 2017, section 3.1",
    )  # fmt: skip
    pooled_blocks: int = setting(
        4, title="Pooled blocks", unit="blocks", ge=1, le=4, needs=("learner.downsampling", ("max_pool",)),
        help="How many of the blocks are pooled, from the first on; with fewer than 4 the features are larger maps.",
        source="Sung et al. 2018, section 3.4: 2",
    )  # fmt: skip


class Conv4(Learner):
    settings_class = Conv4Settings
    settings: Conv4Settings

    @property
    def width(self) -> int:
        return math.prod(self.feature_shape)

    @property
    def feature_shape(self) -> tuple[int, ...]:
        if self.settings.downsampling == "stride":
            return (self.settings.filters,)
        _, height, width = self.input_shape
        for _ in range(self.settings.pooled_blocks):
            height, width = pooled(height, width)
        return self.settings.filters, height, width

    def init_body(self, generator: "torch.Generator") -> Params:
        params: Params = {}
        channels = self.input_shape[0]
        for block in BLOCKS:
            params |= conv_init(generator, f"conv{block}", channels, self.settings.filters, bias=self.needs_bias)
            params |= self.norm_init(f"norm{block}", self.settings.filters)
            channels = self.settings.filters
        return params

    def features(self, params: Params, x: "torch.Tensor", moments: Params | None = None) -> "torch.Tensor":
        stride = 2 if self.settings.downsampling == "stride" else 1
        for block in BLOCKS:
            x = self.normalise(params, f"norm{block}", conv(params, f"conv{block}", x, stride), moments)
            if stride == 1 and block <= self.settings.pooled_blocks:
                # Pooled before the ReLU, which is the same to the last bit and leaves the ReLU a quarter of the work.
                x = max_pool(x)
            x = torch.relu(x)
        return x.mean((2, 3)) if stride == 2 else x.flatten(1)
