"""The command innerloop: what it prints, where, and with which exit code it ends."""

import json
import os
import signal
import subprocess
import sys

import pytest

from core.cli import main
from core.experiment import Experiment
from core.places import Places
from core.runs.run import Run
from core.training import checkpoint

QUICK = ["--set", "evaluation.tasks=4", "--set", "evaluation.test_tasks=4", "--set", "outer.meta_batch_size=2"]
TRAIN = ["train", "sinusoid-maml", "--iterations", "6", *QUICK]


def lines_of(text):
    return [json.loads(line) for line in text.splitlines()]


def innerloop(*arguments, **options):
    command = [sys.executable, "-m", "core", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


def the_run():
    (path,) = (path for path in Places.default().runs.iterdir() if path.is_dir())
    return Run.open(path)


@pytest.fixture
def trained(capsys):
    assert main([*TRAIN, "--json"]) == 0
    capsys.readouterr()
    return the_run()


# -- training -------------------------------------------------------------------------------------------------------


def test_training_tells_everything_as_lines_of_json(capsys):
    assert main([*TRAIN, "--json", "--set", "evaluation.every=3"]) == 0
    out, err = capsys.readouterr()
    lines = lines_of(out)
    assert err == ""
    assert lines[0]["event"] == "started"
    assert [line["iteration"] for line in lines if line["event"] == "iteration"] == [1, 2, 3, 4, 5, 6]
    evaluations = [line for line in lines if line["event"] == "evaluation"]
    assert [(line["split"], line["iteration"]) for line in evaluations[:2]] == [("validation", 3), ("validation", 6)]
    assert evaluations[2]["split"] == "test"
    assert evaluations[0].keys() >= {"metric", "before", "after", "ci95", "tasks"}
    assert any(line["event"] == "checkpoint" for line in lines)
    assert "preparing" not in {line["event"] for line in lines}
    last = lines[-1]
    assert (last["event"], last["status"], last["iterations"], last["error"]) == ("finished", "finished", 6, None)
    assert last["run"] == the_run().name
    assert last.keys() >= {"seconds", "tasks_per_second", "best", "test"}


def test_training_tells_people_what_counts(capsys):
    assert main(TRAIN) == 0
    out, _ = capsys.readouterr()
    assert "validation mse" in out
    assert "test mse" in out
    assert "finished: 6 iterations" in out


def test_settings_of_the_command_line_reach_the_run(capsys, tmp_path):
    chosen = ["--set", "algorithm.kind=reptile", "--set", "notes=a note", "--seed", "0", "--device", "cpu"]
    assert main([*TRAIN, *chosen, "--runs-dir", str(tmp_path / "elsewhere"), "--json"]) == 0
    (path,) = (tmp_path / "elsewhere").iterdir()
    experiment = Run.open(path).experiment
    assert experiment.algorithm.kind == "reptile"
    assert (experiment.notes, experiment.outer.iterations, experiment.seed) == ("a note", 6, 0)
    assert (experiment.compute.device, experiment.evaluation.tasks) == ("cpu", 4)


def test_an_experiment_file_can_be_trained(tmp_path, capsys):
    file = tmp_path / "mine.toml"
    file.write_text(Experiment().with_value("name", "mine").to_toml(), encoding="utf-8")
    assert main(["train", str(file), "--iterations", "2", *QUICK, "--json"]) == 0
    assert the_run().experiment.label == "mine"


def test_a_run_that_diverges_ends_with_1(capsys):
    assert main([*TRAIN, "--set", "algorithm.inner_lr=100", "--set", "outer.lr=10", "--json"]) == 1
    last = lines_of(capsys.readouterr().out)[-1]
    assert (last["event"], last["status"]) == ("failed", "failed")
    assert last["error"]["title"] == "The run diverged"
    assert "smaller" in last["error"]["remedy"]


def test_a_failure_is_told_to_people_with_its_remedy(capsys, tmp_path):
    assert main([*TRAIN, "--runs-dir", str(tmp_path), "--set", "algorithm.inner_lr=100", "--set", "outer.lr=10"]) == 1
    out = capsys.readouterr().out
    assert "The run diverged" in out
    assert "Try a smaller algorithm.inner_lr" in out
    (log,) = tmp_path.glob("*/log.txt")
    assert f"The details are in {log}." in out


def test_a_folder_that_cannot_be_written_ends_with_1(capsys, tmp_path):
    (tmp_path / "file").write_text("no folder")
    assert main([*TRAIN, "--json", "--runs-dir", str(tmp_path / "file")]) == 1
    (last,) = lines_of(capsys.readouterr().out)
    assert (last["event"], last["status"]) == ("failed", "failed")
    assert "file" in last["error"]["what"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["train", "sinusoid-mamll"], "no preset 'sinusoid-mamll'; did you mean 'sinusoid-maml'?"),
        (["train", "nowhere.toml"], "nowhere.toml cannot be read"),
        (["train", "sinusoid-maml", "--set", "algorithm.inner_rl=1.0"], "did you mean 'inner_lr'?"),
        (["train", "sinusoid-maml", "--set", "outer.lr=high"], "outer.lr: 'high' is not a number"),
        (["train", "sinusoid-maml", "--set", "dataset.shots=1.5"], "not a whole number"),
        (["train", "sinusoid-maml", "--set", "outer.lr"], "write a setting and its value"),
        (["train", "sinusoid-maml", "--set", "algorithm.kind=prototypical"], "solves classification"),
        (["train", "sinusoid-maml", "--iterations", "0"], "outer.iterations: 0 is out of range"),
        (["train", "sinusoid-maml", "--iterations", "many"], "invalid int value"),
        (["train"], "the following arguments are required"),
        (["trian"], "no command or file 'trian'; did you mean 'train'?"),
        (["resume", "last"], "there are no runs"),
        (["evaluate", "last"], "there are no runs"),
        (["compare", "last"], "there are no runs"),
        (["compare"], "the following arguments are required"),
        (["data", "fetch", "omniglt"], "no dataset 'omniglt'; did you mean 'omniglot'?"),
        (["data", "check", "nowhere"], "nowhere does not exist"),
    ],
)
def test_wrong_use_ends_with_2_and_says_what_would_be_right(arguments, words, capsys):
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert not Places.default().runs.exists() or not any(Places.default().runs.iterdir())


