"""Photographs as people have them, made small squares: any usual format, turned upright, of one size.

EXIF says how the camera was held; transparent pixels lie on white; sixteen bits become eight; of an animation the first
picture is taken.
"""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from core.tasks.archives import BadPictureError, Limits, check_pixels, damage_said

if TYPE_CHECKING:
    from PIL.Image import Image

SUFFIXES = (".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp")
FORMATS = ("JPEG", "PNG", "GIF", "BMP", "WEBP")
ORIENTATION = 0x0112  # the EXIF tag
LIMITS = Limits(total_bytes=1 << 40, pixels=150_000_000)  # a telephone's picture has up to 108 million pixels

Fit = Literal["crop", "stretch"]


def squared(data: bytes, side: int, colour: bool, fit: Fit = "crop") -> NDArray[np.uint8]:
    """The picture in a file's bytes as [3, side, side], or [1, side, side] in grey; 0 is black, 255 is white.

    ``crop`` scales the shorter side and keeps the middle of the longer one; ``stretch`` scales both, whatever becomes
    of the proportions. Raises BadPictureError.
    """
    with _opened(data) as picture:
        picture.draft(None, (2 * side, 2 * side))  # a JPEG decoder skips detail that would be scaled away
        orientation = picture.getexif().get(ORIENTATION, 1)
        small = _scaled(_eight_bits(picture, colour), side, fit)
        pixels = np.asarray(_upright(small, orientation))
    return np.ascontiguousarray(pixels.reshape(side, side, -1).transpose(2, 0, 1))


def in_grey(data: bytes, most: int) -> NDArray[np.uint8]:
    """The whole picture in a file's bytes as [H, W], no side longer than `most` pixels; 0 is black, 255 is white.

    Raises BadPictureError.
    """
    with _opened(data) as picture:
        picture.draft(None, (most, most))
        orientation = picture.getexif().get(ORIENTATION, 1)
        grey = _upright(_eight_bits(picture, colour=False), orientation)
        grey.thumbnail((most, most))
        return np.array(grey)


@contextmanager
def _opened(data: bytes) -> "Iterator[Image]":
    """The picture in a file's bytes, checked and not decoded yet."""
    from PIL import Image, UnidentifiedImageError

    with damage_said(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # ImageNet has pictures whose EXIF is damaged and whose pixels are not
        try:
            picture = Image.open(io.BytesIO(data), formats=FORMATS)
        except UnidentifiedImageError:
            raise BadPictureError("is no JPEG, PNG, GIF, BMP or WebP picture") from None
        check_pixels(*picture.size, LIMITS)
        yield picture


def _eight_bits(picture: "Image", colour: bool) -> "Image":
    """RGB or grey, whatever the mode of the file: palette, transparency, CMYK, one bit, sixteen bits."""
    from PIL import Image

    if picture.mode.startswith("I"):  # sixteen bits; Pillow itself would cut off what is above 255
        values = np.clip(np.asarray(picture, dtype=np.int64), 0, 65_535)
        picture = Image.fromarray(((values + 128) // 257).astype(np.uint8))
    elif picture.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in picture.info:
        above = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", above.size, "white"), above)
    return picture.convert("RGB").convert("RGB" if colour else "L")


def _scaled(picture: "Image", side: int, fit: Fit) -> "Image":
    from PIL import Image

    width, height = picture.size
    if min(width, height) == 0:
        raise BadPictureError("has no pixels")
    if fit == "crop":  # before it is scaled, as the filter would look beyond the edge of what is kept
        shorter = min(width, height)
        left, top = (width - shorter) // 2, (height - shorter) // 2
        picture = picture.crop((left, top, left + shorter, top + shorter))
    return picture.resize((side, side), Image.Resampling.LANCZOS)


def _upright(picture: "Image", orientation: int) -> "Image":
    """The picture as it was seen: what EXIF's orientation 1 … 8 says about how it is stored."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT, 3: Transpose.ROTATE_180, 4: Transpose.FLIP_TOP_BOTTOM, 5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270, 7: Transpose.TRANSVERSE, 8: Transpose.ROTATE_90,
    }  # fmt: skip
    return picture.transpose(turns[orientation]) if orientation in turns else picture
