"""How the tasks of a meta-batch are run: one after another, all at once, traced into one kernel, or shared out.

Every mapping gives the same meta-gradient to within rounding. Nothing else in the program knows which one is used.
"""

import shutil
import sys
from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from core.algorithms.algorithm import Algorithm, Aux
from core.lazy import torch
from core.learners.layers import Params, written_out
from core.tasks.task import Task, TaskBatch

if TYPE_CHECKING:
    from torch import Tensor

    from core.training.workers import Workers


class MetaGradient(NamedTuple):
    """The mean over the tasks of a meta-batch."""

    gradient: Params
    loss: "Tensor"  # scalar
    aux: Aux  # scalars


Mapped = Callable[[Params, TaskBatch], MetaGradient]

_GRADIENT, _LOSS, _AUX = "gradient|", "loss|", "aux|"  # before the names of what is packed


def sequential(algorithm: Algorithm) -> Mapped:
    """One task after another; memory for one task."""
    follows_loss = algorithm.follows_loss
    gradient_of = partial(_taped_gradient, algorithm.task_loss) if follows_loss else algorithm.task_gradient

    def run(meta: Params, batch: TaskBatch) -> MetaGradient:
        results = (gradient_of(meta, batch.task(place)) for place in range(batch.tasks))
        gradient, (loss, aux) = next(results)
        for more, (more_loss, more_aux) in results:
            gradient = {name: gradient[name] + more[name] for name in gradient}
            loss = loss + more_loss
            aux = {name: aux[name] + more_aux[name] for name in aux}
        scale = 1 / batch.tasks
        return MetaGradient(_scaled(gradient, scale), loss * scale, _scaled(aux, scale))

    return run


def vectorised(algorithm: Algorithm) -> Mapped:
    """All tasks at once, through vmap."""

    def mean_loss(meta: Params, batch: TaskBatch) -> "tuple[Tensor, Aux]":
        losses, aux = torch.func.vmap(lambda *fields: algorithm.task_loss(meta, Task(*fields)))(*batch)
        return losses.mean(), _mean(aux)

    def run(meta: Params, batch: TaskBatch) -> MetaGradient:
        # One backward pass through all tasks sums their gradients as it goes; none is stored apart.
        gradient, (loss, aux) = _taped_gradient(mean_loss, meta, batch)
        return MetaGradient(gradient, loss, aux)

    # A derivative around vmap is wrong where batch norm inside it is differentiated already (torch 2.13; a test holds
    # every algorithm to the loop), so an inner loop through batch norm keeps the derivative of each task inside.
    through = algorithm.settings.trains_inner_loop and algorithm.settings.adapts_features
    twice = through and algorithm.learner.settings.normalization == "batch"
    return run if algorithm.follows_loss and not twice else _each_gradient(algorithm)


def compiled(algorithm: Algorithm, meta: Params, example: TaskBatch) -> Mapped:
    """All tasks at once, traced into one graph and compiled for the shapes of `meta` and `example`.

    Takes seconds for vectors and minutes for pictures, unless the compiled code is on the disk already. Raises
    CompilerMissing where there is no C++ compiler, and torch's own errors where compiling fails.
    """
    if not compiler():
        raise CompilerMissing("compute.mapping = compiled needs a C++ compiler (g++ or clang++); none was found")
    import torch._inductor.config
    from torch.fx.experimental.proxy_tensor import make_fx

    torch._inductor.config.compile_threads = 1  # more would be processes that stay behind when the program is killed

    run, names = _laid_out(_each_gradient(algorithm), algorithm), list(meta)

    def flat(*tensors: "Tensor") -> "list[Tensor]":
        result = run(dict(zip(names, tensors, strict=False)), TaskBatch(*tensors[len(names) :]))
        return [*(result.gradient[name] for name in names), result.loss, *result.aux.values()]

    # Tracing first leaves the compiler a flat list of tensor operations: it need not understand grad and vmap.
    inputs = [*meta.values(), *example]
    with written_out():
        graph = make_fx(flat)(*inputs)
    kernel = torch.compile(graph, fullgraph=True, dynamic=False)
    aux_names = list(run(meta, example).aux)
    kernel(*inputs)  # compiles now, where the caller says so, and not inside the first iteration

    def call(meta: Params, batch: TaskBatch) -> MetaGradient:
        results = kernel(*(meta[name] for name in names), *batch)
        gradient, (loss, *aux) = results[: len(names)], results[len(names) :]
        return MetaGradient(dict(zip(names, gradient, strict=True)), loss, dict(zip(aux_names, aux, strict=True)))

    return call


def compiled_when_met(algorithm: Algorithm) -> Mapped:
    """The same, compiled for each number of tasks when such a batch comes for the first time."""
    kernels: dict[int, Mapped] = {}

    def run(meta: Params, batch: TaskBatch) -> MetaGradient:
        if batch.tasks not in kernels:
            kernels[batch.tasks] = compiled(algorithm, meta, batch)
        return kernels[batch.tasks](meta, batch)

    return run


