"""What is wrong with an experiment, said so that a person can mend it: where, what, what would be right."""

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong. `path` is the dotted path of the setting, or empty for the whole."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class ExperimentError(ValueError):
    """An experiment that cannot be read or run, with every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join(map(str, self.problems)))


def nearest(name: Any, names: Iterable[str]) -> str:
    """``; did you mean 'inner_lr'?``, or nothing where no name is close."""
    close = difflib.get_close_matches(str(name), list(names), n=1, cutoff=0.6)
    return f"; did you mean {close[0]!r}?" if close else ""


def explained(error: ValidationError, unknown: Callable[[tuple[str, ...]], str]) -> list[Problem]:
    """Pydantic's errors in our words. `unknown` says what a path to no setting may mean."""
    return [_explained(detail, unknown) for detail in error.errors(include_url=False)]


def _explained(detail: Any, unknown: Callable[[tuple[str, ...]], str]) -> Problem:
    location = tuple(str(part) for part in detail["loc"])
    path, sort, value, context = ".".join(location), detail["type"], detail["input"], detail.get("ctx", {})
    limits = {
        "greater_than_equal": ("ge", "at least {}"),
        "greater_than": ("gt", "more than {}"),
        "less_than_equal": ("le", "at most {}"),
        "less_than": ("lt", "less than {}"),
    }
    kinds = {
        "int_type": "a whole number",
        "int_from_float": "a whole number",
        "float_type": "a number",
        "bool_type": "true or false",
        "string_type": "a text in quotes",
        "finite_number": "a finite number",
    }
    if sort == "extra_forbidden":
        return Problem(path, unknown(location))
    if sort in limits:
        key, words = limits[sort]
        return Problem(path, f"{value!r} is out of range; it must be {words.format(f'{context[key]:g}')}")
    if sort in kinds:
        return Problem(path, f"{value!r} is not {kinds[sort]}")
    if sort == "literal_error":
        allowed = [part.strip().strip("'") for part in context["expected"].replace(" or ", ", ").split(",")]
        return Problem(path, f"{value!r} is not allowed; choose one of {', '.join(allowed)}{nearest(value, allowed)}")
    if sort == "value_error":
        of_kind = len(location) == 1 and isinstance(value, dict)  # a section whose kind is unknown
        return Problem(f"{path}.kind" if of_kind else path, str(context["error"]))
    if sort in ("model_type", "model_attributes_type"):
        return Problem(path, f"{value!r} is not a table of settings; write [{path}] and its settings below")
    return Problem(path, f"{value!r}: {detail['msg']}")
