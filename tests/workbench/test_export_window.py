"""Exporting from the window: the list of forms, files that are written behind its back, and the setup as text."""

import shlex
from html import escape
from pathlib import Path

import pytest
from person import SMALL
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel
from safetensors import safe_open

from core.experiment import Experiment
from core.export.command import command
from core.export.forms import FORMS
from core.export.script import script
from core.runs.run import Run
from core.training import checkpoint
from core.training.reports import Preparing
from workbench.desk_export import REPORT


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system was asked to show."""
    paths: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: paths.append(url.toLocalFile()))
    return paths


@pytest.fixture
def trained(person) -> Run:
    """A person with a run, which is selected. Its name would be markup."""
    person.open()
    person.set_up({**SMALL, "name": "<b>sine</b>"})
    person.press("toolbar.run.start")
    person.wait(lambda: person.runs)
    person.wait_for_end()
    person.wait(lambda: person.cell(0, "Status") == "finished")
    (path,) = person.runs
    person.window.desk.select_runs((path.name,))
    return Run.open(path)


def words_of(person, banner: str) -> str:
    return person.find(f"banner.{banner}").findChild(QLabel).text()


def test_a_run_is_exported_and_the_page_written(person, trained: Run, opened: list[str], tmp_path: Path) -> None:
    # Every form is offered, with a line on what it is for; what is not installed says how it would be.
    person.press("runs.export")
    person.wait(lambda: person.sees("dialog.export"))
    for form in FORMS.values():
        button, words = person.find(f"export.{form.id}"), person.find(f"export.{form.id}.words").text()
        assert button.text() == form.title
        assert words.startswith(form.summary)
        assert button.isEnabled() == (not form.why_not)
        assert form.why_not[1:] in words
    assert "<b>sine</b>" in [label.text().removeprefix("Export ") for label in
                             person.find("dialog.export").findChildren(QLabel)]  # fmt: skip

    # Weights into a file; its folder is shown.
    person.press("export.weights")
    person.press("dialog.export_go")
    target = tmp_path / "mine & yours.safetensors"
    person.choose_file(target)
    person.wait(lambda: person.sees("banner.export.weights.show"))
    with safe_open(target, framework="np") as file:
        assert file.metadata()["run"] == trained.name
    assert escape(str(target)) in words_of(person, "export.weights")
    person.press("banner.export.weights.show")
    assert opened == [str(tmp_path)]
    assert not person.sees("banner.export.weights")

    # The numbers into a folder.
    person.press("runs.export")
    person.press("export.tensorboard")
    person.press("dialog.export_go")
    folder = tmp_path / "logs"
    folder.mkdir()
    person.choose_file(folder)
    person.wait(lambda: person.sees("banner.export.tensorboard.show"))
    (events,) = (folder / trained.name).iterdir()
    assert "tfevents" in events.name
    person.press("banner.export.tensorboard.close")

    # The report, opened at once.
    person.press("runs.report")
    page = tmp_path / "page.html"
    person.choose_file(page)
    person.wait(lambda: person.sees(f"banner.{REPORT}.open"))
    assert "&lt;b&gt;sine&lt;/b&gt;" in page.read_text(encoding="utf-8")
    person.press(f"banner.{REPORT}.open")
    assert opened == [str(tmp_path), str(page)]

    # What cannot be written says why, and leaves nothing.
    (trained.checkpoints / checkpoint.BEST).unlink()
    person.press("runs.export")
    person.press("export.weights")
    person.press("dialog.export_go")
    person.choose_file(tmp_path / "none.safetensors")
    assert "has no best checkpoint yet" in person.dismiss()
    assert not person.sees("banner.export.weights")
    assert not (tmp_path / "none.safetensors").exists()
    person.close("dialog.forget")


def test_the_setup_is_copied_as_text(person) -> None:
    window = person.open()
    person.set("outer.lr", 0.25)
    person.set("name", "it's $HOME")
    experiment = person.experiment
    clipboard = QGuiApplication.clipboard()
    person.press("setup.copy_command")
    assert clipboard.text() == command(experiment)
    assert shlex.split(clipboard.text())[:3] == ["innerloop", "train", "sinusoid-maml"]
    person.press("setup.copy_toml")
    assert Experiment.from_toml(clipboard.text()) == experiment
    person.press("setup.copy_script")
    assert clipboard.text() == script(experiment)
    assert window.session.experiment == experiment
    person.close("dialog.forget")


def test_writing_can_be_left(person, places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(runs, places, target, **options):
        while True:
            yield Preparing("Measuring", 3, 10)

    monkeypatch.setattr("workbench.desk_export.report", endless)
    run = Run.create(Experiment(), places.runs)
    person.open().desk.select_runs((run.name,))
    person.press("runs.report")
    person.choose_file(tmp_path / "page.html")
    person.wait(lambda: person.sees(f"banner.{REPORT}.cancel"))
    person.wait(lambda: person.window.desk.exporter.is_busy)
    person.press(f"banner.{REPORT}.cancel")
    assert not person.window.desk.exporter.is_busy
    assert not person.sees(f"banner.{REPORT}")
    assert not (tmp_path / "page.html").exists()
    person.close()
