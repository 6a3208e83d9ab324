"""Two plots of the gradients view: the norm of each layer over training, and how the components are spread."""

import numpy as np
from PySide6.QtGui import QColor

from core.runs.gradients import Gradients
from workbench import theme as themes
from workbench.numbers import count, measure
from workbench.views.curves import Numbers, smooth
from workbench.views.plot import Plot
from workbench.views.plot_items import Style, blended

SMOOTHING = 0.8
READ_AT_MOST = 9  # layers that the crosshair reads; of more only the one that is chosen
NOT_RECORDED = (
    "No norms were recorded",
    "Earlier versions did not keep them for each layer; a run that is trained from now on does.",
)


def layer_colors(layers: list[str]) -> dict[str, str]:
    """A colour for each layer, as #rrggbb: of a few those of the lines of plots, of many a scale by depth."""
    theme = themes.current()
    if len(layers) <= len(theme.series):
        return dict(zip(layers, theme.series, strict=False))
    first, last = QColor(theme.right), QColor(theme.wrong)
    return {layer: blended(last, first, at / (len(layers) - 1)).name() for at, layer in enumerate(layers)}


class NormPlot(Plot):
    """The norms that training recorded, smoothed; those of the chosen layer, or of all together, stand out."""

    def __init__(self) -> None:
        super().__init__("gradients.norms", "Norm of the meta-gradient by layer", x_title="Iterations")
        self.set_x("count", count, "Iterations")
        self.set_empty(*NOT_RECORDED)

    def show_norms(self, answer: Gradients, layer: str | None) -> None:
        recorded, colors = answer.recorded, layer_colors(list(answer.layers))
        self.clear()
        lines = {name: (colors.get(name, "muted"), norms) for name, norms in recorded.norms.items()}
        chosen = layer or "all layers"
        dots = 6 if len(recorded.iterations) < 3 else 0  # a line needs two ends
        if recorded.norms:
            lines["all layers"] = ("text", recorded.whole)
        for name, (color, norms) in lines.items():
            if name == chosen:
                self.add_curve(f"{name}, recorded", Style(color, strength=0.3), None).set(recorded.iterations, norms)
            pale = layer is not None and name != chosen
            read = name if name == chosen or len(lines) <= READ_AT_MOST + 1 else None
            style = Style(color, width=2.2 if name == chosen else 1.4, strength=0.45 if pale else 1.0, dots=dots)
            self.add_curve(name, style, read).set(recorded.iterations, _smoothed(norms))
        self.redraw()


def _smoothed(norms: Numbers) -> Numbers:
    """Smoothed as a logarithm, as norms are read: one that is a thousand times as large must not hide all others."""
    with np.errstate(divide="ignore"):
        return np.exp(smooth(np.log(norms), SMOOTHING))


class SpreadPlot(Plot):
    """How many components of the meta-gradient have which value."""

    def __init__(self) -> None:
        super().__init__(
            "gradients.spread", "Components of the meta-gradient", x_kind="number", y_kind="count", y_format=count
        )
        self.set_x("number", lambda value: measure(value, 3), "Value of a component")

    def show_spread(self, answer: Gradients, layer: str | None) -> None:
        spread = answer.histogram(layer)
        color = layer_colors(list(answer.layers))[layer] if layer else "link"
        self.clear()
        middles = (spread.edges[:-1] + spread.edges[1:]) / 2
        self.add_curve("components", Style(color, width=1.6, dots=6)).set(middles, spread.counts)
        self.redraw()
