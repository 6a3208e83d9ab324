"""The parts of a report that are charts: the course of training, and how held-out tasks are adapted to."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from core.export.charts import Chart, Curve, Form, figure_of, thinned
from core.export.html import Html, tag
from core.export.recorded import Recorded
from core.export.report_parts import names_of, section
from core.figures import figure
from core.training.scores import BY_NAME

_FEW_TASKS = 12  # single tasks that are drawn behind their mean
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_FUNCTIONS = 3  # tasks of regression whose functions are drawn


def curves(runs: Sequence[Recorded]) -> Html:
    """Loss and metric over the iterations."""
    found = [run for run in runs if len(run.metrics.iterations) or len(run.metrics.evaluations)]
    if not found:
        return section("Learning curves", tag("p", "Nothing was recorded yet.", class_="empty"))
    charts = [_losses(runs)] if any(len(run.metrics.iterations) for run in runs) else []
    for metric in dict.fromkeys(run.metrics.metric for run in runs):
        those = [(place, run) for place, run in enumerate(runs) if run.metrics.metric == metric]
        charts.append(_measured(those, names_of(runs)))
    return section("Learning curves", _beside(charts, "curves"))


def adaptation(runs: Sequence[Recorded]) -> Html | None:
    """The metric after each inner step, and the functions of a regression; nothing where nothing was measured."""
    found = [(n, run, run.adaptation) for n, run in enumerate(runs) if run.adaptation]
    if not found:
        return None
    names, charts, words = names_of(runs), list[Chart](), list[Html]()
    for metric in dict.fromkeys(about["metric"] for _, _, about in found):
        stepping = [(n, about) for n, _, about in found if about["metric"] == metric and len(about["mean"]) > 1]
        if stepping:
            charts.append(_steps(metric, stepping, names))
    for n, _, about in found:
        if len(about["mean"]) == 1:
            value = figure(about["metric"], about["mean"][0], about["ci95"][0])
            words.append(tag("p", f"{names[n]} does not adapt by steps: {value} on held-out tasks."))
    if len(found) == 1:
        charts += [_function(one, found[0][2]) for one in found[0][2]["functions"][:_FUNCTIONS]]
    return section("Adaptation", *words, _beside(charts, "adaptation"))


# -- single charts --------------------------------------------------------------------------------------------------


def _losses(runs: Sequence[Recorded]) -> Chart:
    drawn, told = [], []
    alone = len(runs) == 1
    for place, (run, name) in enumerate(zip(runs, names_of(runs), strict=True)):
        rows = run.metrics.iterations
        if not len(rows):
            continue
        x, mean, low, high, many = thinned(rows["iteration"], rows["loss"])
        of = f"mean of each {many:,} iterations" if many > 1 else "each iteration"
        if alone and many > 1:
            drawn.append(Curve(f"training, {of} and their range", place, x, mean, low, high))
        else:
            drawn.append(Curve(f"training, {of}" if alone else name, place, x, mean))
        told.append(f"{name}: from {mean[0]:.4g} to {mean[-1]:.4g}, {of}.")
        if alone and len(run.metrics.evaluations):
            rows = run.metrics.evaluations
            drawn.append(Curve("validation, after adaptation", 1, rows["iteration"], rows["loss"]))
    title = "Meta-loss" if alone else "Meta-loss in training"
    return Chart(title, " ".join(told), "Iteration", drawn, _plain, may_be_log=True)


def _measured(runs: Sequence[tuple[int, Recorded]], names: Sequence[str]) -> Chart:
    """The validation metric with its interval."""
    metric = runs[0][1].metrics.metric
    alone, drawn, told, rules = len(names) == 1, [], [], []
    for place, run in runs:
        rows = run.metrics.evaluations
        if not len(rows):
            continue
        after, half = rows["after"], rows["ci95"]
        words = "after adaptation, 95 % interval" if alone else names[place]
        drawn.append(Curve(words, place, rows["iteration"], after, after - half, after + half))
        if len(rows) == 1:
            drawn.append(Curve(words, place, rows["iteration"], after, style="dots", listed=False))
        if alone and np.isfinite(rows["before"]).any():
            drawn.append(Curve("before adaptation", 1, rows["iteration"], rows["before"], style="dashed"))
        best = run.status.get("best")
        if alone and best:
            rules.append((float(best["iteration"]), "best"))
        told.append(f"{names[place]}: {figure(metric, after[-1], half[-1])} at iteration {rows['iteration'][-1]:,.0f}.")
    title = f"{BY_NAME[metric].title} on validation tasks"
    return Chart(title, " ".join(told), "Iteration", drawn, _form(metric), rules=rules, may_be_log=metric == "mse")


def _steps(metric: str, found: Sequence[tuple[int, dict[str, Any]]], names: Sequence[str]) -> Chart:
    """The metric against the inner step."""
    alone, drawn, told = len(names) == 1, [], []
    for place, about in found:
        mean, half = _floats(about["mean"]), _floats(about["ci95"])
        steps = np.arange(len(mean))
        if alone:
            drawn += [
                Curve("single tasks", place, steps, _floats(task), style="faint", listed=number == 0)
                for number, task in enumerate(about["tasks"][:_FEW_TASKS])
            ]
        words = "mean, 95 % interval" if alone else names[place]
        drawn.append(Curve(words, place, steps, mean, mean - half, mean + half))
        after = about["evaluated_steps"]
        reached = figure(metric, mean[after], half[after])
        told.append(f"{names[place]}: {figure(metric, mean[0])} before adaptation, {reached} after {after} steps.")
    rules = [(float(found[0][1]["trained_steps"]), "trained steps")] if alone else []
    title = f"{BY_NAME[metric].title} of held-out tasks after each inner step"
    return Chart(title, " ".join(told), "Inner step", drawn, _form(metric), rules=rules, may_be_log=metric == "mse")


def _function(one: dict[str, Any], about: dict[str, Any]) -> Chart:
    """A task of regression: what is true, what was given, and what is predicted before and after adaptation."""
    steps = about["evaluated_steps"]
    words = f"after {steps} steps" if steps else "prediction"
    drawn = [Curve("true function", 7, one["x"], _floats(one["truth"]), style="dashed")]
    if steps:
        drawn.append(Curve("before adaptation", 1, one["x"], _floats(one["steps"][0]), style="faint"))
    drawn.append(Curve(words, 0, one["x"], _floats(one["steps"][steps])))
    drawn.append(Curve("support set", 0, one["support_x"], _floats(one["support_y"]), style="dots"))
    told = f"What is predicted beside the true function, from {len(one['support_x'])} points."
    return Chart(f"Task {one['task']}", told, "x", drawn, _plain, counts=False)


def _beside(charts: Sequence[Chart], name: str) -> Html | None:
    """Charts in a grid; nothing where there are none."""
    if not charts:
        return None
    return tag("div", *(figure_of(one, f"{name}-{number}") for number, one in enumerate(charts)), class_="charts")


def _form(metric: str) -> Form:
    return (lambda value: f"{100 * value:.4g} %") if BY_NAME[metric].share else _plain


def _plain(value: float) -> str:
    """A number with the digits that a chart needs; large and small ones as 1.5·10⁻⁷."""
    mantissa, _, power = f"{value:.4g}".partition("e")
    if power:
        times = "" if mantissa == "1" else f"{mantissa}·"
        mantissa = f"{times}10{str(int(power)).translate(_RAISED)}"
    return mantissa.replace("-", "−")


def _floats(values: Sequence[float | None]) -> Any:
    """JSON's null is a missing value."""
    return np.array([math.nan if value is None else value for value in values])
