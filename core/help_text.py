"""The text of a help page: blocks, and marks within a line, for window and terminal alike.

What people write is a small part of Markdown: ``# title``, ``## heading``, paragraphs, ``- items``, and pictures as
``![what it shows](name)`` on a line of their own; within a line ``**strong**``, ``*emphasis*``, `` `code` `` and
``[words](target)``. A target is the id of a page, with ``#anchor`` for a place in it, or an address.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

Style = Literal["", "strong", "emphasis", "code"]


class Span(NamedTuple):
    """Some words of a line that look alike; those with a target are a link."""

    text: str
    style: Style = ""
    target: str = ""


@dataclass(frozen=True)
class Heading:
    text: str


@dataclass(frozen=True)
class Paragraph:
    text: str
    quiet: bool = False  # second-rank


@dataclass(frozen=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True)
class Equation:
    lines: tuple[str, ...]  # in Unicode, as a settings class holds it


@dataclass(frozen=True)
class Picture:
    name: str  # which of the drawings that the window can make
    words: str  # what it shows, for those who do not see it


@dataclass(frozen=True)
class Row:
    anchor: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    header: tuple[str, ...]
    rows: tuple[Row, ...]


Block = Heading | Paragraph | Bullets | Equation | Picture | Table

_MARKS = re.compile(
    r"\\(?P<plain>[\\*`\[\]])|\*\*(?P<strong>.+?)\*\*|\*(?P<emphasis>[^*]+)\*|`(?P<code>[^`]+)`"
    r"|\[(?P<words>[^\]]+)\]\((?P<target>[^)\s]+)\)"
)
_PICTURE = re.compile(r"!\[(?P<words>.+)\]\((?P<name>[a-z-]+)\)", re.DOTALL)


def spans(line: str) -> Iterator[Span]:
    """The parts of a line with their looks."""
    place = 0
    for found in _MARKS.finditer(line):
        if found.start() > place:
            yield Span(line[place : found.start()])
        place = found.end()
        if found["target"]:
            yield Span(found["words"], target=found["target"])
        else:
            style = found.lastgroup if found.lastgroup != "plain" else ""
            yield Span(found[found.lastgroup or 0], style)  # type: ignore[arg-type]
    if place < len(line):
        yield Span(line[place:])


def bare(line: str) -> str:
    """A line without its marks."""
    return "".join(span.text for span in spans(line))


def escaped(text: str) -> str:
    """Text from elsewhere, so that nothing in it is taken for a mark."""
    return re.sub(r"([\\*`\[\]])", r"\\\1", text)


def parse(text: str, origin: str) -> tuple[str, tuple[Block, ...]]:
    """Title, empty where there is none, and blocks of a page as people write it. Raises ValueError, naming `origin`."""
    title, blocks = "", list[Block]()
    for piece in re.split(r"\n\s*\n", text.strip()):
        lines = piece.splitlines()
        picture = _PICTURE.fullmatch(" ".join(lines))
        if not blocks and not title and piece.startswith("# ") and len(lines) == 1:
            title = piece[2:].strip()
        elif piece.startswith("## ") and len(lines) == 1:
            blocks.append(Heading(piece[3:].strip()))
        elif picture:
            blocks.append(Picture(picture["name"], picture["words"]))
        elif piece.startswith("- "):
            blocks.append(Bullets(tuple(" ".join(item.split()) for item in re.split(r"^- ", piece, flags=re.M)[1:])))
        elif piece.startswith("#"):
            raise ValueError(f"{origin}: a heading stands alone between empty lines: {lines[0]!r}")
        elif piece:
            blocks.append(Paragraph(" ".join(piece.split())))
    return title, tuple(blocks)


def links(block: Block) -> Iterator[str]:
    """The targets of a block's links."""
    yield from (span.target for line in lines_of(block) for span in spans(line) if span.target)


def lines_of(block: Block) -> tuple[str, ...]:
    """All words of a block, with their marks."""
    match block:
        case Heading(text) | Paragraph(text):
            return (text,)
        case Bullets(items):
            return items
        case Equation(lines):
            return tuple(map(escaped, lines))
        case Picture(_, words):
            return (words,)
        case Table(header, rows):
            return header + tuple(cell for row in rows for cell in row.cells)
