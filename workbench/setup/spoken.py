"""Settings in the language of the window."""

from dataclasses import replace

from core.experiment import Experiment
from core.schema import SettingField, fields_of, titled
from workbench.catalogue import tidy
from workbench.words import said


def spoken(field: SettingField) -> SettingField:
    """A setting with all that people read of it said in the language of the window."""
    return replace(
        field,
        title=said(field.title),
        help=said(field.help),
        unit=said(field.unit),
        empty=said(field.empty),
        choices={value: said(words) for value, words in field.choices.items()},
        headings={value: said(words) for value, words in field.headings.items()},
    )


def spoken_fields(experiment: Experiment) -> list[SettingField]:
    """The settings that make sense for an experiment, as `fields_of`, for people to read."""
    return [spoken(field) for field in fields_of(experiment)]


def in_words(value: str) -> str:
    """A choice as people read it: ``per_query`` is per query."""
    return said(value.replace("_", " "))


def explained(text: str, experiment: Experiment) -> str:
    """What the engine said of an experiment, as the form would say it."""
    return tidy(titled(said(text), experiment, said))
