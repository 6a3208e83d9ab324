"""Two programs on one store of runs: both train, each sees what the other does, and nothing is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from person import SMALL

from core.runs.run import Run

# The other program: a window of its own, which carries out lines of Python and writes down what its table shows.
OTHER = """
import json, os, sys
from PySide6.QtCore import QSocketNotifier, QTimer
from workbench.app import build

app, window = build(["innerloop"])
window.show()
seen = []

def look():
    rows = {row.name: [row.status, row.star] for row in window.desk.rows}
    if rows not in seen[-1:]:
        seen.append(rows)
        print(json.dumps(rows), flush=True)

watch = QTimer(interval=20)
watch.timeout.connect(look)
watch.start()
orders = QSocketNotifier(0, QSocketNotifier.Type.Read)
orders.activated.connect(lambda: exec(os.read(0, 10_000).decode() or "app.exit(1)"))
sys.exit(app.exec())
"""
TRAIN = "for path, value in {changes}.items(): window.session.set(path, value)\nwindow.desk.run_start()\n"
LEAVE = "window.session.new(); window.close()\n"


class Other:
    """The other program, what it is told and what its table shows."""

    def __init__(self, folder):
        self._said = folder / "said.txt"
        self._complaints = folder / "complaints.txt"
        with self._said.open("wb") as said, self._complaints.open("wb") as complaints:
            self.program = subprocess.Popen(
                [sys.executable, "-c", OTHER], stdin=subprocess.PIPE, stdout=said, stderr=complaints,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, cwd=Path(__file__).resolve().parents[2],
            )  # fmt: skip

    @property
    def table(self):
        """Status and star of each run, by name."""
        assert self.program.poll() is None, self._complaints.read_text()
        whole = self._said.read_text().rpartition("\n")[0].splitlines()
        return json.loads(whole[-1]) if whole else {}

    def told(self, order):
        self.program.stdin.write(order.encode())
        self.program.stdin.flush()

    def leave(self):
        self.told(LEAVE)
        assert self.program.wait(timeout=60) == 0, self._complaints.read_text()
        assert "was made anew" not in self._complaints.read_text()


@pytest.fixture
def other(tmp_path):
    started = Other(tmp_path)
    yield started
    started.program.kill()
    started.program.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="the other program is told what to do in a way that Windows lacks")
def test_two_programs_on_one_store(other, person, bin_folder):
    # Both begin at once, on a store that is not there yet, and both train.
    window = person.open()
    person.set_up({**SMALL, "seed": 1})
    other.told(TRAIN.format(changes={**SMALL, "seed": 2}))
    person.start()
    person.wait_for_end()

    # Both tables show both runs, each of them whole.
    def shown():
        return {row.name: [row.status, row.star] for row in window.desk.rows}

    person.wait(lambda: [status for status, _ in shown().values()] == ["finished"] * 2)
    person.wait(lambda: other.table == shown())
    runs = {Run.open(path).experiment.seed: Run.open(path) for path in person.runs}
    assert runs.keys() == {1, 2}
    for run in runs.values():
        assert [r["iteration"] for r in run.records() if r["event"] == "iteration"] == list(range(1, 31))
    assert "made anew" not in window.log.journal.tail(200)

    # What one keeps about a run the other shows.
    mine, others = runs[1].name, runs[2].name
    for name in (mine, others):
        other.told(f"window.desk.star(['{name}'])\n")
        person.wait(lambda name=name: shown()[name] == ["finished", True])
    window.desk.star([others])
    person.wait(lambda: other.table == {mine: ["finished", True], others: ["finished", False]})

    # What one deletes is gone for the other, also where that one looks at it; the rest is as it was.
    other.told(f"window.desk.select_runs(('{others}',))\n")
    window.desk.select_runs((others,))
    person.press("runs.delete")
    person.answer("dialog.delete")
    person.wait(lambda: other.table == {mine: ["finished", True]} == shown())
    assert [path.name for path in bin_folder.iterdir()] == [others]
    assert [path.name for path in person.runs] == [mine]
    assert len([r for r in runs[1].records() if r["event"] == "iteration"]) == 30
    other.leave()
