"""Draft packs: what a question still lacks, and how such a question is read all the same.

A draft (``status: draft`` in pack.yaml) needs of a question only its id, its section and its text
in one language. Nothing is made up: what is missing is not in the file. Reading fills in stand-ins,
so that the strict rules can judge what is there, and takes them out again; ``Question.missing``
names them (docs/packs.md, Drafts).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, cast

from auditapp.packs.content import Bilingual, BilingualList, MeasureUnit, Rating

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditapp.packs.content import Question

Plain = dict[str, Any]

_TEXT: Final = {"en": "x", "zh": "无"}
_POINTS: Final = {"en": ["a", "b", "c"], "zh": ["甲", "乙", "丙"]}
_RATING: Final = {
    "measure": _TEXT,
    "unit": "cases",
    "bands": [
        {"result": "conforming", "up_to": 0, "text": _TEXT},
        {"result": "improvement", "up_to": 0, "weakness": True, "text": _TEXT},
        {"result": "minor", "over": 0, "text": _TEXT},
    ],
}
# What a question of a complete pack must have, besides id, section and q; in the YAML's order.
_NEEDED: Final[Plain] = {
    "version": 1,
    "type": "document",
    "scope": "per_unit",
    "core": False,
    "prepare": "site",
    "effort": {"question": 1, "item": 0},
    "weight": 3,
    "na_allowed": True,
    "verified": False,
    "source": "practice",
    "ask": _TEXT,
    "look_for": _POINTS,
    "evidence": _POINTS,
    "negative_test": _TEXT,
    "rating": _RATING,
}
# A draft counts these as done: nobody has to judge anything to fill them in.
_UNTOLD: Final = frozenset({"version", "verified"})
_HEAD_NEEDED: Final[Plain] = {"audience": _TEXT, "description": _TEXT}
_EMPTY: Final = Bilingual("", "")
_NO_POINTS: Final = BilingualList((), ())
_BLANKS: Final[dict[str, Callable[[Question], Question]]] = {
    "ask": lambda it: replace(it, ask=_EMPTY),
    "look_for": lambda it: replace(it, look_for=_NO_POINTS),
    "evidence": lambda it: replace(it, evidence=_NO_POINTS),
    "negative_test": lambda it: replace(it, negative_test=_EMPTY),
    "rating": lambda it: replace(it, rating=Rating(_EMPTY, MeasureUnit.CASES, ())),
    "effort": lambda it: replace(it, effort_question=0, effort_item=0),
}


def is_draft(head: object) -> bool:
    """Whether the head of a pack says that it is a draft."""
    return isinstance(head, dict) and cast("Plain", head).get("status") == "draft"


def complete_head(head: Plain) -> tuple[Plain, tuple[str, ...]]:
    """The head of a draft with stand-ins, and what is missing."""
    full, missing = _complete(head, _HEAD_NEEDED)
    title = full.get("title")
    if isinstance(title, dict):
        full["title"] = _both_languages(cast("Plain", title), ("title",), missing)
    sections = full.get("sections")
    if isinstance(sections, list):
        full["sections"] = [
            _both_below(it, ("sections",), missing) for it in cast("list[Any]", sections)
        ]
    return full, tuple(dict.fromkeys(missing))


def complete_question(row: Plain) -> tuple[Plain, tuple[str, ...]]:
    """A question of a draft with stand-ins for what is missing, and the names of that.

    What is there is never touched, right or wrong: the strict model judges it.
    """
    full, missing = _complete(row, _NEEDED)
    for key, value in row.items():
        if value is not None:
            full[key] = _both_below(value, (key,), missing)
    if not row.get("criteria"):
        full.pop("criteria", None)
        missing.append("criteria")
    if has_few_points(row):
        full["look_for"] = {
            lang: [*points, *_POINTS[lang]][:3] for lang, points in full["look_for"].items()
        }
        missing.append("look_for[3]")
    return full, tuple(dict.fromkeys(missing))


def has_few_points(row: Plain) -> bool:
    """Whether there are one or two points to look for, where three are needed."""
    points = row.get("look_for")
    if not isinstance(points, dict):
        return False
    lists = [cast("list[Any]", it) for it in cast("Plain", points).values() if isinstance(it, list)]
    return bool(lists) and all(len(it) in (1, 2) for it in lists)


def without_stand_ins(question: Question, row: Plain, missing: tuple[str, ...]) -> Question:
    """``question``, read from a completed row, with nothing in it that the row does not have."""
    for key in missing:
        if key in _BLANKS:
            question = _BLANKS[key](question)
    if "look_for[3]" in missing:
        written = cast("dict[str, list[str]]", row["look_for"])
        some = next(iter(written.values()))
        points = BilingualList(tuple(written.get("en") or some), tuple(written.get("zh") or some))
        question = replace(question, look_for=points)
    return replace(question, missing=missing)


def _complete(row: Plain, needed: Plain) -> tuple[Plain, list[str]]:
    full = {key: value for key, value in row.items() if value is not None}
    lacking = [key for key in needed if key not in full]
    full |= {key: needed[key] for key in lacking}
    return full, [key for key in lacking if key not in _UNTOLD]


def _both_below(value: Any, loc: tuple[str, ...], missing: list[str]) -> Any:
    """A node in which every text that has one language has two."""
    if isinstance(value, list):
        return [_both_below(it, loc, missing) for it in cast("list[Any]", value)]
    if not isinstance(value, dict):
        return value
    plain = cast("Plain", value)
    if plain.keys() & {"en", "zh"}:
        return _both_languages(plain, loc, missing)
    return {key: _both_below(it, (*loc, key), missing) for key, it in plain.items()}


def _both_languages(text: Plain, loc: tuple[str, ...], missing: list[str]) -> Plain:
    there = {lang: it for lang, it in text.items() if it not in (None, "", [])}
    for lang, other in (("en", "zh"), ("zh", "en")):
        if lang not in there and other in there:
            missing.append(".".join((*loc, lang)))
            return there | {lang: there[other]}
    return there
