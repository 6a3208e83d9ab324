"""The description of one experiment: a frozen value, and the one schema of every hyper-parameter.

An experiment holds settings only and knows no tensors. The settings classes of datasets, learners and algorithms live
in the file of the thing that they configure; here are their bases, the sections that every experiment has, and the
ways in and out: dictionaries, TOML, and changing one value by its dotted path.
"""

import tomllib
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, Self

import tomli_w
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SerializeAsAny, ValidationError

from core import registry
from core.problems import ExperimentError, Problem, explained, nearest

SCHEMA_VERSION = 1
CHOSEN_BY_KIND = {"dataset": registry.datasets, "learner": registry.learners, "algorithm": registry.algorithms}


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


class AlgorithmSettings(Settings):
    """What every algorithm has: words for people, and traits that the checks read."""

    title: ClassVar[str] = ""
    family: ClassVar[str] = ""
    summary: ClassVar[str] = ""
    equation: ClassVar[str] = ""
    paper: ClassVar[str] = ""
    tasks: ClassVar[tuple[TaskType, ...]] = ("classification", "regression")
    has_inner_loop: ClassVar[bool] = False
    has_head: ClassVar[bool] = True  # the learner ends in one output per class, so ways are fixed

    kind: str

    def problems(self, experiment: "Experiment") -> list[Problem]:
        """What this algorithm cannot do with the rest of the experiment."""
        return []


class InnerLoopSettings(AlgorithmSettings):
    """What every algorithm has whose inner loop takes gradient steps on the support set."""

    has_inner_loop: ClassVar[bool] = True

    inner_lr: float = setting(
        0.01, title="Inner learning rate", help="Step size α of the inner loop, on the mean loss over the support set.",
        gt=0, le=100, log=True, group="inner_loop", source="Finn et al. 2017, eq. 1",
    )  # fmt: skip
    inner_steps: int = setting(
        1, title="Inner steps", help="Gradient steps on the support set of each training task.", unit="steps",
        ge=1, le=1000, group="inner_loop", source="Finn et al. 2017, section 2.2",
    )  # fmt: skip


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
    optimizer: Literal["adam", "sgd"] = setting(
        "adam", title="Optimizer", help="The rule that turns the meta-gradient into a step.",
        choices={"adam": "Adam: a step size for each parameter.", "sgd": "Plain gradient descent."},
        source="Kingma and Ba 2015",
    )  # fmt: skip
    momentum: float = setting(
        0.0, title="Momentum", help="Share of the last step that is kept.", ge=0, le=0.999, step=0.1,
        needs=("outer.optimizer", ("sgd",)),
    )  # fmt: skip
    lr: float = setting(
        0.001, title="Outer learning rate", help="Step size β (Reptile: ε) of the outer loop.", gt=0, le=10, log=True
    )
    schedule: Literal["constant", "linear", "cosine", "halving"] = setting(
        "constant", title="Schedule", help="How the outer learning rate changes over the run.",
        choices={
            "constant": "The same from the first iteration to the last.",
            "linear": "Falls in a straight line to 0.",
            "cosine": "Falls along half a cosine to 0.",
            "halving": "Halves at fixed distances.",
        },
    )  # fmt: skip
    halve_every: int = setting(
        2000, title="Halve every", help="Iterations after which the outer learning rate halves.", unit="iterations",
        ge=1, le=100_000_000, step=500, needs=("outer.schedule", ("halving",)),
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
            "compiled": "All tasks at once, traced into one kernel; needs a C++ compiler.",
        },
    )  # fmt: skip
    checkpoint_every: int = setting(
        500, title="Checkpoint every", help="Iterations between two checkpoints; a crash loses no more than that.",
        unit="iterations", ge=1, le=100_000_000, step=100,
    )  # fmt: skip


def _chosen(section: str, value: Any) -> Any:
    """Validate a section whose class is chosen by its `kind`."""
    if not isinstance(value, Mapping):
        return value
    kinds = CHOSEN_BY_KIND[section]
    kind = value.get("kind")
    if kind not in kinds.kinds:  # a list, so that a kind which cannot be hashed is no special case
        allowed = ", ".join(kinds.kinds) + nearest(kind, kinds.kinds)
        raise ValueError(f"{kind!r} is no {section} kind; allowed: {allowed}")
    return kinds.settings(kind).model_validate(dict(value))


