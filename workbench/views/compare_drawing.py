"""What pictures of several runs are drawn from: one curve for each run, of one quantity, and the line of chance."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from core.runs.comparison import chance
from workbench.numbers import count, measure, percent
from workbench.views.adapted import AdaptedRun, widened
from workbench.views.curves import Numbers, Track, evaluated
from workbench.views.learning_curves import DEFAULT_SMOOTHING, averaged
from workbench.views.legend import Entry
from workbench.views.plot import Plot
from workbench.views.plot_items import Style
from workbench.views.run_curves import RunCurves

What = Literal["score", "loss", "steps"]
WHATS: dict[What, str] = {"score": "Validation result", "loss": "Meta-loss", "steps": "Adaptation"}
SHORT_OF: dict[What, tuple[str, str]] = {
    "score": ("Not measured yet", "The first evaluation on validation tasks appears here."),
    "loss": ("No iteration yet", "The first points appear as soon as they are there."),
    "steps": ("No adaptation yet", "The first evaluation shows how held-out tasks adapt, step by step."),
}
NO_RUN = ("No run to show yet", "Select runs in the table, with Ctrl or Shift held down.")


@dataclass(frozen=True)
class Drawn:
    """The curve of one run; `low` and `high` are the edges of its 95 % interval where it has one."""

    run: RunCurves
    x: Numbers
    y: Numbers
    low: Numbers | None = None
    high: Numbers | None = None

    @property
    def heights(self) -> tuple[float, float] | None:
        """The least and the greatest height in it."""
        parts = [part[np.isfinite(part)] for part in (self.y, self.low, self.high) if part is not None]
        there = np.concatenate(parts)
        return (float(there.min()), float(there.max())) if len(there) else None


class Courses:
    """The runs, and what has been read of them; a run that grows is read on."""

    def __init__(self) -> None:
        self.runs: list[RunCurves] = []
        self._adapted: dict[str, AdaptedRun] = {}
        self._tracks: dict[str, tuple[RunCurves, Track]] = {}

    def set_runs(self, runs: Sequence[RunCurves], adapted: Sequence[AdaptedRun]) -> None:
        known, self._tracks = self._tracks, {}
        for run in runs:
            old = known.get(run.key)
            same = old is not None and old[0].metrics is run.metrics
            track = old[1] if old is not None and same else Track(1 - 1 / averaged(DEFAULT_SMOOTHING))
            self._tracks[run.key] = (run, track)
        self.runs, self._adapted = list(runs), {run.key: run for run in adapted}

    @property
    def metric(self) -> str:
        """What results are: accuracy as soon as one run measures it."""
        return "mse" if {run.metrics.metric for run in self.runs} == {"mse"} else "accuracy"

    def drawn(self, what: What) -> list[Drawn]:
        """A curve for each run that has this quantity; errors cannot share an axis with accuracies."""
        if what == "loss":
            return [self._loss(run) for run in self.runs]
        fitting = [run for run in self.runs if run.metrics.metric == self.metric]
        if what == "score":
            return [self._score(run) for run in fitting]
        return [self._steps(run) for run in fitting if run.key in self._adapted]

    def chances(self, what: What) -> list[int]:
        """Among how many classes the runs choose, where the picture is of accuracies: chance has a line for each."""
        if what == "loss" or self.metric != "accuracy":
            return []
        return sorted({run.asked["dataset.ways"] for run in self.runs if "dataset.ways" in run.asked})

    def left_out(self, what: What) -> str:
        """Why fewer runs are drawn than there are, in a few words; empty where all are."""
        others = 0 if what == "loss" else sum(run.metrics.metric != self.metric for run in self.runs)
        if not others:
            return ""
        return f"{others} of {len(self.runs)} runs left out: squared error cannot share an axis with accuracy"

    def _loss(self, run: RunCurves) -> Drawn:
        track = self._followed(run)
        return Drawn(run, track.raw("iteration"), track.smoothed("loss"))

    def _score(self, run: RunCurves) -> Drawn:
        rows = evaluated(run.metrics.evaluations, self._followed(run), "iteration")
        after, half = rows["after"], rows["ci95"]
        return Drawn(run, rows["x"], after, after - half, after + half)

    def _steps(self, run: RunCurves) -> Drawn:
        longest = max(len(each.newest["mean"]) for each in self._adapted.values()) - 1
        curve = widened(self._adapted[run.key].last, longest)
        return Drawn(run, curve.steps, curve.mean, curve.mean - curve.ci95, curve.mean + curve.ci95)

    def _followed(self, run: RunCurves) -> Track:
        track = self._tracks[run.key][1]
        track.follow(run.metrics.iterations)
        return track


def title_of(what: What, metric: str) -> str:
    """What the vertical axis shows."""
    if what == "loss":
        return "Meta-loss, smoothed"
    result = "accuracy" if metric == "accuracy" else "squared error"
    return f"Validation {result}" if what == "score" else f"Held-out {result} against the inner step"


def key_of(what: What, chances: bool) -> list[Entry]:
    """The sorts of line."""
    if what == "loss":
        return [Entry(f"mean of {count(averaged(DEFAULT_SMOOTHING))} iterations")]
    found = [Entry("after adaptation, 95\u202f% CI" if what == "score" else "mean, 95\u202f% CI", dot=True, band=True)]
    return [*found, Entry("chance", dash=True)] if chances else found


def short_labels(labels: Sequence[str]) -> list[str]:
    """The labels without the parts that all of them begin with, where they are made of parts as labels usually are."""
    parts = [label.split("-") for label in labels]
    same = 0
    while len(parts) > 1 and all(len(own) > same + 1 and own[same] == parts[0][same] for own in parts):
        same += 1
    return ["-".join(own[same:]) for own in parts]


def fill(
    plot: Plot, curves: Sequence[Drawn], what: What, metric: str, chances: Sequence[int],
    span: tuple[float, float] | None,
) -> None:  # fmt: skip
    """Put curves into an emptied plot, and the lines of chance among so many classes, from end to end of `span`."""
    share = what != "loss" and metric == "accuracy"
    plot.set_y("percent" if share else "number", percent if share else measure)
    plot.set_x("count", count, "Inner step" if what == "steps" else "Iterations")
    for ways in chances if span is not None else ():
        name = "chance" if len(chances) == 1 else f"chance of {ways} ways"
        plot.add_curve(name, Style("muted", width=1.2, dash=True), None).set(span, [chance(ways)] * 2)
    for drawn in curves:
        style = Style(drawn.run.hex, width=1.8, dots=0 if what == "loss" else 6)
        plot.add_curve(drawn.run.label, style).set(drawn.x, drawn.y, drawn.low, drawn.high)


def span_of(curves: Sequence[Drawn]) -> tuple[float, float] | None:
    """From where to where the curves reach along x."""
    ends = [float(end) for drawn in curves if len(drawn.x) for end in (drawn.x[0], drawn.x[-1])]
    return (min(ends), max(ends)) if ends else None
