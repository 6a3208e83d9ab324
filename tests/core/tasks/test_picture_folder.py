"""Pictures of one's own: small folders made here, and real photographs where they are."""

import os
import shutil
import sys
import unicodedata
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.places import Places
from core.tasks import picture_files
from core.tasks.picture_folder import PictureFolderSettings, PictureFolderTasks
from core.tasks.task import SPLITS, DataError, Notice, Progress

EACH = 6  # pictures of a class
SIDE = 8


def picture(path: Path, shade: int, size: tuple[int, int] = (10, 10)) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, (shade, 255 - shade, 7)).save(path)


def made(folder: Path, classes: list[str], each: int = EACH, first: int = 0) -> Path:
    """Pictures of one shade each: that of their place among all of them, so that pixels say which picture it is."""
    for number, name in enumerate(classes):
        for place in range(each):
            picture(folder / name / f"{place}.png", first + number * each + place)
    return folder


def opening(places: Places, folder: Path | str, **chosen: Any) -> Any:
    wishes = {"ways": 2, "shots": 2, "queries": 3, "side": SIDE, **chosen}
    return PictureFolderTasks.open(PictureFolderSettings(folder=str(folder), **wishes), 0, places)


def messages(reports: list[Any]) -> list[str]:
    return [report.message for report in reports if isinstance(report, Notice)]


CLASSES = [f"class {letter}" for letter in "abcdefghij"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path / "mine", CLASSES)


# -- classes and pictures ---------------------------------------------------------------------------------------------


def test_each_folder_is_a_class_with_its_pictures_in_colour(places: Places, folder: Path, finish: Any) -> None:
    source, reports = finish(opening(places, folder))
    known = source.image_set
    assert list(known.names) == CLASSES
    assert known.images.shape == (60, 3, SIDE, SIDE)
    assert known.images.dtype == np.uint8
    assert known.images[:, 0, 4, 4].tolist() == list(range(60))
    assert known.images[:, 1, 4, 4].tolist() == [255 - shade for shade in range(60)]
    assert source.input_shape == (3, SIDE, SIDE)
    assert messages(reports) == []
    assert any(isinstance(report, Progress) and report.total == 60 for report in reports)


