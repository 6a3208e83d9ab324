"""The hardest task: someone opens a run that has ended, finds the task that it solves worst, and sees its mistakes."""

import csv

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider
from trained import trained, whole

from core.runs.measure import measure

GLYPHS = {
    "name": "characters",
    "dataset": {"kind": "glyphs", "ways": 4, "queries": 3},
    "learner": {"kind": "conv4", "filters": 4, "downsampling": "stride"},
    "algorithm": {"kind": "maml", "inner_lr": 0.4, "inner_steps": 2},
    "outer": {"iterations": 20, "meta_batch_size": 2},
    "evaluation": {"every": 10, "tasks": 5, "test_tasks": 5},
    "compute": {"device": "cpu"},
}


def measured(run, places, tasks):
    """The accuracy of each test task, as the terminal measures it."""
    return whole(measure(run, places, "test", tasks=tasks)).metrics["accuracy"]


def test_hardest_task(person, places, tmp_path):
    run = trained(GLYPHS, places)

    # The run is chosen in the table, and its episodes are a tab away.
    window = person.open()
    person.find("runs.table").select((run.name,))
    person.press("view.episodes")
    view = window.episodes
    person.wait(lambda: view._episode is not None)
    assert "best checkpoint" in person.find("episodes.sheet_header.source").text()

    # Test tasks, the hardest first: what comes is the task that a measurement finds worst.
    person.find("episodes.split").setFocus()
    person.keys("Down")
    person.wait(lambda: view._question is None and view._episode.split == "test")
    person.find("episodes.order").setFocus()
    person.keys("Down")
    person.wait(lambda: view._question is None and view._ranking)
    accuracies = measured(run, places, 100)
    assert accuracies[view._episode.number] == min(accuracies)
    assert "No. 1 of 100" in person.find("episodes.sheet_header.place").text()
    right = round(12 * min(accuracies))
    assert person.find("episodes.sheet_header.score").text().startswith(f"{right} of 12 right after step 2")

    # Only its mistakes are left on the sheet; each names what it was taken for.
    person.press("episodes.only_mistakes")
    assert len(view.sheet.places) == 12 - right
    assert view.sheet.accessibleName().count("taken for") == 12 - right

    # Before adapting it was as bad as guessing, or nearly; the slider shows it.
    slider = person.find("episodes.sheet.step")
    assert isinstance(slider, QSlider)
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert "before adapting" in person.find("episodes.sheet_header.score").text()
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    assert "after step 1" in person.find("episodes.sheet_header.score").text()

    # The next hardest is an arrow key away, and all of it can be taken along.
    hardest = view._episode.number
    view.sheet.setFocus()
    person.keys("Right")
    person.wait(lambda: view._question is None and view._episode.number != hardest)
    assert accuracies[view._episode.number] == sorted(accuracies)[1]
    person.find("episodes.export").menu().actions()[-1].trigger()
    dialog = person.find("episodes.save_dialog")
    dialog.fileSelected.emit(str(tmp_path / "task.csv"))
    dialog.close()
    with (tmp_path / "task.csv").open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["set"] == "query" and row["step"] == "2"]
    assert sum(row["right"] == "1" for row in rows) == round(12 * sorted(accuracies)[1])
