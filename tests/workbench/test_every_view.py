"""What holds for every view that the window has: with nothing to show, with little, with very much, with what is no
number; and that what is on show can be taken along."""

import csv
import io
import json
import math
from xml.etree import ElementTree

import numpy as np
import pytest
from gallery import Gallery, drawn, gallery, has_finite_axes, plots, trained_runs
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QLabel, QPushButton, QTableWidget, QWidget

from core.runs.run import Run
from core.training.reports import IterationReport
from workbench.numbers import MISSING
from workbench.views.export import CSV_HEADER, SCALE
from workbench.views.view_tools import ViewTools

__all__ = ["gallery", "trained_runs"]

INVITES = ("Press Start", "Start a run", "Select two or more finished runs", "Choose Vary Settings")
MANY = 1_000_000
POINTS_A_PIXEL = 4  # the least and the greatest of a column of pixels, and its ends


def words(view: QWidget) -> str:
    """What is to be read in a view."""
    return " ".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


def failures(view: QWidget) -> str:
    """What a view says of an error; errors have details that can be copied."""
    copies = [button for button in view.findChildren(QPushButton) if button.objectName().endswith(".copy_details")]
    return words(view) if any(button.isVisible() for button in copies) else ""


def test_without_runs_every_view_says_what_to_do(gallery: Gallery) -> None:
    gallery.person.open()
    said = {name: words(view) for name, view in gallery.visit()}
    assert {name: text for name, text in said.items() if not any(invites in text for invites in INVITES)} == {}


def test_one_iteration_is_enough(gallery: Gallery) -> None:
    runs = gallery.bring("smallest")
    gallery.person.open()
    gallery.show(runs)
    for name, view in gallery.visit():
        assert failures(view) == "", name
        assert all(has_finite_axes(plot) for plot in plots(view)), name


def test_a_million_points_are_thinned(gallery: Gallery) -> None:
    """The lines are as the run's writer writes them; a million calls of it would take half a minute."""
    [path] = gallery.bring("smallest")
    run = Run(path)
    reports = run.records()
    run.truncate_metrics(0)
    run.append(IterationReport(12345678, 0.5, 0.25, 1.5, 0.001, 87654321.5, 1))
    run.release()
    before, _, rest = run.metrics_path.read_text().partition("12345678")
    between, _, after = rest.partition("87654321.5")
    with run.metrics_path.open("w") as file:
        file.writelines(f"{before}{n}{between}{n / 100}{after}" for n in range(1, MANY + 1))
        file.writelines(json.dumps(report) + "\n" for report in reports if report["event"] == "evaluation")
    gallery.person.open()
    gallery.show([path])
    for name, view in gallery.visit():
        assert failures(view) == "", name
        for plot in plots(view):
            assert all(len(x) <= POINTS_A_PIXEL * plot.box.width() for x, _ in drawn(plot)), name
    curves = gallery.person.window.curves.loss_plot
    assert max(len(curve.x) for curve in curves.curves) == MANY
    gallery.person.press("view.curves")
    curves.redraw()
    ends = [(x[0] / MANY, x[-1] / MANY) for x, _ in drawn(curves) if len(x) > 1]
    assert ends == [pytest.approx((0, 1), abs=0.005)] * len(ends) != []  # thinned, and whole


def test_what_is_no_number_is_left_out_and_said(gallery: Gallery) -> None:
    [path] = gallery.bring("smallest")
    run = Run(path)
    evaluation = next(report for report in run.records() if report["event"] == "evaluation")
    run.truncate_metrics(0)
    losses = [1.0, 0.9, math.nan, math.nan, 0.7, math.inf, 0.6, -math.inf, 0.5, 0.4]
    for number, loss in enumerate(losses, 1):
        run.append(IterationReport(number, loss, math.nan if number < 5 else 0.5, loss, 0.001, number / 10, number))
    run.release()
    nothing = {"before": math.nan, "after": math.nan, "ci95": math.inf, "loss": math.nan}
    nothing["course"] = {"steps": [0, 1, 2], "mean": [0.3, math.nan, 0.5], "ci95": [0.1, math.inf, 0.1]}
    with run.metrics_path.open("a") as file:  # as other programs may have written it: JSON of Python has NaN
        for number, more in ((2, {}), (4, nothing)):
            file.write(json.dumps({**evaluation, **more, "iteration": number}) + "\n")
    adaptation = run.read_adaptation()
    adaptation["mean"][1], adaptation["ci95"][0] = math.nan, math.inf
    (path / "adaptation.json").write_text(json.dumps(adaptation))
    run.set_status("finished", best={"iteration": 4, "metric": "accuracy", "value": math.nan, "ci95": 0.1}, test=None)

    gallery.person.open()
    gallery.show([path])
    for name, view in gallery.visit():
        assert failures(view) == "", name
        assert all(has_finite_axes(plot) for plot in plots(view)), name
    gallery.person.press("view.curves")
    loss = gallery.person.window.curves.loss_plot.curves[0]
    x, y = loss._line.getData()
    assert x[~np.isfinite(y)].tolist() == [3, 4, 6, 8]
    assert y[np.isfinite(y)].tolist() == pytest.approx([1.0, 0.9, 0.7, 0.6, 0.5, 0.4])
    assert [gallery.person.cell(0, column) for column in ("Validation", "Test")] == [MISSING, MISSING]


