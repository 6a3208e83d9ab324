"""Training as an iterator: what it reports, what it leaves in the run folder, and that leaving it loses nothing."""

import dataclasses
import gc
import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from core import registry
from core.experiment import Experiment
from core.places import Places
from core.runs.run import Run, RunError
from core.tasks.sinusoid import SinusoidTasks
from core.tasks.task import DataError, Task
from core.training import checkpoint
from core.training.opening import build, choose_device
from core.training.outer import OuterLoop, meta_of
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
from core.training.training import Training

Tiny = Callable[..., Experiment]


def train(
    experiment: Experiment, places: Places, run: Run | None = None, reports: int | None = None
) -> tuple[Run, list[Report]]:
    """Train to the end, or until so many reports have come."""
    run = run or Run.create(experiment, places.runs)
    seen: list[Report] = []
    with Training(experiment, run, places) as training:
        for report in training:
            seen.append(report)
            if len(seen) == reports:
                break
    return run, seen


def of(sort: type[Any], reports: list[Report]) -> list[Any]:
    return [report for report in reports if isinstance(report, sort)]


def source_of(experiment: Experiment) -> SinusoidTasks:
    return SinusoidTasks(experiment.dataset, experiment.seed)  # type: ignore[arg-type]


def predicted(params: dict[str, Tensor], x: Tensor) -> Tensor:
    """The network 8-8 written out."""
    for layer in ("layer1", "layer2"):
        x = torch.relu(x @ params[f"{layer}.weight"].T + params[f"{layer}.bias"])
    return x @ params["head.weight"].T + params["head.bias"]


def errors(meta: dict[str, Tensor], task: Task, steps: int, inner_lr: float) -> list[float]:
    """Squared error on the queries after 0 … steps plain gradient steps, with torch's own autograd and SGD."""
    params = {name: value.clone().requires_grad_() for name, value in meta.items()}
    optimizer = torch.optim.SGD(params.values(), lr=inner_lr)
    found = []
    for _ in range(steps + 1):
        with torch.no_grad():
            found.append(float((predicted(params, task.query_x) - task.query_y).square().mean()))
        optimizer.zero_grad()
        (predicted(params, task.support_x) - task.support_y).square().mean().backward()
        optimizer.step()
    return found


