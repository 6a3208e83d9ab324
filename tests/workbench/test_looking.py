"""Looking into runs through the real window: while they train and afterwards, and what is said when that fails."""

import pytest
from person import ENDLESS
from trained import trained

from core.experiment import Experiment
from core.training.checkpoint import BEST
from core.training.reports import IterationReport
from workbench.worker import State

GLYPHS = {
    "dataset": {"kind": "glyphs", "ways": 3, "queries": 4},
    "learner": {"kind": "conv4", "filters": 4},
    "algorithm": {"kind": "prototypical"},
    "outer": {"iterations": 2, "meta_batch_size": 1},
    "evaluation": {"every": 2, "tasks": 5, "test_tasks": 5},
    "compute": {"device": "cpu"},
}
SINUSOID = {
    "learner": {"kind": "mlp", "hidden": "8-8"},
    "outer": {"iterations": 5, "meta_batch_size": 2},
    "evaluation": {"every": 5, "tasks": 5, "test_tasks": 5},
}


def looks(person):
    """The view, once it has an answer."""
    view = person.window.episodes
    person.wait(lambda: view._question is None and view._stack.currentIndex() != 0)
    return view


def test_a_finished_run_of_pictures(person, places):
    run = trained(GLYPHS, places)
    person.open()
    person.press("view.episodes")
    assert "Press Start" in person.find("episodes.message_line").text()
    person.window.desk.select_runs((run.name,))
    view = looks(person)
    assert view._episode.run == run.name
    assert len(view.sheet.places) == 12
    split = run.read_split()
    assert set(view._episode.classes) <= set(split["validation"])
    person.press("episodes.next")
    view = looks(person)
    assert view._episode.number == 1
    view.split_box.setCurrentIndex(0)
    view = looks(person)
    assert set(view._episode.classes) <= set(split["train"])


def test_a_run_that_trains_is_looked_into_at_its_newest_checkpoint(person):
    person.open()
    person.press("view.episodes")
    person.set_up({**ENDLESS, "compute.checkpoint_every": 100_000})
    person.start()
    view = person.window.episodes
    person.wait(lambda: view.findChild(object, "episodes.message_title").text() == "Nothing learnt yet")
    person.press("run.pause")  # writes a checkpoint
    view = looks(person)  # by itself
    view.number.setValue(5)
    view = looks(person)
    person.press("run.resume")
    person.press("episodes.previous")
    view = looks(person)
    assert view._episode.iteration > 0
    assert not view._episode.is_best
    assert view.function.isVisible()
    assert person.window.desk.worker.state is State.RUNNING
    iteration = view._episode.iteration
    person.press("run.stop")
    person.wait_for_end()
    person.wait(lambda: view._episode is not None and view._episode.iteration > iteration)  # by itself
    assert view._episode.number == 4


def test_two_runs_are_looked_into_one_after_the_other(person, places):
    pictures, functions = trained(GLYPHS, places), trained(SINUSOID, places)
    person.open()
    person.press("view.episodes")
    person.window.desk.select_runs((pictures.name, functions.name))
    view = looks(person)
    assert person.sees("episodes.run")
    for run in (functions, pictures):
        view.run_box.setCurrentIndex(view.run_box.findData(run.name))
        view = looks(person)
        assert view._episode.run == run.name
        assert view.function.isVisible() == (run is functions)
        assert view.sheet.isVisible() == (run is pictures)


@pytest.mark.parametrize(
    ("break_it", "title", "words"),
    [
        (lambda run: (run.checkpoints / BEST).write_bytes(b"x"), "What a run has learnt cannot be read", BEST),
        (lambda run: (run.path / "experiment.toml").write_text("="), "A run cannot be opened", "experiment.toml"),
    ],
    ids=["checkpoint", "settings"],
)
def test_what_cannot_be_read_is_said(person, places, break_it, title, words):
    run = trained(SINUSOID, places)
    person.open()
    person.press("view.episodes")
    break_it(run)
    person.window.desk.select_runs((run.name,))
    person.wait(lambda: person.find("episodes.message_title").text() == title)
    assert words in person.find("episodes.message_line").text()
    person.press("episodes.copy_details")


def test_closing_the_window_ends_a_search(person, places):
    run = trained(GLYPHS, places)
    person.open()
    person.press("view.episodes")
    person.window.desk.select_runs((run.name,))
    view = looks(person)
    view.order_box.setCurrentIndex(3)
    person.wait(lambda: person.sees("episodes.sheet_header.cancel"))
    person.close()


