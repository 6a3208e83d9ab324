"""What networks of convolutional blocks share whose widths are a setting: the channels of each block."""

from typing import ClassVar

from pydantic import field_validator

from core.learners.layers import widths_of
from core.settings import InputType, LearnerSettings

SLOPE = 0.1  # of the leaky ReLU below 0


class BlocksSettings(LearnerSettings):
    """A concrete class declares `channels` with its default, help and source."""

    inputs: ClassVar[tuple[InputType, ...]] = ("image",)

    channels: str

    @field_validator("channels")
    @classmethod
    def _are_widths(cls, channels: str) -> str:
        widths_of(channels)
        return channels

    @property
    def widths(self) -> list[int]:
        return widths_of(self.channels)