def known(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Records without what a clock put in."""
    return [{k: v for k, v in record.items() if k not in ("seconds", "tasks_per_second", "run")} for record in records]


# -- what is reported -----------------------------------------------------------------------------------------------


def test_the_order_of_the_reports(tiny: Tiny, places: Places) -> None:
    experiment = tiny(outer={"iterations": 14}, evaluation={"every": 4}, compute={"checkpoint_every": 6})
    run, reports = train(experiment, places)
    expected: list[tuple[str, int]] = [("started", 0)]
    best = math.inf
    after = {report.iteration: report.after for report in of(EvaluationReport, reports) if report.split == "validation"}
    for iteration in range(1, 15):
        expected.append(("iteration", iteration))
        if iteration in (4, 8, 12, 14):
            expected.append(("evaluation", iteration))
            if after[iteration] < best:
                best, winner = after[iteration], iteration
                expected.append(("checkpoint", iteration))
        if iteration in (6, 12, 14):
            expected.append(("checkpoint", iteration))
    expected += [("evaluation", winner), ("finished", 14)]
    told = [report for report in reports if not isinstance(report, Preparing)]
    assert [(r.event, getattr(r, "iteration", getattr(r, "iterations", None))) for r in told] == expected
    flagged = [report.iteration for report in of(EvaluationReport, reports) if report.best]
    assert flagged == [report.iteration for report in of(Checkpointed, reports) if report.best]
    assert flagged[-1] == winner
    assert [path.name for path in checkpoint.newest(run.checkpoints)] == [
        checkpoint.iteration_name(n) for n in (14, 12)
    ]
    for report in of(Checkpointed, reports)[-2:]:
        assert Path(report.path).name in {path.name for path in run.checkpoints.iterdir()}


def test_what_an_iteration_reports(tiny: Tiny, places: Places) -> None:
    experiment = tiny(outer={"iterations": 4, "schedule": "linear", "lr": 0.01, "optimizer": "sgd"})
    _, reports = train(experiment, places)
    (started,) = of(Started, reports)
    told = of(IterationReport, reports)
    source = source_of(experiment)
    algorithm = build(experiment, source)
    meta = algorithm.init(torch.Generator().manual_seed(experiment.seed))
    assert started.parameters == (1 * 8 + 8) + (8 * 8 + 8) + (8 * 1 + 1)
    assert (started.iteration, started.iterations, started.device, started.mapping) == (0, 4, "cpu", "vectorised")
    for place, report in enumerate(told):
        batch = source.sample("train", range(4 * place, 4 * place + 4))
        losses, gradient = [], {name: torch.zeros_like(value) for name, value in meta.items()}
        for number in range(4):
            task = batch.task(number)
            params = {name: value.clone().requires_grad_() for name, value in meta.items()}
            loss = (predicted(params, task.support_x) - task.support_y).square().mean()
            slopes = torch.autograd.grad(loss, params.values(), create_graph=True)
            moved = {name: params[name] - 0.01 * slope for name, slope in zip(params, slopes, strict=True)}
            loss = (predicted(moved, task.query_x) - task.query_y).square().mean()
            for name, slope in zip(params, torch.autograd.grad(loss, params.values()), strict=True):
                gradient[name] += slope / 4
            losses.append(loss.item())
        norm = float(torch.cat([value.flatten() for value in gradient.values()]).norm())
        assert report.iteration == place + 1
        assert report.loss == pytest.approx(sum(losses) / 4, rel=1e-4)
        assert report.gradient_norm == pytest.approx(norm, rel=1e-3)
        assert report.layer_norms is not None
        assert list(report.layer_norms) == ["layer1", "layer2", "head"]
        for layer, found in report.layer_norms.items():
            parts = torch.cat([gradient[f"{layer}.{part}"].flatten() for part in ("weight", "bias")])
            assert found == pytest.approx(float(parts.norm()), rel=1e-3)
        assert report.lr == pytest.approx(0.01 * (1 - place / 4))
        assert (report.tasks, report.accuracy) == (4 * (place + 1), None)
        meta = {name: value - report.lr * gradient[name] for name, value in meta.items()}
    assert [report.seconds for report in told] == sorted(report.seconds for report in told)


def test_the_run_folder_says_the_same(tiny: Tiny, places: Places) -> None:
    experiment = tiny()
    run, reports = train(experiment, places)
    recorded = [report for report in reports if isinstance(report, IterationReport | EvaluationReport | Finished)]
    assert run.records() == [json.loads(json.dumps(report.to_json())) for report in recorded]
    (finished,) = of(Finished, reports)
    status = run.status
    assert (status["status"], status["iteration"], status["iterations"]) == ("finished", 20, 20)
    assert status["best"] == finished.best
    assert status["test"] == finished.test
    assert run.experiment == experiment
    assert json.loads((run.path / "split.json").read_text()) == source_of(experiment).classes
    adaptation = run.read_adaptation()
    last = [report for report in of(EvaluationReport, reports) if report.split == "validation"][-1]
    assert adaptation == json.loads(json.dumps(dataclasses.asdict(last.adaptation)))
    assert "mapping vectorised" in (run.path / "log.txt").read_text()
    assert not run.is_held()


def test_classification_tells_accuracy(places: Places) -> None:
    experiment = Experiment.from_dict(
        {
            "dataset": {"kind": "glyphs", "shots": 1, "queries": 2},
            "learner": {"kind": "mlp", "hidden": "8"},
            "algorithm": {"kind": "prototypical"},
            "outer": {"iterations": 2, "meta_batch_size": 2},
            "evaluation": {"tasks": 2, "test_tasks": 2},
            "compute": {"device": "cpu"},
        }
    )
    _, reports = train(experiment, places)
    assert all(0 <= report.accuracy <= 1 for report in of(IterationReport, reports))
    for report in of(EvaluationReport, reports):
        assert (report.metric, report.before, len(report.adaptation.mean)) == ("accuracy", None, 1)
        assert report.after * 20 == pytest.approx(round(report.after * 20))  # 2 tasks of 10 queries


# -- measuring ------------------------------------------------------------------------------------------------------


def test_the_interval_is_that_of_the_tasks(tiny: Tiny, places: Places) -> None:
    """Mean and 1.96 · s/√n, from a computation of its own on the checkpoint that was measured."""
    experiment = tiny(evaluation={"every": 10, "tasks": 13, "inner_steps": 3})
    run, reports = train(experiment, places)
    batch = source_of(experiment).sample("validation", range(13))
    for report in of(EvaluationReport, reports)[:2]:
        state = checkpoint.load(run.checkpoints / checkpoint.iteration_name(report.iteration))
        curves = [errors(meta_of(state.tensors), batch.task(place), 6, 0.01) for place in range(13)]
        for step in range(7):
            column = [curve[step] for curve in curves]
            mean = sum(column) / 13
            spread = math.sqrt(sum((value - mean) ** 2 for value in column) / 12)
            assert report.adaptation.mean[step] == pytest.approx(mean, rel=1e-4)
            assert report.adaptation.ci95[step] == pytest.approx(1.96 * spread / math.sqrt(13), rel=1e-4)
        assert report.before == report.adaptation.mean[0]
        assert (report.after, report.ci95) == (report.adaptation.mean[3], report.adaptation.ci95[3])
        assert report.loss == pytest.approx(report.after, rel=1e-5)
        assert (report.tasks, report.split, report.metric) == (13, "validation", "mse")
        torch.testing.assert_close(
            torch.tensor(report.adaptation.tasks)[:, :7], torch.tensor(curves), rtol=1e-3, atol=1e-4
        )
        for shown in report.adaptation.functions:
            task = batch.task(shown["task"])
            assert shown["support_x"] == task.support_x.flatten().tolist()
            assert len(shown["steps"]) == len(report.adaptation.mean)


@pytest.fixture
def sampled(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, range, Tensor]]:
    """What the source of sinusoids is asked for, in order."""
    found: list[tuple[str, range, Tensor]] = []
    sample = SinusoidTasks.sample

    def recorded(self: SinusoidTasks, split: str, tasks: range, noise: int = 0) -> Any:
        batch = sample(self, split, tasks, noise)
        found.append((split, tasks, batch.support_x))
        return batch

    monkeypatch.setattr(SinusoidTasks, "sample", recorded)
    return found


def test_evaluation_tasks_are_the_same_every_time(
    tiny: Tiny, places: Places, sampled: list[tuple[str, range, Tensor]]
) -> None:
    train(tiny(outer={"iterations": 30}), places)
    whole = [(tasks, x) for split, tasks, x in sampled if split == "validation" and len(tasks) == 8]
    assert len(whole) == 3
    for tasks, x in whole:
        assert tasks == range(8)
        assert torch.equal(x, whole[0][1])
    assert all(tasks.stop <= 8 for split, tasks, _ in sampled if split == "validation")


def test_the_test_classes_are_used_once_at_the_end_on_the_best(
    tiny: Tiny, places: Places, sampled: list[tuple[str, range, Tensor]]
) -> None:
    experiment = tiny(outer={"iterations": 30, "lr": 0.1}, evaluation={"test_tasks": 17})
    run, reports = train(experiment, places)
    splits = [split for split, _, _ in sampled]
    assert splits.count("test") == 1 + 6  # the measurement, and the curves of a few of its tasks to look at
    assert "test" not in splits[: -splits.count("test")]
    assert next(tasks for split, tasks, _ in sampled if split == "test") == range(17)
    tests = [report for report in of(EvaluationReport, reports) if report.split == "test"]
    assert len(tests) == 1
    best = min((r for r in of(EvaluationReport, reports) if r.split == "validation"), key=lambda report: report.after)
    assert best.iteration != 30, "the last is the best: this test needs settings where it is not"
    state = checkpoint.load(run.checkpoints / checkpoint.BEST)
    assert state.state["iteration"] == tests[0].iteration == best.iteration
    batch = source_of(experiment).sample("test", range(17))
    curves = [errors(meta_of(state.tensors), batch.task(place), 1, 0.01) for place in range(17)]
    assert tests[0].after == pytest.approx(sum(curve[1] for curve in curves) / 17, rel=1e-4)
    assert tests[0].before == pytest.approx(sum(curve[0] for curve in curves) / 17, rel=1e-4)
    (finished,) = of(Finished, reports)
    assert finished.test is not None
    assert finished.best is not None
    assert (finished.test["after"], finished.test["tasks"]) == (tests[0].after, 17)
    assert (finished.best["iteration"], finished.best["value"]) == (best.iteration, best.after)


# -- leaving and coming back ----------------------------------------------------------------------------------------


def final_tensors(run: Run) -> dict[str, Tensor]:
    return checkpoint.load(checkpoint.newest(run.checkpoints)[0]).tensors


def same_end(run: Run, other: Run) -> None:
    """Two runs ended with the same bits and told the same story."""
    assert known(run.records()) == known(other.records())
    for name in ("iteration-000000006.safetensors", checkpoint.BEST):
        one, two = (checkpoint.load(path / name) for path in (run.checkpoints, other.checkpoints))
        assert one.tensors.keys() == two.tensors.keys()
        assert all(torch.equal(one.tensors[key], two.tensors[key]) for key in one.tensors)
    assert run.status["status"] == "finished"


SMALL: dict[str, Any] = {
    "outer": {"iterations": 6},
    "evaluation": {"every": 2, "tasks": 2, "test_tasks": 2},
    "compute": {"checkpoint_every": 3},
}


@pytest.mark.parametrize(("algorithm", "every"), [("maml", 1), ("reptile", 4)])
def test_wherever_a_run_is_left_it_ends_the_same(tiny: Tiny, places: Places, algorithm: str, every: int) -> None:
    experiment = tiny(**SMALL).with_value("algorithm.kind", algorithm)
    unbroken, reports = train(experiment, places)
    assert len(of(EvaluationReport, reports)) == 4
    for left_after in range(1, len(reports), every):
        run, seen = train(experiment, places, reports=left_after)
        assert run.status["status"] == ("stopped" if not isinstance(seen[-1], Finished) else "finished")
        train(experiment, places, run)
        same_end(run, unbroken)


def test_a_run_may_be_left_again_and_again(tiny: Tiny, places: Places) -> None:
    experiment = tiny(**SMALL)
    unbroken, _ = train(experiment, places)
    run = Run.create(experiment, places.runs)
    for _ in range(20):
        train(experiment, places, run, reports=5)
        if run.status["status"] == "finished":
            break
    same_end(run, unbroken)


def test_leaving_writes_a_checkpoint(tiny: Tiny, places: Places) -> None:
    experiment = tiny()
    run = Run.create(experiment, places.runs)
    with Training(experiment, run, places) as training:
        for report in training:
            if isinstance(report, IterationReport) and report.iteration == 7:
                assert run.is_held()
                break
    assert checkpoint.newest(run.checkpoints)[0].name == checkpoint.iteration_name(7)
    assert (run.status["status"], run.status["iteration"]) == ("stopped", 7)
    assert not run.is_held()
    assert training.summary().iterations == 7


def test_an_error_of_whoever_iterates_loses_nothing(tiny: Tiny, places: Places) -> None:
    experiment = tiny()
    run = Run.create(experiment, places.runs)

    def stumble() -> None:
        with Training(experiment, run, places) as training:
            for report in training:
                if isinstance(report, IterationReport) and report.iteration == 3:
                    1 / 0

    with pytest.raises(ZeroDivisionError):
        stumble()
    assert checkpoint.newest(run.checkpoints)[0].name == checkpoint.iteration_name(3)
    assert run.status["status"] == "stopped"


@pytest.mark.parametrize("moment", ["before", "after"])
def test_interrupted_in_the_middle_of_an_iteration(
    tiny: Tiny, places: Places, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Ctrl+C may fall between a step and its report: what goes on is a state that is whole."""
    experiment = tiny(**SMALL)
    unbroken, _ = train(experiment, places)
    run = Run.create(experiment, places.runs)
    step = OuterLoop.step

    def interrupted(self: OuterLoop, gradient: dict[str, Tensor], iteration: int, *rest: Any) -> Any:
        if iteration == 4 and moment == "before":
            raise KeyboardInterrupt
        result = step(self, gradient, iteration, *rest)
        if iteration == 4:
            raise KeyboardInterrupt
        return result

    monkeypatch.setattr(OuterLoop, "step", interrupted)
    with pytest.raises(KeyboardInterrupt):
        train(experiment, places, run)
    monkeypatch.undo()
    assert run.status["status"] == "stopped"
    train(experiment, places, run)
    same_end(run, unbroken)


def test_pausing(tiny: Tiny, places: Places) -> None:
    experiment = tiny(**SMALL)
    unbroken, _ = train(experiment, places)
    run = Run.create(experiment, places.runs)
    with Training(experiment, run, places) as training:
        for report in training:
            if isinstance(report, IterationReport) and report.iteration in (1, 4):
                training.pause()
                assert run.status["status"] == "paused"
                assert checkpoint.newest(run.checkpoints)[0].name == checkpoint.iteration_name(report.iteration)
                training.resume()
                assert run.status["status"] == "running"
    assert known(run.records()) == known(unbroken.records())
    assert all(torch.equal(value, final_tensors(unbroken)[name]) for name, value in final_tensors(run).items())


def test_leaving_a_paused_run_keeps_it_paused(tiny: Tiny, places: Places) -> None:
    experiment = tiny()
    run = Run.create(experiment, places.runs)
    with Training(experiment, run, places) as training:
        training.leave_as = "paused"
        next(report for report in training if isinstance(report, IterationReport))
    assert run.status["status"] == "paused"


def test_a_run_is_trained_by_one_at_a_time(tiny: Tiny, places: Places) -> None:
    experiment = tiny()
    run = Run.create(experiment, places.runs)
    with Training(experiment, run, places) as training:
        next(iter(training))
        with (
            pytest.raises(RunError, match="being trained by another program"),
            Training(experiment, Run.open(run.path), places),
        ):
            pass
        assert run.status["status"] == "running"


def test_the_test_without_the_best_checkpoint(tiny: Tiny, places: Places) -> None:
    """Where it is damaged the run still ends with a test, of what is left, and says so."""
    experiment = tiny(**SMALL)
    run = Run.create(experiment, places.runs)
    warned, finished = [], None
    with Training(experiment, run, places) as training:
        for report in training:
            if isinstance(report, EvaluationReport) and report.split == "validation":
                (run.checkpoints / checkpoint.BEST).write_bytes(b"damaged")
            warned += [report.message] if isinstance(report, Warned) else []
            finished = report
    assert any("best.safetensors cannot be read" in message for message in warned)
    assert isinstance(finished, Finished)
    assert finished.test is not None
    assert finished.test["iteration"] == experiment.outer.iterations


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)


