"""Makes the views of the main window.

The module of a view is read only then: what plots are drawn with takes a quarter of the time that a start takes.
"""

from PySide6.QtWidgets import QWidget


def make_view(name: str) -> QWidget:
    """The view of a name, new. Raises KeyError."""
    match name:
        case "curves":
            from workbench.views.learning_curves import LearningCurves as View
        case "adaptation":
            from workbench.views.adaptation import AdaptationView as View
        case "episodes":
            from workbench.views.episodes import EpisodesView as View
        case "gradients":
            from workbench.views.gradients import GradientsView as View
        case "embedding":
            from workbench.views.embedding import EmbeddingView as View
        case "confusion":
            from workbench.views.confusion import ConfusionView as View
        case "tryit":
            from workbench.views.tryit import TryItView as View
        case "compare":
            from workbench.views.compare import CompareView as View
        case "sweep":
            from workbench.views.sweep import SweepView as View
        case _:
            raise KeyError(name)
    return View()
