"""The confusion view: figures, matrix, tables and calibration from plain counts; what it asks and what it says."""

import csv
import io

import numpy as np
import pytest
from asking import label
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from core.figures import difference as as_in_the_terminal
from core.runs.confusion import Confusion, ConfusionQuestion, Confusions
from workbench import theme as themes
from workbench.numbers import difference, percent
from workbench.views.confusion import ConfusionView
from workbench.views.run_box import RunChoice

METRICS = {  # of two tasks
    "test": {
        "accuracy": [0.8, 0.7],
        "precision": [0.9, 0.8],
        "recall": [0.8, 0.7],
        "f1": [0.8, 0.75],
        "ece": [0.2, 0.3],
    },
    "train": {"accuracy": [0.9, 1.0], "precision": [1, 1], "recall": [1, 1], "f1": [1, 1], "ece": [0.1, 0.1]},
}
RUN = RunChoice("run-1", "omniglot", "#2e59ae")
OTHER = RunChoice("run-2", "glyphs", "#ac2600")


def counted(split, counts):
    queries = sum(counts.values())
    right = sum(number for (true, guess), number in counts.items() if true == guess)
    bins = [np.zeros(15, kind) for kind in (float, int, int)]
    for place, (of, hits) in enumerate(((queries - right, 0), (right, right))):
        at = 7 + 7 * place
        bins[0][at], bins[1][at], bins[2][at] = of * (at + 0.5) / 15, hits, of
    return Confusion(split, 10, counts, METRICS[split], *bins)


def found(run="run-1", iteration=500):
    unseen = {("a", "a"): 6, ("a", "b"): 4, ("b", "b"): 9, ("b", "c"): 1, ("c", "c"): 10}
    return Confusions(
        run,
        iteration,
        True,
        ("best", iteration),
        counted("test", unseen),
        counted("train", {("d", "d"): 9, ("d", "e"): 1, ("e", "e"): 10}),
    )


OFFERED = ([RUN], RUN.key)  # to the view, by the fixture `asked`


@pytest.fixture
def view(on_screen):
    return on_screen(ConfusionView(), 900, 460)


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
    assert view.answer is None
    view.hide()
    view.tasks_box.setCurrentIndex(0)
    assert len(asked) == 3
    view.show()
    assert asked[-1].tasks == 100


def test_the_headline_has_means_over_tasks_and_names_what_is_pooled(view, asked):
    view.show_answer(asked[-1], found())
    assert (label(view, "header.title"), label(view, "header.place")) == ("omniglot", "100 validation tasks")
    first, second = label(view, "figures").split("\n")
    half = 1.96 * 0.05  # of two values 0.1 apart, s / √2 is 0.05
    assert first.startswith(f"Accuracy {percent(0.75)} ± {100 * half:.1f}, of seen classes {percent(0.95)} ±")
    assert first.endswith(f"gap (seen − unseen) +20 ± {100 * half * 2**0.5:.0f} points")
    assert f"Precision {percent(0.85)} ± 9.8" in second
    pooled = 5 * 7.5 / 15 + 25 * (1 - 14.5 / 15)  # what `counted` puts into its two bins
    assert second.endswith(f"calibration error (ECE) {percent(0.25)} ± 9.8 (pooled {percent(pooled / 30)})")
    assert "over the tasks" in view.findChild(QLabel, "confusion.figures").toolTip()


@pytest.mark.parametrize(
    ("metric", "value", "half"),
    [("accuracy", -0.0067, 0.0673), ("accuracy", 0.3024, 0.004), ("ece", 0.0, 0.01), ("mse", -0.3512, 0.02)],
)
def test_a_difference_is_written_as_in_the_terminal(metric, value, half):
    assert difference(metric, value, half) == as_in_the_terminal(metric, value, half)


def test_the_tables_are_sorted_by_number_and_not_by_text(view, asked):
    view.show_answer(asked[-1], found())
    assert column(view.classes, 0)[0] == "a"  # the worst F1 first
    assert [view.classes.horizontalHeaderItem(at).text() for at in (1, 2)] == ["Precision", "Recall"]
    view.classes.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    view.classes.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert column(view.classes, 0) == ["c", "b", "a"]
    assert column(view.pairs, 2) == ["4", "1"]
    assert [column(view.pairs, place)[0] for place in (0, 1)] == ["a", "b"]


def test_no_figure_is_cut(view, asked, qapp, plain_look):
    themes.apply(qapp, themes.LIGHT)
    view.show_answer(asked[-1], found())
    classes = view.classes
    assert "100.0\u202f%" in column(classes, 2)
    room = 4  # fonts of other systems are wider
    assert all(classes.sizeHintForColumn(at) + room <= classes.columnWidth(at) for at in (1, 2, 3, 4))


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
    cancel = view.findChild(QAbstractButton, "confusion.message_cancel")
    with qtbot.waitSignal(view.given_up):
        qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert label(view, "message_title") == "Not measured"
    assert not cancel.isVisible()
    view.refresh(newer=True)
    assert len(asked) == 1  # it was given up


def test_cancelling_brings_back_the_controls_of_what_is_shown(view, asked, qtbot):
    view.set_runs([RUN, OTHER], RUN.key)
    view.show_answer(asked[-1], found())
    view.tasks_box.setCurrentIndex(2)
    view.split_box.setCurrentIndex(1)
    view.run_box.setCurrentIndex(1)
    assert asked[-1] == ConfusionQuestion("run-2", "test", 2000)
    cancel = view.findChild(QAbstractButton, "confusion.header.cancel")
    qtbot.waitUntil(cancel.isVisible)
    assert view._veil.isVisible()
    assert label(view, "header.title") == "omniglot"
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    boxes = (view.run_box, view.split_box, view.tasks_box)
    assert [box.currentData() for box in boxes] == ["run-1", "validation", 100]
    assert not view._veil.isVisible()
    assert len(asked) == 4  # and nothing is asked again


def test_a_newer_checkpoint_is_offered_and_not_measured_by_itself(view, asked, qtbot):
    view.show_problem("Nothing learnt yet", "no checkpoint", "It appears here by itself.")
    view.refresh(newer=False)
    assert len(asked) == 2
    view.show_answer(asked[-1], found())
    again = view.findChild(QAbstractButton, "confusion.header.again")
    view.refresh(newer=False)
    assert not again.isVisible()
    view.refresh(newer=True)
    assert len(asked) == 2
    assert label(view, "header.old") == "a newer checkpoint is there"
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert asked[-1] == asked[0]
    view.show_answer(asked[-1], found(iteration=600))
    assert not again.isVisible()
    assert "iteration 600" in label(view, "header.source")


def test_the_figures_of_a_run_that_is_no_longer_offered_go(view, asked):
    view.show_answer(asked[-1], found())
    view.set_runs([OTHER], OTHER.key)
    assert view.answer is None
    assert asked[-1].run == "run-2"


def test_the_matrix_says_what_its_axes_and_colours_are(view, asked):
    view.show_answer(asked[-1], found())
    image = view.matrix.grab().toImage()
    last = view.matrix._rect(len(view.matrix.names) - 1, 0)
    paper = image.pixelColor(image.width() - 2, image.height() - 2)
    below = [image.pixelColor(x, last.bottom() + 11) for x in range(last.x() + 26, last.x() + 110)]
    assert len({color.name() for color in below}) > 40  # a scale of shades
    assert any(image.pixelColor(x, 14) != paper for x in range(last.x(), last.x() + 80))  # words above the columns


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
