"""The themes can be read, the lines can be told apart, and a change of theme reaches the application."""

import itertools

import numpy as np
import pytest
from looks import contrast, linear
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLineEdit

from workbench import theme as themes
from workbench.stylesheet import stylesheet
from workbench.theme import CONTRAST, DARK, LIGHT, THEMES, ThemeWatcher

EACH = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())

# What eyes without one sort of cone see of linear RGB. Machado, Oliveira and Fernandes 2009, severity 1.
COLOR_BLINDNESS = {
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = np.array([0.9505, 1.0, 1.089])


@pytest.fixture
def themed(qapp):
    font, palette = qapp.font(), qapp.palette()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.setProperty("theme", None)


def lab(rgb):
    """Linear RGB as CIELAB."""
    ratio = TO_XYZ @ np.clip(rgb, 0, 1) / WHITE
    x, y, z = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@EACH
@pytest.mark.parametrize("text", ["text", "muted", "link", "danger", "warning", "success"])
@pytest.mark.parametrize("background", ["window", "surface", "raised", "hover", "selection"])
def test_text_is_readable(theme, text, background):
    assert contrast(getattr(theme, text), getattr(theme, background)) >= 4.5


@EACH
@pytest.mark.parametrize("fill", ["accent", "accent_hover"])
def test_the_bright_button_is_readable_and_seen(theme, fill):
    assert contrast(theme.accent_text, getattr(theme, fill)) >= 4.5
    assert contrast(getattr(theme, fill), theme.window) >= 3


@EACH
def test_lines_stand_out_from_the_plot(theme):
    assert len(theme.series) == 8
    assert all(contrast(color, theme.surface) >= 3 for color in theme.series)


@EACH
@pytest.mark.parametrize("eyes", COLOR_BLINDNESS)
def test_color_blind_eyes_tell_the_lines_apart(theme, eyes):
    seen = [lab(np.array(COLOR_BLINDNESS[eyes]) @ linear(color)) for color in theme.series]
    assert min(np.linalg.norm(a - b) for a, b in itertools.combinations(seen, 2)) > 15


@EACH
@pytest.mark.parametrize("eyes", COLOR_BLINDNESS)
def test_right_and_wrong_can_be_read_and_told_apart(theme, eyes):
    assert min(contrast(theme.right, theme.surface), contrast(theme.wrong, theme.surface)) >= 4.5
    right, wrong = (lab(np.array(COLOR_BLINDNESS[eyes]) @ linear(color)) for color in (theme.right, theme.wrong))
    assert np.linalg.norm(right - wrong) > 40


@EACH
def test_the_palette_is_complete(theme):
    palette = themes.palette(theme)
    for role in QPalette.ColorRole:
        if role in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles):
            continue
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
            assert palette.isBrushSet(group, role), role


@EACH
def test_every_rule_has_its_color(theme):
    sheet = stylesheet(theme)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    for field in ("accent", "danger", "border", "selection"):
        assert getattr(theme, field) in sheet


@pytest.mark.parametrize("text", ["text", "muted", "link", "danger", "warning", "success", "right", "wrong"])
@pytest.mark.parametrize("background", ["window", "surface", "raised", "hover", "selection"])
def test_high_contrast_is_high(text, background):
    assert contrast(getattr(CONTRAST, text), getattr(CONTRAST, background)) >= 7  # WCAG 2.2, level AAA


def test_outlines_of_high_contrast_are_seen():
    assert contrast(CONTRAST.strong_border, CONTRAST.surface) >= 7
    assert contrast(CONTRAST.border, CONTRAST.window) >= 4.5


def test_series_start_again():
    assert themes.series_color(0, DARK) == themes.series_color(8, DARK) == DARK.series[0]


def test_system_choice_follows_the_scheme():
    assert themes.theme_for("system", Qt.ColorScheme.Dark) is DARK
    assert themes.theme_for("system", Qt.ColorScheme.Unknown) is LIGHT
    assert themes.theme_for("light", Qt.ColorScheme.Dark) is LIGHT
    assert themes.theme_for("dark", Qt.ColorScheme.Light) is DARK


def test_the_watcher_applies_and_tells(themed):
    watcher = ThemeWatcher(themed, "light")
    heard = []
    watcher.changed.connect(heard.append)
    watcher.choose("dark")
    watcher.choose("dark")
    assert heard == [DARK]
    assert themes.current(themed) is DARK
    assert themed.palette().color(QPalette.ColorRole.Window).name() == DARK.window
    watcher.setParent(None)
    watcher.deleteLater()


def test_marking_a_field_changes_how_it_looks(themed, qtbot):
    themes.apply(themed, LIGHT)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(200, 30)
    before = field.grab().toImage().pixelColor(100, 0).name()
    themes.mark(field, "invalid", True)
    after = field.grab().toImage().pixelColor(100, 0).name()
    assert before == LIGHT.strong_border
    assert after == LIGHT.danger
