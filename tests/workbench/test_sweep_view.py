"""The view of a sweep, from plain data: table, parallel coordinates, response curve, and what is asked of others."""

import csv
import io
import statistics

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from core.experiment import Experiment
from core.runs.sweeps import Member, sweep_table
from workbench.views.parallel import ParallelCoordinates, ParallelLine
from workbench.views.response import response
from workbench.views.scale import Scale, scale_of
from workbench.views.sweep import SweepView

OMNIGLOT = Experiment().with_value("dataset.kind", "omniglot").with_value("learner.kind", "conv4")


def member(run, value, status="finished", **settings):
    experiment = OMNIGLOT
    for path, chosen in settings.items():
        experiment = experiment.with_value(path.replace("__", "."), chosen)
    found = None if value is None else {"metric": "accuracy", "value": value, "ci95": 0.01}
    return Member(run, experiment, status, {"validation": found, "test": None})


def table(name="night"):
    """Two optimizers by three step sizes, one with two seeds, one failed."""
    members = [
        member("a", 0.90, outer__optimizer="adam", outer__lr=0.001, seed=0),
        member("a2", 0.80, outer__optimizer="adam", outer__lr=0.001, seed=1),
        member("b", 0.97, outer__optimizer="adam", outer__lr=0.01),
        member("c", 0.50, outer__optimizer="sgd", outer__lr=0.001),
        member("d", 0.60, outer__optimizer="sgd", outer__lr=0.01),
        member("e", None, "failed", outer__optimizer="sgd", outer__lr=0.1),
    ]
    return sweep_table(name, members)


@pytest.fixture
def view(on_screen):
    return on_screen(SweepView(), 760, 420)


@pytest.fixture
def filled(view):
    view.show_sweeps(["night", "older"], "night")
    view.show_table(table())
    return view


def look_at(view, page):
    view.page_box.setCurrentIndex(view.page_box.findData(page))


def cells(view):
    shown = view.table
    columns = range(shown.columnCount())
    head = [shown.horizontalHeaderItem(column).text() for column in columns]
    return [head, *([shown.item(row, column).text() for column in columns] for row in range(shown.rowCount()))]


def label(view, name):
    return view.findChild(QLabel, f"sweep.{name}").text()


# -- the view -------------------------------------------------------------------------------------------------------


def test_without_a_sweep_it_says_how_to_begin_one(view, qtbot):
    assert label(view, "message_title") == "No sweep yet"
    assert "Vary Settings" in label(view, "message_line")
    assert not view.sweep_box.isEnabled()
    assert not view._tools.export_button.isEnabled()
    with qtbot.waitSignal(view.vary_asked):
        view.findChild(type(view.show_runs), "sweep.vary").click()


def test_another_sweep_is_read_before_it_is_shown(filled, qtbot):
    with qtbot.waitSignal(filled.chosen) as told:
        filled.sweep_box.setCurrentIndex(1)
    assert told.args == ["older"]
    filled.show_sweeps(["night", "older"], "older")
    assert label(filled, "message_title") == "Reading the runs of this sweep"
    filled.show_table(table("older"))
    assert filled.table.isVisible()


def test_the_table_has_the_best_first_and_what_has_no_result_last(filled):
    assert cells(filled) == [
        ["Optimizer", "Outer learning rate", "Validation", "Test", "Status"],
        ["adam", "0.01", "97.0\u202f% ± 1.0", "–", "finished"],
        ["adam", "0.001", "85.0\u202f% (sd 7.1\u202f%, 2 seeds)", "–", "2 finished"],
        ["sgd", "0.01", "60.0\u202f% ± 1.0", "–", "finished"],
        ["sgd", "0.001", "50.0\u202f% ± 1.0", "–", "finished"],
        ["sgd", "0.1", "–", "–", "failed"],
    ]
    assert label(filled, "count") == "5 finished, 1 failed"
    filled.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [row[1] for row in cells(filled)[1:]] == ["0.001", "0.001", "0.01", "0.01", "0.1"]


