"""The panel of runs: a heading, a filter, menus, and the table; an invitation where there are none yet."""

import json
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from core.runs.filter import RunFilter, finished, parse
from core.runs.index import RunRow
from workbench import theme
from workbench.icons import icon
from workbench.runs.filter_line import FilterLine
from workbench.runs.look_menus import fill_columns, fill_groups
from workbench.runs.run_model import RunModel
from workbench.runs.run_table import RunTable
from workbench.words import mark, said, tr

NO_RUNS = mark("No runs yet. Press Start, and your first run appears here.")


class RunPanel(QWidget):
    """All runs. Tells which are selected; those are the ones that the views show."""

    selected = Signal(tuple)  # names
    aimed = Signal(tuple)  # names of the selected runs that can be seen
    star_pressed = Signal(str)  # a run's name
    opened = Signal()  # somebody wants to see what is kept about the selected run

    def __init__(self, actions: list[QAction]) -> None:
        super().__init__()
        self.setObjectName("runs")
        self.model = RunModel()
        self.table = RunTable(self.model)
        self.table.addActions(actions)
        heading = QLabel(tr("Runs"))
        heading.setProperty("role", "title")
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self._wanted = RunFilter()
        self._filter = FilterLine(lambda: self.model.rows)
        self._filter.textChanged.connect(self._show_matching)
        self._problem = QLabel()
        self._problem.setObjectName("runs.filter.problem")
        self._problem.setProperty("role", "error")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.setContentsMargins(theme.LARGE, 0, theme.LARGE, theme.SMALL)
        self._problem.hide()
        self._group = _menu_button("group", tr("Group"), tr("Put the runs under headings"), self._fill_groups)
        self._columns = _menu_button("columns", tr("Columns"), tr("Choose what the table shows"), self._fill_columns)
        top = QHBoxLayout()
        top.setContentsMargins(theme.LARGE, theme.SMALL, theme.SMALL, theme.SMALL)
        top.setSpacing(theme.SMALL)
        top.addWidget(heading)
        top.addWidget(self._count)
        top.addStretch(1)
        top.addWidget(self._filter, 4)
        top.addWidget(self._group)
        top.addWidget(self._columns)
        self._empty = QLabel(tr(NO_RUNS))
        self._empty.setObjectName("runs.empty")
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(theme.LARGE, 0, theme.LARGE, 0)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._problem)
        layout.addLayout(self._stack, 1)
        self._quiet = False
        self._chosen: tuple[str, ...] = ()  # also those that the filter hides
        self.table.selectionModel().selectionChanged.connect(self._tell)
        self.table.arranged.connect(self._select_again)
        self.table.folded.connect(self._aim)
        self.table.star_pressed.connect(self.star_pressed)
        self.table.opened.connect(self.opened)
        self.table.columns_wanted.connect(lambda at: self._open(self._columns.menu(), at))
        self._color_icons()

    def show_rows(self, rows: list[RunRow]) -> None:
        """Show these runs and keep the selection."""
        self.model.show_rows(rows)
        self._tell_emptiness()

    def select(self, names: tuple[str, ...]) -> None:
        """Select runs without telling."""
        self._chosen = names
        self._select_again()

    # -- how the table looks ------------------------------------------------------------------------------------

    def keep_look(self) -> QByteArray:
        """Columns, their order and widths, sorting and grouping, for `take_look` of another time."""
        return QByteArray(json.dumps(self.table.look).encode())

    def take_look(self, kept: QByteArray) -> None:
        """Look as somebody left the table; what cannot be read leaves it as it is."""
        try:
            look = json.loads(kept.data())
        except ValueError:
            return
        if isinstance(look, dict):
            self.table.take_look(look)

    def find(self) -> None:
        """Type a filter."""
        self._filter.setFocus()
        self._filter.selectAll()

    def open_columns(self) -> None:
        self._open_below(self._columns)

    def open_groups(self) -> None:
        self._open_below(self._group)

    def _fill_columns(self, menu: QMenu) -> None:
        fill_columns(menu, self.table.shown_columns, self.model.rows, self.table.show_columns)

    def _fill_groups(self, menu: QMenu) -> None:
        fill_groups(menu, self.model.group_key, self.model.rows, self.model.group_by)

    def _open_below(self, button: QToolButton) -> None:
        self._open(button.menu(), button.mapToGlobal(button.rect().bottomLeft()))

    def _open(self, menu: QMenu | None, at: QPoint) -> None:
        assert menu is not None, "both buttons have a menu"
        menu.popup(at)

    # -- filtering and selecting --------------------------------------------------------------------------------

    def _show_matching(self, text: str) -> None:
        """What is hidden stays selected, and on show in the views, until a person selects something else."""
        self._wanted = parse(finished(text))
        self._problem.setText("\n".join(map(said, self._wanted.problems)))
        self._problem.setVisible(bool(self._wanted.problems))
        theme.mark(self._filter, "invalid", bool(self._wanted.problems))
        self.model.filter(self._wanted)
        self._tell_emptiness()

    def _tell_emptiness(self) -> None:
        """How many runs there are, and why none is to be seen."""
        there, seen = len(self.model.rows), self.model.seen
        self._count.setText(
            "" if not there else tr("{seen} of {all}", seen=seen, all=there) if self._wanted.terms else str(there)
        )
        self._empty.setText(said(self._wanted.why_none(self.model.rows)) if there and not seen else tr(NO_RUNS))
        self._stack.setCurrentWidget(self.table if seen else self._empty)

    def _select_again(self) -> None:
        self._quiet = True
        self.table.select(self._chosen)
        self._quiet = False
        self._aim()

    def _tell(self, *_: Any) -> None:
        if not self._quiet:
            self._chosen = self.table.selected_names
            self.selected.emit(self._chosen)
            self._aim()

    def _aim(self) -> None:
        self.aimed.emit(self.table.aimed_names)

    # -- looks --------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_columns"):
            self._color_icons()

    def _color_icons(self) -> None:
        for button, name in ((self._group, "group"), (self._columns, "columns")):
            button.setIcon(icon(name, theme.current().muted))


def _menu_button(name: str, text: str, tip: str, fill: Any) -> QToolButton:
    made = QToolButton()
    made.setObjectName(f"runs.{name}")
    made.setAccessibleName(text)
    made.setToolTip(tip)
    made.setProperty("quiet", True)
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    menu = QMenu(made)
    menu.setObjectName(f"runs.{name}.menu")
    menu.setToolTipsVisible(True)
    menu.aboutToShow.connect(lambda: fill(menu))
    made.setMenu(menu)
    return made
