"""One plot, as every view uses it: themed axes, curves in place, a crosshair, and a zoom that new data leave alone.

The range is the plot's own affair, not pyqtgraph's: it follows the data until a person zooms, and again after `fit`.
Keys on a focused plot: arrows move, + and − zoom, 0 fits.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench import theme as themes
from workbench.numbers import Format, count, measure
from workbench.views.axis import Axis
from workbench.views.canvas import Box, Canvas
from workbench.views.overlays import Message, Readout
from workbench.views.plot_items import Curve, Frame, Mark, Rule, Style
from workbench.views.span import Span
from workbench.words import said


class Plot(QWidget):
    """A plot with curves. Set the data of curves and marks, then call `redraw` once."""

    hovered = Signal(object)  # the x under the pointer, or None
    zoomed = Signal(bool)  # whether a person holds the range

    def __init__(
        self,
        name: str,
        title: str,
        *,
        x_kind: str = "count",
        y_kind: str = "number",
        x_title: str = "",
        y_format: Format = measure,
    ) -> None:
        """`name` is the objectName, `title` what a screen reader and the CSV call the plot."""
        super().__init__()
        self.setObjectName(name)
        self.title = title
        self.x_format: Format = count
        self.y_format = y_format
        self.x_name = x_title or "x"
        self.curves: list[Curve] = []
        self.log = False
        self.y_frame: tuple[float, float] | None = None  # heights that the picture holds whatever is drawn
        self._marks: list[Mark | Rule] = []
        self._held_y = False
        self.stale = True  # whether what was set while it could not be seen has still to be drawn
        self._crosshair = True
        self._paper_ratio: float | None = None
        self._empty = ("Nothing to show yet", "")

        self.box = Box(enableMenu=False)
        self.x_axis, self.y_axis = Axis("bottom", x_kind), Axis("left", y_kind)
        self.canvas = Canvas(viewBox=self.box, axisItems={"bottom": self.x_axis, "left": self.y_axis})
        self.canvas.setFrameShape(self.canvas.Shape.NoFrame)
        self.canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.canvas.setObjectName(f"{name}.canvas")
        self.canvas.setAccessibleName(said(title))
        self.canvas.setMinimumHeight(56)
        self.canvas.getPlotItem().hideButtons()
        self.canvas.getPlotItem().setMenuEnabled(False)
        self.canvas.getPlotItem().layout.setContentsMargins(0, 4, 22, 0)
        for axis in (self.x_axis, self.y_axis):
            axis.setZValue(-1000)  # the grid lies under the data
        self.box.disableAutoRange()
        self.box.setDefaultPadding(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.canvas)
        self.setFocusProxy(self.canvas)

        self._span = Span([self])
        self._line = pg.InfiniteLine(angle=90, movable=False)
        self._line.setZValue(900)
        self._line.hide()
        self.box.addItem(self._line, ignoreBounds=True)
        self._readout = Readout(self)
        self._message = Message(self)

        self.box.sigXRangeChanged.connect(self._x_changed)
        self.box.sigResized.connect(self._x_changed)
        self.box.sigRangeChangedManually.connect(self._hold)
        self.box.fit_asked.connect(self.fit)
        self.canvas.key_pressed.connect(self._key)
        self.canvas.pointer_moved.connect(self._pointer)
        self.set_x(x_kind, count, x_title)
        self._set_theme()

    # -- what is in it ------------------------------------------------------------------------------------------

    def add_curve(self, name: str, style: Style, read_as: str | None = "") -> Curve:
        """A new curve, drawn over the earlier ones. The crosshair calls it `read_as`, its name if empty, or None:
        it does not read it."""
        curve = Curve(self.box, name, style, len(self.curves), name if read_as == "" else read_as)
        self.curves.append(curve)
        return curve

    def add_mark(self, color: str) -> Mark:
        mark = Mark(self.box, color)
        self._marks.append(mark)
        return mark

    def add_rule(self, x: float, text: str) -> None:
        """A dashed vertical line with a word."""
        self._marks.append(Rule(self.box, x, text))

    def clear(self) -> None:
        """Remove every curve, mark and rule."""
        for item in (*self.curves, *self._marks):
            item.remove()
        self.curves, self._marks = [], []
        self.y_frame = None

    def set_empty(self, title: str, line: str) -> None:
        """What is said while there is nothing to draw."""
        self._empty = (title, line)

    def set_x(self, kind: str, form: Format, title: str) -> None:
        """What x is: the axis' kind, how the crosshair writes it, and the axis' title."""
        self.x_axis.set_kind(kind)
        self.x_format, self.x_name = form, title or "x"
        self.x_axis.showLabel(bool(title))
        self._label_x()

    def set_y(self, kind: str, form: Format) -> None:
        self.y_axis.set_kind(kind)
        self.y_format = form

    def set_log(self, log: bool) -> None:
        """A logarithmic y axis; values that have no logarithm are left out."""
        if log == self.log:
            return
        self.log = log
        self._held_y = False
        self.y_axis.setLogMode(y=log)
        self.redraw()

    def set_crosshair(self, on: bool) -> None:
        self._crosshair = on
        self.show_crosshair(None)

    def link_x(self, other: "Plot") -> None:
        """Share the x range and the crosshair with another plot."""
        self._span.plots.append(other)
        other._span = self._span
        self.hovered.connect(other.show_crosshair)
        other.hovered.connect(self.show_crosshair)

    # -- drawing ------------------------------------------------------------------------------------------------

    def redraw(self) -> None:
        """Show the curves' data as they are now, here and in linked plots."""
        self._span.redraw()

    def x_ends(self) -> list[float]:
        if self.isHidden():
            return []
        return [float(end) for curve in self.curves if len(curve.x) for end in (curve.x[0], curve.x[-1])]

    def draw(self) -> None:
        """Draw what lies in the x range; later, if the plot cannot be seen now."""
        if not self.isVisible():
            self.stale = True
            return
        theme = themes.current()
        low, high = self.box.viewRange()[0]
        pixels = max(int(self.box.width()), 1)
        frame = Frame(theme, (low, high), pixels, self.log, self.canvas.devicePixelRatioF())
        if self._paper_ratio is not None:
            frame = replace(frame, ratio=self._paper_ratio, heights=tuple(self.box.viewRange()[1]))
        extents = [curve.draw(frame) for curve in self.curves]
        known = [extent for extent in extents if extent]
        if not self._held_y and self._paper_ratio is None:
            self._fit_y([*known, self.y_frame] if self.y_frame and known and not self.log else known)
        for mark in self._marks:
            mark.draw(frame)
        self._tell_emptiness(bool(known))
        self.canvas.scene().prepareForPaint()  # otherwise done while painting, which would call for another paint

    @contextmanager
    def on_paper(self, ratio: float) -> Iterator[None]:
        """As long as this lasts, the plot is drawn for a file: no crosshair, and every line ends at the edge."""
        self.show_crosshair(None)
        self._paper_ratio = ratio
        self.draw()
        try:
            yield
        finally:
            self._paper_ratio = None
            self.draw()

    def _fit_y(self, extents: list[tuple[float, float]]) -> None:
        low, high = (min(low for low, _ in extents), max(high for _, high in extents)) if extents else (0.0, 1.0)
        if high - low <= 1e-9 * max(abs(low), abs(high)):
            margin = 0.05 * abs(high) or 0.5
        else:
            margin = 0.06 * (high - low)
        self.box.setYRange(low - margin, high + margin, padding=0)

    def _tell_emptiness(self, drawn: bool) -> None:
        if drawn and not self._message.isVisible():
            return
        self._message.setVisible(not drawn)
        for axis in (self.x_axis, self.y_axis):
            axis.setOpacity(1.0 if drawn else 0.0)  # numbers of an empty axis say nothing; its place is kept
        if drawn:
            return
        if any((curve.y > 0).any() for curve in self.curves) or (not self.log and self._any_value()):
            self._message.tell("Nothing in this range", "Press Fit to see everything.")
        elif self.log and self._any_value():
            self._message.tell("No positive values", "A logarithmic axis cannot show them. Turn Log y off.")
        else:
            self._message.tell(*self._empty)
        self._place_message()

    def _any_value(self) -> bool:
        return any(np.isfinite(curve.y).any() for curve in self.curves)

    # -- the range ----------------------------------------------------------------------------------------------

    @property
    def held(self) -> bool:
        """Whether a person chose the range."""
        return self._held_y or self._span.held

    def fit(self) -> None:
        """Show everything, and follow new data again."""
        self._span.held = False
        for plot in self._span.plots:
            plot._held_y = False
        self.redraw()
        self._tell_zoom()

    def _hold(self, axes: list[bool]) -> None:
        self._span.held = self._span.held or bool(axes[0])
        self._held_y = self._held_y or bool(axes[1])
        self._tell_zoom()

    def _tell_zoom(self) -> None:
        for plot in self._span.plots:
            plot.zoomed.emit(plot.held)

    def _x_changed(self) -> None:
        self._span.changed_by(self)

    def _key(self, event: QKeyEvent) -> None:
        (left, right), (bottom, top) = self.box.viewRange()
        step_x, step_y = 0.1 * (right - left), 0.1 * (top - bottom)
        moves: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Left: lambda: self.box.translateBy(x=-step_x),
            Qt.Key.Key_Right: lambda: self.box.translateBy(x=step_x),
            Qt.Key.Key_Down: lambda: self.box.translateBy(y=-step_y),
            Qt.Key.Key_Up: lambda: self.box.translateBy(y=step_y),
            Qt.Key.Key_Plus: lambda: self.box.scaleBy(x=0.8),
            Qt.Key.Key_Equal: lambda: self.box.scaleBy(x=0.8),
            Qt.Key.Key_Minus: lambda: self.box.scaleBy(x=1.25),
        }
        if event.key() == Qt.Key.Key_0:
            event.accept()
            self.fit()
        elif event.key() in moves:
            event.accept()
            vertical = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            self._hold([not vertical, vertical])
            moves[event.key()]()

    # -- the crosshair ------------------------------------------------------------------------------------------

    def _pointer(self, position: QPointF | None) -> None:
        x = None
        if position is not None:
            at = self.canvas.mapToScene(position.toPoint())
            if self.box.sceneBoundingRect().contains(at):
                x = self.box.mapSceneToView(at).x()
        self.show_crosshair(x)
        self.hovered.emit(x)

    def show_crosshair(self, x: float | None) -> None:
        """Read all curves at x; None takes the crosshair away."""
        rows = self.readings(x) if x is not None and self._crosshair else []
        self._line.setVisible(bool(rows))
        self._readout.setVisible(bool(rows))
        if not rows or x is None:
            return
        self._line.setPos(x)
        scene = self.box.mapViewToScene(QPointF(x, self.box.viewRange()[1][1]))
        self._readout.tell(f"{self.x_name} {self.x_format(x)}", rows, self.canvas.mapFromScene(scene))

    def readings(self, x: float) -> list[tuple[str, str, str]]:
        """Name, colour and value of each curve at the row nearest to x."""
        found = []
        for curve in self.curves:
            row = curve.nearest(x) if curve.read_as is not None else None
            if row is not None:
                found.append((curve.read_as, curve.style.color, self.y_format(float(curve.y[row]))))
        return found

    # -- looks --------------------------------------------------------------------------------------------------

    def _label_x(self) -> None:
        if self.x_axis.label.isVisible():
            size = f"{themes.scaled(themes.CAPTION_SIZE)}px"
            self.x_axis.setLabel(said(self.x_name), **{"color": themes.current().muted, "font-size": size})

    def _set_theme(self) -> None:
        theme = themes.current()
        self.canvas.setBackground(theme.surface)
        self.x_axis.set_theme(theme)
        self.y_axis.set_theme(theme)
        self._label_x()
        self._line.setPen(pg.mkPen(theme.disabled, width=1))
        self._readout.set_theme(theme)

    def _place_message(self) -> None:
        self._message.setGeometry(self.rect().adjusted(themes.HUGE, 0, -themes.HUGE, 0))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._set_theme()
            self.draw()

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._place_message()

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)
        if self.stale:
            self.redraw()
