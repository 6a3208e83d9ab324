"""The help pages: what people wrote in resources/help, and what follows from schema, registry and presets.

Adding a page is adding a file: one about something that is registered holds only what the schema cannot know, and every
other one a title and all its text. In every other language (resources/languages/*/help) there is the same file again,
with the same links, pictures and headings.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from core import registry
from core.experiment import CHOSEN_BY_KIND, Experiment, learners_of
from core.help_language import ENGLISH, Language
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
from core.schema import SECTIONS, SettingField, fields_in, on_or_off
from core.settings import FAMILIES, Settings

BEGIN, VIEWS, SETTINGS = "Begin here", "Views", "Settings"
_GROUPS = {"dataset": "Datasets", "learner": "Learners"}
_OWN_ORDER = ("meta-learning", "first-minutes", "evaluation", "comfort", "troubleshooting")
_SETTING_COLUMNS = ("Setting", "Meaning", "Range", "Default", "Source")
_SOLVES = {
    ("classification",): "It solves classification.",
    ("regression",): "It solves regression.",
    ("classification", "regression"): "It solves classification and regression.",
}
_HOLDS = {  # of a dataset: its tasks and its inputs
    ("classification", "image"): "The tasks are classification, on pictures.",
    ("classification", "vector"): "The tasks are classification, on numbers.",
    ("regression", "image"): "The tasks are regression, on pictures.",
    ("regression", "vector"): "The tasks are regression, on numbers.",
}
_TAKES = {
    ("image",): "It takes pictures.",
    ("vector",): "It takes numbers.",
    ("image", "vector"): "It takes pictures and numbers.",
}
_TRAITS = {  # what a setting may need that is no setting itself
    ("algorithm.has_inner_loop", True): "For algorithms with an inner loop.",
    ("dataset.inputs", "image"): "For pictures.",
    ("dataset.tasks", "regression"): "For regression.",
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


def pages(language: Language = ENGLISH) -> dict[str, Page]:
    """Every page by its id, in the order of the contents, which is the same in all languages.

    Raises ValueError that names a damaged file, and FileNotFoundError for a language that has no help.
    """
    found = [*_own_pages(language), *_registered_pages(language), *_view_pages(language), *_settings_pages(language)]
    order = list(dict.fromkeys([BEGIN, *FAMILIES, *(page.group for page in found)]))
    in_order = sorted(found, key=lambda page: order.index(page.group))
    return {page.id: replace(page, group=language.say(page.group)) for page in in_order}


# -- the pages ------------------------------------------------------------------------------------------------------


def _own_pages(language: Language) -> Iterator[Page]:
    written = {name: _page(name, BEGIN, text) for name, text in language.files().items()}
    order = [*_OWN_ORDER, *sorted(written.keys() - set(_OWN_ORDER))]
    yield from (written[name] for name in order if name in written)


def _view_pages(language: Language) -> Iterator[Page]:
    yield from (_page(f"view/{name}", VIEWS, text) for name, text in language.files("views").items())


def _settings_pages(language: Language) -> Iterator[Page]:
    """One page for each section that is the same for every experiment."""
    written = language.files("settings")
    for section in SECTIONS:
        part = Experiment if section == "run" else Experiment.model_fields.get(section)
        kind = part if part is Experiment else getattr(part, "annotation", None)
        if section in CHOSEN_BY_KIND or not (isinstance(kind, type) and issubclass(kind, Settings)):
            continue
        fields = fields_in(kind, "" if section == "run" else section)
        _, words = parse(written.get(section, ""), section)
        title = language.say("Settings: {0}", language.say(SECTIONS[section]))
        yield Page(f"settings/{section}", title, SETTINGS, (*words, _table(fields, language)))


def _registered_pages(language: Language) -> Iterator[Page]:
    """One page for each algorithm, dataset and learner that there is."""
    for section in ("algorithm", "dataset", "learner"):
        chosen = CHOSEN_BY_KIND[section]
        written = language.files(f"{section}s")
        for kind in sorted(chosen.kinds, key=lambda kind: str(chosen.settings(kind).title).lower()):
            settings = chosen.settings(kind)
            _, words = parse(written.get(kind, ""), f"{section}/{kind}")
            blocks = (
                Paragraph(escaped(language.say(settings.summary))),
                *_about[section](kind, settings, language),
                *words,
                Heading(language.say("Settings")),
                _table(fields_in(settings, section), language),
                *_presets(section, kind, language),
                *_source(settings.paper, language),
            )
            group = _GROUPS.get(section) or settings.family
            yield Page(f"{section}/{kind}", language.say(settings.title), group, blocks)


def _about_algorithm(kind: str, settings: Any, language: Language) -> tuple[Block, ...]:
    titles = {one: language.say(registry.learners.settings(one).title) for one in learners_of(kind)}
    learners = [f"[{title}](learner/{one})" for one, title in titles.items()]
    lines = tuple(re.split(r";\s{3}", settings.equation))
    equation = (Equation(lines),) if settings.equation else ()
    notation = language.say("What the letters mean is said in [What meta-learning is](meta-learning).")
    solves = language.say(_SOLVES[tuple(sorted(settings.tasks))])
    works = language.say("It works with {0}.", language.listed(learners)) if learners else ""
    needs = works or language.say("It needs no learner.")
    told = Paragraph(solves + language.sign(" ") + needs)
    return (*_picture(settings.family, language), *equation, Paragraph(notation, quiet=True), told)


def _picture(family: str, language: Language) -> tuple[Block, ...]:
    if family not in _PICTURES:
        return ()
    name, words = _PICTURES[family]
    return (Picture(name, language.say(words)),)


def _presets(section: str, kind: str, language: Language) -> tuple[Block, ...]:
    """The presets of an algorithm, and what was published for each."""
    known = [preset for preset in presets().values() if preset.experiment.algorithm.kind == kind]
    if section != "algorithm" or not known:
        return ()
    items = []
    for preset in known:
        title = f"*{language.say(preset.task)} · {language.say(preset.method)}*"
        items.append(title + language.sign(": ") + escaped(language.say(preset.published or preset.summary)))
    return (Heading(language.say("Presets, and the figures that they aim at")), Bullets(tuple(items)))


def _source(paper: str, language: Language) -> tuple[Block, ...]:
    """A source, with its arXiv numbers as links."""
    cited = _ARXIV.sub(r"[arXiv:\1](https://arxiv.org/abs/\1)", escaped(paper))
    return (Heading(language.say("Source")), Paragraph(cited)) if paper else ()


def _about_dataset(kind: str, settings: Any, language: Language) -> tuple[Block, ...]:
    return (Paragraph(language.say(_HOLDS[settings.tasks, settings.inputs])),)


def _about_learner(kind: str, settings: Any, language: Language) -> tuple[Block, ...]:
    return (Paragraph(language.say(_TAKES[tuple(sorted(settings.inputs))])),)


_about = {"algorithm": _about_algorithm, "dataset": _about_dataset, "learner": _about_learner}


def _table(fields: list[SettingField], language: Language) -> Table:
    """Settings with what the form says of each."""
    header = tuple(language.say(column) for column in _SETTING_COLUMNS)
    return Table(header, tuple(Row(field.path, _cells(field, language)) for field in fields))


def _cells(field: SettingField, language: Language) -> tuple[str, ...]:
    say, gap = language.say, language.sign(" ")
    meaning = escaped(say(field.help))
    for value, words in field.choices.items():
        meaning += f"{gap}**{_value(value, language)}**{language.sign(': ')}{escaped(say(words))}"
    if field.needs is not None:
        meaning += f"{gap}*{_needed(*field.needs, language)}*"
    choices = language.sign(", ").join(_value(value, language) for value in field.choices)
    allowed = say("on or off") if field.control == "switch" else choices or say(field.range)
    unit = f" {say(field.unit)}" if field.range and field.unit else ""
    default = say(field.default_words)
    return (f"**{escaped(say(field.title))}**", meaning, f"{allowed}{unit}", default, escaped(field.source))


def _needed(path: str, values: tuple[Any, ...], language: Language) -> str:
    """Which other settings a setting needs, in words."""
    if (path, values[0]) in _TRAITS:
        return language.say(_TRAITS[path, values[0]])
    words = language.listed([_value(value, language) for value in values], "{0} or {1}")
    return language.say("Where {0} is {1}.", language.say(_titles()[path]), words)


def _value(value: Any, language: Language) -> str:
    """A value of a choice or a switch, as people read it."""
    text = on_or_off(value) if isinstance(value, bool) else str(value).replace("_", " ")
    return language.say(text)


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


def _page(identifier: str, group: str, text: str) -> Page:
    title, blocks = parse(text, f"{identifier}.md")
    if not title:
        raise ValueError(f"resources/help: the page {identifier} needs a first line '# Title'")
    return Page(identifier, title, group, blocks)
