"""Memory was too short for a run: the window says which settings would help, and tries again with one of them."""

import pytest
import torch
from person import SMALL

from core.runs.run import Run
from core.training import training
from workbench.worker import State

LONG = {"outer.iterations": 100_000, "evaluation.every": 100_000}
LARGE = {**SMALL, "outer.iterations": 20, "evaluation.every": 20, "learner.hidden": "40-40"}


@pytest.fixture
def room(monkeypatch):
    """There is memory for networks of so many units a layer, 20 at first."""
    most = {"width": 20}
    compute = training.MetaGradients.of

    def of(self, meta, batch):
        if max(self._experiment.learner.widths) > most["width"]:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")
        return (yield from compute(self, meta, batch))

    monkeypatch.setattr(training.MetaGradients, "of", of)
    return most


def failed(person):
    """A run for which memory is too short, and the dialog about it."""
    window = person.open()
    person.set_up(LARGE)
    person.press("toolbar.run.start")
    person.wait(lambda: person.sees("dialog.remedies"))
    return window


def statuses(person):
    return [Run.open(path).status["status"] for path in person.runs]


def test_one_press_tries_again_with_less(person, room):
    window = failed(person)
    assert "needs at least" in person.find("remedies.what").text()
    error = Run.open(person.runs[0]).status["error"]
    hidden = next(remedy for remedy in error["remedies"] if remedy["path"] == "learner.hidden")
    saving = f"{round(100 * hidden['share'])}\u202f% less, {round(hidden['saved'] / 2**10)} KiB"
    assert person.find("remedy.learner.hidden.saving").text() == saving
    assert person.find("dialog.remedies").focusWidget() is person.find("dialog.cancel")  # typing on starts nothing
    button = person.find("remedy.learner.hidden")
    assert button.text() == "Use 20-20 and Try Again"
    assert button.accessibleName() == "Set Hidden layers to 20-20 and start a new run"
    person.press("remedy.learner.hidden")
    person.wait(lambda: statuses(person) == ["failed", "finished"])
    person.wait_for_end()
    assert not person.sees("dialog.remedies")
    again = Run.open(person.runs[1]).experiment
    assert again == Run.open(person.runs[0]).experiment.with_value("learner.hidden", "20-20")
    assert window.session.experiment == again
    person.press("edit.undo")
    assert window.session.experiment.learner.hidden == "40-40"


def test_it_can_be_left(person, room):
    window = failed(person)
    before = window.session.experiment
    person.answer("dialog.cancel")
    person.wait(lambda: not person.sees("dialog.remedies"))
    assert window.session.experiment == before
    assert statuses(person) == ["failed"]
    assert not window.desk.worker.is_busy


def test_it_waits_for_a_run_of_the_queue_that_has_begun_meanwhile(person, room):
    window = person.open()
    person.set_up({**LARGE, "learner.hidden": "20-20", **LONG})
    person.press("toolbar.run.queue")
    person.set_up(LARGE)
    person.press("toolbar.run.start")
    person.wait(lambda: person.sees("dialog.remedies") and window.desk.worker.state is State.RUNNING)
    person.press("remedy.learner.hidden")
    assert [experiment.learner.hidden for experiment in window.session.queue] == ["20-20"]
    assert statuses(person) == ["failed", "running"]
