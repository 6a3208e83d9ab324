"""The embedding view: what it asks, where its points lie and what they say, and what is said when there are none."""

import csv
import dataclasses
import io

import numpy as np
import pytest
from asking import label
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QStyle

from core.runs.embedding import Embedding, EmbeddingQuestion, NoEmbeddingError
from workbench import theme as themes
from workbench.explaining import explained
from workbench.numbers import percent
from workbench.views.embedding import EmbeddingView
from workbench.views.run_box import RunChoice

RUN = RunChoice("run-1", "omniglot", "#2e59ae")
OTHER = RunChoice("run-2", "glyphs", "#ac2600")


def classes_laid_out(run="run-1", steps=3, iteration=500, **facts):
    """Two classes of one task, two examples of each; after every step all lie one further to the right."""
    at = np.array([[0, 0], [0, 2], [1, 0], [1, 2], [0.5, 0], [0.5, 2]], float)
    made = Embedding(
        run=run,
        split="validation",
        iteration=iteration,
        is_best=True,
        stamp=("best", iteration),
        evaluated_steps=min(2, steps),
        tasks=np.full(4, 7),
        is_query=np.array([False, False, True, True]),
        classes=("Greek/alpha", "Greek/beta"),
        of_class=np.array([0, 1, 0, 1]),
        numbers=np.array([0, 1, 2, 3]),
        pictures=np.full((4, 28, 28), 255, np.uint8),
        values=None,
        centre_tasks=np.array([7, 7]),
        centre_classes=np.array([0, 1]),
        are_prototypes=False,
        dimensions=64,
        are_inputs=False,
        stays=False,
        places=np.stack([at + np.array([step, 0]) for step in range(steps + 1)]),
        shares=(0.6, 0.25),
        perplexity=None,
        most_perplexity=26,
    )
    return dataclasses.replace(made, **facts)


def function_laid_out():
    nothing = np.empty(0, np.int64)
    return classes_laid_out(
        classes=(), of_class=nothing, pictures=None, values=np.array([[1.0, 2.0], [3.0, 4.0], [-1.0, 0.5], [0, 0]]),
        centre_tasks=nothing, centre_classes=nothing, places=classes_laid_out().places[:, :4],
    )  # fmt: skip


OFFERED = ([RUN], RUN.key)  # to the view, by the fixture `asked`


@pytest.fixture
def view(on_screen):
    return on_screen(EmbeddingView(), 900, 460)


def hover(view, point):
    at = view.map.place_of(point)
    QTest.mouseMove(view.map, at.toPoint())
    return at


# -- what it asks ----------------------------------------------------------------------------------------------------


def test_without_a_run_it_invites(view):
    assert "Press Start" in label(view, "message_line")
    assert not view.number.isEnabled()
    assert not view._tools.export_button.isEnabled()


def test_it_asks_by_itself_and_again_for_other_tasks(view, asked):
    assert asked == [EmbeddingQuestion("run-1", "validation")]
    view.split_box.setCurrentIndex(2)
    view.number.setValue(4711)
    view.tasks_box.setCurrentIndex(1)
    assert asked[-1] == EmbeddingQuestion("run-1", "test", 4711, 3)
    view.show_answer(asked[0], classes_laid_out())  # an old question
    assert view.answer is None


def test_the_perplexity_that_is_wanted_is_kept_where_few_examples_allow_less(view, asked):
    assert not view.perplexity.isVisible()
    view.method_box.setCurrentIndex(1)
    assert view.perplexity.isVisible()
    assert (asked[-1].method, asked[-1].perplexity) == ("tsne", 30)
    view.show_answer(asked[-1], classes_laid_out(shares=None, perplexity=26))
    assert (view.perplexity.value(), view.perplexity.maximum()) == (26, 26)
    assert "2 to 26" in view.perplexity.toolTip()
    view.tasks_box.setCurrentIndex(2)
    assert asked[-1].perplexity == 30
    view.show_answer(asked[-1], classes_laid_out(shares=None, perplexity=30, most_perplexity=300))
    view.perplexity.setValue(40)
    assert asked[-1].perplexity == 40


