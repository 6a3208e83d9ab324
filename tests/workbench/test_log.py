"""The log: what comes into it from where, how it is looked at, and what is left of a crash."""

import logging
import os
import re
import subprocess
import sys
import threading
from datetime import datetime, timedelta

import pytest
from every_text import Bracketed, outside_brackets, texts_of
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.training.reports import Failed, Finished, Warned
from workbench import words
from workbench.catalogue import Catalogue
from workbench.log import crash, journal
from workbench.log.journal import Journal
from workbench.log.log_panel import LogPanel


@pytest.fixture
def kept(qapp):
    """A journal by itself."""
    parent = QObject()
    made = Journal(parent)
    yield made
    made.close()


def said(of):
    return [(entry.level, entry.text) for entry in of.entries]


def failed(title, what):
    error = {"title": title, "what": what, "remedy": "", "details": "Traceback"}
    return Failed("run", "failed", 10, 1.0, 1.0, None, None, error)


def test_it_keeps_what_logging_and_runs_and_threads_tell(kept, wait):
    logging.getLogger("somewhere").warning("little %s", "space")
    logging.getLogger("somewhere").debug("not for people")
    kept.take([Warned("half as many tasks at once"), failed("The run diverged", "the loss is nan")])
    try:
        raise ValueError("broken")
    except ValueError:
        logging.getLogger("somewhere").exception("no good")
    thread = threading.Thread(target=lambda: kept.say("from a thread"))
    thread.start()
    thread.join()
    wait(lambda: len(kept.entries) == 5)
    assert said(kept) == [
        ("warning", "little space"),
        ("warning", "half as many tasks at once"),
        ("error", "The run diverged. the loss is nan"),
        ("error", "no good"),
        ("info", "from a thread"),
    ]
    assert "ValueError: broken" in kept.entries[3].details


def test_the_same_words_from_two_sides_are_kept_once(kept):
    kept.say("half as many tasks at once")
    kept.take([Warned("half as many tasks at once")])
    assert said(kept) == [("warning", "half as many tasks at once")]
    kept.entries[-1] = journal.replace(kept.entries[-1], when=datetime.now() - timedelta(minutes=1))
    kept.say("half as many tasks at once")
    assert len(kept.entries) == 2


def test_the_oldest_go_first(kept, monkeypatch):
    monkeypatch.setattr(journal, "LONGEST", 3)
    for number in range(5):
        kept.say(f"message {number}")
    assert [text for _, text in said(kept)] == ["message 2", "message 3", "message 4"]


def test_the_panel_shows_by_level_and_words_and_copies(kept, qtbot):
    panel = LogPanel(kept)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.findChild(QObject, "log.nothing").isVisible()
    kept.say("Saved one.innerloop")
    kept.add("warning", "little space")
    kept.add("error", "no file", "Traceback\n  line 1")
    assert [entry.text for entry in panel.shown] == ["Saved one.innerloop", "little space", "no file"]
    panel.level.setCurrentIndex(panel.level.findData("warning"))
    assert [entry.text for entry in panel.shown] == ["little space", "no file"]
    panel.copy()
    assert QApplication.clipboard().text() == "\n".join(map(str, list(kept.entries)[1:]))
    QTest.keyClicks(panel.search, "traceback")
    assert [entry.text for entry in panel.shown] == ["no file"]
    panel.table.selectRow(0)
    kept.add("error", "another traceback")  # a selection stays when something comes
    panel.copy()
    assert QApplication.clipboard().text() == str(kept.entries[2])
    assert "line 1" in QApplication.clipboard().text()
    QTest.keyClicks(panel.search, " xyzzy")
    assert panel.findChild(QObject, "log.nothing").text() == "No message like that."
    panel.clear_button.click()
    assert not kept.entries
    assert not panel.copy_button.isEnabled()


