"""Words over a plot: what the crosshair reads, and what is said while there is nothing to draw."""

from html import escape

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from workbench import theme as themes
from workbench.views.plot_items import resolved
from workbench.words import said, tr


class Overlay(QLabel):
    """A label that lets the mouse through."""

    def __init__(self, parent: QWidget, part: str) -> None:
        super().__init__(parent)
        self.setObjectName(f"{parent.objectName()}.{part}")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()


class Readout(Overlay):
    """Name and value of each curve at the crosshair."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "readout")

    def tell(self, head: str, rows: list[tuple[str, str, str]], spot: QPoint) -> None:
        """Rows of name, colour and value, beside the crosshair at `spot`."""
        theme, head = themes.current(), said(head)
        cells = "".join(
            f'<tr><td style="color:{resolved(color, theme).name()}">●</td>'
            f'<td style="padding:0 10px 0 5px">{escape(name)}</td><td align="right"><b>{escape(value)}</b></td></tr>'
            for name, color, value in ((said(name), color, value) for name, color, value in rows)
        )
        self.setText(f'<span style="color:{theme.muted}">{escape(head)}</span><table cellspacing="0">{cells}</table>')
        self.adjustSize()
        fits = spot.x() + 14 + self.width() < self.parentWidget().width()
        self.move(spot.x() + 12 if fits else spot.x() - 12 - self.width(), spot.y() + 6)

    def set_theme(self, theme: themes.Theme) -> None:
        self.setStyleSheet(
            f"background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.border}; border-radius: 6px;"
            f"padding: 4px 8px; font-size: {themes.scaled(themes.CAPTION_SIZE)}px"
        )


class Message(Overlay):
    """A title and one line in the middle of an empty plot."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "message")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)

    def tell(self, title: str, line: str) -> None:
        theme, size, title, line = themes.current(), themes.scaled(themes.TITLE_SIZE), said(title), said(line)
        self.setText(
            f'<div style="font-size:{size}px;font-weight:600;color:{theme.text}">{escape(title)}</div>'
            f'<div style="color:{theme.muted}">{escape(line)}</div>'
        )
        self.setAccessibleName(f"{title}{tr('. ')}{line}")
