"""The open session: the experiment being set up, its history, and the file that it is kept in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from core import presets
from core.experiment import Experiment
from core.problems import ExperimentError, Problem
from workbench import session_file
from workbench.session_file import SessionState

AUTOSAVE_DELAY = 1500  # milliseconds after a change


class Session(QObject):
    """One experiment with undo, a preset that it started from, the runs that are shown, and a file.

    `set` is the one way to change a setting. An experiment is a value: undo is a list of them, unsaved is `!=`.
    """

    changed = Signal()  # the experiment, or what is wrong with it
    shown_changed = Signal()  # which runs are shown
    identity_changed = Signal()  # the file, or whether there are unsaved changes
    autosave_failed = Signal(str)

    def __init__(self, autosave_path: Path, view_state: Callable[[], dict[str, Any]] = dict) -> None:
        super().__init__()
        self._view_state = view_state
        self._autosave_path = autosave_path
        self._autosave = QTimer(self, singleShot=True, interval=AUTOSAVE_DELAY)
        self._autosave.timeout.connect(self.write_autosave)
        self._begin(_fresh(), None)

    # -- the experiment -----------------------------------------------------------------------------------------

    @property
    def experiment(self) -> Experiment:
        return self._history[self._place]

    def set(self, path: str, value: Any) -> list[Problem]:
        """Change one setting by its dotted path; returns what is wrong with the value, if anything.

        A value that is refused leaves the experiment as it was; it counts as a problem until that setting is given
        a good one. Raises ExperimentError for a path that does not exist.
        """
        self.experiment.value(path)
        try:
            changed = self.experiment.with_value(path, value)
        except ExperimentError as error:
            self._refused[path] = error.problems
            self.changed.emit()
            return error.problems
        self._refused.pop(path, None)
        self.replace(changed)
        return []

    def replace(self, experiment: Experiment) -> None:
        """Take another whole experiment, as one step of undo."""
        if experiment != self.experiment:
            self._history[self._place + 1 :] = [experiment]
            self._place += 1
            self._refused = {path: found for path, found in self._refused.items() if _has(experiment, path)}
        self._tell()

    @property
    def problems(self) -> list[Problem]:
        """All that keeps the experiment from being run."""
        refused = [problem for found in self._refused.values() for problem in found]
        return refused + self.experiment.problems()

    # -- undo ---------------------------------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        return self._place > 0

    @property
    def can_redo(self) -> bool:
        return self._place + 1 < len(self._history)

    def undo(self) -> None:
        self._move(-1 if self.can_undo else 0)

    def redo(self) -> None:
        self._move(1 if self.can_redo else 0)

    def _move(self, by: int) -> None:
        self._place += by
        self._refused.clear()
        self._tell()

    # -- presets ------------------------------------------------------------------------------------------------

    @property
    def preset(self) -> str:
        """The id of the preset that the setup started from; empty for none."""
        return self._preset

    @property
    def baseline(self) -> Experiment:
        """What a field is reset to: the preset's experiment, or the program's defaults."""
        known = presets.presets()
        return known[self._preset].experiment if self._preset in known else Experiment()

    def choose_preset(self, preset: str) -> None:
        """Take a preset's settings. Raises ExperimentError for one that does not exist."""
        self._preset = presets.find(preset).id
        self.replace(self.baseline)

    # -- which runs are shown -----------------------------------------------------------------------------------

    @property
    def shown_runs(self) -> tuple[str, ...]:
        return self._shown

    def show_runs(self, names: tuple[str, ...]) -> None:
        if names != self._shown:
            self._shown = names
            self.shown_changed.emit()
            self._tell()

    # -- the file -----------------------------------------------------------------------------------------------

    @property
    def state(self) -> SessionState:
        return SessionState(self.experiment, self._preset, self._shown, self._view_state())

    @property
    def is_modified(self) -> bool:
        """Whether the settings differ from what the file holds, or from a new session. Looking changes nothing."""
        return (self.experiment, self._preset) != (self._saved.experiment, self._saved.preset)

    @property
    def title(self) -> str:
        return self.path.stem if self.path else "Untitled"

    def new(self) -> None:
        self._begin(_fresh(), None)

    def open(self, path: Path) -> SessionState:
        """Open a session file. Raises SessionFileError, and the open session stays as it was."""
        state = session_file.load(path)
        self._begin(state, path)
        return state

    def save(self, path: Path) -> None:
        """Write the session to a file, which is its file from now on. Raises OSError."""
        state = self.state
        session_file.save(path, state)
        self._saved, self.path = state, path
        self.discard_autosave()
        self.identity_changed.emit()

    def recover(self) -> None:
        """Take over the autosaved session of a program that crashed, as unsaved changes. Raises SessionFileError."""
        state = session_file.load(self._autosave_path)
        self._begin(_fresh(), None)
        self._preset, self._shown = state.preset, state.shown_runs
        self.replace(state.experiment)
        self.shown_changed.emit()

    # -- autosave -----------------------------------------------------------------------------------------------

    @property
    def has_autosave(self) -> bool:
        return self._autosave_path.exists()

    def write_autosave(self) -> None:
        """Keep unsaved changes where the next start finds them, should the program crash."""
        if not self.is_modified:
            self.discard_autosave()
            return
        try:
            session_file.save(self._autosave_path, self.state)
        except OSError as error:
            self.autosave_failed.emit(f"The session could not be autosaved: {error}")

    def discard_autosave(self) -> None:
        self._autosave.stop()
        self._autosave_path.unlink(missing_ok=True)

    # -- helpers ------------------------------------------------------------------------------------------------

    def _begin(self, state: SessionState, path: Path | None) -> None:
        self._history, self._place = [state.experiment], 0
        self._refused: dict[str, list[Problem]] = {}
        self._preset, self._shown = state.preset, state.shown_runs
        self._saved, self.path = state, path
        self._tell()
        self.shown_changed.emit()

    def _tell(self) -> None:
        self._autosave.start()
        self.changed.emit()
        self.identity_changed.emit()


def _fresh() -> SessionState:
    preset = presets.find(presets.DEFAULT)
    return SessionState(preset.experiment, preset.id)


def _has(experiment: Experiment, path: str) -> bool:
    try:
        experiment.value(path)
    except ExperimentError:
        return False
    return True
