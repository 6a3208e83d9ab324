"""Plots as files: PNG at twice the size of the screen, SVG, and CSV with every value, not only those drawn."""

import csv
import io
import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QSaveFile
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from workbench.views.plot import Plot

CSV_HEADER = ("plot", "curve", "x", "value", "low", "high")
SCALE = 2


def picture(widget: QWidget) -> QImage:
    """The widget at twice its size, sharp."""
    image = QImage(widget.size() * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    image.fill(widget.palette().window().color())
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    with _on_paper(widget, SCALE):
        widget.render(painter, QPoint(0, 0))
    painter.end()
    return image


def save_png(widget: QWidget, path: str) -> None:
    """Raises OSError when the file cannot be written."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture(widget).save(buffer, "PNG"):
        raise OSError("the picture could not be encoded as PNG")
    _write(path, [buffer.data().data()])


def save_svg(widget: QWidget, title: str, path: str) -> None:
    """Raises OSError when the file cannot be written."""
    data = QByteArray()
    buffer = QBuffer(data)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(widget.size())
    generator.setViewBox(widget.rect())
    generator.setTitle(title)
    painter = QPainter(generator)
    painter.fillRect(widget.rect(), widget.palette().window())
    with _on_paper(widget, 1):
        widget.render(painter, QPoint(0, 0), QRegion(), QWidget.RenderFlag.DrawChildren)
    painter.end()
    _write(path, [data.data()])


def save_csv(plots: Sequence[Plot], path: str) -> None:
    """Raises OSError when the file cannot be written."""
    save_text(csv_pieces(plots), path)


def save_text(pieces: Iterable[str], path: str) -> None:
    """Raises OSError when the file cannot be written."""
    _write(path, (text.encode() for text in pieces))


def csv_text(plots: Sequence[Plot]) -> str:
    """The whole of `csv_pieces`."""
    return "".join(csv_pieces(plots))


def csv_pieces(plots: Sequence[Plot]) -> Iterator[str]:
    """One row for each point of each curve; a missing value is an empty cell."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(CSV_HEADER)
    for plot in plots:
        if plot.isHidden():
            continue
        for curve in plot.curves:
            edges = [curve.low.tolist(), curve.high.tolist()] if len(curve.low) else [[math.nan] * len(curve.x)] * 2
            columns = [curve.x.tolist(), curve.y.tolist(), *edges]
            writer.writerows(
                [plot.title, curve.name, *("" if math.isnan(cell) else repr(cell) for cell in cells)]
                for cells in zip(*columns, strict=True)
            )
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()


@contextmanager
def _on_paper(widget: QWidget, ratio: float) -> Iterator[None]:
    """Every plot in the widget is drawn for a file."""
    plots = [widget] if isinstance(widget, Plot) else widget.findChildren(Plot)
    with ExitStack() as stack:
        for plot in plots:
            stack.enter_context(plot.on_paper(ratio))
        yield


def _write(path: str, pieces: Iterable[bytes]) -> None:
    """Write aside and rename, so that a failure leaves no half file."""
    file = QSaveFile(path)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    for piece in pieces:
        file.write(piece)
    if not file.commit():
        raise OSError(file.errorString())
