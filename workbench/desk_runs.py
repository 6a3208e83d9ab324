"""The desk's commands about the runs that are kept: which there are, which are shown, and what is done with them."""

import shutil
from collections.abc import Mapping

import send2trash

from core.problems import ExperimentError
from core.runs.index import RunRow
from core.runs.run import Run, RunError
from workbench.desk_base import DeskBase, let_system_open
from workbench.words import mark, tr, trn


class RunsDesk(DeskBase):
    """The rows are those of the index; the folders are the truth."""

    def refresh_runs(self) -> None:
        """Look at the run folders again."""
        for notice in self.index.refresh() or []:
            self.message.emit(notice)
        rows = [self._as_it_is(row) for row in self.index.rows()]
        if rows != self.rows:
            before, self.rows = self._said_of_shown(), rows
            there = {row.name for row in rows}
            if not there.issuperset(self.selected):  # someone else has taken a run away
                self.select_runs(tuple(name for name in self.selected if name in there))
            elif self._said_of_shown() != before:  # a person has given a run another name or colour, here or elsewhere
                self._show(self.selected)
            self.rows_changed.emit()
            self.facts_changed.emit()

    def _said_of_shown(self) -> list[tuple[str, str, int | None]]:
        """What the views say of the runs on show."""
        return [(row.name, row.label, row.color) for row in self.rows if row.name in self.selected]

    def _as_it_is(self, row: RunRow) -> RunRow:
        """A row with what is known of a run beyond its folder."""
        return row

    def select_runs(self, names: tuple[str, ...]) -> None:
        """Show these runs in the views."""
        if names != self.selected:
            self._show(names)

    def show_as_kept(self) -> None:
        """Show the runs that the session says, in the colours that it says."""
        if (self.session.shown_runs, self.session.colors) != (self.selected, self.shown.places):
            self._show(self.session.shown_runs, self.session.colors)

    def _show(self, names: tuple[str, ...], colors: Mapping[str, int] | None = None) -> None:
        self.selected = self.targets = names
        known = {row.name: row for row in self.rows}
        self.shown.show([known[name] for name in names if name in known], colors)
        self.session.show_runs(names, self.shown.places)
        self.facts_changed.emit()

    def aim_at(self, names: tuple[str, ...]) -> None:
        """Commands are for these runs."""
        if names != self.targets:
            self.targets = names
            self.facts_changed.emit()

    def runs_duplicate(self) -> None:
        try:
            experiment = Run.open(self.places.runs / self.targets[0]).experiment
        except (OSError, ExperimentError, RunError) as error:
            self._error(tr("The run's settings cannot be read"), str(error))
            return
        self.session.replace(experiment.with_value("sweep", ""))  # what is run by hand is no part of that sweep

    def runs_open_folder(self) -> None:
        let_system_open(self.places.runs / self.targets[0])

    def runs_delete(self) -> None:
        training = self.worker.run.name if self.worker.is_busy and self.worker.run else None
        names = [name for name in self.targets if name != training]
        if not names:
            self.message.emit(tr("A run that trains cannot be deleted; stop it first"))
            return
        labels = {row.name: row.label for row in self.rows}
        one = mark("{label} ({name}) will be moved to the system's bin.")
        many = mark("{n} runs will be moved to the system's bin.")
        text = trn(len(names), one, many, label=labels.get(names[0], names[0]), name=names[0], n=len(names))
        self._ask(tr("Delete?"), text, [("delete", tr("Move to Bin"), lambda: self._delete(names))])

    def _delete(self, names: list[str]) -> None:
        gone = []
        for name in names:
            try:
                send2trash.send2trash(self.places.runs / name)
            except OSError as error:
                self._offer_removal(name, error)
            else:
                gone.append(name)
        self._forget(gone)

    def _offer_removal(self, name: str, error: OSError) -> None:
        def remove() -> None:
            try:
                shutil.rmtree(self.places.runs / name)
            except OSError as error:
                self._error(tr("The run could not be deleted"), str(error))
                return
            self._forget([name])

        text = tr("The system's bin cannot take {run} ({error}). Delete it for good?", run=name, error=error)
        self._ask(tr("No bin"), text, [("remove", tr("Delete for Good"), remove)])

    def _forget(self, names: list[str]) -> None:
        """Show what is left when these runs are gone."""
        self.select_runs(tuple(name for name in self.selected if name not in names))
        self.refresh_runs()
