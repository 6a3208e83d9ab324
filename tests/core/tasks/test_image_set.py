"""Episodes from pictures in classes."""

from typing import Any, Literal

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.tasks.image_set import EpisodeSource, ImageSet, ImageSetSettings, seeded_split, shape_problems
from core.tasks.task import DataError, TaskSource

SIZE = 6
CLASS_SIZES = np.array([8, 9, 10, 11, 12, 8, 9, 10, 11, 12, 8, 9, 10, 11, 12, 8, 9, 10])


class Numbered(ImageSetSettings):
    """Pictures whose pixels say which class and which picture they are."""

    kind: Literal["numbered"] = "numbered"


class NumberedTasks(EpisodeSource):
    @classmethod
    def open(cls, settings: Any, seed: int, places: Any) -> Any:
        raise NotImplementedError("these tests hand the pictures over themselves")


def numbered(width: int = SIZE) -> ImageSet:
    """Pixel (0, 0) is the class, pixel (0, 1) the picture; the rest tells the four quarter turns apart."""
    starts = np.concatenate([[0], np.cumsum(CLASS_SIZES)])
    images = np.zeros((starts[-1], SIZE, width), np.uint8)
    for number, size in enumerate(CLASS_SIZES):
        for picture in range(size):
            images[starts[number] + picture, 0, :3] = number, picture, 255
    return ImageSet(images, starts, [f"class {number}" for number in range(len(CLASS_SIZES))])


SPLIT = {"train": np.arange(0, 8), "validation": np.arange(8, 13), "test": np.arange(13, 18)}


def source(seed: int = 0, **chosen: Any) -> NumberedTasks:
    return NumberedTasks(Numbered(**{"ways": 3, "shots": 2, "queries": 3, **chosen}), seed, numbered(), SPLIT)


def labels(x: Any) -> np.ndarray[Any, Any]:
    """(class, picture) of upright pictures [..., 1, H, W], read from their pixels."""
    return np.rint(x.numpy()[..., 0, 0, :2] * 255).astype(int)


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    split=st.sampled_from(["train", "validation", "test"]),
    start=st.integers(0, 10**6),
    tasks=st.integers(1, 5),
    rotations=st.sampled_from(["none", "classes", "classes_in_training", "random"]),
)
def test_a_task_is_a_pure_function_of_seed_split_and_number(
    seed: int, split: str, start: int, tasks: int, rotations: str
) -> None:
    together = source(seed, rotations=rotations).sample(split, range(start, start + tasks), noise=3)
    for place in range(tasks):
        task = start + place
        alone = source(seed, rotations=rotations).sample(split, range(task, task + 1), noise=3)
        for whole, single in zip(together, alone, strict=True):
            assert (whole[place] == single[0]).all()


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), split=st.sampled_from(["train", "validation", "test"]))
def test_classes_are_distinct_and_of_the_split_and_support_and_query_are_disjoint(seed: int, split: str) -> None:
    batch = source(seed).sample(split, range(4))
    assert batch.support_x.shape == (4, 6, 1, SIZE, SIZE)
    assert batch.query_x.shape == (4, 9, 1, SIZE, SIZE)
    for task in range(4):
        support, query = labels(batch.support_x[task]), labels(batch.query_x[task])
        class_of = {}
        for pictures, ways in ((support, batch.support_y[task]), (query, batch.query_y[task])):
            for (number, _), way in zip(pictures.tolist(), ways.tolist(), strict=True):
                assert class_of.setdefault(way, number) == number
        assert sorted(class_of) == [0, 1, 2]
        assert len(set(class_of.values())) == 3
        assert set(class_of.values()) <= set(SPLIT[split].tolist())
        seen = [tuple(row) for row in [*support.tolist(), *query.tolist()]]
        assert len(set(seen)) == len(seen)
        assert all(picture < CLASS_SIZES[number] for number, picture in seen)


def test_every_class_and_every_picture_is_drawn_equally_often() -> None:
    tasks = 6000
    batch = source(ways=2, shots=1, queries=1).sample("train", range(tasks))
    drawn = labels(batch.support_x).reshape(-1, 2)
    counts = np.bincount(drawn[:, 0], minlength=8)[:8]
    expected = 2 * tasks / 8
    assert (abs(counts - expected) < 5 * np.sqrt(expected)).all()
    pictures = np.bincount(drawn[drawn[:, 0] == 4, 1], minlength=12)
    assert len(pictures) == 12
    assert (abs(pictures - counts[4] / 12) < 5 * np.sqrt(counts[4] / 12)).all()