# -- files -----------------------------------------------------------------------------------------------------------


def test_every_view_can_be_taken_along(gallery: Gallery, tmp_path) -> None:
    person, runs = gallery.person, gallery.bring("pictures")
    person.open()
    gallery.show(runs)
    for name, view in gallery.visit():
        if name == "tryit":
            person.press("tryit.example")
            person.wait(lambda view=view: view.state.can_take_back and not view.is_waiting)
        [tools] = view.findChildren(ViewTools)
        person.wait(tools.export_button.isEnabled)
        files = {ending: tmp_path / f"{name}.{ending}" for ending in ("png", "svg", "csv")}
        for ending, file in files.items():
            actions = [action for action in tools.findChildren(QAction) if action.objectName().endswith(f"_{ending}")]
            assert len(actions) == 1, (name, ending)
            actions[0].trigger()
            person.choose_file(file, tools.objectName().replace(".tools", ".save_dialog"))
            assert file.stat().st_size > 0, (name, ending)

        image = QImage(str(files["png"]))
        assert image.size() == tools.picture.size() * SCALE, name
        assert len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}) > 2, (
            name
        )
        drawing = ElementTree.parse(files["svg"]).getroot()
        assert drawing.tag == "{http://www.w3.org/2000/svg}svg", name
        assert drawing.attrib["viewBox"].split()[2:] == [str(tools.picture.width()), str(tools.picture.height())], name
        assert len(list(drawing.iter())) > 20, name
        head, *rows = csv.reader(io.StringIO(files["csv"].read_text()))
        assert all(head), name
        assert len(rows) > 0, name
        assert {len(row) for row in rows} == {len(head)}, name
        shown = numbers_in_tables(view) + (heights_of_curves(view) if head == list(CSV_HEADER) else [])
        missing = [number for number in shown if not is_among(number, rows)]
        assert missing == [], name


def heights_of_curves(view: QWidget) -> list[tuple[float, float]]:
    """Where the curves of a view's plots run, each with how exact it is."""
    heights = [float(y) for plot in plots(view) for curve in plot.curves for y in curve.y[np.isfinite(curve.y)]]
    return [(height, 1e-6 * max(abs(height), 1e-6)) for height in heights]


def numbers_in_tables(view: QWidget) -> list[tuple[float, float]]:
    """The numbers in a view's tables, each with how exact it is."""
    tables = [table for table in view.findChildren(QTableWidget) if table.isVisible()]
    cells = [t.item(row, at).text() for t in tables for row in range(t.rowCount()) for at in range(t.columnCount())]
    return [number for text in cells if (number := _read(text)) is not None]


def _read(text: str) -> tuple[float, float] | None:
    """The first number in a cell and half of its last digit; percentages and points as shares."""
    number = text.partition(" ")[0].removesuffix("\u202f%").replace("−", "-").replace(",", "")
    try:
        value = float(number)
    except ValueError:
        return None
    share = 0.01 if "%" in text or text.endswith(" points") else 1.0
    return value * share, share * 0.501 * 10.0 ** -len(number.partition(".")[2])


def is_among(number: tuple[float, float], rows: list[list[str]]) -> bool:
    value, exact = number
    for row in rows:
        for cell in row:
            try:
                if abs(float(cell) - value) <= exact:
                    return True
            except ValueError:
                continue
    return False
