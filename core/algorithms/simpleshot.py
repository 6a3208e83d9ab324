"""SimpleShot (Wang et al. 2019): nearest class mean in the space of an ordinary classifier."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.pretraining import PretrainedAlgorithm, PretrainingSettings, without_classifier
from core.algorithms.prototypical import class_means, squared_distances
from core.lazy import torch
from core.learners.layers import Params, linear
from core.settings import setting
from core.tasks.task import Support

if TYPE_CHECKING:
    from torch import Tensor

MEAN_FEATURE = "mean_feature"


class SimpleShotSettings(PretrainingSettings):
    title: ClassVar[str] = "SimpleShot"
    summary: ClassVar[str] = (
        "No meta-learning: the features of an ordinary classifier of all training classes, moved so that their mean is "
        "0 and scaled to length 1. A query belongs to the class whose mean is nearest. Simple, quick, and hard to beat."
    )
    equation: ClassVar[str] = "z = (f(x) − mean f) / ‖f(x) − mean f‖;   y = argmin_c ‖z − mean z over the support of c‖"
    paper: ClassVar[str] = "Wang, Chao, Weinberger and van der Maaten 2019, arXiv:1911.04623"

    kind: Literal["simpleshot"] = "simpleshot"
    transformation: Literal["cl2n", "l2n", "un"] = setting(
        "cl2n", title="Features", help="What is done to features before distances are taken.",
        choices={
            "cl2n": "Centred by the mean of the training classes, then scaled to length 1.",
            "l2n": "Scaled to length 1.", "un": "As they are.",
        },
        source="Wang et al. 2019, section 3",
    )  # fmt: skip


class SimpleShot(PretrainedAlgorithm):
    settings_class = SimpleShotSettings
    settings: SimpleShotSettings

    def logits(self, params: Params, layer: str, features: "Tensor") -> "Tensor":
        return linear(params, layer, features)

    def adapt(self, meta: Params, support: Support, steps: int) -> Iterator[Params]:
        """The class means [W, D] of the support set's features."""
        body = without_classifier(meta)
        features = self._transformed(body, self.query_features(body, support, support.x))
        yield body | {"class_means": class_means(features, support)}

    def embed(self, adapted: Params, support: Support, x: "Tensor") -> "tuple[Tensor, Tensor]":
        """Features as the setting transforms them, in which distances are taken."""
        ours, theirs = super().embed(adapted, support, x)
        return self._transformed(adapted, ours), self._transformed(adapted, theirs)

    def prototypes(self, adapted: Params, support: Support, features: "Tensor") -> "Tensor":
        return adapted["class_means"]

    def population(self, meta: Params, x: "Tensor") -> Params:
        """Moments, where they are asked for, and the mean feature of the training classes [D]."""
        moments = super().population(meta, x)
        return moments | {MEAN_FEATURE: self.learner.features({**meta, **moments}, x).mean(0)}

    @property
    def asks_population(self) -> bool:
        return True

    def readout(self, adapted: Params, features: "Tensor") -> "Tensor":
        """−‖z − mean z_c‖² for each class   (Wang et al. 2019, eq. 2)."""
        return -squared_distances(self._transformed(adapted, features), adapted["class_means"])

    def _transformed(self, params: Params, features: "Tensor") -> "Tensor":
        if self.settings.transformation == "cl2n" and MEAN_FEATURE in params:  # known once the network is measured
            features = features - params[MEAN_FEATURE]
        return features if self.settings.transformation == "un" else torch.nn.functional.normalize(features, dim=-1)