def test_training_may_have_a_shape_of_its_own() -> None:
    tasks = source(train_ways=5, train_shots=1, train_queries=4)
    assert tasks.sample("train", range(2)).support_x.shape[1] == 5
    assert tasks.sample("train", range(2)).query_x.shape[1] == 20
    assert tasks.sample("test", range(2)).support_x.shape[1] == 6


def turns_of(tasks: EpisodeSource, split: str, numbers: range) -> np.ndarray[Any, Any]:
    """The quarter turn of every picture, found by comparing with np.rot90 of the picture it must be."""
    pictures, turns = tasks.choose(split, numbers)
    batch = tasks.sample(split, numbers)
    ways, shots, queries = tasks.settings.shape(split)
    support = batch.support_x.view(len(numbers), ways, shots, SIZE, SIZE).numpy()
    query = batch.query_x.view(len(numbers), ways, queries, SIZE, SIZE).numpy()
    x = np.rint(np.concatenate([support, query], axis=2) * 255)
    for task, way, place in np.ndindex(*pictures.shape):
        upright = numbered().images[pictures[task, way, place]]
        np.testing.assert_array_equal(x[task, way, place], np.rot90(upright, turns[task, way]))
    return turns


def test_random_turns_are_those_of_rot90_and_all_four_occur() -> None:
    assert set(turns_of(source(rotations="random"), "test", range(20)).ravel()) == {0, 1, 2, 3}


