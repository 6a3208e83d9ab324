"""The background worker: every report arrives once and in order; to hold, to go on and to stop it is asked."""

import threading

import pytest

from core.experiment import Experiment
from core.places import Places
from core.runs.run import Run
from core.training.reports import Failed, Finished, Preparing
from workbench.worker import MAILBOX_INTERVAL, Looker, Reader, State, Worker


class Listener:
    """Keeps what a worker tells."""

    def __init__(self, worker: Worker) -> None:
        self.batches, self.states, self.last = [], [], []
        worker.reports.connect(self.batches.append)
        worker.state_changed.connect(self.states.append)
        worker.ended.connect(self.last.append)

    @property
    def reports(self):
        return [report for batch in self.batches for report in batch]

    @property
    def iterations(self):
        return [report.iteration for report in self.reports if report.event == "iteration"]


@pytest.fixture
def worker(qapp, places):
    made = Worker(places)
    yield made
    made.stop("stopped")
    made.join()
    made.join()


@pytest.fixture
def heard(worker):
    return Listener(worker)


@pytest.fixture
def run(worker, places):
    """Start a run of so many iterations."""

    def start(iterations: int, **sections) -> Run:
        data = {
            "outer": {"iterations": iterations, "meta_batch_size": 2},
            "learner": {"kind": "mlp", "hidden": "8-8"},
            "evaluation": {"every": 10, "tasks": 5, "test_tasks": 5},
        }
        experiment = Experiment.from_dict({**data, **sections})
        made = Run.create(experiment, places.runs)
        worker.start(experiment, made)
        return made

    return start


def test_reports_arrive_complete_and_in_order(wait, worker, heard, run):
    made = run(40)
    assert worker.is_busy
    wait(lambda: heard.last)
    assert heard.iterations == list(range(1, 41))
    events = [report.event for report in heard.reports]
    assert events.index("started") < events.index("iteration")
    assert events[-1] == "finished"
    assert events.count("evaluation") == 5  # four times on validation tasks, once on test tasks
    assert heard.last == [heard.reports[-1]]
    in_file = [record["iteration"] for record in made.records() if record["event"] == "iteration"]
    assert in_file == heard.iterations
    assert heard.states == [State.PREPARING, State.RUNNING, State.IDLE]
    assert made.status["status"] == "finished"


def test_the_window_is_told_at_most_30_times_a_second(worker, heard, run, wait):
    run(60)
    assert MAILBOX_INTERVAL >= 33
    assert worker._timer.interval() == MAILBOX_INTERVAL
    wait(lambda: heard.last)
    assert all(heard.batches), "an empty batch is no news"
    assert len(heard.batches) < len(heard.reports)


def test_nothing_is_left_when_a_run_has_ended(wait, worker, heard, run):
    run(20)
    wait(lambda: heard.last)
    assert not worker.is_busy
    assert not worker._timer.isActive()
    assert "training" not in [thread.name for thread in threading.enumerate()]


def test_pause_holds_and_resume_goes_on(qtbot, wait, worker, heard, run):
    made = run(100_000)
    wait(lambda: heard.iterations)
    worker.pause()
    assert worker.state is State.PAUSED
    wait(lambda: made.status["status"] == "paused")
    done = len([record for record in made.records() if record["event"] == "iteration"])
    wait(lambda: heard.iterations[-1] == done)
    qtbot.wait(5 * MAILBOX_INTERVAL)
    assert heard.iterations[-1] == done
    assert list(made.checkpoints.glob(f"iteration-*{done}.safetensors"))  # quitting now would lose nothing
    worker.resume()
    wait(lambda: heard.iterations[-1] > done)
    assert made.status["status"] == "running"
    worker.stop()
    wait(lambda: heard.last)
    assert heard.iterations == list(range(1, heard.iterations[-1] + 1))


