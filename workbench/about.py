"""What the program is, and where it keeps things."""

from importlib import metadata

from PySide6.QtWidgets import QMessageBox, QWidget

from core.places import Places
from workbench import dialogs


def show_about(parent: QWidget, places: Places) -> QMessageBox:
    """Version and folders; nothing is ever sent anywhere."""
    text = f"A workbench for meta-learning.\n\nRuns: {places.runs}\nData: {places.data}\n\nNothing is sent anywhere."
    return dialogs.show_error(parent, f"Innerloop {metadata.version('innerloop')}", text)
