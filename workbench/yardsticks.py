"""Yardsticks in the window: Compare asks for them, and they are shown with the runs that are."""

from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.problems import ExperimentError
from core.runs.run import Run, RunError
from core.runs.yardsticks import yardstick_titles, yardsticks_for
from workbench.desk import Desk

if TYPE_CHECKING:
    from workbench.views.compare import CompareView


class Yardsticks(QObject):
    """Finds the yardsticks of the runs on show, off the window's thread, and shows them, too."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def serve(self, view: "CompareView") -> None:
        """Do what the view asks for."""
        view.yardsticks_asked.connect(self._add)

    def _add(self) -> None:
        names, rows, folder = self._desk.selected, list(self._desk.rows), self._desk.places.runs

        def work() -> list[Run]:
            return yardsticks_for([Run.open(folder / name) for name in names], rows)

        def then(future: Future[list[Run]]) -> None:
            error = future.exception()
            if isinstance(error, ExperimentError | RunError | OSError):
                self._desk.message.emit(f"The yardsticks could not be looked for: {error}")
                return
            found = [run.name for run in future.result()]
            if found:
                self._desk.select_runs((*names, *found))
            else:
                known = ", ".join(yardstick_titles().values())
                self._desk.message.emit(f"No other yardstick is trained for these tasks yet; there are {known}")

        self._desk.reader.submit(work, then)
