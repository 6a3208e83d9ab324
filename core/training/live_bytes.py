"""Counts the bytes of the tensors that live at the same time, operation by operation.

It imports torch at once, so it is imported where something is counted, and not before.
"""

import weakref
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves


class LiveBytes(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Inside, every tensor that an operation gives counts until nothing holds its memory any more.

    Memory that several tensors share counts once. What an operation takes for itself while it works does not count.
    """

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.now = 0  # bytes
        self.most = 0  # bytes, so far
        self._alive: dict[int, weakref.ref[Any]] = {}

    def __torch_dispatch__(
        self,
        func: Callable[..., Any],
        types: Sequence[type],
        args: Sequence[Any] = (),
        kwargs: Mapping[str, Any] | None = None,
    ) -> Any:
        given = func(*args, **(kwargs or {}))
        for value in tree_leaves(given):
            if isinstance(value, Tensor):
                self._count(value)
        return given

    def _count(self, tensor: Tensor) -> None:
        memory = tensor.untyped_storage()
        key, size = id(memory), memory.nbytes()
        if key in self._alive:
            return

        def gone(_: Any) -> None:
            del self._alive[key]
            self.now -= size

        self._alive[key] = weakref.ref(memory, gone)
        self.now += size
        self.most = max(self.most, self.now)
