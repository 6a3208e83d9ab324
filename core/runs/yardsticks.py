"""Yardsticks beside runs: the simple methods that were trained for the same tasks, to see what more effort is worth."""

from collections.abc import Sequence

from core import registry
from core.problems import ExperimentError
from core.runs.comparable import check_comparable
from core.runs.index import RunRow
from core.runs.run import Run
from core.training.checkpoint import BEST

FAMILY = "Yardsticks"  # of algorithms, as the registry has them


def yardstick_titles() -> dict[str, str]:
    """The title of every yardstick, by its kind."""
    settings = {kind: registry.algorithms.settings(kind) for kind in registry.algorithms.kinds}
    return {kind: each.title for kind, each in settings.items() if each.family == FAMILY}


def yardsticks_for(runs: Sequence[Run], rows: Sequence[RunRow]) -> list[Run]:
    """Of each yardstick the newest finished run among `rows`, newest first, that is measured on the tasks of `runs`.

    Left out are the yardsticks that are among `runs` already. Raises ExperimentError where one of `runs` is damaged.
    """
    known = {run.name for run in runs}
    experiments = [run.experiment for run in runs]
    missing = yardstick_titles().keys() - {experiment.algorithm.kind for experiment in experiments}
    found: dict[str, Run] = {}
    for row in rows:
        kind = row.algorithm
        if kind not in missing or kind in found or row.name in known or row.status != "finished":
            continue
        run = Run(row.path)
        try:
            check_comparable({runs[0].name: experiments[0], run.name: run.experiment})
        except ExperimentError:
            continue  # it is measured on other tasks, or is damaged, which the table of runs tells
        if (run.checkpoints / BEST).exists():
            found[kind] = run
    return list(found.values())
