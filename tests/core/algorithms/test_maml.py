"""MAML against what can be worked out by hand, and against finite differences."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import torch
from line import Line
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode

from core.algorithms.maml import MAML, MAMLSettings
from core.algorithms.objective import Objective
from core.learners.mlp import MLPSettings
from core.tasks.task import Task, TaskFacts

Params = dict[str, Tensor]


class HalfSquare(Objective):
    """½ y², whatever the target."""

    metric, higher_is_better = "half square", False

    def loss(self, outputs: Tensor, targets: Tensor) -> Tensor:
        return 0.5 * outputs.square().mean()

    score = loss


class NoSecond(torch.autograd.Function):
    """½ y², whose derivative must not be differentiated again."""

    @staticmethod
    def forward(y: Tensor) -> Tensor:
        return 0.5 * y.square()

    @staticmethod
    def setup_context(ctx: Any, inputs: tuple[Tensor], output: Tensor) -> None:
        ctx.save_for_backward(*inputs)

    @staticmethod
    def backward(ctx: Any, grad: Tensor) -> Tensor:
        (y,) = ctx.saved_tensors
        return Once.apply(grad, y)  # type: ignore[no-any-return]


class Once(torch.autograd.Function):
    @staticmethod
    def forward(grad: Tensor, y: Tensor) -> Tensor:
        return grad * y

    @staticmethod
    def setup_context(ctx: Any, inputs: tuple[Tensor, Tensor], output: Tensor) -> None:
        pass

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> Any:
        raise AssertionError("a second derivative was computed")


class OnceDifferentiable(HalfSquare):
    def loss(self, outputs: Tensor, targets: Tensor) -> Tensor:
        return NoSecond.apply(outputs).mean()  # type: ignore[no-any-return]


class CountOperations(TorchDispatchMode):
    """Counts operations by name while it is entered."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: dict[str, int] = {}

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        name = func.overloadpacket._qualified_op_name
        self.counts[name] = self.counts.get(name, 0) + 1
        return func(*args, **(kwargs or {}))


def line(objective: Objective, **settings: Any) -> MAML:
    """MAML on y = x·w; `settings` are taken unchecked, so that a step size of 0 is possible."""
    chosen = MAMLSettings().model_copy(update=settings)
    return MAML(chosen, Line(MLPSettings(), (3,), None), objective, TaskFacts((3,), 1, 0))


def line_task(support: list[list[float]], query: list[list[float]]) -> Task:
    x, q = torch.tensor(support, dtype=torch.float64), torch.tensor(query, dtype=torch.float64)
    nothing = torch.empty(0)
    return Task(x, torch.zeros(len(x), 1), q, torch.zeros(len(q), 1), nothing, nothing)


W = {"w": torch.tensor([2.0, 3.0, 5.0], dtype=torch.float64)}
LOW, HIGH = [[1.0, 2.0, 3.0]], [[4.0, 5.0, 6.0]]


# -- worked out by hand ---------------------------------------------------------------------------------------------


def test_exact_by_hand() -> None:
    maml, task = line(HalfSquare(), inner_lr=0.5, inner_steps=1), line_task(LOW, HIGH)
    assert float(maml.support_loss(W, task.support)) == 264.5
    assert maml.adapted(W, task.support)["w"].tolist() == [-9.5, -20, -29.5]
    gradient, (loss, _) = maml.task_gradient(W, task)
    assert float(loss) == 49612.5
    assert gradient["w"].tolist() == [3780, 8505, 13230]


def test_first_order_by_hand() -> None:
    maml, task = line(HalfSquare(), inner_lr=0.5, inner_steps=1, first_order=True), line_task(HIGH, LOW)
    assert maml.adapted(W, task.support)["w"].tolist() == [-104, -129.5, -154]
    gradient, (loss, _) = maml.task_gradient(W, task)
    assert float(loss) == 340312.5
    assert gradient["w"].tolist() == [-825, -1650, -2475]


