"""The schema of an experiment as a list of fields: what form, terminal and help show of each hyper-parameter."""

import re
import types
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter
from typing import Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from core.experiment import CHOSEN_BY_KIND, Experiment
from core.settings import FAMILIES, Settings

Control = Literal["whole", "number", "switch", "choice", "text", "lines", "folder"]

SECTIONS = {
    "dataset": "Dataset",
    "learner": "Learner",
    "algorithm": "Algorithm",
    "inner_loop": "Inner loop",
    "outer": "Outer loop",
    "evaluation": "Evaluation",
    "compute": "Compute",
    "run": "Run",
}  # in the order of the form


@dataclass(frozen=True)
class SettingField:
    """One hyper-parameter as people meet it."""

    path: str  # dotted, such as algorithm.inner_lr
    section: str  # a key of SECTIONS
    title: str
    help: str
    control: Control
    default: Any
    optional: bool = False  # None is allowed, and means what `empty` says
    empty: str = ""
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    above: float | None = None  # a minimum that is itself excluded
    choices: dict[str, str] = field(default_factory=dict)  # value -> one-line description
    headings: dict[str, str] = field(default_factory=dict)  # the first choice of each group -> what the group is called
    step: float | None = None
    log: bool = False
    source: str = ""
    needs: tuple[str, tuple[Any, ...]] | None = None  # a path, and the values there for which this makes sense

    @property
    def range(self) -> str:
        """The allowed numbers in words; empty where any is."""
        if self.control not in ("whole", "number"):
            return ""
        low = f"more than {_figure(self.above)}" if self.above is not None else _figure(self.minimum)
        high = _figure(self.maximum)
        return f"{low} to {high}" if self.minimum is not None else f"{low}, up to {high}"

    @property
    def default_words(self) -> str:
        """The default as people read it; empty where there is none to tell."""
        if self.default is None:
            return self.empty
        if isinstance(self.default, bool):
            return on_or_off(self.default)
        return f"{self.default:g}" if isinstance(self.default, float) else str(self.default).replace("_", " ")


def on_or_off(value: bool) -> str:
    """A switch in words, the same wherever one is read."""
    return "on" if value else "off"


