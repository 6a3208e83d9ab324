"""A run as the learning curves draw it; plain data, for whoever knows of runs and not of plots."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from core.runs.metrics import Metrics


@dataclass(frozen=True)
class RunCurves:
    """One run to draw: `key` tells runs apart, `metrics` may go on growing."""

    key: str
    label: str
    color: QColor | str
    metrics: Metrics

    @property
    def hex(self) -> str:
        return QColor(self.color).name()
