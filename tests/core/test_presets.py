"""Every preset loads, can be run, and says what it aims at in the published words."""

import subprocess
import sys

import pytest

from core import registry
from core.experiment import Experiment
from core.presets import DEFAULT, find, presets
from core.problems import ExperimentError

# Accuracy in %, from the papers' tables.
PUBLISHED = {
    "maml": {"5w1s": "98.7 ± 0.4", "5w5s": "99.9 ± 0.1", "20w1s": "95.8 ± 0.3", "20w5s": "98.9 ± 0.2"},
    "fomaml": {"5w1s": "98.3", "5w5s": "99.2", "20w1s": "89.4", "20w5s": "97.9"},
    "reptile": {"5w1s": "97.68", "5w5s": "99.48", "20w1s": "89.43", "20w5s": "97.12"},
    "protonet": {"5w1s": "98.8", "5w5s": "99.7", "20w1s": "96.0", "20w5s": "98.9"},
    "anil": {"20w1s": "96.2", "20w5s": "98.0"},
    "meta-sgd": {"5w1s": "99.53", "5w5s": "99.93", "20w1s": "95.93", "20w5s": "98.97"},
    "imaml": {"5w1s": "99.16", "5w5s": "99.67", "20w1s": "94.46", "20w5s": "98.69"},
    "maml-plus-plus": {"5w1s": "99.47", "5w5s": "99.93", "20w1s": "97.65", "20w5s": "99.33"},
    "relation": {"5w1s": "99.6 ± 0.2", "5w5s": "99.8 ± 0.1", "20w1s": "97.6 ± 0.2", "20w5s": "99.1 ± 0.1"},
    "matching": {"5w1s": "98.1", "5w5s": "98.9", "20w1s": "93.8", "20w5s": "98.5"},
    "r2d2": {"5w1s": "98.6", "5w5s": "99.7", "20w1s": "94.7", "20w5s": "98.9"},
    "cnp": {"5w1s": "95.3", "5w5s": "98.5", "20w1s": "89.9", "20w5s": "96.8"},
    "snail": {"5w1s": "99.07", "5w5s": "99.78", "20w1s": "97.64", "20w5s": "99.36"},
    "mann": {"5w1s": "82.8", "5w5s": "94.9"},
}
OMNIGLOT = [(task, method) for method, figures in PUBLISHED.items() for task in figures]
MINI_IMAGENET = {  # 5-way 1-shot, 5-way 5-shot
    "maml": ("48.70", "63.11"),
    "fomaml": ("48.07", "63.15"),
    "reptile": ("47.07", "62.74"),
    "meta-sgd": ("50.47", "64.03"),
    "anil": ("46.7", "61.5"),
    "maml-plus-plus": ("52.15", "68.32"),
    "meta-lstm": ("43.44", "60.60"),
    "matching": ("43.56", "55.31"),
    "protonet": ("49.42", "68.20"),
    "relation": ("50.44", "65.32"),
    "r2d2": ("51.2", "68.8"),
    "metaoptnet-svm": ("62.64", "78.63"),
    "baseline": ("42.11", "62.53"),
    "baseline-plus-plus": ("48.24", "66.43"),
}
GROUPS = ["Sinusoid", "Glyphs", "Omniglot", "mini-ImageNet", "Your pictures"]


@pytest.mark.parametrize("name", presets())
def test_each_preset_is_an_experiment_that_can_be_run(name):
    """All that may be missing is the folder of pictures that only the person knows."""
    preset = presets()[name]
    own = preset.group in ("mini-ImageNet", "Your pictures")
    assert [problem.path for problem in preset.experiment.problems()] == (["dataset.folder"] if own else [])
    assert Experiment.from_toml(preset.experiment.to_toml()) == preset.experiment


@pytest.mark.parametrize("kind", registry.algorithms.kinds)
def test_each_algorithm_has_presets_on_every_usual_task(kind):
    """Omniglot where it classifies, the sinusoid where it can tell values."""
    tasks = registry.algorithms.settings(kind).tasks
    known = [preset.experiment for preset in presets().values() if preset.experiment.algorithm.kind == kind]
    found = {(experiment.dataset.kind, experiment.task_label) for experiment in known}
    if "classification" in tasks:
        assert {("omniglot", task) for task in ("5w1s", "5w5s", "20w1s", "20w5s")} <= found
    if "regression" in tasks:
        assert ("sinusoid", "10-shot") in found


@pytest.mark.parametrize("name", presets())
def test_each_preset_says_what_it_is(name):
    preset = presets()[name]
    assert preset.title == f"{preset.task} · {preset.method}"
    assert preset.task.startswith(preset.group)
    assert preset.group in GROUPS
    assert len(preset.summary) < 120
    assert "ean over" in preset.reduction
    assert "\n" not in preset.reduction + preset.normalization


