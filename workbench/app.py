"""The application: `build` makes it without starting its loop, `main` runs it."""

import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from filelock import FileLock
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from core import memory
from core.places import Places
from workbench import handing_over, words
from workbench.comfort import look_as_kept
from workbench.desk import Desk
from workbench.doorbell import Doorbell
from workbench.icons import icon
from workbench.log.crash import Reporter
from workbench.main_window import MainWindow
from workbench.theme import ThemeWatcher, style_sheet_last

REPORTED = 200  # messages that the report of a crash has
PRELOAD_DELAY = 400  # milliseconds after the window is shown


def build(
    argv: Sequence[str] | None = None, places: Places | None = None, lock: FileLock | None = None
) -> tuple[QApplication, MainWindow]:
    """The application and its window, not yet shown. A session file among the arguments is opened.

    In another language the window is built anew; `window.desk.parent_widget` is the one that is open. `lock` is the
    right to be the first window of its home, where it is held already.
    """
    memory.keep_freed()
    arguments = list(sys.argv if argv is None else argv)
    places = places or Places.default()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(arguments[:1] or ["innerloop"])
    app.setApplicationName("innerloop")
    app.setApplicationDisplayName("Innerloop")
    QGuiApplication.setDesktopFileName("innerloop")
    app.setWindowIcon(icon("application"))
    settings = QSettings(str(places.home / "window.ini"), QSettings.Format.IniFormat)
    words.speak(app, words.language_of(str(settings.value("language", "system"))))
    desk, themes = Desk(places), look_as_kept(app, settings)
    with style_sheet_last(app):
        window = _opened(desk, themes, settings)
    if handing_over.POSSIBLE:
        bell = Doorbell(places.home, desk, lock)
        bell.rung.connect(lambda path: _come_forward(desk, path))
        desk.leave.connect(bell.close)
    # What can ask something waits until there is a window to ask in.
    QTimer.singleShot(0, window, lambda: _begin(window, _files(arguments)))
    return app, window


def main(argv: Sequence[str] | None = None, lock: FileLock | None = None) -> int:
    """Show the window and run until it is closed; returns the exit code."""
    places = Places.default()
    reporter = Reporter(places.home)
    reporter.install()
    app, window = build(argv, places, lock)
    logging.captureWarnings(True)  # into the log
    reporter.tail = lambda: window.desk.journal.tail(REPORTED)
    window.show()
    if not _files(sys.argv if argv is None else argv):
        QTimer.singleShot(0, window, window.offer_tour)
    # Importing torch takes longer than opening the window, so it happens once the window is there.
    QTimer.singleShot(PRELOAD_DELAY, window, window.desk.worker.warm_up)
    return app.exec()


def _opened(desk: Desk, themes: ThemeWatcher, settings: QSettings) -> MainWindow:
    """A window for what is on the desk. When a person chooses another language, it gives way to one that speaks it."""
    window = MainWindow(desk, themes, settings)

    def open_anew(choice: str) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        words.speak(app, words.language_of(choice))
        view, out = window.views.current, window.views.taken_out
        window.let_go()
        another = _opened(desk, themes, settings)
        another.take_over(window)
        another.show()
        for name in out:
            another.views.take_out(name)
        another.show_view_state({"tab": view})
        window.hide()
        window.deleteLater()

    # Later: the menu that was used belongs to the window that goes.
    window.language_chosen.connect(lambda choice: QTimer.singleShot(0, window, lambda: open_anew(choice)))
    return window


def _files(arguments: Sequence[str]) -> list[Path]:
    return [Path(argument) for argument in arguments[1:] if not argument.startswith("-")]


def _begin(window: MainWindow, files: list[Path]) -> None:
    window.desk.begin()
    window.log.offer_reports(window.desk.places.home, window.desk.offer.emit)
    for path in files[:1]:
        window.desk.open_now(path)


def _come_forward(desk: Desk, path: Path | None) -> None:
    """What a second start asks for: the window in front, and a file opened as Open does it."""
    window = desk.parent_widget
    assert window is not None
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    if path is not None:
        desk.open_path(path)
