"""Reading pictures from zip archives and folders that nobody vouches for.

Nothing is ever extracted: members are read in memory, so no name can lead out of a folder. Names that try are refused
all the same, and said so. A picture that cannot be used is left out by name; it never disappears silently.
"""

import io
import os
import re
import stat
import struct
import unicodedata
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, NamedTuple, Protocol

from core.tasks.task import DataError, Notice

if TYPE_CHECKING:
    from zipfile import ZipFile

    from PIL.Image import Image

NAMED = 20  # how many names a notice lists before it only counts
PNG_BEGINNING = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


@dataclass(frozen=True)
class Limits:
    """What is read at most from one archive or folder."""

    members: int = 1_000_000
    member_bytes: int = 64 << 20
    total_bytes: int = 8 << 30
    pixels: int = 50_000_000


class LeftOut(NamedTuple):
    """A member that is not used, and why."""

    name: str
    why: str


class BadPictureError(Exception):
    """A picture that cannot be used, and why."""


class _Reader(Protocol):
    def __call__(self, name: str) -> IO[bytes]: ...


@dataclass
class Pictures:
    """The pictures of one archive or folder, by name relative to it, with ``/`` between the parts."""

    where: Path
    names: list[str]
    left_out: list[LeftOut]  # what has been refused by its name, kind or size
    limits: Limits
    _open: _Reader = field(repr=False)

    def read(self, name: str) -> bytes:
        """The bytes of a picture's file. Raises BadPictureError."""
        import zipfile
        import zlib

        try:
            with self._open(name) as file:
                data = file.read(self.limits.member_bytes + 1)
        except NotImplementedError as error:
            raise BadPictureError(f"is compressed in a way that cannot be read: {error}") from error
        except RuntimeError as error:  # what zipfile raises for an encrypted member
            raise BadPictureError(f"cannot be read: {error}") from error
        except (OSError, EOFError, ValueError, struct.error, zipfile.BadZipFile, zlib.error) as error:
            raise BadPictureError(f"is damaged: {error}") from error
        if len(data) > self.limits.member_bytes:
            raise BadPictureError(f"is larger than {self.limits.member_bytes:,} bytes")
        return data

    def picture(self, name: str) -> "Image":
        """A decoded picture. Raises BadPictureError for one that is damaged, too large, or no PNG."""
        return decoded(self.read(name), self.limits)


def decoded(data: bytes, limits: Limits) -> "Image":
    """The picture in a PNG file's bytes. Raises BadPictureError."""
    from PIL import Image

    if not data.startswith(PNG_BEGINNING) or len(data) < 33:
        raise BadPictureError("is no PNG picture")
    # The size is read before Pillow sees the file: a few bytes can claim a picture that fills the memory.
    width, height = struct.unpack(">II", data[16:24])
    check_pixels(width, height, limits)
    with damage_said():
        picture = Image.open(io.BytesIO(data), formats=["PNG"])
        check_pixels(*picture.size, limits)
        picture.load()
    return picture


@contextmanager
def damage_said() -> Iterator[None]:
    """Whatever Pillow raises for a picture that it cannot decode becomes a BadPictureError."""
    from PIL import Image

    try:
        yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadPictureError(f"claims more pixels than can be shown: {error}") from error
    except (OSError, SyntaxError, ValueError, LookupError, TypeError, ArithmeticError, EOFError, struct.error) as error:
        raise BadPictureError(
            f"is damaged: {str(error).splitlines()[0] if str(error) else type(error).__name__}"
        ) from error


def check_pixels(width: int, height: int, limits: Limits) -> None:
    """Raises BadPictureError for a picture of more pixels than are read."""
    if width * height > limits.pixels:
        raise BadPictureError(f"claims {width:,} × {height:,} pixels; at most {limits.pixels:,} are read")


@contextmanager
def opened(path: Path, limits: Limits | None = None, suffixes: Sequence[str] = (".png",)) -> Iterator[Pictures]:
    """The pictures of a zip archive or of a folder and the folders in it, sorted by name.

    Files with other endings are not pictures and are passed over, as are the hidden files that operating systems leave
    behind. Raises DataError where there is no such file, where it is no intact archive, and where it passes a limit.
    """
    limits = limits or Limits()
    if path.is_dir():
        yield _from_folder(path, limits, tuple(suffixes))
        return
    from zipfile import BadZipFile, ZipFile

    try:
        archive = ZipFile(path)
    except FileNotFoundError:
        raise DataError(f"{path} does not exist; a zip archive or a folder is needed") from None
    except (BadZipFile, OSError, ValueError, NotImplementedError, struct.error) as error:
        raise DataError(
            f"{path} is no intact zip archive: {error}. It may have been cut short; delete it and fetch it again"
        ) from error
    with archive:
        yield _from_archive(path, archive, limits, tuple(suffixes))


