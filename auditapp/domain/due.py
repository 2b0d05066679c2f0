"""When an action needs someone because its day comes near (the home screen's words)."""

from __future__ import annotations

from typing import Final

DUE_SOON_DAYS: Final = 14
