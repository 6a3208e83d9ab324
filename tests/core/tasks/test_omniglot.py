"""Omniglot: small archives made here, and the real ones where they are."""

import hashlib
import io
import os
import zipfile
from collections.abc import Generator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.places import Places
from core.tasks import omniglot
from core.tasks.omniglot import OmniglotSettings, OmniglotTasks, available, check
from core.tasks.omniglot_pictures import BACKGROUND, EVALUATION
from core.tasks.task import DataError, Notice, Progress

ALPHABETS = {
    "images_background": ["Braille", "Greek", "Hebrew", "Korean", "Latin", "Sanskrit", "Tagalog"],
    "images_evaluation": ["Angelic", "Tengwar"],
}


def drawing(number: int, hand: int) -> bytes:
    """A 105 × 105 one-bit PNG as in the official archives: 1 is paper, 0 is ink."""
    pixels = np.ones((105, 105), bool)
    pixels[10 + 3 * hand : 13 + 3 * hand, 5:100] = False
    pixels[5:100, 5 + 4 * number : 9 + 4 * number] = False
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    return file.getvalue()


def members(part: str) -> dict[str, bytes]:
    """Two characters of each alphabet, 20 hands of each."""
    return {
        f"{part}/{alphabet}/character{character:02d}/{place * 2 + character:04d}_{hand + 1:02d}.png": drawing(
            place * 2 + character, hand
        )
        for place, alphabet in enumerate(ALPHABETS[part])
        for character in (1, 2)
        for hand in range(20)
    }


