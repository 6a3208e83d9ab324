"""A run is a folder: what was asked, what happened, what was learnt. Everything in it is TOML, JSON or safetensors."""

import contextlib
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Mapping
from datetime import datetime
from importlib import metadata
from pathlib import Path
from typing import Any, Self

from filelock import FileLock, Timeout

from core.experiment import Experiment
from core.runs.metrics import read_records
from core.training import checkpoint
from core.training.reports import Adaptation, Report, plain

ACTIVE = ("running", "paused")  # statuses that only a living program may leave behind
RESUMABLE = ("running", "paused", "stopped", "failed", "crashed", "queued")
_STAMP = "%Y-%m-%dT%H-%M-%S"  # the first 19 characters of a run's name
_HEARTBEAT_SECONDS = 5.0
_PATIENCE = 1.0  # seconds; whoever only looks whether a run is held holds it for a moment


class RunError(Exception):
    """A run that cannot be opened: which, why, and what to do."""


class Run:
    """One run folder. Whoever trains it holds its lock; anybody may read it.

    Everything that writes raises FolderGone where somebody has taken the folder away.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._metrics: Any = None
        self._beat = 0.0
        self._lock = FileLock(path / ".lock", thread_local=False)

    # -- making and opening -------------------------------------------------------------------------------------

    @classmethod
    def create(cls, experiment: Experiment, runs: Path) -> Self:
        """Make a new folder for an experiment; an existing one is never written into. Raises OSError."""
        runs.mkdir(parents=True, exist_ok=True)
        stamp = datetime.now().strftime(_STAMP)
        name = f"{stamp}_{_safe(experiment.label)}"
        for attempt in range(1000):
            path = runs / (name if attempt == 0 else f"{name}_{attempt + 1}")
            with contextlib.suppress(FileExistsError):
                path.mkdir()
                break
        else:
            raise RunError(f"no free name for a run like {name} in {runs}")
        run = cls(path)
        run._write("experiment.toml", experiment.to_toml().encode())
        run._write_json("environment.json", environment())
        run.set_status("queued", iteration=0)
        return run

    @classmethod
    def open(cls, path: Path) -> Self:
        """A run that is there. Raises RunError for a folder that is none."""
        if not (path / "experiment.toml").is_file():
            raise RunError(f"{path} is not a run: it has no experiment.toml")
        return cls(path)

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def made(self) -> datetime:
        """When the run was made: its name says so; for a renamed folder, its oldest file does."""
        try:
            return datetime.strptime(self.name[:19], _STAMP)
        except ValueError:
            there = [path for name in ("experiment.toml", "status.json") if (path := self.path / name).exists()]
            return datetime.fromtimestamp(min(path.stat().st_mtime for path in there))

    @property
    def experiment(self) -> Experiment:
        """What was asked. Raises ExperimentError for a damaged or newer file."""
        return Experiment.load(self.path / "experiment.toml")

    # -- the lock of whoever trains -----------------------------------------------------------------------------

    def acquire(self) -> None:
        """Become the one who trains this run. Raises RunError when another program does."""
        try:
            self._lock.acquire(timeout=_PATIENCE)
        except Timeout:
            raise RunError(f"{self.name} is being trained by another program; stop it there first") from None

    def release(self) -> None:
        """Let go of the run; its files are closed."""
        if self._metrics is not None:
            self._metrics.close()
            self._metrics = None
        self._lock.release()

    def is_held(self) -> bool:
        """Whether any program, this one too, trains this run now."""
        if self._lock.is_locked:
            return True
        probe = FileLock(self.path / ".lock")
        try:
            probe.acquire(timeout=0)
        except Timeout:
            return True
        except OSError:
            return False  # a read-only folder cannot be trained by anyone
        probe.release()
        return False

    # -- what happened ------------------------------------------------------------------------------------------

    @property
    def metrics_path(self) -> Path:
        return self.path / "metrics.jsonl"

    @property
    def checkpoints(self) -> Path:
        return self.path / "checkpoints"

    def append(self, report: Report) -> None:
        """Add a report to metrics.jsonl at once, and beat the heart."""
        if self._metrics is None:
            with checkpoint.gone_is_said(self.path):
                self._metrics = open(self.metrics_path, "ab", buffering=0)  # noqa: SIM115 - closed by `release`
        self._metrics.write(json.dumps(report.to_json(), separators=(",", ":")).encode() + b"\n")
        now = time.monotonic()
        if now - self._beat > _HEARTBEAT_SECONDS:
            self._beat = now
            with checkpoint.gone_is_said(self.path):
                os.utime(self.path / "status.json")  # the heartbeat is the file's time: beating cannot damage it

    def metrics_size(self) -> int:
        """Bytes of metrics.jsonl, which a checkpoint remembers."""
        return self.metrics_path.stat().st_size if self.metrics_path.exists() else 0

    def truncate_metrics(self, size: int) -> None:
        """Forget what was reported after a checkpoint, since it will be reported again."""
        if not self.metrics_path.exists():
            return
        whole = self.metrics_path.read_bytes()[:size]
        os.truncate(self.metrics_path, whole.rfind(b"\n") + 1)  # a power cut may have left half a line

    def records(self) -> list[dict[str, Any]]:
        """Everything reported so far. Raises ValueError for a damaged file."""
        return read_records(self.metrics_path)

    def log(self, message: str) -> None:
        """Add a line to log.txt, with the time."""
        with checkpoint.gone_is_said(self.path), open(self.path / "log.txt", "a", encoding="utf-8") as file:
            file.write(f"{datetime.now().isoformat(timespec='seconds')}  {message}\n")

    def set_status(self, status: str, **facts: Any) -> None:
        """Write status.json: the status and what the run table shows; facts that are not named stay."""
        self._write_json("status.json", {**self._stored_status(), "status": status, **facts})

    @property
    def status(self) -> dict[str, Any]:
        """What status.json says, except that a run whose program died without a word is ``crashed``."""
        stored = self._stored_status()
        if stored.get("status") in ACTIVE and not self.is_held() and not stored.get("left"):
            stored["status"] = "crashed"
        return stored

    def write_split(self, classes: Mapping[str, list[str]]) -> None:
        """Record the classes of each split by name."""
        self._write_json("split.json", dict(classes))

    def read_split(self) -> dict[str, list[str]]:
        """The names of the classes of each split; empty before training began. Raises RunError for a damaged file."""
        path = self.path / "split.json"
        if not path.exists():
            return {}
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise RunError(f"split.json of {self.name} is damaged: {error}") from None
        if not isinstance(found, dict) or not all(isinstance(names, list) for names in found.values()):
            raise RunError(f"split.json of {self.name} is damaged: it holds other things than lists of classes")
        return found

    def write_adaptation(self, adaptation: Adaptation) -> None:
        """Keep the newest adaptation curves, which the adaptation view draws."""
        self._write_json("adaptation.json", plain(vars(adaptation)))

    def read_adaptation(self) -> dict[str, Any] | None:
        """The newest adaptation curves; None before the first evaluation. Raises ValueError for a damaged file."""
        path = self.path / "adaptation.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None

    # -- helpers ------------------------------------------------------------------------------------------------

    def _stored_status(self) -> dict[str, Any]:
        path = self.path / "status.json"
        if not path.exists():
            return {"status": "crashed", "iteration": 0}
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            return {"status": "crashed", "iteration": 0}
        return stored if isinstance(stored, dict) else {"status": "crashed", "iteration": 0}

    def _write_json(self, name: str, value: Any) -> None:
        self._write(name, json.dumps(value, indent=2, ensure_ascii=False).encode() + b"\n")

    def _write(self, name: str, content: bytes) -> None:
        checkpoint.write_durably(self.path / name, content)


def environment() -> dict[str, Any]:
    """Versions and machine, for environment.json. Reading versions does not import the packages."""
    packages = ["innerloop", "torch", "numpy", "pydantic", "safetensors", "PySide6-Essentials"]
    versions = {}
    for package in packages:
        with contextlib.suppress(metadata.PackageNotFoundError):
            versions[package] = metadata.version(package)
    return {
        "python": sys.version.split()[0],
        "system": platform.platform(),
        "processors": os.cpu_count(),
        "versions": versions,
        "commit": _commit(),
    }


def _commit() -> str | None:
    """The git commit of the program, where it runs from a checkout."""
    root = Path(__file__).resolve().parents[2]
    if not (root / ".git").exists():
        return None
    try:
        asked = subprocess.run(
            ["git", "-C", str(root), "rev-parse", "HEAD"], capture_output=True, text=True, timeout=5, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return asked.stdout.strip() or None


def _safe(label: str) -> str:
    """A label as a part of a folder's name on every system."""
    kept = "".join(c if c.isalnum() or c in "-_." else "-" for c in label)
    return kept.strip(".-")[:80] or "run"
