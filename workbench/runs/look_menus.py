"""The menus of the run table: which columns it has, and what its runs are grouped by."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from core.runs.facts import differing, setting_facts
from core.runs.index import RunRow
from core.schema import SECTIONS
from workbench.runs.columns import ALWAYS, USUAL, Column, offered

GROUPED_BY = ("dataset", "algorithm", "learner", "task", "status", "tag", "star")
_FREE = ("words", "measure", "time", "date")  # sorts of which nearly every run has its own value


def fill_columns(menu: QMenu, shown: Sequence[str], rows: list[RunRow], choose: Callable[[list[str]], None]) -> None:
    """Offer every column: facts about runs first, then settings, those in which these runs differ before all others."""
    menu.clear()

    def add(to: QMenu, column: Column) -> None:
        action = to.addAction(column.title)
        action.setObjectName(f"runs.columns.{column.key}")
        action.setCheckable(True)
        action.setChecked(column.key in shown)
        action.setEnabled(column.key != ALWAYS)
        if column.fact.setting is not None:
            action.setToolTip(column.fact.setting.help)
        action.triggered.connect(
            lambda on: choose([*shown, column.key] if on else [k for k in shown if k != column.key])
        )

    for column in offered():
        add(menu, column)
    menu.addSeparator()
    differ = [Column(fact) for fact in differing(rows)]
    if differ:
        of_difference = _submenu(menu, "Settings That Differ", "differ")
        for column in differ:
            add(of_difference, column)
    others = _submenu(menu, "All Settings", "settings")
    sections: dict[str, QMenu] = {}
    for fact in setting_facts().values():
        assert fact.setting is not None
        section = fact.setting.section
        if section not in sections:
            sections[section] = _submenu(others, SECTIONS[section], section)
        add(sections[section], Column(fact))
    menu.addSeparator()
    usual = menu.addAction("The Usual Columns")
    usual.setObjectName("runs.columns.usual")
    usual.setEnabled(tuple(shown) != USUAL)
    usual.triggered.connect(lambda: choose(list(USUAL)))


def fill_groups(menu: QMenu, grouped_by: str, rows: list[RunRow], choose: Callable[[str], None]) -> None:
    """Offer what runs can be grouped by: few facts, and the settings in which these runs differ."""
    menu.clear()
    choices = QActionGroup(menu)
    facts = {column.key: column.title for column in offered()}
    settings = {fact.key: fact.title for fact in differing(rows) if fact.sort not in _FREE}
    if grouped_by and grouped_by not in facts and grouped_by not in settings:
        settings[grouped_by] = setting_facts()[grouped_by].title
    titles = {"": "No Groups", **{key: facts[key] for key in GROUPED_BY}}

    def add(key: str, title: str) -> None:
        action = menu.addAction(title)
        action.setObjectName(f"runs.group.{key or 'none'}")
        action.setCheckable(True)
        action.setChecked(key == grouped_by)
        action.triggered.connect(lambda: choose(key))
        choices.addAction(action)

    for key, title in titles.items():
        add(key, title)
    if settings:
        menu.addSeparator()
    for key, title in settings.items():
        add(key, title)


def _submenu(menu: QMenu, title: str, name: str) -> QMenu:
    made = menu.addMenu(title)
    made.setObjectName(f"runs.columns.menu.{name}")
    made.setToolTipsVisible(True)
    return made
