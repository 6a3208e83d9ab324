"""The confusion view: figures, matrix, tables and calibration from plain counts; what it asks and what it says."""

import csv
import io

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from core.runs.confusion import Confusion, ConfusionQuestion, Confusions
from workbench import theme as themes
from workbench.views.confusion import ConfusionView
from workbench.views.episodes import RunChoice
from workbench.views.numbers import percent

RUN = RunChoice("run-1", "omniglot", "#2e59ae")


def counted(split, counts):
    names = {name for pair in counts for name in pair}
    queries = sum(counts.values())
    right = sum(number for (true, guess), number in counts.items() if true == guess)
    bins = [np.zeros(15, kind) for kind in (float, int, int)]
    for place, (of, hits) in enumerate(((queries - right, 0), (right, right))):
        at = 7 + 7 * place
        bins[0][at], bins[1][at], bins[2][at] = of * (at + 0.5) / 15, hits, of
    return Confusion(split, 10, counts, dict.fromkeys(names, queries), *bins)


def found(run="run-1"):
    unseen = {("a", "a"): 6, ("a", "b"): 4, ("b", "b"): 9, ("b", "c"): 1, ("c", "c"): 10}
    return Confusions(
        run, 500, True, counted("test", unseen), counted("train", {("d", "d"): 9, ("d", "e"): 1, ("e", "e"): 10})
    )


@pytest.fixture
def view(qtbot):
    made = ConfusionView()
    qtbot.addWidget(made)
    made.resize(900, 460)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def asked(view):
    questions = []
    view.asked.connect(questions.append)
    view.set_runs([RUN], RUN.key)
    return questions


def label(view, name):
    return view.findChild(QLabel, f"confusion.{name}").text()


def column(table, place):
    return [table.item(row, place).text() for row in range(table.rowCount())]


def test_without_a_run_it_invites(view):
    assert "Press Start" in label(view, "message_line")
    assert not view.split_box.isEnabled()
    assert not view._tools.export_button.isEnabled()


def test_it_asks_by_itself_and_again_for_other_tasks(view, asked):
    assert asked == [ConfusionQuestion("run-1", "validation", 100)]
    view.split_box.setCurrentIndex(1)
    view.tasks_box.setCurrentIndex(1)
    assert asked[-1] == ConfusionQuestion("run-1", "test", 500)
    view.show_answer(asked[0], found())  # an old question
    assert view._answer is None
    view.hide()
    view.tasks_box.setCurrentIndex(0)
    assert len(asked) == 3
    view.show()
    assert asked[-1].tasks == 100


def test_figures_and_gap(view, asked):
    view.show_answer(asked[-1], found())
    expected = f"Accuracy {percent(25 / 30)} (seen classes {percent(0.95)}, gap {percent(0.95 - 25 / 30)})"
    assert label(view, "header.score") == expected
    precision = (6 / 6 + 9 / 13 + 10 / 11) / 3
    assert label(view, "figures").startswith(f"Precision {percent(precision)}, recall {percent(25 / 30)}")
    assert f"(ECE) {percent(view._answer.unseen.ece)}" in label(view, "figures")


def test_the_tables_are_sorted_by_number_and_not_by_text(view, asked):
    view.show_answer(asked[-1], found())
    assert column(view.classes, 0)[0] == "a"  # the worst F1 first
    view.classes.sortByColumn(5, Qt.SortOrder.DescendingOrder)
    view.classes.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert column(view.classes, 0) == ["c", "b", "a"]
    assert column(view.pairs, 2) == ["4", "1"]
    assert [column(view.pairs, place)[0] for place in (0, 1)] == ["a", "b"]


def test_the_matrix_says_what_is_under_the_pointer(view, asked):
    view.show_answer(asked[-1], found())
    matrix = view.matrix
    assert matrix.names == ["a", "b", "c"]
    at = matrix._rect(0, 1).center()
    assert matrix.words_at(at.x(), at.y()) == f"a taken for b: 4 of 10 queries ({percent(0.4)})"
    at = matrix._rect(2, 2).center()
    assert "c rightly recognised: 10 of 10" in matrix.words_at(at.x(), at.y())
    assert matrix.words_at(0, 0) == ""
    image = matrix.grab().toImage()
    blank, wrong = (image.pixelColor(matrix._rect(*cell).topLeft()).name() for cell in ((2, 0), (0, 1)))
    assert blank == themes.current().hover
    assert wrong != blank


def test_calibration_is_accuracy_against_confidence(view, asked):
    view.show_answer(asked[-1], found())
    view.picture_box.setCurrentIndex(1)
    assert view.reliability.isVisible()
    curve = next(curve for curve in view.reliability.curves if curve.name == "accuracy")
    assert curve.x.tolist() == pytest.approx([7.5 / 15, 14.5 / 15])
    assert curve.y.tolist() == [0, 1]


def test_work_is_told_and_can_be_left(view, asked, qtbot):
    qtbot.waitUntil(lambda: not view._busy.isActive())
    view.show_progress("Measuring test classes", 40, 100)
    assert label(view, "message_title") == "Measuring test classes"
    assert label(view, "message_line") == "40 of 100"
    with qtbot.waitSignal(view.given_up):
        view.header.cancelled.emit()
    assert label(view, "message_title") == "Not measured"


def test_a_problem_is_said(view, asked):
    view.show_problem("Nothing to confuse", "Sinusoid has no classes", "Look at Episodes.")
    assert label(view, "message_title") == "Nothing to confuse"
    assert not view._tools.export_button.isEnabled()


def test_the_csv_holds_classes_pairs_and_bins(view, asked):
    view.show_answer(asked[-1], found())
    rows = list(csv.DictReader(io.StringIO("".join(view._csv()))))
    first = next(row for row in rows if row["row"] == "class" and row["class"] == "a")
    assert (first["split"], first["queries"], float(first["recall"])) == ("test", "10", 0.6)
    assert sum(row["row"] == "pair" for row in rows) == 3
    assert sum(row["row"] == "bin" for row in rows) == 4
