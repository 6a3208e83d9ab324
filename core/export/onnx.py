"""A learnt network as an ONNX file: a fixed function of examples [N, …], for as many examples as one likes.

Two networks can be asked for:

- as it is learnt, before it is adapted to any task. Its outputs are ``features`` [N, D] and, where it ends in a head,
  ``outputs`` [N, W]. Batch norm has the moments of examples of the training classes, the same that a measurement with
  population statistics uses.
- as a solver of one task, adapted to its support set. Its output is ``outputs`` [N, W], what the algorithm predicts for
  queries: class scores whose softmax are probabilities, or values. Batch norm has the moments of the support set, so
  that queries do not see each other; a run that is measured transductively has its figures from another function.
"""

import contextlib
import json
import logging
import warnings
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.algorithms.algorithm import Algorithm
from core.experiment import Experiment
from core.export.problems import ExportError, check_installed
from core.export.weights import best_of
from core.lazy import torch
from core.learners.layers import Params
from core.learners.learner import is_moment
from core.places import Places
from core.runs.run import Run
from core.tasks.task import Support, TaskSource
from core.training.checkpoint import write_durably
from core.training.evaluation import population_statistics, training_examples
from core.training.opening import build, open_source
from core.training.outer import meta_of
from core.training.reports import Preparing, Warned

if TYPE_CHECKING:
    from torch import Tensor

PACKAGES = ("onnx", "onnxscript")
OPSET = 18
_INPUT = "examples"


@dataclass(frozen=True)
class OfTask:
    """Which task a network is adapted to."""

    split: str  # train, validation or test
    number: int


@dataclass(frozen=True)
class Network:
    """A fixed function, and what its numbers are."""

    function: "Callable[[Tensor], tuple[Tensor, ...]]"
    outputs: tuple[str, ...]
    example: "Tensor"  # [2, …], to be traced with
    notes: dict[str, str]


def write_onnx(
    run: Run, target: Path, places: Places, task: OfTask | None = None
) -> Generator[Preparing | Warned, None, Path]:
    """Write the network of the best checkpoint, as it is learnt or adapted to a task, telling how far it is.

    Raises MissingPackageError, ExportError for what ONNX cannot hold, what `best_of` raises, ExperimentError, DataError
    and OSError.
    """
    check_installed("onnx", PACKAGES)
    network = yield from network_of(run, places, task)
    yield Preparing("Writing the network as ONNX")
    write_durably(target, _in_onnx(network))
    return target


def network_of(run: Run, places: Places, task: OfTask | None = None) -> Generator[Preparing | Warned, None, Network]:
    """The network of the best checkpoint as a function, on the CPU. Raises what `write_onnx` does, but for ONNX."""
    experiment = run.experiment.check()
    if not experiment.algorithm.uses_learner:
        raise ExportError(f"{experiment.algorithm.title} has no network: it compares examples as they are")
    best = best_of(run)
    source = yield from open_source(experiment.dataset, experiment.seed, places)
    algorithm = build(experiment, source)
    meta = meta_of(best.tensors)
    params = {**meta, **population_statistics(algorithm, meta, source)}
    at = task or OfTask("train", 0)
    support, examples = _of_task(algorithm, source, at)
    steps = experiment.evaluation_steps if task else 0
    with torch.no_grad():
        *_, state = algorithm.adapt(params, support, steps)
        found = _solver(algorithm, state, support) if task else _learnt(algorithm, state, source)
    function, outputs, statistics = found
    notes = {
        "innerloop": metadata.version("innerloop"),
        "run": run.name,
        "iteration": str(best.state["iteration"]),
        "validation": json.dumps(best.state["best"]),
        "network": f"adapted to {at.split} task {at.number}, {steps} steps" if task else "as learnt, not adapted",
        "normalization": statistics if _normalises(experiment) else "the same for all examples",
        "experiment": experiment.to_toml(),
    }
    return Network(function, outputs, examples[:2].contiguous(), notes)


def _of_task(algorithm: Algorithm, source: TaskSource, at: OfTask) -> "tuple[Support, Tensor]":
    """The support set and the queries of a task."""
    ways, shots, _ = source.settings.shape(at.split)
    drawn = source.sample(at.split, range(at.number, at.number + 1), algorithm.noise_size(ways * shots)).task(0)
    return drawn.support, drawn.query_x


def _learnt(algorithm: Algorithm, state: Params, source: TaskSource) -> Any:
    """Features, and outputs where there is a head, at the state from which every task begins."""
    learner = algorithm.learner
    names = learner.init(torch.Generator()).keys()
    missing = [name for name in names if name not in state]
    if missing:
        raise ExportError(f"what is learnt is no network by itself: it has no {missing[0]} before it meets a task")
    params = {name: value for name, value in state.items() if name in names or is_moment(name)}
    if not any(map(is_moment, params)):
        params |= learner.statistics(params, training_examples(source))

    def function(x: "Tensor") -> "tuple[Tensor, ...]":
        features = learner.features(params, x)
        return (features,) if learner.outputs is None else (features, learner.head(params, features))

    outputs = ("features",) if learner.outputs is None else ("features", "outputs")
    return function, outputs, "moments of examples of the training classes"


def _solver(algorithm: Algorithm, state: Params, support: Support) -> Any:
    """What the algorithm predicts for queries of one task."""
    learner = algorithm.learner
    if not any(map(is_moment, state)):
        state = {**state, **learner.statistics(state, support.x)}
    statistics = "moments of the training classes" if learner.uses_population else "moments of the support set"
    return lambda x: (algorithm.predict(state, support, x),), ("outputs",), statistics


def _normalises(experiment: Experiment) -> bool:
    return experiment.learner.query_statistics is not None


def _in_onnx(network: Network) -> bytes:
    """Trace a network and write it down. Raises ExportError where ONNX has no word for something in it."""

    class Traced(torch.nn.Module):
        def forward(self, examples: "Tensor") -> "tuple[Tensor, ...]":
            return network.function(examples)

    with _quiet():
        try:
            program = torch.onnx.export(
                Traced().eval(), (network.example,), dynamo=True, opset_version=OPSET, verbose=False,
                input_names=[_INPUT], output_names=list(network.outputs),
                dynamic_shapes={_INPUT: {0: torch.export.Dim("N")}},
            )  # fmt: skip
        except (torch.onnx.errors.OnnxExporterError, RuntimeError) as error:
            raise ExportError(f"torch cannot write this network as ONNX: {_reason(error)}") from error
    assert program is not None
    shape = program.model.graph.inputs[0].shape
    assert shape is not None
    if isinstance(shape[0], int):
        raise ExportError("this method's predictions can be written as ONNX for a fixed number of queries only")
    program.model.metadata_props.update(network.notes)
    return program.model_proto.SerializeToString()  # type: ignore[no-any-return]


def _reason(error: BaseException) -> str:
    """The first line of what is at the root of an error."""
    while error.__cause__ is not None:
        error = error.__cause__
    return next(iter(str(error).strip().splitlines()), type(error).__name__)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """The exporter tells developers of torch what they would want to know."""
    loggers = [logging.getLogger(name) for name in ("torch.onnx", "onnxscript", "onnx_ir")]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)