def test_the_window_keeps_what_it_says_and_counts_what_is_grave(person, tmp_path):
    window = person.open()
    button = person.find("status.log")
    assert button.text() == "Log"
    window.desk.open_now(tmp_path / "absent.innerloop")
    person.dismiss()
    assert button.text() == "Log  1"
    assert "1 new" in button.accessibleName()
    person.press("status.log")
    person.wait(lambda: person.sees("log.table"))
    assert button.text() == "Log"
    levels = {entry.text: entry.level for entry in window.log.panel.shown}
    assert [level for text, level in levels.items() if "cannot be opened" in text] == ["error"]
    window.desk.save_to(tmp_path / "kept.innerloop")
    person.wait(lambda: "Saved kept.innerloop" in [entry.text for entry in window.log.panel.shown])
    person.press("view.log")
    person.wait(lambda: not person.sees("log.table"))


def test_it_speaks_the_language_of_the_window(kept, qtbot, wait):
    words.use(Bracketed())
    try:
        panel = LogPanel(kept)
        qtbot.addWidget(panel)
        kept.take([Warned("half as many tasks at once"), failed("The run diverged", "the loss is nan")])
        kept.take([Finished("run", "stopped", 10, 1.0, 1.0, None, None)])
        wait(lambda: len(kept.entries) == 3)
        inside = [("title", panel.windowTitle()), *texts_of(panel.widget())]  # Qt says the buttons of the title
        found = [(where, text.replace("Traceback", "")) for where, text in inside]
        assert not [(where, text) for where, text in found if re.search("[A-Za-z]{2,}", outside_brackets(text))]
    finally:
        words.use(Catalogue())


# -- crashes --------------------------------------------------------------------------------------------------------

PROGRAM = """
import os, sys, threading
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer, qFatal
from workbench.log.crash import Reporter

app = QCoreApplication([])
reporter = Reporter(Path(sys.argv[1]))
reporter.tail = lambda: "the newest message"
reporter.install()

def broken():
    raise ValueError("in a slot")

if sys.argv[2] == "slot":
    QTimer.singleShot(0, broken)
    QTimer.singleShot(10, broken)  # the same again is reported once
    QTimer.singleShot(50, app.quit)
    sys.exit(app.exec())
elif sys.argv[2] == "thread":
    thread = threading.Thread(target=broken)
    thread.start()
    thread.join()
elif sys.argv[2] == "qt":
    qFatal("no way on")
else:
    os.abort()
"""


def run(home, how):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, str(home), how], capture_output=True, text=True, timeout=120, env=environment
    )


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("slot", ["ValueError: in a slot", "the newest message", "Python: ", "Qt: "]),
        ("thread", ["ValueError: in a slot"]),
        ("qt", ["Qt ended the program", "Aborted"]),
        ("signal", ["Aborted"]),
    ],
)
def test_what_nobody_catches_is_reported_on_this_computer(tmp_path, how, words):
    ended = run(tmp_path, how)
    assert (ended.returncode == 0) == (how in ("slot", "thread"))
    reports = crash.unseen(tmp_path)
    texts = [report.read_text(encoding="utf-8") for report in reports]
    assert len(texts) == (2 if how == "qt" else 1)  # Qt ends the program by a signal, which is told of as well
    assert all(any(word in text for text in texts) for word in words)
    for report in reports:
        assert crash.mark_seen(report).exists()
    assert crash.unseen(tmp_path) == []


def test_two_crashes_one_after_the_other_leave_two_reports(tmp_path):
    run(tmp_path, "signal")
    faults = tmp_path / crash.FOLDER / "faults.log"
    yesterday = faults.stat().st_mtime - 86400
    os.utime(faults, (yesterday, yesterday))
    run(tmp_path, "signal")
    assert len(crash.unseen(tmp_path)) == 2


def test_the_next_start_offers_to_show_it(person, places):
    reporter = crash.Reporter(places.home)
    report = reporter.write("Innerloop met an error", "Traceback\nValueError: in a slot")
    assert reporter.write("Innerloop met an error", "Traceback\nValueError: in a slot") is None
    person.open()
    person.wait(lambda: person.sees("banner.crash.show"))
    person.press("banner.crash.show")
    said = person.dismiss()
    assert "ValueError: in a slot" in said
    assert report.name.removesuffix(".new.txt") in said
    person.close()
    person.open()
    assert not person.sees("banner.crash.show")
