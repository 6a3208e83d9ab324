"""What a person draws, or brings as a picture, made to look like the pictures of a dataset: its size, paper and pen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.tasks.archives import BadPictureError
from core.tasks.photographs import in_grey, squared

Stroke = tuple[tuple[float, float], ...]  # points (x, y) from 0 to 1, from the left and from the top

LEAST = 0.35  # of the canvas: what is smaller is enlarged as if it were so large, so that a dot stays a dot
PAPER = 32  # how far a shade may be from that of the paper and still be paper
READ_AT = 512  # pixels: to which larger drawings are scaled before anything else
FAINTEST = 32  # of 255: a drawing that stands out less from its paper is none


@dataclass(frozen=True)
class Look:
    """How the pictures of a dataset look. Sizes are in their pixels."""

    shape: tuple[int, int, int]  # channels, height and width
    is_drawn: bool  # ink on paper; otherwise photographs, which are full of other things
    paper: int  # the shade around the ink, 0 or 255; the ink has the other one
    extent: float  # of what is drawn: its longer side
    pen: float  # the width of a stroke
    ink: float  # how much of full ink the middle of a stroke has, 0 to 1

    @classmethod
    def of(cls, pictures: NDArray[np.uint8]) -> Self:
        """What pictures [N, C, H, W] have in common; 0 is black or paper, 255 is white or ink."""
        _, channels, height, width = pictures.shape
        edge = np.concatenate([pictures[..., [0, -1], :].ravel(), pictures[..., :, [0, -1]].ravel()])
        paper = 0 if np.median(edge) < 128 else 255
        inks = np.abs(pictures.astype(np.float32) - paper).mean(1) / 255  # [N, H, W]
        known = [_measures(ink) for ink in inks if (ink > 0.5).any()]
        is_drawn = channels == 1 and len(known) > 0 and float((inks * 255 < PAPER).mean()) > 0.5
        if not is_drawn:
            side = min(height, width)
            return cls((channels, height, width), False, 255, 0.8 * side, 0.05 * side, 1.0)
        extent, pen, ink = np.median(np.array(known), 0)
        return cls((channels, height, width), True, paper, float(extent), float(pen), float(ink))

    def drawn(self, strokes: Sequence[Stroke]) -> NDArray[np.uint8]:
        """Strokes as a picture [C, H, W]; for drawings centred and scaled to fill as much as those of the data do."""
        _, height, width = self.shape
        lines = [np.array(stroke, np.float64).reshape(-1, 2) for stroke in strokes if len(stroke)]
        if not lines:
            return self.inked(np.zeros((height, width)))
        everything = np.concatenate(lines)
        low, high = everything.min(0), everything.max(0)
        if self.is_drawn:
            scale = (self.extent - self.pen) / max(float((high - low).max()), LEAST)
            middle = (low + high) / 2
        else:
            scale, middle = float(min(height, width)), np.array([0.5, 0.5])
        centre = np.array([width, height]) / 2
        return self.inked(self._traced([(line - middle) * scale + centre for line in lines]))

    def read(self, data: bytes) -> NDArray[np.uint8]:
        """The picture in a file's bytes as [C, H, W]. Raises BadPictureError.

        A drawing may be dark on light or light on dark: its paper is the shade of its edge. One that has the size of
        the data stays as it is; of others the ink is cut out, centred and scaled.
        """
        channels, height, width = self.shape
        if not self.is_drawn:
            return squared(data, min(height, width), colour=channels == 3)
        grey = in_grey(data, READ_AT).astype(np.float32)
        edge = np.concatenate([grey[[0, -1]].ravel(), grey[:, [0, -1]].ravel()])
        ink = np.abs(grey - np.median(edge))
        strongest = float(ink.max())
        if strongest < FAINTEST:
            raise BadPictureError("shows nothing that stands out from its edge")
        ink /= strongest
        if ink.shape == (height, width):
            return self.inked(ink)
        return self.inked(self._centred(ink))

    def inked(self, ink: NDArray[np.floating]) -> NDArray[np.uint8]:
        """A picture [C, H, W] of so much ink [H, W], 0 to 1."""
        shades = self.paper + (255 - 2 * self.paper) * np.clip(ink, 0, 1)
        return np.broadcast_to(np.rint(shades).astype(np.uint8), self.shape).copy()

    def _traced(self, lines: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
        """The ink [H, W] of a round pen along lines [P, 2] in pixels, softened over the width of a pixel."""
        _, height, width = self.shape
        y, x = np.mgrid[:height, :width] + 0.5
        pixels = np.stack([x.ravel(), y.ravel()], -1)[:, None]  # [H*W, 1, 2]
        nearest = np.full(height * width, np.inf)
        for line in map(_thinned, lines):
            start, along = line[:-1], np.diff(line, axis=0)
            if not len(along):
                start, along = line, np.zeros((1, 2))
            length = np.maximum((along**2).sum(-1), 1e-12)
            share = np.clip(((pixels - start) * along).sum(-1) / length, 0, 1)[..., None]
            away = np.sqrt(((pixels - start - share * along) ** 2).sum(-1))
            nearest = np.minimum(nearest, away.min(1))
        return self.ink * np.clip(self.pen / 2 + 0.5 - nearest, 0, 1).reshape(height, width)

    def _centred(self, ink: NDArray[np.float32]) -> NDArray[np.float32]:
        """The inked part of a picture, in the middle and as large as in the data."""
        from PIL import Image

        _, height, width = self.shape
        rows, columns = (np.flatnonzero((ink > 0.3).any(axis)) for axis in (1, 0))
        part = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        scale = self.extent / max(part.shape)
        size = [max(1, round(side * scale)) for side in part.shape]
        small = np.asarray(Image.fromarray(part).resize((size[1], size[0]), Image.Resampling.BOX))
        whole = np.zeros((height, width), np.float32)
        top, left = (height - size[0]) // 2, (width - size[1]) // 2
        whole[top : top + size[0], left : left + size[1]] = small
        return whole * (self.ink / max(float(np.percentile(small, 95)), 1e-6))


def _measures(ink: NDArray[np.float32]) -> tuple[float, float, float]:
    """Extent, pen and strength of the ink in a picture [H, W], 0 to 1.

    A stroke of length L, width w and strength s holds s·w·L of ink, and rises and falls by s along both its sides: the
    sum of the slopes is 2·s·L.
    """
    rows, columns = (np.flatnonzero((ink > 0.5).any(axis)) for axis in (1, 0))
    extent = max(rows[-1] - rows[0], columns[-1] - columns[0]) + 1.0
    padded = np.pad(ink, 1)
    slopes = np.hypot(np.diff(padded, axis=0)[:, :-1], np.diff(padded, axis=1)[:-1])
    return extent, 2 * float(ink.sum()) / float(slopes.sum()), float(np.percentile(ink[ink > 0.5], 75))


def _thinned(line: NDArray[np.float64]) -> NDArray[np.float64]:
    """The line without points that lie closer together than a third of a pixel."""
    kept = [0]
    for place in range(1, len(line)):
        if np.abs(line[place] - line[kept[-1]]).max() > 1 / 3:
            kept.append(place)
    return line[kept]