def test_resuming_falls_back_on_the_best_checkpoint(tiny: Tiny, places: Places) -> None:
    experiment = tiny(**SMALL)
    unbroken, _ = train(experiment, places)
    run, _ = train(experiment, places, reports=14)
    for path in checkpoint.newest(run.checkpoints):
        damage(path)
    best = checkpoint.load(run.checkpoints / checkpoint.BEST).state["iteration"]
    _, reports = train(experiment, places, run)
    warned = [report.message for report in reports if isinstance(report, Warned)]
    assert warned
    assert all("going on from best.safetensors" in message for message in warned)
    (started,) = [report for report in reports if isinstance(report, Started)]
    assert started.iteration == best > 0
    same_end(run, unbroken)


def test_a_run_whose_checkpoints_are_all_damaged_is_left_as_it_is(tiny: Tiny, places: Places) -> None:
    experiment = tiny(**SMALL)
    run, _ = train(experiment, places, reports=14)
    for path in checkpoint.by_age(run.checkpoints):
        damage(path)
    records, before = run.records(), run.status
    assert before["iteration"] > 0
    _, reports = train(experiment, places, run)
    failed = reports[-1]
    assert isinstance(failed, Failed)
    assert failed.error is not None
    assert "No checkpoint of" in failed.error["what"]
    assert run.status["status"] == "failed"
    assert {name: run.status[name] for name in ("iteration", "seconds")} == {
        name: before[name] for name in ("iteration", "seconds")
    }
    assert [record for record in run.records() if record["event"] != "failed"] == records


