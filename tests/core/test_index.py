"""The index of runs: quick, shared, and never the only place where anything is kept."""

import os
import sqlite3
from datetime import datetime

import pytest

from core.experiment import Experiment
from core.runs.index import FILE, VERSION, RunIndex, find_run
from core.runs.run import Run, RunError

EXPERIMENT = Experiment()
BEST = {"iteration": 500, "metric": "mse", "value": 0.5, "ci95": 0.1}
TEST = {"metric": "mse", "before": 3.1, "after": 0.4, "ci95": 0.1, "tasks": 600, "iteration": 500}


@pytest.fixture
def runs(tmp_path):
    return tmp_path / "runs"


def listed(runs):
    with RunIndex(runs) as index:
        assert index.refresh() == []
        return index.rows()


def one(runs):
    (row,) = listed(runs)
    return row


# -- what a row shows -----------------------------------------------------------------------------------------------


def test_an_empty_folder_has_no_rows(runs):
    assert listed(runs) == []


def test_a_row_shows_the_experiment(runs):
    run = Run.create(EXPERIMENT.with_value("name", "waves"), runs)
    row = one(runs)
    assert (row.path, row.name, row.label) == (run.path, run.name, "waves")
    assert (row.dataset, row.algorithm, row.metric) == ("sinusoid", "maml", "mse")
    assert row.task_label == EXPERIMENT.task_label
    assert (row.status, row.iteration, row.iterations, row.best, row.test) == ("queued", 0, 5000, None, None)
    assert abs((datetime.now() - row.created).total_seconds()) < 60


def test_runs_of_a_sweep_show_what_they_vary_and_keep_their_own_label(runs):
    sweep = EXPERIMENT.with_value("sweep", "rates")
    for rate in (0.1, 0.4):
        Run.create(sweep.with_value("algorithm.inner_lr", rate), runs)
    Run.create(EXPERIMENT.with_value("algorithm.inner_lr", 0.2), runs)  # of no sweep
    rows = {row.settings["algorithm.inner_lr"]: row for row in listed(runs)}
    label = EXPERIMENT.label
    assert {rate: row.label for rate, row in rows.items()} == {
        0.1: f"{label} · inner_lr 0.1", 0.2: label, 0.4: f"{label} · inner_lr 0.4",
    }  # fmt: skip
    assert {row.own_label for row in rows.values()} == {label}
    assert "inner_lr 0.1" in rows[0.1].words  # a search finds it


def test_the_kinds_that_were_chosen_are_kept_beside_what_runs_are_named_by(runs):
    Run.create(EXPERIMENT.with_value("algorithm.first_order", True), runs)
    row = one(runs)
    assert (row.algorithm, row.asked["algorithm.kind"], row.asked["learner.kind"]) == ("fomaml", "maml", "mlp")


def test_a_row_shows_titles_and_the_settings_that_make_sense(runs):
    first_order = EXPERIMENT.with_value("algorithm.first_order", True).with_value("outer.lr", 0.02)
    Run.create(first_order, runs)
    row = one(runs)
    assert (row.dataset_title, row.algorithm_title, row.learner_title) == ("Sinusoid", "FOMAML", "MLP")
    assert (row.settings["outer.lr"], row.settings["seed"], row.settings["algorithm.first_order"]) == (0.02, 0, True)
    assert row.settings["outer.clip_gradient"] is first_order.outer.clip_gradient
    assert "dataset.ways" not in row.settings
    assert not row.settings.keys() & {"dataset.kind", "name", "notes"}


def test_a_row_shows_what_was_reached(runs):
    Run.create(EXPERIMENT, runs).set_status("finished", iteration=5000, seconds=12.5, best=BEST, test=TEST)
    row = one(runs)
    assert (row.status, row.iteration, row.seconds) == ("finished", 5000, 12.5)
    assert (row.best, row.test) == (BEST, TEST)


def test_a_row_shows_why_a_run_failed(runs):
    error = {"title": "The run diverged", "what": "The meta-loss is nan.", "remedy": "Try", "details": "…"}
    Run.create(EXPERIMENT, runs).set_status("failed", iteration=7, error=error)
    assert one(runs).error == "The run diverged: The meta-loss is nan."


