"""Every icon draws something, in the colour asked for."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap

from workbench import icons
from workbench import theme as themes


def colors(pixmap: QPixmap, opacity: int = 250) -> set[str]:
    image = pixmap.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() > opacity}


@pytest.mark.parametrize("name", icons.names())
def test_an_icon_is_drawn_in_the_colors_of_its_states(qapp, name):
    made = icons.icon(name, "#ff0000", "#00ff00")
    size = QSize(40, 40)
    assert colors(made.pixmap(size), opacity=50)
    if "currentColor" not in icons._source(name):  # the style sheet's, which stay as they are
        return
    assert "#ff0000" in colors(made.pixmap(size))
    assert "#00ff00" in colors(made.pixmap(size, QIcon.Mode.Normal, QIcon.State.On))
    assert themes.current().disabled in colors(made.pixmap(size, QIcon.Mode.Disabled))


def test_an_icon_is_crisp_on_a_fine_screen(qapp):
    made = QIcon(icons.icon("play"))
    fine = made.pixmap(QSize(16, 16), 2.0)
    assert fine.size() == QSize(32, 32)
    assert fine.toImage() == made.pixmap(QSize(32, 32), 1.0).toImage()


def test_an_unknown_icon_is_an_error(qapp):
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")