def test_selected_lines_are_shown_everywhere_and_stay_selected(filled, qtbot):
    filled.table.selectRow(1)
    assert label(filled, "count").startswith("1 of 5 kept")
    filled.show_table(table())  # newer data
    with qtbot.waitSignal(filled.runs_asked) as told:
        filled.show_runs.click()
    assert told.args == [("a", "a2")]


def test_seeds_alone_make_a_table_and_no_axes(view):
    view.show_sweeps(["seeds"], "seeds")
    view.show_table(sweep_table("seeds", [member("a", 0.9, seed=1), member("b", 0.8, seed=2)]))
    assert cells(view)[1] == ["85.0\u202f% (sd 7.1\u202f%, 2 seeds)", "–", "2 finished"]
    look_at(view, "parallel")
    assert label(view, "message_title") == "Nothing varies yet"


def test_the_data_are_copied_whole(filled):
    menu = filled._tools.export_button.menu()
    next(action for action in menu.actions() if action.objectName() == "sweep.copy_data").trigger()
    rows = list(csv.DictReader(io.StringIO(QGuiApplication.clipboard().text())))
    assert [row["outer.lr"] for row in rows] == ["0.001", "0.01", "0.001", "0.01", "0.1"]
    assert float(rows[0]["validation_mean"]) == pytest.approx(0.85)
    assert float(rows[0]["validation_sd"]) == pytest.approx(statistics.stdev([0.9, 0.8]))
    assert (rows[1]["validation_ci95"], rows[4]["validation_mean"], rows[4]["status"]) == ("0.01", "", "failed")


# -- parallel coordinates -------------------------------------------------------------------------------------------


@pytest.fixture
def parallel(qtbot):
    made = ParallelCoordinates()
    qtbot.addWidget(made)
    made.resize(500, 300)
    scales = [Scale(title, 0.0, 1.0, (0.0, 1.0)) for title in ("one", "two", "result")]
    places = [(0.0, 0.0, 0.0), (0.5, 0.2, 0.8), (1.0, None, 0.9), (1.0, 0.7, None)]
    lines = [ParallelLine(line, line[-1], f"line {number}") for number, line in enumerate(places)]
    made.show()
    made.show_lines(scales, lines)
    return made


def drag(widget, axis, begin, end):
    at = [widget.point(axis, place).toPoint() for place in (begin, end)]
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=at[0])
    QTest.mouseMove(widget, at[1])
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=at[1])


def test_dragging_keeps_the_lines_that_pass_and_a_click_lets_all_go(parallel, qtbot):
    assert parallel.kept == [0, 1, 2, 3]
    with qtbot.waitSignal(parallel.brushed):
        drag(parallel, 2, 0.7, 1.0)
    assert parallel.kept == [1, 2]
    drag(parallel, 1, 0.5, 0.1)  # upwards or downwards; a line without a value there does not pass
    assert parallel.kept == [1]
    drag(parallel, 1, 0.3, 0.3)
    assert parallel.kept == [1, 2]
    assert "2 of 4 lines kept" in parallel.accessibleDescription()
    QTest.mouseClick(parallel, Qt.MouseButton.LeftButton, pos=QPoint(int(parallel._x(0)) + 60, 100))  # between axes
    assert parallel.kept == [1, 2]


def test_ranges_can_be_had_with_the_keyboard(parallel):
    QTest.keyClick(parallel, Qt.Key.Key_Up)  # on the result, where it begins
    assert parallel.kept == [1, 2]
    for _ in range(7):
        QTest.keyClick(parallel, Qt.Key.Key_Down)
    assert parallel.kept == [0]
    QTest.keyClick(parallel, Qt.Key.Key_Delete)
    assert parallel.kept == [0, 1, 2, 3]
    for _ in range(2):
        QTest.keyClick(parallel, Qt.Key.Key_Left)
    QTest.keyClick(parallel, Qt.Key.Key_Up)
    assert parallel.kept == [2, 3]


