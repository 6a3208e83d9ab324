"""What a person keeps about a run: a name, tags, notes, a star and a colour, in one small file of the run's folder.

The experiment stays what was trained, and the folder keeps its name. A file that cannot be understood is never written
over: it says why, and the run is there without it.
"""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Self

import tomli_w
from filelock import FileLock, Timeout
from pydantic import Field, ValidationError, field_validator

from core.problems import explained
from core.runs.run import RunError
from core.settings import Settings
from core.training import checkpoint

FILE = "about.toml"
VERSION = 1
LONGEST_NAME, LONGEST_TAG = 200, 40  # characters
LARGEST_FILE = 1_000_000  # bytes
_PATIENCE = 5.0  # seconds; another program holds the file for some thousandths of one


class AboutError(RunError):
    """What is kept about a run cannot be read or taken: which run, and why."""


class About(Settings):
    """What is kept about one run. A name or notes of None are those of the experiment."""

    name: Annotated[str, Field(max_length=LONGEST_NAME)] | None = None
    star: bool = False
    color: Annotated[int, Field(ge=0, le=99)] | None = None  # its place in the palette, which begins again at its end
    tags: Annotated[tuple[str, ...], Field(strict=False)] = ()
    notes: str | None = None

    @field_validator("name")
    @classmethod
    def _one_line(cls, name: str | None) -> str | None:
        return " ".join(name.split()) or None if name is not None else None

    @field_validator("notes")
    @classmethod
    def _plain_lines(cls, notes: str | None) -> str | None:
        return notes.replace("\r\n", "\n").replace("\r", "\n") if notes is not None else None

    @field_validator("tags")
    @classmethod
    def _tidy(cls, tags: tuple[str, ...]) -> tuple[str, ...]:
        return tidy(tags)

    def changed(self, **changes: Any) -> Self:
        """The same with other values. Raises AboutError for what cannot be kept."""
        try:
            return type(self).model_validate(self.model_dump() | changes)
        except ValidationError as error:
            raise AboutError(_said(error)) from None


def tidy(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags without idle spaces, each once, in the order of the alphabet; capitals make no other tag.

    Raises ValueError for one that is too long, or has a comma or a quotation mark in it.
    """
    kept: dict[str, str] = {}
    for tag in tags:
        plain = " ".join(tag.split())
        if len(plain) > LONGEST_TAG or "," in plain or '"' in plain:
            raise ValueError(
                f"a tag has at most {LONGEST_TAG} characters, and no comma or quotation mark; this is none: {plain!r}"
            )
        if plain:
            kept.setdefault(plain.casefold(), plain)
    return tuple(kept[key] for key in sorted(kept))


def read_about(run: Path) -> About:
    """What is kept about the run in this folder; nothing, where there is no file. Raises AboutError."""
    path = run / FILE
    try:
        with open(path, "rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        return About()
    except OSError as error:
        raise _unreadable(run, error.strerror or str(error)) from None
    if len(content) > LARGEST_FILE:
        raise _unreadable(run, f"it has more than {LARGEST_FILE:,} bytes")
    try:
        data = tomllib.loads(content.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise _unreadable(run, f"it is not valid TOML: {error}") from None
    version = data.pop("about", None)
    if type(version) is not int or version < 1:
        raise _unreadable(run, f"it has no line 'about = {VERSION}' at its top")
    if version > VERSION:
        raise _unreadable(run, f"a newer program wrote it ({version}, and this one reads up to {VERSION})")
    try:
        return About.model_validate(data)
    except ValidationError as error:
        raise _unreadable(run, _said(error)) from None


def change_about(run: Path, **changes: Any) -> About:
    """Change what is kept about the run in this folder, whatever other programs change at the same time.

    Returns what is kept now. Raises AboutError, and leaves the file alone, where it cannot be understood or the new
    values cannot be kept; OSError where it cannot be written.
    """
    if not run.is_dir():  # else the lock would make it anew
        raise checkpoint.FolderGone(run)
    try:
        with FileLock(run / ".about.lock", timeout=_PATIENCE, thread_local=False):
            before = read_about(run)
            about = before.changed(**changes)
            if about != before:
                content = {"about": VERSION, **about.model_dump(mode="json", exclude_defaults=True)}
                checkpoint.write_durably(run / FILE, tomli_w.dumps(content, multiline_strings=True).encode())
            return about
    except Timeout:
        raise AboutError(f"another program holds {FILE} of {run.name}; try again") from None


def _unreadable(run: Path, why: str) -> AboutError:
    return AboutError(f"{FILE} of {run.name} cannot be used: {why}. Mend the file, or delete it to begin anew")


def _said(error: ValidationError) -> str:
    problems = explained(error, lambda path: "this program keeps nothing of that name")
    return "; ".join(map(str, problems))
