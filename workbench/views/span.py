"""The x range that plots share: it follows their data until a person zooms, and again after a fit."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.views.plot import Plot


class Span:
    """The x range that linked plots share."""

    def __init__(self, plots: "list[Plot]") -> None:
        self.plots = plots
        self.held = False  # a person chose it
        self._busy = False

    def redraw(self) -> None:
        if not self.held:
            ends = [end for plot in self.plots for end in plot.x_ends()]
            low, high = (min(ends), max(ends)) if ends else (0.0, 1.0)
            if low == high:
                low, high = low - 0.5, high + 0.5
            margin = 0.012 * (high - low)
            self.show(low - margin, high + margin)
        for plot in self.plots:
            plot.draw()
            plot.stale = not plot.isVisible()

    def show(self, low: float, high: float) -> None:
        self._busy = True
        for plot in self.plots:
            plot.box.setXRange(low, high, padding=0)
        self._busy = False

    def changed_by(self, plot: "Plot") -> None:
        """A plot was moved or resized: the others go along."""
        if not self._busy:
            self.show(*plot.box.viewRange()[0])
            for each in self.plots:
                each.draw()
