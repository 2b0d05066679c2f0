"""``python -m auditapp``."""

from __future__ import annotations

import sys

from auditapp.bootstrap import main

if __name__ == "__main__":
    sys.exit(main())
