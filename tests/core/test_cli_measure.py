"""The commands that measure: evaluate with every metric and with seen classes, and compare."""

import csv
import io
import json
import shutil
import sys

import pytest

from core.cli import main
from core.experiment import Experiment
from core.figures import difference
from core.places import Places
from core.runs.about import FILE, change_about
from core.runs.run import Run

SINUSOID = ["train", "sinusoid-maml", "--iterations", "4", "--device", "cpu"]
GLYPHS = ["train", "glyphs-5w1s-protonet", "--iterations", "2", "--device", "cpu", "--set", "learner.filters=4"]
QUICK = ["--set", "evaluation.tasks=4", "--set", "evaluation.test_tasks=4", "--set", "dataset.queries=5"]


def names():
    return sorted(path.name for path in Places.default().runs.iterdir() if path.is_dir())


def lines_of(text):
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(scope="module")
def glyph_home(tmp_path_factory):
    """A home with two seeds of Prototypical Networks and one run of R2D2, on glyphs."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INNERLOOP_HOME", str(home))
        for more in (["--seed", "3"], ["--seed", "4"], ["--set", "algorithm.kind=r2d2"]):
            assert main([*GLYPHS, *QUICK, *more, "--json"]) == 0
    return home


@pytest.fixture
def glyphs(glyph_home, monkeypatch, capsys):
    """The names of the three runs, which this test's commands find."""
    monkeypatch.setenv("INNERLOOP_HOME", str(glyph_home))
    capsys.readouterr()
    found = names()
    return [name for name in found if "proto" in name] + [name for name in found if "r2d2" in name]


@pytest.fixture
def sinusoids(capsys):
    """Two runs of MAML that differ in their step size."""
    for rate in ("0.01", "0.02"):
        assert main([*SINUSOID, *QUICK, "--set", f"algorithm.inner_lr={rate}", "--json"]) == 0
    capsys.readouterr()
    return names()


# -- evaluate -------------------------------------------------------------------------------------------------------


def test_every_metric_is_told_with_its_interval(glyphs, capsys):
    assert main(["evaluate", glyphs[0], "--split", "test", "--json"]) == 0
    evaluation, finished = lines_of(capsys.readouterr().out)
    assert list(evaluation["metrics"]) == ["accuracy", "precision", "recall", "f1", "ece"]
    assert evaluation["metrics"]["accuracy"]["mean"] == pytest.approx(evaluation["after"])
    assert evaluation["metrics"]["accuracy"]["ci95"] == pytest.approx(evaluation["ci95"])
    assert finished["test"]["after"] == evaluation["after"]
    # What the run itself found at its end, on the same tasks.
    run = Run.open(Places.default().runs / glyphs[0])
    assert finished["test"]["after"] == run.status["test"]["after"]
    assert main(["evaluate", glyphs[0]]) == 0
    out = capsys.readouterr().out
    assert "validation accuracy" in out
    for title in ("Accuracy", "Precision", "Recall", "F1", "ECE"):
        assert f"\n{title} " in out


def test_a_worker_that_fails_is_told_of(glyphs, capsys, monkeypatch):
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    assert main(["evaluate", glyphs[0], "--set", "compute.workers=2", "--json"]) == 1
    (failed,) = lines_of(capsys.readouterr().out)
    assert failed["error"]["what"] == "worker process 1 of 1 ended with exit code 1"
    assert failed["error"]["remedy"] == "Try again with --set compute.workers=1."


def test_seen_and_unseen_classes_stand_side_by_side(glyphs, capsys):
    assert main(["evaluate", glyphs[0], "--split", "test", "--seen", "--tasks", "6", "--json"]) == 0
    unseen, seen, gap, finished = lines_of(capsys.readouterr().out)
    assert [line["event"] for line in (unseen, seen, gap, finished)] == ["evaluation", "evaluation", "gap", "finished"]
    assert (unseen["split"], seen["split"], unseen["tasks"], seen["tasks"]) == ("test", "train", 6, 6)
    assert (gap["seen"], gap["unseen"]) == ("train", "test")
    for name, by in gap["metrics"].items():
        one, other = seen["metrics"][name], unseen["metrics"][name]
        assert by["mean"] == pytest.approx(one["mean"] - other["mean"])
        assert by["ci95"] == pytest.approx((one["ci95"] ** 2 + other["ci95"] ** 2) ** 0.5)
    assert finished["test"]["after"] == unseen["after"]
    assert main(["evaluate", glyphs[0], "--split", "test", "--seen", "--tasks", "6"]) == 0
    out = capsys.readouterr().out
    assert "unseen classes (test)" in out
    assert "seen classes (train)" in out
    by = next(line for line in out.splitlines() if line.startswith("Accuracy")).split("±")[-1].strip()
    apart = gap["metrics"]["accuracy"]
    assert by == difference("accuracy", apart["mean"], apart["ci95"]).split("±")[-1].strip()
    assert float(by.removesuffix(" points")) == pytest.approx(100 * apart["ci95"], rel=0.05)


