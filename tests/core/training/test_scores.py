"""The metrics of a task, held against confusion matrices worked out by hand and against plain loops."""

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from core.algorithms.objective import objective_for
from core.training.scores import BINS, METRICS, accuracy, ece, f1, mse, precision, recall


def taken_for(*classes: int, ways: int) -> Tensor:
    """Outputs that take each query for the class given here."""
    return torch.eye(ways, dtype=torch.float64)[list(classes)]


# Rows are the true class, columns the class that it is taken for:  [[2, 1, 0], [0, 1, 2], [0, 0, 3]]
TARGETS = torch.tensor([0, 0, 0, 1, 1, 1, 2, 2, 2])
OUTPUTS = taken_for(0, 0, 1, 1, 2, 2, 2, 2, 2, ways=3)


def test_a_confusion_matrix_by_hand() -> None:
    assert float(accuracy(OUTPUTS, TARGETS)) == pytest.approx(6 / 9)
    assert float(precision(OUTPUTS, TARGETS)) == pytest.approx((2 / 2 + 1 / 2 + 3 / 5) / 3)
    assert float(recall(OUTPUTS, TARGETS)) == pytest.approx((2 / 3 + 1 / 3 + 3 / 3) / 3)
    assert float(f1(OUTPUTS, TARGETS)) == pytest.approx((4 / 5 + 2 / 5 + 6 / 8) / 3)


def test_a_class_that_nothing_is_taken_for_has_precision_0() -> None:
    outputs, targets = taken_for(0, 0, 0, 0, ways=2), torch.tensor([0, 0, 1, 1])
    assert float(precision(outputs, targets)) == pytest.approx((2 / 4 + 0) / 2)
    assert float(recall(outputs, targets)) == pytest.approx((1 + 0) / 2)
    assert float(f1(outputs, targets)) == pytest.approx((4 / 6 + 0) / 2)


def test_the_squared_error_by_hand() -> None:
    assert float(mse(torch.tensor([[1.0], [2.0]]), torch.tensor([[0.0], [4.0]]))) == pytest.approx((1 + 4) / 2)


def confident(*probabilities: float) -> Tensor:
    """Outputs of two classes that give class 0 these probabilities."""
    return torch.tensor([[math.log(p), math.log(1 - p)] for p in probabilities], dtype=torch.float64)


def test_the_calibration_error_by_hand() -> None:
    # Confidences 0.62 and 0.65 share bin 10 (0.6, 0.667]; 0.9 is alone in bin 14 (0.867, 0.933].
    outputs, targets = confident(0.62, 0.65, 0.9), torch.tensor([0, 1, 0])
    by_hand = 2 / 3 * abs(1 / 2 - (0.62 + 0.65) / 2) + 1 / 3 * abs(1 - 0.9)
    assert float(ece(outputs, targets)) == pytest.approx(by_hand)
    # What errs in both directions within one bin cancels; in two bins it does not.
    assert float(ece(confident(0.75, 0.75, 0.75, 0.75), torch.tensor([0, 0, 0, 1]))) == pytest.approx(0)


def test_certainty_is_calibrated_where_it_is_right() -> None:
    certain = 1000 * torch.eye(4)
    assert float(ece(certain, torch.arange(4))) == 0
    assert float(ece(certain, torch.tensor([1, 2, 3, 0]))) == 1


@st.composite
def tasks(draw: st.DrawFn) -> tuple[Tensor, Tensor]:
    ways, queries = draw(st.integers(2, 6)), draw(st.integers(1, 20))
    random = torch.Generator().manual_seed(draw(st.integers(0, 2**32 - 1)))
    outputs = draw(st.sampled_from([0.1, 1.0, 10.0])) * torch.randn(queries, ways, generator=random).double()
    return outputs, torch.randint(ways, (queries,), generator=random)


@given(tasks())
def test_every_metric_of_classification_is_what_plain_loops_give(task: tuple[Tensor, Tensor]) -> None:
    outputs, targets = task
    rows, truths = outputs.tolist(), targets.tolist()
    guesses = [row.index(max(row)) for row in rows]
    pairs = list(zip(guesses, truths, strict=True))
    of_class = []
    for number in range(len(rows[0])):
        hits = sum(guess == truth == number for guess, truth in pairs)
        taken, given_ = guesses.count(number), truths.count(number)
        of_class.append(
            (
                hits / taken if taken else 0.0,
                hits / given_ if given_ else 0.0,
                2 * hits / (taken + given_) if taken + given_ else 0.0,
            )
        )
    expected = [sum(column) / len(of_class) for column in zip(*of_class, strict=True)]
    for function, value in zip((precision, recall, f1), expected, strict=True):
        assert float(function(outputs, targets)) == pytest.approx(value)
    assert float(accuracy(outputs, targets)) == pytest.approx(sum(g == t for g, t in pairs) / len(pairs))
    gap = 0.0
    confidences = [1 / sum(math.exp(value - max(row)) for value in row) for row in rows]
    for place in range(BINS):
        inside = [n for n, c in enumerate(confidences) if place / BINS < c <= (place + 1) / BINS]
        if inside:
            right = sum(guesses[n] == truths[n] for n in inside) / len(inside)
            gap += len(inside) / len(rows) * abs(right - sum(confidences[n] for n in inside) / len(inside))
    assert float(ece(outputs, targets)) == pytest.approx(gap, abs=1e-9)


@pytest.mark.parametrize("tasks_are", ["classification", "regression"])
def test_all_tasks_at_once_are_one_after_another(tasks_are: str) -> None:
    random = torch.Generator().manual_seed(0)
    if tasks_are == "classification":
        outputs, targets = torch.randn(7, 12, 4, generator=random), torch.randint(4, (7, 12), generator=random)
    else:
        outputs, targets = torch.randn(7, 12, 1, generator=random), torch.randn(7, 12, 1, generator=random)
    for metric in METRICS[tasks_are]:
        alone = torch.stack([metric.of(*pair) for pair in zip(outputs, targets, strict=True)])
        assert alone.shape == (7,)
        torch.testing.assert_close(torch.func.vmap(metric.of)(outputs, targets), alone)


@pytest.mark.parametrize("tasks_are", ["classification", "regression"])
def test_the_first_metric_is_the_one_that_evaluation_reports(tasks_are: str) -> None:
    objective, metric = objective_for(tasks_are), METRICS[tasks_are][0]
    outputs = OUTPUTS if tasks_are == "classification" else OUTPUTS[:, :1]
    targets = TARGETS if tasks_are == "classification" else TARGETS[:, None].double()
    assert (metric.name, metric.higher_is_better) == (objective.metric, objective.higher_is_better)
    assert float(metric.of(outputs, targets)) == pytest.approx(float(objective.score(outputs, targets)))
