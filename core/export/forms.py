"""The forms that a run can be exported in, once: terminal and window make their lists from this one."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from core.experiment import Experiment
from core.export import mlflow, onnx
from core.export.command import command
from core.export.problems import MissingPackageError, check_installed
from core.export.script import script
from core.export.tensorboard import write_events
from core.export.weights import write_weights
from core.places import Places
from core.runs.run import Run
from core.training.checkpoint import write_durably
from core.training.reports import Preparing, Warned

Writing = Generator[Preparing | Warned, None, str]  # tells how far it is, and returns where the result is


@dataclass(frozen=True)
class Form:
    """One form: what it is for, and how it is written."""

    id: str
    title: str
    summary: str
    target: str  # what it is written to: "file", "folder" or "store"
    suffix: str  # of its file; empty for a folder
    write: Callable[[Run, str, Places], Writing]  # the run, and the file, folder or store
    text: Callable[[Experiment], str] | None = None  # for forms that are nothing but text
    extra: str = ""  # of the package, with what this form needs
    packages: tuple[str, ...] = ()

    @property
    def why_not(self) -> str:
        """Which packages are missing, and how to install them; empty where there is nothing against it."""
        try:
            check_installed(self.extra, self.packages)
        except MissingPackageError as error:
            return str(error)
        return ""


def _write_text(text: Callable[[Experiment], str], run: Run, target: str, places: Places) -> Writing:
    yield Preparing("Writing")
    path = Path(target)
    write_durably(path, text(run.experiment).encode())
    return str(path)


def _write_weights(run: Run, target: str, places: Places) -> Writing:
    yield Preparing("Writing the weights")
    return str(write_weights(run, Path(target)))


def _write_onnx(run: Run, target: str, places: Places, task: onnx.OfTask | None = None) -> Writing:
    return str((yield from onnx.write_onnx(run, Path(target), places, task)))


def _write_events(run: Run, target: str, places: Places) -> Writing:
    yield Preparing("Writing events")
    return str(write_events(run, Path(target)))


def _write_mlflow(run: Run, target: str, places: Places) -> Writing:
    return (yield from mlflow.write_mlflow(run, target or None))


def _of_text(id: str, title: str, summary: str, suffix: str, text: Callable[[Experiment], str]) -> Form:
    return Form(id, title, summary, "file", suffix, partial(_write_text, text), text)


FORMS = {
    form.id: form
    for form in (
        Form("weights", "Weights", "What was learnt at the best checkpoint, as a file of safetensors",
             "file", ".safetensors", _write_weights),
        Form("onnx", "Network", "The network before it meets a task, for programs that run ONNX",
             "file", ".onnx", _write_onnx, extra="onnx", packages=onnx.PACKAGES),
        Form("tensorboard", "TensorBoard", "All numbers of the run's course", "folder", "",
             _write_events),
        Form("mlflow", "MLflow", "Settings, numbers and weights, added to a database of MLflow", "store", ".db",
             _write_mlflow, extra="mlflow", packages=mlflow.PACKAGES),
        _of_text("toml", "Settings", "The experiment as a TOML file, which innerloop train reads", ".toml",
                 Experiment.to_toml),
        _of_text("command", "Command", "One line for the terminal that trains the same experiment", ".sh",
                 lambda experiment: f"{command(experiment)}\n"),
        _of_text("script", "Python script", "A short program that trains the same experiment", ".py", script),
    )
}  # fmt: skip


def write_adapted(run: Run, target: str, places: Places, task: onnx.OfTask) -> Writing:
    """The form ``onnx``, of a network that is adapted to a task."""
    return _write_onnx(run, target, places, task)
