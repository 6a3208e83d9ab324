"""Where things are kept: runs, datasets, caches and sessions, all below one home folder."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

import platformdirs


@dataclass(frozen=True)
class Places:
    """The folders that the program writes to. Nothing is created until something is put there."""

    home: Path
    runs: Path
    data: Path
    cache: Path

    @classmethod
    def default(cls) -> "Places":
        """Below ``INNERLOOP_HOME`` where that is set, else in the user's data folder of this platform."""
        chosen = os.environ.get("INNERLOOP_HOME")
        home = Path(chosen).expanduser().resolve() if chosen else Path(platformdirs.user_data_dir("innerloop", False))
        return cls(home=home, runs=home / "runs", data=home / "data", cache=home / "cache")

    def moved(self, *, runs: Path | None = None, data: Path | None = None) -> "Places":
        """The same places with another folder for runs or data."""
        return replace(self, runs=(runs or self.runs).resolve(), data=(data or self.data).resolve())
