"""The window is there before torch is: importing it and building it leave torch alone."""

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "code",
    ["import workbench.app", "from workbench.app import build; app, window = build(['innerloop']); window.show()"],
    ids=["import", "build"],
)
def test_the_window_needs_no_torch(code, home):
    check = "; import sys; loaded = {'torch', 'scipy'} & set(sys.modules); print(loaded or 'light'); sys.stdout.flush()"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"{code}{check}; import os; os._exit(0)"],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "light"
