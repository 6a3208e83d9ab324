"""Comparing runs: which may be compared, what differs, which seeds belong together, and the table's numbers."""

import math
import statistics
from typing import Any

import pytest
from generated import experiments as any_experiments
from hypothesis import given

from core.experiment import Experiment
from core.problems import ExperimentError
from core.runs.comparable import MeasuredTasks, check_comparable
from core.runs.compare import grouped, table
from core.runs.comparison import Comparison
from core.runs.differing import differences
from core.runs.measure import Measurement, transductive
from core.training.reports import Adaptation, EvaluationReport
from core.training.scores import METRICS

SINUSOID: dict[str, Any] = {"dataset": {"kind": "sinusoid"}, "learner": {"kind": "mlp"}, "algorithm": {"kind": "maml"}}
GLYPHS: dict[str, Any] = {"dataset": {"kind": "glyphs"}, "learner": {"kind": "conv4"}, "algorithm": {"kind": "maml"}}


def made_of(base: dict[str, Any], more: dict[str, Any]) -> Experiment:
    changed = {n: {**base.get(n, {}), **change} if isinstance(change, dict) else change for n, change in more.items()}
    return Experiment.from_dict(base | changed)


def sinusoid(**more: Any) -> Experiment:
    return made_of(SINUSOID, more)


def glyphs(**more: Any) -> Experiment:
    return made_of(GLYPHS, more)


def measured(run: str, experiment: Experiment, values: list[float]) -> Measurement:
    """As if a run had been measured: the first metric has these values, and every other one half of them."""
    adaptation = Adaptation(7, "test", experiment.metric, 1, 1, [], [], [], [])
    report = EvaluationReport("test", 7, experiment.metric, 0.2, 0.5, 0.1, len(values), 1.0, 1.0, False, adaptation)
    first, *others = (metric.name for metric in METRICS[experiment.dataset.tasks])
    metrics = {first: values} | {name: [value / 2 for value in values] for name in others}
    return Measurement(run, "test", range(len(values)), 0, 1, transductive(experiment), metrics, report)


def compared(runs: dict[str, tuple[Experiment, list[float]]], **options: Any) -> Comparison:
    of = {name: experiment for name, (experiment, _) in runs.items()}
    return table(of, [measured(name, *about) for name, about in runs.items()], **options)


# -- which tasks ------------------------------------------------------------------------------------------------------


def test_tasks_are_the_same_where_everything_that_draws_them_is() -> None:
    first = MeasuredTasks.of(glyphs())
    assert first.name == "glyphs 5w1s"
    same = glyphs(name="other", outer={"iterations": 7}, algorithm={"kind": "reptile"}, dataset={"train_shots": 4})
    assert MeasuredTasks.of(same) == first
    for change, words in (
        ({"seed": 4}, ["seed 4"]),
        ({"dataset": {"rotations": "random"}}, ["rotations random"]),
        ({"evaluation": {"tasks": 30}, "seed": 1}, ["30 tasks", "seed 1"]),
        ({"dataset": {"ways": 3}}, ["ways 3"]),
    ):
        other = MeasuredTasks.of(glyphs(**change))
        assert other != first
        assert other.differs(first) == words
    assert MeasuredTasks.of(sinusoid()) != first
    assert first.differs(first) == []


# -- which may be compared ------------------------------------------------------------------------------------------


def refusal(**experiments: Experiment) -> str:
    with pytest.raises(ExperimentError) as refused:
        check_comparable(experiments)
    return str(refused.value)


def test_runs_of_other_metrics_are_refused_by_name() -> None:
    words = refusal(one=sinusoid(), other=glyphs())
    assert "one is regression, measured by mse; other is classification, measured by accuracy" in words


def test_other_shots_are_refused_with_the_option_that_helps() -> None:
    words = refusal(one=glyphs(), other=glyphs(dataset={"shots": 5}))
    assert words.startswith("dataset.shots: 1 in one and 5 in other")
    assert words.endswith("--set dataset.shots=1")


def test_other_ways_can_only_be_helped_where_no_network_has_an_output_for_each() -> None:
    words = refusal(one=glyphs(), other=glyphs(dataset={"ways": 10}))
    assert words.startswith("dataset.ways: 5 in one and 10 in other")
    assert "--set" not in words
    nets = {"algorithm": {"kind": "prototypical"}}
    words = refusal(one=glyphs(**nets), other=glyphs(dataset={"ways": 10}, **nets))
    assert words.endswith("--set dataset.ways=5")


