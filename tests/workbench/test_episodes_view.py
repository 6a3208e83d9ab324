"""The episodes view: what it asks, what it draws, and what it says when there is nothing, or something went wrong."""

import csv
import io

import numpy as np
import pytest
from asking import label
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QSlider, QToolTip

from core.runs.episodes import Answer, Episode, Examples, Standing
from workbench import theme as themes
from workbench.numbers import count
from workbench.views.episode_layout import placed
from workbench.views.episodes import EpisodesView, score_in_words
from workbench.views.run_box import RunChoice
from workbench.views.tiles import enlarged, letter_of

RUN = RunChoice("run-1", "omniglot", "#2e59ae")
OTHER = RunChoice("run-2", "glyphs", "#ac2600")


def classes_task(
    number=0, ways=3, shots=1, queries=2, steps=3, pictures=True, wrong=(0,), run="run-1", iteration=500
):  # fmt: skip
    """A task whose queries in `wrong` are taken for the next class after the last step; before that all are."""
    random = np.random.default_rng(number)
    made = [random.integers(0, 256, (ways * many, 28, 28), np.uint8) if pictures else None for many in (shots, queries)]
    y = np.arange(ways).repeat(queries)
    probabilities = np.full((steps + 1, len(y), ways), 0.1 / (ways - 1), np.float32)
    for step in range(steps + 1):
        for place, way in enumerate(y):
            miss = step < steps or place in wrong
            probabilities[step, place, (way + miss) % ways] = 0.9
    scores = (probabilities.argmax(-1) == y).mean(-1).tolist()
    return Episode(
        run, "validation", number, iteration, True, "accuracy", steps, steps, scores, [1.0] * (steps + 1),
        tuple(f"Alphabet/character{way:02}" for way in range(ways)),
        Examples(np.arange(ways).repeat(shots), tuple(range(ways * shots)), made[0]),
        Examples(y, tuple(range(len(y))), made[1]), probabilities, None,
    )  # fmt: skip


def function_task(number=0, run="run-1"):
    x = np.linspace(-5, 5, 20)
    function = {"task": number, "support_x": [1.0, -2.0], "support_y": [0.5, 1.0], "x": x.tolist(),
                "truth": np.sin(x).tolist(), "steps": [(np.sin(x) * k).tolist() for k in range(3)]}  # fmt: skip
    return Episode(run, "validation", number, 30, False, "mse", 1, 1, [3.25, 0.5, 0.125], [3.25, 0.5, 0.125], (), None,
                   None, np.empty((3, 0, 0), np.float32), function)  # fmt: skip


class Asker:
    """Answers the view's questions with tasks of its own."""

    def __init__(self, view, make=classes_task):
        self.view, self.make, self.questions = view, make, []
        view.asked.connect(self.questions.append)

    @property
    def last(self):
        return self.questions[-1]

    def answer(self, ranking=(), number=None, **facts):
        number = self.last.number if number is None else number
        self.view.show_answer(self.last, Answer(self.last, self.make(number, **facts), list(ranking)))


@pytest.fixture
def view(on_screen):
    return on_screen(EpisodesView(), 900, 480)


@pytest.fixture
def asker(view):
    made = Asker(view)
    view.set_runs([RUN], RUN.key)
    return made


# -- what it asks ----------------------------------------------------------------------------------------------------


def test_without_a_run_it_invites(view):
    assert "Press Start" in label(view, "message_line")
    assert not view.number.isEnabled()
    assert not view.next.isEnabled()
    assert not view._tools.export_button.isEnabled()


def test_it_asks_for_the_first_task_and_goes_on_from_there(view, asker):
    assert (asker.last.run, asker.last.split, asker.last.number) == ("run-1", "validation", 0)
    asker.answer()
    assert not view.previous.isEnabled()
    QTest.mouseClick(view.next, Qt.MouseButton.LeftButton)
    assert (asker.last.number, asker.last.way) == (1, 0)
    asker.answer()
    assert view.number.value() == 1
    QTest.keyClick(view.sheet, Qt.Key.Key_Right)
    asker.answer()
    QTest.keyClick(view.sheet, Qt.Key.Key_Left)
    asker.answer()
    assert [question.number for question in asker.questions] == [0, 1, 2, 1]
    view.number.setValue(4711)
    assert asker.last.number == 4711
    view.split_box.setCurrentIndex(2)
    assert (asker.last.split, asker.last.number) == ("test", 4711)


