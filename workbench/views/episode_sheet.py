"""A task of classes as a sheet of pictures: the support set by class, and each query with what the model says of it."""

from html import escape

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from core.runs.episodes import Episode, Examples
from workbench import theme as themes
from workbench.numbers import count, percent
from workbench.views.episode_layout import BAR, LINE, Placed, placed
from workbench.views.tiles import draw_mark, enlarged, letter_of
from workbench.words import said, tr, trn

NO_PICTURE = (44, 44)  # the tile of an example that is no picture
BEST_GUESSES = 3  # that the tooltip of a query names
LEAST_OF_NAME = 10  # letters of a class's name; where fewer fit, the tooltip has it


class EpisodeSheet(QWidget):
    """The sheet. It is as wide as there is room, and as high as it must be."""

    turned = Signal(int)  # the arrow keys ask for the next task (1) or the one before (−1)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("episodes.sheet")
        self.setAccessibleName(tr("No task"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._episode: Episode | None = None
        self._step = 0
        self._only_mistakes = False
        self._shown: list[int] = []  # the places of the queries that are drawn
        self._placed: Placed | None = None
        self._room = (0, 0)
        self._images: dict[tuple[str, int], QImage] = {}

    def show_episode(self, episode: Episode | None, step: int, only_mistakes: bool) -> None:
        """Draw a task as it is after a step; nothing for a task without classes."""
        if episode is not self._episode:
            self._images.clear()
        self._episode = episode if episode is not None and episode.query is not None else None
        self._step, self._only_mistakes = step, only_mistakes
        self.setAccessibleName(said(self._told()))
        self._place()

    def set_room(self, width: int, height: int) -> None:
        """So much can be seen without scrolling."""
        if (width, height) != self._room:
            self._room = (width, height)
            self._images.clear()
            self._place()

    @property
    def places(self) -> list[int]:
        """The queries that are drawn, by their places in the task."""
        return self._shown

    def _place(self) -> None:
        episode = self._episode
        if episode is None or self._room[0] <= 0:
            return
        support, query = _both(episode)
        right = self._guesses() == query.classes
        self._shown = [place for place in range(len(right)) if not (self._only_mistakes and right[place])]
        pictures = query.pictures
        size = NO_PICTURE if pictures is None else (pictures.shape[2], pictures.shape[1])
        classes = query.classes[self._shown].tolist()
        ratio = self.devicePixelRatioF()
        self._placed = placed(size, self._room, ratio, support.classes.tolist(), classes, len(episode.classes))
        self.setFixedHeight(max(self._placed.height, self._room[1]))
        self.update()

    def _guesses(self) -> NDArray[np.int64]:
        assert self._episode is not None
        return self._episode.probabilities[self._step].argmax(-1)

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        episode, where, theme = self._episode, self._placed, themes.current()
        if episode is None or where is None:
            return
        support, query = _both(episode)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._title(painter, where.support_title, tr("Support"), _counted(len(support.classes), "example"))
        words = "mistake" if self._only_mistakes else "query"
        self._title(painter, where.query_title, tr("Queries"), _counted(len(self._shown), words))
        if self._only_mistakes and not self._shown:
            painter.setPen(QColor(theme.muted))
            below = where.query_title.translated(0, where.query_title.height())
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, tr("No query is predicted wrongly after this step."))
        for way, rect in where.names:
            self._name(painter, way, rect)
        for place, rect in enumerate(where.support):
            self._picture(painter, "support", place, rect, theme.strong_border, 1.0)
        probabilities = episode.probabilities[self._step]
        for place, rect, caption in zip(self._shown, where.query, where.captions, strict=True):
            guess = int(probabilities[place].argmax())
            right = guess == query.classes[place]
            edge, width = (theme.strong_border, 1.0) if right else (theme.wrong, 2.0)
            self._picture(painter, "query", place, rect, edge, width)
            self._caption(painter, caption, rect.width(), guess, float(probabilities[place, guess]), bool(right))
        painter.end()

    def _title(self, painter: QPainter, rect: QRect, words: str, more: str) -> None:
        theme = themes.current()
        font = _font(self.font(), 12, bold=True)
        painter.setFont(font)
        painter.setPen(QColor(theme.muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, words)
        beside = rect.adjusted(QFontMetrics(font).horizontalAdvance(words) + 8, 0, 0, 0)
        painter.setFont(_font(self.font(), themes.CAPTION_SIZE))
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, more)

    def _name(self, painter: QPainter, way: int, rect: QRect) -> None:
        """A class by the letter that captions call it, and by as much of its name as fits."""
        theme, episode = themes.current(), self._episode
        assert episode is not None
        letter, bold = letter_of(way), _font(self.font(), 12, bold=True)
        painter.setFont(bold)
        painter.setPen(QColor(theme.text))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, letter)
        rest = rect.adjusted(QFontMetrics(bold).horizontalAdvance(letter) + 6, 0, 0, 0)
        plain = _font(self.font(), themes.CAPTION_SIZE)
        painter.setFont(plain)
        painter.setPen(QColor(theme.muted))
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, _fitting(episode.classes[way], plain, rest.width()))

    def _picture(self, painter: QPainter, part: str, place: int, rect: QRect, edge: str, width: float) -> None:
        theme = themes.current()
        image = self._image(part, place)
        if image is None:
            episode = self._episode
            assert episode is not None
            examples = _both(episode)[0 if part == "support" else 1]
            painter.setPen(QColor(theme.muted))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, f"#{examples.numbers[place] + 1}")
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            assert self._placed is not None
            painter.drawImage(QRectF(rect.x(), rect.y(), *self._placed.picture), image)
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        outside = width / 2
        painter.drawRoundedRect(QRectF(rect).adjusted(-outside, -outside, outside, outside), 2, 2)

    def _caption(self, painter: QPainter, rect: QRect, wide: int, guess: int, confidence: float, right: bool) -> None:
        """The strip as long as the confidence; below it the mark, the predicted class and the confidence."""
        theme = themes.current()
        color = QColor(theme.right if right else theme.wrong)
        strip = QRectF(rect.x(), rect.y() + 2, wide, BAR - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.hover))
        painter.drawRoundedRect(strip, 1.5, 1.5)
        painter.setBrush(color)
        painter.drawRoundedRect(QRectF(strip.x(), strip.y(), max(wide * confidence, 2), strip.height()), 1.5, 1.5)
        line = QRect(rect.x(), rect.y() + BAR, rect.width(), themes.scaled(LINE))
        draw_mark(painter, QPointF(line.x() + 4.5, line.center().y() + 0.5), right, color)
        painter.setPen(color)
        letter = letter_of(guess)
        bold = _font(self.font(), themes.CAPTION_SIZE, bold=True)
        painter.setFont(bold)
        line.setLeft(line.left() + 12)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, letter)
        painter.setFont(_font(self.font(), themes.CAPTION_SIZE))
        assert self._placed is not None
        if self._placed.two_lines:
            line = QRect(rect.x(), line.y() + themes.scaled(LINE) - 1, rect.width(), themes.scaled(LINE))
        else:
            line.setLeft(line.left() + QFontMetrics(bold).horizontalAdvance(letter) + 5)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, percent(confidence, 0))

    def _image(self, part: str, place: int) -> QImage | None:
        """A picture, enlarged to the pixels of the screen, so that nothing smooths it later."""
        episode = self._episode
        assert episode is not None
        assert self._placed is not None
        examples = _both(episode)[0 if part == "support" else 1]
        if examples.pictures is None:
            return None
        key = (part, place)
        if key not in self._images:
            pixels = examples.pictures[place]
            times = max(1, round(self._placed.picture[0] * self.devicePixelRatioF() / pixels.shape[1]))
            self._images[key] = enlarged(pixels, times)
        return self._images[key]

    # -- people -------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self.words_at(event.pos())
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def words_at(self, spot: QPoint) -> str:
        """What the tooltip says at a place."""
        episode, where = self._episode, self._placed
        if episode is None or where is None:
            return ""
        support, query = _both(episode)
        for place, rect in enumerate(where.support):
            if rect.contains(spot):
                return _of_class(episode, support, place)
        for place, rect, caption in zip(self._shown, where.query, where.captions, strict=True):
            if rect.united(caption).contains(spot):
                return f"{_of_class(episode, query, place)}<br>{self._best_guesses(place)}"
        return next((escape(f"{letter_of(w)}: {episode.classes[w]}") for w, r in where.names if r.contains(spot)), "")

    def _best_guesses(self, place: int) -> str:
        assert self._episode is not None
        row = self._episode.probabilities[self._step][place]
        lines = [
            f"{letter_of(int(way))} {escape(self._episode.classes[way])}: {percent(float(row[way]))}"
            for way in np.argsort(-row)[:BEST_GUESSES]
        ]
        return "<br>".join(lines)

    def _told(self) -> str:
        """The sheet in words, for those who do not see it."""
        episode = self._episode
        if episode is None:
            return "No task"
        _, query = _both(episode)
        guesses = self._guesses()
        wrong = [place for place in range(len(guesses)) if guesses[place] != query.classes[place]]
        mistakes = "; ".join(
            f"{episode.classes[query.classes[p]]} taken for {episode.classes[guesses[p]]}" for p in wrong
        )
        told = f"Task {count(episode.number)}: {len(guesses) - len(wrong)} of {len(guesses)} queries right"
        return f"{told}. Mistakes: {mistakes}" if wrong else told

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in ways:
            self.turned.emit(ways[event.key()])
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._images.clear()
            self._place()
            self.update()


