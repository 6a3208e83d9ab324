"""Where values of a setting, or results, lie along an axis: numbers by their size, all else as names in an order."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from core.schema import SettingField, on_or_off
from workbench.numbers import Format, form_of, measure, short

MANY_TICKS = 7  # values that are written beside an axis one by one; of more, round numbers are
_EVEN = 5  # about as many round numbers, one more or less


@dataclass(frozen=True)
class Scale:
    """`low` and `high` are the coordinates of the ends: of the logarithm where `log`, of the place among `names`."""

    title: str
    low: float
    high: float
    values: tuple[Any, ...]  # different ones, in order
    names: tuple[str, ...] = ()  # of each value, where they are no numbers
    log: bool = False
    form: Format = measure

    def at(self, value: Any) -> float | None:
        """The coordinate of a value; None for one that has none."""
        if self.names:
            return float(self.values.index(value)) if value in self.values else None
        if value is None or not math.isfinite(value):
            return None
        return math.log10(value) if self.log else float(value)

    def share(self, value: Any) -> float | None:
        """How far along the axis a value lies, from 0 to 1."""
        at = self.at(value)
        if at is None:
            return None
        return (at - self.low) / (self.high - self.low) if self.high > self.low else 0.5

    def in_words(self, value: Any) -> str:
        """A value in words."""
        if self.names:
            return self.names[self.values.index(value)]
        return self.form(value)

    def ticks(self) -> list[tuple[float, str]]:
        """Coordinates with words beside them: every value where they are few, else places at even distances."""
        if self.names or len(self.values) <= MANY_TICKS:
            return [(at, self.in_words(value)) for value in self.values if (at := self.at(value)) is not None]
        round_ones = _powers(10**self.low, 10**self.high) if self.log else _steps(self.low, self.high)
        return [(at, self.form(value)) for value in round_ones if (at := self.at(value)) is not None]


def scale_of(field: SettingField, values: Iterable[Any]) -> Scale:
    """The scale of a setting over the values that it has."""
    there = list(values)
    if there and all(isinstance(value, int | float) and not isinstance(value, bool) for value in there):
        return _numbers(field.title, there, field.log and min(there) > 0, short)
    order = sorted(dict.fromkeys(there), key=lambda value: _order(field, value))
    names = tuple(value_in_words(field, value) for value in order)
    return Scale(field.title, 0.0, max(len(order) - 1.0, 0.0), tuple(order), names or ("",))


def scale_of_results(title: str, metric: str, values: Sequence[float]) -> Scale:
    """The scale of results of one metric."""
    return _numbers(title, [value for value in values if math.isfinite(value)], False, form_of(metric))


def value_in_words(field: SettingField, value: Any) -> str:
    """A value of a setting in words: what nothing is called, on and off, and choices without underscores."""
    if value is None:
        return field.empty or "none"
    if isinstance(value, bool):
        return on_or_off(value)
    if isinstance(value, str):
        return field.choices[value] if field.path.endswith(".kind") else value.replace("_", " ")
    return short(value)


def _numbers(title: str, values: Sequence[float], log: bool, form: Format) -> Scale:
    ends = [math.log10(value) if log else float(value) for value in values] or [0.0, 1.0]
    return Scale(title, min(ends), max(ends), tuple(sorted(set(values))), (), log, form)


def _steps(low: float, high: float) -> list[float]:
    """Round numbers between two, at even distances."""
    least = (high - low) / _EVEN
    power = 10.0 ** math.floor(math.log10(least))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * (1 - 1e-9))
    return [float(f"{number * step:.12g}") for number in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _powers(low: float, high: float) -> list[float]:
    """Powers of ten between two numbers, with 2 and 5 between them where they are few; else even steps."""
    decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    for factors in ((1,), (1, 2, 5)):
        found = [float(f"{factor}e{decade}") for decade in decades for factor in factors]
        found = [value for value in found if low <= value <= high]
        if len(found) > 2:
            return found
    return _steps(low, high)


def _order(field: SettingField, value: Any) -> tuple[Any, ...]:
    """Nothing first, then numbers by their size, then choices in the order of the schema, then texts."""
    if value is None:
        return (0, 0, "")
    if isinstance(value, int | float):
        return (1, value, "")
    choices = list(field.choices)
    return (2, choices.index(value) if value in choices else len(choices), str(value))
