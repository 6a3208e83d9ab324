"""MANN against the paper's equations in plain Python, slot by slot."""

import math
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from core.algorithms.mann import EMPTY, least_used, read_weights
from core.experiment import Experiment

MLP = {"kind": "mlp", "hidden": "6-5"}
MANN = {"kind": "mann", "controller": 6, "slots": 5, "slot_width": 3, "heads": 2, "decay": 0.9, "sharpness": 2.5}


def doubled(algorithm: Any) -> dict[str, Tensor]:
    return {name: value.double() for name, value in algorithm.init(torch.Generator().manual_seed(0)).items()}


def cosine(a: Tensor, b: Tensor) -> float:
    return float(a @ b / (a.norm() * b.norm()))


class ByHand:
    """One sequence, with a list of slots; torch's LSTM cell is the controller."""

    def __init__(self, meta: dict[str, Tensor]) -> None:
        self.meta = meta
        weight, bias = meta["controller.weight"], meta["controller.bias"]
        inputs = weight.shape[1] - 6
        gates = [0, 1, 3, 2]  # torch has the candidate before the output gate
        weight, bias = (torch.cat([value.chunk(4)[gate] for gate in gates]) for value in (weight, bias))
        self.cell = torch.nn.LSTMCell(inputs, 6, dtype=torch.float64)
        with torch.no_grad():
            self.cell.weight_ih.copy_(weight[:, :inputs])
            self.cell.weight_hh.copy_(weight[:, inputs:])
            self.cell.bias_ih.copy_(bias)
            self.cell.bias_hh.zero_()
        self.state = torch.zeros(2, 1, 6, dtype=torch.float64).unbind()
        self.slots = [torch.full((3,), EMPTY, dtype=torch.float64) for _ in range(5)]
        self.usage = [0.0] * 5
        self.reading = [[1.0, 0, 0, 0, 0], [0.0, 1, 0, 0, 0]]
        self.found = torch.zeros(6, dtype=torch.float64)

    def step(self, x: Tensor) -> Tensor:
        meta = self.meta
        with torch.no_grad():
            self.state = self.cell(torch.cat([x, self.found])[None], self.state)
        hidden = self.state[0][0]
        keys = (meta["keys.weight"] @ hidden + meta["keys.bias"]).chunk(2)
        gates = (meta["gates.weight"] @ hidden + meta["gates.bias"]).sigmoid().tolist()
        spare = sorted(range(5), key=lambda slot: self.usage[slot])[:2]
        for slot in spare:
            self.slots[slot] = torch.zeros(3, dtype=torch.float64)
        self.usage = [0.9 * value for value in self.usage]
        for key, gate, place, before in zip(keys, gates, spare, self.reading, strict=True):
            for slot in range(5):
                weight = gate * before[slot] + (1 - gate) * (slot == place)
                self.slots[slot] = self.slots[slot] + weight * key
                self.usage[slot] += weight
        self.reading = []
        for key in keys:
            exponentials = [math.exp(2.5 * cosine(key, slot)) for slot in self.slots]
            self.reading.append([value / sum(exponentials) for value in exponentials])
        for head in self.reading:
            self.usage = [value + weight for value, weight in zip(self.usage, head, strict=True)]
        read = [sum(w * slot for w, slot in zip(head, self.slots, strict=True)) for head in self.reading]
        self.found = torch.cat(read)
        return meta["output.weight"] @ torch.cat([hidden, self.found]) + meta["output.bias"]


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("ways", [None, 3], ids=["regression", "classification"])
def test_it_is_the_papers_equations_slot_by_slot(
    build: Callable[..., Any], draw_task: Callable[..., Any], ways: int | None, late: bool
) -> None:
    made = build({**MANN, "late_labels": late}, MLP, ways=ways)
    task, meta = draw_task(ways=ways, shots=3, dtype=torch.float64), doubled(made)
    order = task.noise[: len(task.support_x)].argsort()
    y = torch.nn.functional.one_hot(task.support_y, ways).double() if ways else task.support_y
    none = torch.zeros(ways or 1, dtype=torch.float64)
    told = [none, *y[order]] if late else [*y[order], none]  # a late label comes with the next example
    for query, output in zip(task.query_x, made.predict(meta, task.support, task.query_x), strict=True):
        by_hand = ByHand(meta)
        features = made.learner(meta, torch.cat([task.support_x[order], query[None]]))
        for x, label in zip(features, told, strict=True):
            expected = by_hand.step(torch.cat([x, label]))
        torch.testing.assert_close(output, expected)


