"""Someone compares MAML, Reptile and Prototypical Networks on glyphs, and takes the table into a paper."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from trained import whole

from core.figures import figure
from core.runs.compare import compare
from core.runs.run import Run

GLYPHS = {
    "dataset.kind": "glyphs", "dataset.ways": 4, "dataset.queries": 3, "learner.kind": "conv4", "learner.filters": 4,
    "outer.iterations": 20, "outer.meta_batch_size": 2,
    "evaluation.every": 10, "evaluation.tasks": 5, "evaluation.test_tasks": 40, "compute.device": "cpu",
}  # fmt: skip


def measured(runs, places):
    """The comparison as the terminal makes it."""
    return whole(compare(runs, places, "test"))


def cells(table):
    return {
        table.item(row, 0).text(): [table.item(row, column).text() for column in range(1, table.columnCount())]
        for row in range(table.rowCount())
    }


def test_compare(person, places):
    # Three methods are set up and put into the queue; the last one with a second seed.
    window = person.open()
    for path, value in GLYPHS.items():
        window.session.set(path, value)
    for algorithm in ("maml", "reptile", "prototypical"):
        person.set("algorithm.kind", algorithm)
        person.press("toolbar.run.queue")
    person.set("seed", 1)
    person.press("toolbar.run.queue")
    person.press("panel.queue.start")
    person.wait(lambda: person.sees("banner.queue"))
    assert "4 runs finished." in person.find("banner.queue").findChild(QLabel).text()

    # All of them are shown together, and the comparison is a tab away.
    person.press("view.compare")
    assert "Select two or more" in person.find("compare.message_line").text()
    person.press("banner.queue.show")
    view = window.compare
    person.wait(lambda: view._answer is not None)

    # Three lines, since two seeds of one experiment are one; with chance; as the terminal measures them.
    expected = measured([Run.open(places.runs / name) for name in window.desk.selected], places)
    assert view._answer == expected
    shown = cells(person.find("compare.results"))
    assert [len(line.runs) for line in expected.lines] == [1, 1, 2]
    assert list(shown) == [*(line.name for line in expected.lines), "chance"]
    for line in expected.lines:
        found = line.metrics["accuracy"]
        assert shown[line.name][0] == figure("accuracy", found.mean, found.ci95)
    assert shown["chance"][0] == "25.0 %"
    best = max(expected.lines, key=lambda line: line.metrics["accuracy"].mean)
    assert person.find("compare.header.score").text() == f"The best is {best.name}"
    assert cells(person.find("compare.settings"))["Algorithm"] == ["maml", "reptile", "prototypical"]

    # It is copied for a paper.
    menu = person.find("compare.export").menu()
    next(action for action in menu.actions() if action.objectName() == "compare.copy_latex").trigger()
    assert r"\begin{tabular}" in QGuiApplication.clipboard().text()
    assert all(line.name in QGuiApplication.clipboard().text() for line in expected.lines)
    person.close("dialog.forget")