def test_a_newer_checkpoint_is_taken_at_once_where_that_is_quick_and_else_offered(view, asked, qtbot):
    view.show_answer(asked[-1], classes_laid_out())
    view.refresh(newer=False)
    assert len(asked) == 1
    view.refresh(newer=True)
    assert asked[-1] == asked[0]
    assert len(asked) == 2
    view.show_answer(asked[-1], classes_laid_out(shares=None, perplexity=9))
    view.refresh(newer=True)
    assert len(asked) == 2
    again = view.findChild(QAbstractButton, "embedding.header.again")
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert len(asked) == 3


def test_cancelling_brings_back_the_controls_of_what_is_shown(view, asked, qtbot):
    view.set_runs([RUN, OTHER], RUN.key)
    view.show_answer(asked[-1], classes_laid_out())
    view.run_box.setCurrentIndex(1)
    view.number.setValue(9)
    view.method_box.setCurrentIndex(1)
    cancel = view.findChild(QAbstractButton, "embedding.header.cancel")
    qtbot.waitUntil(cancel.isVisible)
    assert view._veil.isVisible()
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert [box.currentData() for box in (view.run_box, view.method_box)] == ["run-1", "pca"]
    assert view.number.value() == 0
    assert not view.perplexity.isVisible()
    assert not view._veil.isVisible()


def test_work_and_problems_are_told(view, asked, qtbot):
    qtbot.waitUntil(lambda: not view._busy.isActive())
    view.show_progress("Laying out by t-SNE", 40, 600)
    assert (label(view, "message_title"), label(view, "message_line")) == ("Laying out by t-SNE", "40 of 600")
    view.show_problem("These examples cannot be laid out", "too few", "Choose PCA.")
    assert label(view, "message_title") == "These examples cannot be laid out"
    assert not view._tools.export_button.isEnabled()
    view.refresh(newer=False)
    assert len(asked) == 2  # as it was, for what was wrong may be over


def test_what_cannot_be_laid_out_says_what_would_help():
    found = explained(NoEmbeddingError("t-SNE needs at least 7 examples"), EmbeddingView.shows)
    assert found == ("These examples cannot be laid out", "t-SNE needs at least 7 examples",
                     "Choose PCA, or another task.", "")  # fmt: skip


# -- what it shows ---------------------------------------------------------------------------------------------------


def test_it_says_what_is_shown(view, asked):
    view.show_answer(asked[-1], classes_laid_out())
    assert label(view, "header.title") == "omniglot, task 7"
    assert label(view, "header.place") == "4 examples in 64 features"
    assert "iteration 500" in label(view, "header.source")
    assert percent(0.6) in view.map.words_below
    assert percent(0.25) in view.map.words_below
    view._put(asked[-1])
    view.show_answer(asked[-1], classes_laid_out(shares=None, perplexity=2))
    assert "variance" not in view.map.words_below
    for facts, words in (({"steps": 0}, "No inner steps"), ({"are_inputs": True}, "No network"),
                         ({"stays": True}, "Adapting leaves them as they are")):  # fmt: skip
        view._put(asked[-1])
        view.show_answer(asked[-1], classes_laid_out(**facts))
        assert label(view, "header.score") == words
    assert view.player.isVisible()


def test_points_keep_their_proportions_and_colours(view, asked):
    view.show_answer(asked[-1], classes_laid_out(steps=0))
    assert not view.player.isVisible()
    corner, above, beside = (view.map.place_of(point) for point in (0, 1, 2))
    assert corner.y() - above.y() == pytest.approx(2 * (beside.x() - corner.x()))
    assert view.map.rect().contains(corner.toPoint())
    image = view.map.grab().toImage()
    drawn = [image.pixelColor(view.map.place_of(point).toPoint()).name() for point in range(4)]
    assert drawn == [QColor(themes.series_color(way)).name() for way in (0, 1, 0, 1)]


def test_the_points_move_with_the_steps_in_one_frame(view, asked, qtbot, monkeypatch):
    view.show_answer(asked[-1], classes_laid_out())
    assert view.player.step == 2  # as the run is measured
    after = view.map.place_of(0)
    first = view.map._placing()
    monkeypatch.setattr(view.map.style(), "styleHint", lambda *_: 200)
    view.player.slider.setValue(0)
    assert view.map.place_of(0) == after  # on its way
    qtbot.waitUntil(lambda: view.map.place_of(0).x() < after.x())
    qtbot.waitUntil(lambda: np.array_equal(view.map._shown, view.answer.places[0]))
    assert view.map._placing() == first
    assert after.x() - view.map.place_of(0).x() == pytest.approx(2 * first.scale)


