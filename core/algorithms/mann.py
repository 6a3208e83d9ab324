"""MANN, memory-augmented neural network (Santoro, Bartunov, Botvinick, Wierstra and Lillicrap 2016).

Two choices where the paper leaves room: with several heads, each has its own one of the least used slots, so that what
a head writes weighs 1 in all; before the first step each head has read a slot of its own, and no slot has been used.
Departures: look-ups are sharper than the paper's where `sharpness` is not 1; labels come with their examples unless
`late_labels` asks for one step later; and the loss is that of the queries alone, each the step after the support set.
"""

from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from core.algorithms.embedding import EmbeddingAlgorithm
from core.algorithms.one_pass import labels, shuffled
from core.lazy import torch
from core.learners.layers import Params, linear, linear_init, lstm, lstm_init
from core.problems import Problem
from core.settings import AlgorithmSettings, setting
from core.tasks.task import Support

if TYPE_CHECKING:
    from torch import Generator, Tensor

    from core.experiment import Experiment

EMPTY = 1e-6  # every number of the memory before anything is written


class MANNSettings(AlgorithmSettings):
    title: ClassVar[str] = "MANN"
    family: ClassVar[str] = "Learn a model that adapts in one pass"
    summary: ClassVar[str] = (
        "A recurrent network with a memory beside it reads the examples one by one, their labels with them or one step "
        "late. New things go where the memory was used least; a query finds what was alike, and with it the label. The "
        "network learns what to keep and how to look it up."
    )
    equation: ClassVar[str] = "M ← M + Σ wʷ kᵀ,  wʷ = σ(α) wʳ + (1 − σ(α)) wˡᵘ;   r = wʳ M,  wʳ = softmax β cos(k, M)"
    paper: ClassVar[str] = "Santoro, Bartunov, Botvinick, Wierstra and Lillicrap 2016, arXiv:1605.06065"
    has_head: ClassVar[bool] = False

    kind: Literal["mann"] = "mann"
    late_labels: bool = setting(
        False, title="Late labels", source="Santoro et al. 2016, section 2.1",
        help="A label comes one step after its example, as in the paper, where each example is also a query. Here "
        "queries come last, so labels may come with the examples, and that is learnt much sooner.",
    )  # fmt: skip
    controller: int = setting(
        32, title="Controller", help="Width of the LSTM that reads the sequence; 200 in the paper.",
        unit="units", ge=1, le=4096, step=16, source="Santoro et al. 2016, section 4.1",
    )  # fmt: skip
    slots: int = setting(
        16, title="Memory slots", help="Rows of the memory; 128 in the paper.", unit="slots", ge=2, le=4096, step=16,
        source="Santoro et al. 2016, section 4.1",
    )  # fmt: skip
    slot_width: int = setting(
        16, title="Slot width", help="Numbers in a row of the memory; 40 in the paper.", unit="numbers",
        ge=1, le=1024, step=8, source="Santoro et al. 2016, section 4.1",
    )  # fmt: skip
    heads: int = setting(
        1, title="Heads", help="Slots that are looked up, and written, in each step; 4 in the paper.",
        unit="heads", ge=1, le=64, source="Santoro et al. 2016, section 4.1",
    )  # fmt: skip
    sharpness: float = setting(
        10.0, title="Sharpness", gt=0, le=1000, log=True,
        help="Factor on the cosine before the softmax. The paper has 1, with which every look-up is nearly the mean of "
        "the whole memory.",
        source="Santoro et al. 2016, eq. 3; Graves et al. 2014, eq. 5",
    )  # fmt: skip
    decay: float = setting(
        0.95, title="Usage decay γ", help="How much of a slot's usage is left after a step.", ge=0, le=1, step=0.01,
        source="Santoro et al. 2016, eq. 5",
    )  # fmt: skip

    def problems(self, experiment: "Experiment") -> list[Problem]:
        """Each head needs a slot of its own."""
        if self.heads > self.slots:
            return [Problem("algorithm.heads", f"{self.heads} heads need as many memory slots; there are {self.slots}")]
        return []


