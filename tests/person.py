"""A person in front of the window: everything that a test does to it, it does through names and keys, as people do."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import send2trash
from drawn import with_glyphs
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)

from core.experiment import Experiment
from core.places import Places
from workbench.app import build
from workbench.main_window import MainWindow
from workbench.worker import State

PATIENCE = (
    int(os.environ.get("INNERLOOP_TEST_PATIENCE", "180")) * 1000
)  # milliseconds; a busy machine is slow, and a test that fails for that says nothing
LAST_ANSWERS = ("dialog.keep", "dialog.forget")  # to what is asked when a test closes the window

# An experiment that is over within a second or two, as settings that a person would change.
SMALL = {"outer.iterations": 30, "evaluation.every": 10, "evaluation.tasks": 5, "evaluation.test_tasks": 5}
# One that goes on for as long as a test needs it.
ENDLESS = {"outer.iterations": 1_000_000, "evaluation.every": 500_000, "evaluation.tasks": 5}


class Person:
    """Someone who opens the window, looks, clicks and types."""

    def __init__(self, qtbot: Any, places: Places) -> None:
        self.qtbot, self.places = qtbot, places
        self._window: MainWindow | None = None

    @property
    def window(self) -> MainWindow:
        assert self._window is not None, "no window is open"
        return self._window

    # -- opening and closing ------------------------------------------------------------------------------------

    def open(self, *arguments: str) -> MainWindow:
        """Start the program; returns when its window has looked at what there is."""
        _, self._window = build(["innerloop", *arguments], self.places)
        self._window.show()
        self.wait(lambda: self.window.desk._refresh.isActive())
        self._window.activateWindow()
        self.wait(self._window.isActiveWindow)
        self.wait(lambda: self.window.views.is_made(self.window.views.current))
        return self._window

    def follow(self) -> MainWindow:
        """Turn to the window that has taken the place of the one before."""
        before, window = self.window, self.window.desk.parent_widget
        assert isinstance(window, MainWindow)
        self._window = window
        self.wait(lambda: not _shown(before))
        window.activateWindow()
        self.wait(window.isActiveWindow)
        return window

    def close(self, *answers: str) -> None:
        """Close the window, answering what is asked; it is gone afterwards."""
        self.window.close()
        for name in answers:
            self.answer(name)
        self.wait_closed()

    def wait_closed(self) -> None:
        """Wait until the window has closed, and let go of it."""
        window = self.window
        self.wait(lambda: not window.isVisible())
        self._window = None
        _forget(window)

    def leave(self) -> None:
        """End whatever is open, however the test ended."""
        if self._window is None:
            return
        window = self._window
        for dialog in _dialogs():
            dialog.close()
        window.close()
        while window.isVisible():
            self.wait(lambda: not window.isVisible() or _answered_anyhow())
        self.wait_closed()

    # -- waiting and looking ------------------------------------------------------------------------------------

    def wait(self, reached: Callable[[], object]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(lambda: bool(reached()), timeout=PATIENCE)

    def sees(self, name: str) -> bool:
        """Whether a control of this name is to be seen."""
        return any(widget.isVisible() for widget in _named(name))

    def find(self, name: str) -> Any:
        """The control of this name that can be seen, or one that exists at all."""
        found = sorted(_named(name), key=lambda widget: not widget.isVisible())
        assert found, f"nothing is called {name}"
        return found[0]

    def command(self, name: str) -> QAction:
        action = self.window.findChild(QAction, name)
        assert action is not None, f"no command is called {name}"
        return action

    @property
    def title(self) -> str:
        """The window's title as the system shows it, with a star for unsaved changes."""
        return self.window.windowTitle().replace("[*]", "*" if self.window.isWindowModified() else "")

    @property
    def experiment(self) -> Experiment:
        return self.window.session.experiment

    @property
    def runs(self) -> list[Path]:
        """The run folders, the oldest first."""
        found = [path for path in self.places.runs.glob("*") if path.is_dir()]
        return sorted(found, key=lambda path: path.stat().st_ctime_ns)

    @property
    def focus(self) -> QWidget:
        """What the keyboard goes to. Without a window manager nobody gives the focus back when a popup has closed."""
        if not _shown(QApplication.focusWidget()):
            self.window.activateWindow()
            self.wait(lambda: _shown(QApplication.focusWidget()))
        return QApplication.focusWidget()

    def cell(self, row: int, column: str) -> str:
        """What the table of runs shows."""
        model = self.find("runs.table").model()
        titles = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
        return model.index(row, titles.index(column)).data()

    # -- doing --------------------------------------------------------------------------------------------------

    def press(self, name: str) -> None:
        """Press a button, or choose a command from its menu."""
        if name not in self.window.actions_by_id:
            self.wait(lambda: self.sees(name) and self.find(name).width() > 0)  # what has just come has no room yet
            button = self.find(name)
            assert button.isEnabled(), f"{name} is off"
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            return
        action = self.command(name)
        assert action.isEnabled(), f"{name} is off: {action.toolTip()}"
        action.trigger()

    def keys(self, text: str, to: QWidget | None = None) -> None:
        """Press a combination of keys, such as Ctrl+P."""
        QTest.keySequence(to or self.focus, QKeySequence(text))

    def type(self, text: str, to: QWidget | None = None) -> None:
        QTest.keyClicks(to or self.focus, text)

    def set(self, path: str, value: Any) -> None:
        """Change a setting in its control, with the keyboard or the mouse."""
        self.window.setup.form.reveal(path)
        change(self.find(path), value)

    def set_up(self, settings: dict[str, Any]) -> None:
        for path, value in settings.items():
            self.set(path, value)

    def answer(self, name: str) -> None:
        """Wait for a question and give this answer."""
        self.wait(lambda: self.sees(name))
        button = self.find(name)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.wait(lambda: not _shown(button))

    def dismiss(self) -> str:
        """Read an error and close it; returns its words."""
        self.wait(lambda: self.sees("dialog.error"))
        box = self.find("dialog.error")
        words = "\n".join([box.windowTitle(), box.informativeText(), box.detailedText()])
        QTest.mouseClick(box.button(QMessageBox.StandardButton.Ok), Qt.MouseButton.LeftButton)
        self.wait(lambda: not _shown(box))
        return words

    def choose_file(self, path: Path, name: str = "dialog.file") -> None:
        """Wait for the file dialog and choose a file in it."""
        self.wait(lambda: self.sees(name))
        dialog = self.find(name)
        assert isinstance(dialog, QFileDialog)
        dialog.selectFile(str(path))
        dialog.accept()
        self.wait(lambda: not _shown(dialog))

    def drop(self, path: Path) -> None:
        """Drag a file onto the window and let go."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        where, button, none = QPoint(400, 300), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(where, Qt.DropAction.CopyAction, data, button, none)
        QCoreApplication.sendEvent(self.window, enter)
        assert enter.isAccepted(), "the window does not take this file"
        QCoreApplication.sendEvent(self.window, QDropEvent(where, Qt.DropAction.CopyAction, data, button, none))

    def start(self) -> None:
        """Press Start, and wait until the first iterations are there."""
        self.press("toolbar.run.start")
        self.wait(lambda: self.window.desk.worker.state is State.RUNNING)

    def wait_for_end(self) -> None:
        """Wait until nothing trains."""
        self.wait(lambda: not self.window.desk.worker.is_busy)


def change(control: QWidget, value: Any) -> None:
    """Change the value of a control of the form as a person would."""
    if isinstance(control, QComboBox):
        place = control.findData(value)
        assert place >= 0, f"{control.objectName()} does not offer {value!r}"
        control.setFocus()
        QTest.keyClick(control, Qt.Key.Key_Home)
        for _ in range(sum(control.itemData(before) is not None for before in range(place))):  # headings are passed by
            QTest.keyClick(control, Qt.Key.Key_Down)
    elif isinstance(control, QAbstractButton):
        if control.isChecked() != value:
            QTest.keyClick(control, Qt.Key.Key_Space)
    else:
        control.setFocus()
        QTest.keySequence(control, QKeySequence(QKeySequence.StandardKey.SelectAll))
        QTest.keyClick(control, Qt.Key.Key_Delete)
        if str(value).isascii():
            QTest.keyClicks(control, str(value))
        else:  # has no keys on a test's keyboard
            QApplication.clipboard().setText(str(value))
            QTest.keySequence(control, QKeySequence(QKeySequence.StandardKey.Paste))
        if isinstance(control, QPlainTextEdit):
            control.clearFocus()
        else:
            QTest.keyClick(control, Qt.Key.Key_Return)


def _named(name: str) -> list[QWidget]:
    return [widget for widget in QApplication.allWidgets() if widget.objectName() == name]


def _dialogs() -> list[QWidget]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMessageBox | QFileDialog)]


def _shown(widget: QWidget | None) -> bool:
    from shiboken6 import isValid

    return widget is not None and isValid(widget) and widget.isVisible()


def _answered_anyhow() -> bool:
    """Answer the first question that is there; whether there was one."""
    for name in LAST_ANSWERS:
        for button in _named(name):
            if button.isVisible():
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                return True
    return False


def _forget(window: MainWindow) -> None:
    """Delete a closed window, which the end of the program does outside tests."""
    themes = window._themes
    window.deleteLater()
    themes.deleteLater()
    for _ in range(2):  # what goes takes more with it
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


@pytest.fixture
def wait(qtbot: Any) -> Callable[[Callable[[], object]], None]:
    """Wait until something is so."""
    return lambda reached: qtbot.waitUntil(lambda: bool(reached()), timeout=PATIENCE)


@pytest.fixture
def places(home: Path, drawn_glyphs: Path) -> Places:
    return with_glyphs(Places(home=home, runs=home / "runs", data=home / "data", cache=home / "cache"), drawn_glyphs)


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stands for the system's bin."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setattr(send2trash, "send2trash", lambda path: Path(path).rename(folder / Path(path).name))
    return folder


@pytest.fixture
def plain_look(qapp: QApplication) -> Iterator[None]:
    """The application looks afterwards as it did before."""
    font, palette = qapp.font(), qapp.palette()
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    for name in ("theme", "text_size", "motion"):
        qapp.setProperty(name, None)


@pytest.fixture
def person(qtbot: Any, places: Places, bin_folder: Path, plain_look: None) -> Iterator[Person]:
    """A person before a program that has not been started yet."""
    someone = Person(qtbot, places)
    yield someone
    someone.leave()
