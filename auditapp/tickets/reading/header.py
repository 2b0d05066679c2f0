"""Where a table begins: the header under title rows, in one row or two, merged or not."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.tickets.fields import plain
from auditapp.tickets.reading.shapes import recipe
from auditapp.tickets.words import ALIASES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LOOKED_AT: Final = 50
_NUMBER: Final = re.compile(r"[-+]?[\d,.]*\d[\d,.]*%?")
_LONGEST_HEAD: Final = 80
_JOINT: Final = " / "


@dataclass(frozen=True, slots=True)
class Header:
    """The head of a table.

    ``row`` is its last row counted from 1 (0 = there is none), ``first`` its first; ``names``
    are unique: equal ones get a number behind them, empty ones are ``#3``.
    """

    row: int
    first: int
    names: tuple[str, ...]


def find(rows: Sequence[Sequence[str]], merged: Iterable[tuple[int, int, int, int]] = ()) -> Header:
    """The header of a table from its first rows.

    ``merged`` are ranges (top, left, bottom, right) counted from 0. Rows of one
    title cell, of notes and blank rows are passed over.
    """
    width = _width(rows)
    best, best_score = -1, 0.0
    for index, row in enumerate(rows[:_LOOKED_AT]):
        # Of two rows that look alike the upper one is the head.
        score = _score(row, rows[index + 1 :], width) - 0.03 * index
        if score > best_score:
            best, best_score = index, score
        if _is_data(row, width):
            break
    if best < 0:
        return Header(0, 0, _unique([""] * width))
    merged = tuple(merged)
    if _goes_on(rows, best, width):
        best += 1
    top = _upper(rows, best, width, merged)
    if top is None:
        return Header(best + 1, best + 1, _unique(_padded(rows[best], width)))
    names = _joined(_filled(rows[top], width, merged, top), _padded(rows[best], width))
    return Header(best + 1, top + 1, _unique(names))


def at(rows: Sequence[Sequence[str]], row: int) -> Header:
    """The header in a given row (counted from 1; 0 = none)."""
    width = _width(rows)
    if row == 0 or row > len(rows):
        return Header(0, 0, _unique([""] * width))
    return Header(row, row, _unique(_padded(rows[row - 1], max(width, len(rows[row - 1])))))


def tidy(text: str) -> str:
    """A head as it is shown: one line, no marks."""
    return " ".join(text.replace("\ufeff", "").split())


def _width(rows: Sequence[Sequence[str]]) -> int:
    widths = Counter(len(row) for row in rows if any(cell.strip() for cell in row))
    if not widths:
        return 0
    return max(widths, key=lambda width: (widths[width], width))


def _is_data(row: Sequence[str], width: int) -> bool:
    """A row with a date or with numbers in a third of its cells is no longer head."""
    cells = [cell.strip() for cell in row if cell.strip()]
    if not cells or len(row) < width:
        return False
    return any(_is_time(cell) for cell in cells) or (
        sum(_NUMBER.fullmatch(cell) is not None for cell in cells) * 3 >= len(cells)
    )


def _is_time(cell: str) -> bool:
    if _NUMBER.fullmatch(cell):
        return False
    shape = "".join("9" if s.isdigit() else s for s in unicodedata.normalize("NFKC", cell))
    return "9" in shape and recipe(shape) is not None


def _score(row: Sequence[str], below: Sequence[Sequence[str]], width: int) -> float:
    cells = [tidy(cell) for cell in row]
    filled = [cell for cell in cells if cell]
    if not filled or len(row) > width * 2:
        return 0
    if any(_is_time(cell) or len(cell) > _LONGEST_HEAD for cell in filled):
        return 0
    texts = sum(_NUMBER.fullmatch(cell) is None for cell in filled) / len(filled)
    full = len(filled) / max(width, 1)
    if width > 1 and len(filled) == 1:
        return 0
    if texts < 0.5 or full < 0.5:
        return 0
    different = len(set(filled)) / len(filled)
    known = sum(plain(cell) in _KNOWN for cell in filled) / len(filled)
    under = _difference(cells, below)
    return full * 0.8 + texts * 0.6 + different * 0.3 + known * 2 + under


def _difference(cells: Sequence[str], below: Sequence[Sequence[str]]) -> float:
    """How often what stands below a head looks like something else."""
    if not below:
        return 0.2
    other = looked = 0
    for index, head in enumerate(cells):
        values = [
            row[index].strip() for row in below[:20] if len(row) > index and row[index].strip()
        ]
        if not head or not values:
            continue
        looked += 1
        typed = sum(_is_time(value) or _NUMBER.fullmatch(value) is not None for value in values)
        repeated = head in values
        other += typed * 2 >= len(values) or (not repeated and len(set(values)) * 2 < len(values))
    return other / looked if looked else 0


def _goes_on(rows: Sequence[Sequence[str]], best: int, width: int) -> bool:
    """Whether the next row still is head: words alone, and some where the first row has gaps."""
    if best + 2 >= len(rows):
        return False
    first, second = _padded(rows[best], width), _padded(rows[best + 1], width)
    words = [cell for cell in second if cell]
    if len(words) < 2 or any(_is_time(it) or _NUMBER.fullmatch(it) for it in words):
        return False
    gaps = [at for at, cell in enumerate(first) if not cell]
    whole = all(above or below for above, below in zip(first, second, strict=True))
    # Data under a head with gaps fills the other columns too; a second head leaves them empty.
    return any(second[at] for at in gaps) and whole and len(words) < width


def _upper(
    rows: Sequence[Sequence[str]],
    best: int,
    width: int,
    merged: Iterable[tuple[int, int, int, int]],
) -> int | None:
    """The row above that groups the heads: some cells over several, gaps or merged in between."""
    if best == 0:
        return None
    above = _padded(rows[best - 1], width)
    filled = sum(bool(cell) for cell in above)
    own = _padded(rows[best], width)
    groups = sum(top <= best - 1 <= bottom and right > left for top, left, bottom, right in merged)
    down = any(cell and not below for cell, below in zip(above, own, strict=True))
    twice = len(set(filter(None, own))) < sum(bool(cell) for cell in own)
    # A title stands alone in its row; groups are at least two, and they are needed to tell the
    # heads apart, reach down over empty ones, or are merged.
    if not 2 <= filled <= width or any(_is_time(cell) for cell in above):
        return None
    return best - 1 if groups > 1 or down or twice else None


def _filled(
    row: Sequence[str], width: int, merged: Iterable[tuple[int, int, int, int]], index: int
) -> list[str]:
    """The upper row with each group written over all of its columns."""
    cells = _padded(row, width)
    across = [(left, right) for top, left, bottom, right in merged if top <= index <= bottom]
    if across:
        for left, right in across:
            for column in range(left + 1, min(right + 1, width)):
                cells[column] = cells[column] or cells[left]
        return cells
    for column in range(1, width):
        cells[column] = cells[column] or cells[column - 1]
    return cells


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    names: list[str] = []
    for above, below in zip(upper, lower, strict=True):
        both = [part for part in (above, below) if part]
        names.append(both[0] if len(set(both)) == 1 else _JOINT.join(both))
    return names


def _padded(row: Sequence[str], width: int) -> list[str]:
    return [tidy(cell) for cell in row[:width]] + [""] * (width - len(row))


def _unique(names: Sequence[str]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    taken = {name for name in names if name}
    made: list[str] = []
    for index, name in enumerate(names, 1):
        own = name or f"#{index}"
        seen[own] += 1
        if seen[own] > 1:
            number = seen[own]
            while f"{own} ({number})" in taken:
                number += 1
            own = f"{own} ({number})"
            taken.add(own)
        made.append(own)
    return tuple(made)


_KNOWN: Final = frozenset(plain(word) for words in ALIASES.values() for word in words.split(","))
