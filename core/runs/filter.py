"""The filter of runs, as a person types it: ``maml tag:paper test:>0.9 -status:failed``.

Words are looked for in all that a run is called. ``field:value`` asks one fact (core/runs/facts.py): numbers, times
and dates can be compared, ``*`` stands for anything, quotation marks keep spaces together, and ``-`` negates. A run
must fit every part. What cannot be understood is said, and the rest holds.
"""

import operator
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

from core.problems import nearest
from core.runs.facts import FACTS, Fact, find_fact
from core.runs.index import RunRow

HELP = (
    ("maml 5w1s", "runs with all these words in their name, settings, tags or notes"),
    ("tag:paper", "runs with this tag; so for dataset, algorithm, learner, task and status"),
    ("test:>0.9 validation:>90%", "by what was reached; speed, time:<1h and started:2026-11 work the same way"),
    ("ways:5 outer.lr:<0.01", "by any setting, under its name or its whole path"),
    ("star:yes notes:*", "starred runs that have notes"),
    ('tag:"for paper" algorithm:meta*', "quotation marks keep words together, * stands for anything"),
    ("-status:failed", "all but the failed ones"),
)
_MOST_NAMED = 8  # values that a message lists
_PIECE = re.compile(
    r"(?P<minus>-?)(?:(?P<key>[^\W\d][\w.]*):)?"
    r'(?:(?P<sign>(?:(?<=:)(?:>=|<=|>|<|=))?)"(?P<quoted>(?:\\.|[^"\\])*)"?|(?P<bare>\S*))',
    re.DOTALL,
)
_SIGNED = re.compile(r"(>=|<=|>|<|=)?(.*)", re.DOTALL)
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.(\d*))?|\.(\d+))(?:e([+-]?\d+))?(%?)", re.IGNORECASE)
_TIME = re.compile(r"(\d+(?:\.\d+)?)(s|min|m|h|d)?")
_SECONDS = {None: 1, "": 1, "s": 1, "m": 60, "min": 60, "h": 3600, "d": 86400}
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d(?::\d\d(?::\d\d)?)?)?)?)?")
_YES, _NO = ("yes", "true", "on", "1"), ("no", "false", "off", "0")
_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "": operator.eq,
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
}
_Test = Callable[[RunRow], bool]


@dataclass(frozen=True)
class Term:
    """One part of a filter. Without a key it is words to look for."""

    value: str
    key: str = ""
    sign: str = ""  # >, >=, <, <= or nothing
    negated: bool = False

    def __str__(self) -> str:
        written = f"{self.key}:{self.sign}{quoted(self.value)}" if self.key else quoted(self.value)
        return f"-{written}" if self.negated else written


@dataclass(frozen=True)
class RunFilter:
    """What a run must be like. `problems` say what could not be understood, and count for nothing else."""

    terms: tuple[Term, ...] = ()
    problems: tuple[str, ...] = ()
    _tests: tuple[_Test, ...] = field(default=(), repr=False, compare=False)

    def matches(self, row: RunRow) -> bool:
        """Whether a run fits every part."""
        return all(test(row) for test in self._tests)

    def why_none(self, rows: Sequence[RunRow]) -> str:
        """Why none of these runs fits: the first part that fits none by itself, or that they fit none together."""
        for term, test in zip(self.terms, self._tests, strict=True):
            if not any(map(test, rows)):
                return f"No run matches “{term}”{_there_are(term, rows)}"
        return "Every part matches some run, but no run matches all of them."


def parse(text: str) -> RunFilter:
    """Read a filter, whatever was typed."""
    terms, tests, problems = [], list[_Test](), []
    for found in _pieces(text):
        term = _term(found)
        if not (term.key or term.value):
            continue  # a minus or a quotation mark that something is to follow
        try:
            test = _tested(term, found)
        except ValueError as error:
            problems.append(str(error))
            continue
        terms.append(term)
        tests.append(_negated(test) if term.negated else test)
    return RunFilter(tuple(terms), tuple(problems), tuple(tests))


