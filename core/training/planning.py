"""Which mapping a run takes, in how many processes: what `auto` stands for, as measured of each kind of network.

A pure function of the experiment and the machine, never of a clock: a resumed run computes the bits of an unbroken one.
"""

from dataclasses import dataclass

from core.experiment import Experiment
from core.settings import InnerLoopSettings
from core.training import mapping
from core.training.opening import machine_threads

_SMALL_INNER_LOOP = 32  # pictures times steps that a task's inner loop sees
COMPILE_AT = 1000  # the iteration from which on a run is long enough that a person means it
# Compiling takes as long as some 5,000 vectorised iterations of vectors, which are seconds; and as some 500 to 1,000 of
# pictures, which are minutes, for one inner step and for five: both take longer with each. It saves a fifth of an
# iteration at least, so where this many are still to come it saves more than it takes.
WORTH_COMPILING = {"vector": 20_000, "image": 10_000}
COMPILING = {"vector": 0, "image": 2000}  # iterations that go on meanwhile, with as much again for shared processors
_MANY_QUERIES = 32  # pictures of a task, in one network
_PICTURES_IN_KERNEL = 80  # what they become in the layers then stays within a cache
WORTH_SHARING, MOST_PROCESSES = 200, 16  # iterations; a process takes seconds to start, and some 300 MB of memory
WORTH_MEASURING = 1000  # tasks times the states of each that are measured


@dataclass(frozen=True)
class Plan:
    """Which mapping a run uses: `first` from the start, and `later` from iteration `at` on, where there is one.

    What `later` needs is compiled beside the training, from `ahead` iterations before it on.

    Where there is more than one of `processes`, each runs its share of the tasks in that way.
    """

    first: str
    later: str | None = None
    at: int = 0
    threads: int | None = None  # of torch in each process, where all of the machine's are too many
    processes: int = 1
    ahead: int = 0

    def at_iteration(self, iteration: int) -> str:
        return self.later if self.later is not None and iteration >= self.at else self.first

    def compiles_at(self, iteration: int) -> bool:
        """Whether the compiler is at work beside an iteration."""
        return self.later is not None and self.at - self.ahead <= iteration < self.at

    def __str__(self) -> str:
        shared = f" in {self.processes} processes" if self.processes > 1 else ""
        later = f", {self.later} from iteration {self.at}" if self.later else ""
        return self.first + shared + later