def test_where_the_system_asks_for_no_motion_the_points_are_there_at_once(view, asked, monkeypatch):
    view.show_answer(asked[-1], classes_laid_out())
    hints = []
    monkeypatch.setattr(view.map.style(), "styleHint", lambda hint, *_: hints.append(hint) or 0)
    view.player.slider.setValue(0)
    assert np.array_equal(view.map._shown, view.answer.places[0])
    assert QStyle.StyleHint.SH_Widget_Animation_Duration in hints


def test_the_pointer_shows_the_example_and_a_click_opens_its_task(view, asked, qtbot):
    view.show_answer(asked[-1], classes_laid_out())
    at = hover(view, 2)
    qtbot.waitUntil(view.map.card.isVisible)
    assert label(view, "card_words") == "Greek/alpha\nExample 3, query\nTask 7"
    picture = view.findChild(QLabel, "embedding.card_picture")
    assert picture.isVisible()
    assert picture.pixmap().toImage().pixelColor(20, 20).name() == themes.current().text
    assert not view.map.card.geometry().contains(at.toPoint())
    with qtbot.waitSignal(view.task_opened) as opened:
        QTest.mouseClick(view.map, Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert opened.args == ["run-1", "validation", 7]
    hover(view, 4)
    qtbot.waitUntil(lambda: "Class mean of the support set" in label(view, "card_words"))
    assert not picture.isVisible()
    QTest.mouseMove(view.map, view.map.rect().topLeft())
    qtbot.waitUntil(lambda: not view.map.card.isVisible())
    assert view.map.point_at(QPointF(1, 1)) is None


def test_other_classes_fade_while_one_is_looked_at(view, asked):
    view.show_answer(asked[-1], classes_laid_out())
    view.map._choose(0)
    view.map.card.hide()  # which may lie over others
    image = view.map.grab().toImage()
    friend, stranger = (image.pixelColor(view.map.place_of(point).toPoint()) for point in (2, 3))
    assert friend.name() == QColor(themes.series_color(0)).name()
    assert stranger.lightness() > QColor(themes.series_color(1)).lightness() + 60


def test_the_keys_go_through_the_points_and_open_a_task(view, asked, qtbot):
    view.show_answer(asked[-1], classes_laid_out())
    view.map.setFocus()
    QTest.keyClick(view.map, Qt.Key.Key_Right)
    assert (view.map.chosen, view.map.accessibleName()) == (0, "Greek/alpha, Example 1, support, Task 7")
    QTest.keyClick(view.map, Qt.Key.Key_Left)
    assert view.map.chosen == 5  # the last one: a centre
    with qtbot.waitSignal(view.task_opened) as opened:
        QTest.keyClick(view.map, Qt.Key.Key_Return)
    assert opened.args == ["run-1", "validation", 7]
    QTest.keyClick(view.map, Qt.Key.Key_Escape)
    assert view.map.chosen is None
    assert "4 examples after step 2" in view.map.accessibleName()


def test_who_looks_at_a_point_goes_on_looking_at_it(view, asked):
    view.show_answer(asked[-1], classes_laid_out())
    view.map._choose(3)
    view._put(asked[-1])
    view.show_answer(asked[-1], classes_laid_out(iteration=600))  # a newer checkpoint
    assert view.map.chosen == 3
    assert view.map.card.isVisible()
    view._put(asked[-1])
    view.show_answer(asked[-1], classes_laid_out(tasks=np.full(4, 8)))
    assert view.map.chosen is None


def test_points_of_a_function_say_where_they_lie(view, asked):
    view.show_answer(asked[-1], function_laid_out())
    view.map._choose(1)
    assert label(view, "card_words") == "Support 2\nx = 3.00, y = 4.00\nTask 7"
    image = view.map.grab().toImage()
    assert image.pixelColor(view.map.place_of(2).toPoint()).name() == RUN.color


def test_the_csv_has_every_point_after_every_step(view, asked):
    view.show_answer(asked[-1], classes_laid_out())
    rows = list(csv.DictReader(io.StringIO("".join(view._csv()))))
    assert len(rows) == 6 * 4
    query = next(row for row in rows if row["set"] == "query" and row["step"] == "3")
    assert (query["class"], query["example"], query["task"]) == ("Greek/alpha", "3", "7")
    assert (float(query["x"]), float(query["y"])) == (4, 0)
    assert [row["set"] for row in rows if not row["example"]] == ["class mean"] * 8
