"""The layers that networks are made of: their first parameters, drawn on the CPU, and what they compute.

A layer is known by its name: its parameters are called ``name.weight``, ``name.bias``, and so on.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import pairwise, product

from core.lazy import torch

Params = dict[str, "torch.Tensor"]
EPSILON = 1e-5  # added to a variance before its root is taken, as PyTorch does


def layer_of(name: str) -> str:
    """The layer that a parameter belongs to; what is no weight or bias of one stands for itself."""
    layer, _, part = name.rpartition(".")
    return layer if part in ("weight", "bias") else name


def linear_init(generator: "torch.Generator", layer: str, inputs: int, outputs: int, bias: bool = True) -> Params:
    """Weights [outputs, inputs] and bias, uniform in ±1/√inputs, as torch.nn.Linear draws them."""
    bound = 1 / math.sqrt(inputs)
    params = {layer + ".weight": _uniform(generator, (outputs, inputs), bound)}
    if bias:
        params[layer + ".bias"] = _uniform(generator, (outputs,), bound)
    return params


def linear(params: Params, layer: str, x: "torch.Tensor") -> "torch.Tensor":
    """x Wᵀ + b for x [..., inputs], with a bias where there is one."""
    return torch.nn.functional.linear(x, params[layer + ".weight"], params.get(layer + ".bias"))


def mlp_init(generator: "torch.Generator", layer: str, inputs: int, width: int, outputs: int, layers: int) -> Params:
    """So many linear layers with `width` units between them, called ``layer.1``, ``layer.2``, and so on.

    Those before a ReLU are √6 times as large as torch's, so that signals keep their size (He et al. 2015).
    """
    params: Params = {}
    for number, sizes in enumerate(pairwise([inputs, *[width] * (layers - 1), outputs]), 1):
        params |= linear_init(generator, f"{layer}.{number}", *sizes)
        if number < layers:
            params[f"{layer}.{number}.weight"] *= math.sqrt(6)
    return params


def mlp(params: Params, layer: str, x: "torch.Tensor") -> "torch.Tensor":
    """Outputs [..., outputs] for x [..., inputs], with layer norm and ReLU between the layers."""
    x, number = linear(params, f"{layer}.1", x), 2
    while f"{layer}.{number}.weight" in params:
        x = torch.relu(torch.nn.functional.layer_norm(x, x.shape[-1:]))
        x, number = linear(params, f"{layer}.{number}", x), number + 1
    return x


def conv_init(
    generator: "torch.Generator", layer: str, inputs: int, outputs: int, bias: bool = True, size: int = 3
) -> Params:
    """A square kernel [outputs, inputs, size, size], Xavier uniform (Glorot and Bengio 2010), and a bias of 0."""
    bound = math.sqrt(6 / (size**2 * (inputs + outputs)))
    params = {layer + ".weight": _uniform(generator, (outputs, inputs, size, size), bound)}
    if bias:
        params[layer + ".bias"] = torch.zeros(outputs)
    return params


def conv(params: Params, layer: str, x: "torch.Tensor", stride: int = 1) -> "torch.Tensor":
    """Convolution of pictures [N, C, H, W] by a kernel of odd size, with zeros around: [N, O, ⌈H/stride⌉, ⌈W/stride⌉].

    It has a bias where there is one.
    """
    weight, bias = params[layer + ".weight"], params.get(layer + ".bias")
    if _WRITTEN_OUT.get():
        return _product_of_patches(x, weight, bias, stride)
    return torch.nn.functional.conv2d(x, weight, bias, stride=stride, padding=weight.shape[-1] // 2)


def batch_norm(x: "torch.Tensor", weight: "torch.Tensor", bias: "torch.Tensor") -> "torch.Tensor":
    """Activations [N, C] or [N, C, H, W] with mean 0 and variance 1 in each channel, then scaled and shifted."""
    if not _WRITTEN_OUT.get():
        return torch.nn.functional.batch_norm(x, None, None, weight, bias, training=True)
    variance, mean = channel_moments(x)
    shape = (1, -1) + (1,) * (x.dim() - 2)
    scale = weight * torch.rsqrt(variance + EPSILON)
    return (x - mean.view(shape)) * scale.view(shape) + bias.view(shape)


def channel_moments(x: "torch.Tensor") -> "tuple[torch.Tensor, torch.Tensor]":
    """Variance and mean [C] of each channel of activations [N, C] or [N, C, H, W], over all N examples."""
    return torch.var_mean(x, [0, *range(2, x.dim())], correction=0)


@contextmanager
def written_out() -> Iterator[None]:
    """Inside, `conv` and `batch_norm` are written in small operations; the numbers are the same to rounding.

    A compiler merges those with their neighbours, which it cannot do with operations that it does not look into. And a
    convolution as patches times kernel is one batched product for tasks that have kernels of their own, where PyTorch's
    own convolution takes them as groups, for which it is slow.
    """
    token = _WRITTEN_OUT.set(True)
    try:
        yield
    finally:
        _WRITTEN_OUT.reset(token)


def max_pool(x: "torch.Tensor", stride: int = 2) -> "torch.Tensor":
    """2×2 max-pool of pictures [N, C, H, W]; a picture with a side of 1 stays as it is."""
    return torch.nn.functional.max_pool2d(x, 2, stride) if min(x.shape[-2:]) >= 2 else x


def pooled(height: int, width: int, stride: int = 2) -> tuple[int, int]:
    """Height and width of a picture after `max_pool`."""
    return ((height - 2) // stride + 1, (width - 2) // stride + 1) if min(height, width) >= 2 else (height, width)


def widths_of(text: str) -> list[int]:
    """The widths in ``40-40`` or ``64-160-320-640``. Raises ValueError where it is no such list."""
    parts = text.split("-")
    if not all(part.isdecimal() and 1 <= int(part) <= 100_000 for part in parts):
        raise ValueError(f"{text!r} is not a list of widths; write for example 40-40 or 256-128-64-64")
    return [int(part) for part in parts]


def lstm_init(generator: "torch.Generator", layer: str, inputs: int, width: int) -> Params:
    """Weights of the four gates, [4·width, inputs + width], and biases that begin by remembering (forget gate 1)."""
    params = linear_init(generator, layer, inputs + width, 4 * width)
    params[layer + ".bias"] = torch.cat([torch.zeros(width), torch.ones(width), torch.zeros(2 * width)])
    return params


def lstm(
    params: Params, layer: str, x: "torch.Tensor", hidden: "torch.Tensor", cell: "torch.Tensor"
) -> "tuple[torch.Tensor, torch.Tensor]":
    """One step of an LSTM (Hochreiter and Schmidhuber 1997; Gers et al. 2000): the new hidden state and cell [..., D].

    x is [..., inputs]; input, forget and output gate and the candidate are the four stretches of the weights' rows.
    """
    gates = linear(params, layer, torch.cat([x, hidden], -1))
    enter, keep, leave, candidate = gates.chunk(4, -1)
    cell = torch.sigmoid(keep) * cell + torch.sigmoid(enter) * torch.tanh(candidate)
    return torch.sigmoid(leave) * torch.tanh(cell), cell


_WRITTEN_OUT = ContextVar("layers are written out", default=False)


def _product_of_patches(
    x: "torch.Tensor", weight: "torch.Tensor", bias: "torch.Tensor | None", stride: int
) -> "torch.Tensor":
    size = weight.shape[-1]
    around = size // 2
    rows, columns = (-(-side // stride) for side in x.shape[-2:])
    padded = torch.nn.functional.pad(x.permute(0, 2, 3, 1), (0, 0, around, around, around, around))

    def seen_from(down: int, right: int) -> "torch.Tensor":
        """What one place of the kernel sees, [N, rows, columns, C]."""
        below, beyond = down + stride * (rows - 1) + 1, right + stride * (columns - 1) + 1
        return padded[:, down:below:stride, right:beyond:stride]

    patches = torch.stack([seen_from(*place) for place in product(range(size), repeat=2)], 3)
    result = patches.flatten(3).flatten(0, 2) @ weight.permute(2, 3, 1, 0).flatten(0, 2)
    if bias is not None:
        result = result + bias
    return result.view(len(x), rows, columns, -1).permute(0, 3, 1, 2)


def _uniform(generator: "torch.Generator", shape: tuple[int, ...], bound: float) -> "torch.Tensor":
    return (torch.rand(shape, generator=generator) * 2 - 1) * bound