def test_colours_are_turned_together() -> None:
    grey = numbered()
    images = np.stack([grey.images, 255 - grey.images, grey.images // 2], axis=1)
    settings = Numbered(ways=3, shots=2, queries=3, rotations="random")
    tasks = NumberedTasks(settings, 0, ImageSet(images, grey.starts, grey.names), SPLIT)
    assert tasks.input_shape == (3, SIZE, SIZE)
    x = tasks.sample("train", range(20)).support_x
    plain = source(rotations="random").sample("train", range(20)).support_x  # the same tasks in grey
    assert torch.equal(x[:, :, :1], plain)
    np.testing.assert_array_equal(np.rint(x[:, :, 1].numpy() * 255), 255 - np.rint(plain[:, :, 0].numpy() * 255))
    np.testing.assert_array_equal(np.rint(x[:, :, 2].numpy() * 255), np.rint(plain[:, :, 0].numpy() * 255) // 2)


def test_turned_classes_are_classes_in_every_split_or_in_training_only() -> None:
    everywhere, in_training = source(rotations="classes"), source(rotations="classes_in_training")
    assert set(turns_of(everywhere, "test", range(20)).ravel()) == {0, 1, 2, 3}
    assert set(turns_of(in_training, "train", range(20)).ravel()) == {0, 1, 2, 3}
    assert set(turns_of(in_training, "test", range(20)).ravel()) == {0}
    assert set(turns_of(source(), "train", range(20)).ravel()) == {0}


@pytest.mark.parametrize("rotations", ["none", "classes", "classes_in_training", "random"])
@pytest.mark.parametrize("split", ["train", "test"])
def test_names_say_class_turn_and_example_of_every_picture(rotations: str, split: str) -> None:
    tasks = source(rotations=rotations)
    pictures, turns = tasks.choose(split, range(7, 8))
    found = tasks.names(split, 7)
    starts = numbered().starts
    for way, name in enumerate(found.classes):
        title, _, turn = name.partition(" (")
        number = int(title.removeprefix("class "))
        numbers = [*found.support[2 * way : 2 * way + 2], *found.query[3 * way : 3 * way + 3]]
        assert [starts[number] + each for each in numbers] == pictures[0, way].tolist()
        turned = Numbered(rotations=rotations).turns_in(split) > 1  # type: ignore[arg-type]
        assert turn == (f"{90 * turns[0, way]}°)" if turned and turns[0, way] else "")


def test_a_source_that_names_nothing_says_so() -> None:
    class Nameless(NumberedTasks):
        names = TaskSource.names

    nameless = Nameless(Numbered(ways=3, shots=2, queries=3), 0, numbered(), SPLIT)
    with pytest.raises(DataError, match="does not say which classes"):
        nameless.names("test", 0)


def test_four_times_as_many_ways_fit_where_turns_are_classes() -> None:
    batch = source(rotations="classes", ways=20).sample("test", range(3))
    pictures = np.rint(batch.support_x[:, ::2].numpy() * 255)  # the first picture of each way
    for task in pictures:
        turned = {tuple(task[way].ravel()) for way in range(20)}
        assert len(turned) == 20


def test_a_class_with_too_few_pictures_is_named() -> None:
    with pytest.raises(
        DataError, match=r"a train task asks for 9 pictures .*shots 5, queries 4\); class 'class 0' has 8"
    ):
        source(shots=5, queries=4)


def test_too_many_ways_name_the_split_and_its_classes() -> None:
    with pytest.raises(DataError, match=r"dataset\.ways: 6 classes asked for in a validation task; the split has 5"):
        source(ways=6)
    with pytest.raises(DataError, match=r"dataset\.train_ways: 9 classes asked for in a train task; the split has 8"):
        source(train_ways=9)


def test_quarter_turns_need_square_pictures() -> None:
    with pytest.raises(DataError, match="7 × 6"):
        NumberedTasks(Numbered(ways=2, shots=1, queries=1, rotations="random"), 0, numbered(width=7), SPLIT)


@settings(deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_a_seeded_split_deals_out_every_class_once(seed: int) -> None:
    split = seeded_split(30, seed, {"train": 17, "validation": 5, "test": 8})
    assert {name: len(part) for name, part in split.items()} == {"train": 17, "validation": 5, "test": 8}
    assert sorted(np.concatenate(list(split.values())).tolist()) == list(range(30))
    again = seeded_split(30, seed, {"train": 17, "validation": 5, "test": 8})
    assert all((split[name] == again[name]).all() for name in split)


def test_static_checks_say_what_opening_the_data_says() -> None:
    classes = {name: len(part) for name, part in SPLIT.items()}
    assert shape_problems(Numbered(ways=5, shots=4, queries=4), classes, 8) == []
    found = shape_problems(Numbered(ways=6, shots=5, queries=4), classes, 8)
    assert [problem.path for problem in found].count("dataset.ways") == 2  # validation and test, not training
    assert [problem.path for problem in found].count("dataset.queries") == 3
    with pytest.raises(DataError) as error:
        source(ways=6)
    assert str(error.value) in [str(problem) for problem in found]


@pytest.mark.parametrize("rotations", ["none", "classes", "random"])
def test_batches_of_all_classes_show_the_class_that_they_name(rotations: str) -> None:
    """Each picture of this set holds the number of its class, in its first row only."""
    images = np.zeros((12, 3, 3), np.uint8)
    starts = np.array([0, 2, 5, 9, 12])
    for c in range(4):
        images[starts[c] : starts[c + 1], 0] = 10 * (c + 1)
    splits = {"train": np.array([1, 2, 3]), "validation": np.array([0]), "test": np.array([0])}
    wanted = Numbered(ways=2, shots=1, queries=1, rotations=rotations).model_copy(update={"ways": 1, "train_ways": 2})
    source = NumberedTasks(wanted, 0, ImageSet(images, starts, list("abcd")), splits)
    turns = 4 if rotations == "classes" else 1
    assert source.training_classes == 3 * turns
    batch = source.sample_all_classes(range(3, 7), 500)
    assert batch.support_x.shape == (4, 0, 1, 3, 3)
    assert batch.query_x.shape == (4, 500, 1, 3, 3)
    assert batch.classes.shape == (4, 3 * turns)
    shown = (batch.query_x.amax((2, 3, 4)) * 255).round().long() // 10 - 1
    assert torch.equal(shown, torch.from_numpy(splits["train"])[batch.query_y // turns])
    assert set(batch.query_y.flatten().tolist()) == set(range(3 * turns))
    upright = batch.query_x[:, :, 0, 0].amin(-1) > 0
    if rotations == "none":
        assert bool(upright.all())
    if rotations == "classes":
        assert torch.equal(upright, batch.query_y % 4 == 0)
    again = source.sample_all_classes(range(5, 6), 500)
    assert torch.equal(again.query_x[0], batch.query_x[2])
    assert torch.equal(again.query_y[0], batch.query_y[2])
