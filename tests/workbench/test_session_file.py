"""Session files: what goes in comes out, and no file, however broken, is taken or does harm."""

import contextlib
import os
import tempfile
from pathlib import Path

import pytest
from generated import experiments
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.experiment import Experiment
from workbench import session_file
from workbench.session_file import (
    LONGEST_QUEUE,
    SCHEMA_VERSION,
    SessionFileError,
    SessionState,
    dumps,
    load,
    loads,
    save,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
VIEW = st.dictionaries(TEXT, TEXT | st.integers(-(2**63), 2**63 - 1) | st.booleans() | st.floats(allow_nan=False))
STATES = st.builds(
    SessionState, experiment=experiments(), preset=TEXT, shown_runs=st.lists(TEXT, max_size=4).map(tuple), view=VIEW,
    colors=st.dictionaries(TEXT, st.integers(0, 999)), queue=st.lists(experiments(), max_size=3).map(tuple),
    queue_paused=st.booleans(),
)  # fmt: skip
HEAD = f"session = {SCHEMA_VERSION}\n"


@settings(max_examples=60, deadline=None)
@given(STATES)
def test_every_session_survives_its_text(state):
    assert loads(dumps(state)) == state


@settings(max_examples=20, deadline=None)
@given(STATES)
@example(SessionState(preset="\r\n"))
def test_every_session_survives_its_file(state):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.innerloop"
        save(path, state)
        assert load(path) == state
        assert [entry.name for entry in Path(folder).iterdir()] == ["a.innerloop"]


def test_a_text_without_most_entries_is_a_session():
    assert loads(HEAD) == SessionState()


def test_a_session_of_the_first_format_is_read():
    old = "session = 1\npreset = 'sinusoid-maml'\nshown_runs = ['a', 'b']\n[view]\ntab = 1\n[experiment]\nseed = 3\n"
    read = loads(old)
    assert (read.preset, read.shown_runs, read.experiment.seed) == ("sinusoid-maml", ("a", "b"), 3)
    assert (read.view, read.colors) == ({"tab": 1}, {})
    assert dumps(read).startswith(f"session = {SCHEMA_VERSION}")


def test_a_session_of_the_second_format_is_read_and_has_an_empty_queue():
    read = loads("session = 2\nshown_runs = ['a']\n[colors]\na = 4\n[experiment]\nseed = 3\n")
    assert (read.experiment.seed, read.colors, read.queue, read.queue_paused) == (3, {"a": 4}, (), False)
    assert loads(dumps(read)) == read


def test_the_longest_queue_fits_into_a_file(tmp_path):
    long = tuple(Experiment().with_value("seed", seed) for seed in range(LONGEST_QUEUE))
    save(tmp_path / "long.innerloop", SessionState(queue=long))
    assert load(tmp_path / "long.innerloop").queue == long
    with pytest.raises(SessionFileError, match=f"{LONGEST_QUEUE + 1} experiments wait"):
        loads(dumps(SessionState(queue=(*long, Experiment()))))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no line"),
        (HEAD + "queue = 3", "“queue” is not a list"),
        (HEAD + "queue = [3]", "Number 1 of the queue"),
        (HEAD + "[[queue]]\nseed = 1\n[[queue]]\nseeed = 1", "Number 2 of the queue"),
        (HEAD + "queue_paused = 1", "“queue_paused” holds 1"),
        ("once upon a time", "not a session"),
        ("session = 1\nsession = 1", "not a session"),
        ("session = 'one'", "no line"),
        ("session = true", "no line"),
        ("session = 1.0", "no line"),
        ("session = 0", "no line"),
        ("session = -3", "no line"),
        ("schema = 1\n[dataset]\nkind = 'sinusoid'", "no line"),
        (f"session = {SCHEMA_VERSION + 1}", "newer Innerloop"),
        ("session = 999999999999999999999", "newer Innerloop"),
        (HEAD + "exec = 'rm'", "unknown entries: exec"),
        (HEAD + "experiment = 3", "“experiment” is not a table"),
        (HEAD + "experiment = [1]", "“experiment” is not a table"),
        (HEAD + "view = 'x'", "“view” is not a table"),
        (HEAD + "preset = 3", "“preset” holds 3"),
        (HEAD + "preset = ['a']", "“preset” holds"),
        (HEAD + "shown_runs = 'a'", "“shown_runs” is not a list"),
        (HEAD + "shown_runs = ['a', 2]", "“shown_runs” holds 2"),
        (HEAD + "[colors]\nrun = 'red'", "“colors.run” holds 'red'"),
        (HEAD + "[colors]\nrun = -1", "“colors.run” holds -1"),
        (HEAD + "[colors]\nrun = true", "“colors.run” holds True"),
        (HEAD + "[view]\ntab = [1]", "view.tab"),
        (HEAD + "[view.tab]\nx = 1", "view.tab"),
        (HEAD + "[view]\ntab = 2020-01-01", "view.tab"),
        (HEAD + "[experiment]\ncolour = 'red'", "colour: no such setting"),
        (HEAD + "[experiment.outer]\niterations = 'many'", "outer.iterations"),
        (HEAD + "[experiment.outer]\niterations = -1", "outer.iterations"),
        (HEAD + "[experiment.outer]\nlr = nan", "outer.lr"),
        (HEAD + "[experiment.outer]\nlr = inf", "outer.lr"),
        (HEAD + "[experiment.algorithm]\nkind = 'no such'", "algorithm.kind"),
        (HEAD + "[experiment.algorithm]\nkind = ['maml']", "algorithm.kind"),
        (HEAD + "[experiment]\nalgorithm = 'maml'", "algorithm"),
        (HEAD + "[experiment.outer.deep.deeper]\nx = 1", "outer.deep"),
    ],
)
def test_what_is_wrong_is_said(text, words):
    with pytest.raises(SessionFileError) as caught:
        loads(text, "mine.innerloop")
    assert words in str(caught.value)
    assert "mine.innerloop" in str(caught.value)


