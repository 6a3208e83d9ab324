"""Measuring on tasks that are never trained on: the same numbered tasks every time, step by step of the inner loop."""

import math
import time
from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.algorithms.algorithm import Algorithm
from core.experiment import Experiment
from core.lazy import torch
from core.learners.layers import Params
from core.tasks.task import Task, TaskBatch, TaskSource
from core.training.reports import Adaptation, EvaluationReport, Preparing

if TYPE_CHECKING:
    from torch import Tensor

STEPS_BEYOND = 5  # inner steps past the trained ones that the adaptation curve shows
SHOWN_TASKS, SHOWN_FUNCTIONS, GRID = 30, 6, 101
POPULATION_TASKS = 64  # training tasks whose pictures stand for the training classes in population statistics
_ELEMENTS_AT_ONCE = 2**18  # input numbers in one piece of an evaluation; more no longer fit a processor's cache


@dataclass(frozen=True)
class Scores:
    """The metric of every task after every inner step."""

    per_step: "Tensor"  # [N, S + 1], float64
    losses: "Tensor"  # [N], mean query loss after the evaluated steps


def evaluate(
    experiment: Experiment, algorithm: Algorithm, meta: Params, source: TaskSource, split: str, *,
    iteration: int, tasks: int, vectorised: bool,
) -> Generator[Preparing, None, EvaluationReport]:  # fmt: skip
    """Measure tasks 0 … `tasks`−1 of a split, telling how far it is; `best` of the result is False.

    The 95 % interval is 1.96 · s/√n over the tasks.
    """
    begun = time.perf_counter()
    params = {**meta, **population_statistics(algorithm, meta, source)}
    evaluated = experiment.evaluation_steps
    steps = max(evaluated, algorithm.training_steps + STEPS_BEYOND) if experiment.algorithm.has_inner_loop else 0
    scores = yield from _scores(algorithm, params, source, split, tasks, steps, evaluated, vectorised)
    count = math.sqrt(tasks)
    mean, spread = scores.per_step.mean(0), scores.per_step.std(0) * (1.96 / count)
    has_steps = len(mean) > 1
    adaptation = Adaptation(
        iteration=iteration,
        split=split,
        metric=experiment.metric,
        trained_steps=algorithm.training_steps,
        evaluated_steps=evaluated,
        mean=mean.tolist(),
        ci95=spread.tolist(),
        tasks=scores.per_step[:SHOWN_TASKS].tolist(),
        functions=_functions(algorithm, params, source, split, steps, min(tasks, SHOWN_FUNCTIONS)),
    )
    return EvaluationReport(
        split=split,
        iteration=iteration,
        metric=experiment.metric,
        before=float(mean[0]) if has_steps else None,
        after=float(mean[evaluated]),
        ci95=float(spread[evaluated]),
        tasks=tasks,
        loss=float(scores.losses.mean()),
        seconds=time.perf_counter() - begun,
        best=False,
        adaptation=adaptation,
    )


def population_statistics(algorithm: Algorithm, meta: Params, source: TaskSource) -> Params:
    """What the algorithm wants to know of the training classes, from examples of the first training tasks."""
    if type(algorithm).population is Algorithm.population and not algorithm.learner.uses_population:
        return {}
    ways, shots, _ = source.settings.shape("train")
    batch = source.sample("train", range(max(1, POPULATION_TASKS * 5 // (ways * shots))))
    with torch.no_grad():
        return algorithm.population(meta, batch.support_x.flatten(0, 1))


def _scores(
    algorithm: Algorithm, params: Params, source: TaskSource, split: str, tasks: int, steps: int, evaluated: int,
    vectorised: bool,
) -> Generator[Preparing, None, Scores]:  # fmt: skip
    def measure(task: Task) -> "tuple[Tensor, Tensor]":
        scores = []
        loss = None
        predicted = algorithm.predictor(params, task.support, task.query_x)
        for step, adapted in enumerate(algorithm.adapt(params, task.support, steps)):
            outputs = predicted(adapted)
            scores.append(algorithm.objective.score(outputs, task.query_y))
            if step == evaluated:
                loss = algorithm.objective.loss(outputs, task.query_y)
        assert loss is not None
        return torch.stack(scores), loss

    ways, shots, queries = source.settings.shape(split)
    examples = ways * (shots + queries)
    at_once = max(1, min(256, _ELEMENTS_AT_ONCE // (examples * math.prod(source.input_shape))))
    pieces, losses = [], []
    for start in range(0, tasks, at_once):
        yield Preparing(f"Measuring {split} tasks", start, tasks, "tasks")
        batch = source.sample(split, range(start, min(start + at_once, tasks)), algorithm.noise_size(ways * shots))
        with torch.no_grad():
            piece, loss = torch.func.vmap(measure)(Task(*batch)) if vectorised else _one_by_one(measure, batch)
        pieces.append(piece.double().cpu())
        losses.append(loss.double().cpu())
    return Scores(torch.cat(pieces), torch.cat(losses))


def _one_by_one(measure: Any, batch: TaskBatch) -> "tuple[Tensor, Tensor]":
    results = [measure(batch.task(place)) for place in range(batch.tasks)]
    return torch.stack([scores for scores, _ in results]), torch.stack([loss for _, loss in results])


def _functions(
    algorithm: Algorithm, params: Params, source: TaskSource, split: str, steps: int, count: int
) -> list[dict[str, Any]]:
    """For regression: support points, true curve, and the prediction after each step, of the first tasks."""
    found = []
    for number in range(count):
        curve = source.curve(split, number, GRID)
        if curve is None:
            return []
        x, truth = curve
        noise = algorithm.noise_size(source.settings.shape(split)[1])
        support = source.sample(split, range(number, number + 1), noise).task(0).support
        with torch.no_grad():
            states = algorithm.adapt(params, support, steps)
            predictions = [algorithm.predict(state, support, x) for state in states]
        found.append(
            {
                "task": number,
                "support_x": support.x.flatten().tolist(),
                "support_y": support.y.flatten().tolist(),
                "x": x.flatten().tolist(),
                "truth": truth.flatten().tolist(),
                "steps": [prediction.flatten().tolist() for prediction in predictions],
            }
        )
    return found
