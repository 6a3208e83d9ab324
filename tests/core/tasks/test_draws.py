"""Counter-based draws: pure functions of their counters, and evenly spread."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.tasks.draws import uniforms, without_replacement

SPLITS = st.sampled_from(["train", "validation", "test"])


@settings(deadline=None)
@given(st.integers(0, 2**32 - 1), SPLITS, st.integers(0, 10**9), st.integers(1, 12), st.integers(1, 23))
def test_a_task_has_the_same_numbers_alone_and_in_any_batch(
    seed: int, split: str, start: int, tasks: int, per_task: int
) -> None:
    together = uniforms(seed, split, range(start, start + tasks), per_task)
    alone = [uniforms(seed, split, range(task, task + 1), per_task)[0] for task in range(start, start + tasks)]
    assert together.shape == (tasks, per_task)
    np.testing.assert_array_equal(together, np.stack(alone))


def test_seed_split_purpose_and_task_each_change_the_numbers() -> None:
    drawn = [
        uniforms(0, "train", range(0, 1), 8),
        uniforms(1, "train", range(0, 1), 8),
        uniforms(0, "validation", range(0, 1), 8),
        uniforms(0, "test", range(0, 1), 8),
        uniforms(0, "train", range(0, 1), 8, purpose=1),
        uniforms(0, "train", range(1, 2), 8),
    ]
    assert len({numbers.tobytes() for numbers in drawn}) == len(drawn)


def test_numbers_are_uniform_and_neighbouring_tasks_are_unrelated() -> None:
    numbers = uniforms(3, "train", range(20_000), 3)
    assert numbers.min() >= 0
    assert numbers.max() < 1
    counts = np.histogram(numbers, bins=20, range=(0, 1))[0]
    expected = numbers.size / 20
    assert ((counts - expected) ** 2 / expected).sum() < 43.8  # chi-squared, 19 degrees of freedom, 0.1 %
    neighbours = np.corrcoef(numbers[:-1, 0], numbers[1:, 0])[0, 1]
    assert abs(neighbours) < 4 / np.sqrt(len(numbers))


def test_no_numbers_asked_for_gives_none() -> None:
    assert uniforms(0, "train", range(5), 0).shape == (5, 0)


@pytest.mark.parametrize("tasks", [range(0, 10, 2), range(-1, 3)])
def test_tasks_must_be_a_run_of_numbers_from_zero(tasks: range) -> None:
    with pytest.raises(ValueError, match="tasks are numbered"):
        uniforms(0, "train", tasks, 4)


def test_an_unknown_split_is_refused() -> None:
    with pytest.raises(KeyError, match="holdout"):
        uniforms(0, "holdout", range(1), 4)


@settings(deadline=None)
@given(st.integers(0, 2**32 - 1), st.lists(st.integers(4, 30), min_size=1, max_size=6))
def test_each_row_is_distinct_and_within_its_own_size(seed: int, sizes: list[int]) -> None:
    numbers = uniforms(seed, "train", range(len(sizes)), 4)
    drawn = without_replacement(numbers, np.array(sizes))
    for row, size in zip(drawn, sizes, strict=True):
        assert len(set(row.tolist())) == 4
        assert row.min() >= 0
        assert row.max() < size


def test_every_ordered_choice_is_equally_likely() -> None:
    drawn = without_replacement(uniforms(11, "train", range(24_000), 3), np.full(24_000, 4))
    counts = dict.fromkeys(permutations(range(4), 3), 0)
    for row in drawn.tolist():
        counts[tuple(row)] += 1
    assert len(counts) == 24
    assert sum((count - 1000) ** 2 / 1000 for count in counts.values()) < 49.7  # 23 degrees of freedom, 0.1 %


def test_the_whole_pool_is_a_permutation() -> None:
    drawn = without_replacement(uniforms(5, "test", range(50), 7), np.full(50, 7))
    np.testing.assert_array_equal(np.sort(drawn, axis=1), np.tile(np.arange(7), (50, 1)))
