"""`innerloop desktop`: what it writes is what freedesktop.org's standards ask for, and all of it goes away again."""

import configparser
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import pytest

from core import desktop
from core.cli import main
from workbench.session_file import SUFFIX

pytestmark = pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="these systems have no such entries")

ODD = ['/opt/with space/50 %/in`n$er"lo\\op', "-m", "core"]
MIME = {"mime": "http://www.freedesktop.org/standards/shared-mime-info"}


@pytest.fixture
def data(tmp_path, monkeypatch):
    """The user's data folder, as the desktop would look through it."""
    folder = tmp_path / "share"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


def entry(text):
    """A desktop entry, by a reader that knows nothing of Innerloop."""
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",), comment_prefixes=("#",), strict=True)
    parser.optionxform = str
    parser.read_string(text)
    return parser


def words(value):
    """The words of a key Exec: a value's escapes are taken off, then a shell reads its quotation marks."""
    command = value.replace("\\\\", "\\").replace("%%", "%")
    script = f'for word in {command}; do printf "%s\\n" "$word"; done'
    return subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=True).stdout.splitlines()


def test_the_entry_stands_in_the_menu_and_opens_sessions(data, capsys):
    assert main(["desktop", "install"]) == 0
    said = capsys.readouterr().out
    path = data / "applications" / "innerloop.desktop"
    assert str(path) in said
    found = entry(path.read_text(encoding="utf-8"))
    main_part = found["Desktop Entry"]
    assert (main_part["Type"], main_part["Name"], main_part["Terminal"]) == ("Application", "Innerloop", "false")
    assert set(main_part["Categories"].split(";")) >= {"Education", "Science"}  # of which menus know the first
    program, *rest = words(main_part["Exec"])
    assert rest[-1] == "%f"
    assert Path(program).is_file()
    for action in filter(None, main_part["Actions"].split(";")):
        assert found[f"Desktop Action {action}"]["Name"]
        assert words(found[f"Desktop Action {action}"]["Exec"])[-1] == "--new-window"
    if shutil.which("desktop-file-validate"):
        subprocess.run(["desktop-file-validate", str(path)], check=True)

    # The icon that it names is there, and so is the type of the files that it opens.
    icon = data / "icons/hicolor/scalable/apps" / f"{main_part['Icon']}.svg"
    assert icon.read_bytes() == (files("resources") / "icons/application.svg").read_bytes()
    (kind,) = ElementTree.parse(data / "mime/packages/innerloop.xml").getroot().findall("mime:mime-type", MIME)
    assert main_part["MimeType"] == f"{kind.get('type')};"
    assert [glob.get("pattern") for glob in kind.findall("mime:glob", MIME)] == [f"*{SUFFIX}"]
    assert kind.find("mime:icon", MIME).get("name") == main_part["Icon"]
    assert kind.find("mime:comment", MIME).text
    if shutil.which("update-mime-database"):  # which has read the file, and keeps what it found
        globs = (data / "mime" / "globs2").read_text().splitlines()
        assert f"50:{kind.get('type')}:*{SUFFIX}" in globs


def test_a_command_with_signs_that_mean_something_stays_one_command():
    (text,) = (content.decode() for path, content in desktop.contents(ODD).items() if path.suffix == ".desktop")
    assert words(entry(text)["Desktop Entry"]["Exec"]) == [*ODD, "%f"]


def test_all_of_it_goes_away_and_nothing_else(data, capsys):
    others = [data / "applications" / "other.desktop", data / "mime" / "packages" / "other.xml"]
    for other in others:
        other.parent.mkdir(parents=True)
    others[0].write_text("[Desktop Entry]\nType=Application\nName=Other\nExec=other\n")
    others[1].write_text(f'<mime-info xmlns="{MIME["mime"]}"/>')
    before = {path for path in data.rglob("*") if path.is_file()}
    assert main(["desktop", "install"]) == 0
    written = set(desktop.contents())
    assert written <= {path for path in data.rglob("*") if path.is_file()} - before
    capsys.readouterr()
    assert main(["desktop", "remove"]) == 0
    assert {line.strip() for line in capsys.readouterr().out.splitlines()} >= {str(path) for path in written}
    assert not [path for path in written if path.exists()]
    assert all(other.exists() for other in others)
    caches = data / "mime"
    assert "innerloop" not in "".join(path.read_text() for path in caches.glob("globs*"))
    assert main(["desktop", "remove"]) == 0
    assert "nothing to take away" in capsys.readouterr().out


def test_show_tells_what_is_there(data, capsys):
    def shown():
        assert main(["desktop", "show"]) == 0
        return capsys.readouterr().out

    assert shown().count("not there") == 3
    assert not data.exists()
    main(["desktop", "install"])
    capsys.readouterr()
    assert [line.split()[0] for line in shown().splitlines()] == ["installed"] * 3
    (data / "applications" / "innerloop.desktop").write_text("[Desktop Entry]\n")
    assert "another version" in shown()
    main(["desktop", "install"])
    capsys.readouterr()
    assert "another version" not in shown()


def test_a_folder_that_cannot_be_written_to_is_named(data, capsys):
    data.write_text("a file where a folder belongs")
    assert main(["desktop", "install"]) == 1
    assert str(data) in capsys.readouterr().err


@pytest.mark.parametrize(("system", "said"), [("darwin", "On macOS"), ("win32", "Open with")])
def test_elsewhere_it_says_what_can_be_done(data, capsys, monkeypatch, system, said):
    monkeypatch.setattr(sys, "platform", system)
    assert main(["desktop", "install"]) == 1
    assert said in capsys.readouterr().err
    assert not data.exists()


def test_a_failing_cache_is_told_of(data, tmp_path, capsys, monkeypatch):
    broken = tmp_path / "bin" / "update-desktop-database"
    broken.parent.mkdir()
    broken.write_text("#!/bin/sh\necho no room >&2\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", str(broken.parent), prepend=":")
    assert main(["desktop", "install"]) == 1
    assert "update-desktop-database failed: no room" in capsys.readouterr().err
