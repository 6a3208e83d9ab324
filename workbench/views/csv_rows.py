"""Data as CSV in which every row has as many cells as the head: programs refuse files in which some are shorter."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any


class CsvRows:
    """Rows under a head; what a row lacks at its end is empty."""

    def __init__(self, head: Sequence[str]) -> None:
        self._out = io.StringIO(newline="")
        self._writer = csv.writer(self._out, lineterminator="\n")
        self._cells = len(head)
        self._writer.writerow(head)

    def add(self, *cells: Any) -> None:
        """One row. Raises ValueError for one that is longer than the head."""
        if len(cells) > self._cells:
            raise ValueError(f"a row has {len(cells)} cells, and the head {self._cells}")
        self._writer.writerow([*cells, *[""] * (self._cells - len(cells))])

    def add_all(self, rows: Iterable[Iterable[Any]]) -> None:
        for row in rows:
            self.add(*row)

    def taken(self) -> str:
        """What was written since this was asked last."""
        text = self._out.getvalue()
        self._out.seek(0)
        self._out.truncate()
        return text
