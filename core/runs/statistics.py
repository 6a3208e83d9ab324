"""The little statistics that results need: means with intervals, and the paired t-test."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

_PRECISION, _TINY, _MOST_TERMS = 1e-15, 1e-300, 10_000


@dataclass(frozen=True)
class Interval:
    """A mean with the half width of its 95 % interval."""

    mean: float
    ci95: float


@dataclass(frozen=True)
class Difference:
    """The mean of a difference, task by task, with its 95 % interval and the p-value of the paired t-test."""

    mean: float
    ci95: float
    t: float | None  # None where the difference is the same on every task, or not finite on one
    p: float


def average(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)


def deviation(values: Sequence[float]) -> float:
    """The standard deviation s of a sample of at least two, with n − 1 below."""
    middle = average(values)
    return math.sqrt(math.fsum((value - middle) ** 2 for value in values) / (len(values) - 1))


def interval(values: Sequence[float]) -> Interval:
    """Mean and 95 % interval, 1.96 · s/√n, of a sample of at least two, as evaluation reports them."""
    return Interval(average(values), 1.96 * deviation(values) / math.sqrt(len(values)))


def apart(one: Sequence[float], other: Sequence[float]) -> Interval:
    """mean(one) − mean(other) of two independent samples: 1.96 · √(s₁²/n₁ + s₂²/n₂) is half of its interval."""
    first, second = interval(one), interval(other)
    return Interval(first.mean - second.mean, math.hypot(first.ci95, second.ci95))


def paired(one: Sequence[float], other: Sequence[float]) -> Difference:
    """one − other, task by task, with the two-sided paired t-test of the mean difference being 0.

    Both hold at least two values, of the same tasks in the same order; raises ValueError for other lengths. Where the
    difference is the same on all tasks there is no t: p is 1 for no difference at all, else 0. Where one is not finite
    all is NaN.
    """
    differences = [a - b for a, b in zip(one, other, strict=True)]
    if not all(map(math.isfinite, differences)):
        return Difference(math.nan, math.nan, None, math.nan)
    found, spread = interval(differences), deviation(differences)
    if spread <= 1e-12 * abs(found.mean):  # the same on every task, but for rounding
        return Difference(found.mean, found.ci95, None, 1.0 if found.mean == 0 else 0.0)
    t = found.mean / (spread / math.sqrt(len(differences)))
    return Difference(found.mean, found.ci95, t, two_sided(t, len(differences) - 1))


def two_sided(t: float, freedom: int) -> float:
    """P(|T| ≥ |t|) for Student's t with so many degrees of freedom: I_x(ν/2, 1/2) at x = ν / (ν + t²).

    Abramowitz and Stegun 1964, 26.7.1 and 26.5.27.
    """
    square = t * t
    if square < freedom:  # x is near 1 then, and 1 − x keeps the digits that x has lost
        return 1 - incomplete_beta(square / (freedom + square), 0.5, freedom / 2)
    return incomplete_beta(freedom / (freedom + square), freedom / 2, 0.5)


def incomplete_beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b) for x from 0 to 1 and positive a and b.

    Abramowitz and Stegun 1964, 26.5.8. Raises ArithmeticError where the continued fraction does not settle.
    """
    if x in (0.0, 1.0):
        return x
    if x > (a + 1) / (a + b + 2):  # beyond its mean the fraction is slow, and the symmetric one is quick
        return 1 - incomplete_beta(1 - x, b, a)
    scale = a * math.log(x) + b * math.log1p(-x) + math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    return math.exp(scale) / a / _beta_fraction(x, a, b)


def _beta_fraction(x: float, a: float, b: float) -> float:
    """1 + d₁/(1 + d₂/(1 + …)) of the incomplete beta function, by the method of Lentz as Thompson and Barnett 1986
    have it."""
    value = c = 1.0
    d = 0.0
    for term in range(1, _MOST_TERMS):
        m, odd = divmod(term, 2)
        if odd:
            coefficient = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            coefficient = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1 / _not_zero(1 + coefficient * d)
        c = _not_zero(1 + coefficient / c)
        value *= c * d
        if abs(c * d - 1) < _PRECISION:
            return value
    raise ArithmeticError(f"the incomplete beta function at x = {x}, a = {a}, b = {b} did not settle")


def _not_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
