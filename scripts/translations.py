"""Keep the translations complete: every text that the window can show has a place in Qt's files of each language.

    python scripts/translations.py            writes new texts into resources/languages, takes out those that are gone
    python scripts/translations.py --missing  lists what is not translated yet

The files are Qt's (.ts), one for each room of the house, to be translated with Qt Linguist or by hand.
"""

import argparse
import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from core.experiment import CHOSEN_BY_KIND, Experiment
from core.export.forms import FORMS
from core.presets import presets
from core.runs.facts import FACTS
from core.runs.index import STATUSES
from core.schema import SECTIONS, SettingField, every_setting, fields_in
from core.settings import FAMILIES
from workbench.commands import COMMANDS
from workbench.words import ENGLISH, LANGUAGES

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "languages"
_CITED = re.compile(r"[\d.± ]+ % \([^,;(]+ \d{4}\)")  # a figure and who published it, the same everywhere
SAYING = {"tr": 1, "trn": 3, "mark": 1}  # how many of the first arguments may be texts
UNSAID = (  # what only the terminal and files say
    "core/cli", "core/doctor.py", "core/__main__.py", "core/export/chart", "core/export/html", "core/export/origin",
    "core/export/report", "core/export/script",
)  # fmt: skip
ALSO_SAID = ("core/cli_tables.py",)  # in which Compare shows its results
# Of the window; what they tell is said through `said` where it is shown.
ENGINE_LIKE = ("comparing.py", "explaining.py", "session_file.py", "worker.py", "views/")
NO_PROSE = {"source", "paper", "equation", "pattern", "objectName", "symbol"}  # arguments that are the same everywhere
INWARD = {"ContextVar", "Thread", "cast", "compile", "get", "getattr", "startswith"}  # calls whose texts nobody reads
A_NAME = "{0} of {1}"  # of a sweep, and no sentence
WORDS = (  # what the engine puts into its sentences word by word, and between them
    *("classification", "regression", "accuracy", "pictures", "numbers", "image", "vector", "on", "off", "a number"),
    *("training", "validation", "test", "meta-loss", "meta-gradient", "1 evaluation", "1 takes"),
    *("worker process {0} of {1} {2}", "a second", "{0} minutes", "{0} hours", "{0} days"),
    *("train", "truth", "prediction", "support", "query", "mean", "chance", "newest", "Meta-loss", "Validation"),
    *("mean, 95\u202f% CI", "after, 95\u202f% CI", "after adaptation, 95\u202f% CI", "held-out tasks", "steps", "step"),
    *("{0} and {1}", "{0} or {1}", "{0} ({1})", ", or ", ", ", "; ", ": ", "."),
)
_PROSE = re.compile(r"[A-Za-z]{2,}[,;:.]? [A-Za-z{“‘('\"]|^[A-Z][a-z]{2,}$|\} [a-z]{2,}|^ ?[a-z]{2,} \{")
_CODE = re.compile(r"\w\[[\w\[]|^(INSERT|CREATE|SELECT|DELETE|PRAGMA|BEGIN) |[()=] ?\{\d\} ?[=]|^Tensor$|^<")


