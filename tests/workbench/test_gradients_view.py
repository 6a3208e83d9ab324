"""The gradients view: its pictures, table and words from plain numbers; what it asks, and what it hands on."""

import csv
import io

import numpy as np
import pytest
from asking import label
from person import change
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.runs.agreement import Agreement
from core.runs.gradients import GradientQuestion, Gradients, StepSizes
from core.runs.metrics import LayerNorms
from workbench import theme as themes
from workbench.views.gradient_plots import layer_colors
from workbench.views.gradients import PICTURES, GradientsView
from workbench.views.run_box import RunChoice

RUN = RunChoice("run-1", "omniglot", "#2e59ae")
SHAPES = {"conv1.weight": (2, 3), "conv1.bias": (2,), "head.weight": (1, 4)}
COLUMNS = {"conv1": slice(0, 8), "head": slice(8, 12)}
ROWS = np.random.default_rng(0).normal(size=(16, 12)).astype(np.float32)
RECORDED = [{"iteration": at, "layer_norms": {"conv1": 3.0 + at, "head": 4.0}} for at in range(1, 21)]
SIZES = {
    "conv1": StepSizes(np.array([0.1, 0.2, 0.3]), np.array([0.1, 0.2, 0.3]), np.array([0.1, 0.2, 0.3]), 1),
    "head": StepSizes(np.array([-0.1, 0.0, 0.1]), np.array([-0.2, -0.1, 0.0]), np.array([0.0, 0.1, 0.2]), 5),
}


def found(rows=ROWS, sizes=SIZES, recorded=RECORDED, split="train", of_tasks=True):
    exact = rows.astype(np.float64)
    layers = {name: Agreement(exact[:, at] @ exact[:, at].T, at.stop - at.start) for name, at in COLUMNS.items()}
    return Gradients(
        run="run-1",
        iteration=500,
        is_best=True,
        stamp=("best", 1),
        split=split,
        of_tasks=of_tasks,
        shapes=SHAPES,
        rows=rows,
        mean=exact.mean(0),
        variance=exact.var(0),
        whole=Agreement(exact @ exact.T, exact.shape[1]),
        layers=layers,
        step_sizes=sizes,
        first_step_size=0.05 if sizes else None,
        recorded=LayerNorms(recorded),
    )


OFFERED = ([RUN], RUN.key)  # to the view, by the fixture `asked`


@pytest.fixture
def view(on_screen):
    return on_screen(GradientsView(), 900, 480)


def turn(view, picture):
    view.picture_box.setCurrentIndex(list(PICTURES).index(picture))


def row_of(view, layer):
    return next(row for row in range(view.layers.rowCount()) if view.layers.item(row, 0).text() == layer)


def choose(view, layer):
    view.layers.setCurrentCell(row_of(view, layer), 0)


def curves(plot):
    return {curve.name: curve for curve in plot.curves}


def test_without_a_run_it_invites(view):
    assert "Press Start" in label(view, "message_line")
    assert not view.split_box.isEnabled()
    assert not view.picture_box.isEnabled()


def test_it_asks_for_the_first_tasks_and_again_for_others(view, asked):
    assert asked == [GradientQuestion("run-1", "train", 16)]
    change(view.tasks_box, 64)
    change(view.split_box, "validation")
    assert asked[-1] == GradientQuestion("run-1", "validation", 64)
    turn(view, "cosines")
    assert len(asked) == 3  # another picture is of the same answer


def test_the_headline_and_the_table_have_the_figures_of_numpy(view, asked):
    view.show_answer(asked[-1], found())
    norms = np.linalg.norm(ROWS, axis=1)
    half = 1.96 * norms.std(ddof=1) / 4
    assert label(view, "figures").startswith(f"Norm of a task {norms.mean():.2f} ± {half:.2f}, of their mean ")
    assert label(view, "header.place") == "16 training tasks"
    conv1 = [view.layers.item(row_of(view, "conv1"), column).text() for column in range(4)]
    inner = ROWS[:, :8]
    assert conv1[2] == f"{np.linalg.norm(inner.mean(0)):#.3g}"
    unit = inner / np.linalg.norm(inner, axis=1, keepdims=True)
    assert conv1[3] == f"{(unit @ unit.T)[np.triu_indices(16, 1)].mean():.3f}"
    assert [view.layers.item(row, 0).text() for row in range(3)] == ["All", "conv1", "head"]


