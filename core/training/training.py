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
from contextlib import closing
from functools import partial
from types import TracebackType
from typing import Any, Self, TypeVar

from core import memory
from core.algorithms.algorithm import Algorithm
from core.experiment import Experiment
from core.lazy import torch
from core.learners.layers import Params
from core.places import Places
from core.tasks.task import TaskBatch, TaskFacts, TaskSource
from core.training import checkpoint as checkpoints
from core.training import planning, precision, ranks
from core.training.checkpoint import Checkpoint, CheckpointError, FolderGone
from core.training.compile_ahead import keep_kernels_in
from core.training.evaluation import evaluate
from core.training.failure import Diverged, Failure, explain
from core.training.gradients import MetaGradients, meta_batches
from core.training.layer_norms import by_layer, is_recorded
from core.training.opening import build, choose_device, machine_threads, open_source, share
from core.training.outer import OuterLoop, meta_of
from core.training.progress import Progress
from core.training.record import Record
from core.training.remedies import Situation, advise
from core.training.reports import (
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


class Training:
    """One run of one experiment, from its newest checkpoint where there is one.

    Raises whatever `run.acquire` raises when another program trains this run.
    """

    leave_as = "stopped"  # the status that leaving early writes; "paused" where the person means to come back

    def __init__(self, experiment: Experiment, run: Record, places: Places) -> None:
        self.experiment, self.run, self.places = experiment, run, places
        self._so_far = Progress(experiment)
        self._saved_at = -1  # the iteration of the last checkpoint, which has all that is known
        self._outer: OuterLoop | None = None
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

    @property
    def iteration(self) -> int:
        """How many iterations are done."""
        return self._so_far.iteration

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
        far = {} if self._outer is None else {"iteration": self.iteration, "seconds": self._so_far.seconds}
        if kept:
            self.run.log(f"{failure.title}: {failure.what}\n{failure.details}")
            self.run.set_status("failed", error=failure.to_dict(), **far)
        if short and self._opened is not None:
            memory.give_back()
            facts, device = self._opened
            by_torchrun = ranks.processes(self.experiment.compute)
            at = Situation(
                self.experiment, facts, device, self.iteration, self._so_far.processes, by_torchrun, self._measuring
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
        plan = planning.plan(experiment, device, self._so_far.processes, ranks.processes(experiment.compute))
        self._so_far.processes = plan.processes
        torch.set_num_threads(plan.threads or machine_threads())
        self.run.log(f"device {device}, mapping {plan}, {torch.get_num_threads()} threads, from {self.iteration}")
        if self._so_far.precision is None:
            example = partial(self._example, algorithm, meta, source)
            self._so_far.precision, why = precision.choose(experiment, plan, algorithm, meta, example)
            self.run.log(f"precision {self._so_far.precision}: {why}")
            if self._so_far.precision != "float32" and not precision.in_hardware(device):
                yield self._warn(
                    f"This machine has no arithmetic for {self._so_far.precision}, so the run is slower for it"
                )
        keep_kernels_in(self.places.cache / "kernels")  # in the workers too
        with share(experiment, source.facts, plan.processes, device) as self._workers:
            for _ in self._workers.start():
                yield Preparing("Starting worker processes")
            yield Started(
                run=self.run.name,
                iteration=self.iteration,
                iterations=iterations,
                device=device,
                mapping=f"{plan}, {self._so_far.precision}" if self._so_far.precision != "float32" else str(plan),
                parameters=sum(value.numel() for value in meta.values()),
            )
            yield from self._train(algorithm, meta, source, plan)
            yield from self._finish(algorithm, source, device)

    def _train(
        self, algorithm: Algorithm, meta: Params, source: TaskSource, plan: planning.Plan
    ) -> Generator[Report, None, None]:
        assert self._outer is not None
        iterations = self.experiment.iterations
        if self.iteration or not iterations:
            yield from self._between(algorithm, meta, source)
        so_far = self._so_far
        assert so_far.precision is not None
        batches = meta_batches(self.experiment, algorithm, source, self.iteration)
        gradients = MetaGradients(self.experiment, plan, so_far.precision, self._workers, self.run.log, so_far.at_once)
        with closing(gradients):
            while self.iteration < iterations and not so_far.hopeless:
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
        if self._so_far.evaluated_at != iteration and (ended or iteration % experiment.evaluation.every == 0):
            yield from self._evaluate(algorithm, meta, source)
        ended = ended or bool(self._so_far.hopeless)
        if self._saved_at != iteration and (ended or iteration % experiment.compute.checkpoint_every == 0):
            yield self._save()

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
            self._so_far.restore(found.state)
            self._saved_at = self.iteration
            self.run.truncate_metrics(found.state["metrics_size"])
            return
        if unreadable:
            raise CheckpointError(f"no checkpoint of {self.run.name} can be read: {'; '.join(unreadable)}")
        self.run.truncate_metrics(0)

    def _iterate(
        self, gradients: MetaGradients, outer: OuterLoop, batch: TaskBatch
    ) -> Generator[Report, None, IterationReport]:
        result = yield from self._logged(gradients.of(outer.meta, batch))
        if gradients.at_once != self._so_far.at_once:  # the bits of all that follows depend on it
            self._so_far.at_once = gradients.at_once
            yield self._save()
        begun = time.perf_counter() - gradients.seconds
        watched = [result.loss, *(result.aux[name] for name in ("accuracy",) if name in result.aux)]
        each = is_recorded(self.iteration, self.experiment.iterations)
        norm, lr, (loss, *accuracy), norms = outer.step(result.gradient, self.iteration, watched, each)
        for quantity, value in (("meta-loss", loss), ("meta-gradient", norm)):
            if not math.isfinite(value):
                raise Diverged(quantity, value, self.iteration + 1, self._last_good())
        self._so_far.has_done(time.perf_counter() - begun)
        return IterationReport(
            iteration=self.iteration,
            loss=loss,
            accuracy=accuracy[0] if accuracy else None,
            gradient_norm=norm,
            lr=lr,
            seconds=self._so_far.seconds,
            tasks=self.iteration * batch.tasks,
            layer_norms=by_layer(norms) if each else None,
        )

    def _evaluate(self, algorithm: Algorithm, meta: Params, source: TaskSource) -> Generator[Report, None, None]:
        report = yield from self._measure(algorithm, meta, source, "validation", self.experiment.evaluation.tasks)
        if not math.isfinite(report.after):
            raise Diverged(f"validation {report.metric}", report.after, self.iteration, self._last_good())
        best = self._so_far.has_measured(report, algorithm.objective.higher_is_better)
        report = _replaced(report, best=best)
        self._saved_at = -1  # a checkpoint from before this knows nothing of it
        self.run.append(report)
        self.run.write_adaptation(report.adaptation)
        if best:  # before anything is told: whoever hears of it may leave
            path = checkpoints.save(self.run.checkpoints, checkpoints.BEST, self._checkpoint())
        self.run.set_status("running", **self._so_far.facts)
        yield report
        if best:
            yield Checkpointed(self.iteration, str(path), best=True)

    def _measure(
        self, algorithm: Algorithm, meta: Params, source: TaskSource, split: str, tasks: int
    ) -> Generator[Report, None, EvaluationReport]:
        self._measuring = True
        vectorised = planning.measures_at_once(self.experiment, str(source.device))
        measuring = evaluate(
            self.experiment, algorithm, meta, source, split,
            iteration=self.iteration, tasks=tasks, vectorised=vectorised, workers=self._workers,
        )  # fmt: skip
        report = yield from self._logged(measuring)
        self._measuring = False
        self._so_far.seconds += report.seconds
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
        finished = Finished(**self._facts("finished"), test=test, early=self._so_far.hopeless)
        self.run.append(finished)
        facts = self._so_far.facts | {"test": test}
        if finished.early:
            self.run.log(finished.early)
            facts["early"] = finished.early
        self.run.set_status("finished", **facts)
        yield finished

    # -- checkpoints and facts ----------------------------------------------------------------------------------

    def _save(self) -> Checkpointed:
        path = checkpoints.save(self.run.checkpoints, checkpoints.iteration_name(self.iteration), self._checkpoint())
        checkpoints.prune(self.run.checkpoints)
        self._saved_at = self.iteration
        self.run.set_status("running", **self._so_far.facts)
        return Checkpointed(self.iteration, str(path), best=False)

    def _checkpoint(self) -> Checkpoint:
        assert self._outer is not None
        return Checkpoint(self._outer.state(), self._so_far.state(self.run.metrics_size()))

    def _facts(self, status: str) -> dict[str, Any]:
        return {
            "run": self.run.name,
            "status": status,
            "iterations": self.iteration,
            "seconds": self._so_far.seconds,
            "tasks_per_second": self._so_far.tasks_per_second,
            "best": self._so_far.best,
        }

    def _last_good(self) -> str | None:
        found = checkpoints.newest(self.run.checkpoints)
        return found[0].name if found else None

    def _warn(self, message: str) -> Warned:
        self.run.log(f"warning: {message}")
        return Warned(message)


def _replaced(report: EvaluationReport, **changes: Any) -> EvaluationReport:
    import dataclasses

    return dataclasses.replace(report, **changes)
