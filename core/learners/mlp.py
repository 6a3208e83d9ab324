"""A multilayer perceptron: 40-40 for the sinusoid (Finn et al. 2017), 256-128-64-64 for Omniglot (Santoro 2016)."""

import math
from typing import ClassVar, Literal, cast

from pydantic import field_validator

from core.lazy import torch
from core.learners.layers import Params, linear_init, widths_of
from core.learners.learner import Learner
from core.settings import LearnerSettings, setting


class MLPSettings(LearnerSettings):
    title: ClassVar[str] = "MLP"
    summary: ClassVar[str] = "Fully connected layers with ReLU. Pictures are laid out as one row of pixels."
    paper: ClassVar[str] = "Finn et al. 2017, section 5.1"

    kind: Literal["mlp"] = "mlp"
    hidden: str = setting(
        "40-40", title="Hidden layers", unit="units",
        help="Width of each hidden layer, joined by hyphens: 40-40 for the sinusoid, 256-128-64-64 for Omniglot.",
        source="Finn et al. 2017, sections 5.1 and 5.2",
    )  # fmt: skip
    normalization: Literal["batch", "layer", "group", "none"] = setting(
        "none", title="Normalization", help=LearnerSettings.model_fields["normalization"].description or "",
        choices=cast(dict[str, dict[str, str]], LearnerSettings.model_fields["normalization"].json_schema_extra)[
            "choices"
        ],
    )  # fmt: skip

    @field_validator("hidden")
    @classmethod
    def _widths(cls, hidden: str) -> str:
        widths_of(hidden)
        return hidden

    @property
    def widths(self) -> list[int]:
        return widths_of(self.hidden)


class MLP(Learner):
    settings_class = MLPSettings
    settings: MLPSettings

    @property
    def width(self) -> int:
        return self.settings.widths[-1]

    def init_body(self, generator: "torch.Generator") -> Params:
        params: Params = {}
        inputs = math.prod(self.input_shape)
        for index, width in enumerate(self.settings.widths, 1):
            params |= linear_init(generator, f"layer{index}", inputs, width, bias=self.needs_bias)
            params |= self.norm_init(f"norm{index}", width)
            inputs = width
        return params

    def features(self, params: Params, x: "torch.Tensor", moments: Params | None = None) -> "torch.Tensor":
        x = x.flatten(1)
        for index in range(1, len(self.settings.widths) + 1):
            layer = f"layer{index}"
            x = torch.nn.functional.linear(x, params[layer + ".weight"], params.get(layer + ".bias"))
            x = torch.relu(self.normalise(params, f"norm{index}", x, moments))
        return x
