"""Every command exists once, can be carried out, and can be found in menus, toolbar and palette."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolBar

from workbench import commands
from workbench.commands import COMMANDS, MENUS
from workbench.desk import Desk
from workbench.main_window import MainWindow

EACH = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)


def repeated(things):
    return [thing for thing, times in Counter(things).items() if times > 1]


def listed(menu):
    """Every command in a menu and in those within it, with the title of the one that it stands in."""
    within = menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    places = [("", menu), *((other.title(), other) for other in within)]
    return {(action.objectName(), title) for title, place in places for action in place.actions()}


def test_ids_are_unique():
    assert repeated(command.id for command in COMMANDS) == []


def test_texts_are_unique_within_a_menu():
    assert repeated((command.menu, command.text) for command in COMMANDS) == []


def test_shortcuts_are_unique(qapp):
    assert repeated(QKeySequence(command.shortcut).toString() for command in COMMANDS if command.shortcut) == []


@EACH
def test_a_command_is_complete(qapp, command):
    assert command.text
    assert command.tip
    assert command.menu in MENUS
    assert commands.named(command.id) is command
    if command.shortcut:
        assert QKeySequence(command.shortcut).toString(), f"{command.shortcut} is no combination of keys"


def test_a_command_has_one_method_or_brings_a_view_to_the_front(person):
    brought = {f"view.{name}" for name in person.open().views.names}
    for command in commands.COMMANDS:
        method = command.id.replace(".", "_")
        owners = [owner for owner in (MainWindow, Desk) if callable(getattr(owner, method, None))]
        assert len(owners) == (command.id not in brought), command.id
    assert brought <= {command.id for command in commands.COMMANDS}


def test_no_command_of_that_name():
    with pytest.raises(KeyError):
        commands.named("run.strat")


def test_facts_menus_toolbar_and_tips(person):
    window = person.open()
    facts = window.desk.facts
    for command in COMMANDS:
        action = person.command(command.id)
        assert command.needs == "" or command.needs in facts
        assert action.isEnabled() == (facts[command.needs] if command.needs else True), command.id
        assert action.toolTip().startswith(command.tip)
    for name in MENUS:
        menu = window.menuBar().findChild(QMenu, f"menu.{name.lower()}")
        there = [action.objectName() for action in menu.actions()]
        expected = [c.id for c in COMMANDS if c.menu == name and not c.submenu]
        assert [name for name in there if name in window.actions_by_id] == expected
        assert listed(menu) >= {(c.id, c.submenu) for c in COMMANDS if c.menu == name}
    bar = window.findChild(QToolBar, "toolbar")
    shown = [action.objectName() for action in bar.actions()]
    assert {command.id for command in COMMANDS if command.toolbar} <= set(shown)


def test_pause_and_resume_share_a_place(person):
    person.open()
    assert person.command("run.pause").isVisible()
    assert not person.command("run.resume").isVisible()


def test_the_palette_finds_commands_by_their_words(person):
    person.open()
    person.press("help.palette")
    palette, words = person.find("palette.list"), person.find("palette.search")
    person.wait(words.hasFocus)
    assert palette.model().rowCount() == len(COMMANDS)
    QTest.keyClicks(words, "adapt")
    assert "Adaptation" in palette.currentIndex().siblingAtColumn(0).data()
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert person.window.views.current == "adaptation"
    assert not person.sees("palette")


def test_the_palette_carries_out_nothing_that_is_off(person):
    person.open()
    person.press("help.palette")
    words, palette = person.find("palette.search"), person.find("palette.list")
    QTest.keyClicks(words, "stop and keep")
    assert palette.model().rowCount() == 1
    QTest.keyClick(words, Qt.Key.Key_Return)
    QTest.keyClick(words, Qt.Key.Key_Escape)
    assert person.runs == []


def test_the_palette_finds_nothing_for_nonsense(person):
    person.open()
    person.press("help.palette")
    words = person.find("palette.search")
    QTest.keyClicks(words, "xyzzy")
    assert person.find("palette.list").model().rowCount() == 0
    QTest.keyClick(words, Qt.Key.Key_Down)
    QTest.keyClick(words, Qt.Key.Key_Return)
    QTest.keyClick(words, Qt.Key.Key_Escape)
    person.wait(lambda: not person.sees("palette"))