@pytest.mark.parametrize("name", presets())
def test_the_words_name_whose_statistics_normalise_the_queries(name):
    preset = presets()[name]
    learner = preset.experiment.learner
    expected = "No normalization" if learner.normalization == "none" else learner.query_normalization
    assert expected.lower() in preset.normalization.lower()


@pytest.mark.parametrize("name", presets())
def test_a_file_holds_only_what_differs_from_the_defaults(name):
    from importlib import resources
    from tomllib import loads

    data = loads((resources.files("resources") / "presets" / f"{name}.toml").read_text(encoding="utf-8"))
    whole = presets()[name].experiment
    bare = Experiment.from_dict(
        {section: {"kind": data[section]["kind"]} for section in ("dataset", "learner", "algorithm")}
    )
    for section in data.keys() - {"schema", "preset"}:
        for field in data[section].keys() - {"kind"}:
            path = f"{section}.{field}"
            assert whole.value(path) != bare.value(path), f"{path} is the default"


@pytest.mark.parametrize(("task", "method"), OMNIGLOT)
def test_omniglot_presets_name_the_published_figure(task, method):
    preset = find(f"omniglot-{task}-{method}")
    assert preset.published.startswith(f"{PUBLISHED[method][task]} %")
    assert preset.experiment.task_label == task
    assert preset.experiment.dataset.kind == "omniglot"


@pytest.mark.parametrize("method", MINI_IMAGENET)
@pytest.mark.parametrize("shots", [1, 5])
def test_mini_imagenet_presets_name_the_published_figure(method, shots):
    preset = find(f"mini-imagenet-5w{shots}s-{method}")
    assert preset.published.startswith(f"{MINI_IMAGENET[method][shots == 5]} % (")
    assert (preset.experiment.dataset.kind, preset.experiment.task_label) == ("mini_imagenet", f"5w{shots}s")


@pytest.mark.parametrize("method", ["maml", "fomaml"])
@pytest.mark.parametrize(("shots", "batch"), [(1, 4), (5, 2)])
def test_maml_follows_its_protocol_on_mini_imagenet(method, shots, batch):
    experiment = find(f"mini-imagenet-5w{shots}s-{method}").experiment
    assert experiment.algorithm.inner_lr == 0.05  # 0.01 on the sum over the examples divided by K
    assert (experiment.algorithm.inner_steps, experiment.evaluation_steps) == (5, 10)
    assert experiment.algorithm.first_order == (method == "fomaml")
    outer, learner = experiment.outer, experiment.learner
    assert (outer.meta_batch_size, outer.iterations, outer.clip_gradient, outer.lr) == (batch, 60_000, 10, 0.001)
    assert (learner.kind, learner.filters, learner.downsampling) == ("conv4", 32, "max_pool")
    assert (experiment.dataset.queries, learner.query_normalization) == (15, "transductive")


@pytest.mark.parametrize(("shots", "ways"), [(1, 30), (5, 20)])
def test_metric_learners_follow_their_protocols_on_mini_imagenet(shots, ways):
    prototypes = find(f"mini-imagenet-5w{shots}s-protonet").experiment
    assert prototypes.dataset.shape("train") == (ways, shots, 15)
    assert (prototypes.outer.schedule, prototypes.outer.halve_every, prototypes.outer.lr) == ("halving", 2000, 0.001)
    ridge = find(f"mini-imagenet-5w{shots}s-r2d2").experiment
    assert ridge.dataset.shape("train")[0] == 16
    machine = find(f"mini-imagenet-5w{shots}s-metaoptnet-svm").experiment
    assert machine.dataset.shape("train") == (5, 15, 6)
    assert (machine.outer.optimizer, machine.outer.lr, machine.outer.weight_decay) == ("nesterov", 0.1, 5e-4)
    assert (machine.learner.kind, machine.learner.features, machine.algorithm.cost) == ("resnet12", "map", 0.1)


@pytest.mark.parametrize(("ways", "steps", "evaluated", "batch"), [(5, 1, 3, 32), (20, 5, 5, 16)])
@pytest.mark.parametrize("method", ["maml", "fomaml"])
@pytest.mark.parametrize("shots", [1, 5])
def test_maml_follows_its_protocol(ways, steps, evaluated, batch, method, shots):
    experiment = find(f"omniglot-{ways}w{shots}s-{method}").experiment
    # 0.4 and 0.1 on the sum over the examples divided by K are 5 · 0.4 and 20 · 0.1 on their mean.
    assert experiment.algorithm.inner_lr == 2.0
    assert (experiment.algorithm.inner_steps, experiment.evaluation_steps) == (steps, evaluated)
    assert experiment.algorithm.first_order == (method == "fomaml")
    assert (experiment.outer.meta_batch_size, experiment.outer.iterations) == (batch, 60_000)
    assert (experiment.outer.optimizer, experiment.outer.lr) == ("adam", 0.001)
    assert (experiment.learner.filters, experiment.learner.downsampling) == (64, "stride")
    assert experiment.learner.query_normalization == "transductive"
    assert (experiment.dataset.queries, experiment.dataset.rotations) == (shots, "random")


