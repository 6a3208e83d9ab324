"""The description of an experiment: what goes in comes out, and what is wrong is said so that it can be mended."""

import math
import subprocess
import sys
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from annotated_types import Ge, Gt, Le
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from core import registry
from core.experiment import SCHEMA_VERSION, Experiment
from core.problems import ExperimentError
from core.settings import Settings

CHOSEN = {"dataset": registry.datasets, "learner": registry.learners, "algorithm": registry.algorithms}
PLAIN = [name for name in Experiment.model_fields if name not in CHOSEN]
TEXTS = {"hidden": st.lists(st.integers(1, 300), min_size=1, max_size=4).map(lambda widths: "-".join(map(str, widths)))}


# -- strategies, made from the schema's own bounds ------------------------------------------------------------------


def bounds(field: Any) -> tuple[float | None, float | None, bool]:
    """Lowest and highest value of a field, and whether the lowest itself is refused."""
    low, high, open_below = None, None, False
    for rule in field.metadata:
        if isinstance(rule, Ge):
            low = rule.ge
        elif isinstance(rule, Gt):
            low, open_below = rule.gt, True
        elif isinstance(rule, Le):
            high = rule.le
    return low, high, open_below


def values(settings_class: type[BaseModel], name: str) -> st.SearchStrategy[Any]:
    """Values that a field allows."""
    field = settings_class.model_fields[name]
    return st.one_of([_of_type(settings_class, name, part) for part in _parts(field.annotation)])


def _parts(annotation: Any) -> list[Any]:
    union = typing.get_origin(annotation) is typing.Union or type(annotation).__name__ == "UnionType"
    return list(typing.get_args(annotation)) if union else [annotation]


def _of_type(settings_class: type[BaseModel], name: str, kind: Any) -> st.SearchStrategy[Any]:
    low, high, open_below = bounds(settings_class.model_fields[name])
    if typing.get_origin(kind) is typing.Literal:
        return st.sampled_from(typing.get_args(kind))
    if kind is bool:
        return st.booleans()
    if kind is int:
        return st.integers(None if low is None else int(low), None if high is None else int(high))
    if kind is float:
        return st.floats(low, high, exclude_min=open_below, allow_nan=False, allow_infinity=False)
    if kind is str:
        # Texts with a rule of their own are left at their default, unless they are named above.
        text = st.text(st.characters(exclude_categories=["Cs"]))
        free = text if settings_class is Experiment else st.just(settings_class.model_fields[name].default)
        return TEXTS.get(name, free)
    assert kind is type(None), f"no strategy for {settings_class.__name__}.{name}: {kind}"
    return st.none()