def test_an_answer_to_an_older_question_is_passed_over(view, asker):
    first = asker.last
    view.number.setValue(7)
    view.show_answer(first, Answer(first, classes_task(0), []))
    assert view._episode is None
    asker.answer()
    assert view._episode.number == 7


def test_the_hardest_come_first_and_then_the_others(view, asker):
    asker.answer()
    view.order_box.setCurrentIndex(1)
    assert asker.last.hardest_of == 100
    ranking = [Standing(42, 0.2, 3.0), Standing(3, 0.8, 1.0), Standing(77, 1.0, 0.1)]
    asker.answer(ranking, number=42)
    assert view.number.value() == 42
    assert "No. 1 of 3" in label(view, "sheet_header.place")
    assert not view.previous.isEnabled()
    QTest.mouseClick(view.next, Qt.MouseButton.LeftButton)
    assert (asker.last.number, asker.last.hardest_of) == (3, 0)
    asker.answer()
    assert view.next.isEnabled()
    view.mistakes.click()  # the third task has none
    assert not view.next.isEnabled()
    view.number.setValue(5)  # is not among them: the order is that of the numbers again
    assert view.order_box.currentData() == 0


def test_only_mistakes_passes_over_tasks_without_any(view, asker):
    asker.answer()
    view.mistakes.click()
    assert (asker.last.number, asker.last.way) == (0, 1)
    asker.answer(number=12)
    assert view.number.value() == 12
    assert view.sheet.places == [0]
    QTest.mouseClick(view.next, Qt.MouseButton.LeftButton)
    assert (asker.last.number, asker.last.way) == (13, 1)
    view.show_answer(asker.last, Answer(asker.last, None, []))
    assert "No mistake" in label(view, "sheet_header.source")
    assert view.number.value() == 12
    QTest.mouseClick(view.previous, Qt.MouseButton.LeftButton)
    assert (asker.last.number, asker.last.way) == (11, -1)


def test_another_run_keeps_the_number(view, asker):
    view.number.setValue(9)
    asker.answer()
    view.set_runs([OTHER, RUN], OTHER.key)
    assert view.run_box.isVisible()
    assert view.run_box.currentData() == RUN.key  # what is looked into stays
    view.run_box.setCurrentIndex(0)
    assert (asker.last.run, asker.last.number) == ("run-2", 9)
    view.set_runs([], None)
    assert view._episode is None
    assert "No run" in label(view, "message_title")


def test_a_newer_checkpoint_shows_the_same_task_again(view, asker):
    view.refresh(newer=True)
    assert len(asker.questions) == 1  # a question is on its way
    asker.answer()
    view.refresh(newer=True)
    assert len(asker.questions) == 2
    assert asker.questions[1] == asker.questions[0]


def test_what_met_a_problem_is_asked_again_as_it_was(view, asker):
    view.order_box.setCurrentIndex(1)
    view.show_problem("Nothing learnt yet", "no checkpoint", "It appears here by itself.")
    view.refresh(newer=True)
    assert (asker.last.hardest_of, len(asker.questions)) == (100, 3)
    asker.answer([Standing(42, 0.2, 3.0), Standing(3, 0.8, 1.0)], number=42)
    assert "No. 1 of 2" in label(view, "sheet_header.place")


def test_a_ranking_says_when_it_is_older_than_what_is_shown(view, asker):
    asker.answer()
    view.order_box.setCurrentIndex(1)
    asker.answer([Standing(42, 0.2, 3.0), Standing(3, 0.8, 1.0)], number=42)
    again = view.findChild(QAbstractButton, "episodes.sheet_header.again")
    assert not again.isVisible()
    view.refresh(newer=True)
    assert (asker.last.number, asker.last.hardest_of) == (42, 0)
    asker.answer(iteration=600)
    assert label(view, "sheet_header.old") == "ranked at iteration 500"
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert asker.last.hardest_of == 100
    asker.answer([Standing(3, 0.1, 3.0), Standing(42, 0.2, 1.0)], number=3, iteration=600)
    assert not again.isVisible()
    assert view.number.value() == 3


