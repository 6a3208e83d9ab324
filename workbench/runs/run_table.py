"""The table of runs: every run folder as a row, several selected at once to overlay them, headings that fold."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from workbench import theme
from workbench.runs.columns import ALWAYS, column
from workbench.runs.run_model import NAME_ROLE, RunModel
from workbench.words import tr

_Index = QModelIndex | QPersistentModelIndex
_PADDING = 8  # logical pixels at either side of a cell, as the style sheet says
_MARGIN = QStyle.PixelMetric.PM_FocusFrameHMargin


class _Cells(QStyledItemDelegate):
    """Names are shortened in their middle: runs often begin alike, and differ at the end."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        model = index.model()
        if isinstance(model, RunModel) and model.columns[index.column()].key == "run":
            option.textElideMode = Qt.TextElideMode.ElideMiddle


class RunTable(QTreeView):
    """The view over a `RunModel`: sorting, folding, selecting. What a person selects is for the panel to keep."""

    star_pressed = Signal(str)  # a run's name
    opened = Signal()  # a run was double-clicked, or Return pressed on it
    columns_wanted = Signal(QPoint)  # somebody asks for other columns, at this place of the screen
    arranged = Signal()  # there are other rows than before
    folded = Signal()  # a heading was folded or unfolded

    def __init__(self, model: RunModel) -> None:
        super().__init__()
        self.setObjectName("runs.table")
        self.setAccessibleName(tr("Runs"))
        self._source = model
        self._widths: dict[str, int] = {}  # that somebody has dragged, by column
        self._measured: dict[str, int] = {}  # the widths of texts in this table's font
        self._kept: tuple[str, int, int] = ("", 0, 0)  # the run with the focus and the scroll bars, over a reset
        self._laying_out = False
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformRowHeights(True)
        self.setItemDelegate(_Cells(self))
        self.setIconSize(QSize(theme.ICON_SIZE, theme.ICON_SIZE))
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setAllColumnsShowFocus(True)
        header = self.header()
        header.setObjectName("runs.header")
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(True)
        header.setStretchLastSection(True)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSortIndicatorShown(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self.columns_wanted.emit(header.mapToGlobal(at)))
        header.sortIndicatorChanged.connect(model.sort)
        header.sectionResized.connect(self._keep_width)
        self.clicked.connect(self._click)
        self.doubleClicked.connect(self._open)
        self.expanded.connect(lambda index: self._fold(index, False))
        self.collapsed.connect(lambda index: self._fold(index, True))
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._lay_out)
        model.dataChanged.connect(self._widen)
        self._lay_out()

    # -- selecting ----------------------------------------------------------------------------------------------

    @property
    def selected_names(self) -> tuple[str, ...]:
        """The names of the selected runs, from top to bottom."""
        return tuple(index.data(NAME_ROLE) for index in self._selected())

    @property
    def aimed_names(self) -> tuple[str, ...]:
        """The names of the selected runs that no folded heading hides."""
        return tuple(index.data(NAME_ROLE) for index in self._selected() if not self._is_folded(index))

    def select(self, names: Iterable[str]) -> None:
        """Select runs by name; names that are not to be seen are passed over."""
        found = [index for name in names if (index := self._source.index_of(name)).isValid()]
        selection = QItemSelection()
        for index in found:
            selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)
        if found and not self.currentIndex().isValid():
            self.selectionModel().setCurrentIndex(found[-1], flags.NoUpdate)

    def _selected(self) -> list[QModelIndex]:
        return sorted(self.selectionModel().selectedRows(), key=lambda index: (index.internalId(), index.row()))

    def _is_folded(self, index: QModelIndex) -> bool:
        return index.parent().isValid() and not self.isExpanded(index.parent())

    # -- how it is looked at ------------------------------------------------------------------------------------

    @property
    def look(self) -> dict[str, Any]:
        """Columns, order, sorting and grouping as plain values, for `take_look` of another time."""
        model = self._source
        return {
            "columns": self.shown_columns, "widths": self._widths, "sorted_by": model.sorted_by,
            "descending": model.descending, "group": model.group_key, "folded": sorted(model.folded),
        }  # fmt: skip

    def take_look(self, look: dict[str, Any]) -> None:
        """Look as `look` said once. What is no column any more is passed over."""
        widths, folded = look.get("widths"), look.get("folded")
        if isinstance(widths, dict):
            self._widths = {key: width for key, width in widths.items() if type(width) is int and 24 <= width <= 4000}
        if isinstance(folded, list):
            self._source.folded = {title for title in folded if isinstance(title, str)}
        columns = [key for key in _strings(look.get("columns")) if _exists(key)]
        if ALWAYS in columns:
            self.show_columns(list(dict.fromkeys(columns)))
        group, sorted_by = look.get("group"), look.get("sorted_by")
        if group == "" or _exists(group):
            self._source.group_by(group)
        if _exists(sorted_by):
            self._source.sort_by(sorted_by, look.get("descending") is True)
        self._lay_out()

    @property
    def shown_columns(self) -> list[str]:
        """The columns from left to right."""
        header, columns = self.header(), self._source.columns
        return [columns[header.logicalIndex(place)].key for place in range(len(columns))]

    def show_columns(self, keys: list[str]) -> None:
        """Have these columns, from left to right."""
        self._source.show_columns(keys)
        header = self.header()
        for place in range(header.count()):
            header.moveSection(header.visualIndex(place), place)
        self._lay_out()

    # -- after each new arrangement -----------------------------------------------------------------------------

    def _keep_place(self) -> None:
        self._laying_out = True
        run = self._source.run_at(self.currentIndex())
        self._kept = (run.name if run else "", self.verticalScrollBar().value(), self.horizontalScrollBar().value())

    def _lay_out(self) -> None:
        """The model was arranged anew: headings, widths, marks and the place where somebody was."""
        model, header = self._source, self.header()
        kept, self._laying_out = self._kept, True
        for place, shown in enumerate(model.columns):
            header.resizeSection(place, self._widths.get(shown.key) or self._width_of(place))
        order = Qt.SortOrder.DescendingOrder if model.descending else Qt.SortOrder.AscendingOrder
        sorted_by = [shown.key for shown in model.columns]
        header.setSortIndicator(sorted_by.index(model.sorted_by) if model.sorted_by in sorted_by else -1, order)
        if model.group_key:
            for place in range(model.rowCount()):
                heading = model.index(place, 0)
                self.setFirstColumnSpanned(place, QModelIndex(), True)
                self.setExpanded(heading, model.group_at(heading) not in model.folded)
        current = model.index_of(kept[0])
        if current.isValid():
            self.selectionModel().setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.arranged.emit()
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(kept[1])
        self.horizontalScrollBar().setValue(kept[2])
        self._laying_out = False

    def _width_of(self, place: int) -> int:
        """The usual width of a column, or what its numbers need: half a number would be another one."""
        shown = self._source.columns[place]
        if not shown.has_figures:
            return shown.width
        beside = 2 * (_PADDING + self.style().pixelMetric(_MARGIN, None, self) + 1)
        texts = self._source.texts(place)
        for text in texts - self._measured.keys():
            self._measured[text] = self.fontMetrics().horizontalAdvance(text)
        return max(shown.width, *(self._measured[text] + beside for text in texts), 0)

    def _widen(self, _first: QModelIndex, _last: QModelIndex, roles: list[int]) -> None:
        """A run says other numbers than before."""
        if roles:
            return  # only its colour has changed
        self._laying_out = True
        for place, shown in enumerate(self._source.columns):
            if shown.key not in self._widths and self._width_of(place) > self.columnWidth(place):
                self.header().resizeSection(place, self._width_of(place))
        self._laying_out = False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._measured.clear()
            self._lay_out()

    def _keep_width(self, place: int, _: int, width: int) -> None:
        if self._laying_out or place >= len(self._source.columns):
            return
        if self.header().visualIndex(place) < self.header().count() - 1:  # the last takes the room that is left
            self._widths[self._source.columns[place].key] = width

    # -- clicks and keys ----------------------------------------------------------------------------------------

    def _click(self, index: QModelIndex) -> None:
        run = self._source.run_at(index)
        if run is None:
            self.setExpanded(index.siblingAtColumn(0), not self.isExpanded(index.siblingAtColumn(0)))
        elif self._source.columns[index.column()].key == "star":
            self.star_pressed.emit(run.name)

    def _open(self, index: QModelIndex) -> None:
        if self._source.run_at(index) is not None and self._source.columns[index.column()].key != "star":
            self.opened.emit()

    def selectionCommand(self, index: _Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Coming upon a heading changes nothing of what is selected."""
        if self._source.group_at(index) is not None:
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens a run; it folds and unfolds a heading, as the space bar does."""
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self._source.group_at(self.currentIndex()) is not None and (enters or event.key() == Qt.Key.Key_Space):
            self._click(self.currentIndex())
        elif enters and self.aimed_names:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _fold(self, index: QModelIndex, folded: bool) -> None:
        title = self._source.group_at(index)
        if title is not None and not self._laying_out:
            (self._source.folded.add if folded else self._source.folded.discard)(title)
            self.folded.emit()


def _exists(key: Any) -> bool:
    if not isinstance(key, str):
        return False
    try:
        column(key)
    except KeyError:
        return False
    return True


def _strings(value: Any) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
