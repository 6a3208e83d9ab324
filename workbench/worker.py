"""Where threads meet Qt, and the only such place: the worker that trains, the reader that loads files, and the looker
that computes what views ask of a run.

The worker iterates over a `Training` on a thread of its own and puts reports into a mailbox; a timer of the window's
thread empties the mailbox and hands on one batch. No signal crosses threads, so nothing can queue up behind them.
"""

import contextlib
import os
import queue
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor
from enum import Enum
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from core.experiment import Experiment
from core.places import Places
from core.runs.run import Run
from core.training.checkpoint import FolderGone
from core.training.failure import explain
from core.training.reports import Failed, Report
from core.training.training import Training

MAILBOX_INTERVAL = 100  # milliseconds between two batches of reports: quick for the eye, cheap for the training
READER_INTERVAL = 33  # milliseconds between two looks for what the reader has done
STACK_BYTES = 16 * 2**20  # macOS gives threads 512 KB, and a matrix product can need more (numpy issue 11551)
_SWITCH_SECONDS = 0.001  # how long Python code of the worker may keep the window's thread waiting
_NICENESS = 3  # enough to let a click go first; other programs still leave the training its share
_LOOKING_NICENESS = 8  # who looks at a run that trains takes a quarter of a processor that they share


class State(Enum):
    IDLE = "idle"
    PREPARING = "preparing"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPING = "stopping"


class Worker(QObject):
    """Trains one run at a time in the background."""

    reports = Signal(object)  # list[Report], a few times a second
    state_changed = Signal(object)  # State
    ended = Signal(object)  # the run's last report: Finished or Failed

    def __init__(self, places: Places) -> None:
        super().__init__()
        self.places = places
        self.run: Run | None = None
        self._state = State.IDLE
        self._thread: threading.Thread | None = None
        self._mailbox: deque[Report] = deque()
        self._last: Report | None = None
        self._may_go, self._must_stop = threading.Event(), threading.Event()
        self._leave_as = "stopped"
        self._timer = QTimer(self, interval=MAILBOX_INTERVAL)
        self._timer.timeout.connect(self._empty_mailbox)

    def warm_up(self) -> None:
        """Import what the first run needs, so that Start answers at once."""
        threading.Thread(target=_load_torch, name="warm-up", daemon=True).start()

    @property
    def state(self) -> State:
        return self._state

    @property
    def is_busy(self) -> bool:
        return self._state is not State.IDLE

    def start(self, experiment: Experiment, run: Run) -> None:
        """Train a run, from its newest checkpoint if it has one. Raises RuntimeError while another one trains."""
        if self.is_busy:
            raise RuntimeError(f"{self.run.name if self.run else 'a run'} is still training")
        self.run = run
        self._may_go.set()
        self._must_stop.clear()
        self._mailbox.clear()
        self._last = None
        self._leave_as = "stopped"
        self._thread = _started_thread(lambda: self._train(experiment, run), "training")
        self._timer.start()
        self._become(State.PREPARING)

    def pause(self) -> None:
        """Ask for no further report; what is being computed ends first."""
        if self._state in (State.PREPARING, State.RUNNING):
            self._may_go.clear()
            self._become(State.PAUSED)

    def resume(self) -> None:
        if self._state is State.PAUSED:
            self._become(State.RUNNING)
            self._may_go.set()

    def stop(self, leave_as: str = "stopped") -> None:
        """Leave the loop after the present iteration; a checkpoint is written."""
        if self.is_busy:
            self._leave_as = leave_as
            self._must_stop.set()
            self._may_go.set()
            self._become(State.STOPPING)

    def join(self) -> None:
        """Wait for the thread to end, and deliver what is left in the mailbox."""
        if self._thread is not None:
            self._thread.join()
            self._empty_mailbox()

    # -- on the worker's thread ---------------------------------------------------------------------------------

    def _train(self, experiment: Experiment, run: Run) -> None:
        _step_back()
        try:
            with Training(experiment, run, self.places) as training:
                for report in training:
                    self._mailbox.append(report)
                    if not self._may_go.is_set():
                        training.pause()
                        self._may_go.wait()
                        training.resume()
                    if self._must_stop.is_set() and not training.ended:
                        training.leave_as = self._leave_as
                        self._mailbox.append(training.summary())
                        break
        except FolderGone as error:  # while the run was being left
            self._mailbox.append(_failed(run, explain(error, experiment).to_dict()))
        except Exception as error:  # noqa: BLE001 - nothing may end this thread without a word
            self._mailbox.append(_unexpected(error, run))

    # -- on the window's thread ---------------------------------------------------------------------------------

    def _empty_mailbox(self) -> None:
        ended = self._thread is not None and not self._thread.is_alive()  # asked first: then the mailbox is complete
        batch = [self._mailbox.popleft() for _ in range(len(self._mailbox))]
        if batch:
            self._last = batch[-1]  # the thread may live on for a while after its last report
            if self._state is State.PREPARING and any(report.event == "iteration" for report in batch):
                self._become(State.RUNNING)
            self.reports.emit(batch)
        if ended and not self._mailbox and self._thread is not None:
            self._thread = None
            self._timer.stop()
            self._become(State.IDLE)
            self.ended.emit(self._last)

    def _become(self, state: State) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)


