"""Training iterations of the engine against the plain loop: meta-gradient and outer step, on the same tasks.

Where the engine shares tasks over processes it does so with as many as it takes by itself, one thread or more in each;
the plain loop has all processors.
"""

import math
import os
import time
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import replace
from typing import Any

import torch
from torch.nn import functional

from benchmarks.reference_loop import (
    MAMLLoop,
    Params,
    PrototypicalNetwork,
    ReptileLoop,
    TaskLoop,
    anil_loss,
    meta_sgd_loss,
    mlp,
    pooled_conv4,
    r2d2_loss,
    strided_conv4,
)
from benchmarks.rows import Row
from benchmarks.timing import Side, Timing, alternate, say
from core import presets
from core.algorithms.algorithm import Algorithm
from core.experiment import Experiment
from core.places import Places
from core.tasks.task import TaskBatch, TaskFacts, TaskSource
from core.training import mapping, planning, precision
from core.training.evaluation import STEPS_BEYOND, evaluate
from core.training.gradients import MetaGradients
from core.training.opening import assemble, build, open_source, share
from core.training.outer import OuterLoop
from core.training.reports import Warned
from core.training.workers import Workers

ALL = os.cpu_count() or 1
DEFAULT = torch.get_num_threads()
LR = 1e-3


def sinusoid() -> list[Row]:
    """25 sine waves, 10 points each to adapt on and to measure on, one inner step, an MLP of 40-40."""
    experiment = presets.find("sinusoid-maml").experiment
    case = _Case(experiment, *_opened(experiment), _maml_loop(experiment, mlp, functional.mse_loss))
    say("compiling")
    torch.set_num_threads(1)
    with_kernel = mapping.compiled(case.algorithm, case.meta, case.batch)
    ways = {"vectorised": mapping.vectorised(case.algorithm), "compiled": with_kernel}
    rows = []
    timings = case.race({name: (run, 1) for name, run in ways.items()}, rounds=41)
    for name, bound in (("vectorised", 7), ("compiled", 30)):
        what = f"Sinusoid MAML, {name}, against the plain loop"
        rows.append(case.row("sinusoid", what, timings, name, bound, case.difference(ways[name])))
    return rows


def omniglot() -> list[Row]:
    """32 tasks, 5-way 1-shot, one query for each class, one inner step, strided Conv4-64; on glyphs."""
    experiment = _on_glyphs("omniglot-5w1s-maml", ways=5, queries=1)
    what = "Omniglot 5-way 1-shot MAML against the plain loop"
    return _shared("omniglot", what, experiment, _classifying(experiment, strided_conv4), bound=2.0, rounds=21)


def omniglot20() -> list[Row]:
    """16 tasks, 20-way 1-shot, one query for each class, five inner steps, strided Conv4-64; on glyphs."""
    experiment = _on_glyphs("omniglot-20w1s-maml", ways=20, queries=1)
    what = "Omniglot 20-way 1-shot MAML, 5 steps, against the plain loop"
    plain = _classifying(experiment, strided_conv4)
    return _shared("omniglot20", what, experiment, plain, bound=1.2, rounds=5, within=60)


def pooled() -> list[Row]:
    """32 tasks, 5-way 1-shot, 15 queries for each class, five inner steps, Conv4-64 with max-pooling; on glyphs."""
    experiment = _on_glyphs("omniglot-5w1s-maml", ways=5, queries=15)
    experiment = experiment.with_value("learner.downsampling", "max_pool").with_value("algorithm.inner_steps", 5)
    what = "Omniglot 5-way 1-shot MAML, 5 steps, max-pooling, 15 queries, against the plain loop"
    return _shared("pooled", what, experiment, _classifying(experiment, pooled_conv4), bound=1.35, rounds=3, within=60)


def pictures() -> list[Row]:
    """4 tasks of 84 × 84 colour pictures, 5-way 1-shot, 15 queries for each class, five inner steps, Conv4-32."""
    experiment = Experiment.from_dict(
        {
            "dataset": {"kind": "glyphs", "ways": 5, "shots": 1, "queries": 15},  # only the shape of its tasks is used
            "learner": {"kind": "conv4", "filters": 32},
            "algorithm": {"kind": "maml", "inner_lr": 0.01, "inner_steps": 5},
            "outer": {"meta_batch_size": 4, "iterations": 60_000},
        }
    ).check()
    ways, shots, queries = experiment.dataset.shape("train")
    random, tasks = torch.Generator().manual_seed(0), experiment.outer.meta_batch_size
    classes = torch.arange(ways).expand(tasks, -1)
    batch = TaskBatch(
        torch.rand(tasks, ways * shots, 3, 84, 84, generator=random), classes.repeat_interleave(shots, 1),
        torch.rand(tasks, ways * queries, 3, 84, 84, generator=random), classes.repeat_interleave(queries, 1),
        classes, torch.empty(tasks, 0),
    )  # fmt: skip
    algorithm = assemble(experiment, TaskFacts((3, 84, 84), ways, 64))
    what = "84 × 84 × 3, 5-way 1-shot MAML, 5 steps, Conv4-32, against the plain loop"
    return _shared(
        "pictures",
        what,
        experiment,
        _classifying(experiment, pooled_conv4),
        bound=1.4,
        rounds=5,
        made=(algorithm, batch),
        within=60,
    )


