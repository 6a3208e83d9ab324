"""The adaptation view: steps, functions, methods without steps, and nothing at all."""

import csv
import dataclasses
import gc
import io

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QSlider, QWidget

from core.runs.comparable import MeasuredTasks
from core.runs.metrics import StepCurve
from core.training.reports import Adaptation
from workbench import theme as themes
from workbench.views import export
from workbench.views.adaptation import AdaptationView
from workbench.views.adapted import AdaptedRun
from workbench.views.plot_items import Rule


@pytest.fixture
def view(on_screen):
    return on_screen(AdaptationView(), 860, 460)


def classification(steps=6):
    mean = np.linspace(0.2, 0.95, steps).tolist()
    tasks = [[value - 0.01 for value in mean], [value + 0.01 for value in mean]]
    made = Adaptation(500, "validation", "accuracy", min(5, steps - 1), steps - 1, mean, [0.01] * steps, tasks, [])
    return dataclasses.asdict(made)


def regression(steps=6, tasks=3):
    x = np.linspace(-5, 5, 50)
    functions = [
        {"task": 4710 + number, "support_x": [3.0, -2.0], "support_y": [1.0, 2.0], "x": x.tolist(),
         "truth": np.sin(x + number).tolist(), "steps": [(np.sin(x + number) * k).tolist() for k in range(steps)]}
        for number in range(tasks)
    ]  # fmt: skip
    curve = [1 / (k + 1) for k in range(steps)]
    return classification(steps) | {"metric": "mse", "mean": curve, "tasks": [curve], "functions": functions}


def adapted(newest, key="run", color="#2e59ae", courses=None, tasks=None):
    return AdaptedRun(key, key, color, newest, courses or {}, tasks)


def curve(plot, name):
    return next(curve for curve in plot.curves if curve.name == name)


def control(view, kind, name):
    return view.findChild(kind, f"adaptation.{name}")


def test_without_a_measurement_it_invites(view):
    assert view.steps_plot._message.isVisible()
    assert "Start a run" in view.steps_plot._message.text()
    view.set_runs([adapted(classification())])
    view.set_runs([])
    assert view.steps_plot._message.isVisible()
    assert not view.steps_plot.curves


def test_the_metric_is_shown_against_the_step(view):
    data = classification()
    view.set_runs([adapted(data)])
    mean = curve(view.steps_plot, "mean")
    assert mean.x.tolist() == [0, 1, 2, 3, 4, 5]
    assert mean.y.tolist() == data["mean"]
    np.testing.assert_allclose(mean.high - mean.low, 0.02)
    assert curve(view.steps_plot, "task 1").y.tolist() == data["tasks"][1]
    assert view.steps_plot.y_axis.kind == "percent"
    assert [rule._x for rule in view.steps_plot._marks] == [5]
    assert not view.function.isVisible()


def test_missing_numbers_are_left_out(view):
    data = classification() | {"mean": [0.2, None, 0.4, 0.5, 0.6, None], "ci95": [None] * 6}
    view.set_runs([adapted(data)])
    assert np.isnan(curve(view.steps_plot, "mean").y).tolist() == [False, True, False, False, False, True]


def test_a_method_without_steps_gets_a_sentence(view):
    data = classification(1) | {"mean": [0.978], "ci95": [0.003], "tasks": [[0.97], [0.99], [0.95]]}
    view.set_runs([adapted(data)])
    statement = control(view, QLabel, "statement")
    assert statement.isVisible()
    assert "does not adapt by steps" in statement.text()
    assert "± 0.3" in statement.text()
    assert curve(view.steps_plot, "single tasks").y.tolist() == [0.95, 0.97, 0.99]
    view.set_runs([adapted(classification())])
    assert not statement.isVisible()


