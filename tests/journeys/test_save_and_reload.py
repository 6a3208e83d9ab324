"""Someone keeps an afternoon's work in a file, and finds all of it again."""

from person import SMALL
from PySide6.QtWidgets import QMenu

from workbench import session_file


def recent_files(person) -> list:
    menu = next(menu for menu in person.window.findChildren(QMenu) if "Recent" in menu.title())
    menu.aboutToShow.emit()
    return menu.actions()


def test_save_and_reload(person, tmp_path):
    path, other = tmp_path / "afternoon.innerloop", tmp_path / "evening.innerloop"

    # A change makes the session unsaved, and the title says so.
    window = person.open()
    assert person.title.startswith("Untitled –")
    person.set_up({**SMALL, "algorithm.inner_lr": 0.02})
    assert person.title.startswith("Untitled*")

    # A run is trained and shown.
    person.press("toolbar.run.start")
    person.wait_for_end()
    shown = window.desk.selected
    assert len(shown) == 1
    person.press("view.adaptation")

    # Save As: the session has a name now, and nothing is unsaved.
    person.press("session.save_as")
    person.choose_file(path)
    assert path.is_file()
    assert person.title.startswith("afternoon –")
    experiment = person.experiment

    # Close and come back: the same experiment, the same run shown, the same view in front.
    person.close()
    window = person.open(str(path))
    assert person.experiment == experiment
    assert person.title.startswith("afternoon –")
    assert window.desk.selected == shown
    assert window.runs.table.selected_names == shown
    assert person.sees("adaptation")
    person.wait(lambda: any(len(curve.x) == 30 for curve in window.curves.loss_plot.curves))

    # Revert goes back to the file.
    assert not person.command("session.revert").isEnabled()
    person.set("seed", 8)
    assert person.title.startswith("afternoon*")
    person.press("session.revert")
    assert person.experiment == experiment
    assert person.title.startswith("afternoon –")

    # Save goes into the same file; Save As with another seed makes a second one.
    person.set("seed", 9)
    person.press("session.save")
    assert session_file.load(path).experiment.seed == 9
    person.set("seed", 10)
    person.press("session.save_as")
    person.choose_file(tmp_path / "evening")  # the ending is added
    assert session_file.load(other).experiment.seed == 10

    # Both are among the recent files, the newest first.
    assert [action.text() for action in recent_files(person)] == ["evening.innerloop", "afternoon.innerloop"]
    recent_files(person)[1].trigger()
    assert person.title.startswith("afternoon –")
    assert person.experiment.seed == 9

    # A file that is dropped on the window is opened, after a word about unsaved changes.
    person.set("seed", 11)
    person.drop(other)
    person.answer("dialog.save")
    assert person.title.startswith("evening –")
    assert person.experiment.seed == 10
    assert session_file.load(path).experiment.seed == 11

    # Open asks for a file in a dialog; New starts afresh.
    person.press("session.open")
    person.choose_file(path)
    assert person.experiment.seed == 11
    person.press("session.new")
    assert person.title.startswith("Untitled –")
    assert person.experiment.seed == 0
    person.close()
