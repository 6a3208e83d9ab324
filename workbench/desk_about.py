"""The desk's commands about what a person keeps about runs: stars, tags, colours, names, notes; and queuing again."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from core.experiment import Experiment
from core.problems import ExperimentError
from core.runs.about import change_about, read_about
from core.runs.index import RunRow
from core.runs.run import Run, RunError
from workbench.desk_runs import RunsDesk
from workbench.runs.about_dialog import AboutDialog
from workbench.session_file import LONGEST_QUEUE
from workbench.words import mark, said, tr, trn


class AboutDesk(RunsDesk):
    """What is kept lies in the runs' folders; other programs see it, and what they change is seen here."""

    def __init__(self, *parts: Any) -> None:
        super().__init__(*parts)
        self._changes: list[dict[Path, dict[str, Any]]] = []  # of each, what the changed values were before, by folder

    def runs_star(self) -> None:
        self.star(self.targets)

    def runs_tag(self) -> None:
        self._ask_about("tags")

    def runs_rename(self) -> None:
        self._ask_about("name")

    def runs_notes(self) -> None:
        if len(self._target_rows) == 1:  # a double click may come while several are selected
            self._ask_about("notes")

    def runs_queue(self) -> None:
        experiments, unread = list[Experiment](), list[str]()
        for row in self._target_rows:
            try:
                experiments.append(Run.open(row.path).experiment)
            except (OSError, ExperimentError, RunError) as error:
                unread.append(f"{row.label}: {said(str(error))}")
        queue = (*self.session.queue, *experiments)
        if len(queue) > LONGEST_QUEUE:
            room = LONGEST_QUEUE - len(self.session.queue)
            what = tr("{n} runs are selected, and {room} more can wait.", n=len(experiments), room=room)
            self._error(tr("The queue is too long"), what)
            return
        if experiments:
            self.session.set_queue(queue)
            one, many = mark("1 run is queued again; {all} wait now"), mark("{n} runs are queued again; {all} wait now")
            self.message.emit(trn(len(experiments), one, many, n=len(experiments), all=len(queue)))
        if unread:
            self._error(tr("Some settings cannot be read"), "\n\n".join(unread), tr("These runs were not queued."))

    def runs_take_back(self) -> None:
        refused = []
        for path, before in self._changes.pop().items():
            try:
                change_about(path, **before)
            except (OSError, RunError) as error:
                refused.append(f"{path.name}: {said(str(error))}")
        self._kept_now(refused)

    def star(self, names: Iterable[str]) -> None:
        """Mark runs with a star; where all of them have one, take it away."""
        wanted = set(names)
        rows = [row for row in self.rows if row.name in wanted]
        self._keep(rows, {"star": not all(row.star for row in rows)})

    def _ask_about(self, first: str) -> None:
        assert self.parent_widget is not None
        rows = self._target_rows
        if not rows:
            return  # another program has just taken them away
        dialog = AboutDialog(self.parent_widget, rows, [row.tags for row in self.rows], first)
        dialog.kept.connect(lambda changes, tags: self._keep(rows, changes, tags))
        dialog.open()

    def _keep(self, rows: list[RunRow], changes: dict[str, Any], tags: dict[str, bool] | None = None) -> None:
        """Change what is kept about runs; `tags` says which each of them has from now on, and which not."""
        refused, before = [], dict[Path, dict[str, Any]]()
        for row in rows:
            try:
                was = read_about(row.path)
                more = {"tags": _with(was.tags, tags)} if tags else {}
                now = change_about(row.path, **changes, **more)
            except (OSError, RunError) as error:
                refused.append(f"{row.label}: {said(str(error))}")
                continue
            if now != was:
                before[row.path] = {name: getattr(was, name) for name in (*changes, *more)}
        if before:
            self._changes.append(before)
        self._kept_now(refused)

    def _kept_now(self, refused: list[str]) -> None:
        self.refresh_runs()
        self.facts_changed.emit()
        if refused:
            self._error(tr("This could not be kept"), "\n\n".join(refused))

    @property
    def about_facts(self) -> dict[str, bool]:
        """What is true of what is kept about runs; commands name what they need."""
        return {"can_take_back": bool(self._changes)}

    @property
    def _target_rows(self) -> list[RunRow]:
        """The runs that commands are for, as the table has them from top to bottom."""
        rows = {row.name: row for row in self.rows}
        return [rows[name] for name in self.targets if name in rows]


def _with(tags: tuple[str, ...], wanted: dict[str, bool]) -> tuple[str, ...]:
    settled = {tag.casefold() for tag in wanted}
    return (*(tag for tag in tags if tag.casefold() not in settled), *(tag for tag, has in wanted.items() if has))
