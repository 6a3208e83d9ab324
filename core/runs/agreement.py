"""How the gradients of tasks lie to each other: all of it follows from the products of each with each. Pure numpy."""

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from core.runs.statistics import Interval, interval

MOST_DIRECTIONS = 8
_NOTHING = 1e-12  # of the largest share: what is less is rounding


@dataclass(frozen=True)
class Directions:
    """Principal directions over tasks, the most telling first."""

    places: NDArray[np.float64]  # [N, D], where each task's gradient lies, from their mean, in units of the gradient
    shares: NDArray[np.float64]  # [D], of all variance between the tasks


@dataclass(frozen=True)
class Agreement:
    """The gradients of N tasks, two at least, in one layer or in all."""

    products: NDArray[np.float64]  # [N, N], gᵢ · gⱼ
    numbers: int  # in a gradient

    @cached_property
    def norms(self) -> NDArray[np.float64]:
        """‖gᵢ‖ of each task, [N]."""
        return np.sqrt(np.maximum(self.products.diagonal(), 0.0))

    @property
    def norm(self) -> Interval:
        """The mean of the norms."""
        return interval(self.norms.tolist())

    @property
    def mean_norm(self) -> float:
        """‖mean gᵢ‖: the norm of the meta-gradient that these tasks give together."""
        return float(np.sqrt(max(self.products.mean(), 0.0)))

    @cached_property
    def cosines(self) -> NDArray[np.float64]:
        """[N, N], from −1 to 1; NaN beside a gradient that is 0."""
        sizes = np.outer(self.norms, self.norms)
        known = np.where(sizes > 0, sizes, np.nan)
        return np.clip(self.products / known, -1.0, 1.0)

    @property
    def cosine(self) -> float:
        """The mean over all pairs of tasks; NaN where no pair has one."""
        pairs = self.cosines[np.triu_indices(len(self.products), 1)]
        known = pairs[np.isfinite(pairs)]
        return float(known.mean()) if len(known) else float("nan")

    @property
    def noise_scale(self) -> float:
        """Tasks in a meta-batch at which the noise of the meta-gradient is as large as it: tr Σ / ‖G‖².

        Both are estimated without bias; infinite where the tasks do not tell that there is any common direction.
        McCandlish et al. 2018, arXiv:1812.06162, eq. 2.9.
        """
        tasks = len(self.products)
        own = self.products.trace() / tasks
        common = (self.products.sum() - self.products.trace()) / (tasks * (tasks - 1))
        return float((own - common) / common) if common > 0 else float("inf")

    @cached_property
    def directions(self) -> Directions:
        """Principal components of the centred gradients, exact, from their products (Schölkopf et al. 1998).

        Of the two signs of each direction it is that in which the farthest task is positive.
        """
        means = self.products.mean(0)
        centred = self.products - means - means[:, None] + means.mean()
        values, vectors = np.linalg.eigh((centred + centred.T) / 2)
        values, vectors = np.maximum(values[::-1], 0.0), vectors[:, ::-1]
        many = min(MOST_DIRECTIONS, len(values) - 1, int((values > _NOTHING * values[0]).sum()))
        values, vectors, whole = values[:many], vectors[:, :many], values.sum()
        farthest = vectors[np.abs(vectors).argmax(0), np.arange(many)]
        places = vectors * np.where(farthest < 0, -1.0, 1.0) * np.sqrt(values)
        return Directions(places, values / whole if whole > 0 else values)

    def pairs(self) -> list[tuple[int, int, float]]:
        """Every pair of tasks by their places, with its cosine."""
        return [(i, j, float(self.cosines[i, j])) for i, j in combinations(range(len(self.products)), 2)]
