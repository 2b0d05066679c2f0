"""Which column is probably which field: by names in both languages, contents and likeness.

A suggestion is shown and never applied by itself; each column serves one field, each field has
one column.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.tickets.fields import FIELDS, Field, Kind, Table, fields_of, plain
from auditapp.tickets.normalise import code_words, flag_words
from auditapp.tickets.reading.shapes import How, recipe

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ENOUGH: Final = 0.72
_LEAST_LIKENESS: Final = 86


@dataclass(frozen=True, slots=True)
class Profile:
    """What the first values of a column look like: shares of the filled ones, from 0 to 1."""

    filled: int
    times: float
    serials: float
    numbers: float
    flags: float
    different: float
    length: float

    @property
    def kind(self) -> str:
        """``time``, ``number``, ``flag``, ``code``, ``text`` or ``empty``."""
        if not self.filled:
            return "empty"
        if self.times >= 0.8:
            return "time"
        if self.flags >= 0.9:
            return "flag"
        if self.numbers >= 0.9:
            return "number"
        return "code" if self.different <= 0.5 and self.length <= 40 else "text"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A column for a field, with how sure it is (0 to 1)."""

    field: str
    column: str
    confidence: float


def profile(values: Sequence[str]) -> Profile:
    """What a column's sample looks like."""
    filled = [unicodedata.normalize("NFKC", value).strip() for value in values if value.strip()]
    if not filled:
        return Profile(0, 0, 0, 0, 0, 0, 0)
    words = flag_words(late=False, on_time=True)
    made = [recipe("".join("9" if s.isdigit() else s for s in value)) for value in filled]
    n = len(filled)
    return Profile(
        n,
        sum(
            it is not None and it.how is How.FORMAT and _may_be_time(value)
            for it, value in zip(made, filled, strict=True)
        )
        / n,
        sum(it is not None and it.how is not How.FORMAT for it in made) / n,
        sum(_is_number(value) for value in filled) / n,
        sum(plain(value) in words for value in filled) / n,
        len(set(filled)) / n,
        sum(map(len, filled)) / n,
    )


def suggest(
    columns: Sequence[str], sample: Sequence[Sequence[str]], table: Table = Table.TICKETS
) -> tuple[Suggestion, ...]:
    """The likely mapping of a source's columns, in the order of the fields."""
    cells = [[row[at] for row in sample if at < len(row)] for at in range(len(columns))]
    profiles = [profile(values) for values in cells]
    pairs: list[tuple[float, int, int, str]] = []
    for order, field in enumerate(fields_of(table)):
        for at, column in enumerate(columns):
            score = _score(field, column, profiles[at])
            if score > 0:
                score += _codes(field, cells[at])
            if score >= _ENOUGH:
                pairs.append((-score, order, at, field.id))
    chosen: dict[str, tuple[int, float]] = {}
    taken: set[int] = set()
    for score, _, at, name in sorted(pairs):
        if name not in chosen and at not in taken:
            chosen[name] = at, -score
            taken.add(at)
    return tuple(
        Suggestion(name, columns[chosen[name][0]], round(min(1.0, chosen[name][1]), 2))
        for name in FIELDS
        if name in chosen
    )


def suggest_values(field: Field, values: Sequence[str]) -> Mapping[str, str]:
    """Written values → codes: by known words, else by likeness (to be confirmed)."""
    from rapidfuzz import fuzz, process

    words = code_words(field.code_set)
    found: dict[str, str] = {}
    for value in values:
        key = plain(value)
        code = words.get(key)
        if code is None and len(key) > 2:
            like = process.extractOne(key, list(words), scorer=fuzz.ratio, score_cutoff=80)
            code = words[like[0]] if like is not None else None
        if code is not None:
            found[value] = code
    return found


def _score(field: Field, column: str, seen: Profile) -> float:
    name = _name_score(field, column)
    if name <= 0:
        return 0
    return name + _contents(field, seen)


def _name_score(field: Field, column: str) -> float:
    """1 for a known name (a little less down the list), below for likeness."""
    from rapidfuzz import fuzz

    key = plain(column.rpartition(" / ")[2]) or plain(column)
    whole = plain(column)
    if not key:
        return 0
    best = 0.0
    for place, alias in enumerate(field.aliases):
        word = plain(alias)
        if word in (key, whole):
            return 1 - 0.004 * place
        if len(word) > 3 and len(key) > 3:
            like = fuzz.ratio(word, key)
            if like >= _LEAST_LIKENESS:
                best = max(best, like / 100 * 0.85)
            elif len(word) > 5 and word in key:
                best = max(best, 0.55 + 0.35 * len(word) / len(key))
    return best


def _contents(field: Field, seen: Profile) -> float:
    """What the contents say for or against a field."""
    if not seen.filled:
        return -0.1
    fits = {
        Kind.TIME: seen.times + seen.serials,
        Kind.NUMBER: seen.numbers,
        Kind.FLAG: seen.flags,
    }.get(field.kind)
    if fits is not None:
        against = 0.6 * (1 - seen.times) if field.kind is Kind.TIME else 0.3
        return 0.1 if fits >= 0.8 else -against
    if seen.times >= 0.8:
        return -0.6
    if field.column == "ticket_id":
        return 0.1 if seen.different >= 0.95 else -0.05
    few = 0.05 if seen.different <= 0.5 else -0.1
    return few if field.kind is Kind.CODE else 0.0


def _codes(field: Field, values: Sequence[str]) -> float:
    """Values of a closed set that are none of its words speak against the field."""
    filled = [value for value in values if value.strip()]
    if not field.codes or not filled:
        return 0.0
    words = code_words(field.code_set)
    known = sum(plain(value) in words for value in filled) / len(filled)
    return 0.05 if known >= 0.5 else -0.25 if known < 0.05 else 0.0


def _may_be_time(value: str) -> bool:
    """Digits alone are a time only where year, month and day can be ones: most are numbers."""
    if not value.isdigit():
        return True
    return value[:2] in ("19", "20") and "01" <= value[4:6] <= "12" and "01" <= value[6:8] <= "31"


def _is_number(value: str) -> bool:
    try:
        float(value.replace(",", ""))
    except ValueError:
        return False
    return True
