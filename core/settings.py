"""What settings are: how one is declared, and the sections that every experiment has.

The settings classes of datasets, learners and algorithms live in the file of the thing that they configure and build on
the bases here. One declaration of a hyper-parameter feeds form, tooltip, terminal, file, message and help.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from core.problems import Problem

if TYPE_CHECKING:
    from core.experiment import Experiment


def setting(
    default: Any,
    *,
    title: str,
    help: str,
    unit: str = "",
    ge: float | None = None,
    gt: float | None = None,
    le: float | None = None,
    choices: Mapping[str, str] | None = None,
    step: float | None = None,
    log: bool = False,
    group: str = "",
    source: str = "",
    control: str = "",
    empty: str = "",
    needs: tuple[str, tuple[Any, ...]] | None = None,
) -> Any:
    """Declare one hyper-parameter: everything that form, terminal, help and messages say about it.

    `choices` maps each allowed value to its one-line description; `log` asks for a logarithmic control; `group`
    overrides the section that the form shows it in; `empty` says what None means; `needs` is a dotted path into the
    experiment and the values there for which this setting makes sense; `control` is "hidden", "folder" or "lines".
    """
    extra: dict[str, Any] = {"unit": unit, "choices": dict(choices or {}), "step": step, "log": log, "group": group}
    extra |= {"source": source, "control": control, "empty": empty, "needs": needs}
    return Field(default, title=title, description=help, ge=ge, gt=gt, le=le, json_schema_extra=extra)


class Settings(BaseModel):
    """A frozen section of an experiment. Unknown keys, wrong types, infinities and NaN are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False, validate_default=True)


TaskType = Literal["classification", "regression"]
MemoryLayout = Literal["auto", "contiguous", "channels_last"]
InputType = Literal["vector", "image"]


class DatasetSettings(Settings):
    """What every dataset has. Concrete classes add `kind` and a `title`, and say what their data allow."""

    title: ClassVar[str] = ""
    summary: ClassVar[str] = ""
    paper: ClassVar[str] = ""
    tasks: ClassVar[TaskType] = "classification"
    inputs: ClassVar[InputType] = "image"

    kind: str
    ways: int = setting(5, title="Ways", help="Number of classes in a task.", unit="classes", ge=2, le=1000)
    shots: int = setting(
        1, title="Shots", help="Labelled examples of each class that a task adapts on.", unit="per class", ge=1, le=1000
    )
    queries: int = setting(
        15, title="Queries", help="Examples of each class that the adapted model is measured on.", unit="per class",
        ge=1, le=1000,
    )  # fmt: skip
    train_ways: int | None = setting(
        None, title="Ways in training", unit="classes", ge=2, le=1000, empty="same",
        help="Classes in a training task, where it differs from evaluation.", source="Snell et al. 2017, section 3.1",
    )  # fmt: skip
    train_shots: int | None = setting(
        None, title="Shots in training", unit="per class", ge=1, le=1000, empty="same",
        help="Support examples per class in a training task, where it differs from evaluation.",
        source="Nichol et al. 2018, appendix A",
    )  # fmt: skip
    train_queries: int | None = setting(
        None, title="Queries in training", unit="per class", ge=1, le=1000, empty="same",
        help="Query examples per class in a training task, where it differs from evaluation.",
    )  # fmt: skip

    def shape(self, split: str) -> tuple[int, int, int]:
        """(ways, shots, queries) of the tasks of a split: train, validation or test."""
        if split != "train":
            return self.ways, self.shots, self.queries
        return self.train_ways or self.ways, self.train_shots or self.shots, self.train_queries or self.queries

    def problems(self) -> list[Problem]:
        """What these settings ask for that the data cannot give."""
        return []


class LearnerSettings(Settings):
    """What every learner has: how activations are normalised, and with whose statistics."""

    title: ClassVar[str] = ""
    summary: ClassVar[str] = ""
    paper: ClassVar[str] = ""
    inputs: ClassVar[tuple[InputType, ...]] = ("vector", "image")

    kind: str
    normalization: Literal["batch", "layer", "group", "none"] = setting(
        "batch", title="Normalization", help="How activations are normalised between the layers.",
        choices={
            "batch": "Batch norm: statistics over the examples of one task; never shared between tasks.",
            "layer": "Layer norm: statistics over one example.",
            "group": "Group norm: statistics over groups of channels of one example.",
            "none": "No normalization.",
        },
    )  # fmt: skip
    query_normalization: Literal["transductive", "per_query", "population"] = setting(
        "transductive", title="Query normalization", needs=("learner.normalization", ("batch",)),
        help="Whose statistics normalise the queries of a task. Say it with every figure that you report.",
        choices={
            "transductive": "The queries of a task are normalised together, so each one sees the others.",
            "per_query": "Statistics of the support set only; a query's prediction never depends on other queries.",
            "population": "Statistics of the training classes, as running averages would give (metric learners).",
        },
        source="Nichol et al. 2018, section 6.1",
    )  # fmt: skip

    @property
    def query_statistics(self) -> str | None:
        """Whose statistics normalise queries, as `query_normalization` says; None where there is no batch norm."""
        return self.query_normalization if self.normalization == "batch" else None


