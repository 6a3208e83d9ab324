"""`python -m workbench` opens the window."""

import sys

from workbench.start import main

sys.exit(main())
