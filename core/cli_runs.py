"""The terminal's commands about runs: listing those that fit a filter, and what a person keeps about them."""

import dataclasses
import json
import sys
from collections.abc import Sequence

from core.cli_output import DONE, FAILED, WRONG_USE, complain, console
from core.cli_tables import plain_table
from core.figures import NOTHING, figure
from core.places import Places
from core.problems import ExperimentError, Problem
from core.runs import about
from core.runs.filter import parse
from core.runs.index import RunIndex, RunRow, find_run
from core.runs.run import RunError


def show_runs(places: Places, words: Sequence[str], as_json: bool) -> int:
    """List the runs that a filter lets through; returns the exit code."""
    wanted = parse(" ".join(words))
    if wanted.problems:
        raise ExperimentError(Problem("", problem) for problem in wanted.problems)
    try:
        with RunIndex(places.runs) as index:
            for notice in index.refresh():
                print(notice, file=sys.stderr)
            rows = index.rows()
    except OSError as error:
        return complain(error, FAILED)
    found = [row for row in rows if wanted.matches(row)]
    for row in found:
        if row.about_error:
            complain(row.about_error, FAILED)
    if as_json:
        for row in found:
            facts = {
                "event": "run",
                **dataclasses.asdict(row),
                "path": str(row.path),
                "created": row.created.isoformat(),
            }
            print(json.dumps(facts, ensure_ascii=False))
    elif not rows:
        print(f"There are no runs in {places.runs} yet; start one with: innerloop train sinusoid-maml")
    elif not found:
        print(wanted.why_none(rows))
    else:
        _print_runs(found)
    return DONE


def keep_about(
    places: Places, names: Sequence[str], changes: dict[str, object], add: Sequence[str], drop: Sequence[str]
) -> int:
    """Change what is kept about runs, and show it; returns the exit code."""
    try:
        runs = [find_run(places.runs, name) for name in names]
        if len(runs) > 1 and changes.get("name"):
            raise RunError("several runs cannot have one name; name one run")
        kept = []
        for run in runs:
            tags = about.read_about(run.path).tags
            taken = {tag.casefold() for tag in drop}
            tags = tuple(tag for tag in (*tags, *add) if tag.casefold() not in taken)
            kept.append((run, about.change_about(run.path, **changes, tags=tags)))
    except RunError as error:
        return complain(error, WRONG_USE)
    except OSError as error:
        return complain(error, FAILED)
    _print(
        ["run", "name", "star", "tags", "notes"],
        [
            [run.name, one.name or "", "★" if one.star else "", ", ".join(one.tags), one.notes or ""]
            for run, one in kept
        ],
    )
    return DONE


def _print_runs(rows: Sequence[RunRow]) -> None:
    tagged, starred = any(row.tags for row in rows), any(row.star for row in rows)
    headings = ["run", "task", "algorithm", "status", "iteration", "validation", "test"]
    lines = []
    for row in rows:
        best = figure(row.metric, row.best["value"], row.best.get("ci95")) if row.best else NOTHING
        test = figure(row.metric, row.test["after"], row.test.get("ci95")) if row.test else NOTHING
        status = f"{row.status}: {row.error}" if row.status == "damaged" else row.status
        named = row.name if row.label in row.name else f"{row.name}  {row.label}"
        cells = [named, f"{row.dataset} {row.task_label}", row.algorithm_title, status]
        cells += [f"{row.iteration:,} / {row.iterations:,}", best, test]
        lines.append(
            [*(["★" if row.star else ""] if starred else []), *cells, *([", ".join(row.tags)] if tagged else [])]
        )
    _print([*(["★"] if starred else []), *headings, *(["tags"] if tagged else [])], lines)


def _print(headings: Sequence[str], lines: Sequence[Sequence[str]]) -> None:
    from rich.text import Text

    table = plain_table(*headings)
    for cells in lines:
        table.add_row(*map(Text, cells))  # a name with brackets is no markup
    console().print(table)
