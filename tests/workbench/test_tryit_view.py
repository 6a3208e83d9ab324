"""Trying a run through the real window: drawing, pasting, undoing, saving; points on a plot; what is said if not."""

import json
import threading

import numpy as np
import pytest
from person import ENDLESS
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from trained import trained

from core.runs.own_task import BLANK, PictureTask
from core.tasks.handwriting import Look
from workbench.views.try_layout import LEAST, cards

GLYPHS = {
    "dataset": {"kind": "glyphs", "ways": 3, "queries": 4},
    "learner": {"kind": "conv4", "filters": 4},
    "algorithm": {"kind": "prototypical"},
    "outer": {"iterations": 2, "meta_batch_size": 1},
    "evaluation": {"every": 2, "tasks": 5, "test_tasks": 5},
    "compute": {"device": "cpu"},
}
MAML = {**GLYPHS, "algorithm": {"kind": "maml", "inner_lr": 0.4}}
SINUSOID = {
    "learner": {"kind": "mlp", "hidden": "8-8"},
    "algorithm": {"kind": "maml", "inner_steps": 2},
    "outer": {"iterations": 5, "meta_batch_size": 2},
    "evaluation": {"every": 5, "tasks": 5, "test_tasks": 5},
}
LINE = [(0.2, 0.2), (0.4, 0.4), (0.8, 0.8)]


def settled(person):
    """The view, once the newest question is answered."""
    view = person.window.tryit
    person.wait(lambda: view._question is None and not view._pace.isActive() and view.state.subject is not None)
    return view


def trying(person, places, settings):
    run = trained(settings, places)
    person.open()
    person.press("view.tryit")
    person.window.desk.select_runs((run.name,))
    return settled(person)


def draw(pad, points):
    """Press, move and let go, by places from 0 to 1."""
    spots = [QPoint(round(x * pad.width()), round(y * pad.height())) for x, y in points]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=spots[0])
    for spot in spots[1:]:
        QTest.mouseMove(pad, spot)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=spots[-1])


def test_without_a_run_the_view_invites(person):
    person.open()
    person.keys("Ctrl+7", person.window)
    assert person.window.views.current == "tryit"
    assert person.find("tryit.message_title").text() == "No run to try yet"
    for name in ("example", "ways", "undo", "clear", "open", "save", "export"):
        assert not person.find(f"tryit.{name}").isEnabled()


def test_an_example_and_a_query_give_a_prediction(person, places):
    view = trying(person, places, GLYPHS)
    assert "press Example" in person.find("tryit.nearest").text()
    person.press("tryit.example")
    person.wait(lambda: view.state.can_take_back)
    view = settled(person)
    assert len(view.state.pictures.filled) == 3
    assert person.find("tryit.verdict").text() == ""
    draw(person.find("tryit.query"), LINE)
    view = settled(person)
    shares = view.pictures.board._shares
    assert sum(shares.values()) == pytest.approx(1, abs=1e-4)
    likeliest = "ABC"[max(shares, key=shares.get)]
    assert person.find("tryit.verdict").text().startswith(likeliest)
    nearest = [pad for pad in view.pictures.board.pads if pad.is_nearest]
    assert len(nearest) == 1
    assert f"class_{person.find('tryit.nearest').text()[-1]}." in nearest[0].objectName()
    assert nearest[0].accessibleName().endswith("nearest to the query")
    person.press("tryit.clear")
    assert person.find("tryit.verdict").text() == ""
    assert view.state.task == PictureTask.blank(3)


