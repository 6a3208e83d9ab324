"""Comparing things in one process, in turns, so that a change of the machine's speed touches all of them alike."""

import math
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import torch

SLOT, WARM_UPS = 0.05, 3  # seconds that one turn lasts at least; calls before anything is timed, where they are short
LEAST = 3  # rounds, which a median needs


@dataclass(frozen=True)
class Side:
    """Something to time, and how many threads torch may use for it."""

    call: Callable[[], object]
    threads: int


@dataclass(frozen=True)
class Timing:
    """Seconds for each call, one number for each turn."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    def times_faster_than(self, other: "Timing") -> float:
        """The median over the rounds of the ratio within a round."""
        return statistics.median(b / a for a, b in zip(self.seconds, other.seconds, strict=True))

    def __str__(self) -> str:
        return milliseconds(self.median)


def alternate(sides: Mapping[str, Side], rounds: int, within: float = math.inf) -> dict[str, Timing]:
    """Time all sides in turns, each turn long enough for the clock; the order turns round from round to round.

    No round begins after `within` seconds, except the first LEAST.
    """
    started = time.perf_counter()
    calls = {}
    for name, side in sides.items():
        torch.set_num_threads(side.threads)
        for _ in range(WARM_UPS):
            begun = time.perf_counter()
            side.call()
            once = time.perf_counter() - begun
            if once > 20 * SLOT:
                break  # what takes seconds has nothing left to warm up
        calls[name] = max(1, round(SLOT / once))
    seconds: dict[str, list[float]] = {name: [] for name in sides}
    for turn in range(rounds):
        if turn >= LEAST and time.perf_counter() - started > within:
            say(f"{turn} rounds had to do")
            break
        if turn % 10 == 0:
            say(f"round {turn} of {rounds}")
        for name in list(sides) if turn % 2 == 0 else list(reversed(sides)):
            side = sides[name]
            torch.set_num_threads(side.threads)
            if calls[name] > 1:
                side.call()  # the threads are awake, and the caches are this side's
            begun = time.perf_counter()
            for _ in range(calls[name]):
                side.call()
            seconds[name].append((time.perf_counter() - begun) / calls[name])
    return {name: Timing(tuple(found)) for name, found in seconds.items()}


def milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:.3g} ms" if seconds < 1 else f"{seconds:.2f} s"


def percentile(values: list[float], percent: float) -> float:
    """The least value that at least so many percent of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def say(message: str) -> None:
    """What goes on, for whoever waits."""
    print(f"  {message}", file=sys.stderr, flush=True)
