"""The application: `build` makes it without starting its loop, `main` runs it."""

import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from core import memory
from core.places import Places
from workbench.icons import icon
from workbench.log.crash import Reporter
from workbench.main_window import MainWindow
from workbench.theme import CHOICES, ThemeWatcher, style_sheet_last

REPORTED = 200  # messages that the report of a crash has
PRELOAD_DELAY = 400  # milliseconds after the window is shown


def build(argv: Sequence[str] | None = None, places: Places | None = None) -> tuple[QApplication, MainWindow]:
    """The application and its window, not yet shown. A session file among the arguments is opened."""
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
    kept = QSettings(str(places.home / "window.ini"), QSettings.Format.IniFormat).value("theme", "system")
    themes = ThemeWatcher(app, kept if kept in CHOICES else "system")
    with style_sheet_last(app):
        window = MainWindow(places, themes)
    window.desk.look.connect(window.show_view_state)
    # What can ask something waits until there is a window to ask in.
    QTimer.singleShot(0, window, lambda: _begin(window, _files(arguments)))
    return app, window


def main(argv: Sequence[str] | None = None) -> int:
    """Show the window and run until it is closed; returns the exit code."""
    places = Places.default()
    reporter = Reporter(places.home)
    reporter.install()
    app, window = build(argv, places)
    logging.captureWarnings(True)  # into the log
    reporter.tail = lambda: window.log.journal.tail(REPORTED)
    window.show()
    if not _files(sys.argv if argv is None else argv):
        QTimer.singleShot(0, window, window.offer_tour)
    # Importing torch takes longer than opening the window, so it happens once the window is there.
    QTimer.singleShot(PRELOAD_DELAY, window, window.desk.worker.warm_up)
    return app.exec()


def _files(arguments: Sequence[str]) -> list[Path]:
    return [Path(argument) for argument in arguments[1:] if not argument.startswith("-")]


def _begin(window: MainWindow, files: list[Path]) -> None:
    window.desk.begin()
    window.log.offer_reports(window.desk.places.home, window.desk.offer.emit)
    for path in files[:1]:
        window.desk.open_now(path)


if __name__ == "__main__":
    sys.exit(main())