def test_other_data_are_refused() -> None:
    assert "dataset.font: 0 in one and 1 in other" in refusal(one=glyphs(), other=glyphs(dataset={"font": 1}))
    omniglot = glyphs(dataset={"kind": "omniglot"})
    assert "dataset.kind: glyphs in one and omniglot in other" in refusal(one=glyphs(), other=omniglot)
    # A setting that has an effect in one only is refused by the one that decides about it.
    seeded = omniglot.with_value("dataset.split", "seeded").with_value("dataset.split_seed", 3)
    assert refusal(one=seeded, other=omniglot).count("\n") == 0
    assert refusal(one=omniglot, other=seeded).startswith("dataset.split: vinyals in one and seeded in other")


def test_every_misfit_is_named_at_once() -> None:
    words = refusal(a=glyphs(), b=glyphs(dataset={"shots": 2, "queries": 4}), c=glyphs(dataset={"font": 9}))
    assert [line.split(":")[0] for line in words.splitlines()] == ["dataset.shots", "dataset.queries", "dataset.font"]


def test_how_a_run_was_trained_does_not_keep_it_from_being_compared() -> None:
    trained_otherwise = {"dataset": {"train_shots": 3, "train_queries": 2}, "algorithm": {"inner_lr": 0.4}, "seed": 4}
    check_comparable({"a": glyphs(), "b": glyphs(**trained_otherwise), "c": glyphs(outer={"lr": 0.1})})


# -- what differs ---------------------------------------------------------------------------------------------------


def test_differing_settings_have_path_and_title_in_the_order_of_the_form() -> None:
    one = sinusoid(seed=1, name="a", notes="b")
    other = sinusoid(seed=2, algorithm={"inner_lr": 0.4}, learner={"hidden": "8-8"}, outer={"lr": 0.1})
    found = [(setting.path, setting.title) for setting in differences([one, other])]
    assert found == [
        ("learner.hidden", "Hidden layers"),
        ("algorithm.inner_lr", "Inner learning rate"),
        ("outer.lr", "Outer learning rate"),
    ]


def test_settings_without_effect_do_not_differ() -> None:
    assert differences([sinusoid(), sinusoid(outer={"momentum": 0.9})]) == []  # Adam has none
    paths = [s.path for s in differences([sinusoid(), sinusoid(outer={"momentum": 0.9, "optimizer": "sgd"})])]
    assert paths == ["outer.optimizer", "outer.momentum"]
    assert differences([glyphs(), glyphs()]) == []


@given(any_experiments(), any_experiments())
def test_experiments_without_differences_are_one_line(one: Experiment, other: Experiment) -> None:
    other = other.with_value("seed", (one.seed + 1) % 2**32)
    both = {"one": one, "other": other}
    groups = grouped(both, [measured(name, experiment, [0.1, 0.2]) for name, experiment in both.items()])
    assert (len(groups) == 1) == (differences([one, other]) == [])
    assert {field.path for field in differences([one, other])} == {field.path for field in differences([other, one])}


# -- the table ------------------------------------------------------------------------------------------------------


def test_a_line_has_mean_and_interval_and_the_best_is_the_reference() -> None:
    made = compared(
        {
            "one": (glyphs(), [0.5, 0.6, 0.7, 0.9]),
            "other": (glyphs(algorithm={"inner_lr": 0.4}), [0.6, 0.6, 0.8, 1.0]),
        }
    )
    one, other = made.lines
    for line, values in ((one, [0.5, 0.6, 0.7, 0.9]), (other, [0.6, 0.6, 0.8, 1.0])):
        assert line.metrics["accuracy"].mean == pytest.approx(statistics.mean(values))
        assert line.metrics["accuracy"].ci95 == pytest.approx(1.96 * statistics.stdev(values) / 2)
        assert line.metrics["ece"].mean == pytest.approx(statistics.mean(values) / 2)
        assert (line.spread, line.seeds, line.iterations) == (None, [0], [7])
    assert made.reference == other.name
    assert other.difference is None
    assert one.difference is not None
    # Differences −0.1, 0, −0.1, −0.1: mean −0.075, s = 0.05, t = −0.075 / 0.025 = −3 with 3 degrees of freedom.
    assert one.difference.mean == pytest.approx(-0.075)
    assert one.difference.ci95 == pytest.approx(1.96 * 0.025)
    assert one.difference.t == pytest.approx(-3)
    assert 0.05 < one.difference.p < 0.1  # the table has 3.182 at 0.05 and 2.353 at 0.10
    assert [setting.path for setting in made.settings] == ["algorithm.inner_lr"]
    assert (one.settings, other.settings) == ({"algorithm.inner_lr": 0.01}, {"algorithm.inner_lr": 0.4})


