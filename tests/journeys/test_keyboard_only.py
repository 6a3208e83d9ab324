"""Someone who uses no mouse chooses a preset, changes a setting, trains, looks and stops."""

from PySide6.QtWidgets import QApplication

from workbench.worker import State


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def test_keyboard_only(person):
    window = person.open()

    # Ctrl+P opens the presets; a few letters and Return choose one.
    person.keys("Ctrl+P")
    person.wait(lambda: focused() == "setup.preset.search")
    person.type("sinusoid reptile")
    person.keys("Return")
    person.wait(lambda: window.session.preset == "sinusoid-reptile")
    person.wait(lambda: not person.sees("setup.preset.search"))

    # Ctrl+F finds a setting, Tab goes to it, and typing changes it.
    person.keys("Ctrl+F")
    person.wait(lambda: focused() == "setup.search")
    person.type("meta-batch")
    person.wait(lambda: not person.sees("outer.iterations"))
    for _ in range(3):  # the list of settings, the heading of the section, the setting
        person.keys("Tab")
    assert focused() == "outer.meta_batch_size"
    person.keys("Ctrl+A")
    person.type("3")
    person.keys("Return")
    assert person.experiment.outer.meta_batch_size == 3

    # The arrow keys step it; Shift+Tab goes back.
    person.keys("Up")
    assert person.experiment.outer.meta_batch_size == 4
    person.keys("Shift+Tab")
    assert focused() != "outer.meta_batch_size"

    # Outside of a text, Ctrl+Z takes the last change back.
    person.find("views").setFocus()
    person.keys("Ctrl+Z")
    assert person.experiment.outer.meta_batch_size == 3
    person.keys("Ctrl+Shift+Z")
    assert person.experiment.outer.meta_batch_size == 4

    # In a number's box too, where nothing is half typed.
    person.find("outer.meta_batch_size").setFocus()
    person.keys("Ctrl+Z")
    assert person.experiment.outer.meta_batch_size == 3
    person.keys("Ctrl+Shift+Z")
    assert person.experiment.outer.meta_batch_size == 4

    # Ctrl+Return starts.
    person.keys("Ctrl+Return")
    person.wait(lambda: window.desk.worker.state is State.RUNNING)

    # The palette, Ctrl+Shift+P, knows every command by its name.
    person.keys("Ctrl+Shift+P")
    person.wait(lambda: focused() == "palette.search")
    person.type("adaptation")
    person.keys("Return")
    person.wait(lambda: person.sees("adaptation"))
    person.keys("Ctrl+1")
    person.wait(lambda: person.sees("learning_curves"))

    # Pause, resume, stop.
    person.keys("Ctrl+.")
    person.wait(lambda: window.desk.worker.state is State.PAUSED)
    person.keys("Ctrl+R")
    person.wait(lambda: window.desk.worker.state is State.RUNNING)
    person.keys("Ctrl+E")
    person.wait_for_end()
    person.wait(lambda: person.cell(0, "Status") == "stopped")

    # Ctrl+Q asks about the changes; Escape stays, and the letters of an answer take it.
    person.keys("Ctrl+Q")
    person.wait(lambda: person.sees("dialog.question"))
    person.keys("Escape", person.find("dialog.question"))
    person.wait(lambda: not person.sees("dialog.question"))
    assert window.isVisible()
