"""Equations set in type: a tree becomes boxes with a width, a height above and a depth below the line of writing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from workbench.help.equation_tree import Fraction, Group, Letters, Node, Scripted, Space, parse
from workbench.theme import Theme

FAMILIES = [
    "STIX Two Text",
    "Cambria",
    "Latin Modern Roman",
    "TeX Gyre Termes",
    "Times New Roman",
    "DejaVu Serif",
    "serif",
]
SIZE = 18.0  # logical pixels
_SMALLER = 0.72  # of a script against its base
_SMALLEST = 10.0
_LINE_GAP = 0.45  # of the size, between the lines of an equation that does not fit one


@dataclass(frozen=True)
class Box:
    """Something to draw from its place on the line of writing."""

    width: float
    ascent: float
    descent: float
    draw: Callable[[QPainter, float, float], None]


class Equation:
    """Lines of an equation, broken where they are wider than the room."""

    def __init__(self, lines: Sequence[str], size: float = SIZE) -> None:
        self._size = size
        self._rows = [_boxes(parse(line), size) for line in lines]

    def size(self, room: float) -> QSizeF:
        """Width and height within a room of this width."""
        rows = self._broken(room)
        width = max((indent + _width(row) for indent, row in rows), default=0.0)
        return QSizeF(width, sum(_height(row) for _, row in rows) + self._gap * (len(rows) - 1))

    def draw(self, painter: QPainter, place: QRectF, theme: Theme, color: str = "") -> None:
        """Draw within a place of the size that was asked for, in a colour or in that of text."""
        painter.save()
        painter.setPen(QPen(QColor(color or theme.text), 1.0))
        top = place.top()
        for indent, row in self._broken(place.width() + 0.5):
            x, line = place.left() + indent, top + max(box.ascent for box, _ in row)
            for box, _ in row:
                box.draw(painter, x, line)
                x += box.width
            top += _height(row) + self._gap
        painter.restore()

    @property
    def _gap(self) -> float:
        return self._size * _LINE_GAP

    def _broken(self, room: float) -> list[tuple[float, list[tuple[Box, bool]]]]:
        """Indent and boxes of each line; a line is broken at its last space that still fits."""
        found = []
        for row in self._rows:
            indent, rest = 0.0, list(row)
            while rest:
                fits = _fitting(rest, room - indent)
                line, rest = rest[:fits], rest[fits:]
                found.append((indent, line))
                indent = 2 * self._size
        return found


def _fitting(row: list[tuple[Box, bool]], room: float) -> int:
    """How many boxes go into a line: up to a space, where not all do."""
    width, last = 0.0, 0
    for number, (box, is_space) in enumerate(row, 1):
        width += box.width
        if width > room and last:
            return last
        if is_space:
            last = number
    return len(row)


def _width(row: list[tuple[Box, bool]]) -> float:
    return sum(box.width for box, _ in row)


def _height(row: list[tuple[Box, bool]]) -> float:
    return max(box.ascent for box, _ in row) + max(box.descent for box, _ in row)


def _boxes(nodes: Sequence[Node], size: float) -> list[tuple[Box, bool]]:
    return [(_box(node, size), isinstance(node, Space)) for node in nodes]


def _font(size: float, leans: bool = False) -> QFont:
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(max(1, round(size)))
    font.setItalic(leans)
    return font


def _box(node: Node, size: float) -> Box:
    match node:
        case Letters(text, leans):
            return _letters(text, leans, size)
        case Space(wide):
            metrics = QFontMetricsF(_font(size))
            return Box(size * (1.1 if wide else 0.26), metrics.ascent(), metrics.descent(), lambda *_: None)
        case Scripted():
            return _scripted(node, size)
        case Fraction():
            return _fraction(node, size)
        case Group(opening, inside, closing):
            return _group(opening, _row(inside, size), closing, size)


def _row(nodes: Sequence[Node], size: float) -> Box:
    boxes = [_box(node, size) for node in nodes]

    def draw(painter: QPainter, x: float, y: float) -> None:
        for box in boxes:
            box.draw(painter, x, y)
            x += box.width

    return Box(
        sum(box.width for box in boxes),
        max((box.ascent for box in boxes), default=0.0),
        max((box.descent for box in boxes), default=0.0),
        draw,
    )


def _letters(text: str, leans: bool, size: float) -> Box:
    font = _font(size, leans)
    metrics = QFontMetricsF(font)
    beyond = size * 0.04 if leans else 0.0  # a leaning letter reaches into what follows

    def draw(painter: QPainter, x: float, y: float) -> None:
        painter.setFont(font)
        painter.drawText(QPointF(x, y), text)

    return Box(metrics.horizontalAdvance(text) + beyond, metrics.ascent(), metrics.descent(), draw)


def _scripted(node: Scripted, size: float) -> Box:
    small = max(size * _SMALLER, _SMALLEST)
    base, below, above = _box(node.base, size), _row(node.below, small), _row(node.above, small)
    tall = base.ascent > size * 1.25  # brackets around a fraction
    rise = base.ascent - small * 0.55 if tall else size * 0.38
    drop = base.descent if tall else size * 0.2

    def draw(painter: QPainter, x: float, y: float) -> None:
        base.draw(painter, x, y)
        below.draw(painter, x + base.width, y + drop)
        above.draw(painter, x + base.width, y - rise)

    width = base.width + max(below.width, above.width) + size * 0.05
    ascent = max(base.ascent, rise + above.ascent if node.above else 0.0)
    return Box(width, ascent, max(base.descent, drop + below.descent if node.below else 0.0), draw)


def _fraction(node: Fraction, size: float) -> Box:
    above, below = (_row(nodes, max(size * 0.88, _SMALLEST)) for nodes in (node.above, node.below))
    side, gap, bar = size * 0.12, size * 0.1, size * 0.32  # room beside, room to the bar, height of the bar
    width = max(above.width, below.width) + 2 * side

    def draw(painter: QPainter, x: float, y: float) -> None:
        above.draw(painter, x + (width - above.width) / 2, y - bar - gap - above.descent)
        below.draw(painter, x + (width - below.width) / 2, y - bar + gap + below.ascent)
        painter.drawLine(QPointF(x + side / 2, y - bar), QPointF(x + width - side / 2, y - bar))

    ascent = bar + gap + above.descent + above.ascent
    return Box(width, ascent, max(0.0, gap + below.ascent + below.descent - bar), draw)


def _group(opening: str, inside: Box, closing: str, size: float) -> Box:
    """Brackets as tall as what they hold."""
    stretch = max(1.0, (inside.ascent + inside.descent) / (QFontMetricsF(_font(size)).height()))
    signs = [_letters(sign, False, size) for sign in (opening, closing)]
    middle = (inside.ascent - inside.descent) / 2

    def draw_sign(painter: QPainter, sign: Box, x: float, y: float) -> None:
        painter.save()
        painter.translate(x, y - middle)
        painter.scale(1.0, stretch)
        sign.draw(painter, 0.0, (sign.ascent - sign.descent) / 2)
        painter.restore()

    def draw(painter: QPainter, x: float, y: float) -> None:
        draw_sign(painter, signs[0], x, y)
        inside.draw(painter, x + signs[0].width, y)
        draw_sign(painter, signs[1], x + signs[0].width + inside.width, y)

    return Box(sum(sign.width for sign in signs) + inside.width, inside.ascent, inside.descent, draw)
