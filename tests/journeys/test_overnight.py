"""An overnight batch: three runs of which the middle one fails, the window closed and opened again in between."""

from person import SMALL
from PySide6.QtWidgets import QLabel

from core.runs.run import Run
from workbench.worker import State

LONG = {**SMALL, "outer.iterations": 800, "evaluation.every": 400, "compute.checkpoint_every": 100}


def statuses(person):
    return {run.experiment.seed: run.status["status"] for run in map(Run.open, person.runs)}


def test_overnight(person, tmp_path):
    path = tmp_path / "night.innerloop"

    # Three experiments are put into the queue one after another; nothing begins yet.
    window = person.open()
    person.set_up({**LONG, "seed": 1})
    person.keys("Ctrl+Shift+Return")
    person.set_up({"seed": 2, "algorithm.inner_lr": 10.0, "algorithm.inner_steps": 10, "outer.lr": 1.0})
    person.press("toolbar.run.queue")
    person.set_up({**SMALL, "seed": 3, "algorithm.inner_lr": 0.01, "algorithm.inner_steps": 1, "outer.lr": 0.001})
    person.press("toolbar.run.queue")
    assert person.find("queue.list").count() == 3
    assert person.runs == []

    # The session is saved, and the queue is started.
    person.press("session.save_as")
    person.choose_file(path)
    person.press("panel.queue.start")
    person.wait(lambda: window.desk.worker.state is State.RUNNING)
    assert person.find("queue.list").count() == 2

    # The window is closed while the first one trains: it is paused, and what waits goes into the file.
    person.close("dialog.keep", "dialog.save")
    assert statuses(person) == {1: "paused"}

    # Opened again, the other two wait still. Nothing begins by itself.
    window = person.open(str(path))
    assert [experiment.seed for experiment in window.session.queue] == [2, 3]
    assert person.find("queue.state").text() == "2, not started"
    assert not window.desk.worker.is_busy

    # The interrupted run is resumed, and the queue follows it, past the one that fails, to its end.
    person.press(f"banner.resume.{person.runs[0].name}.resume")
    person.wait(lambda: person.sees("banner.queue"))
    assert statuses(person) == {1: "finished", 2: "failed", 3: "finished"}
    assert "1 run finished and 1 failed" in person.find("banner.queue").findChild(QLabel).text()
    assert not person.sees("dialog.error")

    # What failed is said when it is asked for, and the good runs are shown together.
    person.press("banner.queue.failures")
    assert "diverged" in person.dismiss()
    assert Run.open(person.runs[0]).status["iteration"] == 800
    assert window.session.queue == ()
    person.close("dialog.save")
