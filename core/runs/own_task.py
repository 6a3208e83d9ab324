"""A task of a person's own, drawn by hand or clicked onto a plot: what it holds, and its file.

The file is JSON with a version. Strokes are lists of points from 0 to 1; pictures are PNG as base64 text. It is never
trusted: whatever is wrong with a file is said, and nothing of it is taken.
"""

import base64
import binascii
import io
import json
import math
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from core.tasks.handwriting import Look, Stroke
from core.training.checkpoint import write_durably

SUFFIX = ".task.json"
VERSION = 1
MOST_CLASSES, MOST_EXAMPLES, MOST_POINTS = 1000, 5, 1000  # that a task of one's own has; examples in each class
_LARGEST = 16 * 2**20  # bytes
_MOST_PIXELS = 1024 * 1024
_MARK = "innerloop_task"


class OwnTaskError(Exception):
    """A file that holds no task, or one that does not fit: which, why, and what would be right."""


@dataclass(frozen=True)
class Picture:
    """Pixels as a model sees them."""

    shape: tuple[int, int, int]  # channels, height and width
    data: bytes

    @classmethod
    def of(cls, pixels: NDArray[np.uint8]) -> Self:
        """From an array [C, H, W]."""
        channels, height, width = pixels.shape
        return cls((channels, height, width), pixels.tobytes())

    @property
    def pixels(self) -> NDArray[np.uint8]:
        """[C, H, W]."""
        return np.frombuffer(self.data, np.uint8).reshape(self.shape)


@dataclass(frozen=True)
class Example:
    """Strokes of a pen, or a picture; nothing of both while nobody has drawn."""

    strokes: tuple[Stroke, ...] = ()
    picture: Picture | None = None

    @property
    def is_blank(self) -> bool:
        return self.picture is None and not self.strokes

    def seen(self, look: Look) -> Picture:
        """As the model sees it, beside data of this look."""
        return self.picture or _drawn(self.strokes, look)


@lru_cache(maxsize=64)
def _drawn(strokes: tuple[Stroke, ...], look: Look) -> Picture:
    """Kept, as each drawing is asked for whenever another one changes."""
    return Picture.of(look.drawn(strokes))


BLANK = Example()


@dataclass(frozen=True)
class PictureTask:
    """Examples of each class, blank ones among them, and a query."""

    classes: tuple[tuple[Example, ...], ...]
    names: tuple[str, ...]  # of the classes, where they have any; empty texts otherwise
    query: Example = BLANK

    @classmethod
    def blank(cls, ways: int) -> Self:
        return cls(((BLANK,),) * ways, ("",) * ways)

    @property
    def filled(self) -> tuple[int, ...]:
        """The classes that have an example."""
        return tuple(way for way, examples in enumerate(self.classes) if not all(each.is_blank for each in examples))

    def resized(self, ways: int) -> Self:
        """With so many classes: the first ones, and blank ones after them."""
        more = type(self).blank(max(ways - len(self.classes), 0))
        return replace(self, classes=(*self.classes, *more.classes)[:ways], names=(*self.names, *more.names)[:ways])

    def with_example(self, way: int, place: int, example: Example) -> Self:
        """With another example at a place. A blank one leaves, where its class has more places."""
        examples = list(self.classes[way])
        examples[place] = example
        if example.is_blank and len(examples) > 1:
            del examples[place]
        return replace(self, classes=(*self.classes[:way], tuple(examples), *self.classes[way + 1 :]))

    def with_place(self, way: int) -> Self:
        """With a blank example more in a class."""
        examples = (*self.classes[way], BLANK)
        return replace(self, classes=(*self.classes[:way], examples, *self.classes[way + 1 :]))


@dataclass(frozen=True)
class PointTask:
    """Points (x, y) that a function shall go through."""

    points: tuple[tuple[float, float], ...] = ()


OwnTask = PictureTask | PointTask


def save(path: Path, task: OwnTask) -> None:
    """Write a task durably. Raises OSError."""
    write_durably(path, dumps(task).encode())


def load(path: Path) -> OwnTask:
    """Read a task. Raises OwnTaskError."""
    try:
        if path.stat().st_size > _LARGEST:
            raise OwnTaskError(f"{path.name} is too large to be a task ({path.stat().st_size:,} bytes).")
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise OwnTaskError(f"{path.name} is not a task: it is not a text file.") from None
    except OSError as error:
        raise OwnTaskError(f"{path.name} cannot be read: {error.strerror or error}.") from None
    return loads(text, path.name)


def dumps(task: OwnTask) -> str:
    """A task as JSON."""
    if isinstance(task, PointTask):
        return json.dumps({_MARK: VERSION, "kind": "points", "points": task.points}, indent=1)
    classes = [
        {"name": name, "examples": [_kept(each) for each in examples]}
        for name, examples in zip(task.names, task.classes, strict=True)
    ]
    return json.dumps({_MARK: VERSION, "kind": "pictures", "classes": classes, "query": _kept(task.query)}, indent=1)


