"""`python -m workbench` opens the window."""

import sys

from workbench.app import main

sys.exit(main())
