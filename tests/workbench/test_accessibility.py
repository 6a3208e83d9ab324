"""The window for people who see, point or hear differently: names for everything, the keyboard to everything, room."""

import pytest
from looks import focusable, said
from person import Person
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QScrollBar,
    QWidget,
)

from core.schema import SECTIONS, fields_of
from workbench import theme
from workbench.views.adapted import AdaptedRun

ESSENTIAL = ("setup.preset", "setup.search", "toolbar.run.start", "toolbar.run.stop", "runs.filter", "runs.table")


def make_views(window: QWidget) -> None:
    """Look at every view once, which is when it is made."""
    for name in window.views.names:
        window.views.look_at(name)


def unfold(person: Person) -> None:
    """Open every section of the setup."""
    for section in SECTIONS:
        rows = person.window.setup.form._sections[section].rows
        if rows:
            person.window.setup.form.reveal(rows[0].field.path)


def tabbed(window: QWidget) -> list[QWidget]:
    """What has the focus, one Tab after another, once around the window."""
    first = window.focusWidget() or window.nextInFocusChain()
    found, widget = [], first
    while True:
        widget = widget.nextInFocusChain()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            found.append(widget)
        if widget is first:
            return found


@pytest.mark.parametrize("preset", ["sinusoid-maml", "omniglot-20w5s-protonet", "sinusoid-reptile"])
def test_everything_that_takes_the_focus_has_a_name(person, preset):
    window = person.open()
    window.session.choose_preset(preset)
    make_views(window)
    widgets = focusable(window)
    assert len(widgets) > 100
    assert [repr(widget) for widget in widgets if not widget.objectName()] == []
    assert [widget.objectName() for widget in widgets if not said(widget).strip()] == []


def test_names_are_unique(person):
    window = person.open()
    make_views(window)
    names = [widget.objectName() for widget in focusable(window)]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_the_popups_have_names(person):
    window = person.open()
    for popup in (window.palette_window, window.setup.picker._list):
        for widget in popup.findChildren(QWidget):
            inside = isinstance(widget.parentWidget(), QAbstractScrollArea) or widget.objectName().startswith("qt_")
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not inside and not isinstance(widget, QScrollBar):
                assert widget.objectName()
                assert said(widget)


def test_the_tab_key_reaches_every_setting_in_the_order_of_the_form(person):
    window = person.open()
    unfold(person)
    reached = [widget.objectName() for widget in tabbed(window)]
    wanted = [field.path for field in fields_of(person.experiment)]
    assert [name for name in wanted if name not in reached] == []
    start = reached.index(wanted[0])
    around = reached[start:] + reached[:start]
    assert [name for name in around if name in wanted] == wanted


def test_the_tab_key_reaches_the_rest(person):
    person.open()
    reached = [widget.objectName() for widget in tabbed(person.window)]
    for name in ("setup.preset", "setup.search", "toolbar.run.start", "runs.filter", "learning_curves.smoothing"):
        assert name in reached


def test_a_view_that_comes_late_is_reached_between_setup_and_runs(person):
    window = person.open()
    for view, control in (("curves", "learning_curves.smoothing"), ("gradients", "gradients.help")):
        window.views.look_at(view)
        reached = [widget.objectName() for widget in tabbed(window)]
        start = reached.index("setup.search")
        around = reached[start:] + reached[:start]
        assert around.index("setup.search") < around.index(control) < around.index("runs.filter")


def test_new_settings_take_their_place_in_the_tab_order(person):
    window = person.open()
    window.session.choose_preset("omniglot-5w1s-maml")
    window.session.set("outer.optimizer", "sgd")
    window.session.set("outer.schedule", "halving")
    unfold(person)
    wanted = [field.path for field in fields_of(person.experiment)]
    reached = [widget.objectName() for widget in tabbed(window)]
    start = reached.index(wanted[0])
    around = reached[start:] + reached[:start]
    assert [name for name in around if name in wanted] == wanted


def place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
@pytest.mark.parametrize("preset", ["sinusoid-maml", "omniglot-20w5s-protonet"])
def test_nothing_essential_is_clipped_or_covered(person, size, preset):
    window = person.open()
    window.session.choose_preset(preset)
    window.resize(*size)
    unfold(person)
    person.wait(lambda: (window.width(), window.height()) == size)
    QApplication.sendPostedEvents()
    controls = [person.find(name) for name in ESSENTIAL if person.find(name).isVisible()]
    for control in controls:
        assert window.rect().contains(place(control, window)), control.objectName()
        least = control.minimumSizeHint()
        assert control.width() >= min(least.width(), 400), control.objectName()
        assert control.height() >= least.height(), control.objectName()
    for number, one in enumerate(controls):
        for other in controls[number + 1 :]:
            assert not place(one, window).intersects(place(other, window)), (one.objectName(), other.objectName())


def test_controls_of_one_line_are_of_one_height(person):
    window = person.open()
    window.session.choose_preset("omniglot-5w1s-maml")
    unfold(person)
    QApplication.sendPostedEvents()
    paths = [field.path for field in fields_of(person.experiment) if field.control not in ("lines", "switch")]
    assert {person.find(path).height() for path in paths} == {theme.CONTROL_HEIGHT}


def test_the_keys_of_the_plots_are_whole_in_a_small_window(person):
    window = person.open()
    window.resize(1024, 640)
    person.press("view.adaptation")
    line = [0.0, 1.0]
    task = {"task": 0, "support_x": line, "support_y": line, "x": line, "truth": line, "steps": [line, line]}
    facts = {"iteration": 10, "split": "validation", "metric": "mse", "trained_steps": 1, "evaluated_steps": 1}
    facts |= {"mean": line, "ci95": line, "tasks": [line], "functions": [task]}
    window.adaptation.set_runs([AdaptedRun("run", "run", "#2e59ae", facts)])
    QApplication.sendPostedEvents()
    person.wait(lambda: person.sees("adaptation.function_key"))
    assert person.find("adaptation.function_key").shown == ["truth", "prediction", "support"]
    assert person.find("adaptation.key").shown == ["single tasks", "mean, 95\u202f% CI"]


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
@pytest.mark.parametrize("preset", ["sinusoid-maml", "omniglot-5w1s-maml"])
def test_no_setting_is_wider_than_its_panel(person, size, preset):
    window = person.open()
    window.session.choose_preset(preset)
    window.resize(*size)
    unfold(person)
    QApplication.sendPostedEvents()
    panel = person.find("setup.scroll").viewport()
    assert window.setup.form.minimumSizeHint().width() <= panel.width()
    for field in fields_of(person.experiment):
        control = person.find(field.path)
        where = place(control, panel)
        assert where.left() >= 0, field.path
        assert where.right() <= panel.width(), field.path
        assert control.height() >= min(control.minimumSizeHint().height(), 40), field.path


@pytest.mark.parametrize(("choice", "name"), [("light", theme.LIGHT.name), ("dark", theme.DARK.name)])
def test_light_and_dark_both_build_and_are_remembered(person, choice, name):
    person.open()
    person.press(f"view.theme_{choice}")
    assert theme.current().name == name
    person.close()
    person.open()
    assert theme.current().name == name
    assert not person.window.grab().isNull()
