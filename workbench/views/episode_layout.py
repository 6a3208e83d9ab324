"""Where the examples of a task lie on a sheet: a column for each class, support above, queries below.

Classes that do not fit side by side go on in another band of columns. Pictures are drawn at whole multiples of their
size, the largest at which everything can be seen. Where that would be tiny, and the next size asks for a little
scrolling only, or where nothing fits, it is the smallest that is not tiny, and one scrolls.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect

from workbench.text_size import scaled

LARGEST, READABLE = 112, 44  # logical pixels: no picture is drawn larger; smaller ones only to avoid much scrolling
A_LITTLE = 1.25  # times the room
GAP, MARGIN = 6, 10  # between tiles; around everything
TITLE, NAME = 26, 22  # heights of "Support" and "Queries", and of a class's name
BAR = 5  # below a query's picture, the strip that shows the confidence
WIDE, NARROW = 60, 36  # widths of a caption in one line, and in two
LINE = 14  # height of a line of a caption
GUTTER = 14  # between columns


@dataclass(frozen=True)
class Placed:
    """A sheet, in logical pixels."""

    height: int
    picture: tuple[float, float]  # width and height of a picture
    two_lines: bool  # of a query's caption
    support_title: QRect
    query_title: QRect
    names: list[tuple[int, QRect]]  # the class, wherever its name stands; above support, and above queries in new bands
    support: list[QRect]  # of the pictures, by place in the support set
    query: list[QRect]  # of the pictures, by place in the queries that are shown
    captions: list[QRect]  # below the queries' pictures


def placed(
    size: tuple[int, int], room: tuple[int, int], ratio: float, support: Sequence[int], query: Sequence[int], ways: int
) -> Placed:
    """Lay out pictures of `size` (width, height) in a `room` so wide and high, on a screen of so many pixels a point.

    `support` and `query` give the class of each example, 0 … `ways` − 1.
    """
    largest = max(1, int(LARGEST * ratio / max(size)))
    sheets = [_at(size, scale / ratio, room[0], support, query, ways) for scale in range(largest, 0, -1)]
    fitting = next((sheet for sheet in sheets if sheet.height <= room[1]), None)
    readable = next((sheet for sheet in reversed(sheets) if max(sheet.picture) >= READABLE), sheets[0])
    if fitting is None or (max(fitting.picture) < READABLE and readable.height <= A_LITTLE * room[1]):
        return readable
    return fitting


def _at(
    size: tuple[int, int], scale: float, width: int, support: Sequence[int], query: Sequence[int], ways: int
) -> Placed:
    wide, high = size[0] * scale, size[1] * scale
    two_lines = wide < scaled(WIDE) - 8
    cell = int(max(wide, scaled(NARROW) if two_lines else scaled(WIDE))) + GAP
    caption = BAR + scaled(LINE) * (2 if two_lines else 1)
    room = width - 2 * MARGIN
    at_most = max(1, (room + GUTTER) // (cell + GUTTER))
    bands = -(-ways // at_most)
    columns = -(-ways // bands)
    column = (room + GUTTER) // columns
    across = max(1, (column - GUTTER + GAP) // cell)  # tiles side by side in a column
    members = [
        [[p for p, of in enumerate(examples) if of == way] for way in range(ways)] for examples in (support, query)
    ]
    rects: list[dict[int, QRect]] = [{}, {}]
    captions: dict[int, QRect] = {}
    names, titles, y = [], [], MARGIN - 4
    for part, row in ((0, int(high) + GAP), (1, int(high) + caption + GAP)):
        titles.append(QRect(MARGIN, y, room, scaled(TITLE)))
        y += scaled(TITLE)
        for band in range(bands):
            here = range(band * columns, min((band + 1) * columns, ways))
            if not any(members[part][way] for way in here):
                continue
            if part == 0 or bands > 1:
                names += [
                    (way, QRect(MARGIN + (way - here.start) * column, y, column - GUTTER, scaled(NAME))) for way in here
                ]
                y += scaled(NAME)
            for way in here:
                for number, place in enumerate(members[part][way]):
                    left = MARGIN + (way - here.start) * column + (number % across) * cell
                    top = y + (number // across) * row
                    rects[part][place] = QRect(left, top, int(wide), int(high))
                    if part == 1:
                        captions[place] = QRect(left, top + int(high), cell - GAP, caption)
            most = max(len(members[part][way]) for way in here)
            y += -(-most // across) * row + GAP
    return Placed(
        height=y + MARGIN - GAP,
        picture=(wide, high),
        two_lines=two_lines,
        support_title=titles[0],
        query_title=titles[1],
        names=names,
        support=[rects[0][place] for place in range(len(support))],
        query=[rects[1][place] for place in range(len(query))],
        captions=[captions[place] for place in range(len(query))],
    )
