"""The pictures of the help: every one that a page asks for is there, keeps to its room, and takes a theme's colours."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from core.help_pages import pages
from core.help_text import Picture
from workbench import theme
from workbench.help.pictures import DRAWINGS

EDGE = 20  # pixels around a picture that it may not touch


def drawn(name: str, look: theme.Theme, room: float) -> np.ndarray:
    """Where a picture differs from what it is drawn on, as height × width."""
    drawing = DRAWINGS[name]
    size = drawing.size(room)
    picture = QImage(round(size.width()) + 2 * EDGE, round(size.height()) + 2 * EDGE, QImage.Format.Format_RGB32)
    picture.fill(QColor(look.surface))
    painter = QPainter(picture)
    drawing.draw(painter, QRectF(EDGE, EDGE, size.width(), size.height()), look)
    painter.end()
    pixels = np.frombuffer(picture.constBits(), np.uint32).reshape(picture.height(), -1)
    return pixels != QColor(look.surface).rgb()


def test_every_picture_of_a_page_can_be_drawn():
    wanted = {block.name for page in pages().values() for block in page.blocks if isinstance(block, Picture)}
    assert wanted == DRAWINGS.keys()


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_picture_keeps_to_its_room(qapp, name):
    for look, room in ((theme.LIGHT, 700.0), (theme.DARK, 320.0)):
        marked = drawn(name, look, room)
        assert marked.mean() > 0.01
        assert marked.shape[1] <= room + 2 * EDGE
        marked[EDGE:-EDGE, EDGE:-EDGE] = False
        assert not marked.any()
