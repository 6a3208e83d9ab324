"""A run meets a task of a person's own: it adapts to the support set once, and predicts whenever the query changes."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from core.algorithms.embedding import EmbeddingAlgorithm
from core.lazy import torch
from core.learners.layers import Params
from core.runs.opened import LastOpened, OpenedRun
from core.runs.own_task import MOST_EXAMPLES, Example, OwnTask, Picture, PictureTask, PointTask
from core.runs.run import Run
from core.tasks.draws import uniforms
from core.tasks.handwriting import Look
from core.tasks.task import Support
from core.training.evaluation import GRID, STEPS_BEYOND
from core.training.opening import assemble
from core.training.reports import Preparing, Warned

if TYPE_CHECKING:
    from torch import Tensor

FEWEST_WAYS, MOST_WAYS = 2, 10  # classes of a task of one's own, where the algorithm leaves them open
LOOKED_AT = 64  # tasks from which it is told how the data look, or where their points lie
Space = Literal["features", "pixels"]
Span = tuple[float, float]


class NotForTryingError(ValueError):
    """A run whose tasks can neither be drawn nor clicked."""


@dataclass(frozen=True)
class Subject:
    """A run as it can be tried."""

    run: str
    iteration: int  # of the checkpoint
    is_best: bool
    look: Look | None  # how its pictures look; None for functions
    ways: int  # of the tasks that it is measured on
    fewest: int  # classes of a task of one's own
    most: int
    shots: int
    x: Span  # where the points of its tasks lie; of use for functions only
    y: Span
    evaluated_steps: int
    shown_steps: int  # of a function; 0 for methods without steps
    normalised_with: Literal["itself", "support", "population", "both"]  # what normalises a query; see `Trying`


@dataclass(frozen=True)
class Prediction:
    """What the model says of the query."""

    probabilities: tuple[float, ...]  # [W], one for each class of the support set
    nearest: int  # the place in the support set of the example that is most like the query
    space: Space  # where that is measured: between features of the network, or between the pictures themselves


@dataclass(frozen=True)
class Function:
    """The function of the model after every inner step."""

    x: tuple[float, ...]  # [G]
    steps: tuple[tuple[float, ...], ...]  # [S + 1, G]


@dataclass(frozen=True)
class TryQuestion:
    """What a person asks of a run. Without any of the others it is asked what can be tried.

    `support` holds pictures and their classes 0 … W−1, of which each has at least one.
    """

    run: str
    example: int | None = None  # a held-out task of this number, to begin with
    support: tuple[tuple[Picture, int], ...] = ()
    query: Picture | None = None
    points: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True)
class TryAnswer:
    question: TryQuestion
    subject: Subject
    example: OwnTask | None = None
    prediction: Prediction | None = None
    function: Function | None = None


class Trying:
    """Answers questions about tasks of one's own. It keeps what was adapted last. For use by one thread.

    A query comes alone, so that statistics of the queries, which some runs normalise with, would be those of a single
    picture. Such a run normalises the query together with the support set: the examples of its task that are there.
    """

    def __init__(self, runs: LastOpened) -> None:
        self._runs = runs
        self._opened: OpenedRun | None = None
        self._subject: Subject | None = None
        self._adapted: tuple[tuple[tuple[Picture, int], ...], Support, Params] | None = None

    def answer(self, question: TryQuestion, run: Run) -> Generator[Preparing | Warned, None, TryAnswer]:
        """Answer a question, telling how far it is. Raises NotForTryingError, and what opening a run does."""
        opened = yield from self._runs.open(run)
        if opened is not self._opened or self._subject is None:
            self._opened, self._subject, self._adapted = opened, subject_of(opened), None
        example = None if question.example is None else held_out(opened, question.example)
        prediction = function = None
        if question.support:
            support, adapted = self._meet(opened, question.support)
            if question.query is not None:
                prediction = predicted(opened, adapted, support, question.query)
        if question.points:
            function = fitted(opened, self._subject, question.points)
        return TryAnswer(question, self._subject, example, prediction, function)

    def _meet(self, opened: OpenedRun, examples: tuple[tuple[Picture, int], ...]) -> tuple[Support, Params]:
        """The support set and what the run makes of it, adapted for as many steps as a measurement takes."""
        if self._adapted is None or self._adapted[0] != examples:
            x = _tensor(opened, [picture for picture, _ in examples])
            y = torch.tensor([way for _, way in examples], device=x.device)
            support = Support(
                x, y, torch.arange(int(y.max()) + 1, device=x.device), _noise(opened, len(examples), int(y.max()) + 1)
            )
            with torch.no_grad():
                steps = opened.experiment.evaluation_steps
                *_, adapted = opened.algorithm.adapt(opened.params, support, steps)
            self._adapted = examples, support, adapted
        return self._adapted[1:]


def subject_of(opened: OpenedRun) -> Subject:
    """How a run can be tried. Raises NotForTryingError."""
    experiment, source = opened.experiment, opened.source
    ways, shots, _ = source.settings.shape("test")
    many = max(1, LOOKED_AT // (ways * shots))
    batch = source.sample("train", range(many))
    look = None
    x = y = (0.0, 1.0)
    title = experiment.dataset.title
    if experiment.dataset.tasks == "classification":
        if len(source.input_shape) != 3 or source.input_shape[1] != source.input_shape[2]:
            raise NotForTryingError(f"The examples of {title} are no square pictures, so they cannot be drawn")
        look = Look.of(_bytes(batch.support_x.flatten(0, 1)))
    elif source.input_shape != (1,):
        raise NotForTryingError(f"The functions of {title} are not of one number, so they cannot be drawn")
    else:
        batch = source.sample("train", range(LOOKED_AT))
        x, y = _span(torch.cat([batch.support_x, batch.query_x], 1)), _span(batch.support_y)
    fixed, has_steps = experiment.algorithm.fixed_ways, experiment.algorithm.has_inner_loop
    return Subject(
        run=opened.run.name,
        iteration=opened.iteration,
        is_best=opened.is_best,
        look=look,
        ways=ways,
        fewest=ways if fixed else FEWEST_WAYS,
        most=ways if fixed else MOST_WAYS,
        shots=shots,
        x=x,
        y=y,
        evaluated_steps=experiment.evaluation_steps if has_steps else 0,
        shown_steps=max(experiment.evaluation_steps, opened.algorithm.training_steps + STEPS_BEYOND)
        if has_steps
        else 0,
        normalised_with=_normalised_with(opened),
    )


def held_out(opened: OpenedRun, number: int) -> OwnTask:
    """Test task `number` as one to begin with: its support set, and no query yet.

    Where it has more classes or examples than a task of one's own, the first of them.
    """
    source = opened.source
    ways = source.settings.ways
    task = source.sample("test", range(number, number + 1)).task(0)
    if opened.experiment.dataset.tasks == "regression":
        xs, ys = task.support_x.flatten().tolist(), task.support_y.flatten().tolist()
        return PointTask(tuple(zip(xs, ys, strict=True)))
    pixels, y = _bytes(task.support_x), task.support_y.cpu().numpy()
    kept = ways if opened.experiment.algorithm.fixed_ways else min(ways, MOST_WAYS)
    classes = tuple(
        tuple(Example(picture=Picture.of(each)) for each in pixels[y == way][:MOST_EXAMPLES]) for way in range(kept)
    )
    return PictureTask(classes, source.names("test", number).classes[:kept])


def predicted(opened: OpenedRun, adapted: Params, support: Support, query: Picture) -> Prediction:
    """What a run says of one query after adapting."""
    algorithm = opened.algorithm
    x = _tensor(opened, [query])
    with torch.no_grad():
        many = torch.cat([x, support.x]) if _normalised_with(opened) == "both" and not _embeds(opened) else x
        probabilities = algorithm.predict(adapted, support, many)[0].float().softmax(-1)
        space, examples, asked = _compared(opened, adapted, support, x)
        nearest = int((examples - asked).square().flatten(1).sum(-1).argmin())
    return Prediction(tuple(probabilities.tolist()), nearest, space)


def fitted(opened: OpenedRun, subject: Subject, points: tuple[tuple[float, float], ...]) -> Function:
    """The function of a run after each inner step towards some points."""
    algorithm, device = opened.algorithm, opened.source.device
    given = torch.tensor(points, device=device)
    classes = torch.empty(0, dtype=torch.long, device=device)
    support = Support(given[:, :1], given[:, 1:], classes, _noise(opened, len(points), 1))
    grid = torch.linspace(*subject.x, GRID, device=device)
    with torch.no_grad():
        states = algorithm.adapt(opened.params, support, subject.shown_steps)
        values = [algorithm.predict(state, support, grid[:, None]).flatten().tolist() for state in states]
    return Function(tuple(grid.tolist()), tuple(map(tuple, values)))


def _compared(opened: OpenedRun, adapted: Params, support: Support, x: "Tensor") -> "tuple[Space, Tensor, Tensor]":
    """The support set and the query where they are compared: by features, or as they are where there are none."""
    algorithm, learner = opened.algorithm, opened.algorithm.learner
    if isinstance(algorithm, EmbeddingAlgorithm):
        return "features", *algorithm.embed(adapted, support, x)
    body = learner.init_body(torch.Generator()) if opened.experiment.algorithm.uses_learner else {}
    if not body or not body.keys() <= adapted.keys():
        return "pixels", support.x, x
    if learner.uses_support_statistics:
        adapted = {**adapted, **learner.statistics(adapted, support.x)}
    both = learner.features(adapted, torch.cat([support.x, x]))
    return "features", both[:-1], both[-1:]


def _embeds(opened: OpenedRun) -> bool:
    """Whether the algorithm looks at support set and queries together by itself."""
    return isinstance(opened.algorithm, EmbeddingAlgorithm)


def _normalised_with(opened: OpenedRun) -> Literal["itself", "support", "population", "both"]:
    statistics = opened.experiment.learner.query_statistics if opened.experiment.algorithm.uses_learner else None
    known: dict[str | None, Literal["itself", "support", "population", "both"]] = {
        None: "itself", "per_query": "support", "population": "population", "transductive": "both",
    }  # fmt: skip
    return known[statistics]


def _noise(opened: OpenedRun, examples: int, outputs: int) -> "Tensor":
    """Uniform numbers for the inner loop on so many examples, and classes: those of test task 0."""
    facts = opened.source.facts._replace(outputs=outputs)
    size = assemble(opened.experiment, facts).noise_size(examples)
    numbers = uniforms(opened.source.seed, "test", range(1), size, purpose=2)[0]
    return torch.from_numpy(numbers.astype(np.float32)).to(opened.source.device)


def _tensor(opened: OpenedRun, pictures: list[Picture]) -> "Tensor":
    pixels = np.stack([picture.pixels for picture in pictures])
    return torch.from_numpy(pixels).to(opened.source.device).float().div_(255)


def _bytes(x: "Tensor") -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    """Examples [N, C, H, W] of numbers from 0 to 1 as bytes."""
    return (x.clamp(0, 1) * 255).round().to(torch.uint8).cpu().numpy()


def _span(values: "Tensor") -> Span:
    """The least and the greatest, rounded away from each other to halves."""
    return float((values.min() * 2).floor() / 2), float((values.max() * 2).ceil() / 2)
