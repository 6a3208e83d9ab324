"""What the engine is compared with: the algorithms as the libraries of the field write them.

One task after another, torch.autograd.grad with create_graph, one backward pass for each task, Adam as it comes. It
shares nothing with core but the names of the parameters and the numbers in a batch.
"""

from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn import functional

Params = dict[str, Tensor]
Forward = Callable[[Params, Tensor], Tensor]


class MAMLLoop:
    """MAML (Finn et al. 2017) over the tasks of a meta-batch, one by one."""

    def __init__(
        self, forward: Forward, loss: Callable[[Tensor, Tensor], Tensor], params: Params, *,
        inner_lr: float, inner_steps: int, lr: float,
    ) -> None:  # fmt: skip
        self.forward, self.loss, self.inner_lr, self.inner_steps = forward, loss, inner_lr, inner_steps
        self.params = {name: value.clone().requires_grad_() for name, value in params.items()}
        self.optimizer = torch.optim.Adam(self.params.values(), lr=lr)

    def backward(self, support_x: Tensor, support_y: Tensor, query_x: Tensor, query_y: Tensor) -> float:
        """Leave the mean meta-gradient in ``.grad``; returns the mean meta-loss."""
        self.optimizer.zero_grad()
        tasks, total = len(support_x), 0.0
        for place in range(tasks):
            adapted = self.params
            for _ in range(self.inner_steps):
                loss = self.loss(self.forward(adapted, support_x[place]), support_y[place])
                gradients = torch.autograd.grad(loss, list(adapted.values()), create_graph=True)
                adapted = {
                    name: value - self.inner_lr * gradient
                    for (name, value), gradient in zip(adapted.items(), gradients, strict=True)
                }
            loss = self.loss(self.forward(adapted, query_x[place]), query_y[place]) / tasks
            loss.backward()
            total += loss.item()
        return total

    def accuracy(
        self, support_x: Tensor, support_y: Tensor, query_x: Tensor, query_y: Tensor, steps: int
    ) -> list[float]:
        """Of one task's queries, before the first inner step and after each."""
        adapted = {name: value.detach().requires_grad_() for name, value in self.params.items()}
        found = []
        for step in range(steps + 1):
            with torch.no_grad():
                found.append((self.forward(adapted, query_x).argmax(1) == query_y).float().mean().item())
            if step < steps:
                loss = self.loss(self.forward(adapted, support_x), support_y)
                slopes = torch.autograd.grad(loss, list(adapted.values()))
                adapted = {
                    name: (value - self.inner_lr * slope).detach().requires_grad_()
                    for (name, value), slope in zip(adapted.items(), slopes, strict=True)
                }
        return found

    def step(self, support_x: Tensor, support_y: Tensor, query_x: Tensor, query_y: Tensor) -> None:
        self.backward(support_x, support_y, query_x, query_y)
        self.optimizer.step()

    def gradient(self, support_x: Tensor, support_y: Tensor, query_x: Tensor, query_y: Tensor) -> Params:
        self.backward(support_x, support_y, query_x, query_y)
        return {name: value.grad.clone() for name, value in self.params.items() if value.grad is not None}


class TaskLoop:
    """One task after another, one backward pass for each: for algorithms that are a loss of parameters and a task."""

    def __init__(self, task_loss: Callable[..., Tensor], params: Params, lr: float) -> None:
        self.task_loss = task_loss
        self.params = {name: value.clone().requires_grad_() for name, value in params.items()}
        self.optimizer = torch.optim.Adam(self.params.values(), lr=lr)

    def step(self, *batch: Tensor) -> None:
        self._backward(*batch)
        self.optimizer.step()

    def gradient(self, *batch: Tensor) -> Params:
        self._backward(*batch)
        return {name: value.grad.clone() for name, value in self.params.items() if value.grad is not None}

    def _backward(self, *batch: Tensor) -> None:
        self.optimizer.zero_grad()
        tasks = len(batch[0])
        for place in range(tasks):
            (self.task_loss(self.params, *(field[place] for field in batch)) / tasks).backward()


def anil_loss(lr: float) -> Callable[..., Tensor]:
    """ANIL with one step, features of both sets computed once (Raghu et al. 2020)."""

    def loss(params: Params, support_x: Tensor, support_y: Tensor, query_x: Tensor, query_y: Tensor) -> Tensor:
        head = [params["head.weight"], params["head.bias"]]
        inner = functional.cross_entropy(functional.linear(strided_features(params, support_x), *head), support_y)
        head = [value - lr * slope for value, slope in zip(head, _slopes(inner, head), strict=True)]
        return functional.cross_entropy(functional.linear(strided_features(params, query_x), *head), query_y)

    return loss


def meta_sgd_loss(params: Params, support_x: Tensor, support_y: Tensor, query_x: Tensor, query_y: Tensor) -> Tensor:
    """Meta-SGD with one step; the step sizes are called rate.NAME (Li et al. 2017)."""
    theta = {name: value for name, value in params.items() if not name.startswith("rate.")}
    inner = functional.cross_entropy(strided_conv4(theta, support_x), support_y)
    slopes = _slopes(inner, list(theta.values()))
    phi = {
        name: value - params["rate." + name] * slope for (name, value), slope in zip(theta.items(), slopes, strict=True)
    }
    return functional.cross_entropy(strided_conv4(phi, query_x), query_y)


