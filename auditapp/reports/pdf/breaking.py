"""Breaking text into lines: Chinese between characters, Latin between words.

Rules for line ends and starts (GB/T 15834-2011): no closing mark begins a line, no opening bracket
ends one; words, numbers and their signs stay whole unless they are wider than the line.
"""

# ruff: noqa: RUF001  (these marks are what the module is about)
from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Marks that open something: never last on a line.
_OPEN: Final = r"（《〈「『【〔〖“‘\(\[\{＜￥＄"
# Marks that close something or end a phrase: never first on a line.
_CLOSE: Final = r"，。、；：？！）》〉」』】〕〗”’…—～·％‰℃＞"
_CLOSE_ASCII: Final = r"\),.;:!?\]\}%/"
_HAN: Final = (
    r"\u2e80-\u2fdf\u3005-\u3007\u3012\u3013\u3020-\u30ff\u3100-\u33ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U00020000-\U0003ffff"
)
_NEVER_FIRST: Final = re.compile(f"[{_CLOSE}{_CLOSE_ASCII}]")
_NEVER_LAST: Final = re.compile(f"[{_OPEN}]")
#: One piece that is never broken, or a run of blanks.
_PIECE: Final = re.compile(
    rf"[ \u3000\u00a0]+"
    rf"|[{_OPEN}]*(?:[{_HAN}][{_CLOSE}{_CLOSE_ASCII}]*"
    rf"|(?:[^\s{_OPEN}{_HAN}{_CLOSE}]|(?<=\w)[’·](?=\w))+[{_CLOSE}]*)"
    rf"|[{_OPEN}]+[{_CLOSE}{_CLOSE_ASCII}]*"
    rf"|[{_CLOSE}]+"
)


def pieces(line: str) -> list[str]:
    """A line of text (no line ends) in pieces that must not be broken."""
    return _PIECE.findall(line)


def break_lines(
    text: str, width: float, measure: Callable[[str], float], first: float = 0.0
) -> list[str]:
    """``text`` in lines not wider than ``width``; the first one has ``first`` less room.

    Line ends of the text stay. A piece wider than a line is broken between characters.
    """
    lines: list[str] = []
    room = width - first
    for paragraph in text.split("\n"):
        for line in _fill(pieces(paragraph), room, width, measure):
            lines.append(line)
            room = width
    return lines


def _fill(
    parts: list[str], room: float, width: float, measure: Callable[[str], float]
) -> Iterator[str]:
    line: list[str] = []
    used = 0.0
    waiting = 0.0
    for part in parts:
        size = measure(part)
        if part.isspace():
            # Blanks count only when something follows them on the same line.
            if line:
                line.append(part)
                waiting += size
            continue
        if line and used + waiting + size > room:
            yield "".join(line).rstrip()
            line, used, waiting, room = [], 0.0, 0.0, width
        while size > room:
            head = _head(part, room - used - waiting, measure)
            yield "".join([*line, head])
            line, used, waiting, room = [], 0.0, 0.0, width
            part = part[len(head) :]  # noqa: PLW2901  (what is left of the piece)
            size = measure(part)
        line.append(part)
        used += waiting + size
        waiting = 0.0
    yield "".join(line).rstrip()


def _head(part: str, room: float, measure: Callable[[str], float]) -> str:
    """As much of a too wide piece as fits, at least one character."""
    used = 0.0
    for position, char in enumerate(part):
        used += measure(char)
        if used > room:
            return part[: _better(part, max(position, 1))]
    return part


def _better(part: str, cut: int) -> int:
    """A cut at or before ``cut`` that keeps the rules for line ends, where there is one."""
    best = cut
    while best > 1 and (_NEVER_FIRST.match(part[best]) or _NEVER_LAST.match(part[best - 1])):
        best -= 1
    return best if best > 1 else cut
