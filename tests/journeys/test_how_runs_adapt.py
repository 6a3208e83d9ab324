"""How runs adapt: someone lays the curves of two runs over each other, and goes back through their training."""

import json
import shutil

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from trained import trained

from core.runs.run import Run


def sines(places, name, **sections):
    settings = {
        "name": name,
        "learner": {"kind": "mlp", "hidden": "8-8"},
        "outer": {"iterations": 30, "meta_batch_size": 2},
        "evaluation": {"every": 10, "tasks": 5, "test_tasks": 5},
        "compute": {"device": "cpu"},
        **sections,
    }
    return trained(settings, places)


def forgotten(original):
    """A copy of a run, as an earlier version would have written it."""
    run = Run(original.path.with_name("old"))
    shutil.copytree(original.path, run.path)
    records = [{key: value for key, value in record.items() if key != "course"} for record in run.records()]
    run.metrics_path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return run


def test_how_runs_adapt(person, places):
    maml, reptile = sines(places, "maml"), sines(places, "reptile", algorithm={"kind": "reptile"})
    other, old = sines(places, "other waves", seed=7), forgotten(maml)

    # Two runs of the same tasks share a picture, the function too.
    window = person.open()
    person.press("view.adaptation")
    person.find("runs.table").select((maml.name, reptile.name))
    view = window.adaptation
    person.wait(lambda: {"maml", "reptile"} <= {curve.name for curve in view.steps_plot.curves})
    assert person.find("adaptation.source").text() == "iteration 30"
    assert any(curve.name.startswith("prediction, ") for curve in view.function.plot.curves)

    # Back to the first measurement; what was written then is what is shown. It is held against later ones.
    slider = person.find("adaptation.training.step")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert person.find("adaptation.source").text().startswith("iteration 10;")
    first = next(each for each in maml.records() if each["event"] == "evaluation" and each["iteration"] == 10)
    shown = {curve.name: curve for curve in view.steps_plot.curves}
    assert shown["maml"].y.tolist() == first["course"]["mean"]
    person.press("adaptation.hold")
    QTest.keyClick(slider, Qt.Key.Key_End)
    shown = {curve.name: curve for curve in view.steps_plot.curves}
    assert shown["maml, iteration 10"].y.tolist() == first["course"]["mean"]
    assert shown["maml"].y.tolist() == maml.read_adaptation()["mean"]

    # A run on other tasks is told apart, and a run from before times were kept says so.
    person.find("runs.table").select((maml.name, other.name))
    person.wait(lambda: person.sees("adaptation.beside1.title"))
    assert "different tasks" in person.find("adaptation.note").text()
    assert "seed 7" in person.find("adaptation.beside1.title").text() + person.find("adaptation.title").text()
    person.find("runs.table").select((old.name,))
    person.wait(lambda: "not recorded" in person.find("adaptation.note").text())
    assert not person.sees("adaptation.training.step")
    assert view.function.isVisible()
