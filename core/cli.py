"""The terminal face: the command ``innerloop``.

Exit codes: 0 done, 1 failed, 2 wrong use, 130 interrupted. With --json each line of stdout is one JSON object, and
nothing else is written there; notes and errors go to stderr. Started by torchrun, rank 0 runs the command and the
others share its work (core/training/ranks.py).
"""

import argparse
import dataclasses
import io
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core import assignments, memory, registry
from core.cli_output import DONE, FAILED, INTERRUPTED, WRONG_USE, Bar, complain, console, silence_stdout
from core.cli_parser import COMMANDS, NEW_WINDOW, parse
from core.cli_tables import plain_table
from core.experiment import Experiment, learners_of
from core.figures import NOTHING
from core.places import Places
from core.presets import find, presets
from core.problems import ExperimentError, Problem, nearest
from core.training import ranks

if TYPE_CHECKING:
    from core.runs.run import Run


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    memory.keep_freed()
    arguments = list(sys.argv[1:] if argv is None else argv)
    return ranks.run(lambda: _main(arguments)) if ranks.launched() else _main(arguments)


def _main(arguments: list[str]) -> int:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal without ± still gets its numbers
    if _wants_window(arguments):
        return _window(arguments)
    try:
        options = parse(arguments)
    except SystemExit as end:  # argparse has said why
        return int(end.code or 0)
    try:
        return _CARRIED_OUT_BY[options.command](options)
    except ExperimentError as error:
        return complain(error, WRONG_USE)
    except BrokenPipeError:  # whoever read a table has seen enough
        silence_stdout()
        return DONE
    except KeyboardInterrupt:
        return complain("interrupted", INTERRUPTED)


# -- the commands ---------------------------------------------------------------------------------------------------


def _window(arguments: list[str]) -> int:
    from core.doctor import why_no_window

    if ranks.crew() is not None:
        return complain("the window does not open under torchrun; name a command, such as train", WRONG_USE)
    reason = why_no_window()
    if reason:
        return complain(f"The window cannot open: {reason}", FAILED)
    if sys.platform == "win32":
        import torch  # noqa: F401 - there it cannot be loaded after Qt (pytorch issue 166628)
    try:
        from workbench.start import main as open_window
    except ImportError as error:
        if not (error.name or "").startswith(("PySide6", "shiboken6", "pyqtgraph")) and ".so" not in str(error):
            raise
        return complain(f"The window cannot open: {error}. 'innerloop doctor' and make setup say what to do", FAILED)
    return int(open_window(["innerloop", *arguments]))


def _presets(options: argparse.Namespace) -> int:
    table = plain_table("preset", "what it shows", "published")
    for preset in presets().values():
        table.add_row(preset.id, preset.summary, preset.published or NOTHING)
    _print(table)
    return DONE


def _algorithms(options: argparse.Namespace) -> int:
    found: list[dict[str, Any]] = []
    for kind in registry.algorithms.kinds:
        settings = registry.algorithms.settings(kind)
        facts = {"kind": kind, "title": settings.title, "family": settings.family, "source": settings.paper}
        found.append(facts | {"tasks": list(settings.tasks), "learners": learners_of(kind)})
    if options.json:
        for facts in found:
            print(json.dumps({"event": "algorithm", **facts}, ensure_ascii=False))
        return DONE
    table = plain_table("kind", "title", "family", "tasks", "learners", "source")
    for facts in found:
        lists = (", ".join(facts[name]) or "none" for name in ("tasks", "learners"))
        table.add_row(facts["kind"], facts["title"], facts["family"], *lists, facts["source"])
    _print(table)
    return DONE


def _train(options: argparse.Namespace) -> int:
    from core.cli_follow import follow
    from core.runs.run import Run

    experiment = _changed(_experiment(options.what), options).check()
    _check_machine(experiment)
    places = _places(options)
    return follow(lambda: Run.create(experiment, places.runs), places, options.json)


def _sweep(options: argparse.Namespace) -> int:
    from core.cli_sweep import run_sweep, varied
    from core.sweep import Sweep

    if ranks.crew() is not None:
        return complain("a sweep is not shared by torchrun; start its runs one by one with train", WRONG_USE)
    base = _changed(_experiment(options.what), options)
    _check_machine(base)
    chosen = Sweep(base, varied(base, options.vary), options.name)
    if options.random is not None:
        chosen = dataclasses.replace(chosen, method="random", runs=options.random, seed=options.draw_seed)
    return run_sweep(chosen, _places(options), as_json=options.json, only_show=options.dry_run)


