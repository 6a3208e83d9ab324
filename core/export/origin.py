"""Where an experiment comes from: the preset from which the fewest of its settings differ, and which those are."""

from functools import cache
from typing import Any

from core.experiment import CHOSEN_BY_KIND, Experiment
from core.presets import Preset, presets
from core.settings import Settings

_OWN = {"name", "notes", "seed"}  # of a single run: they say nothing of where it comes from


def nearest_preset(experiment: Experiment) -> Preset:
    """The preset that has the most of an experiment's kinds, and then the fewest other settings; the first of several.

    A run does not keep which preset its person began with. This one is as good to start from.
    """
    wanted = settings_of(experiment)

    def distance(preset: Preset) -> tuple[int, int]:
        has = _of_presets()[preset.id]
        differing = [path for path in wanted.keys() | has.keys() if wanted.get(path) != has.get(path)]
        kinds = [path for path in differing if path.endswith(".kind")]
        return len(kinds), len([path for path in differing if path not in _OWN])

    return min(presets().values(), key=distance)


def changes_from(base: Experiment, experiment: Experiment) -> list[tuple[str, Any]]:
    """The settings to change one after another, by dotted path, to come from one experiment to another.

    Kinds come first, since each brings settings of its own.
    """
    kinds = [(f"{section}.kind", getattr(experiment, section).kind) for section in CHOSEN_BY_KIND]
    changes = [(path, kind) for path, kind in kinds if base.value(path) != kind]
    for path, kind in changes:
        base = base.with_value(path, kind)
    has = settings_of(base)
    return [*changes, *((path, value) for path, value in settings_of(experiment).items() if has[path] != value)]


def settings_of(experiment: Experiment) -> dict[str, Any]:
    """Every setting by its dotted path, also those that make no sense for this experiment."""
    found: dict[str, Any] = {}
    for name in Experiment.model_fields:
        value = getattr(experiment, name)
        if isinstance(value, Settings):
            found |= {f"{name}.{inner}": getattr(value, inner) for inner in type(value).model_fields}
        else:
            found[name] = value
    return found


@cache
def _of_presets() -> dict[str, dict[str, Any]]:
    """The settings of each preset, by its id."""
    return {preset.id: settings_of(preset.experiment) for preset in presets().values()}
