"""The compare view: tables and notes from a plain comparison, what it asks, what it says, and what is copied."""

import csv
import io

import pytest
from asking import label
from PySide6.QtGui import QGuiApplication

from core.cli_tables import as_csv, as_latex, as_markdown
from core.runs.compare import Comparison, DifferingSetting, Line, Yardstick
from core.runs.statistics import Difference, Interval
from workbench.views.compare import CompareQuestion, CompareView
from workbench.views.run_box import RunChoice

RUNS = [RunChoice("run-1", "maml", "#2e59ae"), RunChoice("run-2", "proto", "#ac2600")]
RUNS += [RunChoice("run-3", "proto", "#17814b")]


def line(name, runs, mean, **more):
    metrics = {"accuracy": Interval(mean, 0.0042), "ece": Interval(0.05, 0.01)}
    facts = {"seeds": list(range(len(runs))), "iterations": [500] * len(runs), "settings": {}, "spread": None}
    return Line(name, runs, **(facts | {"metrics": metrics, "transductive": False, "difference": None} | more))


def found(settings=True):
    spread = {"accuracy": 0.003, "ece": 0.001}
    by = Difference(-0.0123, 0.0045, -5.3, 1.2e-7)
    lines = [
        line("maml", ["run-1"], 0.9871, settings={"algorithm.inner_lr": 0.4}),
        line("proto", ["run-2", "run-3"], 0.9748, spread=spread, difference=by),
    ]
    differing = [DifferingSetting("algorithm.inner_lr", "Inner learning rate", "")] if settings else []
    chance = Yardstick("chance", {"accuracy": 0.2}, "1 / 5")
    notes = ["Every line: the same 600 test tasks.", "chance: 1 / 5."]
    return Comparison("glyphs", "5w1s", "accuracy", "test", 600, 0, differing, lines, [chance], "maml", notes)


OFFERED = (RUNS, None)  # to the view, by the fixture `asked`


@pytest.fixture
def view(on_screen):
    return on_screen(CompareView(), 900, 460)


def cells(table):
    columns = range(table.columnCount())
    head = [table.horizontalHeaderItem(column).text() for column in columns]
    return [head, *([table.item(row, column).text() for column in columns] for row in range(table.rowCount()))]


def test_without_runs_it_says_to_select_some(view):
    for runs in ([], RUNS[:1]):
        view.set_runs(runs, None)
        assert "Select two or more" in label(view, "message_line")
        assert not view.split_box.isEnabled()
        assert not view._tools.export_button.isEnabled()


def test_it_asks_by_itself_and_again_for_other_tasks_and_runs(view, asked):
    names = ("run-1", "run-2", "run-3")
    assert asked == [CompareQuestion(names, "test", None)]
    view.split_box.setCurrentIndex(1)
    view.tasks_box.setCurrentIndex(1)
    assert asked[-1] == CompareQuestion(names, "validation", 100)
    view.show_answer(asked[0], found())  # an old question
    assert view._answer is None
    view.set_runs(list(RUNS), None)  # the same
    assert len(asked) == 3
    view.set_runs(RUNS[:2], None)
    assert asked[-1] == CompareQuestion(("run-1", "run-2"), "validation", 100)
    view.show_answer(asked[-1], found())
    view.again.click()
    assert len(asked) == 5


def test_what_is_not_looked_at_is_not_measured(view, asked, qtbot):
    with qtbot.waitSignal(view.given_up):
        view.hide()
    view.tasks_box.setCurrentIndex(1)
    assert len(asked) == 1
    view.show()
    assert asked[-1].tasks == 100


def test_results_differences_chance_and_settings(view, asked):
    view.show_answer(asked[-1], found())
    assert cells(view.results) == [
        ["Run", "Accuracy", "sd", "Seeds", "Difference", "p", "ECE"],
        ["maml", "98.71 % ± 0.42", "–", "1", "–", "–", "5.00 % ± 1.00"],
        ["proto", "97.48 % ± 0.42", "0.30 %", "2", "−1.23 ± 0.45 points", "< 0.001", "5.00 % ± 1.00"],
        ["chance", "20.00 %", "–", "–", "–", "–", "–"],
    ]
    assert cells(view.settings) == [["Setting", "maml", "proto"], ["Inner learning rate", "0.4", "–"]]
    assert label(view, "notes").splitlines() == found().notes
    assert label(view, "header.score") == "The best is maml"
    assert "600 test tasks of glyphs 5w1s" in label(view, "header.title")


def test_each_line_has_the_colour_of_its_first_run(view, asked):
    view.show_answer(asked[-1], found())

    def colors():
        images = [view.results.item(row, 0).icon().pixmap(16, 16).toImage() for row in range(3)]
        return [image.pixelColor(8, 8).name() if image.pixelColor(8, 8).alpha() else "" for image in images]

    assert colors() == ["#2e59ae", "#ac2600", ""]
    view.set_runs([RunChoice(run.key, run.label, "#afd2ff") for run in RUNS], None)  # another theme
    assert colors() == ["#afd2ff", "#afd2ff", ""]


def test_the_same_settings_are_said_to_be_the_same(view, asked):
    view.show_answer(asked[-1], found(settings=False))
    assert not view.settings.isVisible()
    assert view._differing.text() == "Their settings are the same"


def test_no_row_is_cut_off(view, asked, qtbot):
    view.show_answer(asked[-1], found())
    qtbot.wait(1)
    for table in (view.results, view.settings):
        assert table.verticalScrollBar().maximum() == 0
        last = table.visualItemRect(table.item(table.rowCount() - 1, 0))
        assert last.bottom() <= table.viewport().height()


def test_work_is_told_and_can_be_left(view, asked, qtbot):
    qtbot.waitUntil(lambda: not view._busy.isActive())
    view.show_progress("Run 2 of 3: measuring test tasks", 40, 600)
    assert label(view, "message_title") == "Run 2 of 3: measuring test tasks"
    assert label(view, "message_line") == "40 of 600"
    with qtbot.waitSignal(view.given_up):
        view._waiting.cancelled.emit()
    assert label(view, "message_title") == "Not measured"
    view.again.click()
    assert len(asked) == 2


def test_a_problem_is_said(view, asked):
    view.show_problem("These runs cannot be compared", "5 ways and 20 ways", "Select others.", "Traceback")
    assert label(view, "message_title") == "These runs cannot be compared"
    assert not view._tools.export_button.isEnabled()


@pytest.mark.parametrize(("part", "write"), [("markdown", as_markdown), ("latex", as_latex), ("data", as_csv)])
def test_what_is_copied_is_what_the_terminal_writes(view, asked, part, write):
    view.show_answer(asked[-1], found())
    action = next(a for a in view._tools.export_button.menu().actions() if a.objectName() == f"compare.copy_{part}")
    action.trigger()
    assert QGuiApplication.clipboard().text() == write(found())
    if part == "data":
        rows = list(csv.DictReader(io.StringIO(QGuiApplication.clipboard().text())))
        assert [row["name"] for row in rows] == ["maml", "proto", "chance"]
        assert float(rows[1]["p"]) == 1.2e-7
