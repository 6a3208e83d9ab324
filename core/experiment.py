"""The description of one experiment: a frozen value that holds settings only and knows no tensors.

Here are its ways in and out: dictionaries, TOML, and changing one value by its dotted path. What a setting is stands in
core/settings.py; which datasets, learners and algorithms there are, the registry knows.
"""

import tomllib
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Self

import tomli_w
from pydantic import BaseModel, BeforeValidator, Field, SerializeAsAny, ValidationError

from core import registry
from core.problems import ExperimentError, Problem, explained, nearest
from core.settings import (
    AlgorithmSettings,
    ComputeSettings,
    DatasetSettings,
    EvaluationSettings,
    InnerLoopSettings,
    LearnerSettings,
    OuterSettings,
    Settings,
    setting,
)

SCHEMA_VERSION = 1
CHOSEN_BY_KIND = {"dataset": registry.datasets, "learner": registry.learners, "algorithm": registry.algorithms}


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
    sweep: str = setting(
        "", title="Sweep", help="The name of the sweep that the run belongs to; runs of one sweep are shown together.",
    )  # fmt: skip
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
            raise ExperimentError(explained(error, partial(unknown, data))) from None

    def to_dict(self) -> dict[str, Any]:
        """Nested dictionaries of plain values; settings that are None are left out."""
        return self.model_dump(mode="json", exclude_none=True)

    @classmethod
    def from_toml(cls, text: str, origin: str = "the text") -> Self:
        """Read TOML. Raises ExperimentError when it is no TOML, of a newer schema, or not an experiment."""
        try:
            data = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            raise ExperimentError([Problem("", f"{origin} is not valid TOML: {error}")]) from None
        return cls.from_tables(data, origin)

    @classmethod
    def from_tables(cls, data: Mapping[str, Any], origin: str) -> Self:
        """The same from the tables of a TOML document. Raises ExperimentError as `from_toml` does."""
        data = dict(data)
        version = data.pop("schema", None)
        if type(version) is not int or version < 1:  # True is an int, and no version
            raise ExperimentError([Problem("schema", f"{origin} needs a line 'schema = {SCHEMA_VERSION}' at its top")])
        if version > SCHEMA_VERSION:
            newer = f"{origin} has schema {version}; this program reads up to {SCHEMA_VERSION}. Update it"
            raise ExperimentError([Problem("schema", newer)])
        return cls.from_dict(data)

    def to_toml(self) -> str:
        """The file format: every setting, and the schema version."""
        return tomli_w.dumps({"schema": SCHEMA_VERSION, **self.to_dict()})

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
            if not isinstance(here, BaseModel) or name not in type(here).model_fields:
                raise ExperimentError([Problem(path, unknown(self.to_dict(), tuple(path.split("."))))])
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
        if algorithm.uses_learner and dataset.inputs not in learner.inputs:
            found.append(
                Problem(
                    "learner.kind",
                    f"{learner.title} needs {' or '.join(learner.inputs)} inputs; "
                    f"{dataset.title} has {dataset.inputs}s",
                )
            )
        train_ways = dataset.shape("train")[0]
        if algorithm.fixed_ways and train_ways != dataset.ways:
            found.append(
                Problem(
                    "dataset.train_ways",
                    f"{algorithm.title} has one output per class, so training must have {dataset.ways} ways like "
                    f"evaluation, not {train_ways}",
                )
            )
        if learner.query_statistics == "population" and algorithm.adapts_features:
            found.append(
                Problem(
                    "learner.query_normalization",
                    f"population statistics belong to parameters that are not adapted; with {algorithm.title} "
                    "choose transductive or per_query",
                )
            )
        if self.compute.memory_layout == "channels_last" and learner.normalization in ("layer", "group"):
            message = f"channels_last needs batch or no normalization, not {learner.normalization}; choose auto"
            found.append(Problem("compute.memory_layout", message))
        if self.compute.precision == "bfloat16":
            if algorithm.trains_inner_loop:
                found.append(Problem("compute.precision", f"the inner loop of {algorithm.title} needs float32"))
            elif self.compute.mapping in ("vectorised", "compiled"):
                found.append(Problem("compute.precision", "bfloat16 needs compute.mapping auto or sequential"))
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
        if self.name:
            return self.name
        return f"{self.dataset.kind}-{self.task_label}-{self.algorithm.label}".replace("_", "-")

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
    def iterations(self) -> int:
        """Outer steps of the whole run; 0 for a yardstick that learns nothing from other tasks."""
        return 0 if self.algorithm.trains_on == "nothing" else self.outer.iterations

    @property
    def evaluation_steps(self) -> int:
        """Inner steps in an evaluation; 0 for an algorithm without an inner loop."""
        if not isinstance(self.algorithm, InnerLoopSettings):
            return 0
        return self.evaluation.inner_steps or self.algorithm.steps


def learners_of(algorithm: str) -> list[str]:
    """The kinds of learner that a kind of algorithm works with: `Experiment.problems` allows them on some dataset."""
    if not registry.algorithms.settings(algorithm).uses_learner:
        return []

    def allowed(learner: str, dataset: str) -> bool:
        kinds = {"dataset": {"kind": dataset}, "learner": {"kind": learner}, "algorithm": {"kind": algorithm}}
        return not any(problem.path.endswith(".kind") for problem in Experiment.from_dict(kinds).problems())

    return [kind for kind in registry.learners.kinds if any(allowed(kind, one) for one in registry.datasets.kinds)]


def unknown(data: Mapping[str, Any], path: tuple[str, ...]) -> str:
    """What to say of a setting at `path` of `data`, where there is none: whose it is, or which one may be meant."""
    section, name = path[0], path[-1]
    if len(path) == 2 and section in CHOSEN_BY_KIND:
        chosen = CHOSEN_BY_KIND[section]
        owners = [kind for kind in chosen.kinds if name in chosen.settings(kind).model_fields]
        if owners:
            few = len(owners) <= 3
            whose = f"{section} {' or '.join(owners)}" if few else f"another {section}, such as {owners[0]}"
            return f"no such setting here: it belongs to {whose}; the {section} here is {data[section]['kind']}"
    names = known_names(data, path[:-1])
    allowed = f"; allowed: {', '.join(names)}" if names else ""
    return f"no such setting{nearest(name, names) or allowed}"


def known_names(data: Mapping[str, Any], path: tuple[str, ...]) -> list[str]:
    """The setting names that are valid in the section at `path` of `data`; none where there is no section."""
    if not path:
        return list(Experiment.model_fields)
    if len(path) > 1:
        return []
    (section,) = path
    if section in CHOSEN_BY_KIND:
        chosen = data.get(section)
        kind = chosen.get("kind") if isinstance(chosen, Mapping) else None
        known = CHOSEN_BY_KIND[section]
        return list(known.settings(kind).model_fields) if kind in known.kinds else []
    annotation = Experiment.model_fields[section].annotation if section in Experiment.model_fields else None
    return list(annotation.model_fields) if isinstance(annotation, type) and issubclass(annotation, BaseModel) else []
