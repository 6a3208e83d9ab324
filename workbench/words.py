"""What the window says, in the language that was chosen.

Texts stand in the code in English. `tr` says one in the language of the window; `trn` chooses between one and many
first. A table that is made before a language is chosen holds its texts through `mark`, and whoever shows them says
`tr`. The engine knows no languages: what it says reaches the window in English, and `said` finds the sentence that it
was made from. The translations are Qt's files in resources/languages, which scripts/translations.py keeps complete.
"""

from functools import lru_cache
from typing import Any

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from workbench.catalogue import Catalogue

ENGLISH = "en"
LANGUAGES = {ENGLISH: "English", "zh_CN": "简体中文"}  # each in its own words
CHOICES = ("system", *LANGUAGES)

_catalogue = Catalogue()
_of_qt: QTranslator | None = None


def tr(text: str, /, **values: Any) -> str:
    """A text in the language of the window, with values in the place of their {names}."""
    told = _catalogue.texts.get(text, text)
    return told.format(**values) if values else told


def trn(number: float, one: str, many: str, /, **values: Any) -> str:
    """One of two texts, by a number: for exactly one, and for any other number of things."""
    return tr(one if number == 1 else many, **values)


def mark(text: str, /) -> str:
    """The text itself. It is to be said through `tr` where it is shown."""
    return text


@lru_cache(maxsize=4096)
def said(text: str, /) -> str:
    """What the engine said in English, in the language of the window; what it cannot place stays as it is."""
    return _catalogue.said(text)


def language() -> str:
    """The language of the window, such as ``zh_CN``."""
    return _catalogue.language


def language_of(choice: str) -> str:
    """The language that a choice stands for; English where the system speaks one that the window does not."""
    if choice in LANGUAGES:
        return choice
    wishes = QLocale.system().uiLanguages()
    return "zh_CN" if wishes and QLocale(wishes[0]).script() == QLocale.Script.SimplifiedHanScript else ENGLISH


def speak(app: QApplication, language: str) -> None:
    """Let everything that is built from now on speak a language: ours, Qt's own words, and numbers."""
    global _of_qt
    use(Catalogue() if language == ENGLISH else Catalogue.read(language))
    if _of_qt is not None:
        app.removeTranslator(_of_qt)
        _of_qt = None
    if language != ENGLISH:
        _of_qt = QTranslator(app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if not _of_qt.load(f"qtbase_{language}", folder):
            raise FileNotFoundError(f"PySide6 has no qtbase_{language}.qm in {folder}; install it again")
        app.installTranslator(_of_qt)


def use(catalogue: Catalogue) -> None:
    """Say everything by this catalogue from now on."""
    global _catalogue
    _catalogue = catalogue
    said.cache_clear()