def section(settings_class: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    """Some settings of a section, by name."""
    fields = {name: values(settings_class, name) for name in settings_class.model_fields if name != "kind"}
    return st.fixed_dictionaries({}, optional=fields)


def chosen_section(name: str) -> st.SearchStrategy[dict[str, Any]]:
    """A section of any kind that the registry knows."""
    of_kind = {kind: section(CHOSEN[name].settings(kind)) for kind in CHOSEN[name].kinds}
    return st.sampled_from(CHOSEN[name].kinds).flatmap(
        lambda kind: of_kind[kind].map(lambda chosen: {"kind": kind, **chosen})
    )


def experiment_data() -> st.SearchStrategy[dict[str, Any]]:
    parts: dict[str, Any] = {name: chosen_section(name) for name in CHOSEN}
    for name in PLAIN:
        annotation = Experiment.model_fields[name].annotation
        nested = isinstance(annotation, type) and issubclass(annotation, BaseModel)
        parts[name] = section(annotation) if nested else values(Experiment, name)
    return st.fixed_dictionaries({}, optional=parts)


def bounded() -> list[tuple[str, dict[str, Any], type[BaseModel], str]]:
    """(path, data of the section, settings class, field) of every number in the whole schema."""
    classes = [(name, {"kind": kind}, CHOSEN[name].settings(kind)) for name in CHOSEN for kind in CHOSEN[name].kinds]
    for name in PLAIN:
        annotation = Experiment.model_fields[name].annotation
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            classes.append((name, {}, annotation))
    found = []
    for name, data, settings_class in classes:
        for field in settings_class.model_fields:
            if bounds(settings_class.model_fields[field])[:2] != (None, None):
                found.append((f"{name}.{field}", data, settings_class, field))
    return found


def complaints(data: dict[str, Any]) -> dict[str, str]:
    """What is wrong with an experiment, by path."""
    with pytest.raises(ExperimentError) as caught:
        Experiment.from_dict(data)
    return {problem.path: problem.message for problem in caught.value.problems}


# -- what goes in comes out -----------------------------------------------------------------------------------------


@settings(max_examples=150, deadline=None)
@given(experiment_data())
def test_every_experiment_survives_toml_and_dictionaries(data: dict[str, Any]) -> None:
    experiment = Experiment.from_dict(data)
    assert Experiment.from_dict(experiment.to_dict()) == experiment
    assert Experiment.from_toml(experiment.to_toml()) == experiment
    for name, part in data.items():
        for field, value in part.items() if isinstance(part, dict) else [("", part)]:
            assert experiment.value(f"{name}.{field}".rstrip(".")) == value


@settings(max_examples=30, deadline=None)
@given(experiment_data())
def test_a_file_holds_every_experiment(tmp_path_factory: pytest.TempPathFactory, data: dict[str, Any]) -> None:
    experiment = Experiment.from_dict(data)
    path = tmp_path_factory.mktemp("files") / "experiment.toml"
    path.write_bytes(experiment.to_toml().encode())
    assert Experiment.load(path) == experiment


@settings(max_examples=50, deadline=None)
@given(experiment_data(), experiment_data())
def test_experiments_are_equal_when_their_settings_are(one: dict[str, Any], other: dict[str, Any]) -> None:
    first, second = Experiment.from_dict(one), Experiment.from_dict(other)
    assert first == Experiment.from_dict(one)
    assert hash(first) == hash(Experiment.from_dict(one))
    assert (first == second) == (first.to_dict() == second.to_dict())


@pytest.mark.parametrize(("path", "data", "settings_class", "field"), bounded(), ids=lambda part: str(part)[:40])
def test_numbers_out_of_range_name_setting_value_and_limit(
    path: str, data: dict[str, Any], settings_class: type[BaseModel], field: str
) -> None:
    low, high, open_below = bounds(settings_class.model_fields[field])
    top = path.split(".")[0]
    outside = []
    if low is not None:
        outside.append((low if open_below else low - 1, low, "more than" if open_below else "at least"))
    if high is not None:
        outside.append((high + 1, high, "at most"))
    for value, limit, words in outside:
        message = complaints({top: {**data, field: value}})[path]
        assert repr(value) in message
        assert f"{words} {limit:g}" in message


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_changing_one_value_changes_that_value_only(data: st.DataObject) -> None:
    experiment = Experiment.from_dict(data.draw(experiment_data()))
    sections = [name for name in Experiment.model_fields if name not in ("name", "notes", "sweep", "seed")]
    if type(experiment.algorithm).model_fields.keys() == {"kind"}:
        sections.remove("algorithm")
    name = data.draw(st.sampled_from(sections))
    part = getattr(experiment, name)
    field = data.draw(st.sampled_from([field for field in type(part).model_fields if field != "kind"]))
    value = data.draw(values(type(part), field))
    changed = experiment.with_value(f"{name}.{field}", value)
    assert changed.value(f"{name}.{field}") == value
    assert changed.with_value(f"{name}.{field}", getattr(part, field)) == experiment
    assert experiment == Experiment.from_dict(experiment.to_dict())


# -- frozen ---------------------------------------------------------------------------------------------------------


def test_an_experiment_cannot_be_changed() -> None:
    experiment = Experiment()
    with pytest.raises(ValidationError, match="frozen"):
        experiment.seed = 3  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        experiment.outer.lr = 0.5  # type: ignore[misc]


def test_every_setting_says_what_it_is() -> None:
    classes: list[type[Settings]] = [Experiment]
    classes += [registered.settings(kind) for registered in CHOSEN.values() for kind in registered.kinds]
    classes += [type(getattr(Experiment(), name)) for name in ("outer", "evaluation", "compute")]
    for settings_class in classes:
        for name, field in settings_class.model_fields.items():
            nested = settings_class is Experiment and name not in ("name", "notes", "sweep", "seed")
            if name != "kind" and not nested:
                assert field.title, f"{settings_class.__name__}.{name} has no title"
                assert (field.description or "").endswith("."), (
                    f"{settings_class.__name__}.{name} has no sentence of help"
                )


# -- what is wrong is said ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "path", "words"),
    [
        ({"algoritm": {}}, "algoritm", ["no such setting", "did you mean 'algorithm'?"]),
        ({"algorithm": {"kind": "maml", "inner_lrr": 0.1}}, "algorithm.inner_lrr", ["did you mean 'inner_lr'?"]),
        ({"outer": {"zzz": 1}}, "outer.zzz", ["no such setting", "allowed:", "meta_batch_size", "clip_gradient"]),
        (
            {"learner": {"kind": "conv4", "hidden": "40"}}, "learner.hidden",
            ["it belongs to learner mlp; the learner here is conv4"],
        ),
        (
            {"learner": {"kind": "conv4", "channels": "4-4"}}, "learner.channels",
            ["it belongs to learner r2d2_network or resnet12; the learner here is conv4"],
        ),
        (
            {"algorithm": {"kind": "prototypical", "inner_lr": 0.1}}, "algorithm.inner_lr",
            ["it belongs to another algorithm, such as anil; the algorithm here is prototypical"],
        ),
        ({"outer": {"lr": "0.1"}}, "outer.lr", ["'0.1' is not a number"]),
        ({"outer": {"iterations": 1.5}}, "outer.iterations", ["1.5 is not a whole number"]),
        ({"outer": {"iterations": 100.0}}, "outer.iterations", ["100.0 is not a whole number"]),
        ({"outer": {"iterations": True}}, "outer.iterations", ["True is not a whole number"]),
        ({"algorithm": {"kind": "maml", "first_order": "no"}}, "algorithm.first_order", ["'no' is not true or false"]),
        ({"name": 7}, "name", ["7 is not a text"]),
        ({"outer": {"lr": math.nan}}, "outer.lr", ["nan"]),
        ({"outer": {"lr": math.inf}}, "outer.lr", ["inf"]),
        ({"outer": {"lr": None}}, "outer.lr", ["None is not a number"]),
        ({"outer": {"optimizer": "adm"}}, "outer.optimizer", ["'adm'", "adam", "sgd", "did you mean 'adam'?"]),
        ({"outer": 3}, "outer", ["3 is not a table of settings", "[outer]"]),
        ({"algorithm": "maml"}, "algorithm", ["'maml' is not a table of settings"]),
        ({"algorithm": {"kind": "mamle"}}, "algorithm.kind", ["'mamle'", "reptile", "did you mean 'maml'?"]),
        ({"algorithm": {"kind": ["maml"]}}, "algorithm.kind", ["['maml']", "allowed:"]),
        ({"dataset": {"shots": 3}}, "dataset.kind", ["sinusoid"]),
        ({"learner": {"kind": "mlp", "hidden": "40,40"}}, "learner.hidden", ["'40,40'", "40-40"]),
        ({"learner": {"kind": "mlp", "hidden": "0-4"}}, "learner.hidden", ["'0-4'"]),
        ({"seed": -1}, "seed", ["-1", "at least 0"]),
    ],
    ids=lambda part: str(part)[:40] if isinstance(part, str) else None,
)  # fmt: skip
def test_a_mistake_is_named(data: dict[str, Any], path: str, words: list[str]) -> None:
    found = complaints(data)
    assert list(found) == [path]
    for word in words:
        assert word in found[path]


