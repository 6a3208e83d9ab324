"""The pictures of the help by their names; each is drawn in the colours of the theme, at any size."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from workbench import theme as themes
from workbench.help import families, loops

_SMALLEST = 200.0


class Drawing(NamedTuple):
    """How large a picture is drawn, and by what."""

    width: float
    height: float
    paint: Callable[[QPainter, themes.Theme], None]

    def size(self, room: float) -> QSizeF:
        """Width and height within a room of this width."""
        shown = min(1.0, max(room, _SMALLEST) / self.width)
        return QSizeF(self.width, self.height) * shown

    def draw(self, painter: QPainter, place: QRectF, theme: themes.Theme) -> None:
        """Draw into a place of the size that was asked for."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(place.topLeft())
        painter.scale(place.width() / self.width, place.width() / self.width)
        self.paint(painter, theme)
        painter.restore()


DRAWINGS = {"loops": Drawing(loops.WIDTH, loops.HEIGHT, loops.paint)} | {
    name: Drawing(families.WIDTH, families.HEIGHT, paint)
    for name, paint in {
        "initialisation": families.initialisation,
        "update-rule": families.update_rule,
        "metric": families.metric,
        "closed-form": families.closed_form,
        "one-pass": families.one_pass,
        "yardsticks": families.yardsticks,
    }.items()
}
