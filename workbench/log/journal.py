"""The journal: all that the program said since it began, from the engine, the status line, and Python's logging."""

import logging
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from PySide6.QtCore import QObject, Signal

from core.training.reports import Failed, Finished, Report, Started, Warned
from workbench.words import mark, said, tr

Level = Literal["info", "warning", "error"]
LEVELS: tuple[Level, ...] = ("info", "warning", "error")  # the graver, the later
NAMES = {"info": mark("Info"), "warning": mark("Warning"), "error": mark("Error")}
ENDS = {"finished": mark("The run is finished"), "stopped": mark("The run is stopped")}
LONGEST = 5000  # entries; the oldest go first
_ONCE = 2.0  # seconds within which the same words are said once


@dataclass(frozen=True)
class Entry:
    """Something that was said; `details` are for whoever copies it."""

    when: datetime
    level: Level
    text: str
    details: str = ""

    def __str__(self) -> str:
        line = f"{self.when:%Y-%m-%d %H:%M:%S}  {tr(NAMES[self.level]):7}  {self.text}"
        return f"{line}\n{self.details.rstrip()}" if self.details else line


class Journal(QObject):
    """Keeps entries and tells of each new one. Entries may come from any thread."""

    changed = Signal(int)  # how many entries have gone at the beginning since the last time
    _arrived = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: deque[Entry] = deque()
        self._arrived.connect(self._keep)  # queued where it comes from another thread
        self._handler = _Handler(self)
        logging.getLogger().addHandler(self._handler)

    def close(self) -> None:
        """Listen no longer."""
        logging.getLogger().removeHandler(self._handler)

    def add(self, level: Level, text: str, details: str = "") -> None:
        self._arrived.emit(Entry(datetime.now(), level, text, details))

    def say(self, text: str) -> None:
        """What stood in the status line."""
        self.add("info", text)

    def complain(self, text: str, details: str) -> None:
        """What a dialog said."""
        self.add("error", text, details)

    def take(self, reports: Iterable[Report]) -> None:
        """What a run tells that is worth keeping."""
        for report in reports:
            match report:
                case Started():
                    count, device = f"{report.iterations:,}", report.device
                    self.add("info", tr("Training begins: {count} iterations on {device}", count=count, device=device))
                case Warned():
                    self.add("warning", said(report.message))
                case Failed() if report.error is not None:
                    error = report.error
                    words = tr("{title}. {what}", title=said(error["title"]), what=said(error["what"]))
                    self.add("error", words, error["details"])
                case Finished():
                    self.add("info", tr(ENDS[report.status]))

    def clear(self) -> None:
        gone = len(self.entries)
        self.entries.clear()
        self.changed.emit(gone)

    def tail(self, many: int) -> str:
        """The newest entries as text."""
        return "\n".join(map(str, list(self.entries)[-many:]))

    def _keep(self, entry: Entry) -> None:
        """What comes twice at once, from two sides, is kept once: as the graver of the two, with all its details."""
        gone = 0
        last = self.entries[-1] if self.entries else None
        if last is not None and last.text == entry.text and (entry.when - last.when).total_seconds() < _ONCE:
            graver = max(last.level, entry.level, key=LEVELS.index)
            self.entries[-1] = replace(last, level=graver, details=last.details or entry.details)
        else:
            self.entries.append(entry)
        while len(self.entries) > LONGEST:
            self.entries.popleft()
            gone += 1
        self.changed.emit(gone)


class _Handler(logging.Handler):
    """Hands on what Python's logging is told."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(logging.INFO)
        self._journal = journal

    def emit(self, record: logging.LogRecord) -> None:
        level: Level = "error" if record.levelno >= logging.ERROR else "info"
        if logging.WARNING <= record.levelno < logging.ERROR:
            level = "warning"
        details = logging.Formatter().formatException(record.exc_info) if record.exc_info else ""
        self._journal.add(level, record.getMessage(), details)
