"""Gradients: someone trains Meta-SGD, sees how the gradients grew, which tasks disagree, and how far the steps go."""

import csv
import math

import numpy as np
from person import SMALL
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


def test_gradients(person, tmp_path):
    # A run is trained in the window; its gradients are a tab away.
    window = person.open()
    person.set_up({"algorithm.kind": "meta_sgd", **SMALL})
    person.press("toolbar.run.start")
    person.wait_for_end()
    person.press("view.gradients")
    view = window.gradients
    person.wait(lambda: view.answer is not None)
    answer = view.answer
    assert person.find("gradients.header.place").text() == "16 training tasks"

    # Over time: a line for each layer, which together are the norm that the learning curves have.
    (run,) = window.desk.shown.curves
    recorded = dict(zip(run.metrics.iterations["iteration"], run.metrics.iterations["gradient_norm"], strict=True))
    assert len(answer.recorded.iterations) == 30
    for iteration, norm in zip(answer.recorded.iterations, answer.recorded.whole, strict=True):
        assert math.isclose(norm, recorded[iteration], rel_tol=1e-5)
    drawn = {curve.name for curve in view.norms.curves}
    assert {"layer1", "layer2", "head", "rate.layer1", "rate.layer2", "rate.head"} <= drawn

    # A layer is chosen with the keys; the matrix then has its cosines.
    view.layers.setFocus()
    for _ in range(2):
        QTest.keyClick(view.layers, Qt.Key.Key_Down)
    assert view.layers.layer == "layer2"
    choose(person, "cosines")
    start = 40 + 40
    one, other = (answer.rows[task, start : start + 1640].astype(float) for task in (4, 9))
    cosine = one @ other / np.linalg.norm(one) / np.linalg.norm(other)

    def points_at_it():
        QTest.mouseMove(view.cosines, view.cosines.cell_rect(4, 9).center())
        return view.cosines.words == f"Tasks 4 and 9: cosine {cosine:.3f}"

    person.wait(points_at_it)

    # In the plane a click on a dot opens that task in Episodes.
    choose(person, "plane")
    plot = view.plane.plot
    person.wait(lambda: plot.isVisible() and len({plot.place_of(task).toTuple() for task in range(16)}) == 16)
    QTest.mouseClick(plot.canvas.viewport(), Qt.MouseButton.LeftButton, pos=plot.place_of(9).toPoint())
    person.wait(lambda: window.episodes._episode is not None and window.episodes._question is None)
    assert (window.episodes._episode.split, window.episodes._episode.number) == ("train", 9)

    # The learnt step sizes, as a file.
    person.press("view.gradients")
    choose(person, "sizes")
    assert view.sizes.isVisible()
    person.find("gradients.export").menu().actions()[-1].trigger()
    dialog = person.find("gradients.save_dialog")
    dialog.fileSelected.emit(str(tmp_path / "gradients.csv"))
    dialog.close()
    with (tmp_path / "gradients.csv").open(newline="", encoding="utf-8") as file:
        sizes = {row["layer"]: float(row["value"]) for row in csv.DictReader(file) if row["row"] == "step size"}
    assert set(sizes) == {"layer1", "layer2", "head"}
    first = window.session.experiment.algorithm.inner_lr
    assert all(0 < abs(size - first) < 0.04 for size in sizes.values())  # learnt, by 30 steps of Adam of 0.001 each


def choose(person, picture):
    box = person.find("gradients.picture")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findData(picture)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == picture