def _resume(options: argparse.Namespace) -> int:
    from core.cli_follow import follow
    from core.runs.run import RESUMABLE

    places = _places(options)
    run = _run(options.run, places)
    status = run.status["status"]
    if status not in RESUMABLE:
        raise ExperimentError([Problem("", f"{run.name} is {status}: there is nothing left to do")])
    _check_machine(run.experiment.check())
    return follow(lambda: run, places, options.json)


def _evaluate(options: argparse.Namespace) -> int:
    from core.cli_measure import show_measured

    places = _places(options)
    run = _run(options.run, places)
    changes = dict(map(assignments.read, options.set))
    _check_machine(_changed(run.experiment, options))
    return show_measured(
        run, places, options.split, tasks=options.tasks, changes=changes, seen=options.seen, as_json=options.json
    )


def _compare(options: argparse.Namespace) -> int:
    from core.cli_measure import show_compared

    places = _places(options)
    runs = [_run(text, places) for text in options.runs]
    if options.yardsticks:
        runs += _yardsticks_for(runs, places)
    for run in runs:
        _check_machine(_changed(run.experiment, options))
    return show_compared(
        runs, places, options.split, tasks=options.tasks, changes=dict(map(assignments.read, options.set)),
        against=options.against, form=options.format,
    )  # fmt: skip


def _yardsticks_for(runs: "list[Run]", places: Places) -> "list[Run]":
    """The yardsticks that belong beside runs; says so where there are none."""
    from core.runs.index import RunIndex
    from core.runs.yardsticks import yardstick_titles, yardsticks_for

    with RunIndex(places.runs) as index:
        index.refresh()
        found = yardsticks_for(runs, index.rows())
    if not found:
        known = ", ".join(yardstick_titles())
        complain(f"no yardstick is trained for the tasks of {runs[0].name} yet; there are {known}", DONE)
    return found


def _export(options: argparse.Namespace) -> int:
    from core.cli_export import export_run
    from core.export.forms import FORMS
    from core.export.onnx import OfTask

    places = _places(options)
    task = None if options.task is None else OfTask(options.split, options.task)
    return export_run(_run(options.run, places), places, FORMS[options.to], options.output, task)


def _report(options: argparse.Namespace) -> int:
    from core.cli_export import write_report

    places = _places(options)
    return write_report([_run(text, places) for text in options.runs], places, options.output, options.recorded)


def _runs(options: argparse.Namespace) -> int:
    from core.cli_runs import show_runs

    return show_runs(_places(options), options.filter, options.json)


def _note(options: argparse.Namespace) -> int:
    from core.cli_runs import keep_about

    changes = {name: getattr(options, name) for name in ("name", "notes", "star")}
    given = {name: value for name, value in changes.items() if value is not None}
    return keep_about(_places(options), options.runs, given, options.tag, options.untag)


def _data(options: argparse.Namespace) -> int:
    places = _places(options)
    if options.action == "list":
        table = plain_table("dataset", "what it is")
        for kind in registry.datasets.kinds:
            table.add_row(kind, registry.datasets.settings(kind).summary)
        _print(table)
        print(f"Downloads are kept in {places.data}")
        return DONE
    if options.action == "fetch":
        kind = options.name
        if kind not in registry.datasets.kinds:
            known = registry.datasets.kinds
            hint = nearest(kind, known) or f"; there are {', '.join(known)}"
            raise ExperimentError([Problem("", f"there is no dataset {kind!r}{hint}")])
        return _open_data({kind: {}}, places)
    with_folder = [
        kind for kind in registry.datasets.kinds if "folder" in registry.datasets.settings(kind).model_fields
    ]
    folder = Path(options.path).expanduser()
    if not folder.exists():
        raise ExperimentError([Problem("", f"{folder} does not exist")])
    smallest = {"folder": str(folder), "ways": 2, "queries": 1}
    return _open_data(dict.fromkeys(with_folder, smallest), places)


