"""Equations: what is read into the tree, and that what is set stands where it should."""

import re

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from core import registry
from workbench import theme
from workbench.help.equation import Equation
from workbench.help.equation_tree import Fraction, Group, Letters, Scripted, Space, parse


def leaning(text):
    return Letters(text, leans=True)


def test_scripts():
    below = (leaning("k"), Letters("+"), Letters("1"))
    assert parse("φₖ₊₁") == (Scripted(leaning("φ"), below, ()),)
    assert parse("θ_meta") == (Scripted(leaning("θ"), (Letters("meta"),), ()),)
    assert parse("φ*²") == (Scripted(leaning("φ"), (), (Letters("∗"), Letters("2"))),)
    assert parse("αᵢₖ") == (Scripted(leaning("α"), (leaning("i"), leaning("k")), ()),)
    inner = Scripted(leaning("S"), (leaning("y"),), ())
    assert parse("mean_{S_y}") == (Scripted(Letters("mean"), (inner,), ()),)


def test_fractions():
    squared = Scripted(leaning("σ"), (), (Letters("2"),))
    assert parse("λ/2 x") == (Fraction((leaning("λ"),), (Letters("2"),)), Space(wide=False), leaning("x"))
    assert parse("(a − b)/σ²") == (Fraction(parse("a − b"), (squared,)),)
    assert parse("(a) / ‖b‖") == (Fraction((leaning("a"),), (Group("‖", (leaning("b"),), "‖"),)),)
    assert parse("(γ/σ²)(x)") == (
        Group("(", (Fraction((leaning("γ"),), (squared,)),), ")"),
        Group("(", (leaning("x"),), ")"),
    )


def test_words_do_not_lean_and_an_article_is_a_word():
    assert parse("on a task")[2] == Letters("a")
    assert parse("a x")[0] == leaning("a")


def test_every_equation_is_read_whole():
    """All its signs are there again, but for those of which scripts and bars are made."""
    for text in (registry.algorithms.settings(kind).equation for kind in registry.algorithms.kinds):
        plain = text.translate(str.maketrans("₀₁₂₃₊₋ₖᵢ²⁻¹ᵀʷʳˡᵘ*", "0123+−ki2−1Twrlu∗"))
        read = "".join(_signs(parse(text)))
        assert sorted(re.sub(r"[()]", "", read)) == sorted(re.sub(r"[()\s_{}/]", "", plain))


def _signs(nodes):
    for node in nodes:
        match node:
            case Letters(text, _):
                yield text
            case Scripted(base, below, above):
                yield from _signs((base, *below, *above))
            case Fraction(above, below):
                yield from _signs((*above, *below))
            case Group(opening, inside, closing):
                yield opening
                yield from _signs(inside)
                yield closing


def ink(equation, room=600):
    """Where an equation leaves its traces, as a rectangle, drawn in the middle of a large picture."""
    size = equation.size(room)
    picture = QImage(round(size.width()) + 40, round(size.height()) + 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    equation.draw(painter, QRectF(20, 20, size.width(), size.height()), theme.LIGHT, "#000000")
    painter.end()
    dark = [
        (x, y)
        for y in range(picture.height())
        for x in range(picture.width())
        if QColor(picture.pixel(x, y)).lightness() < 128
    ]
    return size, [min(x for x, _ in dark), min(y for _, y in dark), max(x for x, _ in dark), max(y for _, y in dark)]


def test_what_is_drawn_keeps_to_the_size_that_is_told(qapp):
    size, (left, top, right, bottom) = ink(Equation(["θ + (λ/2) φₖ²"]))
    assert left >= 19
    assert top >= 19
    assert right <= 21 + size.width()
    assert bottom <= 21 + size.height()
    assert right - left > size.width() * 0.9


def test_a_fraction_is_taller_and_a_subscript_lower(qapp):
    plain, low, tall = (ink(Equation([text]))[1] for text in ("x", "xₖ", "x/y"))
    assert low[3] > plain[3]
    assert tall[3] - tall[1] > 2 * (plain[3] - plain[1])


def test_a_line_that_is_too_wide_is_broken(qapp):
    equation = Equation([registry.algorithms.settings("snail").equation])
    wide, narrow = equation.size(2000), equation.size(300)
    assert narrow.width() <= 300
    assert narrow.height() > 1.8 * wide.height()