FAMILIES = (
    "Learn an initialisation",
    "Learn the update rule",
    "Learn a metric",
    "Solve the head in closed form",
    "Learn a model that adapts in one pass",
    "Yardsticks",
)  # in the order in which lists show them; a family that is not among them comes after


class AlgorithmSettings(Settings):
    """What every algorithm has: words for people, and traits that the checks read."""

    title: ClassVar[str] = ""
    family: ClassVar[str] = ""
    summary: ClassVar[str] = ""
    equation: ClassVar[str] = ""
    paper: ClassVar[str] = ""
    tasks: ClassVar[tuple[TaskType, ...]] = ("classification", "regression")
    has_inner_loop: ClassVar[bool] = False
    adapts_features: ClassVar[bool] = False  # a task changes more than the last layer
    has_head: ClassVar[bool] = True  # the learner ends in one output per class
    fixed_ways: ClassVar[bool] = True  # training tasks must have as many classes as those it is measured on
    uses_learner: ClassVar[bool] = True
    trains_on: ClassVar[Literal["tasks", "all classes", "nothing"]] = "tasks"

    kind: str

    @property
    def label(self) -> str:
        """What runs are named by; the kind, unless the field has another name for these settings."""
        return self.kind

    @property
    def known_as(self) -> str:
        """What people read; the title, unless the field has another name for these settings."""
        return self.title

    @property
    def trains_inner_loop(self) -> bool:
        """Whether the inner loop is part of training, and not only of a measurement."""
        return self.has_inner_loop and self.trains_on == "tasks"

    @property
    def candidates(self) -> int:
        """How many tasks are drawn for each one that is trained on; the algorithm chooses among them."""
        return 1

    @property
    def settles_at(self) -> int:
        """The iteration from which on every iteration is computed in the same way (see Algorithm.at)."""
        return 0

    def problems(self, experiment: "Experiment") -> list[Problem]:
        """What this algorithm cannot do with the rest of the experiment."""
        return []


class InnerLoopSettings(AlgorithmSettings):
    """What every algorithm has whose inner loop takes gradient steps on the support set."""

    has_inner_loop: ClassVar[bool] = True
    adapts_features: ClassVar[bool] = True

    inner_lr: float = setting(
        0.01, title="Inner learning rate", help="Step size α of the inner loop, on the mean loss over the support set.",
        gt=0, le=100, log=True, group="inner_loop", source="Finn et al. 2017, eq. 1",
    )  # fmt: skip
    inner_steps: int = setting(
        1, title="Inner steps", help="Gradient steps on the support set of each training task.", unit="steps",
        ge=1, le=1000, group="inner_loop", source="Finn et al. 2017, section 2.2",
    )  # fmt: skip

    @property
    def steps(self) -> int:
        """Inner steps of a training task, all in all."""
        return self.inner_steps


class OuterSettings(Settings):
    """The outer loop: how the meta-gradient changes the meta-parameters."""

    iterations: int = setting(
        5000, title="Iterations", help="Outer steps in the whole run.", unit="iterations", ge=1, le=100_000_000,
        step=1000,
    )  # fmt: skip
    meta_batch_size: int = setting(
        25, title="Meta-batch size", help="Tasks whose gradients are averaged for one outer step.", unit="tasks",
        ge=1, le=4096,
    )  # fmt: skip
    optimizer: Literal["adam", "sgd", "nesterov"] = setting(
        "adam", title="Optimizer", help="The rule that turns the meta-gradient into a step.",
        choices={
            "adam": "Adam: a step size for each parameter.", "sgd": "Gradient descent.",
            "nesterov": "Gradient descent that looks ahead along its momentum.",
        },
        source="Kingma and Ba 2015",
    )  # fmt: skip
    momentum: float = setting(
        0.0, title="Momentum", help="Share of the last step that is kept.", ge=0, le=0.999, step=0.1,
        needs=("outer.optimizer", ("sgd", "nesterov")),
    )  # fmt: skip
    weight_decay: float = setting(
        0.0, title="Weight decay", help="Pull of the networks' parameters towards 0, added to the meta-gradient.",
        ge=0, le=1, step=0.0001,
    )  # fmt: skip
    lr: float = setting(
        0.001, title="Outer learning rate", help="Step size β (Reptile: ε) of the outer loop.", gt=0, le=10, log=True
    )
    schedule: Literal["constant", "linear", "cosine", "halving"] = setting(
        "constant", title="Schedule", help="How the outer learning rate changes over the run.",
        choices={
            "constant": "The same from the first iteration to the last.",
            "linear": "Falls in a straight line.",
            "cosine": "Falls along half a cosine to 0.",
            "halving": "Halves at fixed distances.",
        },
    )  # fmt: skip
    halve_every: int = setting(
        2000, title="Halve every", help="Iterations after which the outer learning rate halves.", unit="iterations",
        ge=1, le=100_000_000, step=500, needs=("outer.schedule", ("halving",)),
    )  # fmt: skip
    final_lr: float = setting(
        0.0, title="Final learning rate", help="Where the schedule ends.", ge=0, le=10,
        needs=("outer.schedule", ("linear", "cosine")), source="Antoniou et al. 2019, section 4",
    )  # fmt: skip
    clip_gradient: float | None = setting(
        None, title="Clip gradient", help="Largest norm of the meta-gradient; longer ones are shortened to it.",
        gt=0, le=1e6, empty="not clipped",
    )  # fmt: skip