def others() -> list[Row]:
    """The setting of `omniglot` for ANIL, Meta-SGD, R2D2 and Reptile."""
    rates = {"inner_lr": 0.1}
    plain: dict[str, tuple[dict[str, object], Callable[[Params], object]]] = {
        "anil": (rates, lambda params: TaskLoop(anil_loss(0.1), params, LR)),
        "meta_sgd": (rates, lambda params: TaskLoop(meta_sgd_loss, params, LR)),
        "r2d2": ({}, lambda params: TaskLoop(r2d2_loss, params, LR)),
        "reptile": ({}, lambda params: ReptileLoop(params, inner_lr=1e-3, inner_steps=5, lr=1.0)),
    }
    rows = []
    for kind, (settings, begin) in plain.items():
        chosen = _on_glyphs("omniglot-5w1s-maml", ways=5, queries=1).to_dict()
        experiment = Experiment.from_dict({**chosen, "algorithm": {"kind": kind, **settings}}).check()

        def both(params: Params, begin: Callable[[Params], Any] = begin) -> _Plain:
            loop = begin(params)
            return _Plain(lambda batch: loop.step(*batch[:4]), lambda batch: loop.gradient(*batch[:4]))

        what = f"Omniglot 5-way 1-shot {experiment.algorithm.title} against the plain loop"
        rows += _shared("others", what, experiment, both, bound=1.2, rounds=7)
    return rows


def prototypes() -> list[Row]:
    """One task of 60 ways, 1 shot and 5 queries, Conv4-64 with max-pooling; on glyphs."""
    experiment = _on_glyphs("omniglot-20w1s-protonet", ways=20, train_ways=60, train_queries=5)
    ways = experiment.dataset.shape("train")[0]

    def plain(params: Params) -> "_Plain":
        network = PrototypicalNetwork(params, LR)

        def of_first(call: Callable[..., object]) -> Callable[[TaskBatch], object]:
            return lambda batch: call(batch.support_x[0], batch.query_x[0], batch.query_y[0], ways)

        return _Plain(of_first(network.step), of_first(network.gradient))

    case = _Case(experiment, *_opened(experiment), plain)
    chosen = planning.plan(experiment, "cpu").first
    run, lower = (mapping.in_one_process(chosen, case.algorithm, name) for name in ("float32", "bfloat16"))
    timings = case.race({chosen: (run, ALL), "bfloat16": (lower, ALL)}, rounds=21)
    what = "ProtoNet 60-way 1-shot against plain float32 PyTorch"
    parity = f"cosine of the meta-gradients {precision.cosine(case.algorithm, case.meta, case.batch):.4f}"
    return [
        case.row("prototypes", what, timings, chosen, 1.3, case.difference(run)),
        case.row("prototypes", f"{what}, bfloat16", timings, "bfloat16", 2.5, parity),
        _peak_row(timings[chosen].median, experiment),
    ]


def _peak_row(seconds: float, experiment: Experiment) -> Row:
    """What share of the machine's matrix products a step reaches: its convolutions, forward and twice backward."""
    torch.set_num_threads(ALL)
    side = 2048
    a, b = torch.rand(side, side), torch.rand(side, side)
    peak = 2 * side**3 / min(alternate({"product": Side(lambda: a @ b, ALL)}, 15)["product"].seconds)
    ways, shots, queries = experiment.dataset.shape("train")
    filters, pictures = experiment.learner.filters, ways * (shots + queries)
    sides, channels = (28, 14, 7, 3), (1, filters, filters, filters)
    forward = sum(2 * 9 * inputs * filters * size**2 for inputs, size in zip(channels, sides, strict=True))
    unneeded = 2 * 9 * filters * sides[0] ** 2  # nobody asks for the derivative in the pictures
    reached = pictures * (3 * forward - unneeded) / seconds
    note = f"{reached / 1e9:.0f} of {peak / 1e9:.0f} GFLOP/s of a product of {side} × {side}, with {ALL} threads"
    return Row(
        "prototypes", "ProtoNet 60-way 1-shot, share of the matrix peak, float32", f"{reached / peak:.0%}",
        "at least 37%", reached / peak >= 0.37, note,
    )  # fmt: skip


