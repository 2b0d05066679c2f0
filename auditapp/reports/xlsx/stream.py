"""Long sheets as XML: rows are streamed into the sheet that openpyxl made with its head alone.

openpyxl takes five times as long for the same cells, keeps no value beside a formula, and holds
each link in memory (traps.md); everything around the rows stays its work.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from auditapp.reports.xlsx.cells import link_formula, safe_text
from auditapp.reports.xlsx.columns import Badge, Kind, Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from auditapp.reports.xlsx.columns import CellValue, Column

#: Excel's first sheet row that a table can fill; more rows are refused before.
LAST_ROW: Final = 1_048_576
_EPOCH: Final = date(1899, 12, 30).toordinal()
_ESCAPE_LIKE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LINE_HEIGHT: Final = 14.5
_MOST_LINES: Final = 14
_NO_MARKUP: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})

Styles = "Mapping[str, int]"


def column_letters(position: int) -> str:
    """The letters of the column at ``position`` (1 = A)."""
    letters = ""
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def xml_text(text: str) -> str:
    """``text`` as XML content; what looks like one of Excel's own escapes is kept as it reads."""
    if "_x" in text:
        text = _ESCAPE_LIKE.sub("_x005F_", text)
    if "&" in text or "<" in text or ">" in text:
        text = text.translate(_NO_MARKUP)
    return text


def row_xml(
    columns: Sequence[Column[object]],
    styles: Mapping[str, int],
    titles: Mapping[str, str],
    rows: Iterable[object],
    step: Callable[[int], None],
) -> Iterator[str]:
    """The ``<row>`` elements from row 2 on.

    ``styles`` gives the style id of a kind or of ``badge.<look>``, ``titles`` a sheet's title by
    key. ``step`` hears the number of finished rows after each 200.
    """
    plan = [
        (column_letters(i), column.kind, column.value, column.width)
        for i, column in enumerate(columns, 1)
    ]
    for number, row in enumerate(rows, 2):
        cells: list[str] = []
        lines = 1
        for letters, kind, value_of, width in plan:
            value = value_of(row)
            if value is None or value == "":
                cells.append(f'<c r="{letters}{number}" s="{styles[kind]}"/>')
                continue
            if kind is Kind.WRAP and isinstance(value, str) and len(value) > width // 2:
                lines = max(lines, _lines(value, width))
            cells.append(_cell(f"{letters}{number}", kind, value, styles, titles))
        # A height of our own only where the text is so long that the row would fill the screen.
        height = ""
        if lines > _MOST_LINES:
            height = f' ht="{_MOST_LINES * _LINE_HEIGHT}" customHeight="1"'
        yield f'<row r="{number}"{height}>{"".join(cells)}</row>'
        if number % 200 == 0:
            step(number - 1)


def _cell(
    place: str,
    kind: Kind,
    value: CellValue,
    styles: Mapping[str, int],
    titles: Mapping[str, str],
) -> str:
    style = styles[kind]
    if isinstance(value, str):
        return _string(place, style, value)
    if isinstance(value, Badge):
        return _string(place, styles.get(f"badge.{value.look}", style), value.text)
    if isinstance(value, Link):
        formula = link_formula(titles[value.sheet], "A", value.number)
        shown = xml_text(safe_text(value.number))
        return (
            f'<c r="{place}" s="{style}" t="str"><f>{xml_text(formula[1:])}</f><v>{shown}</v></c>'
        )
    if isinstance(value, date):
        value = value.toordinal() - _EPOCH
    return f'<c r="{place}" s="{style}"><v>{value!r}</v></c>'


def _string(place: str, style: int, text: str) -> str:
    body = xml_text(safe_text(text))
    # Excel drops blanks at the ends and may drop line ends unless told to keep them.
    keep = ' xml:space="preserve"' if body != body.strip() or "\n" in body else ""
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t{keep}>{body}</t></is></c>'


def _lines(text: str, width: float) -> int:
    """How many lines a wrapped text takes, a Chinese character being two wide."""
    count = 0
    for line in text.split("\n"):
        wide = len(line.encode("utf-8")) - len(line)
        count += 1 + int((len(line) + wide / 2) / width)
        if count > _MOST_LINES:
            break
    return count
