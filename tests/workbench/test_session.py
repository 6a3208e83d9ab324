"""The open session: every change can be undone, what is open is always an experiment, and unsaved means different."""

from pathlib import Path

import pytest
from generated import changes
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from core import presets
from core.experiment import Experiment
from core.problems import ExperimentError
from workbench import session_file
from workbench.session import Session
from workbench.session_file import SessionFileError


@pytest.fixture
def make(qapp, tmp_path):
    """Sessions whose timers end with the test."""
    made = []

    def new() -> Session:
        made.append(Session(tmp_path / "autosave" / "session-1.innerloop"))
        return made[-1]

    yield new
    for session in made:
        session.discard_autosave()


@pytest.fixture
def session(make):
    return make()


# -- one change after another ---------------------------------------------------------------------------------------


def test_a_new_session_is_the_first_preset_and_has_nothing_to_save(session):
    assert session.preset == presets.DEFAULT
    assert session.experiment == presets.find(presets.DEFAULT).experiment
    assert not session.is_modified
    assert session.title == "Untitled"
    assert not session.can_undo
    assert not session.can_redo
    assert session.problems == []


def test_a_change_is_told_once_undone_and_made_again(session, qtbot):
    before = session.experiment
    with qtbot.waitSignals([session.changed, session.identity_changed]):
        assert session.set("outer.iterations", 42) == []
    after = session.experiment
    assert after.outer.iterations == 42
    assert session.is_modified
    session.undo()
    assert session.experiment == before
    assert not session.is_modified
    session.redo()
    assert session.experiment == after


def test_the_same_value_is_no_step(session):
    session.set("outer.iterations", session.experiment.outer.iterations)
    assert not session.can_undo


def test_a_change_after_undo_forgets_what_was_undone(session):
    session.set("outer.iterations", 42)
    session.undo()
    session.set("outer.iterations", 43)
    assert not session.can_redo
    session.undo()
    session.redo()
    assert session.experiment.outer.iterations == 43


def test_undo_and_redo_at_the_ends_change_nothing(session):
    before = session.experiment
    session.undo()
    session.redo()
    assert session.experiment == before


def test_undo_brings_back_the_preset_with_its_settings(session):
    session.choose_preset("omniglot-5w1s-maml")
    assert session.baseline == presets.find("omniglot-5w1s-maml").experiment
    session.undo()
    assert session.preset == presets.DEFAULT
    assert not session.is_modified
    session.redo()
    assert session.preset == "omniglot-5w1s-maml"


def test_a_refused_value_is_a_problem_until_a_good_one_comes(session):
    before = session.experiment
    found = session.set("outer.iterations", 0)
    assert "outer.iterations" in str(found[0])
    assert session.experiment == before
    assert session.problems == found
    session.set("outer.lr", 0.5)
    assert session.problems == found  # another setting mends nothing
    session.set("outer.iterations", 7)
    assert session.problems == []


def test_the_value_that_was_there_before_mends_a_refused_one(session):
    session.set("outer.iterations", -1)
    session.set("outer.iterations", session.experiment.outer.iterations)
    assert session.problems == []


@pytest.mark.parametrize("away", ["undo", "preset", "replace", "new"])
def test_a_refused_value_is_forgotten_with_the_setup_that_it_belonged_to(session, away):
    session.set("outer.lr", 0.5)
    session.set("outer.iterations", 0)
    step = {
        "undo": session.undo,
        "preset": lambda: session.choose_preset(session.preset),
        "replace": lambda: session.replace(session.experiment),
        "new": session.new,
    }
    step[away]()
    assert session.problems == []


def test_a_whole_experiment_brings_its_preset_along(session):
    other = presets.find("glyphs-5w1s-maml")
    session.replace(other.experiment)
    assert session.preset == other.id
    session.replace(other.experiment.with_value("seed", 5))
    assert session.preset == ""
    session.undo()
    assert session.preset == other.id


def test_an_impossible_combination_is_a_problem_of_its_setting(session):
    session.choose_preset("glyphs-5w1s-maml")
    assert session.set("dataset.ways", 900) == []
    assert {problem.path for problem in session.problems} == {"dataset.ways"}


def test_a_setting_that_does_not_exist_is_a_mistake_of_the_caller(session):
    with pytest.raises(ExperimentError, match=r"outer\.iteration"):
        session.set("outer.iteration", 1)
    with pytest.raises(ExperimentError, match="no preset"):
        session.choose_preset("sinusoid-mmal")
    assert session.problems == []


