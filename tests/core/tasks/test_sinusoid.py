"""Sinusoid regression tasks."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from core.tasks.sinusoid import SinusoidSettings, SinusoidTasks

SPLITS = st.sampled_from(["train", "validation", "test"])


def source(seed: int = 0, shots: int = 10, queries: int = 15) -> SinusoidTasks:
    return SinusoidTasks(SinusoidSettings(shots=shots, queries=queries), seed)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 2**32 - 1), SPLITS, st.integers(0, 10**6), st.integers(1, 6))
def test_a_task_is_a_pure_function_of_seed_split_and_number(seed: int, split: str, start: int, tasks: int) -> None:
    together = source(seed).sample(split, range(start, start + tasks), noise=5)
    assert together.support_x.shape == (tasks, 10, 1)
    assert together.query_y.shape == (tasks, 15, 1)
    for place in range(tasks):
        alone = source(seed).sample(split, range(start + place, start + place + 1), noise=5)
        for whole, single in zip(together, alone, strict=True):
            assert (whole[place] == single[0]).all()


def test_points_lie_on_one_sine_wave_with_amplitude_and_phase_in_range() -> None:
    batch = source(shots=50, queries=50).sample("train", range(200))
    x = np.concatenate([batch.support_x, batch.query_x], axis=1)[..., 0].astype(np.float64)
    y = np.concatenate([batch.support_y, batch.query_y], axis=1)[..., 0].astype(np.float64)
    assert x.min() >= -5
    assert x.max() <= 5
    amplitudes = []
    for xs, ys in zip(x, y, strict=True):
        # A·sin(x − φ) = (A cos φ)·sin x − (A sin φ)·cos x: fitted by least squares, knowing nothing of the source
        (sine, cosine), *_ = np.linalg.lstsq(np.stack([np.sin(xs), -np.cos(xs)], axis=1), ys, rcond=None)
        np.testing.assert_allclose(sine * np.sin(xs) - cosine * np.cos(xs), ys, atol=1e-4)
        amplitudes.append(np.hypot(sine, cosine))
        assert -1e-4 <= np.arctan2(cosine, sine) <= np.pi + 1e-4
    assert 0.1 - 1e-4 <= min(amplitudes) < 0.5
    assert 4.6 < max(amplitudes) <= 5 + 1e-4
    assert abs(np.mean(amplitudes) - 2.55) < 4 * 4.9 / np.sqrt(12 * 200)


def test_the_wave_of_a_task_does_not_depend_on_how_many_points_are_drawn() -> None:
    few, many = source(shots=5, queries=5), source(shots=20, queries=30)
    for task in range(5):
        x, y = few.curve("test", task, 40)
        other_x, other_y = many.curve("test", task, 40)
        assert (x == other_x).all()
        assert (y == other_y).all()


def test_the_true_curve_is_the_wave_that_the_points_lie_on() -> None:
    tasks = source(shots=1000, queries=1)
    batch = tasks.sample("validation", range(7, 8))
    x, y = tasks.curve("validation", 7, 2001)
    at_points = np.interp(batch.support_x[0, :, 0], x[:, 0], y[:, 0])
    np.testing.assert_allclose(at_points, batch.support_y[0, :, 0], atol=1e-3)


def test_a_regression_task_has_one_output_and_no_classes() -> None:
    assert source().outputs == 1
    assert source().input_shape == (1,)
    assert source().classes == {"train": [], "validation": [], "test": []}
    with pytest.raises(ValidationError):
        SinusoidSettings(ways=5)
