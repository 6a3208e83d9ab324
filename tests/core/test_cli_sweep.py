"""The command ``innerloop sweep``: what it is about to do, what it does, and how it goes on where it was left."""

import json

import pytest

from core.cli import main
from core.places import Places
from core.runs.run import Run
from core.training.training import Training

QUICK = ["--iterations", "4", "--set", "outer.meta_batch_size=2", "--set", 'learner.hidden="4"']
QUICK += ["--set", "evaluation.tasks=2", "--set", "evaluation.test_tasks=2", "--set", "compute.mapping=sequential"]
SWEEP = ["sweep", "sinusoid-maml", *QUICK]
LRS = ["--vary", "outer.lr=0.001,10", "--vary", "algorithm.inner_lr=0.01,100", "--name", "night"]


def told(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def runs():
    found = [Run.open(path) for path in Places.default().runs.iterdir() if path.is_dir()]
    return sorted(found, key=lambda run: run.path.stat().st_ctime_ns)


def test_a_dry_run_lists_the_runs_and_trains_none(capsys):
    vary = ["--vary", "algorithm.kind=maml,prototypical", "--vary", "algorithm.inner_lr=0.001..0.1*3"]
    assert main([*SWEEP, *vary, "--dry-run", "--json"]) == 0
    (started,) = told(capsys)
    assert (started["event"], started["runs"], started["seconds"], started["unknown"]) == ("sweep", 3, None, 3)
    assert started["values"] == [
        {"algorithm.kind": "maml", "algorithm.inner_lr": inner_lr} for inner_lr in (0.001, 0.01, 0.1)
    ]
    assert [one["values"]["algorithm.kind"] for one in started["left_out"]] == ["prototypical"] * 3
    assert main([*SWEEP, *vary, "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert "3 combinations cannot be run and will be left out:" in out
    assert "3 runs; how long is not known" in out
    assert not Places.default().runs.exists() or runs() == []


def test_a_sweep_goes_on_after_a_failure_and_where_it_was_left(capsys, monkeypatch):
    # The second of four diverges, and the third is interrupted: the sweep ends there.
    interrupted = []

    def leave(self):
        if self.experiment.outer.lr == 10 and self.experiment.algorithm.inner_lr < 1 and not interrupted:
            interrupted.append(self.run.name)
            raise KeyboardInterrupt
        return self._reports

    monkeypatch.setattr(Training, "__iter__", leave)
    assert main([*SWEEP, *LRS, "--json"]) == 130
    lines = told(capsys)
    assert [line["number"] for line in lines if line["event"] == "sweep_run"] == [1, 2, 3]
    last = lines[-1]
    assert (last["event"], last["finished"], last["failed"], last["left"]) == ("sweep_finished", 1, 1, 2)
    first = runs()[0]
    assert {run.experiment.sweep for run in runs()} == {"night"}
    assert [run.status["status"] for run in runs()] == ["finished", "failed", "paused"]
    assert interrupted == [runs()[2].name]

    # The same command leaves what is finished as it is, goes on with the rest, and ends with the table.
    before = first.metrics_path.stat().st_mtime_ns
    assert main([*SWEEP, *LRS, "--json"]) == 1
    lines = told(capsys)
    there = [(line["status"], line["run"]) for line in lines if line["event"] == "sweep_run"]
    assert [status for status, _ in there] == ["finished", "failed", "paused", "new"]
    assert there[0][1] == first.name
    assert first.metrics_path.stat().st_mtime_ns == before
    assert len(runs()) == 4
    table = lines[-1]["lines"]
    assert [line["values"] for line in table] == [
        {"algorithm.inner_lr": inner_lr, "outer.lr": lr} for lr in (0.001, 10) for inner_lr in (0.01, 100)
    ]
    assert table[0]["validation"]["mean"] == first.status["best"]["value"]
    assert table[1]["statuses"] == {"failed": 1}


def test_people_get_a_table(capsys):
    assert main([*SWEEP, "--vary", "seed=1,2", "--vary", "outer.lr=0.001,0.002"]) == 0
    out = capsys.readouterr().out
    assert "Run 4 of 4: seed=2, outer.lr=0.002" in out
    assert "over 2 seeds" in out
    assert "4 of 4 runs finished, 0 failed" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--vary", "outer.lr"], "write a setting and its values"),
        (["--vary", "outer.optimiser=1,2"], "did you mean 'optimizer'"),
        (["--vary", "outer.lr=1,2", "--vary", "outer.lr=3"], "outer.lr: is varied twice"),
        (["--vary", "outer.lr=0.1..1"], "as in 0.1..1*5"),
        (["--vary", "seed=1,2", "--random", "9"], "only 2 different combinations"),
        (["--vary", "outer.lr=x", "--vary", "seed=-1"], "outer.lr: 'x' is not a number\nseed: -1 is out of range"),
    ],
)
def test_wrong_use_is_answered(capsys, arguments, words):
    assert main(["sweep", "sinusoid-maml", *arguments]) == 2
    assert words in capsys.readouterr().err
