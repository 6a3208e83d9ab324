"""The window while it trains: how long events wait, what watching costs, how soon Stop stops."""

import os
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, Qt, QTimer

from benchmarks.rows import Row
from benchmarks.timing import milliseconds, percentile, say
from core import presets
from core.experiment import Experiment
from core.places import Places
from core.runs.run import Run
from core.training import mapping
from core.training.reports import IterationReport, Preparing, Report
from core.training.training import Training
from workbench.app import build
from workbench.main_window import MainWindow
from workbench.worker import State

NEVER = 1_000_000  # iterations between two evaluations, where they would disturb a comparison
PATIENCE = 300.0
TICK = 5  # milliseconds between two looks at the clock of the window's thread
WARM, WATCHED = 2.0, 30.0  # seconds of a run that do not count, and that do
ROUNDS, SLOT, LEAST = 9, 4.0, 5  # turns of each side; the seconds and the iterations that each lasts at least
STOPS = 3


def delay() -> list[Row]:
    """How late the window's thread comes to its events while Omniglot 20-way 1-shot MAML trains."""
    what, bound = "Event-loop delay while training, p99 / max", "16 ms / 100 ms"
    experiment, said = _omniglot("omniglot-20w1s-maml")
    with _window() as window:
        late = _Lateness()
        _start(window, experiment)
        _wait(lambda: False, WARM)
        late.begin()
        _wait(lambda: _iterations(window) > 0)  # the pictures are read meanwhile, which counts as well
        _wait(lambda: False, WATCHED)
        found = late.end()
        iterations = _iterations(window)
    p99, most = percentile(found, 99), max(found)
    counted = f"{iterations} iterations; an event every {TICK} ms, from {WARM:.0f} s after Start"
    note = "; ".join(filter(None, [said, f"{counted} to {WATCHED:.0f} s after the first iteration"]))
    figure = f"{1000 * p99:.1f} ms / {1000 * most:.1f} ms"
    details = {"p50": percentile(found, 50), "p99": p99, "max": most, "events": len(found)}
    return [Row("delay", what, figure, bound, p99 <= 0.016 and most <= 0.1, note, details)]


def watching() -> list[Row]:
    """Iterations per second in the window's worker, and of the same iterator in a plain loop; in turns."""
    rows = []
    omniglot, said = _omniglot("omniglot-5w1s-maml", rarely_measured=True)
    sinusoid = presets.find("sinusoid-maml").experiment.with_value("compute.mapping", "vectorised")
    cases = [("omniglot-5w1s-maml", omniglot, said), ("sinusoid-maml, vectorised", _rarely_measured(sinusoid), "")]
    for title, experiment, remark in cases:
        with _window() as window, tempfile.TemporaryDirectory() as folder:
            in_window, plain = _in_turns(window, experiment, Path(folder))
        ratios = [watched / alone for watched, alone in zip(in_window, plain, strict=True)]
        slower = 100 * (1 - statistics.median(ratios))
        rates = f"{statistics.median(in_window):.4g} against {statistics.median(plain):.4g} iterations/s"
        note = "; ".join(filter(None, [remark, f"{rates}, median of {ROUNDS} turns of {SLOT:.0f} s each"]))
        details = {"window_per_second": in_window, "plain_per_second": plain}
        what = f"Cost of watching, {title}"
        figure = f"{abs(slower):.1f} % {'slower' if slower > 0 else 'faster'}"
        rows.append(Row("watching", what, figure, "at most 3 %", slower <= 3, note, details))
    return rows


