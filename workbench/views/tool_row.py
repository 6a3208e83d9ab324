"""The row of controls above a view: one line where there is room for it, and further lines where there is not."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QWidget, QWidgetItem

from workbench import theme as themes


class ToolRow(QLayout):
    """Controls from left to right; those after the `add_stretch` lie at the right end of the first line.

    A control gets the width that it asks for. Where that is too much for one line, controls with room to give are
    shortened first; then those on the left go on below. What a label names stays on its line.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setContentsMargins(themes.MEDIUM, themes.TINY, themes.SMALL, themes.TINY)
        self.setSpacing(2)
        self._items: list[QLayoutItem] = []
        self._stretched: QWidget | None = None  # takes what is left of its line
        self._at_right: int | None = None  # from which place on

    def add(self, widget: QWidget) -> None:
        """Put a control at the end."""
        self.addChildWidget(widget)
        self._items.append(QWidgetItem(widget))
        self.invalidate()

    def insert(self, before: QWidget, widget: QWidget, stretch: bool = False) -> None:
        """Put a control before another one, wherever it was. One may take the room that is left at its right."""
        if widget in self._widgets:
            self._items.pop(self.place_of(widget))
        else:
            self.addChildWidget(widget)
        place = self.place_of(before)
        self._items.insert(place, QWidgetItem(widget))
        if stretch:
            self._stretched = widget
            self._at_right = place + 1
        elif self._at_right is not None and place < self._at_right:
            self._at_right += 1
        self.invalidate()

    def add_stretch(self, place: int | None = None) -> None:
        """What comes from this place on, by default from the end, lies at the right."""
        self._at_right = len(self._items) if place is None else place
        self.invalidate()

    def place_of(self, widget: QWidget) -> int:
        """Where a control is, from left to right. Raises ValueError."""
        return self._widgets.index(widget)

    @property
    def _widgets(self) -> list[QWidget | None]:
        return [item.widget() for item in self._items]

    # -- what Qt asks -------------------------------------------------------------------------------------------

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), moves=False)

    def sizeHint(self) -> QSize:
        wide = self._taken([_wide(item) for group in self._groups() for item in group])
        return QSize(wide + self._sides(), self._place(QRect(0, 0, wide + self._sides(), 0), moves=False))

    def minimumSize(self) -> QSize:
        left, right = self._groups(True), self._groups(False)
        least = max([self._taken([_least(item) for item in group]) for group in left], default=0)
        end = self._taken([_least(item) for group in right for item in group])
        both = least + end + (self.spacing() if least and end else 0)
        return QSize(both + self._sides(), themes.CONTROL_HEIGHT + 2 * themes.TINY)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, moves=True)

    # -- lines --------------------------------------------------------------------------------------------------

    def _groups(self, at_left: bool | None = None) -> list[list[QLayoutItem]]:
        """The controls that are to be seen, each with the label before it; all, or those at one end."""
        found: list[list[QLayoutItem]] = []
        joins = False
        split = len(self._items) if self._at_right is None else self._at_right
        for place, item in enumerate(self._items):
            if item.isEmpty() or (at_left is not None and at_left != (place < split)):
                continue
            if joins:
                found[-1].append(item)
            else:
                found.append([item])
            widget = item.widget()
            joins = isinstance(widget, QLabel) and widget.buddy() is not None
        return found

    def _taken(self, widths: list[int]) -> int:
        return sum(widths) + self.spacing() * max(len(widths) - 1, 0)

    def _sides(self) -> int:
        margins = self.contentsMargins()
        return margins.left() + margins.right()

    def _place(self, rect: QRect, moves: bool) -> int:
        """Lay everything out in a rectangle; returns the height that takes."""
        inside = rect.marginsRemoved(self.contentsMargins())
        right = [item for group in self._groups(False) for item in group]
        end = self._taken([_wide(item) for item in right])
        room = inside.width() - (end + self.spacing() if right else 0)
        lines = self._lines(room, inside.width())
        y, gap = inside.y(), self.spacing()
        for number, line in enumerate(lines):
            beside = right if number == 0 else []
            high = max([item.sizeHint().height() for item in [*line, *beside]], default=themes.CONTROL_HEIGHT)
            if moves:
                self._put(line, QRect(inside.x(), y, room if number == 0 else inside.width(), high))
                self._put(beside, QRect(inside.right() + 1 - end, y, end, high))
            y += high + gap
        return y - gap - rect.y() + self.contentsMargins().bottom()

    def _lines(self, first: int, others: int) -> list[list[QLayoutItem]]:
        """The controls at the left, line by line, when the lines are so wide."""
        lines: list[list[QLayoutItem]] = [[]]
        for group in self._groups(True):
            room = first if len(lines) == 1 else others
            if lines[-1] and self._taken([_least(item) for item in [*lines[-1], *group]]) > room:
                lines.append([])
            lines[-1] += group
        return lines

    def _put(self, line: list[QLayoutItem], rect: QRect) -> None:
        """Give a line its places: what is lacking is taken from those that can give, what is left goes to one."""
        widths = [_wide(item) for item in line]
        over = self._taken(widths) - rect.width()
        for place, item in enumerate(line):
            if over > 0:
                given = min(over, widths[place] - _least(item))
                widths[place], over = widths[place] - given, over - given
            elif over < 0 and item.widget() is self._stretched:
                widths[place], over = widths[place] - over, 0
        x = rect.x()
        for item, wide in zip(line, widths, strict=True):
            high = min(item.sizeHint().height(), rect.height())
            at = QRect(QPoint(x, rect.y() + (rect.height() - high) // 2), QSize(wide, high))
            item.setGeometry(at)
            x += wide + self.spacing()


def _wide(item: QLayoutItem) -> int:
    return max(min(item.sizeHint().width(), item.maximumSize().width()), item.minimumSize().width())


def _least(item: QLayoutItem) -> int:
    """As wide as it must be: only what sets itself a minimum says that it can be read at less than it asks for."""
    widget = item.widget()
    own = widget.minimumWidth() if widget is not None else 0
    return min(own, _wide(item)) if own else _wide(item)
