"""Points in the plane: components against a singular value decomposition, t-SNE against its definitions."""

from itertools import combinations

import numpy as np
import pytest
from trained import whole

from core.runs.projection import (
    ITERATIONS,
    Numbers,
    conditional_affinities,
    divergence,
    gradient,
    joint_affinities,
    principal,
    squared_distances,
    tsne,
)


def clouds(many: int, each: int, width: int = 12, apart: float = 8.0) -> Numbers:
    """Gaussian clouds around corners of a simplex, [many · each, width]."""
    random = np.random.default_rng(3)
    return np.repeat(apart * np.eye(width)[:many], each, 0) + random.normal(0, 1, (many * each, width))


# -- principal components --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", [(40, 6), (9, 30), (3, 2)])
def test_components_are_those_of_a_singular_value_decomposition(shape: tuple[int, int]) -> None:
    points = np.random.default_rng(0).normal(2, 1, shape) * np.arange(1, shape[1] + 1)
    found = principal(points)
    centred = points - points.mean(0)
    _, sizes, rows = np.linalg.svd(centred, full_matrices=False)
    assert found.shares == pytest.approx(tuple((sizes**2 / (sizes**2).sum())[:2]))
    for mine, row in zip(found.axes, rows, strict=False):
        assert np.abs(mine @ row) == pytest.approx(1)
        assert mine[np.abs(mine).argmax()] > 0
    placed = found.of(points)
    assert placed.var(0) / points.var(0).sum() == pytest.approx(np.array(found.shares))
    np.testing.assert_allclose(placed.mean(0), 0, atol=1e-9)


@pytest.mark.parametrize("width", [1, 5])
def test_points_on_a_line_have_one_component(width: int) -> None:
    along = np.linspace(-1, 2, 7)
    found = principal(along[:, None] * np.arange(1, width + 1))
    assert found.shares == pytest.approx((1, 0), abs=1e-12)
    placed = found.of(along[:, None] * np.arange(1, width + 1))
    np.testing.assert_allclose(placed[:, 0], (along - along.mean()) * np.linalg.norm(np.arange(1, width + 1)))
    np.testing.assert_allclose(placed[:, 1], 0)


def test_points_that_are_all_the_same_have_none() -> None:
    found = principal(np.full((4, 3), 7.0))
    assert found.shares == (0, 0)
    assert (found.of(np.full((4, 3), 7.0)) == 0).all()


# -- t-SNE -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("perplexity", [2, 7.5, 15])
def test_every_neighbourhood_is_as_large_as_was_asked(perplexity: float) -> None:
    points = clouds(3, 17) * 1e-3
    rows = conditional_affinities(points, perplexity)
    assert rows.sum(1) == pytest.approx(1)
    assert (np.diag(rows) == 0).all()
    bits = -(rows * np.log2(np.where(rows > 0, rows, 1))).sum(1)
    assert 2**bits == pytest.approx(perplexity)
    # Each row is a Gaussian: the logarithm falls with the squared distance along a straight line.
    distances = ((points[:, None] - points[None]) ** 2).sum(-1)
    others = [place for place in range(1, len(points)) if rows[0, place] > 1e-200]
    slope, middle = np.polyfit(distances[0, others], np.log(rows[0, others]), 1)
    np.testing.assert_allclose(slope * distances[0, others] + middle, np.log(rows[0, others]), atol=1e-6)
    joint = joint_affinities(points, perplexity)
    assert joint.sum() == pytest.approx(1)
    np.testing.assert_array_equal(joint, joint.T)


def test_the_divergence_is_its_definition_and_the_gradient_its_derivative() -> None:
    joint = joint_affinities(clouds(2, 5), 3)
    placed = np.random.default_rng(1).normal(0, 1, (10, 2))
    kernel = {(i, j): 1 / (1 + ((placed[i] - placed[j]) ** 2).sum()) for i in range(10) for j in range(10) if i != j}
    whole_of_it = sum(kernel.values())
    terms = [joint[pair] * np.log(joint[pair] / (value / whole_of_it)) for pair, value in kernel.items()]
    assert divergence(joint, placed) == pytest.approx(sum(terms))
    slope, step = gradient(joint, placed), 1e-6
    for place in np.ndindex(placed.shape):
        moved = np.zeros_like(placed)
        moved[place] = step
        difference = divergence(joint, placed + moved) - divergence(joint, placed - moved)
        assert slope[place] == pytest.approx(difference / (2 * step), abs=1e-7)


def test_clouds_stay_apart_and_the_divergence_falls() -> None:
    points = clouds(4, 15)
    joint = joint_affinities(points, 10)
    start = np.random.default_rng(0).normal(0, 1e-4, (60, 2))
    placed = whole(tsne(points, 10))
    assert divergence(joint, placed) < 0.3 * divergence(joint, start)
    groups = placed.reshape(4, 15, 2)
    middles = groups.mean(1)
    widest = max(np.linalg.norm(group - middle, axis=1).max() for group, middle in zip(groups, middles, strict=True))
    assert min(np.linalg.norm(a - b) for a, b in combinations(middles, 2)) > 2.5 * widest
    nearest = squared_distances(placed) + np.diag(np.full(60, np.inf))
    assert (nearest.argmin(1) // 15 == np.arange(60) // 15).all()


def test_the_same_arguments_give_the_same_layout() -> None:
    points = clouds(2, 10)
    one, same, other = (whole(tsne(points, 5, seed=seed)) for seed in (0, 0, 1))
    np.testing.assert_array_equal(one, same)
    assert not np.allclose(one, other)
    told = list(tsne(points, 5))
    assert told[0] == 0
    assert told == sorted(told)
    assert told[-1] < ITERATIONS


def test_a_warm_start_follows_points_that_moved() -> None:
    points = clouds(3, 12)
    before = whole(tsne(points, 8))
    moved = points + np.random.default_rng(5).normal(0, 0.05, points.shape)
    after = whole(tsne(moved, 8, start=before, warm=True))
    size = np.linalg.norm(before, axis=1).max()
    assert np.linalg.norm(after - before, axis=1).max() < 0.25 * size
    assert divergence(joint_affinities(moved, 8), after) < 1.1 * divergence(joint_affinities(points, 8), before)


def test_points_on_top_of_each_other_are_laid_out() -> None:
    points = np.repeat(clouds(3, 3), 4, 0)
    placed = whole(tsne(points, 3))
    assert np.isfinite(placed).all()
    assert placed.std() > 1


@pytest.mark.parametrize("perplexity", [1, 9, 50])
def test_a_perplexity_that_cannot_be_is_refused(perplexity: float) -> None:
    with pytest.raises(ValueError, match=f"between 1 and 9, not {perplexity}"):
        conditional_affinities(clouds(2, 5), perplexity)
