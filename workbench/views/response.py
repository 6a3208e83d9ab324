"""The response curve of a sweep: the result against one setting, a dot for each run, and the mean over the others."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.runs.sweeps import Split, SweepTable
from core.schema import SettingField
from workbench.numbers import form_of, measure, percent
from workbench.views.plot import Plot
from workbench.views.plot_items import Style
from workbench.views.scale import Scale, scale_of

NO_RESULT = ("No results yet", "A dot appears here as soon as a run has been measured.")


class ResponseCurve(QWidget):
    """The plot, with the setting along x: on its logarithmic scale where it has one, by name where it is no number."""

    def __init__(self) -> None:
        super().__init__()
        self.plot = Plot("sweep.response", "Response curve", x_kind="number")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)

    def show_response(self, table: SweepTable, field: SettingField, split: Split) -> None:
        """Draw the results of a split against one of the settings that vary."""
        x, dots, means = response(table, field, split)
        scale = scale_of(field, [line.values[field.path] for line in table.lines if field.path in line.values])
        plot, share = self.plot, form_of(table.metric) is percent
        plot.clear()
        plot.set_empty(*NO_RESULT)
        plot.set_y("percent" if share else "number", percent if share else measure)
        _show_scale(plot, scale)
        single = plot.add_curve("single runs", Style("disabled", line=False, dots=7), read_as=None)
        single.set([at for at, _ in dots], [value for _, value in dots])
        mean = plot.add_curve(f"mean {split} {table.metric}", Style("link", width=2.0, dots=8, line=not scale.names))
        mean.set(x, means)
        plot.fit()


def response(
    table: SweepTable, field: SettingField, split: Split
) -> tuple[list[float], list[tuple[float, float]], list[float]]:
    """Coordinates along the setting, ascending; a dot for each run; the mean of the lines at each coordinate.

    Runs of several seeds are one line, so that a combination with more seeds counts no more than others.
    """
    scale = scale_of(field, [line.values[field.path] for line in table.lines if field.path in line.values])
    found: dict[float, list[float]] = {}
    dots: list[tuple[float, float]] = []
    for line in table.lines:
        outcome = line.outcomes[split]
        at = scale.at(line.values[field.path]) if field.path in line.values else None
        if outcome is None or at is None or outcome.metric != table.metric:
            continue
        found.setdefault(at, []).append(outcome.mean)
        dots += [(at, value) for value in outcome.single]
    x = sorted(found)
    return x, sorted(dots), [sum(found[at]) / len(found[at]) for at in x]


def _show_scale(plot: Plot, scale: Scale) -> None:
    """Let the plot's x axis be that of the setting."""

    def said(at: float) -> str:
        nearest = min(scale.values, key=lambda value: abs((scale.at(value) or 0.0) - at))
        return scale.in_words(nearest)

    plot.set_x("number", said, scale.title)
    plot.x_axis.setLogMode(x=scale.log)
    plot.x_axis.setTicks([scale.ticks()] if scale.names or len(scale.values) <= 2 else None)
