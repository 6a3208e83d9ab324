"""One control for each sort of setting. All speak alike: `show_value` goes in, `edited` comes out."""

import math
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QStandardItemModel, QValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QSpinBox,
    QToolButton,
    QWidget,
)

from core.schema import SettingField
from workbench import theme
from workbench.icons import icon
from workbench.setup.spoken import in_words
from workbench.text_size import sized
from workbench.words import said, tr

_SLIDER_STEPS_PER_DECADE = 20
_MANTISSAS = (1.0, 2.0, 5.0)  # where a log step stops


class Editor(QWidget):
    """The base: a control for one field. `control` is the widget that has the focus, the name and the outline."""

    edited = Signal(object)  # a new value, made by the person

    def __init__(self, field: SettingField, control: QWidget) -> None:
        super().__init__()
        self.field, self.control = field, control
        control.setObjectName(field.path)
        control.setMinimumWidth(72)  # a long unit may not widen the panel
        unit = f", {field.unit}" if field.unit else ""
        control.setAccessibleName(f"{field.title}{unit}")
        control.setAccessibleDescription(field.help)
        control.setToolTip(tooltip(field))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.SMALL)
        self._row.addWidget(control, 1)
        self.setFocusProxy(control)
        control.installEventFilter(_UndoOfTheSetup(control))

    def show_value(self, value: Any) -> None:
        """Show a value without telling that it was edited."""
        self.control.blockSignals(True)
        self._display(value)
        self.control.blockSignals(False)

    def refresh_icons(self) -> None:
        """Draw what icons there are in the colours of the theme."""

    def _display(self, value: Any) -> None:
        """Put a value into the control; each editor has its own."""
        raise TypeError(f"{type(self).__name__} shows no values")


_SINGULAR = {
    "channels": "channel", "classes": "class", "evaluations": "evaluation", "examples": "example",
    "iterations": "iteration", "points": "point", "steps": "step", "tasks": "task", "units": "unit",
}  # fmt: skip


