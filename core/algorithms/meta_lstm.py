"""Meta-LSTM (Ravi and Larochelle 2017): the parameters of a network are the cell of an LSTM."""

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.algorithm import Algorithm, detached
from core.algorithms.coordinates import RULE, flat, preprocessed, rule_and_network, shaped
from core.lazy import torch
from core.learners.layers import Params, linear, linear_init, lstm, lstm_init
from core.settings import InnerLoopSettings, setting
from core.tasks.task import Support

if TYPE_CHECKING:
    from torch import Generator, Tensor

LSTM, FORGET, ENTER = RULE + "lstm", RULE + "forget", RULE + "enter"
KEPT = 0.999  # the share of a parameter that the forget gate lets through at first


class MetaLSTMSettings(InnerLoopSettings):
    title: ClassVar[str] = "Meta-LSTM"
    family: ClassVar[str] = "Learn the update rule"
    summary: ClassVar[str] = (
        "A gradient step has the form of an LSTM cell: what was there is kept in part, something new is added. Here "
        "both parts are decided by gates that see each parameter's gradient, its loss and its value, so that step "
        "size and forgetting are learnt, and so is the starting point. All parameters share one small network."
    )
    equation: ClassVar[str] = "φₖ₊₁ = fₖ ⊙ φₖ − iₖ ⊙ ∇L_S(φₖ),  fₖ, iₖ = σ(W [LSTM(∇, L), φₖ, previous gate])"
    paper: ClassVar[str] = "Ravi and Larochelle 2017, Optimization as a model for few-shot learning, ICLR"

    kind: Literal["meta_lstm"] = "meta_lstm"
    inner_lr: float = setting(
        0.01, title="First step size", gt=0, le=0.99, log=True, group="inner_loop",
        help="Where the input gate starts, which is the step size.", source="Ravi and Larochelle 2017, section 3.1",
    )  # fmt: skip
    hidden: int = setting(
        20, title="Hidden units", help="Width of the LSTM that reads gradient and loss.", unit="units", ge=1, le=1000,
        source="Ravi and Larochelle 2017, section 5.1.2",
    )  # fmt: skip
    first_order: bool = setting(
        True, title="First order", source="Ravi and Larochelle 2017, section 3.2",
        help="Take gradients and losses of the support set as given, and do not differentiate through them.",
    )  # fmt: skip


class MetaLSTM(Algorithm):
    settings_class = MetaLSTMSettings
    settings: MetaLSTMSettings

    def init(self, generator: "Generator") -> Params:
        """θ, which is the cell's first state, and the update rule: it begins near gradient descent."""
        settings = self.settings
        theta = self.learner.init(generator)
        rule = lstm_init(generator, LSTM, 4, settings.hidden)
        for gate, first in ((FORGET, KEPT), (ENTER, settings.inner_lr)):
            rule |= linear_init(generator, gate, settings.hidden + 2, 1)
            rule[gate + ".weight"] = 0.1 * rule[gate + ".weight"]
            rule[gate + ".bias"] = torch.tensor([math.log(first / (1 - first))])
        return theta | rule

    def adapt(self, meta: Params, support: Support, steps: int) -> Iterator[Params]:
        """φₖ₊₁ = fₖ ⊙ φₖ − iₖ ⊙ ∇L_S(φₖ), with both gates of every number   (Ravi and Larochelle 2017, eq. 2 to 4)."""
        rule, phi = rule_and_network(meta)
        numbers = flat(phi)
        hidden = cell = numbers.new_zeros(len(numbers), self.settings.hidden)
        forget, enter = torch.ones_like(numbers), torch.zeros_like(numbers)
        yield phi
        for _ in range(steps):
            gradient, loss = self._seen(phi, support)
            read = torch.cat([preprocessed(gradient), preprocessed(loss).expand(len(numbers), 2)], -1)
            hidden, cell = lstm(rule, LSTM, read, hidden, cell)
            forget = gate(rule, FORGET, hidden, numbers, forget)
            enter = gate(rule, ENTER, hidden, numbers, enter)
            numbers = forget * numbers - enter * gradient
            phi = shaped(numbers, phi)
            yield phi

    @property
    def follows_loss(self) -> bool:
        return not self.settings.first_order

    def _seen(self, phi: Params, support: Support) -> "tuple[Tensor, Tensor]":
        """∇L_S in one row [D], and L_S."""
        if self.settings.first_order:
            phi = detached(phi)
        gradient, loss = torch.func.grad_and_value(lambda at: self.support_loss(at, support))(phi)
        return flat(gradient), loss


def gate(rule: Params, name: str, hidden: "Tensor", numbers: "Tensor", before: "Tensor") -> "Tensor":
    """σ(W [h, φ, previous gate] + b) for each number, [D]."""
    return torch.sigmoid(linear(rule, name, torch.cat([hidden, numbers[:, None], before[:, None]], -1)))[:, 0]
