"""How the program looks: colours, spacing and type sizes in one place, light, dark and with high contrast.

`apply` gives the application its style, palette and style sheet. `ThemeWatcher` does it again when the system changes
between light and dark. A widget that paints by itself asks `current()` and listens to `QEvent.Type.PaletteChange`.

Widgets ask for a look through properties: `primary`, `danger` and `quiet` on buttons, `invalid` on fields, `role` on
labels (title, section, muted, caption, error) and `panel` on containers. `mark` changes one on a live widget.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from PySide6.QtCore import QCoreApplication, QDir, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from workbench import text_size
from workbench.stylesheet import stylesheet
from workbench.text_size import TextSize
from workbench.text_size import scaled as scaled

Choice = Literal["light", "dark", "contrast", "system"]


@dataclass(frozen=True)
class Theme:
    """The colours of one appearance, as #rrggbb. Each text colour is readable (4.5 : 1) on what it is made for."""

    name: str
    window: str  # behind everything
    surface: str  # plots, tables, fields
    raised: str  # menus, tooltips, buttons
    hover: str  # under the pointer
    border: str
    strong_border: str  # the outline of a field
    text: str
    muted: str  # second-rank text
    disabled: str
    accent: str  # fills: the one bright button, switches, progress
    accent_hover: str
    accent_text: str  # text on accent
    link: str  # the accent as text, line and focus ring
    danger: str
    warning: str
    success: str
    right: str  # marks of predictions: blue and orange, which all eyes can tell apart
    wrong: str
    grid: str
    selection: str  # behind selected rows and text
    series: tuple[str, ...]  # lines in plots, in the order of use


# The lines start from Okabe and Ito's palette, moved until each has 3 : 1 on its background and every pair keeps apart
# for eyes that lack one of the three cones (tests/workbench/test_theme.py holds them to it).
LIGHT = Theme(
    name="light", window="#f5f5f7", surface="#ffffff", raised="#ffffff", hover="#ebebef", border="#e4e4e9",
    strong_border="#cfcfd6", text="#1d1d22", muted="#61616b", disabled="#a3a3ad", accent="#4b50d6",
    accent_hover="#3f44c4", accent_text="#ffffff", link="#4348cf", danger="#c02638", warning="#8a5700",
    success="#18753f", right="#2556b0", wrong="#b23000", grid="#eeeef1", selection="#e5e6fc",
    series=("#2e59ae", "#ac2600", "#17814b", "#a3236b", "#ab8d00", "#009ad2", "#3221a0", "#322724"),
)  # fmt: skip
DARK = Theme(
    name="dark", window="#16171a", surface="#1c1d21", raised="#25262b", hover="#2b2d33", border="#2c2e34",
    strong_border="#3d4048", text="#e8e8eb", muted="#9c9ea8", disabled="#62646d", accent="#5a5fe0",
    accent_hover="#6065e6", accent_text="#ffffff", link="#9499ff", danger="#ff7b84", warning="#e8ad4a",
    success="#5cc98a", right="#7db4f0", wrong="#f7934f", grid="#26282d", selection="#2d2f52",
    series=("#347fbd", "#c75414", "#36be77", "#bb658b", "#fdc426", "#afd2ff", "#8d7dff", "#f3e7d9"),
)  # fmt: skip
# Text has 7 : 1 on whatever is behind it, and every control an outline that is as bright as text.
CONTRAST = Theme(
    name="contrast", window="#000000", surface="#000000", raised="#0c0c0c", hover="#2a2a2a", border="#8c8c8c",
    strong_border="#ffffff", text="#ffffff", muted="#dcdcdc", disabled="#9c9c9c", accent="#ffd60a",
    accent_hover="#ffe45c", accent_text="#000000", link="#ffe14d", danger="#ffb3b8", warning="#ffd27a",
    success="#86f5b4", right="#9ccbff", wrong="#ffb37a", grid="#3a3a3a", selection="#16296b", series=DARK.series,
)  # fmt: skip
THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}
CHOICES: tuple[Choice, ...] = ("system", "light", "dark", "contrast")

# Distances in logical pixels.
TINY, SMALL, MEDIUM, LARGE, HUGE = 4, 8, 12, 16, 24
CONTROL_HEIGHT = 28
ICON_SIZE = 16

