"""What came of a sweep, from members made by hand."""

import statistics

import pytest

from core.experiment import Experiment
from core.runs.sweeps import Member, sweep_table

BASE = Experiment().with_value("sweep", "night")


def member(run, value=None, status="finished", metric="mse", test=None, **settings):
    experiment = BASE
    for path, chosen in settings.items():
        experiment = experiment.with_value(path.replace("__", "."), chosen)
    results = {
        split: None if found is None else {"metric": metric, "value": found, "ci95": 0.1}
        for split, found in (("validation", value), ("test", test))
    }
    return Member(run, experiment, status, results)


def paths(table):
    return [field.path for field in table.fields]


def test_what_varies_is_read_from_the_runs():
    table = sweep_table(
        "night",
        [
            member("a", 0.5, outer__lr=0.01, seed=1),
            member("b", 0.4, outer__lr=0.02, algorithm__inner_steps=3, seed=2, test=0.6),
            member("", status="waiting", outer__lr=0.03),
        ],
    )
    assert (table.name, table.metric, paths(table)) == ("night", "mse", ["algorithm.inner_steps", "outer.lr"])
    assert [line.values["outer.lr"] for line in table.lines] == [0.01, 0.02, 0.03]
    assert [line.runs for line in table.lines] == [("a",), ("b",), ()]
    assert [line.status for line in table.lines] == ["finished", "finished", "waiting"]
    best = table.lines[1].outcomes
    assert (best["validation"].mean, best["validation"].ci95, best["validation"].sd) == (0.4, 0.1, None)
    assert best["test"].mean == 0.6
    assert table.lines[0].outcomes["test"] is None


def test_seeds_are_one_line_with_their_spread():
    found = [0.5, 0.7, 0.9]
    members = [member(f"a{seed}", value, seed=seed, outer__lr=0.01) for seed, value in enumerate(found)]
    members += [member("b", 0.3, seed=0), member("c", None, "failed", seed=1)]
    table = sweep_table("night", members)
    assert paths(table) == ["outer.lr"]
    several, pair = table.lines
    outcome = several.outcomes["validation"]
    assert outcome.mean == pytest.approx(statistics.mean(found))
    assert outcome.sd == pytest.approx(statistics.stdev(found))
    assert (outcome.ci95, outcome.single, several.runs) == (None, tuple(found), ("a0", "a1", "a2"))
    assert several.status == "3 finished"
    assert (pair.status, pair.outcomes["validation"].mean) == ("1 finished, 1 failed", 0.3)
    alone = sweep_table("seeds", members[:3])
    assert (paths(alone), len(alone.lines)) == ([], 1)


def test_settings_that_another_one_brings_are_not_what_varies():
    members = [member("a", outer__optimizer="adam"), member("b", outer__optimizer="sgd")]
    members.append(member("c", outer__optimizer="nesterov"))
    assert paths(sweep_table("night", members)) == ["outer.optimizer"]  # and not the momentum
    kinds = [member("a", algorithm__kind="maml"), member("b", algorithm__kind="reptile")]
    kinds.append(member("c", algorithm__kind="cnp"))
    assert paths(sweep_table("night", kinds)) == ["algorithm.kind"]
    mixed = [*kinds, member("d", algorithm__kind="maml", algorithm__inner_lr=0.5)]
    table = sweep_table("night", mixed)
    assert paths(table) == ["algorithm.kind", "algorithm.inner_lr"]
    assert "algorithm.inner_lr" not in table.lines[2].values  # a neural process has no inner loop
    assert table.lines[3].values == {"algorithm.kind": "maml", "algorithm.inner_lr": 0.5}