class Reader(QObject):
    """Runs short functions off the window's thread, one after another, and hands their results back in it."""

    def __init__(self) -> None:
        super().__init__()
        self._pool: ThreadPoolExecutor | None = None
        self._waiting: list[tuple[Future[Any], Callable[[Future[Any]], None]]] = []
        self._timer = QTimer(self, interval=READER_INTERVAL)
        self._timer.timeout.connect(self._deliver)

    def submit(self, work: Callable[[], Any], then: Callable[[Future[Any]], None]) -> None:
        """Run `work` on the reader's thread, then `then` with its future on the window's thread."""
        if self._pool is None:
            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")
        self._waiting.append((self._pool.submit(work), then))
        self._timer.start()

    def close(self) -> None:
        """Drop what is waiting, and end the thread."""
        self._timer.stop()
        self._waiting.clear()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _deliver(self) -> None:
        done = [entry for entry in self._waiting if entry[0].done()]
        self._waiting = [entry for entry in self._waiting if not entry[0].done()]
        if not self._waiting:
            self._timer.stop()
        for future, then in done:
            then(future)


Question = Callable[[], Generator[Report, None, Any]]


class Looker(QObject):
    """Works on what is asked, off the window's thread; of each asker the newest question wins.

    A question is a function that gives a generator: it yields how far it is, and returns the answer. Questions of
    several askers take turns at every yield. Where its asker asks another one meanwhile, a question is left there.
    """

    def __init__(self) -> None:
        super().__init__()
        self._thread: threading.Thread | None = None
        self._questions: queue.SimpleQueue[_Asked | None] = queue.SimpleQueue()
        self._asked: dict[object, _Asked] = {}  # by asker
        self._timer = QTimer(self, interval=READER_INTERVAL)
        self._timer.timeout.connect(self._deliver)

    @property
    def is_busy(self) -> bool:
        return bool(self._asked)

    def ask(
        self, asker: object, question: Question, tell: Callable[[Report], None], then: Callable[[Future[Any]], None]
    ) -> None:
        """Work on `question`; `tell` hears how far it is and `then` gets its future, both on the window's thread."""
        self.forget(asker)
        if self._thread is None:
            self._thread = _started_thread(self._work, "looker")
        self._asked[asker] = asked = _Asked(question, tell, then)
        self._questions.put(asked)
        self._timer.start()

    def forget(self, asker: object) -> None:
        """Leave what this one has asked; nothing more is heard of it."""
        asked = self._asked.pop(asker, None)
        if asked is not None:
            asked.left.set()
        if not self._asked:
            self._timer.stop()

    def close(self) -> None:
        """Leave all questions, and end the thread."""
        for asker in list(self._asked):
            self.forget(asker)
        if self._thread is not None:
            self._questions.put(None)
            self._thread.join()
            self._thread = None

    def _work(self) -> None:
        import torch

        _step_back(_LOOKING_NICENESS)
        torch.set_num_threads(1)  # of this thread; that of the training has its own number
        at_work: deque[_Asked] = deque()
        while True:
            while not at_work or not self._questions.empty():
                asked = self._questions.get()
                if asked is None:
                    return
                at_work.append(asked)
            asked = at_work.popleft()
            if asked.goes_on():
                at_work.append(asked)

    def _deliver(self) -> None:
        for asker, asked in list(self._asked.items()):
            if self._asked.get(asker) is not asked:
                continue  # left because of what another one was told just now
            done = asked.answer.done()  # asked first: what comes with the answer is no news
            news, asked.news = asked.news, None
            if done:
                self.forget(asker)
                asked.then(asked.answer)
            elif news is not None:
                asked.tell(news)


class _Asked:
    """A question on its way."""

    def __init__(self, question: Question, tell: Callable[[Report], None], then: Callable[[Future[Any]], None]) -> None:
        self.question, self.tell, self.then = question, tell, then
        self.news: Report | None = None  # the newest
        self.answer: Future[Any] = Future()
        self.left = threading.Event()
        self._steps: Generator[Report, None, Any] | None = None

    def goes_on(self) -> bool:
        """Work until the next yield, on the looker's thread; whether more is to do."""
        try:
            if self._steps is None:
                self._steps = self.question()
            if not self.left.is_set():
                self.news = next(self._steps)
                return True
            self._steps.close()
        except StopIteration as stop:
            self.answer.set_result(stop.value)
        except Exception as error:  # noqa: BLE001 - handed on whole
            self.answer.set_exception(error)
        return False


def _load_torch() -> None:
    """Import torch, and through its optimizer the half of it that the package itself leaves out."""
    _step_back()
    import torch

    torch.optim.Adam([torch.zeros(1)])


def _started_thread(target: Callable[[], None], name: str) -> threading.Thread:
    usual = threading.stack_size(STACK_BYTES)
    try:
        thread = threading.Thread(target=target, name=name, daemon=True)
        thread.start()
    finally:
        threading.stack_size(usual)
    return thread


def _step_back(niceness: int = _NICENESS) -> None:
    """Let the window's thread go first: training is long, a click is short."""
    sys.setswitchinterval(_SWITCH_SECONDS)
    if sys.platform == "linux":  # only there is niceness a property of a thread
        with contextlib.suppress(PermissionError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), niceness)


def _unexpected(error: Exception, run: Run) -> Failed:
    details = {
        "title": "The run could not be trained",
        "what": f"{type(error).__name__}: {error}",
        "remedy": "Look at the message; copy the details into a report if it seems to be a fault of the program.",
        "details": traceback.format_exc(),
    }
    return _failed(run, details)


def _failed(run: Run, error: dict[str, Any]) -> Failed:
    return Failed(run.name, "failed", 0, 0.0, 0.0, None, None, error)
