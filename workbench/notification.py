"""A word through the system to somebody who does something else, where the system can."""

from PySide6.QtWidgets import QSystemTrayIcon, QWidget

_SECONDS = 20  # that it is asked to stay


def notify(window: QWidget, title: str, text: str) -> None:
    """Tell of something, unless the window is in front already. Where the system has no place for it, nothing happens:
    the window tells of it, too.

    A click on it brings the window to the front.
    """
    there = QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()
    if window.isActiveWindow() or not there:
        return
    icon = QSystemTrayIcon(window.windowIcon(), window)
    icon.setToolTip("Innerloop")

    def answer() -> None:
        window.showNormal() if window.isMinimized() else window.show()
        window.raise_()
        window.activateWindow()
        icon.deleteLater()

    icon.messageClicked.connect(answer)
    icon.activated.connect(answer)
    icon.show()  # a message needs one to come from
    icon.showMessage(title, text, window.windowIcon(), _SECONDS * 1000)