def test_the_function_is_shown_at_the_chosen_step(view):
    data = regression()
    view.set_runs([adapted(data)])
    plot, slider = view.function.plot, control(view, QSlider, "step")
    assert slider.maximum() == 5
    assert slider.value() == data["trained_steps"]
    slider.setValue(2)
    assert curve(plot, "prediction").y.tolist() == data["functions"][0]["steps"][2]
    assert curve(plot, "truth").y.tolist() == data["functions"][0]["truth"]
    assert curve(plot, "support").x.tolist() == [-2, 3]
    assert curve(plot, "one step earlier").y.tolist() == data["functions"][0]["steps"][1]
    assert not len(curve(plot, "3 steps earlier").x)
    assert view.panels[0]._mark._at == (2, data["mean"][2])


def test_the_picture_keeps_its_frame_while_the_step_changes(view):
    view.set_runs([adapted(regression())])
    frames = set()
    for step in range(6):
        view.function.player.slider.setValue(step)
        frames.add(tuple(view.function.plot.box.viewRange()[1]))
    assert len(frames) == 1


def test_a_log_axis_is_for_the_error_alone(view):
    view.set_runs([adapted(regression())])
    log = control(view, QWidget, "log")
    log.click()
    assert view.steps_plot.log
    assert not view.function.plot.log
    view.set_runs([adapted(classification())])
    assert not view.steps_plot.log
    assert not log.isVisible()


def test_tasks_can_be_chosen(view):
    data = regression()
    view.set_runs([adapted(data)])
    previous, following = control(view, QWidget, "previous_task"), control(view, QWidget, "next_task")
    assert not previous.isEnabled()
    following.click()
    following.click()
    assert not following.isEnabled()
    assert curve(view.function.plot, "truth").y.tolist() == data["functions"][2]["truth"]
    view.function.player.slider.setValue(1)
    view.set_runs([adapted(regression(tasks=2))])
    assert curve(view.function.plot, "truth").y.tolist() == data["functions"][1]["truth"]
    assert view.function.step == 1


def test_playing_goes_through_the_steps_and_stops_when_hidden(view, qtbot):
    view.set_runs([adapted(regression())])
    view.function.player._timer.setInterval(5)
    control(view, QWidget, "play").click()
    qtbot.waitUntil(lambda: view.function.step == 2)
    qtbot.waitUntil(lambda: view.function.step == 5)
    assert view.function.player.playing
    view.hide()
    assert not view.function.player.playing
    view.show()
    assert not view.function.player.playing


def test_new_data_without_functions_stop_playing(view):
    view.set_runs([adapted(regression())])
    control(view, QWidget, "play").click()
    view.set_runs([adapted(classification())])
    assert not view.function.player.playing


def test_closing_leaves_no_timer(qtbot):
    view = AdaptationView()
    view.set_runs([adapted(regression())])
    view.show()
    control(view, QWidget, "play").click()
    timer = view.findChild(QTimer)
    view.close()
    assert not timer.isActive()
    view.deleteLater()
    del view, timer
    gc.collect()


def test_a_zoom_survives_the_next_measurement(view, qtbot):
    view.set_runs([adapted(classification())])
    qtbot.keyClick(view.steps_plot.canvas, Qt.Key.Key_Plus)
    zoomed = view.steps_plot.box.viewRange()[0]
    view.set_runs([adapted(classification() | {"iteration": 1000})])
    assert view.steps_plot.box.viewRange()[0] == zoomed


def test_the_csv_holds_both_plots(view):
    data = regression(steps=3, tasks=1)
    view.set_runs([adapted(data)])
    lines = export.csv_text([view.steps_plot, view.function.plot]).splitlines()
    assert f"Squared error,mean,0.0,1.0,{1 - 0.01!r},{1 + 0.01!r}" in lines
    assert "Function,support,-2.0,2.0,," in lines


def test_dark_and_narrow(view, qapp):
    font, palette = qapp.font(), qapp.palette()
    themes.apply(qapp, themes.DARK)
    view.set_runs([adapted(regression(), color="#347fbd")])
    view.resize(640, 330)
    image = view.grab().toImage()
    assert (image.width(), image.height()) == (640, 330)
    assert image.pixelColor(3, 320).name() == themes.DARK.surface
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.setProperty("theme", None)


def test_every_control_can_be_found_and_reached(view):
    view.set_runs([adapted(regression())])
    for name in ("log", "crosshair", "fit", "export", "steps.canvas", "previous_task", "next_task", "play", "step"):
        found = control(view, QWidget, name)
        assert found.accessibleName()
        assert found.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("step", [0, 2, 5])
