"""What the tasks of a run pull at: gradients by layer over training and over tasks, and learnt step sizes."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from core.runs.gradients import GradientQuestion, Gradients
from workbench import theme as themes
from workbench.numbers import cosine, count, measure
from workbench.views.cosine_matrix import CosineMatrix
from workbench.views.gradient_plots import NormPlot, SpreadPlot
from workbench.views.gradients_csv import csv_pieces
from workbench.views.layer_table import LayerTable, norm_in_words
from workbench.views.measuring import MeasuringView
from workbench.views.message import ViewMessage
from workbench.views.plane_choice import PlaneChoice
from workbench.views.plot_tools import PlotTools
from workbench.views.step_size_rows import StepSizeRows
from workbench.views.view_tools import choice_box, choose
from workbench.words import said, tr

EMPTY = ("No run to look into yet", "Press Start, or select a run in the table: what its tasks pull at is shown here.")
TASKS = (16, 64, 256)
NONE_LEARNT = (
    "No step sizes are learnt here",
    "This run takes inner steps of the size that is set, or none. Algorithms that learn theirs show them by layer.",
)
MEANS = (
    "The gradient of a task is what the outer step would follow if there were this task alone; the meta-gradient is "
    "their mean. The noise scale is how many tasks a meta-batch needs until its noise is no larger than what the tasks "
    "have in common: fewer make steps that wander, many more gain little (McCandlish et al. 2018)."
)
# What each picture is called, and what it shows.
PICTURES = {
    "norms": ("Over time", "Norm of the meta-gradient while training: pale, and smoothed."),
    "spread": ("Distribution", "Components of the meta-gradient by their value."),
    "cosines": ("Cosines", "Tasks against tasks. Blue: the two pull the same way; orange: against each other."),
    "plane": ("Plane", "A dot for the gradient of each task. Click one to see the task in Episodes."),
    "sizes": ("Step sizes", "How far an inner step goes along the gradient, as the run has learnt it."),
}


class GradientsView(MeasuringView):
    """The view. It asks a GradientQuestion."""

    shows = "measurement"
    empty = EMPTY
    task_opened = Signal(str, str, int)  # a run, a split, and the number of a task
    _tools: PlotTools

    def __init__(self) -> None:
        super().__init__("gradients")
        self.norms, self.spread, self.cosines = NormPlot(), SpreadPlot(), CosineMatrix()
        self.plane, self.sizes, self.layers = PlaneChoice(), StepSizeRows(), LayerTable()
        self._no_sizes = ViewMessage("gradients.sizes")
        self._no_sizes.tell(*NONE_LEARNT)
        sizes = QStackedWidget()
        sizes.addWidget(self.sizes)
        sizes.addWidget(self._no_sizes)
        self._sizes_or_none = sizes
        self._pictures = QStackedWidget()
        for picture in (self.norms, self.spread, self.cosines, self.plane, sizes):
            self._pictures.addWidget(picture)
        self._figures, self._caption = QLabel(), QLabel()
        self._figures.setToolTip(said(MEANS))
        for part, label, role in (("figures", self._figures, "muted"), ("caption", self._caption, "caption")):
            label.setObjectName(f"gradients.{part}")
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setContentsMargins(themes.SMALL + 2, 0, themes.LARGE, themes.TINY)

        plots = [self.norms, self.spread, self.plane.plot]
        tools = PlotTools("gradients", "Gradients", plots, self._paper, plots[:2], self._csv)
        tip = "Whose gradients: of the first training tasks, or of validation tasks, which the run never follows"
        self._lay_out(tools, self._content(), ("train", "validation"), tip, TASKS)
        self.picture_box = choice_box("gradients.picture", "Picture", "What is drawn")
        for name, (title, _) in PICTURES.items():
            self.picture_box.addItem(said(title), name)
        tools.add(self.picture_box)
        tools.add_stretch()
        tools.log_button.setChecked(True)
        tools.crosshair_button.hide()  # always on, where there are lines to read
        self._chosen = False  # whether somebody has chosen what is drawn
        self.picture_box.currentIndexChanged.connect(self._choose)
        self.layers.chosen.connect(self._draw)
        self.plane.opened.connect(self._open)
        self._turn()
        self.set_runs([], None)

    def _content(self) -> QWidget:
        content, left = QWidget(), QVBoxLayout()
        rows, sides = QVBoxLayout(content), QHBoxLayout()
        for layout in (rows, left):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        left.addWidget(self._caption)
        left.addWidget(self._pictures, 1)
        sides.setSpacing(themes.SMALL)
        sides.addLayout(left, 5)
        sides.addWidget(self.layers, 4)
        rows.addWidget(self._figures)
        rows.addLayout(sides, 1)
        return content

    # -- what MeasuringView asks for ----------------------------------------------------------------------------

    def _question_of(self, run: str, split: str, tasks: int) -> GradientQuestion:
        return GradientQuestion(run, split, tasks)

    def _enable(self, on: bool) -> None:
        super()._enable(on)
        self.picture_box.setEnabled(on)

    def _measured(self, question: GradientQuestion, answer: Gradients) -> str:
        if answer.of_tasks:
            return super()._measured(question, answer)
        return f"{count(question.tasks)} batches of all training classes"

    def _show(self, answer: Gradients) -> None:
        whole = answer.whole
        scale, of_tasks = measure(whole.noise_scale, 2), answer.of_tasks
        noise = tr("{n} tasks", n=scale) if of_tasks else tr("{n} batches", n=scale)
        words = tr("Norm of a task {norm}, of their mean {mean}; cosine {cosine}; noise scale {noise}")
        if not of_tasks:
            words = tr("Norm of a batch {norm}, of their mean {mean}; cosine {cosine}; noise scale {noise}")
        figures = words.format(
            norm=norm_in_words(whole),
            mean=measure(whole.mean_norm, 3),
            cosine=cosine(whole.cosine),
            noise=noise if whole.noise_scale < float("inf") else tr("too large to tell"),
        )
        self._figures.setText(figures)
        self.layers.show_layers(answer)
        self.sizes.show_sizes(answer.step_sizes, answer.first_step_size)
        self._sizes_or_none.setCurrentWidget(self.sizes if answer.step_sizes else self._no_sizes)
        if not self._chosen:  # runs of earlier versions recorded nothing over time
            choose(self.picture_box, "norms" if len(answer.recorded.iterations) else "spread")
            self._turn()
        self._draw()

    # -- drawing ------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        self._chosen = True
        self._turn()

    def _turn(self) -> None:
        """Another picture, with the tools that it has."""
        name = self.picture_box.currentData()
        self._pictures.setCurrentIndex(self.picture_box.currentIndex())
        self._say()
        self._tools.log_button.setVisible(name in ("norms", "spread"))
        self._tools.fit_button.setVisible(name in ("norms", "spread", "plane"))

    def _say(self) -> None:
        """What the picture shows."""
        name = self.picture_box.currentData()
        words = PICTURES[name][1]
        beyond = self.answer.histogram(self.layers.layer).beyond if name == "spread" and self.answer is not None else 0
        self._caption.setText(said(f"{words} Beyond the edges: {count(beyond)}." if beyond else words))

    def _draw(self) -> None:
        """Every picture, of the layer that is chosen."""
        answer, layer = self.answer, self.layers.layer
        if answer is None:
            return
        run = self.run_box.run
        self.norms.show_norms(answer, layer)
        self.spread.show_spread(answer, layer)
        self.cosines.show_agreement(answer.agreement(layer), answer.of_tasks)
        self.plane.show_tasks(answer, layer, run.color if run is not None else "link")
        self.sizes.set_layer(layer)
        self._say()

    def _open(self, number: int) -> None:
        if self.answer is not None and self.answer.of_tasks:
            self.task_opened.emit(self.answer.run, self.answer.split, number)

    def _csv(self) -> Iterator[str]:
        return csv_pieces(self.answer, self.layers.layer) if self.answer is not None else iter(())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.answer is not None:
            self.layers.show_colors(list(self.answer.layers))
            self._draw()
