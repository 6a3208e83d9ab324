"""The compare view: tables and notes from a plain comparison, what it asks, what it says, and what is copied."""

import csv
import io

import pytest
from asking import label
from PySide6.QtGui import QGuiApplication

from core.cli_tables import as_csv, as_latex, as_markdown
from core.runs.comparison import Comparison, Line, Yardstick
from core.runs.differing import DifferingSetting
from core.runs.metrics import Metrics
from core.runs.statistics import Difference, Interval
from workbench.views.adapted import AdaptedRun
from workbench.views.compare import CompareQuestion, CompareView
from workbench.views.legend import Chips
from workbench.views.run_box import RunChoice
from workbench.views.run_curves import RunCurves

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
        ["maml", "98.71 % ± 0.42", "–", "1", "–", "–", "5.0 % ± 1.0"],
        ["proto", "97.48 % ± 0.42", "0.3 %", "2", "−1.23 ± 0.45 points", "< 0.001", "5.0 % ± 1.0"],
        ["chance", "20.0 %", "–", "–", "–", "–", "–"],
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
    assert label(view, "differing") == "Their settings are the same"


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


# -- pictures -------------------------------------------------------------------------------------------------------


def course(key, label, color, after, ways=5, **asked):
    """A run that was measured at iterations 10, 20, …; the meta-loss is 1 all along."""
    metrics = Metrics("accuracy")
    for iteration in range(1, 10 * len(after) + 1):
        facts = {"iteration": iteration, "tasks": iteration, "seconds": iteration, "loss": 1.0, "accuracy": 0.5}
        metrics.extend([{"event": "iteration", **facts}])
    for place, value in enumerate(after, start=1):
        facts = {"split": "validation", "iteration": 10 * place, "metric": "accuracy", "before": 0.2, "after": value}
        metrics.extend([{"event": "evaluation", **facts, "ci95": 0.01, "loss": 0.5, "seconds": 1.0, "best": True}])
    settings = {"dataset.ways": ways, **asked}
    return RunCurves(key, label, color, metrics, settings)


@pytest.fixture
def drawn(view, asked):
    slow, quick = {"algorithm.inner_lr": 0.1}, {"algorithm.inner_lr": 0.4}
    curves = [
        course("run-1", "glyphs-5w1s-maml", "#2e59ae", [0.5, 0.7], **quick),
        course("run-2", "glyphs-5w1s-anil", "#ac2600", [0.3, 0.4, 0.6], **slow),
        course("run-3", "glyphs-5w1s-boil", "#17814b", [0.2, 0.9], **slow),
    ]
    steps = {"iteration": 30, "metric": "accuracy", "mean": [0.2, 0.6], "ci95": [0.01, 0.02]}
    view.set_curves(curves, [AdaptedRun("run-1", "glyphs-5w1s-maml", "#2e59ae", steps)])
    return curves


def look(view, page, what="score", by=None):
    for box, data in ((view.page_box, page), (view.what_box, what)):
        box.setCurrentIndex(box.findData(data))
    if by is not None:
        fields = [view.by_box.itemData(place) for place in range(view.by_box.count())]
        view.by_box.setCurrentIndex([each and each.path for each in fields].index(by))


def test_the_overlay_has_each_run_in_its_colour_with_its_band(view, drawn):
    look(view, "overlay")
    curves = view.overlay.plot.curves
    assert [(curve.name, curve.style.color) for curve in curves] == [(run.label, run.color) for run in drawn]
    assert curves[1].x.tolist() == [10, 20, 30]
    assert curves[1].y.tolist() == [0.3, 0.4, 0.6]
    assert curves[1].low == pytest.approx([0.29, 0.39, 0.59])
    assert curves[1].high == pytest.approx([0.31, 0.41, 0.61])
    assert view.findChild(Chips, "compare.overlay.runs").accessibleName() == "Runs: maml, anil, boil"
    look(view, "overlay", "loss")
    assert [curve.y[-1] for curve in view.overlay.plot.curves] == pytest.approx([1, 1, 1])