def _default(section: str, kind: str) -> Any:
    return CHOSEN_BY_KIND[section].settings(kind)()


class Experiment(Settings):
    """One experiment, whole. Equal experiments give the same run, bit for bit on one machine's CPU."""

    name: str = setting("", title="Name", help="What the run is called; empty names it after its settings.")
    notes: str = setting("", title="Notes", help="Anything you want to remember about this run.", control="lines")
    seed: int = setting(
        0, title="Seed", help="Where every random choice of the run comes from.", ge=0, le=2**32 - 1,
    )  # fmt: skip
    dataset: Annotated[SerializeAsAny[DatasetSettings], BeforeValidator(partial(_chosen, "dataset"))] = Field(
        default_factory=partial(_default, "dataset", "sinusoid")
    )
    learner: Annotated[SerializeAsAny[LearnerSettings], BeforeValidator(partial(_chosen, "learner"))] = Field(
        default_factory=partial(_default, "learner", "mlp")
    )
    algorithm: Annotated[SerializeAsAny[AlgorithmSettings], BeforeValidator(partial(_chosen, "algorithm"))] = Field(
        default_factory=partial(_default, "algorithm", "maml")
    )
    outer: OuterSettings = Field(default_factory=OuterSettings)
    evaluation: EvaluationSettings = Field(default_factory=EvaluationSettings)
    compute: ComputeSettings = Field(default_factory=ComputeSettings)

    # -- in and out ---------------------------------------------------------------------------------------------

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Build from nested dictionaries. Raises ExperimentError that names every problem at once."""
        try:
            return cls.model_validate(dict(data))
        except ValidationError as error:
            raise ExperimentError(explained(error, lambda path: known_names(data, path))) from None

    def to_dict(self) -> dict[str, Any]:
        """Nested dictionaries of plain values; settings that are None are left out."""
        return self.model_dump(mode="json", exclude_none=True)

    @classmethod
    def from_toml(cls, text: str, origin: str = "the text") -> Self:
        """Read TOML. Raises ExperimentError when it is no TOML, of a newer schema, or not an experiment."""
        try:
            data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise ExperimentError([Problem("", f"{origin} is not valid TOML: {error}")]) from None
        version = data.pop("schema", None)
        if type(version) is not int or version < 1:  # True is an int, and no version
            raise ExperimentError([Problem("schema", f"{origin} needs a line 'schema = {SCHEMA_VERSION}' at its top")])
        if version > SCHEMA_VERSION:
            newer = f"{origin} has schema {version}; this program reads up to {SCHEMA_VERSION}. Update it"
            raise ExperimentError([Problem("schema", newer)])
        return cls.from_dict(data)

    def to_toml(self) -> str:
        """The file format: every setting, and the schema version."""
        return tomli_w.dumps({"schema": SCHEMA_VERSION, **self.to_dict()}, multiline_strings=True)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read an experiment file. Raises OSError or ExperimentError."""
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise ExperimentError([Problem("", f"{path.name} is not a text file: {error}")]) from None
        return cls.from_toml(text, path.name)

    # -- reading and changing one value -------------------------------------------------------------------------

    def value(self, path: str) -> Any:
        """The value at a dotted path such as ``algorithm.inner_lr``. Raises ExperimentError for an unknown path."""
        here: Any = self
        for name in path.split("."):
            names = list(type(here).model_fields) if isinstance(here, BaseModel) else []
            if name not in names:
                raise ExperimentError([Problem(path, f"no such setting{nearest(name, names)}")])
            here = getattr(here, name)
        return here

    def with_value(self, path: str, value: Any) -> Self:
        """The same experiment with one value changed. Raises ExperimentError for an unknown path or a bad value.

        A new ``kind`` brings its own defaults, and keeps what was set by hand where both kinds have such a setting.
        """
        old = self.value(path)
        section, _, name = path.partition(".")
        data = self.to_dict()
        if section in CHOSEN_BY_KIND and name == "kind":
            if value == old:
                return self
            data[section] = self._carried(section, value)
        elif name:
            data[section][name] = value
        else:
            data[section] = value
        return self.from_dict(data)

    def _carried(self, section: str, kind: Any) -> dict[str, Any]:
        registered = CHOSEN_BY_KIND[section]
        if kind not in registered.kinds:
            return {"kind": kind}  # from_dict says what is wrong with it
        old, new = getattr(self, section), registered.settings(kind)
        kept = {}
        for name in type(old).model_fields.keys() & new.model_fields.keys() - {"kind"}:
            chosen = getattr(old, name)
            if chosen == type(old).model_fields[name].default or chosen is None:
                continue
            try:
                new.model_validate({"kind": kind, name: chosen})
            except ValidationError:
                continue  # the new kind does not allow that value: its own default stands
            kept[name] = chosen
        return {"kind": kind, **kept}

    # -- checks that need more than one setting -----------------------------------------------------------------

    def problems(self) -> list[Problem]:
        """Impossible combinations, each named by the setting to change."""
        found = list(self.dataset.problems())
        dataset, learner, algorithm = self.dataset, self.learner, self.algorithm
        if dataset.tasks not in algorithm.tasks:
            found.append(
                Problem(
                    "algorithm.kind",
                    f"{algorithm.title} solves {' and '.join(algorithm.tasks)}, and {dataset.title} is {dataset.tasks}",
                )
            )
        if dataset.inputs not in learner.inputs:
            found.append(
                Problem(
                    "learner.kind",
                    f"{learner.title} needs {' or '.join(learner.inputs)} inputs; "
                    f"{dataset.title} has {dataset.inputs}s",
                )
            )
        train_ways = dataset.shape("train")[0]
        if algorithm.has_head and train_ways != dataset.ways:
            found.append(
                Problem(
                    "dataset.train_ways",
                    f"{algorithm.title} has one output per class, so training must have {dataset.ways} ways like "
                    f"evaluation, not {train_ways}",
                )
            )
        population = learner.normalization == "batch" and learner.query_normalization == "population"
        if population and algorithm.has_inner_loop:
            found.append(
                Problem(
                    "learner.query_normalization",
                    f"population statistics belong to parameters that are not adapted; with {algorithm.title} "
                    "choose transductive or per_query",
                )
            )
        return found + algorithm.problems(self)

    def check(self) -> Self:
        """This experiment, if it can be run. Raises ExperimentError with every problem otherwise."""
        found = self.problems()
        if found:
            raise ExperimentError(found)
        return self

    # -- what it is called --------------------------------------------------------------------------------------

    @property
    def label(self) -> str:
        """The name, or one made of dataset, task and algorithm: ``omniglot-5w1s-maml``."""
        return self.name or "-".join(filter(None, [self.dataset.kind, self.task_label, self.algorithm.kind]))

    @property
    def task_label(self) -> str:
        """``5w1s`` for classification, ``10-shot`` for regression."""
        if self.dataset.tasks == "regression":
            return f"{self.dataset.shots}-shot"
        return f"{self.dataset.ways}w{self.dataset.shots}s"

    @property
    def metric(self) -> str:
        """What evaluation measures: ``accuracy`` (0 to 1) or ``mse``."""
        return "accuracy" if self.dataset.tasks == "classification" else "mse"

    @property
    def evaluation_steps(self) -> int:
        """Inner steps in an evaluation; 0 for an algorithm without an inner loop."""
        if not isinstance(self.algorithm, InnerLoopSettings):
            return 0
        return self.evaluation.inner_steps or self.algorithm.inner_steps


def known_names(data: Mapping[str, Any], path: tuple[str, ...]) -> list[str]:
    """The setting names that are valid in the section at `path` of `data`."""
    if not path:
        return list(Experiment.model_fields)
    section = path[0]
    if section in CHOSEN_BY_KIND:
        chosen = data.get(section)
        kind = chosen.get("kind") if isinstance(chosen, Mapping) else None
        known = CHOSEN_BY_KIND[section]
        return list(known.settings(kind).model_fields) if kind in known.kinds else []
    annotation = Experiment.model_fields[section].annotation if section in Experiment.model_fields else None
    return list(annotation.model_fields) if isinstance(annotation, type) and issubclass(annotation, BaseModel) else []
