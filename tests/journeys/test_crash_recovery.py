"""The power goes while a run trains and the setup is unsaved; the next start gives both back."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.runs.run import Run

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from workbench.app import build

app, window = build(["innerloop"])
window.show()
changes = {
    "outer.iterations": 1500, "evaluation.every": 500, "evaluation.tasks": 5, "evaluation.test_tasks": 5,
    "compute.checkpoint_every": 50, "seed": 7,
}

def begin():
    for path, value in changes.items():
        window.session.set(path, value)
    watch.start()

def start_once_kept():
    if list(window.desk.places.home.glob("autosave/*.innerloop")):
        watch.stop()
        window.actions_by_id["run.start"].trigger()

watch = QTimer(interval=20)
watch.timeout.connect(start_once_kept)
QTimer.singleShot(0, begin)
sys.exit(app.exec())
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills programs in another way")
def test_crash_recovery(person, places, tmp_path):
    # A window trains, with changes that were never saved, and is killed in the middle of it.
    with open(tmp_path / "said.txt", "wb") as said:
        program = subprocess.Popen(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            cwd=Path(__file__).resolve().parents[2],
            stdout=said,
            stderr=said,
        )
        try:
            person.wait(lambda: program.poll() is not None or list(places.runs.glob("*/checkpoints/iteration-*")))
            assert program.poll() is None, (tmp_path / "said.txt").read_text()
        finally:
            program.send_signal(signal.SIGKILL)
            program.wait()
    run = Run.open(person.runs[0])
    assert run.status["status"] == "crashed"
    assert not run.is_held()

    # The next start opens as usual, and says what happened: the setup was kept, the run was interrupted.
    window = person.open()
    assert person.experiment.seed == 0
    assert person.cell(0, "Status") == "interrupted"

    # The setup comes back as it was, unsaved.
    person.press("banner.autosave.restore")
    assert person.experiment.seed == 7
    assert person.experiment.outer.iterations == 1500
    assert window.session.is_modified

    # The run goes on from its last checkpoint to its end.
    person.press(f"banner.resume.{run.name}.resume")
    person.wait_for_end()
    person.wait(lambda: person.cell(0, "Status") == "finished")
    assert run.status["iteration"] == 1500
    assert [r["iteration"] for r in run.records() if r["event"] == "iteration"] == list(range(1, 1501))

    # After a proper end nothing is offered any more.
    person.close("dialog.forget")
    person.open()
    assert not person.sees("banner.autosave")
    assert not person.sees(f"banner.resume.{run.name}")
    assert person.experiment.seed == 0
