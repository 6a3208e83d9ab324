"""The desk's commands about the session: new, open, save, undo, and the files that were open last."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from workbench import dialogs, session_file
from workbench.desk_base import DeskBase
from workbench.session_file import SessionFileError
from workbench.words import tr

RECENT = 10  # session files that are remembered


class SessionDesk(DeskBase):
    """What may lose unsaved changes asks first, and goes on with what was meant."""

    def session_new(self) -> None:
        self._after_saving(tr("start a new session"), self.session.new)

    def session_open(self) -> None:
        self._after_saving(tr("open another session"), self._choose_and_open)

    def open_path(self, path: Path) -> None:
        """Open a session file, after asking about unsaved changes."""
        self._after_saving(tr("open {file}", file=path.name), lambda: self.open_now(path))

    def open_now(self, path: Path) -> bool:
        """Open a session file; when it cannot be, say why and leave the open session as it is."""
        try:
            state = self.session.open(path)
        except SessionFileError as error:
            self._error(tr("The session cannot be opened"), str(error), tr("The open session stays as it is."))
            return False
        self.look.emit(state.view)
        self._remember(path)
        return True

    def session_save(self) -> None:
        self.save_then(lambda: None)

    def save_then(self, then: Callable[[], None]) -> None:
        """Save, asking for a file if there is none, and go on."""
        if self.session.path is None:
            self._choose_and_save(then)
        else:
            self.save_to(self.session.path, then)

    def session_save_as(self) -> None:
        self._choose_and_save(lambda: None)

    def save_to(self, path: Path, then: Callable[[], None] = lambda: None) -> None:
        """Write the session to a file; when it cannot be, say why."""
        try:
            self.session.save(path)
        except OSError as error:
            self._error(
                tr("The session could not be saved"), f"{path}: {error.strerror or error}", tr("Choose another place.")
            )
            return
        self._remember(path)
        self.message.emit(tr("Saved {file}", file=path.name))
        then()

    def session_revert(self) -> None:
        path = self.session.path
        if path is not None:
            self.open_now(path)

    @property
    def recent(self) -> list[Path]:
        """Session files opened last, the newest first, as far as they are still there."""
        store = self.places.home / "recent.json"
        try:
            names = json.loads(store.read_text(encoding="utf-8")) if store.exists() else []
        except (OSError, ValueError):
            names = []  # a list of conveniences: a damaged one is begun anew
        known = names if isinstance(names, list) else []
        return [Path(name) for name in known if isinstance(name, str) and Path(name).exists()]

    def edit_undo(self) -> None:
        self.session.undo()

    def edit_redo(self) -> None:
        self.session.redo()

    # -- helpers ------------------------------------------------------------------------------------------------

    def _after_saving(self, what: str, then: Callable[[], None]) -> None:
        """Go on at once when nothing is unsaved, else after the person has decided."""
        if not self.session.is_modified:
            then()
            return
        lost = tr("the setup, and the queue,") if self.session.queue else tr("the setup")
        self._ask(
            tr("Save changes to “{session}”?", session=self.session.title),
            tr("You are about to {what}. Unsaved changes of {lost} would be lost.", what=what, lost=lost),
            [("save", tr("Save"), lambda: self.save_then(then)), ("forget", tr("Don’t Save"), then)],
        )

    def _choose_and_open(self) -> None:
        self._choose_file(tr("Open Session"), lambda name: self.open_now(Path(name)), save=False, proposal="")

    def _choose_and_save(self, then: Callable[[], None]) -> None:
        proposal = str(self.session.path or Path.home() / f"{self.session.experiment.label}{session_file.SUFFIX}")
        self._choose_file(tr("Save Session"), lambda name: self.save_to(Path(name), then), save=True, proposal=proposal)

    def _choose_file(self, title: str, then: Callable[[str], Any], *, save: bool, proposal: str) -> None:
        assert self.parent_widget is not None
        dialogs.choose_file(self.parent_widget, title, then, save=save, suffix=session_file.SUFFIX, proposal=proposal)

    def _remember(self, path: Path) -> None:
        names = [str(path.resolve()), *(str(known) for known in self.recent if known.resolve() != path.resolve())]
        try:
            self.places.home.mkdir(parents=True, exist_ok=True)
            (self.places.home / "recent.json").write_text(json.dumps(names[:RECENT]), encoding="utf-8")
        except OSError as error:
            self.message.emit(tr("The list of recent files could not be written: {error}", error=error))
        self.recent_changed.emit()

    def _recover(self) -> None:
        def recover() -> None:
            try:
                self.session.recover()
            except SessionFileError as error:
                self._error(tr("The kept session cannot be read"), str(error))

        self._after_saving(tr("restore what was kept"), recover)