def measuring() -> list[Row]:
    """A test, 250 tasks of it: MAML, 5-way 1-shot, 3 steps, strided Conv4-64, 15 queries; on glyphs."""
    experiment = _on_glyphs("omniglot-5w1s-maml", ways=5, queries=15).with_value("evaluation.inner_steps", 3)
    tasks, evaluated = 250, 3
    source = _source(experiment)
    algorithm = build(experiment, source)
    meta = algorithm.init(torch.Generator().manual_seed(0))
    plan = planning.plan(experiment, "cpu")
    torch.set_num_threads(plan.threads or ALL)
    found: dict[str, list[float]] = {}
    with share(experiment, source.facts, plan.processes, "cpu") as workers:
        for _ in workers.start():
            pass

        def ours() -> None:
            measuring = evaluate(
                experiment, algorithm, meta, source, "test",
                iteration=0, tasks=tasks, vectorised=planning.measures_at_once(experiment, "cpu"), workers=workers,
            )  # fmt: skip
            found["ours"] = [_returned(measuring).after]

        def loop() -> None:
            batch = source.sample("test", range(tasks))
            plain = MAMLLoop(strided_conv4, functional.cross_entropy, meta, inner_lr=2.0, inner_steps=1, lr=LR)
            steps = max(evaluated, algorithm.training_steps + STEPS_BEYOND)
            found["loop"] = [
                plain.accuracy(*(field[task] for field in batch[:4]), steps)[evaluated] for task in range(tasks)
            ]

        sides = {"ours": Side(ours, plan.threads or ALL)}
        sides |= {f"loop, threads {threads}": Side(loop, threads) for threads in sorted({DEFAULT, 1})}
        timings = alternate(sides, 1)
    best = min((side for side in timings if side.startswith("loop")), key=lambda side: timings[side].median)
    ratio = timings["ours"].times_faster_than(timings[best])
    means = [sum(values) / len(values) for values in found.values()]
    note = f"{plan} {timings['ours']}, {best} {timings[best]}; accuracies {means[0]:.4f} and {means[1]:.4f}"
    what = "Test (250 tasks of it), 5-way 1-shot MAML, 3 steps, and 3 more that are shown, against the loop"
    return [Row("measuring", what, f"{ratio:.2f} times as fast", "at least 2 times", ratio >= 2, note)]


def _shared(
    name: str, what: str, experiment: Experiment, plain: "Callable[[Params], _Plain]", *, bound: float, rounds: int,
    made: tuple[Algorithm, TaskBatch] | None = None, within: float = math.inf,
) -> list[Row]:  # fmt: skip
    """One row: the engine with the processes and the mapping that it takes by itself.

    What is not compiled `within` so many seconds is timed as it runs until then; timing takes about as long at most.
    """
    algorithm, batch = made or _opened(experiment)
    case = _Case(experiment, algorithm, batch, plain)
    plan = planning.plan(experiment, "cpu")
    torch.set_num_threads(plan.threads or ALL)
    with share(experiment, algorithm.facts, plan.processes, "cpu") as workers:
        for _ in workers.start():
            pass
        first = mapping.distributed(plan.first, algorithm, "float32", 0, workers)
        run, used = first, replace(plan, later=None)
        if plan.later is not None:
            kernels = _kernels(case, plan, workers, within)
            run, used = (kernels, replace(used, first=plan.later)) if kernels is not None else (run, used)
        timings = case.race({str(used): (run, plan.threads or ALL)}, rounds, within)
        difference = case.difference(run, first)
        if plan.later is not None and run is first:
            difference += f"; as it runs until it is compiled, which took longer than {within:.0f} s"
        return [case.row(name, what, timings, str(used), bound, difference)]


def _kernels(case: "_Case", plan: planning.Plan, workers: Workers, within: float) -> mapping.Mapped | None:
    """As most iterations of a run are computed that is compiled in its course; None if that takes too long."""
    begun = said = time.perf_counter()
    gradients = MetaGradients(case.experiment, plan, "float32", workers, say, at_once=None)
    with closing(gradients.prepare(plan.at, case.algorithm.at(plan.at), case.meta, case.batch)) as preparing:
        for news in preparing:
            if isinstance(news, Warned):
                raise RuntimeError(news.message)
            if time.perf_counter() - begun > within:
                return None
            if time.perf_counter() - said > 30:
                said = time.perf_counter()
                say(str(news))
    return lambda meta, batch: _returned(gradients.of(meta, batch))