# Type sizes in logical pixels, for text of the normal size; `scaled` gives them at the size that was chosen.
CAPTION_SIZE, TEXT_SIZE, TITLE_SIZE, DISPLAY_SIZE = 11, 13, 15, 22


def theme_for(choice: Choice, scheme: Qt.ColorScheme) -> Theme:
    """The theme that was chosen; "system" follows the scheme, and a system that names none gets light."""
    if choice == "system":
        return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
    return THEMES[choice]


def current(app: QGuiApplication | None = None) -> Theme:
    """The theme last applied to the application; light before that."""
    app = app or QGuiApplication.instance()
    return THEMES.get(app.property("theme"), LIGHT) if app is not None else LIGHT


def series_color(index: int, theme: Theme | None = None) -> str:
    """The colour of line number `index`; the palette starts again after its end."""
    colors = (theme or current()).series
    return colors[index % len(colors)]


def apply(app: QApplication, theme: Theme) -> None:
    """Give the whole application a theme."""
    QDir.setSearchPaths("icons", [str(files("resources") / "icons")])  # the style sheet's url(icons:…)
    app.setProperty("theme", theme.name)  # first: widgets ask for it while they hear of the new palette
    if app.style().name() != "fusion" and not app.styleSheet():
        app.setStyle("Fusion")
    font = app.font()
    font.setPixelSize(scaled(TEXT_SIZE))
    app.setFont(font)
    app.setPalette(palette(theme))
    app.setStyleSheet(stylesheet(theme))


@contextmanager
def style_sheet_last(app: QApplication) -> Iterator[None]:
    """Widgets are built without the style sheet, which comes when all are in place: it would be worked out anew for
    each widget, and all within it, as often as that is put into another."""
    sheet = app.styleSheet()
    app.setStyleSheet("")
    try:
        yield
    finally:
        app.setStyleSheet(sheet)


def palette(theme: Theme) -> QPalette:
    """Every colour role, so that what the style sheet does not reach still belongs to the theme."""
    role = QPalette.ColorRole
    colors = {
        role.Window: theme.window, role.WindowText: theme.text, role.Base: theme.surface,
        role.AlternateBase: theme.window, role.Text: theme.text, role.PlaceholderText: theme.muted,
        role.Button: theme.raised, role.ButtonText: theme.text, role.BrightText: theme.danger,
        role.Highlight: theme.selection, role.HighlightedText: theme.text, role.Accent: theme.accent,
        role.Link: theme.link, role.LinkVisited: theme.link, role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text, role.Light: theme.raised, role.Midlight: theme.hover,
        role.Mid: theme.strong_border, role.Dark: theme.strong_border, role.Shadow: theme.border,
    }  # fmt: skip
    made = QPalette()
    for which, color in colors.items():
        made.setColor(which, QColor(color))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText, role.PlaceholderText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.disabled))
    return made


def mark(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet reads, and draw the widget accordingly."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class ThemeWatcher(QObject):
    """Keeps the application in the chosen theme, and says when it changes."""

    changed = Signal(object)  # the new Theme

    def __init__(self, app: QApplication, choice: Choice = "system", size: TextSize = "normal") -> None:
        super().__init__(app)
        self._app = app
        self._choice: Choice = choice
        self._size: TextSize = size
        text_size.choose(app, size)
        apply(app, self.theme)
        app.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def theme(self) -> Theme:
        return theme_for(self._choice, self._app.styleHints().colorScheme())

    @property
    def choice(self) -> Choice:
        return self._choice

    def choose(self, choice: Choice) -> None:
        """Change to one of the themes, or to what the system says."""
        self._choice = choice
        self._follow()

    @property
    def size(self) -> TextSize:
        return self._size

    def choose_size(self, size: TextSize) -> None:
        """Make all text of the application of this size."""
        if size == self._size:
            return
        self._size = size
        text_size.choose(self._app, size)
        apply(self._app, self.theme)
        for widget in self._app.allWidgets():  # those that paint by themselves listen to this
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.PaletteChange))
        self.changed.emit(self.theme)

    def _follow(self) -> None:
        if self.theme is not current(self._app):
            apply(self._app, self.theme)
            self.changed.emit(self.theme)
