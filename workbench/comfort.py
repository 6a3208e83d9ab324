"""The window's commands about comfort: theme, size of the text, motion, language. What is chosen is kept."""

from typing import Any

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from workbench import motion, theme, words
from workbench.actions import Actions
from workbench.text_size import FACTORS
from workbench.theme import ThemeWatcher

SIZES = tuple(FACTORS)
_CHOICES = {
    "theme": theme.CHOICES,
    "text": SIZES,
    "motion": motion.CHOICES,
    "language": words.CHOICES,
}  # by the key that they are kept under
_USUAL = {"theme": "system", "text": "normal", "motion": "system", "language": "system"}


def look_as_kept(app: QApplication, settings: QSettings) -> ThemeWatcher:
    """Give the application the look that was chosen last."""
    chosen = {key: _kept(settings, key) for key in _CHOICES}
    motion.choose(app, chosen["motion"])
    return ThemeWatcher(app, chosen["theme"], chosen["text"])


class ComfortCommands:
    """A part of the window, which has `actions_by_id`, `_themes`, `_settings` and the signal `language_chosen`."""

    language_chosen: Any  # the signal that the window is to be built anew in a language
    actions_by_id: Actions
    _themes: ThemeWatcher
    _settings: QSettings

    def mark_comforts(self) -> None:
        """What is chosen has its mark in the menu."""
        assert isinstance(self, QWidget)
        for key, choices in _CHOICES.items():
            self.actions_by_id.mark_choice(self, [f"view.{key}_{choice}" for choice in choices])
            self._mark(key, _kept(self._settings, key))

    def view_theme_system(self) -> None:
        self._choose_theme("system")

    def view_theme_light(self) -> None:
        self._choose_theme("light")

    def view_theme_dark(self) -> None:
        self._choose_theme("dark")

    def view_theme_contrast(self) -> None:
        self._choose_theme("contrast")

    def view_text_grow(self) -> None:
        self._step_text(1)

    def view_text_shrink(self) -> None:
        self._step_text(-1)

    def view_text_smaller(self) -> None:
        self._choose_text("smaller")

    def view_text_normal(self) -> None:
        self._choose_text("normal")

    def view_text_larger(self) -> None:
        self._choose_text("larger")

    def view_text_largest(self) -> None:
        self._choose_text("largest")

    def view_motion_system(self) -> None:
        self._choose_motion("system")

    def view_motion_reduced(self) -> None:
        self._choose_motion("reduced")

    def view_motion_full(self) -> None:
        self._choose_motion("full")

    def view_language_system(self) -> None:
        self._choose_language("system")

    def view_language_en(self) -> None:
        self._choose_language("en")

    def view_language_zh_CN(self) -> None:
        self._choose_language("zh_CN")

    def _choose_theme(self, choice: Any) -> None:
        self._themes.choose(choice)
        self._keep("theme", choice)

    def _step_text(self, by: int) -> None:
        place = SIZES.index(self._themes.size) + by
        self._choose_text(SIZES[min(max(place, 0), len(SIZES) - 1)])

    def _choose_text(self, size: Any) -> None:
        self._themes.choose_size(size)
        self._keep("text", size)

    def _choose_motion(self, choice: Any) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        motion.choose(app, choice)
        self._keep("motion", choice)

    def _choose_language(self, choice: str) -> None:
        self._keep("language", choice)
        self.language_chosen.emit(choice)

    def _keep(self, key: str, choice: str) -> None:
        self._settings.setValue(key, choice)
        self._mark(key, choice)

    def _mark(self, key: str, choice: str) -> None:
        self.actions_by_id[f"view.{key}_{choice}"].setChecked(True)


def _kept(settings: QSettings, key: str) -> Any:
    value = settings.value(key)
    return value if value in _CHOICES[key] else _USUAL[key]
