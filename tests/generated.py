"""Experiments and values of settings for hypothesis, drawn from what the schema allows."""

from typing import Any

from hypothesis import strategies as st

from core.experiment import CHOSEN_BY_KIND, Experiment
from core.schema import SettingField, fields_of

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_WIDTHS = st.lists(st.integers(1, 300), min_size=2, max_size=4).map(lambda widths: "-".join(map(str, widths)))


def values_of(field: SettingField) -> st.SearchStrategy[Any]:
    """Values that a setting allows."""
    if field.control == "choice":
        return st.sampled_from(list(field.choices))
    if field.control == "switch":
        return st.booleans()
    if field.control in ("text", "folder", "lines"):
        return _WIDTHS if field.path in ("learner.hidden", "learner.channels") else _TEXT
    low, high = field.minimum if field.above is None else field.above, field.maximum
    if field.control == "whole":
        numbers = st.integers(int(low or 0), int(high or 2**31 - 1))
    else:
        numbers = st.floats(low, high, exclude_min=field.above is not None, allow_nan=False, allow_infinity=False)
    return st.none() | numbers if field.optional else numbers


@st.composite
def changes(draw: st.DrawFn, experiment: Experiment) -> tuple[str, Any]:
    """A setting of an experiment, and a value for it."""
    field = draw(st.sampled_from(fields_of(experiment)))
    return field.path, draw(values_of(field))


@st.composite
def experiments(draw: st.DrawFn) -> Experiment:
    """An experiment of any kind with a few settings changed."""
    experiment = Experiment()
    for section, registered in CHOSEN_BY_KIND.items():
        experiment = experiment.with_value(f"{section}.kind", draw(st.sampled_from(registered.kinds)))
    for _ in range(draw(st.integers(0, 8))):
        experiment = experiment.with_value(*draw(changes(experiment)))
    return experiment
