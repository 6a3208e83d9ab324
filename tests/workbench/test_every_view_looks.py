"""What holds for how every view looks: in a small window, at twice the scale, in every theme, to a screen reader."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from gallery import Gallery, gallery, trained_runs
from looks import clipped, contrast, focusable, said
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget

from workbench import theme

__all__ = ["gallery", "trained_runs"]

SIZES = ((960, 600), (1024, 640))  # the first is the least that the window allows
READABLE = 4.5  # WCAG 2.2, level AA, text of normal size


def with_and_without_runs(gallery: Gallery) -> Iterator[str]:
    """The window with nothing to show, then with each sort of run."""
    runs = {kind: gallery.bring(kind) for kind in ("pictures", "functions")}
    gallery.person.open()
    yield "nothing"
    for kind, paths in runs.items():
        gallery.show(paths)
        yield kind


def test_nothing_is_clipped_in_a_small_window(gallery: Gallery) -> None:
    found = []
    for kind in with_and_without_runs(gallery):
        window = gallery.person.window
        for size in SIZES:
            window.resize(*size)
            for name, _view in gallery.visit():
                assert (window.width(), window.height()) == size, (kind, name)
                found += [f"{kind}, {name} at {size}: {what}" for what in clipped(window.views)]
            found += [f"{kind}, runs at {size}: {what}" for what in clipped(window.runs)]
    assert not found, "\n".join(found)


def test_the_same_at_twice_the_scale() -> None:
    """The scale is read once, when a program begins, so this is another one."""
    if os.environ.get("QT_SCALE_FACTOR"):
        pytest.skip("this is that other program")
    tests = f"{__file__}::{test_nothing_is_clipped_in_a_small_window.__name__}"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", tests]
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        command, cwd=root, env={**os.environ, "QT_SCALE_FACTOR": "2"}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert "1 passed" in done.stdout


@pytest.mark.parametrize("choice", [name for name in theme.CHOICES if name != "system"])
def test_words_stand_out_in_every_theme(gallery: Gallery, choice: str) -> None:
    runs = gallery.bring("pictures")
    gallery.person.open()
    gallery.person.press(f"view.theme_{choice}")
    faint = []
    for shown in ([], runs):
        gallery.show(shown)
        for name, view in gallery.visit():
            labels = [each for each in view.findChildren(QLabel) if each.isVisible() and each.text().strip()]
            assert labels, name
            ratios = {label.objectName() or label.text(): ink_contrast(label) for label in labels}
            faint += [(name, label, ratio) for label, ratio in ratios.items() if ratio < READABLE]
    assert faint == []


def ink_contrast(label: QWidget) -> float:
    """The contrast between what most of a label is painted in and what stands out most from that."""
    image = grabbed(label)
    colors = Counter(
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    )  # edges of letters are between the two
    [(paper, _)] = colors.most_common(1)
    return max(contrast(paper, color) for color in colors)


def grabbed(label: QWidget) -> QImage:
    """A label as the window shows it, with what lies behind it."""
    window = label.window()
    return window.grab(label.rect().translated(label.mapTo(window, label.rect().topLeft()))).toImage()


def test_every_control_has_a_name(gallery: Gallery) -> None:
    for kind in with_and_without_runs(gallery):
        for name, view in gallery.visit():
            controls = focusable(view)
            assert controls, (kind, name)
            assert [repr(control) for control in controls if not control.objectName()] == [], (kind, name)
            silent = [control.objectName() for control in controls if not said(control).strip()]
            assert silent == [], (kind, name)
