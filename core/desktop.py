"""The program in the menus of a Linux desktop, and as the one that opens session files: for one user, and undone again.

Three files below the user's data folder, as freedesktop.org's standards ask: the desktop entry, the icon, and the type
of session files (shared-mime-info). Their texts lie in resources/desktop.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from string import Template

from core.training.checkpoint import write_durably

_CACHES = (  # the programs that tell the desktop of what is new, and the folders that they look through
    ("update-desktop-database", "applications"),
    ("update-mime-database", "mime"),
)
_ELSEWHERE = {
    "darwin": "On macOS there is no entry to make, since Innerloop is no application bundle there. "
    "'innerloop FILE' opens a session, and so does dropping one on the window.",
    "win32": "On Windows the system keeps which program opens which files. Press the right button on a session file, "
    "choose Open with › Choose another app, and pick innerloop.exe in {scripts}.",
}


def why_not() -> str:
    """Why this system has no such entries, and what can be done there; empty where it has them."""
    return _ELSEWHERE.get(sys.platform, "").format(scripts=sysconfig.get_path("scripts"))


def contents(command: Sequence[str] | None = None) -> dict[Path, bytes]:
    """Every file that belongs there, with what it holds. `command` starts the program; by default this installation."""
    data, texts = _data_folder(), files("resources") / "desktop"
    entry = Template((texts / "innerloop.desktop").read_text(encoding="utf-8"))
    return {
        data / "applications" / "innerloop.desktop": entry.substitute(command=_exec(command or _program())).encode(),
        data / "icons/hicolor/scalable/apps/innerloop.svg": (files("resources") / "icons/application.svg").read_bytes(),
        data / "mime/packages/innerloop.xml": (texts / "innerloop.xml").read_bytes(),
    }


def install() -> list[str]:
    """Write the files, and let the desktop know. Returns what could not be told to it. Raises OSError."""
    for path, content in contents().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_durably(path, content)
    return _refresh()


def remove() -> tuple[list[Path], list[str]]:
    """Take the files away, and let the desktop know. Returns those that were there; the rest is as with `install`."""
    there = [path for path in contents() if path.exists()]
    for path in there:
        path.unlink()
    return there, _refresh() if there else []


def states() -> Mapping[Path, str]:
    """Of each file whether it is "installed", "changed" (other than this installation writes it) or "absent"."""
    return {
        path: "absent" if not path.exists() else "installed" if path.read_bytes() == content else "changed"
        for path, content in contents().items()
    }


def _data_folder() -> Path:
    chosen = os.environ.get("XDG_DATA_HOME", "")
    return Path(chosen) if os.path.isabs(chosen) else Path.home() / ".local" / "share"  # as the standard says


def _program() -> list[str]:
    script = Path(sysconfig.get_path("scripts")) / "innerloop"
    return [str(script)] if script.exists() else [sys.executable, "-m", "core"]


def _exec(command: Sequence[str]) -> str:
    """A command as the key Exec has it: words in quotation marks, of which some signs are escaped, twice over."""
    words = []
    for word in command:
        for sign in '\\"`$':
            word = word.replace(sign, f"\\{sign}")
        words.append(f'"{word}"')
    return " ".join(words).replace("%", "%%").replace("\\", "\\\\")  # a value's own escapes come last


def _refresh() -> list[str]:
    """Have the caches made anew. A desktop without these programs looks at the folders by itself."""
    failed = []
    for program, folder in _CACHES:
        path = _data_folder() / folder
        if shutil.which(program) is None or not path.is_dir():
            continue
        done = subprocess.run([program, str(path)], capture_output=True, text=True, check=False)
        if done.returncode:
            failed.append(f"{program} failed: {done.stderr.strip() or done.returncode}")
    return failed
