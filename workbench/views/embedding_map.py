"""Examples and centres of an embedding as points in the plane, which move from one inner step to the next."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.runs.embedding import Embedding
from workbench import motion
from workbench import theme as themes
from workbench.numbers import percent
from workbench.views.embedding_card import EmbeddingCard, words_of
from workbench.views.embedding_marks import HALF, Mark, draw_key, draw_mark
from workbench.views.embedding_place import Placing
from workbench.views.plot_items import blended, resolved
from workbench.views.tiles import letter_of
from workbench.words import said, tr

NEAR = 12  # logical pixels from a point at which it is meant
MOVE = 320  # milliseconds in which points move to where they are after another step
PALE = 0.18  # what is left of the colour of a point that is not of the class that is looked at
SIDE, HEAD, FOOT = 22, 26, 26  # logical pixels beside the points, and for words above and below them


class EmbeddingMap(QWidget):
    """The map. A point below the pointer, or chosen by the keys, shows its example, and can be opened."""

    opened = Signal(int)  # the number of a task

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("embedding.map")
        self.setAccessibleName(tr("No examples"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 160)
        self._embedding: Embedding | None = None
        self._step = 0
        self._color = "link"
        self._shown: NDArray[np.float64] = np.empty((0, 2))  # where the points are drawn, on their way or there
        self._chosen: int | None = None  # the point that is looked at
        self.card = EmbeddingCard(self)
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.valueChanged.connect(self._move)
        self._from = self._shown

    # -- what is shown ------------------------------------------------------------------------------------------

    def set_embedding(self, embedding: Embedding | None, step: int, color: str) -> None:
        """Show points as they are after a step, at once; those without a class in this colour."""
        self._motion.stop()
        stays = embedding is not None and _same_points(self._embedding, embedding)
        self._embedding, self._step, self._color = embedding, step, color
        self._shown = np.empty((0, 2)) if embedding is None else embedding.places[step]
        self._choose(self._chosen if stays else None)
        self.update()

    def set_color(self, color: str) -> None:
        self._color = color
        self.update()

    def set_step(self, step: int) -> None:
        """Move the points to where they are after another step; at once, where motion is reduced."""
        if self._embedding is None:
            return
        self._motion.stop()
        self._from, self._step = self._shown, step
        moves = self.isVisible() and not motion.reduced(self)
        if moves:
            self._motion.setDuration(MOVE)
            self._motion.start()
        else:
            self._move(1.0)
        self._tell()

    def _move(self, share: float) -> None:
        if self._embedding is not None:
            smooth = share * share * (3 - 2 * share)  # starts and ends gently
            target = self._embedding.places[self._step]
            self._shown = target if share == 1 else (1 - smooth) * self._from + smooth * target
            self._place_card()
            self.update()

    @property
    def chosen(self) -> int | None:
        """The point that is looked at: an example, or a centre after them."""
        return self._chosen

    def place_of(self, point: int) -> QPointF:
        """Where a point is drawn."""
        return self._placing().of(self._shown[point])

    def _placing(self) -> Placing:
        """From the plane to the widget; the same for all steps, so that nothing jumps."""
        assert self._embedding is not None
        room = QRectF(self.rect()).adjusted(SIDE, HEAD, -SIDE, -FOOT)
        return Placing.around(self._embedding.places, room)

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._embedding is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        self._paint_words(painter)
        if self._chosen is not None:
            self._paint_path(painter, self._chosen)
        placing = self._placing()
        for point in self._order():
            self._paint_point(painter, point, placing.of(self._shown[point]))
        painter.end()

    def _order(self) -> list[int]:
        """Queries first, over them the support set, over that the centres, and on top what is looked at."""
        embedding = self._embedding
        assert embedding is not None
        examples = np.arange(embedding.examples)
        order = [
            *examples[embedding.is_query].tolist(),
            *examples[~embedding.is_query].tolist(),
            *range(embedding.examples, len(self._shown)),
        ]
        return order if self._chosen is None else [*(each for each in order if each != self._chosen), self._chosen]

    def _paint_point(self, painter: QPainter, point: int, at: QPointF) -> None:
        embedding, theme = self._embedding, themes.current()
        assert embedding is not None
        looked_at, surface = point == self._chosen, QColor(theme.surface)
        fades = self._chosen is not None and not self._goes_with(point)
        color = blended(self._color_of(point), surface, PALE if fades else 1.0)
        edge = QPen(QColor(theme.text), 2) if looked_at else QPen(surface, 1)
        draw_mark(painter, self._mark_of(point), at, color, edge, float(looked_at))
        if point >= embedding.examples and self._has_letters():
            painter.setPen(QColor(theme.disabled if fades else theme.text))
            painter.drawText(at + QPointF(HALF["centre"] + 2, -3), letter_of(point - embedding.examples))

    def _mark_of(self, point: int) -> Mark:
        assert self._embedding is not None
        if point >= self._embedding.examples:
            return "centre"
        return "query" if self._embedding.is_query[point] else "support"

    def _has_letters(self) -> bool:
        """Classes have the letters that Episodes gives them, where there is one task."""
        return self._embedding is not None and len(set(self._embedding.centre_tasks.tolist())) == 1

    def _goes_with(self, point: int) -> bool:
        """Whether a point is of the class that is looked at, or of the task where there are no classes."""
        assert self._chosen is not None
        return self._group(point) == self._group(self._chosen)

    def _group(self, point: int) -> int:
        embedding = self._embedding
        assert embedding is not None
        if not embedding.classes:
            return int(embedding.tasks[point])
        beyond = point - embedding.examples
        return int(embedding.centre_classes[beyond] if beyond >= 0 else embedding.of_class[point])

    def _color_of(self, point: int) -> QColor:
        embedding, theme = self._embedding, themes.current()
        assert embedding is not None
        if embedding.classes:
            return QColor(themes.series_color(self._group(point)))
        if embedding.is_query[point]:
            return resolved(self._color, theme)
        return QColor(theme.text)

    def _paint_path(self, painter: QPainter, point: int) -> None:
        """The way of a point through the steps."""
        embedding, placing = self._embedding, self._placing()
        assert embedding is not None
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(themes.current().muted), 1.2))
        painter.drawPolyline(QPolygonF([placing.of(places[point]) for places in embedding.places]))

    def _paint_words(self, painter: QPainter) -> None:
        """What the marks mean, above the points; what their places mean, below them."""
        embedding, muted = self._embedding, QColor(themes.current().muted)
        assert embedding is not None
        meanings: list[tuple[Mark, str]] = [("support", tr("support")), ("query", tr("query"))]
        if embedding.classes:
            centre = tr("prototype") if embedding.are_prototypes else tr("class mean of the support set")
            meanings.append(("centre", centre))
        draw_key(painter, QRectF(0, 0, self.width() - 22, HEAD), meanings, muted)
        painter.setPen(muted)
        foot = QRectF(SIDE, self.height() - FOOT + 4, self.width() - 2 * SIDE, FOOT - 6)
        painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, said(self.words_below))

    @property
    def words_below(self) -> str:
        """What the places of the points mean."""
        embedding = self._embedding
        if embedding is None:
            return ""
        if embedding.shares is None:
            return "Neighbours lie together; how far apart groups lie, and how large they are, says little"
        first, second = (percent(share) for share in embedding.shares)
        return f"Across: component 1, {first} of the variance.  Upwards: component 2, {second}"

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(themes.scaled(themes.CAPTION_SIZE))
        return font

    # -- people -------------------------------------------------------------------------------------------------

    def _choose(self, point: int | None) -> None:
        self._chosen = point
        self.setCursor(Qt.CursorShape.ArrowCursor if point is None else Qt.CursorShape.PointingHandCursor)
        if self._embedding is not None and point is not None:
            self.card.show_point(self._embedding, point)
        self._place_card()
        self._tell()
        self.update()

    def _place_card(self) -> None:
        if self._embedding is None or self._chosen is None:
            self.card.hide()
            return
        self.card.show_beside(self.place_of(self._chosen), HALF["centre"])

    def _tell(self) -> None:
        """What is shown in words, for those who do not see it."""
        embedding = self._embedding
        if embedding is None:
            self.setAccessibleName(tr("No examples"))
        elif self._chosen is not None:
            self.setAccessibleName(said(words_of(embedding, self._chosen)).replace("\n", tr(", ")))
        else:
            after = f" after step {self._step}" if embedding.steps else ""
            self.setAccessibleName(said(f"{embedding.examples} examples{after}; the arrow keys go through them"))

    def point_at(self, spot: QPointF) -> int | None:
        """The point that is meant at a place: the nearest one that is near enough."""
        if self._embedding is None:
            return None
        placing = self._placing()
        away = [(placing.of(place) - spot).manhattanLength() for place in self._shown]
        best = int(np.argmin(away))
        return best if away[best] <= NEAR else None

    def task_of(self, point: int) -> int:
        """The number of the task that a point belongs to."""
        assert self._embedding is not None
        beyond = point - self._embedding.examples
        return int(self._embedding.centre_tasks[beyond] if beyond >= 0 else self._embedding.tasks[point])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = self.point_at(event.position())
        if point != self._chosen:
            self._choose(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = self.point_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and point is not None:
            self.opened.emit(self.task_of(point))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._choose(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if event.key() in ways and len(self._shown):
            way = ways[Qt.Key(event.key())]
            here = self._chosen if self._chosen is not None else -max(way, 0)
            self._choose((here + way) % len(self._shown) if self._chosen is not None or way < 0 else 0)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen is not None:
            self.opened.emit(self.task_of(self._chosen))
        elif event.key() == Qt.Key.Key_Escape and self._chosen is not None:
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._motion.stop()
        self._move(1.0)

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._place_card()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.card.set_theme()
            self.update()


def _same_points(one: Embedding | None, other: Embedding) -> bool:
    """Whether two embeddings are of the same examples."""
    if one is None or (one.run, one.split, one.classes) != (other.run, other.split, other.classes):
        return False
    return np.array_equal(one.tasks, other.tasks)
