"""Size of the text and motion: chosen in the menu or by keys, at once, everywhere, and kept for the next start."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QProgressBar,
    QStyle,
    QToolBar,
    QWidget,
)

from workbench import motion, text_size
from workbench.progress_bar import ProgressLine
from workbench.text_size import scaled, sized
from workbench.views.step_player import StepPlayer
from workbench.worker import State


def pixels(widget):
    return QFontInfo(widget.font()).pixelSize()


def label_of(person):
    """The label of a setting."""
    return next(label for label in person.window.setup.findChildren(QLabel) if label.text() == "Shots")


def ticked(person, prefix):
    return [
        name for name, action in person.window.actions_by_id.items() if name.startswith(prefix) and action.isChecked()
    ]


def reachable(window):
    """The controls around the views, and those of the view in front."""
    places = [window.views.currentWidget(), window.statusBar(), window.queue, *window.findChildren(QToolBar)]
    return [
        control
        for place in places
        for control in place.findChildren(QWidget)
        if isinstance(control, QAbstractButton | QComboBox | QAbstractSpinBox) and control.isVisible()
    ]


class Heard(QLabel):
    """A widget that paints by itself, and listens as such widgets do."""

    repainted = False

    def changeEvent(self, event):
        self.repainted |= event.type() == QEvent.Type.PaletteChange
        super().changeEvent(event)


@pytest.fixture
def no_choice(qapp, plain_look):
    return qapp


def test_all_text_grows_at_once_and_stays_so(person):
    window = person.open()
    label = label_of(person)
    window.views.look_at("sweep")
    section = next(found for found in window.findChildren(QLabel) if found.text() == "No sweep yet")
    axis = window.curves.loss_plot.x_axis
    before = [pixels(label), pixels(section), axis.style["tickFont"].pixelSize(), label.width()]
    assert before == [13, 15, 11, 112]
    heard = Heard(window)
    person.press("view.text_largest")
    assert heard.repainted
    person.press("view.motion_reduced")
    after = [pixels(label), pixels(section), axis.style["tickFont"].pixelSize(), label.width()]
    assert after == [16, 19, 14, 140]  # larger by a quarter
    assert ticked(person, "view.text_") == ["view.text_largest"]
    heard.deleteLater()

    # The next start has it from the beginning; the keys lead back, and end at the smallest.
    person.close()
    person.open()
    assert pixels(label_of(person)) == 16
    assert ticked(person, "view.text_") == ["view.text_largest"]
    assert ticked(person, "view.motion") == ["view.motion_reduced"]
    assert motion.reduced(person.window)
    person.keys("Ctrl+=")  # none is larger
    assert ticked(person, "view.text_") == ["view.text_largest"]
    person.keys("Ctrl+-")
    assert ticked(person, "view.text_") == ["view.text_larger"]
    person.keys("Ctrl+0")
    assert ticked(person, "view.text_") == ["view.text_normal"]
    assert pixels(label_of(person)) == 13


def test_what_was_kept_and_means_nothing_is_the_usual(person, places):
    places.home.mkdir(parents=True, exist_ok=True)
    (places.home / "window.ini").write_text("[General]\ntheme=pink\ntext=huge\nmotion=wild\n")
    person.open()
    assert ticked(person, "view.t") == ["view.theme_system", "view.text_normal"]
    assert ticked(person, "view.motion") == ["view.motion_system"]
    assert scaled(100) == 100


def test_the_largest_text_leaves_all_within_reach_in_a_small_window(person):
    window = person.open()
    window.resize(1024, 640)
    person.press("view.text_largest")
    panel = person.find("setup.scroll").viewport()
    for name in window.views.names:
        window.views.look_at(name)
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        assert (window.width(), window.height()) == (1024, 640), name
        assert window.setup.form.minimumSizeHint().width() <= panel.width()
        for control in reachable(window):
            assert control.height() >= control.fontMetrics().height(), control.objectName()
            right = control.mapTo(window, control.rect().topRight()).x()
            assert right < window.width(), (name, control.objectName())


def test_a_widget_grows_with_the_text(no_choice, qtbot):
    label = QLabel("width")
    qtbot.addWidget(label)
    sized(label, width=100, least_height=20)
    text_size.choose(no_choice, "largest")
    assert (label.width(), label.minimumHeight()) == (125, 25)
    sized(label, least_height=30)
    assert (label.width(), label.minimumHeight()) == (125, 38)
    text_size.choose(no_choice, "normal")
    assert (label.width(), label.minimumHeight()) == (100, 30)


# -- motion -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("duration", "moves"), [(0, False), (200, True)])
def test_the_system_is_followed_where_nothing_was_chosen(no_choice, qtbot, monkeypatch, duration, moves):
    label = QLabel()
    qtbot.addWidget(label)
    asked = QStyle.StyleHint.SH_Widget_Animation_Duration
    monkeypatch.setattr(label.style(), "styleHint", lambda hint, *_: {asked: duration}[hint])
    assert motion.reduced(label) is not moves
    motion.choose(no_choice, "reduced")
    assert motion.reduced(label)
    motion.choose(no_choice, "full")
    assert not motion.reduced(label)


@pytest.mark.parametrize(("choice", "ends"), [("reduced", True), ("full", False)])
def test_steps_play_once_where_motion_is_reduced(no_choice, on_screen, choice, ends):
    motion.choose(no_choice, choice)
    player = on_screen(StepPlayer("test"), 400, 40)
    player.set_last(2, at=1)
    player.play.click()
    player._timer.timeout.emit()
    assert (player.step, player.playing) == (2, True)
    player._timer.timeout.emit()
    assert (player.step, player.playing) == ((2, False) if ends else (0, True))
    player.play.setChecked(False)


@pytest.mark.parametrize(("choice", "moves"), [("reduced", False), ("full", True)])
def test_a_bar_without_a_number_lies_still_where_motion_is_reduced(no_choice, on_screen, choice, moves):
    motion.choose(no_choice, choice)
    line = on_screen(ProgressLine(), 600, 30)
    line.show_state(State.PREPARING)
    bar = line.findChild(QProgressBar)
    assert bar.isVisible()
    assert ((bar.minimum(), bar.maximum()) == (0, 0)) is moves  # Qt's sign for a bar that moves to and fro
