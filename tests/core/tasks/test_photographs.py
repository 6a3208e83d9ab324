"""One picture of any sort made a small square, against what its pixels must be."""

import io
import warnings
import zlib
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.tasks.archives import BadPictureError
from core.tasks.photographs import ORIENTATION, squared

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def saved(picture: Image.Image, form: str = "PNG", **how: Any) -> bytes:
    file = io.BytesIO()
    picture.save(file, form, **how)
    return file.getvalue()


def corners(pixels: np.ndarray[Any, Any]) -> list[tuple[int, ...]]:
    """The colours in the four corners, row by row, rounded to what they were before a lossy format."""
    rounded = np.where(pixels > 127, 255, 0)
    return [tuple(int(value) for value in rounded[:, y, x]) for y in (0, -1) for x in (0, -1)]


def four_colours(side: int = 64) -> Image.Image:
    """Red and green above, blue and white below."""
    picture = Image.new("RGB", (side, side), WHITE)
    half = side // 2
    picture.paste(RED, (0, 0, half, half))
    picture.paste(GREEN, (half, 0, side, half))
    picture.paste(BLUE, (0, half, half, side))
    return picture


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "BMP", "WEBP"])
def test_every_usual_format_gives_the_same_small_picture(form: str) -> None:
    pixels = squared(saved(four_colours(), form), 16, colour=True)
    assert pixels.shape == (3, 16, 16)
    assert pixels.dtype == np.uint8
    assert corners(pixels) == [RED, GREEN, BLUE, WHITE]


def test_grey_is_one_channel_of_brightness() -> None:
    pixels = squared(saved(four_colours()), 16, colour=False)
    assert pixels.shape == (1, 16, 16)
    # Luma of ITU-R 601: 0.299 red, 0.587 green, 0.114 blue.
    assert [int(pixels[0, y, x]) for y in (0, -1) for x in (0, -1)] == [76, 150, 29, 255]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_turned_as_the_camera_was_held(orientation: int) -> None:
    # What EXIF says of the stored picture: where its first row and its first column are in what was seen.
    stored = np.asarray(four_colours())
    seen = {
        1: stored, 2: stored[:, ::-1], 3: stored[::-1, ::-1], 4: stored[::-1], 5: stored.swapaxes(0, 1),
        6: np.rot90(stored, -1), 7: stored[::-1, ::-1].swapaxes(0, 1), 8: np.rot90(stored),
    }[orientation]  # fmt: skip
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    for form in ("PNG", "JPEG"):
        pixels = squared(saved(four_colours(), form, exif=exif.tobytes()), 16, colour=True)
        assert corners(pixels) == corners(seen.transpose(2, 0, 1))


def test_damaged_exif_does_not_cost_the_picture() -> None:
    data = saved(four_colours(), "JPEG", exif=b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x05\x01\x12\x00\x03")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert corners(squared(data, 16, colour=True)) == [RED, GREEN, BLUE, WHITE]


def test_of_a_longer_side_the_middle_is_kept_unless_it_is_to_be_stretched() -> None:
    picture = Image.new("RGB", (96, 32), RED)
    picture.paste(GREEN, (32, 0, 64, 32))
    picture.paste(BLUE, (64, 0, 96, 32))
    for upright in (False, True):
        data = saved(picture.transpose(Image.Transpose.ROTATE_270) if upright else picture)
        assert (squared(data, 8, colour=True) == np.array(GREEN)[:, None, None]).all()
        ends = [RED, RED, BLUE, BLUE] if upright else [RED, BLUE, RED, BLUE]
        assert corners(squared(data, 8, colour=True, fit="stretch")) == ends


@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA", "P", "1"])
def test_transparent_pixels_lie_on_white_in_every_mode(mode: str) -> None:
    picture = Image.new("RGBA", (32, 32), (0, 0, 0, 0))
    picture.paste((0, 0, 0, 255), (0, 0, 16, 32))
    if mode == "1":
        data = saved(picture.getchannel("A").point(lambda alpha: 255 - alpha).convert("1"))
    elif mode == "P":  # a palette one colour of which is transparent
        palette = Image.new("P", (32, 32), 1)
        palette.putpalette([0, 0, 0, 9, 9, 9])
        palette.paste(0, (0, 0, 16, 32))
        data = saved(palette, transparency=1)
    elif mode == "PA":
        data = saved(picture.quantize(4), "PNG")
    else:
        data = saved(picture.convert(mode))
    pixels = squared(data, 32, colour=True)
    assert (pixels[:, :, :14] == 0).all()
    assert (pixels[:, :, 18:] == 255).all()


def test_sixteen_bits_become_eight_and_are_not_cut_off() -> None:
    ramp = np.linspace(0, 65_535, 32 * 32).reshape(32, 32)
    pixels = squared(saved(Image.fromarray(ramp.astype(np.uint16))), 32, colour=False)
    np.testing.assert_allclose(pixels[0], ramp / 257, atol=0.51)


def test_the_colours_of_print_are_read() -> None:
    data = saved(Image.new("CMYK", (40, 40), (0, 255, 255, 0)), "JPEG")
    assert corners(squared(data, 8, colour=True)) == [RED] * 4


def test_of_an_animation_the_first_picture_is_taken() -> None:
    first, second = (Image.new("RGB", (20, 20), colour) for colour in (RED, BLUE))
    data = saved(first, "GIF", save_all=True, append_images=[second])
    assert corners(squared(data, 8, colour=True)) == [RED] * 4


def test_a_large_photograph_is_scaled_like_a_small_one() -> None:
    """A JPEG decoder may skip detail; what comes out must be the picture all the same."""
    x = np.linspace(0, 255, 3024)
    waves = np.stack([np.add.outer(x, x) / 2, np.subtract.outer(x, x) / 2 + 127, np.full((3024, 3024), 90)], -1)
    picture = Image.fromarray(waves.astype(np.uint8))
    small = squared(saved(picture, "JPEG", quality=95), 84, colour=True)
    expected = waves.reshape(84, 36, 84, 36, 3).mean((1, 3)).transpose(2, 0, 1)  # the mean over each small pixel
    assert np.abs(small - expected).max() < 6
    assert np.abs(small - expected).mean() < 1.5


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is no JPEG, PNG, GIF, BMP or WebP picture"),
        (b"no picture at all", "is no JPEG"),
        (saved(four_colours(), "JPEG")[:400], "is damaged"),
        (saved(four_colours(512), "PNG")[:200], "is damaged"),
        (saved(four_colours(), "TIFF"), "is no JPEG"),
    ],
)
def test_what_is_no_intact_picture_says_so(data: bytes, why: str) -> None:
    with pytest.raises(BadPictureError, match=why):
        squared(data, 16, colour=True)


def test_a_few_bytes_that_claim_a_picture_as_large_as_the_memory_are_refused() -> None:
    data = bytearray(saved(Image.new("1", (8, 8))))
    for side, claim in ((60_000, "claims more pixels than can be shown"), (13_000, "claims 13,000 × 13,000 pixels")):
        data[16:24] = side.to_bytes(4, "big") * 2
        data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
        with pytest.raises(BadPictureError, match=claim):
            squared(bytes(data), 16, colour=True)