def test_looking_at_runs_is_no_change_but_is_kept(session, tmp_path):
    session.show_runs(("one", "two"))
    assert not session.is_modified
    session.save(tmp_path / "a.innerloop")
    session.show_runs(())
    session.open(tmp_path / "a.innerloop")
    assert session.shown_runs == ("one", "two")


# -- files ----------------------------------------------------------------------------------------------------------


def test_saving_makes_the_file_the_sessions_own(session, tmp_path):
    session.set("outer.iterations", 42)
    session.save(tmp_path / "deep" / "mine.innerloop")
    assert session.title == "mine"
    assert not session.is_modified
    session.undo()  # what was saved can be undone, and then differs from the file
    assert session.is_modified


def test_a_file_that_cannot_be_opened_leaves_the_session_as_it_was(session, tmp_path):
    session.set("outer.iterations", 42)
    session.save(tmp_path / "good.innerloop")
    session.set("seed", 5)
    session.show_runs(("a run",))
    before = session.state
    bad = tmp_path / "bad.innerloop"
    bad.write_text("session = 1\n[experiment.outer]\niterations = 'many'\n")
    with pytest.raises(SessionFileError, match=r"bad\.innerloop"):
        session.open(bad)
    assert session.state == before
    assert session.title == "good"
    assert session.can_undo


def test_a_file_that_cannot_be_written_leaves_the_session_unsaved(session, tmp_path):
    (tmp_path / "folder").mkdir()
    session.set("outer.iterations", 42)
    with pytest.raises(OSError, match="folder"):
        session.save(tmp_path / "folder")
    assert session.is_modified
    assert session.path is None


# -- the queue ------------------------------------------------------------------------------------------------------


def test_what_waits_is_unsaved_until_it_is_saved_and_undo_does_not_touch_it(session, make, tmp_path, qtbot):
    session.set("seed", 1)
    with qtbot.waitSignals([session.queue_changed, session.identity_changed]):
        session.set_queue([Experiment(), session.experiment], paused=True)
    session.undo()
    assert [waiting.seed for waiting in session.queue] == [0, 1]
    assert session.is_modified
    session.save(tmp_path / "night.innerloop")
    assert not session.is_modified
    session.set_queue(session.queue[1:])
    assert session.is_modified
    other = make()
    other.open(tmp_path / "night.innerloop")
    assert [waiting.seed for waiting in other.queue] == [0, 1]
    assert other.queue_paused
    other.new()
    assert (other.queue, other.queue_paused) == ((), False)


def test_an_empty_queue_is_not_paused(session):
    session.set_queue([Experiment()], paused=True)
    session.set_queue([])
    session.set_queue([Experiment()])
    assert not session.queue_paused


def test_what_waits_survives_a_crash(session, make):
    session.set_queue([Experiment()])
    session.write_autosave()
    again = make()
    assert again.queue == ()
    again.recover()
    assert again.queue == (Experiment(),)
    assert again.is_modified


# -- autosave -------------------------------------------------------------------------------------------------------


def test_unsaved_changes_are_kept_for_the_next_start(session, make, tmp_path):
    session.set("outer.iterations", 42)
    session.write_autosave()
    again = make()  # the program crashed, and is started again
    assert again.has_kept
    assert not again.is_modified
    again.recover()
    assert again.experiment.outer.iterations == 42
    assert again.is_modified
    assert not again.has_kept


def test_what_a_crash_left_waits_as_long_as_it_takes_to_answer(session, make):
    session.set("outer.iterations", 42)
    session.write_autosave()
    again = make()
    again.write_autosave()  # what its timer does after a moment
    again.set("seed", 1)
    again.write_autosave()
    again.discard_autosave()  # a proper end, with the question still open
    third = make()
    assert third.has_kept
    third.recover()
    assert third.experiment.outer.iterations == 42


def test_what_was_recovered_survives_another_crash(session, make):
    session.set("outer.iterations", 42)
    session.write_autosave()
    make().recover()
    third = make()
    third.recover()
    assert third.experiment.outer.iterations == 42


def test_what_is_discarded_is_not_offered_again(session, make):
    session.set("outer.iterations", 42)
    session.write_autosave()
    make().discard_kept()
    assert not make().has_kept


