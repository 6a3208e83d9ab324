"""The table of runs: what it says of each, sorting and filtering hundreds, and what can be done with some of them."""

import json
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from person import SMALL
from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from core.experiment import Experiment
from core.runs.index import RunIndex, RunRow
from core.runs.run import Run
from workbench import theme
from workbench.numbers import PERCENT
from workbench.runs.columns import USUAL, measured
from workbench.runs.run_model import dot
from workbench.runs.run_panel import RunPanel

DATASETS, ALGORITHMS = ("sinusoid", "omniglot"), ("maml", "reptile", "prototypical")


def row(number: int, **facts) -> RunRow:
    """A row as the index makes them."""
    dataset, algorithm = DATASETS[number % 2], ALGORITHMS[number % 3]
    found = {"iteration": 100, "metric": "accuracy", "value": (number * 37 % 500) / 500, "ci95": 0.01}
    row = {
        "path": Path("runs") / f"run-{number:03}",
        "name": f"run-{number:03}",
        "label": f"{dataset}-{algorithm}-{number}",
        "dataset": dataset,
        "algorithm": algorithm,
        "dataset_title": dataset.title(),
        "algorithm_title": algorithm.title(),
        "task_label": "5w1s",
        "metric": "accuracy",
        "status": "finished",
        "iteration": number,
        "iterations": 500,
        "best": found,
        "test": None,
        "seconds": float(number),
        "created": datetime(2026, 1, 1) + timedelta(minutes=number),
        "error": None,
    }
    return RunRow(**{**row, **facts})


@pytest.fixture
def panel(qtbot, plain_look):
    made = RunPanel([])
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show()
    return made


def place_of(panel, title):
    return [column.title for column in panel.model.columns].index(title)


def column(panel, title):
    model = panel.table.model()
    return [model.index(place, place_of(panel, title)).data() for place in range(model.rowCount())]


def filter_by(panel, words):
    box = panel.findChild(object, "runs.filter")
    box.clear()
    QTest.keyClicks(box, words)


# -- what it shows --------------------------------------------------------------------------------------------------


def test_a_run_that_ended_early_says_so_and_why(panel):
    why = "Ended early, at iteration 25 of 35: 3 evaluations in a row without a better validation result"
    panel.show_rows([row(1, early=why)])
    assert column(panel, "Status") == ["ended early"]
    assert why in panel.table.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_there_is_an_invitation_where_there_are_no_runs(panel):
    panel.show_rows([])
    assert not panel.table.isVisible()
    panel.show_rows([row(1)])
    assert panel.table.isVisible()


@pytest.mark.parametrize(
    ("status", "word"),
    [("crashed", "interrupted"), *((word, word) for word in ("queued", "running", "paused", "stopped", "finished"))],
)
def test_status_words(panel, status, word):
    panel.show_rows([row(1, status=status)])
    assert column(panel, "Status") == [word]


def test_usual_figures_are_not_cut(panel, qapp):
    theme.apply(qapp, theme.LIGHT)
    error = {"metric": "mse", "value": 0.302, "after": 0.302, "ci95": 0.054, "iteration": 100}
    share = {"metric": "accuracy", "value": 1.0, "after": 1.0, "ci95": 0.004, "iteration": 100}
    both = [row(0, best=error, test=error, task_label="10-shot"), row(1, best=share, test=share, task_label="20w5s")]
    panel.show_rows([*both, row(2, status="crashed")])
    for title in ("Status", "Dataset", "Task", "Validation", "Test"):
        assert panel.table.sizeHintForColumn(place_of(panel, title)) <= panel.table.columnWidth(place_of(panel, title))


def test_what_a_row_says(panel):
    test = {"metric": "accuracy", "before": 0.2, "after": 0.975, "ci95": 0.004, "tasks": 600, "iteration": 100}
    panel.show_rows([row(7, test=test, seconds=3671.2)])
    assert column(panel, "Run") == ["omniglot-reptile-7"]
    assert column(panel, "Validation") == [f"51.8{PERCENT} ± 1.0"]
    assert column(panel, "Test") == [f"97.50{PERCENT} ± 0.40"]
    assert column(panel, "Progress") == ["7 / 500"]
    assert column(panel, "Time") == ["1:01:11"]