def stopping() -> list[Row]:
    """From Stop to stopped."""
    rows = []
    omniglot, said = _omniglot("omniglot-20w1s-maml")
    sinusoid = presets.find("sinusoid-maml").experiment
    for title, experiment, remark in [("sinusoid-maml", sinusoid, ""), ("omniglot-20w1s-maml", omniglot, said)]:
        with _window() as window, _iteration_clock() as clock:
            found = []
            for number in range(STOPS):
                _start(window, experiment)
                _wait(lambda window=window: _iterations(window) >= 2)
                _wait(lambda: False, 0.37 * (number + 1))  # at another moment of an iteration each time
                found.append(_stop(window))
            longest = max(later - earlier for ticks in clock.values() for earlier, later in pairwise(ticks))
        rows.append(_stop_row(f"Stop to stopped, {title}", found, longest, remark))
    if mapping.compiler():
        rows.append(_stop_while_compiling(sinusoid))
    return rows


def _stop_while_compiling(experiment: Experiment) -> Row:
    with _window() as window:
        compiling = threading.Event()

        def look(reports: list[Report]) -> None:
            if any(isinstance(report, Preparing) and report.what.startswith("Compiling") for report in reports):
                compiling.set()

        window.desk.progressed.connect(look)
        _start(window, experiment)
        _wait(compiling.is_set)
        _wait(lambda: False, 0.5)
        found = [_stop(window)]
    return _stop_row("Stop to stopped while the inner loop is compiled", found, 0.0, "")


def _stop_row(what: str, found: list[float], longest: float, remark: str) -> Row:
    worst = max(found)
    note = f"the longest of {len(found)}; the longest iteration took {milliseconds(longest)}" if longest else ""
    note = "; ".join(filter(None, [remark, note]))
    met = worst <= max(1.0, longest)
    return Row("stopping", what, milliseconds(worst), "1 s or one iteration", met, note, {"seconds": found})


# -- the parts ------------------------------------------------------------------------------------------------------


