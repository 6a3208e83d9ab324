"""Intervals and the paired t-test, held against published tables, closed forms and integrals."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.runs.statistics import apart, incomplete_beta, interval, paired, two_sided

# Critical values of Student's t, two-sided, as every textbook has them (Fisher and Yates 1963, table III).
TABLE = [
    (12.706, 1, 0.05),
    (63.657, 1, 0.01),
    (2.776, 4, 0.05),
    (4.604, 4, 0.01),
    (8.610, 4, 0.001),
    (2.228, 10, 0.05),
    (3.169, 10, 0.01),
    (1.812, 10, 0.10),
    (2.042, 30, 0.05),
    (2.000, 60, 0.05),
    (1.980, 120, 0.05),
    (3.373, 120, 0.001),
    (1.96, 1_000_000, 0.05),
]


@pytest.mark.parametrize(("t", "freedom", "p"), TABLE)
def test_p_values_are_those_of_the_tables(t: float, freedom: int, p: float) -> None:
    assert two_sided(t, freedom) == pytest.approx(p, rel=2e-3)
    assert two_sided(-t, freedom) == two_sided(t, freedom)


@given(st.floats(-50, 50))
def test_one_and_two_degrees_of_freedom_have_closed_forms(t: float) -> None:
    assert two_sided(t, 1) == pytest.approx(1 - 2 / math.pi * math.atan(abs(t)), abs=1e-12)
    assert two_sided(t, 2) == pytest.approx(1 - abs(t) / math.sqrt(2 + t * t), abs=1e-12)


@given(st.floats(0, 6), st.integers(1, 3000))
def test_p_is_what_is_left_of_the_density(t: float, freedom: int) -> None:
    log_scale = math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2) - 0.5 * math.log(freedom * math.pi)

    def density(at: float) -> float:
        return math.exp(log_scale - (freedom + 1) / 2 * math.log1p(at * at / freedom))

    pieces = 400  # Simpson's rule
    points = [density(t * place / pieces) for place in range(pieces + 1)]
    inside = t / pieces / 3 * (points[0] + points[-1] + 4 * sum(points[1:-1:2]) + 2 * sum(points[2:-1:2]))
    assert two_sided(t, freedom) == pytest.approx(1 - 2 * inside, abs=1e-8)


@given(st.integers(0, 1024), st.floats(0.1, 500), st.floats(0.1, 500))
def test_the_incomplete_beta_function_is_a_share_and_symmetric(parts: int, a: float, b: float) -> None:
    x = parts / 1024  # 1 − x has no rounding then
    value = incomplete_beta(x, a, b)
    assert -1e-12 <= value <= 1 + 1e-12
    assert value == pytest.approx(1 - incomplete_beta(1 - x, b, a), abs=1e-9)
    assert incomplete_beta(x, a, 1) == pytest.approx(x**a, rel=1e-9, abs=1e-300)


def test_a_paired_test_by_hand() -> None:
    # Differences 1, 2, 3, 4, 5: mean 3, s = √2.5, t = 3 / √(2.5/5) = 4.2426 with 4 degrees of freedom.
    found = paired([11.0, 22.0, 33.0, 44.0, 55.0], [10.0, 20.0, 30.0, 40.0, 50.0])
    assert found.mean == pytest.approx(3)
    assert found.t == pytest.approx(3 * math.sqrt(2))
    assert found.ci95 == pytest.approx(1.96 * math.sqrt(0.5))
    assert 0.01 < found.p < 0.05  # between the table's 2.776 and 4.604
    assert found.p == pytest.approx(0.013236, abs=1e-5)


def test_pairs_see_what_independent_samples_do_not() -> None:
    one, other = [10.1, 20.0, 30.2, 40.1], [10.0, 20.0, 30.0, 40.0]
    assert paired(one, other).ci95 < 0.1 < apart(one, other).ci95


def test_a_difference_that_is_always_the_same_has_no_t() -> None:
    same = paired([1.0, 2.0], [1.0, 2.0])
    assert (same.mean, same.ci95, same.t, same.p) == (0, 0, None, 1)
    always = paired([0.3, 0.5, 0.7], [0.1, 0.3, 0.5])
    assert (always.t, always.p) == (None, 0)
    assert always.mean == pytest.approx(0.2)


def test_a_task_without_a_finite_value_leaves_nothing_to_test() -> None:
    found = paired([1.0, math.inf, 3.0], [1.0, 2.0, 2.0])
    assert found.t is None
    assert math.isnan(found.mean)
    assert math.isnan(found.p)


def test_pairs_need_the_same_tasks() -> None:
    with pytest.raises(ValueError, match="shorter"):
        paired([1.0, 2.0, 3.0], [1.0, 2.0])


def test_the_interval_by_hand() -> None:
    found = interval([1.0, 2.0, 3.0, 4.0])
    assert (found.mean, found.ci95) == (2.5, pytest.approx(1.96 * math.sqrt(5 / 3) / 2))
    both = apart([1.0, 2.0, 3.0, 4.0], [1.0, 1.0, 3.0])
    assert both.mean == pytest.approx(2.5 - 5 / 3)
    assert both.ci95 == pytest.approx(1.96 * math.sqrt(5 / 3 / 4 + 4 / 3 / 3))