@pytest.mark.parametrize("steps", [1, 2, 5])
def test_quadratic_loss_with_hessian(steps: int) -> None:
    """The MAML gradient of a quadratic support loss with Hessian H is (I − αH)^K ∇L_Q(φ_K)."""
    random = torch.Generator().manual_seed(steps)
    x, q = (torch.randn(n, 3, generator=random, dtype=torch.float64) for n in (6, 4))
    w = torch.randn(3, generator=random, dtype=torch.float64)
    hessian, of_query = x.T @ x / 6, q.T @ q / 4
    contraction = torch.linalg.matrix_power(torch.eye(3, dtype=torch.float64) - 0.1 * hessian, steps)
    task = line_task(x.tolist(), q.tolist())
    maml = line(HalfSquare(), inner_lr=0.1, inner_steps=steps)
    phi = contraction @ w
    torch.testing.assert_close(maml.adapted({"w": w}, task.support)["w"], phi)
    exact, _ = maml.task_gradient({"w": w}, task)
    torch.testing.assert_close(exact["w"], contraction @ of_query @ phi)
    first_order, _ = line(HalfSquare(), inner_lr=0.1, inner_steps=steps, first_order=True).task_gradient({"w": w}, task)
    torch.testing.assert_close(first_order["w"], of_query @ phi)


def test_every_step_of_the_inner_loop_is_told() -> None:
    maml, task = line(HalfSquare(), inner_lr=0.01, inner_steps=3), line_task(LOW, HIGH)
    states = [state["w"] for state in maml.adapt(W, task.support, 4)]
    assert len(states) == 5
    x = torch.tensor(LOW[0], dtype=torch.float64)
    w = W["w"]
    for state in states:
        torch.testing.assert_close(state, w)
        w = w - 0.01 * (x @ w) * x
    assert torch.equal(maml.adapted(W, task.support)["w"], states[3])


# -- limits ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("first_order", [False, True])
def test_without_a_step_maml_is_joint_training(
    build: Callable[..., Any], draw_task: Callable[..., Any], first_order: bool
) -> None:
    maml = build({"kind": "maml", "first_order": first_order, "inner_steps": 3}, {"kind": "mlp", "hidden": "6"})
    task = draw_task(dtype=torch.float64)
    meta = {name: value.double() for name, value in maml.init(torch.Generator().manual_seed(0)).items()}
    joint = torch.func.grad(lambda params: (maml.learner(params, task.query_x) - task.query_y).square().mean())(meta)
    for alpha, apart in ((0.0, 0.0), (1e-9, 1e-6)):
        maml.settings = maml.settings.model_copy(update={"inner_lr": alpha})
        gradient, _ = maml.task_gradient(meta, task)
        for name in meta:
            torch.testing.assert_close(gradient[name], joint[name], rtol=apart, atol=apart)


# -- finite differences ---------------------------------------------------------------------------------------------

CONV4, PICTURE = {"kind": "conv4", "filters": 3}, (1, 16, 16)
LEARNERS: list[Any] = [
    ({"kind": "mlp", "hidden": "6-5", "normalization": norm, "query_normalization": queries}, (3,), ways)
    for norm in ("batch", "layer", "group", "none")
    for queries in (("transductive", "per_query") if norm == "batch" else ("transductive",))
    for ways in (None, 3)
]
LEARNERS += [
    ({**CONV4, "normalization": norm, "downsampling": down, "query_normalization": queries}, PICTURE, 3)
    for norm, down, queries in [
        ("batch", "stride", "transductive"), ("batch", "max_pool", "per_query"), ("layer", "max_pool", "transductive"),
        ("group", "stride", "transductive"), ("none", "stride", "transductive"), ("batch", "stride", "per_query"),
    ]
]  # fmt: skip


def random_like(params: Params, seed: int) -> Params:
    random = torch.Generator().manual_seed(seed)
    return {name: torch.randn(value.shape, generator=random, dtype=torch.float64) for name, value in params.items()}


