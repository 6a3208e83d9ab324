"""Try it: someone opens a run that has ended, begins with an example, and has a character of their own recognised."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from trained import trained

GLYPHS = {
    "name": "characters",
    "dataset": {"kind": "glyphs", "ways": 5, "queries": 5, "train_ways": 20},
    "learner": {"kind": "conv4", "filters": 16, "query_normalization": "population"},
    "algorithm": {"kind": "prototypical"},
    "outer": {"iterations": 100, "meta_batch_size": 1},
    "evaluation": {"every": 30, "tasks": 5, "test_tasks": 5},
    "compute": {"device": "cpu"},
}


def copy(pad, pixels):
    """Draw a character after its picture: a stroke along the middle of the ink in every row."""
    height, width = pixels.shape
    for row in range(height):
        inked = [column for column in range(width) if pixels[row, column] > 200]
        for first in (column for column in inked if column - 1 not in inked):
            last = next(column for column in range(first, width + 1) if column + 1 not in inked)
            inset = min((last - first) / 2, 1)
            start, end = (
                QPoint(round(pad.width() * (column + 0.5) / width), round(pad.height() * (row + 0.5) / height))
                for column in (first + inset, last - inset)
            )
            QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=start)
            QTest.mouseMove(pad, end)
            QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=end)


def test_try_it(person, places, tmp_path):
    run = trained(GLYPHS, places)

    # The run is chosen in the table; Try it says how to begin.
    window = person.open()
    person.find("runs.table").select((run.name,))
    person.keys("Ctrl+7", window)
    view = window.tryit
    person.wait(lambda: view.state.subject is not None)
    assert "best checkpoint" in person.find("tryit.header.source").text()
    assert "press Example" in person.find("tryit.nearest").text()

    # A test task fills the classes, which the run has never seen.
    person.press("tryit.example")
    person.wait(lambda: len(view.state.pictures.filled) == 5)
    assert set(view.state.pictures.names) <= set(run.read_split()["test"])
    assert person.find("tryit.nearest").text() == "Now draw a query, and watch."

    # A copy of C is drawn by hand, and C it is; then one of D.
    for way in (2, 3):
        query = person.find("tryit.query")
        QTest.keyClick(query, Qt.Key.Key_Delete)
        copy(query, view.state.pictures.classes[way][0].picture.pixels[0])
        person.wait(lambda: view._question is None and not view._pace.isActive() and view._known is not None)
        letter = "ABCDE"[way]
        assert person.find("tryit.verdict").text().startswith(letter)
        assert person.find("tryit.nearest").text() == f"Nearest by features: {letter}"

    # The task is kept in a file, and is there again after everything was cleared.
    kept = view.state.pictures
    person.press("tryit.save")
    person.choose_file(tmp_path / "mine.task.json")
    person.press("tryit.clear")
    assert view.state.pictures.filled == ()
    person.press("tryit.open")
    person.choose_file(tmp_path / "mine.task.json")
    assert view.state.pictures.classes == kept.classes
    person.wait(lambda: person.find("tryit.verdict").text().startswith("D"))