def test_a_device_that_is_not_there_is_wrong_use(capsys):
    import torch

    if torch.backends.mps.is_available():
        pytest.skip("this machine has an Apple GPU")
    assert main([*TRAIN, "--device", "mps"]) == 2
    assert "this machine has no such device" in capsys.readouterr().err


# -- interrupting and resuming --------------------------------------------------------------------------------------


def interrupt(kind, *arguments):
    """Start a long run, send a signal once it trains; returns exit code, lines and stderr."""
    with innerloop("train", "sinusoid-maml", "--iterations", "1000000", *QUICK, "--json", *arguments) as program:
        for line in program.stdout:
            if json.loads(line).get("iteration", 0) >= 3:
                break
        program.send_signal(kind)
        out, err = program.communicate(timeout=60)
    return program.returncode, lines_of(out), err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_has_a_checkpoint_and_can_be_resumed(kind, capsys):
    code, lines, err = interrupt(kind)
    assert (code, err) == (130, "")
    last = lines[-1]
    run = the_run()
    assert (last["event"], last["status"], last["run"]) == ("failed", "interrupted", run.name)
    assert last["error"]["remedy"] == f"Go on with: innerloop resume {run.name}"
    assert run.status["status"] == "paused"
    (newest, *_) = checkpoint.newest(run.checkpoints)
    reached = checkpoint.load(newest).state["iteration"]
    assert reached == last["iterations"] == run.status["iteration"] >= 3
    assert [record["iteration"] for record in run.records() if record["event"] == "iteration"][-1] == reached
    # The experiment asks for a million iterations; what matters is where it goes on.
    with innerloop("resume", run.name, "--json") as program:
        first = program.stdout.readline()
        begins = json.loads(first or pytest.fail(program.stderr.read()))
        while (line := json.loads(program.stdout.readline()))["event"] != "iteration":
            pass
        program.send_signal(kind)
        program.communicate(timeout=60)
    assert program.returncode == 130
    assert (begins["event"], begins["iteration"]) == ("started", reached)
    assert line["iteration"] == reached + 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_an_iteration_that_is_cut_in_two_is_not_kept(monkeypatch, capsys):
    from core.training.outer import OuterLoop

    step = OuterLoop.step

    def cut(outer, gradient, iteration, *rest):
        result = step(outer, gradient, iteration, *rest)
        if iteration == 4:
            raise KeyboardInterrupt  # as a second signal would
        return result

    monkeypatch.setattr(OuterLoop, "step", cut)
    assert main([*TRAIN, "--json", "--set", "compute.checkpoint_every=2"]) == 130
    last = lines_of(capsys.readouterr().out)[-1]
    run = the_run()
    assert (last["status"], last["run"], run.status["status"]) == ("interrupted", run.name, "paused")
    assert checkpoint.newest(run.checkpoints)[0].name == checkpoint.iteration_name(4)


