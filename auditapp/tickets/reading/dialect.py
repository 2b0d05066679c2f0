"""Which sign parts the columns of a text file, and how its first rows read."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

_CANDIDATES: Final = (",", ";", "\t", "|", "，", "^", "~", "\x01", "\x1f", "¦", "#", ":")
_LOOKED_AT: Final = 200
_HINT: Final = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
#: Longer than any cell that people write; csv refuses 131,072 and more by itself.
FIELD_LIMIT: Final = 1 << 24


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a text file is written; ``hinted``: its first line says the delimiter (``sep=;``)."""

    delimiter: str
    quote: str = '"'
    escape: str = ""
    hinted: bool = False


def guess(text: str, delimiter: str | None = None) -> Dialect:
    """The dialect of a text by its first rows: the sign that makes the most even table."""
    hint = _HINT.match(text)
    if hint is not None and delimiter is None:
        return Dialect(hint.group(1), _quote(text, hint.group(1)), _escape(text), hinted=True)
    if delimiter is None:
        scores = {sign: _evenness(text, sign) for sign in _CANDIDATES if sign in text}
        delimiter = max(scores, key=lambda sign: scores[sign], default=",")
        if not scores or scores[delimiter] <= 0:
            delimiter = ","
    return Dialect(delimiter, _quote(text, delimiter), _escape(text))


def rows_of(text: str, dialect: Dialect, limit: int = _LOOKED_AT) -> list[list[str]]:
    """The first rows of a text."""
    csv.field_size_limit(FIELD_LIMIT)
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=dialect.delimiter,
        quotechar=dialect.quote,
        escapechar=dialect.escape or None,
        doublequote=True,
    )
    found: list[list[str]] = []
    try:
        for row in reader:
            found.append(row)
            if len(found) >= limit:
                break
    except csv.Error:
        pass
    return found


def _evenness(text: str, sign: str) -> float:
    """How well a sign parts a text: many rows of the same width, more than one column."""
    sample = rows_of(text[: 1 << 16], Dialect(sign, _quote(text, sign)))
    if len(sample) > 1:
        sample = sample[:-1]
    widths = Counter(len(row) for row in sample if any(row))
    if not widths:
        return 0
    (width, often), *_ = sorted(
        widths.items(), key=lambda item: item[1] * (1 if item[0] > 1 else 0.1), reverse=True
    )
    if width < 2:
        return 0
    share = often / sum(widths.values())
    weight = {",": 1.0, "\t": 1.05, ";": 1.0, "|": 1.0}.get(sign, 0.7 if sign != ":" else 0.3)
    return share * weight * (1 + min(width, 30) / 100)


def _quote(text: str, delimiter: str) -> str:
    double = text.count('"')
    part = re.escape(delimiter)
    single = len(
        re.findall(rf"(?:^|{part})'[^'\n]*'(?={part}|\r?$)", text[: 1 << 16], re.MULTILINE)
    )
    return "'" if single > 5 and double * 4 < single else '"'


def _escape(text: str) -> str:
    r"""A backslash where quotes are written \" and never ""."""
    written = len(re.findall(r'[^\\]\\"[^,;\t|\r\n]', text))
    return "\\" if written > 1 and text.count('""') == 0 else ""
