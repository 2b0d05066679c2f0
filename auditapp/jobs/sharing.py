"""How threads share the interpreter while the window answers keys and jobs compute beside it."""

from __future__ import annotations

import sys
from typing import Final

TURN_SECONDS: Final = 0.0002
"""How long a computing thread may go on after another one asked for its turn.

One key press gives the interpreter away at each of its two dozen statements. At Python's 5 ms it
waits up to 5 ms each time for a report that is being laid out (measured on 3,000 questions: one
press in ten 64 ms instead of 28); at 0.2 ms the press is as quick as the disk. Nothing is lost
where only one thread computes.
"""


def share_fairly() -> None:
    """Let threads take short turns; called once by whoever opens a window with jobs beside it."""
    sys.setswitchinterval(TURN_SECONDS)
