"""What the desk asks, and that each answer does what it says."""

import json
import stat
from pathlib import Path

import pytest
from person import ENDLESS, SMALL
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from core.experiment import Experiment
from core.runs.run import Run
from workbench import session_file
from workbench.session_file import SessionState

TRAINS = {**ENDLESS, "compute.checkpoint_every": 1_000_000}


def saved(path: Path, **settings) -> Path:
    experiment = Experiment()
    for name, value in settings.items():
        experiment = experiment.with_value(name.replace("__", "."), value)
    session_file.save(path, SessionState(experiment))
    return path


# -- quitting -------------------------------------------------------------------------------------------------------


def test_an_unchanged_window_closes_without_a_word(person):
    person.open()
    person.close()


def test_quit_does_what_closing_does(person):
    person.open()
    person.press("program.quit")
    person.wait_closed()


def test_unsaved_changes_stay(person):
    window = person.open()
    person.set("seed", 4)
    window.close()
    person.answer("dialog.cancel")
    assert window.isVisible()
    assert person.experiment.seed == 4
    assert window.session.is_modified


def test_unsaved_changes_are_forgotten(person, places):
    person.open()
    person.set("seed", 4)
    person.close("dialog.forget")
    person.open()
    assert person.experiment.seed == 0
    assert not person.sees("banner.autosave")


def test_unsaved_changes_are_saved_first(person, tmp_path):
    path = saved(tmp_path / "mine.innerloop")
    person.open(str(path))
    person.set("seed", 4)
    person.close("dialog.save")
    assert session_file.load(path).experiment.seed == 4


def test_saving_a_new_session_asks_where(person, tmp_path):
    window = person.open()
    person.set("seed", 4)
    window.close()
    person.answer("dialog.save")
    person.choose_file(tmp_path / "new.innerloop")
    person.wait_closed()
    assert session_file.load(tmp_path / "new.innerloop").experiment.seed == 4


def test_quitting_while_a_run_trains_can_be_taken_back(person):
    window = person.open()
    person.set_up(TRAINS)
    person.start()
    window.close()
    person.answer("dialog.cancel")
    assert window.isVisible()
    assert window.desk.worker.is_busy


def test_quitting_can_pause_the_run(person):
    person.open()
    person.set_up(TRAINS)
    person.start()
    person.close("dialog.keep", "dialog.forget")
    run = Run.open(person.runs[0])
    assert run.status["status"] == "paused"
    assert run.status["iteration"] > 0
    assert list(run.checkpoints.glob("iteration-*"))


def test_quitting_can_discard_the_run(person, bin_folder):
    person.open()
    person.set_up(TRAINS)
    person.start()
    name = person.runs[0].name
    person.close("dialog.discard", "dialog.forget")
    assert person.runs == []
    assert (bin_folder / name).is_dir()


def test_the_run_ends_by_itself_while_the_question_is_open(person):
    window = person.open()
    person.set_up({**SMALL, "outer.iterations": 300})
    person.press("toolbar.run.start")
    window.close()
    person.wait_for_end()
    person.answer("dialog.keep")
    person.answer("dialog.forget")
    person.wait_closed()
    assert Run.open(person.runs[0]).status["status"] == "finished"


# -- running --------------------------------------------------------------------------------------------------------


def test_stop_and_keep(person):
    window = person.open()
    person.set_up(TRAINS)
    person.start()
    assert not person.find("toolbar.run.start").isEnabled()
    assert "training" in person.find("toolbar.run.start").toolTip()
    person.press("toolbar.run.stop")
    person.wait_for_end()
    assert Run.open(person.runs[0]).status["status"] == "stopped"
    assert "stopped" in person.find("status.message").text()
    assert person.find("toolbar.run.start").isEnabled()
    assert window.desk.selected == (person.runs[0].name,)


