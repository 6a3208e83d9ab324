"""In which settings runs differ, and what those of one name are called for it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.experiment import Experiment
from core.schema import SECTIONS, SettingField, every_setting, fields_of, in_words

_MOST_VALUES = 3  # in a name; more would push aside what it is the name of
_ABSENT = object()  # a setting that another one rules out, which is not the same as an empty one

# What runs of one experiment may differ in: it changes what they are called, or how they are computed.
_OWN = {"seed", "name", "notes", "sweep"}
_OWN |= {"compute.device", "compute.workers", "compute.mapping", "compute.checkpoint_every", "evaluation.every"}
_OWN |= {"compute.tasks_at_once", "compute.memory_layout"}


@dataclass(frozen=True)
class DifferingSetting:
    path: str
    title: str
    empty: str  # what None means


def differences(experiments: Sequence[Experiment]) -> list[DifferingSetting]:
    """The settings that are not the same in all experiments, in the order of the form."""
    values = [settings_of(experiment) for experiment in experiments]
    fields = {field.path: field for experiment in experiments for field in _fields(experiment)}
    differing = [
        field
        for path, field in fields.items()
        if any(value.get(path, _ABSENT) != values[0].get(path, _ABSENT) for value in values)
    ]
    differing.sort(key=lambda field: list(SECTIONS).index(field.section))
    return [DifferingSetting(field.path, field.title, field.empty) for field in differing]


def settings_of(experiment: Experiment) -> dict[str, Any]:
    """By path the settings that make sense for an experiment and say what it is."""
    return {field.path: experiment.value(field.path) for field in _fields(experiment)}


def asked_of(experiment: Experiment) -> dict[str, Any]:
    """By path every setting that makes sense for an experiment, but for its name and notes."""
    fields = (field.path for field in fields_of(experiment) if field.path not in ("name", "notes"))
    return {path: experiment.value(path) for path in fields}


def telling(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Those of some settings, by path, that tell runs of one name apart: what they are, and their seed."""
    known = every_setting()
    return {
        path: value
        for path, value in settings.items()
        if path == "seed" or (path not in _OWN and (path not in known or known[path].control != "folder"))
    }


def varied(settings: Sequence[Mapping[str, Any]]) -> list[str]:
    """The paths in which some settings differ by themselves, and not because another one brings a value along."""
    paths = dict.fromkeys(path for own in settings for path in own)
    first = settings[0]
    differing = [path for path in paths if any(own.get(path, _ABSENT) != first.get(path, _ABSENT) for own in settings)]
    return [path for path in differing if not _follows(path, differing, settings)]


def told_apart(labels: Sequence[str], settings: Sequence[Mapping[str, Any]]) -> list[str]:
    """The labels of some runs, those that are the same with what the runs differ in.

    ``omniglot-5w1s-maml · inner_lr 0.1``, by the ends of the paths of `telling` settings. Runs of one label that
    differ in nothing keep it.
    """
    counts = Counter(labels)
    found = list(labels)
    for label in (label for label, many in counts.items() if many > 1):
        places = [place for place, other in enumerate(labels) if other == label]
        own = {place: telling(settings[place]) for place in places}
        paths = varied(list(own.values()))
        for place in places:
            words = [_said(path, own[place][path]) for path in paths if path in own[place]]
            words = [*words[:_MOST_VALUES], "…"] if len(words) > _MOST_VALUES else words
            found[place] = " · ".join([label, ", ".join(words)]) if words else label
    return found


# -- helpers --------------------------------------------------------------------------------------------------------


def _fields(experiment: Experiment) -> list[SettingField]:
    """The settings that make sense for an experiment and say what it is; a folder only says where its files lie."""
    return [field for field in fields_of(experiment) if field.path not in _OWN and field.control != "folder"]


def _follows(path: str, differing: Sequence[str], settings: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a setting differs only because another one brings it, or brings its own default for it."""
    if len({own[path] for own in settings if path in own}) == 1:
        return True
    kind = f"{path.partition('.')[0]}.kind"
    if path == kind or kind not in differing:
        return False
    by_kind: dict[Any, set[Any]] = {}
    for own in settings:
        by_kind.setdefault(own.get(kind), set()).add(own.get(path, _ABSENT))
    return all(len(found) == 1 for found in by_kind.values())


def _said(path: str, value: Any) -> str:
    """A value with the end of its path; a kind says by itself what it is of."""
    name = path.rpartition(".")[2]
    field = every_setting().get(path)
    words = in_words(value, (field.empty if field is not None else "") or "none")
    return words if name == "kind" else f"{name} {words}"
