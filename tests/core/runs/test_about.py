"""What a person keeps about a run: in the run's folder, whole whatever happens, and the same for every program."""

import threading
import tomllib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.experiment import Experiment
from core.runs.about import FILE, About, AboutError, change_about, read_about, tidy
from core.runs.index import RunIndex
from core.runs.run import Run

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=50)


@pytest.fixture
def run(tmp_path):
    return Run.create(Experiment().with_value("notes", "as it was set up"), tmp_path / "runs")


def row_of(run):
    with RunIndex(run.path.parent) as index:
        index.refresh()
        (row,) = index.rows()
    return row


def test_nothing_is_kept_at_first(run):
    assert read_about(run.path) == About()
    row = row_of(run)
    assert (row.label, row.star, row.color, row.tags, row.about_error) == (run.experiment.label, False, None, (), None)
    assert row.notes == "as it was set up"


def test_what_is_kept_is_plain_toml_and_the_folder_and_the_experiment_stay(run):
    before = run.experiment
    change_about(run.path, name="The  best\none", tags=["paper", "Draft "], notes="one\r\ntwo", star=True, color=3)
    kept = tomllib.loads((run.path / FILE).read_text(encoding="utf-8"))
    assert kept == {
        "about": 1, "name": "The best one", "tags": ["Draft", "paper"], "notes": "one\ntwo", "star": True, "color": 3,
    }  # fmt: skip
    assert run.experiment == before
    row = row_of(run)
    assert (row.name, row.label, row.tags, row.notes) == (run.name, "The best one", ("Draft", "paper"), "one\ntwo")
    assert (row.star, row.color) == (True, 3)


def test_an_empty_name_is_that_of_the_settings_and_empty_notes_are_empty(run):
    change_about(run.path, name="mine", notes="")
    assert (row_of(run).label, row_of(run).notes) == ("mine", "")
    change_about(run.path, name=" ", notes=None)
    assert (row_of(run).label, row_of(run).notes) == (run.experiment.label, "as it was set up")


@given(name=st.none() | TEXT, notes=st.none() | TEXT, star=st.booleans(), color=st.none() | st.integers(0, 99))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_is_read_back_as_it_was_written(run, name, notes, star, color):
    written = change_about(run.path, name=name, notes=notes, star=star, color=color)
    assert read_about(run.path) == written
    assert written.name is None or written.name.split() == (name or "").split()
    assert (written.notes is None) == (notes is None)
    assert (written.notes or "").splitlines() == (notes or "").splitlines()


def test_tags_are_tidy():
    assert tidy(["b", " a  c ", "B", "", "A c"]) == ("a c", "b")
    for bad in ("x" * 41, "a, b", 'say "it"'):
        with pytest.raises(ValueError, match="at most 40 characters"):
            tidy([bad])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x00\xff", "not valid TOML"),
        (b"name = ", "not valid TOML"),
        (b"name = 'x'\n", "no line 'about = 1'"),
        (b"about = true\n", "no line 'about = 1'"),
        (b"about = 2\nname = 'x'\n", "a newer program"),
        (b"about = 1\nstar = 'yes'\n", "star: 'yes' is not true or false"),
        (b"about = 1\nmood = 'fine'\n", "mood: this program keeps nothing of that name"),
        (b"about = 1\ntags = ['a,b']\n", "no comma"),
        (b"about = 1\ntags = 'paper'\n", "tags"),
        (b"about = 1\nname = '" + b"x" * 201 + b"'\n", "name"),
        (b"about = 1\ncolor = -1\n", "color: -1 is out of range"),
        (b"#" * 1_000_001, "more than 1,000,000 bytes"),
    ],
)
def test_a_damaged_file_is_said_and_loses_neither_the_run_nor_itself(run, content, words):
    (run.path / FILE).write_bytes(content)
    with pytest.raises(AboutError) as caught:
        read_about(run.path)
    assert words in str(caught.value)
    assert run.name in str(caught.value)
    assert "delete it" in str(caught.value)
    row = row_of(run)
    assert row.status == "queued"
    assert (row.label, row.tags) == (run.experiment.label, ())
    assert row.about_error == str(caught.value)
    with pytest.raises(AboutError):
        change_about(run.path, star=True)
    assert (run.path / FILE).read_bytes() == content
    (run.path / FILE).unlink()
    assert row_of(run).about_error is None


def test_a_folder_in_its_place_is_said(run):
    (run.path / FILE).mkdir()
    with pytest.raises(AboutError, match="directory"):
        read_about(run.path)
    assert row_of(run).about_error is not None


def test_what_cannot_be_kept_changes_nothing(run):
    change_about(run.path, tags=["paper"])
    for changes in ({"tags": ["a,b"]}, {"name": "x" * 201}, {"color": 100}, {"mood": "fine"}):
        with pytest.raises(AboutError):
            change_about(run.path, **changes)
    assert read_about(run.path) == About(tags=("paper",))


def test_a_damaged_run_keeps_its_name_and_tags(run):
    change_about(run.path, name="mine", tags=["paper"])
    (run.path / "experiment.toml").write_text("schema = 1\n[outer]\niterations = 'many'\n")
    row = row_of(run)
    assert (row.status, row.label, row.tags) == ("damaged", "mine", ("paper",))


def test_a_folder_with_nothing_but_the_file_is_no_run(tmp_path):
    folder = tmp_path / "runs" / "left over"
    folder.mkdir(parents=True)
    (folder / FILE).write_text("about = 1\n")
    with RunIndex(tmp_path / "runs") as index:
        index.refresh()
        assert index.rows() == []


def test_two_programs_see_what_either_changes(run):
    with RunIndex(run.path.parent) as one, RunIndex(run.path.parent) as other:
        for index in (one, other):
            index.refresh()
        change_about(run.path, star=True)
        one.refresh()
        change_about(run.path, tags=["paper"])
        other.refresh()
        assert one.rows() == other.rows()
        assert (one.rows()[0].star, one.rows()[0].tags) == (True, ("paper",))


def test_changes_of_several_programs_at_once_are_all_kept(run):
    failures = []

    def work(change):
        try:
            change_about(run.path, **change)
        except Exception as error:  # noqa: BLE001 - told by the test itself
            failures.append(error)

    changes = [{"name": "mine"}, {"star": True}, {"notes": "good"}, {"tags": ["paper"]}, {"color": 2}]
    threads = [threading.Thread(target=work, args=(change,)) for change in changes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert read_about(run.path) == About(name="mine", star=True, notes="good", tags=("paper",), color=2)


def test_a_run_that_is_gone_is_an_error_of_the_system(run, tmp_path):
    run.path.rename(tmp_path / "elsewhere")
    with pytest.raises(OSError, match=run.name):
        change_about(run.path, star=True)
    assert not run.path.exists()
