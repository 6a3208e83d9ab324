"""mini-ImageNet in the layouts in which it is handed round, made of tiny pictures."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from core.places import Places
from core.tasks.mini_imagenet import CLASSES, MiniImageNetSettings, MiniImageNetTasks
from core.tasks.task import SPLITS, DataError, Notice

EACH = 2
ALL = [name for names in CLASSES.values() for name in names]


def opening(places: Places, folder: Path | str, **chosen: Any) -> Any:
    settings = MiniImageNetSettings(folder=str(folder), **{"ways": 5, "queries": 1, **chosen})
    return MiniImageNetTasks.open(settings, 0, places)


def messages(reports: list[Any]) -> list[str]:
    return [report.message for report in reports if isinstance(report, Notice)]


def shaded(path: Path, number: int, place: int) -> None:
    """A picture as red as the number of its class."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (84, 84), (number, 0, 50 * place)).save(path, quality=95)


def in_folders(root: Path, each: int = EACH) -> Path:
    for number, name in enumerate(ALL):
        for place in range(each):
            shaded(root / name / f"{name}_{place}.JPEG", number, place)
    return root


def flat(root: Path, each: int = EACH) -> Path:
    for number, name in enumerate(ALL):
        for place in range(each):
            shaded(root / "images" / f"{name}{place:08d}.jpg", number, place)
    return root


def write_lists(root: Path, places: range) -> None:
    for split, name in (("train", "train"), ("validation", "val"), ("test", "test")):
        with (root / f"{name}.csv").open("w", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["filename", "label"])
            rows.writerows([f"{label}{place:08d}.jpg", label] for label in CLASSES[split] for place in places)


def test_the_split_is_that_of_ravi_and_larochelle(real_data: Path) -> None:
    """Against the lists of another program (pytorch-meta)."""
    folder = real_data / "class_splits" / "miniimagenet"
    if not folder.is_dir():
        pytest.skip(f"needs the class lists; {folder} is not there")
    for split, name in (("train", "train"), ("validation", "val"), ("test", "test")):
        assert sorted(CLASSES[split]) == sorted(json.loads((folder / f"{name}.json").read_text()))


def test_the_split_has_64_16_and_20_classes() -> None:
    assert [len(CLASSES[split]) for split in SPLITS] == [64, 16, 20]
    assert len(set(ALL)) == 100


@pytest.mark.parametrize("layout", ["folders", "folders of splits", "flat", "flat with lists"])
def test_every_usual_layout_gives_the_same_classes(places: Places, tmp_path: Path, finish: Any, layout: str) -> None:
    if layout == "folders of splits":
        for split, name in (("train", "train"), ("validation", "val"), ("test", "test")):
            for label in CLASSES[split]:
                for place in range(EACH):
                    shaded(tmp_path / name / label / f"{place}.jpg", ALL.index(label), place)
    elif layout == "folders":
        in_folders(tmp_path)
    else:
        flat(tmp_path)
        if layout == "flat with lists":
            write_lists(tmp_path, range(EACH))
    source, reports = finish(opening(places, tmp_path))
    assert {split: sorted(names) for split, names in source.classes.items()} == {
        split: sorted(names) for split, names in CLASSES.items()
    }
    assert source.input_shape == (3, 84, 84)
    assert len(source.image_set.images) == 200
    reds = source.image_set.images[::EACH, 0, 40, 40].astype(int)
    assert all(abs(red - ALL.index(name)) <= 2 for red, name in zip(reds, source.image_set.names, strict=True))
    told = messages(reports)[-1]
    assert told.startswith("Classes with fewer than the 600 pictures of mini-ImageNet: n01532829 (2), ")
    assert told.endswith("and 80 more")
    assert source.sample("test", range(3)).support_x.shape == (3, 5, 3, 84, 84)


def test_lists_choose_the_pictures(places: Places, tmp_path: Path, finish: Any) -> None:
    flat(tmp_path, each=3)
    write_lists(tmp_path, range(1, 4))
    source, reports = finish(opening(places, tmp_path))
    assert set(source.image_set.sizes) == {2}
    assert "100 pictures were left out" in messages(reports)[0]
    assert ": n0153282900000003.jpg, " in messages(reports)[0]
    assert messages(reports)[0].endswith(" (is in a list, and not there)")


def test_missing_classes_are_named(places: Places, tmp_path: Path, finish: Any) -> None:
    in_folders(tmp_path)
    for name in ("n01532829", "n07613480"):
        (tmp_path / name).rename(tmp_path / f"old {name}")
    with pytest.raises(DataError, match="no pictures of 2 of the 100 classes of mini-ImageNet: n01532829, n07613480"):
        finish(opening(places, tmp_path))
    (tmp_path / "empty").mkdir()
    with pytest.raises(DataError, match=r"has no pictures of mini-ImageNet\. It should hold"):
        finish(opening(places, tmp_path / "empty"))


def test_lists_of_another_split_are_refused(places: Places, tmp_path: Path, finish: Any) -> None:
    flat(tmp_path)
    write_lists(tmp_path, range(EACH))
    (tmp_path / "test.csv").rename(tmp_path / "val.csv")
    with pytest.raises(DataError, match=r"val\.csv has classes that are not for validation .*n01930112"):
        finish(opening(places, tmp_path))
    (tmp_path / "val.csv").write_text("picture;class\n")
    with pytest.raises(DataError, match=r"val\.csv should have the columns filename and label"):
        finish(opening(places, tmp_path))


def test_of_all_of_imagenet_the_first_600_pictures_of_a_class_are_used(
    places: Places, tmp_path: Path, finish: Any
) -> None:
    in_folders(tmp_path)
    for place in range(10, 620):
        (tmp_path / ALL[0] / f"{ALL[0]}_{place}.JPEG").hardlink_to(tmp_path / ALL[0] / f"{ALL[0]}_0.JPEG")
    source, reports = finish(opening(places, tmp_path))
    assert source.image_set.sizes[list(source.image_set.names).index(ALL[0])] == 600
    assert f"the first by name are used: {ALL[0]} (612)" in messages(reports)[0]


def test_pictures_of_another_size_are_stretched_as_the_authors_did(places: Places, tmp_path: Path, finish: Any) -> None:
    in_folders(tmp_path)
    wide = Image.new("RGB", (300, 100), (255, 255, 255))
    wide.paste((0, 0, 0), (0, 0, 100, 100))
    wide.save(tmp_path / ALL[0] / f"{ALL[0]}_0.JPEG")
    source, _ = finish(opening(places, tmp_path))
    pixels = source.image_set.images[source.image_set.starts[list(source.image_set.names).index(ALL[0])], 0]
    assert pixels[:, :26].max() < 10
    assert pixels[:, 30:].min() > 245


def test_tasks_that_the_split_cannot_give_are_said_before_anything_is_read() -> None:
    settings = MiniImageNetSettings(folder=".", ways=20, train_ways=30)
    (problem,) = settings.problems()
    assert "20 classes asked for in a validation task; the split has 16" in str(problem)
    assert [problem.path for problem in MiniImageNetSettings().problems()] == ["dataset.folder"]