@pytest.mark.parametrize("form", [["--json"], ["--set", "evaluation.every=2"]])
def test_a_reader_that_goes_away_pauses_the_run(form):
    with innerloop("train", "sinusoid-maml", "--iterations", "1000000", *QUICK, *form) as program:
        program.stdout.readline()
        program.stdout.close()
        assert program.wait(timeout=60) == 130
        assert program.stderr.read() == ""
    assert the_run().status["status"] == "paused"


def test_a_resumed_run_computes_what_an_unbroken_one_would(capsys, tmp_path):
    assert main([*TRAIN, "--json"]) == 0
    whole = [line["loss"] for line in lines_of(capsys.readouterr().out) if line["event"] == "iteration"]
    run = Run.create(the_run().experiment, tmp_path / "other")
    from core.training.training import Training

    with Training(run.experiment, run, Places.default()) as training:
        for report in training:
            if report.event == "iteration" and report.iteration == 3:
                break
    assert main(["resume", "last", "--runs-dir", str(tmp_path / "other"), "--json"]) == 0
    rest = [line["loss"] for line in lines_of(capsys.readouterr().out) if line["event"] == "iteration"]
    assert rest == whole[3:]


def test_a_finished_run_is_not_resumed(trained, capsys):
    assert main(["resume", "last"]) == 2
    assert "nothing left to do" in capsys.readouterr().err


def test_a_run_that_another_program_trains_is_left_alone(capsys):
    run = Run.create(Experiment(), Places.default().runs)
    run.acquire()
    try:
        assert main(["resume", run.name, "--json"]) == 1
    finally:
        run.release()
    (last,) = lines_of(capsys.readouterr().out)
    assert "trained by another program" in last["error"]["what"]


# -- evaluating -----------------------------------------------------------------------------------------------------


def test_a_run_is_measured_again_with_other_shots(trained, capsys):
    before = sorted((path.name, path.stat().st_mtime_ns) for path in trained.path.iterdir())
    chosen = ["--tasks", "8", "--split", "test", "--set", "dataset.shots=5"]
    assert main(["evaluate", trained.name, *chosen, "--json"]) == 0
    lines = lines_of(capsys.readouterr().out)
    assert [line["event"] for line in lines] == ["evaluation", "finished"]
    assert (lines[0]["split"], lines[0]["tasks"], lines[0]["iteration"]) == ("test", 8, 6)
    assert lines[1]["test"]["after"] == lines[0]["after"]
    assert before == sorted((path.name, path.stat().st_mtime_ns) for path in trained.path.iterdir())


