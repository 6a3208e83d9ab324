"""Draw every view of the window, in every theme and language and at two sizes, as pictures to be looked at.

    make screenshots            into build/screenshots
    .venv/bin/python scripts/screenshots.py FOLDER [VIEW …]

The runs that the views show are trained first, on data that need no download; that takes a minute or two.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from core import presets
from core.experiment import Experiment
from core.places import Places
from core.runs.run import Run
from core.training.training import Training
from workbench import theme
from workbench.app import build
from workbench.main_window import MainWindow
from workbench.views.asking import AskingView
from workbench.words import LANGUAGES

SIZES = ((1280, 800), (1024, 640))
PATIENCE = 120  # seconds for a view to have its answer
RUNS = (  # preset, iterations, other settings
    ("glyphs-5w1s-protonet", 300, {"evaluation.every": 50, "evaluation.tasks": 100, "evaluation.test_tasks": 100}),
    ("glyphs-5w1s-maml", 300, {"evaluation.every": 50, "evaluation.tasks": 100, "evaluation.test_tasks": 100}),
    ("sinusoid-maml", 3000, {"evaluation.every": 500, "evaluation.test_tasks": 100}),
)


def main(folder: Path, views: list[str]) -> None:
    """Write FOLDER/LANGUAGE/VIEW-KIND-THEME-WIDTH.png for each of the views, by default all, with and without runs."""
    with tempfile.TemporaryDirectory() as home:
        places = Places(*(Path(home) / part for part in ("home", "runs", "data", "cache")))
        for path in vars(places).values():
            path.mkdir(parents=True, exist_ok=True)
        app, window = build(["innerloop"], places)
        window.show()
        _wait(app, lambda: window.desk._refresh.isActive())
        drawn = views or window.views.names
        for language in LANGUAGES:
            window = _speaking(app, window, language)
            _draw(app, window, drawn, folder / language, "empty", SIZES[:1])
        for preset, iterations, settings in RUNS:
            _train(preset, iterations, settings, places)
            app.processEvents()
        _wait(app, lambda: len(window.desk.rows) == len(RUNS))
        pictures = tuple(row.name for row in window.desk.rows if row.dataset == "glyphs")
        functions = tuple(row.name for row in window.desk.rows if row.dataset != "glyphs")
        for language in LANGUAGES:
            window = _speaking(app, window, language)
            for shown, kind in ((pictures, "pictures"), (functions, "functions")):
                window.desk.select_runs(shown)
                _draw(app, window, drawn, folder / language, kind, SIZES)
        window.close()


def _train(preset: str, iterations: int, settings: dict[str, object], places: Places) -> None:
    experiment: Experiment = presets.find(preset).experiment.with_value("outer.iterations", iterations)
    for path, value in settings.items():
        experiment = experiment.with_value(path, value)
    run = Run.create(experiment, places.runs)
    print(f"training {run.name}", flush=True)
    with Training(experiment, run, places) as training:
        *_, last = training
    if last.event != "finished":
        sys.exit(f"{run.name} has not finished: {last}")


def _speaking(app: QApplication, window: MainWindow, language: str) -> MainWindow:
    """The window as it is in a language."""
    window.actions_by_id[f"view.language_{language}"].trigger()
    desk = window.desk
    _wait(app, lambda: desk.parent_widget is not window)
    assert isinstance(desk.parent_widget, MainWindow)
    return desk.parent_widget


def _draw(
    app: QApplication, window: MainWindow, views: list[str], folder: Path, kind: str, sizes: tuple[tuple[int, int], ...]
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for choice in theme.THEMES:
        window.actions_by_id[f"view.theme_{choice}"].trigger()
        for width, height in sizes:
            window.resize(width, height)
            for name in views:
                window.views.look_at(name)
                _wait(app, lambda: _is_at_rest(window))
                path = folder / f"{name}-{kind}-{choice}-{width}.png"
                window.grab().save(str(path))
                print(path, flush=True)


def _is_at_rest(window: MainWindow) -> bool:
    view = window.views.view(window.views.current)
    return not (isinstance(view, AskingView) and view.is_waiting)


def _wait(app: QApplication, until: Callable[[], bool]) -> None:
    begun = time.monotonic()
    settled = 0
    while settled < 10:  # what was answered is drawn by then
        app.processEvents()
        time.sleep(0.02)
        settled = settled + 1 if until() else 0
        if time.monotonic() - begun > PATIENCE:
            sys.exit(f"Nothing has come for {PATIENCE} seconds.")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/screenshots"), sys.argv[2:])
