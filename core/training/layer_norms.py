"""How large the meta-gradient is in each layer: in which iterations that is recorded, and how it is put together.

The outer step needs the norm of each parameter's gradient anyway, and reads them in the same go as the loss, so nothing
waits once more for a GPU. What they cost is a line that is longer, and few iterations write it.
"""

import math
from collections.abc import Mapping

from core.learners.layers import layer_of

_POINTS, _FARTHEST = 250, 100  # as many as a curve needs, where the run is not so long that one would wait for them


def is_recorded(iteration: int, iterations: int) -> bool:
    """Whether an iteration, counted from 0, records the norms of its layers.

    It depends on nothing else, so that a resumed run records what the unbroken one would have.
    """
    return iteration % min(max(iterations // _POINTS, 1), _FARTHEST) == 0


def by_layer(norms: Mapping[str, float]) -> dict[str, float]:
    """The norm of each layer from those of its parameters: the root of the sum of their squares."""
    layers: dict[str, list[float]] = {}
    for name, norm in norms.items():
        layers.setdefault(layer_of(name), []).append(norm)
    return {layer: math.hypot(*parts) for layer, parts in layers.items()}
