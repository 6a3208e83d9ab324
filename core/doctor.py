"""`innerloop doctor`: what of this machine and this installation works, and what to do about what does not."""

import importlib.util
import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

from core import registry
from core.lazy import torch
from core.places import Places
from core.training.mapping import compiler


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at, and the remedy where it needs one; `needed` is False for what only helps."""

    what: str
    found: str
    remedy: str = ""
    needed: bool = True


def examine(places: Places) -> Iterator[Finding]:
    """Look at everything, one thing after the other."""
    yield Finding("Python", f"{platform.python_version()}, {platform.platform()}")
    yield from _packages()
    yield _devices()
    yield _compiler()
    yield _display()
    yield from _folders(places)
    yield from _plugins()


def why_no_window() -> str:
    """What keeps the window from opening, with the remedy; empty where nothing does that can be known beforehand."""
    if importlib.util.find_spec("PySide6") is None:
        return "PySide6 is not installed; install it with: pip install PySide6-Essentials pyqtgraph"
    told = os.environ.get("QT_QPA_PLATFORM")
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or told):
        return "there is no display; open it from a desktop, or train here with: innerloop train sinusoid-maml"
    return ""


def _packages() -> Iterator[Finding]:
    try:
        required = metadata.requires("innerloop") or []
    except metadata.PackageNotFoundError:
        yield Finding("innerloop", "is not installed", "install it with: pip install -e .")
        return
    yield Finding("innerloop", metadata.version("innerloop"))
    for requirement in required:
        if "extra ==" in requirement:
            continue
        name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
        try:
            yield Finding(name, metadata.version(name))
        except metadata.PackageNotFoundError:
            only_window = name in ("PySide6-Essentials", "pyqtgraph")
            yield Finding(name, "is not installed", f"install it with: pip install '{requirement}'", not only_window)


def _devices() -> Finding:
    try:
        found = [f"CPU, {torch.get_num_threads()} threads"]
        found += [torch.cuda.get_device_name(number) for number in range(torch.cuda.device_count())]
        found += ["Apple GPU"] if torch.backends.mps.is_available() else []
    except (ImportError, OSError) as error:
        return Finding(
            "devices", f"torch cannot be loaded: {error}", "install it again with: pip install --force-reinstall torch"
        )
    return Finding("devices", "; ".join(found))


def _compiler() -> Finding:
    found = compiler()
    if found is None:
        how = "install g++ or clang++ (optional: long runs of small networks get several times faster)"
        return Finding("C++ compiler", "none", how, needed=False)
    return Finding("C++ compiler", found)


def _display() -> Finding:
    reason = why_no_window()
    return Finding("window", "cannot open", reason, needed=False) if reason else Finding("window", "can open")


def _folders(places: Places) -> Iterator[Finding]:
    for what, folder in (("home", places.home), ("runs", places.runs), ("data", places.data)):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                pass
            free = shutil.disk_usage(folder).free / 2**30
        except OSError as error:
            remedy = "make it writable, or choose another place with the environment variable INNERLOOP_HOME"
            yield Finding(what, f"{folder} cannot be written to: {error.strerror}", remedy)
            continue
        little = "less than 1 GB is free there; make room before a long run" if free < 1 else ""
        yield Finding(what, f"{folder}, {free:.0f} GB free", little, needed=False)
    kept = sorted(path.name for path in places.data.iterdir()) if places.data.is_dir() else []
    yield Finding("datasets kept", ", ".join(kept) or "none yet")


def _plugins() -> Iterator[Finding]:
    for registered in (registry.datasets, registry.learners, registry.algorithms):
        yield Finding(f"{registered.sort}s", ", ".join(registered.kinds))
        for entry_point, why in registered.broken.items():
            how = "repair or remove the package that offers it"
            yield Finding(f"{registered.sort} plug-in", f"{entry_point} cannot be loaded: {why}", how)
