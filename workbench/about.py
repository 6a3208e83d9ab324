"""What the program is, and where it keeps things."""

from importlib import metadata

from PySide6.QtWidgets import QMessageBox, QWidget

from core.places import Places
from workbench import dialogs
from workbench.words import tr


def show_about(parent: QWidget, places: Places) -> QMessageBox:
    """Version and folders; nothing is ever sent anywhere."""
    text = tr("A workbench for meta-learning.\n\nRuns: {runs}\nData: {data}\n\nNothing is sent anywhere.").format(
        runs=places.runs, data=places.data
    )
    return dialogs.show_error(parent, f"Innerloop {metadata.version('innerloop')}", text)
