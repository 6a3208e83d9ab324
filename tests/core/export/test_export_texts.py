"""An experiment as a command and as a script: each is read by what it is made for, and gives the same experiment."""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from generated import experiments
from hypothesis import example, given, settings

import core
from core import assignments
from core.cli import _changed, _experiment, main
from core.cli_parser import parse
from core.experiment import Experiment
from core.export.command import command
from core.export.origin import changes_from, nearest_preset, settings_of
from core.export.script import script
from core.places import Places
from core.presets import presets
from core.problems import ExperimentError
from core.runs.run import Run

HOSTILE = "`rm -rf ~` $HOME \"'; echo\n\\ \t\x00 =none 数"


def asked_by(text: str) -> Experiment:
    """The experiment that the terminal makes of a command."""
    program, *words = shlex.split(text)
    assert program == "innerloop"
    options = parse(words)
    return _changed(_experiment(options.what), options)


# -- commands -------------------------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(experiments())
@example(Experiment(name=HOSTILE, notes="none"))
@example(Experiment(name="5", notes="true"))
@example(Experiment(name=" 2026-11-20 ", notes='["a"]'))
def test_a_command_asks_for_the_same_experiment(experiment: Experiment) -> None:
    assert asked_by(command(experiment)) == experiment


def test_a_preset_is_asked_for_by_its_name() -> None:
    for preset in presets().values():
        assert command(preset.experiment) == f"innerloop train {preset.id}"
    seeded = presets()["glyphs-5w1s-maml"].experiment.with_value("seed", 3).with_value("outer.lr", 0.25)
    assert command(seeded) == "innerloop train glyphs-5w1s-maml --set seed=3 --set outer.lr=0.25"


def test_what_a_preset_sets_can_be_emptied() -> None:
    clipped = next(one for one in presets().values() if one.experiment.outer.clip_gradient is not None)
    free = clipped.experiment.with_value("outer.clip_gradient", None)
    base = nearest_preset(free)
    assert asked_by(command(free)) == free
    assert (base is not clipped) or "outer.clip_gradient=none" in command(free)
    assert assignments.read("outer.clip_gradient=none") == ("outer.clip_gradient", None)
    assert assignments.read("learner.normalization=none") == ("learner.normalization", "none")


def test_no_setting_that_may_be_empty_holds_text() -> None:
    """Else ``none`` would have two meanings."""
    for preset in presets().values():
        for path, value in settings_of(preset.experiment).items():
            if assignments.read(f"{path}=none")[1] is None:
                assert not isinstance(value, str), path


def test_a_command_without_a_setting_says_how_one_is_written() -> None:
    with pytest.raises(ExperimentError, match=r"as in algorithm\.inner_lr=0\.4"):
        assignments.read("0.4")


def test_the_nearest_preset_has_the_same_kinds(tiny: Callable[..., Experiment]) -> None:
    experiment = presets()["omniglot-20w5s-maml"].experiment.with_value("algorithm.inner_lr", 0.33)
    assert nearest_preset(experiment).id == "omniglot-20w5s-maml"
    assert changes_from(presets()["omniglot-20w5s-maml"].experiment, experiment) == [("algorithm.inner_lr", 0.33)]
    assert nearest_preset(tiny(algorithm={"kind": "reptile", "inner_lr": 0.01})).experiment.algorithm.kind == "reptile"


# -- scripts --------------------------------------------------------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(experiments())
@example(Experiment(name=HOSTILE, notes="'''\"\"\" $settings ${schema} {run}"))
def test_a_script_holds_the_same_experiment(experiment: Experiment) -> None:
    found: dict[str, object] = {"__name__": "read, and not run"}
    exec(compile(script(experiment), "script.py", "exec"), found)
    assert Experiment.from_dict(found["EXPERIMENT"]) == experiment  # type: ignore[arg-type]


def test_a_script_trains_to_the_same_bits_as_the_terminal(
    tmp_path: Path, tiny: Callable[..., Experiment], capsys: pytest.CaptureFixture[str]
) -> None:
    experiment = tiny(name="by script")
    (tmp_path / "experiment.toml").write_text(experiment.to_toml(), encoding="utf-8")
    (tmp_path / "script.py").write_text(script(experiment), encoding="utf-8")
    assert main(["train", str(tmp_path / "experiment.toml"), "--json"]) == 0
    finished = json.loads(capsys.readouterr().out.splitlines()[-1])
    root = str(Path(core.__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": root, "PYTHONIOENCODING": "utf-8", "OMP_NUM_THREADS": "1"}
    ran = subprocess.run(
        [sys.executable, str(tmp_path / "script.py")],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    runs = Places.default().runs
    (other,) = (path for path in runs.iterdir() if path.is_dir() and path.name != finished["run"])
    assert ran.stdout.endswith(f"The run is in {other}\n")
    one, two = Run.open(runs / finished["run"]), Run.open(other)
    assert two.experiment == experiment
    assert two.status["test"] == one.status["test"] == finished["test"]

    def numbers(run: Run) -> list[dict[str, object]]:
        timeless = ("seconds", "run", "tasks_per_second")
        return [{name: value for name, value in record.items() if name not in timeless} for record in run.records()]

    assert numbers(one) == numbers(two)
