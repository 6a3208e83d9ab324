"""Sweeps: which experiments they ask for, counted and enumerated by hand, and what is said of those that cannot be."""

import math

import pytest

from core.experiment import Experiment
from core.problems import ExperimentError
from core.sweep import MOST_RUNS, Sweep
from core.variation import field_at, parse

BASE = Experiment().with_value("notes", "mine")


def sweep(base=BASE, **texts):
    """A sweep from texts by path, with __ for the dot; `how` are its other fields."""
    how = texts.pop("how", {})
    paths = {path.replace("__", "."): text for path, text in texts.items()}
    return Sweep(base, {path: parse(field_at(base, path), text) for path, text in paths.items()}, **how)


def values(experiments, *paths):
    return [tuple(experiment.value(path) for path in paths) for experiment in experiments]


def test_a_grid_has_every_combination_once():
    plan = sweep(algorithm__inner_lr="0.01..1*3", outer__optimizer="adam,sgd", seed="7,8").plan()
    expected = []
    for inner_lr in (0.01, 0.1, 1.0):
        for optimizer in ("adam", "sgd"):
            for seed in (7, 8):
                expected.append((inner_lr, optimizer, seed))
    assert values(plan.experiments, "algorithm.inner_lr", "outer.optimizer", "seed") == expected
    assert plan.left_out == ()


def test_nothing_else_changes_but_the_name_of_the_sweep():
    (one, _) = sweep(outer__lr="0.01,0.02", how={"name": "night"}).plan().experiments
    assert one.with_value("sweep", "").with_value("outer.lr", BASE.outer.lr) == BASE
    assert one.sweep == "night"
    assert sweep(outer__lr="0.01,0.02", seed="1").label == "lr, seed of sinusoid-10-shot-maml"
    assert sweep(algorithm__kind="maml,anil").label == "algorithm of sinusoid-10-shot-maml"


def test_random_draws_are_different_and_repeatable_and_the_first_ones_stay_the_first():
    def drawn(runs, seed=0):
        how = {"method": "random", "runs": runs, "seed": seed}
        made = sweep(algorithm__inner_lr="0.001..1", outer__optimizer="adam,sgd,nesterov", how=how)
        return values(made.plan().experiments, "algorithm.inner_lr", "outer.optimizer")

    assert len(set(drawn(30))) == 30
    assert drawn(30) == drawn(30)
    assert drawn(30)[:10] == drawn(10)
    assert drawn(30) != drawn(30, seed=1)
    assert all(0.001 <= inner_lr <= 1 for inner_lr, _ in drawn(30))
    assert {optimizer for _, optimizer in drawn(30)} == {"adam", "sgd", "nesterov"}


def test_random_draws_of_few_values_find_all_of_them():
    how = {"method": "random", "runs": 6}
    plan = sweep(outer__optimizer="adam,sgd", algorithm__inner_steps="1..3", how=how).plan()
    assert len(set(values(plan.experiments, "outer.optimizer", "algorithm.inner_steps"))) == 6


def test_a_new_kind_is_chosen_before_its_settings():
    base = Experiment().with_value("algorithm.kind", "maml")
    made = sweep(base, algorithm__inner_lr="0.1,0.2", algorithm__kind="maml,reptile")
    found = values(made.plan().experiments, "algorithm.inner_lr", "algorithm.kind")
    assert found == [(0.1, "maml"), (0.1, "reptile"), (0.2, "maml"), (0.2, "reptile")]


def test_what_cannot_be_run_is_left_out_with_its_reason():
    plan = sweep(outer__optimizer="adam,sgd", algorithm__kind="maml,prototypical").plan()
    assert values(plan.experiments, "outer.optimizer", "algorithm.kind") == [("adam", "maml"), ("sgd", "maml")]
    assert [one.values["outer.optimizer"] for one in plan.left_out] == ["adam", "sgd"]
    for one in plan.left_out:
        assert [problem.path for problem in one.problems] == ["algorithm.kind"]
        assert "solves classification" in one.problems[0].message
    assert plan.left_out[0].label == "outer.optimizer=adam, algorithm.kind=prototypical"


def test_a_value_without_effect_makes_no_run_of_its_own():
    base = BASE.with_value("outer.optimizer", "sgd")
    plan = sweep(base, outer__momentum="0.5,0.9", outer__optimizer="adam,sgd").plan()
    assert values(plan.experiments, "outer.momentum", "outer.optimizer") == [(0.5, "sgd"), (0.9, "sgd")]
    assert [str(one.problems[0]) for one in plan.left_out] == [
        "outer.momentum: has no effect with the other settings"
    ] * 2


@pytest.mark.parametrize(
    ("texts", "how", "path", "words"),
    [
        ({}, {}, "", "nothing is varied yet"),
        ({"algorithm__inner_lr": "0.1..1"}, {}, "algorithm.inner_lr", "as in 0.1..1*5"),
        ({"seed": "1..1000"}, {}, "", f"1,000 combinations, and a sweep has at most {MOST_RUNS} runs"),
        ({"seed": "1..1000"}, {"method": "random", "runs": 501}, "", "501 is no number of runs"),
        ({"seed": "1..1000"}, {"method": "random", "runs": 0}, "", "0 is no number of runs"),
        ({"seed": "1..3"}, {"method": "random", "runs": 4}, "", "only 3 different combinations, fewer than 4"),
        ({"name": "a,b"}, {}, "name", "name cannot be varied"),
    ],
)
def test_a_sweep_that_cannot_be_made_says_why(texts, how, path, words):
    with pytest.raises(ExperimentError) as refused:
        sweep(**texts, how=how).plan()
    (problem,) = refused.value.problems
    assert problem.path == path
    assert words in problem.message


def test_millions_of_combinations_are_counted_and_not_made():
    made = sweep(seed="0..1000000", outer__meta_batch_size="1..4000", algorithm__inner_steps="1..1000")
    assert made.combinations == math.prod((1_000_001, 4000, 1000))
    assert "4,000,004,000,000 combinations" in str(made.problems()[0])
