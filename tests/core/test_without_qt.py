"""The engine imports and trains where Qt is not installed."""

import subprocess
import sys

PROGRAM = """
import importlib, pkgutil, sys

for name in ("PySide6", "shiboken6", "pyqtgraph"):
    sys.modules[name] = None  # importing it now raises ImportError

import core
for module in pkgutil.walk_packages(core.__path__, "core."):
    if module.name != "core.__main__":
        importlib.import_module(module.name)

from core.cli import main
few = ["--set", "evaluation.tasks=4", "--set", "evaluation.test_tasks=4"]
code = main(["train", "sinusoid-maml", "--iterations", "5", *few, "--json"])
assert main([]) == 1  # no window, and it says so
sys.exit(code)
"""


def test_the_engine_trains_where_qt_is_not_installed():
    program = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert program.returncode == 0, program.stderr
    assert program.stdout.count('"event": "iteration"') == 5
    assert '"event": "finished"' in program.stdout
    assert "PySide6 is not installed" in program.stderr
