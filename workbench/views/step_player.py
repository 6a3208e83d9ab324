"""A slider over the inner steps, or other steps, that can play by itself while it is seen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QStyle, QToolButton, QWidget

from workbench import motion
from workbench import theme as themes
from workbench.icons import icon
from workbench.numbers import count
from workbench.text_size import sized
from workbench.words import said

STEP_MILLISECONDS = 500


class StepSlider(QSlider):
    """A slider whose handle comes to where it is clicked."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            place = round(event.position().x())
            self.setValue(QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), place, self.width()))
        super().mousePressEvent(event)  # the handle is below the pointer now, and can be dragged


class StepPlayer(QWidget):
    """Play, the slider, and which step it is. `name` starts every objectName; `say` words a step and the last one."""

    step_changed = Signal(int)

    def __init__(
        self,
        name: str,
        title: str = "Inner step",
        tip: str = "The inner step whose prediction is shown",
        plays: str = "Play the steps",
        say: Callable[[int, int], str] = lambda step, last: f"Step {count(step)} of {count(last)}",
    ) -> None:
        super().__init__()
        self._plays, self._words = plays, say
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MILLISECONDS)
        self._timer.timeout.connect(self._advance)
        self.play = quiet_button(f"{name}.play", plays)
        self.play.setCheckable(True)
        self.play.toggled.connect(self._set_playing)
        self.slider = StepSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName(f"{name}.step")
        self.slider.setAccessibleName(said(title))
        self.slider.setToolTip(said(tip))
        self.slider.setPageStep(1)
        self.slider.valueChanged.connect(self._tell)
        self._text = QLabel()
        self._text.setProperty("role", "muted")
        sized(self._text, least_width=84)
        row = QHBoxLayout(self)
        row.setContentsMargins(themes.SMALL, 0, 22, themes.TINY)
        row.setSpacing(themes.SMALL)
        row.addWidget(self.play)
        row.addWidget(self.slider, 1)
        row.addWidget(self._text)
        self.set_icons()

    @property
    def step(self) -> int:
        return self.slider.value()

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    def set_last(self, last: int, at: int | None = None) -> None:
        """Steps 0 … `last`; go to the step `at`, or stay where that can be. Nobody is told."""
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(last, 0))
        if at is not None:
            self.slider.setValue(at)
        self.slider.blockSignals(False)
        if last < 1:
            self.play.setChecked(False)
        self.play.setEnabled(last >= 1)
        self._say()

    def clear_text(self) -> None:
        self._text.clear()

    def set_icons(self) -> None:
        theme = themes.current()
        self.play.setIcon(icon("pause" if self.playing else "play", theme.muted, checked=theme.link))
        label = said("Pause" if self.playing else self._plays)
        self.play.setToolTip(label)
        self.play.setAccessibleName(label)

    def _tell(self) -> None:
        self._say()
        self.step_changed.emit(self.step)

    def _say(self) -> None:
        self._text.setText(said(self._words(self.step, self.slider.maximum())))

    def _set_playing(self, on: bool) -> None:
        if on:
            if self.step == self.slider.maximum():
                self.slider.setValue(0)
            self._timer.start()
        else:
            self._timer.stop()
        self.set_icons()

    def _advance(self) -> None:
        """The next step; after the last one it starts again, or ends where motion is reduced."""
        if self.step == self.slider.maximum() and motion.reduced(self):
            self.play.setChecked(False)
        else:
            self.slider.setValue(0 if self.step == self.slider.maximum() else self.step + 1)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.play.setChecked(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.set_icons()


def quiet_button(name: str, tip: str) -> QToolButton:
    """A quiet button that shows its icon alone."""
    made = QToolButton()
    made.setObjectName(name)
    made.setToolTip(said(tip))
    made.setAccessibleName(said(tip))
    made.setProperty("quiet", True)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setIconSize(QSize(themes.ICON_SIZE, themes.ICON_SIZE))
    return made