def test_stop_keeps_a_checkpoint(wait, worker, heard, run):
    made = run(100_000)
    wait(lambda: heard.iterations)
    worker.stop()
    assert worker.state is State.STOPPING
    worker.pause()  # too late
    assert worker.state is State.STOPPING
    wait(lambda: heard.last)
    assert isinstance(heard.last[0], Finished)
    assert heard.last[0].status == "stopped"
    assert made.status["status"] == "stopped"
    assert made.status["iteration"] == heard.iterations[-1]
    assert list(made.checkpoints.glob(f"iteration-*{heard.iterations[-1]}.safetensors"))
    assert not made.is_held()


def test_stop_while_paused(wait, worker, heard, run):
    made = run(100_000)
    wait(lambda: heard.iterations)
    worker.pause()
    worker.stop("paused")
    wait(lambda: heard.last)
    assert made.status["status"] == "paused"


def test_a_stopped_run_goes_on_from_where_it_was(wait, worker, heard, run, places):
    made = run(100_000)
    wait(lambda: heard.iterations)
    worker.stop()
    wait(lambda: heard.last)
    done = heard.iterations[-1]
    worker.start(made.experiment, made)
    wait(lambda: heard.iterations[-1] > done)
    assert heard.iterations[done] == done + 1


def test_one_run_at_a_time(wait, worker, heard, run, places):
    run(100_000)
    with pytest.raises(RuntimeError, match="still training"):
        run(10)


def test_asking_an_idle_worker_does_nothing(worker, heard):
    worker.pause()
    worker.resume()
    worker.stop()
    worker.join()
    assert worker.state is State.IDLE
    assert heard.states == []


def test_a_run_that_fails_says_why(wait, worker, heard, run, tmp_path):
    made = run(
        10,
        dataset={"kind": "omniglot", "folder": str(tmp_path / "nothing")},
        learner={"kind": "conv4", "filters": 4},
    )
    wait(lambda: heard.last)
    failed = heard.last[0]
    assert isinstance(failed, Failed)
    assert str(tmp_path / "nothing") in failed.error["what"]
    assert "Traceback" in failed.error["details"]
    assert failed.error["title"]
    assert failed.error["remedy"]
    assert made.status["status"] == "failed"
    assert not worker.is_busy


def test_a_run_that_another_program_trains_says_so(wait, worker, heard, places):
    experiment = Experiment()
    made = Run.create(experiment, places.runs)
    other = Run.open(made.path)
    other.acquire()
    worker.start(experiment, made)
    wait(lambda: heard.last)
    other.release()
    assert isinstance(heard.last[0], Failed)
    assert "another program" in heard.last[0].error["what"]
    assert "RunError" in heard.last[0].error["details"]


class SlowToLetGo(Run):
    """A run on a slow disk: it lets go only when it is allowed to."""

    allowed = threading.Event()

    def release(self) -> None:
        self.allowed.wait(60)
        super().release()


def test_the_end_is_told_even_where_the_thread_outlives_its_last_report(wait, worker, heard, places, tmp_path):
    data = {"dataset": {"kind": "omniglot", "folder": str(tmp_path)}, "learner": {"kind": "conv4", "filters": 4}}
    experiment = Experiment.from_dict(data)
    SlowToLetGo.allowed.clear()
    worker.start(experiment, SlowToLetGo(Run.create(experiment, places.runs).path))
    wait(lambda: heard.reports)
    assert worker.is_busy
    SlowToLetGo.allowed.set()
    wait(lambda: heard.last)
    assert isinstance(heard.last[0], Failed)


def test_two_workers_cannot_train_one_run(wait, worker, heard, run, places: Places):
    made = run(100_000)
    wait(lambda: heard.iterations)
    second = Worker(places)
    told = Listener(second)
    second.start(made.experiment, Run.open(made.path))
    wait(lambda: told.last)
    assert isinstance(told.last[0], Failed)
    assert worker.state is State.RUNNING


# -- the reader -----------------------------------------------------------------------------------------------------


