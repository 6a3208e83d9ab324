"""The plot under all views: what it draws, its range, its crosshair, its words, and its files."""

import csv
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core import figures
from workbench.numbers import PERCENT, count, difference, duration, measure, percent, result
from workbench.views import export
from workbench.views.axis import Axis
from workbench.views.plot import Plot
from workbench.views.plot_items import Style
from workbench.views.plot_tools import PlotTools


@pytest.fixture(autouse=True)
def plain_numbers():
    before = QLocale()
    QLocale.setDefault(QLocale.c())
    yield
    QLocale.setDefault(before)


@pytest.fixture
def plot(on_screen):
    return on_screen(Plot("test.plot", "Test"), 640, 300)


def drawn(curve):
    _x, y = curve._line.getData()
    return np.array([]) if y is None else y


def test_an_empty_plot_says_what_to_do(plot):
    plot.set_empty("Nothing yet", "Press Start.")
    plot.redraw()
    assert plot._message.isVisible()
    assert "Press Start." in plot._message.text()


@pytest.mark.parametrize("y", [[1.0], [np.nan, 2.0, np.nan], [5.0, 5.0], [np.inf, 1.0], [0.0]])
def test_odd_data_are_drawn(plot, y):
    plot.add_curve("odd", Style("accent", dots=6)).set(np.arange(len(y)), y)
    plot.redraw()
    assert not plot._message.isVisible()
    low, high = plot.box.viewRange()[1]
    assert np.isfinite([low, high]).all()
    assert low < high


def test_nothing_but_missing_values_is_empty(plot):
    plot.add_curve("missing", Style("accent")).set([1, 2], [np.nan, np.nan])
    plot.redraw()
    assert plot._message.isVisible()


def test_a_logarithmic_axis_leaves_out_what_has_no_logarithm(plot):
    curve = plot.add_curve("curve", Style("accent"))
    curve.set(np.arange(6), [-1.0, 0.0, 0.1, 10.0, np.inf, 1000.0])
    plot.set_log(True)
    assert drawn(curve)[2:4].tolist() == [-1, 1]
    assert np.isnan(drawn(curve)[[0, 1, 4]]).all()
    low, high = plot.box.viewRange()[1]
    assert low < -1 < 3 < high
    curve.set([1, 2], [-1.0, 0.0])
    plot.redraw()
    assert "No positive values" in plot._message.text()


def test_a_long_line_keeps_its_positive_values_on_a_logarithmic_axis(plot):
    curve = plot.add_curve("curve", Style("accent"))
    curve.set(np.arange(100_000), np.where(np.arange(100_000) % 2, 1e-3, -1.0))
    plot.set_log(True)
    assert np.nanmin(drawn(curve)) == pytest.approx(-3)


def test_few_points_reach_the_painter_and_the_peaks_are_among_them(plot):
    y = np.random.default_rng(0).normal(size=1_000_000)
    curve = plot.add_curve("long", Style("accent"))
    curve.set(np.arange(len(y)), y)
    plot.redraw()
    assert len(drawn(curve)) < 3 * plot.width()
    assert (drawn(curve).min(), drawn(curve).max()) == (y.min(), y.max())


def test_the_range_follows_until_a_person_zooms(plot, qtbot):
    curve = plot.add_curve("curve", Style("accent"))
    curve.set([0, 10], [0, 1])
    plot.redraw()
    curve.set([0, 20], [0, 1])
    plot.redraw()
    assert plot.box.viewRange()[0][1] > 20
    with qtbot.waitSignal(plot.zoomed) as heard:
        qtbot.keyClick(plot.canvas, Qt.Key.Key_Plus)
    assert heard.args == [True]
    zoomed = plot.box.viewRange()[0]
    curve.set([0, 1000], [0, 1])
    plot.redraw()
    assert plot.box.viewRange()[0] == zoomed
    qtbot.keyClick(plot.canvas, Qt.Key.Key_0)
    assert plot.box.viewRange()[0][1] > 1000
    assert not plot.held


def test_keys_move_the_picture(plot, qtbot):
    plot.add_curve("curve", Style("accent")).set([0, 10], [0, 1])
    plot.redraw()
    (left, right), (bottom, top) = plot.box.viewRange()
    qtbot.keyClick(plot.canvas, Qt.Key.Key_Right)
    qtbot.keyClick(plot.canvas, Qt.Key.Key_Up)
    assert plot.box.viewRange()[0][0] == pytest.approx(left + 0.1 * (right - left))
    assert plot.box.viewRange()[1][0] == pytest.approx(bottom + 0.1 * (top - bottom))


