"""A quiet line on top of the views with something to decide: an interrupted run, a session that was left unsaved."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workbench import theme

Choice = tuple[str, str, Callable[[], None]]  # id, text, what to do


class Banners(QWidget):
    """Banners one below the other; each stays until it is answered."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._open: dict[str, tuple[str, list[Choice]]] = {}
        self._off: dict[str, str] = {}  # choice -> why it cannot be taken now

    @property
    def offers(self) -> list[tuple[str, str, list[Choice]]]:
        """What has not been decided yet, as it was added."""
        return [(identifier, *offer) for identifier, offer in self._open.items()]

    def add(self, identifier: str, text: str, choices: list[Choice]) -> None:
        """Show a banner; one of the same id is replaced."""
        self.remove(identifier)
        self._open[identifier] = text, choices
        banner = QFrame()
        banner.setObjectName(f"banner.{identifier}")
        banner.setProperty("panel", "banner")
        label = QLabel(text)
        label.setWordWrap(True)
        row = QHBoxLayout(banner)
        row.setContentsMargins(theme.LARGE, theme.SMALL, theme.SMALL, theme.SMALL)
        row.setSpacing(theme.SMALL)
        row.addWidget(label, 1)
        for place, (choice, words, act) in enumerate(choices):
            button = QPushButton(words)
            button.setObjectName(f"banner.{identifier}.{choice}")
            button.setProperty("primary" if place == 0 else "quiet", True)
            button.setEnabled(choice not in self._off)
            button.setToolTip(self._off.get(choice, ""))
            button.clicked.connect(lambda _=False, act=act: self._answer(identifier, act))
            row.addWidget(button)
        self._column.addWidget(banner)

    def forbid(self, choice: str, why: str) -> None:
        """Turn a choice off in every banner, or on again where there is nothing against it."""
        if why:
            self._off[choice] = why
        else:
            self._off.pop(choice, None)
        for button in self.findChildren(QPushButton):
            if button.objectName().startswith("banner.") and button.objectName().endswith(f".{choice}"):
                button.setEnabled(not why)
                button.setToolTip(why)

    def remove(self, identifier: str) -> None:
        self._open.pop(identifier, None)
        for place in range(self._column.count()):
            widget = self._column.itemAt(place).widget()
            if widget is not None and widget.objectName() == f"banner.{identifier}":
                if widget.isAncestorOf(QApplication.focusWidget() or widget.window()):
                    self.window().setFocus()  # else it would go to the next field, where the next key changes a setting
                self._column.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
                return

    def _answer(self, identifier: str, act: Callable[[], None]) -> None:
        self.remove(identifier)
        act()