def _doctor(options: argparse.Namespace) -> int:
    from core.doctor import examine

    code = DONE
    for finding in examine(_places(options)):
        mark = "ok" if not finding.remedy else "MISSING" if finding.needed else "note"
        print(f"{mark:8}{finding.what}: {finding.found}")
        if finding.remedy:
            print(f"{'':8}→ {finding.remedy}")
        if finding.remedy and finding.needed:
            code = FAILED
    return code


def _desktop(options: argparse.Namespace) -> int:
    from core.cli_desktop import show_desktop

    return show_desktop(options.action)


def _help(options: argparse.Namespace) -> int:
    from core.cli_help import show_help

    show_help(" ".join(options.topic))
    return DONE


def _open_data(wanted: dict[str, dict[str, Any]], places: Places) -> int:
    """Make the first dataset ready that can be, and say what it holds."""
    from core.tasks.task import DataError
    from core.training.opening import open_source

    refusals = []
    with Bar() as output:
        for kind, chosen in wanted.items():
            settings = registry.datasets.settings(kind).model_validate({"kind": kind, **chosen})
            opening = open_source(settings, 0, places)
            try:
                while True:
                    output.show(next(opening))
            except StopIteration as stop:
                source = stop.value
            except (DataError, OSError) as error:
                refusals.append(f"{kind}: {error}")
                continue
            classes = ", ".join(f"{len(names):,} for {split}" for split, names in source.classes.items())
            print(f"{kind} is ready: {classes} (classes)" if any(source.classes.values()) else f"{kind} is ready")
            return DONE
    return complain("\n".join(refusals), FAILED)


# -- what was asked -------------------------------------------------------------------------------------------------


def _wants_window(arguments: list[str]) -> bool:
    """Whether the window is asked for: by nothing, by a file that is no command, or by its one option."""
    files = [argument for argument in arguments if argument != NEW_WINDOW]
    return not files or (files[0] not in COMMANDS and not files[0].startswith("-") and Path(files[0]).is_file())


def _experiment(what: str) -> Experiment:
    path = Path(what).expanduser()
    if path.suffix != ".toml":
        if path.is_file():
            raise ExperimentError([Problem("", f"{what} is a file, and an experiment's file ends in .toml")])
        return find(what).experiment
    try:
        return Experiment.load(path)
    except OSError as error:
        raise ExperimentError([Problem("", f"{what} cannot be read: {error.strerror}")]) from None


def _changed(experiment: Experiment, options: argparse.Namespace) -> Experiment:
    """The experiment with the settings of the command line."""
    shorthands = {"outer.iterations": "iterations", "seed": "seed", "compute.device": "device"}
    given = [(path, getattr(options, name, None)) for path, name in shorthands.items()]
    for path, value in [*map(assignments.read, options.set), *(pair for pair in given if pair[1] is not None)]:
        experiment = experiment.with_value(path, value)
    return experiment


def _check_machine(experiment: Experiment) -> None:
    """Raise ExperimentError for what this machine, or torchrun, does not have."""
    from core.training.opening import choose_device

    ranks.processes(experiment.compute)
    try:
        choose_device(experiment.compute.device)
    except ValueError as error:
        raise ExperimentError([Problem("", str(error))]) from None


def _run(text: str, places: Places) -> "Run":
    from core.runs.index import find_run
    from core.runs.run import RunError

    try:
        return find_run(places.runs, text)
    except RunError as error:
        raise ExperimentError([Problem("", str(error))]) from None


def _places(options: argparse.Namespace) -> Places:
    return Places.default().moved(runs=getattr(options, "runs_dir", None), data=getattr(options, "data_dir", None))


def _print(table: Any) -> None:
    console().print(table)


_CARRIED_OUT_BY: dict[str, Callable[[argparse.Namespace], int]] = {
    "algorithms": _algorithms,
    "presets": _presets,
    "train": _train,
    "sweep": _sweep,
    "resume": _resume,
    "evaluate": _evaluate,
    "compare": _compare,
    "report": _report,
    "export": _export,
    "runs": _runs,
    "note": _note,
    "data": _data,
    "desktop": _desktop,
    "help": _help,
    "doctor": _doctor,
}


if __name__ == "__main__":
    sys.exit(main())
