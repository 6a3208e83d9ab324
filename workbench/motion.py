"""Whether things move by themselves: as the system wishes, or as a person has chosen here."""

from typing import Literal

from PySide6.QtWidgets import QApplication, QStyle, QWidget

Motion = Literal["system", "reduced", "full"]
CHOICES: tuple[Motion, ...] = ("system", "reduced", "full")
_PROPERTY = "motion"  # of the application


def choose(app: QApplication, choice: Motion) -> None:
    """From now on things move so."""
    app.setProperty(_PROPERTY, choice)


def reduced(widget: QWidget) -> bool:
    """Whether nothing is to move by itself. What the system wishes Qt tells through the style of a widget."""
    app = QApplication.instance()
    choice = app.property(_PROPERTY) if app is not None else None
    if choice in ("reduced", "full"):
        return bool(choice == "reduced")
    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
