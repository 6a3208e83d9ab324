"""The panel of runs: a heading, a filter, and the table; an invitation where there are none yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from core.runs.index import RunRow
from workbench import theme
from workbench.runs.run_table import RunModel, RunTable

NO_RUNS = "No runs yet. Press Start, and your first run appears here."
NOTHING_FOUND = "No run matches “{}”."


class RunPanel(QWidget):
    """All runs. Tells which are selected; those are the ones that the views show."""

    selected = Signal(tuple)  # names
    aimed = Signal(tuple)  # names of the selected runs that can be seen

    def __init__(self, actions: list[QAction]) -> None:
        super().__init__()
        self.setObjectName("runs")
        self.model = RunModel()
        self.table = RunTable(self.model)
        self.table.addActions(actions)
        heading = QLabel("Runs")
        heading.setProperty("role", "title")
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self._filter = QLineEdit()
        self._filter.setObjectName("runs.filter")
        self._filter.setAccessibleName("Filter runs")
        self._filter.setPlaceholderText("Filter runs")
        self._filter.setClearButtonEnabled(True)
        self._filter.setMaximumWidth(220)
        self._filter.textChanged.connect(self._show_matching)
        top = QHBoxLayout()
        top.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        top.setSpacing(theme.SMALL)
        top.addWidget(heading)
        top.addWidget(self._count)
        top.addStretch(1)
        top.addWidget(self._filter)
        empty = QLabel(NO_RUNS)
        empty.setTextFormat(Qt.TextFormat.PlainText)
        empty.setProperty("role", "muted")
        empty.setWordWrap(True)
        empty.setContentsMargins(theme.LARGE, 0, theme.LARGE, 0)
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty = empty
        self._stack = QStackedLayout()
        self._stack.addWidget(empty)
        self._stack.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(self._stack, 1)
        self._quiet = False
        self._chosen: tuple[str, ...] = ()  # also those that the filter hides
        self.table.selectionModel().selectionChanged.connect(self._tell)

    def show_rows(self, rows: list[RunRow]) -> None:
        """Show these runs and keep the selection."""
        selected = self.table.selected_names
        self._quiet = True
        self.model.show_rows(rows)
        if self.table.selected_names != selected:
            self.table.select(self._chosen)
        self._quiet = False
        self._tell_emptiness()
        self.aimed.emit(self.table.selected_names)

    def select(self, names: tuple[str, ...]) -> None:
        """Select runs without telling."""
        self._chosen = names
        if set(names) != set(self.table.selected_names):
            self._quiet = True
            self.table.select(names)
            self._quiet = False
        self.aimed.emit(self.table.selected_names)

    def _show_matching(self, text: str) -> None:
        """What is hidden stays selected, and on show in the views, until a person selects something else."""
        self._quiet = True
        self.table.filter(text)
        self.table.select(self._chosen)
        self._quiet = False
        self._tell_emptiness()
        self.aimed.emit(self.table.selected_names)

    def _tell_emptiness(self) -> None:
        """How many runs there are, and why none is to be seen."""
        there, seen, words = self.model.rowCount(), self.table.model().rowCount(), self._filter.text().strip()
        self._count.setText("" if not there else f"{seen} of {there}" if words else str(there))
        self._empty.setText(NOTHING_FOUND.format(words) if there else NO_RUNS)
        self._stack.setCurrentWidget(self.table if seen else self._empty)

    def _tell(self) -> None:
        if not self._quiet:
            self._chosen = self.table.selected_names
            self.selected.emit(self._chosen)
