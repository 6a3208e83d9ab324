"""What exists is found by looking: in the packages of the program, and in whatever else is installed."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from core import registry

ALGORITHM = """
from typing import ClassVar, Literal

from core.algorithms.algorithm import Algorithm
from core.settings import InnerLoopSettings


class StandStillSettings(InnerLoopSettings):
    title: ClassVar[str] = "Stand still"
    kind: Literal["stand_still"] = "stand_still"


class StandStill(Algorithm):
    settings_class = StandStillSettings

    def adapt(self, meta, support, steps):
        for _ in range(steps + 1):
            yield meta
"""

PROGRAM = """
import json, sys
from pathlib import Path

from core import registry
from core.experiment import Experiment
from core.places import Places
from core.runs.run import Run
from core.training.training import Training

home = Path(sys.argv[1])
experiment = Experiment.from_dict(
    {
        "algorithm": {"kind": "stand_still"},
        "outer": {"iterations": 3, "meta_batch_size": 2},
        "evaluation": {"tasks": 2, "test_tasks": 2},
        "compute": {"device": "cpu"},
    }
)
assert Experiment.from_toml(experiment.to_toml()) == experiment
with Training(experiment, Run.create(experiment, home / "runs"), Places(home, home, home, home)) as training:
    events = [report.event for report in training]
print(json.dumps([events, registry.algorithms.kinds, registry.algorithms.broken, registry.learners.kinds]))
"""


def install(folder: Path, name: str, modules: dict[str, str], entry_points: str) -> None:
    """What an installer would leave behind of a package."""
    for module, text in modules.items():
        (folder / f"{module}.py").write_text(text)
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(entry_points)


def test_installed_packages_add_kinds_and_broken_ones_stop_nothing(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    install(site, "stand-still", {"stand_still": ALGORITHM}, "[innerloop.algorithms]\nstill = stand_still:StandStill\n")
    install(
        site,
        "broken",
        {"broken_plugin": "raise RuntimeError('built for another version')", "no_algorithm": "Thing = 3"},
        "[innerloop.algorithms]\n"
        "broken = broken_plugin:Broken\nmissing = not_there_at_all:Thing\nodd = no_algorithm:Thing\n",
    )
    path = os.pathsep.join([str(site), str(Path(registry.__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    events, kinds, broken, learners = json.loads(done.stdout)
    assert events.count("iteration") == 3
    assert events[-1] == "finished"
    assert set(kinds) == {*registry.algorithms.kinds, "stand_still"}
    assert broken["broken_plugin:Broken"] == "RuntimeError: built for another version"
    assert broken["not_there_at_all:Thing"].startswith("ModuleNotFoundError")
    assert broken["no_algorithm:Thing"].startswith("AttributeError")
    assert len(broken) == 3
    assert learners == registry.learners.kinds


HEAVY_BALL = '''
"""MAML whose inner loop rolls like a heavy ball (Polyak 1964)."""

from typing import ClassVar, Literal

from core.algorithms.algorithm import Algorithm, descended
from core.settings import InnerLoopSettings, setting


class HeavyBallSettings(InnerLoopSettings):
    title: ClassVar[str] = "Heavy ball"
    family: ClassVar[str] = "Learn an initialisation"
    summary: ClassVar[str] = "Keeps a part of each inner step."
    equation: ClassVar[str] = "v = m v + g;  w = w - a v"
    paper: ClassVar[str] = "Polyak 1964"

    kind: Literal["heavy_ball"] = "heavy_ball"
    mass: float = setting(0.5, title="Mass of the ball", help="Share of the last step that is kept.", ge=0, le=1)


class HeavyBall(Algorithm):
    settings_class = HeavyBallSettings

    def adapt(self, meta, support, steps):
        phi, velocity = meta, {name: 0 * value for name, value in meta.items()}
        yield phi
        for _ in range(steps):
            gradient = self.support_gradient(phi, support)
            velocity = {name: self.settings.mass * velocity[name] + gradient[name] for name in phi}
            phi = descended(phi, velocity, self.settings.inner_lr)
            yield phi
'''

FORM = """
import sys
from workbench.app import build

application, window = build(["innerloop"])
window.session.set("algorithm.kind", "heavy_ball")
application.processEvents()
box = window.findChild(object, "algorithm.mass")
print(window.session.experiment.algorithm.title, "|", box.accessibleName(), "|", box.value())
sys.stdout.flush()
window.close()
"""


def test_a_strangers_algorithm_passes_the_same_contract_and_shows_in_the_form(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    install(site, "heavy", {"heavy_ball": HEAVY_BALL}, "[innerloop.algorithms]\nheavy = heavy_ball:HeavyBall\n")
    root = Path(registry.__file__).parents[1]
    path = os.pathsep.join([str(site), str(root), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONPATH": path, "INNERLOOP_HOME": str(tmp_path / "home")}
    contract = [root / "tests" / "core" / "algorithms" / f"test_{name}.py" for name in ("contract", "learning")]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "heavy_ball", *map(str, contract)]
    done = subprocess.run(command, env=environment, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout
    assert int(done.stdout.rpartition(" passed")[0].split()[-1]) > 50
    shown = subprocess.run(
        [sys.executable, "-c", FORM], env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.strip() == "Heavy ball | Mass of the ball | 0.5"


def test_every_module_that_defines_an_implementation_is_found() -> None:
    for registered in (registry.datasets, registry.learners, registry.algorithms):
        folder = Path(registry.__file__).parent / registered.package.removeprefix("core.")
        defining = {path.stem for path in folder.glob("*.py") if "\n    settings_class = " in path.read_text("utf-8")}
        found = {found.__module__.rpartition(".")[2] for found in registered.implementations.values()}
        assert found == defining
        assert defining


def test_a_kind_leads_to_its_settings_and_back() -> None:
    for registered in (registry.datasets, registry.learners, registry.algorithms):
        assert registered.kinds == sorted(registered.kinds)
        for kind in registered.kinds:
            settings: Any = registered.settings(kind)()
            assert settings.kind == kind
            assert registered.of(settings) is registered.implementations[kind]
