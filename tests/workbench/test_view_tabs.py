"""Views in tabs and in windows of their own."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

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


def test_a_view_taken_out_comes_back_to_its_place(tabs):
    tabs.look_at("two")
    tabs.take_out("two")
    assert (titles(tabs), tabs.taken_out) == (["One", "Three"], ["two"])
    tabs.take_out("one")
    assert titles(tabs) == ["Three"]
    window = tabs.findChild(object, "window.two")
    assert window.isVisible()
    assert window.findChild(QLabel).isVisible()
    assert window.windowTitle() == "Two – Innerloop"
    window.close()
    assert titles(tabs) == ["Two", "Three"]
    tabs.findChild(object, "window.one").close()
    assert titles(tabs) == ["One", "Two", "Three"]
    assert (tabs.current, tabs.taken_out) == ("one", [])


def test_the_last_view_stays(tabs):
    tabs.take_out("one")
    tabs.take_out("two")
    tabs.take_out("three")
    assert (titles(tabs), tabs.taken_out) == (["Three"], ["one", "two"])


def test_a_double_click_on_a_tab_takes_it_out(tabs):
    tabs.tabBarDoubleClicked.emit(2)
    assert tabs.taken_out == ["three"]
    tabs.tabBarDoubleClicked.emit(-1)  # beside the tabs
    assert tabs.taken_out == ["three"]


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
    person.press("view.take_out")
    window.resize(1280, 800)
    person.wait(lambda: bar.property("tight") is False)
