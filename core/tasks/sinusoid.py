"""Sinusoid regression (Finn et al. 2017, section 5.1): each task is a sine wave of its own amplitude and phase."""

from collections.abc import Generator
from typing import ClassVar, Literal, Self

import numpy as np
from numpy.typing import NDArray

from core.lazy import torch
from core.places import Places
from core.settings import DatasetSettings, InputType, TaskType, setting
from core.tasks.draws import uniforms
from core.tasks.task import SPLITS, Notice, Progress, TaskBatch, TaskSource

AMPLITUDE = (0.1, 5.0)
PHASE = (0.0, np.pi)
INPUT = (-5.0, 5.0)


class SinusoidSettings(DatasetSettings):
    title: ClassVar[str] = "Sinusoid"
    summary: ClassVar[str] = (
        "Each task is a sine wave with its own amplitude (0.1 to 5) and phase (0 to π), seen at a few points between "
        "−5 and 5. Nothing to download; a network learns to bend onto a new wave in one step."
    )
    paper: ClassVar[str] = "Finn et al. 2017, section 5.1"
    tasks: ClassVar[TaskType] = "regression"
    inputs: ClassVar[InputType] = "vector"

    kind: Literal["sinusoid"] = "sinusoid"
    ways: Literal[1] = setting(1, title="Ways", help="A regression task has no classes.", control="hidden")
    shots: int = setting(10, title="Shots", help="Points that a task adapts on.", unit="points", ge=1, le=1000)
    queries: int = setting(
        10, title="Queries", help="Points that the adapted model is measured on.", unit="points", ge=1, le=1000
    )
    train_ways: None = setting(None, title="Ways in training", help="Has no meaning here.", control="hidden")


class SinusoidTasks(TaskSource):
    settings_class = SinusoidSettings

    def __init__(self, settings: SinusoidSettings, seed: int) -> None:
        self.settings, self.seed = settings, seed

    @classmethod
    def open(cls, settings: SinusoidSettings, seed: int, places: Places) -> Generator[Progress | Notice, None, Self]:
        yield Progress("Drawing sine waves")
        return cls(settings, seed)

    @property
    def input_shape(self) -> tuple[int, ...]:
        return (1,)

    @property
    def classes(self) -> dict[str, list[str]]:
        return {split: [] for split in SPLITS}

    def sample(self, split: str, tasks: range, noise: int = 0) -> TaskBatch:
        _, shots, queries = self.settings.shape(split)
        waves = self._waves(split, tasks)
        x = _between(INPUT, uniforms(self.seed, split, tasks, shots + queries, purpose=1))
        y = waves[:, :1] * np.sin(x - waves[:, 1:])
        fields = [x[:, :shots], y[:, :shots], x[:, shots:], y[:, shots:]]
        shuffles = uniforms(self.seed, split, tasks, noise, purpose=2)
        support_x, support_y, query_x, query_y = (self._tensor(field)[..., None] for field in fields)
        classes = torch.empty((len(tasks), 0), dtype=torch.long, device=self.device)
        return TaskBatch(support_x, support_y, query_x, query_y, classes, self._tensor(shuffles))

    def curve(self, split: str, task: int, points: int) -> "tuple[torch.Tensor, torch.Tensor]":
        amplitude, phase = self._waves(split, range(task, task + 1))[0]
        x = torch.linspace(*INPUT, points, device=self.device)[:, None]
        return x, float(amplitude) * torch.sin(x - float(phase))

    def _waves(self, split: str, tasks: range) -> NDArray[np.float64]:
        """Amplitude and phase of each task, [T, 2]; they do not depend on how many points are drawn."""
        numbers = uniforms(self.seed, split, tasks, 2)
        return np.stack([_between(AMPLITUDE, numbers[:, 0]), _between(PHASE, numbers[:, 1])], axis=1)

    def _tensor(self, values: NDArray[np.float64]) -> "torch.Tensor":
        return torch.from_numpy(values.astype(np.float32)).to(self.device)


def _between(bounds: tuple[float, float], numbers: NDArray[np.float64]) -> NDArray[np.float64]:
    return bounds[0] + (bounds[1] - bounds[0]) * numbers