@pytest.mark.parametrize(
    ("ways", "rate", "steps", "batch", "evaluated", "iterations"),
    [(5, 0.001, 5, 10, 5, 100_000), (20, 0.0005, 10, 20, 10, 200_000)],
)
@pytest.mark.parametrize("shots", [1, 5])
def test_reptile_follows_its_protocol(ways, rate, steps, batch, evaluated, iterations, shots):
    experiment = find(f"omniglot-{ways}w{shots}s-reptile").experiment
    algorithm, outer = experiment.algorithm, experiment.outer
    assert (algorithm.inner_optimizer, algorithm.inner_lr, algorithm.inner_steps) == ("adam", rate, steps)
    assert (algorithm.inner_batch_size, algorithm.evaluation_batch_size) == (batch, evaluated)
    assert experiment.evaluation_steps == 50
    assert (outer.optimizer, outer.lr, outer.schedule) == ("sgd", 1.0, "linear")
    assert (outer.meta_batch_size, outer.iterations) == (5, iterations)
    assert (experiment.dataset.train_shots, experiment.dataset.rotations) == (10, "classes_in_training")


@pytest.mark.parametrize("task", ["5w1s", "5w5s", "20w1s", "20w5s"])
def test_prototypical_networks_follow_their_protocol(task):
    experiment = find(f"omniglot-{task}-protonet").experiment
    dataset, outer = experiment.dataset, experiment.outer
    assert dataset.shape("train") == (60, dataset.shots, 5)
    assert dataset.queries == 15
    assert (dataset.split, dataset.rotations) == ("vinyals", "classes")
    assert (outer.schedule, outer.halve_every, outer.lr) == ("halving", 2000, 0.001)
    assert experiment.learner.downsampling == "max_pool"
    assert experiment.learner.query_normalization == "population"
    assert experiment.evaluation.test_tasks == 1000


@pytest.mark.parametrize(("task", "queries"), [("5w1s", 19), ("5w5s", 15), ("20w1s", 10), ("20w5s", 5)])
def test_relation_networks_follow_their_protocol(task, queries):
    experiment = find(f"omniglot-{task}-relation").experiment
    dataset, outer = experiment.dataset, experiment.outer
    assert dataset.shape("train") == (dataset.ways, dataset.shots, queries)
    assert (outer.optimizer, outer.lr, outer.clip_gradient) == ("adam", 0.001, 0.5)
    assert (outer.schedule, outer.halve_every, outer.meta_batch_size) == ("halving", 100_000, 1)
    assert experiment.algorithm.loss == "squared_error"
    assert (experiment.learner.filters, experiment.learner.pooled_blocks) == (64, 2)
    assert (dataset.split, dataset.rotations) == ("vinyals", "classes")


@pytest.mark.parametrize("task", ["5w1s", "5w5s", "20w1s", "20w5s"])
def test_r2d2_follows_its_protocol(task):
    experiment = find(f"omniglot-{task}-r2d2").experiment
    dataset, outer = experiment.dataset, experiment.outer
    assert dataset.shape("train") == (60, dataset.shots, 10 - dataset.shots)
    assert (outer.optimizer, outer.lr, outer.schedule, outer.halve_every) == ("adam", 0.005, "halving", 2000)
    assert (experiment.learner.kind, experiment.learner.channels) == ("r2d2_network", "96-192-384-512")
    assert experiment.algorithm.scale == 10


def test_the_default_is_the_published_sinusoid():
    preset = find(DEFAULT)
    experiment = preset.experiment
    assert next(iter(presets())) == DEFAULT == "sinusoid-maml"
    assert "0.67 / 0.38 / 0.35" in preset.published
    assert experiment == Experiment.from_dict({"outer": {"iterations": 70_000}, "evaluation": {"inner_steps": 10}})
    assert (experiment.algorithm.inner_lr, experiment.algorithm.inner_steps) == (0.01, 1)
    assert (experiment.outer.meta_batch_size, experiment.dataset.shots, experiment.dataset.queries) == (25, 10, 10)


def test_groups_stay_together():
    groups = [preset.group for preset in presets().values()]
    assert groups == sorted(groups, key=GROUPS.index)


def test_an_unknown_preset_names_the_nearest_one():
    with pytest.raises(ExperimentError, match=r"no preset 'sinusoid-mamll'; did you mean 'sinusoid-maml'\?"):
        find("sinusoid-mamll")
    with pytest.raises(ExperimentError, match="there are sinusoid-maml, sinusoid-reptile"):
        find("zzz")


def test_reading_presets_does_not_load_torch():
    code = "import sys, core.presets; core.presets.presets(); sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