# -- failing --------------------------------------------------------------------------------------------------------


def test_a_run_that_diverges_says_so(tiny: Tiny, places: Places) -> None:
    calm = tiny()
    run, _ = train(calm, places, reports=10)
    wild = calm.with_value("algorithm.inner_lr", 100.0).with_value("algorithm.inner_steps", 20)
    before = run.status["iteration"]
    name = checkpoint.newest(run.checkpoints)[0].name
    with Training(wild, run, places) as training:
        reports = list(training)
    failed = reports[-1]
    assert isinstance(failed, Failed)
    assert failed.error is not None
    assert failed.error["title"] == "The run diverged"
    assert f"of iteration {before + 1} is" in failed.error["what"]
    assert name in failed.error["what"]
    for words in ("algorithm.inner_lr (now 100)", "outer.lr (now 0.001)", "outer.clip_gradient"):
        assert words in failed.error["remedy"]
    assert "Diverged" in failed.error["details"]
    assert (run.status["status"], run.status["error"]) == ("failed", failed.error)
    assert run.records()[-1]["event"] == "failed"
    assert all(bool(value.isfinite().all()) for value in final_tensors(run).values())
    train(calm, places, run)  # and it can be taken up again with calmer settings
    assert run.status["status"] == "finished"
    assert run.status["error"] is None


