"""What eyes would find wrong with a window: words that are cut, controls out of sight or without a name, pale text."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from workbench.views.task_header import Shortened

ROUNDING = 1  # pixels by which a layout may round


# -- room ------------------------------------------------------------------------------------------------------------


def clipped(root: QWidget) -> list[str]:
    """What of the visible words in `root` cannot be read for want of room, each as its name, its words and why.

    Words that end in an ellipsis are allowed where a tooltip has all of them.
    """
    found = []
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.window() is root.window():
            found += [f"{_called(widget)}: {why}" for why in _wrongs(widget)]
    return found


def _wrongs(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QTabBar):
        yield from _hidden_tabs(widget)
    elif isinstance(widget, QTableView):
        yield from _cut_cells(widget)
    elif isinstance(widget, QLabel | QAbstractButton | QComboBox | QAbstractSpinBox):
        if _out_of_sight(widget):
            yield f"lies outside of what holds it, {_words(widget)!r}"
        elif _words(widget) and not _fits(widget):
            yield f"{_words(widget)!r} has {widget.width()} × {widget.height()}, needs {widget.sizeHint().width()}"


def _words(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
        return ""
    return widget.text()


def _fits(widget: QWidget) -> bool:
    if isinstance(widget, Shortened):
        return True  # it elides, and its tooltip has all of it
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) <= widget.height() + ROUNDING
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, widget).width()
        fits = widget.fontMetrics().horizontalAdvance(widget.currentText()) <= room + ROUNDING
    elif isinstance(widget, QAbstractSpinBox):
        line = widget.findChild(QLineEdit)
        fits = line.fontMetrics().horizontalAdvance(widget.text()) <= line.width() + ROUNDING
    else:
        fits = widget.sizeHint().width() <= widget.width() + ROUNDING
    return fits or (not isinstance(widget, QAbstractSpinBox) and _words(widget) in widget.toolTip())


def _hidden_tabs(bar: QTabBar) -> Iterator[str]:
    for place in range(bar.count()):
        if bar.isTabVisible(place) and not bar.rect().contains(bar.tabRect(place)):
            yield f"the tab {bar.tabText(place)!r} is out of sight"


def _cut_cells(table: QTableView) -> Iterator[str]:
    """Numbers that are cut, and words that are without a tooltip."""
    model, seen = table.model(), table.viewport().rect()
    for column in range(model.columnCount()):
        for row in range(model.rowCount()):
            index = model.index(row, column)
            if table.isColumnHidden(column) or not table.visualRect(index).intersects(seen):
                continue
            text = str(index.data() or "")
            number = bool(int(index.data(Qt.ItemDataRole.TextAlignmentRole) or 0) & Qt.AlignmentFlag.AlignRight.value)
            told = not number and text in str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
            has, needs = table.columnWidth(column), table.sizeHintForIndex(index).width()
            if needs > has and not told:
                yield f"the cell {text!r} has {has}, needs {needs}"


def _out_of_sight(widget: QWidget) -> bool:
    """Whether some of a widget lies outside of what holds it; what scrolls may."""
    rect, parent = widget.rect(), widget.parentWidget()
    child = widget
    while parent is not None and not child.isWindow():
        rect = QRect(child.mapToParent(rect.topLeft()), rect.size())
        if isinstance(parent.parentWidget(), QScrollArea | QAbstractItemView):
            return False
        if not parent.rect().adjusted(-ROUNDING, -ROUNDING, ROUNDING, ROUNDING).contains(rect):
            return True
        child, parent = parent, parent.parentWidget()
    return False


def _called(widget: QWidget) -> str:
    while widget is not None and not widget.objectName():
        widget = widget.parentWidget()
    return widget.objectName() if widget is not None else "?"


# -- names -----------------------------------------------------------------------------------------------------------


def focusable(inside: QWidget) -> list[QWidget]:
    """Every widget that the keyboard can reach, but for the insides of others."""
    return [
        widget
        for widget in inside.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget, QScrollBar | QTabBar | QMenuBar)
        and widget.window() is inside.window()
    ]


def said(widget: QWidget) -> str:
    """What a screen reader says of a widget."""
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return widget.accessibleName() or text


# -- colours ---------------------------------------------------------------------------------------------------------


def linear(color: str) -> np.ndarray:
    """#rrggbb as linear RGB."""
    channels = np.array([int(color[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    darker, lighter = sorted(float(linear(color) @ [0.2126, 0.7152, 0.0722]) for color in (one, other))
    return (lighter + 0.05) / (darker + 0.05)
