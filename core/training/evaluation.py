"""Measuring on tasks that are never trained on: the same numbered tasks every time, step by step of the inner loop."""

import math
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core import memory
from core.algorithms.algorithm import Algorithm
from core.experiment import Experiment
from core.lazy import torch
from core.learners.layers import Params
from core.tasks.task import Task, TaskBatch, TaskSource
from core.training.reports import Adaptation, EvaluationReport, Preparing, Warned
from core.training.scores import BY_NAME, Metric

if TYPE_CHECKING:
    from torch import Tensor

    from core.training.workers import Workers

STEPS_BEYOND = 5  # inner steps past the trained ones that the adaptation curve shows
SHOWN_TASKS, SHOWN_FUNCTIONS, GRID = 30, 6, 101
POPULATION_TASKS = 64  # training tasks whose pictures stand for the training classes in population statistics
_ELEMENTS_AT_ONCE = 2**18  # input numbers in one piece of an evaluation; more no longer fit a processor's cache
_PER_STEP, _LOSSES, _METRIC = "per_step", "losses", "metric|"  # names of what is packed
Measured = tuple["Tensor", "Tensor", dict[str, "Tensor"]]  # the metric after each step, the loss, other metrics


@dataclass(frozen=True)
class Scores:
    """What was measured of each task."""

    per_step: "Tensor"  # [N, S + 1], float64: the metric after every inner step
    losses: "Tensor"  # [N], mean query loss after the evaluated steps
    metrics: "dict[str, Tensor]"  # by name, [N] each: other metrics after the evaluated steps


def evaluate(
    experiment: Experiment, algorithm: Algorithm, meta: Params, source: TaskSource, split: str, *,
    iteration: int, tasks: int, vectorised: bool, workers: "Workers | None" = None,
) -> Generator[Preparing | Warned, None, EvaluationReport]:  # fmt: skip
    """Measure tasks 0 … `tasks`−1 of a split, telling how far it is; `best` of the result is False.

    Workers, where there are some, measure their share; what is found does not depend on their number.

    The 95 % interval is 1.96 · s/√n over the tasks.
    """
    report, _ = yield from evaluate_tasks(
        experiment, algorithm, meta, source, split, home=source, iteration=iteration, tasks=range(tasks),
        beyond=STEPS_BEYOND, metrics=(), vectorised=vectorised, workers=workers,
    )  # fmt: skip
    return report


def evaluate_tasks(
    experiment: Experiment, algorithm: Algorithm, meta: Params, source: TaskSource, split: str, *,
    home: TaskSource, iteration: int, tasks: range, beyond: int, metrics: Sequence[Metric], vectorised: bool,
    workers: "Workers | None" = None,
) -> Generator[Preparing | Warned, None, tuple[EvaluationReport, dict[str, list[float]]]]:  # fmt: skip
    """Measure some tasks of a source; returns the report, and of each of `metrics`, by name, its value for every task.

    `home` is where the run was trained, whose training classes give population statistics. The adaptation curve shows
    `beyond` steps past the trained ones.
    """
    begun = time.perf_counter()
    params = {**meta, **population_statistics(algorithm, meta, home)}
    evaluated = experiment.evaluation_steps
    steps = max(evaluated, algorithm.training_steps + beyond) if experiment.algorithm.has_inner_loop else 0
    how = {"steps": steps, "evaluated": evaluated, "metrics": [metric.name for metric in metrics]}
    scores = yield from scores_of(algorithm, params, source, split, tasks, {**how, "vectorised": vectorised}, workers)
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
        functions=functions_of(algorithm, params, source, split, steps, tasks[:SHOWN_FUNCTIONS]),
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
    if not algorithm.asks_population:
        return {}
    with torch.no_grad():
        return algorithm.population(meta, training_examples(source))


