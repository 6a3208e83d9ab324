"""Matching Networks (Vinyals, Blundell, Lillicrap, Kavukcuoglu and Wierstra 2016): attention over the support set."""

from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.embedding import EmbeddingAlgorithm, one_hot
from core.algorithms.one_pass import shuffled
from core.lazy import torch
from core.learners.layers import Params, lstm, lstm_init
from core.settings import AlgorithmSettings, TaskType, setting
from core.tasks.task import Support

if TYPE_CHECKING:
    from torch import Generator, Tensor

FORWARD, BACKWARD, ATTEND = "context.forward", "context.backward", "context.attend"


class MatchingSettings(AlgorithmSettings):
    title: ClassVar[str] = "Matching Networks"
    family: ClassVar[str] = "Learn a metric"
    summary: ClassVar[str] = (
        "A query looks at all support examples, most at those that are most like it, and takes their labels in that "
        "proportion. With full context the support examples are read in the light of each other, and the query in the "
        "light of all of them, so that the same picture may be seen differently in another task."
    )
    equation: ClassVar[str] = "p(y | x) = Σᵢ a(x, xᵢ) 1[yᵢ = y],   a(x, xᵢ) = softmaxᵢ(s · cos(f(x), g(xᵢ)))"
    paper: ClassVar[str] = "Vinyals, Blundell, Lillicrap, Kavukcuoglu and Wierstra 2016, arXiv:1606.04080"
    tasks: ClassVar[tuple[TaskType, ...]] = ("classification",)
    has_head: ClassVar[bool] = False
    fixed_ways: ClassVar[bool] = False

    kind: Literal["matching"] = "matching"
    cosine_scale: float = setting(
        1.0, title="Cosine scale", help="Factor s on the cosine before the softmax; larger ones attend more sharply.",
        gt=0, le=1000, source="Vinyals et al. 2016, section 2.1.1: 1",
    )  # fmt: skip
    full_context: bool = setting(
        False, title="Full context", source="Vinyals et al. 2016, section 2.1.2 and appendix A",
        help="Embed support examples by an LSTM that reads all of them, and queries by one that attends to them.",
    )  # fmt: skip
    processing_steps: int = setting(
        5, title="Processing steps", unit="steps", ge=1, le=100, needs=("algorithm.full_context", (True,)),
        help="How often a query attends to the support set before it is compared.",
        source="Vinyals et al. 2016, appendix A.1",
    )  # fmt: skip


class Matching(EmbeddingAlgorithm):
    settings_class = MatchingSettings
    settings: MatchingSettings

    def init(self, generator: "Generator") -> Params:
        """The network, and with full context three LSTMs as wide as its features."""
        meta, width = self.learner.init(generator), self.learner.width
        if self.settings.full_context:
            meta |= lstm_init(generator, FORWARD, width, width) | lstm_init(generator, BACKWARD, width, width)
            meta |= lstm_init(generator, ATTEND, 2 * width, width)
        return meta

    def noise_size(self, examples: int) -> int:
        return examples if self.settings.full_context else 0

    def predict(self, adapted: Params, support: Support, x: "Tensor") -> "Tensor":
        """log p(y | x), [N, W]   (Vinyals et al. 2016, eq. 1), summed as logarithms, so that none is that of 0."""
        if self.settings.full_context:  # reads in an order, which then shall say nothing
            support = shuffled(support)
        examples, queries = self.embed(adapted, support, x)
        if self.settings.full_context:
            examples = in_context(adapted, examples)
            queries = attending(adapted, queries, examples, self.settings.processing_steps)
        attention = (self.settings.cosine_scale * cosines(queries, examples)).log_softmax(-1)
        others = one_hot(support, attention) == 0
        return attention[:, :, None].masked_fill(others, -torch.inf).logsumexp(1)


def cosines(a: "Tensor", b: "Tensor") -> "Tensor":
    """cos(aᵢ, bⱼ) for a [N, D] and b [S, D], as [N, S]."""
    normalised = torch.nn.functional.normalize
    return normalised(a, dim=-1) @ normalised(b, dim=-1).T


def in_context(params: Params, examples: "Tensor") -> "Tensor":
    """g(xᵢ, S) = h→ᵢ + h←ᵢ + g'(xᵢ), from features g' [S, D]   (Vinyals et al. 2016, appendix A.2)."""
    ahead = _read(params, FORWARD, examples)
    back = _read(params, BACKWARD, examples.flip(0)).flip(0)
    return ahead + back + examples


def attending(params: Params, queries: "Tensor", examples: "Tensor", steps: int) -> "Tensor":
    """f(x, S) = attLSTM(f'(x), g(S), K), [N, D], each query by itself   (Vinyals et al. 2016, eq. 3 to 6).

    hₖ = LSTM(f', [hₖ₋₁, rₖ₋₁]) + f', where r is read from the support set by attention softmax(h · g). It begins with
    h₀ = f', which is the skip connection alone.
    """
    hidden, cell = queries, torch.zeros_like(queries)
    for _ in range(steps):
        read = (hidden @ examples.T).softmax(-1) @ examples
        out, cell = lstm(params, ATTEND, torch.cat([queries, read], -1), hidden, cell)
        hidden = out + queries
    return hidden


def _read(params: Params, layer: str, examples: "Tensor") -> "Tensor":
    """The hidden states [S, D] of an LSTM that reads features [S, D] one after another."""
    hidden = cell = torch.zeros_like(examples[0])
    states = []
    for example in examples.unbind():
        hidden, cell = lstm(params, layer, example, hidden, cell)
        states.append(hidden)
    return torch.stack(states)
