"""The commands of the terminal by name, and what each of them takes. Knows nothing of what they do (core/cli.py)."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core import export
from core.cli_tables import FORMATS
from core.problems import nearest

COMMANDS = {
    "algorithms": "list the algorithms, with their families and papers",
    "presets": "list the experiments that are known to work",
    "train": "train a preset or an experiment file",
    "sweep": "train a preset or an experiment file with settings varied, one run after another",
    "resume": "go on with a run that was paused, stopped or interrupted",
    "evaluate": "measure the best checkpoint of a run on tasks it was not trained on",
    "compare": "measure several runs on the same tasks, with tests of their differences",
    "report": "write one run, or several held against each other, as a page to read and to print",
    "export": "write a run in a form that other programs read",
    "runs": "list the runs, or those that fit a filter such as: maml tag:paper 'test:>0.9' -status:failed",
    "note": "keep a name, tags, notes or a star with a run, and show them",
    "data": "list, download or check datasets",
    "desktop": "put Innerloop into the menus of a Linux desktop, where session files then open with it",
    "help": "explain an algorithm, a dataset, a setting, or what meta-learning is",
    "doctor": "say what of this installation works, and what to do about what does not",
}

NEW_WINDOW = "--new-window"  # the one option of the window


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """What was asked, its command by name. Raises SystemExit where argparse has said what is wrong, or printed help.

    Of the filter of ``runs``, a part that begins with a minus is none of argparse's options.
    """
    parser = _parser()
    options, rest = parser.parse_known_args(arguments)
    if rest and (options.command != "runs" or any(part.startswith("--") for part in rest)):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if rest:
        options.filter = [*options.filter, *rest]
    return options


class _Parser(argparse.ArgumentParser):
    """argparse, except that a mistyped command names the nearest one."""

    def error(self, message: str) -> Any:
        if "invalid choice" in message and "COMMAND" in message:
            typed = message.split("'")[1]
            message = f"there is no command or file {typed!r}{nearest(typed, COMMANDS)}"
        super().error(message)


def _parser() -> argparse.ArgumentParser:
    about = "A workbench for meta-learning. Without a command the window opens; with a session file it opens that. "
    about += "A window that is open already comes to the front, unless --new-window asks for another one."
    usage = "innerloop [-h] COMMAND ...\n       innerloop [--new-window] [FILE.innerloop]"
    parser = _Parser(prog="innerloop", usage=usage, description=about, allow_abbrev=False)
    commands = parser.add_subparsers(metavar="COMMAND", required=True, prog=parser.prog)
    of = {}
    for name, words in COMMANDS.items():
        of[name] = commands.add_parser(name, help=words, description=words.capitalize() + ".", allow_abbrev=False)
        of[name].set_defaults(command=name)
    for name in ("train", "sweep"):
        of[name].add_argument("what", metavar="PRESET|FILE.toml")
    words = "a page, such as maml or evaluation, or a setting, such as outer.lr; by default the contents"
    of["help"].add_argument("topic", metavar="TOPIC", nargs="*", help=words)
    for name in ("resume", "evaluate", "export"):
        of[name].add_argument("run", metavar="RUN", help="a name, the beginning of one, a folder, or 'last'")
    words = "names of runs, or beginnings of them, folders, or 'last'; seeds of one experiment become one line"
    for name in ("compare", "report"):
        of[name].add_argument("runs", metavar="RUN", nargs="+", help=words)
    words = "words, or fields with values; all must fit. README.md has the fields"
    of["runs"].add_argument("filter", metavar="FILTER", nargs="*", help=words)
    of["note"].add_argument("runs", metavar="RUN", nargs="+", help="names, beginnings of them, folders, or 'last'")
    of["note"].add_argument("--name", help="what the run is called; empty names it after its settings")
    of["note"].add_argument("--notes", help="anything to remember")
    of["note"].add_argument("--star", action=argparse.BooleanOptionalAction, help="mark it, or take the mark away")
    of["note"].add_argument("--tag", action="append", default=[], help="add a tag; may be given several times")
    of["note"].add_argument("--untag", metavar="TAG", action="append", default=[], help="take a tag away")
    for name in ("train", "sweep", "evaluate", "compare"):
        words = "change a setting, as in algorithm.inner_lr=0.4; may be given several times"
        of[name].add_argument("--set", action="append", default=[], metavar="SETTING=VALUE", help=words)
    for name in ("train", "sweep"):
        of[name].add_argument("--iterations", type=int, help="outer steps in the whole run")
        of[name].add_argument("--seed", type=int, help="where every random choice comes from")
        of[name].add_argument("--device", choices=["auto", "cpu", "cuda", "mps"])
    _add_sweep(of["sweep"])
    for name, whose in (("evaluate", "the run"), ("compare", "the first run")):
        words = f"how many tasks; by default as many as {whose} says"
        of[name].add_argument("--tasks", type=_at_least_two, help=words)
    splits = {
        "evaluate": ("validation", "so that trying things out leaves the test classes unseen"),
        "compare": ("test", "whose figures are those to report; choose among runs by validation"),
    }
    for name, (split, why) in splits.items():
        words = f"whose classes are measured; by default {split}, {why}"
        of[name].add_argument("--split", choices=["validation", "test"], default=split, help=words)
    words = "measure training classes as well, in the shape of evaluation, and show the gap"
    of["evaluate"].add_argument("--seen", action="store_true", help=words)
    words = "which line the others are tested against; by default the best"
    of["compare"].add_argument("--against", choices=["best", "first"], default="best", help=words)
    words = "add the yardsticks, such as nearest neighbour, that were trained for the same tasks"
    of["compare"].add_argument("--yardsticks", action="store_true", help=words)
    words = "how the table is written to stdout; by default as text"
    of["compare"].add_argument("--format", choices=FORMATS, default="text", help=words)
    of["compare"].add_argument(
        "--json", dest="format", action="store_const", const="json", help="short for that format"
    )
    for name in ("algorithms", "train", "sweep", "resume", "evaluate", "runs"):
        of[name].add_argument("--json", action="store_true", help="one JSON object on each line of stdout")
    _add_export_options(of["export"], of["report"])
    for name in ("train", "sweep", "resume", "evaluate", "compare", "report", "export", "data", "doctor"):
        of[name].add_argument("--data-dir", type=Path, metavar="DIR", help="where datasets are kept")
    for name in ("train", "sweep", "resume", "evaluate", "compare", "report", "export", "runs", "note", "doctor"):
        of[name].add_argument("--runs-dir", type=Path, metavar="DIR", help="where run folders are kept")
    words = "write the entry, take it away, or show what is there"
    of["desktop"].add_argument("action", choices=["install", "remove", "show"], help=words)
    actions = of["data"].add_subparsers(dest="action", required=True, metavar="list|fetch|check")
    actions.add_parser("list", help="which datasets there are")
    actions.add_parser("fetch", help="download a dataset").add_argument("name", metavar="NAME")
    actions.add_parser("check", help="check files that you already have").add_argument("path", metavar="PATH")
    return parser


def _add_sweep(parser: argparse.ArgumentParser) -> None:
    words = (
        "values for a setting, as in outer.lr=0.001,0.01, or a range, as in algorithm.inner_lr=0.001..1*8, which is "
    )
    words += "eight values from 0.001 to 1; may be given several times"
    parser.add_argument("--vary", action="append", required=True, metavar="SETTING=VALUES", help=words)
    words = "so many random draws in place of every combination; ranges then need no number of values"
    parser.add_argument("--random", type=int, metavar="RUNS", help=words)
    parser.add_argument("--draw-seed", type=int, default=0, help="where the random draws come from; by default 0")
    words = "what the sweep is called; the same command with the same name goes on where it was left"
    parser.add_argument("--name", default="", help=words)
    parser.add_argument("--dry-run", action="store_true", help="show the runs and how long they take, and train none")


def _add_export_options(exporting: argparse.ArgumentParser, report: argparse.ArgumentParser) -> None:
    words = "the form; toml, command and script are of the experiment, and go to stdout unless --output says where"
    exporting.add_argument("--to", required=True, choices=export.NAMES, help=words)
    words = "the file, folder or database to write; by default one in this folder that is called like the run"
    exporting.add_argument("--output", metavar="PATH", help=words)
    words = "for onnx: adapted to the task of this number, and not as it was learnt"
    exporting.add_argument("--task", type=int, metavar="N", help=words)
    words = "whose task that is; by default validation"
    exporting.add_argument("--split", choices=["train", "validation", "test"], default="validation", help=words)
    words = "the file to write; by default one in this folder"
    report.add_argument("--output", type=Path, metavar="FILE.html", help=words)
    words = "take several runs' figures as each recorded them, and do not measure them on the same tasks"
    report.add_argument("--recorded", action="store_true", help=words)


def _at_least_two(text: str) -> int:
    if not text.isdecimal() or int(text) < 2:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of at least 2")
    return int(text)
