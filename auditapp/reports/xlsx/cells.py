"""What may stand in a cell: neutralised, without control characters, short enough for Excel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Excel keeps at most this many UTF-16 units in a cell.
CELL_LIMIT: Final = 32_767
_CUT_MARK: Final = " […]"
# Everything XML 1.0 does not carry, and U+FFFE/U+FFFF.
_CONTROL: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)
_RISKY: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # noqa: RUF001


def safe_text(text: str) -> str:
    """``text`` as a cell can hold it.

    A leading ``= + - @`` (also full width, and after blanks) gets an apostrophe before it, so no
    program that reads the file, or a CSV made of it, takes it for a formula. Control characters
    go; what exceeds 32,767 UTF-16 units is cut and marked.
    """
    if not text:
        return text
    if not text.isprintable():
        text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if text.lstrip().startswith(_RISKY):
        text = "'" + text
    return _shorten(text)


def _shorten(text: str) -> str:
    # Only characters beyond the basic plane take two units; below a half there is no need to count.
    if len(text) <= CELL_LIMIT // 2:
        return text
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 <= CELL_LIMIT:
        return text
    room = (CELL_LIMIT - len(_CUT_MARK)) * 2
    kept = text.encode("utf-16-le", "surrogatepass")[:room].decode("utf-16-le", "ignore")
    return kept + _CUT_MARK


def link_formula(sheet: str, column: str, target: str) -> str:
    """A formula that leads to the row of ``target`` in a sheet's first column ``column``.

    The row is looked up when the link is used, so it still leads there after sorting.
    """
    quoted = target.replace('"', '""')
    place = sheet.replace("'", "''")
    row = f"MATCH(\"{quoted}\",'{place}'!${column}:${column},0)"
    shown = place.replace('"', '""')
    return f'=HYPERLINK("#\'{shown}\'!{column}"&{row},"{quoted}")'


def unique_heads(heads: Sequence[str]) -> list[str]:
    """Column heads as a table needs them: not empty, at most 255 long, different without case."""
    seen: set[str] = set()
    found: list[str] = []
    for position, head in enumerate(heads, 1):
        base = " ".join(head.split())[:240] or f"#{position}"
        name, n = base, 2
        while name.casefold() in seen:
            name, n = f"{base} {n}", n + 1
        seen.add(name.casefold())
        found.append(name)
    return found
