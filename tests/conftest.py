"""What all tests share: compiled texts, and a text that is missing raises instead of showing."""

from __future__ import annotations

import contextlib
import os

from auditapp.devtools.texts import TextError, build_if_stale

# The environment, so that programs started by a test are as strict.
os.environ["AUDITAPP_STRICT_TEXTS"] = "1"
# A fault in the sources fails the tests of the texts; the others use what was built before.
with contextlib.suppress(TextError):
    build_if_stale()

pytest_plugins = ["tests.worlds"]
