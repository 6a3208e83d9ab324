"""Every text that a window holds, for tests that look for words which nobody translated, or which have no room."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGraphicsTextItem,
    QGraphicsView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTabBar,
    QWidget,
)

from workbench.catalogue import Catalogue

OPEN, CLOSE = "⟦", "⟧"
_CELLS = 400  # of a table are looked at
_TAG = re.compile(r"<[^>]*>|&\w+;")


class Bracketed(Catalogue):
    """A language in which every text is the English one in brackets: what stands outside them, nobody translates."""

    class _Texts(dict):
        def get(self, text, default=None):
            return f"{OPEN}{text}{CLOSE}"

    def __init__(self) -> None:
        super().__init__(self._Texts())

    def said(self, text: str, depth: int = 0) -> str:
        return f"{OPEN}{text}{CLOSE}" if text else text


def texts_of(window: QWidget) -> Iterator[tuple[str, str]]:
    """(where, text) of everything to be read, heard or hovered in a window, also in parts that are out of sight."""
    for widget in [window, *window.findChildren(QWidget)]:
        name = _name(widget)
        for what, text in (
            ("tooltip", widget.toolTip()),
            ("accessible name", widget.accessibleName()),
            ("accessible description", widget.accessibleDescription()),
            ("status tip", widget.statusTip()),
            ("title", widget.windowTitle()),
        ):
            yield f"{name} {what}", text
        match widget:
            case QAbstractButton() | QLabel():
                yield name, widget.text()
            case QLineEdit():
                yield f"{name} placeholder", widget.placeholderText()
            case QSpinBox():
                yield f"{name} ends", f"{widget.prefix()} {widget.suffix()} {widget.specialValueText()}"
            case QTabBar():
                for place in range(widget.count()):
                    yield f"{name} tab", widget.tabText(place)
                    yield f"{name} tab tooltip", widget.tabToolTip(place)
            case QComboBox():
                for place in range(widget.count()):
                    yield f"{name} item", widget.itemText(place)
                    yield f"{name} item tooltip", str(widget.itemData(place, Qt.ItemDataRole.ToolTipRole) or "")
            case QHeaderView():
                yield from _header(widget, name)
            case QGraphicsView():
                scene = widget.scene()
                for item in scene.items() if scene is not None else []:
                    if isinstance(item, QGraphicsTextItem):
                        yield f"{name} drawn", item.toPlainText()
        if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
            yield from _cells(widget, name)
    for action in window.findChildren(QAction):
        yield f"action {action.objectName()}", action.text()
        yield f"action {action.objectName()} tooltip", action.toolTip()


def outside_brackets(text: str) -> str:
    """What of a text is in no brackets, without marks of rich text."""
    depth, left = 0, ""
    for sign in _TAG.sub(" ", text):
        if sign == OPEN:
            depth += 1
        elif sign == CLOSE:
            depth -= 1
        elif depth == 0:
            left += sign
    return left


def _name(widget: QWidget) -> str:
    """The widget's name, or of what it stands in."""
    above: QWidget | None = widget
    while above is not None and (not above.objectName() or above.objectName().startswith("qt_")):
        above = above.parentWidget()
    inner = "" if above is widget else f" › {type(widget).__name__}"
    return f"{above.objectName() if above is not None else ''}{inner}"


def _header(header: QHeaderView, name: str) -> Iterator[tuple[str, str]]:
    model = header.model()
    if model is None or header.isHidden():
        return
    for section in range(min(header.count(), _CELLS)):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            yield f"{name} header", str(model.headerData(section, header.orientation(), role) or "")


def _cells(view: QAbstractItemView, name: str) -> Iterator[tuple[str, str]]:
    model = view.model()
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    left = _CELLS
    for row in range(model.rowCount()):
        for column in range(columns):
            index = model.index(row, column)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield f"{name} cell", str(model.data(index, role) or "")
            left -= 1
            if left == 0:
                return
