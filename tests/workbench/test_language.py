"""The window in another language: it is built anew at once, and goes on with what was on the desk."""

import pytest
from person import ENDLESS, Person
from PySide6.QtWidgets import QApplication

from core.runs.own_task import PointTask
from workbench import words
from workbench.catalogue import Catalogue
from workbench.words import tr, trn

CHINESE = "zh_CN"


@pytest.fixture(autouse=True)
def english_again(qapp):
    yield
    words.speak(qapp, words.ENGLISH)


def in_chinese(person: Person) -> None:
    before = person.window
    person.press(f"view.language_{CHINESE}")
    person.wait(lambda: person.window.desk.parent_widget is not before)
    person.follow()


def test_values_stand_where_the_translation_puts_them():
    words.use(Catalogue({"{a} of {b}": "{b} 中的 {a}", "one run": "一个", "{n} runs": "{n} 个"}))
    assert tr("{a} of {b}", a=3, b="8") == "8 中的 3"
    assert [trn(n, "one run", "{n} runs", n=n) for n in (0, 1, 2)] == ["0 个", "一个", "2 个"]
    assert tr("unknown {a}", a=1) == "unknown 1"


def test_a_text_without_values_may_hold_braces():
    words.use(Catalogue({"{x}": "{x}"}))
    assert tr("a set {x}") == "a set {x}"


def test_menus_and_qts_own_words_change_at_once_and_back(person):
    person.open()
    in_chinese(person)
    assert person.window.actions_by_id["session.save"].text() == Catalogue.read(CHINESE).texts["Save"]
    assert not QApplication.translate("QPlatformTheme", "Cancel").isascii()
    person.press("view.language_en")
    person.wait(lambda: person.window.desk.parent_widget is not person.window)
    person.follow()
    assert person.window.actions_by_id["session.save"].text() == "Save"


def test_the_choice_is_kept(person):
    person.open()
    in_chinese(person)
    person.close()
    person.open()
    assert person.window.actions_by_id["session.save"].text() == Catalogue.read(CHINESE).texts["Save"]
    assert person.window.actions_by_id[f"view.language_{CHINESE}"].isChecked()


def test_a_run_goes_on_and_everything_stays_where_it_was(person):
    window = person.open()
    person.set_up(ENDLESS)
    person.start()
    person.press("view.adaptation")
    window.views.take_out("confusion")
    window.desk.offer.emit("something", "Decide.", [("yes", "Yes", lambda: None)])
    window.tryit.state.change(PointTask(((0.5, 1.0),)))
    run, kept, worker = window.desk.worker.run, window.session.experiment, window.desk.worker
    in_chinese(person)
    window = person.window
    assert window.desk.worker is worker
    assert worker.is_busy
    assert worker.run is run
    assert window.session.experiment == kept
    assert window.session.can_undo
    assert window.views.current == "adaptation"
    assert window.views.taken_out == ["confusion"]
    assert [offer[0] for offer in window.banners.offers] == ["something"]
    assert window.runs.model.rows[0].name == run.path.name
    at = window.progress._last.iteration
    person.wait(lambda: window.progress._last.iteration > at)  # news reach the new window
    person.press("run.stop")
    person.wait_for_end()


def test_nobody_listens_in_the_window_that_has_gone(person):
    """What is told to a widget that is no more raises, and fails the test."""
    window = person.open()
    for name in window.views.names:
        window.views.look_at(name)
    in_chinese(person)
    person.set("outer.iterations", 77)
    person.press("edit.undo")
    desk = person.window.desk
    desk.refresh_runs()
    for signal in (desk.rows_changed, desk.facts_changed, desk.shown.changed, desk.shown.grown):
        signal.emit()
    desk.shown.adaptation_changed.emit()
    desk.session.queue_changed.emit()
    desk.worker.state_changed.emit(desk.worker.state)
    desk.message.emit("A word.")
    QApplication.processEvents()


def test_a_system_that_speaks_chinese_gets_it(monkeypatch):
    class System:
        @staticmethod
        def system():
            return System()

        def uiLanguages(self):
            return self.wishes

    for wish, language in (("zh-CN", "zh_CN"), ("zh-Hans-SG", "zh_CN"), ("zh-TW", "en"), ("de-DE", "en")):
        System.wishes = [wish]
        with monkeypatch.context() as patch:
            patch.setattr(words.QLocale, "system", System.system)
            assert words.language_of("system") == language
    assert words.language_of("en") == "en"