def test_a_run_that_diverges_at_once_has_no_checkpoint(tiny: Tiny, places: Places) -> None:
    run, reports = train(tiny(algorithm={"kind": "maml", "inner_lr": 100.0, "inner_steps": 20}), places)
    assert [report.event for report in reports if not isinstance(report, Preparing)] == ["started", "failed"]
    assert reports[-1].error["what"].endswith("There is no checkpoint yet.")  # type: ignore[attr-defined]
    assert "iteration 1 is" in reports[-1].error["what"]  # type: ignore[attr-defined]
    assert not run.checkpoints.exists()


@pytest.mark.parametrize(
    ("error", "title", "remedy"),
    [
        (DataError("class 'a' has 3 pictures"), "The data cannot be used", "start again"),
        (OSError(28, "No space left on device"), "A file could not be read or written", "disk"),
        (MemoryError(), "Out of memory", "--set learner.hidden=4-4"),
        (RuntimeError("CUDA out of memory"), "Out of memory", "--set learner.hidden=4-4"),
        (RuntimeError("odd"), "Training stopped with RuntimeError", "report"),
    ],
    ids=str,
)
def test_every_error_becomes_a_report(
    tiny: Tiny, places: Places, monkeypatch: pytest.MonkeyPatch, error: Exception, title: str, remedy: str
) -> None:
    def fails(*_: Any, **__: Any) -> Any:
        raise error

    monkeypatch.setattr(SinusoidTasks, "sample", fails)
    run, reports = train(tiny(), places)
    assert isinstance(reports[-1], Failed)
    assert reports[-1].error is not None
    assert reports[-1].error["title"] == title
    assert remedy in reports[-1].error["remedy"]
    assert "Traceback" in reports[-1].error["details"]
    assert title in (run.path / "log.txt").read_text()


