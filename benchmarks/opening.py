"""From the command to the window on the screen."""

import os
import statistics
import subprocess
import sys
import time

from benchmarks.display import Eye
from benchmarks.rows import Row
from benchmarks.timing import milliseconds, say

STARTS, UNCOUNTED = 5, 2  # the first ones warm the disk and make the home folder
BOUND, PATIENCE = 1.2, 120.0


def opening() -> list[Row]:
    """`python -m workbench` in a process and a window of its own, until its window is painted."""
    what = "Window on screen after the command"
    display = os.environ.get("DISPLAY")
    if sys.platform != "linux" or not display:
        return [Row("opening", what, "–", "1.2 s, aim 0.8 s", None, "needs Xvfb")]
    eye = Eye(display)
    mapped, painted = [], []
    try:
        for number in range(UNCOUNTED + STARTS):
            times = _start(eye)
            say(f"start {number + 1}: mapped {milliseconds(times[0])}, painted {milliseconds(times[1])}")
            if number >= UNCOUNTED:
                mapped.append(times[0])
                painted.append(times[1])
    finally:
        eye.close()
    median = statistics.median(painted)
    note = f"median of {STARTS} starts until it is painted; mapped after {milliseconds(statistics.median(mapped))}"
    details = {"mapped_seconds": mapped, "painted_seconds": painted}
    return [Row("opening", what, milliseconds(median), "1.2 s, aim 0.8 s", median <= BOUND, note, details)]


def _start(eye: Eye) -> tuple[float, float]:
    eye.forget()
    begun = time.perf_counter()
    window = subprocess.Popen([sys.executable, "-m", "workbench", "--new-window"])
    try:
        mapped, painted = eye.wait_for_window(PATIENCE)
    finally:
        window.kill()
        window.wait()
    time.sleep(0.5)
    return mapped - begun, painted - begun