def test_a_damaged_run_is_shown_and_says_why(panel):
    panel.show_rows([row(1, status="damaged", best=None, error="experiment.toml is not valid", created=datetime.min)])
    assert column(panel, "Status") == ["damaged"]
    assert column(panel, "Validation") == ["–"]
    tip = panel.table.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "experiment.toml is not valid" in tip


def test_figures():
    assert measured(None) == "–"
    assert measured({"metric": "accuracy"}) == "–"
    assert measured({"metric": "mse", "value": 0.94412, "ci95": 0.1312}) == "0.94 ± 0.13"
    assert measured({"metric": "accuracy", "after": 1, "ci95": None}) == f"100.0{PERCENT}"


# -- sorting, filtering, selecting ----------------------------------------------------------------------------------


def test_the_newest_run_comes_first(panel):
    panel.show_rows([row(number) for number in (2, 1, 3)])
    assert column(panel, "Progress") == ["3 / 500", "2 / 500", "1 / 500"]


def test_sorting_by_validation_is_by_number(panel):
    values = {1: 0.09, 2: 0.5, 3: 1.0}
    rows = [row(number, best={"metric": "accuracy", "value": value, "ci95": 0}) for number, value in values.items()]
    panel.show_rows([*rows, row(4, best=None)])
    panel.table.sortByColumn(place_of(panel, "Validation"), Qt.SortOrder.DescendingOrder)
    assert column(panel, "Validation") == [f"{share}{PERCENT} ± 0.0" for share in ("100.0", "50.0", "9.0")] + ["–"]


def test_runs_without_a_figure_come_last_in_either_order(panel):
    rows = [
        row(number, best=best and {"metric": "accuracy", "value": best}) for number, best in enumerate((0.5, None, 0.1))
    ]
    panel.show_rows(rows)
    for order, values in (
        (Qt.SortOrder.AscendingOrder, ["10.0", "50.0"]),
        (Qt.SortOrder.DescendingOrder, ["50.0", "10.0"]),
    ):
        panel.table.sortByColumn(place_of(panel, "Validation"), order)
        assert [text.removesuffix(PERCENT) for text in column(panel, "Validation")] == [*values, "–"]


def test_runs_are_sorted_by_any_setting_that_has_a_column(panel):
    rates = (0.01, None, 0.2)
    panel.show_rows([row(number, settings={"outer.lr": rate} if rate else {}) for number, rate in enumerate(rates)])
    panel.table.show_columns(["run", "outer.lr"])
    panel.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert column(panel, "Outer learning rate") == ["0.2", "0.01", "–"]


@pytest.mark.parametrize(
    "kept",
    [b"", b"\xff", b"[]", b"3", b'{"columns": 3, "widths": [], "group": 5, "sorted_by": {}, "folded": "x"}',
     b'{"columns": ["star", "nonsense"], "group": "nonsense", "sorted_by": "outer.nonsense", "widths": {"run": -5}}'],
)  # fmt: skip
def test_a_look_that_cannot_be_read_changes_nothing(panel, kept):
    panel.show_rows([row(1)])
    before = panel.keep_look()
    panel.take_look(QByteArray(kept))
    assert panel.keep_look() == before
    assert panel.table.shown_columns == list(USUAL)


def test_headings_of_tags_and_stars(panel):
    tags = (("paper",), (), ("draft", "paper"), ("paper",))
    panel.show_rows([row(number, tags=given, star=number == 3) for number, given in enumerate(tags)])
    panel.model.group_by("tag")
    headings = [panel.model.index(place, 0).data() for place in range(panel.model.rowCount())]
    assert headings == ["draft, paper  ·  1 run", "paper  ·  2 runs", "No tags  ·  1 run"]
    panel.model.group_by("star")
    assert [panel.model.index(place, 0).data() for place in range(2)] == ["Starred  ·  1 run", "Not starred  ·  3 runs"]
    panel.select(("run-000", "run-003"))
    assert panel.table.selected_names == ("run-003", "run-000"), "from top to bottom"
    filter_by(panel, "star:yes")
    assert panel.model.rowCount() == 1