def test_seen_classes_need_classes(sinusoids, capsys):
    assert main(["evaluate", sinusoids[0], "--seen"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Sinusoid has no classes" in err


def test_what_is_to_know_of_the_data_is_told_once(glyphs, monkeypatch, capsys):
    from core.tasks.glyphs import GlyphTasks
    from core.tasks.task import Notice

    opened = GlyphTasks.open

    def with_notice(settings, seed, places):
        yield Notice("a picture is there twice")
        return (yield from opened(settings, seed, places))

    monkeypatch.setattr(GlyphTasks, "open", with_notice)
    assert main(["evaluate", glyphs[0], "--seen"]) == 0
    assert capsys.readouterr().out.count("a picture is there twice") == 1
    assert main(["compare", *glyphs]) == 0
    out, err = capsys.readouterr()
    assert (err.count("a picture is there twice"), out.count("a picture is there twice")) == (1, 1)


@pytest.mark.parametrize(("command", "split"), [("evaluate", "validation"), ("compare", "test")])
def test_help_says_whose_classes_are_measured_and_why(command, split, capsys):
    assert main([command, "--help"]) == 0
    words = " ".join(capsys.readouterr().out.split())
    assert f"whose classes are measured; by default {split}, " in words


# -- compare --------------------------------------------------------------------------------------------------------


def test_runs_are_compared_in_the_terminal(glyphs, capsys):
    assert main(["compare", *glyphs]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    rows = {row.split("  ")[0].strip(): row for row in reversed(out.splitlines())}
    assert "glyphs-5w1s-prototypical" in rows
    assert "glyphs-5w1s-r2d2" in rows
    assert "20.0 %" in rows["chance"]
    assert "algorithm.kind" in rows["Algorithm"]
    assert "the same 4 test tasks of glyphs 5w1s, drawn with seed 3" in out
    assert "p by the paired t-test" in out


def test_seeds_are_one_line_and_numbers_are_those_of_evaluate(glyphs, capsys):
    assert main(["compare", *glyphs, "--tasks", "5", "--json"]) == 0
    (made,) = lines_of(capsys.readouterr().out)
    protonet, r2d2 = made["lines"]
    assert (made["event"], made["tasks"], made["seed"], made["split"]) == ("comparison", 5, 3, "test")
    assert (protonet["runs"], protonet["seeds"], r2d2["runs"]) == (glyphs[:2], [3, 4], glyphs[2:])
    assert protonet["spread"]["accuracy"] is not None
    assert main(["compare", *glyphs, "--tasks", "5", "--json"]) == 0
    assert lines_of(capsys.readouterr().out) == [made]
    # The first run alone is measured on tasks of its own seed, as evaluate measures it.
    assert main(["compare", glyphs[0], "--tasks", "5", "--json"]) == 0
    (alone,) = lines_of(capsys.readouterr().out)
    assert main(["evaluate", glyphs[0], "--split", "test", "--tasks", "5", "--json"]) == 0
    evaluation = lines_of(capsys.readouterr().out)[0]
    for name, found in alone["lines"][0]["metrics"].items():
        assert found["mean"] == pytest.approx(evaluation["metrics"][name]["mean"])
        assert found["ci95"] == pytest.approx(evaluation["metrics"][name]["ci95"])


@pytest.mark.parametrize(
    ("form", "begins"), [("markdown", "| Run | MSE |"), ("latex", "% needs"), ("csv", "name,runs,"), ("text", "Run")]
)
def test_a_table_is_all_that_stdout_gets(form, begins, sinusoids, capsys):
    assert main(["compare", *sinusoids, "--format", form]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(begins)
    assert err == ""


def test_csv_of_an_error_has_one_row_for_each_run(sinusoids, capsys):
    chosen = ["--format", "csv", "--split", "validation", "--against", "first", "--set", "dataset.shots=3"]
    assert main(["compare", *sinusoids, *chosen]) == 0
    first, second = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert [first["algorithm.inner_lr"], second["algorithm.inner_lr"]] == ["0.01", "0.02"]
    assert (first["tasks_split"], first["tasks_task_label"], first["tasks_tasks"]) == ("validation", "3-shot", "4")
    assert (first["difference"], first["reference"]) == ("", "sinusoid-3-shot-maml · inner_lr 0.01")
    assert float(second["difference"]) == pytest.approx(float(second["mse"]) - float(first["mse"]))
    assert 0 <= float(second["p"]) <= 1


def test_what_cannot_be_compared_is_wrong_use(sinusoids, capsys):
    more = [*SINUSOID, *QUICK, "--set", "dataset.shots=7", "--json"]
    assert main(more) == 0
    other = (set(names()) - set(sinusoids)).pop()
    capsys.readouterr()
    assert main(["compare", sinusoids[0], other]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert f"dataset.shots: 10 in {sinusoids[0]} and 7 in {other}" in err
    assert "--set dataset.shots=10" in err
    assert main(["compare", sinusoids[0], other, "--set", "dataset.shots=10", "--format", "csv"]) == 0
    capsys.readouterr()
    assert main(["compare", sinusoids[0], "nothing-like-it"]) == 2
    assert "there is no run 'nothing-like-it'" in capsys.readouterr().err
    assert main(["compare", sinusoids[0], sinusoids[0]]) == 2
    assert "is named twice" in capsys.readouterr().err


def test_a_run_without_a_checkpoint_is_named(sinusoids, capsys):
    bare = Run.create(Experiment(), Places.default().runs)
    chosen = ["--set", "dataset.queries=5"]
    assert main(["compare", sinusoids[0], bare.name, *chosen]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert f"{bare.name}: best.safetensors cannot be read" in err
    assert main(["compare", sinusoids[0], bare.name, *chosen, "--json"]) == 1
    (last,) = lines_of(capsys.readouterr().out)
    assert (last["event"], last["status"]) == ("failed", "failed")


def test_lines_have_the_names_that_runs_were_given(sinusoids, capsys):
    first, second = (Run.open(Places.default().runs / name) for name in sinusoids)
    change_about(first.path, name="Small steps")
    (second.path / FILE).write_text("what?")
    assert main(["compare", *sinusoids, "--tasks", "3", "--json"]) == 0
    (comparison,) = lines_of(capsys.readouterr().out)
    assert [line["name"] for line in comparison["lines"]] == ["Small steps", second.experiment.label]
    assert [note for note in comparison["notes"] if FILE in note and second.name in note]
