"""A sheet to draw on with mouse or pen, which also takes pictures: dropped, pasted or chosen from a file."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from core.runs.own_task import BLANK, MOST_POINTS, Example
from core.tasks.handwriting import Look
from core.tasks.photographs import LIMITS, SUFFIXES
from workbench import dialogs
from workbench import theme as themes
from workbench.views.tiles import enlarged
from workbench.words import said, tr

ROUND = 6.0  # of the corners
STEP = 0.004  # of the side: a pen that moved less did not move


class DrawingPad(QWidget):
    """Shows an example, and tells of every change of it; whoever listens gives the new one back by `show_example`."""

    edited = Signal(object, bool)  # the Example as it is now, and whether a new change begins with it
    brought = Signal(bytes, str)  # a picture file's bytes, and what it is called
    refused = Signal(str)  # why a file was not taken

    def __init__(self, name: str, title: str, invitation: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self._title, self._invitation = title, said(invitation)
        self._example = BLANK
        self._pen = 0.06
        self._is_drawing = self._is_nearest = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setToolTip(tr("Draw with mouse or pen; drop or paste a picture. Delete clears, Enter shows more."))
        self._say()

    def show_example(self, example: Example, look: Look | None) -> None:
        """Show what is on the sheet now, with a pen as thick as that of the data."""
        if look is not None:
            self._pen = 0.7 * look.pen / look.extent
        if example != self._example:
            self._example = example
            self._say()
        self.update()

    def show_nearest(self, is_nearest: bool) -> None:
        """Whether this is the example that is most like the query."""
        if is_nearest != self._is_nearest:
            self._is_nearest = is_nearest
            self._say()
            self.update()

    @property
    def example(self) -> Example:
        return self._example

    @property
    def is_nearest(self) -> bool:
        return self._is_nearest

    def _say(self) -> None:
        what = tr("blank") if self._example.is_blank else tr("drawn") if self._example.strokes else tr("picture")
        words = tr("{sheet}: {what}, nearest to the query") if self._is_nearest else tr("{sheet}: {what}")
        self.setAccessibleName(words.format(sheet=said(self._title), what=what))

    # -- drawing ------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._put_down(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move_to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_drawing = False

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen says more often where it is than the mouse would in its place."""
        if event.type() == QTabletEvent.Type.TabletPress and event.button() == Qt.MouseButton.LeftButton:
            self._put_down(event.position())
        elif event.type() == QTabletEvent.Type.TabletMove:
            self._move_to(event.position())
        elif event.type() == QTabletEvent.Type.TabletRelease:
            self._is_drawing = False
        event.accept()

    def _put_down(self, at: QPointF) -> None:
        """A new stroke; a picture makes room for it."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if len(self._example.strokes) >= MOST_POINTS:
            return
        self._is_drawing = True
        self.edited.emit(Example((*self._example.strokes, (self._place(at),))), True)

    def _move_to(self, at: QPointF) -> None:
        if not self._is_drawing or not self._example.strokes:
            return
        *before, stroke = self._example.strokes
        x, y = self._place(at)
        moved = max(abs(x - stroke[-1][0]), abs(y - stroke[-1][1]))
        if moved >= STEP and len(stroke) < MOST_POINTS:
            self.edited.emit(Example((*before, (*stroke, (x, y)))), False)

    def _place(self, at: QPointF) -> tuple[float, float]:
        return (min(max(at.x() / self.width(), 0.0), 1.0), min(max(at.y() / self.height(), 0.0), 1.0))

    def clear(self) -> None:
        """Take away what is on the sheet, or the sheet, where its class has more."""
        self.edited.emit(BLANK, True)

    # -- pictures -----------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _pictures(event.mimeData()) or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._take(event.mimeData())
        event.acceptProposedAction()

    def paste(self) -> None:
        """Take the picture, or the picture file, from the clipboard."""
        if not self._take(QGuiApplication.clipboard().mimeData()):
            self.refused.emit(tr("The clipboard holds no picture."))

    def choose(self) -> None:
        """Let a person choose a picture file."""
        dialogs.choose_file(
            self,
            tr("Choose a picture"),
            self._read,
            save=False,
            suffix=" *".join(SUFFIXES),
            proposal="",
            kind=tr("Pictures"),
        )

    def _take(self, data: QMimeData) -> bool:
        files = _pictures(data)
        if files:
            self._read(files[0])
        elif data.hasImage():
            image = QImage(data.imageData())
            kept = QByteArray()
            buffer = QBuffer(kept)
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            image.save(buffer, "PNG")
            self.brought.emit(bytes(kept.data()), "The picture")
        return bool(files) or data.hasImage()

    def _read(self, path: str) -> None:
        file = Path(path)
        try:
            if file.stat().st_size > LIMITS.member_bytes:
                self.refused.emit(f"{file.name} is larger than {LIMITS.member_bytes:,} bytes.")
                return
            data = file.read_bytes()
        except OSError as error:
            self.refused.emit(f"{file.name} cannot be read: {error.strerror or error}.")
            return
        self.brought.emit(data, file.name)

    # -- keys and the menu --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._menu().popup(self.mapToGlobal(self.rect().center()))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._menu().popup(event.globalPos())

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName(f"{self.objectName()}.menu")
        menu.addAction(tr("Choose a picture…"), self.choose)
        menu.addAction(tr("Paste"), self.paste)
        menu.addAction(tr("Clear"), self.clear).setEnabled(not self._example.is_blank)
        return menu

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        shape = QPainterPath()
        shape.addRoundedRect(sheet, ROUND, ROUND)
        painter.fillPath(shape, QColor(theme.surface))
        painter.setClipPath(shape)
        if self._example.picture is not None:
            self._paint_picture(painter, sheet)
        elif self._example.strokes:
            self._paint_strokes(painter, QColor(theme.text))
        else:
            self._paint_invitation(painter, QColor(theme.muted))
        painter.setClipping(False)
        strong = self._is_nearest or self.hasFocus()
        edge = QColor(theme.right if self._is_nearest else theme.link if strong else theme.strong_border)
        painter.setPen(QPen(edge, 3.0 if self._is_nearest else 1.5 if strong else 1.0))
        painter.drawRoundedRect(sheet, ROUND, ROUND)
        painter.end()

    def _paint_picture(self, painter: QPainter, sheet: QRectF) -> None:
        assert self._example.picture is not None
        pixels = self._example.picture.pixels
        image = enlarged(pixels[0] if len(pixels) == 1 else pixels.transpose(1, 2, 0), 1)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(sheet, image)

    def _paint_strokes(self, painter: QPainter, color: QColor) -> None:
        side = self.width()
        ends, joins = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(color, max(self._pen * side, 2.0), Qt.PenStyle.SolidLine, ends, joins))
        for stroke in self._example.strokes:
            points = [QPointF(x * side, y * side) for x, y in stroke]
            if len(points) == 1:
                painter.drawPoint(points[0])
            else:
                painter.drawPolyline(points)

    def _paint_invitation(self, painter: QPainter, color: QColor) -> None:
        if self._invitation:
            room = self.rect().adjusted(themes.SMALL, 0, -themes.SMALL, 0)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            font = QFont(self.font())
            for size in (themes.TITLE_SIZE, themes.TEXT_SIZE, themes.CAPTION_SIZE):  # the largest that fits
                font.setPixelSize(themes.scaled(size))
                if room.contains(QFontMetrics(font).boundingRect(room, flags, self._invitation)):
                    break
            painter.setFont(font)
            painter.setPen(color)
            painter.drawText(room, flags, self._invitation)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


def _pictures(data: QMimeData) -> list[str]:
    """The picture files in what is dragged or pasted."""
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.lower().endswith(SUFFIXES)]
