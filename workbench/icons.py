"""The program's own icons: 20 × 20 strokes in resources/icons, drawn in the colours of the theme."""

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from workbench import theme as themes

SIZES = (16, 20, 24, 32, 40, 48)  # the first three, and the same on a screen of two pixels per point


def icon(name: str, color: str | None = None, checked: str | None = None) -> QIcon:
    """An icon in `color` (the theme's text colour), and in `checked` (its link colour) while a button is down.

    An icon keeps the colours that it was made with; make it anew when the theme changes. Raises FileNotFoundError.
    """
    theme = themes.current()
    made = QIcon()
    for size in SIZES:
        made.addPixmap(pixmap(name, color or theme.text, size), QIcon.Mode.Normal, QIcon.State.Off)
        made.addPixmap(pixmap(name, checked or color or theme.link, size), QIcon.Mode.Normal, QIcon.State.On)
        made.addPixmap(pixmap(name, theme.disabled, size), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, color: str, size: int) -> QPixmap:
    """The icon as `size` × `size` device pixels."""
    drawn = QPixmap(size, size)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return drawn


def names() -> list[str]:
    """Every icon that there is."""
    drawings = (files("resources") / "icons").iterdir()
    return sorted(path.name[:-4] for path in drawings if path.name.endswith(".svg"))


@cache
def _source(name: str) -> str:
    return (files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
