"""Training as an iterator of reports: whoever iterates is in control.

    with Training(experiment, run, places) as training:
        for report in training:
            ...

To pause is not to ask for the next report; to stop is to leave the loop. Leaving writes a checkpoint, so a run can
always be resumed, and a resumed run computes what the unbroken run would have computed.
"""

import math
import time
from collections.abc import Generator, Iterator
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

from core import memory
from core.algorithms.algorithm import Algorithm
from core.experiment import Experiment
from core.lazy import torch
from core.learners.layers import Params
from core.places import Places
from core.tasks.task import TaskBatch, TaskFacts, TaskSource
from core.training import checkpoint as checkpoints
from core.training import mapping, precision, ranks
from core.training.checkpoint import Checkpoint, CheckpointError, FolderGone
from core.training.compile_ahead import keep_kernels_in
from core.training.evaluation import evaluate
from core.training.failure import Diverged, Failure, explain
from core.training.gradients import MetaGradients, meta_batches
from core.training.layer_norms import by_layer, is_recorded
from core.training.opening import build, choose_device, machine_threads, open_source, share
from core.training.outer import OuterLoop, meta_of
from core.training.remedies import Situation, advise
from core.training.reports import (
    Adaptation,
    Checkpointed,
    EvaluationReport,
    Failed,
    Finished,
    IterationReport,
    Preparing,
    Report,
    Started,
    Warned,
)

_News = TypeVar("_News", bound=Report)
_Result = TypeVar("_Result")


class Record(Protocol):
    """Where training writes what happens: a run folder (see core.runs.run)."""

    @property
    def name(self) -> str: ...
    @property
    def checkpoints(self) -> Path: ...
    def acquire(self) -> None: ...
    def release(self) -> None: ...
    def append(self, report: Report) -> None: ...
    def metrics_size(self) -> int: ...
    def truncate_metrics(self, size: int) -> None: ...
    def log(self, message: str) -> None: ...
    def set_status(self, status: str, **facts: Any) -> None: ...
    def write_split(self, classes: dict[str, list[str]]) -> None: ...
    def write_adaptation(self, adaptation: Adaptation) -> None: ...


