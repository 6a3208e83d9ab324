"""What a person keeps about runs, through the window: stars, names, tags, notes, colours; and how runs are found."""

import pytest
from person import Person
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from core.experiment import Experiment
from core.runs.about import FILE, About, change_about, read_about
from core.runs.run import Run
from workbench import theme
from workbench.runs.columns import USUAL


@pytest.fixture
def three(places) -> list[Run]:
    """Three runs that were stopped before they began, the oldest first."""
    made = []
    for seed, kind in enumerate(("maml", "meta_sgd", "maml")):
        experiment = Experiment().with_value("algorithm.kind", kind).with_value("seed", seed)
        run = Run.create(experiment, places.runs)
        path = places.runs / f"2026-01-0{seed + 1}T10-00-00_run-{seed}"
        run.path.rename(path)
        made.append(Run.open(path))
        made[-1].set_status("stopped", iteration=0)
    return made


def names(runs):
    return tuple(run.name for run in runs)


def choose(person, button: str, *actions: str) -> None:
    """Open a menu of the table by its command, and choose from it; submenus open as they are gone through."""
    person.press(button)
    person.wait(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = menu.findChild(QAction, actions[-1])
    assert action is not None, f"no {actions[-1]} is offered"
    assert action.isEnabled()
    action.trigger()
    menu.close()


def press_cell(person, row: int, title: str) -> None:
    table = person.find("runs.table")
    index = table.model().index(row, [column.title for column in table.model().columns].index(title))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())


def shown(person, title: str) -> list[str]:
    return [person.cell(row, title) for row in range(person.window.runs.model.seen)]


def type_filter(person, words: str) -> None:
    person.press("edit.find_run")
    box = person.find("runs.filter")
    person.wait(box.hasFocus)
    QTest.keyClicks(box, words)
    box.completer().popup().hide()


# -- what is kept ---------------------------------------------------------------------------------------------------


def test_a_star_by_command_and_by_click(person, three):
    person.open()
    person.find("runs.table").select(names(three[:2]))
    person.press("runs.star")
    assert [read_about(run.path).star for run in three] == [True, True, False]
    assert shown(person, "★") == ["☆", "★", "★"]
    press_cell(person, 0, "Star")
    assert shown(person, "★") == ["★", "★", "★"]
    person.press("runs.star")
    assert [read_about(run.path).star for run in three] == [True, True, False]


def test_a_new_name_is_seen_wherever_the_run_is_named(person, three, places, qtbot):
    window = person.open()
    window.resize(1400, 800)
    run = three[1]
    person.find("runs.table").select((run.name,))
    QTest.keyClick(person.find("runs.table"), Qt.Key.Key_F2)
    person.wait(lambda: person.sees("about.name"))
    box = person.find("about.name")
    assert box.text() == run.experiment.label
    person.wait(box.hasFocus)
    QTest.keyClicks(box, "The best")
    QTest.keyClick(box, Qt.Key.Key_Return)
    person.wait(lambda: not person.sees("about"))
    assert person.cell(1, "Run") == "The best"
    assert [curve.label for curve in window.desk.shown.curves] == ["The best"]
    assert run.path.is_dir()
    assert run.experiment.name == ""
    other = Person(qtbot, places)
    tables = [window.runs.model, other.open().runs.model]
    assert [{row.name: row.label for row in table.rows}[run.name] for table in tables] == ["The best"] * 2
    change_about(run.path, name="Not so good")
    person.wait(lambda: all("Not so good" in [row.label for row in table.rows] for table in tables))
    assert [curve.label for curve in window.desk.shown.curves] == ["Not so good"]
    other.close()


def test_tags_of_several_runs(person, three):
    change_about(three[0].path, tags=["paper", "old"])
    change_about(three[1].path, tags=["paper", "Draft"])
    person.open()
    person.find("runs.table").select(names(three[:2]))
    person.press("runs.tag")
    person.wait(lambda: person.sees("about.tag.paper"))
    assert not person.sees("about.name")
    ticked = {tag: person.find(f"about.tag.{tag}").checkState() for tag in ("paper", "old", "Draft")}
    half = Qt.CheckState.PartiallyChecked
    assert ticked == {"paper": Qt.CheckState.Checked, "old": half, "Draft": half}
    line = person.find("about.new_tag")
    QTest.keyClicks(line, f"{'x' * 41}")
    person.press("about.keep")
    assert "at most 40 characters" in person.find("about.wrong_tag").text()
    line.clear()
    QTest.keyClicks(line, "mine, draft")  # one that is new, and one that is there
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert person.find("about.tag.mine").isChecked()
    QTest.keyClick(person.find("about.tag.paper"), Qt.Key.Key_Space)
    person.press("about.keep")
    assert read_about(three[0].path) == About(tags=("Draft", "mine", "old"))
    assert read_about(three[1].path) == About(tags=("Draft", "mine"))
    assert read_about(three[2].path) == About()
    assert shown(person, "Tags") == ["", "Draft, mine", "Draft, mine, old"]
    change_about(three[1].path, star=True)  # by another program
    person.press("runs.take_back")
    assert read_about(three[0].path) == About(tags=("old", "paper"))
    assert read_about(three[1].path) == About(tags=("Draft", "paper"), star=True)
    assert not person.command("runs.take_back").isEnabled()


