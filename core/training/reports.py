"""What training tells whoever iterates over it. The same reports feed the terminal, the window, the run folder and
the tests; each is a frozen value that turns into one JSON object."""

import math
from dataclasses import dataclass
from typing import Any, ClassVar

COURSE_STEPS = 41  # inner steps of which a measurement keeps its curve


@dataclass(frozen=True)
class Report:
    """The base of all reports; `event` names the sort in JSON."""

    event: ClassVar[str] = ""

    def to_json(self) -> dict[str, Any]:
        """A JSON object; numbers that are not finite become null."""
        return {"event": self.event, **{name: plain(value) for name, value in vars(self).items()}}


@dataclass(frozen=True)
class Preparing(Report):
    """Something slow goes on before or between iterations: reading, downloading, compiling, measuring."""

    event: ClassVar[str] = "preparing"
    what: str
    done: int = 0
    total: int | None = None
    unit: str = ""


@dataclass(frozen=True)
class Started(Report):
    event: ClassVar[str] = "started"
    run: str  # the folder's name
    iteration: int  # 0, or where a resumed run goes on
    iterations: int
    device: str
    mapping: str
    parameters: int


@dataclass(frozen=True)
class IterationReport(Report):
    """One outer step. `loss` is the meta-loss (queries, after adaptation) before this step's update."""

    event: ClassVar[str] = "iteration"
    iteration: int  # 1 is the first
    loss: float
    accuracy: float | None  # of the training queries after adaptation; None for regression
    gradient_norm: float
    lr: float
    seconds: float  # training time of the run so far, without pauses
    tasks: int  # tasks seen so far
    layer_norms: dict[str, float] | None = None  # of the meta-gradient in each layer, every so many iterations

    def to_json(self) -> dict[str, Any]:
        record = super().to_json()
        if self.layer_norms is None:
            del record["layer_norms"]
        return record


@dataclass(frozen=True)
class Adaptation:
    """How held-out tasks change with the inner steps; also what the adaptation view draws.

    `mean` and `ci95` have one number per step 0 … S; `tasks` holds the first few tasks' own curves [n][S+1]; for
    regression `functions` holds, for a few tasks, support points, the true curve and the prediction after each step.
    """

    iteration: int
    split: str
    metric: str  # accuracy or mse
    trained_steps: int
    evaluated_steps: int
    mean: list[float]
    ci95: list[float]
    tasks: list[list[float]]
    functions: list[dict[str, Any]]

    def course(self) -> dict[str, list[float] | list[int]]:
        """The curve alone, small enough to be kept of every measurement: `steps`, and `mean` and `ci95` after them.

        Of many steps COURSE_STEPS or so are kept, among them the first, the trained, the measured and the last one.
        """
        last = len(self.mean) - 1
        spread = {round(last * part / (COURSE_STEPS - 1)) for part in range(COURSE_STEPS)}
        steps = sorted(step for step in spread | {self.trained_steps, self.evaluated_steps} if 0 <= step <= last)
        rounded = {name: [float(f"{values[step]:.6g}") for step in steps]
                   for name, values in (("mean", self.mean), ("ci95", self.ci95))}  # fmt: skip
        return {"steps": steps, **rounded}


@dataclass(frozen=True)
class EvaluationReport(Report):
    """A measurement over fixed tasks. `ci95` is the half width of the 95 % interval of `after`."""

    event: ClassVar[str] = "evaluation"
    split: str
    iteration: int
    metric: str
    before: float | None  # before adaptation; None for methods that do not adapt by steps
    after: float
    ci95: float
    tasks: int
    loss: float  # mean query loss after adaptation
    seconds: float
    best: bool  # the best validation so far
    adaptation: Adaptation
    metrics: dict[str, dict[str, float]] | None = (
        None  # name -> mean and ci95 of every metric, where they were asked for
    )

    def to_json(self) -> dict[str, Any]:
        # The adaptation of single tasks is large, and has a file of its own: of each measurement only the mean curve is
        # kept. Training asks for no other metrics, and who asks for those asks for no curve.
        left_out = {"adaptation"} if self.metrics is not None else {"adaptation", "metrics"}
        small = {name: value for name, value in vars(self).items() if name not in left_out}
        if self.metrics is None:
            small["course"] = self.adaptation.course()
        return {"event": self.event, **plain(small)}


@dataclass(frozen=True)
class Checkpointed(Report):
    event: ClassVar[str] = "checkpoint"
    iteration: int
    path: str
    best: bool


@dataclass(frozen=True)
class Warned(Report):
    event: ClassVar[str] = "warning"
    message: str


@dataclass(frozen=True)
class Finished(Report):
    """The last report of a run that came to its end, or was stopped."""

    event: ClassVar[str] = "finished"
    run: str
    status: str  # finished or stopped
    iterations: int
    seconds: float
    tasks_per_second: float
    best: dict[str, Any] | None  # iteration, metric, value, ci95 on the validation tasks
    test: dict[str, Any] | None  # metric, before, after, ci95, tasks on the test tasks
    error: dict[str, Any] | None = None
    early: str = ""  # why it ended before its last iteration, where nobody stopped it


@dataclass(frozen=True)
class Failed(Finished):
    """The last report of a run that could not go on; `error` has title, what, remedy and details, and
    `remedies` where it is known which settings would help (see core.training.remedies)."""

    event: ClassVar[str] = "failed"


def plain(value: Any) -> Any:
    """The same value with every number that is not finite replaced by None."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value
