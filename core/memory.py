"""Memory that the program has freed, and whether it keeps it.

By default the C library gives every large block back to the system when it is freed, and asks for it again in the next
iteration; the system then clears it page by page. For training on a CPU that is a large share of the time: a step of
Prototypical Networks takes 226 ms so, and 133 ms where the memory stays. So a program that trains keeps what it has
freed, and gives it back when training ends.
"""

import ctypes
import os
import re
import sys
from functools import cache
from typing import Any

from core.lazy import torch

# The numbers of mallopt(3).
_TRIM_THRESHOLD, _MMAP_MAX, _ARENA_MAX = -1, -4, -8
_NEVER = 2**31 - 1
# What Python, torch on GPUs, torch's CPU allocator, C++, and the convolutions of a CPU say.
_SIGNS = re.compile(
    "MemoryError|out of memory|can't allocate memory|bad_alloc|could not (create|execute) a primitive(?! descriptor)",
    re.IGNORECASE,
)


def keep_freed() -> None:
    """From now on the process keeps freed memory for itself, where the C library is GNU's; elsewhere nothing changes.

    To be called before there are threads: each would bring a heap of its own, whose large blocks go back regardless.
    """
    library = _gnu_library()
    if library:
        for parameter, value in ((_ARENA_MAX, 1), (_MMAP_MAX, 0), (_TRIM_THRESHOLD, _NEVER)):
            library.mallopt(parameter, value)


def ran_out(error: BaseException) -> bool:
    """Whether an error says that there is no more memory, on whatever device, in this process or in a worker."""
    return _SIGNS.search(f"{type(error).__name__}: {error}") is not None


def give_back() -> None:
    """Return to the system, and to other programs on a GPU, what is freed and kept."""
    library = _gnu_library()
    if library:
        library.malloc_trim(0)
    if "torch" in sys.modules and torch.cuda.is_initialized():  # type: ignore[no-untyped-call]
        torch.cuda.empty_cache()


@cache
def _gnu_library() -> Any:
    if "CS_GNU_LIBC_VERSION" not in getattr(os, "confstr_names", ()):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "mallopt") and hasattr(library, "malloc_trim") else None
