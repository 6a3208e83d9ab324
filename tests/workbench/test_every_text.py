"""No word of the window is left in English: in a language of brackets, everything stands in brackets."""

import re

import pytest
from every_text import Bracketed, outside_brackets, texts_of
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication
from trained import trained

from workbench import words

# What is the same in every language: names of things, who wrote of them, keys, and parts of networks.
NAMES = re.compile(
    r"Innerloop|English|Ctrl|Shift|Alt|Return|Backspace|Esc|F\d+|PNG|SVG|CSV|HTML|TOML|ONNX|LaTeX|Markdown|MAML|"
    r"ProtoNet|Python|CPU|CUDA|MB|GiB|\bkB\b|PCA|t-SNE|MiB|\b[a-z]+_[a-z_]+\b|\b[a-z]+\.[a-z_.]+\b|/\S+|"
    r"[A-Z]\w+(?: et al\.| and [A-Z]\w+)? \d{4}(?:, (?:section|equation|table|appendix|algorithm) [\w.]+)*|"
    r"\d+ [A-Z][a-z]{2} \d{4}|glyph-\d+|\b(?:conv|norm|linear|layer|head)\d*\b|\bweight\b|\bbias\b|"
    r"\w+:[<>]?\S+|\b\dw\ds\b"
)
OF_QT = (
    "ScrollLeftButton",
    "ScrollRightButton",
    "log › QAbstractButton",
    "action ",
)  # said by Qt in its own translation
FORMULAS = re.compile(
    r"(?s)<i>.*?</i>|<b>[^⟦⟧]*?</b>|<br><br>[^⟦<]*<br><br>|<br><br>[^⟦<]*$"
)  # equations, papers, examples
WORD = re.compile(r"[A-Za-z]{2,}")
CLASSIFYING = {
    "dataset": {"kind": "glyphs", "ways": 3, "queries": 2},
    "learner": {"kind": "conv4", "filters": 4},
    "algorithm": {"kind": "maml"},
    "outer": {"iterations": 8, "meta_batch_size": 2},
    "evaluation": {"every": 4, "tasks": 4, "test_tasks": 4},
    "compute": {"device": "cpu"},
}
REGRESSING = {**CLASSIFYING, "dataset": {"kind": "sinusoid"}, "learner": {"kind": "mlp"}}


@pytest.fixture
def bracketed(qapp, monkeypatch):
    """The window speaks the language of brackets; yields what painters were asked to write."""
    drawn: list[str] = []
    write = QPainter.drawText

    def spy(self, *arguments):
        drawn.extend(each for each in arguments if isinstance(each, str))
        return write(self, *arguments)

    monkeypatch.setattr(QPainter, "drawText", spy)
    monkeypatch.setattr(words, "speak", lambda app, language: words.use(Bracketed()))
    yield drawn
    monkeypatch.undo()
    words.speak(qapp, words.ENGLISH)


def assert_translated(found, known=()):
    """Fail, naming the texts with words that nobody translates; `known` are names of runs and files."""
    left = set()
    for where, text in found:
        if where.removesuffix(" tooltip").removesuffix(":") in OF_QT or where.startswith(OF_QT[:3]):
            continue
        rest = outside_brackets(FORMULAS.sub(" ", text))
        for name in known:
            rest = rest.replace(name, " ")
        if WORD.search(NAMES.sub(" ", rest)):
            left.add(f"{where}: {text[:100]!r}")
    if left:
        pytest.fail("\n".join([f"{len(left)} texts are not translated:", *sorted(left)]), pytrace=False)


def all_texts(drawn):
    """What every open window says, and what was written in pictures."""
    QApplication.processEvents()
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            yield from texts_of(window)
    yield from (("painted", text) for text in drawn)


def test_of_the_empty_window(person, bracketed):
    window = person.open()
    for name in window.views.names:
        window.views.look_at(name)
    assert_translated(all_texts(bracketed))


@pytest.mark.parametrize("settings", [CLASSIFYING, REGRESSING], ids=["classification", "regression"])
def test_of_every_view_with_a_run(person, places, bracketed, settings):
    run = trained(settings, places)
    window = person.open()
    person.wait(lambda: window.desk.rows)
    window.desk.select_runs((run.path.name,))
    for name in window.views.names:
        window.views.look_at(name)
        view = window.views.view(name)
        person.wait(lambda view=view: not getattr(view, "is_waiting", False))
    known = [run.path.name, run.experiment.label]
    assert_translated(all_texts(bracketed), known)