@pytest.mark.parametrize("at", [1, 10], ids=["between checkpoints", "after one"])
def test_a_run_whose_folder_is_taken_away_ends_with_a_word_and_leaves_no_ghost(
    tiny: Tiny, places: Places, at: int
) -> None:
    run = Run.create(tiny(), places.runs)
    with Training(run.experiment, run, places) as training:
        for report in training:
            if isinstance(report, IterationReport) and report.iteration == at:
                run.path.rename(places.runs / ".moved")
            last = report
    assert isinstance(last, Failed)
    assert last.error is not None
    assert last.error["title"] == "The run's folder is gone"
    assert str(run.path) in last.error["what"]
    assert "Put the folder back" in last.error["remedy"]
    assert not run.path.exists()
    # As it says: put back, the run can go on.
    (places.runs / ".moved").rename(run.path)
    _, reports = train(run.experiment, places, Run(run.path))
    assert isinstance(reports[-1], Finished)
    assert reports[-1].status == "finished"


def test_an_experiment_that_cannot_be_run_is_not_run(tiny: Tiny, places: Places) -> None:
    run, reports = train(tiny(algorithm={"kind": "maml"}).with_value("learner.kind", "conv4"), places)
    assert [report.event for report in reports] == ["failed"]
    assert "learner.kind" in reports[0].error["what"]  # type: ignore[attr-defined]
    assert run.status["status"] == "failed"


