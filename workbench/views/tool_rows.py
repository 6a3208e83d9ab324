"""A row of controls that goes on in a second row where there is too little room for one."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench import theme as themes

LEAST = 240  # pixels, below which the row asks for more room
_SPACING = 2


class ToolRows(QWidget):
    """Controls are put into `_row`; those from `_last` on stay at its end, and those before it move where they must."""

    def __init__(self) -> None:
        super().__init__()
        self._last: QWidget | None = None
        self._moved: list[tuple[int, int, QWidget]] = []  # place in the row and stretch, of what is in the second one
        self._row, self._second = QHBoxLayout(), QHBoxLayout()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(themes.MEDIUM, themes.TINY, themes.SMALL, themes.TINY)
        rows.setSpacing(themes.TINY)
        for row in (self._row, self._second):
            row.setSpacing(_SPACING)
            rows.addLayout(row)
        self._second.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(min(least.width(), LEAST), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a control has come, gone, or other words
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Move as few controls as must be."""
        if self._last is None or self.width() < LEAST:
            return
        mine = [self._row.itemAt(place).widget() for place in range(self._row.indexOf(self._last))]
        rest = [self._row.itemAt(place).widget() for place in range(self._row.indexOf(self._last), self._row.count())]
        mine = [widget for widget in mine if widget is not None] + [widget for *_, widget in self._moved]
        margins = self.layout().contentsMargins()
        room = self.width() - margins.left() - margins.right() - _wide(rest)
        stay = next(many for many in range(len(mine), -1, -1) if _wide(mine[:many]) <= room or many == 0)
        if mine[stay:] != [widget for *_, widget in self._moved]:
            self._move(mine[stay:])

    def _move(self, widgets: list[QWidget]) -> None:
        for place, stretch, widget in self._moved:
            self._row.insertWidget(place, widget, stretch)
        self._moved = [(place := self._row.indexOf(widget), self._row.stretch(place), widget) for widget in widgets]
        for number, (*_, widget) in enumerate(self._moved):
            self._row.removeWidget(widget)
            self._second.insertWidget(number, widget)


def _wide(widgets: list[QWidget | None]) -> int:
    """What these take side by side at least, without those that are not shown."""
    shown = [widget for widget in widgets if widget is not None and not widget.isHidden()]
    return sum(_least(widget) + _SPACING for widget in shown)


def _least(widget: QWidget) -> int:
    whole = widget.sizePolicy().horizontalPolicy() in (QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
    hint = widget.sizeHint() if whole else widget.minimumSizeHint()
    return min(widget.minimumWidth() or hint.width(), widget.maximumWidth())