@pytest.mark.parametrize(("learner", "shape", "ways"), LEARNERS, ids=lambda part: str(part)[:90])
@pytest.mark.parametrize("steps", [1, 3])
def test_exact_meta_gradients_agree_with_finite_differences(
    build: Callable[..., Any], draw_task: Callable[..., Any], central_difference: Callable[..., float],
    learner: Any, shape: Any, ways: Any, steps: int,
) -> None:  # fmt: skip
    maml = build({"kind": "maml", "inner_lr": 0.1, "inner_steps": steps}, learner, shape, ways)
    task = draw_task(shape=shape, ways=ways, shots=3, queries=2, dtype=torch.float64)
    fresh = maml.init(torch.Generator().manual_seed(5))
    meta = {name: value.double() + 0.1 * random_like(fresh, 6)[name] for name, value in fresh.items()}
    gradient, (loss, _) = maml.task_gradient(meta, task)
    assert float(loss) == pytest.approx(float(maml.task_loss(meta, task)[0]), rel=1e-12)
    for seed in (1, 2):
        along = random_like(meta, seed)
        slope = sum(float((gradient[name] * along[name]).sum()) for name in meta)
        measured = central_difference(lambda params: maml.task_loss(params, task)[0], meta, along, 1e-7)
        assert slope == pytest.approx(measured, rel=2e-5, abs=1e-7)


def test_first_order_is_the_derivative_at_the_last_step(
    build: Callable[..., Any], draw_task: Callable[..., Any], central_difference: Callable[..., float]
) -> None:
    learner = {"kind": "mlp", "hidden": "6", "normalization": "batch", "query_normalization": "per_query"}
    settings = {"kind": "maml", "inner_lr": 0.3, "inner_steps": 3}
    exact, first = build(settings, learner, ways=3), build({**settings, "first_order": True}, learner, ways=3)
    task = draw_task(ways=3, dtype=torch.float64)
    meta = {name: value.double() for name, value in exact.init(torch.Generator().manual_seed(5)).items()}
    *_, phi = exact.adapt(meta, task.support, 3)
    gradient, _ = first.task_gradient(meta, task)
    along = random_like(meta, 1)
    slope = sum(float((gradient[name] * along[name]).sum()) for name in meta)
    at_phi = central_difference(lambda params: first.query_loss(params, task)[0], phi, along, 1e-7)
    through = central_difference(lambda params: exact.task_loss(params, task)[0], meta, along, 1e-7)
    assert slope == pytest.approx(at_phi, rel=1e-5)
    assert abs(slope - through) > 0.01 * abs(through)  # the two forms are not the same thing


# -- second derivatives ---------------------------------------------------------------------------------------------


def test_first_order_computes_no_second_derivative() -> None:
    task = line_task([[1.0, 2.0, 3.0], [0.0, 1.0, 0.5]], HIGH)
    first = line(OnceDifferentiable(), inner_lr=0.1, inner_steps=3, first_order=True)
    gradient, _ = first.task_gradient(W, task)
    same, _ = line(HalfSquare(), inner_lr=0.1, inner_steps=3, first_order=True).task_gradient(W, task)
    torch.testing.assert_close(gradient["w"], same["w"])
    with pytest.raises(AssertionError, match="second derivative"):  # and the trap springs for the exact form
        line(OnceDifferentiable(), inner_lr=0.1, inner_steps=3).task_gradient(W, task)


def products(algorithm: Any, meta: Params, task: Task) -> int:
    with CountOperations() as counted:
        algorithm.task_gradient(meta, task)
    return sum(counted.counts.get(f"aten::{name}", 0) for name in ("mm", "addmm"))


def test_first_order_costs_the_products_of_first_derivatives(
    build: Callable[..., Any], draw_task: Callable[..., Any]
) -> None:
    """A network of two layers needs 2 products forward and 3 backward; so K steps and the queries need 5 (K + 1)."""
    task = draw_task()
    learner = {"kind": "mlp", "hidden": "6"}
    for steps in (1, 2, 4):
        first = build({"kind": "maml", "inner_steps": steps, "first_order": True}, learner)
        exact = build({"kind": "maml", "inner_steps": steps}, learner)
        meta = first.init(torch.Generator().manual_seed(0))
        assert products(first, meta, task) <= 6 * (steps + 1)
        assert products(exact, meta, task) > products(first, meta, task) + 2 * steps


@pytest.fixture(autouse=True)
def no_gradients_left() -> Iterator[None]:
    yield
    assert W["w"].grad is None
