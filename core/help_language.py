"""A language that the help is read in: where its pages lie, and how it says what the program itself says in English."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

_ENGLISH = "en"
# A space that stands between two Chinese words where a sentence has it for the sake of Latin ones.
_NO_SPACE = re.compile(r"(?<=[\u2e80-\uffef])(\]\([^)\s]*\))? +(?=\[?[\u2e80-\uffef])")
_SIGNS = {"zh_CN": {", ": "、", ": ": "：", " ": ""}}  # what stands for an English comma, colon, or gap of sentences


@dataclass(frozen=True)
class Language:
    """A language by its name, as of its folder in resources/languages."""

    name: str = _ENGLISH
    translated: Callable[[str], str] = str  # an English text of the program, in this language

    def say(self, text: str, *values: str) -> str:
        """A text of the program, with values in the place of its {0}, {1} …"""
        told = self.translated(text)
        return _NO_SPACE.sub(r"\1", told.format(*values)) if values else told

    def sign(self, english: str) -> str:
        """What separates the parts of a sentence, or sentences."""
        return _SIGNS.get(self.name, {}).get(english, english)

    def listed(self, words: list[str], last: str = "{0} and {1}") -> str:
        """Words as a list; `last` joins the last one to the others."""
        *most, end = words
        return self.say(last, self.sign(", ").join(most), end) if most else end

    def files(self, folder: str = "") -> dict[str, str]:
        """Name and text of what people wrote in a folder of the help.

        Raises FileNotFoundError for a language that has no help.
        """
        root = resources.files("resources")
        pages = root / "help" if self.name == _ENGLISH else root / "languages" / self.name / "help"
        return {
            file.name.removesuffix(".md"): file.read_text(encoding="utf-8")
            for file in _entries(pages / folder if folder else pages)
            if file.name.endswith(".md")
        }


def _entries(folder: Traversable) -> list[Traversable]:
    """What lies in a folder, in the same order on every machine."""
    return sorted(folder.iterdir(), key=lambda file: file.name)


ENGLISH = Language()
