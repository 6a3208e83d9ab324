"""The open session: the experiment being set up, its history, those that wait, and the file of all that."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from core import presets
from core.experiment import Experiment
from core.problems import ExperimentError, Problem
from workbench import session_file
from workbench.session_file import SessionState
from workbench.words import tr

AUTOSAVE_DELAY = 1500  # milliseconds after a change


class Session(QObject):
    """One experiment with undo, a preset that it started from, those that wait, the runs that are shown, and a file.

    `set` is the one way to change a setting. An experiment is a value: undo is a list of them, unsaved is `!=`.
    """

    changed = Signal()  # the experiment, or what is wrong with it
    shown_changed = Signal()  # which runs are shown
    queue_changed = Signal()  # which experiments wait, or whether the queue is paused
    identity_changed = Signal()  # the file, or whether there are unsaved changes
    autosave_failed = Signal(str)

    def __init__(self, autosave_path: Path) -> None:
        super().__init__()
        self.view_state: Callable[[], dict[str, Any]] = dict  # how things are looked at, which a session keeps
        self._autosave_path = autosave_path
        self._kept_path = autosave_path.with_name(f"{autosave_path.stem}-kept{autosave_path.suffix}")
        self._keep_what_a_crash_left()
        self._autosave = QTimer(self, singleShot=True, interval=AUTOSAVE_DELAY)
        self._autosave.timeout.connect(self.write_autosave)
        self._begin(_fresh(), None)

    # -- the experiment -----------------------------------------------------------------------------------------

    @property
    def experiment(self) -> Experiment:
        return self._history[self._place][0]

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
        self._step(changed, self.preset)
        return []

    def replace(self, experiment: Experiment) -> None:
        """Take another whole experiment, as one step of undo. What was refused before is forgotten.

        Its preset is the one that has just these settings, or none.
        """
        self._refused.clear()
        known = presets.presets().values()
        self._step(experiment, next((preset.id for preset in known if preset.experiment == experiment), ""))

    @property
    def refused(self) -> frozenset[str]:
        """The paths of settings that were last given a value that cannot be taken."""
        return frozenset(self._refused)

    @property
    def problems(self) -> list[Problem]:
        """All that keeps the experiment from being run."""
        refused = [problem for found in self._refused.values() for problem in found]
        return refused + self.experiment.problems()

    # -- undo ---------------------------------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        return self._place > 0 or bool(self._refused)

    @property
    def can_redo(self) -> bool:
        return self._place + 1 < len(self._history)

    def undo(self) -> None:
        """Take back the last change; a value that was refused is taken back before what was taken."""
        self._move(-1 if self._place > 0 and not self._refused else 0)

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
        return self._history[self._place][1]

    @property
    def baseline(self) -> Experiment:
        """What a field is reset to: the preset's experiment, or the program's defaults."""
        preset = presets.get(self.preset)
        return preset.experiment if preset else Experiment()

    def choose_preset(self, preset: str) -> None:
        """Take a preset's settings, as one step of undo. Raises ExperimentError for one that does not exist."""
        found = presets.find(preset)
        self._refused.clear()
        self._step(found.experiment, found.id)

    # -- which runs are shown -----------------------------------------------------------------------------------

    @property
    def shown_runs(self) -> tuple[str, ...]:
        return self._shown

    @property
    def colors(self) -> Mapping[str, int]:
        """Of the shown runs, the places of their colours in the palette, as far as they are known."""
        return self._colors

    def show_runs(self, names: tuple[str, ...], colors: Mapping[str, int] | None = None) -> None:
        self._colors = dict(colors or {})
        if names != self._shown:
            self._shown = names
            self.shown_changed.emit()
            self._tell()

    # -- the queue ----------------------------------------------------------------------------------------------

    @property
    def queue(self) -> tuple[Experiment, ...]:
        """The experiments that wait to be trained, the next one first. Undo does not touch them."""
        return self._queue

    @property
    def queue_paused(self) -> bool:
        """Whether no waiting experiment is to begin; an empty queue is not paused."""
        return self._queue_paused and bool(self._queue)

    def set_queue(self, queue: Sequence[Experiment], paused: bool | None = None) -> None:
        """Let these experiments wait; `paused` stays as it is where it is not given."""
        paused = bool(queue) and (self._queue_paused if paused is None else paused)
        if (tuple(queue), paused) != (self._queue, self._queue_paused):
            self._queue, self._queue_paused = tuple(queue), paused
            self._autosave.start()
            self.queue_changed.emit()
            self.identity_changed.emit()

    # -- the file -----------------------------------------------------------------------------------------------

    @property
    def state(self) -> SessionState:
        return SessionState(
            self.experiment, self.preset, self._shown, self._colors, self.view_state(), self._queue, self._queue_paused
        )

    @property
    def is_modified(self) -> bool:
        """Whether settings or queue differ from what the file holds, or from a new session. Looking changes nothing."""
        saved = self._saved
        now = (self.experiment, self.preset, self._queue, self._queue_paused)
        return now != (saved.experiment, saved.preset, saved.queue, saved.queue_paused)

    @property
    def title(self) -> str:
        return self.path.stem if self.path else tr("Untitled")

    def new(self, state: SessionState | None = None) -> None:
        """Begin anew, as a session that has no file yet: with this state, or with the first preset."""
        self._begin(state or _fresh(), None)

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

    # -- autosave -----------------------------------------------------------------------------------------------

    @property
    def has_kept(self) -> bool:
        """Whether a program that crashed left unsaved changes; they stay until they are recovered or discarded."""
        return self._kept_path.exists()

    def recover(self) -> None:
        """Take over the unsaved changes that a crash left, as unsaved changes again. Raises SessionFileError."""
        state = session_file.load(self._kept_path)
        self._begin(_fresh(), None)
        self._shown, self._colors = state.shown_runs, state.colors
        self.set_queue(state.queue, state.queue_paused)
        self._step(state.experiment, state.preset)
        self.shown_changed.emit()
        os.replace(self._kept_path, self._autosave_path)  # should the program crash once more

    def discard_kept(self) -> None:
        self._kept_path.unlink(missing_ok=True)

    def write_autosave(self) -> None:
        """Keep unsaved changes where the next start finds them, should the program crash."""
        if not self.is_modified:
            self.discard_autosave()
            return
        try:
            session_file.save(self._autosave_path, self.state)
        except OSError as error:
            self.autosave_failed.emit(tr("The session could not be autosaved: {error}", error=error))

    def discard_autosave(self) -> None:
        self._autosave.stop()
        self._autosave_path.unlink(missing_ok=True)

    # -- helpers ------------------------------------------------------------------------------------------------

    def _begin(self, state: SessionState, path: Path | None) -> None:
        self._history, self._place = [(state.experiment, state.preset)], 0
        self._refused: dict[str, list[Problem]] = {}
        self._shown, self._colors = state.shown_runs, state.colors
        self._queue, self._queue_paused = state.queue, state.queue_paused
        self._saved, self.path = state, path
        self._tell()
        self.queue_changed.emit()
        self.shown_changed.emit()

    def _step(self, experiment: Experiment, preset: str) -> None:
        """One step of undo, unless nothing changes."""
        if (experiment, preset) != self._history[self._place]:
            self._history[self._place + 1 :] = [(experiment, preset)]
            self._place += 1
            self._refused = {path: found for path, found in self._refused.items() if _has(experiment, path)}
        self._tell()

    def _keep_what_a_crash_left(self) -> None:
        """Set an autosaved session aside, where this program's own autosaving does not write over it."""
        if self._autosave_path.exists():
            os.replace(self._autosave_path, self._kept_path)

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
