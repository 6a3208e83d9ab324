"""Presets: experiments that are known to work, each a file that says what it shows and which figure it aims at.

A preset file is an experiment file with one table more, ``[preset]``. It names only the settings that differ from the
defaults. The files lie in resources/presets; adding one is adding a file.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from core.experiment import Experiment
from core.problems import ExperimentError, Problem, nearest

DEFAULT = "sinusoid-maml"


@dataclass(frozen=True)
class Preset:
    """An experiment with the words that belong to it.

    `published` is the figure that it aims at and where that stands, empty where nobody published one; `reduction` says
    how losses are reduced, and so in which unit step sizes are given; `normalization` says whose statistics normalise
    the queries, and where the experiment departs from the published protocol.
    """

    id: str
    title: str
    group: str
    summary: str
    published: str
    reduction: str
    normalization: str
    experiment: Experiment

    @property
    def task(self) -> str:
        """What is learnt on, the first part of the title: ``Omniglot 5-way 1-shot``."""
        return self.title.partition(" · ")[0]

    @property
    def method(self) -> str:
        """How it is learnt, the second part: ``MAML``."""
        return self.title.partition(" · ")[2]


@cache
def presets() -> dict[str, Preset]:
    """Every preset by its id, in the order in which a list shows them: the `order` that each file gives.

    Raises ExperimentError that names the file when one is damaged.
    """
    found = sorted((_read(name) for name in _files()), key=lambda pair: (pair[0], pair[1].id))
    return {preset.id: preset for _, preset in found}


def get(name: str) -> Preset | None:
    """The preset of this id, if there is one; reads no other. Raises ExperimentError when it is damaged."""
    return _read(name)[1] if name in _files() else None


def find(name: str) -> Preset:
    """The preset of this id. Raises ExperimentError that names the nearest one."""
    found = get(name)
    if found is None:
        known = presets()
        hint = nearest(name, known) or f"; there are {', '.join(known)}"
        raise ExperimentError([Problem("", f"there is no preset {name!r}{hint}")])
    return found


@cache
def _files() -> dict[str, Traversable]:
    """The file of each preset by its id."""
    files = resources.files("resources").joinpath("presets").iterdir()
    return {file.name.removesuffix(".toml"): file for file in files if file.name.endswith(".toml")}


@cache
def _read(name: str) -> tuple[int, Preset]:
    """Where a preset stands in the list, and the preset."""
    file = _files()[name]
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        words = data.pop("preset")
        order = int(words.pop("order"))
        preset = Preset(id=name, experiment=Experiment.from_tables(data, file.name), **words)
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise ExperimentError([Problem("preset", f"{file.name} is no preset: {error}")]) from None
    return order, preset
