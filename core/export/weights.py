"""What a run has learnt, as a safetensors file that any program reads: the meta-parameters of its best checkpoint."""

import json
from importlib import metadata
from pathlib import Path

from core.runs.opened import NothingLearntError
from core.runs.run import Run
from core.training import checkpoint
from core.training.checkpoint import Checkpoint, write_durably
from core.training.outer import meta_of


def write_weights(run: Run, target: Path) -> Path:
    """Write the meta-parameters by their names, without the optimizer's memory, and say in the header what they are.

    The header has ``run``, ``iteration``, ``innerloop`` (the version), ``experiment`` (TOML) and ``validation`` (JSON:
    metric, value and ci95, or null). Raises what `best_of` raises, ExperimentError and OSError.
    """
    from safetensors.torch import save

    best = best_of(run)
    notes = {
        "format": "pt",
        "innerloop": metadata.version("innerloop"),
        "run": run.name,
        "iteration": str(best.state["iteration"]),
        "validation": json.dumps(best.state["best"]),
        "experiment": run.experiment.to_toml(),
    }
    write_durably(target, save(meta_of(best.tensors), metadata=notes))
    return target


def best_of(run: Run) -> Checkpoint:
    """The best checkpoint. Raises NothingLearntError where there is none yet, and CheckpointError for a damaged one."""
    path = run.checkpoints / checkpoint.BEST
    if not path.exists():
        raise NothingLearntError(f"{run.name} has no best checkpoint yet: the first measurement writes it")
    return checkpoint.load(path)