def test_recorded_norms_are_drawn_by_layer_and_the_chosen_one_stands_out(view, asked):
    view.show_answer(asked[-1], found())
    drawn = curves(view.norms)
    assert drawn["all layers, recorded"].y == pytest.approx([np.hypot(3.0 + at, 4.0) for at in range(1, 21)])
    assert drawn["head"].y == pytest.approx(4.0)  # what never changes is not changed by smoothing
    assert drawn["conv1"].style.color == layer_colors(["conv1", "head"])["conv1"] == themes.current().series[0]
    choose(view, "conv1")
    drawn = curves(view.norms)
    assert drawn["conv1, recorded"].y.tolist() == [3.0 + at for at in range(1, 21)]
    assert drawn["conv1"].style.width > drawn["head"].style.width
    assert 4.0 < drawn["conv1"].y[-1] < 23.0  # it follows, and lags behind


def test_one_wild_norm_does_not_hide_the_others(view, asked):
    recorded = [{"iteration": at, "layer_norms": {"conv1": 1e6 if at == 10 else 1.0}} for at in range(1, 21)]
    view.show_answer(asked[-1], found(recorded=recorded))
    assert curves(view.norms)["conv1"].y[-1] < 10


def test_many_layers_have_colours_in_order_of_depth():
    colors = list(layer_colors([f"layer{number}" for number in range(20)]).values())
    theme = themes.current()
    assert (colors[0], colors[-1]) == (theme.right, theme.wrong)
    assert len(set(colors)) == 20


def test_a_run_without_recorded_norms_says_so(view, asked, qtbot):
    view.show_answer(asked[-1], found(recorded=[]))
    assert view.picture_box.currentData() == "spread"  # which it has
    turn(view, "norms")
    qtbot.waitUntil(lambda: view.norms._message.isVisible())
    assert "No norms were recorded" in view.norms._message.text()


def test_the_spread_is_that_of_the_chosen_layer(view, asked):
    view.show_answer(asked[-1], found())
    turn(view, "spread")
    assert curves(view.spread)["components"].y.sum() == 12
    low, high = view.spread.box.viewRange()[0]
    assert low == pytest.approx(-high)
    assert high == pytest.approx(np.abs(ROWS.mean(0)).max(), rel=0.3)
    choose(view, "head")
    assert curves(view.spread)["components"].y.sum() == 4


def test_the_matrix_names_two_tasks_and_their_cosine(view, asked, qtbot):
    view.show_answer(asked[-1], found())
    turn(view, "cosines")
    matrix = view.cosines
    cosine = ROWS[2] @ ROWS[5] / np.linalg.norm(ROWS[2]) / np.linalg.norm(ROWS[5])

    def points_at_it():
        QTest.mouseMove(matrix, matrix.cell_rect(2, 5).center())
        return matrix.words == f"Tasks 2 and 5: cosine {cosine:.3f}"

    qtbot.waitUntil(points_at_it)  # what has just come may still get another size
    QTest.keyClick(matrix, Qt.Key.Key_Down)
    QTest.keyClick(matrix, Qt.Key.Key_Right)
    assert matrix.words.startswith("Tasks 3 and 6: ")
    assert matrix.accessibleDescription() == matrix.words
    for _ in range(3):
        QTest.keyClick(matrix, Qt.Key.Key_Left)
    assert matrix.words == "Task 3"
    QTest.mouseMove(matrix, QPoint(matrix.width() - 2, matrix.height() - 2))
    assert matrix.words == ""


