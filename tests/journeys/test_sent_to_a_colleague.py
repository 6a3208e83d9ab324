"""Someone compares three methods on real Omniglot, and sends a colleague, who reads Chinese, a page and a session."""

import re

from person import Person

from core.places import Places
from workbench import words
from workbench.catalogue import Catalogue

TINY = {
    "learner.filters": 8, "outer.iterations": 6, "outer.meta_batch_size": 2, "evaluation.every": 3,
    "evaluation.tasks": 5, "evaluation.test_tasks": 40, "evaluation.inner_steps": 1, "compute.mapping": "sequential",
}  # fmt: skip
METHODS = ("maml", "reptile", "protonet")


def test_compared_sent_and_opened_in_chinese(person, real_data, tmp_path, qapp, qtbot):
    # Three methods, each as its preset has it but for the size, wait in the queue and are trained.
    window = person.open()
    for method in METHODS:
        window.session.choose_preset(f"omniglot-5w1s-{method}")
        known = window.session.experiment
        for path, value in {**TINY, "dataset.folder": str(real_data / "omniglot")}.items():
            if path != "outer.meta_batch_size" or known.outer.meta_batch_size > 1:
                window.session.set(path, value)
        assert window.session.problems == []
        person.press("toolbar.run.queue")
    person.press("panel.queue.start")
    person.wait(lambda: person.sees("banner.queue"))
    person.press("banner.queue.show")

    # They are held against each other on the same tasks, with intervals and a test of the difference.
    person.press("view.compare")
    person.wait(lambda: window.compare._answer is not None)
    table = person.find("compare.results")
    heads = [table.horizontalHeaderItem(column).text() for column in range(table.columnCount())]
    rows = {table.item(row, 0).text(): row for row in range(table.rowCount())}
    assert len(window.compare._answer.lines) == 3
    assert {"Accuracy", "Difference", "p"} <= set(heads)
    for line in window.compare._answer.lines:
        assert re.fullmatch(r"[\d.]+[\u202f ]% ± [\d.]+", table.item(rows[line.name], heads.index("Accuracy")).text())
    against = [table.item(rows[line.name], heads.index("p")).text() for line in window.compare._answer.lines]
    assert sum(p != "–" for p in against) == 2
    assert "measured alike, with Rotations random, Queries 15" in person.find("compare.notes").text()

    # One page that holds everything, and the session.
    page, session = tmp_path / "comparison.html", tmp_path / "three methods.innerloop"
    person.press("runs.report")
    person.choose_file(page)
    person.wait(lambda: person.sees("banner.export.report.open"))
    html = page.read_text(encoding="utf-8")
    assert all(window.compare._answer.lines[place].name in html for place in range(3))
    assert not re.search(r"(?:src|href)=[\"']?(?!#|data:)", html)  # nothing is loaded from anywhere else
    person.press("session.save_as")
    person.choose_file(session)
    sent = person.experiment
    person.close()

    # The colleague's program speaks Chinese, and opens the session: the same experiment, in other words.
    home = tmp_path / "colleague"
    colleague = Person(qtbot, Places(home=home, runs=home / "runs", data=home / "data", cache=home / "cache"))
    try:
        home.mkdir()
        (home / "window.ini").write_text("[General]\nlanguage=zh_CN\n", encoding="utf-8")
        window = colleague.open(str(session))
        colleague.wait(lambda: colleague.experiment == sent)
        told = Catalogue.read("zh_CN").texts
        assert window.actions_by_id["run.start"].text() == told["Start"]
        assert colleague.find("dataset.ways").accessibleName().startswith(told["Ways"])
        assert colleague.title.startswith("three methods")
        assert window.session.problems == []
    finally:
        colleague.leave()
        words.speak(qapp, words.ENGLISH)
