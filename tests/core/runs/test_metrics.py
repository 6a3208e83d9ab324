"""The numbers of a run: what is read from a file, and columns that grow."""

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.runs.metrics import EVALUATION_COLUMNS, ITERATION_COLUMNS, Columns, Metrics, read_records

NUMBERS = st.none() | st.integers(-(2**40), 2**40) | st.floats(allow_nan=False, allow_infinity=False)
RECORDS = st.lists(st.dictionaries(st.sampled_from(["a", "b", "c", "other"]), NUMBERS, max_size=4), max_size=40)


def iteration(number: int, **more: Any) -> dict[str, Any]:
    return {"event": "iteration", "iteration": number, "loss": number / 8, "accuracy": None, **more}


def evaluation(number: int, split: str = "validation", **more: Any) -> dict[str, Any]:
    return {
        "event": "evaluation",
        "split": split,
        "iteration": number,
        "metric": "mse",
        "after": 1.5,
        "best": True,
        **more,
    }


def written(path: Path, records: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return path


@settings(deadline=None, max_examples=80)
@given(st.lists(RECORDS, max_size=12))
def test_columns_hold_what_was_appended(portions: list[list[dict[str, Any]]]) -> None:
    columns = Columns(("a", "b", "c"))
    for portion in portions:
        columns.extend(portion)
    every = [record for portion in portions for record in portion]
    assert len(columns) == len(every)
    for name in ("a", "b", "c"):
        expected = [math.nan if record.get(name) is None else float(record[name]) for record in every]
        np.testing.assert_array_equal(columns[name], expected)
        assert columns[name].dtype == np.float64


@settings(deadline=None, max_examples=30)
@given(RECORDS, RECORDS)
def test_joined_columns_are_those_of_both(first: list[dict[str, Any]], second: list[dict[str, Any]]) -> None:
    one, other, both = (Columns(("a", "b")) for _ in range(3))
    one.extend(first)
    other.extend(second)
    both.extend(first + second)
    one.join(other)
    for name in ("a", "b"):
        np.testing.assert_array_equal(one[name], both[name])


def test_a_column_that_was_handed_out_stays_as_it_was() -> None:
    columns = Columns(("a",))
    columns.extend([{"a": number} for number in range(200)])
    held = columns["a"]
    columns.extend([{"a": -1}] * 3000)
    np.testing.assert_array_equal(held, np.arange(200))
    assert len(columns) == 3200
    assert columns["a"][199:202].tolist() == [199, -1, -1]


def test_columns_know_their_names_only() -> None:
    with pytest.raises(ValueError):
        Columns(("a",))["b"]


def test_live_records_and_the_file_give_the_same(tmp_path: Path) -> None:
    records = [iteration(1), iteration(2), evaluation(2), iteration(3), evaluation(3, "test"), {"event": "finished"}]
    live = Metrics()
    for start in range(0, len(records), 2):
        live.extend(records[start : start + 2])
    read = Metrics.read(written(tmp_path / "metrics.jsonl", records))
    for metrics in (live, read):
        assert metrics.iterations["iteration"].tolist() == [1, 2, 3]
        assert metrics.iterations["loss"].tolist() == [0.125, 0.25, 0.375]
        assert np.isnan(metrics.iterations["accuracy"]).all()
        assert metrics.evaluations["iteration"].tolist() == [2]  # the test at the end is no point of the curve
        assert metrics.evaluations["best"].tolist() == [1.0]
        assert metrics.metric == "mse"


def test_every_column_is_filled_by_what_training_reports() -> None:
    """The names here and the names of the reports are written in two places; they must be the same."""
    from core.training.reports import Adaptation, EvaluationReport, IterationReport

    adaptation = Adaptation(2, "validation", "mse", 1, 1, [1.0], [0.1], [], [])
    told = EvaluationReport("validation", 2, "mse", 3.0, 2.0, 0.1, 9, 2.0, 0.5, True, adaptation)
    metrics = Metrics()
    metrics.extend([IterationReport(2, 0.5, 0.25, 1.0, 0.1, 3.0, 8).to_json(), told.to_json()])
    for columns, names in ((metrics.iterations, ITERATION_COLUMNS), (metrics.evaluations, EVALUATION_COLUMNS)):
        assert not any(np.isnan(columns[name]).any() for name in names)


def test_every_evaluation_keeps_its_curve(tmp_path: Path) -> None:
    from core.training.reports import Adaptation, EvaluationReport

    def told(iteration: int, split: str = "validation") -> dict[str, Any]:
        adaptation = Adaptation(iteration, split, "mse", 1, 1, [3.0, 2.0 / iteration], [0.5, math.inf], [], [])
        report = EvaluationReport(split, iteration, "mse", 3.0, 2.0, 0.1, 9, 2.0, 0.5, True, adaptation)
        return json.loads(json.dumps(report.to_json(), allow_nan=False))  # type: ignore[no-any-return]

    live, later = Metrics(), Metrics()
    live.extend([told(3), evaluation(5)])  # an earlier version wrote the second
    later.extend([told(7), told(7, "test")])
    live.join(later)
    read = Metrics.read(written(tmp_path / "metrics.jsonl", [told(3), evaluation(5), told(7), told(7, "test")]))
    for metrics in (live, read):
        assert sorted(metrics.courses) == [3, 7]
        assert metrics.evaluations["iteration"].tolist() == [3, 5, 7]
        assert metrics.courses[7].steps.tolist() == [0, 1]
        assert metrics.courses[7].mean.tolist() == [3.0, 0.285714]  # six digits
        np.testing.assert_array_equal(metrics.courses[7].ci95, [0.5, np.nan])


@pytest.mark.parametrize(
    "course", [None, {"steps": [0], "mean": [1.0]}, {"steps": [0], "mean": [1, 2], "ci95": [0]}, 7]
)
def test_a_curve_that_is_none_is_named(course: Any) -> None:
    with pytest.raises(ValueError, match="the adaptation curve of iteration 5 is damaged"):
        Metrics().extend([evaluation(5, course=course)])


def test_reading_up_to_an_iteration(tmp_path: Path) -> None:
    path = written(tmp_path / "metrics.jsonl", [iteration(1), iteration(2), evaluation(2), iteration(3), evaluation(3)])
    metrics = Metrics.read(path, until=2)
    assert metrics.iterations["iteration"].tolist() == [1, 2]
    assert metrics.evaluations["iteration"].tolist() == [2]


@settings(deadline=None, max_examples=80)
@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=6), st.data())
def test_a_file_that_is_cut_anywhere_gives_its_whole_lines(
    tmp_path_factory: pytest.TempPathFactory, numbers: list[int], data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("metrics") / "metrics.jsonl"
    content = written(path, [iteration(number) for number in numbers]).read_bytes()
    length = data.draw(st.integers(0, len(content)))
    path.write_bytes(content[:length])
    found = [record["iteration"] for record in read_records(path)]
    whole = content[:length].count(b"\n")
    # A last line that lacks nothing but its end is whole as well.
    assert found in (numbers[:whole], numbers[: whole + 1])
    assert len(found) == whole or content[length : length + 1] == b"\n"


@pytest.mark.parametrize("damage", [b'{"event":"itera', b"\x00\x00\x00\x00", b"\xff\xfe", b"[1, 2]", b"17", b"null"])
@pytest.mark.parametrize("line", [1, 3])
def test_damage_before_the_end_is_named_by_its_line(tmp_path: Path, damage: bytes, line: int) -> None:
    path = written(tmp_path / "metrics.jsonl", [iteration(number) for number in range(4)])
    lines = path.read_bytes().split(b"\n")
    lines[line - 1] = damage
    path.write_bytes(b"\n".join(lines))
    with pytest.raises(ValueError, match=rf"metrics\.jsonl, line {line} is damaged"):
        read_records(path)
    with pytest.raises(ValueError, match=f"line {line}"):
        Metrics.read(path)


def test_no_file_is_no_records(tmp_path: Path) -> None:
    assert read_records(tmp_path / "metrics.jsonl") == []
    assert len(Metrics.read(tmp_path / "metrics.jsonl").iterations) == 0
