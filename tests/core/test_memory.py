"""Freed memory stays with the process while it trains, and goes back to the system afterwards."""

import json
import os
import subprocess
import sys

import pytest

gnu = pytest.mark.skipif("CS_GNU_LIBC_VERSION" not in getattr(os, "confstr_names", ()), reason="for GNU's C library")

BLOCKS = """
import json, resource, threading
import numpy as np
from core import memory

def resident():
    return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize()

def work():
    for _ in range(2):
        np.ones(8_000_000)  # 64 MB
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(10):
        np.ones(8_000_000)
    found["faults"] = resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before

found = {}
KEEP
thread = threading.Thread(target=work)
thread.start()
thread.join()
found["kept"] = resident()
memory.give_back()
found["left"] = resident()
print(json.dumps(found))
"""


def measured(keep: bool) -> dict[str, int]:
    script = BLOCKS.replace("KEEP", "memory.keep_freed()" if keep else "")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    found: dict[str, int] = json.loads(done.stdout)
    return found


@gnu
def test_freed_blocks_are_used_again_without_asking_the_system() -> None:
    plain, kept = measured(keep=False), measured(keep=True)
    assert plain["faults"] > 1000  # what it is about: each block is cleared anew, page by page
    assert kept["faults"] < plain["faults"] / 100


@gnu
def test_what_was_kept_is_given_back() -> None:
    kept = measured(keep=True)
    assert kept["kept"] - kept["left"] > 50_000_000