def test_the_nearest_line_is_named(parallel):
    middle = (parallel.point(0, 0.5) + parallel.point(1, 0.2)) / 2
    assert parallel.words_at(middle) == "line 1"
    assert parallel.words_at(parallel.point(0, 0.8)) == ""


def test_the_lines_of_a_sweep_lie_where_their_values_say(filled):
    look_at(filled, "parallel")
    lines = filled.parallel._lines
    assert [axis.title for axis in filled.parallel._axes] == ["Optimizer", "Outer learning rate", "Validation Accuracy"]
    assert lines[0].places == pytest.approx((0.0, 0.0, (0.85 - 0.5) / 0.47))  # of 50 to 97 %
    assert lines[1].places == pytest.approx((0.0, 0.5, 1.0))  # 0.01 is in the middle of 0.001 and 0.1
    assert lines[4].places == (1.0, 1.0, None)
    assert "Optimizer: sgd" in lines[4].words
    filled.parallel.set_range(2, 0.7, 1.0)
    assert label(filled, "count").startswith("2 of 5 kept")
    filled.show_table(table())  # newer data leave the range where it is
    assert filled.parallel.kept == [0, 1]


# -- the response curve ---------------------------------------------------------------------------------------------


def test_the_response_is_the_mean_over_the_other_settings():
    found = table()
    field = found.fields[1]
    x, dots, means = response(found, field, "validation")
    assert x == pytest.approx([-3.0, -2.0])  # powers of ten
    assert means == pytest.approx([(0.85 + 0.5) / 2, (0.97 + 0.6) / 2])
    assert dots == [(-3.0, 0.5), (-3.0, 0.8), (-3.0, 0.9), (-2.0, 0.6), (-2.0, 0.97)]
    assert response(found, field, "test") == ([], [], [])
    x, _, means = response(found, found.fields[0], "validation")
    assert (x, means) == ([0.0, 1.0], pytest.approx([(0.85 + 0.97) / 2, 0.55]))


def test_the_curve_follows_the_chosen_setting(filled):
    look_at(filled, "response")
    assert filled.field_box.isVisible()
    _, mean = filled.response.plot.curves
    assert list(mean.x) == [0.0, 1.0]
    filled.field_box.setCurrentIndex(1)
    _, mean = filled.response.plot.curves
    assert list(mean.x) == pytest.approx([-3.0, -2.0])
    assert filled.response.plot.readings(-2.0)[0][2] == "78.5\u202f%"


# -- scales ---------------------------------------------------------------------------------------------------------


def test_scales_of_numbers_names_and_nothing():
    found = {field.path: field for field in table().fields}
    rates = scale_of(found["outer.lr"], [0.1, 0.001, 0.001])
    assert (rates.log, rates.share(0.01), rates.in_words(0.001)) == (True, pytest.approx(0.5), "0.001")
    names = scale_of(found["outer.optimizer"], ["sgd", "adam"])
    assert names.ticks() == [(0.0, "adam"), (1.0, "sgd")]  # in the order of the schema
    from core.schema import fields_of

    clip = next(field for field in fields_of(OMNIGLOT) if field.path == "outer.clip_gradient")
    optional = scale_of(clip, [10.0, None, 1.0])
    assert [name for _, name in optional.ticks()] == ["not clipped", "1", "10"]
    alone = scale_of(found["outer.lr"], [0.01])
    assert alone.share(0.01) == 0.5


def test_many_values_have_round_ticks_at_their_places():
    from workbench.views.scale import scale_of_results

    found = scale_of_results("MSE", "mse", [0.1 * number + 0.013 for number in range(20)])
    assert [text for _, text in found.ticks()] == ["0.500", "1.00", "1.50"]
    assert [at for at, _ in found.ticks()] == pytest.approx([0.5, 1.0, 1.5])
    field = table().fields[1]
    spread = scale_of(field, [0.0004 * 1.7**number for number in range(12)])
    assert [text for _, text in spread.ticks()] == ["0.001", "0.01", "0.1"]