@pytest.mark.parametrize(
    ("words", "runs"),
    [
        ("", 6),
        ("maml", 2),
        ("MAML omniglot", 1),
        ("omniglot maml", 1),
        ("paused", 1),
        ("interrupted", 1),
        ("5w1s", 6),
        ("run-003", 1),
        ("no such run", 0),
    ],
)
def test_filtering_by_words(panel, words, runs):
    rows = [row(number) for number in range(4)] + [row(4, status="paused"), row(5, status="crashed")]
    panel.show_rows(rows)
    filter_by(panel, words)
    assert panel.table.model().rowCount() == runs
    filter_by(panel, "")
    assert panel.table.model().rowCount() == 6


def test_the_selection_is_kept_when_rows_change_or_come(panel, qtbot):
    rows = [row(number) for number in range(5)]
    panel.show_rows(rows)
    panel.table.select(("run-001", "run-003"))
    told = []
    panel.selected.connect(told.append)
    panel.show_rows([row(9), *rows])
    assert set(panel.table.selected_names) == {"run-001", "run-003"}
    rows[1] = row(1, status="running", iteration=499)
    panel.show_rows([row(9), *rows])
    assert set(panel.table.selected_names) == {"run-001", "run-003"}
    assert told == []
    panel.show_rows([row(9), *rows[:3]])
    assert panel.table.selected_names == ("run-001",)


def test_what_the_filter_hides_stays_selected(panel):
    panel.show_rows([row(number) for number in range(5)])
    panel.select(("run-001", "run-003"))
    told = []
    panel.selected.connect(told.append)
    filter_by(panel, "run-003")
    assert panel.table.selected_names == ("run-003",)
    panel.show_rows([row(number) for number in range(6)])
    filter_by(panel, "")
    assert set(panel.table.selected_names) == {"run-001", "run-003"}
    assert told == []
    filter_by(panel, "run-002")
    panel.table.setFocus()
    panel.table.setCurrentIndex(panel.model.index(0, 0))  # what a person does now counts, and the hidden ones are left
    filter_by(panel, "")
    assert panel.table.selected_names == ("run-002",)
    assert told == [("run-002",)]


def test_commands_are_not_for_what_the_filter_hides(panel):
    aimed = []
    panel.aimed.connect(aimed.append)
    panel.show_rows([row(number) for number in range(3)])
    panel.select(("run-001",))
    assert aimed[-1] == ("run-001",)
    filter_by(panel, "zzz")
    assert aimed[-1] == ()
    assert not panel.table.isVisible()
    assert "No run matches “zzz”." in [label.text() for label in panel.findChildren(QLabel)]
    filter_by(panel, "")
    assert aimed[-1] == ("run-001",)
    assert panel.table.isVisible()


def test_runs_that_are_not_there_are_passed_over(panel):
    panel.show_rows([row(1)])
    panel.select(("run-001", "run-777"))
    assert panel.table.selected_names == ("run-001",)


def test_500_runs_from_their_folders(panel, tmp_path):
    runs = tmp_path / "runs"
    for number in range(500):
        folder = runs / f"2026-01-{number % 28 + 1:02}T00-00-00_run-{number}"
        folder.mkdir(parents=True)
        best = {"iteration": 10, "metric": "mse", "value": (number * 37 % 500) / 100, "ci95": 0.1}
        kind = "reptile" if number % 5 == 0 else "maml"
        (folder / "experiment.toml").write_text(f'schema = 1\nname = "number {number}"\n[algorithm]\nkind = "{kind}"\n')
        (folder / "status.json").write_text(json.dumps({"status": "stopped", "iteration": number, "best": best}))
    with RunIndex(runs) as index:
        assert index.refresh() == []
        panel.show_rows(index.rows())
    model = panel.table.model()
    assert model.rowCount() == 500
    panel.table.sortByColumn(place_of(panel, "Validation"), Qt.SortOrder.AscendingOrder)
    values = [float(text.split(" ")[0]) for text in column(panel, "Validation")]
    assert values == sorted(values)
    filter_by(panel, "reptile")
    assert model.rowCount() == 100
    filter_by(panel, "stopped run-7")
    assert model.rowCount() == 11  # 7, 70 to 79
    filter_by(panel, "algorithm:maml validation:<0.5 iteration:>=250")
    wanted = [n for n in range(500) if n % 5 and n * 37 % 500 < 50 and n >= 250]
    assert sorted(int(text.split(" ")[0]) for text in column(panel, "Progress")) == wanted
    filter_by(panel, "")
    panel.model.group_by("algorithm")
    assert [model.index(place, 0).data() for place in range(2)] == ["MAML  ·  400 runs", "Reptile  ·  100 runs"]
    panel.model.group_by("")
    filter_by(panel, "")
    assert model.rowCount() == 500


