"""The learning curves: one run or several, live or finished, of every size and sort."""

import csv

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QSlider, QWidget

from core.runs.metrics import Metrics
from workbench import theme as themes
from workbench.views import export
from workbench.views.curves import smooth
from workbench.views.learning_curves import LearningCurves, averaged
from workbench.views.run_curves import RunCurves


@pytest.fixture
def view(on_screen):
    return on_screen(LearningCurves(), 860, 460)


def iterations(start, stop, **more):
    return [
        {"event": "iteration", "iteration": n, "loss": 2 / n, "accuracy": 1 - 1 / n, "seconds": n / 10, "tasks": 4 * n}
        | more
        for n in range(start, stop)
    ]


def evaluation(iteration, after=0.9, best=False, metric="accuracy", **more):
    measured = {"event": "evaluation", "split": "validation", "metric": metric, "iteration": iteration, "before": 0.2}
    return measured | {"after": after, "ci95": 0.02, "loss": 0.4, "seconds": iteration / 10, "best": best} | more


def metrics_of(*records, metric="accuracy"):
    made = Metrics(metric)
    made.extend(records)
    return made


def run(key="a", color="#2e59ae", metrics=None):
    return RunCurves(key, f"run {key}", color, Metrics() if metrics is None else metrics)


def control(view, kind, name):
    return view.findChild(kind, f"learning_curves.{name}")


def curve(plot, name):
    return next(curve for curve in plot.curves if curve.name == name)


def test_without_runs_it_says_how_to_get_one(view):
    assert "Press Start" in view.loss_plot._message.text()
    assert view.loss_plot._message.isVisible()
    assert not view.score_plot.isVisible()


def test_a_run_without_points_is_waited_for(view):
    view.set_runs([run()])
    assert "No iteration yet" in view.loss_plot._message.text()
    assert "Not measured yet" in view.score_plot._message.text()


@pytest.mark.parametrize("color", ["#2e59ae", Qt.GlobalColor.red])
def test_one_point_is_shown(view, color):
    view.set_runs([run(color=color, metrics=metrics_of(*iterations(1, 2), evaluation(1)))])
    assert not view.loss_plot._message.isVisible()
    assert curve(view.loss_plot, "train loss").y.tolist() == pytest.approx([2])
    assert curve(view.score_plot, "after adaptation").low.tolist() == pytest.approx([0.88])


def test_missing_numbers_leave_gaps(view):
    records = [*iterations(1, 5), *iterations(5, 6, loss=None, accuracy=None), *iterations(6, 9)]
    view.set_runs([run(metrics=metrics_of(*records, evaluation(4, before=None, ci95=None)))])
    assert np.isnan(curve(view.loss_plot, "train loss").y).tolist() == [False] * 4 + [True] + [False] * 3


def test_a_live_run_grows_in_place(view):
    metrics = metrics_of(*iterations(1, 50))
    view.set_runs([run(metrics=metrics)])
    loss = curve(view.loss_plot, "train loss")
    metrics.extend([*iterations(50, 90), evaluation(60, best=True), evaluation(80)])
    view.refresh()
    assert curve(view.loss_plot, "train loss") is loss
    weight = 1 - 1 / averaged(control(view, QSlider, "smoothing").value())
    np.testing.assert_allclose(loss.y, smooth(metrics.iterations["loss"], weight))
    assert curve(view.score_plot, "after adaptation").x.tolist() == [60, 80]
    assert view.loss_plot.box.viewRange()[0][1] > 89


def test_the_first_evaluation_says_what_is_measured(view):
    metrics = Metrics()
    view.set_runs([run(metrics=metrics)])
    metrics.extend([*iterations(1, 9, accuracy=None), evaluation(8, 0.5, metric="mse")])
    view.refresh()
    assert view.score_plot.title == "Squared error"
    assert curve(view.score_plot, "after adaptation").y.tolist() == [0.5]


def test_refreshing_a_hidden_view_costs_nothing(view):
    metrics = metrics_of(*iterations(1, 50))
    view.set_runs([run(metrics=metrics)])
    view.hide()
    metrics.extend(iterations(50, 90))
    view.refresh()
    assert len(curve(view.loss_plot, "train loss").y) == 49
    view.show()
    assert len(curve(view.loss_plot, "train loss").y) == 89


def test_a_zoom_survives_new_data(view, qtbot):
    metrics = metrics_of(*iterations(1, 50), evaluation(40))
    view.set_runs([run(metrics=metrics)])
    qtbot.keyClick(view.score_plot.canvas, Qt.Key.Key_Plus)
    zoomed = view.loss_plot.box.viewRange()[0]
    metrics.extend(iterations(50, 500))
    view.refresh()
    assert view.loss_plot.box.viewRange()[0] == view.score_plot.box.viewRange()[0] == zoomed
    control(view, QWidget, "fit").click()
    assert view.loss_plot.box.viewRange()[0][1] > 499


def test_several_runs_are_overlaid_in_their_colors(view):
    metrics = metrics_of(*iterations(1, 50), evaluation(40))
    view.set_runs([run("a", "#2e59ae", metrics), run("b", "#ac2600", metrics)])
    assert {curve.style.color for curve in view.loss_plot.curves} == {"#2e59ae", "#ac2600"}
    assert view._chips.accessibleName() == "Runs: run a, run b"
    assert [name for name, _, _ in view.score_plot.readings(40.0)] == ["run a", "run b"]


