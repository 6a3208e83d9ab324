"""`torch`, imported when a tensor is first needed.

Reading the schema of an experiment imports every algorithm, learner and dataset; importing torch takes longer than
opening the window. So the engine writes ``from core.lazy import torch`` and pays for torch at its first attribute.
"""

import importlib
import types
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import torch as torch
else:

    class _ModuleOnDemand(types.ModuleType):
        def __getattr__(self, name: str) -> Any:
            module = importlib.import_module(object.__getattribute__(self, "__name__"))
            value = getattr(module, name)
            self.__dict__[name] = value  # the next look-up does not come here
            return value

    torch = _ModuleOnDemand("torch")