def test_measuring_the_same_tasks_gives_the_same_figure(trained, capsys):
    assert main(["evaluate", "last", "--json"]) == 0
    line = lines_of(capsys.readouterr().out)[0]
    assert line["after"] == trained.status["best"]["value"]


def test_measuring_speaks_to_people_too(trained, capsys):
    assert main(["evaluate", "last"]) == 0
    assert "validation mse" in capsys.readouterr().out


def test_settings_that_do_not_fit_what_was_learnt_are_wrong_use(trained, capsys):
    assert main(["evaluate", "last", "--set", "learner.hidden=30-40"]) == 2
    assert "do not fit what the run has learnt" in capsys.readouterr().err


def test_a_run_without_a_checkpoint_cannot_be_measured(capsys):
    Run.create(Experiment(), Places.default().runs)
    assert main(["evaluate", "last"]) == 1
    assert "best.safetensors cannot be read" in capsys.readouterr().out


# -- looking --------------------------------------------------------------------------------------------------------


def test_presets_are_listed(capsys):
    assert main(["presets"]) == 0
    out = capsys.readouterr().out
    assert "sinusoid-maml" in out
    assert "98.7 ± 0.4" in out


def test_runs_are_listed(trained, capsys):
    assert main(["runs"]) == 0
    out = capsys.readouterr().out
    assert trained.name in out
    assert "6 / 6" in out
    assert "finished" in out


def test_where_there_are_no_runs_the_list_says_how_to_start(capsys):
    assert main(["runs"]) == 0
    assert "innerloop train sinusoid-maml" in capsys.readouterr().out


def test_datasets_are_listed_and_made_ready(capsys):
    assert main(["data", "list"]) == 0
    assert main(["data", "fetch", "sinusoid"]) == 0
    out = capsys.readouterr().out
    assert "glyphs" in out
    assert "sinusoid is ready" in out


def test_data_that_are_no_dataset_are_refused(tmp_path, capsys):
    assert main(["data", "check", str(tmp_path)]) == 1
    assert "omniglot: " in capsys.readouterr().err


def test_real_data_are_checked(real_data, capsys):
    assert main(["data", "check", str(real_data / "omniglot")]) == 0
    assert "omniglot is ready: 1,028 for train, 172 for validation, 423 for test" in capsys.readouterr().out


def test_the_doctor_finds_what_is_needed(capsys):
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "torch: " in out
    assert "window: " in out
    assert "algorithms: " in out


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder that cannot be written to")
def test_the_doctor_notices_a_home_that_cannot_be_written(tmp_path, monkeypatch, capsys):
    tmp_path.chmod(0o500)
    assert main(["doctor"]) == 1
    tmp_path.chmod(0o700)
    assert "INNERLOOP_HOME" in capsys.readouterr().out


def test_the_doctor_names_a_home_that_is_a_file(tmp_path, monkeypatch, capsys):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("INNERLOOP_HOME", str(tmp_path / "file" / "home"))
    assert main(["doctor"]) == 1
    assert "INNERLOOP_HOME" in capsys.readouterr().out


def test_the_doctor_names_broken_plug_ins(monkeypatch, capsys):
    from core import registry

    monkeypatch.setitem(registry.algorithms.broken, "stranger:Thing", "ImportError: no module named stranger")
    assert main(["doctor"]) == 1
    assert "stranger:Thing cannot be loaded: ImportError" in capsys.readouterr().out


# -- the program ----------------------------------------------------------------------------------------------------


def test_help_names_every_command(capsys):
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    for command in ("presets", "train", "resume", "evaluate", "compare", "runs", "data", "doctor"):
        assert command in out


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_the_window_says_what_to_do(monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 1
    assert "there is no display" in capsys.readouterr().err


def test_a_table_may_be_cut_short_by_its_reader():
    with innerloop("presets") as program:
        program.stdout.close()
        assert program.wait(timeout=60) == 0
        assert program.stderr.read() == ""


def test_commands_that_do_not_train_start_without_torch():
    code = "import sys; from core.cli import main; main(['presets']); main(['runs']); sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0
