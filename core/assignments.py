"""A setting and its value as people type them in the terminal: ``algorithm.inner_lr=0.4``."""

import tomllib
from typing import Any, get_args

import tomli_w
from pydantic.fields import FieldInfo

from core.experiment import CHOSEN_BY_KIND, Experiment
from core.problems import ExperimentError, Problem

NONE = "none"  # as the value of a setting that may be empty


def read(text: str) -> tuple[str, Any]:
    """The path and the value: a TOML value where it is one, else plain text.

    ``compute.workers=none`` empties a setting that may be empty. Raises ExperimentError where there is no path.
    """
    path, equals, value = text.partition("=")
    path = path.strip()
    if not equals or not path:
        raise ExperimentError(
            [Problem("", f"--set {text}: write a setting and its value, as in algorithm.inner_lr=0.4")]
        )
    try:
        return path, tomllib.loads(f"value = {value}")["value"]
    except tomllib.TOMLDecodeError:
        plain = value.strip()
        return path, None if plain == NONE and _may_be_empty(path) else plain


def written(path: str, value: Any) -> str:
    """The text that `read` understands as this path and value."""
    if value is None:
        return f"{path}={NONE}"
    toml = tomli_w.dumps({"value": value}).removeprefix("value = ").removesuffix("\n")
    if isinstance(value, str) and value.isprintable() and read(f"{path}={value}") == (path, value):
        return f"{path}={value}"
    return f"{path}={toml}"


def _may_be_empty(path: str) -> bool:
    """Whether any experiment has a setting there that may be None."""
    section, _, name = path.partition(".")
    owners: list[Any] = []
    if section in CHOSEN_BY_KIND:
        owners = [CHOSEN_BY_KIND[section].settings(kind) for kind in CHOSEN_BY_KIND[section].kinds]
    elif section in Experiment.model_fields:
        owners = [Experiment.model_fields[section].annotation]
    return any(_allows_none(fields[name]) for owner in owners if name in (fields := getattr(owner, "model_fields", {})))


def _allows_none(info: FieldInfo) -> bool:
    return info.annotation is type(None) or type(None) in get_args(info.annotation)