class SheetArea(QScrollArea):
    """Scrolls over a page with a header and a sheet, and tells the sheet how much room there is."""

    def __init__(self, page: QWidget, sheet: EpisodeSheet, header: QWidget) -> None:
        super().__init__()
        self.setObjectName("episodes.scroll")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the sheet has it
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)
        self._sheet, self._header = sheet, header

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        bar = self.verticalScrollBar().sizeHint().width()  # as if it were there: it comes and goes
        self._sheet.set_room(self.width() - bar, self.height() - self._header.minimumHeight() - 2)


def _both(episode: Episode) -> tuple[Examples, Examples]:
    assert episode.support is not None
    assert episode.query is not None
    return episode.support, episode.query


def _of_class(episode: Episode, examples: Examples, place: int) -> str:
    way = int(examples.classes[place])
    name = escape(episode.classes[way])
    return f"<b>{letter_of(way)} {name}</b>, example {examples.numbers[place] + 1}"


def _fitting(name: str, font: QFont, width: int) -> str:
    """A class's name, or its last part, or its end; nothing where so little fits that it would say nothing."""
    metrics = QFontMetrics(font)
    short = name.rpartition("/")[2]
    for text in (name, short):
        if metrics.horizontalAdvance(text) <= width:
            return text
    end = metrics.elidedText(short, Qt.TextElideMode.ElideMiddle, width)
    return end if len(end) > LEAST_OF_NAME else ""


def _counted(number: int, word: str) -> str:
    match word:
        case "example":
            return trn(number, "1 example", "{n} examples", n=count(number))
        case "query":
            return trn(number, "1 query", "{n} queries", n=count(number))
    return trn(number, "1 mistake", "{n} mistakes", n=count(number))


def _font(base: QFont, size: int, bold: bool = False) -> QFont:
    font = QFont(base)
    font.setPixelSize(themes.scaled(size))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
