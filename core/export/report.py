"""The report of one run, or of several held against each other: one page to read, to print and to send.

The page is one HTML file that needs nothing from elsewhere: style and charts are in it, there is no script, and it
forbids itself to load anything. All that comes from runs is text in it (core/export/html.py).
"""

from collections.abc import Generator, Mapping, Sequence
from datetime import datetime
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from core.export.html import Html, tag
from core.export.recorded import Recorded
from core.export.report_charts import adaptation, curves
from core.export.report_parts import (
    comparison,
    environment,
    header,
    recorded_results,
    repeating,
    results,
    settings,
)
from core.places import Places
from core.problems import ExperimentError
from core.runs.compare import compare
from core.runs.comparison import Comparison
from core.runs.run import Run, RunError
from core.tasks.task import DataError
from core.training.checkpoint import CheckpointError, write_durably
from core.training.reports import Preparing, Warned

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_UNCOMPARED = (
    "Each run measured itself, on tasks of its own seed, so small differences may be chance. innerloop compare "
    "measures runs on the same tasks and tests their differences."
)


def report(
    runs: Sequence[Run],
    places: Places,
    target: Path,
    changes: Mapping[str, Any] | None = None,
    *,
    measured: bool = True,
) -> Generator[Preparing | Warned, None, Path]:
    """Write the report of some runs, telling how far it is.

    Several runs are measured on the same test tasks, as by `compare`; where that cannot be done the page says why, and
    gives what each run recorded, as it does unless `measured`. `changes` are settings that hold for this measurement.
    One run is reported as it was recorded.

    Raises ExperimentError, RunError and ValueError for damaged files, WorkerFailed, and OSError.
    """
    yield Preparing("Reading the runs")
    found = [Recorded.of(run) for run in runs]
    compared, why_not = None, ""
    if len(runs) > 1 and measured:
        compared, why_not = yield from _compared(runs, places, changes)
    yield Preparing("Writing the page")
    write_durably(target, page(found, compared, why_not).encode())
    return target


def page(runs: Sequence[Recorded], compared: Comparison | None = None, why_not_compared: str = "") -> str:
    """The page about runs that have been read; `compared` are the same runs measured on the same tasks."""
    if len(runs) == 1:
        found = results(runs[0])
    elif compared is not None:
        found = comparison(compared)
    else:
        why = f"They could not be measured on the same tasks: {why_not_compared}" if why_not_compared else ""
        found = recorded_results(runs, [note for note in (why, _UNCOMPARED) if note])
    title = runs[0].label if len(runs) == 1 else f"{len(runs)} runs compared"
    return "<!DOCTYPE html>\n" + tag(
        "html",
        tag(
            "head",
            tag("meta", charset="utf-8"),
            tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("meta", name="color-scheme", content="light dark"),
            tag("title", f"{title} – Innerloop"),
            tag("style", Html(resources.files("resources").joinpath("report.css").read_text(encoding="utf-8"))),
        ),
        tag(
            "body",
            tag(
                "main",
                header(runs),
                found,
                curves(runs),
                adaptation(runs),
                settings(runs),
                environment(runs),
                repeating(runs),
            ),
            _footer(),
        ),
        lang="en",
    )


def _compared(
    runs: Sequence[Run], places: Places, changes: Mapping[str, Any] | None
) -> Generator[Preparing | Warned, None, tuple[Comparison | None, str]]:
    """The comparison, or why there is none."""
    try:
        return (yield from compare(runs, places, "test", changes=changes)), ""
    except (ExperimentError, CheckpointError, RunError, DataError, ValueError) as error:
        return None, str(error)


def _footer() -> Html:
    version, today = metadata.version("innerloop"), datetime.now().strftime("%Y-%m-%d")
    return tag("footer", f"Written by Innerloop {version} on {today}. This page loads nothing from elsewhere.")
