"""Numbers as people read them: in the locale, with the digits that mean something."""

import math
from collections.abc import Callable

from PySide6.QtCore import QLocale

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


def percent(value: float, digits: int = 1) -> str:
    """A share between 0 and 1 as a percentage."""
    if not math.isfinite(value):
        return MISSING
    return f"{QLocale().toString(100 * value, 'f', digits)}{PERCENT}"


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