def packed(path: Path, content: dict[str, bytes]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as file:
        for name, data in content.items():
            file.writestr(name, data)
    return path


def unpacked(folder: Path, content: dict[str, bytes]) -> Path:
    for name, data in content.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for part in ALPHABETS:
        packed(tmp_path / "mine" / f"{part}.zip", members(part))
    return tmp_path / "mine"


def opening(places: Places, folder: Path | str = "", split: str = "original", **chosen: Any) -> Any:
    settings = OmniglotSettings(folder=str(folder), split=split, **{"ways": 2, **chosen})
    return OmniglotTasks.open(settings, 0, places)


def messages(reports: list[Any]) -> list[str]:
    return [report.message for report in reports if isinstance(report, Notice)]


# -- the pictures -----------------------------------------------------------------------------------------------------


def test_pictures_are_small_with_ink_on_paper_and_classes_by_alphabet(
    places: Places, folder: Path, finish: Any
) -> None:
    source, reports = finish(opening(places, folder))
    known = source.image_set
    assert known.images.shape == (18 * 20, 28, 28)
    assert list(known.names[:3]) == ["Braille/character01", "Braille/character02", "Greek/character01"]
    assert set(known.sizes) == {20}
    # The third hand of Greek/character01 (number 3): a bar over rows 16 to 18 and one over columns 17 to 20, of 105.
    picture = known.images[known.starts[2] + 2]
    assert np.unravel_index(picture.sum(axis=1).argmax(), (28,)) == (17 * 28 // 105,)
    assert np.unravel_index(picture.sum(axis=0).argmax(), (28,)) == (int(19 * 28 / 105),)
    assert picture[25, 20] == 0  # paper
    assert picture.max() > 200
    assert [r for r in reports if isinstance(r, Progress) and r.what == "Reading Omniglot" and r.total == 360]


def test_unpacked_folders_give_the_same_pictures(places: Places, folder: Path, tmp_path: Path, finish: Any) -> None:
    from_archives, _ = finish(opening(places, folder))
    for part in ALPHABETS:
        unpacked(tmp_path / "tree", members(part))
    from_folders, reports = finish(opening(places, tmp_path / "tree"))
    assert (from_folders.image_set.images == from_archives.image_set.images).all()
    assert list(from_folders.image_set.names) == list(from_archives.image_set.names)
    assert not [message for message in messages(reports) if "official archive" in message and "MD5" in message]


def test_an_archive_that_is_not_the_official_one_is_a_notice(places: Places, folder: Path, finish: Any) -> None:
    _, reports = finish(opening(places, folder))
    told = [message for message in messages(reports) if "MD5" in message]
    assert len(told) == 2
    found = hashlib.md5((folder / "images_background.zip").read_bytes()).hexdigest()
    assert "images_background.zip is not the official archive" in told[0]
    assert found in told[0]
    assert any("Braille (2 characters, officially 26)" in message for message in messages(reports))


def test_what_was_read_is_kept_and_told_again_until_the_files_change(places: Places, folder: Path, finish: Any) -> None:
    first, reports = finish(opening(places, folder))
    again, kept_reports = finish(opening(places, folder))
    assert (again.image_set.images == first.image_set.images).all()
    assert again.classes == first.classes
    assert messages(kept_reports) == messages(reports)
    assert not [report for report in kept_reports if getattr(report, "what", "") == "Reading Omniglot"]
    content = members("images_background")
    del content["images_background/Greek/character01/0003_01.png"]
    packed(folder / "images_background.zip", content)
    changed, reports = finish(opening(places, folder, shots=1, queries=1))
    assert len(changed.image_set.images) == 359
    assert any("Greek/character01 (19)" in message for message in messages(reports))


def test_a_damaged_cache_is_read_anew_with_a_notice(places: Places, folder: Path, finish: Any) -> None:
    first, _ = finish(opening(places, folder))
    (kept,) = places.cache.glob("*.npy")
    kept.write_bytes(kept.read_bytes()[:-1] + b"\x55")
    again, reports = finish(opening(places, folder))
    assert "was damaged" in messages(reports)[0]
    assert (again.image_set.images == first.image_set.images).all()


def test_leaving_while_reading_leaves_nothing_behind(places: Places, folder: Path) -> None:
    steps = opening(places, folder)
    while next(steps).what != "Reading Omniglot":
        pass
    steps.close()
    assert not places.cache.exists()


# -- what is wrong with pictures --------------------------------------------------------------------------------------


def test_damaged_pictures_are_left_out_by_name_and_the_rest_goes_on(places: Places, folder: Path, finish: Any) -> None:
    content = members("images_background")
    damaged = "images_background/Greek/character01/0003_07.png"
    content[damaged] = content[damaged][:60]
    wide = io.BytesIO()
    Image.new("1", (50, 40)).save(wide, "PNG")
    content["images_background/Greek/character02/0004_02.png"] = wide.getvalue()
    content["images_background/readme.png"] = drawing(0, 0)
    content["../outside/character01/0001_01.png"] = drawing(0, 0)
    packed(folder / "images_background.zip", content)
    source, reports = finish(opening(places, folder, shots=1, queries=15))
    told = next(message for message in messages(reports) if "left out of images_background.zip" in message)
    assert told.startswith("4 pictures were left out")
    assert f"{damaged} (is damaged" in told
    assert "0004_02.png (is 50 × 40; pictures of Omniglot are 105 × 105)" in told
    assert "readme.png (is not in a folder Alphabet/characterNN)" in told
    assert "../outside/character01/0001_01.png (leads out of the archive with '..')" in told
    sizes = dict(zip(source.image_set.names, source.image_set.sizes, strict=True))
    assert sizes["Greek/character01"] == sizes["Greek/character02"] == 19
    assert source.sample("train", range(3)).query_x.shape == (3, 30, 1, 28, 28)
    with pytest.raises(DataError, match=r"has 19"):
        finish(opening(places, folder, shots=5, queries=15))


def test_a_character_without_a_picture_is_left_out_with_a_notice(places: Places, folder: Path, finish: Any) -> None:
    content = members("images_background")
    for name in content:
        if "Hebrew/character02" in name:
            content[name] = b"no picture"
    packed(folder / "images_background.zip", content)
    source, reports = finish(opening(places, folder))
    assert "Hebrew/character02" not in source.image_set.names
    assert len(source.image_set.names) == 17
    assert source.image_set.starts[-1] == len(source.image_set.images) == 340
    assert any("left out: Hebrew/character02" in message for message in messages(reports))


def test_a_picture_that_is_there_twice_within_a_character_is_a_notice(
    places: Places, folder: Path, finish: Any
) -> None:
    content = members("images_evaluation")
    first, second = (f"images_evaluation/Tengwar/character01/0003_{hand}.png" for hand in ("03", "19"))
    content[second] = content[first]
    packed(folder / "images_evaluation.zip", content)
    _, reports = finish(opening(places, folder))
    assert any(f"{first} and {second}" in message for message in messages(reports))
    _, reports = finish(opening(places, folder))
    assert not [message for message in messages(reports) if "twice" in message]  # it was told when they were read
    found, reports = finish(check(folder))
    assert found["duplicates"] == [[first, second]]
    assert any(f"{first} and {second}" in message for message in messages(reports))


def test_archives_with_something_else_in_them_are_refused(places: Places, tmp_path: Path, finish: Any) -> None:
    for part in ALPHABETS:
        packed(tmp_path / "other" / f"{part}.zip", {"holiday/beach.jpg": b"jpeg", "one.png": drawing(0, 0)})
    with pytest.raises(DataError, match=r"no picture of Omniglot in .*one\.png \(is not in a folder"):
        finish(opening(places, tmp_path / "other"))


def test_an_archive_that_was_cut_short_is_refused_by_name(places: Places, folder: Path, finish: Any) -> None:
    path = folder / "images_evaluation.zip"
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(DataError, match=r"images_evaluation\.zip is no intact zip archive"):
        finish(opening(places, folder))


# -- where the files are ----------------------------------------------------------------------------------------------


def test_files_are_found_where_they_may_be(places: Places, folder: Path, tmp_path: Path) -> None:
    assert available(OmniglotSettings(), places) is None
    assert available(OmniglotSettings(folder=str(folder)), places) == folder
    folder.rename(tmp_path / "omniglot")
    assert available(OmniglotSettings(folder=str(folder)), places) is None
    assert available(OmniglotSettings(folder=str(tmp_path)), places) == tmp_path / "omniglot"
    places.data.parent.mkdir(parents=True)
    (tmp_path / "omniglot").rename(places.data)
    assert available(OmniglotSettings(), places) == places.data
    places.data.rename(tmp_path / "aside")
    places.data.mkdir()
    (tmp_path / "aside").rename(places.data / "omniglot")
    assert available(OmniglotSettings(), places) == places.data / "omniglot"
    (places.data / "omniglot" / "images_evaluation.zip").unlink()
    assert available(OmniglotSettings(), places) is None


def test_a_folder_without_omniglot_is_never_downloaded_to(
    places: Places, tmp_path: Path, finish: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(omniglot, "download", lambda *_, **__: pytest.fail("nothing is to be downloaded"))
    with pytest.raises(DataError, match=r"dataset\.folder: .*empty does not hold Omniglot"):
        finish(opening(places, tmp_path / "empty"))


def test_what_is_missing_is_downloaded_from_the_official_addresses(
    places: Places, folder: Path, finish: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def fetch(urls: list[str], target: Path, **expected: Any) -> Generator[Progress, None, Path]:
        asked.append((urls, target.name, expected))
        yield Progress("Downloading", 1, 2, "bytes")
        target.write_bytes((folder / target.name).read_bytes())
        return target

    monkeypatch.setattr(omniglot, "download", fetch)
    (places.data / "omniglot").mkdir(parents=True)
    (folder / "images_background.zip").rename(places.data / "omniglot" / "images_background.zip")
    source, reports = finish(opening(places))
    assert len(source.image_set.names) == 18
    assert Progress("Downloading", 1, 2, "bytes") in reports
    ((urls, name, expected),) = asked  # the archive that was there already is left alone
    assert name == "images_evaluation.zip"
    assert expected == {"md5": "6b91aef0f799c5bb55b94e3f2daec811", "size": 6_462_886}
    assert len(urls) > 1
    assert all(url.startswith("https://") and url.endswith("/images_evaluation.zip") for url in urls)


# -- splits -----------------------------------------------------------------------------------------------------------


def alphabets(names: list[str]) -> set[str]:
    return {name.split("/")[0] for name in names}


def test_the_original_split_holds_out_whole_alphabets(places: Places, folder: Path, finish: Any) -> None:
    held_out = set()
    for seed in range(6):
        source, _ = finish(opening(places, folder, split_seed=seed))
        train, validation, test = (alphabets(source.classes[split]) for split in ("train", "validation", "test"))
        assert len(validation) == 5
        assert train | validation == set(ALPHABETS["images_background"])
        assert not train & validation
        assert test == set(ALPHABETS["images_evaluation"])
        held_out.add(frozenset(validation))
    assert len(held_out) > 1


def test_a_seeded_split_deals_out_all_characters_by_its_own_seed(places: Places, folder: Path, finish: Any) -> None:
    settings = {"split": "seeded", "shots": 1, "queries": 1}
    source, _ = finish(opening(places, folder, **settings))
    again, _ = finish(OmniglotTasks.open(OmniglotSettings(folder=str(folder), ways=2, **settings), 99, places))
    other, _ = finish(opening(places, folder, split_seed=1, **settings))
    assert source.classes == again.classes != other.classes
    assert {split: len(names) for split, names in source.classes.items()} == {"train": 11, "validation": 2, "test": 5}
    assert sorted(name for names in source.classes.values() for name in names) == sorted(source.image_set.names)


def with_lists(folder: Path, changed: dict[str, list[str]]) -> None:
    lists = folder / "splits" / "vinyals"
    lists.mkdir(parents=True, exist_ok=True)
    for name, lines in changed.items():
        (lists / f"{name}.txt").write_text("\n".join(lines))


def turned(alphabet: str, characters: int) -> list[str]:
    return [f"{alphabet}/character{n:02d}/rot{turn:03d}" for n in range(characters) for turn in (0, 90, 180, 270)]


@pytest.mark.parametrize(
    ("train", "validation", "expected"),
    [
        (turned("Greek", 1027), turned("Latin", 172), "train.txt lists 1,027 characters; the train list .* has 1,028"),
        (turned("Greek", 1028), turned("Latin", 172), "names characters that the pictures .* do not have: Greek/char"),
        (["Greek/character01"], turned("Latin", 172), "'Greek/character01' is not of the form"),
    ],
)
def test_lists_that_cannot_be_right_are_refused(
    places: Places, folder: Path, finish: Any, train: list[str], validation: list[str], expected: str
) -> None:
    with_lists(folder, {"train": train, "val": validation, "test": validation})
    with pytest.raises(DataError, match=expected):
        finish(opening(places, folder, split="vinyals"))


def test_lists_are_downloaded_beside_the_data_where_they_are_missing(
    places: Places, folder: Path, finish: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def fetch(urls: list[str], target: Path, **expected: Any) -> Generator[Progress, None, Path]:
        asked.append((urls[0], target, expected))
        yield Progress("Downloading", 1, 2, "bytes")
        raise DataError("no mirror answers in this test")

    monkeypatch.setattr(omniglot, "download", fetch)
    with pytest.raises(DataError, match="no mirror"):
        finish(opening(places, folder, split="vinyals"))
    ((url, target, expected),) = asked
    assert url == (
        "https://raw.githubusercontent.com/jakesnell/prototypical-networks/master/data/omniglot/splits/vinyals/train.txt"
    )
    assert target == places.data / "omniglot" / "splits" / "vinyals" / "train.txt"
    assert expected["sha256"] == "984522c194c30fb678ce53304a160a42faf5403ad4f9a67010f32dd3a35738e0"


def test_impossible_tasks_are_known_before_anything_is_downloaded() -> None:
    assert OmniglotSettings(ways=172 * 4, shots=5).problems() == []
    assert [str(problem) for problem in OmniglotSettings(ways=172 * 4 + 1).problems()] == [
        "dataset.ways: 689 classes asked for in a validation task; the split has 688"
    ]
    assert {problem.path for problem in OmniglotSettings(shots=6).problems()} == {"dataset.queries"}
    assert OmniglotSettings(split="seeded", rotations="none", ways=172).problems() == []
    assert len(OmniglotSettings(split="seeded", rotations="none", ways=173).problems()) == 1


# -- the real data ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real_home(tmp_path_factory: pytest.TempPathFactory) -> Places:
    home = tmp_path_factory.mktemp("real")
    return Places(home=home, runs=home / "runs", data=home / "data", cache=home / "cache")


@pytest.fixture(scope="module")
def real(real_data: Path, real_home: Places, finish: Any) -> tuple[OmniglotTasks, list[Any]]:
    source, reports = finish(opening(real_home, real_data, split="vinyals"))
    return source, reports


def test_the_real_pictures_are_complete_and_the_known_duplicate_is_found(
    real: tuple[OmniglotTasks, list[Any]],
) -> None:
    source, reports = real
    assert source.image_set.images.shape == (32_460, 28, 28)
    assert set(source.image_set.sizes) == {20}
    told = messages(reports)
    (duplicate,) = [message for message in told if "twice" in message]
    assert "Braille/character01/0192_03.png" in duplicate
    assert "Braille/character01/0192_19.png" in duplicate
    assert not [message for message in told if "left out" in message or "Alphabets that are not" in message]
    assert 15 < source.image_set.images.mean() < 30  # ink on paper, not the other way round


def test_the_real_vinyals_split_is_the_published_one(
    real: tuple[OmniglotTasks, list[Any]], real_data: Path, finish: Any
) -> None:
    source, _ = real
    assert [len(source.classes[split]) for split in ("train", "validation", "test")] == [1028, 172, 423]
    for split, name in (("train", "train"), ("validation", "val"), ("test", "test")):
        text = (real_data / "omniglot" / "splits" / "vinyals" / f"{name}.txt").read_text()
        assert set(source.classes[split]) == {os.path.dirname(line) for line in text.split()}


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_real_original_split_has_as_many_characters_as_known_beforehand(
    real: tuple[OmniglotTasks, list[Any]], real_home: Places, real_data: Path, finish: Any, seed: int
) -> None:
    source, _ = finish(opening(real_home, real_data, split_seed=seed, rotations="none"))
    train, validation, test = (len(source.classes[split]) for split in ("train", "validation", "test"))
    assert (train + validation, test) == (964, 659) == (BACKGROUND.characters, EVALUATION.characters)
    assert len(alphabets(source.classes["validation"])) == 5
    one_too_many = OmniglotSettings(split="original", split_seed=seed, rotations="none", ways=validation + 1)
    assert [problem.message for problem in one_too_many.problems()] == [
        f"{validation + 1} classes asked for in a validation task; the split has {validation}"
    ]
