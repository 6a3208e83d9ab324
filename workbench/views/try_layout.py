"""Where the classes of a task of one's own lie: a card for each, with its name, its sheets, and a bar."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect

LEAST, LARGEST = 44, 190  # logical pixels of a sheet's side; below the least one scrolls
NARROWEST = 64  # a card has room for its letter and the button beside it
NAME, BAR = 26, 26  # heights of the line above the sheets, and of the one below
INSIDE, GAP, TILE = 8, 10, 6  # around what is in a card; between cards; between sheets


@dataclass(frozen=True)
class Card:
    """One class, in logical pixels."""

    whole: QRect
    name: QRect
    sheets: tuple[QRect, ...]
    bar: QRect


def cards(width: int, height: int, counts: Sequence[int]) -> list[Card]:
    """Cards for classes of so many sheets each, as large as fit; where nothing fits they go on below."""
    ways, most = len(counts), max(counts)
    arrangements = []  # side of a sheet, the side that the width alone would allow, columns, sheets side by side
    for columns in range(1, ways + 1):
        rows = -(-ways // columns)
        wide = (width - (columns - 1) * GAP) // columns - 2 * INSIDE
        high = (height - (rows - 1) * GAP) // rows - NAME - BAR
        for across in range(1, most + 1):
            down = -(-most // across)
            by_width = (wide - (across - 1) * TILE) // across if wide + 2 * INSIDE >= NARROWEST else 0
            by_height = (high - (down - 1) * TILE) // down
            arrangements.append((min(by_width, by_height, LARGEST), by_width, columns, across))
    side, _, columns, across = max(arrangements, key=lambda each: (each[0], each[1], -each[2]))
    if side < LEAST:
        side = LEAST
        fitting = [(columns, across) for _, by_width, columns, across in arrangements if by_width >= LEAST]
        columns, across = max(fitting, default=(1, 1))
    card_width = max(across * (side + TILE) - TILE + 2 * INSIDE, NARROWEST)
    card_height = -(-most // across) * (side + TILE) - TILE + NAME + BAR
    found = []
    for way, sheets in enumerate(counts):
        row, column = divmod(way, columns)
        left, top = column * (card_width + GAP), row * (card_height + GAP)
        inside = card_width - 2 * INSIDE
        places = tuple(
            QRect(left + INSIDE + (n % across) * (side + TILE), top + NAME + (n // across) * (side + TILE), side, side)
            for n in range(sheets)
        )
        found.append(
            Card(
                whole=QRect(left, top, card_width, card_height),
                name=QRect(left + INSIDE, top, inside, NAME),
                sheets=places,
                bar=QRect(left + INSIDE, top + card_height - BAR, inside, BAR),
            )
        )
    return found