def r2d2_loss(params: Params, support_x: Tensor, support_y: Tensor, query_x: Tensor, query_y: Tensor) -> Tensor:
    """R2D2 with Woodbury's identity, support set and queries normalised together (Bertinetto et al. 2019)."""
    features = strided_features(params, torch.cat([support_x, query_x]))
    support, queries = features[: len(support_x)], features[len(support_x) :]
    labels = functional.one_hot(support_y).to(features.dtype)
    held = params["ridge.log_lambda"].exp() * torch.eye(len(support), dtype=features.dtype)
    weights = support.T @ torch.linalg.solve(support @ support.T + held, labels)
    return functional.cross_entropy(params["ridge.log_scale"].exp() * queries @ weights, query_y)


class ReptileLoop:
    """Reptile (Nichol et al. 2018) with Adam(β₁ = 0) and whole support sets, one task after another."""

    def __init__(self, params: Params, *, inner_lr: float, inner_steps: int, lr: float) -> None:
        self.params = {name: value.clone() for name, value in params.items()}
        self.inner_lr, self.inner_steps, self.lr = inner_lr, inner_steps, lr

    def gradient(self, support_x: Tensor, support_y: Tensor, query_x: Tensor, query_y: Tensor) -> Params:
        total = {name: torch.zeros_like(value) for name, value in self.params.items()}
        for place in range(len(support_x)):
            phi = {name: value.clone().requires_grad_() for name, value in self.params.items()}
            adam = torch.optim.Adam(phi.values(), lr=self.inner_lr, betas=(0.0, 0.999))
            for _ in range(self.inner_steps):
                adam.zero_grad()
                functional.cross_entropy(strided_conv4(phi, support_x[place]), support_y[place]).backward()
                adam.step()
            with torch.no_grad():
                functional.cross_entropy(strided_conv4(phi, query_x[place]), query_y[place]).item()
                for name, value in phi.items():
                    total[name] += (self.params[name] - value) / len(support_x)
        return total

    def step(self, *batch: Tensor) -> None:
        for name, slope in self.gradient(*batch).items():
            self.params[name] -= self.lr * slope


def _slopes(loss: Tensor, at: list[Tensor]) -> tuple[Tensor, ...]:
    return torch.autograd.grad(loss, at, create_graph=True)


def mlp(params: Params, x: Tensor) -> Tensor:
    """Two hidden layers of ReLU, and a linear one."""
    x = functional.relu(functional.linear(x, params["layer1.weight"], params["layer1.bias"]))
    x = functional.relu(functional.linear(x, params["layer2.weight"], params["layer2.bias"]))
    return functional.linear(x, params["head.weight"], params["head.bias"])


def strided_conv4(params: Params, x: Tensor) -> Tensor:
    """Four blocks of strided convolution, batch norm and ReLU; the mean over the picture; a linear layer."""
    return functional.linear(strided_features(params, x), params["head.weight"], params["head.bias"])


def strided_features(params: Params, x: Tensor) -> Tensor:
    """The same without the linear layer."""
    for block in range(1, 5):
        x = functional.conv2d(x, params[f"conv{block}.weight"], stride=2, padding=1)
        weight, bias = params[f"norm{block}.weight"], params[f"norm{block}.bias"]
        x = functional.relu(functional.batch_norm(x, None, None, weight, bias, training=True))
    return x.mean((2, 3))


def pooled_conv4(params: Params, x: Tensor) -> Tensor:
    """Four blocks of convolution, batch norm, ReLU and 2×2 max-pooling; a linear layer."""
    for block in range(1, 5):
        x = functional.conv2d(x, params[f"conv{block}.weight"], padding=1)
        weight, bias = params[f"norm{block}.weight"], params[f"norm{block}.bias"]
        x = functional.max_pool2d(functional.relu(functional.batch_norm(x, None, None, weight, bias, training=True)), 2)
    return functional.linear(x.flatten(1), params["head.weight"], params["head.bias"])


class PrototypicalNetwork(nn.Module):
    """Prototypical Networks (Snell et al. 2017) with Conv4, as a module in float32 with torch's defaults."""

    def __init__(self, params: Params, lr: float) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        for block in range(1, 5):
            weight = params[f"conv{block}.weight"]
            layers.append(nn.Conv2d(weight.shape[1], weight.shape[0], 3, padding=1, bias=False))
            layers += [nn.BatchNorm2d(weight.shape[0]), nn.ReLU(), nn.MaxPool2d(2)]
        self.encoder = nn.Sequential(*layers, nn.Flatten())
        self.names = [f"{sort}{block}.{kind}" for block in range(1, 5) for sort, kind in PARTS]
        with torch.no_grad():
            for name, parameter in zip(self.names, self.parameters(), strict=True):
                parameter.copy_(params[name])
        self.to(next(iter(params.values())).dtype)
        self.optimizer = torch.optim.Adam(self.parameters(), lr=lr)

    def backward(self, support_x: Tensor, query_x: Tensor, query_y: Tensor, ways: int) -> float:
        """One task, its support set in the order of the classes."""
        self.optimizer.zero_grad()
        features = self.encoder(torch.cat([support_x, query_x]))
        prototypes = features[: len(support_x)].view(ways, -1, features.shape[1]).mean(1)
        queries = features[len(support_x) :]
        distances = torch.cdist(queries, prototypes).square()
        loss = functional.cross_entropy(-distances, query_y)
        loss.backward()
        return loss.item()

    def step(self, support_x: Tensor, query_x: Tensor, query_y: Tensor, ways: int) -> None:
        self.backward(support_x, query_x, query_y, ways)
        self.optimizer.step()

    def gradient(self, support_x: Tensor, query_x: Tensor, query_y: Tensor, ways: int) -> Params:
        self.backward(support_x, query_x, query_y, ways)
        pairs = zip(self.names, self.parameters(), strict=True)
        return {name: value.grad.clone() for name, value in pairs if value.grad is not None}


PARTS = (("conv", "weight"), ("norm", "weight"), ("norm", "bias"))
