"""A veil over what is shown while something else is computed: one sees that it is not yet what the controls say."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workbench import theme as themes

OPACITY = 0.62


class Veil(QWidget):
    """Covers a widget in the colour of its surface, and lets the mouse through."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName(f"{over.objectName()}.veil")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        over.installEventFilter(self)

    def set_drawn(self, drawn: bool) -> None:
        """Cover the widget, or show it again."""
        self.setGeometry(self.parentWidget().rect())
        self.raise_()
        self.setVisible(drawn)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self.setGeometry(self.parentWidget().rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        color = QColor(themes.current().surface)
        color.setAlphaF(OPACITY)
        painter = QPainter(self)
        painter.fillRect(self.rect(), color)
        painter.end()