def test_deep_nesting_is_no_session():
    with pytest.raises(SessionFileError):
        loads(HEAD + "x = " + "[" * 100_000)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x00\xff\xfe\x80\x81", "not a text file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not a text file"),
        (b"session = 1\n# " + b"x" * (4 * 2**20), "too large"),
        (HEAD.encode("utf-16"), "not a"),
        (b"session = 1\n\x00", "not a session"),
    ],
)
def test_files_that_are_no_text(tmp_path, content, words):
    path = tmp_path / "odd.innerloop"
    path.write_bytes(content)
    with pytest.raises(SessionFileError) as caught:
        load(path)
    assert words in str(caught.value)
    assert str(caught.value).startswith("odd.innerloop")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_no_content_breaks_the_reader(content):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.innerloop"
        path.write_bytes(content)
        with pytest.raises(SessionFileError, match=r"any\.innerloop"):
            load(path)


@settings(max_examples=100, deadline=None)
@given(STATES, st.integers(0, 10_000), st.binary(min_size=1, max_size=3))
def test_a_damaged_session_is_a_session_or_is_refused(state, place, damage):
    content = dumps(state).encode()
    at = place % len(content)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "damaged.innerloop"
        path.write_bytes(content[:at] + damage + content[at + len(damage) :])
        with contextlib.suppress(SessionFileError):
            assert isinstance(load(path).experiment, Experiment)


def test_a_file_that_is_not_there_and_a_folder(tmp_path):
    with pytest.raises(SessionFileError, match=r"gone\.innerloop cannot be read"):
        load(tmp_path / "gone.innerloop")
    with pytest.raises(SessionFileError, match="cannot be read"):
        load(tmp_path)


def test_an_interrupted_write_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "mine.innerloop"
    old = SessionState(preset="sinusoid-maml")
    save(path, old)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        save(path, SessionState(preset="omniglot-5w1s-maml"))
    monkeypatch.undo()
    assert load(path) == old
    assert list(tmp_path.glob("*")) == [path]
    assert [entry for entry in tmp_path.iterdir() if entry.name.startswith(".")] == []


def test_sizes_are_bounded_well_above_what_a_session_needs():
    assert len(dumps(SessionState()).encode()) * 100 < session_file._LARGEST