def test_chance_is_a_line_for_each_number_of_classes(view, drawn):
    look(view, "overlay")
    view.chance.click()
    (line, *_) = view.overlay.plot.curves
    assert (line.name, line.y.tolist()) == ("chance", [0.2, 0.2])
    view.set_curves([*drawn, course("run-4", "glyphs-20w1s-maml", "#17814b", [0.2], ways=20)], [])
    lines = [curve for curve in view.overlay.plot.curves if curve.name.startswith("chance")]
    assert [(line.name, line.y[0]) for line in lines] == [("chance of 5 ways", 0.2), ("chance of 20 ways", 0.05)]
    look(view, "overlay", "loss")
    assert not any("chance" in curve.name for curve in view.overlay.plot.curves)


def test_buttons_without_words_have_their_icons_from_the_start(view):
    for button in (view.again, view.chance, view.yardsticks):
        assert not button.icon().isNull()


def test_small_multiples_share_their_axes(view, drawn):
    look(view, "multiples")
    plots = view.multiples.plots
    assert [plot.title for plot in plots] == ["maml", "anil", "boil"]
    assert [len(plot.curves) for plot in plots] == [1, 1, 1]
    ranges = [plot.box.viewRange() for plot in plots]
    for other in ranges[1:]:
        for axis in (0, 1):
            assert other[axis] == pytest.approx(ranges[0][axis])
    (left, right), (bottom, top) = ranges[0]
    assert (left < 10, right > 30, bottom < 0.2, top > 0.9) == (True, True, True, True)


def test_small_multiples_by_the_value_of_a_setting(view, drawn):
    look(view, "multiples", by="algorithm.inner_lr")
    found = {plot.title: [curve.name for curve in plot.curves] for plot in view.multiples.plots}
    assert found == {
        "Inner learning rate: 0.1": ["glyphs-5w1s-anil", "glyphs-5w1s-boil"],
        "Inner learning rate: 0.4": ["glyphs-5w1s-maml"],
    }
    view.set_curves(drawn[:1], [])  # one run differs in nothing
    assert [view.by_box.itemText(place) for place in range(view.by_box.count())] == ["By run"]
    assert [plot.title for plot in view.multiples.plots] == ["glyphs-5w1s-maml"]


def test_adaptation_is_of_the_runs_that_measured_it(view, drawn):
    look(view, "multiples", "steps")
    (plot,) = view.multiples.plots
    assert (plot.curves[0].x.tolist(), plot.curves[0].y.tolist()) == ([0, 1], [0.2, 0.6])


def test_pictures_need_no_measurement_and_the_table_is_measured_when_it_is_looked_at(view, asked, drawn):
    look(view, "overlay")
    view.set_runs(RUNS[:2], None)
    assert len(asked) == 1
    assert view._tools.export_button.isEnabled()
    look(view, "table")
    assert asked[-1].runs == ("run-1", "run-2")
    assert asked[-1].labels == ("maml", "proto")


def test_a_picture_is_copied_as_its_points(view, asked, drawn):
    look(view, "multiples")
    menu = view._tools.export_button.menu()
    next(action for action in menu.actions() if action.objectName() == "compare.copy_data").trigger()
    rows = list(csv.DictReader(io.StringIO(QGuiApplication.clipboard().text())))
    assert [(row["plot"], float(row["value"])) for row in rows][:2] == [("maml", 0.5), ("maml", 0.7)]
    assert {row["curve"] for row in rows} == {run.label for run in drawn}
    shown = [action.text() for action in menu.actions() if action.isVisible()]
    assert "Copy as Markdown" not in shown
    look(view, "table")
    assert "Copy as Markdown" in [action.text() for action in menu.actions() if action.isVisible()]


def test_a_run_of_errors_is_said_to_be_left_out_among_accuracies(view, drawn):
    other = RunCurves("run-5", "sinusoid-10-shot-maml", "#17814b", Metrics("mse"), {})
    view.set_curves([*drawn, other], [])
    look(view, "overlay")
    assert "1 of 4 runs left out" in view.overlay.note.text()
    assert len(view.overlay.plot.curves) == 3
