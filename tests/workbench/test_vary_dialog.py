"""The dialog in which settings are varied: what it asks, what it says, and what it lets wait."""

import pytest
from person import change
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from core.experiment import Experiment
from core.runs.pace import Estimate
from core.schema import fields_of
from core.sweep import NOT_VARIED
from core.variation import Range, Values
from workbench.setup.vary_dialog import VaryDialog

BASE = Experiment()


@pytest.fixture
def dialog(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = VaryDialog(window)
    made.behind, made.sweeps = window, []
    made.asked.connect(made.sweeps.append)
    made.begin(BASE, "algorithm.inner_lr", room=30, can_start=True)
    return made


def control(dialog, part):
    found = dialog.findChild(QWidget, f"vary.{part}")
    assert found is not None, part
    return found


def add(dialog, path):
    dialog.add.setCurrentIndex(dialog.add.findData(path))
    dialog.add.activated.emit(dialog.add.currentIndex())


def asked(dialog, qtbot):
    """What the dialog asks for, once it has settled."""
    qtbot.waitUntil(lambda: not dialog._typing.isActive())
    return dialog.sweeps[-1]


def said(dialog, part):
    return dialog.findChild(QLabel, f"vary.{part}").text()


def test_it_begins_with_the_setting_that_was_named(dialog, qtbot):
    sweep = asked(dialog, qtbot)
    assert sweep.base == BASE
    assert dict(sweep.varied) == {"algorithm.inner_lr": Values((0.001, 0.01, 0.1))}
    assert (sweep.method, sweep.name) == ("grid", "")
    assert dialog.name.placeholderText() == "inner_lr of sinusoid-10-shot-maml"
    assert not dialog.queue.isEnabled()  # until somebody has counted the runs


def test_without_a_setting_it_asks_for_one(dialog, qtbot):
    dialog._drop(dialog._rows[0])
    dialog.reject()
    dialog.begin(BASE, "", room=30, can_start=True)
    qtbot.waitUntil(lambda: not dialog._typing.isActive())
    assert dialog.name.placeholderText() == "Named after what varies"
    assert dialog.focusWidget() is dialog.add


def test_each_sort_of_setting_has_a_control_that_fits(dialog, qtbot):
    for path in ("algorithm.inner_steps", "outer.optimizer", "algorithm.first_order", "learner.hidden", "seed"):
        add(dialog, path)
    change(control(dialog, "algorithm.inner_lr"), "0.01..1*5")
    control(dialog, "algorithm.inner_steps.how").setCurrentIndex(1)
    change(control(dialog, "algorithm.inner_steps.low"), 1)
    change(control(dialog, "algorithm.inner_steps.high"), 9)
    change(control(dialog, "algorithm.inner_steps.steps"), 3)
    choices = control(dialog, "outer.optimizer")
    choices.item(2).setCheckState(Qt.CheckState.Checked)
    change(control(dialog, "learner.hidden"), "40-40, 64")
    assert dict(asked(dialog, qtbot).varied) == {
        "algorithm.inner_lr": Range(0.01, 1.0, 5, log=True),
        "algorithm.inner_steps": Range(1, 9, 3, whole=True),
        "outer.optimizer": Values(("adam", "nesterov")),
        "algorithm.first_order": Values((False, True)),
        "learner.hidden": Values(("40-40", "64")),
        "seed": Values((0, 1, 2)),
    }
    control(dialog, "outer.optimizer.remove").click()
    assert "outer.optimizer" not in asked(dialog, qtbot).varied
    assert dialog.add.findData("outer.optimizer") > 0


def test_every_setting_can_be_varied_but_names(dialog):
    offered = [dialog.add.itemData(place) for place in range(dialog.add.count())]
    offered = [path for path in offered if path]
    wanted = {field.path for field in fields_of(BASE)} - {*NOT_VARIED, "algorithm.inner_lr"}
    assert set(offered) == wanted
    for path in offered:
        add(dialog, path)
    focusable = [one for one in dialog.findChildren(QWidget) if one.objectName().startswith("vary.")]
    named = [one for one in focusable if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None]
    assert [one.objectName() for one in named if not (one.accessibleName() or one.text())] == []


def test_random_draws_have_a_number_and_a_seed(dialog, qtbot):
    control(dialog, "algorithm.inner_lr.how").setCurrentIndex(1)
    assert not dialog.runs.isVisible()
    dialog.method.setCurrentIndex(1)
    assert not control(dialog, "algorithm.inner_lr.steps").isVisible()
    change(dialog.runs, 7)
    change(dialog.seed, 3)
    sweep = asked(dialog, qtbot)
    assert (sweep.method, sweep.runs, sweep.seed) == ("random", 7, 3)
    assert sweep.varied["algorithm.inner_lr"] == Range(0.001, 0.1, None, log=True)


def test_what_is_wrong_is_said_at_its_setting(dialog, qtbot):
    change(control(dialog, "algorithm.inner_lr"), "0.1, high")
    qtbot.waitUntil(lambda: bool(said(dialog, "algorithm.inner_lr.error")))
    assert said(dialog, "algorithm.inner_lr.error") == "'high' is not a number"
    assert not dialog.queue.isEnabled()
    change(control(dialog, "algorithm.inner_lr"), "0.1")
    qtbot.waitUntil(lambda: not said(dialog, "algorithm.inner_lr.error"))
    add(dialog, "seed")
    change(control(dialog, "seed"), "0..5000")
    qtbot.waitUntil(lambda: "5,001 combinations" in said(dialog, "summary"))
    control(dialog, "seed.remove").click()
    control(dialog, "algorithm.inner_lr.remove").click()
    qtbot.waitUntil(lambda: "Nothing is varied yet" in said(dialog, "summary"))


def test_it_says_how_many_runs_how_long_and_what_is_left_out(dialog, qtbot):
    add(dialog, "algorithm.kind")
    kinds = control(dialog, "algorithm.kind")
    for row in range(kinds.count()):
        chosen = kinds.item(row).data(Qt.ItemDataRole.UserRole) in ("maml", "prototypical")
        kinds.item(row).setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
    sweep = asked(dialog, qtbot)
    plan = sweep.plan()
    dialog.show_plan(sweep, plan, Estimate(480.0, 0))
    assert said(dialog, "summary") == "3 runs; about 8 minutes."
    left = said(dialog, "left_out").splitlines()
    assert left[0] == "3 of 6 combinations cannot run and are left out:"
    assert "prototypical" in left[1].lower()
    assert dialog.queue.text() == "Queue 3 runs"
    with qtbot.waitSignal(dialog.queued) as told:
        dialog.queue.click()
    assert told.args == [plan.experiments, False]
    assert not dialog.isVisible()


def test_an_old_answer_counts_no_longer(dialog, qtbot):
    sweep = asked(dialog, qtbot)
    plan = sweep.plan()
    change(control(dialog, "algorithm.inner_lr"), "0.5")
    dialog.show_plan(sweep, plan, Estimate(1.0, 0))
    assert not dialog.queue.isEnabled()


def test_no_more_wait_than_the_queue_has_room_for(dialog, qtbot):
    change(control(dialog, "algorithm.inner_lr"), "0.01..1*31")
    sweep = asked(dialog, qtbot)
    dialog.show_plan(sweep, sweep.plan(), Estimate(0.0, 31))
    assert said(dialog, "summary") == "31 runs, and the queue has room for 30 more."
    assert not dialog.queue.isEnabled()


def test_what_was_varied_is_kept_where_it_still_makes_sense(dialog, qtbot):
    add(dialog, "algorithm.first_order")
    dialog.reject()
    assert not dialog._typing.isActive()
    other = BASE.with_value("algorithm.kind", "reptile")
    dialog.begin(other, "outer.lr", room=30, can_start=False)
    varied = asked(dialog, qtbot).varied
    assert "outer.lr" in varied
    assert "algorithm.first_order" not in varied
    dialog.show_plan(dialog.sweeps[-1], dialog.sweeps[-1].plan(), Estimate(1.0, 0))
    assert dialog.queue.isEnabled()
    assert not dialog.start.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
