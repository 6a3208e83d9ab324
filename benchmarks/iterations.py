"""Training iterations of the engine against the plain loop: meta-gradient and outer step, on the same tasks."""

import os
from collections.abc import Callable

import torch
from torch.nn import functional

from benchmarks.reference_loop import MAMLLoop, Params, PrototypicalNetwork, mlp, strided_conv4
from benchmarks.rows import Row
from benchmarks.timing import Side, Timing, alternate, say
from core import presets
from core.algorithms.algorithm import Algorithm
from core.experiment import Experiment
from core.places import Places
from core.tasks.task import TaskBatch
from core.training import mapping
from core.training.opening import build, open_source
from core.training.outer import OuterLoop

ALL = os.cpu_count() or 1
DEFAULT = torch.get_num_threads()
LR = 1e-3


def sinusoid() -> list[Row]:
    """25 sine waves, 10 points each to adapt on and to measure on, one inner step, an MLP of 40-40."""
    experiment = presets.find("sinusoid-maml").experiment
    case = _Case(experiment, lambda params: _maml_loop(experiment, mlp, functional.mse_loss, params))
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
    case = _Case(experiment, lambda params: _maml_loop(experiment, strided_conv4, functional.cross_entropy, params))
    run = mapping.vectorised(case.algorithm)
    timings = case.race({"vectorised": (run, ALL)}, rounds=21)
    what = "Omniglot 5-way 1-shot MAML, vectorised, against the plain loop"
    return [case.row("omniglot", what, timings, "vectorised", 1.5, case.difference(run))]


def prototypes() -> list[Row]:
    """One task of 60 ways, 1 shot and 5 queries, Conv4-64 with max-pooling; on glyphs."""
    experiment = _on_glyphs("omniglot-20w1s-protonet", ways=20, train_ways=60, train_queries=5)
    ways = experiment.dataset.shape("train")[0]

    def plain(params: Params) -> "_Plain":
        network = PrototypicalNetwork(params, LR)

        def of_first(call: Callable[..., object]) -> Callable[[TaskBatch], object]:
            return lambda batch: call(batch.support_x[0], batch.query_x[0], batch.query_y[0], ways)

        return _Plain(of_first(network.step), of_first(network.gradient))

    case = _Case(experiment, plain)
    chosen = mapping.plan(experiment, "cpu").first
    run = {"sequential": mapping.sequential, "vectorised": mapping.vectorised}[chosen](case.algorithm)
    timings = case.race({chosen: (run, ALL)}, rounds=21)
    what = "ProtoNet 60-way 1-shot against plain float32 PyTorch"
    return [case.row("prototypes", what, timings, chosen, 1.3, case.difference(run))]


class _Plain:
    """The plain loop: one step, and the gradient alone."""

    def __init__(self, step: Callable[[TaskBatch], object], gradient: Callable[[TaskBatch], object]) -> None:
        self.step, self.gradient = step, gradient


class _Case:
    """One experiment's algorithm, its first parameters and its first meta-batch; and the same for the plain loop."""

    def __init__(self, experiment: Experiment, plain: Callable[[Params], _Plain]) -> None:
        self.experiment, self.plain = experiment, plain
        opening = open_source(experiment.dataset, experiment.seed, Places.default())
        while True:
            try:
                next(opening)
            except StopIteration as opened:
                source = opened.value
                break
        self.algorithm: Algorithm = build(experiment, source)
        self.meta: Params = self.algorithm.init(torch.Generator().manual_seed(0))
        self.batch: TaskBatch = source.sample("train", range(experiment.outer.meta_batch_size))

    def race(self, ours: dict[str, tuple[mapping.Mapped, int]], rounds: int) -> dict[str, Timing]:
        """Each of ours, and the plain loop with torch's own number of threads and with one: the better one counts."""
        sides = {name: Side(self._step(run), threads) for name, (run, threads) in ours.items()}
        for threads in sorted({DEFAULT, 1}):
            loop = self.plain(self.meta)
            sides[f"loop, threads {threads}"] = Side(lambda loop=loop: loop.step(self.batch), threads)
        return alternate(sides, rounds)

    def _step(self, run: mapping.Mapped) -> Callable[[], object]:
        outer = OuterLoop(self.experiment.outer, {name: value.clone() for name, value in self.meta.items()})

        def step() -> None:
            result = run(outer.meta, self.batch)
            float(result.loss)
            outer.step(result.gradient, 0)

        return step

    def difference(self, run: mapping.Mapped) -> str:
        """How far the two meta-gradients are apart, in float32 as trained and in float64 as proof."""
        torch.set_num_threads(ALL)
        apart, largest = _apart(run(self.meta, self.batch).gradient, self.plain(self.meta).gradient(self.batch))
        meta = {name: value.double() for name, value in self.meta.items()}
        batch = TaskBatch(*(field.double() if field.is_floating_point() else field for field in self.batch))
        exact, _ = _apart(run(meta, batch).gradient, self.plain(meta).gradient(batch))
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


def _maml_loop(experiment: Experiment, forward, loss, params: Params) -> _Plain:
    settings = experiment.algorithm
    loop = MAMLLoop(forward, loss, params, inner_lr=settings.inner_lr, inner_steps=settings.inner_steps, lr=LR)
    return _Plain(lambda batch: loop.step(*batch[:4]), lambda batch: loop.gradient(*batch[:4]))


def _on_glyphs(preset: str, **dataset: object) -> Experiment:
    """A preset's experiment on glyphs, which need no files: what is computed does not depend on the pictures."""
    chosen = presets.find(preset).experiment.to_dict()
    return Experiment.from_dict({**chosen, "dataset": {"kind": "glyphs", "shots": 1, **dataset}}).check()
