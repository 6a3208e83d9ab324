"""The help pages in the terminal: ``innerloop help TOPIC`` prints what the window shows."""

from typing import TYPE_CHECKING

from core.cli_output import console
from core.help import Help
from core.help_pages import Page
from core.help_text import Block, Bullets, Equation, Heading, Paragraph, Picture, Table, spans

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

_WIDEST = 100  # columns; longer lines are hard to read
_STYLES = {"": "", "strong": "bold", "emphasis": "italic", "code": "bold"}


def show_help(topic: str) -> None:
    """Print a page, or the one setting that was asked for; without a topic the contents.

    Raises ExperimentError for a topic that there is no page of.
    """
    out = console()
    out.width = min(out.width, _WIDEST)
    known = Help()
    if topic:
        page, anchor = known.find(topic)
        _show_page(page, anchor, out)
        return
    for group in dict.fromkeys(page.group for page in known.pages.values()):
        out.print(f"\n{group}", style="bold")
        for page in (page for page in known.pages.values() if page.group == group):
            out.print(f"  {page.id:32}{page.title}", highlight=False)
    out.print("\nA page is shown by: innerloop help PAGE, such as maml or troubleshooting", highlight=False)


def _show_page(page: Page, anchor: str, out: "Console") -> None:
    from rich.padding import Padding

    out.print(page.title, style="bold", highlight=False)
    for block in page.blocks:
        if anchor and not isinstance(block, Table):
            continue
        out.print()
        for part in _parts(block, anchor):
            out.print(Padding(part, (0, 0, 0, 2)) if not isinstance(block, Heading | Paragraph) else part)


def _parts(block: Block, anchor: str) -> "list[RenderableType]":
    match block:
        case Heading(text):
            return [_line(text, "bold")]
        case Paragraph(text):
            return [_line(text)]
        case Bullets(items):
            return [_line(f"• {item}") for item in items]
        case Equation(lines):
            return [_plain(line) for line in lines]
        case Picture(_, words):
            return [_line(words, "dim")]
        case Table(header, rows):
            found: list[RenderableType] = []
            for row in (row for row in rows if anchor in ("", row.anchor)):
                facts = zip(header[2:], row.cells[2:], strict=True)
                said = "; ".join(f"{name.lower()}: {cell}" for name, cell in facts if cell)
                found += [_line(f"{row.cells[0]}  `{row.anchor}`"), _line(row.cells[1]), _line(said, "dim"), ""]
            return found[:-1]


def _line(text: str, style: str = "") -> "Text":
    """A line with its marks; the target of a link stands behind it, as it is nothing to click."""
    from rich.text import Text

    made = Text(style=style)
    for span in spans(text):
        made.append(span.text, _STYLES[span.style])
        if span.target.startswith("http"):
            made.append(f" ({span.target})")
    return made


def _plain(text: str) -> "Text":
    from rich.text import Text

    return Text(text)
