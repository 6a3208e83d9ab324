"""CNP, Conditional Neural Processes (Garnelo et al. 2018): encode each example, average, decode with the query.

A departure: encoder and decoder have layer norm, without which they train slowly.
"""

import math
from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.algorithm import Aux
from core.algorithms.embedding import EmbeddingAlgorithm
from core.algorithms.one_pass import is_regression, labels
from core.algorithms.prototypical import class_means
from core.lazy import torch
from core.learners.layers import Params, mlp, mlp_init
from core.settings import AlgorithmSettings, setting
from core.tasks.task import Support, Task

if TYPE_CHECKING:
    from torch import Generator, Tensor

LEAST_DEVIATION = 0.1  # of the standard deviation, as in the authors' program, so that the likelihood stays bounded


class CNPSettings(AlgorithmSettings):
    title: ClassVar[str] = "CNP"
    family: ClassVar[str] = "Learn a model that adapts in one pass"
    summary: ClassVar[str] = (
        "Encodes each example of the support set by itself and averages the codes: that mean is all that is known of "
        "the task, whatever the order of the examples. A decoder reads it together with a query. For regression it "
        "tells a mean and how sure it is; for classification each class has a mean of its own."
    )
    equation: ClassVar[str] = (
        "r = mean_S h(f(x), y);   (μ, σ) = g(f(x*), r);   minimise −log N(y* | μ, σ²) over queries"
    )
    paper: ClassVar[str] = "Garnelo et al. 2018, arXiv:1807.01613"
    has_head: ClassVar[bool] = False

    kind: Literal["cnp"] = "cnp"
    width: int = setting(
        32, title="Width", unit="units", ge=1, le=4096, step=16,
        help="Units in each layer of encoder and decoder, and numbers in the code of an example; 128 in the paper.",
        source="Garnelo et al. 2018, section 4.1",
    )  # fmt: skip
    encoder_layers: int = setting(
        3, title="Encoder layers", unit="layers", ge=1, le=20, needs=("dataset.tasks", ("regression",)),
        help="Linear layers that turn an example and its value into a code. For classification the learner is the "
        "encoder.",
        source="Garnelo et al. 2018, section 4.1",
    )  # fmt: skip
    decoder_layers: int = setting(
        3, title="Decoder layers", unit="layers", ge=1, le=20,
        help="Linear layers that read the task's code and a query; 5 in the paper, for regression.",
        source="Garnelo et al. 2018, section 4.1",
    )  # fmt: skip


class CNP(EmbeddingAlgorithm):
    settings_class = CNPSettings
    settings: CNPSettings

    def init(self, generator: "Generator") -> Params:
        """The learner, the encoder h of regression, and the decoder g."""
        features, width, outputs = self.learner.width, self.settings.width, self.facts.outputs
        params, layers = self.learner.init(generator), self.settings.decoder_layers
        if not is_regression(self.facts):
            return params | mlp_init(generator, "decoder", (1 + outputs) * features, width, outputs, layers)
        params |= mlp_init(generator, "encoder", features + 1, width, width, self.settings.encoder_layers)
        return params | mlp_init(generator, "decoder", features + width, width, 2, layers)

    def decode(self, params: Params, support: Support, x: "Tensor") -> "Tensor":
        """g(f(x*), r) for each query   (Garnelo et al. 2018, eq. 2 and 3).

        The code r [width] is the mean over the support set. For classification it is [W · D], the means of the classes
        one after the other (section 4.3): the learner is their encoder, and a label says where an example's code goes.
        """
        embedded, queries = self.embed(params, support, x)
        if is_regression(self.facts):
            code = mlp(params, "encoder", torch.cat([embedded, labels(support, embedded)], 1)).mean(0)
        else:
            code = class_means(embedded, support).flatten()
        return mlp(params, "decoder", torch.cat([queries, code.expand(len(queries), -1)], 1))

    def predict(self, adapted: Params, support: Support, x: "Tensor") -> "Tensor":
        """Logits [N, W], or the mean of the prediction [N, 1]."""
        return self.decode(adapted, support, x)[:, : self.facts.outputs]

    def distribution(self, adapted: Params, support: Support, x: "Tensor") -> "tuple[Tensor, Tensor]":
        """Mean and standard deviation of a regression task's prediction, each [N, 1]; σ = 0.1 + 0.9 softplus."""
        mean, raw = self.decode(adapted, support, x).chunk(2, 1)
        return mean, LEAST_DEVIATION + (1 - LEAST_DEVIATION) * torch.nn.functional.softplus(raw)

    def query_loss(self, adapted: Params, task: Task) -> "tuple[Tensor, Aux]":
        """−log N(y* | μ, σ²), mean over the queries (Garnelo et al. 2018, eq. 4); cross-entropy for classes."""
        if not is_regression(self.facts):
            return super().query_loss(adapted, task)
        mean, deviation = self.distribution(adapted, task.support, task.query_x)
        off = (task.query_y - mean) / deviation
        loss = (deviation.log() + off.square() / 2).mean() + math.log(2 * math.pi) / 2
        return loss, self.objective.aux(mean.detach(), task.query_y)

    @property
    def is_judged_by_outputs(self) -> bool:
        return not is_regression(self.facts)