def in_pieces(run: Mapped, at_once: int) -> Mapped:
    """The same with at most so many tasks at once, in pieces as equal as can be: memory for that many."""

    def run_pieces(meta: Params, batch: TaskBatch) -> MetaGradient:
        parts = shares(batch, -(-batch.tasks // at_once))
        return _weighted((run(meta, part), part.tasks / batch.tasks) for part in parts)

    return run_pieces


def in_one_process(way: str, algorithm: Algorithm, precision: str = "float32", at_once: int | None = None) -> Mapped:
    """The mapping of a name, sequential, vectorised or compiled, in a precision (see precision.py).

    `at_once` limits how many tasks a vectorised or compiled one holds in memory together.
    """
    if way == "compiled":
        run = compiled_when_met(algorithm)
    else:
        run = _laid_out({"sequential": sequential, "vectorised": vectorised}[way](algorithm), algorithm)
    if way != "sequential" and at_once is not None:
        run = in_pieces(run, at_once)
    if precision == "float32":
        return run

    def run_in_bfloat16(meta: Params, batch: TaskBatch) -> MetaGradient:
        # What was cast is not kept: under torch.func it could be a tensor of another level.
        with torch.autocast(batch.query_x.device.type, dtype=torch.bfloat16, cache_enabled=False):
            return run(meta, batch)

    return run_in_bfloat16


def distributed(
    way: str, algorithm: Algorithm, precision: str, iteration: int, workers: "Workers", at_once: int | None = None
) -> Mapped:
    """A share of the tasks in each of several processes, run there in a way of one process.

    `algorithm` is as it is in an iteration; the workers make theirs so too.
    """
    run_mine = in_one_process(way, algorithm, precision, at_once)
    how = {"way": way, "precision": precision, "iteration": iteration, "at_once": at_once}

    def run(meta: Params, batch: TaskBatch) -> MetaGradient:
        mine, *theirs = parts = shares(batch, workers.processes)
        workers.ask("gradient", how, meta, theirs)
        results = [run_mine(meta, mine)]
        results += [_unpacked(answer, batch.support_x.device) for answer in workers.answers()]
        weights = (part.tasks / batch.tasks for part in parts)
        return _weighted(zip(results, weights, strict=True))

    return run


def shares(batch: TaskBatch, processes: int) -> list[TaskBatch]:
    """A piece of the batch for each process, as equal as can be; fewer pieces where there are fewer tasks."""
    pieces = min(processes, batch.tasks)
    edges = [batch.tasks * number // pieces for number in range(pieces + 1)]
    return [TaskBatch(*(field[start:stop] for field in batch)) for start, stop in pairwise(edges)]


def pieces(batch: TaskBatch, processes: int, at_once: int | None) -> list[TaskBatch]:
    """One of each number of tasks that are run at once, where processes share a batch and run it in pieces."""
    found: dict[int, TaskBatch] = {}
    for share in shares(batch, processes):
        for piece in shares(share, -(-share.tasks // (at_once or share.tasks))):
            found.setdefault(piece.tasks, piece)
    return list(found.values())


def packed(result: MetaGradient) -> "dict[str, Tensor]":
    """A meta-gradient as tensors by name, for the way from one process to another."""
    named = {_GRADIENT: result.gradient, _LOSS: {"": result.loss}, _AUX: result.aux}
    return {part + name: value for part, values in named.items() for name, value in values.items()}


def _unpacked(tensors: "dict[str, Tensor]", device: "torch.device") -> MetaGradient:
    def part(prefix: str) -> Params:
        return {k.removeprefix(prefix): value.to(device) for k, value in tensors.items() if k.startswith(prefix)}

    return MetaGradient(part(_GRADIENT), part(_LOSS)[""], part(_AUX))


def _weighted(results: Iterable[tuple[MetaGradient, float]]) -> MetaGradient:
    """Their sum, added up in this order; none is kept longer than that takes."""
    rest = iter(results)
    (gradient, loss, aux), weight = next(rest)
    gradient, loss, aux = _scaled(gradient, weight), loss * weight, _scaled(aux, weight)
    for more, weight in rest:
        gradient = _added(gradient, more.gradient, weight)
        loss = torch.add(loss, more.loss, alpha=weight)
        aux = _added(aux, more.aux, weight)
    return MetaGradient(gradient, loss, aux)


def _added(tensors: Params, more: Params, weight: float) -> Params:
    return {name: torch.add(value, more[name], alpha=weight) for name, value in tensors.items()}


class CompilerMissing(RuntimeError):
    """There is no compiler for compute.mapping = "compiled"."""


def compiler() -> str | None:
    """The C++ compiler that torch.compile would use, if there is one."""
    if sys.platform == "win32":
        return shutil.which("cl")
    return shutil.which("g++") or shutil.which("clang++")


def _laid_out(run: Mapped, algorithm: Algorithm) -> Mapped:
    """The same on parameters that lie in memory as the settings want."""
    return lambda meta, batch: run(algorithm.laid_out(meta), batch)


def _each_gradient(algorithm: Algorithm) -> Mapped:
    """The gradient of every task by itself, all at once, and then their mean."""

    def run(meta: Params, batch: TaskBatch) -> MetaGradient:
        gradients, (losses, aux) = torch.func.vmap(algorithm.task_gradient, in_dims=(None, 0))(meta, Task(*batch))
        return MetaGradient(_mean(gradients), losses.mean(), _mean(aux))

    return run


def _taped_gradient(
    loss_of: "Callable[[Params, Any], tuple[Tensor, Aux]]", meta: Params, data: Any
) -> "tuple[Params, tuple[Tensor, Aux]]":
    """The derivative of a loss by torch's own tape, which carries less along than torch.func's."""
    leaves = {name: value.detach().requires_grad_() for name, value in meta.items()}
    with torch.enable_grad():
        loss, aux = loss_of(leaves, data)
    gradient = torch.autograd.grad(loss, list(leaves.values()))
    return dict(zip(leaves, gradient, strict=True)), (loss.detach(), aux)


def _scaled(tensors: Params, scale: float) -> Params:
    return {name: value * scale for name, value in tensors.items()}


def _mean(tensors: Any) -> Any:
    return {name: value.mean(0) for name, value in tensors.items()}
