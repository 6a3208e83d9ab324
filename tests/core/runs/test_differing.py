"""What runs of one name are called for what they differ in."""

from typing import Any

from core.experiment import Experiment
from core.runs.differing import asked_of, told_apart, varied


def asked(**settings: Any) -> dict[str, Any]:
    experiment = Experiment()
    for path, value in settings.items():
        experiment = experiment.with_value(path.replace("__", "."), value)
    return asked_of(experiment)


def told(*settings: dict[str, Any]) -> list[str]:
    return told_apart(["same"] * len(settings), settings)


def test_runs_of_one_label_show_the_settings_in_which_they_differ() -> None:
    slow, quick = asked(algorithm__inner_lr=0.1), asked(algorithm__inner_lr=0.4)
    assert told(slow, quick) == ["same · inner_lr 0.1", "same · inner_lr 0.4"]
    assert told_apart(["one", "other"], [slow, quick]) == ["one", "other"]
    assert told_apart(["one", "same", "same"], [slow, slow, quick])[0] == "one"
    assert told(slow, slow) == ["same", "same"]


def test_seeds_switches_and_empty_values_are_told_in_words() -> None:
    assert told(asked(seed=1), asked(seed=2)) == ["same · seed 1", "same · seed 2"]
    first, second = asked(algorithm__first_order=True), asked(algorithm__first_order=False)
    assert told(first, second) == ["same · first_order on", "same · first_order off"]
    clipped, free = asked(outer__clip_gradient=10.0), asked(outer__clip_gradient=None)
    assert told(clipped, free) == ["same · clip_gradient 10", "same · clip_gradient not clipped"]


def test_an_algorithm_tells_by_itself_and_not_by_what_it_brings() -> None:
    assert told(asked(algorithm__kind="maml"), asked(algorithm__kind="reptile")) == ["same · maml", "same · reptile"]
    both = [asked(algorithm__kind="maml"), asked(algorithm__kind="reptile")]
    assert varied(both) == ["algorithm.kind"]


def test_of_many_settings_three_are_told() -> None:
    many = asked(algorithm__inner_lr=0.4, outer__lr=0.1, outer__iterations=7, outer__meta_batch_size=3)
    assert told(asked(), many)[1].count(",") == 3
    assert told(asked(), many)[1].endswith(", …")


def test_names_and_how_a_run_is_computed_do_not_tell() -> None:
    one, other = asked(name="a", sweep="b"), asked(compute__workers=2, evaluation__every=7)
    assert told(one, other) == ["same", "same"]
