"""The way in: where a window is open already the start is handed over to it, else the window opens.

Handing over needs neither Qt nor torch, and is done at once.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from core.cli_output import DONE, FAILED, complain
from core.cli_parser import NEW_WINDOW
from core.places import Places
from workbench import handing_over


def main(argv: Sequence[str] | None = None) -> int:
    """Bring the window of this home to the front, with a file where one is named; returns the exit code."""
    arguments = list(sys.argv if argv is None else argv)
    home, files = Places.default().home, [Path(word) for word in arguments[1:] if not word.startswith("-")]
    lock = None
    if handing_over.POSSIBLE:
        try:
            lock = handing_over.claim(home)
        except OSError as error:
            return complain(f"The window cannot open: {error.filename}: {error.strerror}", FAILED)
        if lock is None and NEW_WINDOW not in arguments:
            if handing_over.hand_over(home, files[0] if files else None):
                print(f"The window that is open takes {files[0]}" if files else "The window that is open comes forward")
                return DONE
            print("The window that is open does not answer; another one opens", file=sys.stderr)
    from workbench.app import main as open_window

    return open_window(arguments, lock)
