"""``python -m core`` is the command ``innerloop``."""

import sys

from core.cli import main

sys.exit(main())
