"""What nobody has caught is written into a report on this computer, which the next start offers to open.

Nothing is sent. A report has the error, the newest messages, and the versions of what the program is built on; it has
no data and no settings but those that a message names. It is in English, for whoever mends the program.
"""

import contextlib
import faulthandler
import logging
import os
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from importlib import metadata
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion

from workbench.words import tr

FOLDER = "crashes"  # below the home folder
_NEW, _SEEN = ".new.txt", ".txt"
_FAULTS = "faults.log"  # what the interpreter writes when it is ended by a signal
_MOST = 20  # reports of one start; a fault in a loop fills no disk
_log = logging.getLogger("innerloop")


class Reporter:
    """Writes the reports of one program. `tail` gives the newest messages."""

    def __init__(self, home: Path) -> None:
        self._folder = home / FOLDER
        self.tail: Callable[[], str] = str  # no messages, until somebody keeps some
        self._told: set[str] = set()

    def install(self) -> None:
        """Listen to what nobody catches: in Python, in its threads, in Qt, and to signals that end the program."""
        sys.excepthook = self._in_python
        threading.excepthook = lambda found: self._in_python(
            found.exc_type, found.exc_value or found.exc_type(), found.exc_traceback
        )
        qInstallMessageHandler(self._in_qt)
        self._folder.mkdir(parents=True, exist_ok=True)
        _keep_faults(self._folder)  # first: what is open for this program is its own from its first byte
        self._faults = open(self._folder / _FAULTS, "a", encoding="utf-8")  # noqa: SIM115 - as long as the program lives
        faulthandler.enable(self._faults)

    def write(self, title: str, details: str) -> Path | None:
        """Write a report; what was reported before, or is one too many, is not. Returns its file."""
        if details in self._told or len(self._told) >= _MOST:
            return None
        self._told.add(details)
        now = datetime.now()
        facts = "\n".join(f"{name}: {value}" for name, value in _versions().items())
        text = f"{title}\n{now:%Y-%m-%d %H:%M:%S}\n\n{facts}\n\n{details}\n\nThe newest messages\n{self.tail()}\n"
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{now:%Y-%m-%dT%H-%M-%S}-{os.getpid()}-{len(self._told)}{_NEW}"
        path.write_text(text, encoding="utf-8")
        return path

    def _in_python(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, where)
            return
        details = "".join(traceback.format_exception(kind, error, where))
        _say(details)
        what = f"{kind.__name__}: {error}"
        told = tr("Innerloop met an error that it did not expect: {error}", error=what)
        _log.error("%s", told, exc_info=(kind, error, where))
        self.write(f"Innerloop met an error that it did not expect: {what}", details)

    def _in_qt(self, sort: QtMsgType, context: QMessageLogContext, text: str) -> None:
        _say(f"{text}\n")
        if sort == QtMsgType.QtFatalMsg:
            self.write(f"Qt ended the program: {text}", "".join(traceback.format_stack()))
        elif sort in (QtMsgType.QtCriticalMsg, QtMsgType.QtWarningMsg):
            _log.warning("Qt: %s", text)


def _say(text: str) -> None:
    if sys.stderr is not None:  # there is none where a program was started without a terminal, on Windows
        sys.stderr.write(text)


def unseen(home: Path) -> list[Path]:
    """Reports that were not offered yet, the oldest first."""
    _keep_faults(home / FOLDER)
    return sorted((home / FOLDER).glob(f"*{_NEW}"))


def mark_seen(report: Path) -> Path:
    """A report that was offered is not offered again. Returns its name from now on."""
    return report.rename(report.with_name(report.name.removesuffix(_NEW) + _SEEN))


def _keep_faults(folder: Path) -> None:
    """Make a report of what the interpreter wrote in its last moment, if it wrote something."""
    faults = folder / _FAULTS
    if not faults.exists() or not faults.stat().st_size:
        return
    ended = datetime.fromtimestamp(faults.stat().st_mtime)
    with contextlib.suppress(PermissionError):  # Windows: another window has it open, and will be asked again
        faults.rename(folder / f"{ended:%Y-%m-%dT%H-%M-%S}-fault{_NEW}")


def _versions() -> dict[str, Any]:
    found = {"Innerloop": metadata.version("innerloop"), "Python": sys.version.split()[0]}
    found |= {"system": platform.platform(), "Qt": qVersion()}
    if "torch" in sys.modules:
        found["torch"] = sys.modules["torch"].__version__
    return found
