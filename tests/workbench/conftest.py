"""What the tests of the window share: a person in front of the window, or a single widget on the screen."""

import pytest
from asking import asked
from person import bin_folder, person, places, plain_look, wait

__all__ = ["asked", "bin_folder", "on_screen", "person", "places", "plain_look", "wait"]


@pytest.fixture
def on_screen(qtbot):
    """Puts a widget on the screen, as large as one says."""

    def put(widget, width, height):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return put
