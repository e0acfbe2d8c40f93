"""`python -m levend` is the same as `levend`."""

import sys

from levend.cli.main import main

sys.exit(main())
