"""Smoothing and thinning: equal to the plain definition, whole or in pieces, and never losing a peak."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from hypothesis.extra.numpy import arrays

from core.runs.metrics import Metrics
from workbench.views.curves import ROWS, Growing, Smoother, Track, evaluated, smooth, thin, thin_band

NUMBERS = some.floats(-1e6, 1e6) | some.just(float("nan"))
COLUMNS = some.integers(0, 400).flatmap(lambda size: arrays(float, size, elements=NUMBERS))
WEIGHTS = some.sampled_from([0.0, 0.1, 0.5, 0.9, 0.99, 0.999])


def smooth_by_definition(values, weight):
    total, count, smoothed = 0.0, 0, []
    for value in values:
        if not np.isfinite(value):
            smoothed.append(np.nan)
            continue
        count += 1
        total = weight * total + (1 - weight) * value
        smoothed.append(total / (1 - weight**count))
    return np.array(smoothed)


def records(start, stop, **more):
    return [
        {"event": "iteration", "iteration": n, "loss": 1 / n, "seconds": n / 10, "tasks": 4 * n, **more}
        for n in range(start, stop)
    ]


@given(COLUMNS, WEIGHTS)
@settings(max_examples=60, deadline=None)
def test_smoothing_is_the_weighted_mean(values, weight):
    np.testing.assert_allclose(smooth(values, weight), smooth_by_definition(values, weight), rtol=1e-7, atol=1e-6)


@given(COLUMNS, WEIGHTS, some.lists(some.integers(0, 400), max_size=4))
@settings(max_examples=60, deadline=None)
def test_smoothing_in_pieces_is_smoothing_the_whole(values, weight, cuts):
    smoother = Smoother(weight)
    pieces = [smoother.extend(piece) for piece in np.split(values, sorted(min(cut, len(values)) for cut in cuts))]
    np.testing.assert_allclose(np.concatenate(pieces), smooth(values, weight), rtol=1e-7, atol=1e-6)


def test_smoothing_starts_at_the_first_value():
    assert smooth(np.array([5.0, 5.0, 5.0]), 0.999) == pytest.approx([5, 5, 5])


@pytest.mark.parametrize("weight", [-0.1, 1.0])
def test_impossible_weights_are_refused(weight):
    with pytest.raises(ValueError, match="below 1"):
        Smoother(weight)


@given(some.integers(1, 4000), some.integers(1, 200), some.integers(0, 2**32 - 1))
@settings(max_examples=60, deadline=None)
def test_thinning_keeps_every_peak(count, pixels, seed):
    random = np.random.default_rng(seed)
    x, y = np.arange(float(count)), random.normal(size=count)
    thin_x, thin_y = thin(x, y, -1.0, count, pixels)
    assert len(thin_x) <= 2 * pixels + 2
    assert (thin_y.min(), thin_y.max()) == (y.min(), y.max())
    assert thin_x[0] == x[0]
    assert np.all(np.diff(thin_x) >= 0)


@given(some.integers(3000, 60_000), some.floats(0, 1), some.floats(0, 1), some.integers(0, 99))
@settings(max_examples=40, deadline=None)
def test_thinning_by_blocks_shows_the_same_extremes(count, start, stop, seed):
    column = Growing()
    column.extend(np.random.default_rng(seed).normal(size=count))
    start, stop = sorted((start * count, stop * count))
    x, y = np.arange(float(count)), column.values
    plain, quick = thin(x, y, start, stop, 5), thin(x, y, start, stop, 5, column.extremes())
    assert (quick[1].min(), quick[1].max()) == (plain[1].min(), plain[1].max())
    assert np.all(np.diff(quick[0]) >= 0)
    assert quick[0][0] == plain[0][0]


def test_thinning_keeps_one_point_beyond_either_edge():
    x = np.arange(10.0)
    assert thin(x, x, 3.5, 5.5, 100)[0].tolist() == [3, 4, 5, 6]


def test_thinning_passes_over_missing_values():
    y = np.ones(1000)
    y[::2] = np.nan
    assert np.isfinite(thin(np.arange(1000.0), y, 0, 1000, 10)[1]).all()
    assert np.isnan(thin(np.arange(1000.0), np.full(1000, np.nan), 0, 1000, 10)[1]).all()


def test_a_thinned_band_covers_the_full_one():
    x, low = np.arange(1000.0), np.sin(np.arange(1000.0))
    _, lows, highs = thin_band(x, low, low + 1, 50)
    assert len(lows) == 50
    assert (lows.min(), highs.max()) == (low.min(), low.max() + 1)


def test_extremes_follow_growth_and_cuts():
    column = Growing()
    column.extend(np.arange(5.0 * ROWS))
    assert len(column.extremes()[0]) == 5
    column.cut(2 * ROWS + 3)
    column.extend(np.full(ROWS, -1.0))
    low, high = column.extremes()
    assert low.tolist() == [0, ROWS, -1]
    assert high.tolist() == [ROWS - 1, 2 * ROWS - 1, 2 * ROWS + 2]


def test_a_track_follows_a_live_run():
    metrics, track = Metrics("mse"), Track(0.9)
    assert not track.follow(metrics.iterations)
    for start in range(1, 100, 7):
        metrics.extend(records(start, start + 7))
        assert track.follow(metrics.iterations)
    np.testing.assert_allclose(track.smoothed("loss"), smooth(track.raw("loss"), 0.9))
    assert np.isnan(track.smoothed("accuracy")).all()
    assert track.raw("tasks").tolist() == (4 * track.raw("iteration")).tolist()


@pytest.mark.parametrize("at_once", [True, False])
def test_iterations_that_a_resumed_run_repeats_replace_the_earlier_ones(at_once):
    metrics, track = Metrics(), Track(0.5)
    metrics.extend(records(1, 31))
    if not at_once:
        track.follow(metrics.iterations)
    metrics.extend(records(21, 41, loss=7.0))
    track.follow(metrics.iterations)
    assert track.raw("iteration").tolist() == list(range(1, 41))
    assert track.raw("loss")[19:21].tolist() == [1 / 20, 7.0]
    np.testing.assert_allclose(track.smoothed("loss"), smooth(track.raw("loss"), 0.5))


def test_evaluations_are_placed_on_every_axis():
    metrics, track = Metrics(), Track()
    metrics.extend(records(1, 101))
    measured = {"event": "evaluation", "split": "validation", "metric": "accuracy", "after": 0.9, "seconds": 5.0}
    metrics.extend([{**measured, "iteration": iteration} for iteration in (50, 100, 50)])
    track.follow(metrics.iterations)
    assert evaluated(metrics.evaluations, track, "iteration")["x"].tolist() == [50, 100]
    assert evaluated(metrics.evaluations, track, "tasks")["x"].tolist() == [200, 400]
    assert evaluated(metrics.evaluations, track, "seconds")["x"].tolist() == [5, 5]


def test_a_million_points_keep_their_mean():
    """Smoothing with bias correction is a weighted mean, so a level stays where it is however long the curve."""
    values = np.full(1_000_000, 0.25)
    assert np.allclose(smooth(values, 0.99), 0.25)
    values[0] = 100.25
    expected = 0.25 + 100 * 0.99**2 * 0.01 / (1 - 0.99**3)  # what is left of the first of three points
    assert smooth(values, 0.99)[2] == pytest.approx(expected)