def test_the_slider_comes_to_where_it_is_clicked(view, step):
    view.set_runs([adapted(regression())])
    slider = control(view, QSlider, "step")
    place = QPoint(round((slider.width() - 1) * step / 5), slider.height() // 2)
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert slider.value() == step


@pytest.mark.parametrize(("measured", "words"), [(1, ["trained steps"]), (4, ["trained steps", "measured steps"])])
def test_it_says_after_which_step_was_measured(view, measured, words):
    view.set_runs([adapted(classification() | {"trained_steps": 1, "evaluated_steps": measured})])
    rules = [mark for mark in view.steps_plot._marks if isinstance(mark, Rule)]
    assert [rule._text.toPlainText() for rule in rules] == words
    assert [rule._x for rule in rules] == [1, measured][: len(words)]


# -- several runs, and other times -----------------------------------------------------------------------------------

TASKS = MeasuredTasks("sinusoid 10-shot", (("Dataset", "sinusoid"), ("Shots", "10")), 0, 100)


def course(value, steps=6):
    return StepCurve(np.arange(steps, dtype=float), np.full(steps, value), np.full(steps, 0.01))


def two(tasks=(TASKS, TASKS), **facts):
    """Two runs: `a` measured at iterations 100 and 500, `b` at 300 and 500."""
    return [
        adapted(classification() | facts, "a", "#2e59ae", {100: course(0.3), 500: course(0.9)}, tasks[0]),
        adapted(classification() | facts, "b", "#ac2600", {300: course(0.5), 500: course(0.8)}, tasks[1]),
    ]


def shown_panels(view):
    return [panel for panel in view.panels if panel.isVisible()]


def test_runs_on_the_same_tasks_share_a_plot(view):
    view.set_runs(two())
    assert len(shown_panels(view)) == 1
    assert [curve.name for curve in view.steps_plot.curves] == ["a", "b"]
    assert [curve.style.color for curve in view.steps_plot.curves] == ["#2e59ae", "#ac2600"]
    assert not control(view, QLabel, "note").isVisible()
    assert "a, b" in control(view, QWidget, "runs").accessibleName()


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (dataclasses.replace(TASKS, seed=3), ["sinusoid 10-shot, seed 0", "sinusoid 10-shot, seed 3"]),
        (dataclasses.replace(TASKS, tasks=50), ["sinusoid 10-shot, 100 tasks", "sinusoid 10-shot, 50 tasks"]),
        (MeasuredTasks("glyphs 5w1s", (("Dataset", "glyphs"),), 0, 100), ["sinusoid 10-shot", "glyphs 5w1s"]),
        (None, ["sinusoid 10-shot", "tasks unknown: the settings cannot be read"]),
    ],
)
def test_runs_on_other_tasks_have_a_plot_of_their_own(view, other, words):
    view.set_runs(two((TASKS, other)))
    assert [control(view, QLabel, f"{name}title").text() for name in ("", "beside1.")] == [
        f"{name}: accuracy" for name in words
    ]
    assert [curve.name for panel in shown_panels(view) for curve in panel.plot.curves if curve.read_as] == ["mean"] * 2
    assert "different tasks" in control(view, QLabel, "note").text()


def test_more_sorts_of_tasks_than_there_is_room_for_are_counted(view):
    runs = [adapted(classification(), str(seed), tasks=dataclasses.replace(TASKS, seed=seed)) for seed in range(5)]
    view.set_runs(runs)
    assert len(shown_panels(view)) == 3
    assert "2 more sorts of tasks" in control(view, QLabel, "note").text()


def test_a_method_without_steps_lies_level_beside_one_with_steps(view):
    level = classification(1) | {"mean": [0.978], "ci95": [0.003], "tasks": [[0.97]]}
    view.set_runs([two()[0], adapted(level, "level", "#17814b", tasks=TASKS)])
    line = curve(view.steps_plot, "level")
    assert (line.x.tolist(), line.y.tolist()) == ([0, 5], [0.978, 0.978])
    assert line.high.tolist() == pytest.approx([0.981] * 2)


