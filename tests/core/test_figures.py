"""How results are written: two digits of the interval, and the result with as many decimals."""

import math

import pytest

from core.figures import NOTHING, difference, figure


@pytest.mark.parametrize(
    ("metric", "value", "half", "words"),
    [
        ("accuracy", 0.98709, 0.00421, "98.71 % ± 0.42"),
        ("accuracy", 0.98709, 0.0421, "98.7 % ± 4.2"),
        ("accuracy", 0.52, 0.123, "52 % ± 12"),
        ("accuracy", 0.99991, 0.000123, "99.99 % ± 0.01"),  # hundredths of a per cent are enough
        ("accuracy", 0.5, 0.00996, "50.0 % ± 1.0"),  # rounded to two digits first
        ("accuracy", 1.0, 0.0, "100.0 % ± 0.0"),  # every task alike
        ("accuracy", 0.2, None, "20.0 %"),
        ("mse", 0.35123, 0.0204, "0.351 ± 0.020"),
        ("mse", 0.0012345, 0.000021, "0.001234 ± 0.000021"),
        ("mse", 12.345, 1.5, "12.3 ± 1.5"),
        ("mse", 0.0012345, None, "0.00123"),
        ("mse", 1234.5, None, "1234"),
        ("mse", 0.0, None, "0"),
        ("accuracy", None, None, NOTHING),
        ("mse", math.inf, 0.1, NOTHING),
        ("mse", 0.35123, math.nan, "0.351"),
    ],
)
def test_a_result_has_the_digits_that_its_interval_deserves(metric, value, half, words):
    assert figure(metric, value, half) == words


def test_a_difference_has_its_sign_and_says_points():
    assert difference("accuracy", -0.3024, 0.004) == "−30.24 ± 0.40 points"
    assert difference("mse", 0.351, 0.02) == "+0.351 ± 0.020"
    assert difference("mse", math.nan, 0.02) == NOTHING