class _Lateness:
    """How long an event would wait, for events that come every TICK milliseconds.

    A thread that is busy for a while misses several ticks at once; each of them has waited, and each counts.
    """

    def __init__(self) -> None:
        self._timer = QTimer(interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._times: list[float] = []

    def begin(self) -> None:
        self._times.clear()
        self._timer.start()

    def _tick(self) -> None:
        self._times.append(time.perf_counter())

    def end(self) -> list[float]:
        self._timer.stop()
        step, found = TICK / 1000, []
        for earlier, later in pairwise(self._times):
            late = later - earlier - step
            found.append(max(late, 0.0))
            while (late := late - step) > 0:
                found.append(late)
        return found


def _in_turns(window: MainWindow, experiment: Experiment, folder: Path) -> tuple[list[float], list[float]]:
    """Iterations per second of each turn, in the window and in a plain loop of the same process.

    The loop runs where the window's own loop would, while the worker is paused: nothing is drawn meanwhile.
    """
    places = Places(home=folder, runs=folder / "runs", data=folder / "data", cache=folder / "cache")
    rates: dict[str, list[float]] = {"window": [], "plain": []}
    with _iteration_clock() as clock:
        _start(window, experiment)
        _wait(lambda: _iterations(window) >= 3)
        watched = window.desk.worker.run
        assert watched is not None
        alone = Run.create(experiment, places.runs)
        with Training(experiment, alone, places) as training:
            reports = iter(training)
            for turn in range(1 + ROUNDS):  # the first one warms up
                say(f"turn {turn} of {ROUNDS}")
                window.desk.run_resume()
                rates["window"].append(_rate(clock, watched.name, _wait))
                window.desk.run_pause()
                _wait(lambda: _is_paused(watched))
                rates["plain"].append(_rate(clock, alone.name, lambda over: _iterate(reports, over)))
    return rates["window"][1:], rates["plain"][1:]


def _rate(clock: dict[str, list[float]], run: str, work: Callable[[Callable[[], bool]], None]) -> float:
    """Iterations per second between the first and the last report of a turn; `work` is told when it is over."""
    ticks = clock.setdefault(run, [])
    before, deadline = len(ticks), time.perf_counter() + SLOT
    work(lambda: time.perf_counter() > deadline and len(ticks) - before > LEAST)
    mine = ticks[before:]
    return (len(mine) - 1) / (mine[-1] - mine[0])


def _iterate(reports: Iterator[Report], over: Callable[[], bool]) -> None:
    while not over():
        next(reports)


@contextmanager
def _iteration_clock() -> Iterator[dict[str, list[float]]]:
    """When each run recorded an iteration, by the run's name."""
    clock: dict[str, list[float]] = {}
    append = Run.append

    def timed(run: Run, report: Report) -> None:
        append(run, report)
        if isinstance(report, IterationReport):
            clock.setdefault(run.name, []).append(time.perf_counter())

    Run.append = timed  # type: ignore[method-assign]
    try:
        yield clock
    finally:
        Run.append = append  # type: ignore[method-assign]


@contextmanager
def _window() -> Iterator[MainWindow]:
    """The program's window, ready, its learning curves in front; at the end it stops what it trains."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        places = Places(home=home, runs=home / "runs", data=home / "data", cache=home / "cache")
        _, window = build(["innerloop"], places)
        window.show()
        window.views.look_at("curves")
        _wait(lambda: window.views.is_made("curves"))
        window.desk.worker.warm_up()
        _wait(lambda: not any(thread.name == "warm-up" for thread in threading.enumerate()))
        _wait(lambda: False, 1.0)
        try:
            yield window
        finally:
            if window.desk.worker.is_busy:
                _stop(window)
            window.desk.end()
            window.hide()
            window.deleteLater()


def _start(window: MainWindow, experiment: Experiment) -> None:
    window.session.replace(experiment)
    window.actions_by_id["run.start"].trigger()
    if not window.desk.worker.is_busy:
        raise RuntimeError(f"the run did not start: {window.desk.why_not_start}")


def _stop(window: MainWindow) -> float:
    """Seconds from the command to the worker being idle."""
    begun = time.perf_counter()
    waiting = QEventLoop()
    window.desk.worker.state_changed.connect(lambda state: waiting.quit() if state is State.IDLE else None)
    window.actions_by_id["run.stop"].trigger()
    waiting.exec()
    return time.perf_counter() - begun


def _iterations(window: MainWindow) -> int:
    """How many iterations the window has been told of."""
    front = window.desk.shown.front
    return len(front.metrics.iterations) if front is not None else 0


def _is_paused(run: Run) -> bool:
    return run.status["status"] == "paused"


def _wait(condition: Callable[[], bool], seconds: float | None = None) -> None:
    """Let the window live until something holds, or for some seconds."""
    waiting = QEventLoop()
    if seconds is not None:
        QTimer.singleShot(round(1000 * seconds), waiting.quit)
    else:
        look = QTimer(interval=20)
        look.timeout.connect(lambda: waiting.quit() if condition() else None)
        look.start()
        QTimer.singleShot(round(1000 * PATIENCE), waiting.quit)
    waiting.exec()
    if seconds is None:
        look.stop()
        if not condition():
            raise TimeoutError(f"something that was waited for did not happen within {PATIENCE:.0f} s")


def _omniglot(preset: str, rarely_measured: bool = False) -> tuple[Experiment, str]:
    """A preset on the real pictures where they are, else on glyphs; and what to say of it."""
    chosen = os.environ.get("INNERLOOP_TEST_DATA")
    data = Path(chosen) if chosen else Path(__file__).resolve().parents[2] / "shared" / "data"
    experiment = presets.find(preset).experiment
    if (data / "omniglot").is_dir():
        experiment, said = experiment.with_value("dataset.folder", str(data / "omniglot")), ""
    else:
        dataset: dict[str, Any] = {"kind": "glyphs", "rotations": "random"}
        dataset |= {name: getattr(experiment.dataset, name) for name in ("ways", "shots", "queries")}
        experiment = Experiment.from_dict({**experiment.to_dict(), "dataset": dataset})
        said = "on glyphs, as Omniglot is not here"
    return (_rarely_measured(experiment) if rarely_measured else experiment), said


def _rarely_measured(experiment: Experiment) -> Experiment:
    return experiment.with_value("evaluation.every", NEVER).with_value("compute.checkpoint_every", NEVER)
