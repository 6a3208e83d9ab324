"""The character set that the program draws itself."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.places import Places
from core.tasks.glyphs import GlyphsSettings, GlyphTasks, draw_font
from core.tasks.task import DataError, Notice

Images = np.ndarray[Any, Any]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Places:
    home = tmp_path_factory.mktemp("glyphs")
    return Places(home=home, runs=home / "runs", data=home / "data", cache=home / "cache")


@pytest.fixture(scope="module")
def source(home: Places, finish: Any) -> GlyphTasks:
    opened, _ = finish(GlyphTasks.open(GlyphsSettings(), 0, home))
    assert isinstance(opened, GlyphTasks)
    return opened


@pytest.fixture(scope="module")
def images(source: GlyphTasks) -> Images:
    return source.image_set.images.reshape(1200, 20, 28, 28)


def kept(places: Places) -> Path:
    (path,) = places.cache.glob("glyphs-*.npy")
    return path


def test_the_set_is_as_large_as_it_says(source: GlyphTasks) -> None:
    assert source.image_set.images.shape == (24_000, 28, 28)
    assert source.image_set.images.dtype == np.uint8
    assert set(source.image_set.sizes) == {20}
    assert {split: len(names) for split, names in source.classes.items()} == {
        "train": 800, "validation": 200, "test": 200,
    }  # fmt: skip
    every = [name for names in source.classes.values() for name in names]
    assert sorted(every) == [f"glyph-{number:04d}" for number in range(1200)]


def test_ink_is_on_paper_in_every_picture_and_rarely_at_its_edge(images: Images) -> None:
    assert (images.max(axis=(2, 3)) > 150).all()
    inked = (images > 127).mean(axis=(2, 3))
    assert inked.min() > 0.005
    assert inked.max() < 0.5
    edge = np.concatenate([images[..., 0, :], images[..., -1, :], images[..., :, 0], images[..., :, -1]], axis=-1)
    assert (edge.max(axis=-1) > 127).mean() < 0.2


def test_no_two_pictures_are_the_same(images: Images) -> None:
    assert len({picture.tobytes() for picture in images.reshape(-1, 784)}) == 24_000


def test_few_shot_classification_is_neither_trivial_nor_impossible(images: Images) -> None:
    """The nearest mean of raw pixels does better than chance by far, and is far from perfect."""
    flat = images.reshape(1200, 20, 784).astype(np.float64)
    random = np.random.default_rng(0)
    right = []
    for _ in range(200):
        chosen = flat[random.choice(1200, 5, replace=False)]
        distance = ((chosen[:, None, 10:] - chosen[None, :, :1]) ** 2).sum(axis=-1)  # [class, prototype, query]
        right.append((distance.argmin(axis=1) == np.arange(5)[:, None]).mean())
    assert 0.35 < np.mean(right) < 0.75


def test_two_hands_are_nearer_than_two_characters(images: Images) -> None:
    flat = images.reshape(1200, 20, 784).astype(np.float64)
    same = np.linalg.norm(flat[:, 0] - flat[:, 1], axis=-1).mean()
    other = np.linalg.norm(flat[:, 0] - np.roll(flat[:, 1], 1, axis=0), axis=-1).mean()
    assert same < 0.95 * other


def test_the_font_decides_pictures_and_split_and_the_seed_decides_tasks(
    source: GlyphTasks, home: Places, finish: Any
) -> None:
    other_seed, _ = finish(GlyphTasks.open(GlyphsSettings(), 1, home))
    assert other_seed.classes == source.classes
    assert (other_seed.image_set.images == source.image_set.images).all()
    assert (other_seed.sample("test", range(3)).query_x != source.sample("test", range(3)).query_x).any()
    other_font, _ = finish(draw_font(1))
    assert (other_font != source.image_set.images).any()


def test_what_was_kept_is_read_and_what_was_damaged_is_drawn_anew_with_a_notice(
    source: GlyphTasks, home: Places, finish: Any
) -> None:
    whole = kept(home).read_bytes()
    again, reports = finish(GlyphTasks.open(GlyphsSettings(), 0, home))
    assert reports == []  # nothing was drawn
    for damage in (whole[:1000], b"", whole[:-1] + bytes([whole[-1] ^ 1]), b"\x80\x04not an array"):
        kept(home).write_bytes(damage)
        again, reports = finish(GlyphTasks.open(GlyphsSettings(), 0, home))
        assert [report for report in reports if isinstance(report, Notice) and "damaged" in report.message]
        assert (again.image_set.images == source.image_set.images).all()
        assert kept(home).read_bytes() == whole


def test_a_cache_without_its_facts_is_not_trusted(source: GlyphTasks, home: Places, finish: Any) -> None:
    kept(home).with_suffix(".json").unlink()
    _, reports = finish(GlyphTasks.open(GlyphsSettings(), 0, home))
    assert [report for report in reports if isinstance(report, Notice)]
    assert sorted(file.suffix for file in home.cache.iterdir()) == [".json", ".npy"]


def test_leaving_while_drawing_leaves_nothing_behind(places: Places) -> None:
    steps = GlyphTasks.open(GlyphsSettings(), 0, places)
    first, second = next(steps), next(steps)
    assert (first.done, first.total) == (0, 24_000)
    assert 0 < second.done < 24_000
    steps.close()
    assert not places.cache.exists()


def test_a_cache_that_cannot_be_written_is_a_notice(places: Places, finish: Any) -> None:
    places.home.mkdir()
    places.cache.write_text("a file where the folder should be")
    source, reports = finish(GlyphTasks.open(GlyphsSettings(), 0, places))
    assert len(source.image_set.images) == 24_000
    assert [report for report in reports if isinstance(report, Notice) and "could not be kept" in report.message]


def test_impossible_tasks_are_known_before_anything_is_drawn(source: GlyphTasks, home: Places, finish: Any) -> None:
    assert GlyphsSettings(ways=200, shots=5, queries=15).problems() == []
    assert GlyphsSettings(ways=800, rotations="classes").problems() == []
    for impossible in (
        GlyphsSettings(ways=201),
        GlyphsSettings(shots=6),
        GlyphsSettings(train_ways=801),
        GlyphsSettings(ways=801, rotations="classes"),
        GlyphsSettings(ways=801, rotations="classes_in_training"),
        GlyphsSettings(train_shots=10, train_queries=11),
    ):
        found = impossible.problems()
        assert found
        with pytest.raises(DataError) as error:
            finish(GlyphTasks.open(impossible, 0, home))
        assert str(error.value).split(";")[0] == str(found[0]).split(";")[0]
    assert [str(problem) for problem in GlyphsSettings(train_ways=801).problems()] == [
        "dataset.train_ways: 801 classes asked for in a train task; the split has 800"
    ]
    assert {problem.path for problem in GlyphsSettings(shots=6).problems()} == {"dataset.queries"}
