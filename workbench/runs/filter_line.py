"""The line in which a person says which runs to see, with its help and what each part may become."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from core.runs import filter as run_filter
from core.runs.index import RunRow
from workbench.words import mark, said, tr

HINT = mark("Filter, as in tag:paper test:>0.9")
WIDTH = 300  # at most
_MOST_OFFERED = 12


class FilterLine(QLineEdit):
    """Offers fields as they are begun, and the values that runs have. `rows` gives all runs."""

    def __init__(self, rows: Callable[[], Sequence[RunRow]]) -> None:
        super().__init__()
        self.setObjectName("runs.filter")
        self.setAccessibleName(tr("Filter runs"))
        self.setAccessibleDescription(tr("Words, or fields with values, such as tag:paper; all must fit."))
        self.setPlaceholderText(tr(HINT))
        self.setClearButtonEnabled(True)
        self.setMaximumWidth(WIDTH)
        self.setToolTip(_help())
        self._rows = rows
        self._offers = QStandardItemModel(self)
        completer = QCompleter(self._offers, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCompletionRole(Qt.ItemDataRole.UserRole)
        completer.popup().setObjectName("runs.filter.offers")
        completer.popup().setProperty("panel", "popup")
        completer.popup().setAccessibleName(tr("What the filter may become"))
        self.setCompleter(completer)
        self.textEdited.connect(self._offer)

    def _offer(self, text: str) -> None:
        """What the last part of the text may become; nothing where the cursor is not at its end."""
        at_end = self.cursorPosition() == len(text)
        offered = run_filter.completions(text, self._rows())[:_MOST_OFFERED] if at_end else []
        self._offers.clear()
        for whole in offered:
            item = QStandardItem(run_filter.last_part(whole))
            item.setData(whole, Qt.ItemDataRole.UserRole)
            self._offers.appendRow(item)
        if not offered:
            self.completer().popup().hide()


def _help() -> str:
    first = "<td style='white-space: nowrap'><b>{}</b>&nbsp;&nbsp;</td>"
    rows = "".join(
        f"<tr>{first.format(escape(example))}<td>{escape(said(words))}</td></tr>" for example, words in run_filter.HELP
    )
    return f"<p>{tr('A run must fit every part.')}</p><table>{rows}</table>"
