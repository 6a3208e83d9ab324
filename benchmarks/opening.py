"""From the command to the window on the screen."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.display import Eye
from benchmarks.rows import Row
from benchmarks.timing import milliseconds, say

STARTS, UNCOUNTED = 7, 2  # the first ones warm the disk, make the home folder and keep the compiled modules
BOUND, PATIENCE = 1.2, 120.0


def opening() -> list[Row]:
    """`python -m workbench` in a process and a window of its own, until its window is painted.

    The machine may be busy with other things: the median is of several starts, and the note has the quickest.
    """
    what = "Window on screen after the command"
    display = os.environ.get("DISPLAY")
    if sys.platform != "linux" or not display:
        return [Row("opening", what, "–", "1.2 s, aim 0.8 s", None, "needs Xvfb")]
    eye = Eye(display)
    starts: list[_Start] = []
    with tempfile.TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}  # an installed program has its modules compiled
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        try:
            for number in range(UNCOUNTED + STARTS):
                one = _start(eye, environment)
                say(f"start {number + 1}: {one}")
                if number >= UNCOUNTED:
                    starts.append(one)
        finally:
            eye.close()
    painted = [one.painted for one in starts]
    median, quickest = statistics.median(painted), min(starts, key=lambda one: one.painted)
    note = f"until it is painted, median of {STARTS} starts; the quickest: {quickest}"
    details = {name: [getattr(one, name) for one in starts] for name in ("mapped", "painted", "computed")}
    return [Row("opening", what, milliseconds(median), "1.2 s, aim 0.8 s", median <= BOUND, note, details)]


@dataclass(frozen=True)
class _Start:
    """Seconds from the command to the window being mapped and painted, and those that processors worked on it."""

    mapped: float
    painted: float
    computed: float

    def __str__(self) -> str:
        parts = (f"{name} {milliseconds(seconds)}" for name, seconds in vars(self).items())
        return ", ".join(parts)


def _start(eye: Eye, environment: dict[str, str]) -> _Start:
    eye.forget()
    begun = time.perf_counter()
    window = subprocess.Popen([sys.executable, "-m", "workbench", "--new-window"], env=environment)
    try:
        mapped, painted = eye.wait_for_window(PATIENCE)
        computed = _processor_seconds(window.pid)
    finally:
        window.kill()
        window.wait()
    time.sleep(0.5)
    return _Start(mapped - begun, painted - begun, computed)


def _processor_seconds(process: int) -> float:
    """What a process has computed so far; on a busy machine this says more than the clock."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    user, system = fields[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
