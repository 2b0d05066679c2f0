"""Every sentence that leaves the core, in both languages: a code and arguments in, text out.

The catalogues are JSON that ``python -m auditapp.devtools.texts`` compiles from
``resources/texts/*.yaml``.
"""

from __future__ import annotations

from auditapp.texts.catalogue import MissingText, Texts, load, parse_lang

__all__ = ["MissingText", "Texts", "load", "parse_lang"]