def test_notes_and_a_colour(person, three):
    window = person.open()
    person.find("runs.table").select(names(three))
    person.press("runs.tag")
    person.press("about.color.5")
    person.press("about.keep")
    assert [read_about(run.path).color for run in three] == [5, 5, 5]
    assert set(window.desk.shown.colors.values()) == {theme.series_color(5)}
    person.find("runs.table").select((three[2].name,))
    QTest.keyClick(person.find("runs.table"), Qt.Key.Key_Return)
    person.wait(lambda: person.sees("about.notes") and person.find("about.notes").hasFocus())
    person.type("Good from the start.")
    person.keys("Ctrl+Return")
    person.wait(lambda: not person.sees("about"))
    assert read_about(three[2].path) == About(color=5, notes="Good from the start.")
    tip = person.find("runs.table").model().index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "Good from the start." in tip
    person.press("runs.notes")
    person.press("about.color.none")
    person.press("about.cancel")
    assert read_about(three[2].path).color == 5


def test_a_damaged_file_is_said_and_stays(person, three):
    (three[0].path / FILE).write_text("what?")
    person.open()
    assert person.cell(2, "Status") == "stopped"
    assert FILE in person.find("runs.table").model().index(2, 0).data(Qt.ItemDataRole.ToolTipRole)
    person.find("runs.table").select(names(three))
    person.press("runs.star")
    words = person.dismiss()
    assert "This could not be kept" in words
    assert three[0].name in words
    assert "delete it to begin anew" in words
    assert (three[0].path / FILE).read_text() == "what?"
    assert [read_about(run.path).star for run in three[1:]] == [True, True]


def test_several_runs_are_queued_again(person, three):
    window = person.open()
    (three[0].path / "experiment.toml").write_text("schema = 9")
    window.desk.refresh_runs()
    person.find("runs.table").select(names(three))
    person.press("runs.queue")
    assert "experiment.toml" in person.dismiss()
    assert list(window.session.queue) == [three[2].experiment, three[1].experiment]


# -- how they are looked at -----------------------------------------------------------------------------------------


def test_a_filter_helps_and_says_what_it_does_not_understand(person, three):
    change_about(three[0].path, tags=["for paper"])
    window = person.open()
    box = person.find("runs.filter")
    type_filter(person, "alg")
    QTest.keyClicks(box, "o")
    popup = box.completer().popup()
    assert popup.isVisible()
    assert [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())] == ["algorithm:"]
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert box.text() == "algorithm:"
    assert not person.sees("runs.filter.problem"), "somebody is still typing"
    assert window.runs.model.seen == 3
    QTest.keyClicks(box, "Meta-SGD")
    assert shown(person, "Algorithm") == ["Meta-SGD"]
    box.clear()
    type_filter(person, "tag:f")
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    offers = box.completer().popup()
    assert offers.model().index(0, 0).data() == 'tag:"for paper"'
    offers.hide()
    box.clear()
    type_filter(person, "seed:>0 seed:soon")
    assert person.find("runs.filter.problem").text().startswith("Seed is a number, and “soon” is none")
    assert window.runs.model.seen == 2
    box.clear()
    type_filter(person, "tag:for")
    assert not person.sees("runs.filter.problem")
    assert person.find("runs.empty").text() == "No run matches “tag:for”; there are for paper."


def test_headings_count_fold_and_keep_commands_off_what_they_hide(person, three):
    window = person.open()
    table = person.find("runs.table")
    table.select((three[0].name,))
    choose(person, "view.groups", "runs.group.algorithm")
    model = window.runs.model
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["MAML  ·  2 runs", "Meta-SGD  ·  1 run"]
    assert table.selected_names == (three[0].name,)
    heading = model.index(0, 0)
    table.scrollTo(heading)
    centre = table.visualRect(heading).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, centre.y()))
    assert not table.isExpanded(heading)
    assert table.selected_names == (three[0].name,), "the views go on showing it"
    assert not person.command("runs.delete").isEnabled()
    table.setFocus()
    table.setCurrentIndex(heading)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert table.isExpanded(heading)
    assert person.command("runs.delete").isEnabled()
    QTest.keyClick(table, Qt.Key.Key_Left)
    assert not table.isExpanded(heading)
    table.select(names(three))
    person.close()
    window = person.open()
    assert window.runs.model.group_key == "algorithm"
    assert not window.runs.table.isExpanded(window.runs.model.index(0, 0))
    choose(person, "view.groups", "runs.group.none")
    assert shown(person, "Algorithm") == ["MAML", "Meta-SGD", "MAML"]


def test_columns_order_and_sorting_outlive_the_program(person, three):
    window = person.open()
    choose(person, "view.columns", "runs.columns.seed")
    choose(person, "view.columns", "runs.columns.algorithm.inner_lr")
    choose(person, "view.columns", "runs.columns.dataset")
    assert shown(person, "Seed") == ["2", "1", "0"]
    assert shown(person, "Inner learning rate")[0] == "0.01"
    header = window.runs.table.header()
    header.moveSection(header.visualIndex(window.runs.table.shown_columns.index("seed")), 0)
    header.resizeSection(header.logicalIndex(1), 77)
    columns = ["seed", *(key for key in USUAL if key != "dataset"), "algorithm.inner_lr"]
    assert window.runs.table.shown_columns == columns
    at = QPoint(header.sectionViewportPosition(header.logicalIndex(0)) + 12, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown(person, "Seed") == ["0", "1", "2"]
    person.close()
    window = person.open()
    assert window.runs.table.shown_columns == columns
    assert shown(person, "Seed") == ["0", "1", "2"]
    header = window.runs.table.header()
    assert header.sectionSize(header.logicalIndex(1)) == 77
    choose(person, "view.columns", "runs.columns.usual")
    assert window.runs.table.shown_columns == list(USUAL)
