"""What all tests share: compiled texts, and a text that is missing raises instead of showing."""

from __future__ import annotations

import os

from auditapp.devtools.texts import build_if_stale

# The environment, so that programs started by a test are as strict.
os.environ["AUDITAPP_STRICT_TEXTS"] = "1"
build_if_stale()
