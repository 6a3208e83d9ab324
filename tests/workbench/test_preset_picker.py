"""The preset picker: close to two hundred presets, and each is found within a few keys or a scroll."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QToolButton

from core.presets import presets

_ID = Qt.ItemDataRole.UserRole
GROUPS = list(dict.fromkeys(preset.group for preset in presets().values()))


@pytest.fixture
def picker(person) -> QListWidget:
    """The open list of presets, in the smallest window."""
    window = person.open()
    window.resize(1024, 640)
    person.wait(lambda: window.height() == 640)
    person.press("setup.preset")
    person.wait(lambda: person.sees("setup.preset.list"))
    return person.find("setup.preset.list")


def rows(picker: QListWidget) -> list[tuple[str, str | None]]:
    """What can be seen: the text of each row, and its preset where it is no heading."""
    items = [picker.item(row) for row in range(picker.count())]
    return [(item.text().strip(), item.data(_ID)) for item in items if not item.isHidden()]


def test_each_preset_stands_below_its_task(picker):
    heading, found, headings = "", [], []
    for text, identifier in rows(picker):
        if identifier is None:
            heading = text
            headings.append(text)
        else:
            assert f"{heading} · {text}" == presets()[identifier].title
            found.append(identifier)
    assert found == list(presets())
    assert len(set(headings)) == len(headings)


def test_while_searching_a_preset_has_its_whole_title(person, picker):
    person.type("20-way r2d2")
    assert rows(picker) == [
        ("Omniglot 20-way 1-shot · R2D2", "omniglot-20w1s-r2d2"),
        ("Omniglot 20-way 5-shot · R2D2", "omniglot-20w5s-r2d2"),
    ]
    person.keys("Down")
    person.keys("Return")
    assert person.window.session.preset == "omniglot-20w5s-r2d2"


def test_after_a_search_everything_is_there_again(person, picker):
    before = rows(picker)
    person.type("maml")
    assert len(rows(picker)) < len(before)
    for _ in "maml":
        person.keys("Backspace")
    assert rows(picker) == before


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_is_one_press_away(person, picker, group):
    person.type("reptile")
    person.press(f"setup.preset.group.{group}")
    current = picker.currentItem()
    assert presets()[current.data(_ID)].group == group
    heading = picker.item(picker.row(current) - 1)
    assert heading.text().startswith(group)
    seen = picker.viewport().rect()
    assert seen.contains(picker.visualItemRect(heading))
    assert seen.contains(picker.visualItemRect(current))
    person.keys("Return")
    assert person.window.session.preset == current.data(_ID)


def test_nothing_is_cut_off_in_the_smallest_window(person, picker):
    popup = picker.parentWidget()
    lowest = [widget.mapToGlobal(widget.rect().bottomLeft()).y() for widget in (popup, person.window)]
    assert lowest[0] <= lowest[1]
    for button in popup.findChildren(QToolButton):
        if button.objectName().startswith("setup.preset.group."):
            assert button.width() >= button.sizeHint().width(), button.text()
    for row in range(picker.count()):
        item = picker.item(row)
        assert picker.fontMetrics().horizontalAdvance(item.text()) < picker.viewport().width() - 16
    assert picker.viewport().height() >= 6 * picker.sizeHintForRow(1)
