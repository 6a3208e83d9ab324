"""SNAIL, Simple Neural Attentive Learner (Mishra, Rohaninejad, Chen and Abbeel 2018): convolution and attention.

Dilations are 1, 2, 4, … as in the paper's text; its algorithm box starts at 2, where neighbours would never meet.
"""

import math
from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.embedding import EmbeddingAlgorithm
from core.algorithms.one_pass import labels, shuffled
from core.lazy import torch
from core.learners.layers import Params, linear, linear_init
from core.settings import AlgorithmSettings, setting
from core.tasks.task import Support

if TYPE_CHECKING:
    from torch import Generator, Tensor


class SNAILSettings(AlgorithmSettings):
    title: ClassVar[str] = "SNAIL"
    family: ClassVar[str] = "Learn a model that adapts in one pass"
    summary: ClassVar[str] = (
        "Reads a task as a sequence: the examples with their labels, then a query without one. Convolutions over time "
        "gather what came before, attention looks up single examples, and both take turns. How to use the examples is "
        "learnt altogether: nothing in the network is made for classes or distances."
    )
    equation: ClassVar[str] = "ŷ* = last output of  A ∘ TC ∘ A ∘ TC ∘ A  on  (f(x₁), y₁), …, (f(x_N), y_N), (f(x*), 0)"
    paper: ClassVar[str] = "Mishra, Rohaninejad, Chen and Abbeel 2018, arXiv:1707.03141"
    has_head: ClassVar[bool] = False

    kind: Literal["snail"] = "snail"
    width: int = setting(
        32, title="Width", unit="channels", ge=4, le=4096, step=16,
        help="Channels of each convolution, 128 in the paper. The three attention blocks have keys of ½, 2 and 4 times "
        "as many, and values of ¼, 1 and 2 times.",
        source="Mishra et al. 2018, section 5.1",
    )  # fmt: skip
    convolutions: int = setting(
        5, title="Convolutions per block", unit="layers", ge=1, le=16,
        help="Number k sees 2ᵏ⁻¹ elements back. With ⌈log₂ T⌉ of them a block spans a sequence of T: 3 for 5 ways and "
        "1 shot (T = 6), 5 for 5 shots or 20 ways, 7 for both.",
        source="Mishra et al. 2018, section 3.1",
    )  # fmt: skip

    @property
    def attentions(self) -> tuple[tuple[int, int], ...]:
        """The sizes of keys and values of each attention block."""
        width = self.width
        return (width // 2, width // 4), (2 * width, width), (4 * width, 2 * width)


class SNAIL(EmbeddingAlgorithm):
    settings_class = SNAILSettings
    settings: SNAILSettings

    def init(self, generator: "Generator") -> Params:
        """The learner, attention blocks with a block of temporal convolutions between them, and the last layer."""
        params, channels = self.learner.init(generator), self.learner.width + self.facts.outputs
        for block, (keys, values) in enumerate(self.settings.attentions):
            for layer in range(self.settings.convolutions if block else 0):
                params |= linear_init(generator, f"convolution{block}.{layer}", 2 * channels, 2 * self.settings.width)
                channels += self.settings.width
            for part, size in (("key", keys), ("query", keys), ("value", values)):
                params |= linear_init(generator, f"attention{block}.{part}", channels, size)
            channels += values
        return params | linear_init(generator, "output", channels, self.facts.outputs)

    def noise_size(self, examples: int) -> int:
        return examples

    def predict(self, adapted: Params, support: Support, x: "Tensor") -> "Tensor":
        """The output at the query, for one sequence each: the support set in a random order, then that query.

        No element sees a later one, so the support set looks the same to all queries and is computed once; the rows
        of x [N + Q, C] are its N elements and then the last elements of Q sequences   (section 3.2 and figure 2).
        """
        support = shuffled(support)
        embedded, queries = self.embed(adapted, support, x)
        known = labels(support, embedded)
        unknown = known.new_zeros(len(queries), self.facts.outputs)
        rows = torch.cat([torch.cat([embedded, known], 1), torch.cat([queries, unknown], 1)])
        places = torch.arange(len(rows), device=rows.device).clamp(max=len(embedded))
        for block in range(len(self.settings.attentions)):
            for layer in range(self.settings.convolutions if block else 0):
                rows = convolution(adapted, f"convolution{block}.{layer}", rows, places, 2**layer)
            rows = attention(adapted, f"attention{block}", rows, places)
        return linear(adapted, "output", rows[len(embedded) :])


def convolution(params: Params, layer: str, rows: "Tensor", places: "Tensor", dilation: int) -> "Tensor":
    """A dense block: causal convolution of size 2, gated, beside what came in   (Mishra et al. 2018, figure 2a).

    rows [T, C] lie at `places` of the sequence [T]; gives [T, C + D]. Before the beginning is 0.
    """
    before = (places - dilation)[:, None]
    earlier = torch.where(before >= 0, rows[before[:, 0].clamp(min=0)], 0)
    value, gate = linear(params, layer, torch.cat([earlier, rows], 1)).chunk(2, 1)
    return torch.cat([rows, torch.tanh(value) * torch.sigmoid(gate)], 1)


def attention(params: Params, layer: str, rows: "Tensor", places: "Tensor") -> "Tensor":
    """Causal attention with one head, beside what came in: [T, C] to [T, C + V]   (figure 2c; Vaswani et al. 2017)."""
    read = attention_weights(params, layer, rows, places) @ linear(params, layer + ".value", rows)
    return torch.cat([rows, read], 1)


def attention_weights(params: Params, layer: str, rows: "Tensor", places: "Tensor") -> "Tensor":
    """How much each row looks at each row, [T, T]: at itself and at earlier places, 1 in all."""
    keys, queries = linear(params, layer + ".key", rows), linear(params, layer + ".query", rows)
    myself = torch.eye(len(rows), dtype=torch.bool, device=rows.device)  # queries share a place, and are not seen
    visible = (places < places[:, None]) | myself
    scores = (queries @ keys.T / math.sqrt(keys.shape[1])).masked_fill(~visible, -math.inf)
    return scores.softmax(1)
