"""The layers of a run with what their gradients are like; the one that is chosen is what the pictures are of."""

import math

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView

from core.runs.agreement import Agreement
from core.runs.gradients import Gradients
from workbench import theme as themes
from workbench.numbers import cosine, measure
from workbench.runs.run_model import dot
from workbench.views.gradient_plots import layer_colors
from workbench.views.sorted_table import NUMBER_WIDTH, Cell, SortedTable
from workbench.words import mark, said, tr

ALL = mark("All")
HEADS = ("Layer", "Norm of a task", "Norm of mean", "Cosine")
TIPS = (
    "Choose a layer to see it alone",
    "How long the gradient of a task is: the mean over the tasks, with its 95 % interval",
    "How long the mean of the tasks' gradients is, which is the meta-gradient: short where they cancel each other",
    "The cosine between the gradients of two tasks, averaged over all pairs: 1 where all pull the same way",
)
NAME_WIDTH = 84  # logical pixels at least; the first column takes what is left
LAST_TO_GO = (1, 3, 2)  # where room is scarce the others are left out, the last of these first


class LayerTable(SortedTable):
    """A row for each layer below one for all of them."""

    chosen = Signal(object)  # the layer's name, or None for all of them

    def __init__(self) -> None:
        super().__init__("gradients.layers", "Layers", HEADS, 1, 0, Qt.SortOrder.AscendingOrder)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setIconSize(QSize(16, 16))
        for column, tip in enumerate(TIPS):
            self.horizontalHeaderItem(column).setToolTip(said(tip))
        self.layer: str | None = None
        self.itemSelectionChanged.connect(self._tell)

    def show_layers(self, answer: Gradients) -> None:
        """The layers from first to last. The one that is chosen stays so, where it is still there."""
        if self.layer not in answer.layers:
            self.layer = None
        layers: list[tuple[str, Agreement]] = [(tr(ALL), answer.whole), *answer.layers.items()]
        with QSignalBlocker(self):
            self.show_rows([_cells(place, *layer) for place, layer in enumerate(layers)])
        self.show_colors(list(answer.layers))
        self.select(self.layer)

    def show_colors(self, layers: list[str]) -> None:
        """Give each layer the colour that its curve has."""
        colors = {**layer_colors(layers), tr(ALL): themes.current().text}
        for row in range(self.rowCount()):
            item = self.item(row, 0)
            item.setIcon(dot(colors[item.text()]))

    def select(self, layer: str | None) -> None:
        """Mark a layer's row, without telling."""
        with QSignalBlocker(self):
            for row in range(self.rowCount()):
                if self.item(row, 0).text() == (layer or tr(ALL)):
                    self.setCurrentCell(row, 0)
                    self.selectRow(row)
        self.layer = layer

    def fit_columns(self) -> None:
        super().fit_columns()
        beside = self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()
        self.setMinimumWidth(NAME_WIDTH + self._widths[LAST_TO_GO[0]] + beside)
        self._show_what_fits()

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        """Show the columns that there is room for."""
        left = self.viewport().width() - NAME_WIDTH
        for column in LAST_TO_GO:
            left -= self._widths.get(column, NUMBER_WIDTH)
            self.setColumnHidden(column, left < 0)

    def _tell(self) -> None:
        rows = self.selectionModel().selectedRows()
        if not rows:
            self.select(self.layer)  # one is always chosen
            return
        name = self.item(rows[0].row(), 0).text()
        self.layer = None if name == tr(ALL) else name
        self.chosen.emit(self.layer)


def norm_in_words(agreement: Agreement) -> str:
    """``2.58 ± 0.87``: the norm of a task's gradient."""
    return f"{measure(agreement.norm.mean, 3)} ± {measure(agreement.norm.ci95, 2)}"


def _cells(place: int, name: str, agreement: Agreement) -> list[Cell]:
    mean_cosine = agreement.cosine
    return [
        (name, f"{place:06d}"),
        (norm_in_words(agreement), agreement.norm.mean),
        (measure(agreement.mean_norm, 3), agreement.mean_norm),
        (cosine(mean_cosine), -2.0 if math.isnan(mean_cosine) else mean_cosine),
    ]
