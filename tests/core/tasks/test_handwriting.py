"""Drawings made to look like a dataset: its size, paper, pen and place, whatever they are drawn with."""

import io

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from trained import whole

from core.tasks.archives import BadPictureError
from core.tasks.glyphs import draw_font
from core.tasks.handwriting import Look

CROSS = (((0.1, 0.1), (0.3, 0.3)), ((0.3, 0.1), (0.1, 0.3)))


@pytest.fixture(scope="module")
def glyphs() -> NDArray[np.uint8]:
    """One example of every fourth character, [N, 1, 28, 28]."""
    return whole(draw_font(0))[::80, None]  # type: ignore[no-any-return]


def bars(pen: int, extent: int, paper: int = 0) -> NDArray[np.uint8]:
    """Pictures of one upright bar of full ink, [3, 1, 28, 28]."""
    pictures = np.full((3, 1, 28, 28), paper, np.uint8)
    pictures[..., 4 : 4 + extent, 10 : 10 + pen] = 255 - paper
    return pictures


def png(grey: NDArray[np.uint8]) -> bytes:
    out = io.BytesIO()
    Image.fromarray(grey).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("paper", [0, 255])
def test_paper_pen_and_extent_are_told_from_pictures(paper: int) -> None:
    look = Look.of(bars(2, 20, paper))
    assert look.is_drawn
    assert (look.paper, look.extent, look.ink) == (paper, 20, 1)
    # ink 2·20, slopes of a rectangle of 2 × 20: its edges 2·(2 + 20), shared at one corner
    assert look.pen == pytest.approx(2 * 40 / (44 - 2 + np.sqrt(2)))


def test_photographs_are_not_drawings() -> None:
    random = np.random.default_rng(0)
    colour = random.integers(0, 256, (5, 3, 16, 16), dtype=np.uint8)
    look = Look.of(colour)
    assert not look.is_drawn
    drawn = look.drawn(CROSS)
    assert drawn.shape == (3, 16, 16)
    assert drawn[:, 3, 3].max() < 60  # the cross is drawn black on white, where it was drawn
    assert (drawn[:, 8:, 8:] == 255).all()


def test_a_drawing_has_the_pen_and_extent_of_the_data(glyphs: NDArray[np.uint8]) -> None:
    look = Look.of(glyphs)
    for scale in (1.0, 2.5):
        strokes = [tuple((scale * x, scale * y) for x, y in stroke) for stroke in CROSS]
        again = Look.of(look.drawn(strokes)[None])
        assert again.paper == 0
        assert again.pen == pytest.approx(look.pen, rel=0.2)
        assert again.ink == pytest.approx(look.ink, abs=0.1)
    assert again.extent == pytest.approx(look.extent, abs=1)


def test_where_and_how_large_a_drawing_is_does_not_matter(glyphs: NDArray[np.uint8]) -> None:
    look = Look.of(glyphs)
    here = look.drawn([tuple((2 * x, 2 * y) for x, y in stroke) for stroke in CROSS])
    there = look.drawn([tuple((0.1 + 2.5 * x, 2.5 * y) for x, y in stroke) for stroke in CROSS])
    assert np.abs(here.astype(int) - there).max() <= 1
    rows, columns = (np.flatnonzero((here[0] > 127).any(axis)) for axis in (1, 0))
    for ends in (rows, columns):
        assert ends[0] + ends[-1] == pytest.approx(27, abs=1)  # in the middle


def test_a_dot_stays_a_dot(glyphs: NDArray[np.uint8]) -> None:
    look = Look.of(glyphs)
    dot = look.drawn([((0.9, 0.9),)])
    assert 0 < (dot > 127).sum() <= 9
    assert look.drawn([]).max() == 0


@pytest.mark.parametrize("inverted", [False, True])
def test_a_picture_file_of_any_polarity_and_size_becomes_one_of_the_data(
    glyphs: NDArray[np.uint8], inverted: bool
) -> None:
    look = Look.of(glyphs)
    page = np.full((300, 400), 235, np.uint8)
    page[50:250, 40:60] = page[230:250, 40:160] = 30  # an L, 200 high, in a corner
    seen = look.read(png(255 - page if inverted else page))
    assert seen.shape == (1, 28, 28)
    assert seen[0, 0, 0] == 0
    rows, columns = (np.flatnonzero((seen[0] > 127).any(axis)) for axis in (1, 0))
    assert rows[-1] - rows[0] + 1 == pytest.approx(look.extent, abs=1)
    assert columns[-1] - columns[0] + 1 == pytest.approx(0.6 * look.extent, abs=1.5)
    assert seen[0, rows[0], columns[0]] > 127
    assert seen[0, rows[0], columns[-1]] == 0


def test_a_picture_of_the_data_stays_as_it_is(glyphs: NDArray[np.uint8]) -> None:
    look = Look.of(glyphs)
    full = glyphs[7].copy()
    full[0, 14, 14] = 255
    assert (look.read(png(full[0])) == full).all()
    assert (look.read(png(255 - full[0])) == full).all()


def test_what_shows_nothing_is_refused(glyphs: NDArray[np.uint8]) -> None:
    look = Look.of(glyphs)
    with pytest.raises(BadPictureError, match="nothing that stands out"):
        look.read(png(np.full((50, 50), 200, np.uint8)))
    with pytest.raises(BadPictureError, match="is no JPEG"):
        look.read(b"words")
