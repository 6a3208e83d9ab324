"""Questions and errors. Each is a window of its own that returns at once: nothing ever waits inside a call."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from workbench.words import tr

Answer = tuple[str, str, Callable[[], None]]  # id, text, what to do


def ask(parent: QWidget, title: str, text: str, answers: list[Answer], cancel: str = "") -> QMessageBox:
    """Ask a question with several answers; the first is the default. Escape and `cancel`, or Cancel, change nothing."""
    box = QMessageBox(parent)
    box.setObjectName("dialog.question")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(title)
    box.setText(f"<b>{title}</b>")
    box.setInformativeText(text)
    box.setIcon(QMessageBox.Icon.NoIcon)
    todo: dict[QPushButton, Callable[[], None]] = {}
    for place, (identifier, words, act) in enumerate(answers):
        button = QPushButton(words)
        button.setObjectName(f"dialog.{identifier}")
        button.setProperty("primary", place == 0)
        box.addButton(button, QMessageBox.ButtonRole.AcceptRole if place == 0 else QMessageBox.ButtonRole.ActionRole)
        todo[button] = act
        if place == 0:
            box.setDefaultButton(button)
    none = box.addButton(cancel or tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    none.setObjectName("dialog.cancel")
    box.setEscapeButton(none)

    def answered() -> None:
        act = todo.get(box.clickedButton())  # type: ignore[call-overload]
        if act is not None:
            act()

    box.finished.connect(answered)
    box.open()
    return box


def show_error(parent: QWidget, title: str, what: str, remedy: str = "", details: str = "") -> QMessageBox:
    """Say what went wrong, what to do, and details that can be copied."""
    box = QMessageBox(parent)
    box.setObjectName("dialog.error")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(title)
    box.setText(f"<b>{title}</b>")
    box.setInformativeText("\n\n".join(filter(None, [what, remedy])))
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.addButton(QMessageBox.StandardButton.Ok)
    if details:
        box.setDetailedText(details)
        copy = box.addButton(tr("Copy details"), QMessageBox.ButtonRole.HelpRole)
        copy.setObjectName("dialog.copy")
        copy.clicked.disconnect()  # copying does not close the window
        text = "\n\n".join(filter(None, [title, what, remedy, details]))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
    box.open()
    return box


def choose_file(
    parent: QWidget,
    title: str,
    then: Callable[[str], None],
    *,
    save: bool,
    suffix: str,
    proposal: str,
    kind: str = "",
) -> QFileDialog:
    """Let a person choose a file to open or to save, then call `then` with its path. `suffix` may be several: .a *.b"""
    dialog = QFileDialog(parent, title)
    dialog.setObjectName("dialog.file")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setNameFilters([f"{kind or tr('Innerloop sessions')} (*{suffix})", f"{tr('All files')} (*)"])
    dialog.setDefaultSuffix(suffix.lstrip(".") if save else "")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave if save else QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile if save else QFileDialog.FileMode.ExistingFile)
    if proposal:
        dialog.selectFile(proposal)
    dialog.fileSelected.connect(then)
    dialog.open()
    return dialog


def choose_folder(parent: QWidget, title: str, then: Callable[[str], None]) -> QFileDialog:
    """Let a person choose a folder, or make one, then call `then` with its path."""
    dialog = QFileDialog(parent, title)
    dialog.setObjectName("dialog.file")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(then)
    dialog.open()
    return dialog
