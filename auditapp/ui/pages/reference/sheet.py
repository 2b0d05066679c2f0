"""Rich text for what is read here, in the theme's colours; every text is escaped."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from auditapp.ui.theme import CAPTION, TITLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditapp.ui.theme import Theme, Token


class Sheet:
    """Collects the blocks of one text; ``html`` is what QTextBrowser shows.

    ``words`` are those searched for: they are marked where they stand.
    """

    def __init__(self, theme: Theme, words: str = "") -> None:
        self._css = theme.css
        found = "|".join(re.escape(it) for it in sorted(words.split(), key=len, reverse=True))
        self._marks = re.compile(found, re.IGNORECASE) if found else None
        self._parts: list[str] = []

    @property
    def html(self) -> str:
        """Everything written so far."""
        return "".join(self._parts)

    def title(self, words: str) -> None:
        """The name of what is shown."""
        style = f"font-size:{TITLE}px; font-weight:600; margin:0 0 4px 0"
        self._parts.append(f'<p style="{style}">{self._marked(words)}</p>')

    def head(self, words: str) -> None:
        """A small heading."""
        style = f"font-size:{CAPTION}px; font-weight:600; color:{self._css('muted')}"
        self._parts.append(f'<p style="{style}; margin:16px 0 4px 0">{escape(words)}</p>')

    def text(self, words: str, token: Token = "text", *, below: int = 6) -> None:  # noqa: S107  (a colour)
        """A paragraph."""
        style = f"color:{self._css(token)}; margin:0 0 {below}px 0"
        self._parts.append(f'<p style="{style}">{self._marked(words)}</p>')

    def link(self, target: str, words: str, before: str = "", after: str = "") -> None:
        """A paragraph with one link in it."""
        self._parts.append(
            f'<p style="margin:0 0 6px 0">{escape(before)}{self._anchor(target, words)}'
            f"{escape(after)}</p>"
        )

    def pills(self, pills: Sequence[tuple[str, Token, Token]]) -> None:
        """Words in small boxes, each with its ink and its ground, in one line."""
        boxes = [
            f'<span style="font-size:{CAPTION}px; color:{self._css(ink)};'
            f' background:{self._css(back)}">&nbsp;{escape(words)}&nbsp;</span>'
            for words, ink, back in pills
            if words
        ]
        self._parts.append(f'<p style="margin:4px 0 12px 0">{"&nbsp; ".join(boxes)}</p>')

    def facts(self, rows: Sequence[tuple[str, str]]) -> None:
        """Names and values under each other; a row without a value is left out."""
        lines = "".join(
            f'<tr><td style="color:{self._css("muted")}; padding:0 16px 4px 0">{escape(name)}</td>'
            f'<td style="padding:0 0 4px 0">{escape(value)}</td></tr>'
            for name, value in rows
            if value
        )
        self._parts.append(f'<table cellspacing="0" cellpadding="0">{lines}</table>')

    def listed(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Numbers and words in two columns; a number with a target is a link."""
        lines = "".join(
            f'<tr><td style="padding:0 12px 6px 0; white-space:nowrap">'
            f"{self._anchor(target, number) if target else escape(number)}</td>"
            f'<td style="padding:0 0 6px 0">{escape(words)}</td></tr>'
            for target, number, words in rows
        )
        self._parts.append(f'<table cellspacing="0" cellpadding="0">{lines}</table>')

    def box(self, words: str, token: Token = "sunken") -> None:  # noqa: S107  (a colour)
        """A paragraph on a coloured ground."""
        self._parts.append(
            f'<table width="100%" cellpadding="8" cellspacing="0" style="margin:8px 0 8px 0"><tr>'
            f'<td style="background:{self._css(token)}">{escape(words)}</td></tr></table>'
        )

    def _marked(self, words: str) -> str:
        if self._marks is None:
            return escape(words)
        parts: list[str] = []
        at = 0
        for hit in self._marks.finditer(words):
            back = self._css("accent_soft")
            parts.append(escape(words[at : hit.start()]))
            parts.append(f'<span style="background:{back}">{escape(hit[0])}</span>')
            at = hit.end()
        return "".join(parts) + escape(words[at:])

    def _anchor(self, target: str, words: str) -> str:
        colour = self._css("accent")
        return f'<a href="{escape(target)}" style="color:{colour}">{escape(words)}</a>'
