"""Small multiples: one small plot for each run, or for each value of a setting, all of the same axes."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from core.runs.differing import telling, varied
from core.schema import SettingField, every_setting
from workbench import theme as themes
from workbench.views.compare_drawing import (
    NO_RUN,
    SHORT_OF,
    Courses,
    Drawn,
    What,
    fill,
    key_of,
    short_labels,
    span_of,
    title_of,
)
from workbench.views.legend import Chips, Key
from workbench.views.plot import Plot
from workbench.views.run_curves import RunCurves
from workbench.views.scale import scale_of, value_in_words
from workbench.views.task_header import Shortened
from workbench.words import said, tr

MOST = 24  # plots; more would be too small to tell anything
LEAST_WIDTH, LEAST_HEIGHT = 208, 148  # of one, in logical pixels


@dataclass(frozen=True)
class Group:
    """What stands in one plot."""

    title: str
    color: str | None  # of the run, where it is one
    keys: frozenset[str]


def settings_to_group_by(runs: Sequence[RunCurves]) -> list[SettingField]:
    """The settings in which the runs differ by themselves, in the order of the form."""
    if len(runs) < 2:
        return []
    found, known = set(varied([telling(run.asked) for run in runs])), every_setting()
    return [field for path, field in known.items() if path in found]


def groups_of(runs: Sequence[RunCurves], field: SettingField | None) -> list[Group]:
    """One for each run; or one for each value of a setting, in the order of the values, and one for runs without it."""
    if field is None:
        names = short_labels([run.label for run in runs])
        return [Group(name, run.hex, frozenset([run.key])) for name, run in zip(names, runs, strict=True)]
    having = [run for run in runs if field.path in run.asked]
    found = [
        Group(
            f"{said(field.title)}: {value_in_words(field, value)}",
            None,
            frozenset(run.key for run in having if run.asked[field.path] == value),
        )
        for value in scale_of_values(field, having)
    ]
    without = frozenset(run.key for run in runs if field.path not in run.asked)
    return (
        [*found, Group(tr("Without {setting}", setting=said(field.title).lower()), None, without)] if without else found
    )


def scale_of_values(field: SettingField, runs: Sequence[RunCurves]) -> Sequence[object]:
    """The different values of a setting, in their order."""
    return scale_of(field, [run.asked[field.path] for run in runs]).values


class CompareMultiples(QScrollArea):
    """The plots in a grid, below what they have in common."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("compare.multiples")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.picture = QWidget()
        self.picture.setProperty("panel", True)
        self.picture.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self.note = QLabel()
        self.note.setObjectName("compare.multiples.note")
        self.note.setProperty("role", "caption")
        self._key = Key("compare.multiples.key", [])
        self._chips = Chips("compare.multiples.runs")
        header, names = QHBoxLayout(), QHBoxLayout()
        for row in (header, names):
            row.setContentsMargins(themes.SMALL, 0, 22, 0)
            row.setSpacing(themes.LARGE)
        header.addWidget(self._title)
        header.addWidget(self.note, 1)
        header.addWidget(self._key)
        names.addWidget(self._chips)
        self._grid = QGridLayout()
        self._grid.setSpacing(themes.SMALL)
        column = QVBoxLayout(self.picture)
        column.setContentsMargins(themes.SMALL, 0, 0, themes.TINY)
        column.setSpacing(themes.TINY)
        column.addLayout(header)
        column.addLayout(names)
        column.addLayout(self._grid, 1)
        self.setWidget(self.picture)
        self._cells: list[_Cell] = []
        self._shown = 0

    @property
    def plots(self) -> list[Plot]:
        """Those that are shown; there is always one, which says what is missing."""
        return [cell.plot for cell in self._cells[: self._shown]]

    def show_runs(self, courses: Courses, what: What, with_chance: bool, field: SettingField | None) -> None:
        """Draw this quantity of the runs anew, one plot for each run, or for each value of a setting."""
        curves, metric = courses.drawn(what), courses.metric
        chances = courses.chances(what) if with_chance else []
        drawn = {one.run.key for one in curves}
        groups = [group for group in groups_of(courses.runs, field) if group.keys & drawn]
        self._title.setText(said(title_of(what, metric)))
        self._key.set_entries(key_of(what, bool(chances)))
        for part in (self._title, self._key):
            part.setVisible(bool(courses.runs))
        more = tr("{n} more plots are not shown", n=len(groups) - MOST) if len(groups) > MOST else ""
        self.note.setText(" · ".join(words for words in (said(courses.left_out(what)), more) if words))
        names = short_labels([run.label for run in courses.runs])
        self._chips.set_runs([(name, run.hex) for name, run in zip(names, courses.runs, strict=True)])
        self._chips.setVisible(field is not None)
        empty = SHORT_OF[what] if courses.runs else NO_RUN
        self._show_cells(groups[:MOST] or [Group("", None, frozenset())])
        frame, span = _heights(curves), span_of(curves)
        for cell, group in zip(self._cells, groups[:MOST] or [None], strict=False):
            plot = cell.plot
            plot.clear()
            plot.set_empty(*empty)
            if group is not None:
                here = [one for one in curves if one.run.key in group.keys]
                fill(plot, here, what, metric, chances, span)
            plot.y_frame = frame
        self._cells[0].plot.redraw()

    def _show_cells(self, groups: Sequence[Group]) -> None:
        while len(self._cells) < len(groups):
            cell = _Cell(len(self._cells))
            if self._cells:
                self._cells[0].plot.link_x(cell.plot)
            self._cells.append(cell)
        for cell, group in zip(self._cells, groups, strict=False):
            cell.show_group(group)
        self._shown = len(groups)
        self._lay_out()

    def _lay_out(self) -> None:
        """As many columns as there is room for, and no more than make the grid about square."""
        room = max(self.viewport().width() // LEAST_WIDTH, 1)
        columns = min(room, math.ceil(math.sqrt(self._shown)) + (self._shown > 2), max(self._shown, 1))
        for place, cell in enumerate(self._cells):
            cell.setVisible(place < self._shown)
            cell.plot.setVisible(place < self._shown)
            self._grid.removeWidget(cell)
            if place < self._shown:
                self._grid.addWidget(cell, place // columns, place % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, int(column < columns))

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()


class _Cell(QWidget):
    """A name and a small plot."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.plot = Plot(f"compare.multiples.plot_{number + 1}", "")
        self.plot.setMinimumSize(LEAST_WIDTH - 16, LEAST_HEIGHT - 24)
        self._run = Chips(f"compare.multiples.run_{number + 1}")
        self._run.setFixedHeight(18)
        self._value = Shortened()
        self._value.setFixedHeight(18)
        self._value.setContentsMargins(themes.SMALL, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._run)
        column.addWidget(self._value)
        column.addWidget(self.plot, 1)

    def show_group(self, group: Group) -> None:
        self._run.set_runs([] if group.color is None else [(group.title, group.color)])
        self._run.setVisible(group.color is not None)
        self._value.setText(group.title)
        self._value.setVisible(group.color is None)
        self.plot.title = group.title
        self.plot.canvas.setAccessibleName(group.title)


def _heights(curves: Sequence[Drawn]) -> tuple[float, float] | None:
    """The heights that all plots hold."""
    known = [heights for one in curves if (heights := one.heights) is not None]
    return (min(low for low, _ in known), max(high for _, high in known)) if known else None
