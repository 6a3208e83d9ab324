"""From the plane of an embedding to the pixels of a widget: one scale for both directions, the same for all steps."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF


@dataclass(frozen=True)
class Placing:
    """Distances in the plane stay in proportion; upwards in the plane is upwards on the screen."""

    middle: tuple[float, float]  # of the plane
    centre: tuple[float, float]  # of the room, in pixels
    scale: float  # pixels for a unit of the plane

    @classmethod
    def around(cls, places: NDArray[np.float64], room: QRectF) -> Self:
        """All places [..., 2] as large as the room allows."""
        flat = places.reshape(-1, 2)
        low, high = flat.min(0), flat.max(0)
        wide, tall = (float(side) for side in high - low)
        scale = min(room.width() / wide if wide else np.inf, room.height() / tall if tall else np.inf)
        middle = (float(low[0] + high[0]) / 2, float(low[1] + high[1]) / 2)
        centre = (room.center().x(), room.center().y())
        return cls(middle, centre, float(scale) if np.isfinite(scale) else 1.0)

    def of(self, place: NDArray[np.float64]) -> QPointF:
        """Where a place [2] lies on the screen."""
        x = self.centre[0] + (float(place[0]) - self.middle[0]) * self.scale
        return QPointF(x, self.centre[1] - (float(place[1]) - self.middle[1]) * self.scale)
