"""Runs to export: made once, and only read afterwards."""

from collections.abc import Callable

import pytest
from exported import untrained
from trained import trained

from core.experiment import Experiment
from core.places import Places
from core.runs.run import Run


@pytest.fixture(scope="session")
def home_of_exports(tmp_path_factory: pytest.TempPathFactory) -> Places:
    home = tmp_path_factory.mktemp("exports")
    return Places(home, home / "runs", home / "data", home / "cache")


@pytest.fixture(scope="session")
def sinusoid_run(home_of_exports: Places, tiny: Callable[..., Experiment]) -> Run:
    """MAML on sinusoids, 20 iterations."""
    return trained(tiny(name="sine"), home_of_exports)


@pytest.fixture(scope="session")
def glyph_runs(home_of_exports: Places) -> dict[str, Run]:
    """Two methods on glyphs, by kind: one whose network ends in a head and is adapted, one of neither. The networks are
    as they are drawn, which takes no training."""
    shared = {"dataset": {"kind": "glyphs", "ways": 3, "queries": 2}, "learner": {"kind": "conv4", "filters": 4}}
    kinds = ("maml", "prototypical")
    return {
        kind: untrained(Experiment.from_dict(shared | {"algorithm": {"kind": kind}}), home_of_exports) for kind in kinds
    }
