"""The program's own icons: 20 × 20 strokes in resources/icons, drawn in the colours of the theme."""

from functools import cache
from importlib.resources import files
from typing import Self

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from workbench import theme as themes


def icon(name: str, color: str | None = None, checked: str | None = None) -> QIcon:
    """An icon in `color` (the theme's text colour), and in `checked` (its link colour) while a button is down.

    An icon keeps the colours that it was made with; make it anew when the theme changes. Raises FileNotFoundError.
    """
    theme = themes.current()
    return QIcon(_Strokes(_source(name), color or theme.text, checked or color or theme.link, theme.disabled))


class _Strokes(QIconEngine):
    """Draws an icon when it is seen, at the size at which it is seen."""

    def __init__(self, source: str, color: str, checked: str, disabled: str) -> None:
        super().__init__()
        self._given = (source, color, checked, disabled)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        source, color, checked, disabled = self._given
        shown = disabled if mode == QIcon.Mode.Disabled else checked if state == QIcon.State.On else color
        side = min(rect.width(), rect.height())
        square = QRectF(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side)
        QSvgRenderer(QByteArray(source.replace("currentColor", shown).encode())).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return drawn

    def clone(self) -> Self:
        return type(self)(*self._given)


def names() -> list[str]:
    """Every icon that there is."""
    drawings = (files("resources") / "icons").iterdir()
    return sorted(path.name[:-4] for path in drawings if path.name.endswith(".svg"))


@cache
def _source(name: str) -> str:
    return (files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