def quoted(value: str) -> str:
    """A value as a filter has to be given it; in quotation marks where it would be read otherwise."""
    if value and not re.search(r'[\s"\\:]', value) and value[0] not in "-<>=":
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def completions(text: str, rows: Iterable[RunRow]) -> list[str]:
    """What the last part of a text may become, as the whole text each: fields, and the values that runs have."""
    found = next((piece for piece in reversed(list(_pieces(text))) if piece.end() == len(text)), None)
    if found is None or (found["quoted"] is not None and text.endswith('"')):
        return []
    before = text[: found.start()] + found["minus"]
    if found["key"] is None:
        begun = (found["bare"] or "").casefold()
        return [f"{before}{key}:" for key in FACTS if begun and key.startswith(begun)]
    try:
        fact = find_fact(found["key"])
    except KeyError:
        return []
    begun = (found["quoted"] if found["quoted"] is not None else found["bare"] or "").casefold()
    values = [value for value in values_of(fact, rows, begun) if value.casefold() != begun]
    return [f"{before}{found['key']}:{quoted(value)}" for value in values]


def finished(text: str) -> str:
    """The text without a last part that names a field and has no value yet: somebody is typing it."""
    found = next((piece for piece in reversed(list(_pieces(text)))), None)
    if found is None or found.end() < len(text) or not found["key"] or _term(found).value:
        return text
    return text[: found.start()]


def last_part(text: str) -> str:
    """The part of a text that is typed last."""
    return next((piece[0] for piece in reversed(list(_pieces(text)))), "")


def values_of(fact: Fact, rows: Iterable[RunRow], begun: str = "") -> list[str]:
    """What can be asked of a fact that is a choice, among these runs, as they show it; `begun` is in small letters."""
    if fact.sort == "switch":
        return [answer for answer in ("yes", "no") if answer.startswith(begun)]
    if fact.sort != "names":
        return []
    found = set()
    for row in rows:
        names = [(name,) for name in row.tags] if fact.key == "tag" else [fact.names(row)]
        found |= {of[-1] for of in names if any(name.casefold().startswith(begun) for name in of)}
    return sorted(found, key=str.casefold)


# -- from text to terms ---------------------------------------------------------------------------------------------


def _pieces(text: str) -> Iterable[re.Match[str]]:
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        found = _PIECE.match(text, place)
        assert found is not None, "the pattern takes any text but spaces"
        yield found
        place = found.end()


def _term(found: re.Match[str]) -> Term:
    sign, value = found["sign"] or "", found["quoted"]
    if value is None:
        value = found["bare"] or ""
        if found["key"]:
            sign, value = _signed(value)
    else:
        value = re.sub(r'\\(["\\])', r"\1", value)
    return Term(value, (found["key"] or "").casefold(), "" if sign == "=" else sign, bool(found["minus"]))


def _signed(value: str) -> tuple[str, str]:
    found = _SIGNED.fullmatch(value)
    assert found is not None
    return found[1] or "", found[2]


# -- from terms to tests --------------------------------------------------------------------------------------------


def _tested(term: Term, found: re.Match[str]) -> _Test:
    """Whether a run fits a term, its minus left aside. Raises ValueError for what makes no sense."""
    if not term.key:
        word = term.value.casefold()
        return lambda row: word in row.words
    try:
        fact = find_fact(term.key)
    except KeyError as error:
        said = str(error.args[0]).rstrip("?")
        mark = "?" if said != error.args[0] else "."
        raise ValueError(f'{said}{mark} To look for the words as they stand, write "{found[0].lstrip("-")}".') from None
    if not term.value:
        raise ValueError(f"“{term.key}:” wants a value, as in {term.key}:{fact.example}.")
    if term.value == "*" and not term.sign:
        return lambda row: fact.value(row) not in (None, (), "", False)
    if term.sign and fact.sort in ("names", "words", "switch"):
        raise ValueError(f"{fact.title} cannot be compared with {term.sign}; write {term.key}:{fact.example}.")
    return _TESTS[fact.sort](fact, term)


def _negated(test: _Test) -> _Test:
    return lambda row: not test(row)


def _names(fact: Fact, term: Term) -> _Test:
    wanted = term.value.casefold()
    if "*" in wanted:
        pattern = _pattern(wanted)
        return lambda row: any(fnmatchcase(name.casefold(), pattern) for name in fact.names(row))
    return lambda row: any(name.casefold() == wanted for name in fact.names(row))