def test_the_reader_hands_back_results_and_errors_in_the_windows_thread(wait):
    reader, found = Reader(), []
    reader.submit(lambda: threading.current_thread().name, lambda future: found.append(future.result()))
    reader.submit(lambda: 1 / 0, lambda future: found.append(future.exception()))
    reader.submit(lambda: None, lambda future: found.append(threading.current_thread()))
    wait(lambda: len(found) == 3)
    assert found[0].startswith("reader")
    assert isinstance(found[1], ZeroDivisionError)
    assert found[2] is threading.main_thread()
    reader.close()


def test_a_closed_reader_drops_what_waits(qtbot):
    reader, found, go = Reader(), [], threading.Event()
    reader.submit(lambda: go.wait(60), found.append)
    for _ in range(5):
        reader.submit(lambda: None, found.append)
    go.set()
    reader.close()
    qtbot.wait(3 * MAILBOX_INTERVAL)
    assert found == []


# -- the looker ------------------------------------------------------------------------------------------------------


@pytest.fixture
def looker(qapp):
    made = Looker()
    yield made
    made.close()


def test_a_question_tells_how_far_it_is_and_is_answered_on_the_windows_thread(looker, wait):
    heard, threads, may_end = [], [], threading.Event()

    def question():
        threads.append(threading.current_thread().name)
        yield Preparing("Counting", 1, 2)
        may_end.wait()
        return 42

    def then(future):
        threads.append(threading.current_thread().name)
        heard.append(future.result())

    looker.ask("a view", question, lambda report: (heard.append(report.done), may_end.set()), then)
    assert looker.is_busy
    wait(lambda: len(heard) == 2)
    assert heard == [1, 42]
    assert threads == ["looker", "MainThread"]
    assert not looker.is_busy


def test_the_newest_question_wins(looker, wait):
    heard, left, begun = [], [], threading.Event()

    def endless():
        try:
            while True:
                begun.set()
                yield Preparing("Looking")
        finally:
            left.append(True)

    def short():
        yield Preparing("Looking")
        return "short"

    looker.ask("a view", endless, lambda report: None, lambda future: heard.append("endless"))
    begun.wait()
    looker.ask("a view", short, lambda report: None, lambda future: heard.append(future.result()))
    wait(lambda: heard)
    assert heard == ["short"]
    assert left == [True]


def test_questions_of_two_views_take_turns(looker, wait):
    heard, may_end = [], threading.Event()

    def long():
        while not may_end.is_set():
            yield Preparing("Measuring")
        return "long"

    def short():
        yield Preparing("Looking")
        return "short"

    looker.ask("a view", long, lambda report: None, lambda future: heard.append(future.result()))
    looker.ask("another", short, lambda report: None, lambda future: heard.append(future.result()))
    wait(lambda: heard == ["short"])
    assert looker.is_busy
    may_end.set()
    wait(lambda: heard == ["short", "long"])
    assert not looker.is_busy


def test_an_error_reaches_whoever_asked(looker, wait):
    heard = []

    def question():
        yield Preparing("Looking")
        raise ValueError("no such thing")

    looker.ask("a view", question, lambda report: None, lambda future: heard.append(future.exception()))
    wait(lambda: heard)
    assert str(heard[0]) == "no such thing"


def test_a_question_that_is_forgotten_is_not_answered(looker, wait, qtbot):
    heard, ended = [], threading.Event()

    def question():
        yield Preparing("Looking")
        ended.set()

    looker.ask("a view", question, lambda report: heard.append(report), lambda future: heard.append(future))
    looker.forget("a view")
    qtbot.wait(100)
    assert heard == []


def test_looking_has_one_thread_of_torch_and_leaves_the_others_theirs(looker, wait):
    import torch

    mine, heard = torch.get_num_threads(), []
    torch.set_num_threads(3)

    def question():
        yield Preparing("Looking")
        return torch.get_num_threads()

    looker.ask("a view", question, lambda report: None, lambda future: heard.append(future.result()))
    wait(lambda: heard)
    assert heard == [1]
    assert torch.get_num_threads() == 3
    torch.set_num_threads(mine)
