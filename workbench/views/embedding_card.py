"""The card beside a point of an embedding: the example's picture, and whose example it is."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from core.runs.embedding import Embedding
from workbench import theme as themes
from workbench.numbers import count, measure
from workbench.views.tiles import enlarged
from workbench.words import said

PICTURE = 72  # logical pixels of a picture's longer side, at least


class EmbeddingCard(QFrame):
    """It lies over the map, and lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("embedding.card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture, self._words = QLabel(), QLabel()
        self._picture.setObjectName("embedding.card_picture")
        self._words.setObjectName("embedding.card_words")
        row = QHBoxLayout(self)
        row.setContentsMargins(themes.SMALL, themes.TINY, themes.SMALL, themes.TINY)
        row.setSpacing(themes.SMALL)
        row.addWidget(self._picture)
        row.addWidget(self._words)
        self.set_theme()
        self.hide()

    def show_point(self, embedding: Embedding, point: int) -> None:
        """An example, or a centre, which has no picture."""
        self._words.setText(said(words_of(embedding, point)))
        has_picture = embedding.pictures is not None and point < embedding.examples
        self._picture.setVisible(has_picture)
        if embedding.pictures is not None and has_picture:
            pixels, ratio = embedding.pictures[point], self.devicePixelRatioF()
            image = QPixmap.fromImage(enlarged(pixels, max(1, round(PICTURE * ratio / max(pixels.shape[:2])))))
            image.setDevicePixelRatio(ratio)
            self._picture.setPixmap(image)
        self.adjustSize()

    def show_beside(self, spot: QPointF, away: float) -> None:
        """On the side of a point where there is room for it."""
        room = self.parentWidget().rect()
        right, left = spot.x() + away + 6, spot.x() - away - 6 - self.width()
        x = right if right + self.width() <= room.width() or left < 0 else left
        y = min(max(spot.y() - self.height() / 2, 2), room.height() - self.height() - 2)
        self.move(round(x), round(y))
        self.show()
        self.raise_()

    def set_theme(self) -> None:
        theme = themes.current()
        self.setStyleSheet(
            f"#{self.objectName().replace('.', chr(92) + '.')} {{ background: {theme.raised};"
            f" border: 1px solid {theme.border}; border-radius: 6px; }}"
            f" QLabel {{ color: {theme.text}; font-size: {themes.scaled(themes.CAPTION_SIZE)}px; }}"
        )


def words_of(embedding: Embedding, point: int) -> str:
    """Whose example a point is, line by line."""
    if point >= embedding.examples:
        centre = point - embedding.examples
        name = embedding.classes[embedding.centre_classes[centre]]
        kind = "Prototype" if embedding.are_prototypes else "Class mean of the support set"
        return f"{name}\n{kind}\nTask {count(embedding.centre_tasks[centre])}"
    side = "query" if embedding.is_query[point] else "support"
    number, task = embedding.numbers[point] + 1, f"Task {count(embedding.tasks[point])}"
    if embedding.classes:
        return f"{embedding.classes[embedding.of_class[point]]}\nExample {count(number)}, {side}\n{task}"
    lines = [f"{side.capitalize()} {count(number)}", task]
    if embedding.values is not None:
        x, y = embedding.values[point]
        lines.insert(1, f"x = {measure(x, 3)}, y = {measure(y, 3)}")
    return "\n".join(lines)
