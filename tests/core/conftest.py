"""What the proofs of the engine share: small tasks of random numbers, small experiments, and a home of their own."""

import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from drawn import with_glyphs

from core import registry
from core.algorithms.objective import objective_for
from core.experiment import Experiment
from core.places import Places
from core.tasks.task import Task, TaskBatch, TaskFacts


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def places(tmp_path: Path, drawn_glyphs: Path) -> Places:
    return with_glyphs(Places(tmp_path, tmp_path / "runs", tmp_path / "data", tmp_path / "cache"), drawn_glyphs)


@pytest.fixture(scope="session")
def tiny() -> Callable[..., Experiment]:
    """A sinusoid experiment of a few iterations; keyword arguments are sections that change some of its settings."""

    def make(**sections: Any) -> Experiment:
        data: dict[str, Any] = {
            "dataset": {"kind": "sinusoid", "shots": 5, "queries": 5},
            "learner": {"kind": "mlp", "hidden": "8-8"},
            "algorithm": {"kind": "maml", "inner_lr": 0.01},
            "outer": {"iterations": 20, "meta_batch_size": 4},
            "evaluation": {"every": 10, "tasks": 8, "test_tasks": 8},
            "compute": {"device": "cpu", "checkpoint_every": 10, "mapping": "vectorised"},
        }
        for name, changes in sections.items():
            data[name] = {**data.get(name, {}), **changes} if isinstance(changes, dict) else changes
        return Experiment.from_dict(data)

    return make


@pytest.fixture(scope="session")
def draw_batch() -> Callable[..., TaskBatch]:
    """Tasks of random numbers: classification where `ways` is given, else regression."""

    def draw(
        tasks: int = 1, shape: tuple[int, ...] = (3,), ways: int | None = None, shots: int = 3, queries: int = 2,
        seed: int = 0, dtype: Any = None,
    ) -> TaskBatch:  # fmt: skip
        import torch

        dtype = dtype or torch.float32
        random = torch.Generator().manual_seed(seed)
        support, query = (ways or 1) * shots, (ways or 1) * queries

        def normal(*size: int) -> torch.Tensor:
            return torch.randn(tasks, *size, generator=random, dtype=dtype)

        noise = torch.rand(tasks, 64 * support, generator=random)
        if ways is None:
            empty = torch.empty((tasks, 0), dtype=torch.long)
            return TaskBatch(
                normal(support, *shape), normal(support, 1), normal(query, *shape), normal(query, 1), empty, noise
            )
        classes = torch.arange(ways).expand(tasks, -1)
        # Examples of one class lie around a point of their own, so that there is something to learn.
        centres = 2 * normal(ways, *shape)
        support_y = torch.arange(ways).repeat(shots).expand(tasks, -1)
        query_y = torch.arange(ways).repeat(queries).expand(tasks, -1)
        support_x = centres[:, support_y[0]] + 0.5 * normal(support, *shape)
        query_x = centres[:, query_y[0]] + 0.5 * normal(query, *shape)
        return TaskBatch(support_x, support_y, query_x, query_y, classes, noise)

    return draw


@pytest.fixture(scope="session")
def draw_task(draw_batch: Callable[..., TaskBatch]) -> Callable[..., Task]:
    return lambda **wishes: draw_batch(**wishes).task(0)


@pytest.fixture(scope="session")
def build() -> Callable[..., Any]:
    """An algorithm with its learner, from settings as dictionaries."""

    def make(
        algorithm: dict[str, Any], learner: dict[str, Any], shape: tuple[int, ...] = (3,), ways: int | None = None
    ) -> Any:
        of_algorithm, of_learner = registry.algorithms, registry.learners
        chosen = of_algorithm.settings(algorithm["kind"]).model_validate(algorithm)
        network = of_learner.settings(learner["kind"]).model_validate(learner)
        facts = TaskFacts(shape, ways or 1, training_classes=2 * (ways or 0))
        outputs = facts.outputs if chosen.has_head else None
        objective = objective_for("classification" if ways else "regression")
        return of_algorithm.of(chosen)(chosen, of_learner.of(network)(network, shape, outputs), objective, facts)

    return make


@pytest.fixture(scope="session")
def central_difference() -> Callable[..., float]:
    """The derivative of a function of flat parameters along a direction, by central differences in float64."""

    def measure(
        function: Callable[[dict[str, Any]], Any], params: dict[str, Any], along: dict[str, Any], h: float = 1e-6
    ) -> float:
        ahead = {name: params[name] + h * along[name] for name in params}
        behind = {name: params[name] - h * along[name] for name in params}
        difference = float(function(ahead)) - float(function(behind))
        assert math.isfinite(difference)
        return difference / (2 * h)

    return measure