def plan(experiment: Experiment, device: str, begun_with: int | None = None, by_torchrun: int | None = None) -> Plan:
    """What `auto` stands for, from what was measured of each kind of network (docs/architecture.md has the figures).

    A run that goes on keeps the number of processes that it has begun with, unless the experiment names another:
    gradients are added up in an order that depends on it. Where torchrun has started the processes, their number is
    given, and the threads of each are what torchrun leaves it.
    """
    chosen = experiment.compute.mapping
    small = experiment.dataset.inputs == "vector" and experiment.compute.precision != "bfloat16"
    processes = by_torchrun or experiment.compute.workers or begun_with or worthwhile_processes(experiment, device)
    # Threads that share microseconds of work wait for each other most of the time, and longer when the machine is busy.
    threads = 1 if small else None
    if processes > 1:
        threads = threads or max(1, machine_threads() // (1 if by_torchrun else processes))
    if chosen != "auto":
        return Plan(chosen, threads=threads, processes=processes)
    way = one_process_way(experiment, device)
    if by_torchrun is None and worth_compiling(experiment, device, processes):
        begin = max(COMPILE_AT, experiment.algorithm.settles_at)  # what is computed must stay the same from then on
        ahead = COMPILING[experiment.dataset.inputs]
        return Plan(way, "compiled", begin + ahead, threads, processes, ahead)
    return Plan(way, threads=threads, processes=processes)


def worth_compiling(experiment: Experiment, device: str, processes: int) -> bool:
    """Whether `auto` compiles a run in its course: long ones, on a CPU with a compiler, of small networks for vectors
    in one process, or of pictures with an inner loop through all layers."""
    algorithm, inputs = experiment.algorithm, experiment.dataset.inputs
    if inputs == "image":
        suits = device == "cpu" and algorithm.trains_inner_loop and algorithm.adapts_features
    else:
        suits = processes == 1 and experiment.compute.precision != "bfloat16"
    left = experiment.iterations - algorithm.settles_at
    return suits and left >= WORTH_COMPILING[inputs] and mapping.compiler() is not None


def tasks_in_kernel(experiment: Experiment) -> int | None:
    """How many tasks of a run one compiled kernel takes at once; None is all of a process."""
    if experiment.dataset.inputs == "vector":
        return None
    ways, shots, queries = experiment.dataset.shape("train")
    return max(1, _PICTURES_IN_KERNEL // (ways * max(shots, queries)))


def one_process_way(experiment: Experiment, device: str) -> str:
    """How `auto` runs tasks without compiling."""
    if experiment.compute.precision == "bfloat16":
        return "sequential"  # vmap does not let a lower precision through
    if experiment.dataset.inputs == "image" and device == "cpu" and not experiment.algorithm.trains_inner_loop:
        return "sequential"  # the pictures of one task keep a processor busy
    if experiment.dataset.inputs == "image" and experiment.outer.meta_batch_size == 1:
        return "sequential"
    return "vectorised" if device != "cpu" or vectorises_well(experiment) else "sequential"


def worthwhile_processes(experiment: Experiment, device: str) -> int:
    """How many processes `auto` shares tasks over: one for each processor, where there are tasks of pictures to share.

    Threads inside a task wait for each other, processes do not. A network for vectors is done before another process
    would hear of it, and a meta-batch of one task, as most metric learners have it, is not shared.
    """
    if device != "cpu" or experiment.dataset.inputs != "image" or experiment.iterations < WORTH_SHARING:
        return 1
    tasks = experiment.outer.meta_batch_size
    each = -(-tasks // min(machine_threads(), MOST_PROCESSES))
    return -(-tasks // each)  # no more than are needed for nobody to have more tasks than that


def measuring_processes(experiment: Experiment, device: str, tasks: int) -> int:
    """How many processes a measurement by itself is shared over: as many as the experiment says, else one for each
    processor where pictures are many enough to be worth the seconds that the others take to start."""
    if experiment.compute.workers:
        return experiment.compute.workers
    if device != "cpu" or experiment.dataset.inputs != "image":
        return 1
    if tasks * (1 + experiment.evaluation_steps) < WORTH_MEASURING:
        return 1
    return min(machine_threads(), MOST_PROCESSES)


def vectorises_well(experiment: Experiment) -> bool:
    """Whether vmap beats the loop on a CPU: it turns per-task weights into grouped convolutions, which are slow for
    large pictures and many examples, and quick for small ones. All tasks at once also hold all their inner steps in
    memory: 20 ways and 5 steps took 6.6 GB."""
    algorithm = experiment.algorithm
    if not isinstance(algorithm, InnerLoopSettings) or not algorithm.adapts_features:
        return True  # all tasks share their kernels
    if experiment.dataset.inputs == "vector":
        return True
    ways, shots, _ = experiment.dataset.shape("train")
    small = ways * shots * algorithm.steps <= _SMALL_INNER_LOOP
    return small and getattr(experiment.learner, "downsampling", "") == "stride"


def measures_at_once(experiment: Experiment, device: str) -> bool:
    """Whether the tasks of a measurement are run all at once. Where each task has a network of its own and many queries
    for it, one after another takes a fifth to a half less time on a CPU."""
    if device != "cpu":
        return True
    algorithm = experiment.algorithm
    own_network = isinstance(algorithm, InnerLoopSettings) and algorithm.adapts_features
    if own_network and experiment.dataset.inputs == "image":
        ways, _, queries = experiment.dataset.shape("validation")
        return vectorises_well(experiment) and ways * queries < _MANY_QUERIES
    return vectorises_well(experiment)