def test_all_mistakes_are_named_at_once() -> None:
    found = complaints(
        {"seed": -1, "outer": {"lr": 0.0, "optimizer": "x"}, "algorithm": {"kind": "reptile", "beta": 1}}
    )
    assert set(found) == {"seed", "outer.lr", "outer.optimizer", "algorithm.beta"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"schema = {SCHEMA_VERSION + 1}", [f"schema {SCHEMA_VERSION + 1}", f"up to {SCHEMA_VERSION}"]),
        ("seed = 1", [f"schema = {SCHEMA_VERSION}"]),
        ("schema = true", [f"schema = {SCHEMA_VERSION}"]),
        ('schema = "1"', [f"schema = {SCHEMA_VERSION}"]),
        ("this is no TOML", ["not valid TOML", "line 1"]),
        ("", ["schema"]),
    ],
)
def test_texts_that_are_no_experiment(text: str, words: list[str]) -> None:
    with pytest.raises(ExperimentError) as caught:
        Experiment.from_toml(text, "mine.toml")
    for word in [*words, "mine.toml"]:
        assert word in str(caught.value)


def test_a_binary_file_is_no_experiment(tmp_path: Path) -> None:
    path = tmp_path / "picture.toml"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff")
    with pytest.raises(ExperimentError, match=r"picture\.toml is not a text file"):
        Experiment.load(path)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60))