def rooms() -> dict[str, list[str]]:
    """Every text of the window by the room that says it; a text that several say stands in the first."""
    found: dict[str, list[str]] = {"settings": list(_declared()), "presets": list(_presets())}
    found["commands"] = list(_commands())
    for path in sorted((ROOT / "workbench").rglob("*.py")):
        room = path.relative_to(ROOT / "workbench").parts[0] if path.parent.name != "workbench" else "window"
        found.setdefault(room, []).extend(_marked(path))
        if path.name in ENGINE_LIKE or f"{room}/" in ENGINE_LIKE:
            found[room].extend(_sentences(path))
    for path in sorted((ROOT / "core").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(UNSAID) or name in ALSO_SAID:
            room = f"engine-{path.parent.name}" if path.parent.name != "core" else "engine"
            found.setdefault(room, []).extend(_sentences(path))
    found["engine"].extend(WORDS)
    told: set[str] = set()
    once: dict[str, list[str]] = {}
    for room, texts in found.items():
        new = [text for text in dict.fromkeys(texts) if text and text not in told]
        told.update(new)
        if new:
            once[room] = new
    return once


def translated(language: str) -> dict[str, dict[str, str]]:
    """What a language's files say, by room; empty for what nobody has translated."""
    found = {}
    for path in sorted((FOLDER / language).glob("*.ts")):
        messages = ElementTree.parse(path).iter("message")
        found[path.stem] = {m.findtext("source") or "": m.findtext("translation") or "" for m in messages}
    return found


def write(language: str, room: str, texts: dict[str, str]) -> None:
    """One file, with a translation or a gap for each text."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines += [f'<TS version="2.1" language="{language}" sourcelanguage="{ENGLISH}">', "<context>"]
    lines.append(f"    <name>{room}</name>")
    for source, told in texts.items():
        gap = "" if told else ' type="unfinished"'
        lines += ["    <message>", f"        <source>{escape(source)}</source>"]
        lines += [f"        <translation{gap}>{escape(told)}</translation>", "    </message>"]
    path = FOLDER / language / f"{room}.ts"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([*lines, "</context>", "</TS>", ""]), encoding="utf-8")


def update(language: str) -> None:
    """Write what is said now; translations are kept, also of a text that has moved to another room."""
    known = translated(language)
    told = {source: words for texts in known.values() for source, words in texts.items() if words}
    now = rooms()
    for room, texts in now.items():
        write(language, room, {text: told.get(text, "") for text in texts})
    for room in known.keys() - now.keys():
        (FOLDER / language / f"{room}.ts").unlink()


def missing(language: str) -> list[str]:
    """What is said and not translated."""
    told = {source for texts in translated(language).values() for source, words in texts.items() if words}
    return [text for texts in rooms().values() for text in texts if text not in told]


# -- where texts are ------------------------------------------------------------------------------------------------


def _declared() -> Iterator[str]:
    """What settings, datasets, learners and algorithms say of themselves."""
    yield from (*SECTIONS.values(), *FAMILIES)
    for chosen in CHOSEN_BY_KIND.values():
        for kind in chosen.kinds:
            settings = chosen.settings(kind)
            yield from (str(settings.title), str(settings.summary))
    for fact in FACTS.values():
        yield fact.title
    yield from STATUSES
    for form in FORMS.values():
        yield from (form.title, form.summary)
    for entry in _every_field():
        yield from (entry.title, entry.help, entry.unit, entry.empty)
        yield from (*entry.choices.values(), *entry.headings.values())
        yield from (value.replace("_", " ") for value in entry.choices if not entry.path.endswith(".kind"))


def _every_field() -> Iterator[SettingField]:
    for section in SECTIONS:
        if section in CHOSEN_BY_KIND:
            for kind in CHOSEN_BY_KIND[section].kinds:
                yield from fields_in(CHOSEN_BY_KIND[section].settings(kind), section)
        elif section in Experiment.model_fields:
            yield from fields_in(Experiment.model_fields[section].annotation, section)
    yield from fields_in(Experiment, "")
    yield from every_setting().values()


def _presets() -> Iterator[str]:
    for preset in presets().values():
        yield from (preset.task, preset.method, preset.group, preset.summary)
        yield from (preset.reduction.strip(), preset.normalization.strip())
        if not _CITED.fullmatch(preset.published):
            yield preset.published


def _commands() -> Iterator[str]:
    for command in COMMANDS:
        if command.text not in LANGUAGES.values():
            yield from (command.text, command.tip)
            yield from (command.menu, command.submenu)


def _marked(path: Path) -> Iterator[str]:
    """The texts that a module of the window says."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING:
            for argument in node.args[: SAYING[node.func.id]]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value
                elif isinstance(argument, ast.JoinedStr):
                    place = f"{path.relative_to(ROOT)}:{argument.lineno}"
                    raise SystemExit(f"{place}: an f-string cannot be translated; give {{names}} and their values")


def _sentences(path: Path) -> Iterator[str]:
    """What a module of the engine may say to a person, with {0}, {1} … where values go."""
    tree = _tree(path)
    passed = {id(part) for node in _unsaid(tree) for part in ast.walk(node)}
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if id(node) in passed or id(node) in inner:
            continue
        if isinstance(node, ast.JoinedStr):
            text = _template(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = _numbered(node.value)
        else:
            continue
        if text != A_NAME and _PROSE.search(text) and not _CODE.search(text):
            yield text.strip()


def _unsaid(tree: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, declarations of settings (told by `_declared`), and what is the same in every language."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()) | ast.Call(func=ast.Name(id="setting")):
                yield node
            case ast.Call(func=ast.Attribute(attr="setObjectName" | "setProperty" | "setStyleSheet")):
                yield node
            case ast.Call(func=ast.Name(id=name)) | ast.keyword(arg=name) if name in SAYING or name in NO_PROSE:
                yield node
            case ast.AnnAssign(annotation=kind) if "ClassVar" in ast.dump(kind):
                yield node
            case ast.AnnAssign(annotation=kind) | ast.FunctionDef(returns=ast.expr() as kind):
                yield kind
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in INWARD:
                yield from (*node.args, *(part for part in node.keywords if part.arg == "name"))
            case ast.Subscript() | ast.arg() | ast.Assert():
                yield from (part for part in ast.walk(node) if isinstance(part, ast.Constant))


def _template(node: ast.JoinedStr) -> str:
    """An f-string with its values numbered."""
    text, number = "", 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            text += str(part.value)
        else:
            text += f"{{{number}}}"
            number += 1
    return text


def _numbered(text: str) -> str:
    """The same for a text that is formatted later."""
    pieces = text.split("{}")
    return "".join(f"{piece}{{{number}}}" for number, piece in enumerate(pieces[:-1])) + pieces[-1]


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def main() -> int:
    reader = argparse.ArgumentParser(description="Keep the translations complete.")
    reader.add_argument("--missing", action="store_true", help="list what is not translated, and change nothing")
    told = reader.parse_args()
    for language in LANGUAGES.keys() - {ENGLISH}:
        if not told.missing:
            update(language)
        for text in missing(language):
            print(f"{language}: {text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
