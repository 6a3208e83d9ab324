"""Tables of results, read back from what was written."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from core.cli_tables import as_csv, as_latex, as_markdown, as_text
from core.figures import NOTHING
from core.runs.comparison import Comparison, Line, Yardstick
from core.runs.differing import DifferingSetting
from core.runs.statistics import Difference, Interval

METRICS = ("accuracy", "precision", "recall", "f1", "ece")


def line(name="maml", **more):
    facts = {"runs": ["run-1"], "seeds": [0], "iterations": [500], "spread": None, "transductive": False}
    facts |= {"metrics": {metric: Interval(0.9871, 0.0042) for metric in METRICS}, "difference": None}
    facts |= {"settings": {"algorithm.inner_lr": 0.4, "outer.clip_gradient": None, "algorithm.first_order": True}}
    return Line(**({"name": name} | facts | more))


def comparison(*lines, **more):
    facts = {"dataset": "glyphs", "task_label": "5w1s", "metric": "accuracy", "split": "test", "tasks": 600, "seed": 0}
    settings = [
        DifferingSetting("algorithm.inner_lr", "Inner learning rate", ""),
        DifferingSetting("outer.clip_gradient", "Clip gradient", "not clipped"),
        DifferingSetting("algorithm.first_order", "First order", ""),
    ]
    facts |= {"settings": settings, "reference": lines[0].name, "notes": ["±: half of it.", "100 % sure"]}
    facts |= {"yardsticks": [Yardstick("chance", {"accuracy": 0.2}, "1 / 5")]}
    return Comparison(**(facts | {"lines": list(lines)} | more))


MADE = comparison(
    line(),
    line(
        "proto",
        runs=["run-2", "run-3"],
        seeds=[0, 1],
        spread=dict.fromkeys(METRICS, 0.003),
        settings={"algorithm.inner_lr": 1e-05},
        difference=Difference(-0.0123, 0.0045, -5.3, 1.2e-7),
    ),
    line("third", difference=Difference(0.001, 0.0045, 0.4, 0.6892)),
)
RESULTS = [
    ["Run", "Accuracy", "sd", "Seeds", "Difference", "p", "Precision", "Recall", "F1", "ECE"],
    ["maml", "98.71 % ± 0.42", NOTHING, "1", NOTHING, NOTHING, *["98.71 % ± 0.42"] * 4],
    ["proto", "98.71 % ± 0.42", "0.3 %", "2", "−1.23 ± 0.45 points", "< 0.001", *["98.71 % ± 0.42"] * 4],
    ["third", "98.71 % ± 0.42", NOTHING, "1", "+0.10 ± 0.45 points", "0.689", *["98.71 % ± 0.42"] * 4],
    ["chance", "20.0 %", *[NOTHING] * 8],
]
SETTINGS = [
    ["Setting", "path", "maml", "proto", "third"],
    ["Inner learning rate", "algorithm.inner_lr", "0.4", "1e-05", "0.4"],
    ["Clip gradient", "outer.clip_gradient", "not clipped", NOTHING, "not clipped"],
    ["First order", "algorithm.first_order", "on", NOTHING, "on"],
]


def markdown_tables(text):
    """The tables of a Markdown text as rows of cells, the rules below headers checked and left out."""
    tables = [[]]
    for row in text.splitlines():
        if row.startswith("|"):
            cells = re.split(r"(?<!\\)\|", row)[1:-1]
            tables[-1].append([re.sub(r"\\(.)", r"\1", cell.strip()) for cell in cells])
        elif tables[-1]:
            tables.append([])
    for table in tables[:-1]:
        assert set(table.pop(1)) == {"---"}
        assert len({len(row) for row in table}) == 1
    return tables[:-1]


PLAIN = {r"\%": "%", r"$\pm$": "±", r"\_": "_", r"\textless{}": "<", "--": NOTHING, "$-$": "−", r"\&": "&"}


def latex_tables(text):
    tables = []
    for kinds, body in re.findall(r"\\begin\{tabular\}\{(\w+)\}(.*?)\\end\{tabular\}", text, re.S):
        rows = [row.strip() for row in body.strip().splitlines()]
        assert (rows[0], rows[2], rows[-1]) == (r"\toprule", r"\midrule", r"\bottomrule")
        read = []
        for row in [rows[1], *rows[3:-1]]:
            assert row.endswith(r" \\")
            cells = re.split(r" (?<!\\)& ", row.removesuffix(r" \\"))
            for written, meant in PLAIN.items():
                cells = [cell.replace(written, meant) for cell in cells]
            assert len(cells) == len(kinds)
            read.append(cells)
        tables.append(read)
    return tables


def test_markdown_is_read_back():
    written = as_markdown(MADE)
    assert markdown_tables(written) == [RESULTS, SETTINGS]
    assert "- ±: half of it." in written


def test_latex_is_read_back():
    written = as_latex(MADE)
    assert latex_tables(written) == [RESULTS, SETTINGS]
    comments = [row for row in written.splitlines() if row.startswith("%")]
    assert r"% needs \usepackage{booktabs}" in comments
    assert "% 100 % sure" in comments


def test_csv_is_read_back_with_all_its_digits():
    maml, proto, _, chance = csv.DictReader(io.StringIO(as_csv(MADE)))
    assert (maml["name"], maml["runs"], maml["seeds"], maml["iterations"]) == ("maml", "run-1", "0", "500")
    assert (float(maml["accuracy"]), float(maml["ece_ci95"]), maml["accuracy_sd"]) == (0.9871, 0.0042, "")
    assert (maml["algorithm.inner_lr"], maml["algorithm.first_order"], maml["difference"]) == ("0.4", "True", "")
    assert (proto["runs"], proto["seeds"], float(proto["accuracy_sd"])) == ("run-2 run-3", "0 1", 0.003)
    assert (float(proto["difference"]), float(proto["p"]), float(proto["t"])) == (-0.0123, 1.2e-7, -5.3)
    assert (proto["reference"], proto["tasks_split"], proto["tasks_seed"]) == ("maml", "test", "0")
    assert (chance["name"], chance["accuracy"], chance["f1"], chance["runs"]) == ("chance", "0.2", "", "")


def test_the_terminal_shows_the_same_with_the_other_metrics_below():
    console = Console(width=200, record=True, file=io.StringIO())
    for table in as_text(MADE):
        console.print(table)
    shown = [re.split(r"\s{2,}", row.strip()) for row in console.export_text().splitlines()]
    others = [[row[0], *row[6:]] for row in RESULTS[:-1]]  # chance has no figure there
    assert shown == [*(row[:6] for row in RESULTS), *others, *SETTINGS]


def test_one_line_alone_is_held_against_nothing():
    (results,) = markdown_tables(as_markdown(comparison(line(), settings=[])))
    assert results[0] == ["Run", "Accuracy", "Precision", "Recall", "F1", "ECE"]
    assert [row[0] for row in results[1:]] == ["maml", "chance"]


def test_an_error_is_no_percentage_and_what_is_not_finite_is_a_dash():
    lost = Difference(float("nan"), float("nan"), None, float("nan"))
    of = {"mse": Interval(0.3512, 0.0204)}
    made = comparison(
        line(metrics=of), line("b", metrics=of, difference=lost), metric="mse", yardsticks=[], settings=[]
    )
    (results,) = markdown_tables(as_markdown(made))
    assert results == [
        ["Run", "MSE", "Difference", "p"],
        ["maml", "0.351 ± 0.020", NOTHING, NOTHING],
        ["b", "0.351 ± 0.020", NOTHING, NOTHING],
    ]


def test_a_difference_of_errors_has_a_sign_and_no_points():
    of = {"mse": Interval(0.3512, 0.0204)}
    worse = line("b", metrics=of, difference=Difference(0.0123, 0.0047, 5.3, 0.01))
    (results,) = markdown_tables(as_markdown(comparison(line(metrics=of), worse, yardsticks=[], settings=[])))
    assert results[2] == ["b", "0.351 ± 0.020", "+0.0123 ± 0.0047", "0.010"]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1).filter(str.strip))
def test_any_name_stays_one_cell(name):
    other = line("other", difference=Difference(-0.1, 0.1, -1.0, 0.3), settings={})
    made = comparison(line(name, settings={}), other, settings=[])
    (results,) = markdown_tables(as_markdown(made))
    assert results[1][0] == " ".join(name.split())
    assert len(re.findall(r"(?<!\\)&", as_latex(made))) == 4 * 7  # four rows of eight cells
    assert next(csv.DictReader(io.StringIO(as_csv(made), newline="")))["name"] == name


@pytest.mark.parametrize("sign", list("&%$#_{}~^\\<>"))
def test_signs_that_mean_something_to_latex_are_written_out(sign):
    (row,) = [row for row in as_latex(comparison(line(f"a{sign}b"), settings=[])).splitlines() if row.startswith("a")]
    assert row.startswith("a\\")
    assert row.split(" & ")[0].endswith("b")
