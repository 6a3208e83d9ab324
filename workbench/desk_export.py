"""The desk's commands about what leaves the program: runs in other forms, the report, the setup as text.

A banner says what is being written, and afterwards where it is.
"""

import traceback
from collections.abc import Callable, Generator
from concurrent.futures import Future
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication

from core.experiment import Experiment
from core.export.command import command
from core.export.forms import FORMS, Form
from core.export.problems import ExportError
from core.export.report import report
from core.export.script import script
from core.problems import ExperimentError
from core.runs.run import Run, RunError
from core.tasks.task import DataError
from core.training.checkpoint import CheckpointError
from core.training.reports import Preparing, Report
from workbench import dialogs
from workbench.comparing import ALONE
from workbench.desk_base import DeskBase, let_system_open
from workbench.numbers import count
from workbench.runs.export_dialog import ExportDialog
from workbench.words import said, tr
from workbench.worker import Looker

_USUAL = (ExportError, RunError, ExperimentError, CheckpointError, DataError, OSError)  # they say what a person can do

REPORT = "export.report"  # the banner of the report

Writing = Generator[Report, None, Any]


class ExportDesk(DeskBase):
    """Writing goes on off the window's thread, behind what trains."""

    def __init__(self, *parts: Any) -> None:
        super().__init__(*parts)
        self.exporter = Looker()

    def runs_export(self) -> None:
        assert self.parent_widget is not None
        name = self.targets[0]
        label = next(row.label for row in self.rows if row.name == name)
        dialog = ExportDialog(self.parent_widget, label, list(FORMS.values()))
        dialog.chosen.connect(lambda form: self._choose_target(name, form))
        dialog.open()

    def runs_report(self) -> None:
        runs = [Run(self.places.runs / name) for name in self.targets]
        proposal = f"{runs[0].name}.html" if len(runs) == 1 else "comparison.html"

        def write(target: str) -> None:
            work = partial(report, runs, self.places, Path(target), changes=ALONE)
            self._write(REPORT, tr("the report"), target, work)

        self._choose_file_to_write(tr("Write a Report"), tr("Pages"), ".html", proposal, write)

    def setup_copy_command(self) -> None:
        self._copy(tr("Copied the setup as a command"), command)

    def setup_copy_toml(self) -> None:
        self._copy(tr("Copied the setup as TOML"), Experiment.to_toml)

    def setup_copy_script(self) -> None:
        self._copy(tr("Copied the setup as a Python script"), script)

    # -- helpers ------------------------------------------------------------------------------------------------

    def _copy(self, done: str, text: Callable[[Experiment], str]) -> None:
        QGuiApplication.clipboard().setText(text(self.session.experiment))
        self.message.emit(done)

    def _choose_target(self, name: str, form: Form) -> None:
        run = Run(self.places.runs / name)

        def write(target: str) -> None:
            work = partial(form.write, run, target, self.places)
            self._write(f"export.{form.id}", tr("{form} of {run}", form=said(form.title), run=name), target, work)

        assert self.parent_widget is not None
        if form.target == "folder":
            dialogs.choose_folder(self.parent_widget, tr("Folder for {form}", form=said(form.title)), write)
        else:
            proposal = "mlflow.db" if form.target == "store" else f"{name}{form.suffix}"
            title = said(form.title)
            self._choose_file_to_write(tr("Export {form}", form=title), title, form.suffix, proposal, write)

    def _choose_file_to_write(
        self, title: str, kind: str, suffix: str, proposal: str, then: Callable[[str], None]
    ) -> None:
        assert self.parent_widget is not None
        path = str(Path.home() / proposal)
        dialogs.choose_file(self.parent_widget, title, then, save=True, suffix=suffix, proposal=path, kind=kind)

    def _write(self, banner: str, what: str, target: str, work: Callable[[], Writing]) -> None:
        """Write off the window's thread. What was under way with the same banner is left."""

        def tell(news: Report) -> None:
            if isinstance(news, Preparing):
                far = {"done": count(news.done), "all": count(news.total or 0)}
                self.message.emit(
                    tr("{what}: {done} of {all}" if news.total else "{what}", what=said(news.what), **far)
                )

        def then(done: Future[Any]) -> None:
            error = done.exception()
            if error is None:
                self._say_where(banner, what, Path(target))
            else:
                self.offer_over.emit(banner)
                details = "" if isinstance(error, _USUAL) else "".join(traceback.format_exception(error))
                self._error(tr("Nothing was written"), str(error) or type(error).__name__, details=details)

        def leave() -> None:
            self.exporter.forget(banner)
            self.message.emit(tr("Left before {what} was written", what=what))

        self.offer.emit(
            banner, tr("Writing {what} …", what=f"<b>{escape(what)}</b>"), [("cancel", tr("Cancel"), leave)]
        )
        self.exporter.ask(banner, work, tell, then)

    def _say_where(self, banner: str, what: str, target: Path) -> None:
        folder = target if target.is_dir() else target.parent
        choices: list[dialogs.Answer] = [
            ("show", tr("Show in Folder"), lambda: let_system_open(folder)),
            ("close", tr("Close"), lambda: None),
        ]
        if banner == REPORT:
            choices.insert(0, ("open", tr("Open"), lambda: let_system_open(target)))
        text = tr(
            "{what} is in {place}", what=escape(what[:1].upper() + what[1:]), place=f"<b>{escape(str(target))}</b>"
        )
        self.offer.emit(banner, text, choices)
        self.message.emit(tr("Wrote {file}", file=target.name))
