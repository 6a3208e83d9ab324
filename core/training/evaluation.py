"""Measuring on tasks that are never trained on: the same numbered tasks every time, step by step of the inner loop."""

import math
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.algorithms.algorithm import Algorithm
from core.experiment import Experiment
from core.lazy import torch
from core.learners.layers import Params
from core.tasks.task import Task, TaskBatch, TaskSource
from core.training.reports import Adaptation, EvaluationReport, Preparing
from core.training.scores import Metric

if TYPE_CHECKING:
    from torch import Tensor

STEPS_BEYOND = 5  # inner steps past the trained ones that the adaptation curve shows
SHOWN_TASKS, SHOWN_FUNCTIONS, GRID = 30, 6, 101
POPULATION_TASKS = 64  # training tasks whose pictures stand for the training classes in population statistics
_ELEMENTS_AT_ONCE = 2**18  # input numbers in one piece of an evaluation; more no longer fit a processor's cache
_Measured = tuple["Tensor", "Tensor", dict[str, "Tensor"]]  # the metric after each step, the loss, other metrics


@dataclass(frozen=True)
class Scores:
    """What was measured of each task."""

    per_step: "Tensor"  # [N, S + 1], float64: the metric after every inner step
    losses: "Tensor"  # [N], mean query loss after the evaluated steps
    metrics: "dict[str, Tensor]"  # by name, [N] each: other metrics after the evaluated steps


def evaluate(
    experiment: Experiment, algorithm: Algorithm, meta: Params, source: TaskSource, split: str, *,
    iteration: int, tasks: int, vectorised: bool,
) -> Generator[Preparing, None, EvaluationReport]:  # fmt: skip
    """Measure tasks 0 … `tasks`−1 of a split, telling how far it is; `best` of the result is False.

    The 95 % interval is 1.96 · s/√n over the tasks.
    """
    report, _ = yield from evaluate_tasks(
        experiment, algorithm, meta, source, split, home=source, iteration=iteration, tasks=range(tasks),
        beyond=STEPS_BEYOND, metrics=(), vectorised=vectorised,
    )  # fmt: skip
    return report


def evaluate_tasks(
    experiment: Experiment, algorithm: Algorithm, meta: Params, source: TaskSource, split: str, *,
    home: TaskSource, iteration: int, tasks: range, beyond: int, metrics: Sequence[Metric], vectorised: bool,
) -> Generator[Preparing, None, tuple[EvaluationReport, dict[str, list[float]]]]:  # fmt: skip
    """Measure some tasks of a source; returns the report, and of each of `metrics`, by name, its value for every task.

    `home` is where the run was trained, whose training classes give population statistics. The adaptation curve shows
    `beyond` steps past the trained ones.
    """
    begun = time.perf_counter()
    params = {**meta, **population_statistics(algorithm, meta, home)}
    evaluated = experiment.evaluation_steps
    steps = max(evaluated, algorithm.training_steps + beyond) if experiment.algorithm.has_inner_loop else 0
    scores = yield from _scores(algorithm, params, source, split, tasks, steps, evaluated, metrics, vectorised)
    mean, spread = _interval(scores.per_step)
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
        functions=_functions(algorithm, params, source, split, steps, tasks[:SHOWN_FUNCTIONS]),
    )
    report = EvaluationReport(
        split=split,
        iteration=iteration,
        metric=experiment.metric,
        before=float(mean[0]) if has_steps else None,
        after=float(mean[evaluated]),
        ci95=float(spread[evaluated]),
        tasks=len(tasks),
        loss=float(scores.losses.mean()),
        seconds=time.perf_counter() - begun,
        best=False,
        adaptation=adaptation,
        metrics={name: _named(values) for name, values in scores.metrics.items()} if metrics else None,
    )
    return report, {name: values.tolist() for name, values in scores.metrics.items()}


def population_statistics(algorithm: Algorithm, meta: Params, source: TaskSource) -> Params:
    """What the algorithm wants to know of the training classes, from examples of the first training tasks."""
    if type(algorithm).population is Algorithm.population and not algorithm.learner.uses_population:
        return {}
    ways, shots, _ = source.settings.shape("train")
    batch = source.sample("train", range(max(1, POPULATION_TASKS * 5 // (ways * shots))))
    with torch.no_grad():
        return algorithm.population(meta, batch.support_x.flatten(0, 1))


def _scores(
    algorithm: Algorithm, params: Params, source: TaskSource, split: str, tasks: range, steps: int, evaluated: int,
    metrics: Sequence[Metric], vectorised: bool,
) -> Generator[Preparing, None, Scores]:  # fmt: skip
    def measure(task: Task) -> "_Measured":
        scores = []
        predicted = algorithm.predictor(params, task.support, task.query_x)
        for step, adapted in enumerate(algorithm.adapt(params, task.support, steps)):
            outputs = predicted(adapted)
            scores.append(algorithm.objective.score(outputs, task.query_y))
            if step == evaluated:
                loss = algorithm.objective.loss(outputs, task.query_y)
                more = {metric.name: metric.of(outputs, task.query_y) for metric in metrics}
        return torch.stack(scores), loss, more

    ways, shots, queries = source.settings.shape(split)
    examples = ways * (shots + queries)
    at_once = max(1, min(256, _ELEMENTS_AT_ONCE // (examples * math.prod(source.input_shape))))
    pieces: list[_Measured] = []
    for start in range(0, len(tasks), at_once):
        yield Preparing(f"Measuring {split} tasks", start, len(tasks), "tasks")
        batch = source.sample(split, tasks[start : start + at_once], algorithm.noise_size(ways * shots))
        with torch.no_grad():
            pieces.append(torch.func.vmap(measure)(Task(*batch)) if vectorised else _one_by_one(measure, batch))
    per_step, losses, more = _joined(pieces, torch.cat)
    return Scores(per_step.double().cpu(), losses.double().cpu(), {n: v.double().cpu() for n, v in more.items()})


def _one_by_one(measure: "Callable[[Task], _Measured]", batch: TaskBatch) -> "_Measured":
    return _joined([measure(batch.task(place)) for place in range(batch.tasks)], torch.stack)


def _joined(parts: "list[_Measured]", join: "Callable[[list[Tensor]], Tensor]") -> "_Measured":
    """What was measured of several tasks, or pieces, as one."""
    per_step, losses, more = zip(*parts, strict=True)
    return join(list(per_step)), join(list(losses)), {name: join([part[name] for part in more]) for name in more[0]}


def _interval(values: "Tensor") -> "tuple[Tensor, Tensor]":
    """Mean and half width of the 95 % interval over the tasks, the first dimension."""
    return values.mean(0), values.std(0) * (1.96 / math.sqrt(len(values)))


def _named(values: "Tensor") -> dict[str, float]:
    mean, spread = _interval(values)
    return {"mean": float(mean), "ci95": float(spread)}


def _functions(
    algorithm: Algorithm, params: Params, source: TaskSource, split: str, steps: int, tasks: range
) -> list[dict[str, Any]]:
    """For regression: support points, true curve, and the prediction after each step, of the first tasks."""
    found = []
    for number in tasks:
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