def test_the_newest_run_comes_first(runs):
    names = [Run.create(EXPERIMENT.with_value("name", name), runs).name for name in "abc"]
    names[0], renamed = "2020-01-01T00-00-00_a", runs / names[0]
    renamed.rename(runs / names[0])
    assert [row.name for row in listed(runs)][-1] == names[0]


def test_a_renamed_folder_is_as_old_as_its_experiment(runs):
    run = Run.create(EXPERIMENT, runs)
    run.path.rename(runs / "my best run")
    os.utime(runs / "my best run" / "experiment.toml", (1.6e9, 1.6e9))
    assert one(runs).created == datetime.fromtimestamp(1.6e9)


def test_a_run_whose_program_died_is_crashed(runs):
    Run.create(EXPERIMENT, runs).set_status("running", iteration=3)
    assert one(runs).status == "crashed"


def test_a_run_is_running_as_long_as_its_lock_is_held(runs):
    run = Run.create(EXPERIMENT, runs)
    run.acquire()
    run.set_status("running", left=False, iteration=3)
    with RunIndex(runs) as index:
        index.refresh()
        assert index.rows()[0].status == "running"
        run.release()  # as the end of its program would: no file changes
        assert index.refresh() == []
        assert index.rows()[0].status == "crashed"


def test_a_run_that_was_left_paused_stays_paused(runs):
    Run.create(EXPERIMENT, runs).set_status("paused", left=True)
    assert one(runs).status == "paused"


# -- damage ---------------------------------------------------------------------------------------------------------


def test_a_damaged_experiment_is_a_damaged_row(runs):
    good, bad = (Run.create(EXPERIMENT.with_value("name", name), runs) for name in ("good", "bad"))
    (bad.path / "experiment.toml").write_text("schema = 1\n[algorithm\n")
    rows = {row.name: row for row in listed(runs)}
    assert rows[good.name].status == "queued"
    assert rows[bad.name].status == "damaged"
    assert "experiment.toml is not valid TOML" in rows[bad.name].error
    assert rows[bad.name].label == bad.name


def test_an_experiment_of_a_newer_program_is_a_damaged_row(runs):
    run = Run.create(EXPERIMENT, runs)
    (run.path / "experiment.toml").write_text("schema = 99\n")
    assert "reads up to" in one(runs).error


def test_a_run_without_its_experiment_is_a_damaged_row(runs):
    (Run.create(EXPERIMENT, runs).path / "experiment.toml").unlink()
    assert one(runs).status == "damaged"
    assert "experiment.toml" in one(runs).error


@pytest.mark.parametrize(
    "facts", [{"iteration": "many"}, {"best": {"iteration": 1}}, {"best": {"value": "high"}}, {"error": {"a": 1}}]
)
def test_a_status_with_other_things_in_it_is_a_damaged_row(runs, facts):
    Run.create(EXPERIMENT, runs).set_status("finished", **facts)
    assert one(runs).status == "damaged"


def test_a_run_that_is_mended_is_no_longer_damaged(runs):
    run = Run.create(EXPERIMENT, runs)
    kept = (run.path / "experiment.toml").read_bytes()
    with RunIndex(runs) as index:
        (run.path / "experiment.toml").write_bytes(b"\xff\xfe")
        index.refresh()
        assert index.rows()[0].status == "damaged"
        (run.path / "experiment.toml").write_bytes(kept)
        index.refresh()
        assert index.rows()[0].status == "queued"


def test_what_is_no_run_is_passed_over(runs):
    Run.create(EXPERIMENT, runs)
    (runs / "notes").mkdir()
    (runs / ".trash").mkdir()
    (runs / "letter.txt").write_text("hello")
    assert len(listed(runs)) == 1


# -- what changes ---------------------------------------------------------------------------------------------------