def test_a_person_draws_every_class_and_takes_strokes_back(person, places):
    view = trying(person, places, GLYPHS)
    pads = view.pictures.board.pads
    assert [pad.accessibleName() for pad in pads] == [f"Class {letter}, example 1: blank" for letter in "ABC"]
    for turn, pad in enumerate(pads):
        draw(pad, [(x, y if turn else 0.5) for x, y in LINE])
    draw(pads[1], [(0.2, 0.8), (0.8, 0.2)])
    person.press("tryit.class_B.add")
    second = person.find("tryit.class_B.example_2")
    draw(second, LINE)
    view = settled(person)
    assert [len(each.strokes) for examples in view.state.pictures.classes for each in examples] == [1, 2, 1, 1]
    setup = person.experiment
    person.keys("Ctrl+Z", second)
    person.keys("Ctrl+Z", second)  # the sheet itself, which takes the focus with it
    assert len(view.state.pictures.classes[1]) == 1
    person.keys("Ctrl+Z", view.pictures.board.pads[1])
    assert [len(examples[0].strokes) for examples in view.state.pictures.classes] == [1, 1, 1]
    assert person.experiment == setup
    QTest.keyClick(view.pictures.board.pads[0], Qt.Key.Key_Delete)
    assert view.state.pictures.classes[0] == (BLANK,)
    draw(view.pictures.query, LINE)
    view = settled(person)
    assert set(view.pictures.board._shares) == {1, 2}  # nobody drew A


def test_questions_come_one_after_another_and_the_newest_is_answered(person, places):
    view = trying(person, places, GLYPHS)
    person.press("tryit.example")
    person.wait(lambda: view.state.can_take_back)
    settled(person)
    asked = []
    view.asked.connect(asked.append)
    draw(view.pictures.query, [(0.1 + 0.008 * n, 0.1 + 0.008 * n) for n in range(100)])
    view = settled(person)
    assert 1 <= len(asked) < 20
    assert view._answered == asked[-1]
    assert asked[-1].query == view.state.pictures.query.seen(view.state.subject.look)


@pytest.mark.parametrize(("settings", "fewest", "most"), [(GLYPHS, 2, 10), (MAML, 3, 3)], ids=["protonet", "maml"])
def test_as_many_classes_as_the_algorithm_allows(person, places, settings, fewest, most):
    view = trying(person, places, settings)
    ways = person.find("tryit.ways")
    assert (ways.minimum(), ways.maximum(), ways.isEnabled()) == (fewest, most, fewest < most)
    assert person.find("tryit.header.score").text() == "Query normalised with the examples"
    if fewest < most:
        ways.setValue(10)
        assert len(view.pictures.board.pads) == 10
        person.keys("Ctrl+Z", ways.parentWidget())
    else:
        draw(view.pictures.board.pads[0], LINE)
        draw(view.pictures.board.pads[1], LINE)
        assert person.find("tryit.nearest").text() == "Draw an example of C, too."


def test_a_pen_draws(person, places):
    view = trying(person, places, GLYPHS)
    pad = view.pictures.query
    pen = QPointingDevice.primaryPointingDevice()
    for kind, (x, y) in zip(("TabletPress", "TabletMove", "TabletRelease"), LINE, strict=True):
        button = Qt.MouseButton.NoButton if kind == "TabletMove" else Qt.MouseButton.LeftButton
        spot = QPointF(x * pad.width(), y * pad.height())
        where = (spot, QPointF(pad.mapToGlobal(spot)))
        event = QTabletEvent(getattr(QTabletEvent.Type, kind), pen, *where, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0,
                             Qt.KeyboardModifier.NoModifier, button, Qt.MouseButton.LeftButton)  # fmt: skip
        QCoreApplication.sendEvent(pad, event)
        assert event.isAccepted()
    (stroke,) = view.state.pictures.query.strokes
    assert np.array(stroke) == pytest.approx(np.array(LINE[:2]), abs=0.01)


