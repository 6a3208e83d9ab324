"""The help pages: what people wrote in resources/help, and what follows from schema, registry and presets.

Adding a page is adding a file: one about something that is registered holds only what the schema cannot know, and every
other one a title and all its text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from core import registry
from core.experiment import CHOSEN_BY_KIND, Experiment, learners_of
from core.help_text import (
    Block,
    Bullets,
    Equation,
    Heading,
    Paragraph,
    Picture,
    Row,
    Table,
    bare,
    escaped,
    lines_of,
    parse,
)
from core.presets import presets
from core.schema import SECTIONS, SettingField, fields_in
from core.settings import FAMILIES, Settings

BEGIN, VIEWS, SETTINGS = "Begin here", "Views", "Settings"
_GROUPS = {"dataset": "Datasets", "learner": "Learners"}
_OWN_ORDER = ("meta-learning", "first-minutes", "evaluation", "comfort", "troubleshooting")
_SETTING_COLUMNS = ("Setting", "Meaning", "Range", "Default", "Source")
_TRAITS = {  # what a setting may need that is no setting itself
    "algorithm.has_inner_loop": "For algorithms with an inner loop.",
    "dataset.inputs": "For pictures.",
    "dataset.tasks": "For {}.",
}
_PICTURES = {  # of the families: which drawing, and what it shows
    "Learn an initialisation": ("initialisation", "The outer loop finds a place θ from which each task is near."),
    "Learn the update rule": ("update-rule", "Learnt steps go straight to where plain gradients go to and fro."),
    "Learn a metric": ("metric", "Each class lies somewhere; a query belongs to the nearest."),
    "Solve the head in closed form": (
        "closed-form",
        "Features are learnt; what divides classes is solved at once.",
    ),
    "Learn a model that adapts in one pass": ("one-pass", "A network reads the support set, and answers for a query."),
    "Yardsticks": ("yardsticks", "What a meta-learner is held against: chance and methods without meta-learning."),
}
_ARXIV = re.compile(r"arXiv:(\d{4}\.\d{4,5})")


@dataclass(frozen=True)
class Page:
    """One page of the help."""

    id: str
    title: str
    group: str  # what it stands under in the contents
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """Its words, without marks, and without its table of settings."""
        told = (block for block in self.blocks if not isinstance(block, Table))
        return "\n".join(bare(line) for block in told for line in lines_of(block))

    @property
    def anchors(self) -> set[str]:
        return {row.anchor for block in self.blocks if isinstance(block, Table) for row in block.rows}


@cache
def pages() -> dict[str, Page]:
    """Every page by its id, in the order of the contents. Raises ValueError that names a damaged file."""
    found = [*_own_pages(), *_registered_pages(), *_view_pages(), *_settings_pages()]
    order = list(dict.fromkeys([BEGIN, *FAMILIES, *(page.group for page in found)]))
    return {page.id: page for page in sorted(found, key=lambda page: order.index(page.group))}


# -- the pages ------------------------------------------------------------------------------------------------------


def _own_pages() -> Iterator[Page]:
    written = {name: _page(name, BEGIN, text) for name, text in _files("")}
    order = [*_OWN_ORDER, *sorted(written.keys() - set(_OWN_ORDER))]
    yield from (written[name] for name in order if name in written)


def _view_pages() -> Iterator[Page]:
    found = [_page(f"view/{name}", VIEWS, text) for name, text in _files("views")]
    yield from sorted(found, key=lambda page: page.title)


def _settings_pages() -> Iterator[Page]:
    """One page for each section that is the same for every experiment."""
    written = dict(_files("settings"))
    for section in SECTIONS:
        part = Experiment if section == "run" else Experiment.model_fields.get(section)
        kind = part if part is Experiment else getattr(part, "annotation", None)
        if section in CHOSEN_BY_KIND or not (isinstance(kind, type) and issubclass(kind, Settings)):
            continue
        fields = fields_in(kind, "" if section == "run" else section)
        _, words = parse(written.get(section, ""), section)
        yield Page(f"settings/{section}", f"Settings: {SECTIONS[section]}", SETTINGS, (*words, _table(fields)))


def _registered_pages() -> Iterator[Page]:
    """One page for each algorithm, dataset and learner that there is."""
    for section in ("algorithm", "dataset", "learner"):
        chosen = CHOSEN_BY_KIND[section]
        written = dict(_files(f"{section}s"))
        for kind in sorted(chosen.kinds, key=lambda kind: str(chosen.settings(kind).title).lower()):
            settings = chosen.settings(kind)
            _, words = parse(written.get(kind, ""), f"{section}/{kind}")
            about = _about[section](kind, settings)
            table = _table(fields_in(settings, section))
            source = (Heading("Source"), Paragraph(_cited(settings.paper))) if settings.paper else ()
            known = _presets(section, kind)
            blocks = (Paragraph(escaped(settings.summary)), *about, *words, Heading("Settings"), table, *known, *source)
            group = _GROUPS.get(section) or settings.family
            yield Page(f"{section}/{kind}", settings.title, group, blocks)


def _about_algorithm(kind: str, settings: Any) -> tuple[Block, ...]:
    learners = [f"[{registry.learners.settings(one).title}](learner/{one})" for one in learners_of(kind)]
    solves = " and ".join(settings.tasks)
    works = f" It works with {_listed(learners)}." if learners else " It needs no learner."
    lines = tuple(re.split(r";\s{3}", settings.equation))
    equation = (Equation(lines),) if settings.equation else ()
    notation = "What the letters mean is said in [What meta-learning is](meta-learning)."
    picture = (Picture(*_PICTURES[settings.family]),) if settings.family in _PICTURES else ()
    return (*picture, *equation, Paragraph(notation, quiet=True), Paragraph(f"It solves {solves}.{works}"))


def _presets(section: str, kind: str) -> tuple[Block, ...]:
    """The presets of an algorithm, and what was published for each."""
    known = [preset for preset in presets().values() if preset.experiment.algorithm.kind == kind]
    if section != "algorithm" or not known:
        return ()
    items = (f"*{preset.title}*: {escaped(preset.published or preset.summary)}" for preset in known)
    return (Heading("Presets, and the figures that they aim at"), Bullets(tuple(items)))


def _about_dataset(kind: str, settings: Any) -> tuple[Block, ...]:
    inputs = "pictures" if settings.inputs == "image" else "numbers"
    return (Paragraph(f"The tasks are {settings.tasks}, on {inputs}."),)


def _about_learner(kind: str, settings: Any) -> tuple[Block, ...]:
    words = " and ".join({"image": "pictures", "vector": "numbers"}[sort] for sort in settings.inputs)
    return (Paragraph(f"It takes {words}."),)


_about = {"algorithm": _about_algorithm, "dataset": _about_dataset, "learner": _about_learner}


def _table(fields: list[SettingField]) -> Table:
    """Settings with what the form says of each."""
    return Table(_SETTING_COLUMNS, tuple(Row(field.path, _cells(field)) for field in fields))


def _cells(field: SettingField) -> tuple[str, ...]:
    meaning = escaped(field.help)
    for value, words in field.choices.items():
        meaning += f" **{value.replace('_', ' ')}**: {escaped(words)}"
    if field.needs is not None:
        meaning += f" *{_needed(*field.needs)}*"
    allowed = ", ".join(value.replace("_", " ") for value in field.choices) or field.range
    allowed = "on or off" if field.control == "switch" else allowed
    unit = f" {field.unit}" if field.range and field.unit else ""
    return (f"**{escaped(field.title)}**", meaning, f"{allowed}{unit}", field.default_words, escaped(field.source))


def _needed(path: str, values: tuple[Any, ...]) -> str:
    """Which other settings a setting needs, in words."""
    if path in _TRAITS:
        return _TRAITS[path].format(_listed([str(value) for value in values], "or"))
    said = {True: "on", False: "off"}
    words = [said[value] if isinstance(value, bool) else str(value).replace("_", " ") for value in values]
    return f"Where {_titles()[path]} is {_listed(words, 'or')}."


@cache
def _titles() -> dict[str, str]:
    """The title of every setting that there is, by its path."""
    classes = [(section, chosen.settings(kind)) for section, chosen in CHOSEN_BY_KIND.items() for kind in chosen.kinds]
    classes += [
        (name, info.annotation)
        for name, info in Experiment.model_fields.items()
        if isinstance(info.annotation, type) and issubclass(info.annotation, Settings)
    ]
    return {field.path: field.title for section, settings in classes for field in fields_in(settings, section)}


# -- helpers --------------------------------------------------------------------------------------------------------


def _files(folder: str) -> Iterator[tuple[str, str]]:
    """Name and text of what people wrote in a folder of resources/help."""
    root = resources.files("resources").joinpath("help")
    for file in (root.joinpath(folder) if folder else root).iterdir():
        if file.name.endswith(".md"):
            yield file.name.removesuffix(".md"), file.read_text(encoding="utf-8")


def _page(identifier: str, group: str, text: str) -> Page:
    title, blocks = parse(text, f"{identifier}.md")
    if not title:
        raise ValueError(f"resources/help: the page {identifier} needs a first line '# Title'")
    return Page(identifier, title, group, blocks)


def _cited(paper: str) -> str:
    """A source, with its arXiv numbers as links."""
    return _ARXIV.sub(r"[arXiv:\1](https://arxiv.org/abs/\1)", escaped(paper))


def _listed(words: list[str], last: str = "and") -> str:
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