# -- in the window --------------------------------------------------------------------------------------------------


@pytest.fixture
def stopped(places) -> Run:
    """A run that was stopped before it began."""
    run = Run.create(Experiment().with_value("outer.iterations", 77).with_value("seed", 5), places.runs)
    run.set_status("stopped", iteration=0)
    return run


def test_use_these_settings(person, stopped):
    person.open()
    person.find("runs.table").select((stopped.name,))
    person.press("runs.duplicate")
    assert person.experiment == stopped.experiment
    person.press("edit.undo")
    assert person.experiment.seed == 0


def test_delete_moves_the_folder_to_the_bin(person, stopped, bin_folder):
    window = person.open()
    assert not person.command("runs.delete").isEnabled()
    window.runs.table.select((stopped.name,))
    person.press("runs.delete")
    person.answer("dialog.cancel")
    assert stopped.path.exists()
    person.press("runs.delete")
    person.answer("dialog.delete")
    assert not stopped.path.exists()
    assert (bin_folder / stopped.name / "experiment.toml").exists()
    assert window.runs.table.model().rowCount() == 0
    assert not person.command("runs.delete").isEnabled()


def test_delete_for_good_where_there_is_no_bin(person, stopped, monkeypatch):
    import send2trash

    def refuse(path):
        raise OSError("there is no bin on this disk")

    window = person.open()
    monkeypatch.setattr(send2trash, "send2trash", refuse)
    window.runs.table.select((stopped.name,))
    person.press("runs.delete")
    person.answer("dialog.delete")
    person.answer("dialog.cancel")
    assert stopped.path.exists()
    person.press("runs.delete")
    person.answer("dialog.delete")
    person.answer("dialog.remove")
    assert not stopped.path.exists()
    person.wait(lambda: window.runs.table.model().rowCount() == 0)


def test_resume_a_stopped_run(person, stopped):
    window = person.open()
    window.runs.table.select((stopped.name,))
    person.press("runs.resume")
    person.wait_for_end()
    assert stopped.status["status"] == "finished"
    assert stopped.status["iteration"] == 77
    person.wait(lambda: not person.command("runs.resume").isEnabled())  # nothing is left to do
    assert person.cell(0, "Status") == "finished"


def test_a_run_that_trains_cannot_be_deleted(person):
    window = person.open()
    person.set_up({**SMALL, "outer.iterations": 1_000_000})
    person.start()
    person.press("runs.delete")
    assert "stop it first" in person.find("status.message").text()
    assert window.desk.worker.is_busy


def test_a_run_that_vanished_is_said_and_forgotten(person, stopped):
    window = person.open()
    window.runs.table.select((stopped.name,))
    shutil.rmtree(stopped.path)
    for command in ("runs.duplicate", "runs.resume"):
        person.press(command)
        assert stopped.name in person.dismiss()
    window.desk.refresh_runs()
    assert window.runs.table.model().rowCount() == 0


def test_a_damaged_run_says_so_instead_of_being_resumed(person, stopped):
    (stopped.path / "experiment.toml").write_text("schema = 1\n[outer]\niterations = 'many'\n")
    window = person.open()
    assert person.cell(0, "Status") == "damaged"
    window.runs.table.select((stopped.name,))
    assert not person.command("runs.resume").isEnabled()
    person.press("runs.duplicate")
    assert "outer.iterations" in person.dismiss()


def test_the_dot_of_a_selected_run_keeps_its_colour(qapp):
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        image = dot("#347fbd").pixmap(QSize(16, 16), mode).toImage()
        assert image.pixelColor(image.width() // 2, image.height() // 2).name() == "#347fbd"


def test_every_column_up_to_the_progress_is_seen_in_the_usual_window(person, places):
    Run.create(Experiment(), places.runs)
    window = person.open()
    window.resize(1280, 800)
    table = person.find("runs.table")
    header, last = table.header(), place_of(window.runs, "Progress")
    person.wait(lambda: table.viewport().width() > 800)
    assert header.sectionViewportPosition(last) + header.sectionSize(last) <= table.viewport().width()