def test_stop_and_discard(person, bin_folder):
    person.open()
    person.set_up(TRAINS)
    person.start()
    person.press("run.discard")
    person.answer("dialog.cancel")
    assert person.window.desk.worker.is_busy
    name = person.runs[0].name
    person.press("run.discard")
    person.answer("dialog.discard")
    person.wait_for_end()
    person.wait(lambda: (bin_folder / name).is_dir())
    assert person.runs == []


def test_discarding_a_run_that_has_ended_meanwhile(person, bin_folder):
    person.open()
    person.set_up({**SMALL, "outer.iterations": 300})
    person.press("toolbar.run.start")
    name = person.runs[0].name
    person.press("run.discard")
    person.wait_for_end()
    person.answer("dialog.discard")
    person.wait(lambda: (bin_folder / name).is_dir())
    assert person.runs == []


def test_two_runs_one_after_the_other(person):
    person.open()
    person.set_up(SMALL)
    for _ in range(2):
        person.press("toolbar.run.start")
        person.wait_for_end()
    assert [Run.open(path).status["status"] for path in person.runs] == ["finished", "finished"]


def test_the_table_shows_how_far_a_run_is(person):
    person.open()
    person.set_up(TRAINS)
    person.start()
    person.wait(lambda: not person.cell(0, "Progress").startswith("0 /"))
    assert Run.open(person.runs[0]).status["iteration"] == 0, "nothing was written yet"


def test_runs_of_one_name_are_told_apart(person):
    person.open()
    person.set_up(SMALL)
    for _ in range(2):
        person.press("toolbar.run.start")
        person.wait_for_end()
        person.qtbot.wait(1000)  # they are told apart by the second
    names = tuple(path.name for path in person.runs)
    person.find("runs.table").select(names)
    shown = [curve.label for curve in person.window.desk.shown.curves]
    assert len(set(shown)) == 2
    assert all(label.startswith(person.experiment.label) for label in shown)
    person.find("runs.table").select(names[:1])
    assert [curve.label for curve in person.window.desk.shown.curves] == [person.experiment.label]


# -- errors ---------------------------------------------------------------------------------------------------------


def test_a_run_that_fails_says_what_happened_and_what_to_do(person, tmp_path):
    person.open()
    person.window.session.choose_preset("omniglot-5w1s-maml")
    person.set("dataset.folder", str(tmp_path))
    person.press("toolbar.run.start")
    person.wait(lambda: person.sees("dialog.error"))
    box = person.find("dialog.error")
    assert str(tmp_path) in box.informativeText()
    assert "start again" in box.informativeText()
    assert f"The run's log is {person.runs[0] / 'log.txt'}." in box.informativeText()
    assert "Traceback" in box.detailedText()
    person.press("dialog.copy")
    assert box.isVisible(), "copying closes nothing"
    assert "Traceback" in QApplication.clipboard().text()
    words = person.dismiss()
    assert "data" in words.split("\n")[0]
    person.wait(lambda: person.cell(0, "Status") == "failed")
    assert person.find("toolbar.run.start").isEnabled()


def test_a_run_whose_folder_is_deleted_while_it_trains_says_so(person, tmp_path):
    person.open()
    person.set_up(TRAINS | {"evaluation.every": 200})
    person.start()
    person.runs[0].rename(tmp_path / "taken away")
    words = person.dismiss()
    assert words.startswith("The run's folder is gone")
    assert "Put the folder back" in words
    assert person.runs == []
    assert person.find("toolbar.run.start").isEnabled()


def test_stopping_a_run_whose_folder_is_deleted_says_so_too(person, tmp_path):
    person.open()
    person.set_up(TRAINS)
    person.start()
    person.runs[0].rename(tmp_path / "taken away")
    person.press("run.stop")
    assert person.dismiss().startswith("The run's folder is gone")
    assert person.runs == []


def test_errors_name_settings_as_the_form_does(person, tmp_path):
    person.open()
    person.window.session.choose_preset("omniglot-5w1s-maml")
    person.set("dataset.folder", str(tmp_path))
    person.press("toolbar.run.start")
    words = person.dismiss()
    assert "“I already have the files” in Dataset: " in words
    person.set("dataset.ways", 1000)
    why = person.command("run.start").toolTip()
    assert why.startswith("“Ways” in Dataset: ")
    assert "dataset.ways" not in why


