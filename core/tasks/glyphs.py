"""Glyphs: a set of characters that the program draws itself, so that few-shot learning works with no download.

A random font has 1,200 characters of two to four smooth strokes. Each of the 20 examples of a character is another
hand: the strokes wander a little, the whole leans, turns, stretches and moves, and the pen is thinner or thicker.
"""

from collections.abc import Generator
from typing import ClassVar, Literal, Self

import numpy as np
from numpy.typing import NDArray

from core.places import Places
from core.problems import Problem
from core.settings import setting
from core.tasks.cache import CacheDamagedError, read_cache, write_cache
from core.tasks.image_set import EpisodeSource, ImageSet, ImageSetSettings, seeded_split, shape_problems
from core.tasks.task import Notice, Progress

SHARES = {"train": 800, "validation": 200, "test": 200}
CLASSES, EXAMPLES, SIZE = sum(SHARES.values()), 20, 28
STROKES, CONTROLS, POINTS = 4, 4, 40  # strokes at most, control points of a cubic Bézier curve, points drawn on it
INK = 1.3  # of a blot per pixel of stroke; the middle of a line is then 1 − exp(−√(2π)·1.3) = 96 % black
CHUNK = 50  # classes drawn at once: small enough for the processor's cache
DRAWING = 1  # goes up whenever this file draws other pictures, so that old caches are not read


class GlyphsSettings(ImageSetSettings):
    title: ClassVar[str] = "Glyphs"
    summary: ClassVar[str] = (
        "1,200 invented characters with 20 handwritten examples each, 28 × 28, drawn by the program itself. Nothing to "
        "download; a stand-in for Omniglot that is there from the first minute."
    )

    kind: Literal["glyphs"] = "glyphs"
    font: int = setting(
        0, title="Font", ge=0, le=2**32 - 1,
        help="Which random font: its characters, and how they are split into training, validation and test.",
    )  # fmt: skip

    def problems(self) -> list[Problem]:
        return shape_problems(self, SHARES, EXAMPLES)


class GlyphTasks(EpisodeSource):
    settings_class = GlyphsSettings

    @classmethod
    def open(cls, settings: GlyphsSettings, seed: int, places: Places) -> Generator[Progress | Notice, None, Self]:
        """Draw the font, or read it from the cache. Raises DataError for tasks that do not fit the data."""
        kept = places.cache / f"glyphs-{DRAWING}-font-{settings.font}"
        images = None
        try:
            cached = read_cache(kept)
            if cached is not None:
                images = cached[0]
                if images.shape != (CLASSES * EXAMPLES, SIZE, SIZE) or images.dtype != np.uint8:
                    raise CacheDamagedError(f"{kept}.npy holds {images.dtype} {images.shape}")
        except CacheDamagedError as error:
            images = None
            yield Notice(f"The kept drawing of glyphs was damaged and is made anew: {error}")
        if images is None:
            images = yield from draw_font(settings.font)
            try:
                write_cache(kept, images, {"font": settings.font})
            except OSError as error:
                yield Notice(f"The glyphs could not be kept, so they are drawn again next time: {error}")
        starts = np.arange(CLASSES + 1, dtype=np.int64) * EXAMPLES
        names = [f"glyph-{number:04d}" for number in range(CLASSES)]
        return cls(settings, seed, ImageSet(images, starts, names), seeded_split(CLASSES, settings.font, SHARES))


def draw_font(font: int) -> Generator[Progress, None, NDArray[np.uint8]]:
    """Draw every example of every character, ``[24000, 28, 28]``; 0 is paper, 255 is ink."""
    random = np.random.Generator(np.random.Philox(np.random.SeedSequence([font, 5])))
    controls, drawn = _characters(random)
    images = np.empty((CLASSES, EXAMPLES, SIZE, SIZE), np.uint8)
    for first in range(0, CLASSES, CHUNK):
        yield Progress("Drawing glyphs", first * EXAMPLES, CLASSES * EXAMPLES, "pictures")
        chunk = slice(first, first + CHUNK)
        images[chunk] = _inked(*_written(random, controls[chunk]), drawn[chunk])
    return images.reshape(-1, SIZE, SIZE)


