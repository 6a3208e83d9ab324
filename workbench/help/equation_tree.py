"""Equations as settings classes hold them, in Unicode, read into a tree of what stands where.

``φₖ₊₁`` and ``θ_meta`` have subscripts, ``σ²`` and ``φ*`` superscripts, ``mean_{S_y}`` a subscript of several parts,
and ``(φ_τ − θ)/σ²`` is a fraction. Single letters are quantities; whole words are words.
"""

import re
from dataclasses import dataclass

SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋ₖᵢ", "0123456789+−ki", strict=True))
SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵀʷʳˡᵘ*", "0123456789+−Twrlu∗", strict=True))
_CLOSING = {"(": ")", "[": "]", "‖": "‖"}
_ARTICLE = re.compile(r"(?<=[a-z]{2} )a(?= [a-z]{2})")  # "on a task": a word, and no quantity
_BREAKS = ",;:"  # end what may stand above or below a fraction's bar


@dataclass(frozen=True)
class Letters:
    """A quantity, a word, a number or a sign; quantities lean."""

    text: str
    leans: bool = False


@dataclass(frozen=True)
class Space:
    wide: bool


@dataclass(frozen=True)
class Scripted:
    base: "Node"
    below: "tuple[Node, ...]"
    above: "tuple[Node, ...]"


@dataclass(frozen=True)
class Fraction:
    above: "tuple[Node, ...]"
    below: "tuple[Node, ...]"


@dataclass(frozen=True)
class Group:
    opening: str
    inside: "tuple[Node, ...]"
    closing: str


Node = Letters | Space | Scripted | Fraction | Group


def parse(text: str) -> tuple[Node, ...]:
    """The parts of an equation, from left to right. What is not understood stands as it is."""
    return tuple(_Reader(text).row(""))


class _Reader:
    def __init__(self, text: str) -> None:
        self._text, self._place = text, 0
        self._articles = {found.start() for found in _ARTICLE.finditer(text)}

    @property
    def _next(self) -> str:
        return self._text[self._place : self._place + 1]

    def row(self, until: str) -> list[Node]:
        """Everything up to a closing sign, which is left to be read."""
        found: list[Node] = []
        while self._next and self._next != until:
            if self._next == "/" and found:
                self._fraction(found, until)
            else:
                found.append(self._scripted())
        return found

    def _fraction(self, before: list[Node], until: str) -> None:
        while isinstance(before[-1], Space) and len(before) > 1:
            before.pop()
        above: list[Node] = []
        while before and not _ends_factor(before[-1]):
            above.insert(0, before.pop())
        self._place += 1
        while self._next == " ":
            self._place += 1
        below: list[Node] = []
        while self._next and self._next not in (*until, " ", "/"):
            below.append(self._scripted())
        before.append(Fraction(_without_brackets(above), _without_brackets(below)))

    def _scripted(self) -> Node:
        base = self._atom()
        if isinstance(base, Space):
            return base
        below: list[Node] = []
        above: list[Node] = []
        while self._next:
            if self._next in SUBSCRIPTS:
                below += [node for sign in self._run(SUBSCRIPTS) for node in parse(sign)]  # ₖᵢ are two quantities
            elif self._next in SUPERSCRIPTS:
                above += parse(self._run(SUPERSCRIPTS))
            elif self._next == "_":
                self._place += 1
                below += self._named()
            else:
                break
        return Scripted(base, tuple(below), tuple(above)) if below or above else base

    def _run(self, of: dict[str, str]) -> str:
        found = ""
        while self._next and self._next in of:
            found += of[self._next]
            self._place += 1
        return found

    def _named(self) -> list[Node]:
        """What stands after an underscore: a word, a letter, or several parts in braces."""
        if self._next == "{":
            self._place += 1
            inside = self.row("}")
            self._place += 1
            return inside
        return [self._atom()]

    def _atom(self) -> Node:
        sign, place = self._next, self._place
        if sign == " ":
            spaces = re.match(" +", self._text[place:])
            length = len(spaces[0]) if spaces else 1
            self._place += length
            return Space(wide=length > 1)
        if sign in _CLOSING:
            self._place += 1
            inside = self.row(_CLOSING[sign])
            closing = self._next
            self._place += 1
            return Group(sign, tuple(inside), closing)
        word = re.match(r"[A-Za-z’']{2,}|\d[\d.]*", self._text[place:])
        length = len(word[0]) if word else 1
        self._place += length
        text = self._text[place : self._place]
        leans = length == 1 and ((text.isascii() and text.isalpha()) or "α" <= text <= "ω" or text == "ŷ")
        return Letters(text, leans and place not in self._articles)


def _ends_factor(node: Node) -> bool:
    return isinstance(node, Space) or (isinstance(node, Letters) and node.text in _BREAKS)


def _without_brackets(nodes: list[Node]) -> tuple[Node, ...]:
    """A bar holds together what brackets held."""
    if len(nodes) == 1 and isinstance(nodes[0], Group) and nodes[0].opening == "(":
        return nodes[0].inside
    return tuple(nodes)
