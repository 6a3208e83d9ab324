"""One setting that varies: its title, a control for its values that follows the schema, and what is wrong with them."""

import dataclasses
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QSpinBox,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.problems import ExperimentError
from core.schema import SECTIONS, SettingField
from core.variation import MOST_VALUES, Values, Variation, between, parse, values
from workbench import theme
from workbench.icons import icon
from workbench.setup.editors import NumberBox, tooltip
from workbench.setup.form import LABEL_WIDTH
from workbench.setup.spoken import in_words
from workbench.text_size import sized
from workbench.words import said, tr

_CHOICE_HEIGHT, _CHOICES_SHOWN = 26, 6
_STEPS = 5  # of a range, at first


class VaryRow(QWidget):
    """A row of the dialog. It tells `changed` of every edit, and `removed` when the setting is to vary no longer."""

    changed = Signal()
    removed = Signal()

    def __init__(self, field: SettingField, value: Any) -> None:
        super().__init__()
        self.field = field
        self.editor = _editor_for(field, value)
        self.editor.changed.connect(self.changed)
        small = f"font-size:{theme.scaled(theme.CAPTION_SIZE)}px"
        label = QLabel(f"{field.title}<br><span style='{small}'>{said(SECTIONS[field.section])}</span>")
        label.setWordWrap(True)
        sized(label, width=LABEL_WIDTH)
        label.setToolTip(tooltip(field))
        label.setBuddy(self.editor.first)
        self._remove = QToolButton()
        self._remove.setObjectName(f"vary.{field.path}.remove")
        self._remove.setAccessibleName(tr("Vary {setting} no longer", setting=field.title))
        self._remove.setToolTip(tr("Vary it no longer"))
        self._remove.setProperty("quiet", True)
        self._remove.setIcon(icon("close", theme.current().muted))
        self._remove.clicked.connect(self.removed)
        self._error = QLabel()
        self._error.setObjectName(f"vary.{field.path}.error")
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(theme.SMALL)
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.editor, 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TINY)
        layout.addLayout(line)
        layout.addWidget(self._error)
        self.show_problem("")

    def variation(self) -> Variation:
        """What the person asks for. Raises ExperimentError where it cannot be."""
        return self.editor.variation()

    def show_problem(self, words: str) -> None:
        """Say what is wrong; nothing where nothing is."""
        self._error.setText(words[:1].upper() + words[1:])
        self._error.setVisible(bool(words))
        theme.mark(self.editor.first, "invalid", bool(words))

    def set_random(self, random: bool) -> None:
        """A range that is drawn from needs no number of values."""
        self.editor.set_random(random)


class _Values(QWidget):
    """The base: a control for the values of one field. `first` has the focus and the outline."""

    changed = Signal()
    first: QWidget

    def __init__(self, field: SettingField) -> None:
        super().__init__()
        self.field = field

    def variation(self) -> Variation:
        raise TypeError(f"{type(self).__name__} gives no values")

    def set_random(self, random: bool) -> None:
        """Only ranges are another thing when they are drawn from."""


class _Numbers(_Values):
    """A list of numbers, or a range of them."""

    def __init__(self, field: SettingField, value: Any) -> None:
        super().__init__(field)
        self._how = QComboBox()
        self._how.addItems([tr("Values"), tr("Range")])
        _name(self._how, f"{field.path}.how", tr("{setting}: values or a range", setting=field.title))
        self._text = self.first = QLineEdit(_proposed(field, value))
        _name(self._text, field.path, tr("{setting}: values, with commas between them", setting=field.title))
        self._text.setPlaceholderText("0.01, 0.1" if field.control == "number" else "1, 5, 10")
        self._text.textChanged.connect(self.changed)
        self._low, self._high = (self._box(part) for part in ("low", "high"))
        self._steps = QSpinBox()
        self._steps.setRange(2, MOST_VALUES)
        self._steps.setValue(_STEPS)
        self._steps.setMinimumWidth(112)
        self._steps.setSuffix(tr(" values"))
        self._steps.valueChanged.connect(self.changed)
        _name(self._steps, f"{field.path}.steps", tr("{setting}: how many values", setting=field.title))
        low, high = _ends(field, value)
        self._low.setValue(low)
        self._high.setValue(high)
        spread = QWidget()
        line = QHBoxLayout(spread)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.SMALL)
        for part in (self._low, QLabel(tr("to")), self._high, self._steps):
            line.addWidget(part, 0 if isinstance(part, QLabel) else 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._text)
        self._pages.addWidget(spread)
        self._pages.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._how.currentIndexChanged.connect(self._pages.setCurrentIndex)
        self._how.currentIndexChanged.connect(self.changed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self._how)
        layout.addWidget(self._pages, 1)

    def variation(self) -> Variation:
        if self._how.currentIndex() == 0:
            return parse(self.field, self._text.text())
        steps = None if self._steps.isHidden() else self._steps.value()
        return between(self.field, self._low.value(), self._high.value(), steps)

    def set_random(self, random: bool) -> None:
        self._steps.setVisible(not random)

    def _box(self, part: str) -> Any:
        field = dataclasses.replace(self.field, optional=False)
        box: QSpinBox | NumberBox
        if field.control == "whole":
            box = QSpinBox()
            box.setRange(int(field.minimum or 0), int(min(field.maximum or 2**31 - 1, 2**31 - 1)))
            box.setGroupSeparatorShown(True)
        else:
            box = NumberBox(field)
        box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        box.setMinimumWidth(56)
        box.valueChanged.connect(self.changed)
        end = tr("{setting}: from", setting=field.title) if part == "low" else tr("{setting}: to", setting=field.title)
        _name(box, f"{field.path}.{part}", end)
        return box