def test_linked_plots_share_the_range_and_the_crosshair(plot, qtbot):
    other = Plot("test.other", "Other")
    qtbot.addWidget(other)
    plot.link_x(other)
    other.resize(640, 200)
    other.show()
    plot.add_curve("a", Style("accent")).set([0, 10], [0, 1])
    other.add_curve("b", Style("accent")).set([0, 50], [0, 1])
    plot.redraw()
    assert plot.box.viewRange()[0] == other.box.viewRange()[0]
    assert plot.box.viewRange()[0][1] > 50
    other.box.setXRange(5, 8, padding=0)
    assert plot.box.viewRange()[0] == [5, 8]
    plot.hovered.emit(6.0)
    assert other._readout.isVisible()


def test_the_crosshair_reads_the_nearest_values(plot, qtbot):
    plot.add_curve("first", Style("accent")).set([0, 10, 20], [1, 2, 3])
    plot.add_curve("short", Style("accent")).set([0, 5], [1, 2])
    plot.add_curve("unread", Style("accent"), None).set([0, 20], [1, 2])
    plot.redraw()
    assert plot.readings(11.0) == [("first", "accent", "2.000")]
    assert plot.readings(30.0) == []
    middle = plot.box.mapViewToScene(plot.box.viewRect().center())
    qtbot.mouseMove(plot.canvas.viewport(), QPoint(5, 5))
    qtbot.mouseMove(plot.canvas.viewport(), plot.canvas.mapFromScene(middle))
    plot.show_crosshair(10.0)
    assert "2.000" in plot._readout.text()
    plot.set_crosshair(False)
    plot.show_crosshair(10.0)
    assert not plot._readout.isVisible()


def test_a_hidden_plot_draws_when_it_is_shown(qtbot):
    plot = Plot("test.hidden", "Hidden")
    qtbot.addWidget(plot)
    curve = plot.add_curve("curve", Style("accent"))
    curve.set([0, 1], [0, 1])
    plot.redraw()
    assert not len(drawn(curve))
    plot.show()
    assert len(drawn(curve)) == 2


