"""What tests of views share that ask for something to be computed."""

from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QWidget


@pytest.fixture
def asked(view: Any, request: pytest.FixtureRequest) -> list[Any]:
    """What the view of a test has asked since it was offered the runs that the test's file names as OFFERED."""
    questions: list[Any] = []
    view.asked.connect(questions.append)
    view.set_runs(*request.module.OFFERED)
    return questions


def label(view: QWidget, name: str) -> str:
    """What a label of a view says."""
    return view.findChild(QLabel, f"{view.objectName()}.{name}").text()
