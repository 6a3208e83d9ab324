"""A screen for the windows, and an eye on it: Xvfb, and what X11 tells of windows that appear."""

import contextlib
import ctypes
import ctypes.util
import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator

SIZE = (1600, 1000)
_SUBSTRUCTURE_NOTIFY, _MAP_NOTIFY, _Z_PIXMAP = 1 << 19, 19, 2
_POLL = 0.001  # seconds between two looks at a pixel


@contextlib.contextmanager
def virtual_screen() -> Iterator[str | None]:
    """The name of a new virtual display, or None where there is no Xvfb."""
    if not shutil.which("Xvfb"):
        yield None
        return
    reading, writing = os.pipe()
    size = "x".join(map(str, SIZE))
    command = ["Xvfb", "-displayfd", str(writing), "-br", "-nolisten", "tcp", "-screen", "0", f"{size}x24"]
    server = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


class _MapEvent(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("event", ctypes.c_ulong),
        ("window", ctypes.c_ulong),
        ("override_redirect", ctypes.c_int),
        ("rest", ctypes.c_long * 24),  # an XEvent is a union of 24 longs
    )


class Eye:
    """Watches a display whose background is black. Raises OSError where there is no libX11."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        for name in ("XOpenDisplay", "XGetImage"):
            getattr(self._x, name).restype = ctypes.c_void_p
        for name in ("XDefaultRootWindow", "XGetPixel"):
            getattr(self._x, name).restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))
        if not self._display:
            raise OSError(f"display {display} cannot be opened")
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        self._x.XSelectInput(self._display, self._root, ctypes.c_long(_SUBSTRUCTURE_NOTIFY))
        self._x.XSync(self._display, 1)

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)

    def forget(self) -> None:
        """Pass over what has happened so far."""
        self._x.XSync(self._display, 1)

    def wait_for_window(self, seconds: float) -> tuple[float, float]:
        """When the next large window was put on the screen, and when it was painted, by `time.perf_counter`."""
        deadline = time.perf_counter() + seconds
        event = _MapEvent()
        while time.perf_counter() < deadline:
            if not self._x.XPending(self._display):
                select.select([self._x.XConnectionNumber(self._display)], [], [], 0.1)
                continue
            self._x.XNextEvent(self._display, ctypes.byref(event))
            if event.type == _MAP_NOTIFY and not event.override_redirect:
                mapped = time.perf_counter()
                x, y, width, height = self._geometry(event.window)
                if width > 400:
                    return mapped, self._painted(x + width // 2, y + height // 2, deadline)
        raise TimeoutError(f"no window came within {seconds} s")

    def _geometry(self, window: int) -> tuple[int, int, int, int]:
        root, x, y = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_int()
        width, height, border, depth = (ctypes.c_uint() for _ in range(4))
        self._x.XGetGeometry(
            self._display, ctypes.c_ulong(window), *map(ctypes.byref, (root, x, y, width, height, border, depth))
        )
        return x.value, y.value, width.value, height.value

    def _painted(self, x: int, y: int, deadline: float) -> float:
        while time.perf_counter() < deadline:
            if self._pixel(x, y):
                return time.perf_counter()
            time.sleep(_POLL)
        raise TimeoutError("the window was never painted")

    def _pixel(self, x: int, y: int) -> int:
        every = ctypes.c_ulong(2**32 - 1)
        image = ctypes.c_void_p(self._x.XGetImage(self._display, self._root, x, y, 1, 1, every, _Z_PIXMAP))
        try:
            return int(self._x.XGetPixel(image, 0, 0)) & 0xFFFFFF
        finally:
            self._x.XDestroyImage(image)
