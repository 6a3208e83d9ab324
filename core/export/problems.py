"""Why something cannot be exported, and the packages that some forms need."""

import importlib
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any


class ExportError(Exception):
    """A run that cannot be exported in this form: why, and what would help."""


class MissingPackageError(ExportError):
    """A form needs packages that are not installed."""

    def __init__(self, extra: str, missing: Sequence[str]) -> None:
        words = " and ".join(missing)
        super().__init__(f"this form needs {words}: pip install 'innerloop[{extra}]'")


def check_installed(extra: str, packages: Sequence[str]) -> None:
    """Raise MissingPackageError unless all these packages can be imported; none is."""
    missing = [name for name in packages if find_spec(name) is None]
    if missing:
        raise MissingPackageError(extra, missing)


def imported(extra: str, package: str) -> Any:
    """A package of an extra. Raises MissingPackageError."""
    check_installed(extra, [package])
    return importlib.import_module(package)
