"""Views in tabs and in windows of their own."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from workbench.views.view_tabs import ViewTabs


@pytest.fixture
def tabs(qtbot):
    made = ViewTabs(QLabel)
    qtbot.addWidget(made)
    for name in ("one", "two", "three"):
        made.place(name, name.title())
    made.show()
    return made


def titles(tabs):
    return [tabs.tabText(place) for place in range(tabs.count())]


def test_a_view_taken_out_leaves_a_page_and_comes_back_to_its_place(tabs):
    tabs.look_at("two")
    tabs.take_out("two")
    assert (titles(tabs), tabs.taken_out, tabs.current) == (["One", "Two", "Three"], ["two"], "two")
    assert tabs.findChild(QLabel, "away.two.title").isVisible()
    window = tabs.findChild(object, "window.two")
    assert window.isVisible()
    assert window.findChild(QLabel).isVisible()
    assert window.windowTitle() == "Two – Innerloop"
    tabs.look_at("one")
    window.close()
    assert (titles(tabs), tabs.taken_out, tabs.current) == (["One", "Two", "Three"], [], "two")
    assert tabs.view(tabs.current).text() == "two"


def test_the_page_brings_its_view_back(tabs):
    for name in tabs.names:
        tabs.take_out(name)
    assert tabs.taken_out == ["one", "two", "three"]
    tabs.look_at("three")  # raises its window
    assert tabs.current == "one"
    tabs.findChild(QPushButton, "away.one.back").click()
    assert tabs.taken_out == ["two", "three"]
    assert tabs.view(tabs.current).text() == "one"


def test_taking_a_view_out_brings_no_other_one_forward(tabs):
    """What comes forward may begin to measure, which takes a while and which nobody has asked for."""
    tabs.look_at("two")
    before = [name for name in tabs.names if tabs.is_made(name)]
    tabs.take_out("two")
    tabs.findChild(object, "window.two").close()
    assert [name for name in tabs.names if tabs.is_made(name)] == before
    assert tabs.current == "two"


def test_a_double_click_on_a_tab_takes_it_out(tabs):
    tabs.tabBarDoubleClicked.emit(2)
    assert tabs.taken_out == ["three"]
    tabs.tabBarDoubleClicked.emit(-1)  # beside the tabs
    assert tabs.taken_out == ["three"]


def in_sight(tabs):
    bar = tabs.tabBar()
    places = [place for place in range(bar.count()) if bar.isTabVisible(place)]
    assert all(bar.rect().contains(bar.tabRect(place)) for place in places)
    return [tabs.names[place] for place in places]


def test_tabs_without_room_go_into_a_menu(tabs):
    for number in range(12):
        tabs.place(f"more{number}", f"Another view {number}")
    tabs.resize(420, 300)
    assert tabs.more.isVisible()
    assert set(in_sight(tabs)) | set(tabs.in_menu) == set(tabs.names)
    assert "one" in in_sight(tabs)
    tabs.more.menu().aboutToShow.emit()
    assert [action.text() for action in tabs.more.menu().actions()] == [
        f"Another view {name.removeprefix('more')}" for name in tabs.in_menu
    ]
    tabs.more.menu().actions()[-1].trigger()
    assert tabs.current == "more11"
    assert "more11" in in_sight(tabs)
    tabs.look_at("more7")
    assert "more7" in in_sight(tabs)
    assert "more11" in tabs.in_menu
    tabs.resize(2400, 300)
    assert not tabs.more.isVisible()
    assert in_sight(tabs) == tabs.names


def test_two_views_answer_at_once_and_closing_puts_them_back(person):
    window = person.open()
    person.press("view.episodes")
    person.press("view.take_out")
    assert window.views.taken_out == ["episodes"]
    person.press("view.confusion")
    assert window.episodes.isVisible()
    assert window.confusion.isVisible()
    person.press("view.episodes")  # already to be seen
    assert window.views.current == "confusion"
    assert window.desk.session.state.view == {"tab": "confusion"}
    window.views.put_all_back()
    assert window.views.names[window.views.currentIndex()] == "episodes"


def test_a_session_of_an_older_version_names_its_view_by_number(person):
    window = person.open()
    window.show_view_state({"tab": 3})
    assert window.views.current == "confusion"
    window.show_view_state({"tab": "compare"})
    assert window.views.current == "compare"
    window.show_view_state({"tab": "a view of a later version"})
    window.show_view_state({"tab": 77})
    assert window.views.current == "compare"


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
def test_every_tab_is_in_sight(person, size):
    window = person.open()
    window.resize(*size)
    bar = window.views.tabBar()
    person.wait(lambda: (window.width(), window.height()) == size)
    QApplication.sendPostedEvents()
    assert bar.sizeHint().width() <= window.views.width() - window.views.cornerWidget().width()
    assert bar.property("tight") is (size[0] == 1024)
    assert window.views.in_menu == []
