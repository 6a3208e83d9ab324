"""What an algorithm is: pure functions of the meta-parameters and one task."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar, Self

from core.algorithms.objective import Objective
from core.lazy import torch
from core.learners.layers import Params
from core.learners.learner import Learner
from core.settings import AlgorithmSettings, InnerLoopSettings
from core.tasks.task import Support, Task, TaskBatch, TaskFacts, TaskSource

if TYPE_CHECKING:
    from torch import Tensor

Aux = dict[str, "Tensor"]


class Algorithm(ABC):
    """One algorithm of meta-learning. A concrete one names its `settings_class` and writes at least `adapt`.

    All functions are pure: the same arguments give the same tensors, nothing is kept, no ``.grad`` is touched, and
    each may be put under torch.func's grad and vmap.
    """

    settings_class: ClassVar[type[AlgorithmSettings]]
    rests_elsewhere: ClassVar[tuple[str, ...]] = ()  # how names begin of step sizes, logarithms and the like

    def __init__(self, settings: AlgorithmSettings, learner: Learner, objective: Objective, facts: TaskFacts) -> None:
        self.settings, self.learner, self.objective, self.facts = settings, learner, objective, facts

    def init(self, generator: "torch.Generator") -> Params:
        """Every meta-learned tensor, fresh, on the CPU.

        The network is drawn first, so that a seed gives all algorithms the same one.
        """
        return self.learner.init(generator)

    @abstractmethod
    def adapt(self, meta: Params, support: Support, steps: int) -> Iterator[Params]:
        """The inner loop: yields the adapted state before the first step and after each one, steps + 1 in all.

        An algorithm without an inner loop yields one state.
        """

    def predictor(self, meta: Params, support: Support, x: "Tensor") -> "Callable[[Params], Tensor]":
        """`predict` for examples x as a function of the adapted state; what is the same for all states is done once."""
        return lambda adapted: self.predict(adapted, support, x)

    def predict(self, adapted: Params, support: Support, x: "Tensor") -> "Tensor":
        """Outputs [N, outputs] for examples x [N, …] of the task that `adapted` was made for."""
        if self.learner.uses_support_statistics:
            adapted = {**adapted, **self.learner.statistics(adapted, support.x)}
        return self.learner(adapted, x)

    def embed(self, adapted: Params, support: Support, x: "Tensor") -> "tuple[Tensor, Tensor]":
        """Features of the support set and of examples x, [N, D] each, as the last layer gets them from the network."""
        ours = self.learner.features(adapted, support.x)
        if self.learner.uses_support_statistics:
            adapted = {**adapted, **self.learner.statistics(adapted, support.x)}
        return ours, self.learner.features(adapted, x)

    def prototypes(self, adapted: Params, support: Support, features: "Tensor") -> "Tensor | None":
        """What queries are held against, one for each class, [W, D], from features [N, D] of the support set.

        None for a method that has no such thing.
        """
        return None

    def task_loss(self, meta: Params, task: Task) -> "tuple[Tensor, Aux]":
        """The meta-loss of one task and what else is worth knowing; by default adapt, then measure the queries."""
        return self.query_loss(self.adapted(meta, task.support), task)

    def task_gradient(self, meta: Params, task: Task) -> "tuple[Params, tuple[Tensor, Aux]]":
        """What the outer optimiser follows: by default the exact derivative of `task_loss`."""
        gradient, value = torch.func.grad_and_value(self.task_loss, has_aux=True)(meta, task)
        return gradient, value

    def noise_size(self, examples: int) -> int:
        """Uniform numbers that `adapt` reads from the noise of a support set of this many examples."""
        return 0

    def laid_out(self, meta: Params) -> Params:
        """The meta-parameters as they lie in memory while they are computed with."""
        return self.learner.laid_out(meta)

    # -- where an algorithm differs from: draw T tasks, average their gradients, take a step --------------------------

    def draw(self, source: TaskSource, tasks: range) -> TaskBatch:
        """The training tasks of these numbers."""
        ways, shots, _ = source.settings.shape("train")
        return source.sample("train", tasks, self.noise_size(ways * shots))

    def chosen(self, meta: Params, candidates: TaskBatch) -> TaskBatch:
        """The tasks to train on out of `settings.candidates` times as many."""
        return candidates

    def at(self, iteration: int) -> Self:
        """The algorithm as it is in an iteration, counted from 0; the same object for as long as nothing changes."""
        return self

    def pace(self, name: str) -> float:
        """The factor on the outer learning rate for a meta-parameter."""
        return 1.0

    def decays(self, name: str) -> bool:
        """Whether weight decay pulls a meta-parameter towards 0; not where 0 is no place of rest for it."""
        return not name.startswith(self.rests_elsewhere)

    def population(self, meta: Params, x: "Tensor") -> Params:
        """What a measurement must know of examples x [N, …] of the training classes; it is merged into `meta`.

        By default the moments of every batch-norm layer, where queries are normalised with those: a pure function of
        the parameters, which stands for the running averages of a stateful network.
        """
        return self.learner.statistics(meta, x) if self.learner.uses_population else {}

    def step_sizes(self, meta: Params) -> Params:
        """The step sizes that the inner loop has learnt, by layer: [S, N], for N numbers that have one of their own
        in each of S steps. S is 1 where all steps share them, N is 1 where the numbers of a layer do; none by default.
        """
        return {}

    @property
    def asks_population(self) -> bool:
        """Whether `population` has anything to tell; where not, no examples are drawn for it."""
        return self.learner.uses_population

    # -- for the algorithms themselves --------------------------------------------------------------------------

    @property
    def follows_loss(self) -> bool:
        """Whether `task_gradient` is the exact derivative of `task_loss`."""
        return type(self).task_gradient is Algorithm.task_gradient

    @property
    def training_steps(self) -> int:
        """Inner steps in a training task."""
        return self.settings.steps if isinstance(self.settings, InnerLoopSettings) else 0

    def adapted(self, meta: Params, support: Support) -> Params:
        """The last state of the inner loop of a training task."""
        *_, last = self.adapt(meta, support, self.training_steps)
        return last

    def support_loss(self, params: Params, support: Support) -> "Tensor":
        """Mean loss over the support set, with the support set's own statistics."""
        return self.objective.loss(self.learner(params, support.x), support.y)

    def support_gradient(self, params: Params, support: Support) -> Params:
        """∇L_S at these parameters."""
        gradient: Params = torch.func.grad(lambda at: self.support_loss(at, support))(params)
        return gradient

    def query_loss(self, adapted: Params, task: Task) -> "tuple[Tensor, Aux]":
        """Mean loss over the queries, and their accuracy where there is one."""
        outputs = in_full(self.predict(adapted, task.support, task.query_x))
        loss = self.objective.loss(outputs, task.query_y)
        return loss, self.objective.aux(outputs.detach(), task.query_y)

    @property
    def is_judged_by_outputs(self) -> bool:
        """Whether `query_loss` is the objective's loss of what `predict` gives, and of nothing else."""
        return True


def in_full(outputs: "Tensor") -> "Tensor":
    """The same in 32 bits, where they were computed in fewer: sums over many examples need them."""
    return outputs.float() if outputs.dtype == torch.bfloat16 else outputs


def detached(params: Params) -> Params:
    """The same numbers, as if they had been given and not computed: no derivative goes through them."""
    return {name: value.detach() for name, value in params.items()}


def descended(params: Params, gradient: Params, lr: float) -> Params:
    """φ − α g, as new tensors: one step of gradient descent."""
    return {name: torch.sub(value, gradient[name], alpha=lr) for name, value in params.items()}


def descent(start: Params, gradient: Callable[[Params], Params], lr: float, steps: int) -> Iterator[Params]:
    """φ₀ = start,  φₖ₊₁ = φₖ − α g(φₖ): yields φ before the first step and after each one, steps + 1 in all."""
    phi = start
    yield phi
    for _ in range(steps):
        phi = descended(phi, gradient(phi), lr)
        yield phi
