"""How one setting varies in a sweep: a list of values, or a range to be divided or drawn from.

As text, values are a list as in ``0.01, 0.1, 0.4`` or ``adam, sgd``, and a range is ``0.001..1*8``: from, to, and into
how many values it is divided. Whole numbers may leave the number out: ``1..5`` is each of them. A setting that the form
shows on a logarithmic scale is divided and drawn from on one.
"""

import math
import random
import re
import tomllib
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from core.experiment import Experiment
from core.problems import ExperimentError, Problem
from core.schema import SettingField, fields_of

MOST_VALUES = 500  # that a range is divided into
DIGITS = 3  # significant ones of a number within a range: step sizes are not chosen more finely
_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_RANGE = re.compile(rf"\s*({_NUMBER})\s*\.\.\s*({_NUMBER})\s*(?:\*\s*(\d+))?\s*")


class Variation(ABC):
    """What a setting takes in a sweep."""

    @abstractmethod
    def values(self) -> tuple[Any, ...]:
        """All values of a grid, in order."""

    @property
    @abstractmethod
    def size(self) -> int | None:
        """How many values there are; None where they are endlessly many."""

    @abstractmethod
    def draw(self, draws: random.Random) -> Any:
        """One value by chance, each as likely as any other."""


@dataclass(frozen=True)
class Values(Variation):
    """Each of these."""

    given: tuple[Any, ...]

    def values(self) -> tuple[Any, ...]:
        return self.given

    @property
    def size(self) -> int:
        return len(self.given)

    def draw(self, draws: random.Random) -> Any:
        return self.given[int(draws.random() * len(self.given))]

    def __str__(self) -> str:
        return ", ".join(map(_written, self.given))


@dataclass(frozen=True)
class Range(Variation):
    """From `low` to `high`, both among them; `steps` values for a grid, where they are not all whole numbers."""

    low: float
    high: float
    steps: int | None = None
    log: bool = False
    whole: bool = False

    def values(self) -> tuple[Any, ...]:
        if self.steps is None:
            return tuple(range(int(self.low), int(self.high) + 1)) if self.whole else ()
        if self.steps == 1:
            return (self._at(0.0),)
        return tuple(dict.fromkeys(self._at(step / (self.steps - 1)) for step in range(self.steps)))

    @property
    def size(self) -> int | None:
        if self.steps is None:
            return int(self.high) - int(self.low) + 1 if self.whole else None
        return len(self.values())

    def draw(self, draws: random.Random) -> Any:
        if self.steps is not None:
            return Values(self.values()).draw(draws)
        share = draws.random()
        if self.whole and not self.log:
            return int(self.low) + int(share * (int(self.high) - int(self.low) + 1))
        return self._at(share)

    def _at(self, share: float) -> Any:
        """The value so far from low to high, with few digits but for the ends."""
        if share in (0.0, 1.0):
            value = self.high if share else self.low
        elif self.log:
            value = math.exp(math.log(self.low) + share * (math.log(self.high) - math.log(self.low)))
        else:
            value = self.low + share * (self.high - self.low)
        if self.whole:
            return round(value)
        if share not in (0.0, 1.0):
            value = float(f"{value:.{DIGITS}g}")
        return min(max(value, self.low), self.high)

    def __str__(self) -> str:
        steps = "" if self.steps is None else f"*{self.steps}"
        return f"{_written(self.low)}..{_written(self.high)}{steps}"


def field_at(experiment: Experiment, path: str) -> SettingField:
    """The setting of an experiment at a path. Raises ExperimentError for one that is not there."""
    experiment.value(path)
    for field in fields_of(experiment):
        if field.path == path:
            return field
    raise ExperimentError([Problem(path, "has no effect with the other settings")])


def parse(field: SettingField, text: str) -> Variation:
    """Read values or a range. Raises ExperimentError that says what is wrong, under the setting's path."""
    found = _RANGE.fullmatch(text)
    if found is None or field.control not in ("whole", "number"):
        return values(field, _listed(field, text))
    low, high, steps = found.groups()
    return between(field, float(low), float(high), None if steps is None else int(steps))


