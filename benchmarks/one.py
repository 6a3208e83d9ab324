"""Takes one group of measurements, in a process of its own: `python -m benchmarks.one NAME FILE` writes its rows."""

import importlib
import json
import sys
from dataclasses import asdict
from pathlib import Path

from benchmarks.rows import Row
from core import memory

GROUPS = {  # name -> the module with a function of that name
    "sinusoid": "iterations",
    "omniglot": "iterations",
    "omniglot20": "iterations",
    "pooled": "iterations",
    "pictures": "iterations",
    "prototypes": "iterations",
    "others": "iterations",
    "measuring": "iterations",
    "opening": "opening",
    "delay": "window",
    "watching": "window",
    "stopping": "window",
    "redraw": "drawing",
    "table": "drawing",
}


def main(name: str, file: str) -> None:
    memory.keep_freed()  # as the program does; the plain loop gains by it too
    module = importlib.import_module(f"benchmarks.{GROUPS[name]}")
    rows: list[Row] = getattr(module, name)()
    Path(file).write_text(json.dumps([asdict(row) for row in rows]), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