def training_examples(source: TaskSource) -> "Tensor":
    """Examples [N, …] that stand for the training classes: the support sets of the first training tasks."""
    ways, shots, _ = source.settings.shape("train")
    batch = source.sample("train", range(max(1, POPULATION_TASKS * 5 // (ways * shots))))
    return batch.support_x.flatten(0, 1)


def measured(
    algorithm: Algorithm, params: Params, batch: TaskBatch, *, steps: int, evaluated: int, metrics: Sequence[str],
    vectorised: bool,
) -> Measured:  # fmt: skip
    """The metric of each of N tasks after 0 … S inner steps, [N, S + 1]; after `evaluated` of them the loss, [N], and
    other metrics by name, [N] each.
    """

    params = algorithm.laid_out(params)

    def measure(task: Task) -> Measured:
        scores = []
        predicted = algorithm.predictor(params, task.support, task.query_x)
        for step, adapted in enumerate(algorithm.adapt(params, task.support, steps)):
            outputs = predicted(adapted if vectorised else algorithm.learner.laid_out(adapted, for_many=True))
            scores.append(algorithm.objective.score(outputs, task.query_y))
            if step == evaluated:
                if algorithm.is_judged_by_outputs:  # which are here already
                    loss = algorithm.objective.loss(outputs, task.query_y)
                else:
                    loss, _ = algorithm.query_loss(adapted, task)
                more = {name: BY_NAME[name].of(outputs, task.query_y) for name in metrics}
        return torch.stack(scores), loss, more

    with torch.no_grad():
        return torch.func.vmap(measure)(Task(*batch)) if vectorised else _one_by_one(measure, batch)


def scores_of(
    algorithm: Algorithm, params: Params, source: TaskSource, split: str, tasks: range, how: dict[str, Any],
    workers: "Workers | None",
) -> Generator[Preparing | Warned, None, Scores]:  # fmt: skip
    """Raises an error of memory only where a single task is too much for it."""
    ways, shots, queries = source.settings.shape(split)
    examples = ways * (shots + queries)
    at_once = max(1, min(256, _ELEMENTS_AT_ONCE // (examples * math.prod(source.input_shape))))
    pieces: list[Measured] = []
    done = 0
    while done < len(tasks):
        yield Preparing(f"Measuring {split} tasks", done, len(tasks), "tasks")
        shared = tasks[done : done + at_once * (workers.processes if workers else 1)]
        mine, *theirs = (
            source.sample(split, shared[first : first + at_once], algorithm.noise_size(ways * shots))
            for first in range(0, len(shared), at_once)
        )
        try:
            found = _measured_by_all(algorithm, params, mine, theirs, how, workers)
        except Exception as error:
            if mine.tasks == 1 or not memory.ran_out(error):
                raise
        else:
            pieces += found
            done += len(shared)
            continue
        memory.give_back()  # now that the error no longer holds what was computed
        at_once = mine.tasks // 2
        yield Warned(f"Memory ran out while {mine.tasks:,} tasks were measured at once; now at most {at_once:,} are")
    per_step, losses, more = _joined(pieces, torch.cat)
    return Scores(per_step.double().cpu(), losses.double().cpu(), {n: v.double().cpu() for n, v in more.items()})


def _measured_by_all(
    algorithm: Algorithm, params: Params, mine: TaskBatch, theirs: list[TaskBatch], how: dict[str, Any],
    workers: "Workers | None",
) -> list[Measured]:  # fmt: skip
    if workers:
        workers.ask("measure", how, params, theirs)
    found = [measured(algorithm, params, mine, **how)]
    if workers:
        found += [_unpacked(answer, mine.support_x.device) for answer in workers.answers()]
    return found


def _one_by_one(measure: "Callable[[Task], Measured]", batch: TaskBatch) -> Measured:
    return _joined([measure(batch.task(place)) for place in range(batch.tasks)], torch.stack)


def packed(found: Measured) -> "dict[str, Tensor]":
    """What was measured as tensors by name, for the way from one process to another."""
    per_step, losses, more = found
    return {_PER_STEP: per_step, _LOSSES: losses} | {_METRIC + name: values for name, values in more.items()}


def _unpacked(tensors: "dict[str, Tensor]", device: "torch.device") -> Measured:
    """The same on the other side, as tensors of its own."""
    own = {name: value.to(device, copy=True) for name, value in tensors.items()}
    per_step, losses = own.pop(_PER_STEP), own.pop(_LOSSES)
    return per_step, losses, {name.removeprefix(_METRIC): value for name, value in own.items()}


def _joined(parts: "list[Measured]", join: "Callable[[list[Tensor]], Tensor]") -> Measured:
    """What was measured of several tasks, or pieces, as one."""
    per_step, losses, more = zip(*parts, strict=True)
    return join(list(per_step)), join(list(losses)), {name: join([part[name] for part in more]) for name in more[0]}


def _interval(values: "Tensor") -> "tuple[Tensor, Tensor]":
    """Mean and half width of the 95 % interval over the tasks, the first dimension."""
    return values.mean(0), values.std(0) * (1.96 / math.sqrt(len(values)))


def _named(values: "Tensor") -> dict[str, float]:
    mean, spread = _interval(values)
    return {"mean": float(mean), "ci95": float(spread)}


def functions_of(
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
