"""The row of quiet controls above the plots of a view: what the view adds, then log, crosshair, fit and export."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QWidget

from workbench.views import export
from workbench.views.plot import Plot
from workbench.views.view_tools import ViewTools


class PlotTools(ViewTools):
    """Tools for a view's plots. `log_plots` are those whose y axis Log y changes; `csv` gives the data of a view that
    has other things to tell than the curves of its plots.
    """

    def __init__(
        self, name: str, title: str, plots: Sequence[Plot], picture: QWidget, log_plots: Sequence[Plot],
        csv: Callable[[], Iterable[str]] | None = None,
    ) -> None:  # fmt: skip
        self._plots, self._log_plots = plots, log_plots
        super().__init__(name, title, lambda: picture, csv or (lambda: export.csv_pieces(plots)))

    def _add_common(self) -> None:
        plots = self._plots
        self.log_button = self.button("log", "Log y", "log-axis", "Logarithmic y axis", checkable=True)
        self.log_button.toggled.connect(self._set_log)
        self.crosshair_button = self.button("crosshair", "", "crosshair", "Read values under the pointer", True)
        self.crosshair_button.setChecked(True)
        self.crosshair_button.toggled.connect(lambda on: [plot.set_crosshair(on) for plot in plots])
        self.fit_button = self.button("fit", "Fit", "fit", "Show everything and follow new data (double click, or 0)")
        self.fit_button.setEnabled(False)
        self.fit_button.clicked.connect(lambda: [plot.fit() for plot in plots])
        for plot in plots:
            plot.zoomed.connect(lambda _held: self.fit_button.setEnabled(any(plot.held for plot in self._plots)))
        self._common += [self.log_button, self.crosshair_button, self.fit_button]

    def _set_log(self, on: bool) -> None:
        for plot in self._log_plots:
            plot.set_log(on and plot.y_axis.kind != "percent")  # shares run from 0 to 100 %, where a log axis misleads