def test_nothing_is_autosaved_of_an_unchanged_session(session, make, tmp_path):
    session.set("outer.iterations", 42)
    session.write_autosave()
    session.save(tmp_path / "mine.innerloop")
    session.write_autosave()
    assert not make().has_kept


def test_autosave_comes_by_itself(session, make, qtbot):
    session.set("outer.iterations", 42)
    kept = session._autosave_path
    qtbot.waitUntil(kept.exists, timeout=30_000)
    assert session_file.load(kept).experiment == session.experiment


def test_autosave_that_fails_is_told(session, tmp_path, qtbot):
    (tmp_path / "autosave").write_text("a file where the folder should be")
    session.set("outer.iterations", 42)
    with qtbot.waitSignal(session.autosave_failed) as told:
        session.write_autosave()
    assert "autosaved" in told.args[0]
    (tmp_path / "autosave").unlink()


# -- any sequence of all of it --------------------------------------------------------------------------------------


class AnySequence(RuleBasedStateMachine):
    """Every step is also made in a list of setups, which must always tell the same."""

    folder: Path  # set by the test

    @initialize()
    def begin(self) -> None:
        self.session = Session(self.folder / "autosave.innerloop")
        self.setups = [(self.session.experiment, self.session.preset)]
        self.place = 0
        self.in_file = self.setups[0]

    def teardown(self) -> None:
        if hasattr(self, "session"):
            self.session.discard_autosave()
            for path in self.folder.glob("*"):
                path.unlink()

    def stepped(self, setup: tuple[Experiment, str]) -> None:
        if setup != self.setups[self.place]:
            self.setups[self.place + 1 :] = [setup]
            self.place += 1

    @rule(data=st.data())
    def set_a_value(self, data: st.DataObject) -> None:
        path, value = data.draw(changes(self.session.experiment))
        expected = self.session.experiment.with_value(path, value)
        assert self.session.set(path, value) == []
        self.stepped((expected, self.setups[self.place][1]))

    @rule(
        path=st.sampled_from(["outer.iterations", "outer.lr", "dataset.shots"]), value=st.sampled_from([-1, "x", None])
    )
    def set_nonsense(self, path: str, value: object) -> None:
        assert self.session.set(path, value) != []
        assert self.session.problems

    @rule(preset=st.sampled_from(list(presets.presets())))
    def choose_a_preset(self, preset: str) -> None:
        self.session.choose_preset(preset)
        self.stepped((presets.find(preset).experiment, preset))

    @rule()
    def undo(self) -> None:
        refused = bool(self.session.refused)
        self.session.undo()
        self.place = self.place if refused else max(self.place - 1, 0)  # a refused value is taken back first

    @rule()
    def redo(self) -> None:
        self.session.redo()
        self.place = min(self.place + 1, len(self.setups) - 1)

    @rule(name=st.sampled_from(["one", "two"]))
    def save(self, name: str) -> None:
        self.session.save(self.folder / f"{name}.innerloop")
        self.in_file = self.setups[self.place]

    @precondition(lambda self: self.session.path is not None)
    @rule()
    def open_again(self) -> None:
        self.session.open(self.session.path)
        self.setups, self.place = [self.in_file], 0

    @rule()
    def new(self) -> None:
        self.session.new()
        default = presets.find(presets.DEFAULT)
        self.setups, self.place = [(default.experiment, default.id)], 0
        self.in_file = self.setups[0]

    @rule()
    def autosave(self) -> None:
        self.session.write_autosave()
        assert self.session._autosave_path.exists() == self.session.is_modified

    @invariant()
    def tells_what_was_done(self) -> None:
        session = self.session
        assert (session.experiment, session.preset) == self.setups[self.place]
        assert session.can_undo == (self.place > 0 or bool(session.refused))
        assert session.can_redo == (self.place + 1 < len(self.setups))
        assert session.is_modified == (self.setups[self.place] != self.in_file)

    @invariant()
    def is_always_an_experiment(self) -> None:
        experiment = self.session.experiment
        assert Experiment.from_dict(experiment.to_dict()) == experiment

    @invariant()
    def undo_inverts_redo(self) -> None:
        session = self.session
        if session.can_undo and not session.problems:
            here = session.experiment
            session.undo()
            session.redo()
            assert session.experiment == here


def test_any_sequence(qapp, tmp_path):
    AnySequence.folder = tmp_path / "sequence"
    AnySequence.folder.mkdir()
    run_state_machine_as_test(
        AnySequence,
        settings=settings(
            max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