def values(field: SettingField, given: Sequence[Any]) -> Values:
    """A list of values. Raises ExperimentError for values that the setting does not allow, or that are there twice."""
    if not given:
        raise ExperimentError([Problem(field.path, f"give one or more values, as in {field.path}={_example(field)}")])
    for place, value in enumerate(given):
        _check(field, value)
        if value in given[:place]:
            raise ExperimentError([Problem(field.path, f"{_written(value)} is given twice")])
    return Values(tuple(float(value) if field.control == "number" and value is not None else value for value in given))


def between(field: SettingField, low: float, high: float, steps: int | None = None) -> Range:
    """A range. Raises ExperimentError for ends that the setting does not allow."""
    whole = field.control == "whole"
    for end in (low, high):
        _check(field, int(end) if whole and math.isfinite(end) and end == int(end) else end)
    if low >= high:
        message = f"{_written(low)} is not below {_written(high)}; a range goes from the smaller to the larger number"
        raise ExperimentError([Problem(field.path, message)])
    if steps is not None and not 2 <= steps <= MOST_VALUES:
        message = f"a range cannot be divided into {steps:,} values; it has 2 to {MOST_VALUES}"
        raise ExperimentError([Problem(field.path, message)])
    if field.log and low <= 0:
        raise ExperimentError([Problem(field.path, f"{_written(low)} has no place on a logarithmic scale")])
    return Range(low, high, steps, field.log, whole)


# -- helpers --------------------------------------------------------------------------------------------------------


def _listed(field: SettingField, text: str) -> list[Any]:
    """The values of a list: TOML where it is that, else words between commas."""
    if not text.strip():
        return []
    is_text = field.control in ("text", "lines", "folder")
    try:
        found = tomllib.loads(f"values = [{text}]")
    except (tomllib.TOMLDecodeError, RecursionError):
        found = {}  # words without quotes, as people write them
    if found.keys() == {"values"} and (not is_text or all(isinstance(value, str) for value in found["values"])):
        return [_meant(field, value) for value in found["values"]]
    return [part.strip() if is_text else _meant(field, _word(part.strip())) for part in text.split(",")]


def _word(text: str) -> Any:
    try:
        found = tomllib.loads(f"value = {text}")
    except (tomllib.TOMLDecodeError, RecursionError):
        return text
    return found["value"] if found.keys() == {"value"} else text


def _meant(field: SettingField, value: Any) -> Any:
    """What None is called, as None; on and off, as a switch has them."""
    if field.optional and value == (field.empty or "none"):
        return None
    if field.control == "switch" and isinstance(value, str):
        return {"on": True, "off": False}.get(value, value)
    return value


def _check(field: SettingField, value: Any) -> None:
    """Raise ExperimentError unless the setting allows a value, as far as the setting alone can tell."""

    def refuse(message: str) -> None:
        raise ExperimentError([Problem(field.path, message)])

    if value is None and field.optional:
        return
    if field.control in ("whole", "number"):
        number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        if not number or (field.control == "whole" and not isinstance(value, int)):
            refuse(f"{value!r} is not {'a whole number' if field.control == 'whole' else 'a number'}")
        too_low = field.minimum is not None and value < field.minimum
        if too_low or (field.above is not None and value <= field.above) or value > (field.maximum or math.inf):
            refuse(f"{_written(value)} is out of range; it must be {field.range}")
    elif field.control == "switch" and not isinstance(value, bool):
        refuse(f"{value!r} is neither true nor false")
    elif field.control == "choice" and (not isinstance(value, str) or value not in field.choices):
        refuse(f"{value!r} is not allowed; choose among {', '.join(field.choices)}")


def _example(field: SettingField) -> str:
    return ",".join(list(field.choices)[:2]) or {"switch": "true,false", "whole": "1,5", "number": "0.01,0.1"}.get(
        field.control, "a,b"
    )


def _written(value: Any) -> str:
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:.12g}" if isinstance(value, float) else str(value)
