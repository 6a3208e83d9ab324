"""A sweep: one experiment with some of its settings varied, as a value, and the experiments that it asks for.

A grid has every combination of the values; random draws are as many combinations as are asked for, and the first n of
them are the same whatever their number. What a setting takes is given as values or as a range (core/variation.py).
Every experiment carries the sweep's name in its setting `sweep`: a run folder then says by itself where it belongs, and
goes on saying so when it is copied, resumed or used as a setup; notes are a person's own and stay that.
"""

import itertools
import math
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from core.experiment import CHOSEN_BY_KIND, Experiment
from core.problems import ExperimentError, Problem
from core.schema import fields_of
from core.variation import Variation

Method = Literal["grid", "random"]

MOST_RUNS = 500  # of one sweep; a table of as many runs is still quick
NOT_VARIED = ("name", "notes", "sweep")  # what a run is called says nothing about how it learns
_TRIES = 100  # draws for each new combination, before it is said that there are too few


@dataclass(frozen=True)
class Combination:
    """One set of values, by path, and the experiment that has them; or why it cannot be run."""

    values: Mapping[str, Any]
    experiment: Experiment | None
    problems: tuple[Problem, ...] = ()

    @property
    def label(self) -> str:
        """The values, as ``algorithm.inner_lr=0.1, outer.lr=0.01``."""
        return ", ".join(f"{path}={_plain(value)}" for path, value in self.values.items())


@dataclass(frozen=True)
class Plan:
    """What a sweep comes to: the experiments to run, and the combinations that cannot be."""

    experiments: tuple[Experiment, ...]
    left_out: tuple[Combination, ...]


@dataclass(frozen=True)
class Sweep:
    """Which settings of an experiment vary, and how. `runs` and `seed` are for random draws."""

    base: Experiment
    varied: Mapping[str, Variation]
    name: str = ""
    method: Method = "grid"
    runs: int = 20
    seed: int = 0

    @property
    def label(self) -> str:
        """The name, or one made of what is varied and the experiment: ``inner_lr, seed of sinusoid-10-shot-maml``."""
        return self.name or f"{', '.join(map(_short, self.varied)) or 'nothing'} of {self.base.label}"

    @property
    def combinations(self) -> int | None:
        """How many there are; None where a range gives endlessly many."""
        sizes = [variation.size for variation in self.varied.values()]
        return None if None in sizes else math.prod(size for size in sizes if size is not None)

    def problems(self) -> list[Problem]:
        """Why the sweep as a whole cannot be made, each problem named by its setting where it is one's."""
        if not self.varied:
            return [Problem("", "nothing is varied yet; name a setting and two or more values for it")]
        found = [Problem(path, f"{path} cannot be varied") for path in self.varied if path in NOT_VARIED]
        many = self.combinations
        if self.method == "grid":
            for path, variation in self.varied.items():
                if variation.size is None:
                    message = f"every combination needs a number of values; write it behind, as in {variation}*5"
                    found.append(Problem(path, message))
            if many is not None and many > MOST_RUNS:
                message = f"these are {many:,} combinations, and a sweep has at most {MOST_RUNS} runs; try random draws"
                found.append(Problem("", message))
        elif not 1 <= self.runs <= MOST_RUNS:
            found.append(Problem("", f"{self.runs} is no number of runs; a sweep has 1 to {MOST_RUNS}"))
        elif many is not None and many < self.runs:
            message = (
                f"there are only {many} different combinations, fewer than {self.runs} runs; take every combination"
            )
            found.append(Problem("", message))
        return found

    def plan(self) -> Plan:
        """Every combination as an experiment. Raises ExperimentError for what `problems` finds."""
        found = self.problems()
        if found:
            raise ExperimentError(found)
        made = [self._made(values) for values in (self._grid() if self.method == "grid" else self._drawn())]
        return Plan(
            tuple(one.experiment for one in made if one.experiment is not None),
            tuple(one for one in made if one.experiment is None),
        )

    # -- the combinations ---------------------------------------------------------------------------------------

    def _grid(self) -> Iterator[dict[str, Any]]:
        """The last setting changes fastest, as in a table that is read row by row."""
        for values in itertools.product(*(variation.values() for variation in self.varied.values())):
            yield dict(zip(self.varied, values, strict=True))

    def _drawn(self) -> Iterator[dict[str, Any]]:
        draws = random.Random(self.seed)
        seen: set[tuple[Any, ...]] = set()
        for _ in range(_TRIES * self.runs):
            values = {path: variation.draw(draws) for path, variation in self.varied.items()}
            if (key := tuple(values.values())) not in seen:
                seen.add(key)
                yield values
                if len(seen) == self.runs:
                    return
        message = f"{_TRIES * self.runs:,} draws gave only {len(seen)} different combinations; ask for fewer runs"
        raise ExperimentError([Problem("", message)])

    def _made(self, values: Mapping[str, Any]) -> Combination:
        """The experiment of a combination. A new kind comes first: it decides which other settings there are."""
        experiment = self.base
        try:
            for path in sorted(values, key=lambda path: not _chooses(path)):
                experiment = experiment.with_value(path, values[path])
            unused = values.keys() - {field.path for field in fields_of(experiment)}
            if unused:
                raise ExperimentError(Problem(path, "has no effect with the other settings") for path in sorted(unused))
            return Combination(values, experiment.with_value("sweep", self.label).check())
        except ExperimentError as error:
            return Combination(values, None, tuple(error.problems))


def _chooses(path: str) -> bool:
    section, _, name = path.partition(".")
    return section in CHOSEN_BY_KIND and name == "kind"


def _short(path: str) -> str:
    """The last part of a path; of a kind, what it is the kind of."""
    return path.removesuffix(".kind").rpartition(".")[2]


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) else str(value)
