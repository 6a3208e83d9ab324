"""What happens to numbers on their way to a plot: smoothing, then thinning. Pure numpy.

The order matters: a line that is thinned first and smoothed afterwards depends on the width of the window.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

AXES = {"iteration": "Iterations", "tasks": "Tasks", "seconds": "Time"}
BLOCK = 64  # values that one matrix product smooths at once
ROWS = 128  # rows that one entry of `Extremes` stands for


def smooth(values: Numbers, weight: float) -> Numbers:
    """Exponential smoothing with bias correction: a weighted mean of all values so far, the newest counting most.

    `weight` (0 ≤ w < 1) is what a value keeps of its influence from one step to the next. Missing values stay missing
    and leave no trace.
    """
    return Smoother(weight).extend(values)


class Smoother:
    """Smoothing that goes on where it stopped, so that new points of a live run cost nothing for the old ones."""

    def __init__(self, weight: float) -> None:
        if not 0 <= weight < 1:
            raise ValueError(f"a smoothing weight is at least 0 and below 1, not {weight}")
        self.weight = weight
        self._state = 0.0  # the uncorrected mean
        self._count = 0  # finite values so far

    def extend(self, values: Numbers) -> Numbers:
        """The smoothed line for these values, which follow all earlier ones."""
        smoothed = np.full(len(values), np.nan)
        finite = np.isfinite(values)
        known = values[finite]
        if len(known):
            states = _decayed_sums(known * (1 - self.weight), self.weight, self._state)
            counts = np.arange(self._count + 1, self._count + len(known) + 1)
            # -expm1 keeps the digits of 1 - w^n that a subtraction would lose for weights close to one
            correction = -np.expm1(counts * np.log(self.weight)) if self.weight > 0 else 1.0
            smoothed[finite] = states / correction
            self._state, self._count = float(states[-1]), int(counts[-1])
        return smoothed


def _decayed_sums(values: Numbers, decay: float, start: float) -> Numbers:
    """s[i] = decay · s[i-1] + values[i], from s[-1] = start, without a Python step per value.

    Within blocks it is a product with a triangular matrix; what one block hands to the next is the same recursion
    over the blocks' last values.
    """
    count = len(values)
    if count <= BLOCK:
        powers = decay ** np.arange(count + 1)
        return _triangle(decay, count) @ values + powers[1:] * start
    blocks = -(-count // BLOCK)
    padded = np.zeros(blocks * BLOCK)
    padded[:count] = values
    within = padded.reshape(blocks, BLOCK) @ _triangle(decay, BLOCK).T
    ends = _decayed_sums(within[:, -1].copy(), decay**BLOCK, start)
    within += np.concatenate([[start], ends[:-1]])[:, None] * decay ** np.arange(1, BLOCK + 1)
    return within.reshape(-1)[:count]


def _triangle(decay: float, size: int) -> Numbers:
    exponents = np.subtract.outer(np.arange(size), np.arange(size))
    return np.where(exponents >= 0, decay ** np.maximum(exponents, 0), 0.0)


Extremes = tuple[Numbers, Numbers]  # least and greatest value of each ROWS rows of a column


def thin(
    x: Numbers, y: Numbers, start: float, stop: float, pixels: int, extremes: Extremes | None = None
) -> tuple[Numbers, Numbers]:
    """What of a line with ascending `x` is to be drawn between `start` and `stop`: about two points a pixel.

    Where there are more, the least and the greatest value of each bucket stand for it, so no peak is lost. One point
    beyond either edge is kept, so that the line leaves the picture where it should. With `extremes`, a long line
    takes no longer than a short one.
    """
    part = within(x, start, stop)
    rows = part.stop - part.start
    if rows <= 2 * max(pixels, 1):
        return x[part], y[part]
    if extremes is None or rows < 2 * ROWS * pixels:
        edges, low, high = _buckets(x[part], y[part], y[part], pixels)
    else:
        first, last = -(-part.start // ROWS), part.stop // ROWS  # whole blocks; what is left at either end follows
        groups = _buckets(
            x[first * ROWS : last * ROWS : ROWS], extremes[0][first:last], extremes[1][first:last], pixels
        )
        head, tail = slice(part.start, first * ROWS), slice(last * ROWS, part.stop)
        ends = [_buckets(x[end], y[end], y[end], 1) if end.start < end.stop else None for end in (head, tail)]
        pieces = [piece for piece in (ends[0], groups, ends[1]) if piece is not None]
        edges, low, high = (np.concatenate(columns) for columns in zip(*pieces, strict=True))
    return np.repeat(edges, 2), np.column_stack([low, high]).reshape(-1)


def thin_band(x: Numbers, low: Numbers, high: Numbers, pixels: int) -> tuple[Numbers, Numbers, Numbers]:
    """A band between two lines, at most one point a pixel wide; it covers everything that the full one covers."""
    if len(x) <= max(pixels, 1):
        return x, low, high
    return _buckets(x, low, high, pixels)


def within(x: Numbers, start: float, stop: float) -> slice:
    """The rows of ascending `x` from `start` to `stop`, and one more on either side."""
    first, last = np.searchsorted(x, start), np.searchsorted(x, stop, side="right")
    return slice(max(int(first) - 1, 0), min(int(last) + 1, len(x)))


def _buckets(x: Numbers, low: Numbers, high: Numbers, pixels: int) -> tuple[Numbers, Numbers, Numbers]:
    """Least of `low` and greatest of `high` in equal groups of rows; the last group may be smaller."""
    size = -(-len(x) // max(pixels, 1))
    whole = len(x) // size * size
    lows = np.fmin.reduce(low[:whole].reshape(-1, size), axis=1)
    highs = np.fmax.reduce(high[:whole].reshape(-1, size), axis=1)
    if whole == len(x):
        return x[:whole:size], lows, highs
    return (
        np.append(x[:whole:size], x[-1]),
        np.append(lows, np.fmin.reduce(low[whole:])),
        np.append(highs, np.fmax.reduce(high[whole:])),
    )


class Growing:
    """A column in one piece of memory that grows at the end and can be cut back."""

    def __init__(self) -> None:
        self._data = np.empty(1024)
        self._count = 0
        self._extremes = (np.empty(0), np.empty(0))

    def __len__(self) -> int:
        return self._count

    @property
    def values(self) -> Numbers:
        """All values; a view, valid until the next change."""
        return self._data[: self._count]

    def extend(self, values: Numbers) -> None:
        needed = self._count + len(values)
        if needed > len(self._data):
            grown = np.empty(max(needed, 2 * len(self._data)))
            grown[: self._count] = self.values
            self._data = grown
        self._data[self._count : needed] = values
        self._count = needed

    def cut(self, count: int) -> None:
        self._count = min(count, self._count)
        low, high = self._extremes
        self._extremes = (low[: self._count // ROWS], high[: self._count // ROWS])

    def extremes(self) -> Extremes:
        """Least and greatest value of each whole block of ROWS rows; only new blocks are looked at."""
        low, high = self._extremes
        done, whole = len(low), self._count // ROWS
        if whole > done:
            fresh = self._data[done * ROWS : whole * ROWS].reshape(-1, ROWS)
            low = np.concatenate([low, np.fmin.reduce(fresh, axis=1)])
            high = np.concatenate([high, np.fmax.reduce(fresh, axis=1)])
            self._extremes = (low, high)
        return self._extremes


class Track:
    """The course of one run's training, ready to draw: each column raw, `loss` and `accuracy` smoothed as well.

    A run that was resumed reports some iterations again; the later report replaces the earlier one.
    """

    SMOOTHED = ("loss", "accuracy")

    def __init__(self, weight: float = 0.0) -> None:
        self._raw = {name: Growing() for name in (*AXES, *self.SMOOTHED)}
        self._rows_read = 0
        self.set_weight(weight)

    def __len__(self) -> int:
        return len(self._raw["iteration"])

    def set_weight(self, weight: float) -> None:
        """Smooth everything anew."""
        self._smoothers = {name: Smoother(weight) for name in self.SMOOTHED}
        self._smooth = {name: Growing() for name in self.SMOOTHED}
        for name in self.SMOOTHED:
            self._smooth[name].extend(self._smoothers[name].extend(self._raw[name].values))

    def raw(self, name: str) -> Numbers:
        return self._raw[name].values

    def smoothed(self, name: str) -> Numbers:
        return self._smooth[name].values

    def raw_extremes(self, name: str) -> Extremes:
        return self._raw[name].extremes()

    def smoothed_extremes(self, name: str) -> Extremes:
        return self._smooth[name].extremes()

    def follow(self, columns: Any) -> bool:
        """Take in the rows of a run's `Metrics.iterations` that are new. True when there were any."""
        rows = len(columns)
        if rows == self._rows_read:
            return False
        new = {name: columns[name][self._rows_read : rows] for name in self._raw}
        self._rows_read = rows
        for part in _rising_parts(new["iteration"]):
            self._append({name: column[part] for name, column in new.items()})
        return True

    def _append(self, new: dict[str, Numbers]) -> None:
        keep = int(np.searchsorted(self.raw("iteration"), new["iteration"][0]))
        rewound = keep < len(self)
        for name, column in self._raw.items():
            column.cut(keep)
            column.extend(new[name])
        if rewound:
            self.set_weight(self._smoothers["loss"].weight)
        else:
            for name in self.SMOOTHED:
                self._smooth[name].extend(self._smoothers[name].extend(new[name]))


def _rising_parts(iterations: Numbers) -> Iterator[slice]:
    """Slices of a column within each of which it rises."""
    edges = [0, *(np.flatnonzero(np.diff(iterations) <= 0) + 1).tolist(), len(iterations)]
    return (slice(start, stop) for start, stop in pairwise(edges))


def evaluated(columns: Any, track: Track, axis: str) -> dict[str, Numbers]:
    """The rows of a run's `Metrics.evaluations`, each iteration once and in order, with `x` on the chosen axis."""
    iterations = columns["iteration"]
    _, newest = np.unique(iterations[::-1], return_index=True)
    rows = len(iterations) - 1 - newest
    chosen = {name: columns[name][rows] for name in ("iteration", "before", "after", "ci95", "loss", "seconds", "best")}
    if axis == "tasks":  # evaluations do not count training tasks; the iterations around them do
        known = np.concatenate([[0.0], track.raw("iteration")])
        chosen["x"] = np.interp(chosen["iteration"], known, np.concatenate([[0.0], track.raw("tasks")]))
    else:
        chosen["x"] = chosen[axis]
    return chosen