def test_new_and_deleted_folders_are_noticed(runs):
    with RunIndex(runs) as index:
        index.refresh()
        first = Run.create(EXPERIMENT, runs)
        index.refresh()
        assert [row.name for row in index.rows()] == [first.name]
        first.path.rename(runs.parent / "elsewhere")
        index.refresh()
        assert index.rows() == []


def test_only_what_changed_is_read_again(runs, monkeypatch):
    made = [Run.create(EXPERIMENT.with_value("name", name), runs) for name in "abc"]
    with RunIndex(runs) as index:
        index.refresh()
        read = []
        experiment = Run.experiment.fget
        monkeypatch.setattr(Run, "experiment", property(lambda run: (read.append(run.name), experiment(run))[1]))
        index.refresh()
        assert read == []
        made[1].set_status("stopped", iteration=9)
        index.refresh()
        assert read == [made[1].name]
        assert {row.iteration for row in index.rows()} == {0, 9}


def test_two_writes_within_one_tick_of_the_clock_are_both_seen(runs):
    run = Run.create(EXPERIMENT, runs)
    with RunIndex(runs) as index:
        for iteration in range(10, 60):
            run.set_status("stopped", iteration=iteration)
            os.utime(run.path / "status.json", (1.7e9, 1.7e9))
            index.refresh()
            assert index.rows()[0].iteration == iteration


def test_what_was_indexed_is_there_in_the_next_program(runs, monkeypatch):
    Run.create(EXPERIMENT, runs)
    first = listed(runs)
    monkeypatch.setattr(Run, "experiment", property(lambda run: pytest.fail("was read again")))
    assert listed(runs) == first


# -- the database ---------------------------------------------------------------------------------------------------


def test_a_deleted_index_is_made_anew(runs):
    Run.create(EXPERIMENT, runs)
    first = listed(runs)
    (runs / FILE).unlink()
    assert listed(runs) == first


def test_an_index_that_is_deleted_while_it_is_open_is_made_anew(runs):
    Run.create(EXPERIMENT, runs)
    with RunIndex(runs) as index:
        index.refresh()
        for path in runs.glob(FILE + "*"):
            path.unlink()
        index.refresh()
        assert len(index.rows()) == 1
        assert (runs / FILE).exists()


@pytest.mark.parametrize("content", [b"this is no database", os.urandom(5000), b"SQLite format 3\0" + bytes(4000)])
def test_garbage_is_replaced_and_told(runs, content):
    Run.create(EXPERIMENT, runs)
    (runs / FILE).write_bytes(content)
    with RunIndex(runs) as index:
        (notice,) = index.refresh()
        assert "made anew" in notice
        assert len(index.rows()) == 1
        assert index.refresh() == []


def test_an_empty_file_is_an_index_that_another_program_is_about_to_make(runs):
    Run.create(EXPERIMENT, runs)
    (runs / FILE).write_bytes(b"")
    with RunIndex(runs) as index:
        assert index.refresh() == []
        assert len(index.rows()) == 1


