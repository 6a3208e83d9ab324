"""An experiment as the command that trains it."""

import shlex

from core.assignments import written
from core.experiment import Experiment
from core.export.origin import changes_from, nearest_preset


def command(experiment: Experiment) -> str:
    """``innerloop train PRESET --set …`` on one line, quoted for the shells of Linux and macOS.

    Read back it is the same experiment, every setting of it. It begins with the preset that needs the fewest changes.
    """
    preset = nearest_preset(experiment)
    words = ["innerloop", "train", preset.id]
    for path, value in changes_from(preset.experiment, experiment):
        words += ["--set", written(path, value)]
    return shlex.join(words)
