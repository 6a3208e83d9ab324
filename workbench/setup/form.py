"""The form: a section for each part of the experiment, a row for each setting that makes sense, all from the schema."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from core.experiment import CHOSEN_BY_KIND, Experiment
from core.help import place_of
from core.problems import Problem
from core.schema import SECTIONS, SettingField
from core.sweep import NOT_VARIED
from workbench import theme
from workbench.icons import icon
from workbench.setup.editors import Editor, editor_for
from workbench.setup.spoken import explained, in_words, spoken_fields
from workbench.text_size import sized
from workbench.words import said, tr

LABEL_WIDTH = 112
_FOLDED_AT_FIRST = ("evaluation", "compute", "run")


class Form(QWidget):
    """All settings of an experiment. Shows one with `show_experiment`; tells `edited(path, value)` of each change."""

    edited = Signal(str, object)
    vary_asked = Signal(str)  # the path of a setting that is to take several values
    help_asked = Signal(str)  # a page of the help

    def __init__(self) -> None:
        super().__init__()
        self._sections: dict[str, Section] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for key, title in SECTIONS.items():
            told = (self.edited.emit, self.vary_asked.emit, self.help_asked.emit)
            section = Section(key, said(title), *told)
            section.fold(key in _FOLDED_AT_FIRST)
            self._sections[key] = section
            layout.addWidget(section)
        layout.addStretch(1)

    def show_experiment(
        self, experiment: Experiment, baseline: Experiment, problems: list[Problem], refused: frozenset[str]
    ) -> None:
        """Show every setting, mark those that differ from the baseline, and outline those that have a problem.

        A field whose text was `refused` keeps it, so that it can be mended.
        """
        fields = spoken_fields(experiment)
        wrong: dict[str, str] = {}
        for problem in problems:  # what is wrong in every split is said once
            wrong.setdefault(problem.path, explained(problem.message, experiment))
        for key, section in self._sections.items():
            section.show_fields([field for field in fields if field.section == key])
            section.describe(_description(experiment, key))
            for row in section.rows:
                value, usual = experiment.value(row.field.path), _usual(baseline, row.field)
                row.show_value(value, usual, wrong.get(row.field.path, ""), keep=row.field.path in refused)

    def search(self, text: str) -> int:
        """Show only the rows whose title, path or help holds the text; returns how many there are."""
        return sum(section.search(text.strip().lower()) for section in self._sections.values())

    def row(self, path: str) -> "Row | None":
        """The row of a setting, if it is shown."""
        rows = (row for section in self._sections.values() for row in section.rows)
        return next((row for row in rows if row.field.path == path), None)

    @property
    def focused(self) -> str:
        """The path of the setting that has the focus; empty where none has."""
        rows = (row for section in self._sections.values() for row in section.rows)
        return next((row.field.path for row in rows if row.vary is not None and row.editor.control.hasFocus()), "")

    def path_of(self, widget: QWidget | None) -> str:
        """The setting that a control belongs to; empty where it belongs to none."""
        rows = (row for section in self._sections.values() for row in section.rows)
        mine = (row for row in rows if widget in row.widgets or (widget and row.editor.isAncestorOf(widget)))
        return next((row.field.path for row in mine), "")

    def reveal(self, path: str) -> None:
        """Unfold the section of a setting and give it the focus."""
        row = self.row(path)
        if row is not None:
            self._sections[row.field.section].fold(False)
            row.editor.setFocus(Qt.FocusReason.OtherFocusReason)


class Section(QWidget):
    """A heading that folds, and the rows below it."""

    def __init__(
        self, key: str, title: str, edited: Callable[[str, Any], None], vary: Callable[[str], None],
        help_asked: Callable[[str], None],
    ) -> None:  # fmt: skip
        super().__init__()
        self.key, self._edited, self._vary = key, edited, vary
        self.rows: list[Row] = []
        self._folded, self._searched = False, ""
        self._header = QToolButton()
        self._header.setText(title)
        self._header.setObjectName(f"setup.section.{key}")
        self._header.setAccessibleName(tr("Section {title}", title=title))
        self._header.setProperty("role", "section")
        self._header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._header.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._header.clicked.connect(lambda: self.fold(not self._folded))
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(theme.LARGE, theme.TINY, theme.SMALL, theme.MEDIUM)
        self._grid.setHorizontalSpacing(theme.SMALL)
        self._grid.setVerticalSpacing(theme.SMALL)
        self._grid.setColumnStretch(1, 1)
        self._about = QLabel()
        self._about.setProperty("role", "muted")
        self._about.setWordWrap(True)
        self._about.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self._about.linkActivated.connect(help_asked)
        self._about.setObjectName(f"setup.about.{key}")
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setProperty("role", "separator")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._line = line
        for widget in (self._header, self._body, line):
            layout.addWidget(widget)

    def show_fields(self, fields: list[SettingField]) -> None:
        """Have one row for each field; nothing is rebuilt when they are the same ones."""
        self.setVisible(bool(fields))
        if [row.field for row in self.rows] == fields:
            return
        kept = {row.field.path: row for row in self.rows if row.field in fields}
        for row in self.rows:
            self._remove(row, gone=row.field.path not in kept)
        self._grid.removeWidget(self._about)
        self.rows = [kept.get(field.path) or Row(field, self._edited, self._vary) for field in fields]
        for place, row in enumerate(self.rows):
            line = 3 * place
            self._grid.addWidget(row.label, line, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(row.editor, line, 1)
            self._grid.addWidget(row.reset, line, 2, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(row.error, line + 1, 0, 1, 3)
            if place == 0:
                self._grid.addWidget(self._about, 2, 0, 1, 3)
        self._keep_tab_order()
        self._refresh()

    def describe(self, text: str) -> None:
        """A few lines below the first row; none hides them."""
        self._about.setText(text)
        self._about.setVisible(bool(text) and not self._searched)

    def fold(self, folded: bool) -> None:
        self._folded = folded
        self._refresh()

    def search(self, text: str) -> int:
        self._searched = text
        self._refresh()
        return sum(row.matches(text) for row in self.rows)

    def _refresh(self) -> None:
        found = [row for row in self.rows if row.matches(self._searched)]
        open_now = bool(found) and (bool(self._searched) or not self._folded)
        self._body.setVisible(open_now)
        self._header.setIcon(icon("chevron-down" if open_now else "chevron-right", theme.current().muted))
        self._about.setVisible(bool(self._about.text()) and not self._searched)
        self._header.setVisible(bool(found))
        self._line.setVisible(bool(found))
        for row in self.rows:
            row.set_visible(row in found)

    def _remove(self, row: "Row", gone: bool) -> None:
        for widget in row.widgets:
            self._grid.removeWidget(widget)
            if gone:
                widget.setParent(None)
                widget.deleteLater()

    def _keep_tab_order(self) -> None:
        before: QWidget = self._header
        for row in self.rows:
            for widget in (row.editor.control, row.reset):
                QWidget.setTabOrder(before, widget)
                before = widget

    def changeEvent(self, event: Any) -> None:
        if event.type() == event.Type.PaletteChange:
            text = self._about.text()
            self._about.clear()  # a link keeps the colour that it was set with
            self._about.setText(text)
            self._refresh()
            for row in self.rows:
                row.refresh_icons()
        super().changeEvent(event)


class Row:
    """The widgets of one setting: label, control, reset button, and what is wrong."""

    def __init__(self, field: SettingField, edited: Callable[[str, Any], None], vary: Callable[[str], None]) -> None:
        self.field = field
        self.editor: Editor = editor_for(field)
        self.editor.edited.connect(lambda value: edited(field.path, value))
        self.label = QLabel(field.title)
        self.label.setWordWrap(True)
        sized(self.label, width=LABEL_WIDTH)
        self.label.setBuddy(self.editor.control)
        self.label.setToolTip(self.editor.control.toolTip())
        self.label.setMinimumHeight(theme.CONTROL_HEIGHT)
        self._usual: Any = None
        self.reset = QToolButton()
        self.reset.setObjectName(f"{field.path}.reset")
        self.reset.setProperty("quiet", True)
        self.reset.clicked.connect(lambda: edited(field.path, self._usual))
        keep = self.reset.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(keep)
        self.reset.setFixedWidth(26)
        self.refresh_icons()
        self.error = QLabel()
        self.error.setProperty("role", "error")
        self.error.setObjectName(f"{field.path}.error")
        self.error.setWordWrap(True)
        self.error.hide()
        self._visible = True
        self.vary: QAction | None = None  # in the menu of the right mouse button
        if field.path not in NOT_VARIED:
            self.vary = QAction(tr("Vary {setting}…", setting=field.title), self.label)
            self.vary.setObjectName(f"{field.path}.vary")
            self.vary.triggered.connect(lambda: vary(field.path))
            for widget in (self.label, self.editor, self.reset):
                widget.addAction(self.vary)
                widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    @property
    def widgets(self) -> list[QWidget]:
        return [self.label, self.editor, self.reset, self.error]

    def show_value(self, value: Any, usual: Any, problem: str, keep: bool) -> None:
        self._usual = usual
        if not keep:
            self.editor.show_value(value)
        differs = value != usual or keep
        self.reset.setVisible(differs and self._visible)
        self.reset.setEnabled(differs)
        before = (self.field.empty if usual is None else in_words(str(usual))) or tr("empty")
        self.reset.setToolTip(tr("Back to {value}", value=before))
        self.reset.setAccessibleName(tr("Reset {setting} to {value}", setting=self.field.title, value=before))
        theme.mark(self.label, "changed", differs)
        theme.mark(self.editor.control, "invalid", bool(problem))
        self.error.setText(problem[:1].upper() + problem[1:])
        self.error.setVisible(bool(problem) and self._visible)

    def matches(self, text: str) -> bool:
        return text in f"{self.field.title} {self.field.path} {self.field.help}".lower()

    def set_visible(self, visible: bool) -> None:
        self._visible = visible
        keep = self.reset.sizePolicy()
        keep.setRetainSizeWhenHidden(visible)  # a row that is out of sight takes no room
        self.reset.setSizePolicy(keep)
        self.label.setVisible(visible)
        self.editor.setVisible(visible)
        self.reset.setVisible(visible and self.reset.isEnabled())
        self.error.setVisible(visible and bool(self.error.text()))

    def refresh_icons(self) -> None:
        self.reset.setIcon(icon("reset", theme.current().muted))
        self.editor.refresh_icons()


def _usual(baseline: Experiment, field: SettingField) -> Any:
    """What a field is reset to: the baseline's value, or the default where the baseline has no such field."""
    section, _, name = field.path.partition(".")
    part = getattr(baseline, section) if name else baseline
    return getattr(part, name or section, field.default)


def _description(experiment: Experiment, section: str) -> str:
    """What a dataset, learner or algorithm is, its equation, its paper and the way to its help; else empty."""
    if section not in CHOSEN_BY_KIND:
        return ""
    settings = getattr(experiment, section)
    equation = getattr(settings, "equation", "")
    more = tr("More about {what}", what=said(settings.title))
    link = f"<a href='{place_of(f'{section}.kind', experiment)}'>{_escaped(more)}</a>"
    parts = [said(settings.summary), f"<i>{_escaped(equation)}</i>" if equation else "", settings.paper, link]
    return "<br><br>".join(part for part in parts if part)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(";   ", "<br>")