def test_cancelling_brings_back_the_controls_of_what_is_shown(view, asker, qtbot):
    view.set_runs([RUN, OTHER], RUN.key)
    view.order_box.setCurrentIndex(1)
    asker.answer([Standing(42, 0.2, 3.0), Standing(3, 0.8, 1.0)], number=42)
    view.order_box.setCurrentIndex(2)
    view.split_box.setCurrentIndex(2)
    view.run_box.setCurrentIndex(1)
    assert (asker.last.run, asker.last.split, asker.last.hardest_of) == ("run-2", "test", 500)
    assert not view.next.isEnabled()  # in which order is not known yet
    cancel = view.findChild(QAbstractButton, "episodes.sheet_header.cancel")
    qtbot.waitUntil(cancel.isVisible)
    assert view._veils[0].isVisible()
    assert label(view, "sheet_header.title") == "omniglot, task 42"
    asked = len(asker.questions)
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    boxes = (view.run_box, view.split_box, view.order_box)
    assert [box.currentData() for box in boxes] == ["run-1", "validation", 100]
    assert not view._veils[0].isVisible()
    assert len(asker.questions) == asked
    QTest.mouseClick(view.next, Qt.MouseButton.LeftButton)
    assert asker.last.number == 3  # by the ranking that was kept


def test_a_refresh_does_not_veil_what_is_shown(view, asker, qtbot):
    asker.answer()
    view.refresh(newer=True)
    cancel = view.findChild(QAbstractButton, "episodes.sheet_header.cancel")
    qtbot.waitUntil(cancel.isVisible)
    assert not view._veils[0].isVisible()


def test_a_number_that_is_typed_is_left_alone(view, asker):
    asker.answer()
    view.activateWindow()
    view.number.setFocus()
    view.number.selectAll()
    QTest.keyClicks(view.number, "12")
    view.refresh(newer=True)
    asker.answer()
    assert view.number.text() == "12"
    QTest.keyClick(view.number, Qt.Key.Key_Return)
    assert asker.last.number == 12
    asker.answer()
    assert view._episode.number == 12


def test_it_asks_only_while_it_is_seen(view, asker):
    view.hide()
    view.number.setValue(3)
    assert len(asker.questions) == 1
    view.show()
    assert asker.last.number == 3
    assert len(asker.questions) == 2


# -- what it draws ---------------------------------------------------------------------------------------------------


def test_right_and_wrong_are_counted_and_marked(view, asker):
    asker.answer(wrong=(0, 4))
    assert label(view, "sheet_header.score") == "4 of 6 right after step 3 (0 right before adapting)"
    assert "best checkpoint, iteration 500" in label(view, "sheet_header.source")
    told = view.sheet.accessibleName()
    assert "4 of 6 queries right" in told
    assert "Alphabet/character00 taken for Alphabet/character01" in told
    where = view.sheet._placed
    image = view.sheet.grab().toImage()

    def has(rect, color, around=3):
        wanted, box = QColor(color), rect.adjusted(-around, -around, around, around)
        return any(
            (image.pixelColor(x, y).red(), image.pixelColor(x, y).blue()) == (wanted.red(), wanted.blue())
            for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom())
        )  # fmt: skip

    look = themes.current()
    for place in range(6):
        wrong = place in (0, 4)
        assert has(where.query[place].united(where.captions[place]), look.wrong) == wrong
        assert has(where.captions[place], look.right) != wrong


def test_before_and_after_adapting(view, asker):
    asker.answer()
    slider = view.findChild(QSlider, "episodes.sheet.step")
    assert slider.value() == 3
    slider.setValue(0)
    assert label(view, "sheet_header.score") == "0 of 6 right before adapting"
    view.mistakes.setChecked(True)
    assert view.sheet.places == list(range(6))
    slider.setValue(3)
    assert view.sheet.places == [0]


def test_a_method_without_steps_has_no_slider(view, asker):
    asker.answer(steps=0, wrong=())
    assert not view.player.isVisible()
    assert label(view, "sheet_header.score") == "6 of 6 right"


