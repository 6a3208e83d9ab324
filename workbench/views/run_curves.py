"""A run as the learning curves draw it; plain data, for whoever knows of runs and not of plots."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtGui import QColor

from core.runs.metrics import Metrics


@dataclass(frozen=True)
class RunCurves:
    """One run to draw: `key` tells runs apart, `metrics` may go on growing."""

    key: str
    label: str
    color: QColor | str
    metrics: Metrics
    asked: Mapping[str, Any] = field(default_factory=dict)  # its settings, by path

    @property
    def hex(self) -> str:
        return QColor(self.color).name()