class _Choices(_Values):
    """A list in which every choice can be ticked."""

    def __init__(self, field: SettingField, value: Any) -> None:
        super().__init__(field)
        self._list = self.first = QListWidget()
        _name(self._list, field.path, tr("{setting}: which ones", setting=field.title))
        self._list.setProperty("panel", "list")
        titles = field.choices if field.path.endswith(".kind") else {}
        for choice, description in field.choices.items():
            item = QListWidgetItem(titles.get(choice) or in_words(choice))
            item.setData(Qt.ItemDataRole.UserRole, choice)
            item.setToolTip(description)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if choice == value else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        self._list.setFixedHeight(_CHOICE_HEIGHT * min(self._list.count(), _CHOICES_SHOWN) + 4)
        self._list.setMinimumWidth(120)
        self._list.itemChanged.connect(self.changed)
        _fill(self, self._list)

    def variation(self) -> Variation:
        items = [self._list.item(row) for row in range(self._list.count())]
        ticked = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        return values(self.field, [item.data(Qt.ItemDataRole.UserRole) for item in ticked])


class _Switch(_Values):
    """Both states."""

    def __init__(self, field: SettingField, value: Any) -> None:
        super().__init__(field)
        self.first = QLabel(tr("off and on"))
        self.first.setMinimumHeight(theme.CONTROL_HEIGHT)
        _fill(self, self.first)

    def variation(self) -> Variation:
        return Values((False, True))


class _Texts(_Values):
    """Texts with commas between them."""

    def __init__(self, field: SettingField, value: Any) -> None:
        super().__init__(field)
        self._text = self.first = QLineEdit(str(value))
        self._text.setPlaceholderText(tr("one, another"))
        _name(self._text, field.path, tr("{setting}: values, with commas between them", setting=field.title))
        self._text.textChanged.connect(self.changed)
        _fill(self, self._text)

    def variation(self) -> Variation:
        return parse(self.field, self._text.text())


_EDITORS: dict[str, type[Any]] = {"whole": _Numbers, "number": _Numbers, "switch": _Switch, "choice": _Choices}


def _editor_for(field: SettingField, value: Any) -> _Values:
    made: _Values = _EDITORS.get(field.control, _Texts)(field, value)
    return made


def _name(widget: QWidget, part: str, words: str) -> None:
    widget.setObjectName(f"vary.{part}")
    widget.setAccessibleName(words)


def _fill(holder: QWidget, widget: QWidget) -> None:
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget)


def _proposed(field: SettingField, value: Any) -> str:
    """Values to begin with: three seeds; on a logarithmic scale those around the present one; else that one alone."""
    around = [value + more for more in range(3)] if field.path == "seed" else [value]
    if field.log and value:
        around = [near for factor in (0.1, 1.0, 10.0) if _allowed(field, near := float(f"{value * factor:.3g}"))]
    return str(Values(tuple(around)))


def _ends(field: SettingField, value: Any) -> tuple[Any, Any]:
    """A range to begin with, around the present value."""
    low, high = (float(f"{(value or 1) * factor:.3g}") for factor in (0.1, 10.0))
    return (int(low), int(high)) if field.control == "whole" else (low, high)


def _allowed(field: SettingField, value: float) -> bool:
    try:
        values(field, [value])
    except ExperimentError:
        return False
    return True
