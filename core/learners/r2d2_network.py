"""The network of R2D2 (Bertinetto, Henriques, Torr and Vedaldi 2019, section 4.3)."""

import math
from itertools import pairwise
from typing import ClassVar, Literal

from pydantic import field_validator

from core.lazy import torch
from core.learners.blocks import SLOPE, BlocksSettings
from core.learners.layers import Params, conv, conv_init, max_pool, pooled, widths_of
from core.learners.learner import Learner
from core.settings import setting


class R2D2NetworkSettings(BlocksSettings):
    title: ClassVar[str] = "R2D2 network"
    summary: ClassVar[str] = (
        "Blocks of 3×3 convolution, normalization, 2×2 max-pool and leaky ReLU, wider and wider; the last two blocks "
        "are the features. Without the dropout of the paper, which its authors turn off for Omniglot."
    )
    paper: ClassVar[str] = "Bertinetto, Henriques, Torr and Vedaldi 2019, section 4.3"

    kind: Literal["r2d2_network"] = "r2d2_network"
    channels: str = setting(
        "96-192-384-512", title="Channels", unit="channels", source="Bertinetto et al. 2019, section 4.3",
        help="Channels of each block, joined by hyphens; at least two blocks.",
    )  # fmt: skip

    @field_validator("channels")
    @classmethod
    def _are_two(cls, channels: str) -> str:
        if len(widths_of(channels)) < 2:
            raise ValueError(f"{channels!r} is one block, and the features are those of the last two")
        return channels


class R2D2Network(Learner):
    """Pools in steps of 2, and in steps of 1 in the last block, while there are 2 pixels a side.

    The features of the block before are pooled in steps of 1 as well, as the authors' program does: so both maps are of
    one size, and their channels stand side by side. Pictures of 28×28 give 3,584 features, as the paper says.
    """

    settings_class = R2D2NetworkSettings
    settings: R2D2NetworkSettings

    @property
    def width(self) -> int:
        return math.prod(self.feature_shape)

    @property
    def feature_shape(self) -> tuple[int, ...]:
        _, height, width = self.input_shape
        for stride in self._strides:
            height, width = pooled(height, width, stride)
        return sum(self.settings.widths[-2:]), height, width

    @property
    def _strides(self) -> list[int]:
        return [2] * (len(self.settings.widths) - 1) + [1]

    def init_body(self, generator: "torch.Generator") -> Params:
        params: Params = {}
        for block, (inputs, outputs) in enumerate(pairwise([self.input_shape[0], *self.settings.widths]), 1):
            params |= conv_init(generator, f"conv{block}", inputs, outputs, bias=self.needs_bias)
            params |= self.norm_init(f"norm{block}", outputs)
        return params

    def features(self, params: Params, x: "torch.Tensor", moments: Params | None = None) -> "torch.Tensor":
        before = x
        for block, stride in enumerate(self._strides, 1):
            before = x
            x = self.normalise(params, f"norm{block}", conv(params, f"conv{block}", x), moments)
            x = torch.nn.functional.leaky_relu(max_pool(x, stride), SLOPE)
        return torch.cat([max_pool(before, 1), x], 1).flatten(1)
