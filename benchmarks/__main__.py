"""`python -m benchmarks [--only NAME] [--out DIR]` measures, prints the table and writes bench.json and bench.md.

Every group runs in a process and a home folder of its own, one after another; windows appear on a virtual display
where there is one. A bound that is not met is said, and is no error.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.display import virtual_screen
from benchmarks.one import GROUPS
from benchmarks.rows import Row, as_text, machine, write

RESULTS = Path(__file__).parent / "results"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure speed and latency.")
    parser.add_argument("--only", choices=GROUPS, action="append", metavar="NAME", help=f"one of {', '.join(GROUPS)}")
    parser.add_argument("--out", type=Path, default=RESULTS, metavar="DIR", help="where bench.json and bench.md go")
    chosen = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that display and children end as well
    before = machine()
    rows: list[Row] = []
    for name in chosen.only or GROUPS:
        print(name, file=sys.stderr, flush=True)
        rows += _measured(name)
    write(rows, before, chosen.out)
    print(as_text(rows))
    return 0


def _measured(name: str) -> list[Row]:
    """The rows of one group; one that says so where the group failed."""
    with tempfile.TemporaryDirectory() as folder, virtual_screen() as display:
        file = Path(folder) / "rows.json"
        kernels = os.environ.get("TORCHINDUCTOR_CACHE_DIR", str(Path(folder) / "kernels"))
        environment = {**os.environ, "INNERLOOP_HOME": str(Path(folder) / "home"), "TORCHINDUCTOR_CACHE_DIR": kernels}
        if display is not None:
            environment |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        elif sys.platform == "linux":
            environment |= {"QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run([sys.executable, "-m", "benchmarks.one", name, str(file)], env=environment, check=False)
        if not file.exists():
            return [Row(name, name, "–", "–", None, f"failed with exit code {done.returncode}")]
        return [Row(**row) for row in json.loads(file.read_text(encoding="utf-8"))]


if __name__ == "__main__":
    sys.exit(main())
