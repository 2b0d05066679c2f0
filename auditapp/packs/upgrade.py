"""Two versions of a pack side by side: what is kept, changed, new and dropped, by id and content.

The same machinery shows two versions in the pack manager and upgrades a running audit.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from auditapp.packs import codec
from auditapp.packs.fingerprint import QuestionChange, compare

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditapp.packs.content import CriterionCard, Pack, Question


class Fate(StrEnum):
    """What becomes of a question when a pack is upgraded."""

    KEPT = "kept"
    CHANGED = "changed"
    RATING_CHANGED = "rating_changed"
    NEW = "new"
    DROPPED = "dropped"


_FATES: Final[Mapping[QuestionChange, Fate]] = {
    QuestionChange.UNCHANGED: Fate.KEPT,
    QuestionChange.DETAILS_CHANGED: Fate.CHANGED,
    QuestionChange.REWORDED: Fate.CHANGED,
    QuestionChange.RATING_CHANGED: Fate.RATING_CHANGED,
    QuestionChange.ADDED: Fate.NEW,
    QuestionChange.REMOVED: Fate.DROPPED,
}


@dataclass(frozen=True, slots=True)
class QuestionDiff:
    """A question in both versions; ``fields`` are the keys of the format that differ."""

    id: str
    fate: Fate
    change: QuestionChange
    old: Question | None
    new: Question | None
    fields: tuple[str, ...] = ()

    @property
    def question(self) -> Question:
        """The question as it is now, or as it was last."""
        found = self.new or self.old
        if found is None:
            msg = "a difference needs a question"
            raise ValueError(msg)
        return found


@dataclass(frozen=True, slots=True)
class PackDiff:
    """Two versions of a pack: rows in the newer one's reading order, dropped ones behind; and the
    cited cards whose text or force changed."""

    pack_id: str
    old_version: int
    new_version: int
    rows: tuple[QuestionDiff, ...]
    cards_changed: tuple[str, ...] = ()

    def of(self, fate: Fate) -> tuple[QuestionDiff, ...]:
        """The rows of one fate."""
        return tuple(row for row in self.rows if row.fate is fate)

    @property
    def counts(self) -> dict[Fate, int]:
        """How many rows of each fate."""
        return {fate: len(self.of(fate)) for fate in Fate}


def diff(
    old: Pack,
    new: Pack,
    *,
    old_cards: Mapping[str, CriterionCard] | None = None,
    new_cards: Mapping[str, CriterionCard] | None = None,
) -> PackDiff:
    """The newer version against the older one; version numbers of questions count for nothing.

    With cards: a question whose card changed its force is one whose rating changed, for the force
    decides which grade is possible.
    """
    changes = compare(old, new)
    before, after = old_cards or {}, new_cards or {}
    both = before.keys() & after.keys()
    cards = tuple(sorted(it for it in both if before[it] != after[it]))
    forced = {it for it in cards if before[it].force is not after[it].force}
    rows: list[QuestionDiff] = []
    for name, change in changes.items():
        was, now = old.by_id.get(name), new.by_id.get(name)
        fate, fields = _FATES[change], () if was is None or now is None else _fields(was, now)
        if was is not None and now is not None and not forced.isdisjoint(now.criteria):
            fate, fields = Fate.RATING_CHANGED, (*fields, "force")
        rows.append(QuestionDiff(name, fate, change, was, now, fields))
    return PackDiff(new.id, old.version, new.version, tuple(rows), cards)


def _fields(old: Question, new: Question) -> tuple[str, ...]:
    was, now = codec.put_question(old), codec.put_question(new)
    keys = dict.fromkeys((*now, *was))
    return tuple(key for key in keys if key != "version" and was.get(key) != now.get(key))