def test_the_confusion_of_a_finished_run(person, places):
    pictures, functions = trained(GLYPHS, places), trained(SINUSOID, places)
    person.open()
    person.press("view.confusion")
    person.window.desk.select_runs((pictures.name,))
    view = person.window.confusion
    person.wait(lambda: view.answer is not None)
    assert view.answer.unseen.size.sum() == 100 * 12
    assert {each.name for each in view.answer.unseen.classes} <= set(pictures.read_split()["validation"])
    person.window.desk.select_runs((functions.name,))
    person.wait(lambda: person.find("confusion.message_title").text() == "Nothing to confuse")
    assert "Sinusoid has no classes" in person.find("confusion.message_line").text()


def test_the_confusion_of_a_run_that_trains_appears_and_tells_of_a_newer_checkpoint(person):
    person.open()
    person.press("view.confusion")
    endless = {**GLYPHS, "outer": {"iterations": 100_000, "meta_batch_size": 1}}
    endless["evaluation"] = {"every": 100_000, "tasks": 5, "test_tasks": 5}
    endless["compute"] = {"device": "cpu", "checkpoint_every": 100_000}
    person.window.session.replace(Experiment.from_dict(endless))
    person.start()
    view = person.window.confusion
    person.wait(lambda: person.find("confusion.message_title").text() == "Nothing learnt yet")
    assert "The measurement appears here by itself" in person.find("confusion.message_line").text()
    person.press("run.pause")  # writes a checkpoint
    person.wait(lambda: view.answer is not None)
    first = view.answer.iteration
    person.press("run.resume")
    person.wait(lambda: person.window.desk._newest[IterationReport].iteration > first)
    person.press("run.stop")  # writes another one
    person.wait_for_end()
    person.wait(lambda: person.sees("confusion.header.again"))
    assert view.answer.iteration == first
    person.press("confusion.header.again")
    person.wait(lambda: view.answer.iteration > first)
    assert not person.sees("confusion.header.again")


def test_the_first_measurement_can_be_cancelled(person, places):
    run = trained(GLYPHS, places)
    person.open()
    person.press("view.confusion")
    view = person.window.confusion
    view.tasks_box.setCurrentIndex(2)
    person.window.desk.select_runs((run.name,))
    person.answer("confusion.message_cancel")
    assert person.find("confusion.message_title").text() == "Not measured"
    assert not person.window.looking._looker.is_busy


def test_the_gradients_of_a_finished_run_and_a_task_of_them_in_episodes(person, places):
    pictures, functions = trained(GLYPHS, places), trained(SINUSOID, places)
    window = person.open()
    person.press("view.gradients")
    assert "Press Start" in person.find("gradients.message_line").text()
    window.desk.select_runs((functions.name, pictures.name))
    view = window.gradients
    person.wait(lambda: view.answer is not None and view._question is None)
    assert view.answer.run == functions.name
    assert list(view.answer.layers) == ["layer1", "layer2", "head"]
    assert view.answer.recorded.iterations.tolist() == [1, 2, 3, 4, 5]
    view.run_box.setCurrentIndex(view.run_box.findData(pictures.name))
    person.wait(lambda: view.answer.run == pictures.name)
    view.split_box.setCurrentIndex(1)
    person.wait(lambda: view.answer.split == "validation")
    view.plane.plot.opened.emit(11)
    assert window.views.current == "episodes"
    person.wait(lambda: window.episodes._episode is not None and window.episodes._question is None)
    episode = window.episodes._episode
    assert (episode.run, episode.split, episode.number) == (pictures.name, "validation", 11)
    assert (window.episodes.run_box.currentData(), window.episodes.number.value()) == (pictures.name, 11)


def test_a_run_without_gradients_says_why(person, places):
    yardstick = trained({**GLYPHS, "algorithm": {"kind": "nearest_neighbor"}}, places)
    baseline = trained({**GLYPHS, "algorithm": {"kind": "baseline"}}, places)
    person.open()
    person.press("view.gradients")
    person.window.desk.select_runs((yardstick.name,))
    person.wait(lambda: person.find("gradients.message_title").text() == "No gradients to look at")
    assert "Nearest neighbour learns nothing from tasks" in person.find("gradients.message_line").text()
    person.window.desk.select_runs((baseline.name,))
    view = person.window.gradients
    person.wait(lambda: view.answer is not None)
    view.split_box.setCurrentIndex(1)
    person.wait(lambda: person.find("gradients.message_title").text() == "Not learnt from tasks")
    assert "Choose Training" in person.find("gradients.message_line").text()
    view.split_box.setCurrentIndex(0)
    person.wait(lambda: view.answer is not None)
    assert "batches of all training classes" in person.find("gradients.header.place").text()