def in_words(value: Any, empty: str) -> str:
    """A value as a terminal or a name has room for; `empty` says what None means."""
    if value is None:
        return empty
    if isinstance(value, bool):
        return on_or_off(value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def fields_of(experiment: Experiment) -> list[SettingField]:
    """The settings that make sense for this experiment, in the order of the form."""
    return _in_order(entry for pair in _sensible(experiment) if (entry := _field(*pair)) is not None)


def values_of(experiment: Experiment) -> dict[str, Any]:
    """The value of each setting that makes sense for this experiment, by path; kinds are left out."""
    shown = ((path, _extra(info)) for path, info in _sensible(experiment) if not path.endswith(".kind"))
    return {path: attrgetter(path)(experiment) for path, extra in shown if extra.get("control") != "hidden"}


@cache
def every_setting() -> dict[str, SettingField]:
    """The settings of all datasets, learners and algorithms, by path; of those that share one, the first's words."""
    found: dict[str, SettingField] = {}
    for section, registered in CHOSEN_BY_KIND.items():
        for kind in registered.kinds:
            for path, info in _all(Experiment().with_value(f"{section}.kind", kind), whole=True):
                if path not in found and (entry := _field(path, info)) is not None:
                    found[path] = entry
    return {entry.path: entry for entry in _in_order(found.values())}


def fields_in(settings: type[Settings], section: str) -> list[SettingField]:
    """Every setting that a class declares, also those that make sense only beside others; but for its `kind`.

    The section is the class's place in an experiment; empty for the settings of the experiment itself.
    """
    plain = {name: info for name, info in settings.model_fields.items() if name != "kind" and info.title}
    found = (_field(f"{section}.{name}" if section else name, info) for name, info in plain.items())
    return [entry for entry in found if entry is not None]


def titled(text: str, experiment: Experiment, say: Callable[[str], str] = str) -> str:
    """A message as the form would say it: ``dataset.ways`` is “Ways” in Dataset, and ``per_query`` is per query.

    A path that is no setting of this experiment stays as it is. `say` puts these words into another language.
    """
    infos = {path: info for path, info in _all(experiment, whole=True) if "." in path}

    def title(found: re.Match[str]) -> str:
        path = found[0]
        if path not in infos:
            return path
        section, _, name = path.partition(".")
        if name == "kind":
            return f"“{say(SECTIONS[section])}”"
        return say(f"“{infos[path].title}” in {SECTIONS[_extra(infos[path]).get('group') or section]}")

    choices = {choice for info in infos.values() for choice in _extra(info).get("choices", {}) if "_" in choice}
    for choice in choices:
        text = re.sub(rf"\b{re.escape(choice)}\b", say(choice.replace("_", " ")), text)
    return re.sub(r"\b[a-z]+\.[a-z_]+\b", title, text)


def _all(experiment: Experiment, whole: bool = False) -> Iterator[tuple[str, FieldInfo]]:
    """Every setting by its path; those of sections that nothing uses only where the `whole` is asked for."""
    for name, info in Experiment.model_fields.items():
        value = getattr(experiment, name)
        if value is experiment.outer and experiment.iterations == 0 and not whole:
            continue  # nothing is trained
        if value is experiment.learner and not experiment.algorithm.uses_learner and not whole:
            continue
        if isinstance(value, Settings):
            for inner, inner_info in type(value).model_fields.items():
                yield f"{name}.{inner}", inner_info
        else:
            yield name, info


def _sensible(experiment: Experiment) -> Iterator[tuple[str, FieldInfo]]:
    return (pair for pair in _all(experiment) if _makes_sense(experiment, _extra(pair[1]).get("needs")))


def _in_order(fields: Iterable[SettingField]) -> list[SettingField]:
    order = list(SECTIONS)
    return sorted(fields, key=lambda entry: order.index(entry.section))


def _field(path: str, info: FieldInfo) -> SettingField | None:
    """What people meet of a setting; None for one that they never meet."""
    section, _, name = path.rpartition(".")
    if name == "kind":
        return _kind_field(path, section)
    extra = _extra(info)
    if extra.get("control") == "hidden":
        return None
    annotation, optional = _without_none(info.annotation)
    limits = {type(limit).__name__: limit for limit in info.metadata}
    return SettingField(
        path=path,
        section=extra["group"] or section or "run",
        title=info.title or name,
        help=info.description or "",
        control=_control(annotation, extra),
        default=info.default,
        optional=optional,
        empty=extra["empty"],
        unit=extra["unit"],
        minimum=getattr(limits.get("Ge"), "ge", None),
        maximum=getattr(limits.get("Le"), "le", None),
        above=getattr(limits.get("Gt"), "gt", None),
        choices=extra["choices"],
        step=extra["step"],
        log=extra["log"],
        source=extra["source"],
        needs=extra["needs"],
    )


def _extra(info: FieldInfo) -> dict[str, Any]:
    return info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}


def _kind_field(path: str, section: str) -> SettingField:
    kinds = {kind: found.settings_class for kind, found in CHOSEN_BY_KIND[section].implementations.items()}
    groups = {kind: getattr(settings, "family", "") for kind, settings in kinds.items()}
    ordered = sorted(kinds, key=lambda kind: (_place(groups[kind]), groups[kind], kinds[kind].title.lower()))
    headings: dict[str, str] = {}
    for kind in ordered:
        if groups[kind] and groups[kind] not in headings.values():
            headings[kind] = groups[kind]
    return SettingField(
        path=path,
        section=section,
        title=SECTIONS[section],
        help=f"Which {section} the experiment uses.",
        control="choice",
        default=None,
        choices={kind: kinds[kind].title for kind in ordered},
        headings=headings,
    )


def _figure(value: float | None) -> str:
    """A bound with all its digits: 100,000,000 and 4,294,967,295, where a short form would hide some."""
    return f"{value:,.0f}" if value is not None and float(value).is_integer() else f"{value:g}"


def _place(family: str) -> int:
    return FAMILIES.index(family) if family in FAMILIES else len(FAMILIES)


def _makes_sense(experiment: Experiment, needs: Any) -> bool:
    return needs is None or attrgetter(needs[0])(experiment) in needs[1]


def _without_none(annotation: Any) -> tuple[Any, bool]:
    if get_origin(annotation) in (Union, types.UnionType):
        rest = [part for part in get_args(annotation) if part is not type(None)]
        return rest[0], len(rest) < len(get_args(annotation))
    return annotation, False


def _control(annotation: Any, extra: dict[str, Any]) -> Control:
    if extra["control"]:
        return extra["control"]  # type: ignore[no-any-return]
    if get_origin(annotation) is Literal:
        return "choice"
    simple: dict[Any, Control] = {bool: "switch", int: "whole", float: "number", str: "text"}
    return simple[annotation]
