"""What exists: every algorithm, learner and dataset, found by looking and never by listing.

A module in the package of its sort that defines a class with a ``settings_class`` is an entry; so is whatever an
installed package offers under the entry-point group. Nobody writes a list of kinds anywhere.
"""

import importlib
import importlib.metadata
import pkgutil
from functools import cached_property
from typing import Any


class Registry:
    """The implementations of one sort, by the ``kind`` of their settings."""

    def __init__(self, sort: str, package: str, group: str) -> None:
        self.sort, self.package, self.group = sort, package, group
        self.broken: dict[str, str] = {}  # entry point -> why it could not be loaded; `doctor` tells

    @cached_property
    def implementations(self) -> dict[str, type[Any]]:
        """kind -> class, in order of kind."""
        found: dict[str, type[Any]] = {}
        package = importlib.import_module(self.package)
        for info in pkgutil.iter_modules(package.__path__, self.package + "."):
            module = importlib.import_module(info.name)
            for value in vars(module).values():
                if isinstance(value, type) and value.__module__ == module.__name__ and "settings_class" in vars(value):
                    found[kind_of(vars(value)["settings_class"])] = value
        for point in importlib.metadata.entry_points(group=self.group):
            try:
                implementation = point.load()
                found[kind_of(implementation.settings_class)] = implementation
            except Exception as error:  # noqa: BLE001 - whatever a stranger's package raises, the program starts
                self.broken[point.value] = f"{type(error).__name__}: {error}"
        return dict(sorted(found.items()))

    @property
    def kinds(self) -> list[str]:
        return list(self.implementations)

    def settings(self, kind: str) -> type[Any]:
        """The settings class of a kind. Raises KeyError for a kind that does not exist."""
        return self.implementations[kind].settings_class  # type: ignore[no-any-return]

    def of(self, settings: Any) -> type[Any]:
        """The implementation that a settings object configures."""
        return self.implementations[settings.kind]


def kind_of(settings_class: type[Any]) -> str:
    """The ``kind`` that a settings class is chosen by."""
    return str(settings_class.model_fields["kind"].default)


datasets = Registry("dataset", "core.tasks", "innerloop.datasets")
learners = Registry("learner", "core.learners", "innerloop.learners")
algorithms = Registry("algorithm", "core.algorithms", "innerloop.algorithms")