def picture():
    """A dark L on light paper."""
    image = QImage(120, 120, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for along in range(20, 100):
        for across in range(20, 32):
            image.setPixelColor(across, along, Qt.GlobalColor.black)
            image.setPixelColor(along, 120 - across, Qt.GlobalColor.black)
    return image


def test_pictures_are_pasted_and_dropped(person, places, tmp_path):
    view = trying(person, places, GLYPHS)
    first, second = view.pictures.board.pads[:2]
    QApplication.clipboard().setImage(picture())
    first.setFocus()
    person.keys("Ctrl+V", first)
    file = tmp_path / "letter.png"
    assert picture().save(str(file))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    where = (QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(*where)
    QCoreApplication.sendEvent(second, enter)
    assert enter.isAccepted()
    QCoreApplication.sendEvent(second, QDropEvent(*where))
    person.wait(lambda: not any(view.state.pictures.classes[way][0].is_blank for way in (0, 1)))
    pasted, dropped = (view.state.pictures.classes[way][0].picture for way in (0, 1))
    assert pasted == dropped
    assert pasted.shape == (1, 28, 28)
    assert pasted.pixels[0, 0].max() == 0  # dark on light became ink on paper
    assert pasted.pixels.max() > 200
    file.write_bytes(b"words")
    QCoreApplication.sendEvent(second, QDragEnterEvent(*where))
    QCoreApplication.sendEvent(second, QDropEvent(*where))
    assert "letter.png is no JPEG" in person.dismiss()
    assert view.state.pictures.classes[1][0].picture == dropped
    QApplication.clipboard().setText("words")
    person.keys("Ctrl+V", first)
    assert "holds no picture" in person.dismiss()


def test_pictures_are_decoded_off_the_windows_thread(person, places, monkeypatch):
    view = trying(person, places, GLYPHS)
    decoded_by, read = [], Look.read

    def noted(look, data):
        decoded_by.append(threading.current_thread())
        return read(look, data)

    monkeypatch.setattr(Look, "read", noted)
    QApplication.clipboard().setImage(picture())
    person.keys("Ctrl+V", view.pictures.query)
    person.wait(lambda: not view.state.pictures.query.is_blank)
    settled(person)
    assert len(decoded_by) == 1
    assert decoded_by[0] is not threading.main_thread()


def test_a_task_is_saved_and_opened_again(person, places, tmp_path):
    view = trying(person, places, GLYPHS)
    for pad in (*view.pictures.board.pads, view.pictures.query):
        draw(pad, LINE)
    settled(person)
    kept, path = view.state.task, tmp_path / "mine.task.json"
    person.press("tryit.save")
    person.choose_file(path)
    person.press("tryit.clear")
    person.press("tryit.open")
    person.choose_file(path)
    assert view.state.pictures.filled == kept.filled
    for kept_examples, examples in zip(kept.classes, view.state.pictures.classes, strict=True):
        ours, theirs = (np.array(each[0].strokes[0]) for each in (kept_examples, examples))
        assert ours == pytest.approx(theirs, abs=1e-4)
    settled(person)
    assert person.find("tryit.verdict").text()
    before = view.state.task
    for content, words in (
        ({"innerloop_task": 1, "kind": "points", "points": []}, "learns from pictures"),
        ({"innerloop_task": 9}, "newer Innerloop"),
    ):
        path.write_text(json.dumps(content))
        view.open_path(str(path))
        assert words in person.dismiss()
    assert view.state.task == before


def test_the_task_stays_when_another_run_is_tried(person, places):
    protonet, maml, sinusoid = (trained(settings, places) for settings in (GLYPHS, MAML, SINUSOID))
    person.open()
    person.press("view.tryit")
    person.window.desk.select_runs((protonet.name,))
    view = settled(person)
    for pad in (*view.pictures.board.pads, view.pictures.query):
        draw(pad, LINE)
    settled(person)
    kept, verdicts = view.state.task, [dict(view.pictures.board._shares)]
    person.window.desk.select_runs((sinusoid.name,))
    settled(person)
    assert view.points.isVisible()
    person.window.desk.select_runs((maml.name,))
    settled(person)
    person.wait(lambda: view._prediction is not None)
    assert view.state.task == kept
    assert view.pictures.board._shares != verdicts[0]


# -- functions -------------------------------------------------------------------------------------------------------


def test_points_are_clicked_dragged_and_removed(person, places):
    view = trying(person, places, SINUSOID)
    plot = view.points.plot
    surface = plot.canvas.viewport()

    def click(x, y, button=Qt.MouseButton.LeftButton):
        QTest.mouseClick(surface, button, pos=plot.place_of((x, y)).toPoint())

    assert person.find("tryit.function_score").text() == "Click to set a point"
    for point in ((-3.0, 1.0), (0.0, -1.0), (2.0, 2.0)):
        click(*point)
    view = settled(person)
    assert np.array(view.state.task.points) == pytest.approx(np.array([(-3, 1), (0, -1), (2, 2)]), abs=0.15)
    steps = np.array(view._function.steps)
    assert steps.shape == (8, 101)
    assert plot._now.y == pytest.approx(steps[2])  # after the steps of a measurement
    assert plot._before.y == pytest.approx(steps[0])
    assert "after 2 steps" in person.find("tryit.function_score").text()
    slider = person.find("tryit.function.step")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert plot._now.y == pytest.approx(steps[0])
    assert "before adapting" in person.find("tryit.function_score").text()

    start, end = plot.place_of(view.state.task.points[1]).toPoint(), plot.place_of((1.0, -2.0)).toPoint()
    QTest.mousePress(surface, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(surface, (start + end) / 2)
    QTest.mouseMove(surface, end)
    QTest.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=end)
    assert view.state.task.points[1] == pytest.approx((1.0, -2.0), abs=0.15)
    person.press("tryit.undo")  # the whole way back at once
    assert view.state.task.points[1] == pytest.approx((0.0, -1.0), abs=0.15)

    click(-3.0, 1.0, Qt.MouseButton.RightButton)
    assert len(view.state.task.points) == 2
    QTest.keyClick(plot.canvas, Qt.Key.Key_PageDown)
    QTest.keyClick(plot.canvas, Qt.Key.Key_Delete)
    assert len(view.state.task.points) == 1
    QTest.keyClick(plot.canvas, Qt.Key.Key_Insert)
    QTest.keyClick(plot.canvas, Qt.Key.Key_Right)
    assert view.state.task.points[1][0] > 0
    assert plot.canvas.accessibleName().startswith("Your points: 2 points, the chosen one at x")
    person.press("tryit.clear")
    assert person.find("tryit.function_score").text() == "Click to set a point"
    person.press("tryit.example")
    person.wait(lambda: len(view.state.task.points) == 10)
    settled(person)


# -- what can go wrong -----------------------------------------------------------------------------------------------


def test_a_run_without_a_checkpoint_comes_by_itself(person):
    person.open()
    person.press("view.tryit")
    person.set_up({**ENDLESS, "compute.checkpoint_every": 100_000})
    person.start()
    person.wait(lambda: person.find("tryit.message_title").text() == "Nothing learnt yet")
    person.press("run.pause")
    settled(person)
    assert person.window.tryit.points.isVisible()
    person.press("run.stop")
    person.wait_for_end()


def test_the_picture_and_the_data_can_be_taken_along(person, places):
    view = trying(person, places, GLYPHS)
    person.press("tryit.example")
    person.wait(lambda: view.state.can_take_back)
    settled(person)
    draw(view.pictures.query, LINE)
    view = settled(person)
    header, *rows = "".join(view._csv()).splitlines()
    assert header == "class,name,examples,confidence"
    assert sum(float(row.split(",")[3]) for row in rows) == pytest.approx(1, abs=1e-4)
    assert [row.split(",")[1] for row in rows] == list(view.state.pictures.names)


# -- where things lie ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(380, 190), (650, 370), (90, 80), (1, 1)])
@pytest.mark.parametrize("counts", [[1, 1], [1] * 5, [5, 1, 1], [2] * 10, [1] * 20])
def test_cards_never_overlap_and_are_never_tiny(size, counts):
    found = cards(*size, counts)
    assert [len(card.sheets) for card in found] == counts
    for number, card in enumerate(found):
        for sheet in card.sheets:
            assert card.whole.contains(sheet)
            assert sheet.width() == sheet.height() >= LEAST
            assert not sheet.intersects(card.bar)
            assert not sheet.intersects(card.name)
        assert not any(card.whole.intersects(other.whole) for other in found[number + 1 :])
        if size[0] >= 380:
            assert card.whole.right() < size[0]
    if size == (650, 370) and len(counts) == 5:
        assert found[-1].whole.bottom() < size[1]