def _pattern(wanted: str) -> str:
    """For fnmatch, which knows more signs than the star."""
    return re.sub(r"([\[?])", r"[\1]", wanted)


def _words(fact: Fact, term: Term) -> _Test:
    wanted = term.value.casefold()
    if "*" in wanted:
        pattern = f"*{_pattern(wanted)}*"
        return lambda row: fnmatchcase(str(fact.value(row) or "").casefold(), pattern)
    return lambda row: wanted in str(fact.value(row) or "").casefold()


def _switch(fact: Fact, term: Term) -> _Test:
    answer = term.value.casefold()
    if answer not in _YES + _NO:
        raise ValueError(f"{fact.title} is yes or no, and not “{term.value}”.")
    return lambda row: fact.value(row) is (answer in _YES)


def _number(fact: Fact, term: Term) -> _Test:
    """A number as it was set; `none`, or the form's own word, where none was."""
    empty = ("none", fact.setting.empty.casefold()) if fact.setting is not None and fact.setting.optional else ()
    if not term.sign and term.value.casefold() in empty:
        return lambda row: fact.key in row.settings and row.settings[fact.key] is None
    bound, _ = _as_number(fact, term)
    return _compared(fact, term.sign, bound, abs(bound) * 1e-9)


def _measure(fact: Fact, term: Term) -> _Test:
    """A measured figure is the same where it would be written with the same digits."""
    bound, digit = _as_number(fact, term)
    return _compared(fact, term.sign, bound, digit / 2)


def _time(fact: Fact, term: Term) -> _Test:
    found = _TIME.fullmatch(term.value.casefold())
    if found is None:
        raise ValueError(f"“{term.value}” is no length of time; write seconds, or 30min, 2h or 1d.")
    unit = _SECONDS[found[2]]
    return _compared(fact, term.sign, float(found[1]) * unit, unit / 2)


def _date(fact: Fact, term: Term) -> _Test:
    """Dates are compared as far as they are given: after 2026-11 is from December on."""
    wanted = term.value.upper()
    if not _DATE.fullmatch(wanted):
        raise ValueError(f"“{term.value}” is no date; write 2026, 2026-11, 2026-11-20 or 2026-11-20T14:03.")
    compare = _COMPARED[term.sign]
    return lambda row: compare(fact.value(row)[: len(wanted)], wanted)


_TESTS: dict[str, Callable[[Fact, Term], _Test]] = {
    "names": _names, "words": _words, "switch": _switch, "number": _number, "measure": _measure, "time": _time,
    "date": _date,
}  # fmt: skip


def _compared(fact: Fact, sign: str, bound: float, near: float) -> _Test:
    """A run without the number fits no comparison."""

    def test(row: RunRow) -> bool:
        value = fact.value(row)
        if value is None:
            return False
        return _COMPARED[sign](value, bound) if sign else abs(value - bound) <= near

    return test


def _as_number(fact: Fact, term: Term) -> tuple[float, float]:
    """A number, and what its last digit is worth."""
    found = _NUMBER.fullmatch(term.value)
    if found is None:
        raise ValueError(f"{fact.title} is a number, and “{term.value}” is none; write {term.key}:{fact.example}.")
    digits, exponent, scale = len(found[1] or found[2] or ""), int(found[3] or 0), 0.01 if found[4] else 1.0
    if abs(exponent) > 300:
        raise ValueError(f"{fact.title}: “{term.value}” is beyond what numbers here can be.")
    return float(term.value.rstrip("%")) * scale, 10.0 ** (exponent - digits) * scale


def _there_are(term: Term, rows: Sequence[RunRow]) -> str:
    """How the message of a value that no run has goes on: which is near, or which there are."""
    fact = find_fact(term.key) if term.key else None
    if fact is None or fact.sort != "names" or term.negated:
        return "."
    values = values_of(fact, rows)
    near = nearest(term.value, values)
    if near or not values:
        return near or "."
    more = f" and {len(values) - _MOST_NAMED} more" if len(values) > _MOST_NAMED else ""
    return f"; there are {', '.join(values[:_MOST_NAMED])}{more}."
