"""The table: one row for each figure, the machine that it was measured on, and the two files that it is written to."""

import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Row:
    """One figure. `met` is None where nothing could be measured; `note` then says why."""

    name: str
    what: str
    figure: str
    bound: str
    met: bool | None
    note: str = ""
    details: dict[str, Any] | None = None

    @property
    def command(self) -> str:
        return f"python -m benchmarks --only {self.name}"

    @property
    def verdict(self) -> str:
        return {True: "yes", False: "NO", None: "not measured"}[self.met]


def machine() -> dict[str, Any]:
    """What the figures depend on."""
    return {
        "cpu": _cpu_model(),
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "torch": metadata.version("torch"),
        "torch_threads": _torch_threads(),
        "qt": metadata.version("PySide6-Essentials"),
        "load_average": [round(load, 2) for load in os.getloadavg()] if hasattr(os, "getloadavg") else None,
        "commit": _commit(),
    }


def write(rows: Sequence[Row], before: dict[str, Any], folder: Path) -> None:
    """Write bench.json and bench.md."""
    folder.mkdir(parents=True, exist_ok=True)
    known = [{**asdict(row), "command": row.command} for row in rows]
    content = json.dumps({"machine": before, "rows": known}, indent=2, ensure_ascii=False)
    (folder / "bench.json").write_text(content + "\n", encoding="utf-8")
    (folder / "bench.md").write_text(as_markdown(rows, before), encoding="utf-8")


def as_markdown(rows: Sequence[Row], before: dict[str, Any]) -> str:
    lines = ["# Measurements", "", "`make bench` makes this file anew; nothing in it is asserted by a test.", ""]
    lines += [f"- {name.replace('_', ' ')}: {value}" for name, value in before.items()]
    lines += ["", "| what | figure | bound | met? | command | note |", "|---|---|---|---|---|---|"]
    for row in rows:
        cells = [row.what, row.figure, row.bound, row.verdict, f"`{row.command}`", row.note]
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def as_text(rows: Sequence[Row]) -> str:
    """The table for a terminal."""
    parts = []
    for row in rows:
        parts.append(f"{row.what}\n    {row.figure}   bound {row.bound}   met: {row.verdict}")
        if row.note:
            parts.append(f"    {row.note}")
    return "\n".join(parts)


def _cpu_model() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "unknown")


def _torch_threads() -> int:
    """Asked of another process: torch would outlive the question in this one."""
    code = "import torch; print(torch.get_num_threads())"
    return int(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)


def _commit() -> str | None:
    try:
        asked = subprocess.run(
            ["git", "rev-parse", "HEAD"], cwd=Path(__file__).parent, capture_output=True, text=True, check=False
        )
    except OSError:
        return None
    return asked.stdout.strip() or None
