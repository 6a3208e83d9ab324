"""Charts as SVG inside a page: drawn from numbers, coloured by the page's style, and told in words as well."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.export.html import Html, tag

WIDTH, HEIGHT = 440, 250  # as on the page, so that type has the size that the style says
_LEFT, _RIGHT, _TOP, _BOTTOM = 50, 12, 8, 42
_COLORS = 8  # of the page's palette, which starts again after its end
_MOST_POINTS = 320  # of a line: more cannot be told apart on paper
_LOG_FROM = 30  # the largest value is so many times the smallest: then a log axis tells more

Floats = NDArray[np.float64]
Form = Callable[[float], str]


@dataclass(frozen=True)
class Curve:
    """One line or band or row of dots. `color` is the place in the page's palette."""

    name: str
    color: int
    x: ArrayLike
    y: ArrayLike
    low: ArrayLike | None = None
    high: ArrayLike | None = None
    style: Literal["line", "dashed", "dots", "faint"] = "line"
    listed: bool = True  # in the legend


@dataclass(frozen=True)
class Chart:
    """What a chart shows. `rules` are places on the x axis with the words that belong to them."""

    title: str
    told: str  # the same in words
    x_title: str
    curves: Sequence[Curve]
    form: Form  # of the values
    counts: bool = True  # whether x is counted, and not measured
    rules: Sequence[tuple[float, str]] = ()
    may_be_log: bool = False


def figure_of(chart: Chart, identifier: str) -> Html:
    """A chart with its title and legend; `identifier` is its own on the page."""
    listed = [curve for curve in chart.curves if curve.listed]
    legend = [
        tag("li", tag("span", class_=f"key {curve.style} {color_class(curve.color)}", aria_hidden="true"), curve.name)
        for curve in listed
    ]
    return tag(
        "figure",
        tag("figcaption", chart.title),
        tag("ul", *legend, class_="legend") if legend else None,
        _svg(chart, identifier),
    )


def color_class(place: int) -> str:
    """The class of what has a colour of the palette."""
    return f"s{place % _COLORS}"


def thinned(x: Floats, y: Floats) -> tuple[Floats, Floats, Floats, Floats, int]:
    """x, mean, least and largest y of stretches of so many points that a line is no longer than can be seen.

    The last number says how many points make one: 1 where all are there.
    """
    many = max(1, math.ceil(len(y) / _MOST_POINTS))
    if many == 1:
        return x, y, y, y, 1
    starts = np.arange(0, len(y), many)
    sizes = np.diff(np.append(starts, len(y)))
    mean = np.add.reduceat(y, starts) / sizes
    least, largest = np.minimum.reduceat(y, starts), np.maximum.reduceat(y, starts)
    return np.add.reduceat(x, starts) / sizes, mean, least, largest, many


def ticks(low: float, high: float, about: int = 5) -> list[float]:
    """Round numbers from `low` to `high`: 1, 2 or 5 times a power of ten apart."""
    if not high > low:
        return [low]
    raw = (high - low) / about
    power = 10.0 ** math.floor(math.log10(raw))
    step = power * next(factor for factor in (1, 2, 5, 10) if factor * power >= raw * (1 - 1e-9))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]


# -- drawing --------------------------------------------------------------------------------------------------------


class _Scale:
    """From values to places on the paper."""

    def __init__(self, low: float, high: float, start: float, end: float, log: bool = False) -> None:
        self._of = math.log10 if log else float
        self._low, self._high = self._of(low), self._of(high)
        if self._high <= self._low:
            self._low, self._high = self._low - 0.5, self._high + 0.5
        self._start, self._end = start, end

    def __call__(self, value: float) -> float:
        share = (self._of(value) - self._low) / (self._high - self._low)
        return round(self._start + share * (self._end - self._start), 1)


