"""The translations of one language, read from Qt's translation files (.ts) in resources/languages."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import accumulate, pairwise
from typing import Self
from xml.etree import ElementTree

_PLACE = re.compile(r"\{(\d+)\}")  # where the engine puts a value into a sentence
_SENTENCES = re.compile(r"(?<=[.!?]) (?=\S)")
_JOINTS = re.compile(r": |; |, (?:or )?")  # what the engine joins clauses and lists with; texts of their own
_MOST_JOINTS = 12  # what has more is a list of names
_ENOUGH = 7  # letters of a sentence's own, in two words or more, that make it unlikely to be taken for another
_TELLING, _LIKELY, _GUESS = range(3)  # how well a sentence fits: by its own words, by its single values, or else
_ONE = re.compile(r"""[^\s,;]*|'[^']*'|"[^"]*"|“[^”]*”""")  # a value that may stand in a sentence that is not telling
_BEFORE = re.compile(r"(\w+(\.\w+)*)?[:;,] ")  # what stands before a sentence, and is none of its values
_ENGLISH = re.compile(r"[A-Za-z]{2,}")
_WIDE, _MARKS = r"[\u2e80-\u9fff\uff00-\uffef“”]", r"[\u3001\u3002\uff00-\uffef]"  # signs of Chinese
_NO_SPACE = re.compile(rf"(?<={_WIDE}) +(?={_WIDE})|(?<={_MARKS}) +| +(?={_MARKS})")


@dataclass(frozen=True)
class Catalogue:
    """English texts and what they are in a language. Without any, everything stays English."""

    texts: dict[str, str] = field(default_factory=dict)
    language: str = "en"

    @classmethod
    def read(cls, language: str) -> Self:
        """All files of a language. Raises ValueError that names a damaged one."""
        found: dict[str, str] = {}
        for file in sorted(ts_files(language), key=lambda file: file.name):
            try:
                tree = ElementTree.fromstring(file.read_bytes())
            except ElementTree.ParseError as error:
                raise ValueError(f"{file.name} of {language} cannot be read: {error}") from error
            for message in tree.iter("message"):
                source, told = message.findtext("source") or "", message.findtext("translation") or ""
                if told:
                    found[source] = told
        return cls(found, language)

    def said(self, text: str) -> str:
        """A text that was put together in English: as a whole, by the sentence it was made from, or part by part."""
        bare = text.strip()
        if not self.texts or not any(map(str.isalpha, bare)):
            return text
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        return before + self._put(bare) + after

    @cached_property
    def _put(self) -> Callable[[str], str]:
        """What `said` does for a text without spaces around it; remembered, since parts are met again and again."""
        return lru_cache(maxsize=4096)(lambda text: known if (known := self._known(text)) else self._by_parts(text))

    def _known(self, text: str) -> str | None:
        """A text that is translated, or made from one that is; it may begin or end a sentence where that does not."""
        stop = self.texts.get(".", ".")
        variants = (text, text[:1].swapcase() + text[1:]) if " " in text else (text,)
        for written in variants:
            if (made := self.texts.get(written)) is not None:
                return made
            if (made := self.texts.get(f"{written}.")) is not None:
                return made.removesuffix(stop)
        for fit in (_TELLING, _LIKELY):
            for written in variants:
                if (made := next(self._by_patterns(written, fit), None)) is not None:
                    return made
        if text.endswith(".") and (made := self._known(text[:-1])) is not None:
            return made + stop
        return None

    def _by_patterns(self, text: str, fit: int) -> Iterator[str]:
        """What the sentences with places make of a text, of those that fit it this well."""
        for pattern in self._patterns:
            found = pattern.form.fullmatch(text) if pattern.anchor in text else None
            values = found.groups() if found else ()
            if found is None or not all(map(_closed, values)) or (found.start(1) == 0 and _BEFORE.match(values[0])):
                continue
            if (_TELLING if pattern.telling else _LIKELY if all(map(_ONE.fullmatch, values)) else _GUESS) != fit:
                continue
            said = [self.said(value) for value in values]
            kept = [one == other for one, other in zip(values, said, strict=True)]
            if kept[-1] and text.endswith(".") and found.end(len(values)) == len(text):
                continue  # the full stop is the sentence's
            if fit != _GUESS or all(_ONE.fullmatch(value) for value, same in zip(values, kept, strict=True) if same):
                yield pattern.filled(said)

    def _by_parts(self, text: str) -> str:
        """Lines, sentences and clauses, each by itself."""
        if "\n" in text:
            return "\n".join(self.said(line) for line in text.split("\n"))
        if len(sentences := _SENTENCES.split(text)) > 1:
            said = " ".join(map(self.said, sentences))
            return said if said == text else tidy(said)
        return min([text, *self._divided(text), *self._by_patterns(text, _GUESS)], key=_english)

    def _divided(self, text: str) -> Iterator[str]:
        """Two parts, said, for each place where a text can be divided."""
        joints = list(_JOINTS.finditer(text))
        for joint in joints if len(joints) <= _MOST_JOINTS else (each for each in joints if each[0] != ", "):
            first, rest = text[: joint.start()], text[joint.end() :]
            begun, ended = self.said(first), self.said(rest)
            if (ending := self._known(text[joint.start() :])) is not None:
                yield tidy(begun + ending)
            elif (begun, ended) != (first, rest):
                yield tidy(begun + self.texts.get(joint[0], joint[0]) + ended)

    @cached_property
    def _patterns(self) -> list["_Pattern"]:
        """The sentences with places for values, those that fix most of their text first."""
        made = [_Pattern.of(source, told) for source, told in self.texts.items() if _PLACE.search(source)]
        return sorted(made, key=lambda pattern: -pattern.fixed)