def test_the_tooltip_names_class_example_and_guesses(view, asker):
    asker.answer()
    where = view.sheet._placed
    words = view.sheet.words_at(where.query[0].center())
    assert "A Alphabet/character00" in words
    assert "example 1" in words
    assert "B Alphabet/character01: 90.0" in words
    assert "character02" in view.sheet.words_at(where.support[2].center())
    assert view.sheet.words_at(QPoint(1, 1)) == ""
    QToolTip.hideText()


def test_pictures_are_enlarged_by_whole_multiples():
    pixels = np.arange(28 * 28, dtype=np.uint8).reshape(28, 28)
    image = enlarged(pixels, 3)
    assert (image.width(), image.height()) == (84, 84)
    small = enlarged(pixels, 1)
    for x, y in ((0, 0), (27, 3), (13, 27)):
        colors = {image.pixel(3 * x + dx, 3 * y + dy) for dx in range(3) for dy in range(3)}
        assert colors == {small.pixel(x, y)}
    ink, paper = (enlarged(np.full((2, 2), value, np.uint8), 1).pixelColor(0, 0).name() for value in (255, 0))
    assert (ink, paper) == (themes.current().text, themes.current().surface)
    colored = enlarged(np.full((4, 5, 3), (10, 20, 30), np.uint8), 2)
    assert colored.pixelColor(9, 7).getRgb()[:3] == (10, 20, 30)


@pytest.mark.parametrize(("ways", "shots", "queries"), [(5, 1, 5), (5, 5, 15), (20, 1, 5), (20, 5, 15), (2, 1, 1)])
@pytest.mark.parametrize("room", [(520, 200), (880, 380), (1500, 900)])
def test_no_tile_covers_another_or_leaves_the_sheet(ways, shots, queries, room):
    y = [np.arange(ways).repeat(many).tolist() for many in (shots, queries)]
    found = placed((28, 28), room, 1.0, *y, ways)
    tiles = [*found.support, *(a.united(b) for a, b in zip(found.query, found.captions, strict=True))]
    tiles += [rect for _, rect in found.names]
    assert len(found.support) == ways * shots
    assert len(found.query) == ways * queries
    assert all(rect.left() >= 0 and rect.right() < room[0] and rect.bottom() < found.height for rect in tiles)
    assert found.picture[0] % 28 == 0
    grid = np.zeros((found.height, room[0]), int)
    for rect in tiles:
        grid[rect.top() : rect.bottom() + 1, rect.left() : rect.right() + 1] += 1
    assert grid.max() == 1


@pytest.mark.parametrize(("height", "side"), [(760, 84), (440, 56), (351, 56), (280, 28)])
def test_pictures_grow_to_the_room_and_a_little_beyond_where_they_would_be_tiny(height, side):
    y = [np.arange(5).repeat(many).tolist() for many in (1, 5)]
    found = placed((28, 28), (885, height), 1.0, *y, 5)
    assert found.picture == (side, side)
    assert found.height <= 1.25 * height


def test_letters_name_the_classes():
    assert [letter_of(way) for way in (0, 19, 25, 26)] == ["A", "T", "Z", "27"]


def test_examples_that_are_no_pictures_are_numbered(view, asker):
    asker.answer(pictures=False)
    assert not view.sheet.grab().isNull()
    assert len(view.sheet._placed.query) == 6


def test_a_regression_task_shows_its_function(view):
    asker = Asker(view, function_task)
    view.set_runs([RUN], RUN.key)
    asker.answer()
    assert view.function.isVisible()
    assert not view.mistakes.isVisible()
    assert label(view, "function_header.score") == "Squared error 0.500 after step 1 (3.25 before adapting)"
    view.function.player.slider.setValue(2)
    assert label(view, "function_header.score") == "Squared error 0.125 after step 2 (3.25 before adapting)"
    assert label(view, "function_header.source") == "checkpoint of iteration 30"
    rows = list(csv.DictReader(io.StringIO("".join(view._csv()))))
    assert sum(row["curve"] == "prediction" for row in rows) == 60


