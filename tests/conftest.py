"""What every test gets: a home of its own, no window on the screen, and a check that it leaves nothing running."""

import gc
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("TORCHINDUCTOR_COMPILE_THREADS", "1")  # torch's pool of compilers would outlive the test

import psutil
import pytest
from drawn import drawn_glyphs
from hypothesis import HealthCheck, settings

__all__ = ["drawn_glyphs"]

_GRACE = 2.0  # seconds in which what a test has asked to end may end

# How long an example takes says how busy the machine is, and nothing of the program.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_collection_finish() -> None:
    """What is loaded by now stays loaded, and need not be looked through after each test."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home folder of the program, empty and this test's own."""
    path = tmp_path / "home"
    monkeypatch.setenv("INNERLOOP_HOME", str(path))
    return path


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real data; the test is skipped where there is none."""
    chosen = os.environ.get("INNERLOOP_TEST_DATA")
    path = Path(chosen) if chosen else Path(__file__).resolve().parents[2] / "shared" / "data"
    if not path.is_dir():
        pytest.skip(f"needs real data; {path} is not there (INNERLOOP_TEST_DATA names another folder)")
    return path


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves threads, processes, windows or timers behind."""
    threads, processes = set(threading.enumerate()), _children()
    widgets, timers = _widgets(), _timers()
    yield

    def left() -> list[str]:
        found = [f"thread {thread.name}" for thread in set(threading.enumerate()) - threads]
        found += [
            f"process {' '.join(process.cmdline()[:4])}" for process in _children() - processes if _lives(process)
        ]
        found += [f"window {widget!r}" for name, widget in _widgets().items() if name not in widgets]
        return found + [f"timer {timer!r}" for name, timer in _timers().items() if name not in timers]

    deadline = time.monotonic() + _GRACE
    while found := left():
        if time.monotonic() > deadline:
            pytest.fail(f"{request.node.name} leaves behind: {', '.join(found)}", pytrace=False)
        _settle()


def _settle() -> None:
    """Give what was asked to end a moment to do so: widgets that are deleted later, threads on their last line."""
    gc.collect()
    if _application() is not None:
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    time.sleep(0.02)


def _children() -> set[psutil.Process]:
    return set(psutil.Process().children(recursive=True))


def _lives(process: psutil.Process) -> bool:
    try:
        # Python's own helper of multiprocessing lives as long as the program, on purpose.
        return process.status() != psutil.STATUS_ZOMBIE and "resource_tracker" not in " ".join(process.cmdline())
    except psutil.NoSuchProcess:
        return False


def _application():
    """The QApplication, where a test has made one; Qt is not imported for the asking."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    return widgets.QApplication.instance() if widgets is not None else None


def _widgets() -> dict[int, object]:
    application = _application()
    if application is None or not hasattr(application, "topLevelWidgets"):
        return {}
    from PySide6.QtWidgets import QMenu
    from shiboken6 import isValid

    # Python may hold a window for a while that Qt has closed; what is told of is what a person would see or wait for.
    return {
        id(widget): widget
        for widget in application.topLevelWidgets()
        if isValid(widget) and not (isinstance(widget, QMenu) and not widget.isVisible())
    }


def _timers() -> dict[int, object]:
    if _application() is None:
        return {}
    from PySide6.QtCore import QTimer
    from shiboken6 import isValid

    # The type is asked, and not isinstance, which wakes up modules that load themselves when they are looked at.
    alive = [thing for thing in gc.get_objects() if issubclass(type(thing), QTimer) and isValid(thing)]
    return {id(timer): timer for timer in alive if timer.isActive()}
