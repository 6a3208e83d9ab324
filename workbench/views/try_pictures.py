"""Trying a run that tells pictures apart: the classes at the left, the query at the right, live."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from core.runs.own_task import Example, PictureTask
from core.runs.tryit import Prediction
from core.tasks.handwriting import Look
from workbench import theme as themes
from workbench.numbers import percent
from workbench.views.drawing_pad import DrawingPad
from workbench.views.tiles import enlarged, letter_of
from workbench.views.try_board import BoardArea, TryBoard
from workbench.words import said, tr

SIDE = themes.SMALL + 2  # between the page's edge and what is on it
HEAD, FOOT = 26, 80  # heights above and below the query's sheet
SMALLEST = 104  # of the query's sheet
VERDICT = 220  # the least room for words beside the preview
SPACES = {
    "features": "The example whose features, as the network has them, are nearest to those of the query",
    "pixels": "The example whose pixels are nearest to those of the query; this model has no features to compare",
}


class PicturePage(QWidget):
    """The page. It tells what a person does, and shows the task and the prediction that it is given."""

    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tryit.pictures")
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.board = TryBoard()
        self.area = BoardArea(self.board)
        self.query = DrawingPad("tryit.query", "Query", "Draw here what the model shall recognise")
        self.preview = Preview()
        self._title, self._verdict, self._nearest = QLabel(tr("Query")), QLabel(), QLabel()
        for label, name, role in (
            (self._title, "query_title", "section"), (self._verdict, "verdict", "display"),
            (self._nearest, "nearest", "muted"),
        ):  # fmt: skip
            label.setObjectName(f"tryit.{name}")
            label.setProperty("role", role)
        self._nearest.setWordWrap(True)
        self._nearest.setAlignment(Qt.AlignmentFlag.AlignTop)
        for widget in (self.area, self._title, self.query, self.preview, self._verdict, self._nearest):
            widget.setParent(self)
        self.setMinimumHeight(HEAD + SMALLEST + FOOT + themes.MEDIUM)
        self.board.refused.connect(self.refused)
        self.query.refused.connect(self.refused)

    def show_task(self, task: PictureTask, look: Look, in_hand: Example) -> None:
        """Show the task; the preview shows what the model sees of the example that was changed last."""
        self.board.show_task(task, look)
        self.query.show_example(task.query, look)
        self.preview.show_example(in_hand, look)
        for earlier, later in pairwise([*self.board.pads, self.query]):
            QWidget.setTabOrder(earlier, later)

    def show_prediction(self, prediction: Prediction | None, places: list[tuple[int, int]], hint: str) -> None:
        """What the model says of the query; `places` are the class and place of each example of the support set.

        Without a prediction, `hint` says what is missing.
        """
        if prediction is None:
            self.board.show_prediction({}, None)
            self._verdict.setText("")
            self._nearest.setText(said(hint))
            self._nearest.setToolTip("")
            self._place()
            return
        classes = sorted({way for way, _ in places})
        shares = dict(zip(classes, prediction.probabilities, strict=True))
        nearest = places[prediction.nearest]
        self.board.show_prediction(shares, nearest)
        likeliest = max(shares, key=lambda way: shares[way])
        self._verdict.setText(f"{letter_of(likeliest)}  {percent(shares[likeliest], 0)}")
        where = {"what": said(prediction.space), "class": letter_of(nearest[0])}
        self._nearest.setText(tr("Nearest by {what}: {class}").format_map(where))
        self._nearest.setToolTip(said(SPACES[prediction.space]))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._place()

    def _place(self) -> None:
        """The query as large as there is room, at most half of the page. A hint has the place of the verdict too."""
        head, foot, verdict = themes.scaled(HEAD), themes.scaled(FOOT), themes.scaled(30) if self._verdict.text() else 0
        room = self.rect().adjusted(SIDE, 0, -SIDE, -themes.MEDIUM)
        side = max(min(room.height() - head - foot, int(room.width() * 0.46)), SMALLEST)
        panel = max(side, VERDICT)
        left = room.right() - panel + 1
        self.query.setGeometry(left + (panel - side) // 2, room.top() + head, side, side)
        self._title.setGeometry(self.query.x(), room.top(), room.right() + 1 - self.query.x(), head)
        below = self.query.geometry().bottom() + themes.SMALL
        size = self.preview.sizeHint()
        self.preview.setGeometry(left, below, size.width(), size.height())
        words = QRect(left + size.width() + themes.MEDIUM, below, panel - size.width() - themes.MEDIUM, verdict)
        self._verdict.setGeometry(words)
        self._nearest.setGeometry(words.x(), words.bottom() - 1, words.width(), foot - verdict - themes.TINY)
        self.area.setGeometry(room.x(), room.y() + themes.TINY, left - room.x() - themes.MEDIUM, room.height())


class Preview(QWidget):
    """What the model sees of an example, at its size."""

    ROOM = 56

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tryit.preview")
        self.setToolTip(tr("What the model sees: the drawing with the size, place and pen of the data"))
        self._example, self._look = Example(), None
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(self.ROOM, self.ROOM)

    def show_example(self, example: Example, look: Look) -> None:
        self._example, self._look = example, look
        self._say()
        self.update()

    def _say(self) -> None:
        self.setAccessibleName(
            tr("What the model sees: nothing yet") if self._example.is_blank else tr("What the model sees: a picture")
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), themes.current()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._look is not None and not self._example.is_blank:
            pixels = self._example.seen(self._look).pixels
            painter.drawImage(frame, enlarged(pixels[0] if len(pixels) == 1 else pixels.transpose(1, 2, 0), 1))
        painter.setPen(theme.strong_border)
        painter.drawRect(frame)
        painter.end()
