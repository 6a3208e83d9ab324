"""Results in figures: with as many digits as their intervals deserve, by one rule for the window and the terminal.

The half width of an interval has two digits that mean something, and the result as many decimals. Shares are written as
percentages, with two decimals at most; without an interval they have one. Other results have three digits then.
"""

import math

from core.training.scores import BY_NAME

NOTHING = "–"  # in place of a number that is not there
_MOST, _MOST_OF_SHARES = 6, 2  # decimals


def is_share(metric: str) -> bool:
    """Whether a result lies between 0 and 1 and is read as a percentage."""
    return metric in BY_NAME and BY_NAME[metric].share


def decimals(metric: str, value: float, half_width: float | None = None) -> int:
    """How many decimals a finite result has; those of a share are of its percentage."""
    share = is_share(metric)
    if half_width is not None and math.isfinite(half_width) and half_width > 0:
        wanted = 1 - _size(float(f"{100 * half_width if share else half_width:.1e}"))
    else:
        wanted = 1 if share else (2 - _size(value) if value else 0)
    return min(max(wanted, 0), _MOST_OF_SHARES if share else _MOST)


def figure(metric: str, value: float | None, ci95: float | None = None) -> str:
    """A result as people write it: ``98.70 % ± 0.40`` for an accuracy, ``0.351 ± 0.020`` for an error."""
    if value is None or not math.isfinite(value):
        return NOTHING
    digits, scale, sign = decimals(metric, value, ci95), *_unit(metric)
    text = f"{scale * value:.{digits}f}{sign}"
    return text if ci95 is None or not math.isfinite(ci95) else f"{text} ± {scale * ci95:.{digits}f}"


def difference(metric: str, value: float, ci95: float) -> str:
    """A difference of two results: ``−30.24 ± 0.40 points`` of accuracies, ``+0.351 ± 0.020`` of errors.

    Points are percentage points: 30 % of something is another matter.
    """
    if not (math.isfinite(value) and math.isfinite(ci95)):
        return NOTHING
    digits, scale = decimals(metric, value, ci95), _unit(metric)[0]
    text = f"{scale * value:+.{digits}f} ± {scale * ci95:.{digits}f}{' points' if is_share(metric) else ''}"
    return text.replace("-", "−")


def _unit(metric: str) -> tuple[int, str]:
    return (100, " %") if is_share(metric) else (1, "")


def _size(value: float) -> int:
    """The power of ten of a number's first digit."""
    return math.floor(math.log10(abs(value)))
