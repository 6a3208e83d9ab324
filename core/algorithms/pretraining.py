"""What yardsticks share that train an ordinary classifier of all training classes, and meet tasks only afterwards."""

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Literal

from core.algorithms.algorithm import Aux, in_full
from core.algorithms.head import HeadAlgorithm
from core.learners.layers import Params, linear_init
from core.settings import AlgorithmSettings, TaskType, setting
from core.tasks.task import Task, TaskBatch, TaskSource

if TYPE_CHECKING:
    from torch import Generator, Tensor

CLASSIFIER = "classifier"  # the last layer in training, with an output for each training class


class PretrainingSettings(AlgorithmSettings):
    family: ClassVar[str] = "Yardsticks"
    tasks: ClassVar[tuple[TaskType, ...]] = ("classification",)
    has_head: ClassVar[bool] = False
    fixed_ways: ClassVar[bool] = False
    trains_on: ClassVar[Literal["tasks", "all classes", "nothing"]] = "all classes"

    batch_size: int = setting(
        16, title="Batch size", help="Examples of any training classes in each training step.", unit="examples",
        ge=2, le=100_000, source="Chen et al. 2019, section 4.2",
    )  # fmt: skip


class PretrainedAlgorithm(HeadAlgorithm):
    """A concrete one writes `logits`, how the classifier reads features, and `adapt`."""

    settings: PretrainingSettings

    def init(self, generator: "Generator") -> Params:
        """The network, and a classifier of all training classes."""
        body = self.learner.init(generator)
        return body | linear_init(generator, CLASSIFIER, self.learner.width, self.facts.training_classes)

    def draw(self, source: TaskSource, tasks: range) -> TaskBatch:
        return source.sample_all_classes(tasks, self.settings.batch_size)

    def task_loss(self, meta: Params, task: Task) -> "tuple[Tensor, Aux]":
        """Mean loss of the classifier over a batch of examples; accuracy is that among all training classes."""
        outputs = in_full(self.logits(meta, CLASSIFIER, self.learner.features(meta, task.query_x)))
        return self.objective.loss(outputs, task.query_y), self.objective.aux(outputs.detach(), task.query_y)

    @abstractmethod
    def logits(self, params: Params, layer: str, features: "Tensor") -> "Tensor":
        """Outputs [N, C] of a last layer for features [N, D]."""


def without_classifier(meta: Params) -> Params:
    """Only what a new task makes use of."""
    return {name: value for name, value in meta.items() if not name.startswith(CLASSIFIER)}
