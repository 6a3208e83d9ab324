"""The tour of the first start, and the example sessions."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from workbench import examples, session_file
from workbench.help.tour import STOPS


def test_the_tour_leads_through_four_places_with_the_keyboard(person):
    window = person.open()
    window.resize(1024, 640)
    person.find("setup.search").setFocus()
    person.press("help.tour")
    tour = person.find("tour")
    for number, stop in enumerate(STOPS, 1):
        assert tour.stop == stop
        shown = person.find(stop.name)
        assert shown.isVisible()
        assert tour.spot.contains(shown.mapTo(window, shown.rect().center()))
        card = person.find("tour.card")
        assert tour.rect().contains(card.geometry())
        assert not card.geometry().intersects(tour.spot)
        assert f"{number} of 4" in card.accessibleName()
        assert stop.text in tour.next.accessibleDescription()
        assert QApplication.focusWidget() is tour.next
        if number < len(STOPS):
            QTest.keyClick(tour.next, Qt.Key.Key_Return)
    QTest.keyClick(tour.next, Qt.Key.Key_Return)
    person.wait(lambda: window.findChild(QWidget, "tour") is None)
    assert QApplication.focusWidget() is person.find("setup.search")


def test_the_tour_can_be_skipped_gone_back_in_and_called_again(person):
    window = person.open()
    person.press("help.tour")
    person.press("help.tour")  # once is enough
    assert len(window.findChildren(QWidget, "tour")) == 1
    tour = person.find("tour")
    assert not tour.back.isVisible()
    person.press("tour.next")
    person.press("tour.back")
    assert tour.stop == STOPS[0]
    for _ in range(4):  # the Tab key stays in the tour
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert tour.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    person.wait(lambda: window.findChild(QWidget, "tour") is None)
    person.press("help.tour")
    person.press("tour.skip")
    person.wait(lambda: window.findChild(QWidget, "tour") is None)


def test_the_tour_begins_by_itself_on_the_first_start_alone(person):
    window = person.open()
    assert window.findChild(QWidget, "tour") is None  # a window that a program builds shows none
    window.offer_tour()
    person.press("tour.skip")
    person.wait(lambda: window.findChild(QWidget, "tour") is None)
    window.offer_tour()
    assert window.findChild(QWidget, "tour") is None
    person.close()
    person.open().offer_tour()
    assert person.window.findChild(QWidget, "tour") is None


@pytest.mark.parametrize("name", examples.EXAMPLES)
def test_an_example_can_be_run_and_kept_in_a_file(name):
    state = examples.EXAMPLES[name].state
    assert not [experiment.problems() for experiment in (state.experiment, *state.queue) if experiment.problems()]
    assert session_file.loads(session_file.dumps(state)) == state


def test_an_example_opens_as_a_new_session_after_asking(person):
    window = person.open()
    person.press("help.example_methods")
    assert window.views.current == "compare"
    assert [waiting.algorithm.kind for waiting in window.session.queue] == [
        "prototypical",
        "maml",
        "baseline_plus_plus",
    ]
    assert window.session.queue_paused
    assert (window.session.path, window.session.is_modified) == (None, False)
    person.set("outer.lr", 0.005)
    person.press("help.example_waves")
    person.answer("dialog.forget")
    assert window.views.current == "adaptation"
    assert (person.experiment.dataset.kind, window.session.queue) == ("sinusoid", ())