def _svg(chart: Chart, identifier: str) -> Html:
    lines, xs = _finite(curve.y for curve in chart.curves), _finite(curve.x for curve in chart.curves)
    if not len(lines) or not len(xs):
        return tag("p", "Nothing was recorded.", class_="empty")
    low, high = float(lines.min()), float(lines.max())
    log = chart.may_be_log and low > 0 and high > _LOG_FROM * low
    if not log:  # a band that reaches below 0 ends at the edge of a log axis
        edges = [edge for curve in chart.curves for edge in (curve.low, curve.high) if edge is not None]
        around = _finite([lines, *edges])
        margin = 0.04 * float(around.max() - around.min()) or 0.5
        low, high = float(around.min()) - margin, float(around.max()) + margin
    y_ticks = _decades(low, high) if log else ticks(low, high)
    x_low, x_high = float(xs.min()), float(xs.max())
    x_ticks = [value for value in ticks(x_low, x_high) if not chart.counts or value == round(value)]
    x = _Scale(x_low, x_high, _LEFT, WIDTH - _RIGHT)
    y = _Scale(low, high, HEIGHT - _BOTTOM, _TOP, log)
    return tag(
        "svg",
        tag("title", chart.title, id=f"{identifier}-title"),
        tag("desc", chart.told, id=f"{identifier}-told"),
        *_axes(chart, x, y, x_ticks, [value for value in y_ticks if low <= value <= high]),
        *(part for curve in chart.curves for part in _drawn(curve, x, y, (low, high))),
        viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img", aria_labelledby=f"{identifier}-title {identifier}-told",
    )  # fmt: skip


def _axes(chart: Chart, x: _Scale, y: _Scale, x_ticks: Sequence[float], y_ticks: Sequence[float]) -> Iterator[Html]:
    bottom = HEIGHT - _BOTTOM
    for value in y_ticks:
        yield tag("line", x1=_LEFT, x2=WIDTH - _RIGHT, y1=y(value), y2=y(value), class_="grid")
        yield tag("text", chart.form(value), x=_LEFT - 8, y=y(value) + 4, class_="tick end")
    for value in x_ticks:
        words = f"{value:,.0f}" if chart.counts else f"{value:.4g}".replace("-", "−")
        yield tag("text", words, x=x(value), y=bottom + 18, class_="tick middle")
    yield tag("line", x1=_LEFT, x2=WIDTH - _RIGHT, y1=bottom, y2=bottom, class_="axis")
    yield tag("text", chart.x_title, x=(_LEFT + WIDTH - _RIGHT) / 2, y=HEIGHT - 8, class_="tick middle")
    for value, words in chart.rules:
        yield tag("line", x1=x(value), x2=x(value), y1=_TOP, y2=bottom, class_="rule")
        yield tag("text", words, x=x(value) + 5, y=_TOP + 10, class_="tick")


def _drawn(curve: Curve, x: _Scale, y: _Scale, ends: tuple[float, float]) -> Iterator[Html]:
    xs, ys, color = _floats(curve.x), _floats(curve.y), color_class(curve.color)
    if curve.low is not None and curve.high is not None:
        low, high = (np.clip(_floats(edge), *ends) for edge in (curve.low, curve.high))
        for some in _stretches(xs, low, high):
            around = [*zip(xs[some], low[some], strict=True), *zip(xs[some][::-1], high[some][::-1], strict=True)]
            yield tag("path", d=f"{_path(around, x, y)}Z", class_=f"band {color}")
    if curve.style == "dots":
        for place, value in zip(xs, ys, strict=True):
            if math.isfinite(value):
                yield tag("circle", cx=x(place), cy=y(value), r=3.5, class_=f"dot {color}")
        return
    for some in _stretches(xs, ys):
        yield tag("path", d=_path([*zip(xs[some], ys[some], strict=True)], x, y), class_=f"{curve.style} {color}")


def _path(points: Sequence[tuple[float, float]], x: _Scale, y: _Scale) -> str:
    return "M" + "L".join(f"{x(place):g},{y(value):g}" for place, value in points)


def _stretches(*columns: Floats) -> Iterator[slice]:
    """Where all columns are finite, without a gap."""
    whole = np.all([np.isfinite(column) for column in columns], axis=0)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], whole, [False]])))
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        yield slice(int(first), int(last))


def _finite(columns: Iterable[ArrayLike]) -> Floats:
    """All numbers of some columns that are numbers."""
    together: Floats = np.concatenate([np.empty(0), *map(_floats, columns)])
    return together[np.isfinite(together)]


def _floats(values: ArrayLike) -> Floats:
    return np.asarray(values, dtype=np.float64)


def _decades(low: float, high: float) -> list[float]:
    """Powers of ten, some six of them; with 2 and 5 times those where there are few."""
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    powers = [10.0**power for power in range(first, last + 1, 1 + (last - first) // 6)]
    return powers if last - first > 3 else sorted(power * factor for power in powers for factor in (1, 2, 5))