class EvaluationSettings(Settings):
    """When and how the model is measured on classes that it does not train on."""

    every: int = setting(
        500, title="Evaluate every", help="Iterations between two measurements on the validation tasks.",
        unit="iterations", ge=1, le=100_000_000, step=100,
    )  # fmt: skip
    tasks: int = setting(
        200, title="Validation tasks", help="Tasks in each measurement; always the same ones.", unit="tasks",
        ge=2, le=100_000, step=50,
    )  # fmt: skip
    inner_steps: int | None = setting(
        None, title="Inner steps", help="Inner steps when measured, where they differ from training.", unit="steps",
        ge=1, le=1000, empty="as in training", needs=("algorithm.has_inner_loop", (True,)),
    )  # fmt: skip
    test_tasks: int = setting(
        600, title="Test tasks", help="Tasks of the one test at the end, on the best checkpoint.", unit="tasks",
        ge=2, le=100_000, step=100,
    )  # fmt: skip
    patience: int | None = setting(
        None, title="Stop early after", unit="evaluations", ge=1, le=100_000, empty="never",
        help="End training after so many evaluations in a row without a better validation result. The test is made "
        "with the best checkpoint, as always.",
    )  # fmt: skip


class ComputeSettings(Settings):
    """Where and how the run is computed."""

    device: Literal["auto", "cpu", "cuda", "mps"] = setting(
        "auto", title="Device", help="The processor that trains.",
        choices={
            "auto": "A GPU where there is one, else the CPU.", "cpu": "The CPU.",
            "cuda": "An NVIDIA (or ROCm) GPU.", "mps": "The GPU of an Apple computer.",
        },
    )  # fmt: skip
    mapping: Literal["auto", "sequential", "vectorised", "compiled"] = setting(
        "auto", title="Mapping", help="How the tasks of a meta-batch are run; every choice gives the same gradient.",
        choices={
            "auto": "What is known to be fastest for this experiment; the run's log says what was taken.",
            "sequential": "One task after another; needs the least memory.",
            "vectorised": "All tasks at once.",
            "compiled": "Traced and compiled, which takes minutes for pictures; needs a C++ compiler.",
        },
    )  # fmt: skip
    tasks_at_once: int | None = setting(
        None, title="Tasks at once", unit="tasks", ge=1, le=4096, empty="as many as fit",
        help="How many tasks a vectorised or compiled mapping holds in memory together, in each process. Where memory "
        "runs out, fewer are taken, and the run says so.",
        needs=("compute.mapping", ("auto", "vectorised", "compiled")),
    )  # fmt: skip
    precision: Literal["float32", "bfloat16", "auto"] = setting(
        "float32", title="Number precision",
        help="In which precision meta-gradients are computed; all else has 32 bits.",
        choices={
            "float32": "32 bits throughout.",
            "bfloat16": "16 bits where networks multiply; quicker on processors that are made for it.",
            "auto": "bfloat16 where it is quicker and gives the same meta-gradient, nearly; the run's log says.",
        },
    )  # fmt: skip
    memory_layout: MemoryLayout = setting(
        "auto", title="Memory layout", help="How pictures and kernels lie in memory; every choice gives the same "
        "gradient.",
        choices={
            "auto": "Channels innermost where that is known to be quicker: one network over many pictures, on a CPU.",
            "contiguous": "Channel by channel, each a whole picture.",
            "channels_last": "Pixel by pixel, each with all its channels; needs batch or no normalization.",
        },
        needs=("dataset.inputs", ("image",)),
    )  # fmt: skip
    workers: int | None = setting(
        None, title="Workers", unit="processes", ge=1, le=64, empty="automatic",
        help="Processes that share the tasks of a meta-batch and of a measurement, this program among them. Each of "
        "the others takes some 300 MB of memory.",
    )  # fmt: skip
    checkpoint_every: int = setting(
        500, title="Checkpoint every", help="Iterations between two checkpoints; a crash loses no more than that.",
        unit="iterations", ge=1, le=100_000_000, step=100,
    )  # fmt: skip
