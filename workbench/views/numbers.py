"""Numbers as people read them: in the locale, with the digits that mean something."""

import math
from collections.abc import Callable

from PySide6.QtCore import QLocale

from core.training.scores import BY_NAME

Format = Callable[[float], str]

MISSING = "–"
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


def interval(value: float, half_width: float, form: Format) -> str:
    """A value with its 95 % interval, as in 97.8 % ± 0.3."""
    if not math.isfinite(half_width):
        return form(value)
    return f"{form(value)} ± {form(half_width).removesuffix(PERCENT)}"


def form_of(metric: str) -> Format:
    """How results of a metric are written: shares as percentages."""
    return percent if metric in BY_NAME and BY_NAME[metric].share else lambda value: measure(value, 3)


def difference(metric: str, value: float, half_width: float) -> str:
    """A difference of two results as the terminal writes it: −30.24 ± 0.40 points of shares, +0.351 ± 0.020 of errors.

    Points are percentage points: 30 % of something is another matter.
    """
    if not (math.isfinite(value) and math.isfinite(half_width)):
        return MISSING
    points = metric in BY_NAME and BY_NAME[metric].share
    scale, digits = (100, 2) if points else (1, 3)
    size, half = (QLocale().toString(scale * abs(number), "f", digits) for number in (value, half_width))
    sign = "−" if math.copysign(1, value) < 0 else "+"
    return f"{sign}{size} ± {half} points" if points else f"{sign}{size} ± {half}"
