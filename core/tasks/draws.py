"""Counter-based random numbers: the draws of task n are a pure function of (seed, split, n).

One Philox stream per (seed, split, purpose); task n owns a fixed stretch of it and is reached by advancing the
counter, so there is no sampler state, and tasks n…n+T are one vectorised draw (Salmon et al. 2011).
"""

import numpy as np
from numpy.typing import NDArray

_NUMBERS_PER_COUNT = 4  # Philox4x64 gives four 64-bit numbers for each value of its counter
_SPLIT_CODES = {"train": 1, "validation": 2, "test": 3}


def uniforms(seed: int, split: str, tasks: range, per_task: int, purpose: int = 0) -> NDArray[np.float64]:
    """Numbers in [0, 1), shape [len(tasks), per_task].

    Raises ValueError when `tasks` is not a run of consecutive numbers from 0 up, KeyError for an unknown split.
    """
    if tasks.step != 1 or tasks.start < 0:
        raise ValueError(f"tasks are numbered 0, 1, 2, …; {tasks} is not a run of such numbers")
    if per_task == 0:
        return np.empty((len(tasks), 0))
    counts = -(-per_task // _NUMBERS_PER_COUNT)
    stream = np.random.Philox(np.random.SeedSequence([seed, _SPLIT_CODES[split], purpose]))
    stream.advance(tasks.start * counts)
    numbers = np.random.Generator(stream).random((len(tasks), counts * _NUMBERS_PER_COUNT))
    return numbers[:, :per_task]


def without_replacement(numbers: NDArray[np.float64], sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """Ordered draws without replacement: row r holds m distinct members of 0 … sizes[r]−1, from numbers [R, m].

    A Fisher–Yates shuffle that stops after m places, all rows at once. Every ordered choice is equally likely.
    """
    rows, wanted = numbers.shape
    pool = np.broadcast_to(np.arange(int(sizes.max()), dtype=np.int64), (rows, int(sizes.max()))).copy()
    every = np.arange(rows)
    for place in range(wanted):
        partner = place + (numbers[:, place] * (sizes - place)).astype(np.int64)
        pool[every, place], pool[every, partner] = pool[every, partner], pool[every, place]
    return pool[:, :wanted]