def _from_archive(path: Path, archive: "ZipFile", limits: Limits, suffixes: tuple[str, ...]) -> Pictures:
    members = archive.infolist()
    _check_count(path, len(members), limits)
    _check_total(path, sum(member.file_size for member in members), limits)
    found, left_out = {}, []
    for member in members:
        name = member.filename.replace("\\", "/")
        if member.is_dir() or _passed_over(name, suffixes):
            continue
        if why := _refused(name) or ("is a link" if stat.S_ISLNK(member.external_attr >> 16) else ""):
            left_out.append(LeftOut(member.filename, why))
        elif name in found:
            left_out.append(LeftOut(member.filename, "is there twice; the first one is used"))
        elif member.file_size > limits.member_bytes:
            left_out.append(LeftOut(name, f"is larger than {limits.member_bytes:,} bytes"))
        else:
            found[name] = member
    return Pictures(path, sorted(found), left_out, limits, lambda name: archive.open(found[name]))


def _from_folder(path: Path, limits: Limits, suffixes: tuple[str, ...]) -> Pictures:
    found: list[str] = []
    left_out: list[LeftOut] = []
    root = path.resolve()
    total = 0
    for members, (entry, name) in enumerate(_entries(root, ""), 1):
        _check_count(path, members, limits)
        if isinstance(entry, OSError):
            left_out.append(LeftOut(name, f"cannot be opened: {entry.strerror or entry}"))
        elif _is_link(entry):
            if entry.is_dir() or not _passed_over(name, suffixes):
                left_out.append(LeftOut(name, "is a link"))
        elif not _passed_over(name, suffixes):
            size = entry.stat(follow_symlinks=False).st_size
            total += size
            _check_total(path, total, limits)
            if not entry.is_file(follow_symlinks=False):
                left_out.append(LeftOut(name, "is no plain file"))
            elif size > limits.member_bytes:
                left_out.append(LeftOut(name, f"is larger than {limits.member_bytes:,} bytes"))
            else:
                found.append(name)
    return Pictures(path, sorted(found), left_out, limits, lambda name: (root / name).open("rb"))


def _entries(folder: Path, prefix: str) -> "Iterator[tuple[os.DirEntry[str] | OSError, str]]":
    """Everything below a folder that is no folder, with its relative name; folders that cannot be opened, too."""
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        yield error, prefix.rstrip("/")
        return
    for entry in entries:
        if not _is_link(entry) and entry.is_dir(follow_symlinks=False):
            yield from _entries(Path(entry.path), f"{prefix}{entry.name}/")
        else:
            yield entry, prefix + entry.name


def _is_link(entry: "os.DirEntry[str]") -> bool:
    """A symbolic link, or a junction of Windows, which leads elsewhere just the same."""
    reparse = getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0)
    return entry.is_symlink() or reparse == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1)


def _passed_over(name: str, suffixes: tuple[str, ...]) -> bool:
    parts = PurePosixPath(name).parts
    hidden = any(part == "__MACOSX" or (part.startswith(".") and part not in (".", "..")) for part in parts)
    return hidden or not name.lower().endswith(suffixes)


def _refused(name: str) -> str:
    if name.startswith("/"):
        return "is an absolute path"
    if re.match(r"[A-Za-z]:", name):
        return "begins with a drive letter"
    if ".." in name.split("/"):
        return "leads out of the archive with '..'"
    return ""


def _check_count(path: Path, count: int, limits: Limits) -> None:
    if count > limits.members:
        raise DataError(f"{path} holds more than {limits.members:,} files; this is not read")


def _check_total(path: Path, total: int, limits: Limits) -> None:
    if total > limits.total_bytes:
        raise DataError(f"{path} unpacks to more than {limits.total_bytes:,} bytes; this is not read")


def left_out_notices(where: str, left_out: Sequence[LeftOut]) -> Generator[Notice, None, None]:
    """One notice that names what has been left out of `where` by reasons, if anything has."""
    if left_out:
        what = "1 picture was" if len(left_out) == 1 else f"{len(left_out):,} pictures were"
        names: dict[str, list[str]] = {}
        for name, why in left_out:
            names.setdefault(why, []).append(name)
        reasons = "; ".join(f"{listed(named)} ({printable(why)})" for why, named in names.items())
        yield Notice(f"{what} left out of {where}: {reasons}")


def listed(names: Iterable[str]) -> str:
    """The first 20 names, and how many more there are."""
    every = list(names)
    more = f" and {len(every) - NAMED:,} more" if len(every) > NAMED else ""
    return ", ".join(map(printable, every[:NAMED])) + more


def printable(name: str) -> str:
    """A file's name as text that can be written: one that is no UTF-8 has signs for what cannot be read.

    Letters with accents are one character each, as macOS does not have them, so that a name is the same everywhere.
    """
    return unicodedata.normalize("NFC", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
