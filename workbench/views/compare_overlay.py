"""The learning curves of several runs laid over one another, in one plot."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench import theme as themes
from workbench.views.compare_drawing import (
    NO_RUN,
    SHORT_OF,
    Courses,
    What,
    fill,
    key_of,
    short_labels,
    span_of,
    title_of,
)
from workbench.views.legend import Chips, Key
from workbench.views.plot import Plot
from workbench.views.task_header import Shortened
from workbench.words import said


class CompareOverlay(QWidget):
    """Title, runs in their colours, key and plot."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("compare.overlay")
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.plot = Plot("compare.overlay.plot", "Learning curves over one another")
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self.note = Shortened()
        self.note.setObjectName("compare.overlay.note")
        self.note.setProperty("role", "caption")
        self._key = Key("compare.overlay.key", [])
        self._chips = Chips("compare.overlay.runs")
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setContentsMargins(themes.SMALL, 0, 22, 0)
            row.setSpacing(themes.LARGE)
        first.addWidget(self._title)
        first.addWidget(self.note, 1)
        first.addWidget(self._key)
        second.addWidget(self._chips)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(themes.SMALL, 0, 0, themes.TINY)
        layout.setSpacing(themes.TINY)
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addWidget(self.plot, 1)

    @property
    def plots(self) -> list[Plot]:
        return [self.plot]

    def show_runs(self, courses: Courses, what: What, with_chance: bool) -> None:
        """Draw this quantity of the runs anew; a range that a person holds stays."""
        curves, metric = courses.drawn(what), courses.metric
        chances = courses.chances(what) if with_chance else []
        title = title_of(what, metric)
        self._title.setText(said(title))
        self._title.setVisible(bool(courses.runs))
        self._key.set_entries(key_of(what, bool(chances)))
        self._key.setVisible(bool(courses.runs))
        names = short_labels([run.label for run in courses.runs])
        self._chips.set_runs([(name, run.hex) for name, run in zip(names, courses.runs, strict=True)])
        self.note.setText(said(courses.left_out(what)))
        self.plot.title = title
        self.plot.canvas.setAccessibleName(said(title))
        self.plot.clear()
        self.plot.set_empty(*(SHORT_OF[what] if courses.runs else NO_RUN))
        fill(self.plot, curves, what, metric, chances, span_of(curves))
        self.plot.redraw()
