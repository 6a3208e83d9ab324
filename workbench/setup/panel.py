"""The setup panel: the preset on top, a search box, and the form."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QToolButton, QVBoxLayout, QWidget

from workbench import theme
from workbench.icons import icon
from workbench.session import Session
from workbench.setup.form import Form
from workbench.setup.preset_picker import PresetPicker
from workbench.text_size import sized
from workbench.words import tr

SEARCH_DELAY = 120  # milliseconds


class SetupPanel(QWidget):
    """Shows and edits the session's experiment."""

    notice = Signal(str)  # something worth a line in the status bar

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        sized(self, least_width=320)  # what the widest setting takes, and the scroll bar
        self.picker = PresetPicker()
        self.picker.chosen.connect(session.choose_preset)
        self._to_preset = QToolButton()
        self._to_preset.setObjectName("setup.preset.reset")
        self._to_preset.setAccessibleName(tr("Back to the preset"))
        self._to_preset.setToolTip(tr("Back to the preset: take back every change"))
        self._to_preset.setProperty("quiet", True)
        self._to_preset.clicked.connect(lambda: session.choose_preset(session.preset))
        self.search = QLineEdit()
        self.search.setObjectName("setup.search")
        self.search.setAccessibleName(tr("Find a setting"))
        self.search.setPlaceholderText(tr("Find a setting"))
        self.search.setClearButtonEnabled(True)
        self._magnifier = self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._typing = QTimer(self, singleShot=True, interval=SEARCH_DELAY)
        self._typing.timeout.connect(self._search)
        self.search.textChanged.connect(lambda: self._typing.start())
        self._nothing = QLabel(tr("No setting by that name."))
        self._nothing.setProperty("role", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        self.form = Form()
        self.form.edited.connect(session.set)
        scroll = QScrollArea()
        scroll.setObjectName("setup.scroll")
        scroll.setAccessibleName(tr("Settings"))
        scroll.setWidget(self.form)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        top = QVBoxLayout()
        top.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.SMALL)
        top.setSpacing(theme.SMALL)
        row = QHBoxLayout()
        row.setSpacing(theme.TINY)
        row.addWidget(self.picker, 1)
        row.addWidget(self._to_preset)
        top.addLayout(row)
        top.addWidget(self.search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._nothing)
        layout.addWidget(scroll, 1)
        self.refresh_icons()
        session.changed.connect(self._show)
        self._show()

    def find_setting(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def refresh_icons(self) -> None:
        """Draw the icons in the colours of a new theme."""
        muted = theme.current().muted
        self._magnifier.setIcon(icon("search", muted))
        self._to_preset.setIcon(icon("reset", muted))

    def _show(self) -> None:
        session = self._session
        self.form.show_experiment(session.experiment, session.baseline, session.problems, session.refused)
        changed = session.preset != "" and session.experiment != session.baseline
        self.picker.show_preset(session.preset, changed)
        self._to_preset.setVisible(changed)

    def _search(self) -> None:
        self._nothing.setVisible(self.form.search(self.search.text()) == 0)
