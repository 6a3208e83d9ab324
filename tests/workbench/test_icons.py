"""Every icon draws something, in the colour asked for."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from workbench import icons


@pytest.mark.parametrize("name", icons.names())
def test_an_icon_is_drawn(qapp, name):
    image = icons.pixmap(name, "#ff0000", 40).toImage()
    pixels = [image.pixelColor(x, y) for x in range(40) for y in range(40)]
    assert any(pixel.alpha() > 100 for pixel in pixels)
    if "currentColor" in icons._source(name):  # the others belong to the style sheet, and stay as they are
        assert "#ff0000" in {pixel.name() for pixel in pixels if pixel.alpha() > 250}


def test_an_icon_is_crisp_on_a_fine_screen(qapp):
    made = icons.icon("play")
    assert made.pixmap(QSize(16, 16), 2.0).size() == QSize(32, 32)
    assert not made.pixmap(QSize(16, 16), QIcon.Mode.Disabled).isNull()


def test_an_unknown_icon_is_an_error(qapp):
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")