def test_devices_that_are_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    assert choose_device("auto") == choose_device("cpu") == "cpu"
    with pytest.raises(ValueError, match=r"compute\.device = 'cuda': this machine has no such device; it has cpu"):
        choose_device("cuda")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    assert choose_device("auto") == "cuda"


def test_numbers_that_json_does_not_know_become_null() -> None:
    report = IterationReport(1, math.nan, None, math.inf, 0.1, 2.0, 4)
    record = report.to_json()
    assert record == {
        "event": "iteration", "iteration": 1, "loss": None, "accuracy": None, "gradient_norm": None, "lr": 0.1,
        "seconds": 2.0, "tasks": 4,
    }  # fmt: skip
    json.dumps(record, allow_nan=False)


@pytest.mark.parametrize("last", [0, 6, 40, 1005])
def test_what_is_kept_of_a_curve_is_small_and_has_the_steps_that_matter(last: int) -> None:
    mean = [1 / 3 + step for step in range(last + 1)]
    course = Adaptation(5, "test", "mse", 1, min(last, 777), mean, mean, [], []).course()
    steps = course["steps"]
    assert len(steps) <= 43
    assert steps == sorted(set(steps))
    assert {0, min(1, last), min(last, 777), last} <= set(steps)
    assert last > 40 or steps == [*range(last + 1)]
    assert course["mean"] == course["ci95"] == pytest.approx([mean[int(step)] for step in steps], rel=1e-5)
    assert len(json.dumps(course)) < 1200


# -- memory ---------------------------------------------------------------------------------------------------------


def tensors() -> int:
    gc.collect()
    # The type is asked, and not isinstance, which wakes up modules that load themselves when they are looked at.
    return sum(issubclass(type(thing), Tensor) for thing in gc.get_objects())


@pytest.fixture
def endless(tiny: Tiny, places: Places) -> Iterator[Iterator[Report]]:
    experiment = tiny(outer={"iterations": 10_000}, evaluation={"every": 100}, compute={"checkpoint_every": 100})
    with Training(experiment, Run.create(experiment, places.runs), places) as training:
        yield iter(training)


def test_three_hundred_iterations_hold_no_more_tensors_than_ten(endless: Iterator[Report]) -> None:
    counts = {}
    for report in endless:
        if isinstance(report, IterationReport):
            if report.iteration in (10, 310):
                counts[report.iteration] = tensors()
            if report.iteration == 310:
                break
    assert counts[10] > 0
    assert counts[310] == counts[10]


def test_each_kind_of_learner_and_algorithm_can_be_built() -> None:
    for kind in registry.algorithms.kinds:
        experiment = Experiment.from_dict({"algorithm": {"kind": kind}})
        if experiment.problems():
            continue
        algorithm = build(experiment, source_of(experiment))
        assert algorithm.settings is experiment.algorithm
        assert algorithm.learner.outputs == (1 if experiment.algorithm.has_head else None)