def loads(text: str, origin: str = "the text") -> OwnTask:
    """Read a task. Raises OwnTaskError that says what is wrong."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise OwnTaskError(f"{origin} is not a task: {error}.") from None
    version = data.get(_MARK) if isinstance(data, dict) else None
    if type(version) is not int or version < 1:
        raise OwnTaskError(f"{origin} is not a task of Innerloop: it has no entry “{_MARK}”.")
    if version > VERSION:
        raise OwnTaskError(
            f"{origin} was saved by a newer Innerloop (task format {version}; this one reads up to {VERSION}). Update "
            "Innerloop to open it."
        )
    reader = _Reader(origin)
    if data.get("kind") == "points":
        return PointTask(reader.points(data.get("points"), "points"))
    if data.get("kind") == "pictures":
        return reader.pictures(data)
    raise OwnTaskError(f"In {origin}, “kind” is {data.get('kind')!r} where “pictures” or “points” belongs.")


def _kept(example: Example) -> dict[str, Any]:
    if example.picture is None:
        return {"strokes": [[[round(x, 4), round(y, 4)] for x, y in stroke] for stroke in example.strokes]}
    from PIL import Image

    pixels, out = example.picture.pixels, io.BytesIO()
    Image.fromarray(pixels[0] if len(pixels) == 1 else pixels.transpose(1, 2, 0)).save(out, "PNG")
    return {"png": base64.b64encode(out.getvalue()).decode()}


class _Reader:
    """Reads the parts of a task, and says of what is wrong where it stands."""

    def __init__(self, origin: str) -> None:
        self._origin = origin

    def pictures(self, data: dict[str, Any]) -> PictureTask:
        classes, names = [], []
        for way, entry in enumerate(self._list(data.get("classes"), "classes", MOST_CLASSES)):
            where = f"classes[{way}]"
            if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
                raise self._wrong(where, entry, "a class with a name belongs")
            given = self._list(entry.get("examples"), f"{where}.examples", MOST_EXAMPLES)
            examples = [self._example(each, f"{where}.examples[{n}]") for n, each in enumerate(given)]
            classes.append(tuple(examples) or (BLANK,))
            names.append(entry["name"])
        if len(classes) < 2:
            raise OwnTaskError(f"In {self._origin}, “classes” has {len(classes)}; a task has at least 2.")
        return PictureTask(tuple(classes), tuple(names), self._example(data.get("query"), "query"))

    def points(self, value: Any, where: str) -> tuple[tuple[float, float], ...]:
        points = self._list(value, where, MOST_POINTS)
        for place, point in enumerate(points):
            if not (isinstance(point, list) and len(point) == 2 and all(map(_is_number, point))):
                raise self._wrong(f"{where}[{place}]", point, "two numbers belong")
        return tuple((float(x), float(y)) for x, y in points)

    def _example(self, value: Any, where: str) -> Example:
        if isinstance(value, dict) and set(value) == {"strokes"}:
            lines = self._list(value["strokes"], f"{where}.strokes", MOST_POINTS)
            strokes = tuple(self.points(line, f"{where}.strokes[{n}]") for n, line in enumerate(lines))
            if any(not 0 <= number <= 1 for stroke in strokes for point in stroke for number in point):
                raise OwnTaskError(f"In {self._origin}, “{where}” has points outside of 0 to 1.")
            return Example(tuple(stroke for stroke in strokes if stroke))
        if isinstance(value, dict) and set(value) == {"png"} and isinstance(value["png"], str):
            return Example(picture=self._picture(value["png"], where))
        raise self._wrong(where, value, "strokes or a png belong")

    def _picture(self, text: str, where: str) -> Picture:
        from PIL import Image

        try:
            with Image.open(io.BytesIO(base64.b64decode(text, validate=True)), formats=["PNG"]) as image:
                if image.mode not in ("L", "RGB") or image.width * image.height > _MOST_PIXELS:
                    raise OwnTaskError(
                        f"In {self._origin}, “{where}.png” is {image.width} × {image.height} in mode {image.mode}; a "
                        "grey or RGB picture of at most a million pixels belongs there."
                    )
                pixels = np.array(image)
        except (binascii.Error, OSError, SyntaxError, ValueError) as error:
            raise OwnTaskError(f"In {self._origin}, “{where}.png” is no PNG picture: {error}.") from None
        return Picture.of(np.ascontiguousarray(pixels[None] if pixels.ndim == 2 else pixels.transpose(2, 0, 1)))

    def _list(self, value: Any, where: str, most: int) -> list[Any]:
        if not isinstance(value, list):
            raise self._wrong(where, value, "a list belongs")
        if len(value) > most:
            raise OwnTaskError(f"In {self._origin}, “{where}” has {len(value):,} entries; at most {most:,} are read.")
        return value

    def _wrong(self, where: str, value: Any, right: str) -> OwnTaskError:
        shown = repr(value)
        return OwnTaskError(
            f"In {self._origin}, “{where}” holds {shown[:60] + '…' if len(shown) > 60 else shown} where {right}."
        )


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