class _Plain:
    """The plain loop: one step, and the gradient alone."""

    def __init__(self, step: Callable[[TaskBatch], object], gradient: Callable[[TaskBatch], object]) -> None:
        self.step, self.gradient = step, gradient


class _Case:
    """One experiment's algorithm, its first parameters and its first meta-batch; and the same for the plain loop."""

    def __init__(
        self, experiment: Experiment, algorithm: Algorithm, batch: TaskBatch, plain: Callable[[Params], _Plain]
    ) -> None:
        self.experiment, self.algorithm, self.batch, self.plain = experiment, algorithm, batch, plain
        self.meta: Params = algorithm.init(torch.Generator().manual_seed(0))

    def race(
        self, ours: dict[str, tuple[mapping.Mapped, int]], rounds: int, within: float = math.inf
    ) -> dict[str, Timing]:
        """Each of ours, and the plain loop with torch's own number of threads and with one: the better one counts."""
        sides = {name: Side(self._step(run), threads) for name, (run, threads) in ours.items()}
        for threads in sorted({DEFAULT, 1}):
            loop = self.plain(self.meta)
            sides[f"loop, threads {threads}"] = Side(lambda loop=loop: loop.step(self.batch), threads)
        return alternate(sides, rounds, within)

    def _step(self, run: mapping.Mapped) -> Callable[[], object]:
        outer = OuterLoop(self.experiment.outer, {name: value.clone() for name, value in self.meta.items()})

        def step() -> None:
            result = run(outer.meta, self.batch)
            float(result.loss)
            outer.step(result.gradient, 0)

        return step

    def difference(self, run: mapping.Mapped, in_float64: mapping.Mapped | None = None) -> str:
        """How far the two meta-gradients are apart, in float32 as trained and in float64 as proof.

        What is compiled is for float32; there the proof is of what runs before it is compiled.
        """
        torch.set_num_threads(ALL)
        apart, largest = _apart(run(self.meta, self.batch).gradient, self.plain(self.meta).gradient(self.batch))
        meta = {name: value.double() for name, value in self.meta.items()}
        batch = TaskBatch(*(field.double() if field.is_floating_point() else field for field in self.batch))
        exact, _ = _apart((in_float64 or run)(meta, batch).gradient, self.plain(meta).gradient(batch))
        return f"meta-gradients up to {largest:.3g} differ by at most {apart:.1e}, in float64 by {exact:.1e}"

    def row(self, name: str, what: str, timings: dict[str, Timing], ours: str, bound: float, difference: str) -> Row:
        loops = {side: timing for side, timing in timings.items() if side.startswith("loop")}
        best = min(loops, key=lambda side: loops[side].median)
        ratio = timings[ours].times_faster_than(loops[best])
        note = f"{ours} {timings[ours]}, {best} {loops[best]} for one iteration; {difference}"
        details = {
            side: {"median_seconds": timing.median, "seconds": timing.seconds} for side, timing in timings.items()
        }
        return Row(name, what, f"{ratio:.2f} times as fast", f"at least {bound:g} times", ratio >= bound, note, details)


def _apart(one: Params, other: Params) -> tuple[float, float]:
    assert one.keys() == other.keys()
    return (
        max(float((one[name] - other[name]).abs().max()) for name in one),
        max(float(value.abs().max()) for value in other.values()),
    )


def _classifying(experiment: Experiment, forward) -> Callable[[Params], _Plain]:
    return _maml_loop(experiment, forward, functional.cross_entropy)


def _maml_loop(experiment: Experiment, forward, loss) -> Callable[[Params], _Plain]:
    settings = experiment.algorithm

    def begin(params: Params) -> _Plain:
        loop = MAMLLoop(forward, loss, params, inner_lr=settings.inner_lr, inner_steps=settings.inner_steps, lr=LR)
        return _Plain(lambda batch: loop.step(*batch[:4]), lambda batch: loop.gradient(*batch[:4]))

    return begin


def _opened(experiment: Experiment) -> tuple[Algorithm, TaskBatch]:
    """The algorithm of an experiment and its first meta-batch."""
    source = _source(experiment)
    algorithm = build(experiment, source)
    return algorithm, algorithm.draw(source, range(experiment.outer.meta_batch_size))


def _source(experiment: Experiment) -> TaskSource:
    return _returned(open_source(experiment.dataset, experiment.seed, Places.default()))


def _returned(steps: Generator[Any, None, Any]) -> Any:
    """What a generator returns once it is through."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def _on_glyphs(preset: str, **dataset: object) -> Experiment:
    """A preset's experiment on glyphs, which need no files: what is computed does not depend on the pictures."""
    chosen = presets.find(preset).experiment.to_dict()
    return Experiment.from_dict({**chosen, "dataset": {"kind": "glyphs", "shots": 1, **dataset}}).check()
