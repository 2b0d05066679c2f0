"""The errors that the core raises on purpose.

A :class:`UserError` carries a code and arguments, never a sentence: ``auditapp.texts`` turns it
into one in the asked language, for the window, the command line and the reports alike.
"""

from __future__ import annotations


class UserError(Exception):
    """The input or the environment is at fault; the user gets one clear sentence.

    ``code`` names the sentence ``error.<code>`` in the texts; ``args_by_name`` fills its
    placeholders.
    """

    def __init__(self, code: str, /, **args_by_name: object) -> None:
        super().__init__(code)
        self.code = code
        self.args_by_name = args_by_name

    def __str__(self) -> str:
        """The code and its arguments, for logs and tests (never shown to a user)."""
        parts = ", ".join(f"{name}={value!r}" for name, value in sorted(self.args_by_name.items()))
        return f"{self.code}({parts})"
