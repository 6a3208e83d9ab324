"""What the first window listens with: a second start rings here, and says which file it was given.

A plain socket, since Qt's own (QtNetwork) needs the system's Kerberos libraries, which not every machine has.
"""

import logging
import socket
from pathlib import Path

from filelock import FileLock
from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from workbench import handing_over

_NEXT = 2000  # milliseconds between two looks whether the first window is gone, and this one takes its place
_MOST = 65_536  # bytes of a message
_SECONDS = 1.0  # that a message may take; the window waits so long
_log = logging.getLogger("innerloop")


class Doorbell(QObject):
    """Listens from when this program is the first of its home. `lock` is that right, where it is held already."""

    rung = Signal(object)  # the file to open, or None; the window is to come forward

    def __init__(self, home: Path, parent: QObject, lock: FileLock | None = None) -> None:
        super().__init__(parent)
        self._home, self._lock = home, lock
        self._line: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._next = QTimer(self, interval=_NEXT)
        self._next.timeout.connect(self._begin)
        self._next.start()
        self._begin()

    def close(self) -> None:
        """Listen no more: the next start opens a window."""
        self._next.stop()
        if self._notifier is not None:
            self._notifier.setEnabled(False)
        if self._line is not None:
            self._line.close()
            handing_over.address(self._home).unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.release()

    def _begin(self) -> None:
        self._lock = self._lock or handing_over.claim(self._home)
        if self._lock is None:
            return
        self._next.stop()
        where = handing_over.address(self._home)
        line = socket.socket(socket.AF_UNIX)
        try:
            where.unlink(missing_ok=True)  # of a program that was killed
            line.bind(str(where))
            line.listen()
        except OSError as error:  # such as a path that is too long for a socket
            line.close()
            _log.warning("A second start will open a window of its own: nothing can listen at %s: %s", where, error)
            return
        self._line = line
        self._notifier = QSocketNotifier(line.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._answer)

    def _answer(self) -> None:
        assert self._line is not None
        caller, _ = self._line.accept()
        with caller:
            caller.settimeout(_SECONDS)
            try:
                path = handing_over.read(_line_of(caller))
                caller.sendall(handing_over.TAKEN)
            except (OSError, ValueError) as error:
                _log.warning("A second start could not be understood: %s", error)
                return
        self.rung.emit(path)


def _line_of(caller: socket.socket) -> bytes:
    received = b""
    while not received.endswith(b"\n"):
        more = caller.recv(4096)
        received += more
        if not more or len(received) > _MOST:
            raise ValueError("what it said has no end")
    return received
