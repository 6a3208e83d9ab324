"""The line at the bottom: how far the run is, how fast, how long still, and what happens when nothing moves yet."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar

from core.training.reports import IterationReport, Preparing, Report, Started
from workbench import motion, theme
from workbench.numbers import count, duration
from workbench.words import said, tr
from workbench.worker import State

_MESSAGE_SECONDS = 8
_REFRESH = 250  # milliseconds between two changes of the numbers, so that they can be read
_SPEED_OVER = 3.0  # seconds that the speed is measured over


class ProgressLine(QStatusBar):
    """The status bar."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(160, 4)
        self._bar.setAccessibleName(tr("Progress of the run"))
        self._text = QLabel(tr("Ready"))
        self._text.setObjectName("status.progress")
        self._text.setAccessibleName(tr("Progress"))
        self._device = QLabel()
        self._device.setObjectName("status.device")
        self._device.setProperty("role", "muted")
        self._news = QLabel()
        self._news.setObjectName("status.message")
        self._news.setProperty("role", "muted")
        for widget in (self._bar, self._text):
            self.addWidget(widget)
        self.addWidget(self._news, 1)
        self.addPermanentWidget(self._device)
        self.setContentsMargins(theme.MEDIUM, 0, theme.MEDIUM, 0)
        self._bar.hide()
        self._news_over = QTimer(self, singleShot=True, interval=_MESSAGE_SECONDS * 1000)
        self._news_over.timeout.connect(self._news.clear)
        self._later = QTimer(self, singleShot=True, interval=_REFRESH)
        self._later.timeout.connect(self._refresh)
        self._iterations = 0
        self._last: IterationReport | None = None
        self._preparing: Preparing | None = None
        self._speed_from: list[tuple[float, int, int]] = []  # seconds, iteration, tasks
        self._state = State.IDLE

    def say(self, message: str) -> None:
        """Show a line for a while."""
        self._news.setText(message.split("\n")[0])
        self._news.setToolTip(message)
        self._news_over.start()

    def show_state(self, state: State) -> None:
        self._state = state
        if state is State.PREPARING:
            self._last, self._preparing, self._speed_from = None, None, []
        self._refresh()

    def take(self, reports: list[Report]) -> None:
        """News of the run that trains."""
        for report in reports:
            if isinstance(report, Started):
                self._iterations = report.iterations
                self._device.setText(f"{report.device.upper()}{tr(', ')}{said(report.mapping)}")
            elif isinstance(report, Preparing):
                self._preparing = report
            elif isinstance(report, IterationReport):
                self._last, self._preparing = report, None
        if self._last is not None:
            now = self._last.seconds  # of training and measuring: pauses and compiling do not count
            self._speed_from.append((now, self._last.iteration, self._last.tasks))
            while now - self._speed_from[0][0] > _SPEED_OVER and len(self._speed_from) > 2:
                self._speed_from.pop(0)
        if not self._later.isActive():
            self._later.start()

    def _refresh(self) -> None:
        working = self._state is not State.IDLE
        self._bar.setVisible(working)
        words = {State.IDLE: tr("Ready"), State.PAUSED: tr("Paused"), State.STOPPING: tr("Stopping…")}
        if not working:
            self._device.clear()
        report, preparing = self._last, self._preparing
        if report is not None:
            self._bar.setRange(0, self._iterations)
            self._bar.setValue(report.iteration)
        else:
            self._bar.setRange(0, int(motion.reduced(self)))  # moves to and fro, or lies there empty
            self._bar.setValue(0)
        parts = [words[self._state]] if self._state in words else []
        if working and preparing is not None:
            parts.append(_said(preparing))
        elif working and report is not None:
            parts.append(self._numbers(report))
        elif working and not parts:
            parts.append(tr("Starting…"))
        self._text.setText("  ·  ".join(parts))

    def _numbers(self, report: IterationReport) -> str:
        parts = [tr("iteration {done} / {all}", done=count(report.iteration), all=count(self._iterations))]
        first, last = self._speed_from[0], self._speed_from[-1]
        spent = last[0] - first[0]
        if spent > 0 and last[1] > first[1] and self._state is State.RUNNING:
            parts.append(tr("{n} tasks/s", n=count((last[2] - first[2]) / spent)))
            left = (self._iterations - report.iteration) * spent / (last[1] - first[1])
            parts.append(tr("{time} left", time=duration(left)))
        return "  ·  ".join(parts)


def _said(preparing: Preparing) -> str:
    what = said(preparing.what)
    if preparing.total is None:
        return f"{what}…"
    if preparing.unit == "bytes":
        done, total = (f"{size / 1e6:.1f}" for size in (preparing.done, preparing.total))
        return tr("{what}: {done} of {all} MB", what=what, done=done, all=total)
    return tr("{what}: {done} of {all} {unit}").format(
        what=what, done=count(preparing.done), all=count(preparing.total), unit=said(preparing.unit)
    )