def test_runs_that_measure_different_things_are_told_apart(view):
    error = metrics_of(*iterations(1, 50), evaluation(40, metric="mse"), metric="mse")
    view.set_runs([run("a", metrics=metrics_of(*iterations(1, 50), evaluation(40))), run("b", metrics=error)])
    assert view._note.text() == "1 of 2 runs measures squared error, not accuracy"
    assert "run a: after adaptation" in {curve.name for curve in view.score_plot.curves}
    assert "run b: after adaptation" not in {curve.name for curve in view.score_plot.curves}
    assert "run b: train loss" in {curve.name for curve in view.loss_plot.curves}


def test_a_log_axis_is_for_losses_and_not_for_shares(view):
    metrics = metrics_of(*iterations(1, 50), *iterations(50, 60, loss=-1.0), evaluation(40))
    view.set_runs([run(metrics=metrics)])
    control(view, QWidget, "log").click()
    assert view.loss_plot.log
    assert not view.score_plot.log
    view.set_runs([run(metrics=metrics_of(evaluation(1, metric="mse"), metric="mse"))])
    assert view.score_plot.log


def test_the_x_axis_can_be_tasks_or_time(view):
    view.set_runs([run(metrics=metrics_of(*iterations(1, 50), evaluation(40)))])
    axis = control(view, QComboBox, "x_axis")
    axis.setCurrentIndex(axis.findData("tasks"))
    assert curve(view.loss_plot, "train loss").x[-1] == 4 * 49
    assert curve(view.score_plot, "after adaptation").x.tolist() == [160]
    axis.setCurrentIndex(axis.findData("seconds"))
    assert curve(view.score_plot, "after adaptation").x.tolist() == [4]
    assert view.score_plot.x_axis.kind == "time"


def test_smoothing_leaves_the_raw_line(view):
    metrics = metrics_of(*iterations(1, 500))
    view.set_runs([run(metrics=metrics)])
    control(view, QSlider, "smoothing").setValue(0)
    assert curve(view.loss_plot, "train loss").y.tolist() == metrics.iterations["loss"].tolist()
    control(view, QSlider, "smoothing").setValue(40)
    np.testing.assert_allclose(curve(view.loss_plot, "train loss").y, smooth(metrics.iterations["loss"], 0.99))
    assert curve(view.loss_plot, "train loss, raw").y.tolist() == metrics.iterations["loss"].tolist()


def test_the_best_checkpoint_is_marked(view):
    evaluations = [evaluation(10, 0.5, True), evaluation(20, 0.8, True), evaluation(30, 0.7)]
    view.set_runs([run(metrics=metrics_of(*iterations(1, 50), *evaluations))])
    [mark] = view.score_plot._marks
    assert mark._at == (20, 0.8)
    assert mark._text.toPlainText().startswith("best 80.0")


def test_the_csv_holds_the_numbers_of_the_run(view, tmp_path):
    metrics = metrics_of(*iterations(1, 3000), evaluation(10), evaluation(20, 0.95))
    view.set_runs([run(metrics=metrics)])
    export.save_csv([view.loss_plot, view.score_plot], str(tmp_path / "curves.csv"))
    with (tmp_path / "curves.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    raw = [float(row["value"]) for row in rows if row["curve"] == "train loss, raw"]
    after = [row for row in rows if row["curve"] == "after adaptation"]
    assert raw == metrics.iterations["loss"].tolist()
    assert [float(row["value"]) for row in after] == [0.9, 0.95]
    assert float(after[0]["low"]) == pytest.approx(0.88)


def test_a_million_points_are_drawn_with_no_more_than_the_window_shows(view, qapp):
    count = 1_000_000
    metrics, steps = Metrics(), np.arange(1.0, count + 1)
    loss = np.random.default_rng(0).lognormal(size=count)
    metrics.iterations._data = np.column_stack([steps, loss, loss / 99, steps, steps, steps, steps])
    metrics.iterations._rows = count
    metrics.extend([evaluation(500 * number) for number in range(1, 2000)])
    view.set_runs([run(metrics=metrics)])
    metrics.extend(iterations(count + 1, count + 2))
    view.refresh()
    assert len(curve(view.loss_plot, "train loss")._line.getData()[0]) < 3 * view.width()


def test_dark_and_narrow(view, qapp):
    font, palette = qapp.font(), qapp.palette()
    themes.apply(qapp, themes.DARK)
    view.set_runs([run(metrics=metrics_of(*iterations(1, 50), evaluation(40)))])
    view.resize(640, 330)
    image = view.grab().toImage()
    assert (image.width(), image.height()) == (640, 330)
    assert image.pixelColor(320, 325).name() == themes.DARK.surface
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.setProperty("theme", None)


def test_every_control_can_be_found_and_reached(view):
    names = ("smoothing", "x_axis", "log", "crosshair", "fit", "export", "loss.canvas", "score.canvas")
    controls = [control(view, QWidget, name) for name in names]
    assert all(each.accessibleName() for each in controls)
    assert all(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in controls)
    order, here = [], view
    for _ in range(60):
        here = here.nextInFocusChain()
        if here in controls and here not in order:
            order.append(here)
    assert order == controls