def test_the_slider_goes_back_through_the_training(view):
    view.set_runs(two())
    slider = control(view, QSlider, "training.step")
    assert slider.isVisible()
    assert (slider.maximum(), slider.value()) == (2, 2)  # iterations 100, 300 and 500
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert control(view, QLabel, "source").text() == "iteration 100"
    assert curve(view.steps_plot, "a").y.tolist() == [0.3] * 6
    assert "b" not in {curve.name for curve in view.steps_plot.curves}  # it was not measured yet
    assert curve(view.steps_plot, "b, newest").y.tolist() == classification()["mean"]
    frame = view.steps_plot.box.viewRange()[1]
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    assert curve(view.steps_plot, "a").y.tolist() == [0.3] * 6  # what it measured last
    assert curve(view.steps_plot, "b").y.tolist() == [0.5] * 6
    assert frame[0] <= 0.2 < 0.95 <= frame[1]


def test_two_times_of_one_run_are_held_against_each_other(view):
    run = two()[0]
    view.set_runs([run])
    slider, hold = control(view, QSlider, "training.step"), control(view, QAbstractButton, "hold")
    slider.setValue(0)
    QTest.mouseClick(hold, Qt.MouseButton.LeftButton)
    slider.setValue(1)
    assert curve(view.steps_plot, "iteration 100").y.tolist() == [0.3] * 6
    assert curve(view.steps_plot, "mean").y.tolist() == classification()["mean"]
    assert "iteration 100" in control(view, QWidget, "key").accessibleName()
    rows = list(csv.DictReader(io.StringIO(export.csv_text([view.steps_plot]))))
    assert {row["curve"] for row in rows} == {"iteration 100", "mean"}
    view.set_runs([two()[1]])  # another run knows nothing of that time
    assert not hold.isChecked()
    assert "iteration 100" not in {curve.name for curve in view.steps_plot.curves}


def test_who_looks_back_stays_there_while_the_run_goes_on(view):
    run = two()[0]
    view.set_runs([run])
    later = dataclasses.replace(
        run, newest=classification() | {"iteration": 900}, courses=run.courses | {900: course(0.95)}
    )
    slider = control(view, QSlider, "training.step")
    view.set_runs([later])
    assert slider.value() == slider.maximum() == 2  # it follows
    slider.setValue(0)
    view.set_runs([dataclasses.replace(later, courses=later.courses | {950: course(0.96)},
                                       newest=classification() | {"iteration": 950})])  # fmt: skip
    assert (slider.value(), slider.maximum()) == (0, 3)
    assert control(view, QLabel, "source").text() == "iteration 100"


def test_a_run_of_an_earlier_version_opens_and_says_that_nothing_was_recorded(view):
    view.set_runs([adapted(classification())])
    assert "not recorded" in control(view, QLabel, "note").text()
    assert not control(view, QSlider, "training.step").isVisible()
    assert not control(view, QAbstractButton, "hold").isVisible()
    view.set_runs([two()[0], adapted(classification(), "old", tasks=TASKS)])
    assert control(view, QLabel, "note").text() == "Only the newest curve was recorded of old."


def test_functions_of_several_runs_are_drawn_over_each_other(view):
    doubled = regression()
    doubled["functions"] = [each | {"steps": [[2 * y for y in step] for step in each["steps"]]}
                            for each in doubled["functions"]]  # fmt: skip
    view.set_runs([adapted(regression(), "a", tasks=TASKS), adapted(doubled, "b", "#ac2600", tasks=TASKS)])
    mine, other = (curve(view.function.plot, name) for name in ("prediction", "prediction, b"))
    assert other.y.tolist() == pytest.approx([2 * y for y in mine.y])
    control(view, QSlider, "step").setValue(1)
    assert other.y.tolist() == pytest.approx([2 * y for y in mine.y])
    view.set_runs([adapted(regression(), "a", tasks=TASKS),
                   adapted(doubled, "b", tasks=dataclasses.replace(TASKS, seed=2))])  # fmt: skip
    assert not view.function.isVisible()  # other tasks have other functions
