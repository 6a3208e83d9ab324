"""The runs that the views show: their curves, read from their folders or gathered live, and their colours."""

import dataclasses
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.experiment import Experiment
from core.problems import ExperimentError
from core.runs.comparable import MeasuredTasks
from core.runs.differing import asked_of, told_apart
from core.runs.index import RunRow
from core.runs.metrics import Metrics
from core.runs.run import Run
from core.training.reports import EvaluationReport, Report, Started
from workbench import theme
from workbench.views.adapted import AdaptedRun
from workbench.views.run_curves import RunCurves
from workbench.worker import Reader


@dataclasses.dataclass
class Shown:
    """What is known of one run."""

    name: str
    label: str
    place: int  # decides the colour
    metrics: Metrics = dataclasses.field(default_factory=Metrics)
    adaptation: dict[str, Any] | None = None
    tasks: MeasuredTasks | None = None  # None until they are read, or where they cannot be
    began: datetime | None = None
    asked: dict[str, Any] = dataclasses.field(default_factory=dict)  # its settings, by path


class ShownRuns(QObject):
    """Keeps the curves of the selected runs up to date."""

    changed = Signal()  # which runs there are, or data that were read
    grown = Signal()  # more data of the live run
    adaptation_changed = Signal()
    failed = Signal(str)  # a run's files cannot be read

    def __init__(self, reader: Reader, runs: Path) -> None:
        super().__init__()
        self._reader, self._runs = reader, runs
        self._shown: dict[str, Shown] = {}
        self._live: Shown | None = None

    @property
    def colors(self) -> dict[str, str]:
        return {name: theme.series_color(shown.place) for name, shown in self._shown.items()}

    @property
    def curves(self) -> list[RunCurves]:
        """Runs of one label are told apart by their settings, and by the time at which they began."""
        runs = list(self._shown.values())
        labels = told_apart([shown.label for shown in runs], [shown.asked for shown in runs])
        times = Counter(labels)
        days = {shown.began.date() for shown in self._shown.values() if shown.began}
        when = "%H:%M:%S" if len(days) == 1 else "%Y-%m-%d %H:%M:%S"

        def full(label: str, shown: Shown) -> str:
            return f"{label} {shown.began:{when}}" if times[label] > 1 and shown.began else label

        return [
            RunCurves(shown.name, full(label, shown), theme.series_color(shown.place), shown.metrics, shown.asked)
            for label, shown in zip(labels, runs, strict=True)
        ]

    @property
    def front(self) -> Shown | None:
        """The run that views of one run show: the live one where it is selected, else the first that was measured."""
        if self._live is not None and self._live.name in self._shown:
            return self._live
        runs = list(self._shown.values())
        return next((shown for shown in runs if shown.adaptation is not None), runs[0] if runs else None)

    @property
    def adapted(self) -> list[AdaptedRun]:
        """The runs that have measured how tasks adapt, the front one first."""
        labels = {curves.key: (curves.label, curves.hex) for curves in self.curves}
        front = self.front
        return [
            AdaptedRun(shown.name, *labels[shown.name], shown.adaptation, dict(shown.metrics.courses), shown.tasks)
            for shown in sorted(self._shown.values(), key=lambda shown: shown is not front)
            if shown.adaptation is not None
        ]

    @property
    def places(self) -> dict[str, int]:
        """Where in the palette the colour of each run lies."""
        return {name: shown.place for name, shown in self._shown.items()}

    def show(self, rows: list[RunRow], places: Mapping[str, int] | None = None) -> None:
        """Show these runs; what is known of them already is kept. `places` are colours that they had once.

        A colour that a person has given to a run goes before all others.
        """
        known = dict(self._shown)
        if self._live is not None:
            known[self._live.name] = self._live
        self._shown = {}
        had, own = places or {}, {row.name: row.color for row in rows if row.color is not None}
        for row in rows:
            free = self._free_place(known, own)
            shown = known.get(row.name) or Shown(row.name, row.label, free, Metrics(row.metric))
            if row.name in own:
                shown.place = own[row.name]
            elif row.name in had and had[row.name] not in (*self.places.values(), *own.values()):
                shown.place = had[row.name]
            elif shown.place in own.values():
                shown.place = free
            shown.label, shown.began, shown.asked = row.label, row.created, row.asked
            known[row.name] = self._shown[row.name] = shown
            if shown is not self._live and len(shown.metrics.iterations) == 0:
                self._read(shown)
        self.changed.emit()
        self.adaptation_changed.emit()

    def begin_live(self, name: str, experiment: Experiment) -> None:
        """A run begins to train: from now on its reports come through `take`."""
        known = self._shown.get(name)
        place = known.place if known else self._free_place(self._shown, {})
        self._live = Shown(name, known.label if known else experiment.label, place, Metrics(experiment.metric))
        self._live.tasks = MeasuredTasks.of(experiment)
        self._live.asked = known.asked if known else asked_of(experiment)
        if known is not None:
            self._live.adaptation = known.adaptation
            self._shown[name] = self._live

    def take(self, reports: list[Report]) -> None:
        """More of the live run."""
        live = self._live
        if live is None:
            return
        records = [report.to_json() for report in reports if report.event in ("iteration", "evaluation")]
        live.metrics.extend(records)
        resumed = next((report for report in reports if isinstance(report, Started) and report.iteration > 0), None)
        if resumed is not None:
            self._read_past(live, resumed.iteration)
        measured = [r for r in reports if isinstance(r, EvaluationReport) and r.split == "validation"]
        if measured:
            live.adaptation = dict(vars(measured[-1].adaptation))
            self.adaptation_changed.emit()
        self.grown.emit()

    def end_live(self) -> None:
        self._live = None

    # -- helpers ------------------------------------------------------------------------------------------------

    def _free_place(self, known: Mapping[str, Shown], own: Mapping[str, int]) -> int:
        """The first colour that no run has, and that nobody has given to one."""
        taken = {shown.place for shown in known.values()} | set(own.values())
        return next(place for place in range(len(taken) + 1) if place not in taken)

    def _read(self, shown: Shown) -> None:
        run = Run(self._runs / shown.name)

        def work() -> tuple[Metrics, dict[str, Any] | None, MeasuredTasks | None]:
            try:
                tasks = MeasuredTasks.of(run.experiment)
            except ExperimentError:
                tasks = None  # the view says so, and shows what was measured all the same
            metrics = Metrics.read(run.metrics_path, metric=shown.metrics.metric)
            return metrics, run.read_adaptation(), tasks

        def then(future: Future[Any]) -> None:
            error = future.exception()
            if error is not None:
                self.failed.emit(f"{shown.name}: {error}")
                return
            metrics, adaptation, tasks = future.result()
            if shown is self._live:
                return  # it reports for itself by now
            shown.metrics, shown.adaptation, shown.tasks = metrics, adaptation, tasks
            self.changed.emit()
            self.adaptation_changed.emit()

        self._reader.submit(work, then)

    def _read_past(self, live: Shown, until: int) -> None:
        """A resumed run's curves begin before this program's reports: read them, then add what came meanwhile."""
        path = Run(self._runs / live.name).metrics_path

        def then(future: Future[Any]) -> None:
            error = future.exception()
            if error is not None:
                self.failed.emit(f"{live.name}: {error}")
                return
            past: Metrics = future.result()
            past.join(live.metrics)
            live.metrics = past
            self.changed.emit()
            self.adaptation_changed.emit()

        self._reader.submit(lambda: Metrics.read(path, until, live.metrics.metric), then)
