"""innerloop runs and innerloop note: the same filter and the same tags as in the window."""

import json

import pytest

from core.cli import main
from core.experiment import Experiment
from core.places import Places
from core.runs.about import FILE, About, read_about
from core.runs.run import Run


@pytest.fixture
def two(home):
    """A run that has finished, and one that has not begun."""
    runs = Places.default().runs
    first, second = (Run.create(Experiment().with_value("name", name), runs) for name in ("waves", "tides"))
    test = {"metric": "mse", "before": 3.0, "after": 0.4, "ci95": 0.1, "tasks": 600, "iteration": 500}
    first.set_status("finished", iteration=500, test=test)
    return first, second


def listed(capsys, *words):
    """The names of the runs that are listed, and all that is said."""
    code = main(["runs", *words])
    out, err = capsys.readouterr()
    return code, [name for name in ("waves", "tides") if name in out], out + err


def test_a_filter_chooses_runs(two, capsys):
    assert listed(capsys)[:2] == (0, ["waves", "tides"])
    assert listed(capsys, "waves")[:2] == (0, ["waves"])
    assert listed(capsys, "status:queued")[:2] == (0, ["tides"])
    assert listed(capsys, "-status:queued")[:2] == (0, ["waves"])
    assert listed(capsys, "sinusoid", "test:<1")[:2] == (0, ["waves"])
    assert listed(capsys, "sinusoid test:<1")[:2] == (0, ["waves"])


def test_what_cannot_be_understood_is_said(two, capsys):
    code, names, said = listed(capsys, "statsu:queued")
    assert (code, names) == (2, [])
    assert "did you mean 'status'" in said
    code, names, said = listed(capsys, "--unknown")
    assert (code, names) == (2, [])
    assert "unrecognized arguments: --unknown" in said
    assert main(["presets", "-x"]) == 2


def test_where_no_run_fits_it_says_why(two, capsys):
    code, names, said = listed(capsys, "status:failed")
    assert (code, names) == (0, [])
    assert "No run matches “status:failed”; there are finished, queued." in said


def test_runs_as_lines_of_json(two, capsys):
    assert main(["note", two[0].name, "--tag", "paper"]) == 0
    capsys.readouterr()
    assert main(["runs", "tag:paper", "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    facts = json.loads(line)
    assert (facts["event"], facts["name"], facts["tags"]) == ("run", two[0].name, ["paper"])
    assert facts["settings"]["dataset.shots"] == two[0].experiment.dataset.shots


def test_note_keeps_and_shows(two, capsys):
    path = two[0].path
    assert main(["note", two[0].name, "--name", "The [best]", "--tag", "paper", "--tag", "b", "--star"]) == 0
    out, _ = capsys.readouterr()
    assert "The [best]" in out
    assert read_about(path) == About(name="The [best]", star=True, tags=("b", "paper"))
    assert main(["note", two[0].name, two[1].name, "--untag", "B", "--tag", "all", "--notes", "seen", "--no-star"]) == 0
    assert read_about(path) == About(name="The [best]", tags=("all", "paper"), notes="seen")
    assert read_about(two[1].path) == About(tags=("all",), notes="seen")
    capsys.readouterr()
    _, _, said = listed(capsys, "tag:all", "-tag:paper")
    assert "tides" in said
    assert "all" in said
    assert "The [best]" not in said


def test_note_says_what_it_does_not_take(two, capsys):
    assert main(["note", two[0].name, "--tag", "a,b"]) == 2
    assert "no comma" in capsys.readouterr().err
    assert main(["note", two[0].name, two[1].name, "--name", "both"]) == 2
    assert "cannot have one name" in capsys.readouterr().err
    assert main(["note", "nothing-like-it", "--star"]) == 2
    assert "there is no run" in capsys.readouterr().err
    (two[0].path / FILE).write_text("what?")
    assert main(["note", two[0].name, "--star"]) == 2
    assert FILE in capsys.readouterr().err
    code, names, said = listed(capsys)
    assert (code, names) == (0, ["waves", "tides"])
    assert "delete it to begin anew" in said