def test_files_hold_what_is_shown(plot, tmp_path):
    x, y = np.arange(50_000.0), np.random.default_rng(1).normal(size=50_000)
    plot.add_curve("noise, raw", Style("accent")).set(x, y)
    plot.add_curve("band", Style("accent")).set([0, 1], [1, np.nan], [0.5, np.nan], [1.5, np.nan])
    plot.redraw()
    export.save_csv([plot], str(tmp_path / "plot.csv"))
    with (tmp_path / "plot.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [float(row["value"]) for row in rows[:50_000]] == y.tolist()
    assert [float(row["x"]) for row in rows[:50_000]] == x.tolist()
    assert {row["plot"] for row in rows} == {"Test"}
    assert [(row["value"], row["low"]) for row in rows[50_000:]] == [("1.0", "0.5"), ("", "")]

    export.save_png(plot, str(tmp_path / "plot.png"))
    image = QImage(str(tmp_path / "plot.png"))
    assert (image.width(), image.height()) == (1280, 600)
    assert len({image.pixel(x, y) for x in range(0, 1280, 4) for y in range(0, 600, 4)}) > 2

    export.save_svg(plot, "Test & more", str(tmp_path / "plot.svg"))
    assert drawn(plot.curves[0]).max() == y.max()  # on the screen all is as before
    root = ElementTree.parse(tmp_path / "plot.svg").getroot()
    assert root.tag.endswith("svg")
    assert len(list(root.iter("{http://www.w3.org/2000/svg}polyline"))) > 0


def test_a_file_that_cannot_be_written_is_an_error(plot, tmp_path):
    with pytest.raises(OSError):
        export.save_csv([plot], str(tmp_path / "no such folder" / "plot.csv"))


def test_tools(plot, qtbot, tmp_path):
    plot.add_curve("curve", Style("accent")).set([0, 1, 2], [1, 10, 100])
    holder = QWidget()
    qtbot.addWidget(holder)
    tools = PlotTools("test", "Test", [plot], plot, [plot])
    QVBoxLayout(holder).addWidget(tools)
    holder.show()
    tools.log_button.click()
    assert plot.log
    assert not tools.fit_button.isEnabled()
    qtbot.keyClick(plot.canvas, Qt.Key.Key_Plus)
    assert tools.fit_button.isEnabled()
    tools.fit_button.click()
    assert not plot.held
    actions = {action.objectName(): action for action in tools.export_button.menu().actions()}
    actions["test.copy_data"].trigger()
    assert QGuiApplication.clipboard().text().splitlines()[1] == "Test,curve,0.0,1.0,,"
    actions["test.copy_picture"].trigger()
    assert QGuiApplication.clipboard().image().width() == 2 * plot.width()
    tools._save(str(tmp_path / "nowhere" / "file.csv"), lambda path: export.save_csv([plot], path))
    message = tools.findChild(QWidget, "test.save_failed")
    assert "could not be saved" in message.text()
    message.close()
    for button in (tools.log_button, tools.crosshair_button, tools.fit_button, tools.export_button):
        assert button.objectName().startswith("test.")
        assert button.accessibleName()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize(
    ("kind", "low", "high", "labels"),
    [
        ("count", 0, 5, ["0", "1", "2", "3", "4", "5"]),
        ("percent", 0.0, 1.0, ["0", "20", "40", "60", "80", "100"]),
        ("time", 0, 600, ["0:00", "2:00", "4:00", "6:00", "8:00", "10:00"]),
        ("number", 0.0, 0.005, ["0.000", "0.001", "0.002", "0.003", "0.004", "0.005"]),
    ],
)
def test_ticks_are_round(qapp, kind, low, high, labels):
    axis = Axis("left", kind)
    [(spacing, values)] = axis.tickValues(low, high, 180)
    assert [text.removesuffix(PERCENT) for text in axis.tickStrings(values, 1.0, spacing)] == labels


@pytest.mark.parametrize(("low", "high"), [(-3.0, 2.0), (-0.7, 0.4), (0.0, 0.05), (-12.0, 12.0)])
def test_logarithmic_ticks_lie_inside(qapp, low, high):
    axis = Axis("left")
    axis.setLogMode(y=True)
    [(spacing, values)] = axis.tickValues(low, high, 150)
    assert 2 <= len(values) <= 9
    assert all(low <= value <= high for value in values)
    assert len(set(axis.tickStrings(values, 1.0, spacing))) == len(values)


def test_numbers_have_sensible_digits():
    assert measure(0.123456) == "0.1235"
    assert measure(1234.5678) == "1235"
    assert measure(1.5e-7) == "1.500e-07"
    assert percent(0.97777) == f"97.8{PERCENT}"
    assert count(1240) == "1240"
    assert [duration(seconds) for seconds in (0.4, 42, 725, 3725)] == ["0:00", "0:42", "12:05", "1:02:05"]
    assert result("accuracy", 0.978, 0.003) == f"97.80{PERCENT} ± 0.30"
    assert {measure(np.nan), percent(np.inf), count(np.nan), duration(np.nan)} == {"–"}


def test_an_empty_range_says_how_to_get_back(plot):
    plot.add_curve("curve", Style("accent")).set([0, 1, 2, 3], [1, 2, np.nan, np.nan])
    plot.redraw()
    plot._hold([True, False])
    plot.box.setXRange(2.4, 2.6, padding=0)
    assert "Press Fit" in plot._message.text()
    plot.fit()
    assert not plot._message.isVisible()


class Painted(QObject):
    """Counts how often a widget is painted."""

    times = 0

    def eventFilter(self, watched, event):
        self.times += event.type() == QEvent.Type.Paint
        return False


def test_a_redraw_paints_once(plot, qtbot):
    """New data move the range; that is settled before the picture is painted."""
    painted = Painted()
    plot.canvas.viewport().installEventFilter(painted)
    curve = plot.add_curve("growing", Style("accent"))
    qtbot.wait(100)
    for length in (10, 20, 300):
        curve.set(np.arange(length), np.sin(np.arange(length)))
        painted.times = 0
        plot.redraw()
        qtbot.wait(100)
        assert painted.times == 1


@pytest.mark.parametrize("metric", ["accuracy", "mse", "ece"])
def test_the_window_writes_results_with_the_digits_of_the_terminal(metric):
    draws = np.random.default_rng(0)
    for value, half in zip(draws.random(200), 10 ** draws.uniform(-5, -0.3, 200), strict=True):
        assert result(metric, value, half).replace(PERCENT, " %") == figures.figure(metric, value, half)
        assert result(metric, value).replace(PERCENT, " %") == figures.figure(metric, value)
        by = value - 0.5
        assert difference(metric, by, half) == figures.difference(metric, by, half)
