"""How large the text is. Sizes are written down for the normal one, and asked for by `scaled`, or held by `sized`."""

from typing import Literal

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

TextSize = Literal["smaller", "normal", "larger", "largest"]
FACTORS: dict[TextSize, float] = {"smaller": 0.9, "normal": 1.0, "larger": 1.125, "largest": 1.25}
_PROPERTY, _SIZES = "text_size", "sizes_for_text"  # of the application, and of widgets
_SETTERS = {
    "width": QWidget.setFixedWidth,
    "height": QWidget.setFixedHeight,
    "least_width": QWidget.setMinimumWidth,
    "least_height": QWidget.setMinimumHeight,
    "most_width": QWidget.setMaximumWidth,
    "section": QHeaderView.setDefaultSectionSize,
}


def scaled(pixels: float) -> int:
    """A size of text, or of what has to hold it, at the size of text that was chosen."""
    app = QGuiApplication.instance()
    return round(pixels * FACTORS.get(app.property(_PROPERTY), 1.0)) if app is not None else round(pixels)


def sized(widget: QWidget, **sizes: int) -> None:
    """Give a widget sizes that grow with the text: width, height, least_width, least_height, most_width, or section."""
    widget.setProperty(_SIZES, (widget.property(_SIZES) or {}) | sizes)
    _size(widget)


def choose(app: QApplication, size: TextSize) -> None:
    """From now on the text is of this size, wherever `scaled` is asked; what is `sized` is changed at once."""
    app.setProperty(_PROPERTY, size)
    for widget in app.allWidgets():
        if widget.property(_SIZES):
            _size(widget)


def _size(widget: QWidget) -> None:
    for name, pixels in widget.property(_SIZES).items():
        _SETTERS[name](widget, scaled(pixels))
