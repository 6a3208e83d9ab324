"""One window for one home: a second start hands its file over to the window that is open, and ends. Needs no Qt.

Whoever holds the lock is the first window, and listens at a socket beside it (workbench/doorbell.py). The system frees
the lock of a program that dies, so a socket that nobody listens at any more is known by that, and taken over. The
folder belongs to the user alone, so nobody else reaches the socket.
"""

import json
import os
import socket
import time
from pathlib import Path

from filelock import FileLock, Timeout

POSSIBLE = hasattr(socket, "AF_UNIX")  # on Windows Python has none: there each start opens a window of its own
PATIENCE = 10.0  # seconds that the first window has to answer, which may only just be starting
TAKEN = b"taken\n"  # the answer
_AGAIN = 0.05  # seconds between two tries
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")  # with these a desktop lets a window come to the front


def claim(home: Path) -> FileLock | None:
    """The right to be the first window of a home, until it is released; None where another program has it.

    Raises OSError where the home cannot be written to.
    """
    folder = _folder(home)
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    lock = FileLock(folder / "lock", thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return None
    return lock


def address(home: Path) -> Path:
    """Where the first window of a home listens."""
    return _folder(home) / "socket"


def hand_over(home: Path, path: Path | None, patience: float = PATIENCE) -> bool:
    """Ask the first window to come forward, and to open a file where there is one. Whether it has taken that on."""
    tokens = {name: os.environ[name] for name in _TOKENS if name in os.environ}
    message = json.dumps({"open": None if path is None else str(path.absolute()), "tokens": tokens}).encode()
    deadline = time.monotonic() + patience
    while (left := deadline - time.monotonic()) > 0:
        try:
            return _ask(address(home), message + b"\n", left)
        except (FileNotFoundError, ConnectionError):  # it is still on its way to listening
            time.sleep(_AGAIN)
        except TimeoutError:
            return False
    return False


def read(message: bytes) -> Path | None:
    """The file that a second start hands over; its tokens are kept for Qt. Raises ValueError for other things."""
    asked = json.loads(message)
    if not isinstance(asked, dict) or not isinstance(asked.get("open"), str | None):
        raise ValueError(f"{message[:80]!r} is no request of a second start")
    tokens = asked.get("tokens")
    for name in _TOKENS:
        if isinstance(tokens, dict) and isinstance(tokens.get(name), str):
            os.environ[name] = tokens[name]
    return None if asked["open"] is None else Path(asked["open"])


def _folder(home: Path) -> Path:
    return home / "window"


def _ask(where: Path, message: bytes, seconds: float) -> bool:
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(seconds)
        line.connect(str(where))
        line.sendall(message)
        return line.recv(len(TAKEN)) == TAKEN
