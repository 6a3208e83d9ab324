"""Layers against torch's own."""

import pytest
import torch

from core.learners.layers import batch_norm, conv, lstm, lstm_init, mlp, mlp_init, written_out


def test_lstm_is_torchs_cell() -> None:
    random = torch.Generator().manual_seed(0)
    params = lstm_init(random, "l", 3, 4)
    cell = torch.nn.LSTMCell(3, 4)
    into, keep, leave, candidate = params["l.weight"].chunk(4)
    rows = torch.cat([into, keep, candidate, leave])  # torch's order of the gates
    bias = torch.cat([params["l.bias"][place : place + 4] for place in (0, 4, 12, 8)])
    with torch.no_grad():
        cell.weight_ih.copy_(rows[:, :3])
        cell.weight_hh.copy_(rows[:, 3:])
        cell.bias_ih.copy_(bias)
        cell.bias_hh.zero_()
        hidden, memory = torch.randn(2, 5, 4, generator=random)
        x = torch.randn(5, 3, generator=random)
        for _ in range(3):
            expected = cell(x, (hidden, memory))
            hidden, memory = lstm(params, "l", x, hidden, memory)
            torch.testing.assert_close((hidden, memory), expected)


def test_mlp_is_torchs_layers_in_a_row() -> None:
    random = torch.Generator().manual_seed(0)
    params = mlp_init(random, "net", 3, 5, 2, layers=3)
    assert set(params) == {f"net.{number}.{part}" for number in (1, 2, 3) for part in ("weight", "bias")}
    linear = [torch.nn.Linear(*sizes) for sizes in ((3, 5), (5, 5), (5, 2))]
    for number, layer in enumerate(linear, 1):
        layer.load_state_dict({part: params[f"net.{number}.{part}"] for part in ("weight", "bias")})
    between = [torch.nn.LayerNorm(5), torch.nn.ReLU()]
    x = torch.randn(2, 7, 3, generator=random)
    torch.testing.assert_close(
        mlp(params, "net", x), torch.nn.Sequential(linear[0], *between, linear[1], *between, linear[2])(x)
    )


@pytest.mark.parametrize(
    ("size", "stride", "sides", "bias"),
    [(3, 1, (5, 6), True), (3, 2, (7, 6), False), (3, 2, (1, 2), True), (1, 1, (4, 3), False), (5, 3, (8, 7), True)],
)
def test_convolution_written_out_is_convolution(size: int, stride: int, sides: tuple[int, int], bias: bool) -> None:
    """The numbers, and their first and second derivatives, which an inner loop needs."""
    random = torch.Generator().manual_seed(0)
    x = torch.randn(2, 3, *sides, generator=random, dtype=torch.float64)
    weight = torch.randn(4, 3, size, size, generator=random, dtype=torch.float64)
    shift = torch.randn(4, generator=random, dtype=torch.float64) if bias else None

    def ours(x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
        params = {"c.weight": weight} | ({} if shift is None else {"c.bias": shift})
        return conv(params, "c", x, stride)

    def slope(x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
        return torch.func.grad(lambda weight: ours(x, weight).sin().sum())(weight)

    def everything() -> list[torch.Tensor]:
        bent = torch.func.grad(lambda *at: slope(*at).square().sum(), argnums=(0, 1))(x, weight)
        return [ours(x, weight), slope(x, weight), *bent]

    expected = torch.nn.functional.conv2d(x, weight, shift, stride, padding=size // 2)
    torch.testing.assert_close(ours(x, weight), expected)
    written_by_torch = everything()
    with written_out():
        torch.testing.assert_close(everything(), written_by_torch)
    torch.testing.assert_close(ours(x, weight), expected)  # and torch's own again afterwards


@pytest.mark.parametrize("shape", [(7, 4), (5, 4, 3, 2)])
def test_batch_norm_written_out_is_batch_norm(shape: tuple[int, ...]) -> None:
    random = torch.Generator().manual_seed(0)
    x = torch.randn(shape, generator=random, dtype=torch.float64)
    at = torch.rand(2, 4, generator=random, dtype=torch.float64)

    def slope(x: torch.Tensor, at: torch.Tensor) -> torch.Tensor:
        return torch.func.grad(lambda at: batch_norm(x, *at).sin().sum())(at)

    def everything() -> list[torch.Tensor]:
        bent = torch.func.grad(lambda *given: slope(*given).square().sum(), argnums=(0, 1))(x, at)
        return [batch_norm(x, *at), slope(x, at), *bent]

    whole = everything()
    with written_out():
        torch.testing.assert_close(everything(), whole)