def test_the_matrix_shades_agreement_and_opposition(view, asked):
    rows = ROWS.copy()
    rows[1], rows[2] = rows[0], -rows[0]
    view.show_answer(asked[-1], found(rows=rows))
    turn(view, "cosines")
    matrix, theme = view.cosines, themes.current()
    assert matrix.reach == 1.0
    image = matrix.grab().toImage()
    shades = [image.pixelColor(matrix.cell_rect(0, other).center()).name() for other in range(3)]
    assert shades == [theme.hover, theme.right, theme.wrong]


def test_the_plane_has_a_dot_for_each_task_and_a_click_opens_it(view, asked, qtbot):
    view.show_answer(asked[-1], found())
    turn(view, "plane")
    plot = view.plane.plot
    left, sizes, _ = np.linalg.svd(ROWS - ROWS.mean(0).astype(np.float64), full_matrices=False)
    places = np.sort(np.concatenate([curve.x for curve in plot.curves if curve.name == "tasks"]))
    assert np.sort(np.abs(places)) == pytest.approx(np.sort(np.abs(left[:, 0] * sizes[0])), rel=1e-4, abs=1e-5)
    assert view.plane.boxes["x"].currentText().startswith(f"Direction 1 ({100 * sizes[0] ** 2 / (sizes**2).sum():.1f}")
    spot = plot.place_of(7).toPoint()
    with qtbot.waitSignal(view.task_opened) as told:
        QTest.mouseClick(plot.canvas.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == ["run-1", "train", 7]
    QTest.keyClick(plot.canvas, Qt.Key.Key_PageDown)
    assert plot.words.startswith("Task 0: Direction 1 ")
    QTest.keyClick(plot.canvas, Qt.Key.Key_PageUp)
    assert plot.words in plot.canvas.accessibleName()
    with qtbot.waitSignal(view.task_opened) as told:
        QTest.keyClick(plot.canvas, Qt.Key.Key_Return)
    assert told.args == ["run-1", "train", 15]


def test_the_axes_of_the_plane_are_any_component_by_name(view, asked):
    view.show_answer(asked[-1], found())
    turn(view, "plane")
    plane = view.plane
    text = plane.boxes["x"].lineEdit()
    text.selectAll()
    QTest.keyClicks(text, "conv1.weight[1, 2]")
    QTest.keyClick(text, Qt.Key.Key_Return)
    drawn = np.concatenate([curve.x for curve in plane.plot.curves if curve.name == "tasks"])
    assert np.sort(drawn) == pytest.approx(np.sort(ROWS[:, 5]))
    text.selectAll()
    QTest.keyClicks(text, "conv9.weight[0]")
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert label(view, "wrong_component").startswith("There is no parameter conv9.weight; there are conv1.weight")
    assert plane.plot.x_name == "conv1.weight[1, 2]"
    widest = plane.boxes["y"].itemText(plane.boxes["y"].count() - 1)
    plane.boxes["y"].setCurrentIndex(plane.boxes["y"].count() - 1)
    plane.boxes["y"].activated.emit(plane.boxes["y"].currentIndex())
    drawn = np.concatenate([curve.y for curve in plane.plot.curves if curve.name == "tasks"])
    assert np.sort(drawn) == pytest.approx(np.sort(plane._answer.component(widest)))
    choose(view, "head")
    assert plane.plot.x_name == "conv1.weight[1, 2]"  # a component stays, whatever layer is looked at


def test_more_dots_than_a_curve_takes_are_all_dots(view, asked):
    rows = np.random.default_rng(1).normal(size=(256, 12)).astype(np.float32)
    view.show_answer(asked[-1], found(rows=rows))
    turn(view, "plane")
    assert sum(int(curve._dots.isVisible()) * len(curve.x) for curve in view.plane.plot.curves) == 256
    assert not any(curve._line.isVisible() for curve in view.plane.plot.curves)


def test_step_sizes_lie_where_they_are_and_are_told(view, asked):
    view.show_answer(asked[-1], found())
    turn(view, "sizes")
    assert view.sizes.isVisible()
    assert "conv1: step 1 0.100, step 2 0.200, step 3 0.300" in view.sizes.accessibleName()
    assert "head: step 1 -0.100" in view.sizes.accessibleName()
    assert "nine in ten of 5 numbers from -0.200 to 0.200" in view.sizes.accessibleName()
    low, high = view.sizes.span
    assert low < -0.2
    assert high > 0.3
    image = view.sizes.grab().toImage()
    last = QPoint(round(view.sizes.x_of(0.3)), 0)
    row = view.sizes.row_of("conv1")
    column = [image.pixelColor(last.x(), y).name() for y in range(round(row.top()), round(row.bottom()))]
    assert themes.current().link in column  # the dot of the last step is the strongest
    choose(view, "head")
    marked = view.sizes.grab().toImage().pixelColor(3, round(view.sizes.row_of("head").center().y())).name()
    assert marked == themes.current().selection


def test_a_run_that_learns_none_says_so(view, asked):
    view.show_answer(asked[-1], found(sizes={}))
    turn(view, "sizes")
    assert not view.sizes.isVisible()
    assert label(view, "sizes.message_title") == "No step sizes are learnt here"


def test_batches_are_no_tasks_and_cannot_be_opened(view, asked, qtbot):
    view.show_answer(asked[-1], found(of_tasks=False))
    assert label(view, "header.place") == "16 batches of all training classes"
    assert "Norm of a batch" in label(view, "figures")
    turn(view, "plane")
    with qtbot.assertNotEmitted(view.task_opened):
        view.plane.plot.opened.emit(3)


def test_the_csv_holds_what_every_picture_shows(view, asked):
    view.show_answer(asked[-1], found())
    choose(view, "head")
    rows = list(csv.DictReader(io.StringIO("".join(view._csv()))))
    of = {name: [row for row in rows if row["row"] == name] for name in {row["row"] for row in rows}}
    assert len(of["recorded norm"]) == 40
    assert [row["value"] for row in of["step size"] if row["layer"] == "conv1"] == ["0.1", "0.2", "0.3"]
    assert len(of["cosine"]) == 16 * 15 / 2
    assert {row["layer"] for row in of["cosine"]} == {"head"}
    norm = np.linalg.norm(ROWS[3, 8:])
    assert float(of["norm"][3]["value"]) == pytest.approx(norm, rel=1e-5)
    assert sum(int(row["value"]) for row in of["components"]) == 4
    assert len(of["direction 1"]) == 16
    assert {row["layer"] for row in of["norm of a task"]} == {"all", "conv1", "head"}


def test_columns_that_have_no_room_are_left_out(view, asked, qtbot):
    view.show_answer(asked[-1], found())
    qtbot.waitUntil(lambda: not any(view.layers.isColumnHidden(column) for column in range(4)))
    view.resize(560, 400)
    qtbot.waitUntil(lambda: view.layers.isColumnHidden(2))
    assert not view.layers.isColumnHidden(1)
    assert not view.layers.horizontalScrollBar().isVisible()


@pytest.mark.parametrize("picture", list(PICTURES))
def test_every_picture_can_be_saved(view, asked, picture, tmp_path):
    view.show_answer(asked[-1], found())
    turn(view, picture)
    for ending in ("png", "svg", "csv"):
        entry = next(
            action for action in view._tools.export_button.menu().actions() if action.objectName().endswith(ending)
        )
        entry.trigger()
        dialog = view._tools.findChild(object, "gradients.save_dialog")
        dialog.fileSelected.emit(str(tmp_path / f"{picture}.{ending}"))
        dialog.close()
        dialog.deleteLater()
        assert (tmp_path / f"{picture}.{ending}").stat().st_size > 500
