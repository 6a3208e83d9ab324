"""Points of many dimensions in the plane: their principal components, and t-SNE, exact as in its paper. Pure numpy."""

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

ITERATIONS, WARM_ITERATIONS = 600, 150  # of t-SNE from a first layout, and from that of almost the same points
EXAGGERATION, EXAGGERATED = 4.0, 100  # attraction at first, and for how many iterations (section 3.4)
HEAVY_FROM = 250  # the iteration from which on momentum is the larger one (section 3.4)
BISECTIONS, LARGEST = 50, 30.0  # of the logarithm of a width, which lies in ±30 of that of the mean distance
SPREAD = 1e-4  # standard deviation of a first layout (section 3.4)


@dataclass(frozen=True)
class Principal:
    """The two directions along which points vary most, and how much of their variance that is."""

    mean: Numbers  # [D]
    axes: Numbers  # [2, D], of length 1; the second is 0 where the points lie on a line
    shares: tuple[float, float]  # of the whole variance, each between 0 and 1

    def of(self, points: Numbers) -> Numbers:
        """Points [..., D] in the plane, [..., 2]."""
        placed: Numbers = (points - self.mean) @ self.axes.T
        return placed


def principal(points: Numbers) -> Principal:
    """The first two principal components of points [N, D], exact. Their signs make each axis' largest number positive.

    Read from the smaller of the two matrices that have the same eigenvalues, [D, D] and [N, N].
    """
    mean = points.mean(0)
    centred = points - mean
    wide = centred.shape[1] > centred.shape[0]
    values, vectors = np.linalg.eigh(centred @ centred.T if wide else centred.T @ centred)
    values, vectors = np.maximum(values[::-1][:2], 0), vectors.T[::-1][:2]
    whole = float(np.square(centred).sum())
    axes = np.zeros((2, centred.shape[1]))
    for place, (value, vector) in enumerate(zip(values, vectors, strict=True)):
        if value > whole * 1e-15:
            along = vector @ centred if wide else vector
            along = along / np.linalg.norm(along)
            axes[place] = along * np.sign(along[np.abs(along).argmax()])
    first, second = (float(value) / whole if whole else 0.0 for value in (*values, 0.0)[:2])
    return Principal(mean, axes, (first, second))


def tsne(
    points: Numbers, perplexity: float, *, start: Numbers | None = None, warm: bool = False, seed: int = 0
) -> Generator[int, None, Numbers]:
    """Points [N, D] in the plane, [N, 2], so that neighbours stay neighbours   (van der Maaten and Hinton 2008).

    Yields how many iterations are done, now and then. The layout begins at random, by `seed`, or with `start`, which is
    made small; a `warm` start stays as it is and only follows points that have moved. The same arguments give the same
    layout. Raises ValueError for a perplexity that is not between 1 and N − 1.
    """
    joint = joint_affinities(points, perplexity)
    noise = np.random.default_rng(seed).normal(0.0, SPREAD, (len(points), 2))
    if warm and start is not None:
        placed = start.copy()
    elif start is not None:  # noise parts points that lie on each other, which nothing else would
        placed = start * (SPREAD / max(float(start.std()), 1e-300)) + noise / 100
    else:
        placed = noise
    rate = max(len(points) / EXAGGERATION, 10.0)  # grows with N, as each point's share of P falls with it
    velocity, gains = np.zeros_like(placed), np.ones_like(placed)
    iterations = WARM_ITERATIONS if warm else ITERATIONS
    for done in range(iterations):
        if done % 10 == 0:
            yield done
        early = done < EXAGGERATED and not warm
        slope = gradient(joint, placed, EXAGGERATION if early else 1.0)
        against = np.sign(slope) != np.sign(velocity)
        gains = np.maximum(np.where(against, gains + 0.2, gains * 0.8), 0.01)  # Jacobs 1988, as the paper has it
        heavy = 0.8 if warm or done >= HEAVY_FROM else 0.5
        velocity = heavy * velocity - rate * gains * slope
        placed = placed + velocity
    middled: Numbers = placed - placed.mean(0)
    return middled


