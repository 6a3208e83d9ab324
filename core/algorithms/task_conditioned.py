"""A network conditioned on its task: CNAPs (Requeima et al. 2019), its head as in VERSA (Gordon et al. 2019).

Departures: everything is trained together, where CNAPs puts its adapters around a network that is trained before; each
layer is conditioned on the task alone and not on the layers below it; weights are numbers and not distributions.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.algorithm import Algorithm
from core.algorithms.one_pass import is_regression, labels
from core.algorithms.prototypical import class_means
from core.lazy import torch
from core.learners.layers import Params, mlp, mlp_init
from core.learners.learner import HEAD, is_norm
from core.problems import Problem
from core.settings import AlgorithmSettings, setting
from core.tasks.task import Support

if TYPE_CHECKING:
    from torch import Generator, Tensor

    from core.experiment import Experiment

LAYERS = 2  # of each network that reads or conditions
OPEN = 4.0  # what a gate's sigmoid starts from: 98 % open


class TaskConditionedSettings(AlgorithmSettings):
    title: ClassVar[str] = "Task-conditioned"
    family: ClassVar[str] = "Learn a model that adapts in one pass"
    summary: ClassVar[str] = (
        "An encoder reads the support set and says how the network should be for this task: which channels are open, "
        "how each is scaled and shifted, and what the last layer is. What gradient steps would have to find, a network "
        "that has seen many tasks tells at once."
    )
    equation: ClassVar[str] = (
        "z = mean_S h(f_θ(x));   φ_c = g_c(z) · (γ_c(z) · θ_c + δ_c(z));   w_y = ψ(mean_{S_y} f_φ(x))"
    )
    paper: ClassVar[str] = "Requeima et al. 2019, arXiv:1906.07697; Gordon et al. 2019, arXiv:1805.09921"
    adapts_features: ClassVar[bool] = True
    fixed_ways: ClassVar[bool] = False

    kind: Literal["task_conditioned"] = "task_conditioned"
    film: bool = setting(
        True, title="Scale and shift", help="The task scales and shifts each normalised channel (FiLM).",
        source="Requeima et al. 2019, section 3.1; Perez et al. 2018",
    )  # fmt: skip
    gates: bool = setting(
        True, title="Gates", help="The task opens and shuts each channel: a factor between 0 and 1 after the ReLU."
    )
    width: int = setting(
        32, title="Width", help="Numbers that describe a task, and units in the networks that read and use them.",
        unit="units", ge=1, le=4096, step=16, source="Requeima et al. 2019, appendix E",
    )  # fmt: skip

    def problems(self, experiment: "Experiment") -> list[Problem]:
        """Channels are conditioned where they are normalised."""
        if experiment.learner.normalization == "none" and (self.film or self.gates):
            message = (
                f"{self.title} scales, shifts and gates the channels of normalization layers, and there are none; "
                "choose layer, group or batch, or switch off algorithm.film and algorithm.gates"
            )
            return [Problem("learner.normalization", message)]
        return []


class TaskConditioned(Algorithm):
    settings_class = TaskConditionedSettings
    settings: TaskConditionedSettings

    def init(self, generator: "Generator") -> Params:
        """The body, the encoder of tasks, and the networks that make channels and head. The head itself is not learnt.

        Conditions begin as none: scale 1, shift 0, gates nearly open.
        """
        body, regression = self.learner.init_body(generator), is_regression(self.facts)
        width, features = self.settings.width, self.learner.width
        layers = self._conditioned(body)
        params = dict(body)
        if layers or regression:
            params |= mlp_init(generator, "encoder", features + regression, width, width, LAYERS)
        for layer, channels in layers.items():
            made = mlp_init(generator, f"condition.{layer}", width, width, self._conditions * channels, LAYERS)
            params |= made | {name: torch.zeros_like(made[name]) for name in made if f".{LAYERS}." in name}
        read = width if regression else features
        return params | mlp_init(generator, "maker", read, width, features + 1, LAYERS)

    def adapt(self, meta: Params, support: Support, steps: int) -> Iterator[Params]:
        """One state: the learner with the scales, shifts and head of this task   (Requeima et al. 2019, section 3)."""
        phi = meta
        if self._conditioned(meta):
            phi = self.conditioned(meta, self.code(meta, self.learner.features(meta, support.x), support))
        yield {**phi, **self.head(phi, self.learner.features(phi, support.x), support)}

    def code(self, params: Params, features: "Tensor", support: Support) -> "Tensor":
        """What is known of the task, [width]: the mean code of the examples, of which classes do not count the labels.

        Which number a class has says nothing; which value an example has does.
        """
        if is_regression(self.facts):
            features = torch.cat([features, labels(support, features)], 1)
        return mlp(params, "encoder", features).mean(0)

    def conditioned(self, params: Params, code: "Tensor") -> Params:
        """The parameters with other scales and shifts: g (γ x + δ) of a normalised channel x = a x̂ + b.

        That is g γ a x̂ + g (γ b + δ), so a task's structure is a task's parameters. A gate g is positive: before a
        ReLU it is the same as after it; of a residual block each branch has its own.
        """
        changed: Params = {}
        for layer in self._conditioned(params):
            scale, shift = params[layer + ".weight"], params[layer + ".bias"]
            conditions = mlp(params, f"condition.{layer}", code).chunk(self._conditions)
            if self.settings.film:
                gamma = 1 + conditions[0]
                scale, shift = gamma * scale, gamma * shift + conditions[1]
            if self.settings.gates:
                gate = torch.sigmoid(OPEN + conditions[-1])
                scale, shift = gate * scale, gate * shift
            changed |= {layer + ".weight": scale, layer + ".bias": shift}
        return params | changed

    def head(self, params: Params, features: "Tensor", support: Support) -> Params:
        """The last layer of the task, from features [N, D] of its conditioned network.

        The weights of a class are its mean feature and what a network adds to it; a value's follow from the task's
        code   (Requeima et al. 2019, section 3.2; Gordon et al. 2019, section 3).
        """
        if is_regression(self.facts):
            made = mlp(params, "maker", self.code(params, features, support))[None]
            return {HEAD + "weight": made[:, :-1], HEAD + "bias": made[:, -1]}
        means = class_means(features, support)
        made = mlp(params, "maker", means)
        return {HEAD + "weight": means + made[:, :-1], HEAD + "bias": made[:, -1]}

    @property
    def _conditions(self) -> int:
        """Numbers that the task says of each channel."""
        return 2 * self.settings.film + self.settings.gates

    def _conditioned(self, params: Params) -> dict[str, int]:
        """The normalisation layers that the task conditions, and their channels."""
        if not self._conditions:
            return {}
        return {
            name.removesuffix(".weight"): len(value)
            for name, value in params.items()
            if is_norm(name) and name.endswith(".weight")
        }
