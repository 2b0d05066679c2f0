"""What changed between two versions of a pack, question by question."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from auditapp.packs import codec

if TYPE_CHECKING:
    from auditapp.packs.content import Pack, Question


class QuestionChange(StrEnum):
    """How a question of the newer pack stands to the older one."""

    UNCHANGED = "unchanged"
    DETAILS_CHANGED = "details_changed"
    REWORDED = "reworded"
    RATING_CHANGED = "rating_changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Digests of a question's parts.

    ``asked`` covers what is asked and looked for, ``rated`` what decides the result (rating and
    criteria), ``details`` the rest (effort, tags, section …). The version number counts in none.
    """

    asked: str
    rated: str
    details: str


_ASKED = ("q", "ask", "look_for", "evidence", "negative_test")
_RATED = ("rating", "criteria", "own_rule")


def fingerprint(question: Question) -> Fingerprint:
    """The digests of a question."""
    plain = codec.put_question(question)
    plain.pop("version")
    asked = {key: plain.pop(key) for key in _ASKED}
    rated = {key: plain.pop(key, None) for key in _RATED}
    return Fingerprint(_digest(asked), _digest(rated), _digest(plain))


def compare(old: Pack, new: Pack) -> dict[str, QuestionChange]:
    """Each question id of either pack with its change; a changed rating outranks new wording."""
    changes = {question.id: _change(old, question) for question in new.questions}
    for question in old.questions:
        changes.setdefault(question.id, QuestionChange.REMOVED)
    return changes


def _change(old: Pack, question: Question) -> QuestionChange:
    before = old.by_id.get(question.id)
    if before is None:
        return QuestionChange.ADDED
    was, now = fingerprint(before), fingerprint(question)
    if was.rated != now.rated:
        return QuestionChange.RATING_CHANGED
    if was.asked != now.asked:
        return QuestionChange.REWORDED
    if was.details != now.details:
        return QuestionChange.DETAILS_CHANGED
    return QuestionChange.UNCHANGED


def _digest(plain: object) -> str:
    return hashlib.sha256(codec.canonical(plain)).hexdigest()
