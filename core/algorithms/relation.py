"""Relation Networks (Sung, Yang, Zhang, Xiang, Torr and Hospedales 2018): a network says how well a pair goes together.

Two differences from the paper. A class's features are the mean over its examples, and not their sum: the first layer of
the relation module is linear in them and can undo the factor, and so tasks of any number of shots look alike to it. And
the relation module normalises each pair by itself (group norm), so that pairs of different queries do not influence
each other.
"""

import math
from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.embedding import EmbeddingAlgorithm
from core.algorithms.objective import CrossEntropy, Objective
from core.algorithms.prototypical import class_means
from core.lazy import torch
from core.learners.layers import Params, conv_init, linear, linear_init, max_pool, pooled
from core.learners.learner import Learner, groups
from core.settings import AlgorithmSettings, TaskType, setting
from core.tasks.task import Support, TaskFacts

if TYPE_CHECKING:
    from torch import Generator, Tensor

FIRST, FIRST_NORM = "relation.layer1", "relation.norm1"
SECOND, SECOND_NORM = "relation.layer2", "relation.norm2"
HIDDEN, SCORE = "relation.hidden", "relation.score"


class RelationSettings(AlgorithmSettings):
    title: ClassVar[str] = "Relation Networks"
    family: ClassVar[str] = "Learn a metric"
    summary: ClassVar[str] = (
        "Does not choose a distance, but learns it: a second network looks at the features of a class beside those of "
        "a query and says how well they go together. On feature maps it is convolutional, so that it can compare what "
        "lies at the same place of both pictures (Conv4 with 2 pooled blocks, as published)."
    )
    equation: ClassVar[str] = (
        "r(x, y) = g([mean f over the support of y, f(x)]);   L = mean (σ(r(x, y)) − 1[y is right])²"
    )
    paper: ClassVar[str] = "Sung, Yang, Zhang, Xiang, Torr and Hospedales 2018, arXiv:1711.06025"
    tasks: ClassVar[tuple[TaskType, ...]] = ("classification",)
    has_head: ClassVar[bool] = False
    fixed_ways: ClassVar[bool] = False

    kind: Literal["relation"] = "relation"
    loss: Literal["squared_error", "cross_entropy"] = setting(
        "squared_error", title="Loss", help="What the scores of a query and all classes are held to.",
        choices={
            "squared_error": "Each score, between 0 and 1, is regressed to 1 for its class and 0 for others (paper).",
            "cross_entropy": "The softmax of a query's scores is a distribution over the classes.",
        },
        source="Sung et al. 2018, eq. 2",
    )  # fmt: skip
    relation_filters: int = setting(
        64, title="Relation filters", unit="channels", ge=1, le=1024, step=16, source="Sung et al. 2018, section 3.4",
        help="Channels of both blocks of the relation module; units of its first layer where features are no maps.",
    )  # fmt: skip
    relation_hidden: int = setting(
        8, title="Relation units", help="Units of the layer before a pair's score.", unit="units", ge=1, le=10_000,
        source="Sung et al. 2018, section 3.4",
    )  # fmt: skip


class Relation(EmbeddingAlgorithm):
    settings_class = RelationSettings
    settings: RelationSettings

    def __init__(self, settings: RelationSettings, learner: Learner, objective: Objective, facts: TaskFacts) -> None:
        super().__init__(settings, learner, SquaredRelation() if settings.loss == "squared_error" else objective, facts)

    def init(self, generator: "Generator") -> Params:
        """The network and the relation module: two convolutional blocks or one layer, and two layers after them."""
        filters, hidden = self.settings.relation_filters, self.settings.relation_hidden
        channels, *side = self.learner.feature_shape
        if self._on_maps:
            module = conv_init(generator, FIRST, 2 * channels, filters)
            module |= conv_init(generator, SECOND, filters, filters)
            for norm in (FIRST_NORM, SECOND_NORM):
                module |= {norm + ".weight": torch.ones(filters), norm + ".bias": torch.zeros(filters)}
                side = list(pooled(*side))
        else:
            module, side = linear_init(generator, FIRST, 2 * self.learner.width, filters), []
        module |= linear_init(generator, HIDDEN, filters * math.prod(side), hidden)
        module[HIDDEN + ".bias"] = torch.ones(hidden)  # as in the authors' program: none of so few units begins dead
        return self.learner.init(generator) | module | linear_init(generator, SCORE, hidden, 1)

    def predict(self, adapted: Params, support: Support, x: "Tensor") -> "Tensor":
        """r for each query and class, [N, W] (Sung et al. 2018, eq. 1); as log σ(r) where the loss is of squares.

        Then their softmax is σ(r) as shares of 1.
        """
        embedded, queries = self.embed(adapted, support, x)
        classes = self.prototypes(adapted, support, embedded)
        pairs = self._first_layer(adapted, classes, queries)
        if self._on_maps:
            weight, bias = adapted[SECOND + ".weight"], adapted[SECOND + ".bias"]
            pairs = _normalised(adapted, FIRST_NORM, pairs)
            pairs = torch.nn.functional.conv2d(pairs, weight, bias, padding=1)
            pairs = _normalised(adapted, SECOND_NORM, pairs).flatten(1)
        else:
            pairs = torch.relu(pairs)
        scores = linear(adapted, SCORE, torch.relu(linear(adapted, HIDDEN, pairs)))
        scores = scores.view(len(queries), len(classes))
        return torch.nn.functional.logsigmoid(scores) if self.settings.loss == "squared_error" else scores

    def prototypes(self, adapted: Params, support: Support, features: "Tensor") -> "Tensor":
        """What the relation module sees beside each query: the mean over the support of a class."""
        return class_means(features, support)

    def _first_layer(self, params: Params, classes: "Tensor", queries: "Tensor") -> "Tensor":
        """What the first layer makes of each query beside each class, [N·W, …], from features [W, D] and [N, D].

        It is linear, so each side goes through its half of the weights once, and not once for each pair.
        """
        functional, bias = torch.nn.functional, params[FIRST + ".bias"]
        of_class, of_query = params[FIRST + ".weight"].chunk(2, 1)
        if self._on_maps:
            shape = (-1, *self.learner.feature_shape)
            ours = functional.conv2d(classes.reshape(shape), of_class, bias, padding=1)
            theirs = functional.conv2d(queries.reshape(shape), of_query, padding=1)
        else:
            ours, theirs = functional.linear(classes, of_class, bias), functional.linear(queries, of_query)
        return (theirs[:, None] + ours).flatten(0, 1)

    @property
    def _on_maps(self) -> bool:
        """Whether the features are maps on which 3×3 convolutions have something to see."""
        _, *side = self.learner.feature_shape
        return bool(side) and min(side) >= 3


def _normalised(params: Params, norm: str, pairs: "Tensor") -> "Tensor":
    """Group norm of each pair [P, C, H, W] by itself, pooled, and ReLU."""
    weight, bias = params[norm + ".weight"], params[norm + ".bias"]
    return torch.relu(max_pool(torch.nn.functional.group_norm(pairs, groups(pairs.shape[1]), weight, bias)))


class SquaredRelation(CrossEntropy):
    """Mean (σ(r) − 1[right class])² over queries and classes, for outputs log σ(r)   (Sung et al. 2018, eq. 2)."""

    def loss(self, outputs: "Tensor", targets: "Tensor") -> "Tensor":
        right = targets[:, None] == torch.arange(outputs.shape[1], device=outputs.device)
        return (outputs.exp() - right.to(outputs.dtype)).square().mean()
