"""The terminal's command about the desktop: an entry in its menus, and session files that open by a double click."""

import sys

from core import desktop
from core.cli_output import DONE, FAILED, complain

_SAID = {"installed": "installed", "changed": "another version", "absent": "not there"}


def show_desktop(action: str) -> int:
    """Install, remove or show the entry; returns the exit code."""
    reason = desktop.why_not()
    if reason:
        return complain(reason, FAILED)
    try:
        return {"install": _install, "remove": _remove, "show": _show}[action]()
    except OSError as error:
        return complain(f"{error.filename}: {error.strerror}", FAILED)


def _install() -> int:
    failed = desktop.install()
    print("Innerloop is in the desktop's menu now, and session files open with it. Written:")
    for path in desktop.states():
        print(f"  {path}")
    return _told(failed)


def _remove() -> int:
    removed, failed = desktop.remove()
    print("Taken away:" if removed else "There was nothing to take away.")
    for path in removed:
        print(f"  {path}")
    return _told(failed)


def _show() -> int:
    states = desktop.states()
    for path, state in states.items():
        print(f"{_SAID[state]:17}{path}")
    if set(states.values()) != {"installed"}:
        print("'innerloop desktop install' writes what is missing, and what another version wrote")
    return DONE


def _told(failed: list[str]) -> int:
    for line in failed:
        print(line, file=sys.stderr)
    return FAILED if failed else DONE
