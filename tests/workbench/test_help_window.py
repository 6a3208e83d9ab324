"""The help in the window: where F1, the view's button and the form's link lead, search, back and forward."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from core.help import FIRST
from core.help_pages import VIEWS, pages
from core.help_text import Equation, Picture, links
from workbench import theme
from workbench.help.page_view import PageView


@pytest.fixture
def help_of(person):
    """The help window of a person's window, once it is there."""

    def window():
        person.wait(lambda: person.sees("help"))
        return person.find("help")

    return window


@pytest.fixture
def view(qtbot, plain_look):
    made = PageView()
    qtbot.addWidget(made)
    made.resize(760, 600)
    made.show()
    return made


def test_every_view_has_its_page_and_a_button_that_opens_it(person, help_of):
    window = person.open()
    views = [page.id for page in pages().values() if page.group == VIEWS]
    assert sorted(f"view/{name}" for name in window.views.names) == sorted(views)
    for name in window.views.names:
        person.press(f"view.{name}")
        person.press(f"{window.views.view(window.views.current).objectName()}.help")
        assert help_of().target == f"view/{name}"
        assert help_of().windowTitle().startswith(pages()[f"view/{name}"].title)
    person.press("view.confusion")
    person.press("help.view")
    assert help_of().target == "view/confusion"
    window.views.take_out("confusion")  # its button goes with it
    help_of().go("troubleshooting")
    person.press("confusion.help")
    assert help_of().target == "view/confusion"


def test_f1_explains_what_has_the_focus(person, help_of):
    window = person.open()
    person.find("setup.search").setFocus()
    pointed_at = person.find("dataset.shots")
    QCursor.setPos(pointed_at.mapToGlobal(pointed_at.rect().center()))
    QToolTip.showText(QCursor.pos(), pointed_at.toolTip(), pointed_at)
    person.wait(QToolTip.isVisible)
    person.keys("F1", to=person.find("setup.search"))
    assert help_of().target == "dataset/sinusoid#dataset.shots"
    QToolTip.hideText()
    window.activateWindow()
    person.wait(lambda: window.isActiveWindow() and not QToolTip.isVisible())
    person.find("setup.search").setFocus()
    person.keys("F1")
    assert help_of().target == FIRST
    for name, target in (
        ("outer.lr", "settings/outer#outer.lr"),
        ("algorithm.inner_lr.slider", "algorithm/maml#algorithm.inner_lr"),
        ("dataset.kind", "dataset/sinusoid"),
        ("learning_curves.smoothing", "view/curves"),
    ):
        window.activateWindow()
        person.wait(window.isActiveWindow)
        person.find(name).setFocus()
        person.keys("F1")
        person.wait(lambda target=target: help_of().target == target)


def test_from_the_form_through_links_and_search_and_back(person, help_of):
    window = person.open()
    window.session.choose_preset("glyphs-5w1s-protonet")
    about = person.find("setup.about.algorithm")
    assert "More about Prototypical Networks" in about.text()
    about.linkActivated.emit(about.text().partition("href='")[2].partition("'")[0])
    shown = help_of()
    assert shown.target == "algorithm/prototypical"
    assert not shown.back.isEnabled()

    first = next(target for block in pages()[shown.target].blocks for target in links(block))
    shown.page.setFocus()
    QTest.keyClick(shown.page, Qt.Key.Key_Tab)
    QTest.keyClick(shown.page, Qt.Key.Key_Return)
    assert shown.target == first

    shown.find()
    QTest.keyClicks(shown.search, "meta-batch size")
    QTest.keyClick(shown.search, Qt.Key.Key_Return)
    assert shown.target == "settings/outer#outer.meta_batch_size"
    QTest.keyClicks(shown.search, " xyzzy")
    person.wait(lambda: not shown.contents.isVisible())
    shown.search.clear()
    person.wait(lambda: shown.contents.isVisible())
    groups = [shown.contents.topLevelItem(place) for place in range(shown.contents.topLevelItemCount())]
    entries = [group.child(place).text(0) for group in groups for place in range(group.childCount())]
    assert entries == [page.title for page in pages().values()]

    person.press("help.back")
    assert shown.target == first
    person.press("help.back")
    assert shown.target == "algorithm/prototypical"
    person.press("help.forward")
    assert shown.target == first
    shown.go("troubleshooting")
    assert not shown.forward.isEnabled()
    for widget in (shown.search, shown.contents, shown.page, shown.back, shown.forward):
        assert widget.objectName()
        assert widget.accessibleName()
    QTest.keyClick(shown.search, Qt.Key.Key_Escape)
    person.wait(lambda: not person.sees("help"))


def test_every_page_is_shown_with_its_words_and_drawings(view):
    for page in pages().values():
        view.show_page(page)
        text = view.toPlainText()
        assert text.startswith(page.title)
        assert text.count("\ufffc") == sum(isinstance(block, Equation | Picture) for block in page.blocks), page.id
        assert not view.horizontalScrollBar().maximum(), page.id


def test_an_equation_is_copied_as_text(view):
    view.show_page(pages()["algorithm/maml"])
    view.selectAll()
    view.copy()
    copied = QApplication.clipboard().text()
    assert "φₖ₊₁ = φₖ − α ∇L_S(φₖ)" in copied
    assert "\ufffc" not in copied


def test_a_place_in_a_page_is_brought_into_sight_and_marked(view, wait):
    view.show_page(pages()["algorithm/reptile"], "algorithm.evaluation_batch_size")
    wait(lambda: view.verticalScrollBar().value() > 0)
    assert theme.current().selection in view.toHtml()


def test_a_page_takes_the_colours_of_a_new_theme(view, qapp, wait):
    theme.apply(qapp, theme.LIGHT)
    view.show_page(pages()["meta-learning"])
    light = view.grab().toImage()
    theme.apply(qapp, theme.DARK)
    wait(lambda: theme.DARK.link in view.toHtml())
    dark = view.grab().toImage()
    middle = view.rect().center()
    assert light.pixelColor(2, middle.y()).lightness() > 200 > 60 > dark.pixelColor(2, middle.y()).lightness()