def test_for_an_error_the_smallest_is_the_best_and_the_first_can_be_asked_for() -> None:
    runs = {"one": (sinusoid(), [1.0, 2.0]), "other": (sinusoid(algorithm={"inner_lr": 0.4}), [0.5, 0.75])}
    assert compared(runs).lines[1].difference is None
    first = compared(runs, against="first")
    assert first.lines[0].difference is None
    assert first.lines[1].difference is not None
    assert first.lines[1].difference.mean == pytest.approx((-0.5 - 1.25) / 2)
    assert "(the first)" in " ".join(first.notes)


def test_seeds_of_one_experiment_are_one_line_with_their_spread() -> None:
    values = {0: [0.5, 0.7], 1: [0.7, 0.9], 2: [0.6, 0.5]}
    runs = {f"run-{seed}": (glyphs(seed=seed, name="mine", notes=f"{seed}"), of) for seed, of in values.items()}
    made = compared(runs | {"faster": (glyphs(outer={"lr": 0.5}), [0.1, 0.2])})
    line, faster = made.lines
    assert (line.name, line.runs, line.seeds) == ("mine", ["run-0", "run-1", "run-2"], [0, 1, 2])
    assert line.metrics["accuracy"].mean == pytest.approx((0.6 + 0.8 + 0.55) / 3)
    assert line.spread is not None
    assert line.spread["accuracy"] == pytest.approx(statistics.stdev([0.6, 0.8, 0.55]))
    assert faster.spread is None
    assert faster.difference is not None
    # Task by task the mean over the seeds: 0.6 and 0.7.
    assert faster.difference.mean == pytest.approx(((0.1 - 0.6) + (0.2 - 0.7)) / 2)
    assert [setting.path for setting in made.settings] == ["outer.lr"]
    assert any("sd is the standard deviation" in note for note in made.notes)


def test_a_seed_that_comes_twice_is_no_second_sample() -> None:
    made = compared({"one": (glyphs(), [0.5, 0.7]), "again": (glyphs(), [0.5, 0.7])})
    assert [line.runs for line in made.lines] == [["one"], ["again"]]
    assert [line.name for line in made.lines] == ["one", "again"]  # labels would not tell them apart
    assert made.lines[1].difference is not None
    assert made.lines[1].difference.p == 1


def test_chance_is_a_line_with_its_source_where_there_are_classes() -> None:
    (chance,) = compared({"one": (glyphs(), [0.5, 0.7])}).yardsticks
    assert (chance.name, chance.metrics) == ("chance", {"accuracy": 0.2})
    assert chance.source.startswith("1 / 5")
    assert compared({"one": (sinusoid(), [0.5, 0.7])}).yardsticks == []


def test_transductive_lines_are_named() -> None:
    per_query = glyphs(learner={"query_normalization": "per_query"})
    made = compared({"one": (glyphs(), [0.5, 0.7]), "other": (per_query, [0.4, 0.5])})
    assert [line.transductive for line in made.lines] == [True, False]
    assert any(note.startswith("Transductive") and note.endswith(f": {made.lines[0].name}.") for note in made.notes)
    assert "all lines" in compared({"one": (glyphs(), [0.5, 0.7])}).notes[-2]


def test_the_table_is_json_even_where_a_task_has_no_finite_value() -> None:
    made = compared({"a": (sinusoid(), [math.inf, 1.0]), "b": (sinusoid(outer={"lr": 0.5}), [1.0, 2.0])})
    found = made.to_json()
    assert found["lines"][0]["metrics"]["mse"]["mean"] is None
    assert found["lines"][0]["difference"] == {"mean": None, "ci95": None, "t": None, "p": None}