def test_an_index_that_is_cut_short_is_replaced_and_told(runs):
    for name in "abcdefgh":
        Run.create(EXPERIMENT.with_value("notes", "x" * 900).with_value("name", name), runs)
    listed(runs)
    whole = (runs / FILE).read_bytes()
    (runs / FILE).write_bytes(whole[: len(whole) // 2])
    with RunIndex(runs) as index:
        assert "made anew" in index.refresh()[0]
        assert len(index.rows()) == 8


@pytest.mark.parametrize("version", [VERSION + 1, 0])
def test_an_index_of_another_version_is_replaced_and_told(runs, version):
    Run.create(EXPERIMENT, runs)
    runs.mkdir(exist_ok=True)
    other = sqlite3.connect(runs / FILE)
    other.execute("CREATE TABLE runs (whatever TEXT)")
    other.execute(f"PRAGMA user_version = {version}")
    other.commit()
    other.close()
    with RunIndex(runs) as index:
        assert "another version" in index.refresh()[0]
        assert len(index.rows()) == 1


def test_an_index_with_another_table_is_replaced_and_told(runs):
    Run.create(EXPERIMENT, runs)
    other = sqlite3.connect(runs / FILE)
    other.execute("CREATE TABLE runs (whatever TEXT)")
    other.execute(f"PRAGMA user_version = {VERSION}")
    other.commit()
    other.close()
    with RunIndex(runs) as index:
        assert "damaged" in index.refresh()[0]
        assert len(index.rows()) == 1


def test_an_index_that_cannot_be_made_says_so(runs):
    (runs / FILE).mkdir(parents=True)
    with RunIndex(runs) as index, pytest.raises(OSError, match=FILE):
        index.refresh()


def test_two_programs_see_the_same(runs):
    run = Run.create(EXPERIMENT, runs)
    with RunIndex(runs) as one_program, RunIndex(runs) as other:
        one_program.refresh()
        other.refresh()
        run.set_status("stopped", iteration=5)
        other.refresh()
        one_program.refresh()
        assert one_program.rows() == other.rows()
        for path in runs.glob(FILE + "*"):  # the log of writes too: from it SQLite alone could mend the damage
            path.unlink()
        (runs / FILE).write_bytes(b"damage")
        assert "made anew" in other.refresh()[0]
        assert one_program.refresh() == []  # the other has mended it already
        assert one_program.rows() == other.rows()
        assert len(other.rows()) == 1


def test_a_program_that_waits_for_the_other_gets_its_turn(runs):
    import threading

    for name in "abc":
        Run.create(EXPERIMENT.with_value("name", name), runs)
    failures = []

    def work():
        try:
            with RunIndex(runs) as index:
                for _ in range(20):
                    index.refresh()
                    assert len(index.rows()) == 3
        except Exception as error:  # noqa: BLE001 - told by the test itself
            failures.append(error)

    listed(runs)
    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(40):
        find_run(runs, "last").set_status("stopped", iteration=number)
    for thread in threads:
        thread.join()
    assert failures == []


def test_what_has_not_changed_is_not_read_again(runs, monkeypatch):
    text, status = EXPERIMENT.to_toml(), '{"status": "finished", "iteration": 5000}'
    for number in range(50):
        folder = runs / f"2026-01-01T00-00-00_run-{number:03d}"
        folder.mkdir(parents=True)
        (folder / "experiment.toml").write_text(text)
        (folder / "status.json").write_text(status)
    listed(runs)
    with RunIndex(runs) as index:
        index.refresh()
        read = []
        monkeypatch.setattr("core.runs.index._facts", lambda path: read.append(path))
        index.refresh()
        assert (len(index.rows()), read) == (50, [])


# -- finding one ----------------------------------------------------------------------------------------------------


@pytest.fixture
def three(runs):
    names = ("2026-01-01T10-00-00_first", "2026-01-01T11-00-00_second", "2026-02-01T10-00-00_third")
    for name in names:
        Run.create(EXPERIMENT, runs).path.rename(runs / name)
    return [runs / name for name in names]


def test_a_run_is_found_by_name_prefix_path_or_as_the_last(runs, three, monkeypatch):
    assert find_run(runs, three[1].name).path == three[1]
    assert find_run(runs, "2026-02").path == three[2]
    assert find_run(runs, str(three[0])).path == three[0]
    assert find_run(runs, "last").path == three[2]
    monkeypatch.chdir(runs)
    assert find_run(runs, f"./{three[0].name}").path == three[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-01-01", "beginning of 2 runs: 2026-01-01T10-00-00_first, 2026-01-01T11-00-00_second"),
        ("second", "runs with that in their name: 2026-01-01T11-00-00_second"),
        ("2026-01-01T10-00-00_frist", "did you mean '2026-01-01T10-00-00_first'"),
        ("zzz", "'innerloop runs' lists them"),
        ("/nowhere/at/all", "no run '/nowhere/at/all'"),
    ],
)
def test_an_unclear_name_lists_what_comes_near(runs, three, text, words):
    with pytest.raises(RunError) as caught:
        find_run(runs, text)
    assert words in str(caught.value)


def test_where_there_are_no_runs_it_says_how_to_start_one(runs):
    with pytest.raises(RunError, match="innerloop train"):
        find_run(runs, "last")