class Memory(NamedTuple):
    """What is carried from one step to the next; leading dimensions may stand before all of them."""

    hidden: "Tensor"  # [D], of the controller
    cell: "Tensor"  # [D]
    read: "Tensor"  # [R · M], what the heads found
    reading: "Tensor"  # [R, N], where each head read, 1 in all
    usage: "Tensor"  # [N]
    slots: "Tensor"  # [N, M]


class MANN(EmbeddingAlgorithm):
    settings_class = MANNSettings
    settings: MANNSettings

    def init(self, generator: "Generator") -> Params:
        """The learner, the controller, what makes keys and write gates of its state, and the last layer."""
        settings, outputs = self.settings, self.facts.outputs
        found = settings.heads * settings.slot_width
        params = self.learner.init(generator)
        params |= lstm_init(generator, "controller", self.learner.width + outputs + found, settings.controller)
        params |= linear_init(generator, "keys", settings.controller, found)
        params |= linear_init(generator, "gates", settings.controller, settings.heads)
        return params | linear_init(generator, "output", settings.controller + found, outputs)

    def noise_size(self, examples: int) -> int:
        return examples

    def predict(self, adapted: Params, support: Support, x: "Tensor") -> "Tensor":
        """Outputs [N, outputs]: each query is the next step after the support set in a random order."""
        support = shuffled(support)
        embedded, queries = self.embed(adapted, support, x)
        known = labels(support, embedded)
        nothing = torch.zeros_like(known[:1])
        told = torch.cat([nothing, known] if self.settings.late_labels else [known, nothing])
        memory = self.blank(embedded)
        for place in range(len(embedded)):
            memory = self.step(adapted, memory, torch.cat([embedded[place], told[place]]))
        each = Memory(*(value.expand(len(queries), *value.shape) for value in memory))
        memory = self.step(adapted, each, torch.cat([queries, told[-1].expand(len(queries), -1)], -1))
        return linear(adapted, "output", torch.cat([memory.hidden, memory.read], -1))

    def blank(self, like: "Tensor") -> Memory:
        """The memory before the first step."""
        heads, slots, width = self.settings.heads, self.settings.slots, self.settings.slot_width
        nothing = like.new_zeros(self.settings.controller)
        reading = torch.eye(heads, slots, dtype=like.dtype, device=like.device)
        empty = like.new_full((slots, width), EMPTY)
        return Memory(nothing, nothing, like.new_zeros(heads * width), reading, like.new_zeros(slots), empty)

    def step(self, params: Params, memory: Memory, x: "Tensor") -> Memory:
        """One element x [..., I] of the sequence: think, write, read   (Santoro et al. 2016, section 3)."""
        hidden, cell = lstm(params, "controller", torch.cat([x, memory.read], -1), memory.hidden, memory.cell)
        heads = (self.settings.heads, self.settings.slot_width)
        keys = linear(params, "keys", hidden).view(*hidden.shape[:-1], *heads)
        gates = torch.sigmoid(linear(params, "gates", hidden))[..., None]
        spare = least_used(memory.usage, self.settings.heads)
        writing = gates * memory.reading + (1 - gates) * spare  # eq. 7
        wiped = memory.slots * (1 - spare.sum(-2))[..., None]  # what is written over is forgotten
        slots = wiped + writing.mT @ keys  # eq. 8
        reading = read_weights(keys, slots, self.settings.sharpness)
        usage = self.settings.decay * memory.usage + reading.sum(-2) + writing.sum(-2)  # eq. 5
        return Memory(hidden, cell, (reading @ slots).flatten(-2), reading, usage, slots)  # eq. 4


def read_weights(keys: "Tensor", slots: "Tensor", sharpness: float) -> "Tensor":
    """Softmax over the slots [..., N, M] of β times their cosines with keys [..., R, M], as [..., R, N]   (eq. 3)."""
    normalised = torch.nn.functional.normalize
    cosines = normalised(keys, dim=-1) @ normalised(slots, dim=-1).mT
    return (sharpness * cosines).softmax(-1)


def least_used(usage: "Tensor", heads: int) -> "Tensor":
    """The slots with the least usage [..., N], one for each head, as one-hot rows [..., heads, N]   (eq. 6)."""
    chosen = usage.argsort(dim=-1, stable=True)[..., :heads]
    return (chosen[..., None] == torch.arange(usage.shape[-1], device=usage.device)).to(usage.dtype)