class Training:
    """One run of one experiment, from its newest checkpoint where there is one.

    Raises whatever `run.acquire` raises when another program trains this run.
    """

    leave_as = "stopped"  # the status that leaving early writes; "paused" where the person means to come back

    def __init__(self, experiment: Experiment, run: Record, places: Places) -> None:
        self.experiment, self.run, self.places = experiment, run, places
        self.iteration = 0
        self._seconds = 0.0  # inside training and evaluation, without pauses
        self._iterating = 0.0  # the part of it that outer steps took
        self._saved_at = self._evaluated_at = -1
        self._best: dict[str, Any] | None = None
        self._outer: OuterLoop | None = None
        self._processes: int | None = None  # with which the run has begun
        self._precision: str | None = None  # in which it has begun
        self._at_once = experiment.compute.tasks_at_once  # fewer where memory has run out
        self._opened: tuple[TaskFacts, str] | None = None  # what is known of the tasks, and the device
        self._measuring = False
        self.ended = False  # whether it is settled how the run ends

    def __enter__(self) -> Self:
        self.run.acquire()
        self._reports = self._guarded()
        return self

    def __iter__(self) -> Iterator[Report]:
        return self._reports

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._reports.close()
            if not self.ended:
                if self._outer is not None and self._saved_at != self.iteration:
                    self._save()
                self.run.set_status(self.leave_as, left=True)
        finally:
            self.run.release()
            memory.give_back()

    def pause(self) -> None:
        """Write a checkpoint and say that the run is paused. Not asking for the next report is what pauses it."""
        if self._outer is not None and not self.ended:
            if self._saved_at != self.iteration:
                self._save()
            self.run.set_status("paused")

    def resume(self) -> None:
        """Say that the run goes on, before asking for the next report."""
        if not self.ended:
            self.run.set_status("running")

    def summary(self, status: str = "stopped") -> Finished:
        """What has been reached so far, as the last report of a run that is left early."""
        return Finished(**self._facts(status), test=None)

    # -- the course of a run ------------------------------------------------------------------------------------

    def _guarded(self) -> Generator[Report, None, None]:
        """All reports; an error of any kind becomes the last one, with nothing lost."""
        try:
            yield from self._course()
            return
        except Exception as error:  # noqa: BLE001 - reported whole, with its traceback
            failure, short = explain(error, self.experiment), memory.ran_out(error)
            kept = not isinstance(error, FolderGone)  # else there is nowhere to write it
        except GeneratorExit:
            raise  # left between two reports, where all is whole
        except BaseException:
            self._outer = None  # interrupted within an iteration, which may be half done: the last checkpoint stands
            raise
        yield from self._fail(failure, short, kept)  # now that the error no longer holds what was computed

    def _fail(self, failure: Failure, short: bool, kept: bool) -> Generator[Report, None, None]:
        """The end of a run that cannot go on; where it is `short` of memory, with what would help."""
        self.ended = True
        # Before the checkpoint is read nothing is known of how far the run was; status.json says it already.
        far = {} if self._outer is None else {"iteration": self.iteration, "seconds": self._seconds}
        if kept:
            self.run.log(f"{failure.title}: {failure.what}\n{failure.details}")
            self.run.set_status("failed", error=failure.to_dict(), **far)
        if short and self._opened is not None:
            memory.give_back()
            facts, device = self._opened
            by_torchrun = ranks.processes(self.experiment.compute)
            at = Situation(
                self.experiment, facts, device, self.iteration, self._processes, by_torchrun, self._measuring
            )
            failure = failure.advised((yield from advise(at, self.run.log)))
            self.run.log(failure.remedy)
            self.run.set_status("failed", error=failure.to_dict(), **far)
        failed = Failed(**self._facts("failed"), test=None, error=failure.to_dict())
        if kept:
            self.run.append(failed)
        yield failed

    def _course(self) -> Generator[Report, None, None]:
        experiment = self.experiment.check()
        iterations = experiment.iterations
        self.run.set_status("running", left=False, iterations=iterations, error=None)
        device = choose_device(experiment.compute.device)
        source = yield from self._logged(open_source(experiment.dataset, experiment.seed, self.places))
        source.to(device)
        self.run.write_split(source.classes)
        self._opened = source.facts, device
        algorithm = build(experiment, source)
        generator = torch.Generator().manual_seed(experiment.seed)
        meta = {name: value.to(device) for name, value in algorithm.init(generator).items()}
        outer = OuterLoop(experiment.outer, meta, algorithm.pace, algorithm.decays)
        yield from self._resume(outer)
        self._outer = outer
        plan = mapping.plan(experiment, device, self._processes, ranks.processes(experiment.compute))
        self._processes = plan.processes
        torch.set_num_threads(plan.threads or machine_threads())
        self.run.log(f"device {device}, mapping {plan}, {torch.get_num_threads()} threads, from {self.iteration}")
        if self._precision is None:
            example = partial(self._example, algorithm, meta, source)
            self._precision, why = precision.choose(experiment, plan, algorithm, meta, example)
            self.run.log(f"precision {self._precision}: {why}")
            if self._precision != "float32" and not precision.in_hardware(device):
                yield self._warn(f"This machine has no arithmetic for {self._precision}, so the run is slower for it")
        keep_kernels_in(self.places.cache / "kernels")  # in the workers too
        with share(experiment, source.facts, plan.processes, device) as self._workers:
            for _ in self._workers.start():
                yield Preparing("Starting worker processes")
            yield Started(
                run=self.run.name,
                iteration=self.iteration,
                iterations=iterations,
                device=device,
                mapping=f"{plan}, {self._precision}" if self._precision != "float32" else str(plan),
                parameters=sum(value.numel() for value in meta.values()),
            )
            yield from self._train(algorithm, meta, source, plan)
            yield from self._finish(algorithm, source, device)

    def _train(
        self, algorithm: Algorithm, meta: Params, source: TaskSource, plan: mapping.Plan
    ) -> Generator[Report, None, None]:
        assert self._outer is not None
        iterations = self.experiment.iterations
        if self.iteration or not iterations:
            yield from self._between(algorithm, meta, source)
        assert self._precision is not None
        gradients = MetaGradients(self.experiment, plan, self._precision, self._workers, self.run.log, self._at_once)
        batches = meta_batches(self.experiment, algorithm, source, self.iteration)
        while self.iteration < iterations and not self._hopeless:
            batch = algorithm.chosen(meta, next(batches))
            yield from self._logged(gradients.prepare(self.iteration, algorithm.at(self.iteration), meta, batch))
            report = yield from self._iterate(gradients, self._outer, batch)
            self.run.append(report)
            yield report
            yield from self._between(algorithm, meta, source)

    def _example(self, algorithm: Algorithm, meta: Params, source: TaskSource) -> TaskBatch:
        """The next meta-batch, as far as drawing it again tells."""
        return algorithm.chosen(meta, next(meta_batches(self.experiment, algorithm, source, self.iteration)))

    def _between(self, algorithm: Algorithm, meta: Params, source: TaskSource) -> Generator[Report, None, None]:
        """What is due after an iteration. A resumed run comes here first, for it may have been left before that."""
        experiment, iteration = self.experiment, self.iteration
        ended = iteration == experiment.iterations
        if self._evaluated_at != iteration and (ended or iteration % experiment.evaluation.every == 0):
            yield from self._evaluate(algorithm, meta, source)
        ended = ended or bool(self._hopeless)
        if self._saved_at != iteration and (ended or iteration % experiment.compute.checkpoint_every == 0):
            yield self._save()

    @property
    def _hopeless(self) -> str:
        """Why training ends before its last iteration, where the experiment asks for that; else empty.

        It depends on nothing but what checkpoints keep, so a resumed run ends where the unbroken one would have ended.
        """
        patience, every = self.experiment.evaluation.patience, self.experiment.evaluation.every
        if patience is None or self._best is None or self.iteration == self.experiment.iterations:
            return ""
        best = self._best["iteration"]
        without = (self._evaluated_at - best) // every
        if without < patience:
            return ""
        times = "1 evaluation" if without == 1 else f"{without} evaluations in a row"
        return (
            f"Ended early, at iteration {self.iteration:,} of {self.experiment.iterations:,}: {times} without a better "
            f"validation result than that of iteration {best:,}"
        )

    def _logged(self, work: "Generator[_News, None, _Result]") -> "Generator[_News, None, _Result]":
        """Pass on what some work tells, and keep its warnings in the log; returns its result."""
        while True:
            try:
                news = next(work)
            except StopIteration as stop:
                return stop.value  # type: ignore[no-any-return]
            if isinstance(news, Warned):
                self.run.log(f"warning: {news.message}")
            yield news

    def _resume(self, outer: OuterLoop) -> Generator[Report, None, None]:
        """Go on from the newest checkpoint that can be read; say which ones cannot.

        Raises CheckpointError where there are some and none can be read, and leaves everything as it is.
        """
        unreadable = []
        for path in checkpoints.by_age(self.run.checkpoints):
            try:
                found = checkpoints.load(path)
                outer.restore(found.tensors)
            except CheckpointError as error:
                unreadable.append(str(error))
                continue
            for words in unreadable:
                yield self._warn(f"{words}; going on from {path.name}")
            state = found.state
            self.iteration = self._saved_at = state["iteration"]
            self._evaluated_at = state["evaluated"]
            self._seconds, self._iterating, self._best = state["seconds"], state["iterating"], state["best"]
            self._processes = state.get("processes", 1)  # earlier versions knew of one only, and of 32 bits
            self._precision = state.get("precision", "float32")
            self._at_once = state.get("tasks_at_once", self._at_once)
            self.run.truncate_metrics(state["metrics_size"])
            return
        if unreadable:
            raise CheckpointError(f"no checkpoint of {self.run.name} can be read: {'; '.join(unreadable)}")
        self.run.truncate_metrics(0)

    def _iterate(
        self, gradients: MetaGradients, outer: OuterLoop, batch: TaskBatch
    ) -> Generator[Report, None, IterationReport]:
        result = yield from self._logged(gradients.of(outer.meta, batch))
        if gradients.at_once != self._at_once:  # the bits of all that follows depend on it
            self._at_once = gradients.at_once
            yield self._save()
        begun = time.perf_counter() - gradients.seconds
        watched = [result.loss, *(result.aux[name] for name in ("accuracy",) if name in result.aux)]
        each = is_recorded(self.iteration, self.experiment.iterations)
        norm, lr, (loss, *accuracy), norms = outer.step(result.gradient, self.iteration, watched, each)
        for quantity, value in (("meta-loss", loss), ("meta-gradient", norm)):
            if not math.isfinite(value):
                raise Diverged(quantity, value, self.iteration + 1, self._last_good())
        self.iteration += 1
        spent = time.perf_counter() - begun
        self._seconds += spent
        self._iterating += spent
        return IterationReport(
            iteration=self.iteration,
            loss=loss,
            accuracy=accuracy[0] if accuracy else None,
            gradient_norm=norm,
            lr=lr,
            seconds=self._seconds,
            tasks=self.iteration * batch.tasks,
            layer_norms=by_layer(norms) if each else None,
        )

    def _evaluate(self, algorithm: Algorithm, meta: Params, source: TaskSource) -> Generator[Report, None, None]:
        report = yield from self._measure(algorithm, meta, source, "validation", self.experiment.evaluation.tasks)
        if not math.isfinite(report.after):
            raise Diverged(f"validation {report.metric}", report.after, self.iteration, self._last_good())
        sign = 1 if algorithm.objective.higher_is_better else -1
        best = self._best is None or sign * report.after > sign * self._best["value"]
        if best:
            self._best = {
                "iteration": self.iteration,
                "metric": report.metric,
                "value": report.after,
                "ci95": report.ci95,
            }
        report = _replaced(report, best=best)
        self._evaluated_at, self._saved_at = self.iteration, -1  # a checkpoint from before this knows nothing of it
        self.run.append(report)
        self.run.write_adaptation(report.adaptation)
        if best:  # before anything is told: whoever hears of it may leave
            path = checkpoints.save(self.run.checkpoints, checkpoints.BEST, self._checkpoint())
        self.run.set_status(
            "running", iteration=self.iteration, seconds=self._seconds, best=self._best,
            tasks_per_second=self._tasks_per_second(),
        )  # fmt: skip
        yield report
        if best:
            yield Checkpointed(self.iteration, str(path), best=True)

    def _measure(
        self, algorithm: Algorithm, meta: Params, source: TaskSource, split: str, tasks: int
    ) -> Generator[Report, None, EvaluationReport]:
        self._measuring = True
        vectorised = mapping.measures_at_once(self.experiment, str(source.device))
        measuring = evaluate(
            self.experiment, algorithm, meta, source, split,
            iteration=self.iteration, tasks=tasks, vectorised=vectorised, workers=self._workers,
        )  # fmt: skip
        report = yield from self._logged(measuring)
        self._measuring = False
        self._seconds += report.seconds
        return report

    def _finish(self, algorithm: Algorithm, source: TaskSource, device: str) -> Generator[Report, None, None]:
        """The test classes, once, on the best checkpoint; then the end."""
        assert self._outer is not None
        try:
            best = checkpoints.load(self.run.checkpoints / checkpoints.BEST)
        except CheckpointError as error:
            yield self._warn(f"{error}; the test is made with the network as it is after the last iteration")
            best = self._checkpoint()
        meta = {name: value.to(device) for name, value in meta_of(best.tensors).items()}
        tasks = self.experiment.evaluation.test_tasks
        report = yield from self._measure(algorithm, meta, source, "test", tasks)
        report = _replaced(report, iteration=best.state["iteration"])
        self.run.append(report)
        yield report
        test = {name: getattr(report, name) for name in ("metric", "before", "after", "ci95", "tasks", "iteration")}
        self.ended = True
        finished = Finished(**self._facts("finished"), test=test, early=self._hopeless)
        self.run.append(finished)
        facts: dict[str, Any] = {"iteration": self.iteration, "seconds": self._seconds, "best": self._best}
        facts["test"] = test
        if finished.early:
            self.run.log(finished.early)
            facts["early"] = finished.early
        self.run.set_status("finished", tasks_per_second=self._tasks_per_second(), **facts)
        yield finished

    # -- checkpoints and facts ----------------------------------------------------------------------------------

    def _save(self) -> Checkpointed:
        path = checkpoints.save(self.run.checkpoints, checkpoints.iteration_name(self.iteration), self._checkpoint())
        checkpoints.prune(self.run.checkpoints)
        self._saved_at = self.iteration
        facts = {"iteration": self.iteration, "seconds": self._seconds, "best": self._best}
        self.run.set_status("running", tasks_per_second=self._tasks_per_second(), **facts)
        return Checkpointed(self.iteration, str(path), best=False)

    def _checkpoint(self) -> Checkpoint:
        assert self._outer is not None
        state = {
            "iteration": self.iteration,
            "seconds": self._seconds,
            "iterating": self._iterating,
            "best": self._best,
            "evaluated": self._evaluated_at,
            "processes": self._processes,
            "precision": self._precision,
            "tasks_at_once": self._at_once,
            "metrics_size": self.run.metrics_size(),
        }
        return Checkpoint(self._outer.state(), state)

    def _facts(self, status: str) -> dict[str, Any]:
        return {
            "run": self.run.name,
            "status": status,
            "iterations": self.iteration,
            "seconds": self._seconds,
            "tasks_per_second": self._tasks_per_second(),
            "best": self._best,
        }

    def _tasks_per_second(self) -> float:
        done = self.iteration * self.experiment.outer.meta_batch_size
        return done / self._iterating if self._iterating else 0.0

    def _last_good(self) -> str | None:
        found = checkpoints.newest(self.run.checkpoints)
        return found[0].name if found else None

    def _warn(self, message: str) -> Warned:
        self.run.log(f"warning: {message}")
        return Warned(message)


def _replaced(report: EvaluationReport, **changes: Any) -> EvaluationReport:
    import dataclasses

    return dataclasses.replace(report, **changes)
