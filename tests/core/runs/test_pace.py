"""How long runs will take: from status files written by hand."""

import pytest

from core.experiment import Experiment
from core.runs.pace import Estimate, Pace, estimate, paces, shape, words
from core.runs.run import Run

BASE = Experiment().with_value("outer.iterations", 1000).with_value("outer.meta_batch_size", 4)
BASE = (
    BASE.with_value("evaluation.every", 300).with_value("evaluation.tasks", 50).with_value("evaluation.test_tasks", 100)
)


def trained(runs, experiment, **facts):
    run = Run.create(experiment, runs)
    run.set_status("finished", **{"iteration": 1000, "tasks_per_second": 200.0, "seconds": 32.0, **facts})
    return run


def test_real_numbers_names_and_seeds_do_not_change_the_shape():
    for path, value in (("algorithm.inner_lr", 0.5), ("outer.lr", 0.5), ("seed", 3), ("name", "x"), ("sweep", "s")):
        assert shape(BASE.with_value(path, value)) == shape(BASE), path
    assert shape(BASE.with_value("outer.iterations", 7)) == shape(BASE)
    for path, value in (
        ("algorithm.inner_steps", 5), ("outer.meta_batch_size", 5), ("dataset.shots", 3), ("learner.hidden", "8"),
        ("algorithm.first_order", True), ("algorithm.kind", "reptile"), ("compute.mapping", "sequential"),
    ):  # fmt: skip
        assert shape(BASE.with_value(path, value)) != shape(BASE), path


def test_the_pace_is_that_of_the_newest_run_of_the_shape(tmp_path):
    trained(tmp_path, BASE.with_value("seed", 1), tasks_per_second=100.0)
    newest = trained(tmp_path, BASE)
    trained(tmp_path, BASE.with_value("dataset.shots", 3))
    other = Run.create(BASE, tmp_path)  # which has not trained yet
    assert newest.name < other.name
    # 1,000 iterations of 4 tasks at 200 a second are 20 s; the other 12 s took 4 evaluations of 50, and 100 test tasks.
    assert paces(tmp_path, [shape(BASE)]) == {shape(BASE): Pace(200.0, 300 / 12)}
    assert paces(tmp_path, [shape(BASE.with_value("dataset.shots", 9))]) == {}
    assert paces(tmp_path / "nowhere", [shape(BASE)]) == {}


def test_a_run_that_was_left_tells_of_what_it_has_measured(tmp_path):
    run = trained(tmp_path, BASE, iteration=650, seconds=23.0)
    run.set_status("stopped")
    assert paces(tmp_path, [shape(BASE)]) == {shape(BASE): Pace(200.0, 100 / 10)}


def test_a_damaged_run_is_passed_over(tmp_path):
    good = trained(tmp_path, BASE)
    damaged = trained(tmp_path, BASE.with_value("seed", 5))
    (damaged.path / "experiment.toml").write_text("schema = ")
    assert good.name < damaged.name
    assert shape(BASE) in paces(tmp_path, [shape(BASE)])


def test_seconds_add_up():
    known = {shape(BASE): Pace(200.0, 25.0)}
    experiments = [BASE, BASE.with_value("outer.iterations", 500), BASE.with_value("dataset.shots", 2)]
    # 20 s and 12 s as above; 500 iterations are 10 s, with 2 evaluations of 50 and the test, 200 tasks, 8 s.
    assert estimate(experiments, known) == Estimate(pytest.approx(32 + 18), unknown=1)
    patient = [BASE.with_value("evaluation.patience", 3)]
    assert estimate(patient, known) == Estimate(pytest.approx(32), unknown=0, at_most=True)


@pytest.mark.parametrize(
    ("found", "runs", "said"),
    [
        (Estimate(0.2, 0), 2, "about a second"),
        (Estimate(42.4, 0), 2, "about 42 seconds"),
        (Estimate(8 * 60, 0), 12, "about 8 minutes"),
        (Estimate(5.26 * 3600, 0, at_most=True), 12, "at most about 5.3 hours"),
        (Estimate(20 * 3600, 0), 12, "about 20 hours"),
        (Estimate(3 * 86400, 0), 12, "about 3.0 days"),
        (Estimate(0, 12), 12, "how long is not known, for no run of this shape has been trained yet"),
        (
            Estimate(60, 1), 12,
            "about 60 seconds for 11 of them; how long 1 takes is not known, "
            "for no run of that shape has been trained yet",
        ),
    ],
)  # fmt: skip
def test_words(found, runs, said):
    assert words(found, runs) == said
