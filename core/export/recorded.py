"""What a run's folder tells for a report, read once, and as plain data."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from core.experiment import Experiment
from core.export.origin import nearest_preset, settings_of
from core.presets import Preset
from core.runs.metrics import Metrics
from core.runs.run import Run, RunError
from core.schema import SettingField, fields_of, on_or_off


@dataclass(frozen=True)
class SettingRow:
    """One setting as a person reads it."""

    field: SettingField
    value: str
    preset: str  # the same in the preset
    differs: bool  # from the preset


@dataclass(frozen=True)
class Recorded:
    """One run."""

    name: str
    label: str
    experiment: Experiment
    status: dict[str, Any]
    metrics: Metrics
    adaptation: dict[str, Any] | None
    environment: dict[str, Any]
    made: datetime
    preset: Preset
    settings: list[SettingRow]  # in the order of the form, those that differ from the preset first

    @classmethod
    def of(cls, run: Run) -> Self:
        """Read a run. Raises ExperimentError, RunError and ValueError for damaged files."""
        experiment = run.experiment
        preset = nearest_preset(experiment)
        return cls(
            name=run.name,
            label=experiment.label,
            experiment=experiment,
            status=run.status,
            metrics=Metrics.read(run.metrics_path, metric=experiment.metric),
            adaptation=run.read_adaptation(),
            environment=_environment(run),
            made=run.made,
            preset=preset,
            settings=_settings(experiment, preset.experiment),
        )


def _environment(run: Run) -> dict[str, Any]:
    path = run.path / "environment.json"
    found = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    if not isinstance(found, dict):
        raise RunError(f"environment.json of {run.name} is damaged: it holds no table")
    return found


def _settings(experiment: Experiment, base: Experiment) -> list[SettingRow]:
    """Name and notes are no settings here: the page has them elsewhere."""
    has = settings_of(base)
    rows = []
    for field in fields_of(experiment):
        if field.path in ("name", "notes"):
            continue
        value, before = experiment.value(field.path), has.get(field.path)
        rows.append(SettingRow(field, in_words(field, value), in_words(field, before), value != before))
    return sorted(rows, key=lambda row: not row.differs)


def in_words(field: SettingField, value: Any) -> str:
    """A value as the form shows it, with its unit."""
    if value is None:
        return field.empty or "–"
    if isinstance(value, bool):
        return on_or_off(value)
    if field.path.endswith(".kind"):
        return field.choices.get(value, str(value))
    if isinstance(value, int | float):
        number = f"{value:,}" if isinstance(value, int) and field.path != "seed" else f"{value:g}"
        return f"{number} {field.unit}".strip() if value != 1 else number
    return str(value).replace("_", " ") if field.control == "choice" else str(value) or "–"
