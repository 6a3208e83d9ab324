"""The menus of the run table: which columns it has, and what its runs are grouped by."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from core.runs.facts import differing, setting_facts
from core.runs.index import RunRow
from core.schema import SECTIONS
from workbench.runs.columns import ALWAYS, USUAL, Column, offered
from workbench.runs.columns import column as column_of
from workbench.words import said, tr

GROUPED_BY = ("dataset", "algorithm", "learner", "task", "status", "tag", "star")
_OFTEN = ("seed", "compute.device")  # settings that stand beside the other facts
_FREE = ("words", "measure", "time", "date")  # sorts of which nearly every run has its own value


def fill_columns(menu: QMenu, shown: Sequence[str], rows: list[RunRow], choose: Callable[[list[str]], None]) -> None:
    """Offer every column: facts about runs first, then settings, those in which these runs differ before all others."""
    _empty(menu)

    def add(to: QMenu, column: Column) -> None:
        action = to.addAction(column.title)
        action.setObjectName(f"runs.columns.{column.key}")
        action.setCheckable(True)
        action.setChecked(column.key in shown)
        action.setEnabled(column.key != ALWAYS)
        if column.fact.setting is not None:
            action.setToolTip(said(column.fact.setting.help))
        action.triggered.connect(
            lambda on: choose([*shown, column.key] if on else [k for k in shown if k != column.key])
        )

    for shown_first in (*offered(), *map(column_of, _OFTEN)):
        add(menu, shown_first)
    menu.addSeparator()
    differ = [Column(fact) for fact in differing(rows) if fact.key not in _OFTEN]
    if differ:
        of_difference = _submenu(menu, tr("Settings That Differ"), "differ")
        for column in differ:
            add(of_difference, column)
    others = _submenu(menu, tr("All Settings"), "settings")
    sections: dict[str, QMenu] = {}
    for fact in setting_facts().values():
        if fact.key in _OFTEN:
            continue
        assert fact.setting is not None
        section = fact.setting.section
        if section not in sections:
            sections[section] = _submenu(others, said(SECTIONS[section]), section)
        add(sections[section], Column(fact))
    menu.addSeparator()
    usual = menu.addAction(tr("The Usual Columns"))
    usual.setObjectName("runs.columns.usual")
    usual.setEnabled(tuple(shown) != USUAL)
    usual.triggered.connect(lambda: choose(list(USUAL)))


def fill_groups(menu: QMenu, grouped_by: str, rows: list[RunRow], choose: Callable[[str], None]) -> None:
    """Offer what runs can be grouped by: few facts, and the settings in which these runs differ."""
    _empty(menu)
    choices = QActionGroup(menu)
    facts = {column.key: column.title for column in offered()}
    settings = {fact.key: said(fact.title) for fact in differing(rows) if fact.sort not in _FREE}
    if grouped_by and grouped_by not in facts and grouped_by not in settings:
        settings[grouped_by] = said(setting_facts()[grouped_by].title)
    titles = {"": tr("No Groups"), **{key: facts[key] for key in GROUPED_BY}}

    def add(to: QMenu, key: str, title: str) -> None:
        action = to.addAction(title)
        action.setObjectName(f"runs.group.{key or 'none'}")
        action.setCheckable(True)
        action.setChecked(key == grouped_by)
        action.triggered.connect(lambda: choose(key))
        choices.addAction(action)

    for key, title in titles.items():
        add(menu, key, title)
    if settings:
        menu.addSeparator()
        of_settings = _submenu(menu, tr("A Setting That Differs"), "setting")
        for key, title in settings.items():
            add(of_settings, key, title)


def _empty(menu: QMenu) -> None:
    """Take everything out; Qt would keep the submenus."""
    menu.clear()
    for child in menu.findChildren(QMenu):
        child.setParent(None)
        child.deleteLater()


def _submenu(menu: QMenu, title: str, name: str) -> QMenu:
    made = menu.addMenu(title)
    made.setObjectName(f"runs.columns.menu.{name}")
    made.setToolTipsVisible(True)
    return made
