"""What a learner is: a pure function of flat parameters."""

import math
from abc import ABC, abstractmethod
from typing import ClassVar

from core.lazy import torch
from core.learners.layers import EPSILON, Params, batch_norm, channel_moments, linear_init
from core.settings import LearnerSettings, MemoryLayout

HEAD = "head."  # parameters of the last layer start with this; all others are the body
MEAN, VARIANCE = ".mean", ".variance"  # moments of a batch-norm layer, where they are given and not computed


class Learner(ABC):
    """A network whose parameters are an argument. A concrete learner names its `settings_class`.

    Where the parameters hold moments (see `statistics`), batch norm uses those; otherwise it uses the statistics of
    the examples that it is called with, and no state is kept anywhere.
    """

    settings_class: ClassVar[type[LearnerSettings]]

    layout: MemoryLayout = "auto"  # of kernels, and so of the pictures that come out of them

    def __init__(self, settings: LearnerSettings, input_shape: tuple[int, ...], outputs: int | None) -> None:
        """`outputs` is the width of the head; None makes a learner without one, whose output is its features."""
        self.settings, self.input_shape, self.outputs = settings, input_shape, outputs

    @property
    @abstractmethod
    def width(self) -> int:
        """Number of features."""

    @property
    def feature_shape(self) -> tuple[int, ...]:
        """Shape of the features of one example before they are laid out in one row: (C, H, W) of maps, or (D,)."""
        return (self.width,)

    @abstractmethod
    def init_body(self, generator: "torch.Generator") -> Params:
        """Fresh parameters of everything below the head, on the CPU."""

    @abstractmethod
    def features(self, params: Params, x: "torch.Tensor", moments: Params | None = None) -> "torch.Tensor":
        """Features [N, D] of examples [N, …]; the moments of each batch-norm layer are put into `moments`."""

    def init(self, generator: "torch.Generator") -> Params:
        """Fresh parameters, on the CPU."""
        params = self.init_body(generator)
        if self.outputs is not None:
            params |= linear_init(generator, HEAD.rstrip("."), self.width, self.outputs)
        return params

    def __call__(self, params: Params, x: "torch.Tensor") -> "torch.Tensor":
        """Outputs [N, outputs], or features [N, D] where there is no head."""
        features = self.features(params, x)
        return features if self.outputs is None else self.head(params, features)

    def head(self, params: Params, features: "torch.Tensor") -> "torch.Tensor":
        """Outputs [N, outputs] of the last layer for features [N, D]."""
        return torch.nn.functional.linear(features, params[HEAD + "weight"], params[HEAD + "bias"])

    def statistics(self, params: Params, x: "torch.Tensor") -> Params:
        """The moments of every batch-norm layer over the examples x, to be merged into the parameters."""
        moments: Params = {}
        self.features(params, x, moments)
        return moments

    def laid_out(self, params: Params, for_many: bool = False) -> Params:
        """The same parameters, their kernels as `layout` wants them; convolutions pass the layout on.

        By ``auto`` channels are innermost on a CPU where one network sees many pictures: pooling then reads whole
        vectors. Inner loops gain nothing, as each of their tasks has few pictures and other weights. Group norm is left
        out, since torch's refuses that layout inside vmap, and so is the layer norm that is made of it.
        """
        quicker = for_many and self.settings.normalization in ("batch", "none")
        if self.layout == "contiguous" or (self.layout == "auto" and not quicker):
            return params

        def of_one(value: "torch.Tensor") -> "torch.Tensor":
            wanted = value.dim() == 4 and (self.layout == "channels_last" or value.device.type == "cpu")
            return value.to(memory_format=torch.channels_last) if wanted else value

        return {name: of_one(value) for name, value in params.items()}

    def normalise(self, params: Params, layer: str, x: "torch.Tensor", moments: Params | None) -> "torch.Tensor":
        """Normalise activations [N, C] or [N, C, H, W] as the settings say, then scale and shift."""
        kind = self.settings.normalization
        if kind == "none":
            return x
        weight, bias = params[layer + ".weight"], params[layer + ".bias"]
        functional = torch.nn.functional
        if kind == "layer":
            return functional.group_norm(x, 1, weight, bias)
        if kind == "group":
            return functional.group_norm(x, groups(x.shape[1]), weight, bias)
        mean, variance = params.get(layer + MEAN), params.get(layer + VARIANCE)
        if mean is not None and variance is not None:
            scale = weight * torch.rsqrt(variance + EPSILON)
            shift = bias - mean * scale
            shape = (1, -1) + (1,) * (x.dim() - 2)
            return x * scale.view(shape) + shift.view(shape)
        if moments is not None:
            variance, mean = channel_moments(x)
            moments |= {layer + MEAN: mean, layer + VARIANCE: variance}
        return batch_norm(x, weight, bias)

    @property
    def uses_support_statistics(self) -> bool:
        """Whether queries are normalised with the moments of their task's support set."""
        return self.settings.query_statistics == "per_query"

    @property
    def uses_population(self) -> bool:
        """Whether queries are normalised with the moments of the training classes."""
        return self.settings.query_statistics == "population"

    def norm_init(self, layer: str, channels: int) -> Params:
        """The scale 1 and shift 0 of a normalisation layer, if there is one."""
        if self.settings.normalization == "none":
            return {}
        return {layer + ".weight": torch.ones(channels), layer + ".bias": torch.zeros(channels)}

    @property
    def needs_bias(self) -> bool:
        """Whether a layer before the normalisation needs a bias of its own; batch norm would subtract it again."""
        return self.settings.normalization != "batch"


def parts(params: Params) -> tuple[Params, Params]:
    """The body and the head."""
    head = {name: value for name, value in params.items() if name.startswith(HEAD)}
    return {name: value for name, value in params.items() if name not in head}, head


def is_norm(name: str) -> bool:
    """Whether a parameter is the scale or shift of a normalisation layer; the names of these layers begin with norm."""
    return name.split(".")[-2].startswith("norm")


def is_moment(name: str) -> bool:
    """Whether a parameter's name is that of a given moment, which is never adapted."""
    return name.endswith((MEAN, VARIANCE))


def groups(channels: int) -> int:
    """Groups of group norm: at most 8, and a divisor of the channels (Wu and He 2018 use 32 of 256)."""
    return math.gcd(channels, 8)
