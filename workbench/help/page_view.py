"""Shows a page of the help: its words as rich text, its equations and pictures drawn in the colours of the theme."""

import re
from html import escape

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSizeF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QTextBrowser

from core.help_pages import Page
from core.help_text import Block, Bullets, Heading, Paragraph, Picture, Table, bare, spans
from core.help_text import Equation as EquationBlock
from workbench import theme as themes
from workbench.help.equation import Equation
from workbench.help.pictures import DRAWINGS, Drawing

_DRAWN = QTextFormat.ObjectTypes.UserObject + 1
_NUMBER = QTextFormat.Property.UserProperty + 1  # which of the page's drawings a character stands for
_STANDS_FOR_DRAWING = "\ufffc"
_MARK = "\u2063"  # an invisible sign that no page has, where a drawing goes
_OUTSIDE = ("https:", "http:")
_HAN = re.compile(r"[\u2e80-\u9fff]")  # signs that never lean, in any font
_WIDTHS = (18, 38, 15, 11, 18)  # of the columns of a table of settings, in percent


class PageView(QTextBrowser):
    """One page at a time. Links to other pages are told by `followed`; addresses open in the system's browser."""

    followed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("help.page")
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setProperty("panel", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._follow)
        self._page: Page | None = None
        self._anchor = ""
        self._drawer = _Drawer(self)
        self.document().setDocumentMargin(themes.HUGE)
        self.document().documentLayout().registerHandler(_DRAWN, self._drawer)

    def show_page(self, page: Page, anchor: str = "") -> None:
        """Show a page from its beginning, or from a place in it, which is marked."""
        self._page, self._anchor = page, anchor
        self.setAccessibleName(page.title)
        equations = [line for block in page.blocks if isinstance(block, EquationBlock) for line in block.lines]
        self.setAccessibleDescription("; ".join(equations))  # which the text has as drawings
        self._render()
        if anchor:
            self.scrollToAnchor(anchor)

    def _render(self) -> None:
        assert self._page is not None
        theme, page = themes.current(), self._page
        drawn = [block for block in page.blocks if isinstance(block, EquationBlock | Picture)]
        self._drawer.take(drawn)
        self.setHtml(_html(page, self._anchor, theme))
        document = self.document()
        for number in range(len(drawn)):
            cursor = document.find(_MARK)
            look = QTextCharFormat()
            look.setObjectType(_DRAWN)
            look.setProperty(_NUMBER, number)
            cursor.insertText(_STANDS_FOR_DRAWING, look)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied has equations as text."""
        data = super().createMimeDataFromSelection()
        text, numbers = data.text(), iter(self._selected_drawings())
        copied = QMimeData()
        copied.setText("".join(self._drawer.words(next(numbers)) if s == _STANDS_FOR_DRAWING else s for s in text))
        return copied

    def _selected_drawings(self) -> list[int]:
        selected = self.textCursor()
        found = []
        for place in range(selected.selectionStart(), selected.selectionEnd()):
            if self.document().characterAt(place) == _STANDS_FOR_DRAWING:
                at = QTextCursor(self.document())
                at.setPosition(place + 1)
                found.append(at.charFormat().property(_NUMBER))
        return found

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._page is not None:
            place = self.verticalScrollBar().value()
            self._render()
            self.verticalScrollBar().setValue(place)

    def _follow(self, url: QUrl) -> None:
        target = url.toString()
        if target.startswith(_OUTSIDE):
            QDesktopServices.openUrl(url)
        else:
            self.followed.emit(target)


class _Drawer(QPyTextObject):
    """Draws what stands in the text for an equation or a picture."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._blocks: list[EquationBlock | Picture] = []
        self._drawings: list[Equation | Drawing] = []

    def take(self, blocks: list[EquationBlock | Picture]) -> None:
        self._blocks = blocks
        self._drawings = [Equation(b.lines) if isinstance(b, EquationBlock) else DRAWINGS[b.name] for b in blocks]

    def words(self, number: int) -> str:
        """What a drawing says to those who copy it."""
        block = self._blocks[number]
        return "\n".join(block.lines) if isinstance(block, EquationBlock) else bare(block.words)

    def intrinsicSize(self, document: QTextDocument, place: int, look: QTextFormat) -> QSizeF:
        room = self._view.viewport().width() - 2 * document.documentMargin() - 2 * themes.LARGE
        return self._drawings[look.property(_NUMBER)].size(room)

    def drawObject(
        self, painter: QPainter, where: QRectF, document: QTextDocument, place: int, look: QTextFormat
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._drawings[look.property(_NUMBER)].draw(painter, where, themes.current())


# -- rich text ------------------------------------------------------------------------------------------------------


def _html(page: Page, anchor: str, theme: themes.Theme) -> str:
    """The page as the rich text that Qt knows."""
    style = f"""
        h1 {{ font-size: {themes.scaled(themes.DISPLAY_SIZE)}px; font-weight: 600; margin: 0 0 12px 0; }}
        h2 {{ font-size: {themes.scaled(themes.TITLE_SIZE)}px; font-weight: 600; margin: 18px 0 6px 0; }}
        p {{ margin: 0 0 10px 0; line-height: 140%; }}
        p.quiet {{ color: {theme.muted}; }}
        li {{ margin: 0 0 6px 0; line-height: 140%; }}
        a {{ color: {theme.link}; text-decoration: none; }}
        code {{ font-family: monospace; }}
        th {{ text-align: left; color: {theme.muted}; font-weight: normal; }}
    """
    body = "".join(_block(block, anchor, theme) for block in page.blocks)
    return f"<style>{style}</style><h1>{escape(page.title)}</h1>{body}"


def _block(block: Block, anchor: str, theme: themes.Theme) -> str:
    match block:
        case Heading(text):
            return f"<h2>{_line(text)}</h2>"
        case Paragraph(text, quiet):
            return f"<p class='{'quiet' if quiet else ''}'>{_line(text)}</p>"
        case Bullets(items):
            return f"<ul style='margin: 0 0 10px 0;'>{''.join(f'<li>{_line(item)}</li>' for item in items)}</ul>"
        case EquationBlock() | Picture():
            return f"<p style='margin: 6px 0 14px {themes.LARGE}px; line-height: 100%;'>{_MARK}</p>"
        case Table():
            return _table(block, anchor, theme)


def _table(table: Table, anchor: str, theme: themes.Theme) -> str:
    rule = f"border-bottom: 1px solid {theme.border}; padding: 7px 10px 7px 2px;"
    head = "".join(
        f"<th width='{width}%' style='{rule}'>{_line(cell)}</th>"
        for width, cell in zip(_WIDTHS, table.header, strict=True)
    )
    rows = []
    for row in table.rows:
        marked = f" bgcolor='{theme.selection}'" if row.anchor == anchor else ""
        name = f"<a name='{escape(row.anchor)}'></a>"
        cells = [name + _line(row.cells[0]), *map(_line, row.cells[1:])]
        rows.append(f"<tr{marked}>" + "".join(f"<td style='{rule}'>{cell}</td>" for cell in cells) + "</tr>")
    body = f"<tr>{head}</tr>{''.join(rows)}"
    return f"<table width='100%' cellspacing='0' style='border-collapse: collapse;'>{body}</table>"


def _line(text: str) -> str:
    """A line with its marks as rich text."""
    tags = {"": "{}", "strong": "<b>{}</b>", "emphasis": "<i>{}</i>", "code": "<code>{}</code>"}
    parts = []
    for span in spans(text):
        words = escape(span.text)
        style = "" if span.style == "emphasis" and _HAN.search(words) else span.style
        parts.append(f"<a href='{escape(span.target)}'>{words}</a>" if span.target else tags[style].format(words))
    return "".join(parts)
