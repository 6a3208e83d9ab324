"""The help in other languages than English: the same pages, places, links and pictures, and no English left."""

import re
from collections import Counter
from importlib import resources

import pytest
from every_text import Bracketed, outside_brackets, texts_of
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest

from core.help import FIRST, Help
from core.help_language import Language
from core.help_text import Bullets, Equation, Heading, Picture, Table, bare, lines_of, links, spans
from workbench import theme, words
from workbench.catalogue import Catalogue
from workbench.help.help_window import HelpWindow
from workbench.help.pictures import DRAWINGS

CHINESE = "zh_CN"
OTHERS = [language for language in words.LANGUAGES if language != words.ENGLISH]
ENGLISH = Help().pages
NAMES = re.compile(
    r"(?:Prototypical|Matching|Relation) Networks|[A-Z]\w+ et al\.|[A-Z]\w+ and [A-Z]\w+ (?=\d)|innerloop \w+|"
    r"\w+[._]\w[\w.]*"
)
KEYS = re.compile(r"Alt\+\w+")
SENTENCE = re.compile(r"[A-Za-z]{2,}(?:[,;:]? [A-Za-z]{2,}){2,}")


@pytest.fixture
def chinese(qapp, plain_look):
    words.speak(qapp, CHINESE)
    yield
    words.speak(qapp, words.ENGLISH)


@pytest.fixture
def bracketed():
    words.use(Bracketed())
    yield
    words.use(Catalogue())


@pytest.fixture
def window(chinese, qtbot):
    made = HelpWindow(None)
    qtbot.addWidget(made)
    made.show()
    return made


def written(folder):
    """The paths of the pages that people wrote, within a folder of the package."""
    found = set()
    for entry in folder.iterdir():
        if entry.is_dir():
            found |= {f"{entry.name}/{name}" for name in written(entry)}
        elif entry.name.endswith(".md"):
            found.add(entry.name)
    return found


def in_language(language):
    catalogue = Catalogue.read(language)
    return Help(Language(language, catalogue.said)).pages


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_every_page_that_was_written(language):
    root = resources.files("resources")
    assert written(root / "languages" / language / "help") == written(root / "help")


@pytest.mark.parametrize("language", OTHERS)
def test_a_page_is_the_same_in_every_language_but_for_its_words(language):
    pages = in_language(language)
    assert list(pages) == list(ENGLISH)
    for identifier, page in pages.items():
        english = ENGLISH[identifier]
        assert [type(block) for block in page.blocks] == [type(block) for block in english.blocks], identifier
        for block, model in zip(page.blocks, english.blocks, strict=True):
            assert shape(block) == shape(model), (identifier, block)
            assert Counter(links(block)) == Counter(links(model)), (identifier, block)


def shape(block):
    """What of a block has nothing to do with a language."""
    match block:
        case Bullets(items):
            return len(items)
        case Equation(lines):
            return lines
        case Picture(name, _):
            return name
        case Table(_, rows):
            return [(row.anchor, len(row.cells)) for row in rows]
        case _:
            return type(block)


@pytest.mark.parametrize("language", OTHERS)
def test_the_marks_of_a_translated_page_are_those_of_the_english_one(language):
    """A mark that was not closed, or stands beside a sign that it cannot stand beside, would be shown as a star."""
    for identifier, page in in_language(language).items():
        for block, model in zip(page.blocks, ENGLISH[identifier].blocks, strict=True):
            told, expected = (
                Counter(span.style for line in lines_of(each) for span in spans(line) if span.style)
                for each in (block, model)
            )
            assert told == expected, (identifier, block)


def test_all_that_the_program_adds_to_a_page_is_said_in_its_language():
    bracketed = Help(Language("en", Bracketed().said)).pages
    for identifier, page in bracketed.items():
        for block, english in zip(page.blocks, ENGLISH[identifier].blocks, strict=True):
            if block == english and not isinstance(block, Table):
                continue  # written by people, or the same everywhere
            lines = lines_of(block)
            if isinstance(block, Table):
                lines = block.header + tuple(cell for row in block.rows for cell in row.cells[:4])
            for line in lines:
                assert not is_english(bare(line)), (identifier, line)
        if not isinstance(ENGLISH[identifier].blocks[0], Heading):
            assert "⟦" in page.title + page.group, identifier


def test_all_around_the_pages_is_said_in_the_language(bracketed, qtbot):
    made = HelpWindow(None)
    qtbot.addWidget(made)
    made.search.setText("xyzzy")
    QTest.keyClick(made.search, "\r")  # an empty list has words of its own
    assert not [(where, text) for where, text in texts_of(made) if is_english(KEYS.sub("", text))]


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_picture_speaks_the_language(bracketed, monkeypatch, qapp, name):
    written = []
    write = QPainter.drawText
    monkeypatch.setattr(QPainter, "drawText", lambda self, *how: (written.append(how[-1]), write(self, *how)))
    canvas = QPixmap(700, 300)
    painter = QPainter(canvas)
    DRAWINGS[name].draw(painter, QRectF(0, 0, 600, 250), theme.LIGHT)
    painter.end()
    assert any("⟦" in text for text in written)
    assert not [text for text in written if is_english(text)]


def is_english(text):
    return re.search(r"[A-Za-z]{2,}", outside_brackets(text))


def test_the_window_shows_no_english_sentence(window):
    left = []
    for page in window._help.pages.values():
        window.go(page.id)
        shown = "\n".join([window.windowTitle(), window.page.toPlainText()])
        shown += "\n".join(block.words for block in page.blocks if isinstance(block, Picture))
        for citation in sorted(citations(page), key=len, reverse=True):
            assert citation in shown
            shown = shown.replace(citation, "")
        left += [(page.id, found[0]) for found in SENTENCE.finditer(NAMES.sub("·", shown))]
    assert not left


def citations(page):
    """What a page quotes in the words of its source: the last column of its table, and its last paragraph."""
    rows = [row for block in page.blocks if isinstance(block, Table) for row in block.rows]
    cited = {bare(row.cells[-1]) for row in rows if row.cells[-1]}
    if page.blocks[-2] == Heading(words.said("Source")):
        cited.add(bare(page.blocks[-1].text))
    return cited


def test_a_search_finds_pages_and_settings_by_chinese_words(window):
    for typed, target in (("元学习", FIRST), ("外循环学习率", "settings/outer#outer.lr"), ("标准误", "evaluation")):
        window.search.setText(typed)
        QTest.keyClick(window.search, "\r")
        assert window.target == target
    window.search.clear()
    assert window.windowTitle() == "解读结果 – Innerloop 帮助"


def test_the_english_words_find_nothing_that_is_not_there(window):
    window.search.setText("standard error")
    QTest.keyClick(window.search, "\r")
    assert not window.contents.isVisible()