def test_no_file_breaks_the_reader(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("files") / "experiment.toml"
    path.write_bytes(content)
    with pytest.raises(ExperimentError):
        Experiment.load(path)


# -- changing one value ---------------------------------------------------------------------------------------------


def test_a_new_kind_brings_its_defaults_and_keeps_what_was_set_by_hand() -> None:
    maml = Experiment.from_dict({"algorithm": {"kind": "maml", "inner_lr": 0.5, "first_order": True}})
    reptile = maml.with_value("algorithm.kind", "reptile")
    assert reptile.value("algorithm.inner_lr") == 0.5  # set by hand
    assert reptile.value("algorithm.inner_steps") == 5  # MAML's default 1 was nobody's choice
    assert reptile.with_value("algorithm.kind", "reptile") == reptile
    for path in ("dataset", "learner", "outer", "evaluation", "compute", "seed"):
        assert reptile.value(path) == maml.value(path)


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_any_kind_can_follow_any_other(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(list(CHOSEN)))
    old = Experiment.from_dict({name: data.draw(chosen_section(name))})
    kind = data.draw(st.sampled_from(CHOSEN[name].kinds))
    assume(kind != old.value(f"{name}.kind"))
    new = old.with_value(f"{name}.kind", kind)
    before, after, defaults = getattr(old, name), getattr(new, name), CHOSEN[name].settings(kind)()
    assert after.kind == kind
    for field in type(after).model_fields.keys() - {"kind"}:
        chosen = getattr(before, field, None)
        by_hand = field in type(before).model_fields and chosen != type(before).model_fields[field].default
        allowed = by_hand
        if by_hand:
            try:
                type(after).model_validate({"kind": kind, field: chosen})
            except ValidationError:
                allowed = False
        assert getattr(after, field) == (chosen if allowed else getattr(defaults, field))


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("algorithm.inner_lrr", 0.1, "did you mean 'inner_lr'?"),
        ("outer.lr.x", 0.1, "no such setting"),
        ("nowhere", 0.1, "no such setting"),
        ("learner.filters", 64, "it belongs to learner conv4; the learner here is mlp"),
        ("outer.lr", -1.0, "more than 0"),
        ("outer.lr", None, "None is not a number"),
        ("algorithm.kind", "maple", "did you mean 'maml'?"),
        ("algorithm.kind", None, "allowed: "),
    ],
)
def test_a_bad_change_is_refused(path: str, value: Any, words: str) -> None:
    experiment = Experiment()
    with pytest.raises(ExperimentError) as caught:
        experiment.with_value(path, value)
    assert words in str(caught.value)
    assert experiment == Experiment()


def test_a_setting_that_may_be_empty_can_be_emptied() -> None:
    clipped = Experiment().with_value("outer.clip_gradient", 3.0)
    assert clipped.value("outer.clip_gradient") == 3.0
    assert clipped.with_value("outer.clip_gradient", None) == Experiment()


# -- settings that do not go together -------------------------------------------------------------------------------

GLYPHS, CONV4 = {"kind": "glyphs"}, {"kind": "conv4"}


@pytest.mark.parametrize(
    ("data", "path", "words"),
    [
        ({"algorithm": {"kind": "prototypical"}}, "algorithm.kind", ["Prototypical", "classification", "regression"]),
        ({"learner": CONV4}, "learner.kind", ["Conv4 needs image", "Sinusoid has vectors"]),
        ({"dataset": {**GLYPHS, "train_ways": 20}, "learner": CONV4}, "dataset.train_ways", ["5 ways", "not 20"]),
        (
            {"dataset": GLYPHS, "learner": {**CONV4, "query_normalization": "population"}},
            "learner.query_normalization", ["MAML", "transductive or per_query"],
        ),
    ],
    ids=["task type", "inputs", "head", "population"],
)  # fmt: skip
def test_impossible_combinations_are_named(data: dict[str, Any], path: str, words: list[str]) -> None:
    experiment = Experiment.from_dict(data)
    found = {problem.path: problem.message for problem in experiment.problems()}
    assert list(found) == [path]
    assert all(word in found[path] for word in words)
    with pytest.raises(ExperimentError, match=path):
        experiment.check()


def test_possible_combinations_pass() -> None:
    wide = {"dataset": {**GLYPHS, "train_ways": 20}, "learner": CONV4, "algorithm": {"kind": "prototypical"}}
    population = {**wide, "learner": {**CONV4, "query_normalization": "population"}}
    for data in ({}, {"algorithm": {"kind": "reptile"}}, {"dataset": GLYPHS, "learner": CONV4}, wide, population):
        experiment = Experiment.from_dict(data)
        assert experiment.problems() == []
        assert experiment.check() is experiment


# -- quick to read --------------------------------------------------------------------------------------------------


def test_reading_the_schema_leaves_torch_alone() -> None:
    program = """
import sys
from core import registry
from core.experiment import Experiment
experiment = Experiment()
for sort in (registry.datasets, registry.learners, registry.algorithms):
    for kind in sort.kinds:
        assert sort.settings(kind).model_json_schema()["properties"]
assert Experiment.from_toml(experiment.to_toml()).check() == experiment
assert experiment.with_value("algorithm.kind", "reptile") != experiment
print("torch" in sys.modules)
"""
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (found.stdout.strip(), found.stderr) == ("False", "")


def test_the_label_says_what_is_trained(tiny: Callable[..., Experiment]) -> None:
    assert tiny().label == "sinusoid-5-shot-maml"
    assert Experiment.from_dict({"dataset": {"kind": "glyphs", "shots": 2}}).label == "glyphs-5w2s-maml"
    assert tiny(algorithm={"kind": "maml_plus_plus"}).label == "sinusoid-5-shot-maml-plus-plus"
    assert tiny(name="mine_too").label == "mine_too"
