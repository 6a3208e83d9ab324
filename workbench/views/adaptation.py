"""How held-out tasks change with the inner steps: of one run or several, and how that changed while they trained."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from workbench import theme as themes
from workbench.numbers import count
from workbench.views.adapted import AdaptedRun, by_tasks, moments, names_of_tasks
from workbench.views.function_plot import FunctionPlot
from workbench.views.legend import Chips
from workbench.views.plot_tools import PlotTools
from workbench.views.step_player import StepPlayer
from workbench.views.steps_panel import StepsPanel
from workbench.words import said

MOST_PANELS = 3  # sorts of tasks that have room side by side
APART = "These runs were measured on different tasks, so their figures do not compare."
UNRECORDED = "How the curve changed during training was not recorded: the run is from an earlier version."


class AdaptationView(QWidget):
    """The view. Runs that were measured on the same tasks share a plot; others have one beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("adaptation")
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        names = ["adaptation", *(f"adaptation.beside{place}" for place in range(1, MOST_PANELS))]
        self.panels = [StepsPanel(name) for name in names]
        self.steps_plot = self.panels[0].plot
        self.function = FunctionPlot()
        self._chips = Chips("adaptation.run")
        self._source = _label("adaptation.source", "caption")
        self._note = _label("adaptation.note", "caption")
        self._note.setContentsMargins(themes.SMALL * 2, 0, themes.LARGE, themes.TINY)
        self._note.setWordWrap(True)
        self._runs: list[AdaptedRun] = []
        self._moments: list[int] = []  # the iterations that the player goes through
        self._held: int | None = None  # the one whose curves are kept
        self.training = StepPlayer(
            "adaptation.training", "Time of training", "The time of training whose curves are shown",
            "Play the training", self._said,
        )  # fmt: skip
        self.training.step_changed.connect(self._show_moment)

        picture = QWidget()
        picture.setProperty("panel", True)
        picture.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        sides = QHBoxLayout(picture)
        sides.setContentsMargins(themes.SMALL, 0, 0, themes.TINY)
        sides.setSpacing(themes.SMALL)
        for part in (*self.panels, self.function):
            sides.addWidget(part, 1)
        plots = [*(panel.plot for panel in self.panels), self.function.plot]
        self._tools = PlotTools("adaptation", "Adaptation", plots, picture, plots[:-1])
        self.hold = self._tools.button(
            "hold", "Hold", "pin", "Keep the curves of this time to compare with others", checkable=True
        )
        self._tools.set_icon(self.hold, "pin")
        self.hold.toggled.connect(self._set_held)
        self._tools.add(self._chips, stretch=True)
        self._tools.add(self._source)
        self._tools.add(self.hold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tools)
        layout.addWidget(self._note)
        layout.addWidget(picture, 1)
        layout.addWidget(self.training)
        order = [self.function.player.slider, self.training.play, self.training.slider]
        for earlier, later in pairwise(order):
            QWidget.setTabOrder(earlier, later)
        self.function.step_changed.connect(self.panels[0].mark_step)
        self.set_runs([])

    def set_runs(self, runs: Sequence[AdaptedRun]) -> None:
        """Show what these runs measured; the function is that of the first one. None say how to get some."""
        before, follows = self._iteration, self._follows
        self._runs, self._moments = list(runs), moments(runs)
        if before not in self._moments:
            follows = True
        if self._held not in self._moments:
            self._release()
        recorded = [run for run in runs if run.courses]
        last = len(self._moments) - 1
        self.training.set_last(last, last if follows else self._moments.index(before))
        self.training.setVisible(bool(recorded) and len(self._moments) > 1)
        self.hold.setVisible(self.training.isVisibleTo(self))
        self._chips.set_runs([(run.label, run.color) for run in runs] if len(runs) == 1 else [])
        self._show_function()
        self._show_moment()

    @property
    def _follows(self) -> bool:
        """Whether the newest curves are shown, also when newer ones come."""
        return not self._moments or self.training.step == len(self._moments) - 1

    @property
    def _iteration(self) -> int | None:
        """The time that is looked at; None for now."""
        return None if self._follows else self._moments[self.training.step]

    # -- drawing ------------------------------------------------------------------------------------------------

    def _show_moment(self) -> None:
        groups = by_tasks(self._runs)[:MOST_PANELS]
        names = names_of_tasks(groups) if len(groups) > 1 else [""] * len(groups)
        for place, panel in enumerate(self.panels):
            there = place < len(groups)
            panel.setVisible(there or place == 0)
            if there:
                panel.show_runs(groups[place], names[place], self._iteration, self._held, len(self._runs) > 1)
            else:
                panel.show_runs([])
            log = self._tools.log_button.isChecked() and not panel.is_share
            panel.plot.set_log(log)
        self._tools.log_button.setVisible(any(not panel.is_share for panel in self.panels[: max(len(groups), 1)]))
        self._say_source()
        self._say_note()
        if self.function.isVisibleTo(self):
            self.panels[0].mark_step(self.function.step)

    def _show_function(self) -> None:
        """The function of the first run, beside those of others on the same tasks."""
        front = self._runs[0] if self._runs else None
        groups = by_tasks(self._runs)
        functions = [] if front is None or len(groups) > 1 else front.newest["functions"]
        others = [(run.label, run.color, run.newest["functions"]) for run in self._runs[1:]] if functions else []
        self.function.setVisible(bool(functions))
        steps = 0 if front is None else front.newest["trained_steps"]
        self.function.set_functions(functions, "link" if front is None else front.color, steps, others)

    def _say_source(self) -> None:
        if not self._runs:
            self._source.clear()
            return
        if self._iteration is None:
            newest = sorted({run.newest["iteration"] for run in self._runs})
            ends = [count(iteration) for iteration in (newest[0], newest[-1])]
            words = f"iteration {ends[0]}" if len(newest) == 1 else f"iterations {ends[0]} to {ends[1]}"
        else:
            words = f"iteration {count(self._iteration)}"
            if any(run.newest["functions"] for run in self._runs[:1]) and self.function.isVisibleTo(self):
                words += f"; the function is of {count(self._runs[0].newest['iteration'])}"
        self._source.setText(said(words))

    def _say_note(self) -> None:
        """What a reader of the figures has to know."""
        groups, words = by_tasks(self._runs), []
        if len(groups) > 1:
            words.append(APART)
        if len(groups) > MOST_PANELS:
            words.append(f"{count(len(groups) - MOST_PANELS)} more sorts of tasks have no room: select fewer runs.")
        old = [run.label for run in self._runs if not run.courses]
        if old and len(old) == len(self._runs):
            words.append(UNRECORDED if len(old) == 1 else UNRECORDED.replace("the run is", "the runs are"))
        elif old:
            words.append(f"Only the newest curve was recorded of {', '.join(old)}.")
        self._note.setText(" ".join(map(said, words)))
        self._note.setVisible(bool(words))

    def _said(self, step: int, _last: int) -> str:
        return f"Iteration {count(self._moments[step])}" if step < len(self._moments) else ""

    def _set_held(self, on: bool) -> None:
        self._held = self._moments[self.training.step] if on and self._moments else None
        self._show_moment()

    def _release(self) -> None:
        """Hold nothing, without being asked."""
        self._held = None
        self.hold.blockSignals(True)
        self.hold.setChecked(False)
        self.hold.blockSignals(False)


def _label(name: str, role: str) -> QLabel:
    made = QLabel()
    made.setObjectName(name)
    made.setProperty("role", role)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return made
