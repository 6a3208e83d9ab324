"""A plot to click points onto: they can be dragged, moved with the keys, and taken away."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from core.runs.own_task import MOST_POINTS
from core.runs.tryit import Function, Span
from workbench.numbers import measure
from workbench.views.plot import Plot
from workbench.views.plot_items import Style
from workbench.words import tr, trn

NEAR = 10  # pixels from a point at which it is meant
NUDGE = 0.02  # of the plot's width or height, by an arrow key
TRAIL = 3  # earlier steps that fade behind the chosen one
Point = tuple[float, float]


class PointPlot(Plot):
    """Shows points and the function through them. Whoever listens gives the new points back by `show_points`."""

    edited = Signal(tuple, bool)  # the points as they are now, and whether a new change begins with them

    def __init__(self, name: str) -> None:
        super().__init__(name, "Your points", x_kind="number", x_title="x")
        self.set_x("number", measure, "x")
        self.set_crosshair(False)
        self._points: tuple[Point, ...] = ()
        self._chosen: int | None = None
        self._dragging = self._has_moved = False
        self._x: Span = (0.0, 1.0)
        self.canvas.setToolTip(
            tr(
                "Click to set a point, drag to move it, right-click to take it away.\n"
                "Keys: Insert sets one, Page Up and Page Down choose, arrows move, Delete takes away."
            )
        )
        self.canvas.viewport().installEventFilter(self)
        self.canvas.installEventFilter(self)
        self._room = self.add_curve("y = 0", Style("strong_border", width=1.0), None)
        self._before = self.add_curve("before adapting", Style("muted", dash=True, width=1.6))
        self._trail = [self.add_curve(f"{n} steps earlier", Style("link", strength=0.15 * (TRAIL + 1 - n)), None)
                       for n in range(TRAIL, 0, -1)]  # fmt: skip
        self._now = self.add_curve("the model", Style("link", width=3.0))
        self._ring = self.add_curve("the chosen point", Style("link", line=False, dots=18), None)
        self._dots = self.add_curve("points", Style("text", line=False, dots=12), None)

    def set_frame(self, x: Span, y: Span, color: str) -> None:
        """Where the points of the run's tasks lie, and its colour."""
        self._x = x
        self._room.set(list(x), [0.0, 0.0])
        self.y_frame = y
        for number, curve in enumerate(self._trail):
            curve.style = Style(color, strength=0.18 + 0.14 * number, width=1.2)
        self._now.style = Style(color, width=3.0)
        self.redraw()

    def show_points(self, points: tuple[Point, ...]) -> None:
        self._points = points
        if self._chosen is not None and self._chosen >= len(points):
            self._chosen = None
        ordered = sorted(points)
        self._dots.set([x for x, _ in ordered], [y for _, y in ordered])
        chosen = [] if self._chosen is None else [points[self._chosen]]
        self._ring.set([x for x, _ in chosen], [y for _, y in chosen])
        words = trn(len(points), "Your points: 1 point", "Your points: {n} points", n=len(points))
        where = [tr(", the chosen one at x {x}, y {y}", x=measure(x), y=measure(y)) for x, y in chosen]
        self.canvas.setAccessibleName("".join([words, *where]))
        self.redraw()

    def show_function(self, function: Function | None, step: int) -> None:
        """The function after a step, the earlier ones behind it; without one, none."""
        steps = function.steps if function is not None else ()
        x = function.x if function is not None else ()
        self._before.set(*((x, steps[0]) if step > 0 and steps else ((), ())))
        for age, curve in zip(range(TRAIL, 0, -1), self._trail, strict=True):
            curve.set(*((x, steps[step - age]) if steps and step - age > 0 else ((), ())))
        self._now.set(*((x, steps[step]) if steps else ((), ())))
        self.redraw()

    # -- what a person does -------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mouse and keys are for the points; the wheel still zooms."""
        kinds = QEvent.Type
        if watched is self.canvas:
            return event.type() == kinds.KeyPress and isinstance(event, QKeyEvent) and self._key_moves(event)
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        if event.type() in (kinds.MouseButtonPress, kinds.MouseButtonDblClick):
            self.canvas.setFocus(Qt.FocusReason.MouseFocusReason)
            self._press(event)
        elif event.type() == kinds.MouseMove and self._dragging:
            self._move_chosen(self._at(event.position()), begins=not self._has_moved)
            self._has_moved = True
        elif event.type() == kinds.MouseButtonRelease:
            self._dragging = False
        else:
            return False
        return True

    def _press(self, event: QMouseEvent) -> None:
        near = self._near(event.position())
        if event.button() == Qt.MouseButton.RightButton:
            if near is not None:
                self._remove(near)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._dragging, self._has_moved = True, near is None  # a new point is dragged within the same change
            if near is None:
                self._add(self._at(event.position()))
            else:
                self._chosen = near
                self.show_points(self._points)

    def _key_moves(self, event: QKeyEvent) -> bool:
        (left, right), (bottom, top) = self.box.viewRange()
        moves = {
            Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Down: (0, -1), Qt.Key.Key_Up: (0, 1),
        }  # fmt: skip
        if event.key() in (Qt.Key.Key_Insert, Qt.Key.Key_Return):
            self._add(((self._x[0] + self._x[1]) / 2, (bottom + top) / 2))
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and self._points:
            way = 1 if event.key() == Qt.Key.Key_PageDown else -1
            self._chosen = ((self._chosen if self._chosen is not None else -max(way, 0)) + way) % len(self._points)
            self.show_points(self._points)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._chosen is not None:
            self._remove(self._chosen)
        elif event.key() in moves and self._chosen is not None:
            (x, y), (along, up) = self._points[self._chosen], moves[Qt.Key(event.key())]
            self._move_chosen((x + NUDGE * along * (right - left), y + NUDGE * up * (top - bottom)), begins=True)
        else:
            return False
        return True

    def _add(self, point: Point) -> None:
        if len(self._points) < MOST_POINTS:
            self._chosen = len(self._points)
            self.edited.emit((*self._points, point), True)

    def _remove(self, place: int) -> None:
        self._chosen = None
        self.edited.emit((*self._points[:place], *self._points[place + 1 :]), True)

    def _move_chosen(self, to: Point, begins: bool) -> None:
        if self._chosen is not None:
            x = min(max(to[0], self._x[0]), self._x[1])
            points = list(self._points)
            points[self._chosen] = (x, to[1])
            self.edited.emit(tuple(points), begins)

    def _at(self, position: QPointF) -> Point:
        """The place in the plot below a place on the screen, where a point can be."""
        at = self.box.mapSceneToView(self.canvas.mapToScene(position.toPoint()))
        return min(max(at.x(), self._x[0]), self._x[1]), at.y()

    def place_of(self, point: Point) -> QPointF:
        """Where a point lies on the canvas."""
        return QPointF(self.canvas.mapFromScene(self.box.mapViewToScene(QPointF(*point))))

    def _near(self, position: QPointF) -> int | None:
        """The point that is meant there."""
        away = [(self.place_of(point) - position).manhattanLength() for point in self._points]
        return away.index(min(away)) if away and min(away) <= NEAR else None