@dataclass(frozen=True)
class _Pattern:
    form: re.Pattern[str]
    places: tuple[int, ...]  # the number of each group
    anchor: str  # the longest piece of fixed text
    fixed: int  # characters of fixed text
    telling: bool  # whether it has words enough to be known by; any other would fit anything
    told: str

    @classmethod
    def of(cls, source: str, told: str) -> Self:
        pieces = _PLACE.split(source)
        fixed = pieces[::2]
        form = re.escape(fixed[0])
        for piece, after in pairwise(fixed):
            # Of two values side by side the second is a hint or a count.
            form += ("((?:;| and ).*?|)" if not piece and form else "(.*?)") + re.escape(after)
        places = tuple(int(number) for number in pieces[1::2])
        words = re.findall(r"[^\W\d_]+", " ".join(fixed))
        telling = len(words) > 1 and sum(map(len, words)) >= _ENOUGH
        return cls(re.compile(form), places, max(fixed, key=len), sum(map(len, fixed)), telling, told)

    def filled(self, values: Sequence[str]) -> str:
        """The translation with its values."""
        of = dict(zip(self.places, values, strict=True))
        return tidy("".join(of[int(p)] if odd % 2 else p for odd, p in enumerate(_PLACE.split(self.told)))).strip()


def ts_files(language: str) -> list[Traversable]:
    """The translation files of a language, one for each room of the house."""
    folder = files("resources") / "languages" / language
    return [file for file in folder.iterdir() if file.name.endswith(".ts")]


def tidy(text: str) -> str:
    """A text without the spaces that its parts needed in English."""
    return _NO_SPACE.sub("", text)


def _closed(text: str) -> bool:
    """Whether all brackets that open in a text close in it, and no others."""
    depths = list(accumulate(((sign == "(") - (sign == ")") for sign in text), initial=0))
    return min(depths) == depths[-1] == 0


def _english(text: str) -> int:
    """How much of a text is English still."""
    return sum(map(len, _ENGLISH.findall(text)))