def test_a_run_that_another_program_trains_is_not_resumed(person, places):
    run = Run.create(Experiment(), places.runs)
    run.set_status("stopped", iteration=0)
    person.open()
    other = Run.open(run.path)
    other.acquire()
    person.find("runs.table").select((run.name,))
    person.press("runs.resume")
    words = person.dismiss()
    other.release()
    assert "another program" in words


def test_runs_that_cannot_be_written_are_said(person, places):
    person.open()
    for path in places.runs.iterdir():
        path.unlink()
    person.window.desk.index.close()
    places.runs.rmdir()
    places.runs.write_text("a file where the folder should be")
    person.press("toolbar.run.start")
    words = person.dismiss()
    assert "cannot be started" in words
    places.runs.unlink()
    places.runs.mkdir()


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"\x00\xff", "not a text file"), (b"session = 9", "newer Innerloop"), (b"hello", "not a session")],
)
def test_a_file_that_cannot_be_opened_leaves_the_session_alone(person, tmp_path, content, words):
    path = tmp_path / "bad.innerloop"
    path.write_bytes(content)
    person.open()
    person.set("seed", 4)
    person.drop(path)
    person.answer("dialog.forget")
    assert words in person.dismiss()
    assert person.experiment.seed == 4
    assert person.title.startswith("Untitled*")
    assert person.window.desk.recent == []


def test_runs_keep_their_colours_in_the_file(person, tmp_path):
    window = person.open()
    person.set_up(SMALL)
    for _ in range(3):
        person.press("toolbar.run.start")
        person.wait_for_end()
    first, second, third = (run.name for run in person.runs)
    for chosen in ((first,), (first, second), (second,), (second, third)):
        person.find("runs.table").select(chosen)
    colors = window.desk.shown.colors
    assert len(set(colors.values())) == 2
    window.desk.save_to(tmp_path / "a.innerloop")

    # Opened again by a new window, and by one that shows the same runs in other colours.
    person.close()
    window = person.open(str(tmp_path / "a.innerloop"))
    assert window.desk.shown.colors == colors
    person.press("session.new")
    person.find("runs.table").select((third,))
    person.find("runs.table").select((third, second))
    assert window.desk.shown.colors != colors
    window.desk.open_now(tmp_path / "a.innerloop")
    assert window.desk.shown.colors == colors
    assert {curve.key: curve.color for curve in window.desk.shown.curves} == colors


def test_a_bad_file_on_the_command_line_is_said(person, tmp_path):
    person.open(str(tmp_path / "gone.innerloop"))
    assert "gone.innerloop cannot be read" in person.dismiss()
    assert person.experiment.dataset.kind == "sinusoid"


def test_a_session_that_cannot_be_saved_says_so_and_stays_open(person, tmp_path):
    person.open()
    person.set("seed", 4)
    (tmp_path / "folder.innerloop").mkdir()
    person.window.desk.save_to(tmp_path / "folder.innerloop")
    assert "could not be saved" in person.dismiss()
    assert person.window.session.is_modified


def test_a_run_that_someone_else_takes_away_is_no_longer_shown(person, tmp_path):
    window = person.open()
    person.set_up(SMALL)
    for _ in range(2):
        person.press("toolbar.run.start")
        person.wait_for_end()
    first, second = person.runs
    person.find("runs.table").select((first.name, second.name))
    second.rename(tmp_path / "elsewhere")
    person.wait(lambda: window.desk.selected == (first.name,))
    assert [curve.key for curve in window.desk.shown.curves] == [first.name]
    person.press("runs.duplicate")
    assert person.experiment == Run.open(first).experiment


# -- what is there at the start -------------------------------------------------------------------------------------


def test_a_run_that_crashed_is_offered(person, places):
    run = Run.create(Experiment().with_value("outer.iterations", 40), places.runs)
    run.set_status("running", iteration=10)
    person.open()
    assert person.cell(0, "Status") == "interrupted"
    person.press(f"banner.resume.{run.name}.resume")
    person.wait_for_end()
    assert run.status["status"] == "finished"


