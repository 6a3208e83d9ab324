"""Drawing: the learning curves of a million iterations, and a table of five hundred runs."""

import math
import statistics
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from benchmarks.rows import Row
from benchmarks.timing import milliseconds, percentile, say
from core.places import Places
from core.runs.index import RunRow
from core.runs.metrics import Metrics
from workbench import theme
from workbench.app import build
from workbench.runs.run_panel import RunPanel
from workbench.views.learning_curves import LearningCurves
from workbench.views.run_curves import RunCurves

POINTS, NEWS, CHUNK = 1_000_000, 50, 20_000
RUNS = 500
REPEATS = 40


def redraw() -> list[Row]:
    """New points of a run of a million iterations: from the call to the picture."""
    application = _application()
    metrics = Metrics()
    for first in range(0, POINTS, CHUNK):
        metrics.extend(_records(first, CHUNK))
    view = LearningCurves()
    view.set_runs([RunCurves("run", "omniglot-5w1s-maml", theme.series_color(0), metrics)])
    paints = _Paints(view.loss_plot.canvas.viewport(), view.score_plot.canvas.viewport())
    _show(application, view, 908, 490)
    say(f"{len(metrics.iterations):,} points are there")
    found = []
    for _ in range(REPEATS):
        metrics.extend(_records(len(metrics.iterations), NEWS))
        seen = paints.count
        found.append(_timed(application, view.refresh))
        if paints.count == seen:
            raise RuntimeError("nothing was painted")
    view.close()
    median = statistics.median(found)
    note = f"{NEWS} new points each time, both plots painted; median of {REPEATS}, p95 {_ms(percentile(found, 95))}"
    what = "Redraw of the learning curves with 1 000 000 points"
    return [Row("redraw", what, _ms(median), "under 16 ms", median < 0.016, note, {"seconds": found})]


def table() -> list[Row]:
    """Typing into the filter, and sorting by each column, until the table is painted."""
    application = _application()
    panel = RunPanel([])
    panel.show_rows([_row(number) for number in range(RUNS)])
    _show(application, panel, 908, 400)
    filter_line = panel.findChild(QLineEdit, "runs.filter")
    typed = ["m", "ma", "maml", "maml 5w1s", "finished", "nothing like it", "tag:paper test:>0.7 -ways:20", ""]
    filters = {text: [_timed(application, lambda t=text: filter_line.setText(t)) for _ in range(1)] for text in typed}
    for _ in range(REPEATS // 4):
        for text in typed:
            filters[text].append(_timed(application, lambda t=text: filter_line.setText(t)))
    columns = [column.title for column in panel.model.columns]
    sorts: dict[str, list[float]] = {column: [] for column in columns}
    for turn in range(REPEATS // 4):
        order = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)[turn % 2]
        for place, column in enumerate(columns):
            sorts[column].append(_timed(application, lambda p=place, o=order: panel.table.sortByColumn(p, o)))
    groups: dict[str, list[float]] = {key: [] for key in ("dataset", "tag", "dataset.ways", "")}
    for _ in range(REPEATS // 4):
        for key in groups:
            groups[key].append(_timed(application, lambda k=key: panel.model.group_by(k)))
    panel.close()
    return [
        _worst("Filter 500 runs", "text", filters),
        _worst("Sort 500 runs", "column", sorts),
        _worst("Group 500 runs", "fact", groups),
    ]


def _worst(what: str, sort: str, found: dict[str, list[float]]) -> Row:
    medians = {name: statistics.median(times) for name, times in found.items()}
    worst = max(medians, key=lambda name: medians[name])
    note = f"the slowest {sort}, “{worst}”; median of {len(found[worst])}"
    return Row("table", what, milliseconds(medians[worst]), "under 50 ms", medians[worst] < 0.05, note, medians)


class _Paints(QObject):
    """Counts how often widgets are painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.count = 0
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def _application() -> QApplication:
    """The program's application with its styles; its own window is not shown."""
    application, window = build(["innerloop"], Places.default())
    window.desk.end()
    window.deleteLater()
    return application


def _show(application: QApplication, widget: QWidget, width: int, height: int) -> None:
    widget.resize(width, height)
    widget.show()
    for _ in range(20):
        application.processEvents()
        time.sleep(0.02)


def _timed(application: QApplication, work: Callable[[], Any]) -> float:
    """Seconds of a call and of all that follows from it, painting included."""
    begun = time.perf_counter()
    work()
    application.processEvents()
    return time.perf_counter() - begun


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.1f} ms"


def _records(first: int, count: int) -> list[dict[str, Any]]:
    """What a run reports of some iterations, with a measurement every 5,000."""
    found: list[dict[str, Any]] = []
    for iteration in range(first + 1, first + count + 1):
        noise = math.sin(12.9898 * iteration) * 43758.5453 % 1
        accuracy = 0.2 + 0.75 * (1 - math.exp(-iteration / 2e5)) - 0.1 * noise
        at = {"iteration": iteration, "seconds": 0.01 * iteration, "tasks": 32 * iteration}
        found.append(
            {
                "event": "iteration",
                **at,
                "loss": 1.7 - accuracy,
                "accuracy": accuracy,
                "gradient_norm": noise,
                "lr": 1e-3,
            }
        )
        if iteration % 5000 == 0:
            found.append(
                {"event": "evaluation", "split": "validation", "metric": "accuracy", **at, "before": 0.2,
                 "after": accuracy, "ci95": 0.01, "loss": 1.7 - accuracy, "best": True}
            )  # fmt: skip
    return found


def _row(number: int) -> RunRow:
    """One of many runs, all different."""
    algorithm, dataset = ("maml", "reptile", "prototypical")[number % 3], ("omniglot", "glyphs", "sinusoid")[number % 3]
    after = 0.5 + (number * 37 % 500) / 1000
    return RunRow(
        path=Path(f"run-{number}"),
        name=f"2026-11-20T14-03-12_{dataset}_{algorithm}_{number}",
        label=f"{dataset}-{algorithm}-{number}",
        dataset=dataset,
        algorithm=algorithm,
        task_label=("5w1s", "20w1s", "10-shot")[number % 3],
        metric="accuracy",
        status=("finished", "stopped", "failed")[number % 3],
        iteration=number * 10,
        iterations=60_000,
        best={"iteration": number, "metric": "accuracy", "value": after, "ci95": 0.01},
        test={"iteration": number, "metric": "accuracy", "before": 0.2, "after": after, "ci95": 0.01, "tasks": 600},
        seconds=float(number * 61 % 7000),
        created=datetime(2026, 11, 20, 14, 3, 12) + timedelta(minutes=number),
        error=None,
        dataset_title=dataset.title(),
        algorithm_title=algorithm.title(),
        tasks_per_second=100 + number / 7,
        settings={"dataset.ways": (5, 20)[number % 2], "outer.lr": 10.0 ** -(number % 5), "seed": number},
        tags=(("paper", "baseline"), ("paper",), ())[number % 3],
        star=number % 9 == 0,
    )
