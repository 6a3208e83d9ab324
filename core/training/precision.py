"""In which precision meta-gradients are computed: 32 bits, or bfloat16 where the machine multiplies that faster.

Parameters, outer steps and measurements have 32 bits always. Inner loops do too: their second derivatives do not bear
it (on Omniglot 20-way the direction of MAML's meta-gradient was another one altogether, cosine 0.18).
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from core.algorithms.algorithm import Algorithm
from core.experiment import Experiment
from core.lazy import torch
from core.learners.layers import Params
from core.tasks.task import TaskBatch
from core.training import mapping, planning

if TYPE_CHECKING:
    from torch import Tensor

ENOUGH = 0.98  # cosine between the meta-gradients in both precisions, at least, for `auto` to take the lower one


def choose(
    experiment: Experiment, plan: planning.Plan, algorithm: Algorithm, meta: Params, example: Callable[[], TaskBatch]
) -> tuple[str, str]:
    """The precision of a run, and why. `example` draws a meta-batch, where one is needed to decide."""
    wanted = experiment.compute.precision
    if wanted == "float32":
        return wanted, "as the experiment says"
    if wanted == "auto" and (algorithm.settings.trains_inner_loop or plan.first != "sequential"):
        return "float32", "an inner loop, or tasks that run all at once, need it"
    batch = example()
    if wanted == "auto" and not in_hardware(batch.query_x.device.type):
        return "float32", "this machine has no arithmetic for bfloat16"
    parity = cosine(algorithm, meta, batch)
    if wanted == "auto" and parity < ENOUGH:
        return "float32", f"meta-gradients in bfloat16 differ: cosine {parity:.4f}, less than {ENOUGH}"
    return "bfloat16", f"cosine {parity:.4f} with the meta-gradient in float32"


def cosine(algorithm: Algorithm, meta: Params, batch: TaskBatch) -> float:
    """Between the meta-gradients in bfloat16 and in float32; 1 where they have the same direction."""
    one, other = (
        _flat(mapping.in_one_process("sequential", algorithm, precision)(meta, batch).gradient)
        for precision in ("float32", "bfloat16")
    )
    return float(torch.nn.functional.cosine_similarity(one, other, dim=0))


def in_hardware(device: str) -> bool:
    """Whether a device multiplies bfloat16 faster than it would imitate it."""
    if device == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    return device == "cpu" and bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())


def _flat(gradient: Params) -> "Tensor":
    return torch.cat([value.flatten().double() for value in gradient.values()])