def test_what_is_read_and_written_weighs_one(build: Callable[..., Any]) -> None:
    made = build(MANN, MLP, ways=3)
    meta, memory = doubled(made), made.blank(torch.zeros((), dtype=torch.float64))
    total = 0.0
    for x in torch.randn(7, 8, generator=torch.Generator().manual_seed(2), dtype=torch.float64):
        memory = made.step(meta, memory, x)
        torch.testing.assert_close(memory.reading.sum(-1), torch.ones(2, dtype=torch.float64))
        total = 0.9 * total + 4  # two heads read and write 1 each
        assert float(memory.usage.sum()) == pytest.approx(total)


def test_what_is_read_is_what_is_alike() -> None:
    keys = torch.tensor([[1.0, 0.0], [0.0, 3.0]])
    slots = torch.tensor([[5.0, 0.0], [-0.1, 0.0], [0.0, 0.0]])  # an empty slot is like nothing
    expected = torch.tensor([[1.0, -1.0, 0.0], [0.0, 0.0, 0.0]]).exp()
    torch.testing.assert_close(read_weights(keys, slots, 1.0), expected / expected.sum(1, keepdim=True))


def test_new_things_go_where_the_memory_was_used_least(build: Callable[..., Any]) -> None:
    usage = torch.tensor([[0.3, 0.1, 0.4, 0.2], [0.0, 0.0, 0.0, 0.0]])
    chosen = least_used(usage, 2)
    assert chosen.argmax(-1).tolist() == [[1, 3], [0, 1]]
    assert torch.equal(chosen.sum(-1), torch.ones(2, 2))
    # A gate that is shut writes to that slot alone, over what stood there, and leaves the others.
    made = build({**MANN, "slots": 4, "heads": 1}, MLP, ways=3)
    meta = doubled(made)
    meta["gates.bias"] = meta["gates.bias"] - 1e3
    slots = torch.arange(1.0, 13, dtype=torch.float64).view(4, 3)
    memory = made.blank(slots)._replace(slots=slots, usage=usage[0].double())
    after = made.step(meta, memory, torch.ones(8, dtype=torch.float64))
    assert torch.equal(after.slots[[0, 2, 3]], slots[[0, 2, 3]])
    key = meta["keys.weight"] @ after.hidden + meta["keys.bias"]
    torch.testing.assert_close(after.slots[1], key)


def test_a_prediction_does_not_depend_on_other_queries(
    build: Callable[..., Any], draw_task: Callable[..., Any]
) -> None:
    made = build(MANN, {**MLP, "normalization": "batch", "query_normalization": "per_query"}, ways=3)
    task, meta = draw_task(ways=3, dtype=torch.float64), doubled(made)
    together = made.predict(meta, task.support, task.query_x)
    alone = torch.cat([made.predict(meta, task.support, query[None]) for query in task.query_x])
    torch.testing.assert_close(together, alone)


def test_more_heads_than_slots_are_refused() -> None:
    data = {
        "dataset": {"kind": "glyphs"},
        "learner": {"kind": "conv4"},
        "algorithm": {"kind": "mann", "slots": 3, "heads": 4},
    }
    (problem,) = Experiment.from_dict(data).problems()
    assert problem.path == "algorithm.heads"
    assert "there are 3" in problem.message
