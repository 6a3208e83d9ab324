"""The queue in the real window: what waits, in which order, what follows what, and what is said of it."""

import pytest
from person import ENDLESS, SMALL
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from core.experiment import Experiment
from core.runs.run import Run, RunError
from workbench import notification
from workbench.session_file import LONGEST_QUEUE
from workbench.worker import State

DIVERGES = {"algorithm.inner_lr": 10.0, "algorithm.inner_steps": 10, "outer.lr": 1.0}


def seeds(person):
    return [experiment.seed for experiment in person.window.session.queue]


def let_wait(person, *chosen, settings=SMALL):
    """Queue an experiment with each of these seeds."""
    for path, value in settings.items():
        person.window.session.set(path, value)
    for seed in chosen:
        person.window.session.set("seed", seed)
        person.press("toolbar.run.queue")


def statuses(person):
    """What became of each run, by its seed."""
    found = {}
    for path in person.runs:
        run = Run.open(path)
        found[run.experiment.seed] = run.status["status"]
    return found


def lines(person):
    shown = person.find("queue.list")
    return [shown.item(row).text() for row in range(shown.count())]


# -- what waits -----------------------------------------------------------------------------------------------------


def test_the_panel_is_there_while_something_waits(person):
    person.open()
    assert not person.sees("queue")
    let_wait(person, 1)
    assert person.sees("queue")
    assert person.find("queue.state").text() == "1, not started"
    assert person.runs == []
    person.find("queue.list").setCurrentRow(0)
    person.press("panel.queue.remove")
    assert not person.sees("queue")
    assert seeds(person) == []


def test_those_of_one_name_are_told_apart_by_their_settings(person):
    window = person.open()
    let_wait(person, 1, 2)
    window.session.set("algorithm.inner_lr", 0.5)
    person.press("toolbar.run.queue")
    label = person.experiment.label
    assert lines(person) == [
        f"1  Inner learning rate 0.01, Seed 1  ·  {label}",
        f"2  Inner learning rate 0.01, Seed 2  ·  {label}",
        f"3  Inner learning rate 0.5, Seed 2  ·  {label}",
    ]
    window.session.choose_preset("omniglot-5w1s-protonet")
    person.keys("Ctrl+Shift+Return")
    assert lines(person)[3] == f"4  {person.experiment.label}"


def test_the_order_is_changed_by_buttons_keys_and_the_mouse(person):
    window = person.open()
    let_wait(person, 1, 2, 3)
    shown = person.find("queue.list")
    shown.setCurrentRow(2)
    assert not person.find("panel.queue.later").isEnabled()
    person.press("panel.queue.earlier")
    assert (seeds(person), shown.currentRow()) == ([1, 3, 2], 1)
    shown.setFocus()
    person.keys("Alt+Up", shown)
    assert (seeds(person), shown.currentRow()) == ([3, 1, 2], 0)
    assert not person.find("panel.queue.earlier").isEnabled()
    person.keys("Alt+Down", shown)
    assert (seeds(person), shown.currentRow()) == ([1, 3, 2], 1)
    for place, row, expected in ((0, 3, [3, 2, 1]), (2, 0, [1, 3, 2]), (1, 1, [1, 3, 2])):
        shown.model().moveRow(shown.rootIndex(), place, shown.rootIndex(), row)  # as a drop does
        person.wait(lambda expected=expected: seeds(person) == expected)
    person.keys("Del", shown)
    assert len(seeds(person)) == 2
    assert [line.split()[0] for line in lines(person)] == ["1", "2"]
    window.session.undo()  # of the setup
    assert len(seeds(person)) == 2


def test_edit_takes_it_back_into_the_setup_as_one_step_of_undo(person):
    window = person.open()
    let_wait(person, 1, 2)
    window.session.set("seed", 9)
    shown = person.find("queue.list")
    shown.setCurrentRow(0)
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert (person.experiment.seed, seeds(person)) == (1, [2])
    window.session.undo()
    assert (person.experiment.seed, seeds(person)) == (9, [2])
    assert shown.currentRow() == 0  # the next is aimed at
    person.press("queue.edit")
    assert person.experiment.seed == 2
    assert not person.command("queue.edit").isEnabled()


def test_what_cannot_be_trained_cannot_wait(person):
    window = person.open()
    window.session.choose_preset("omniglot-5w1s-maml")
    window.session.set("dataset.ways", 900)
    assert not person.command("run.queue").isEnabled()
    assert "900 classes" in person.command("run.queue").toolTip()
    window.session.undo()
    window.session.set_queue([person.experiment] * LONGEST_QUEUE)
    assert not person.command("run.queue").isEnabled()
    assert str(LONGEST_QUEUE) in person.command("run.queue").toolTip()


# -- what follows what ----------------------------------------------------------------------------------------------


def test_a_queue_goes_on_to_its_end_where_one_fails_and_says_so(person):
    person.open()
    let_wait(person, 1)
    let_wait(person, 2, settings={**SMALL, **DIVERGES})
    person.window.session.undo()
    let_wait(person, 3, settings={**SMALL, "algorithm.inner_lr": 0.01, "algorithm.inner_steps": 1, "outer.lr": 0.001})
    person.press("panel.queue.start")
    assert person.find("queue.state").text() == "2 waiting"
    person.wait(lambda: person.sees("banner.queue"))
    assert statuses(person) == {1: "finished", 2: "failed", 3: "finished"}
    assert not person.sees("dialog.error")
    assert not person.sees("queue")
    assert "2 runs finished and 1 failed" in said(person)
    failed = person.find("banner.queue.failures")
    failed.click()
    assert "The run diverged" in person.dismiss()


