"""The least network of all, for which meta-gradients can be worked out by hand."""

import torch
from torch import Tensor

from core.learners.layers import Params
from core.learners.learner import Learner
from core.learners.mlp import MLPSettings


class Line(Learner):
    """y = x·w, without a bias."""

    settings_class = MLPSettings

    @property
    def width(self) -> int:
        return 1

    def init_body(self, generator: torch.Generator) -> Params:
        return {"w": torch.zeros(*self.input_shape)}

    def features(self, params: Params, x: Tensor, moments: Params | None = None) -> Tensor:
        return x @ params["w"][:, None]
