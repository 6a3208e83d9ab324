"""The translations of one language, read from Qt's translation files (.ts) in resources/languages."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Self
from xml.etree import ElementTree

_PLACE = re.compile(r"\{(\d+)\}")  # where the engine puts a value into a sentence
_SENTENCES = re.compile(r"(?<=[.!?;:])( )(?=\S)|(\n)|(, )")
_DEEPEST = 4  # sentences within sentences
_TELLING = 8  # letters of a sentence's own that make it unlikely to be taken for another


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

    def said(self, text: str, depth: int = 0) -> str:
        """A text that was put together in English: as a whole, by the sentence it was made from, or part by part."""
        if not self.texts or depth > _DEEPEST or not any(map(str.isalpha, text)):
            return text
        if text in self.texts:
            return self.texts[text]
        if (made := self._by_pattern(text, depth)) is not None:
            return made
        parts = _SENTENCES.split(text)
        if len(parts) == 1:
            return text
        return "".join(part if part in " \n" else self.said(part, depth + 1) for part in parts if part)

    def _by_pattern(self, text: str, depth: int) -> str | None:
        for pattern in self._patterns:
            if pattern.anchor in text and (found := pattern.form.fullmatch(text)):
                said = [self.said(value, depth + 1) for value in found.groups()]
                values = dict(zip(pattern.places, said, strict=True))
                return "".join(values[int(p)] if odd % 2 else p for odd, p in enumerate(_PLACE.split(pattern.told)))
        return None

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
    told: str

    @classmethod
    def of(cls, source: str, told: str) -> Self:
        pieces = _PLACE.split(source)
        fixed = pieces[::2]
        # A sentence with few words of its own would fit anything, so its values have to be single words.
        value = "(.*?)" if sum(map(str.isalpha, "".join(fixed))) >= _TELLING else r"(\S*?)"
        form = "".join(value if odd % 2 else re.escape(piece) for odd, piece in enumerate(pieces))
        places = tuple(int(number) for number in pieces[1::2])
        return cls(re.compile(form, re.DOTALL), places, max(fixed, key=len), sum(map(len, fixed)), told)


def ts_files(language: str) -> list[Traversable]:
    """The translation files of a language, one for each room of the house."""
    folder = files("resources") / "languages" / language
    return [file for file in folder.iterdir() if file.name.endswith(".ts")]
