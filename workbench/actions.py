"""The commands as actions: in menus, in the toolbar and under their keys, on and off as the desk's facts say."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from workbench import commands, theme
from workbench.icons import icon


class Actions(dict[str, QAction]):
    """One action for each command, by the command's id. Each calls `carry_out` with that id."""

    def __init__(self, window: QMainWindow, carry_out: Callable[[str], None]) -> None:
        super().__init__()
        for command in commands.COMMANDS:
            self[command.id] = action = QAction(command.text, window)
            action.setObjectName(command.id)
            action.setData(command.menu)
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
            tip = why_off.get(command.id) or command.tip
            action.setToolTip(f"{tip}  ({keys})" if keys else tip)
        self["run.pause"].setVisible(not facts["can_resume"])
        self["run.resume"].setVisible(facts["can_resume"])

    def color_icons(self) -> None:
        """Draw the icons in the colours of the present theme."""
        for command in commands.COMMANDS:
            if command.icon:
                color = theme.current().accent_text if command.id == "run.start" else None
                self[command.id].setIcon(icon(command.icon, color))

    def mark_theme(self, window: QMainWindow, chosen: str) -> None:
        """One of the themes has the mark in the menu."""
        choices = QActionGroup(window)
        for choice in theme.CHOICES:
            action = self[f"view.theme_{choice}"]
            action.setCheckable(True)
            action.setChecked(choice == chosen)
            choices.addAction(action)


def fill_menus(window: QMainWindow, actions: Actions, recent: QMenu) -> None:
    """Every command stands in the menu that it names; the recent files below Open."""
    for name in commands.MENUS:
        menu = window.menuBar().addMenu(name)
        menu.setObjectName(f"menu.{name.lower()}")
        for command in (c for c in commands.COMMANDS if c.menu == name):
            if command.gap:
                menu.addSeparator()
            menu.addAction(actions[command.id])
            if command.id == "session.open":
                menu.addMenu(recent)


def fill_recent(menu: QMenu, paths: list[Path], open_path: Callable[[Path], None]) -> None:
    """The files that were open last."""
    menu.clear()
    for path in paths:
        action = menu.addAction(path.name)
        action.setToolTip(str(path))
        action.triggered.connect(lambda _=False, path=path: open_path(path))
    if menu.isEmpty():
        menu.addAction("None yet").setEnabled(False)


def fill_toolbar(window: QMainWindow, actions: Actions) -> None:
    """The commands that belong there; those about running with their words."""
    bar = QToolBar("Tools")
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
        button.setAccessibleName(command.text.rstrip("…"))
        if isinstance(button, QToolButton) and command.menu not in ("Run", "Help"):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        theme.mark(button, "primary", command.id == "run.start")