def joint_affinities(points: Numbers, perplexity: float) -> Numbers:
    """P [N, N] of points [N, D], which adds up to 1: p_ij = (p_j|i + p_i|j) / 2N   (section 3.1)."""
    conditional = conditional_affinities(points, perplexity)
    return (conditional + conditional.T) / (2 * len(points))


def conditional_affinities(points: Numbers, perplexity: float) -> Numbers:
    """p_j|i [N, N] of points [N, D]: Gaussians around each point i, as wide as makes its row's perplexity so large.

    The perplexity of a row is two to its entropy in bits (section 2). Where more points than that lie at the very
    place of the nearest one, the row is spread over those. Raises ValueError where no width can do it.
    """
    if not 1 < perplexity < len(points) - 1:
        raise ValueError(f"a perplexity of {len(points)} points is between 1 and {len(points) - 1}, not {perplexity}")
    distances = squared_distances(points)
    np.fill_diagonal(distances, np.inf)
    distances -= distances.min(1, keepdims=True)
    np.fill_diagonal(distances, 0.0)
    distances /= np.maximum(distances.mean(1, keepdims=True), np.finfo(float).tiny)
    np.fill_diagonal(distances, np.inf)  # a point is no neighbour of its own

    def rows(width: Numbers) -> Numbers:
        weight = distances * -np.exp(-width)[:, None]
        np.exp(weight, out=weight)
        weight /= weight.sum(1, keepdims=True)
        return weight

    low, high = np.full(len(points), -LARGEST), np.full(len(points), LARGEST)
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        too_wide = entropy(rows(middle)) > np.log(perplexity)
        low, high = np.where(too_wide, low, middle), np.where(too_wide, middle, high)
    return rows((low + high) / 2)


def entropy(rows: Numbers) -> Numbers:
    """The entropy [N] of distributions [N, M], in natural units; 0 log 0 is 0."""
    found: Numbers = -(rows * np.log(np.where(rows > 0, rows, 1.0))).sum(1)
    return found


def divergence(joint: Numbers, placed: Numbers) -> float:
    """KL(P ‖ Q) of a layout [N, 2], where Q is by Student's t   (equations 2 and 4), in natural units."""
    kernel = _kernel(placed)
    found = np.maximum(kernel / kernel.sum(), np.finfo(float).tiny)
    return float((joint * np.log(np.where(joint > 0, joint, 1.0) / found)).sum())


def gradient(joint: Numbers, placed: Numbers, exaggeration: float = 1.0) -> Numbers:
    """Of the divergence by the layout, [N, 2]   (equation 5), with P taken so many times."""
    kernel = _kernel(placed)
    pull = joint * exaggeration
    pull -= kernel / kernel.sum()
    pull *= kernel
    slope: Numbers = 4 * (pull.sum(1)[:, None] * placed - pull @ placed)
    return slope


def _kernel(placed: Numbers) -> Numbers:
    """1 / (1 + ‖yᵢ − yⱼ‖²), and 0 for a point and itself."""
    kernel = squared_distances(placed)
    kernel += 1.0
    np.reciprocal(kernel, out=kernel)
    np.fill_diagonal(kernel, 0.0)
    return kernel


def squared_distances(points: Numbers) -> Numbers:
    """‖xᵢ − xⱼ‖² of points [N, D], as [N, N]; never below 0, and 0 for a point and itself."""
    centred = points - points.mean(0)  # what is far from 0 would lose its digits
    squares = np.square(centred).sum(1)
    distances: Numbers = centred @ (-2 * centred.T)
    distances += squares[:, None]
    distances += squares
    np.maximum(distances, 0.0, out=distances)
    np.fill_diagonal(distances, 0.0)
    return distances
