"""A second start: the window that is open takes over, or another one opens when it is asked for."""

import os
import signal
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from core.experiment import Experiment
from workbench import handing_over, session_file
from workbench.session_file import SessionState

pytestmark = pytest.mark.skipif(not handing_over.POSSIBLE, reason="here each start opens a window of its own")

ROOT = Path(__file__).resolve().parents[2]
# A start as from a terminal, which says afterwards what of the heavy packages it has loaded.
START = """
import sys
from core.cli import main
code = main(sys.argv[1:])
print(sorted({"torch", "PySide6", "pyqtgraph"} & set(sys.modules)))
sys.exit(code)
"""


class Programs:
    """Programs that were started, which are ended with the test."""

    def __init__(self, person, folder):
        self._person, self._folder, self._running = person, folder, []

    def start(self, *arguments, cwd=ROOT):
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
        program = subprocess.Popen(
            [sys.executable, "-c", START, *map(str, arguments)],
            env=environment, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._running.append(program)
        return program

    def told(self, *arguments, cwd=ROOT):
        """What a start says that ends by itself, with success."""
        program = self.start(*arguments, cwd=cwd)
        self._person.wait(lambda: program.poll() is not None)
        said, complaints = program.communicate()
        assert (program.returncode, complaints) == (0, "")
        return said

    def end(self):
        for program in self._running:
            program.kill()
            program.communicate()


@pytest.fixture
def programs(person, tmp_path):
    started = Programs(person, tmp_path)
    yield started
    started.end()


@pytest.fixture
def session(tmp_path):
    path = tmp_path / "mine.innerloop"
    session_file.save(path, SessionState(Experiment().with_value("seed", 41)))
    return path


def test_the_open_window_takes_over(person, programs, session, places):
    window = person.open()
    window.showMinimized()
    said = programs.told(session.name, cwd=session.parent)  # named as seen from another folder
    assert said == "The window that is open takes mine.innerloop\n[]\n"
    assert not window.isMinimized()
    person.wait(window.isActiveWindow)
    assert person.title.startswith("mine")
    assert person.experiment.seed == 41

    # Without a file it only comes forward. What is unsaved is asked about, as Open does.
    window.showMinimized()
    assert programs.told() == "The window that is open comes forward\n[]\n"
    assert not window.isMinimized()
    person.set("seed", 7)
    programs.told(session)
    person.answer("dialog.cancel")
    assert person.experiment.seed == 7
    programs.told(session)
    person.answer("dialog.forget")
    person.wait(lambda: person.experiment.seed == 41)

    # Nobody else can ring: the folder is this user's alone.
    assert stat.S_IMODE(handing_over.address(places.home).parent.stat().st_mode) == 0o700


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills programs in another way")
def test_a_killed_window_leaves_no_door_shut(person, programs, session, places):
    first, where = programs.start(), handing_over.address(places.home)
    person.wait(lambda: where.exists() or first.poll() is not None)
    assert first.poll() is None, first.communicate()
    first.kill()
    first.wait()
    assert where.exists()  # a socket that nobody listens at

    person.open()
    programs.told(session)
    person.wait(lambda: person.experiment.seed == 41)
    person.close()
    assert not where.exists()


def test_another_window_takes_the_place_of_the_first(person, programs, session, places):
    person.open()
    another = programs.start("--new-window", session)
    second_place = places.home / "autosave" / "session-2.lock"
    person.wait(lambda: second_place.exists() or another.poll() is not None)
    assert another.poll() is None, another.communicate()
    assert person.experiment.seed == 0  # the first window is left as it is
    programs.told()
    person.close()
    person.wait(lambda: handing_over.address(places.home).exists())
    assert programs.told().startswith("The window that is open comes forward")
    assert another.poll() is None


def test_a_window_that_does_not_answer_is_not_waited_for(places):
    lock = handing_over.claim(places.home)
    assert handing_over.claim(places.home) is None
    assert not handing_over.hand_over(places.home, None, patience=0.2)  # nobody listens
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(str(handing_over.address(places.home)))
        deaf.listen()
        assert not handing_over.hand_over(places.home, None, patience=0.2)
    lock.release()


def test_what_is_no_request_opens_nothing(person, places):
    window = person.open()
    for message in (b"open\n", b"[]\n", b'{"open": 3}\n', b"\xff\n", b"no end", b"x" * 70_000):
        window.log.journal.clear()
        with socket.socket(socket.AF_UNIX) as caller:
            caller.connect(str(handing_over.address(places.home)))
            caller.sendall(message)
            caller.shutdown(socket.SHUT_WR)
            person.wait(lambda: "A second start could not be understood" in window.log.journal.tail(5))
    assert person.experiment.seed == 0
    assert not person.sees("dialog.error")
