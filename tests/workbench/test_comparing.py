"""Comparing runs through the real window: which ones cannot be, why, and that nobody waits for it."""

from test_looking import GLYPHS, SINUSOID
from trained import trained, whole

from core.experiment import Experiment
from core.runs.compare import compare
from core.training.checkpoint import BEST
from workbench.numbers import count


def said(person):
    """Title and line of the message, once nothing is asked any more."""
    view = person.window.compare
    person.wait(lambda: view._question is None)
    return person.find("compare.message_title").text(), person.find("compare.message_line").text()


def test_runs_of_other_tasks_are_named_and_not_compared(person, places):
    names = tuple(trained(settings, places).name for settings in (GLYPHS, SINUSOID))
    labels = [Experiment.from_dict(settings).label for settings in (GLYPHS, SINUSOID)]
    window = person.open()
    person.press("view.compare")
    assert "Select two or more" in person.find("compare.message_line").text()
    window.desk.select_runs(names)
    title, line = said(person)
    assert title == "These runs cannot be compared"
    assert all(label in line for label in labels)
    assert not any(name in line for name in names)  # folders are nothing that one clicks
    assert "Ctrl" in line
    window.desk.select_runs(names[:1])
    assert "Select two or more" in person.find("compare.message_line").text()


def test_a_run_without_a_best_checkpoint_and_a_damaged_one(person, places):
    first, second = (trained(SINUSOID | {"seed": seed}, places) for seed in (0, 1))
    best = second.checkpoints / BEST
    whole = best.read_bytes()
    best.unlink()
    window = person.open()
    person.press("view.compare")
    window.desk.select_runs((first.name, second.name))
    title, line = said(person)
    assert title == "Not every run can be compared yet"
    assert line.startswith(f"{second.experiment.label} · seed 1 has no best checkpoint yet")
    best.write_bytes(whole[: len(whole) // 2])
    person.press("compare.again")
    title, line = said(person)
    assert title == "What a run has learnt cannot be read"
    assert second.name in line
    best.write_bytes(whole)
    person.press("compare.again")
    person.wait(lambda: window.compare._answer is not None)
    assert window.compare._answer.lines[0].seeds == [0, 1]  # two seeds of one experiment are one line


def test_closing_the_window_does_not_wait_for_a_comparison(person, places):
    runs = [trained(SINUSOID | {"seed": seed}, places) for seed in (0, 1)]
    window = person.open()
    person.press("view.compare")
    window.compare.tasks_box.addItem("very many", 5_000_000)
    window.compare.tasks_box.setCurrentIndex(window.compare.tasks_box.count() - 1)
    window.desk.select_runs(tuple(run.name for run in runs))
    person.wait(lambda: "Run 1 of 2: measuring test tasks" in person.find("compare.message_title").text())
    assert person.find("compare.message_line").text().endswith(f"of {count(5_000_000)}")
    person.press("compare.waiting.cancel")
    assert said(person)[0] == "Not measured"
    person.press("compare.again")
    person.close()


def test_other_shots_are_told_by_their_title_and_without_the_terminals_words(person, places):
    first = trained(GLYPHS, places)
    second = trained(GLYPHS | {"dataset": GLYPHS["dataset"] | {"shots": 2}}, places)
    window = person.open()
    person.press("view.compare")
    window.desk.select_runs((first.name, second.name))
    title, line = said(person)
    assert title == "These runs cannot be compared"
    assert f"Shots: 1 in {first.experiment.label} and 2 in {second.experiment.label}" in line
    assert "--set" not in line
    assert "dataset.shots" not in line


def test_yardsticks_for_the_same_tasks_are_added_to_the_runs_on_show(person, places):
    proto = trained(GLYPHS, places)
    nearest = trained(GLYPHS | {"algorithm": {"kind": "nearest_neighbor"}}, places)
    window = person.open()
    person.press("view.compare")
    assert not window.compare.yardsticks.isEnabled()
    window.desk.select_runs((proto.name,))
    person.press("compare.yardsticks")
    person.wait(lambda: window.desk.selected == (proto.name, nearest.name))
    person.wait(lambda: window.compare._answer is not None)
    assert [line.runs for line in window.compare._answer.lines] == [[proto.name], [nearest.name]]
    person.press("compare.yardsticks")
    person.wait(lambda: "No other yardstick" in window.progress._news.text())


def test_runs_with_other_numbers_of_queries_are_measured_by_the_most(person, places):
    few, many = (trained({**SINUSOID, "dataset": {"kind": "sinusoid", "queries": n}}, places) for n in (4, 9))
    window = person.open()
    person.press("view.compare")
    window.desk.select_runs((few.name, many.name))
    person.wait(lambda: window.compare._answer is not None)
    expected = whole(compare([few, many], places, "test", changes={"dataset.queries": 9}))
    found = window.compare._answer
    assert [line.metrics["mse"] for line in found.lines] == [line.metrics["mse"] for line in expected.lines]
    assert "measured alike, with Queries 9" in person.find("compare.notes").text()