def test_words_for_the_score():
    task = classes_task()
    assert score_in_words(task, 0) == "0 of 6 right before adapting"
    assert score_in_words(function_task(), 0) == "Squared error 3.25 before adapting"


# -- what it says ----------------------------------------------------------------------------------------------------


def test_work_that_takes_long_is_told_and_can_be_left(view, asker, qtbot):
    asker.answer()
    view.order_box.setCurrentIndex(2)
    cancel = view.findChild(QAbstractButton, "episodes.sheet_header.cancel")
    assert not cancel.isVisible()
    qtbot.waitUntil(cancel.isVisible)
    view.show_progress("Looking for the hardest tasks", 40, 500)
    assert label(view, "sheet_header.work") == "Looking for the hardest tasks: 40 of 500"
    with qtbot.waitSignal(view.given_up):
        QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert view.order_box.currentData() == 0
    assert not cancel.isVisible()
    assert view._episode is not None


def test_the_first_task_of_a_run_says_that_it_is_coming(view, asker, qtbot):
    qtbot.waitUntil(lambda: not view._busy.isActive())
    view.show_progress("Reading omniglot", 3000, 32460)
    assert label(view, "message_title") == "Reading omniglot"
    assert label(view, "message_line") == f"{count(3000)} of {count(32460)}"
    cancel = view.findChild(QAbstractButton, "episodes.message_cancel")
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert label(view, "message_title") == "Not looked at"
    assert not cancel.isVisible()
    asker.answer()  # nobody waits for it
    assert view._episode is None


def test_a_problem_is_said_with_what_to_do(view, asker):
    view.show_problem("Nothing learnt yet", "It writes a checkpoint after iteration 500", "It comes by itself.")
    assert label(view, "message_title") == "Nothing learnt yet"
    copy = view.findChild(QAbstractButton, "episodes.copy_details")
    assert not copy.isVisible()
    view.show_problem("Cannot be read", "best.safetensors <is> damaged", "Train again.", "Traceback")
    assert "&lt;is&gt;" in label(view, "message_line")
    copy.click()
    assert "Traceback" in QGuiApplication.clipboard().text()


# -- taking it along -------------------------------------------------------------------------------------------------


def test_the_csv_holds_every_prediction_of_every_step(view, asker):
    asker.answer()
    rows = list(csv.DictReader(io.StringIO("".join(view._csv()))))
    assert sum(row["set"] == "support" for row in rows) == 3
    queries = [row for row in rows if row["set"] == "query"]
    assert len(queries) == 4 * 6
    last = [row for row in queries if row["step"] == "3"]
    assert [row["right"] for row in last] == ["0", "1", "1", "1", "1", "1"]
    assert last[0]["predicted"] == "Alphabet/character01"
    assert float(last[0]["P(Alphabet/character01)"]) == pytest.approx(0.9)


@pytest.mark.parametrize("make", [classes_task, function_task])
def test_pictures_can_be_copied_and_saved(view, make, tmp_path):
    asker = Asker(view, make)
    view.set_runs([RUN], RUN.key)
    asker.answer()
    actions = {action.objectName(): action for action in view._tools.export_button.menu().actions()}
    actions["episodes.copy_picture"].trigger()
    assert not QGuiApplication.clipboard().image().isNull()
    for ending in ("png", "svg", "csv"):
        actions[f"episodes.save_{ending}"].trigger()
        dialog = view._tools.findChild(object, "episodes.save_dialog")
        dialog.fileSelected.emit(str(tmp_path / f"task.{ending}"))
        dialog.close()
        dialog.setObjectName("closed")
    assert QImage(str(tmp_path / "task.png")).width() >= 2 * 800
    assert b"<svg" in (tmp_path / "task.svg").read_bytes()
    assert (tmp_path / "task.csv").read_text(encoding="utf-8").startswith("run,split,task")


def test_dark_and_narrow(view, asker, qapp):
    font, palette = qapp.font(), qapp.palette()
    asker.answer()
    themes.apply(qapp, themes.DARK)
    view.resize(560, 300)
    image = view.grab().toImage()
    assert image.pixelColor(3, 290).name() == themes.DARK.surface
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.setProperty("theme", None)
