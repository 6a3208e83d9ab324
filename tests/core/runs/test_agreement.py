"""How gradients lie to each other, from their products alone: against numpy on the gradients themselves."""

import math

import numpy as np
import pytest

from core.runs.agreement import MOST_DIRECTIONS, Agreement


def agreement(rows: np.ndarray) -> Agreement:
    return Agreement(rows @ rows.T, rows.shape[1])


@pytest.fixture(params=[(5, 3), (6, 40), (30, 12)], ids=["few numbers", "few tasks", "many tasks"])
def rows(request: pytest.FixtureRequest) -> np.ndarray:
    tasks, numbers = request.param
    random = np.random.default_rng(tasks)
    return random.normal(size=(tasks, numbers)) * np.linspace(3, 0.2, numbers) + random.normal(size=numbers)


def test_norms_and_cosines(rows: np.ndarray) -> None:
    found = agreement(rows)
    norms = [math.sqrt(sum(value**2 for value in row)) for row in rows]
    assert found.norms == pytest.approx(norms)
    assert found.norm.mean == pytest.approx(np.mean(norms))
    assert found.norm.ci95 == pytest.approx(1.96 * np.std(norms, ddof=1) / math.sqrt(len(norms)))
    assert found.mean_norm == pytest.approx(np.linalg.norm(rows.mean(0)))
    pairs = []
    for i, one in enumerate(rows):
        for j, other in enumerate(rows):
            cosine = sum(one * other) / (norms[i] * norms[j])
            assert found.cosines[i, j] == pytest.approx(cosine)
            if i < j:
                pairs.append(cosine)
                assert (i, j, pytest.approx(cosine)) in found.pairs()
    assert found.cosine == pytest.approx(np.mean(pairs))
    assert len(found.pairs()) == len(pairs)


def test_directions_are_those_of_a_singular_value_decomposition(rows: np.ndarray) -> None:
    centred = rows - rows.mean(0)
    left, sizes, _ = np.linalg.svd(centred, full_matrices=False)
    found = agreement(rows).directions
    many = min(MOST_DIRECTIONS, len(rows) - 1, rows.shape[1])
    assert found.places.shape == (len(rows), many)
    assert found.shares == pytest.approx(sizes[:many] ** 2 / (sizes**2).sum())
    for place in range(many):
        mine, theirs = found.places[:, place], left[:, place] * sizes[place]
        theirs = theirs if theirs[np.abs(theirs).argmax()] > 0 else -theirs
        assert mine == pytest.approx(theirs, abs=1e-7)


def test_tasks_that_are_all_alike_have_no_directions() -> None:
    found = agreement(np.ones((4, 3)))
    assert found.directions.places.shape == (4, 0)
    assert found.cosine == pytest.approx(1)
    assert found.noise_scale == pytest.approx(0, abs=1e-12)


def test_a_gradient_of_nothing_has_no_cosine() -> None:
    found = agreement(np.array([[1.0, 0.0], [0.0, 0.0], [1.0, 1.0]]))
    assert np.isnan(found.cosines[1]).all()
    assert found.cosine == pytest.approx(math.sqrt(0.5))  # of the one pair that has any
    assert math.isnan(agreement(np.zeros((3, 2))).cosine)


def test_the_noise_scale_is_that_of_the_tasks_drawn() -> None:
    """Gradients G + noise of variance σ² in each of D numbers have tr Σ / ‖G‖² = D σ² / ‖G‖²."""
    random, common = np.random.default_rng(0), np.array([0.5, 0.0, -0.5, 1.0])
    rows = common + 2.0 * random.normal(size=(4000, 4))
    assert agreement(rows).noise_scale == pytest.approx(4 * 4.0 / 1.5, rel=0.1)
    opposed = np.array([[1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.0, -1.0]])
    assert agreement(opposed).noise_scale == math.inf
