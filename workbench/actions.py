"""The commands as actions: in menus, in the toolbar and under their keys, on and off as the desk's facts say."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from workbench import commands, theme
from workbench.icons import icon
from workbench.words import tr


class Actions(dict[str, QAction]):
    """One action for each command, by the command's id. Each calls `carry_out` with that id."""

    def __init__(self, window: QMainWindow, carry_out: Callable[[str], None]) -> None:
        super().__init__()
        for command in commands.COMMANDS:
            self[command.id] = action = QAction(tr(command.text), window)
            action.setObjectName(command.id)
            action.setData(tr(command.menu))
            if command.shortcut:
                action.setShortcut(QKeySequence(command.shortcut))
            action.triggered.connect(lambda _=False, identifier=command.id: carry_out(identifier))
            window.addAction(action)
        self.color_icons()

    def of_menu(self, name: str) -> list[QAction]:
        return [self[command.id] for command in commands.COMMANDS if command.menu == name]

    def show_facts(self, facts: Mapping[str, bool], why_off: Mapping[str, str]) -> None:
        """Turn actions on and off. `why_off` says of some commands, by id, why they are off."""
        for command in commands.COMMANDS:
            action = self[command.id]
            action.setEnabled(facts[command.needs] if command.needs else True)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            tip = why_off.get(command.id) or tr(command.tip)
            action.setToolTip(f"{tip}  ({keys})" if keys else tip)
        self["run.pause"].setVisible(not facts["can_resume"])
        self["run.resume"].setVisible(facts["can_resume"])

    def color_icons(self) -> None:
        """Draw the icons in the colours of the present theme."""
        for command in commands.COMMANDS:
            if command.icon:
                color = theme.current().accent_text if command.id == "run.start" else None
                self[command.id].setIcon(icon(command.icon, color))

    def mark_choice(self, parent: QWidget, identifiers: list[str]) -> None:
        """Of these commands one has the mark in the menu."""
        choices = QActionGroup(parent)
        for identifier in identifiers:
            self[identifier].setCheckable(True)
            choices.addAction(self[identifier])


def fill_menus(window: QMainWindow, actions: Actions, recent: QMenu) -> None:
    """Every command stands in the menu that it names, or in one in there; the recent files below Open."""
    for name in commands.MENUS:
        menu = window.menuBar().addMenu(tr(name))
        menu.setObjectName(f"menu.{name.lower()}")
        for command in (c for c in commands.COMMANDS if c.menu == name):
            place = _submenu(menu, command.submenu) if command.submenu else menu
            if command.gap:
                place.addSeparator()
            place.addAction(actions[command.id])
            if command.id == "session.open":
                menu.addMenu(recent)


def _submenu(menu: QMenu, title: str) -> QMenu:
    """The menu of this title within another one, where such menus stand together at the end."""
    name = f"{menu.objectName()}.{title.lower().replace(' ', '_')}"
    made = menu.findChild(QMenu, name)
    if made is None:
        if menu.findChild(QMenu) is None:
            menu.addSeparator()
        made = QMenu(tr(title), menu)
        made.setObjectName(name)
        menu.addMenu(made)
    return made


def fill_recent(menu: QMenu, paths: list[Path], open_path: Callable[[Path], None]) -> None:
    """The files that were open last."""
    menu.clear()
    for path in paths:
        action = menu.addAction(path.name)
        action.setToolTip(str(path))
        action.triggered.connect(lambda _=False, path=path: open_path(path))
    if menu.isEmpty():
        menu.addAction(tr("None yet")).setEnabled(False)


def fill_toolbar(window: QMainWindow, actions: Actions) -> None:
    """The commands that belong there; those about running with their words."""
    bar = QToolBar(tr("Tools"))
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    window.addToolBar(bar)
    for command in (c for c in commands.COMMANDS if c.toolbar):
        if command.id == "help.palette":
            space = QWidget()
            space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            bar.addWidget(space)
        elif command.gap and command.menu == "Run":
            bar.addSeparator()
        bar.addAction(actions[command.id])
        button = bar.widgetForAction(actions[command.id])
        button.setObjectName(f"toolbar.{command.id}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(tr(command.text).rstrip("…"))
        if isinstance(button, QToolButton) and command.menu not in ("Run", "Help"):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        theme.mark(button, "primary", command.id == "run.start")
