"""The log of one window: its journal, the panel at the bottom, the button in the status line, and kept reports."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QToolButton

from workbench import dialogs, theme
from workbench.log import crash
from workbench.log.journal import Journal
from workbench.log.log_panel import LogPanel

Offer = Callable[[str, str, list[Any]], None]  # of a banner: id, text, choices


class Log(QObject):
    """Shows what the program said, when it is asked to; until then the button counts warnings and errors."""

    def __init__(self, window: QMainWindow, action: QAction, journal: Journal) -> None:
        super().__init__(window)
        self._window, self.journal = window, journal
        self.panel = LogPanel(self.journal)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.panel)
        self.panel.hide()
        self.button = QToolButton()
        self.button.setObjectName("status.log")
        self.button.setProperty("quiet", True)
        self.button.setToolTip(action.toolTip())
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(action.trigger)
        journal.changed.connect(self._count)
        self._seen = 0  # entries that came while the panel was open, or before it was
        self.panel.visibilityChanged.connect(lambda _: self._count())
        self._count()

    def toggle(self) -> None:
        """Open the panel, or close it."""
        if self.panel.isVisible():
            self.panel.close()
        else:
            self.panel.open()

    def offer_reports(self, home: Path, offer: Offer) -> None:
        """A banner for what the program could not say any more when it last ended."""
        reports = crash.unseen(home)
        if not reports:
            return
        many = "a report" if len(reports) == 1 else f"{len(reports)} reports"
        text = f"Innerloop met an error that it did not expect, and wrote {many} on this computer. Nothing was sent."
        choices = [("show", "Show the Report", lambda: self._show_report(reports))]
        offer("crash", text, [*choices, ("close", "Close", lambda: _mark(reports))])

    def _show_report(self, reports: list[Path]) -> None:
        newest = _mark(reports)[-1]
        what = "If you want to tell of it, copy the details. They hold no data and are sent nowhere."
        text = newest.read_text(encoding="utf-8", errors="replace")
        dialogs.show_error(self._window, "What went wrong", what, f"The report is {newest}.", text)

    def _count(self) -> None:
        entries = self.journal.entries
        if self.panel.isVisible() or len(entries) < self._seen:
            self._seen = len(entries)
        grave = sum(entry.level != "info" for entry in list(entries)[self._seen :])
        self.button.setText(f"Log  {grave}" if grave else "Log")
        said = f"Log, {grave} new warnings and errors" if grave else "Log"
        self.button.setAccessibleName(said)
        theme.mark(self.button, "alert", grave > 0)


def _mark(reports: list[Path]) -> list[Path]:
    return [crash.mark_seen(report) for report in reports]
