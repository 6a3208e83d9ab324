"""Numbers as people read them: in the locale, with the digits that mean something."""

import math
from collections.abc import Callable

from PySide6.QtCore import QLocale

from core.figures import NOTHING, decimals, is_share

Format = Callable[[float], str]

MISSING = NOTHING
PERCENT = "\u202f%"  # a narrow space that does not break, and the sign


def count(value: float) -> str:
    """A whole number with its groups of three."""
    return QLocale().toString(round(value)) if math.isfinite(value) else MISSING


def measure(value: float, digits: int = 4) -> str:
    """A number to so many significant digits."""
    if not math.isfinite(value):
        return MISSING
    if value == 0:
        return "0"
    size = math.floor(math.log10(abs(value)))
    if -4 <= size < 6:
        return QLocale().toString(value, "f", max(digits - 1 - size, 0))
    return QLocale().toString(value, "e", digits - 1)


def short(value: float, digits: int = 4) -> str:
    """A number with the digits that it needs, at most so many."""
    return QLocale().toString(float(value), "g", digits)


def cosine(value: float) -> str:
    """A cosine, to three decimals."""
    return QLocale().toString(value, "f", 3) if math.isfinite(value) else MISSING


def percent(value: float, digits: int = 1) -> str:
    """A share between 0 and 1 as a percentage."""
    if not math.isfinite(value):
        return MISSING
    return f"{QLocale().toString(100 * value, 'f', digits)}{PERCENT}"


def memory(size: float) -> str:
    """Bytes of memory, as in 1.4 GiB, 320 MiB or 12 KiB."""
    if size >= 2**30:
        return f"{QLocale().toString(size / 2**30, 'f', 1)} GiB"
    return f"{count(size / 2**20)} MiB" if size >= 2**20 else f"{count(size / 2**10)} KiB"


def duration(seconds: float) -> str:
    """Seconds as m:ss or h:mm:ss."""
    if not math.isfinite(seconds):
        return MISSING
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def result(metric: str, value: float, half_width: float = math.nan) -> str:
    """A result with its 95 % interval where it has one, as in 97.81 % ± 0.34, with the digits of core/figures.py."""
    if not math.isfinite(value):
        return MISSING
    if not math.isfinite(half_width):
        return form_of(metric)(value)
    digits = decimals(metric, value, half_width)
    scale, sign = (100, PERCENT) if is_share(metric) else (1, "")
    number, half = (QLocale().toString(scale * each, "f", digits) for each in (value, half_width))
    return f"{number}{sign} ± {half}"


def form_of(metric: str) -> Format:
    """How results of a metric are written that have no interval: shares as percentages."""
    return percent if is_share(metric) else lambda value: measure(value, 3)


def difference(metric: str, value: float, half_width: float) -> str:
    """A difference of two results as the terminal writes it: −30.24 ± 0.40 points of shares, +0.351 ± 0.020 of errors.

    Points are percentage points: 30 % of something is another matter.
    """
    if not (math.isfinite(value) and math.isfinite(half_width)):
        return MISSING
    digits, scale = decimals(metric, value, half_width), 100 if is_share(metric) else 1
    size, half = (QLocale().toString(scale * abs(number), "f", digits) for number in (value, half_width))
    sign = "−" if math.copysign(1, value) < 0 else "+"
    return f"{sign}{size} ± {half} points" if is_share(metric) else f"{sign}{size} ± {half}"
