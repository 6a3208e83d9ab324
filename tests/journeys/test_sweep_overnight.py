"""An overnight sweep that survives a failing run: asked for in the setup, run by the queue, looked at afterwards."""

from person import SMALL
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from core.runs.run import Run


def test_sweep_overnight(person):
    # Somebody right-clicks a setting of the setup, and gives it three values; the last of them cannot go well.
    window = person.open()
    person.set_up({**SMALL, "outer.iterations": 20, "outer.meta_batch_size": 2, "evaluation.patience": 1})
    assert person.sees("algorithm.inner_lr")
    window.setup.form.row("algorithm.inner_lr").vary.trigger()
    person.wait(lambda: person.sees("vary"))
    values = person.find("vary.algorithm.inner_lr")
    assert values.text() == "0.001, 0.01, 0.1"
    values.setText("0.001, 0.01, 100")
    person.find("vary.name").setText("night")

    # Two seeds of each, from the list of settings.
    more = person.find("vary.add")
    more.setCurrentIndex(more.findData("seed"))
    more.activated.emit(more.currentIndex())
    person.find("vary.seed").setText("1, 2")
    person.wait(lambda: person.find("vary.queue").isEnabled())
    assert "6 runs; how long is not known" in person.find("vary.summary").text()
    assert person.find("vary.queue").text() == "Queue 6 runs"
    person.press("vary.start")

    # All of them are run, past those that fail, and nobody is asked anything meanwhile.
    person.press("view.sweep")
    person.wait(lambda: not window.session.queue and not window.desk.worker.is_busy)
    person.wait(lambda: person.sees("banner.queue"))
    assert not person.sees("dialog.error")
    assert "4 runs finished and 2 failed" in person.find("banner.queue").findChild(QLabel).text()
    assert {Run.open(path).experiment.sweep for path in person.runs} == {"night"}

    # The table has a line for each value, with the spread over the seeds, and the failed ones last.
    table = person.find("sweep.table")
    person.wait(lambda: table.rowCount() == 3 and table.item(2, 3).text() == "2 failed")
    rows = [[table.item(row, column).text() for column in range(4)] for row in range(3)]
    assert {rows[0][0], rows[1][0]} == {"0.001", "0.01"}
    assert rows[2][:2] == ["100", "–"]
    assert all("2 seeds" in row[1] for row in rows[:2])

    # A range on the axis of the result keeps the better one, whose runs are then shown everywhere.
    pages = person.find("sweep.page")
    pages.setCurrentIndex(pages.findData("parallel"))
    person.wait(lambda: person.sees("sweep.parallel"))
    person.find("sweep.parallel").set_range(1, 0.0, 0.1)
    person.press("sweep.show_runs")
    shown = {Run.open(person.places.runs / name).experiment.algorithm.inner_lr for name in window.desk.selected}
    assert shown == {float(rows[0][0])}
    assert len(window.desk.selected) == 2

    # The next sweep of that shape knows how long it takes; the window is closed, and its runs wait in the session.
    person.keys("Ctrl+Shift+V")
    person.wait(lambda: person.sees("vary") and person.find("vary.queue").isEnabled())
    assert "6 runs; at most about" in person.find("vary.summary").text()
    person.press("vary.queue")
    assert len(window.session.queue) == 6
    assert person.find("queue.list").findItems("Seed 1", Qt.MatchFlag.MatchContains)
    person.close("dialog.forget")
