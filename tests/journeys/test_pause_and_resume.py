"""Someone pauses a run, quits, and goes on another day; what comes out is what an unbroken run gives."""

from person import SMALL

from core.training import checkpoint

ENOUGH = {**SMALL, "outer.iterations": 400, "evaluation.every": 100, "compute.checkpoint_every": 100}


def test_pause_and_resume(person):
    # The run is paused soon after its start: Pause makes room for Resume, and the run holds.
    window = person.open()
    person.set_up(ENOUGH)
    person.start()
    person.press("toolbar.run.pause")
    person.wait(lambda: person.sees("toolbar.run.resume"))
    assert not person.sees("toolbar.run.pause")
    name = person.runs[0].name
    person.wait(lambda: person.cell(0, "Status") == "paused" or window.desk.refresh_runs())
    assert "Paused" in person.find("status.progress").text()

    # Quitting keeps it. The setup was never saved, and is not needed: the run knows its own.
    person.close("dialog.keep", "dialog.forget")

    # The next start offers to go on, and goes on to the end.
    person.open()
    assert person.cell(0, "Status") == "paused"
    person.press(f"banner.resume.{name}.resume")
    person.wait(lambda: not person.sees(f"banner.resume.{name}"))
    person.wait_for_end()
    person.wait(lambda: person.cell(0, "Status") == "finished")
    assert person.cell(0, "Progress") == "400 / 400"

    # Its curve has every iteration once, those before the pause too.
    curves = person.window.curves.loss_plot
    person.wait(lambda: [len(curve.x) for curve in curves.curves if len(curve.x) > 10][:1] == [400])

    # The same setup, trained without a pause, ends bit for bit in the same place.
    person.press("runs.duplicate")
    person.press("toolbar.run.start")
    person.wait_for_end()
    broken, unbroken = (
        checkpoint.load(checkpoint.newest(path / "checkpoints")[0])
        for path in sorted(person.runs, key=lambda path: path.name != name)
    )
    assert broken.state["iteration"] == unbroken.state["iteration"] == 400
    assert broken.state["best"] == unbroken.state["best"]
    assert broken.tensors.keys() == unbroken.tensors.keys()
    assert all(broken.tensors[key].equal(unbroken.tensors[key]) for key in broken.tensors)
    person.close("dialog.forget")