class _QuietWheel(QObject):
    """Keeps the wheel for scrolling the form: a control takes it only while it has the focus."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


class WholeEditor(Editor):
    def __init__(self, field: SettingField) -> None:
        box = self._box = QSpinBox()
        super().__init__(field, box)
        lowest = int(field.minimum or 0)
        self._nothing = lowest - 1  # stands for None
        box.setRange(self._nothing if field.optional else lowest, int(min(field.maximum or 2**31 - 1, 2**31 - 1)))
        if field.optional:
            box.setSpecialValueText(field.empty)
        box.setSingleStep(int(field.step or 1))
        box.setGroupSeparatorShown(True)
        box.setKeyboardTracking(False)
        box.valueChanged.connect(self._count)
        self._count(box.value())
        _keep_wheel_for_scrolling(box)
        box.valueChanged.connect(self._tell)

    def _display(self, value: Any) -> None:
        self._box.setValue(self._nothing if value is None else value)
        self._count(self._box.value())  # signals are blocked while a value is shown

    def _count(self, value: int) -> None:
        """1 step, 2 steps."""
        unit = _SINGULAR.get(self.field.unit, self.field.unit) if value == 1 else self.field.unit
        self._box.setSuffix(f" {unit}" if unit else "")

    def _tell(self, value: int) -> None:
        self.edited.emit(None if self.field.optional and value == self._nothing else value)


class NumberBox(QDoubleSpinBox):
    """A spin box for numbers of any size: shown with the digits that they need, stepped 1-2-5 where log."""

    def __init__(self, field: SettingField) -> None:
        super().__init__()
        self._field = field
        self.setDecimals(12)
        lowest = 0.0 if field.minimum is None else field.minimum
        self._nothing = -1.0
        self.setRange(self._nothing if field.optional else lowest, field.maximum or 1e12)
        if field.optional:
            self.setSpecialValueText(field.empty)
        self.setSingleStep(field.step or 0.1)
        self.setKeyboardTracking(False)

    def textFromValue(self, value: float) -> str:
        return self.locale().toString(value, "g", 6)

    def valueFromText(self, text: str) -> float:
        if self._field.optional and text.strip() in ("", self.specialValueText()):
            return self._nothing
        return self.locale().toDouble(text.strip())[0]

    def validate(self, text: str, position: int) -> object:
        bare = text.strip()
        number, good = self.locale().toDouble(bare)
        if good and math.isfinite(number) and self.minimum() <= number <= self.maximum():
            return (QValidator.State.Acceptable, text, position)
        if self._field.optional and bare in ("", self.specialValueText()):
            return (QValidator.State.Acceptable, text, position)
        return (QValidator.State.Intermediate, text, position)

    def stepBy(self, steps: int) -> None:
        value = self.value()
        if not self._field.log or value <= 0:
            super().stepBy(steps)
            return
        for _ in range(abs(steps)):
            value = _next_round(value, up=steps > 0)
        self.setValue(value)
        self.selectAll()


class NumberEditor(Editor):
    def __init__(self, field: SettingField) -> None:
        self._box = NumberBox(field)
        super().__init__(field, self._box)
        _keep_wheel_for_scrolling(self._box)
        self._box.valueChanged.connect(self._tell)
        self._slider: QSlider | None = None
        if field.log:
            self._slider = QSlider(Qt.Orientation.Horizontal)
            self._slider.setObjectName(f"{field.path}.slider")
            self._slider.setAccessibleName(tr("{setting}, on a logarithmic scale", setting=field.title))
            self._slider.setToolTip(tooltip(field))
            highest = max(1, math.ceil(math.log10(field.default)) + 1) if field.default else 1
            self._slider.setRange(*(round(power * _SLIDER_STEPS_PER_DECADE) for power in (-5, highest)))
            self._slider.valueChanged.connect(self._slid)
            _keep_wheel_for_scrolling(self._slider)
            self._row.setStretch(0, 0)
            sized(self._box, width=104)
            self._slider.setMinimumWidth(20)
            self._row.addWidget(self._slider, 1)

    def _display(self, value: Any) -> None:
        self._box.setValue(-1.0 if value is None else value)
        self._place_slider(value)

    def _tell(self, value: float) -> None:
        self._place_slider(value)
        self.edited.emit(None if self.field.optional and value < 0 else value)

    def _slid(self, place: int) -> None:
        self._box.setValue(float(f"{10 ** (place / _SLIDER_STEPS_PER_DECADE):.2g}"))

    def _place_slider(self, value: float | None) -> None:
        if self._slider is not None and value is not None and value > 0:
            self._slider.blockSignals(True)
            self._slider.setValue(round(math.log10(value) * _SLIDER_STEPS_PER_DECADE))
            self._slider.blockSignals(False)


class SwitchEditor(Editor):
    def __init__(self, field: SettingField) -> None:
        self._box = QCheckBox()
        super().__init__(field, self._box)
        self._box.toggled.connect(lambda on: self.edited.emit(on))

    def _display(self, value: Any) -> None:
        self._box.setChecked(value)


class ChoiceEditor(Editor):
    def __init__(self, field: SettingField) -> None:
        box = self._box = QComboBox()
        super().__init__(field, box)
        is_kind = field.path.endswith(".kind")
        for value, description in field.choices.items():
            if value in field.headings:
                _add_heading(box, field.headings[value])
            box.addItem(description if is_kind else in_words(value), value)
            box.setItemData(box.count() - 1, description, Qt.ItemDataRole.ToolTipRole)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        _keep_wheel_for_scrolling(box)
        box.currentIndexChanged.connect(lambda index: self.edited.emit(box.itemData(index)))

    def _display(self, value: Any) -> None:
        self._box.setCurrentIndex(self._box.findData(value))


def _add_heading(box: QComboBox, text: str) -> None:
    """A line among the choices that says what the next ones are, and cannot be chosen."""
    box.addItem(text)
    cast(QStandardItemModel, box.model()).item(box.count() - 1).setEnabled(False)


class TextEditor(Editor):
    def __init__(self, field: SettingField) -> None:
        self._line = QLineEdit()
        super().__init__(field, self._line)
        self._line.editingFinished.connect(self._tell)
        self._shown = ""

    def _display(self, value: Any) -> None:
        self._shown = value
        self._line.setText(value)

    def _tell(self) -> None:
        if self._line.text() != self._shown:
            self._shown = self._line.text()
            self.edited.emit(self._shown)


class FolderEditor(TextEditor):
    def __init__(self, field: SettingField) -> None:
        super().__init__(field)
        browse = self._button = QToolButton()
        self.refresh_icons()
        browse.setObjectName(f"{field.path}.browse")
        browse.setAccessibleName(tr("Choose: {what}", what=field.title))
        browse.setToolTip(tr("Choose a folder"))
        browse.clicked.connect(self._browse)
        self._row.addWidget(browse)

    def refresh_icons(self) -> None:
        self._button.setIcon(icon("folder"))

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.field.title, self._line.text())
        if folder:
            self._line.setText(folder)
            self._tell()


class LinesEditor(Editor):
    def __init__(self, field: SettingField) -> None:
        self._text = QPlainTextEdit()
        super().__init__(field, self._text)
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(64)
        self._text.installEventFilter(self)
        self._shown = ""

    def _display(self, value: Any) -> None:
        if value != self._text.toPlainText():
            self._text.setPlainText(value)
        self._shown = value

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self._text.toPlainText() != self._shown:
            self._shown = self._text.toPlainText()
            self.edited.emit(self._shown)
        return False


_EDITORS: dict[str, type[Any]] = {
    "whole": WholeEditor,
    "number": NumberEditor,
    "switch": SwitchEditor,
    "choice": ChoiceEditor,
    "text": TextEditor,
    "folder": FolderEditor,
    "lines": LinesEditor,
}


def editor_for(field: SettingField) -> Editor:
    """The control that fits a field."""
    made: Editor = _EDITORS[field.control](field)
    return made


def tooltip(field: SettingField) -> str:
    """Meaning, range, default and source, and the way to the help, as rich text of bounded width."""
    lines = [f"<b>{field.title}</b>", field.help]
    if field.control == "choice" and not field.path.endswith(".kind"):
        lines += [f"<b>{in_words(value)}</b> – {text}" for value, text in field.choices.items()]
    if field.range:
        lines.append(tr("Range: {range}", range=f"{said(field.range)} {field.unit}".strip()))
    if field.default is not None and field.control not in ("text", "lines", "folder"):
        lines.append(tr("Default: {value}", value=said(field.default_words)))
    if field.optional:
        lines.append(tr("Empty: {meaning}", meaning=field.empty))
    if field.source:
        lines.append(tr("Source: {paper}", paper=field.source))
    lines.append(f"<i>{tr('More: F1')}</i>")
    return "<div style='max-width:320px'>" + "<br>".join(lines) + "</div>"


def _next_round(value: float, up: bool) -> float:
    """The next of 1, 2, 5, 10, 20, 50, … above or below a value."""
    power = math.floor(math.log10(value))
    candidates = [m * 10.0**p for p in (power - 1, power, power + 1) for m in _MANTISSAS]
    beyond = [c for c in candidates if (c > value * 1.0001 if up else c < value * 0.9999)]
    return float(f"{min(beyond) if up else max(beyond):.6g}")


class _UndoOfTheSetup(QObject):
    """Hands the keys of undo and redo on to the window where the text itself has nothing to take back."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        line = watched if isinstance(watched, QLineEdit) else watched.findChild(QLineEdit)
        if line is None:
            return False
        undo, redo = (event.matches(key) for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo))
        if (undo and not line.isUndoAvailable()) or (redo and not line.isRedoAvailable()):
            event.ignore()
            return True
        return False


def _keep_wheel_for_scrolling(widget: QWidget) -> None:
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(_QuietWheel(widget))
