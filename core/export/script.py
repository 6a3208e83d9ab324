"""An experiment as a short Python script on the engine that trains it."""

import json
from collections.abc import Iterator, Mapping
from string import Template
from typing import Any

from core.experiment import SCHEMA_VERSION, Experiment

_SCRIPT = Template('''\
"""Trains an experiment as Innerloop does, and tells what it reaches. Needs the package innerloop, but no window."""

from core.experiment import Experiment
from core.places import Places
from core.runs.run import Run
from core.training.reports import EvaluationReport, Finished
from core.training.training import Training

# Every setting, as schema $schema has them; what is missing is empty. On one machine's CPU this gives the numbers that
# the window and the terminal give, to the last bit.
EXPERIMENT = {
$settings
}


def main() -> None:
    experiment, places = Experiment.from_dict(EXPERIMENT).check(), Places.default()
    run = Run.create(experiment, places.runs)
    with Training(experiment, run, places) as training:
        for report in training:
            if isinstance(report, EvaluationReport):
                reached = f"{report.metric} {report.after:.4f} ± {report.ci95:.4f}"
                print(f"iteration {report.iteration:,}: {report.split} {reached}")
            elif isinstance(report, Finished) and report.error:
                raise SystemExit(f"{report.error['title']}: {report.error['what']}")
    print(f"The run is in {run.path}")


if __name__ == "__main__":
    main()
''')


def script(experiment: Experiment) -> str:
    """The source of a script that makes a run of this experiment, where the program keeps its runs."""
    return _SCRIPT.substitute(schema=SCHEMA_VERSION, settings="\n".join(_entries(experiment.to_dict(), "    ")))


def _entries(settings: Mapping[str, Any], indent: str) -> Iterator[str]:
    """The lines of a dictionary's inside."""
    for name, value in settings.items():
        if isinstance(value, Mapping):
            yield f'{indent}"{name}": {{'
            yield from _entries(value, indent + "    ")
            yield f"{indent}}},"
        else:
            written = json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)
            yield f'{indent}"{name}": {written},'
