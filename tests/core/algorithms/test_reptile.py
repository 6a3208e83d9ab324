"""Reptile against torch's own optimisers on the same mini-batches."""

from collections import Counter
from collections.abc import Callable
from itertools import islice
from typing import Any

import pytest
import torch
from torch import Tensor

from core.algorithms.reptile import mini_batches
from core.settings import OuterSettings
from core.tasks.task import Support
from core.training import mapping
from core.training.outer import OuterLoop

LEARNER = {"kind": "mlp", "hidden": "6"}


def support_of(examples: int, noise: int, seed: int) -> Support:
    """Examples that are their own numbers, so that a batch tells which ones it holds."""
    random = torch.Generator().manual_seed(seed)
    numbers = torch.arange(examples)
    return Support(numbers[:, None].float(), numbers, torch.arange(3), torch.rand(noise, generator=random))


def batches(support: Support, size: int, count: int) -> list[list[int]]:
    found = list(islice(mini_batches(support, size), count))
    for batch in found:
        assert torch.equal(batch.x[:, 0].long(), batch.y)  # each example keeps its label
    return [batch.y.tolist() for batch in found]


@pytest.mark.parametrize(("examples", "size"), [(10, 5), (12, 4), (7, 3), (10, 9), (6, 1)])
def test_mini_batches_pass_over_every_example_equally_often(
    build: Callable[..., Any], examples: int, size: int
) -> None:
    noise = build({"kind": "reptile"}, LEARNER).noise_size(examples)
    drawn = [number for batch in batches(support_of(examples, noise, 1), size, 3 * examples) for number in batch]
    for start in range(0, len(drawn), examples):  # one pass after another, whatever the size of a batch
        assert sorted(drawn[start : start + examples]) == list(range(examples))
    assert set(Counter(drawn).values()) == {3 * size}


def test_orders_differ_between_tasks_and_passes(build: Callable[..., Any]) -> None:
    noise = build({"kind": "reptile"}, LEARNER).noise_size(12)
    one, other = (batches(support_of(12, noise, seed), 12 - 1, 12) for seed in (1, 2))
    assert one != other
    numbers = [number for batch in one for number in batch]
    assert numbers[:12] != numbers[12:24]
    assert batches(support_of(12, noise, 1), 11, 12) == one


def test_a_small_support_set_is_one_batch_in_its_own_order() -> None:
    assert batches(support_of(5, 40, 1), 5, 3) == [[0, 1, 2, 3, 4]] * 3
    assert batches(support_of(5, 40, 1), 9, 2) == [[0, 1, 2, 3, 4]] * 2


@pytest.mark.parametrize("rule", ["adam", "sgd"])
@pytest.mark.parametrize("size", [4, 100])
def test_the_inner_loop_is_torchs_optimiser(
    build: Callable[..., Any], draw_task: Callable[..., Any], rule: str, size: int
) -> None:
    settings = {
        "kind": "reptile",
        "inner_optimizer": rule,
        "inner_lr": 0.03,
        "inner_steps": 12,
        "inner_batch_size": size,
    }
    reptile = build(settings, LEARNER, ways=3)
    task = draw_task(ways=3, dtype=torch.float64)
    meta = {name: value.double() for name, value in reptile.init(torch.Generator().manual_seed(0)).items()}
    params = {name: value.clone().requires_grad_() for name, value in meta.items()}
    optimizer: torch.optim.Optimizer
    if rule == "adam":
        optimizer = torch.optim.Adam(params.values(), lr=0.03, betas=(0.0, 0.999))
    else:
        optimizer = torch.optim.SGD(params.values(), lr=0.03)
    for batch in islice(mini_batches(task.support, size), 12):
        optimizer.zero_grad()
        hidden = torch.relu(batch.x @ params["layer1.weight"].T + params["layer1.bias"])
        outputs = hidden @ params["head.weight"].T + params["head.bias"]
        torch.nn.functional.cross_entropy(outputs, batch.y).backward()
        optimizer.step()
    gradient, (loss, _) = reptile.task_gradient(meta, task)
    for name in meta:
        torch.testing.assert_close(meta[name] - gradient[name], params[name].detach(), rtol=1e-9, atol=1e-9)
    outputs = reptile.learner({name: value.detach() for name, value in params.items()}, task.query_x)
    torch.testing.assert_close(loss, torch.nn.functional.cross_entropy(outputs, task.query_y))


def test_one_task_and_a_whole_step_land_where_the_task_ended(
    build: Callable[..., Any], draw_batch: Callable[..., Any]
) -> None:
    reptile = build({"kind": "reptile", "inner_lr": 0.05, "inner_steps": 6, "inner_batch_size": 4}, LEARNER, ways=3)
    batch = draw_batch(tasks=1, ways=3, dtype=torch.float64)
    meta = {name: value.double() for name, value in reptile.init(torch.Generator().manual_seed(0)).items()}
    *_, phi = reptile.adapt(meta, batch.task(0).support, 6)
    outer = OuterLoop(OuterSettings(optimizer="sgd", lr=1.0), {name: value.clone() for name, value in meta.items()})
    for run in (mapping.sequential(reptile), mapping.vectorised(reptile)):
        for name, value in outer.meta.items():
            value.copy_(meta[name])
        outer.step(run(outer.meta, batch).gradient, 0)
        for name in meta:
            torch.testing.assert_close(outer.meta[name], phi[name], rtol=1e-12, atol=1e-12)
    assert any(not torch.equal(phi[name], meta[name]) for name in meta)


def test_several_tasks_move_towards_their_mean(build: Callable[..., Any], draw_batch: Callable[..., Any]) -> None:
    reptile = build({"kind": "reptile", "inner_lr": 0.05, "inner_steps": 4, "inner_batch_size": 4}, LEARNER, ways=3)
    batch = draw_batch(tasks=3, ways=3, dtype=torch.float64)
    meta = {name: value.double() for name, value in reptile.init(torch.Generator().manual_seed(0)).items()}
    ends = [list(reptile.adapt(meta, batch.task(place).support, 4))[-1] for place in range(3)]
    gradient = mapping.vectorised(reptile)(meta, batch).gradient
    for name in meta:
        mean: Tensor = sum((end[name] for end in ends), start=torch.zeros(())) / 3
        torch.testing.assert_close(meta[name] - 0.25 * gradient[name], 0.75 * meta[name] + 0.25 * mean)


def test_evaluation_may_use_batches_of_its_own(build: Callable[..., Any], draw_task: Callable[..., Any]) -> None:
    task = draw_task(ways=3, dtype=torch.float64)  # 9 support examples
    settings = {"kind": "reptile", "inner_lr": 0.05, "inner_steps": 3, "inner_batch_size": 2}
    whole, small = build({**settings, "evaluation_batch_size": 9}, LEARNER, ways=3), build(settings, LEARNER, ways=3)
    meta = {name: value.double() for name, value in whole.init(torch.Generator().manual_seed(0)).items()}
    trained = [made.task_gradient(meta, task)[0]["head.bias"] for made in (whole, small)]
    assert torch.equal(*trained)  # training does not see the setting
    steps = build({**settings, "inner_batch_size": 9}, LEARNER, ways=3)
    for made, same in ((whole, True), (small, False)):
        *_, phi = made.adapt(meta, task.support, 3)
        *_, expected = steps.adapt(meta, task.support, 3)
        assert torch.allclose(phi["head.bias"], expected["head.bias"], rtol=1e-12) == same