def _characters(random: np.random.Generator) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """The idea of each character: control points ``[C, S, 4, 2]`` within ±1, and which strokes it has ``[C, S]``."""
    number = random.choice([2, 3, 4], size=CLASSES, p=[0.2, 0.45, 0.35])
    drawn = np.arange(STROKES) < number[:, None]
    # Strokes run between places of a coarse grid, as they do in most scripts.
    ends = (
        random.integers(0, 4, (CLASSES, STROKES, 2, 2)) * (2 / 3) - 1 + random.normal(0, 0.08, (CLASSES, STROKES, 2, 2))
    )
    start, end = ends[:, :, 0], ends[:, :, 1]
    # A stroke to where it began would be a dot: it goes to the other side.
    dot = np.linalg.norm(end - start, axis=-1, keepdims=True) < 0.7
    end = np.where(dot, -start + random.normal(0, 0.3, start.shape), end)
    # Half of the later strokes set out from a place on the stroke before, so that characters hang together.
    joined = random.random((CLASSES, STROKES)) < 0.55
    # Bends: both inner control points to the same side (arcs), to opposite sides (waves), or hardly at all (lines).
    across = np.stack([-(end - start)[..., 1], (end - start)[..., 0]], axis=-1)
    sort = random.choice(4, size=(CLASSES, STROKES), p=[0.35, 0.35, 0.15, 0.15])
    amount = random.uniform(0.35, 1.1, (CLASSES, STROKES)) * random.choice([-1, 1], size=(CLASSES, STROKES))
    first = np.choose(sort, [0.05 * amount, amount, amount, 1.6 * amount])[..., None]
    second = np.choose(sort, [-0.05 * amount, amount, -amount, 0.1 * amount])[..., None]
    controls = np.stack(
        [start, start + (end - start) / 3 + first * across, start + (end - start) * 2 / 3 + second * across, end],
        axis=2,
    )
    place = _bezier(random.uniform(0.0, 1.0, (CLASSES, STROKES))[..., None])  # [C, S, 1, 4]
    for stroke in range(1, STROKES):
        onto = (place[:, stroke] @ controls[:, stroke - 1])[:, 0] - controls[:, stroke, 0]
        controls[:, stroke] += np.where(joined[:, stroke, None], onto, 0)[:, None]
    return _centred(controls, drawn), drawn


def _centred(controls: NDArray[np.float64], drawn: NDArray[np.bool_]) -> NDArray[np.float64]:
    """The characters moved and scaled so that what is drawn spans ±1 in its longer direction, and is not too flat."""
    points = _bezier(np.linspace(0, 1, POINTS)) @ controls  # [C, S, P, 2]
    seen = drawn[..., None, None]
    low = np.where(seen, points, np.inf).min(axis=(1, 2))
    high = np.where(seen, points, -np.inf).max(axis=(1, 2))
    spans: NDArray[np.float64] = (high - low) / 2
    longest: NDArray[np.float64] = spans.max(axis=-1, keepdims=True)
    # The shorter direction keeps its proportion where it spans at least 0.6 of the longer, else it is stretched.
    spans = np.where(spans < 0.6 * longest, np.maximum(spans / 0.6, 0.4 * longest), longest)
    centred: NDArray[np.float64] = (controls - ((low + high) / 2)[:, None, None]) / spans[:, None, None]
    return centred


def _written(
    random: np.random.Generator, controls: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Each character in every hand: points ``[C, E, S, P, 2]`` in pixels, and the width of each pen ``[C, E]``."""
    hands = (len(controls), EXAMPLES)
    strokes = controls[:, None] + random.normal(0, 0.1, (*hands, STROKES, CONTROLS, 2))
    strokes += random.normal(0, 0.08, (*hands, STROKES, 1, 2))  # a whole stroke lands elsewhere
    turn, lean = random.normal(0, 0.15, hands), random.normal(0, 0.2, hands)
    wide, high = np.exp(random.normal(0, 0.15, (2, *hands)))
    cos, sin = np.cos(turn), np.sin(turn)
    leaning = np.stack([np.stack([wide, lean * high], -1), np.stack([np.zeros(hands), high], -1)], -2)
    turning = np.stack([np.stack([cos, -sin], -1), np.stack([sin, cos], -1)], -2)
    shape = turning @ leaning  # [C, E, 2, 2]
    shift = random.normal(0, 1.6, (*hands, 1, 1, 2))
    points = _bezier(np.linspace(0, 1, POINTS)) @ strokes  # [C, E, S, P, 2]
    points = points @ shape[:, :, None].swapaxes(-1, -2)
    return points * (0.32 * SIZE) + (SIZE - 1) / 2 + shift, random.uniform(0.45, 0.75, hands)


def _inked(points: NDArray[np.float64], pens: NDArray[np.float64], drawn: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Pictures ``[C, E, 28, 28]`` of strokes: every point is a soft blot, weighted by the length that it stands for."""
    steps = np.linalg.norm(np.diff(points, axis=-2), axis=-1)
    lengths = np.zeros(points.shape[:-1])
    lengths[..., :-1] += steps / 2
    lengths[..., 1:] += steps / 2
    lengths *= drawn[:, None, :, None]
    classes, hands = pens.shape
    flat = points.reshape(classes, hands, -1, 2, 1).astype(np.float32)
    sharpness = (0.5 / pens**2).astype(np.float32)[..., None, None]
    pixels = np.arange(SIZE, dtype=np.float32)
    # A blot is the product of a row and a column, so all blots of a picture are one matrix product.
    columns = np.exp(-((pixels - flat[..., 0, :]) ** 2) * sharpness)  # [C, E, S*P, 28]
    rows = np.exp(-((pixels - flat[..., 1, :]) ** 2) * sharpness)
    rows *= (lengths.reshape(classes, hands, -1, 1) * (INK / pens[..., None, None])).astype(np.float32)
    ink = rows.swapaxes(-1, -2) @ columns
    pictures: NDArray[np.uint8] = np.rint(255 * (1 - np.exp(-ink))).astype(np.uint8)
    return pictures


def _bezier(places: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights ``[..., P, 4]`` of the control points of a cubic Bézier curve at places ``[..., P]`` from 0 to 1."""
    t, u = places, 1 - places
    return np.stack([u**3, 3 * u**2 * t, 3 * u * t**2, t**3], axis=-1)
