"""The first minute: someone opens the program for the first time, presses Start, and watches."""

from person import SMALL


def points(plot) -> int:
    return max((len(curve.x) for curve in plot.curves), default=0)


def test_first_minute(person):
    # The window is there, set up with the sinusoid, and has nothing to show yet but says what to do.
    window = person.open()
    assert "Sinusoid" in person.find("setup.preset").text()
    assert person.experiment.dataset.kind == "sinusoid"
    assert person.experiment.algorithm.kind == "maml"
    assert person.find("toolbar.run.start").isEnabled()
    assert not person.find("toolbar.run.stop").isEnabled()
    assert person.find("runs.table").model().rowCount() == 0
    assert not person.sees("runs.table")

    # To see it all within a moment, a few settings are made small first.
    person.set_up(SMALL)
    assert person.experiment.outer.iterations == 30

    # One press of the bright button: the run is in the table, and points appear on the curves.
    person.press("toolbar.run.start")
    assert person.sees("runs.table")
    person.wait(lambda: points(window.curves.loss_plot) > 1)
    person.wait_for_end()
    person.wait(lambda: points(window.curves.loss_plot) == 30)
    person.wait(lambda: points(window.curves.score_plot) == 3)  # three evaluations

    # The adaptation view shows functions bending onto waves that were never seen.
    person.press("view.adaptation")
    assert person.sees("adaptation")
    assert not person.sees("learning_curves")
    assert window.adaptation.function.isVisible()
    assert points(window.adaptation.function.plot) > 10
    assert points(window.adaptation.steps_plot) == 11  # ten inner steps, and none

    # The table shows what came out: validation and test with their intervals.
    person.wait(lambda: person.cell(0, "Status") == "finished")
    assert "±" in person.cell(0, "Validation")
    assert "±" in person.cell(0, "Test")
    assert person.cell(0, "Progress") == "30 / 30"
    assert "finished" in person.find("status.message").text()

    # Another run is one press away, and the first one stays.
    assert person.find("toolbar.run.start").isEnabled()
    person.press("toolbar.run.start")
    person.wait_for_end()
    assert person.find("runs.table").model().rowCount() == 2