def said(person):
    from PySide6.QtWidgets import QLabel

    return person.find("banner.queue").findChild(QLabel).text()


def test_the_runs_of_the_queue_can_be_shown_together(person):
    window = person.open()
    let_wait(person, 1, 2)
    person.press("queue.start")
    person.wait(lambda: person.sees("banner.queue"))
    assert "2 runs finished." in said(person)
    person.press("banner.queue.show")
    assert set(window.desk.selected) == {path.name for path in person.runs}
    assert not person.sees("banner.queue")


def test_a_run_started_by_hand_is_followed_by_the_queue(person):
    window = person.open()
    let_wait(person, 1)
    window.session.set("seed", 2)
    person.press("toolbar.run.start")
    assert "press Queue" in person.find("toolbar.run.start").toolTip()
    let_wait(person, 3)
    person.wait(lambda: person.sees("banner.queue"))
    assert statuses(person) == {1: "finished", 2: "finished", 3: "finished"}
    assert "2 runs finished." in said(person)  # the first one was not of the queue


def test_a_paused_queue_lets_nothing_follow(person):
    window = person.open()
    let_wait(person, 1, 2)
    person.press("queue.start")
    person.press("panel.queue.pause")
    assert person.find("queue.state").text() == "1, paused"
    person.wait_for_end()
    assert statuses(person) == {1: "finished"}
    assert seeds(person) == [2]
    assert window.session.queue_paused
    person.press("panel.queue.start")
    person.wait(lambda: person.sees("banner.queue"))
    assert statuses(person) == {1: "finished", 2: "finished"}


@pytest.mark.parametrize("command", ["run.stop", "run.discard"])
def test_nothing_follows_a_run_that_somebody_stops(person, bin_folder, command):
    person.open()
    let_wait(person, 1, settings=ENDLESS)
    let_wait(person, 2, settings=SMALL)
    person.press("queue.start")
    person.wait(lambda: person.window.desk.worker.state is State.RUNNING)
    person.press(command)
    if command == "run.discard":
        person.answer("dialog.discard")
    person.wait_for_end()
    assert seeds(person) == [2]
    assert person.find("queue.state").text() == "1, not started"
    assert person.command("queue.start").isEnabled()
    assert not person.sees("banner.queue")


def test_what_cannot_even_begin_has_failed(person, monkeypatch):
    window = person.open()
    impossible = Experiment().with_value("dataset.kind", "omniglot").with_value("dataset.ways", 900)
    assert impossible.problems()
    let_wait(person, 1)
    window.session.set_queue([impossible, *window.session.queue])
    person.press("queue.start")
    person.wait(lambda: person.sees("banner.queue"))
    assert statuses(person) == {1: "finished"}
    assert "1 run finished and 1 failed" in said(person)
    person.press("banner.queue.failures")
    assert "900 classes" in person.dismiss()


def test_a_disk_that_takes_no_run_pauses_the_queue_and_nothing_of_it_is_lost(person, monkeypatch):
    window = person.open()
    let_wait(person, 1, 2)

    def full(*_):
        raise RunError("no space left")

    monkeypatch.setattr(Run, "create", full)
    person.press("queue.start")
    assert "no space left" in person.dismiss()
    assert seeds(person) == [1, 2]
    assert window.session.queue_paused


def test_quitting_lets_nothing_follow_and_asks_about_what_waits(person):
    window = person.open()
    let_wait(person, 1, 2, settings=ENDLESS)
    person.press("queue.start")
    person.wait(lambda: window.desk.worker.state is State.RUNNING)
    window.close()
    person.answer("dialog.keep")
    person.wait(lambda: person.sees("dialog.forget"))
    assert "the queue" in person.find("dialog.question").informativeText()
    person.answer("dialog.forget")
    person.wait_closed()
    assert statuses(person) == {1: "paused"}


# -- the system's notification --------------------------------------------------------------------------------------


@pytest.fixture
def told(monkeypatch):
    """What the system was asked to tell of."""
    said = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _, title, text, *rest: said.append((title, text)))
    return said


def test_the_system_tells_somebody_who_does_something_else(qtbot, told):
    window = QWidget()
    qtbot.addWidget(window)
    notification.notify(window, "The queue is done", "2 runs finished.")
    assert told == [("The queue is done", "2 runs finished.")]
    icon = window.findChild(QSystemTrayIcon)
    icon.messageClicked.emit()
    assert window.isVisible()
    qtbot.waitUntil(lambda: window.findChild(QSystemTrayIcon) is None)


def test_whoever_looks_at_the_window_needs_no_other_word(qtbot, told):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    notification.notify(window, "The queue is done", "2 runs finished.")
    assert told == []


def test_without_a_place_for_it_nothing_is_told(qtbot, told, monkeypatch):
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: False))
    window = QWidget()
    qtbot.addWidget(window)
    notification.notify(window, "The queue is done", "2 runs finished.")
    assert told == []
