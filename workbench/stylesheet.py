"""The one style sheet, built from a theme. Rules are grouped by what a person would point at."""

import re
from string import Template
from typing import TYPE_CHECKING

from workbench.text_size import scaled

if TYPE_CHECKING:
    from workbench.theme import Theme

_PIXELS = re.compile(r"(font-size: )(\d+)px")
RULES = Template("""
* { outline: 0; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px 8px; }

/* Labels and containers */
QLabel[role="title"] { font-size: 15px; font-weight: 600; }
QLabel[role="section"] { font-size: 12px; font-weight: 600; color: $muted; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="caption"] { font-size: 11px; color: $muted; }
QLabel[role="error"] { font-size: 12px; color: $danger; }
QLabel[changed="true"] { color: $link; }
QLabel[role="display"] { font-size: 22px; font-weight: 600; }
QWidget[panel="true"] { background: $surface; }
QFrame[frameShape="4"], QFrame[frameShape="5"] { color: $border; }
QScrollArea { background: transparent; border: 0; }
QFrame[panel="popup"] { background: $raised; border: 1px solid $strong_border; border-radius: 8px; }
QTreeWidget::item:disabled { color: $disabled; }
QFrame[panel="banner"] { background: $selection; border: 0; border-bottom: 1px solid $border; }

/* Buttons */
QPushButton {
    background: $raised; color: $text; border: 1px solid $strong_border; border-radius: 6px;
    padding: 0 12px; min-height: 26px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selection; }
QPushButton:checked { background: $selection; border-color: $link; }
QPushButton:focus { border: 1px solid $link; }
QPushButton:disabled { color: $disabled; border-color: $border; background: transparent; }
QPushButton[primary="true"] { background: $accent; color: $accent_text; border: 1px solid $accent; font-weight: 600; }
QPushButton[primary="true"]:hover, QPushButton[primary="true"]:pressed {
    background: $accent_hover; border-color: $accent_hover;
}
QPushButton[primary="true"]:focus { border: 2px solid $text; padding: 0 11px; min-height: 24px; }
QPushButton[primary="true"]:disabled { background: $hover; color: $disabled; border-color: $hover; }
QPushButton[danger="true"] { color: $danger; }
QPushButton[quiet="true"] { background: transparent; border-color: transparent; }
QPushButton[quiet="true"]:hover { background: $hover; }
QPushButton[quiet="true"]:focus { border-color: $link; }
QPushButton[picker="true"] {
    text-align: left; font-weight: 600; background-image: url(icons:arrow-down.svg);
    background-repeat: no-repeat; background-position: center right; background-origin: content;
}
QToolButton {
    background: transparent; color: $text; border: 1px solid transparent; border-radius: 6px;
    padding: 3px 6px; min-height: 18px;
}
QToolButton:hover { background: $hover; }
QLineEdit > QToolButton { min-height: 0; min-width: 0; margin: 0; padding: 0; border: 0; background: transparent; }
QToolButton:pressed, QToolButton:open { background: $selection; }
QToolButton:checked { background: $selection; color: $link; }
QToolButton:focus { border-color: $link; }
QToolButton:disabled { color: $disabled; }
QToolButton[quiet="true"] { color: $muted; }
QToolButton[alert="true"] { color: $warning; font-weight: 600; }
QToolButton[narrow="true"] { padding: 3px 2px; }
QToolButton[quiet="true"]:hover { color: $text; }
QToolButton[quiet="true"]:checked { color: $link; background: $hover; }
QToolButton[quiet="true"]:disabled { color: $disabled; }
QToolButton[primary="true"] { background: $accent; color: $accent_text; font-weight: 600; padding: 3px 12px 3px 8px; }
QToolButton[primary="true"]:hover, QToolButton[primary="true"]:pressed { background: $accent_hover; }
QToolButton[primary="true"]:focus { border-color: $text; }
QToolButton[primary="true"]:disabled { background: $hover; color: $disabled; }
QToolButton[role="section"] { font-weight: 600; text-align: left; padding: 8px 6px; border-radius: 0; }
QToolButton[role="section"]:hover { background: transparent; color: $link; }
QToolButton[popupMode="2"] { padding-right: 18px; }
QToolButton::menu-indicator {
    image: url(icons:arrow-down.svg); width: 8px; height: 8px; subcontrol-origin: border;
    subcontrol-position: center right; right: 6px;
}

/* Fields */
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
    background: $surface; color: $text; border: 1px solid $strong_border; border-radius: 6px;
    padding: 0 8px; min-height: 26px; selection-background-color: $selection; selection-color: $text;
}
QPlainTextEdit, QTextEdit { padding: 4px; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $muted; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QAbstractSpinBox:hover, QComboBox:hover {
    border-color: $disabled;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 1px solid $link;
}
QTextBrowser, QTextBrowser:hover { border: 1px solid transparent; border-radius: 0; padding: 0; }
QTextBrowser:focus { border-color: $link; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
    color: $disabled; background: $window; border-color: $border;
}
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QTextEdit[invalid="true"],
QAbstractSpinBox[invalid="true"], QComboBox[invalid="true"] { border: 1px solid $danger; }
QAbstractSpinBox { padding-right: 20px; min-height: 23px; } /* to which Qt adds 3 */
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; width: 18px; border: 0; border-radius: 4px; background: transparent; margin: 2px 2px 0 0;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin: 0 2px 2px 0; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $hover; }
QAbstractSpinBox::up-button:pressed, QAbstractSpinBox::down-button:pressed { background: $selection; }
QAbstractSpinBox::up-arrow { image: url(icons:arrow-up.svg); width: 8px; height: 8px; }
QAbstractSpinBox::down-arrow { image: url(icons:arrow-down.svg); width: 8px; height: 8px; }
QAbstractSpinBox::up-arrow:off { image: url(icons:arrow-up-off.svg); }
QAbstractSpinBox::down-arrow:off { image: url(icons:arrow-down-off.svg); }
QComboBox { padding: 0 22px 0 10px; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url(icons:arrow-down.svg); width: 10px; height: 10px; }
QComboBox QAbstractItemView {
    background: $raised; color: $text; border: 1px solid $border; padding: 4px; selection-background-color: $selection;
    selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 8px; border-radius: 4px; }

/* Switches, sliders, progress */
QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; border: 1px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: $link; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {
    width: 14px; height: 14px; border: 1px solid $disabled; border-radius: 4px; background: $surface;
}
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $link; }
QCheckBox::indicator:checked, QListView::indicator:checked {
    background: $accent; border-color: $accent; image: url(icons:tick.svg);
}
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: url(icons:dash.svg); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent; image: url(icons:dot.svg); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $border; background: $window; }
QCheckBox::indicator:checked:disabled, QRadioButton::indicator:checked:disabled { background: $disabled; }
QSlider { min-height: 20px; border: 1px solid transparent; border-radius: 6px; }
QSlider:focus { border-color: $link; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $strong_border; margin: 0 4px; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; margin: 0 4px; }
QSlider::sub-page:horizontal:disabled { background: $strong_border; }
QSlider::handle:horizontal {
    width: 12px; height: 12px; margin: -5px -3px; border-radius: 7px; background: $raised; border: 1px solid $disabled;
}
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:pressed { border-color: $link; }
QProgressBar {
    background: $hover; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; color: transparent;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }

/* Tabs: words on a line */
QTabWidget::pane { border: 0; border-top: 1px solid $border; }
QTabBar { background: transparent; }
QTabBar::tab {
    background: transparent; color: $muted; border: 0; border-bottom: 2px solid transparent; padding: 8px 4px 6px 4px;
    margin: 0 8px;
}
QTabBar[tight="true"] { font-size: 12px; }
QTabBar[tight="true"]::tab { padding: 8px 4px 6px 4px; margin: 0 1px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $link; border-bottom-color: $link; }
QTabBar::tab:disabled { color: $disabled; }
QTabBar::scroller { width: 44px; }
QTabBar QToolButton { background: $window; border: 1px solid $strong_border; padding: 2px; min-height: 0; }
QTabBar QToolButton::left-arrow { image: url(icons:arrow-left.svg); width: 10px; height: 10px; }
QTabBar QToolButton::right-arrow { image: url(icons:arrow-right.svg); width: 10px; height: 10px; }
QTabBar::close-button { image: url(icons:arrow-close.svg); width: 12px; height: 12px; }

/* Tables, lists, trees */
QTableView, QListView, QTreeView {
    background: $surface; color: $text; border: 0; gridline-color: transparent; alternate-background-color: $window;
    selection-background-color: $selection; selection-color: $text;
}
QTableView::item, QListView::item, QTreeView::item { padding: 4px 8px; border: 0; }
QTableView::item:hover, QListView::item:hover, QTreeView::item:hover { background: $hover; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected { background: $selection; color: $text; }
QListView[panel="list"]::item { padding: 4px 12px; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 1px solid $link; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section {
    background: $surface; color: $muted; border: 0; border-bottom: 1px solid $border; padding: 4px 8px; font-size: 12px;
    font-weight: normal;
}
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow { image: url(icons:arrow-up.svg); width: 8px; height: 8px; }
QHeaderView::down-arrow { image: url(icons:arrow-down.svg); width: 8px; height: 8px; }
QTableCornerButton::section { background: $surface; border: 0; }

/* Bars, menus, splitters, docks */
QToolBar { background: $window; border: 0; border-bottom: 1px solid $border; padding: 6px 8px; spacing: 4px; }
QToolBar::separator { background: $border; width: 1px; margin: 4px 8px; }
QMenuBar { background: $window; color: $text; padding: 2px 4px; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 4px; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $disabled; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QStatusBar { background: $window; color: $muted; border-top: 1px solid $border; }
QStatusBar::item { border: 0; }
QSplitter::handle { background: $border; }
QSplitter::handle:hover { background: $link; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QMainWindow::separator { background: $border; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $link; }
QDockWidget { color: $muted; font-weight: 600; titlebar-close-icon: url(icons:arrow-close.svg); }
QDockWidget::title { background: $window; padding: 8px 12px; border-bottom: 1px solid $border; }
QGroupBox { border: 0; border-top: 1px solid $border; margin-top: 24px; padding-top: 8px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; padding: 4px 0; color: $muted; }

/* Scroll bars: thin, no arrows */
QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 10px; margin: 2px; }
QScrollBar:horizontal { height: 10px; margin: 2px; }
QScrollBar::handle { background: $strong_border; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $disabled; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def stylesheet(theme: "Theme") -> str:
    """The style sheet in a theme's colours, at the size of text that was chosen.

    Raises KeyError where a rule names a colour that the theme lacks.
    """
    return _PIXELS.sub(lambda found: f"{found[1]}{scaled(int(found[2]))}px", RULES.substitute(vars(theme)))
