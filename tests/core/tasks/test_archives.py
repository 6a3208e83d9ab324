"""Pictures from archives that nobody vouches for."""

import contextlib
import io
import os
import re
import struct
import zipfile
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from core.tasks.archives import BadPictureError, LeftOut, Limits, decoded, left_out_notices, opened
from core.tasks.task import DataError


def png(value: int = 0, size: tuple[int, int] = (5, 4)) -> bytes:
    file = io.BytesIO()
    Image.new("L", size, value).save(file, "PNG")
    return file.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def bomb(width: int, height: int) -> bytes:
    """A few bytes that claim a picture of any size."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


def archive(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return path


def test_pictures_of_an_archive_are_sorted_and_read(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"b/2.png": png(20), "a/1.PNG": png(10), "notes.txt": b"no picture"})
    with opened(path) as pictures:
        assert pictures.names == ["a/1.PNG", "b/2.png"]
        assert pictures.left_out == []
        assert np.asarray(pictures.picture("a/1.PNG")).tolist() == [[10] * 5] * 4
        assert np.asarray(pictures.picture("b/2.png"))[0, 0] == 20


def test_pictures_of_a_folder_are_the_same_as_those_of_its_archive(tmp_path: Path) -> None:
    members = {"x/2.png": png(1), "x/y/1.png": png(2), "3.png": png(3)}
    for name, content in members.items():
        (tmp_path / "tree" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "tree" / name).write_bytes(content)
    with opened(tmp_path / "tree") as folder, opened(archive(tmp_path / "a.zip", members)) as packed:
        assert folder.names == packed.names == sorted(members)
        assert all(folder.read(name) == packed.read(name) == members[name] for name in members)


def test_what_operating_systems_leave_behind_is_no_picture(tmp_path: Path) -> None:
    members = {"__MACOSX/a/._1.png": b"fork", "a/._1.png": b"fork", "a/1.png": png()}
    with opened(archive(tmp_path / "a.zip", members)) as pictures:
        assert pictures.names == ["a/1.png"]
        assert pictures.left_out == []


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("/etc/evil.png", "absolute"),
        ("../evil.png", r"\.\."),
        ("a/../../evil.png", r"\.\."),
        ("..\\..\\evil.png", r"\.\."),
        ("\\\\host\\share\\evil.png", "absolute"),
        ("C:\\evil.png", "drive"),
        ("c:evil.png", "drive"),
    ],
)
def test_names_that_lead_elsewhere_are_refused_by_name(tmp_path: Path, name: str, why: str) -> None:
    with opened(archive(tmp_path / "a.zip", {name: png(), "good.png": png()})) as pictures:
        assert pictures.names == ["good.png"]
        assert [left.name for left in pictures.left_out] == [name]
        (notice,) = left_out_notices("a.zip", pictures.left_out)
    assert notice.message.startswith("1 picture was left out of a.zip: ")
    assert re.search(why, pictures.left_out[0].why)
    assert sorted(file.name for file in tmp_path.rglob("*")) == ["a.zip"]


def test_links_in_an_archive_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as file:
        link = zipfile.ZipInfo("link.png")
        link.create_system = 3
        link.external_attr = 0o120777 << 16
        file.writestr(link, "/etc/passwd")
        file.writestr("good.png", png())
    with opened(path) as pictures:
        assert pictures.names == ["good.png"]
        assert pictures.left_out == [LeftOut("link.png", "is a link")]


@pytest.mark.skipif(os.name == "nt", reason="making links needs a privilege on Windows")
def test_links_in_a_folder_are_refused_whether_to_files_or_folders(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "folder"
    outside.mkdir()
    folder.mkdir()
    (outside / "secret.png").write_bytes(png())
    (folder / "good.png").write_bytes(png())
    (folder / "file.png").symlink_to(outside / "secret.png")
    (folder / "all").symlink_to(outside)
    (folder / "round").symlink_to(folder)
    with opened(folder) as pictures:
        assert pictures.names == ["good.png"]
        assert sorted(left.name for left in pictures.left_out) == ["all", "file.png", "round"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    with opened(tmp_path) as pictures:
        assert pictures.names == []
        assert pictures.left_out == [LeftOut("pipe.png", "is no plain file")]


def test_a_picture_that_is_there_twice_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("1.png", png(1))
        with pytest.warns(UserWarning, match="Duplicate"):
            file.writestr("1.png", png(2))
    with opened(path) as pictures:
        assert np.asarray(pictures.picture("1.png"))[0, 0] == 1
        assert [left.name for left in pictures.left_out] == ["1.png"]


def test_too_many_members_and_too_large_a_total_are_refused_as_a_whole(tmp_path: Path) -> None:
    members = {f"{number}.png": b"\0" * 1000 for number in range(10)}
    path = archive(tmp_path / "a.zip", members)
    (tmp_path / "tree").mkdir()
    for name, content in members.items():
        (tmp_path / "tree" / name).write_bytes(content)
    for place in (path, tmp_path / "tree"):
        with pytest.raises(DataError, match="more than 9 files"), opened(place, Limits(members=9)):
            pass
        with pytest.raises(DataError, match="more than 9,999 bytes"), opened(place, Limits(total_bytes=9_999)):
            pass
        with opened(place, Limits(members=10, total_bytes=10_000)) as pictures:
            assert len(pictures.names) == 10


def test_a_member_that_is_too_large_is_left_out_by_name(tmp_path: Path) -> None:
    members = {"large.png": b"\0" * 5000, "good.png": png()}
    path = archive(tmp_path / "a.zip", members)
    (tmp_path / "tree").mkdir()
    for name, content in members.items():
        (tmp_path / "tree" / name).write_bytes(content)
    for place in (path, tmp_path / "tree"):
        with opened(place, Limits(member_bytes=4999)) as pictures:
            assert pictures.names == ["good.png"]
            assert pictures.left_out == [LeftOut("large.png", "is larger than 4,999 bytes")]


def test_a_member_larger_than_it_says_is_not_unpacked(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"liar.png": b"\0" * 1_000_000})
    data = path.read_bytes()
    path.write_bytes(data.replace(struct.pack("<I", 1_000_000), struct.pack("<I", 100)))
    with opened(path, Limits(member_bytes=500)) as pictures, pytest.raises(BadPictureError, match="damaged"):
        pictures.read("liar.png")


@pytest.mark.parametrize(("width", "height"), [(20_000, 20_000), (2**31 - 1, 2**31 - 1), (100_000, 1_000)])
def test_a_picture_that_would_fill_the_memory_is_refused(width: int, height: int) -> None:
    with pytest.raises(BadPictureError, match=f"claims {width:,} × {height:,} pixels"):
        decoded(bomb(width, height), Limits())


def test_only_png_is_read() -> None:
    for sort in ("GIF", "BMP", "TIFF", "PPM"):
        file = io.BytesIO()
        Image.new("L", (4, 4)).save(file, sort)
        with pytest.raises(BadPictureError, match="no PNG"):
            decoded(file.getvalue(), Limits())
    with pytest.raises(BadPictureError, match="no PNG"):
        decoded(b"", Limits())


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_damaged_png_is_a_picture_or_a_reason_and_nothing_else(data: st.DataObject) -> None:
    whole = bytearray(png(7, (40, 30)))
    for _ in range(data.draw(st.integers(0, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    with contextlib.suppress(BadPictureError):
        picture = decoded(cut, Limits())
        assert picture.width * picture.height <= Limits().pixels


def test_a_second_header_does_not_smuggle_in_a_larger_picture() -> None:
    small, large = bomb(10, 10), bomb(10_000, 10_000)
    with pytest.raises(BadPictureError, match="claims"):
        decoded(small[:33] + large[8:33] + small[33:], Limits())


def test_a_damaged_member_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("1.png", png(9))
        file.writestr("2.png", png(5))
    data = bytearray(path.read_bytes())
    data[data.find(b"IDAT") + 6] ^= 0xFF
    path.write_bytes(data)
    with opened(path) as pictures:
        with pytest.raises(BadPictureError, match="damaged"):
            pictures.read("1.png")
        assert np.asarray(pictures.picture("2.png"))[0, 0] == 5


def test_an_archive_that_was_cut_short_says_what_to_do(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"1.png": png()})
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(DataError, match=r"a\.zip is no intact zip archive.*fetch it again"), opened(path):
        pass
    with pytest.raises(DataError, match="does not exist"), opened(tmp_path / "none.zip"):
        pass


def test_many_are_named_up_to_twenty_and_counted() -> None:
    (notice,) = left_out_notices("a.zip", [LeftOut(f"{number}.png", "is damaged") for number in range(25)])
    assert notice.message.startswith("25 pictures were left out of a.zip: 0.png, 1.png, ")
    assert "20.png" not in notice.message
    assert notice.message.endswith("19.png and 5 more (is damaged)")
    mixed = [LeftOut("a.png", "is damaged"), LeftOut("b.png", "is a link"), LeftOut("c.png", "is damaged")]
    (notice,) = left_out_notices("a.zip", mixed)
    assert notice.message == "3 pictures were left out of a.zip: a.png, c.png (is damaged); b.png (is a link)"
    assert list(left_out_notices("a.zip", [])) == []
