"""How a setting varies: what is read, what is refused, and which values a range has."""

import random
from typing import Any

import numpy as np
import pytest
from generated import values_of
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.experiment import Experiment
from core.problems import ExperimentError
from core.schema import SettingField, fields_of
from core.variation import Range, Values, between, field_at, parse, values

EXPERIMENT = Experiment().with_value("outer.schedule", "halving")
FIELDS = {field.path: field for field in fields_of(EXPERIMENT)}
LR, STEPS, BATCH = (
    FIELDS[f"{path}"] for path in ("algorithm.inner_lr", "algorithm.inner_steps", "outer.meta_batch_size")
)
DECAY, OPTIMIZER, FIRST = (FIELDS[path] for path in ("outer.weight_decay", "outer.optimizer", "algorithm.first_order"))
CLIP, HIDDEN = FIELDS["outer.clip_gradient"], FIELDS["learner.hidden"]


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        (LR, "0.01, 0.1,0.4", (0.01, 0.1, 0.4)),
        (LR, "1", (1.0,)),
        (STEPS, " 1,5 , 10", (1, 5, 10)),
        (OPTIMIZER, "adam, sgd", ("adam", "sgd")),
        (OPTIMIZER, '"adam", "sgd"', ("adam", "sgd")),
        (FIRST, "true,false", (True, False)),
        (FIRST, "off, on", (False, True)),
        (CLIP, "not clipped, 10", (None, 10.0)),
        (HIDDEN, "40-40, 64", ("40-40", "64")),
    ],
)
def test_values_are_read(field: SettingField, text: str, expected: tuple[Any, ...]) -> None:
    found = parse(field, text)
    assert found == Values(expected)
    assert [type(value) for value in found.values()] == [type(value) for value in expected]


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        (LR, "0.001..1*8", Range(0.001, 1.0, 8, log=True)),
        (LR, "1e-3 .. 1", Range(0.001, 1.0, None, log=True)),
        (DECAY, "0..0.5*3", Range(0.0, 0.5, 3)),
        (STEPS, "1..5", Range(1.0, 5.0, None, whole=True)),
    ],
)
def test_ranges_are_read(field: SettingField, text: str, expected: Range) -> None:
    assert parse(field, text) == expected


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        (LR, "", "give one or more values"),
        (LR, "high", "'high' is not a number"),
        (LR, "0.1,0.1", "0.1 is given twice"),
        (LR, "0", "out of range; it must be more than 0"),
        (LR, "1..1000", "1000 is out of range"),
        (LR, "1..0.1*3", "1 is not below 0.1"),
        (LR, "0.1..1*1", "divided into 1 values; it has 2 to 500"),
        (LR, "0.1..1*99999999999", "it has 2 to 500"),
        (LR, "1..1e999", "is not a number"),
        (STEPS, "0.5..3", "0.5 is not a whole number"),
        (STEPS, "1..1e999", "is not a whole number"),
        (STEPS, "1.5", "1.5 is not a whole number"),
        (STEPS, "true", "True is not a whole number"),
        (OPTIMIZER, "adam, adma", "'adma' is not allowed; choose among adam, sgd, nesterov"),
        (OPTIMIZER, "[1]", "is not allowed"),
        (FIRST, "maybe", "'maybe' is neither true nor false"),
    ],
)
def test_what_is_refused_is_named_with_its_reason(field: SettingField, text: str, words: str) -> None:
    with pytest.raises(ExperimentError) as refused:
        parse(field, text)
    (problem,) = refused.value.problems
    assert problem.path == field.path
    assert words in problem.message


@given(st.sampled_from(list(FIELDS.values())), st.text(max_size=30) | st.from_regex(r"[-0-9.,*eE \[\]\"]{0,20}"))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read_or_refused(field: SettingField, text: str) -> None:
    try:
        found = parse(field, text)
    except ExperimentError as refused:
        found, paths = None, {problem.path for problem in refused.problems}
    if found is None:
        assert paths == {field.path}
        return
    size = found.size
    assert size is None or size >= 1
    if size is not None and size <= 50:
        assert len(set(found.values())) == len(found.values()) == size


@given(st.data())
@settings(max_examples=50, deadline=None)
def test_what_is_written_is_read_again(data: st.DataObject) -> None:
    field = data.draw(st.sampled_from([LR, STEPS, BATCH, OPTIMIZER, DECAY]))
    shown = [value if isinstance(value, str) else float(f"{value:.9g}") for value in data.draw(several(field))]
    allowed = list(dict.fromkeys(int(value) if field.control == "whole" else value for value in shown))
    assume(all(isinstance(value, str) or value > 0 for value in allowed))
    assert parse(field, str(values(field, allowed))) == values(field, allowed)


def several(field: SettingField) -> st.SearchStrategy[list[Any]]:
    return st.lists(values_of(field), min_size=1, max_size=4)


def test_a_range_is_divided_evenly_and_on_a_logarithmic_scale_where_the_form_has_one() -> None:
    assert parse(LR, "0.001..1*4").values() == (0.001, 0.01, 0.1, 1.0)
    assert parse(LR, "0.003..0.7*6").values() == pytest.approx(np.geomspace(0.003, 0.7, 6), rel=5e-3)
    assert parse(DECAY, "0..0.5*6").values() == pytest.approx(np.linspace(0, 0.5, 6), abs=1e-9)
    assert parse(STEPS, "2..5").values() == (2, 3, 4, 5)
    assert parse(BATCH, "1..9*3").values() == (1, 5, 9)
    assert parse(STEPS, "1..3*8").values() == (1, 2, 3)  # there are no more whole numbers
    assert parse(STEPS, "1..3*8").size == 3


@given(st.floats(1e-6, 99), st.floats(1e-6, 99), st.integers(2, 30))
@settings(deadline=None)
def test_a_range_stays_within_its_ends(one: float, other: float, steps: int) -> None:
    low, high = sorted((one, other))
    if low == high:
        return
    found = between(LR, low, high, steps).values()
    assert (found[0], found[-1]) == (low, high)
    assert list(found) == sorted(set(found))


def test_draws_are_even_on_the_scale_of_the_setting() -> None:
    draws = random.Random(1)
    found = np.array([parse(LR, "0.001..10").draw(draws) for _ in range(4000)])
    assert found.min() >= 0.001
    assert found.max() <= 10
    # Each of the four decades has a quarter of the draws: σ of a count is √(4000 · ¼ · ¾) ≈ 27.
    counts, _ = np.histogram(np.log10(found), bins=4, range=(-3, 1))
    assert counts == pytest.approx([1000] * 4, abs=4 * 27)
    whole = [parse(STEPS, "1..4").draw(draws) for _ in range(4000)]
    assert [whole.count(value) for value in (1, 2, 3, 4)] == pytest.approx([1000] * 4, abs=4 * 27)
    chosen = [Values(("a", "b")).draw(draws) for _ in range(4000)]
    assert chosen.count("a") == pytest.approx(2000, abs=4 * 32)


def test_a_setting_that_is_not_there_is_said_to_be_so() -> None:
    assert field_at(EXPERIMENT, "outer.halve_every").unit == "iterations"
    with pytest.raises(ExperimentError, match="no effect with the other settings"):
        field_at(EXPERIMENT, "outer.momentum")
    with pytest.raises(ExperimentError, match="did you mean 'inner_lr'"):
        field_at(EXPERIMENT, "algorithm.inner_rl")