def test_a_task_holds_pictures_of_its_classes_as_numbers_from_0_to_1(places: Places, folder: Path, finish: Any) -> None:
    source, _ = finish(opening(places, folder))
    batch = source.sample("train", range(20))
    assert batch.support_x.shape == (20, 4, 3, SIDE, SIDE)
    shades = np.rint(batch.support_x.numpy()[:, :, 0, 0, 0] * 255).astype(int)
    drawn = {CLASSES[number] for number in set((shades // EACH).ravel().tolist())}
    assert drawn == set(source.classes["train"])


def test_grey_pictures_have_one_channel(places: Places, folder: Path, finish: Any) -> None:
    source, _ = finish(opening(places, folder, colour=False))
    assert source.input_shape == (1, SIDE, SIDE)
    assert source.sample("test", range(2)).query_x.shape == (2, 6, 1, SIDE, SIDE)


def test_the_folder_around_the_folders_of_classes_will_do(places: Places, folder: Path, finish: Any) -> None:
    source, _ = finish(opening(places, folder.parent))
    assert list(source.image_set.names) == CLASSES


def test_a_stray_picture_does_not_hide_the_folder_around_the_classes(places: Places, folder: Path, finish: Any) -> None:
    picture(folder.parent / "stray.png", 3)
    source, reports = finish(opening(places, folder.parent))
    assert list(source.image_set.names) == CLASSES
    assert "stray.png (is in no folder of a class)" in messages(reports)[0]
    picture(folder / "loose.png", 4)  # inside, too
    source, reports = finish(opening(places, folder.parent))
    assert list(source.image_set.names) == CLASSES
    assert "mine/loose.png" in messages(reports)[0]


def test_a_stray_picture_does_not_hide_folders_of_splits(places: Places, tmp_path: Path, finish: Any) -> None:
    for name, classes in (("train", CLASSES[:5]), ("val", CLASSES[5:8]), ("test", CLASSES[8:])):
        made(tmp_path / "all" / "mine" / name, classes)
    picture(tmp_path / "all" / "stray.png", 3)
    source, _ = finish(opening(places, tmp_path / "all"))
    assert source.classes == {"train": CLASSES[:5], "validation": CLASSES[5:8], "test": CLASSES[8:]}


def test_one_class_is_named_and_no_impossible_number_of_ways_advised(
    places: Places, tmp_path: Path, finish: Any
) -> None:
    made(tmp_path / "all", ["photos"])
    picture(tmp_path / "all" / "photos" / "more" / "x.png", 200)
    picture(tmp_path / "all" / "stray.png", 3)
    with pytest.raises(DataError, match=r"1 class is too few.*Only the folder 'photos' was taken for a class") as said:
        finish(opening(places, tmp_path / "all"))
    assert "ways, at most" not in str(said.value)


def test_folders_within_a_class_belong_to_it(places: Places, folder: Path, finish: Any) -> None:
    picture(folder / CLASSES[0] / "more" / "x.png", 200)
    source, _ = finish(opening(places, folder))
    assert source.image_set.sizes[0] == EACH + 1


def test_what_is_not_used_is_named(places: Places, folder: Path, finish: Any) -> None:
    (folder / CLASSES[0] / "broken.jpg").write_bytes(b"\xff\xd8 no picture")
    (folder / CLASSES[0] / "notes.txt").write_text("x")
    (folder / CLASSES[1] / "IMG_1.HEIC").write_bytes(b"x")
    (folder / CLASSES[1] / ".DS_Store").write_bytes(b"x")
    (folder / "README.txt").write_text("beside the classes, and no reason to say anything")
    (folder / "nothing here").mkdir()
    picture(folder / "lost.png", 3)
    shutil.copy(folder / CLASSES[2] / "0.png", folder / CLASSES[3] / "copy.png")
    source, reports = finish(opening(places, folder))
    told = "\n".join(messages(reports))
    assert f"{CLASSES[0]}/broken.jpg (is no JPEG" in told
    assert "lost.png (is in no folder of a class)" in told
    assert ".txt (1), .heic (1)" in told
    assert "Folders without a picture, which are no classes: nothing here" in told
    assert f"there twice, and used both times: {CLASSES[2]}/0.png and {CLASSES[3]}/copy.png" in told
    assert "DS_Store" not in told
    assert source.image_set.sizes.tolist() == [6, 6, 6, 7, 6, 6, 6, 6, 6, 6]


def test_names_in_any_script_are_the_same_on_every_system(places: Places, tmp_path: Path, finish: Any) -> None:
    names = ["Äpfel", "数字", "крот", "été", "emoji 🐌", "o'clock"]
    one, other = tmp_path / "one", tmp_path / "other"
    made(one, [unicodedata.normalize("NFC", name) for name in names])
    made(other, [unicodedata.normalize("NFD", name) for name in names])  # as macOS writes them
    splits = [finish(opening(places, folder))[0].classes for folder in (one, other)]
    assert splits[0] == splits[1]
    assert sorted(name for part in splits[0].values() for name in part) == sorted(names)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_no_utf8_can_still_be_written_down(places: Places, folder: Path, finish: Any) -> None:
    broken = os.fsencode(folder) + b"/caf\xe9"
    os.mkdir(broken)
    for place in range(EACH):
        shutil.copy(folder / CLASSES[0] / "0.png", os.path.join(broken, b"\xe9%d.png" % place))
    source, reports = finish(opening(places, folder))
    assert "caf�" in source.image_set.names
    "\n".join([*messages(reports), *source.image_set.names]).encode("utf-8")


# -- what is kept -----------------------------------------------------------------------------------------------------


def test_small_pictures_are_kept_until_a_file_changes(
    places: Places, folder: Path, finish: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / CLASSES[0] / "broken.png").write_bytes(b"x")
    read: list[bytes] = []
    real = picture_files.squared
    monkeypatch.setattr(picture_files, "squared", lambda data, *how: read.append(data) or real(data, *how))
    first, reports = finish(opening(places, folder))
    assert len(read) == 61
    again, other_reports = finish(opening(places, folder, ways=3))
    assert len(read) == 61
    assert (again.image_set.images == first.image_set.images).all()
    assert messages(other_reports) == messages(reports) != []
    picture(folder / CLASSES[4] / "0.png", 250)
    changed, _ = finish(opening(places, folder))
    assert len(read) == 122
    assert changed.image_set.images[4 * EACH, 0, 0, 0] == 250
    (folder / CLASSES[4] / "0.png").unlink()
    assert finish(opening(places, folder))[0].image_set.sizes[4] == EACH - 1
    assert len(list(places.cache.glob("*.npy"))) == 1  # one for a folder, whatever happened to it


def test_another_size_is_kept_beside_the_first(places: Places, folder: Path, finish: Any) -> None:
    for side, colour in ((8, True), (12, True), (8, False), (8, True)):
        source, _ = finish(opening(places, folder, side=side, colour=colour))
        assert source.input_shape == (3 if colour else 1, side, side)
    assert len(list(places.cache.glob("*.npy"))) == 3


@pytest.mark.parametrize("harm", ["pixels", "facts"])
def test_a_damaged_cache_is_made_anew_with_a_notice(places: Places, folder: Path, finish: Any, harm: str) -> None:
    first, _ = finish(opening(places, folder))
    (kept,) = places.cache.glob("*.npy" if harm == "pixels" else "*.json")
    text = kept.read_bytes()
    kept.write_bytes(text[:-1] + b"\x55" if harm == "pixels" else text.replace(b'"starts": [0', b'"starts": [1, 0'))
    again, reports = finish(opening(places, folder))
    assert "was damaged" in messages(reports)[0]
    assert (again.image_set.images == first.image_set.images).all()


# -- splits -----------------------------------------------------------------------------------------------------------


def test_classes_are_dealt_out_by_their_names_alone(places: Places, tmp_path: Path, finish: Any) -> None:
    names = [f"animal {number}" for number in range(50)]
    one = finish(opening(places, made(tmp_path / "one", names, each=5)))[0]
    other = finish(opening(places, made(tmp_path / "other", names[::-1], each=7)))[0]
    assert one.classes == other.classes
    assert {split: len(found) for split, found in one.classes.items()} == {"train": 32, "validation": 8, "test": 10}
    assert sorted(name for part in one.classes.values() for name in part) == sorted(names)
    reseeded = finish(opening(places, tmp_path / "one", split_seed=1))[0]
    assert reseeded.classes != one.classes
    # One class more moves few others: at most the one at each edge between two splits, and itself.
    picture(tmp_path / "one" / "newcomer" / "0.png", 1)
    for place in range(1, 5):
        picture(tmp_path / "one" / "newcomer" / f"{place}.png", place)
    more = finish(opening(places, tmp_path / "one"))[0]
    moved = [name for split in SPLITS for name in one.classes[split] if name not in more.classes[split]]
    assert len(moved) <= 2


def test_every_split_has_as_many_classes_as_a_task(places: Places, folder: Path, finish: Any) -> None:
    for ways, sizes in ((2, [6, 2, 2]), (3, [4, 3, 3])):
        source, _ = finish(opening(places, folder, ways=ways))
        assert [len(source.classes[split]) for split in SPLITS] == sizes
    with pytest.raises(DataError, match=r"10 classes are too few for tasks of 4 .*12 are needed \(4 for .*at most 3"):
        finish(opening(places, folder, ways=4))
    turned, _ = finish(opening(places, folder, ways=4, rotations="classes"))
    assert min(len(turned.classes[split]) for split in SPLITS) >= 1


def test_the_number_of_classes_held_out_can_be_said(places: Places, folder: Path, finish: Any) -> None:
    source, _ = finish(opening(places, folder, validation_classes=4, test_classes=2))
    assert [len(source.classes[split]) for split in SPLITS] == [4, 4, 2]
    with pytest.raises(DataError, match=r"10 classes are too few.* 13 are needed \(2 for train, 9 for validation, 2"):
        finish(opening(places, folder, validation_classes=9))


def test_classes_with_too_few_pictures_are_named_and_not_used(places: Places, folder: Path, finish: Any) -> None:
    for name in CLASSES[:2]:
        (folder / name / "0.png").unlink()
    (folder / CLASSES[0] / "1.png").unlink()
    source, reports = finish(opening(places, folder))
    (told,) = messages(reports)
    assert told.endswith(f"the 5 pictures that a task asks for (shots 2, queries 3), left out: {CLASSES[0]} (4)")
    used = [name for part in source.classes.values() for name in part]
    assert sorted(used) == CLASSES[1:]
    with pytest.raises(DataError, match=rf"0 classes are too few.*fewer than the 7 pictures.*{CLASSES[0]} \(4\)"):
        finish(opening(places, folder, train_shots=4))


@pytest.mark.parametrize("names", [("train", "val", "test"), ("Training", "validation", "TEST")])
def test_folders_of_splits_are_followed(places: Places, tmp_path: Path, finish: Any, names: tuple[str, ...]) -> None:
    for number, (name, classes) in enumerate(zip(names, (CLASSES[:5], CLASSES[5:8], CLASSES[8:]), strict=True)):
        made(tmp_path / "mine" / name, classes, first=60 * number)
    (tmp_path / "mine" / names[0] / "empty").mkdir()
    source, reports = finish(opening(places, tmp_path / "mine"))
    assert source.classes == {"train": CLASSES[:5], "validation": CLASSES[5:8], "test": CLASSES[8:]}
    assert messages(reports) == [f"Folders without a picture, which are no classes: {names[0]}/empty"]
    with pytest.raises(DataError, match=r"3 classes asked for in a test task; 2 of its 2 have enough pictures"):
        finish(opening(places, tmp_path / "mine", ways=3))
    dealt, _ = finish(opening(places, tmp_path / "mine", split="dealt", ways=3))
    assert sorted(name for part in dealt.classes.values() for name in part) == CLASSES


def test_a_class_in_two_splits_is_refused_or_put_together(places: Places, tmp_path: Path, finish: Any) -> None:
    """The usual layout of an ordinary classifier: the same classes for training and for the test."""
    for split in ("train", "val", "test"):
        made(tmp_path / split, CLASSES, each=2, first={"train": 0, "val": 100, "test": 200}[split])
    with pytest.raises(DataError, match=r"class 'class a' is in train and in validation.*dataset\.split to dealt"):
        finish(opening(places, tmp_path, shots=1, queries=1))
    source, _ = finish(opening(places, tmp_path, split="dealt"))
    assert source.image_set.sizes.tolist() == [6] * 10
    shutil.rmtree(tmp_path / "val")
    with pytest.raises(DataError, match="has classes for train and test, and none for validation"):
        finish(opening(places, tmp_path))


def test_lists_of_classes_are_followed(places: Places, folder: Path, finish: Any) -> None:
    lists = {"train": CLASSES[:4], "val": CLASSES[4:6], "test": CLASSES[6:9]}
    for name, classes in lists.items():
        (folder / f"{name}.txt").write_text("\n".join(classes) + "\n\n", encoding="utf-8-sig")
    source, reports = finish(opening(places, folder))
    assert source.classes == {"train": CLASSES[:4], "validation": CLASSES[4:6], "test": CLASSES[6:9]}
    assert messages(reports) == [f"Classes that are in no list, and not used: {CLASSES[9]}"]
    assert finish(opening(places, folder, split="dealt"))[0].classes != source.classes
    (folder / "test.txt").write_text("class z")
    with pytest.raises(DataError, match="name classes that have no pictures there: class z"):
        finish(opening(places, folder))
    (folder / "test.txt").unlink()
    with pytest.raises(DataError, match="none for test"):
        finish(opening(places, folder))
    (folder / "test.txt").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(DataError, match=r"test\.txt cannot be read as a list"):
        finish(opening(places, folder))


@pytest.mark.parametrize("names", [("val", "validation"), ("train", "training")])
def test_two_lists_of_one_split_are_refused(places: Places, folder: Path, finish: Any, names: tuple[str, str]) -> None:
    for name, classes in (("train", CLASSES[:4]), ("val", CLASSES[4:6]), ("test", CLASSES[6:9])):
        (folder / f"{name}.txt").write_text("\n".join(classes), encoding="utf-8")
    (folder / f"{names[1]}.txt").write_text(CLASSES[9], encoding="utf-8")
    with pytest.raises(DataError, match=rf"two lists for .*{names[0]}\.txt and {names[1]}\.txt; keep one"):
        finish(opening(places, folder))


def test_lists_beside_folders_of_splits_are_refused(places: Places, tmp_path: Path, finish: Any) -> None:
    for name, classes in (("train", CLASSES[:5]), ("val", CLASSES[5:8]), ("test", CLASSES[8:])):
        made(tmp_path / "mine" / name, classes)
    (tmp_path / "mine" / "test.txt").write_text(CLASSES[0], encoding="utf-8")
    with pytest.raises(DataError, match=r"says twice .*folders for train and validation and test, .*lists for test"):
        finish(opening(places, tmp_path / "mine"))
    finish(opening(places, tmp_path / "mine", split="dealt"))


def test_a_class_called_train_is_no_split(places: Places, tmp_path: Path, finish: Any) -> None:
    made(tmp_path / "mine", ["bus", "car", "plane", "ship", "test", "train"])
    source, _ = finish(opening(places, tmp_path / "mine"))
    assert list(source.image_set.names) == ["bus", "car", "plane", "ship", "test", "train"]


# -- what cannot be used ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("folder", "message"),
    [
        ("", r"dataset\.folder: choose the folder"),
        ("nowhere at all", "there is no folder nowhere at all; choose"),
        ("~nobody-of-that-name/x", "there is no folder ~nobody"),
        ("a\0b", "there is no folder a"),
    ],
)
def test_a_folder_must_be_chosen(places: Places, finish: Any, folder: str, message: str) -> None:
    (problem,) = PictureFolderSettings(folder=folder).problems()
    assert problem.path == "dataset.folder"
    with pytest.raises(DataError, match=message):
        finish(opening(places, folder))


def test_a_folder_without_pictures_says_what_it_should_hold(places: Places, tmp_path: Path, finish: Any) -> None:
    with pytest.raises(DataError, match=r"has no folders with pictures .*one folder for each class"):
        finish(opening(places, tmp_path))
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.heic").write_bytes(b"x")
    with pytest.raises(DataError, match=r"Files that are not read: \.heic \(1\)") as said:
        finish(opening(places, tmp_path))
    assert str(said.value).count(".webp") == 1
    (tmp_path / "a" / "x.png").write_bytes(b"x")
    with pytest.raises(DataError, match=r"no picture in .* can be read.*a/x\.png \(is no JPEG"):
        finish(opening(places, tmp_path))


# -- real photographs -------------------------------------------------------------------------------------------------


def test_real_photographs_of_hand_signs(places: Places, real_data: Path, finish: Any) -> None:
    folder = real_data / "hand_signs"
    if not folder.is_dir():
        pytest.skip(f"needs the photographs of hand signs; {folder} is not there")
    source, reports = finish(opening(places, folder, ways=3, side=32))
    assert source.image_set.images.shape == (803, 3, 32, 32)
    assert list(source.image_set.names) == [str(digit) for digit in range(10)]
    assert messages(reports) == []
    # The three of 3024 × 3024 are no outliers among the others of their class.
    of_seven = source.image_set.images[source.image_set.starts[7] : source.image_set.starts[8]].astype(float)
    brightness = of_seven.mean((1, 2, 3))
    assert of_seven.shape[0] == 83
    assert brightness.min() > 40
    assert brightness.std() < 40