def test_later_is_an_answer(person, places):
    run = Run.create(Experiment(), places.runs)
    run.set_status("paused", left=True, iteration=10)
    person.open()
    person.press(f"banner.resume.{run.name}.later")
    assert not person.sees(f"banner.resume.{run.name}")
    assert not person.window.desk.worker.is_busy
    assert run.status["status"] == "paused"


def test_a_banner_stays_while_another_run_trains(person, places):
    run = Run.create(Experiment().with_value("outer.iterations", 40), places.runs)
    run.set_status("paused", left=True, iteration=10)
    person.open()
    person.set_up(TRAINS)
    person.start()
    resume = person.find(f"banner.resume.{run.name}.resume")
    QTest.mouseClick(resume, Qt.MouseButton.LeftButton)
    assert person.sees(f"banner.resume.{run.name}")
    assert resume.toolTip() == "A run is training; stop it first"
    person.press("run.stop")
    person.wait_for_end()
    person.press(f"banner.resume.{run.name}.resume")
    person.wait_for_end()
    assert run.status["status"] == "finished"
    assert not person.sees(f"banner.resume.{run.name}")


def test_a_run_whose_test_alone_is_missing_says_so(person, places):
    run = Run.create(Experiment().with_value("outer.iterations", 2), places.runs)
    run.set_status("paused", left=True, iteration=2)
    person.open()
    (label,) = person.find(f"banner.resume.{run.name}").findChildren(QLabel)
    assert "came to its last iteration, 2; only the test has not been measured" in label.text()


def test_a_crashed_sessions_changes_wait_for_an_answer(person, places):
    saved(places.home / "autosave" / "session-1.innerloop", seed=9)
    person.open()
    person.set("seed", 4)
    person.close("dialog.forget")
    person.open()  # the question was never answered, and so it comes again
    person.press("banner.autosave.restore")
    assert person.experiment.seed == 9
    assert person.window.session.is_modified


def test_restoring_asks_about_present_changes(person, places):
    saved(places.home / "autosave" / "session-1.innerloop", seed=9)
    person.open()
    person.set("seed", 4)
    person.press("banner.autosave.restore")
    person.answer("dialog.forget")
    assert person.experiment.seed == 9


def test_two_windows_keep_their_own_sessions(person, places, qtbot):
    from person import Person

    first = person
    first.open()
    second = Person(qtbot, places)
    second.open()
    first.window.session.set("seed", 1)
    second.window.session.set("seed", 2)
    first.window.session.write_autosave()
    second.window.session.write_autosave()
    kept = sorted((places.home / "autosave").glob("*.innerloop"))
    assert [session_file.load(path).experiment.seed for path in kept] == [1, 2]
    second.close("dialog.forget")
    first.close("dialog.forget")


@pytest.mark.parametrize("content", ["[1, 2]", "{", "null", '{"a": 1}', "3", '["a.innerloop", null]'])
def test_a_damaged_list_of_recent_files_is_begun_anew(person, places, tmp_path, content):
    places.home.mkdir(parents=True, exist_ok=True)
    (places.home / "recent.json").write_text(content)
    person.open()
    assert person.window.desk.recent == []
    person.window.desk.open_now(saved(tmp_path / "a.innerloop"))
    assert json.loads((places.home / "recent.json").read_text()) == [str(tmp_path / "a.innerloop")]


def test_a_home_that_cannot_be_written_does_not_lose_a_saved_session(person, places, tmp_path):
    person.open()
    recent = places.home / "recent.json"
    recent.mkdir()  # no list can be written here
    person.set("seed", 4)
    person.window.desk.save_to(tmp_path / "a.innerloop")
    assert session_file.load(tmp_path / "a.innerloop").experiment.seed == 4
    assert not person.window.session.is_modified
    assert stat.S_ISDIR(recent.stat().st_mode)
